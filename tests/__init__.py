"""The tests: `python3 -m tests` sets up and runs them all, so nothing here may need a package."""
