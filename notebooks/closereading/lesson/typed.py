"""What was typed otherwise than it was meant: a dot or a comma in a number, a number as a text."""

import math
import re

from ..data.reference import parse_words
from ..reading.text import Problem
from .values import is_number

_WITH_UNIT = re.compile(
    r"\s*([\d][\d,_.]*|[a-z]+)\s+(days?|miles?|men|people|troops|claims)\s*", re.I
)


def number_in(text):
    """float or int: the one number that a text names, in figures or in words, with or without its
    unit ("fourteen", "14", "2 days"); None where it names none, or a reading of ours would decide.
    """
    unit = _WITH_UNIT.fullmatch(text)
    for words in (text, unit[1] if unit else ""):
        try:
            read = parse_words(words)
        except Problem:
            continue
        if not read.soft and read.low == read.high:
            return read.low
    return None


def in_figures(text):
    """str: what to write in place of a number in words, or of a figure in quotation marks; blank
    where a text is no single number.
    """
    number = number_in(text)
    return "" if number is None else f" Write the number in figures: {number:.12g}."


def a_thousandth(values):
    """str: one sentence on numbers that were typed with a dot where thousands are meant."""
    meant = ", ".join(f"{value * 1000:.6g}" for value in values)
    shown = ", ".join(f"{value:.6g}" for value in values)
    return (
        "In Python a dot in a number is a decimal point, so 3.000 is three and no thousands."
        f" You gave {shown}. Do you mean {meant}? Write thousands without a dot, 3000 or 3_000."
    )


def comma_inside(values):
    """str: one sentence on numbers that a comma has taken apart; "" where these are no numbers."""
    if len(values) < 2 or not all(value is None or is_number(value) for value in values):
        return ""
    return (
        f"Python read {len(values)} values here, because a comma parts numbers. Write a decimal"
        " with a point, 1.609344 and not 1,609344, and thousands without a comma, 30000 or 30_000"
        " and not 30,000."
    )


def joined(values):
    """list: numbers as they were meant, where a comma has taken thousands apart: 30, 0 was 30,000.
    None where nothing can be put together.
    """
    whole, rest = [], list(values)
    while rest:
        first = rest.pop(0)
        while _is_head(first) and rest and _is_tail(rest[0]):
            first = first * 1000 + rest.pop(0)
        whole.append(first)
    return whole if len(whole) < len(values) else None


def _is_head(value):
    return is_number(value) and math.isfinite(value) and 0 < value < 1_000_000


def _is_tail(value):
    return is_number(value) and 0 <= value < 1000 and value == int(value)
