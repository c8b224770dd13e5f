"""The tests: `python3 -m tests` sets up and runs them all, so nothing here may need a package."""

import gc

gc.disable()  # until all tests are collected: what is loaded stays, and is a lot to look through
