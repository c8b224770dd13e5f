"""What the environment says, else what suits one laptop; README lists the same names."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PORT = 5597
PORTS = range(2**16)  # 0: any that is free
THREADS = 8
MEGABYTE = 1024 * 1024


class SettingRefused(Exception):
    """A setting of the environment cannot be meant; the words say which, and what could be."""


def configuration(
    given: Mapping[str, Any] | None = None, environ: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """Flask's configuration: defaults, then the environment, then what is `given` in code.

    Raises SettingRefused.
    """
    given = dict(given or {})
    instance = instance_folder(given, environ)
    instance.mkdir(parents=True, exist_ok=True)
    host = environ.get("COALITION_HOST", "127.0.0.1")
    settings = {
        "INSTANCE": instance,
        "HOST": host,
        "PORT": number("COALITION_PORT", PORTS, PORT, environ),
        "THREADS": number("COALITION_THREADS", range(1, 100), THREADS, environ),
        "BROWSER": environ.get("COALITION_BROWSER", "yes") != "no",
        "SQLALCHEMY_DATABASE_URI": environ.get("COALITION_DATABASE")
        or sqlite_address(instance / "coalition.db"),
        "SQLALCHEMY_BINDS": {"registry": sqlite_address(instance / "registry.db")},
        "CLOCK": utc_now,
        "TRUSTED_HOSTS": trusted_hosts(host, environ.get("COALITION_TRUSTED_HOSTS", "")),
        "SAMPLE": {},  # who signs in to the sample local, if it is served instead of a real one
        "MAX_CONTENT_LENGTH": 8 * MEGABYTE,
        "SESSION_COOKIE_NAME": "coalition",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": environ.get("COALITION_HTTPS", "no") == "yes",
        "WTF_CSRF_TIME_LIMIT": None,
    }
    settings.update(given)
    if "SECRET_KEY" not in settings:
        settings["SECRET_KEY"] = environ.get("COALITION_SECRET_KEY") or secret_key(instance)
    return settings


def number(name: str, possible: range, usual: int, environ: Mapping[str, str] = os.environ) -> int:
    """What the environment says under this name; the usual one if nothing. SettingRefused."""
    said = environ.get(name, "").strip()
    if not said:
        return usual
    meant = int(said) if said.isdecimal() and len(said) < 10 else None
    if meant not in possible:
        raise SettingRefused(
            f"{name} is “{said}”, but must be a number from {possible[0]} to {possible[-1]}."
        )
    return meant


def instance_folder(
    given: Mapping[str, Any] | None = None, environ: Mapping[str, str] = os.environ
) -> Path:
    """Where the databases, the secret key and the backups are."""
    named = (given or {}).get("INSTANCE") or environ.get("COALITION_INSTANCE")
    return Path(named or ROOT / "instance").resolve()


def sqlite_address(file: Path) -> str:
    return f"sqlite:///{file.as_posix()}"


def utc_now() -> datetime:
    return datetime.now(UTC)


def trusted_hosts(host: str, more: str) -> list[str]:
    """Names we answer to, `more` separated by commas; others get 400, against DNS rebinding."""
    named = [name.strip() for name in more.split(",") if name.strip()]
    return list(dict.fromkeys(["127.0.0.1", "localhost", host, *named]))


def secret_key(instance: Path) -> str:
    """The key that signs sessions; made on the first start, readable by its owner only."""
    file = instance / "secret_key"
    if not file.exists():
        place_secret(file, secrets.token_hex(32))
    return file.read_text("ascii")


def place_secret(file: Path, secret: str) -> None:
    """Whole or not at all, and never over one that another process made meanwhile."""
    descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=".secret-")
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secret)
    with suppress(FileExistsError):
        os.link(draft, file)
    os.unlink(draft)
