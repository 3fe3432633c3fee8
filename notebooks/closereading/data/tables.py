"""Tables of a report: read from CSV, checked against their Table Schema, every problem in words.
Also: how tables are shown.
"""

import csv
import io
import json
import math
import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from ..reading.text import Problem
from .folders import data_folder

SCHEMAS = data_folder() / "schemas"
NO_ROW = "<p>No row: the report that is open holds none of these.</p>"
# a text that a spreadsheet takes for a formula, a number or a day
HARM = re.compile(
    r"'*(?:[=+\-@\t\r]|[.,]*\d[\d\s.,:/%eE+-]*\Z|\d+[\s/.-]*[^\W\d]{3,9}[\s/.-]*\d*\Z)"
)
DTYPES = {"string": "str", "integer": "int64", "number": "float64", "date": "object"}


class Trouble(str):
    """One problem as a sentence; `line` and `file` order the list."""

    def __new__(cls, file, line, column, found, expected):
        where = (
            file + (f", line {line}" if line else "") + (f", column “{column}”" if column else "")
        )
        self = super().__new__(cls, f"{where}: found {found}; expected {expected}.")
        self.file, self.line = file, line
        return self


@cache
def schema(table):
    """dict: the Table Schema of a table ("claims", "numbers" …), from data/schemas/."""
    return json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))


def empty(table):
    """DataFrame without rows that has a table's columns, for a report that lacks the file."""
    return _frame([], schema(table))


def read_table(path, table):
    """(DataFrame, list of Trouble). Reads one UTF-8 CSV against data/schemas/<table>.json; commas,
    semicolons or tabs part the columns.
    The DataFrame is indexed by id, text blank where nothing is written, numbers NaN (never 0),
    dates as Timestamp. Rows that cannot be read are left out; each problem is one Trouble. Raises
    nothing for bad content.
    """
    path, spec, name = Path(path), schema(table), Path(path).name
    fields = {f["name"]: f for f in spec["fields"]}
    required = [n for n, f in fields.items() if f.get("constraints", {}).get("required")]
    text, trouble = read_text(path)
    rows, start, reader = (
        [],
        1,
        csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True),
    )
    try:
        for row in reader:  # start: the line on which a row begins; a quoted cell may span lines
            rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error as e:
        trouble = Trouble(
            name,
            0,
            "",
            f"a quotation mark that does not pair up ({e}); the file may be cut off",
            "both marks round a text that holds a comma",
        )
    header = [h.strip() for h in rows[0][1]] if rows else []
    if not trouble and not any(row for _, row in rows):
        trouble = Trouble(
            name, 1, "", "an empty file", "a first line with the names of the columns"
        )
    if trouble:
        return empty(table), [trouble]
    troubles = [
        Trouble(name, 1, n, "no such column", "this column") for n in required if n not in header
    ]
    troubles += [
        Trouble(
            name, 1, h, "a column that no table of this kind has", "one of " + ", ".join(fields)
        )
        for h in header
        if h not in fields
    ]
    troubles += [
        Trouble(name, 1, h, "the same column twice", "each column once")
        for h in dict.fromkeys(header)
        if header.count(h) > 1
    ]
    if troubles:
        return empty(table), troubles
    good = []
    for number, row in rows[1:]:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            troubles.append(
                Trouble(
                    name,
                    number,
                    "",
                    f"{len(row)} fields",
                    f"{len(header)}, as in the first line (a text with a comma stands in double"
                    " quotation marks)",
                )
            )
            continue
        record, cells = {"_line": number}, dict(zip(header, row))
        for n, f in fields.items():
            record[n], trouble = read_cell(cells.get(n, "").strip(), f)
            if trouble:
                troubles.append(Trouble(name, number, n, *trouble))
        low, high = record.get("low"), record.get("high")
        if low is not None and high is not None and low > high:
            troubles.append(
                Trouble(
                    name, number, "low", f"{low:g}, above high {high:g}", "low no larger than high"
                )
            )
        good.append(record)
    key, seen = spec.get("primaryKey", []), set()
    for r in good:
        mine = tuple(r[k] for k in key)
        if all(mine) and mine in seen:
            wanted = "an id of its own" if len(key) == 1 else "one row for each"
            troubles.append(
                Trouble(
                    name,
                    r["_line"],
                    " and ".join(key),
                    f"“{', '.join(mine)}”, which an earlier row has",
                    wanted,
                )
            )
        seen.add(mine)
    return _frame(good, spec), troubles


