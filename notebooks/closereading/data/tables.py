"""Tables of a report as CSV files: read and checked against their Table Schema, written row by row.

Every problem is a sentence that says where, what was found and what was expected.
"""

import csv
import io
import re
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..reading.numerals import agreeing
from .files import Trouble, read_text, write_whole
from .schema import empty, frame, kept, meant, read_cell, required, schema

_DAY_OR_DECIMAL = re.compile(r"\d{4}-\d\d-\d\d|[+-]?\d*\.\d+", re.ASCII)


class Line(NamedTuple):
    """A row of a file. number: of the line on which it begins. cells: list of str."""

    number: int
    cells: list


class Grid(NamedTuple):
    """A file as it stands. name: of the file. header: list of str. lines: list of Line."""

    name: str
    header: list
    lines: list


def read_table(path, table):
    """(DataFrame, list of Trouble). Reads one UTF-8 CSV against data/schemas/<table>.json; commas,
    semicolons or tabs part the columns; columns that are blank to the bottom are no columns.

    The DataFrame is as `schema.frame` makes it. Rows that cannot be read are left out; each problem
    is one Trouble. Raises nothing for bad content.
    """
    path = Path(path)
    text, trouble = read_text(path)
    if trouble:
        return empty(table), [trouble]
    made, troubles = _read(path.name, text, table, pd.get_option("mode.string_storage"))
    return made.copy(), list(troubles)


@lru_cache(maxsize=256)
def _read(name, text, table, storage):
    """As read_table, of the text of a file, made once: most files are as they were when a report
    is opened again. storage: how pandas keeps text now.
    """
    spec = schema(table)
    grid, trouble = _grid_of(name, text)
    if trouble:
        return empty(table), [trouble]
    troubles = [t for rule in _HEADER_RULES for t in rule(grid, spec)]
    if troubles:
        return empty(table), troubles
    records = []
    for line in grid.lines:
        record, found = _record(grid, line, spec)
        troubles += found
        if record:
            records.append(record)
    troubles += [t for rule in _RECORD_RULES for t in rule(grid, records, spec)]
    return frame(records, spec), troubles


