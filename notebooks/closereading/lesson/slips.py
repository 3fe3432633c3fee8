"""Slips of typing in a cell that gives an answer: each gets the sentence that names it, in place of
Python's own error. Errors in other cells, and in our own code, stay errors.
"""

import re
from difflib import get_close_matches

import pandas as pd

from ..reading.vocabulary import ONES, TEENS
from .our_calls import SAVES, WORDS
from .slips_of_numbers import of_numbers
from .slips_of_signs import goes_on
from .slips_of_syntax import STRINGS, of_dots, of_syntax
from .slips_of_types import of_calls, of_types

# a number phrase in quotation marks with which somebody calculates
_PHRASE = re.compile(
    r"(?<!parse_words\()([\"'])((?:[a-z ]+ )?\d[\d,]{3,}(?: [a-z\d, ]+)?)\1 *[+/*-] "
)
_COMPARED = re.compile(r"(\w+)\[[\"'](\w+)[\"']\] *== *([\"'])(.+?)\3")
_SMALL = {word: n for n, word in enumerate([*ONES, *TEENS], 1)}
_PYTHONS = {"none": "None", "null": "None", "nil": "None", "true": "True", "false": "False"}
_BLANKS = {"low", "high", "tip", "tail"}  # what stands for a number of the learner's in an example
AGAIN = "Nothing was checked or saved."


def sentence(error, source, names):
    """str: what was typed otherwise than it is meant. error: the exception; source: of the cell;
    names: dict, what the notebook knows by name.
    """
    ways = [of_syntax, of_dots, _of_name, _of_key, _of_table]
    ways += [of_types, of_numbers, _of_call, of_calls]
    said = next(filter(None, (way(error, source, names) for way in ways)), "")
    return f"{said or _in_general(error)} {AGAIN if SAVES.search(source) else ''}".strip()


def in_source(source):
    """str: a number in a cell that Python reads otherwise than it is meant, in a sentence; ""
    where there is none. For an answer that came out wrong.
    """
    bare = STRINGS.sub('""', source)
    if found := re.search(r"(?<![\w.])(\d{1,3})\.000(?![\w.])", bare):
        return (
            f"In your cell stands {found[0]}. In Python a dot is a decimal point, so this is"
            f" {found[1]}. If you mean {found[1]} thousand, write {found[1]}000."
        )
    if found := re.search(r"([\"'])([^\"'\n]+)\1 +([\"'])([^\"'\n]+)\3", source):
        return f"No comma stands between “{found[2]}” and “{found[4]}”, so they are one text."
    if found := re.search(r"~ ?(\d[\d_]*)", bare):
        return f"To Python ~{found[1]} is -{int(found[1]) + 1}. Write {found[1]}, without “~”."
    if found := re.search(r"[=(,] *(\d[\d_.]*) (and|or|&|\|) (\d[\d_.]*)", bare):
        return f"“{found[1]} {found[2]} {found[3]}” are several numbers. One is wanted here."
    if re.search(r"^\s*def ", bare, re.M) and not re.search(r"\breturn\b", bare):
        return "A function gives back what stands behind “return”, and yours has no such line."
    if re.search(r"\bcheck\([^,]+, *print\(", bare):
        return "print shows a value and gives nothing back. Give the value itself."
    if found := _PHRASE.search(source):
        return (
            f'A phrase becomes a range with parse_words("{found[2]}"), and then you can calculate.'
        )
    return goes_on(source) or _word_of(source)


def in_no_row(source, names):
    """str: a word with which a column is compared and that none of its rows has, in a sentence; ""
    where there is none. names: dict, what the notebook knows by name.
    """
    for table, column, _, value in _COMPARED.findall(source):
        rows = names.get(table)
        if not isinstance(rows, pd.DataFrame) or column not in rows.columns:
            continue
        known = [str(one) for one in rows[column].dropna().unique()]
        if value not in known and known:
            return f"No row of {table} has “{value}” in {column}. {_nearest(value, known)}"
    return ""


def _nearest(value, known):
    """str: which of the words of a column is the nearest to another, or which words there are."""
    if value.strip() in known:
        return f"A blank too many stands in it: “{value.strip()}”."
    near = get_close_matches(value.casefold(), {one.casefold() for one in known}, 1, 0.6)
    meant = next((one for one in known if near and one.casefold() == near[0]), "")
    if meant:
        return f"Did you mean “{meant}”?"
    listed = "”, “".join(sorted(filter(None, known))[:6])
    more = " and others" if len(known) > 6 else ""
    return f"It has “{listed}”{more}."