def read_text(path):
    """(text, None) of a UTF-8 file, a byte order mark left out; or ("", Trouble) where it is no
    such file.
    """
    if path.is_dir():
        return "", Trouble(path.name, 0, "", "a folder of this name", "a file")
    try:
        data = path.read_bytes()
    except OSError as e:
        return "", Trouble(
            path.name, 0, "", f"a file that cannot be read ({e.strerror})", "a file you may read"
        )
    if data[:2] == b"PK":
        return "", Trouble(
            path.name,
            1,
            "",
            "a spreadsheet or another packed file",
            "plain text (in a spreadsheet: save as “CSV UTF-8”)",
        )
    wanted = "a file saved as UTF-8 (in a spreadsheet: “CSV UTF-8”)"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        return "", Trouble(
            path.name, data[: e.start].count(b"\n") + 1, "", "bytes that are not UTF-8", wanted
        )
    if found := re.search("[\0\x1b\u202d\u202e]", text):
        what = {"\0": "a nul byte", "\x1b": "a terminal’s escape sign"}.get(
            found[0], "a sign that turns the writing round"
        )
        return "", Trouble(
            path.name,
            text[: found.start()].count("\n") + 1,
            "",
            f"{what}, which stands in no text",
            wanted,
        )
    return text, None


def _separator(text):
    return next(
        (mark for mark in ",;\t" if mark in text.partition("\n")[0]), ","
    )  # a German or French spreadsheet writes semicolons


def _meant(cell):
    return cell[1:] if cell[:1] == "'" and HARM.match(cell) else cell


def put_row(path, table, record, check=None):
    """Writes one row into a CSV (UTF-8 with a byte order mark, so that spreadsheets know its
    letters): into the row with the same key, else below the last one. record: {column: text,
    number, day or None}; cells of other columns and rows stay as they are on the disk now. check:
    as write_whole takes it. A text that a spreadsheet would take for something else (HARM) gets an
    apostrophe in front, which read_table takes off again. Raises Problem where the file is
    damaged, or would be: then it stays as it is.
    """
    spec, troubles = schema(table), read_table(path, table)[1] if path.exists() else []
    text = read_text(path)[0] if path.exists() and not troubles else ""
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))) or [
        [f["name"] for f in spec["fields"]]
    ]
    texts = {f["name"] for f in spec["fields"] if f["type"] == "string"}
    made = {
        n: "" if v is None or v != v else f"{v:.15g}" if isinstance(v, float) else str(v).strip()
        for n, v in record.items()
    }
    made = {n: ("'" if n in texts and HARM.match(v) else "") + v for n, v in made.items()}
    header = [h.strip() for h in header] + [
        n for n in made if made[n] and n not in map(str.strip, header)
    ]
    rows = [dict(zip(header, map(str.strip, row))) for row in rows if any(row)]
    mine = next(
        (
            row
            for row in rows
            if all(_meant(row.get(k, "")) == _meant(made.get(k, "")) for k in spec["primaryKey"])
        ),
        None,
    )
    (rows.append if mine is None else mine.update)(made)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=_separator(text)).writerows(
        [header, *([row.get(h, "") for h in header] for row in rows)]
    )
    write_whole(
        path,
        "\ufeff" + out.getvalue(),
        lambda new: troubles or (check(new) if check else read_table(new, table)[1]),
    )


