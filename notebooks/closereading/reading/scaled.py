"""Amounts that a text prints in thousands or millions: its “$3,123” may mean $3,123,000."""

import re
from typing import NamedTuple

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


def scale_of(paragraphs):
    """Scaled: what a text says of its amounts, where it says so first; None where it does not."""
    found = next(filter(None, map(_SAID.search, paragraphs)), None)
    if found is None:
        return None
    return Scaled(found[0].strip(" ("), _FACTORS[found["many"].casefold()])


def may_be_scaled(words, unit):
    """bool: whether a number may be one of such amounts: a figure without a word such as million,
    and no share, ratio or length of time. unit: as the row has it.
    """
    money = "dollar" in unit or "euro" in unit or "pound" in unit or not unit
    return money and " per " not in f" {unit} " and bool(_PLAIN.fullmatch(words.strip()))
