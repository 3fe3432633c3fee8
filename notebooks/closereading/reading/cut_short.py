"""Words right behind a phrase that belong to its number: another unit, or of how many it is told.
Without them the phrase says something else: 22 euro [cents], 8 people [per thousand].
"""

import re

from .two_ways import has_unit
from .vocabulary import POWERS

_MONEY = (
    r"(?:cents?|pence|dollars|euros|pounds|yen|yuan|francs|rupees|rubles|roubles|kron[eo]r|pesos"
    r"|zlotys|dinars|riyals|dirhams|baht|ringgit|shekels|rand|liras|forints)"
)
_MEASURES = (
    r"(?:metres|meters|kilometres|kilometers|km|miles|feet|inches|yards|grams|kilograms|kg|tonnes"
    r"|tons|litres|liters|gallons|barrels|ounces|hectares|acres|degrees|percentage points|watts"
    r"|kilowatts|megawatts|gigawatts|knots|volts)"
)
_UNIT = re.compile(rf"[ -](?:{_MONEY}|{_MEASURES})(?![\w-])")
# a bare number before the name of a currency: 22 Manx pence
_NAMED = re.compile(rf"\s(?:[A-Z][\w.]*\s){{1,2}}{_MONEY}(?![\w-])")
_MANY = re.compile(
    r",?\s(?:(?:per|for each|out of every|in every|for every)\s(?:an?\s|one\s|ten\s|hundred\s|10\s"
    r"|100\s)?(?:thousand|million|billion|hundred|\d[\d,]*\s?[a-z]*)"
    r"|in\s(?:an?\s)?(?:10{0,2},000|thousand|million))\b(?!-|%)"
)
_SCALE = re.compile(rf" (?:{'|'.join(POWERS)}|bn)\b")  # $1.0 to $2.0 [million]
_BASE = re.compile(r"\b(?:per|in every|for every|out of every)\s+\Z", re.IGNORECASE)


def cut_short(text, start, end):
    """str: a phrase with the words behind it that belong to its number; blank where it is whole."""
    found = _UNIT.match(text, end) or _MANY.match(text, end) or _SCALE.match(text, end)
    if not found and not has_unit(text[start:end].split()[-1]):
        found = _NAMED.match(text, end)
    return text[start : found.end()] if found else ""


def told_short(text, start, end):
    """str: as cut_short; blank for a bare number, whose unit a reader may write beside it."""
    bare = not has_unit(text[start:end]) and not _MANY.match(text, end)
    return "" if bare else cut_short(text, start, end)


def is_base(text, start):
    """bool: whether a number that begins at a place only says of how many another one is told."""
    return bool(_BASE.search(text[:start]))
