"""Slips of typing in a cell that gives an answer: each gets the sentence that names it, in place of
Python's own error. Errors in other cells, and in our own code, stay errors.
"""

import re
from difflib import get_close_matches

import pandas as pd

from ..reading.vocabulary import ONES, TEENS

OURS = re.compile(
    r"^\s*(?:\w+ *= *)?(?:predict|check|keep|repair|save_claim|start_report|add_row)\(", re.M
)
_STRINGS = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.S)
_THOUSANDS = re.compile(
    r"(?<![\w.,(])\d{1,3}(?:,\d{3})+(?![\w,.])|(?<=[(=])\d{1,3}(?:,\d{3})+(?!\w)"
)
_DECIMAL = re.compile(r"(?<![\w.,])\d+,\d+(?![\w,])")
_DOTTED = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{3})+(?![\w.])")
_UNITS = "miles mile km men people troops percent per kilometres days"
_CURLY = "“”„«»‘’‚"
_SMALL = {word: n for n, word in enumerate([*ONES, *TEENS], 1)}
_PYTHONS = {"none": "None", "true": "True", "false": "False"}
_BLANKS = {"low", "high", "tip", "tail"}  # what stands for a number of the learner's in an example
_UNPAIRED = ("was never closed", "unmatched", "does not match", "incomplete input", "EOF")
AGAIN = "Nothing was checked or saved."


def is_ours(source):
    """bool: whether a cell gives an answer, or writes a row of a learner's own."""
    return bool(OURS.search(source))


def sentence(error, source, names):
    """str: what was typed otherwise than it is meant. error: the exception; source: of the cell;
    names: dict, what the notebook knows by name.
    """
    ways = [_of_syntax, _of_name, _of_key, _of_numbers]
    said = next(filter(None, (way(error, source, names) for way in ways)), "")
    return f"{said or _in_general(error)} {AGAIN}"


def in_source(source):
    """str: a number in a cell that Python reads otherwise than it is meant, in a sentence; ""
    where there is none. For an answer that came out wrong.
    """
    bare = _STRINGS.sub('""', source)
    if found := _DOTTED.search(bare):
        return (
            f"In your cell stands {found[0]}. In Python a dot is a decimal point, so this is no"
            f" thousand: write {found[0].replace('.', '')}."
        )
    return ""


def _of_syntax(error, source, names):
    """What Python could not read at all."""
    if not isinstance(error, SyntaxError):
        return ""
    bare = _STRINGS.sub('""', source)
    ways = [_marks, _commas, _signs, _inner_marks, _missing, _brackets]
    said = next(filter(None, (way(str(error), bare, source) for way in ways)), "")
    where = f"Python cannot read line {error.lineno}. " if error.lineno else ""
    return f"{where}{said or _READ}"


_READ = (
    "A text stands in quotation marks; a number stands alone, 40 and not 40% or 40 miles, and"
    " without a comma, 3000 and not 3,000; brackets come in pairs."
)


def _marks(message, bare, source):
    if "U+00A0" in message or "non-printable" in message:
        return (
            "There is a blank in it that only looks like one, perhaps copied from a web page."
            " Delete the blanks of this line and type them again."
        )
    if any(sign in bare for sign in _CURLY):
        found = next(sign for sign in bare if sign in _CURLY)
        return (
            f"There is a curly quotation mark in it, {found}. Python knows straight ones only:"
            ' "like these".'
        )
    if "unterminated" in message:
        return (
            "A text has no closing quotation mark. It begins and ends with the same mark, on one"
            " line; a text with an apostrophe in it stands in double marks."
        )
    return ""


def _commas(message, bare, source):
    found = _THOUSANDS.search(bare) or _DECIMAL.search(bare)
    if not found or "comma" in message and not re.search(r"\d,\d{3}\b", bare):
        return ""
    joined = found[0].replace(",", "")
    if re.fullmatch(r"\d{1,3}(,\d{3})+", found[0]):
        return f"There is a comma inside a number, {found[0]}. Write {joined}, without the comma."
    return f"There is a comma inside a number, {found[0]}. Python's decimal sign is the point."


