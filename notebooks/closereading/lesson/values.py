"""What a learner's value is: in words, folded for comparing, as one value, as JSON can hold it."""

import math
import re
from numbers import Number

import numpy as np
import pandas as pd

from ..reading.interval import Interval

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


def is_number(value):
    """bool: whether it is a number, no truth value and none of two dimensions."""
    return isinstance(value, Number) and not isinstance(value, (bool, complex))


def folded(text):
    """str: a text without capitals, stops and “the”, to be compared with another."""
    return re.sub(r"^the ", "", " ".join(re.findall(r"[\w.]+", text.casefold())).replace(".", ""))


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
    if len(pair) != 2 or not all(v is None or is_number(v) for v in pair):
        return None
    return tuple(math.nan if v is None or math.isinf(v) else float(v) for v in pair)


def single(value):
    """The one entry of a list or Series that has one; anything else as it is. numpy scalars become
    Python's.
    """
    if isinstance(value, (list, tuple, set, pd.Series, pd.Index)) and len(value) == 1:
        value = next(iter(value))
    return value.item() if hasattr(value, "item") and getattr(value, "size", 0) == 1 else value


def plain(value):
    """A value that JSON can hold: itself, or its repr."""
    value = single(value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)[:200]


def kind_of(value):
    """str: what a value is, in a learner's words."""
    if value is None:
        return "None, that is, no answer"
    if isinstance(value, (bool, Number)):
        return _kind_of_number(value)
    if isinstance(value, pd.DataFrame):
        return f"a table of {len(value)} rows"
    if isinstance(value, pd.Series):
        return f"a column of {len(value)} entries"
    if isinstance(value, str):
        return f"the text “{value[:40]}”" if value.strip() else "an empty text"
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
        return (
            f" It holds {len(value)} values: take one, such as [0]. Or was a comma typed inside a"
            " number? Write 30000."
        )
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
