"""The program of a process that has loaded WeasyPrint and prints nothing: it forks who does.

Run by tests/presses.py, which sends what a worker is told and gets: its limits, and its pipes.
"""

import gc
import os
import runpy
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path

WORKER = Path(__file__).parents[1] / "coalition_app" / "documents" / "worker"
PIPES = 4  # input, output, errors, and one whose other end sees the worker's end


def main(asked: socket.socket) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = loaded()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a worker: none stays behind
    while True:
        limits, pipes, _, _ = socket.recv_fds(asked, 100, PIPES)
        if not limits:
            return
        if os.fork() == 0:
            asked.close()
            begin(work, limits.decode().split(), pipes)
        for each in pipes:
            os.close(each)


def loaded():
    """The worker's program, and all that it does before its first job."""
    sys.path.insert(0, str(WORKER))
    press = import_module("press")
    ready = press.Press()
    ready.warm_up()
    press.Press = lambda: ready
    gc.freeze()
    return runpy.run_path(str(WORKER / "__main__.py"))["main"]


def begin(work, limits: list[str], pipes: list[int]) -> None:
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        *ours, life = pipes
        for number, pipe in enumerate(ours):
            os.dup2(pipe, number)
            os.close(pipe)
        os.write(life, str(os.getpid()).encode())
        mebibytes, seconds = limits
        work(int(mebibytes), float(seconds))
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