def _signs(message, bare, source):
    if found := re.search(r"(\d+) ?%", bare):
        return f"Write {found[1]} for {found[1]} per cent, without the sign %."
    if found := re.search(rf"\b(\d+) +({'|'.join(_UNITS.split())})\b", bare):
        return f"Write the number alone, {found[1]}, without “{found[2]}”."
    return ""


def _inner_marks(message, bare, source):
    if re.search(r"\"\"\s*[^\s,)\]}=+:%.\"'#(]", bare) or re.search(r"[a-z]\s*\"\"\s*[a-z]", bare):
        return (
            "There are quotation marks inside a text, and Python takes the first of them for its"
            " end. Use single marks inside: \"he said 'no' to it\". Or a comma is missing after a"
            " text."
        )
    return ""


def _missing(message, bare, source):
    if found := re.search(r"([\w.]+|\"\") +(\w+) *=[^=]", bare):
        first = "the text" if found[1] == '""' else found[1]
        return f"A comma is missing between {first} and {found[2]}."
    if re.search(r"= *[A-Za-z]\w* +[A-Za-z]", bare):
        return 'A text of several words needs quotation marks: "New York".'
    if re.search(r"\d +\d", bare) or "forgot a comma" in message:
        return "A comma is missing between two answers."
    return ""


def _brackets(message, bare, source):
    if any(words in message for words in _UNPAIRED):
        return "A bracket has no partner: each ( needs a ), each [ a ]."
    return ""


def _of_name(error, source, names):
    """A name that nobody has given."""
    if not isinstance(error, NameError):
        return ""
    name = error.name or ""
    if name.casefold() in _PYTHONS:
        return f"Python writes it with a capital letter: {_PYTHONS[name.casefold()]}."
    if name.casefold() in _SMALL:
        return f"Write the number in figures: {_SMALL[name.casefold()]}."
    if name in _BLANKS:
        return f"“{name}” stands in the example for a number of yours: put a number in its place."
    known = [one for one in names if not one.startswith("_")]
    near = get_close_matches(name, known, 1, 0.75)
    if near:
        return f"Python does not know “{name}”. Did you mean {near[0]}?"
    return (
        f"Python does not know “{name}”. If it is a word of your own, put it in quotation marks:"
        f' "{name}". Otherwise a cell above was skipped: choose Run, then Run All Above Selected'
        " Cell."
    )


def _of_key(error, source, names):
    """A column or a row that a table does not have."""
    if not isinstance(error, KeyError) or not error.args:
        return ""
    key = str(error.args[0])
    tables = {n: t for n, t in names.items() if isinstance(t, pd.DataFrame) and n in source}
    for name, table in tables.items():
        column = _column_of(key, table)
        if column and f'loc["{key}"' not in source:
            return (
                f"“{key}” is no column of {name}. It stands in the column {column}: write"
                f' {name}["{column}"] == "{key}".'
            )
    return _no_row(key, tables)


def _column_of(key, table):
    """str: the first column of a table in which a text stands; "" where none has it."""
    return next((name for name in table.columns if (table[name].astype(str) == key).any()), "")


def _no_row(key, tables):
    """str: what rows or columns there are in place of one that there is not."""
    for name, table in tables.items():
        known = [str(one) for one in [*table.columns, *table.index]]
        small = {one.casefold(): one for one in known}
        near = get_close_matches(key.casefold(), small, 1, 0.6)
        if near:
            return f"{name} has no “{key}”. Did you mean “{small[near[0]]}”?"
    return f"There is no “{key}” here: compare the spelling with the names in the table."


def _of_numbers(error, source, names):
    """A comma inside a number, in a call that Python could read."""
    bare = _STRINGS.sub('""', source)
    found = re.search(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?![\w.])", bare)
    if not found and _DECIMAL.search(bare):
        return "There is a comma inside a number. Python's decimal sign is the point: 1.609344."
    if not found:
        return ""
    return (
        f"There is a comma inside a number, {found[0]}, so Python read several. Write"
        f" {found[0].replace(',', '')}, without the comma."
    )


def _in_general(error):
    """str: Python's own words, in a sentence."""
    said = str(error).strip().rstrip(".")[:200] or "no reason given"
    return f"Python stopped at this cell and says: {said} ({type(error).__name__})."
