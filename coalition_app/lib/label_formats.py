"""Sheets of labels as their maker cuts them: US Letter, inches from the top left."""

from typing import NamedTuple

LEAST_PADDING = 0.0625  # between the text and the edge of its label


class LabelFormat(NamedTuple):
    """`left`, `top`: of the first label; `step_x`, `step_y`: from one label to the next."""

    name: str
    use: str
    width: float
    height: float
    across: int
    down: int
    left: float
    top: float
    step_x: float
    step_y: float

    @property
    def per_sheet(self) -> int:
        return self.across * self.down

    @property
    def words(self) -> str:
        """'5160 address labels, 30 on a sheet'."""
        return f"{self.name} {self.use}, {self.per_sheet} on a sheet"

    def place(self, index: int) -> tuple[float, float]:
        """Left and top of one label of a sheet, counted from 0, row by row."""
        row, column = divmod(index, self.across)
        return self.left + column * self.step_x, self.top + row * self.step_y

    def sheets(self, count: int, start: int = 1) -> int:
        """How many sheets so many labels take, begun at the label `start` (from 1)."""
        return -(-(start - 1 + count) // self.per_sheet) if count else 0

    def next_label(self, count: int, start: int = 1) -> int:
        """The first label that is still on the last sheet; 1 for a new one."""
        return (start - 1 + count) % self.per_sheet + 1


ADDRESS, SHIPPING, RETURN, BADGE = (
    "address labels",
    "shipping labels",
    "return labels",
    "name badges",
)
FORMATS = {
    each.name: each
    for each in (
        LabelFormat("5160", ADDRESS, 2.625, 1, 3, 10, 0.1875, 0.5, 2.75, 1),
        LabelFormat("5161", ADDRESS, 4, 1, 2, 10, 0.15625, 0.5, 4.1875, 1),
        LabelFormat("5162", ADDRESS, 4, 1.3333, 2, 7, 0.15625, 0.8333, 4.1875, 1.3333),
        LabelFormat("5163", SHIPPING, 4, 2, 2, 5, 0.15625, 0.5, 4.1875, 2),
        LabelFormat("5164", SHIPPING, 4, 3.3333, 2, 3, 0.15625, 0.5, 4.1875, 3.3333),
        LabelFormat("5167", RETURN, 1.75, 0.5, 4, 20, 0.28125, 0.5, 2.0625, 0.5),
        LabelFormat("5395", BADGE, 3.375, 2.3333, 2, 4, 0.6875, 0.5833, 3.75, 2.5),
    )
}
ALIKE = {"8160": "5160", "8161": "5161", "8162": "5162", "8163": "5163", "8167": "5167"}


def label_format(name: str) -> LabelFormat | None:
    """By its number; that of the inkjet twin is understood."""
    return FORMATS.get(ALIKE.get(name, name))
