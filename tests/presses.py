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
import threading
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
        return self.forked(f"work({mebibytes}, {seconds})")

    def forked(self, code: str) -> "Forked":
        if not self.asked:
            self.begin()
        return Forked(self.asked, code.encode())

    def printed_by(self, code: str) -> str:
        """What it says where WeasyPrint is loaded, and our modules for it."""
        process = self.forked(code)
        with process.stdin, process.stdout as answers:
            said = answers.read().decode()
        process.wait()
        return said

    def end(self) -> None:
        if self.asked:
            self.asked.close()
            self.process.terminate()
            self.process.wait()
            self.room.cleanup()


class Forked:
    """A worker: as much of a subprocess.Popen as its server needs."""

    def __init__(self, asked: socket.socket, code: bytes):
        jobs, to_it = os.pipe()
        from_it, answers = os.pipe()
        name, its_name = os.pipe()
        theirs = jobs, answers, STANDARD_ERROR, its_name
        socket.send_fds(asked, [code], theirs)
        for pipe in (jobs, answers, its_name):
            os.close(pipe)
        self.stdin, self.stdout = os.fdopen(to_it, "wb"), os.fdopen(from_it, "rb")
        self.pid = int(os.read(name, 20))
        os.close(name)
        self.process: int | None = os.pidfd_open(self.pid)
        self.turn = threading.Lock()  # who waits, and who kills what is late

    def poll(self) -> int | None:
        with self.turn:
            has_ended = not self.process or select.select([self.process], [], [], 0)[0]
        return 0 if has_ended else None

    def wait(self) -> None:
        if self.process:
            select.select([self.process], [], [])
            with self.turn, suppress(ProcessLookupError):
                while self.process:  # for a moment more it is among the processes
                    signal.pidfd_send_signal(self.process, 0)
            self.close()

    def kill(self) -> None:
        with self.turn, suppress(ProcessLookupError):
            if self.process:
                signal.pidfd_send_signal(self.process, signal.SIGKILL)

    def close(self) -> None:
        with self.turn:
            if self.process:
                os.close(self.process)
            self.process = None
