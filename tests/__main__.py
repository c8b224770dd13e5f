"""`python3 -m tests` sets up all that the tests need, then runs them; arguments go to pytest."""

import os
import sys

import bootstrap


def main(arguments: list[str]) -> None:
    bootstrap.ensure(bootstrap.RUNTIME, bootstrap.DEVELOPMENT)
    bootstrap.install_system_packages(missing())
    left = missing()
    if left:
        raise bootstrap.SetupFailed(
            f"The tests need {', '.join(left)}. Run\n  {bootstrap.install_command(left)}\n"
            "then run the tests again."
        )
    os.chdir(bootstrap.ROOT)
    bootstrap.hand_over("-m", "pytest", *arguments)


def missing() -> list[str]:
    browser = [] if bootstrap.find_chromium() else ["chromium"]
    return bootstrap.missing_paper_libraries() + browser


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except bootstrap.SetupFailed as problem:
        sys.exit(str(problem))
