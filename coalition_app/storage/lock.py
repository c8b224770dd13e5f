"""One running program per instance folder, and one job of a kind: a locked file each.

That of the program says where it answers. The operating system frees a lock when its
holder dies, however it dies.
"""

import os
from pathlib import Path
from typing import BinaryIO

if os.name == "nt":
    import msvcrt

    BEYOND_THE_TEXT = 4096  # a locked byte cannot be read by others on Windows

    def seize(opened: BinaryIO) -> None:
        opened.seek(BEYOND_THE_TEXT)
        msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def seize(opened: BinaryIO) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    def __init__(self, instance: Path, name: str = "running") -> None:
        instance.mkdir(parents=True, exist_ok=True)
        self.file = instance / name
        self.opened: BinaryIO | None = None

    def acquire(self) -> bool:
        """False if another process holds it."""
        opened = open(os.open(self.file, os.O_CREAT | os.O_RDWR, 0o600), "r+b")  # noqa: SIM115
        try:
            seize(opened)
        except OSError:
            opened.close()
            return False
        self.opened = opened
        self.write(str(os.getpid()))
        return True

    def is_held(self) -> bool:
        """By whatever process; the file is not made for asking."""
        if not self.file.exists():
            return False
        if not self.acquire():
            return True
        self.release()
        return False

    def announce(self, address: str) -> None:
        """From now on a second start finds the holder there."""
        self.write(f"{os.getpid()} {address}")

    def write(self, text: str) -> None:
        self.opened.seek(0)
        self.opened.truncate()
        self.opened.write(text.encode("ascii"))
        self.opened.flush()

    def release(self) -> None:
        if self.opened:
            self.write("")
            self.opened.close()
            self.opened = None

    def address_of_holder(self) -> str | None:
        """None while the holder is still starting."""
        words = self.file.read_text("ascii").split()
        return words[1] if len(words) == 2 else None
