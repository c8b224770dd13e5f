"""`python3 -m tests` sets up all that the tests need, then runs them; arguments go to pytest."""

import os
import shutil
import sys

import bootstrap

# Without arguments: everything. tests/sharing.py says who runs what, and why there is one more.
WORKERS = str(min(os.cpu_count() or 1, 4) + 1)
FORKS = sys.platform.startswith("linux")  # elsewhere it is unsafe or unknown
ALL = ["--workers", WORKERS] if FORKS else ["--numprocesses", WORKERS, "--dist", "loadfile"]


def main(arguments: list[str]) -> None:
    bootstrap.ensure(bootstrap.RUNTIME, bootstrap.DEVELOPMENT)
    install_quick_browser()
    bootstrap.install_system_packages(missing())
    left = missing()
    if left:
        raise bootstrap.SetupFailed(
            f"The tests need {', '.join(left)}. Run\n  {remedy(left)}\nthen run the tests again."
        )
    os.chdir(bootstrap.ROOT)
    # Each core and each child would compile all of it anew: some ten seconds in all.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    bootstrap.hand_over("-m", "pytest", *(arguments or ALL))


def install_quick_browser() -> None:
    """Each page takes it half the work. Asked for once: not every system has it."""
    asked = bootstrap.VENV / f"asked-for-{bootstrap.QUICK_BROWSER}"
    if (
        asked.exists()
        or "COALITION_CHROMIUM" in os.environ
        or bootstrap.administrator_prefix() is None
    ):
        return
    if not shutil.which(bootstrap.QUICK_BROWSER):
        bootstrap.install_system_packages([bootstrap.QUICK_BROWSER])
    asked.touch()


def missing() -> list[str]:
    browser = [] if bootstrap.find_chromium() else ["chromium"]
    return bootstrap.missing_paper_libraries() + browser


def remedy(left: list[str]) -> str:
    if sys.platform.startswith("linux"):
        return bootstrap.install_command(left)
    paper = [bootstrap.paper_command()] if left != ["chromium"] else []
    browser = [bootstrap.browser_command()] if "chromium" in left else []
    return "\n  ".join(paper + browser)


if __name__ == "__main__":
    with bootstrap.in_plain_words():
        main(sys.argv[1:])
