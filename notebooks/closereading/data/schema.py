"""What a table may hold: its Table Schema from data/schemas/, and one cell read by it."""

import json
import math
import re
from functools import cache

import pandas as pd

from ..reading.days import iso_day, wanted_day
from .folders import data_folder

SCHEMAS = data_folder() / "schemas"
LONGEST_CELL = 20_000  # letters; a longer one is a quotation mark that does not pair up
LARGEST_COUNT = 10**9
# a text that a spreadsheet takes for a formula, a number, money, a day, a time or a truth value
_AS_NUMBER = r"[(+-]*\s*(?:[A-Z]{0,3}[$£€¥₹]\s*)?[(+-]*[.,]*\d[\d\s.,:/%eE+-]*\)*\s*[$£€¥₹]?"
_AS_DAY = r"\d+[\s/.-]*[^\W\d]{3,9}[\s/.-]*\d*|[^\W\d]{3,9}[\s/.,-]+\d[\d\s,]*"
_AS_TIME = r"\d[\d:.]*\s*[aApP]\.?[mM]\.?"
_AS_TRUTH = r"(?i:true|false|wahr|falsch|vrai|faux)"
HARM = re.compile(rf"'*(?:[=+\-@\t\r]|(?:{_AS_NUMBER}|{_AS_DAY}|{_AS_TIME}|{_AS_TRUTH})\Z)")
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_DTYPES = {"string": "str", "integer": "int64", "number": "float64"}
_BLANK = {"string": "", "integer": 0}


@cache
def schema(table):
    """dict: the Table Schema of a table ("claims", "numbers" …), from data/schemas/."""
    return json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))


def keep_text_as_text():
    """For the rest of the session pandas keeps text as Python's own strings, also where pyarrow is
    installed: pyarrow's turn Markup into bare text and order equal counts in another way.
    """
    pd.set_option("mode.string_storage", "python")


def required(field):
    """bool: whether a field of a schema may not be blank, nor its column be missing."""
    return bool(field.get("constraints", {}).get("required"))


def empty(table):
    """DataFrame without rows that has a table's columns, for a report that lacks the file."""
    return _empty(table, pd.get_option("mode.string_storage")).copy()


@cache
def _empty(table, storage):
    """As empty, made once. storage: how pandas keeps text now."""
    return frame([], schema(table))


def frame(records, spec):
    """DataFrame of some records. records: list of dict, a value for each field of the schema
    `spec` and for _line. Text is blank where nothing is written, a number NaN, a day NaT; the
    index is the id, where there is one.
    """
    fields = [*spec["fields"], {"name": "_line", "type": "integer"}]
    columns = {field["name"]: _column(records, field) for field in fields}
    made = pd.DataFrame(columns)
    return made.set_index("id") if "id" in made else made


def _column(records, field):
    values = [record[field["name"]] for record in records]
    if field["type"] == "date":
        return pd.to_datetime(pd.Series(values, dtype="object"))
    return pd.Series(values, dtype=_DTYPES[field["type"]])


def several(cell):
    """tuple of str: the ids in a cell that may hold more than one, parted by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def meant(cell):
    """str: a cell without the apostrophe that keeps a spreadsheet from changing it."""
    return cell[1:] if cell[:1] == "'" and HARM.match(cell) else cell


def kept(text):
    """str: a text as it stands in a cell, so that no spreadsheet changes it."""
    return f"'{text}" if HARM.match(text) else text


def renamed(cell, field):
    """str: a cell with the names of today. field: of a schema; its `formerly` says what a name was
    called before, for tables and answers that somebody saved then.
    """
    now = field.get("formerly", {})
    return "|".join(now.get(part, part) for part in cell.split("|")) if now else cell


def read_cell(cell, field):
    """(value, None) for one cell of a table, or (what stands for a blank of its type, (found,
    expected)) where it cannot be read. field: of its schema.
    """
    kind = field["type"]
    if not cell:
        missing = ("a blank", "something: the column may not be blank")
        return _BLANK.get(kind), missing if required(field) else None
    if len(cell) > LONGEST_CELL:
        found = f"{len(cell):,} letters, beginning with “{cell[:30]}”"
        return _BLANK.get(kind), (found, f"at most {LONGEST_CELL:,}: do its marks pair up?")
    value, expected = _READ[kind](renamed(meant(cell), field))
    expected = expected or _broken(value, field.get("constraints", {}))
    if expected:
        shown = cell if len(cell) <= 60 else f"{cell[:60]}…"
        return _BLANK.get(kind), (f"“{shown}”", expected)
    return value, None


def _text(cell):
    return cell, None


def _whole_number(cell):
    if not _WHOLE.fullmatch(cell):
        return None, "a whole number"
    if len(cell) > 20 or abs(int(cell)) > LARGEST_COUNT:
        return None, f"a whole number, no larger than {LARGEST_COUNT:,}"
    return int(cell), None


def _number(cell):
    if not _NUMBER.fullmatch(cell) or not math.isfinite(float(cell)):
        return None, "a number in digits, such as 8000 (no comma, no unit)"
    return float(cell), None


def _day(cell):
    try:
        return iso_day(cell), None
    except ValueError:
        return None, wanted_day(cell)


_READ = {"string": _text, "integer": _whole_number, "number": _number, "date": _day}


def _broken(value, rules):
    """str: the constraint that a value breaks, as what is expected; or None."""
    if value not in rules.get("enum", [value]):
        return f"one of {', '.join(rules['enum'])}"
    if "minimum" in rules and value < rules["minimum"]:
        return f"{rules['minimum']} or more"
    if "maximum" in rules and value > rules["maximum"]:
        return f"{rules['maximum']} or less"
    return None
