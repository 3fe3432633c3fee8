"""What a passage loses where it is cut: half a word or figure, or the hedge beside a number."""

import re
import unicodedata
from itertools import chain, product

from . import company
from .cut_short import told_short
from .spaced import whole_figure
from .text import Problem
from .turns import per_what, turn_of, with_turn
from .two_ways import change_in, opened
from .vocabulary import GO_ON

_OUTER = "\"'“”„‘’‚«»()[]{}.,;:!?…"
_TOKEN = re.compile(r"[$£€¥]\([^()]{1,20}\)|\S+")  # $(2.0 million), a loss, is one
_LOST = re.compile(r"\(\d[\d.,]*\)\s?%")  # (2.2)%, a fall
# a raised figure behind a number: a note of the page; behind ten it is a power
_STARS = re.compile(r"\A[*†‡]+(?=\w)")
_NOTE = re.compile(
    r"(?<=[\d%])[*†‡]+\Z|(?<=\d)(?<!(?<![\d.,])10)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:,[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*\Z"
)
# before a number: whoever says so is not sure of it, and no width is known for that
_DOUBTS = {"maybe", "perhaps", "possibly", "probably", "presumably", "supposedly", "allegedly"}
_ADDS = {"not"}  # what follows is denied
_SCALED = re.compile(  # SEK 19,828 million (20,005): whether million counts for both is not printed
    r"(?:\d\s?(?:thousand|million|billion|trillion|bn|m|k)|\t[^\t]*)\s?\(\s?\Z"
)
_SIGN = re.compile(r"(?:\A|[\d%▲▼►*†‡)\t])\s*([-–−] )\Z")  # 3 - 8 ▼: a dash or a minus
_A_TIME = re.compile(f"{company.A_TIME}\\Z", re.IGNORECASE)
_FROM_THEN = re.compile(rf"\s+(?:{company.THEN})\b", re.IGNORECASE)
_BESIDE = 4  # words on either side of a number that may belong to it


def goes_on(paragraphs, number, end):
    """str: the first word of the next paragraph, where a number that ends with its paragraph goes
    on there, as where a page breaks “US$ 4.3 | million”; blank where it does not. number: of the
    paragraph, from 1 on. end: of the number in it.
    """
    if number >= len(paragraphs) or paragraphs[number - 1][end:].strip():
        return ""
    first = paragraphs[number].split()[0].strip(_OUTER)
    return first if first.casefold() in GO_ON else ""


def cut_word(text, start, end):
    """str: the word of a text inside of which a passage begins or ends; blank where it does not.
    text: str; start, end: of the passage in it. Signs that touch a word belong to it ($5, −5, 20%);
    quotation marks, brackets and stops do not; ideographs are words each.
    """
    for first, last in tokens_of(text):
        for edge in (start, end):
            if first < edge < last and not _between_ideographs(text, edge):
                return text[first:last]
    return ""


def fuller(text, start, end, understand):
    """str: the longest phrase around a number that says something else than the number alone, such
    as "at least 140" around "140", or "maybe 140", which is not understood; blank where there is
    none.

    understand: function of a phrase that gives a Quantity, or raises Problem.
    """
    alone = _said(text[start:end], understand)
    tokens = list(tokens_of(text))
    before = [first for first, last in tokens if last <= start][-_BESIDE:]
    after = [last for first, last in tokens if first >= end][:_BESIDE]
    spans = product([*before, start], [*reversed(after), end])
    others = (text[a:b] for a, b in spans if _others(text, a, b, understand, alone))
    turned = (
        part(text, start, end)
        for part in (whole_figure, change_in, opened, told_short, in_brackets, signed, _then)
    )
    doubted = [_doubted(text, (before or [start])[-1], start, end)]
    return next(filter(None, chain(others, turned, doubted)), "")


def _others(text, start, end, understand, alone):
    """bool: whether a phrase is read, and says something else than its number alone."""
    said = None if change_in(text, start, end) else _said(text[start:end], understand)
    return said not in (None, alone)


def _then(text, start, end):
    """str: a phrase with what says that it tells when: a year earlier; blank elsewhere."""
    then = from_then(text, start, end)
    return text[start : end + len(then)] if then else ""


def in_brackets(text, start, end):
    """str: a bare figure alone in brackets, with these, where nobody prints its scale, or whether
    it is a loss: SEK 19,828 million (20,005); blank elsewhere.
    """
    alone = text[end : end + 1] == ")" and text[start:end].strip("0123456789.,") == ""
    found = _SCALED.search(text[:start]) if alone else None
    return f"({text[start : end + 1]}" if found else ""


def signed(text, start, end):
    """str: a number with a dash and a blank before it, which may be a minus; blank elsewhere."""
    found = _SIGN.search(text[:start])
    return found[1] + text[start:end] if found else ""


def from_then(text, start, end):
    """str: how a text goes on behind a phrase that ends in “a year”, where that tells when and is
    no rate: earlier, later, ago; blank elsewhere.
    """
    found = _FROM_THEN.match(text, end) if _A_TIME.search(text[start:end]) else None
    return found[0] if found else ""


def _doubted(text, before, start, end):
    """str: a number with the word before it, if that doubts or changes it; else blank."""
    return text[before:end] if text[before:start].strip().casefold() in _DOUBTS | _ADDS else ""


def unit_of(text, start, end, understand):
    """str: the unit of the longest phrase that begins with a number and is understood, with the
    word that turns the number (loss); blank where it has none. understand: as for `fuller`.
    """
    after = [last for first, last in tokens_of(text) if first >= end][:_BESIDE]
    for last in [*reversed(after), end]:
        try:
            unit = "" if from_then(text, start, last) else understand(text[start:last]).unit
        except Problem:
            continue
        if unit or last == end:
            unit = f"{unit} {per_what(text, last, unit)}".strip()
            return with_turn(unit, turn_of(text, start, last, unit))
    return ""


def _said(phrase, understand):
    """What a phrase says of a number, without its unit; None where it is not understood."""
    try:
        made = understand(phrase)
    except Problem:
        return None
    return made.interval, made.printed, made.hedge, made.words


def tokens_of(text):
    """Yields (start, end) of each word of a text, with the signs that touch it."""
    for match in _TOKEN.finditer(text):
        word = match[0]
        if loss := _LOST.search(word):
            yield match.start() + loss.start(), match.start() + loss.end()
            continue
        if word[0] in "$£€¥" and word[1:2] == "(":
            yield match.span()
            continue
        first = match.start() + len(word) - len(_STARS.sub("", word.lstrip(_OUTER)))
        last = match.end() - len(word) + len(_NOTE.sub("", word.rstrip(_OUTER)))
        last += text[first:last].count("(") > text[first:last].count(")") == 0
        if first < last:
            yield first, last


def _between_ideographs(text, edge):
    """bool: whether a Chinese or Japanese sign stands on either side of an edge."""
    return any(
        unicodedata.category(sign) == "Lo" and unicodedata.east_asian_width(sign) == "W"
        for sign in text[edge - 1 : edge + 1]
    )
