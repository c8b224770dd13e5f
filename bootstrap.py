"""What both commands need before anything is installed: standard library only.

Sets up `.venv` from the hashed requirement files, knows the system libraries that printing and the
tests want, and hands over to the environment's own Python. A stamp per requirement file, written
last, makes the next start quick and lets an interrupted set-up be repaired by running it again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
UNFINISHED = VENV / "unfinished"
WINDOWS = os.name == "nt"
OLDEST_PYTHON = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"

PAPER_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""
QUICK_BROWSER = "chromium-headless-shell"  # Chromium with no window to draw around its pages
BROWSERS = (QUICK_BROWSER, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSERS += ("chrome",)
BROWSER_FILES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)


class SetupFailed(Exception):
    """The message says in plain words what to do."""


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Ends the program with a message instead of a traceback."""
    try:
        yield
    except SetupFailed as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Stopped. Run the same command again to go on.")


# The environment


def enter(*files: str) -> None:
    """After this, the packages of `files` are there, and this very program runs with them."""
    ensure(*files)
    if Path(sys.prefix).resolve() != VENV.resolve():
        hand_over(*sys.argv)


def ensure(*files: str) -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise SetupFailed(f"Python 3.11 or newer is needed, this one is {VERSION}.")
    stale = [name for name in files if not is_current(name)]
    if stale:
        install_system_packages(missing_venv() + missing_paper_libraries())
        make_environment()
        for name in stale:
            install(name)


def hand_over(*arguments: str) -> None:
    """Goes on as the environment's Python with these arguments; does not return."""
    command = [str(venv_python()), *arguments]
    environ = with_library_folders(dict(os.environ))
    sys.stdout.flush()
    if WINDOWS:  # execve would return to the prompt while the program runs on
        raise SystemExit(subprocess.call(command, env=environ))
    os.execve(command[0], command, environ)


def with_library_folders(environ: dict[str, str]) -> dict[str, str]:
    """macOS does not look where Homebrew puts libraries."""
    if sys.platform == "darwin":
        environ.setdefault(
            "DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib:/usr/lib"
        )
    return environ


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def is_current(name: str) -> bool:
    stamp = stamp_of(name)
    return stamp.is_file() and stamp.read_text("ascii") == fingerprint(name)


def stamp_of(name: str) -> Path:
    return VENV / f"installed-{name}"


def fingerprint(name: str) -> str:
    digest = hashlib.sha256(VERSION.encode())
    digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Keeps a whole one; one whose set-up was interrupted is made anew."""
    if is_usable() and not UNFINISHED.exists():
        return
    say("Setting up for the first time: this takes a minute or two.")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode != 0:
        raise SetupFailed(
            "Python could not make its environment here. On Debian and Ubuntu run\n"
            f"  {install_command(['python3-venv'])}\nthen start again."
        )


def is_usable() -> bool:
    """An environment of this Python's version in which pip starts."""
    code = "import sys; print(*sys.version_info[:2], sep='.'); import pip._internal"
    try:
        answer = subprocess.run([venv_python(), "-c", code], capture_output=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.decode().strip() == VERSION


def install(name: str) -> None:
    """pip follows the machine's own configuration; the hashes say that nothing was exchanged."""
    stamp_of(name).unlink(missing_ok=True)
    UNFINISHED.touch()
    say(f"Installing the packages of {name} ...")
    pip = [venv_python(), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--no-input", "--require-hashes", "-r", ROOT / name], check=False)
    UNFINISHED.unlink()
    if done.returncode != 0:
        raise SetupFailed(
            "The packages could not be installed; pip says why above. The first start needs\n"
            "the internet. With it, run the same command again."
        )
    stamp_of(name).write_text(fingerprint(name), "ascii")


# What the system must bring


def missing_venv() -> list[str]:
    return [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]


def missing_paper_libraries() -> list[str]:
    """System packages without which nothing is printed; asked in a child, which may load them."""
    if sys.platform.startswith("linux"):
        probe = [sys.executable, "-I", "-S", "-c", PROBE, *PAPER_LIBRARIES]
        answer = subprocess.run(probe, capture_output=True, text=True, check=False)
        return [PAPER_LIBRARIES[name] for name in answer.stdout.split()]
    if not venv_python().exists():
        return []
    probe = [venv_python(), "-c", "from weasyprint.text import ffi"]
    environ = with_library_folders(dict(os.environ))
    found = subprocess.run(probe, capture_output=True, env=environ, check=False)
    return [] if found.returncode == 0 else ["pango"]


def paper_command() -> str:
    """The one command that makes printing work on this machine."""
    if WINDOWS:
        pango = "pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"
        return f'cmd /c "winget install --id MSYS2.MSYS2 && C:\\msys64\\usr\\bin\\{pango}"'
    if sys.platform == "darwin":
        return "brew install pango"
    if shutil.which("dnf"):
        return "sudo dnf install -y pango harfbuzz"
    return install_command(list(PAPER_LIBRARIES.values()))


def install_command(packages: list[str]) -> str:
    return f"sudo apt-get install -y {' '.join(packages)}"


def install_system_packages(packages: list[str]) -> bool:
    """Only where no password is asked; True if nothing is missing afterwards."""
    rights = administrator_prefix()
    if not packages or rights is None:
        return not packages
    say(f"Installing {', '.join(packages)} ...")
    quiet = {"stdout": subprocess.DEVNULL, "check": False}
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    asked = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(asked, stderr=subprocess.DEVNULL, **quiet).returncode == 0:
        return True
    subprocess.run([*apt, "update"], **quiet)
    return subprocess.run(asked, **quiet).returncode == 0


def administrator_prefix() -> list[str] | None:
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    may = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if may.returncode == 0 else None


def browser_command() -> str:
    if WINDOWS:
        return "winget install --id Google.Chrome"
    if sys.platform == "darwin":
        return "brew install --cask google-chrome"
    return install_command(["chromium"])


def find_chromium() -> str | None:
    """The browser for tests and pictures; COALITION_CHROMIUM names another one."""
    named = os.environ.get("COALITION_CHROMIUM")
    if named:
        return named
    on_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return on_path or next(filter(os.path.exists, BROWSER_FILES), None)
