"""A CSV file as it stands: its heading and its lines, whatever a spreadsheet made of them."""

import csv
import io
import re
from typing import NamedTuple

from .files import Trouble
from .schema import required

_SPREADSHEETS_LINE = re.compile(
    r"\Asep=([,;\t])(?=\s)", re.IGNORECASE
)  # says how columns are parted


class Line(NamedTuple):
    """A row of a file. number: of the line on which it begins. cells: list of str."""

    number: int
    cells: list


class Grid(NamedTuple):
    """A file as it stands. name: of the file. header: list of str. lines: list of Line."""

    name: str
    header: list
    lines: list


def read_grid(name, text, spec):
    """(Grid, None) of the text of a file, or (None, Trouble) where it is no table at all. name: of
    the file. spec: its schema.
    """
    separator = separator_of(text)
    text = _SPREADSHEETS_LINE.sub("", text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines = []
    start = 1
    try:
        for cells in reader:  # a quoted cell may span lines
            lines.append(Line(start, cells))
            start = reader.line_num + 1
    except csv.Error as e:
        found = f"a quotation mark that does not pair up ({e}); the file may be cut off"
        wanted = "both marks round a text that holds a comma"
        return None, Trouble(name, 0, "", found, wanted)
    while lines and not any(lines[0].cells):
        del lines[0]
    if not lines:
        wanted = "a first line with the names of the columns"
        return None, Trouble(name, 1, "", "an empty file", wanted)
    header = _as_we_write_them(lines[0].cells, spec)
    rows = [line for line in lines[1:] if any(map(str.strip, line.cells))]
    return Grid(name, *_without_empty_columns(header, rows)), None


def _as_we_write_them(headings, spec):
    """list of str: headings without blanks around them; one that differs from a column's name in
    its capitals only is that column's.
    """
    names = [field["name"] for field in spec["fields"]]
    known = {name.casefold(): name for name in names}
    stripped = [heading.strip() for heading in headings]
    return [one if one in names else known.get(one.casefold(), one) for one in stripped]


def _without_empty_columns(header, lines):
    """(header, lines) without the columns at the right that hold nothing; spreadsheets add them."""
    width = len(header)
    while width and not header[width - 1]:
        width -= 1
    if any("".join(line.cells[width:]).strip() for line in lines):
        return header, lines
    return header[:width], [Line(line.number, line.cells[:width]) for line in lines]


def separator_of(text):
    """str: the mark that parts the columns; a German or French spreadsheet writes semicolons."""
    told = _SPREADSHEETS_LINE.match(text)
    if told:
        return told[1]
    first = text.lstrip("\r\n").partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in first), ",")


def required_columns_are_there(grid, spec):
    """Yields Trouble for each column that may not be missing and is."""
    for field in filter(required, spec["fields"]):
        if field["name"] not in grid.header:
            yield Trouble(grid.name, 1, field["name"], "no such column", "this column")


def columns_have_a_heading(grid, spec):
    """Yields Trouble for each column whose heading is blank."""
    for place, heading in enumerate(grid.header, 1):
        if not heading:
            below = [line for line in grid.lines if "".join(line.cells[place - 1 : place]).strip()]
            held = f" over “{below[0].cells[place - 1][:30]}”" if below else ""
            found = f"column {place} without a heading{held}"
            yield Trouble(grid.name, 1, "", found, "a heading, or no such column")


def columns_are_known(grid, spec):
    """Yields Trouble for each column that no table of this kind has. One that tables had once, as
    the schema's `retired` lists it, is passed over: a learner's older report still opens.
    """
    names = [field["name"] for field in spec["fields"]]
    retired = spec.get("retired", [])
    for heading in filter(None, grid.header):
        if heading not in [*names, *retired]:
            found = "a column that no table of this kind has"
            yield Trouble(grid.name, 1, heading[:60], found, f"one of {', '.join(names)}")


def columns_stand_once(grid, spec):
    """Yields Trouble for each column that stands twice."""
    for heading in dict.fromkeys(filter(None, grid.header)):
        if grid.header.count(heading) > 1:
            yield Trouble(grid.name, 1, heading, "the same column twice", "each column once")


HEADER_RULES = (
    required_columns_are_there,
    columns_have_a_heading,
    columns_are_known,
    columns_stand_once,
)
