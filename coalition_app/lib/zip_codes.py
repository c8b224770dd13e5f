"""Which state a ZIP lies in, by its first three digits (USPS Publication 65)."""

import re

PLACES = """
AL 350-369, AK 995-999, AZ 850-865, AR 716-729, CA 900-961, CO 800-816, CT 060-069,
DC 200-200 202-205 569-569, DE 197-199, FL 320-349, GA 300-319 398-399, HI 967-968, ID 832-838,
IL 600-629, IN 460-479, IA 500-528, KS 660-679, KY 400-427, LA 700-714, ME 039-049, MD 206-219,
MA 010-027 055-055, MI 480-499, MN 550-567, MS 386-397, MO 630-658, MT 590-599, NE 680-693,
NV 889-898, NH 030-038, NJ 070-089, NM 870-884, NY 005-005 063-063 100-149, NC 270-289, ND 580-588,
OH 430-459, OK 730-749, OR 970-979, PA 150-196, PR 006-007 009-009, RI 028-029, SC 290-299,
SD 570-577, TN 370-385, TX 733-733 750-799 885-885, UT 840-847, VT 050-054 056-059, VA 201-201
220-246, WA 980-994, WV 247-268, WI 530-549, WY 820-831, VI 008-008, GU 969-969, AS 967-967,
MP 969-969, AA 340-340, AE 090-098, AP 962-966
"""
BEYOND = frozenset(("VI", "GU", "AS", "MP", "AA", "AE", "AP"))  # territories, the armed forces
SHAPE = re.compile(r"\d{5}(-\d{4})?")


def is_zip(code: str) -> bool:
    return bool(SHAPE.fullmatch(code))


def states_of(code: str) -> tuple[str, ...]:
    """Usually one; none for digits that no post office has. Few ZIPs cross a border."""
    start = int(code[:3]) if is_zip(code) else -1
    return tuple(
        state for state, ranges in RANGES.items() if any(start in reach for reach in ranges)
    )


def _ranges() -> dict[str, tuple[range, ...]]:
    found = {}
    for place in PLACES.split(","):
        state, *reaches = place.split()
        ends = (reach.split("-") for reach in reaches)
        found[state] = tuple(range(int(first), int(last) + 1) for first, last in ends)
    return found


RANGES = _ranges()
