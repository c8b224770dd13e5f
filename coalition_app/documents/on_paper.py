"""A document whose words stand on paper that it shares with others."""

from typing import NamedTuple


class OnPaper(NamedTuple):
    """HTML of both. The paper's first page lies under the first one of the words, its last one
    under all others."""

    paper: str
    words: str


Document = str | OnPaper