def write_whole(path, text, check=lambda new: []):
    """Writes a text file so that at every moment the old or the new one is there, whole. check:
    function of the new file's path that gives a list of Trouble. Raises Problem where there is
    any, or the disk refuses; the old file then stays.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("wb") as f:
            f.write(text.encode("utf-8", "replace"))
            f.flush()
            os.fsync(f.fileno())
        if troubles := check(new):
            raise Problem(
                "Nothing was written. " + " ".join(t.replace(new.name, path.name) for t in troubles)
            )
        os.replace(new, path)
    except OSError as e:
        raise Problem(
            f"{path.name} could not be written ({e.strerror or e}). Is it open in another program?"
            " Close it there and try again."
        ) from None
    finally:
        new.unlink(missing_ok=True)


def read_cell(cell, field):
    """(value, None) or (None, (found, expected)) for one cell of a table. field: of its schema."""
    kind, rules = field["type"], field.get("constraints", {})
    if not cell:
        missing = (
            ("a blank", "something: the column may not be blank") if rules.get("required") else None
        )
        return {"string": "", "integer": 0}.get(kind), missing
    try:
        value = {"string": _meant, "integer": int, "number": float, "date": date.fromisoformat}[
            kind
        ](cell)
        if kind == "number" and not math.isfinite(value):
            raise ValueError
    except ValueError:
        wanted = {
            "integer": "a whole number",
            "number": "a number in digits, such as 8000 (no comma, no unit)",
            "date": "a day such as 2022-02-10",
        }[kind]
        return {"integer": 0}.get(kind), (f"“{cell}”", wanted)
    broken = (
        [f"one of {', '.join(rules['enum'])}"] if value not in rules.get("enum", [value]) else []
    )
    broken += (
        [f"{rules['minimum']} or more"] if "minimum" in rules and value < rules["minimum"] else []
    )
    broken += (
        [f"{rules['maximum']} or less"] if "maximum" in rules and value > rules["maximum"] else []
    )
    return value, (f"“{cell}”", broken[0]) if broken else None


def _frame(records, spec):
    columns = {
        f["name"]: pd.Series([r[f["name"]] for r in records], dtype=DTYPES[f["type"]])
        for f in [*spec["fields"], {"name": "_line", "type": "integer"}]
    }
    frame = pd.DataFrame(
        {
            name: pd.to_datetime(column) if column.dtype == object else column
            for name, column in columns.items()
        }
    )
    return frame.set_index("id") if "id" in frame else frame


def several(cell):
    """tuple of str: the ids in a cell that may hold more than one, parted by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def cross_check(tables, specs=schema):
    """list of Trouble: every `refersTo` of the schemas that points to a row that is not there.
    tables: dict of name -> DataFrame as read_table gives them. A field may refer to several tables
    ("from": a claim or a source card), and one that is marked `several` may hold more than one id.
    """
    troubles = []
    for name, frame in tables.items():
        for field in specs(name)["fields"]:
            targets = [t for t in field.get("refersTo", []) if t in tables]
            known = set().union(*(tables[t].index for t in targets))
            for value, line in zip(frame[field["name"]], frame["_line"]) if targets else ():
                missing = [
                    one
                    for one in (several(value) if field.get("several") else [value])
                    if one and one not in known
                ]
                troubles += [
                    Trouble(
                        f"{name}.csv",
                        line,
                        field["name"],
                        f"“{one}”",
                        f"an id of {' or '.join(t + '.csv' for t in targets)}",
                    )
                    for one in missing
                ]
    return troubles


class Shown:
    """Something a notebook shows: html (Markup), and the same as plain text for where HTML is not
    shown.
    """

    def __init__(self, html, text):
        self.html, self.text = html, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": no_formula(self.html), "text/plain": self.text}


def no_formula(html):
    """str: HTML in whose texts JupyterLab finds no formula: “$5 or $6” is money. Attributes stay
    as they are.
    """
    return re.sub(r"[$\\](?=[^<>]*(?:<|\Z))", r"<span>\g<0></span>", str(html))


def each(template, rows):
    """Markup: a template of HTML filled in with each of some rows (tuples), every value escaped
    that is no Markup.
    """
    return Markup("").join(Markup(template).format(*row) for row in rows)


def box(summary, content):
    """Markup: <details>, a box to be opened."""
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, content)


def html_table(frame, caption=""):
    """Markup: a DataFrame as a table that a screen reader can read: caption, column headers, no
    empty header, every cell escaped.
    A cell may be Markup, then it is taken as it is. The first column is the row's header.
    """
    head = each('<th scope="col" style="text-align:left">{}</th>', zip(frame.columns))
    rows = (
        (_shown(first), each('<td style="text-align:left">{}</td>', zip(map(_shown, rest))))
        for first, *rest in frame.itertuples(index=False, name=None)
    )
    body = each('<tr><th scope="row" style="text-align:left">{}</th>{}</tr>', rows)
    top = Markup("<caption>{}</caption>").format(caption) if caption else ""
    return Markup("<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        top, head, body
    )


def _shown(value):
    if value is pd.NaT or isinstance(value, float) and math.isnan(value):
        return ""
    return (
        f"{value:,.10g}"
        if isinstance(value, float)
        else day(value)
        if isinstance(value, pd.Timestamp)
        else value
    )


def day(when, year=True):
    """A day as readers write it: 10 February 2022, or 10 Feb."""
    return f"{when.day} {when:%B %Y}" if year else f"{when.day} {when:%b}"


def show_tables_plainly():
    """From now on this session shows every DataFrame through html_table: nothing is cut off, and it
    can be read aloud.
    """
    try:
        formatter = get_ipython().display_formatter.formatters["text/html"]
    except NameError:  # not in a notebook
        return
    formatter.for_type(
        pd.DataFrame,
        lambda frame: (
            no_formula(html_table(frame.reset_index() if frame.index.name else frame))
            if len(frame)
            else NO_ROW
        ),
    )
