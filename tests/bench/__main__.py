"""`make bench`: ratios within one run and query counts; seconds only as anchors.

`python -m tests.bench registry FILE ...` measures real registry files instead of invented ones.
"""

import sys
from pathlib import Path

from tests.bench import (
    documents,
    duplicates,
    imports,
    notes,
    pages,
    print_runs,
    registry,
    report,
    start,
    today,
    week,
)

PARTS = {
    "pages": pages,
    "documents": documents,
    "print_runs": print_runs,
    "duplicates": duplicates,
    "imports": imports,
    "registry": registry,
    "start": start,
    "notes": notes,
    "today": today,
    "week": week,
}


def main(words: list[str]) -> int:
    chosen = [words[0]] if words else list(PARTS)
    rows = []
    for name in chosen:
        given = [Path(word) for word in words[1:]]
        rows += PARTS[name].rows(*given)
    sys.stdout.write(report.table(rows) + "\n")
    return 0 if all(row.is_within for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
