"""Documents that are made of the same rules share the styles that follow from them.

WeasyPrint shares the style of equal elements within one document only. A portion is a dozen letters
with the same elements, and a third of the time went into finding out the same styles again.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import css

# What we hook into is not public: in a version with another one nothing is shared.
EXPECTED = [
    "self", "element", "parent", "root", "pseudo_type", "base_url", "target_collector",
]  # fmt: skip
BY_VALUE = ("lang", "anchor")  # read anew from each document; all others lie in the stylesheets


@contextmanager
def shared_styles() -> Iterator[None]:
    """For the documents that are laid out meanwhile: of one stylesheet, and one page size."""
    theirs = getattr(css.StyleFor, "set_computed_styles", None)
    if theirs is None or list(inspect.signature(theirs).parameters) != EXPECTED:
        yield
        return
    css.StyleFor.set_computed_styles = _sharing(theirs)
    try:
        yield
    finally:
        css.StyleFor.set_computed_styles = theirs


def _sharing(theirs):
    known = {}

    def set_computed_styles(
        self, element, parent, root=None, pseudo_type=None, base_url=None, target_collector=None
    ):
        styles = self.get_computed_styles()
        above = styles[parent, None] if parent is not None else None
        key = _key(above, self.get_cascaded_styles().get((element, pseudo_type), {}), pseudo_type)
        if key not in known:
            theirs(self, element, parent, root, pseudo_type, base_url, target_collector)
            known[key] = styles[element, pseudo_type]
            return
        style = styles[element, pseudo_type] = known[key]
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    return set_computed_styles


def _key(above, cascaded: dict, pseudo_type: str | None) -> tuple:
    """A known style keeps alive what is named here by its id."""
    declared = [
        (name, value if name in BY_VALUE else id(value)) for name, (value, _) in cascaded.items()
    ]
    return id(above), pseudo_type, tuple(declared)
