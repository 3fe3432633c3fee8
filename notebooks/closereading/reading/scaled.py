"""Amounts that a text prints in thousands or millions: its “$3,123” may mean $3,123,000."""

import re
from typing import NamedTuple

from .in_marks import in_marks

SCALE = "scale"  # of a learner's own report: in what a number is told
_FACTORS = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_OF_WHAT = (
    r"amounts?|figures?|dollars?|euros?|pounds?|numbers?|values?|data|shares|results|sums"
    r"|US\$|USD|EUR|GBP|CHF|[$£€¥]"
)
_SAID = re.compile(
    rf"(?:(?:{_OF_WHAT})(?:\s+(?:are|is|all|expressed|stated|presented|shown|given|reported))*"
    rf"|\((?:all\s+|unaudited,?\s+)?|^)\s*in\s+(?:U\.?S\.?\s+|(?:{_OF_WHAT})\s*)?"
    rf"(?P<many>{'|'.join(_FACTORS)})\b",
    re.IGNORECASE | re.MULTILINE,
)
_PLAIN = re.compile(r"[-−]?\W{0,3}\d[\d,.]*\)?", re.ASCII)


class Scaled(NamedTuple):
    """words: by which a text says so, such as “amounts in thousands”. factor: int."""

    words: str
    factor: int

    @property
    def told(self):
        """str: “in thousands”."""
        return f"in {next(many for many, by in _FACTORS.items() if by == self.factor)}"


def scale_of(paragraphs):
    """Scaled: what a text says of its amounts, where it says so first; None where it does not."""
    found = next(filter(None, map(_SAID.search, paragraphs)), None)
    if found is None:
        return None
    return Scaled(found[0].strip(" ("), _FACTORS[found["many"].casefold()])


def with_scale(row):
    """str: the words of a number between quotation marks, and in what the reader said it is told:
    “290,168” (in thousands). row: of Report.numbers.
    """
    return quoted(row["words"], row.get(SCALE, ""))


def in_words(row):
    """str: the same without quotation marks."""
    return _in_scale(row["words"], row.get(SCALE, ""))


def quoted(words, scale):
    """str: some words between quotation marks, and their scale."""
    return _in_scale(in_marks(words), scale)


def _in_scale(words, scale):
    """str: some words and their scale in brackets; only the words where it is blank."""
    return f"{words} ({scale})" if scale else words


def may_be_scaled(words, unit):
    """bool: whether a number may be one of such amounts: a figure without a word such as million,
    and no share, ratio or length of time. unit: as the row has it.
    """
    money = "dollar" in unit or "euro" in unit or "pound" in unit or not unit
    return money and " per " not in f" {unit} " and bool(_PLAIN.fullmatch(words.strip()))
