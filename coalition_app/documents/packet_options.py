"""How somebody wants packets printed: which pages, and how the paper is used."""

from dataclasses import dataclass, replace

PAGES = {
    "front": "First page: how we open, why together, the next step",
    "history": "What happened so far",
    "people": "Who will be there, what we know of them",
    "script": "What to say on the phone, for a call",
    "notes": "Pages to write on",
}
WAYS = {
    "two_sided": "Printed on both sides: the pages to write on begin on a front",
    "large": "Large print",
}


@dataclass(frozen=True)
class PacketOptions:
    """Private notes are wished for each time: they are never remembered."""

    pages: tuple[str, ...] = tuple(PAGES)
    two_sided: bool = False
    large: bool = False
    private: bool = False

    @classmethod
    def read(cls, stored: str) -> "PacketOptions":
        """As an account keeps them; whatever nobody knows any more is left out."""
        words = stored.split()
        pages = tuple(page for page in PAGES if page in words)
        return cls(pages or tuple(PAGES), *(way in words for way in WAYS))

    @property
    def stored(self) -> str:
        return " ".join([*self.pages, *(way for way in WAYS if getattr(self, way))])

    def with_private_notes(self, *, are_wanted: bool) -> "PacketOptions":
        return replace(self, private=are_wanted)


USUALLY = PacketOptions()
