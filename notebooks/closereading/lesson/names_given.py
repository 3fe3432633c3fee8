"""Names as they stand in an answer: the texts of a list or a table, and pairs of ids."""

import re

import pandas as pd

from .values import LISTS, is_open, written_plainly

_ID = re.compile(r"[A-Za-z]{1,2}\d{1,2}")
_PAIR = re.compile(r"\b([A-Z]\d\d?) ?(?:VS\.?|V\.?|WITH|AGAINST|[-–—/]) ?([A-Z]\d\d?)\b")


def pairs_in(answer):
    """list of (id, id): the pairs of a list of pairs, of a dict, or of a text that sets two ids
    beside each other: "C26 vs. C43"; empty for anything else.
    """
    if isinstance(answer, dict):
        answer = list(answer.items())
    if isinstance(answer, str):
        plain = written_plainly(answer).upper()
        return [(one[1], one[2]) for one in _PAIR.finditer(plain)]
    listed = isinstance(answer, (list, tuple, set)) and all(map(_is_pair, answer))
    return list(answer) if listed else []


def _is_pair(entry):
    two = isinstance(entry, (tuple, list)) and len(entry) == 2
    return two and all(isinstance(one, str) and _ID.fullmatch(one) for one in entry)


def texts_in(answer):
    """list of str: the texts that an answer holds; empty where it holds something else."""
    if isinstance(answer, str):
        return [answer] if answer.strip() else []
    if isinstance(answer, pd.Series) and answer.dtype.kind in "if":
        answer = answer.index
    return _texts_of(answer) if isinstance(answer, LISTS) else []


def _texts_of(listed):
    """list of str: the texts of a list, and its whole numbers beside them; empty where it holds
    something else.
    """
    entries = [_joined(entry) for entry in listed if not is_open(entry)]
    texts = strings_in(entries)
    if texts and all(isinstance(entry, (str, int)) for entry in entries):
        return list(map(str, entries))
    return texts if len(texts) == len(entries) else []


def _joined(entry):
    """An entry of a list; a pair such as (4, "verbatim") as one text."""
    pair = isinstance(entry, (tuple, list)) and all(isinstance(v, (str, int)) for v in entry)
    return " ".join(map(str, entry)) if pair else entry


def strings_in(column):
    """list of str: the texts of a column."""
    return [cell for cell in column if isinstance(cell, str)]


def columns_in(table):
    """list of lists of str: the texts of the index and of each column of a table."""
    columns = [table.index, *(table.iloc[:, place] for place in range(table.shape[1]))]
    return [strings_in(column) for column in columns]