def _word_of(source):
    """str: a word that is compared with a column and begins with a capital letter that the table
    does not have; "" for none.
    """
    found = re.search(r"== *([\"'])([A-Z][a-z ]+)\1", source)
    if not found or re.search(r"\b(?:who|name|account_name)\b", source):
        return ""
    small = found[2][0].lower() + found[2][1:]
    return f"Capital letters count for Python: “{found[2]}” is not “{small}”."


def _of_name(error, source, names):
    """A name that nobody has given."""
    if not isinstance(error, NameError):
        return ""
    name = error.name or ""
    if said := _known_word(name) or _no_value(name, source) or _of_ours(name):
        return said
    known = [*(one for one in names if not one.startswith("_")), *WORDS]
    known += re.findall(r"(?<=[(,]) *([a-z_]\w+) *(?=[,)=])", "".join(_headers(source)))
    small = {one.casefold(): one for one in known}
    near = get_close_matches(name.casefold(), small, 1, 0.75)
    if near:
        return f"Python does not know “{name}”. Did you mean {small[near[0]]}?"
    return (
        f"Python does not know “{name}”. If it is a word of your own, put it in quotation marks:"
        f' "{name}". Otherwise a cell above was skipped: choose Run, then Run All Above Selected'
        " Cell."
    )


def _known_word(name):
    """str: what is said of a word that means a value, or a blank of ours."""
    if name.casefold() in _PYTHONS:
        return f"Python writes it with a capital letter: {_PYTHONS[name.casefold()]}."
    if name.casefold() in _SMALL:
        return f"Write the number in figures: {_SMALL[name.casefold()]}."
    if name in _BLANKS:
        return f"“{name}” stands in the example for a number of yours: put a number in its place."
    return ""


def _of_ours(name):
    """str: how a word of the lessons comes into a notebook; "" for another word."""
    return f"Run this line first: from closereading import {name}." if name in WORDS else ""


def _no_value(name, source):
    """str: that a name gets its value by one equals sign, where another sign stands."""
    if re.search(rf"predict\(.*\b{name} *==", source):
        return f"One equals sign stands between a name and its value: {name}=…"
    found = re.search(rf"^\s*{name} *(==|:) *(\S.*)$", source, re.M)
    return f"One equals sign gives a name its value: {name} = {found[2]}." if found else ""


def _headers(source):
    """list of str: the lines of a cell that begin a function, whose values have names too."""
    return [line for line in source.splitlines() if line.lstrip().startswith("def ")]


def _of_key(error, source, names):
    """A column or a row that a table does not have."""
    if not isinstance(error, KeyError) or not error.args:
        return ""
    key = _asked_for(str(error.args[0]))
    if "key of type tuple" in key:
        return "Between square brackets stands one name. For a span there is .between(150, 250)."
    tables = _tables_asked(key, source, names)
    told = (_in_this_table(key, name, table, source) for name, table in tables.items())
    if said := next(filter(None, told), ""):
        return said
    return _elsewhere(key, tables, names) or _no_row(key, tables, source)


def _tables_asked(key, source, names):
    """dict {name: table or column}: what a cell asks for a key: whatever stands before the key in
    square brackets; else all that the cell names; else those that have the key in other letters.
    """
    known = _tables(names)
    quoted = rf"(\w+)(?:\.loc|\.drop)?[\[(](?:index=|columns=)?[\"']{re.escape(key)}[\"']"
    before = [name for name in re.findall(quoted, source) if name in known]
    frames = [name for name, table in known.items() if isinstance(table, pd.DataFrame)]
    named = [name for name in frames if name in source]
    return {name: known[name] for name in before or named or _alike(key, known)}


def _tables(names):
    """dict {name: DataFrame or Series}: those that a notebook knows by a name."""
    tables = {n: t for n, t in names.items() if isinstance(t, (pd.DataFrame, pd.Series))}
    return {name: table for name, table in tables.items() if not name.startswith("_")}


def _alike(key, tables):
    """list of str: the tables that have a row of this name in other letters, or nearly so."""
    rows = {name: {str(one).casefold() for one in t.index} for name, t in tables.items()}
    found = [name for name, known in rows.items() if key.casefold() in known]
    return found or [n for n, known in rows.items() if get_close_matches(key, known, 1, 0.7)]


