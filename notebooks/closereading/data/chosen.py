"""Numbers that a reader chose among what their words can mean: which figure stands behind signs
that make it hard to read, whether it is told in thousands, and in another unit than the words have.
"""

import math
from fractions import Fraction

from ..reading.one_unit import times
from ..reading.scaled import may_be_scaled
from ..reading.text import Problem
from ..reading.two_ways import two_ways
from ..reading.variants import variants
from .reference import as_said, parse_phrase, units, with_unit

CHOSEN = "as the reader chose"


def figure_of(words):
    """float: the one figure that some words say; None where they say another thing."""
    try:
        made = parse_phrase(words).interval
    except Problem:
        return None
    return made.low if made.low == made.high else None


def may_be(words, before=""):
    """list of str: the figures that some words may stand for; none where they can be read. before:
    the text up to them.
    """
    written = variants(words, before)
    if not written or is_read(words):
        return []
    return [one for one in written if figure_of(one) is not None]


def is_read(words):
    """bool: whether a number phrase is understood."""
    try:
        parse_phrase(words)
    except Problem:
        return False
    return True


def values(words, before=""):
    """list of float: the one figure that some words say, or those that they may stand for."""
    found = map(figure_of, [words] if is_read(words) else may_be(words, before))
    return [value for value in found if value is not None]


def scale_told(row, before, scaled):
    """str: “in thousands”, where the row of a number has it in full; blank where it has it as it is
    printed. before: the words of its quote up to it. scaled: Scaled, what the text says of its
    amounts, or None.
    """
    if scaled is None or not _is_one(row) or not may_be_scaled(row["words"], row["unit"]):
        return ""
    full = [value * scaled.factor for value in values(row["words"], before) if value]
    return scaled.told if row["low"] in full else ""


def choice(row, before, scaled):
    """str: what a reader chose of a number; blank where its ends are no such choice. row: of
    numbers.csv. before, scaled: as in scale_told.
    """
    told = []
    if scale_told(row, before, scaled):
        told.append(f"the text says “{scaled.words}”, and this is one of these amounts")
    figures = [] if not _is_one(row) else may_be(row["words"], before)
    if figures and (told or row["low"] in map(figure_of, figures)):
        told.append(f"its signs alone do not say which number it is: {' or '.join(figures)}")
    if ways := _ways(row, before):
        told.append(f"its words alone do not say which number it is: {' or '.join(ways)}")
    return f"{CHOSEN}: {'; '.join(told)}" if told else _in_unit(row)


def _ways(row, before):
    """list of str: what the words of a number may mean in their sentence, if its ends are those of
    one of these: up to five years, or five years.
    """
    text = before + row["words"]
    found = [one for one in two_ways(text, len(before), len(text)) if is_read(one)]
    ends = [parse_phrase(one).printed for one in found]
    fits = any(_is(one.low, row["low"], 1) and _is(one.high, row["high"], 1) for one in ends)
    return found if fits else []


def _is_one(row):
    """bool: whether a row has one number, without a hedge."""
    return row["low"] == row["high"] and not row["hedge"]


def _in_unit(row):
    """str: that a number is told in another unit than its words have, and is the same number."""
    words = row["words"]
    if not is_read(words):
        return ""
    said = parse_phrase(words)
    many = times(said.unit, row["unit"], units())
    ends = zip((said.printed.low, said.printed.high), (row["low"], row["high"]), strict=True)
    if many is None or said.hedge != row["hedge"] or not all(_is(a, b, many) for a, b in ends):
        return ""
    told = with_unit(as_said(said.interval, words), said.unit)
    return f"{CHOSEN}, in {row['unit']}; the words say {told}"


def _is(printed, told, many):
    """bool: whether one end is the other in another unit; two open ends are."""
    if math.isnan(printed) or math.isnan(told):
        return math.isnan(printed) and math.isnan(told)
    return math.isclose(Fraction(str(printed)) * many, told, rel_tol=1e-6)
