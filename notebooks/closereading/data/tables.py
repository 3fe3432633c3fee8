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

from ..reading.numerals import agreeing, so_many
from .files import Trouble, read_text, write_whole
from .grids import HEADER_RULES, read_grid, separator_of
from .schema import empty, frame, kept, meant, read_cell, schema

_WITH_COMMA = re.compile(r"[+-]?\d{1,3},\d{3}(?:\.\d+)?", re.ASCII)
_DAY_OR_DECIMAL = re.compile(r"\d{4}-\d\d-\d\d|[+-]?\d*\.\d+", re.ASCII)


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
    grid, trouble = read_grid(name, text, spec)
    if trouble:
        return empty(table), [trouble]
    troubles = [t for rule in HEADER_RULES for t in rule(grid, spec)]
    if troubles:
        return empty(table), troubles
    records = []
    for line in grid.lines:
        record, found = _record(grid, line, spec)
        troubles += found
        if record:
            records.append(record)
    troubles += [t for rule in _RECORD_RULES for t in rule(grid, records, spec)]
    return frame(_first_of_each(records, spec), spec), troubles


def _first_of_each(records, spec):
    """list of dict: the records without those whose key an earlier one has."""
    key = spec.get("primaryKey", [])
    if not key:
        return records
    first = {}
    for record in records:
        first.setdefault(tuple(record[name] for name in key), record)
    return list(first.values())


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


_RECORD_RULES = (low_ends_come_first, keys_stand_once)


def _record(grid, line, spec):
    """(dict, list of Trouble): a row as values, None where its cells cannot be told apart."""
    if len(line.cells) != len(grid.header):
        wanted = (
            f"{len(grid.header)}, as in the first line (a text with a comma stands in double"
            " quotation marks)"
        )
        found = so_many(len(line.cells), "field")
        return None, [Trouble(grid.name, line.number, "", found, wanted)]
    cells = dict(zip(grid.header, line.cells))
    record = {"_line": line.number}
    troubles = []
    for field in spec["fields"]:
        name = field["name"]
        record[name], trouble = read_cell(_stripped(cells.get(name, ""), field), field)
        if trouble:
            troubles.append(Trouble(grid.name, line.number, name, *trouble))
    return record, _parted_number(grid, line, spec) or troubles if troubles else []


def _parted_number(grid, line, spec):
    """list of one Trouble: a comma inside a number parted it, and moved all cells behind it; empty
    where there is none.
    """
    numbers = {field["name"] for field in spec["fields"] if field["type"] == "number"}
    for name, first, behind in zip(grid.header, line.cells, line.cells[1:]):
        typed = f"{first.strip()},{behind.strip()}"
        if name in numbers and _WITH_COMMA.fullmatch(typed) and typed in " ".join(line.cells):
            wanted = f"{typed.replace(',', '')}, without a comma"
            found = f"“{typed}”, whose comma parts it into two columns"
            return [Trouble(grid.name, line.number, name, found, wanted)]
    return []


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
    grid, _ = read_grid(path.name, text, schema(table))
    rows = [dict(zip(grid.header, line.cells)) for line in grid.lines]
    return Disk(list(grid.header), rows, separator_of(text))


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
