"""Addresses of websites as people type them: 'www.example.org/about'."""

from urllib.parse import urlsplit


def link_to(typed: str) -> str:
    """An address that a link may lead to; empty when it is none (or a script's)."""
    typed = typed.strip()
    if not typed or any(letter.isspace() for letter in typed):
        return ""
    address = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and "." in host else ""
