"""What a learner's value is: in words, folded for comparing, as one value, as JSON can hold it."""

import math
import re
import unicodedata
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from itertools import islice
from numbers import Number

import numpy as np
import pandas as pd

from ..reading.interval import Interval
from ..reading.numerals import so_many

LISTS = (
    list,
    tuple,
    set,
    frozenset,
    pd.Series,
    pd.Index,
    np.ndarray,
    pd.api.extensions.ExtensionArray,
)


MOST = 1000  # entries of an iterator that are looked at
_ALIKE = str.maketrans("АВСЕКМНОРТХ", "ABCEKMHOPTX")  # Cyrillic capitals that look like Latin ones
_ID = re.compile(r"\b[A-ZАВСЕКМНОРТХ]\d{1,2}\b")


def opened(answer):
    """An answer in a shape that can be looked into: what can be gone through once as a list, a list
    that holds one list as that list; in it None for each gap. Anything else as it is.
    """
    if isinstance(answer, (Iterator, KeysView, ValuesView, ItemsView)):
        try:
            answer = list(islice(answer, MOST))
        except Exception:  # a generator of the learner's own that stops with an error
            return answer
    if isinstance(answer, np.ndarray) and answer.ndim > 1:
        answer = answer.ravel()
    answer = _without_gaps(answer)
    inner = answer[0] if isinstance(answer, (list, tuple)) and len(answer) == 1 else None
    return inner if isinstance(inner, (list, tuple)) and len(inner) > 1 else answer


def _without_gaps(answer):
    """A list with None for each gap of pandas; anything else as it is."""
    if type(answer) not in (list, tuple):
        return answer
    return type(answer)(None if is_open(entry) else entry for entry in answer)


def written_plainly(text):
    """str: a text with digits, letters and blanks of one kind: no full-width ones, no Cyrillic
    letter in an id.
    """
    text = unicodedata.normalize("NFKC", text)
    return _ID.sub(lambda found: found[0].translate(_ALIKE), text)


def is_number(value):
    """bool: whether it is a number, no truth value and none of two dimensions."""
    return isinstance(value, Number) and not isinstance(value, (bool, complex))


def folded(text):
    """str: a text without capitals, stops and “the”, to be compared with another."""
    words = re.findall(r"[\w.]+", written_plainly(text).casefold())
    return re.sub(r"^the ", "", " ".join(words).replace(".", ""))


def names(value):
    """set of str, folded; None where a value holds something else than texts."""
    if isinstance(value, str):
        value = [value]
    elif isinstance(value, pd.Series) and value.dtype.kind in "if":
        value = value.index
    if not isinstance(value, LISTS) or not len(value):
        return None
    return {folded(v) for v in value} if all(isinstance(v, str) for v in value) else None


def ends(value):
    """(low, high) as floats, NaN where nothing is printed; None where it is no pair of ends."""
    if isinstance(value, Interval):
        pair = value.low, value.high
    elif isinstance(value, (tuple, list, np.ndarray, pd.Series)):
        pair = tuple(value)
    else:
        return None
    if len(pair) != 2 or not all(is_open(v) or is_number(v) for v in pair):
        return None
    return tuple(_end(v, without) for v, without in zip(pair, (-math.inf, math.inf)))


def _end(value, without):
    """float: one end; NaN where none is printed. without: the infinity that says the same."""
    return math.nan if is_open(value) or value == without else float(value)


def is_open(end):
    """bool: whether an end stands for none that is printed: None, or a gap of pandas."""
    return end is None or end is pd.NA or end is pd.NaT


def single(value):
    """The one entry of a list, a dict, a column or a table that has one; anything else as it is.
    numpy scalars become Python's.
    """
    if isinstance(value, pd.DataFrame) and value.shape == (1, 1):
        value = value.iloc[:, 0]
    if isinstance(value, dict) and len(value) == 1:
        value = list(value.values())
    if isinstance(value, (list, tuple, set, frozenset, pd.Series, pd.Index)) and len(value) == 1:
        value = next(iter(value))
    return value.item() if hasattr(value, "item") and getattr(value, "size", 0) == 1 else value


def plain(value):
    """A value that JSON can hold: itself, or its repr."""
    value = single(value)
    if is_number(value) and not isinstance(value, (int, float)):  # a Decimal, a Fraction
        value = float(value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)[:200]


def without_stray_mark(text):
    """A text without a quotation mark at its end that has no partner, as four marks in a row leave
    one; anything else as it is.
    """
    if not isinstance(text, str) or text.count('"') % 2 == 0:
        return text
    return text.strip().removeprefix('"') if text.strip().startswith('"') else _unended(text)


def _unended(text):
    """str: a text without the mark that ends it."""
    return text.strip().removesuffix('"')


def says_something(text):
    """bool: whether a letter or a digit stands in a text, so that it is more than three dots."""
    return any(sign.isalnum() for sign in text)


def kind_of(value):
    """str: what a value is, in a learner's words."""
    if value is None:
        return "None, that is, no answer"
    if isinstance(value, (bool, Number)):
        return _kind_of_number(value)
    if isinstance(value, pd.DataFrame):
        return f"a table of {so_many(len(value), 'row')}"
    if isinstance(value, pd.Series):
        return f"a column of {so_many(len(value), 'entry', 'entries')}"
    if isinstance(value, str):
        return f"the text “{value[:40]}”" if says_something(value) else "an empty text"
    if isinstance(value, (list, tuple, set, frozenset, pd.Index)):
        return f"a list of {so_many(len(value), 'entry', 'entries')}"
    if callable(value):
        return "a function that was not called: the brackets are missing"
    return f"something of the type {type(value).__name__}"


def _kind_of_number(value):
    if value != value:
        return "“not a number”"
    return f"{str(value)[:20]}, a {'truth value' if isinstance(value, bool) else 'number'}"


def hint(value):
    """str: what may be done to a value so that it becomes one number or text, or ""."""
    if isinstance(value, tuple):
        return f" It holds {len(value)} values: take one, such as [0]."
    if isinstance(value, pd.Series) and not len(value):
        return " No row matched: compare spelling and quotation marks with the table."
    if isinstance(value, pd.Series) and value.dtype == bool:
        return (
            " It says True or False of every row; .sum() counts the True ones, claims[…] picks them"
            " out."
        )
    return (
        " Pick one row and one column of it."
        if isinstance(value, (pd.Series, pd.DataFrame))
        else ""
    )
