"""The program of a process that has loaded WeasyPrint and prints nothing: it forks who does.

Run by tests/presses.py, which sends what such a process shall do, in Python, and its pipes.
"""

import gc
import os
import runpy
import signal
import socket
import sys
import traceback
from importlib import import_module
from pathlib import Path

WORKER = Path(__file__).parents[1] / "coalition_app" / "documents" / "worker"
MOST = 10_000  # bytes of what to do
PIPES = 4  # input, output, errors, and one to say its number


def main(asked: socket.socket) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = loaded()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a worker: none stays behind
    while True:
        code, pipes, _, _ = socket.recv_fds(asked, MOST, PIPES)
        if not code:
            return
        if os.fork() == 0:
            asked.close()
            begin(code, work, pipes)
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


def begin(code: bytes, work, pipes: list[int]) -> None:
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        *ours, name = pipes
        for number, pipe in enumerate(ours):
            os.dup2(pipe, number)
            os.close(pipe)
        os.write(name, str(os.getpid()).encode())
        os.close(name)
        exec(code, {"work": work})  # noqa: S102 (our own)
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 (the process ends here)
        traceback.print_exc()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
