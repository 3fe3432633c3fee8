"""Our own prose, piece by piece, for tests that read it: lessons, replies, tables, pages."""

import csv
import json
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORTS = ("union-resolve", "full-house")
TEACHER = ROOT / "notebooks" / "teacher"
LESSONS = ROOT / "notebooks" / "closereading" / "lesson" / "lessons"


def notebook_cells():
    """(where, text) of each cell of the notebooks, without outputs."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            yield f"{path.name}, cell {cell['id']}", "".join(cell["source"])


def table_cells():
    """(where, text) of each cell of the reports' tables, in our words or quoted."""
    for path in sorted((ROOT / "data").glob("*/*.csv")):
        if path.parent.name not in REPORTS:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (
                    (f"{path.parent.name}/{path.name}, {row['id']}, {column}", text)
                    for column, text in row.items()
                    if "id" in row
                )


def lesson_files():
    """(where, text) of the lessons' questions and replies, the read-mes and the captions."""
    pages = (
        ROOT / "README.md",
        ROOT / "data" / "README.md",
        ROOT / "figures" / "README.md",
        ROOT / "data" / "union-resolve" / "digest.md",
        *sorted(TEACHER.glob("*.toml")),
    )
    for path in (*sorted(LESSONS.glob("*.toml")), *pages):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path.name, "\n".join(line for line in lines if not line.startswith("any = "))


def guide():
    """(where, text) of the pages of the teacher's guide."""
    for path in sorted(TEACHER.glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")


def everything():
    """(where, text) of all our prose; only the log of corrections, which quotes what was wrong, is
    not in it.
    """
    for part in (notebook_cells, table_cells, lesson_files, guide):
        yield from part()


def words_of(number, cell):
    """str: the source of one cell of the notebook with that number."""
    path = next((ROOT / "notebooks").glob(f"{number}_*.ipynb"))
    cells_of = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return next("".join(c["source"]) for c in cells_of if c["id"] == cell)