def _grid_of(name, text):
    """(Grid, None) of the text of a file, or (None, Trouble) where it is no table at all."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
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
    if not any(line.cells for line in lines):
        wanted = "a first line with the names of the columns"
        return None, Trouble(name, 1, "", "an empty file", wanted)
    header = [heading.strip() for heading in lines[0].cells]
    rows = [line for line in lines[1:] if any(map(str.strip, line.cells))]
    return Grid(name, *_without_empty_columns(header, rows)), None


def _without_empty_columns(header, lines):
    """(header, lines) without the columns at the right that hold nothing; spreadsheets add them."""
    width = len(header)
    while width and not header[width - 1]:
        width -= 1
    if any("".join(line.cells[width:]).strip() for line in lines):
        return header, lines
    return header[:width], [Line(line.number, line.cells[:width]) for line in lines]


def _separator(text):
    """str: the mark that parts the columns; a German or French spreadsheet writes semicolons."""
    first = text.partition("\n")[0]
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


def low_ends_come_first(grid, records, spec):
    """Yields Trouble for each row whose lower end is above its upper one."""
    kinds = {field["name"]: field["type"] for field in spec["fields"]}
    if kinds.get("low") != "number" or kinds.get("high") != "number":
        return
    for record in records:
        low = record["low"]
        high = record["high"]
        if low is not None and high is not None and low > high:
            found = f"{low:g}, above high {high:g}"
            yield Trouble(grid.name, record["_line"], "low", found, "low no larger than high")


def keys_stand_once(grid, records, spec):
    """Yields Trouble for each row whose key an earlier row has."""
    key = spec.get("primaryKey", [])
    seen = set()
    wanted = agreeing(len(key), "an id of its own", "one row for each")
    for record in records:
        mine = tuple(record[name] for name in key)
        if all(mine) and mine in seen:
            found = f"“{', '.join(mine)}”, which an earlier row has"
            yield Trouble(grid.name, record["_line"], " and ".join(key), found, wanted)
        seen.add(mine)


_HEADER_RULES = (
    required_columns_are_there,
    columns_have_a_heading,
    columns_are_known,
    columns_stand_once,
)
_RECORD_RULES = (low_ends_come_first, keys_stand_once)


def _record(grid, line, spec):
    """(dict, list of Trouble): a row as values, None where its cells cannot be told apart."""
    if len(line.cells) != len(grid.header):
        wanted = (
            f"{len(grid.header)}, as in the first line (a text with a comma stands in double"
            " quotation marks)"
        )
        found = f"{len(line.cells)} fields"
        return None, [Trouble(grid.name, line.number, "", found, wanted)]
    cells = dict(zip(grid.header, line.cells))
    record = {"_line": line.number}
    troubles = []
    for field in spec["fields"]:
        name = field["name"]
        record[name], trouble = read_cell(_stripped(cells.get(name, ""), field), field)
        if trouble:
            troubles.append(Trouble(grid.name, line.number, name, *trouble))
    return record, troubles


def _stripped(cell, field):
    """str: a cell without blanks around it; one blank is kept where the schema says that it means
    something.
    """
    if field.get("keepsBlank") and cell and cell.isspace():
        return " "
    return cell.strip()


def put_row(path, table, record, check=None):
    """Writes one row into a CSV (UTF-8 with a byte order mark, so that spreadsheets know its
    letters): into the row with the same key, else below the last one.

    record: {column: text, number, day or None}; cells of other columns and rows stay as they are on
    the disk now. check: as write_whole takes it. A text that a spreadsheet would take for something
    else gets an apostrophe in front, which read_table takes off again. Raises Problem where the
    file is damaged, or would be: then it stays as it is.
    """
    spec = schema(table)
    troubles = _troubles_of(path, table) if path.exists() else []
    disk = on_the_disk(path, table, troubles)
    made = _cells(record, spec)
    header = disk.header + [name for name, cell in made.items() if cell and name not in disk.header]
    _put(disk.rows, made, spec["primaryKey"])
    new = as_csv(header, disk.rows, disk.separator)
    check = check or partial(_troubles_of, table=table)
    write_whole(path, new, lambda tried: troubles or check(tried))


def _troubles_of(path, table):
    """list of Trouble of a table alone."""
    return read_table(path, table)[1]


class Disk(NamedTuple):
    """A file without troubles. header: list of str. rows: list of {column: cell}. separator: the
    mark that parts its columns.
    """

    header: list
    rows: list
    separator: str


def as_csv(header, rows, separator):
    """str: a CSV with a byte order mark."""
    out = io.StringIO(newline="")
    lines = [header, *([row.get(name, "") for name in header] for row in rows)]
    csv.writer(out, delimiter=separator).writerows(lines)
    return "\ufeff" + out.getvalue()


def on_the_disk(path, table, troubles=()):
    """Disk: a file as it stands there; one without rows where there is none, or a damaged one."""
    if troubles or not path.exists():
        return Disk([field["name"] for field in schema(table)["fields"]], [], ",")
    text = read_text(path)[0]
    grid, _ = _grid_of(path.name, text)
    rows = [dict(zip(grid.header, line.cells)) for line in grid.lines]
    return Disk(list(grid.header), rows, _separator(text))


def _cells(record, spec):
    """dict: column -> cell of a CSV. record: {column: value}; also columns that no table has."""
    fields = {field["name"]: field for field in spec["fields"]}
    return {name: _cell(value, fields.get(name, {})) for name, value in record.items()}


def _cell(value, field):
    """str: a value as a cell. field: of the schema; empty for a column that it does not have."""
    if value is None or value != value:  # NaN and NaT are no values
        return ""
    if isinstance(value, date):
        return f"'{value.isoformat()[:10]}"  # or a spreadsheet writes it as its country does
    if isinstance(value, float):
        text = f"{value:.15g}"
        return text if text.isdigit() else f"'{text}"  # 3.5 is the third of May in some countries
    text = _stripped(str(value), field)
    in_doubt = field.get("type") == "string" or _DAY_OR_DECIMAL.fullmatch(text)
    return kept(text) if in_doubt else text


def _put(rows, made, key):
    """Puts a row into a list of rows: where one has its key, else at the end."""
    for row in rows:
        if all(meant(row.get(name, "").strip()) == meant(made.get(name, "")) for name in key):
            row.update(made)
            return
    rows.append(made)
