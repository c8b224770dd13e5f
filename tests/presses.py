"""Child processes that print, forked from one that has WeasyPrint loaded.

To load it takes half a second, and tests start some twenty. All that is forked from this process
later asks the same one.
"""

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from coalition_app.documents import child

PROGRAM = Path(__file__).with_name("ready_press.py")
STANDARD_ERROR = 2
CAN_FORK = sys.platform.startswith("linux")
AS_FOR_USERS = child.start


class Presses:
    """The process is started for the first worker that is asked for, or before."""

    def __init__(self):
        self.asked: socket.socket | None = None

    def begin(self) -> None:
        """Returns at once."""
        self.asked, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.room = tempfile.TemporaryDirectory(prefix="coalition-presses-")
        self.process = subprocess.Popen(
            [sys.executable, PROGRAM, str(theirs.fileno())],
            env=child.environment(Path(self.room.name)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )
        theirs.close()

    def start(self, mebibytes: int, seconds: float, _room: Path) -> "Forked":
        if not self.asked:
            self.begin()
        return Forked(self.asked, f"{mebibytes} {seconds}".encode())

    def end(self) -> None:
        if self.asked:
            self.asked.close()
            self.process.wait()
            self.room.cleanup()


class Forked:
    """A worker: as much of a subprocess.Popen as its server needs."""

    def __init__(self, asked: socket.socket, limits: bytes):
        jobs, to_it = os.pipe()
        from_it, answers = os.pipe()
        self.life, its_life = os.pipe()
        theirs = jobs, answers, STANDARD_ERROR, its_life
        socket.send_fds(asked, [limits], theirs)
        for pipe in (jobs, answers, its_life):
            os.close(pipe)
        self.stdin, self.stdout = os.fdopen(to_it, "wb"), os.fdopen(from_it, "rb")
        self.pid = int(os.read(self.life, 20))
        self.has_ended = False

    def poll(self) -> int | None:
        if not self.has_ended and select.select([self.life], [], [], 0)[0]:
            self.wait()
        return 0 if self.has_ended else None

    def wait(self) -> None:
        if self.has_ended:
            return
        os.read(self.life, 1)  # what it holds of this pipe is closed at its end
        with suppress(ProcessLookupError):
            while True:  # for a moment more it is among the processes
                os.kill(self.pid, 0)
        self.has_ended = True
        os.close(self.life)

    def kill(self) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