def _in_this_table(key, name, table, source):
    """str: where in a table a text stands that was taken for a column or a row of it; else ""."""
    if isinstance(table, pd.Series):
        return ""
    if key in table.index:
        return f'A row of {name} is taken with .loc: {name}.loc["{key}"].'
    row = _row_called(key, table)
    if row and row.casefold() != key.casefold():
        return f"“{key}” is the name of a row of {name}. The row itself is called “{row}”."
    column = _column_of(key, table)
    if not column or row:
        return ""
    compared = f'{name}["{column}"] == "{key}"'
    if re.search(rf"loc\[[\"']{re.escape(key)}", source):
        said = f"“{key}” is no row of {name}. It stands in the column {column}: write"
        return f"{said} {name}.loc[{compared}]."
    return f"“{key}” is no column of {name}. It stands in the column {column}: write {compared}."


def _asked_for(said):
    """str: the first row or column that pandas did not find, without its own words about it."""
    found = re.match(r"\[?['\"](.+?)['\"].*(?:not in index|are in the)", said)
    found = found or re.match(r"None of \[(?:Index\(\[)?['\"](.+?)['\"]", said)
    found = found or re.match(r"\[['\"](.+?)['\"].*\] not found in axis", said)
    return found[1] if found else said


def _row_called(key, table):
    """str: the index of the row whose name is a text, as tables print it; "" for none."""
    if "name" not in table.columns or key in table.index:
        return ""
    rows = table.index[table["name"].astype(str).str.casefold() == key.casefold()]
    return str(rows[0]) if len(rows) else ""


def _elsewhere(key, tables, names):
    """str: which other table of the report has a column that these do not have; "" for none."""
    report = names.get("report")
    for name in ("claims", "numbers", "speakers", "places", "routes", "events", "sources"):
        table = getattr(report, name, None)
        if isinstance(table, pd.DataFrame) and key in table.columns and tables:
            asked = " or ".join(tables)
            return (
                f"“{key}” is no row and no column of {asked}. It is a column of another table:"
                f' report.{name}["{key}"].'
            )
    return ""


def _column_of(key, table):
    """str: the first column of a table in which a text stands; "" where none has it."""
    return next((name for name in table.columns if (table[name].astype(str) == key).any()), "")


def _no_row(key, tables, source):
    """str: what rows or columns there are in place of one that there is not."""
    for name, table in tables.items():
        columns = [] if isinstance(table, pd.Series) else [*table.columns]
        of_rows = re.search(rf"loc\[[\[ ]*[\"']{re.escape(key)}", source)
        known = [str(one) for one in [*([] if of_rows else columns), *table.index]]
        small = {one.casefold(): one for one in known}
        near = get_close_matches(key.casefold(), small, 1, 0.6)
        if meant := small[near[0]] if near else _in_other_letters(key, table):
            return f"{name} has no “{key}”. Did you mean “{meant}”?"
        if len(table) and isinstance(table.index[0], str):
            return f"{name} has no “{key}”. Its rows are called {_some(table.index)}."
    return f"There is no “{key}” here: compare the spelling with the names in the table."


def _in_other_letters(key, table):
    """str: a text of a table that is this one but for capitals; "" for none."""
    cells = (str(cell) for cell in pd.DataFrame(table).to_numpy().ravel())
    return next((cell for cell in cells if cell.casefold() == key.casefold()), "")


def _some(index):
    """str: the first of the names of a table's rows."""
    first = ", ".join(f"“{name}”" for name in index[:6])
    return f"{first} and so on" if len(index) > 6 else first


def _of_table(error, source, names):
    """A whole table where a column of it is wanted."""
    if "multidimensional key" not in str(error):
        return ""
    return (
        "A whole table stands between the square brackets. One column of it is wanted, such as"
        ' report.numbers["from"].'
    )


def _of_call(error, source, names):
    """A call of ours that lacks its key, or has too much in it."""
    found = re.search(r"(predict|check|keep|repair|quiz)\(\)? ?(missing|takes|got)", str(error))
    if not found or not isinstance(error, TypeError):
        return ""
    call, kind = found.groups()
    if "'sentence'" in str(error) and "'key'" not in str(error):
        return 'The sentence is missing. It comes after the key and a comma: repair("…", "…").'
    if kind == "missing":
        return f"The key of the question comes first in {call}(…), as in the cell you were given."
    return f"{call}(…) takes the key of the question and then your answer, and nothing else."


def _in_general(error):
    """str: Python's own words, in a sentence."""
    said = str(error).strip().rstrip(".")[:200] or "no reason given"
    return f"Python stopped at this cell and says: {said} ({type(error).__name__})."
