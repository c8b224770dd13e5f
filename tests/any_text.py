"""Any text at all, for property tests.

The same as `st.text()` by itself, which first tries each of a million characters on UTF-8.
"""

from hypothesis import strategies as st

CHARACTERS = st.characters(exclude_categories=["Cs"])


def any_text(max_size: int | None = None) -> st.SearchStrategy[str]:
    return st.text(CHARACTERS, max_size=max_size)
