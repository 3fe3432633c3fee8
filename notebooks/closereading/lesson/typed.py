"""What was typed otherwise than it was meant: a dot or a comma in a number, a number as a text."""

import math
import re

import pandas as pd

from .in_unit import fits, measured
from .values import is_number

_BEFORE = re.compile(r"\s*(?:paragraph|about|around|roughly|approximately|circa|ca\.|~|≈)\s*", re.I)
_OUT_OF = re.compile(r"(.+?)\s*(?:\bout of\b|\bof\b|/)\s*(?:the\s*)?(\w.*)", re.I)
_SPAN = re.compile(r"\s*\d+(?:\.\d+)? ?(?:d|h|days?|hours?|weeks?)\b[\d :.]*", re.I)
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})*,\d+")


class Slip(str):
    """A sentence on what was typed otherwise than it is meant. kind: "point", a dot that parts no
    thousands; "comma", one that parts two numbers.
    """

    def __new__(cls, says, kind):
        made = super().__new__(cls, says)
        made.kind = kind
        return made


def kind_of_slip(why):
    """str: the kind of the Slip that a reason is; blank where it is a reason of another sort."""
    return why.kind if isinstance(why, Slip) else ""


def number_in(text, wanted=None):
    """float or int: the one number that a text names, in figures or in words, with or without its
    unit ("fourteen", "14", "2 days"); None where it names none, where its unit is another than the
    wanted ones, or a reading of ours would decide. wanted: as in_unit.fits has it.
    """
    read = measured(text)
    return read.value if read and fits(read.unit, wanted) else None


def count_in(text, wanted=None, whole=None):
    """float or int: the number that a text gives with something round it: "about 14", "10 of 44",
    "paragraph 14"; None where there is none, and where it is a part of another number than the
    whole. wanted: as in_unit.fits has it. whole: int, or None where nothing is to be a part.
    """
    if _SPAN.fullmatch(text):
        return None
    share = _OUT_OF.fullmatch(text)
    if share and number_in(share[2]) not in (None, whole):
        return None
    bare = _BEFORE.sub("", share[1] if share else text, count=1)
    return None if bare == text else number_in(bare, wanted)


def answered(text, wanted):
    """float or int: the number that a text gives to a question; None where it gives none. Of “13 of
    16” that is the 13 where 16 is the most that can be, and 81.25 where a percentage is asked for.
    wanted: dict with the unit and the bounds of the question.
    """
    unit = wanted.get("unit")
    shared = _OUT_OF.fullmatch(text)
    if not shared:
        number = number_in(text, unit)
        return count_in(text, unit) if number is None else number
    part = number_in(shared[1])
    whole = number_in(shared[2])
    if part is None or not whole:
        return count_in(text, unit)
    if unit and "%" in unit:
        return round(100 * part / whole, 2)
    return part if whole == wanted.get("most") else None


def days_in(text):
    """float: how many days a text names as a span, such as "48 hours" or "10 days 00:00:00"; None
    where it names none.
    """
    if not _SPAN.fullmatch(text):
        return None
    try:
        return pd.Timedelta(text.strip()) / pd.Timedelta(days=1)
    except ValueError:
        return None


def is_share(text):
    """bool: whether a text says that its number is one of per cent."""
    return bool(re.search(r"%|\bper ?cent", text, re.I))


def in_figures(text):
    """str: what to write in place of a number in words, or of a figure in quotation marks; blank
    where a text is no single number.
    """
    if _EUROPEAN.fullmatch(text.strip()):
        point = text.strip().replace(".", "").replace(",", ".")
        return f" Python's decimal sign is the point: write {point}."
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text.strip()):
        return f" Python's thousands have no dot: write {text.strip().replace('.', '')}."
    if _OUT_OF.fullmatch(text):
        return " Write one number, in figures."
    count = count_in(text)
    number = number_in(text) if count is None else count
    return (
        "" if number is None or is_share(text) else f" Write the number in figures: {number:.12g}."
    )


def a_thousandth(values):
    """Slip: one sentence on numbers that were typed with a dot where thousands are meant."""
    meant = ", ".join(f"{value * 1000:.6g}" for value in values)
    shown = ", ".join(f"{value:.6g}" for value in values)
    says = (
        "In Python a dot in a number is a decimal point, so 3.000 is three and no thousands."
        f" You gave {shown}. Do you mean {meant}? Write thousands without a dot, 3000 or 3_000."
    )
    return Slip(says, "point")


def comma_inside(values, more=""):
    """Slip: one sentence on numbers that a comma has taken apart; "" where these are no numbers.
    more: a further sentence.
    """
    if len(values) < 2 or not all(value is None or is_number(value) for value in values):
        return ""
    says = (
        f"Python read {len(values)} values here, because a comma parts numbers. Write a decimal"
        " with a point, 1.609344 and not 1,609344, and thousands without a comma, 30000 or 30_000"
        " and not 30,000."
    )
    return Slip(f"{says} {more}".strip(), "comma")


def meant_by(values):
    """list of float: the one number that two or more may be, which a comma has taken apart: 6213, 7
    was 6,213.7 or 6,214.
    """
    if not all(is_number(value) and value == int(value) >= 0 for value in values):
        return []
    whole = joined(values) or []
    decimal = [float(f"{int(values[0])}.{int(values[1])}")] if len(values) == 2 else []
    return [*(whole if len(whole) == 1 else []), *decimal]


def dotted(sentence):
    """str: how English writes a number of a sentence that has dots between its thousands; "" for
    none.
    """
    found = re.search(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)", sentence)
    if not found:
        return ""
    return f"In English write {found[0].replace('.', ',')}, because a dot means a decimal there."


def joined(values):
    """list: numbers as they were meant, where a comma has taken thousands apart: 30, 0 was 30,000.
    None where nothing can be put together.
    """
    whole = []
    rest = list(values)
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
