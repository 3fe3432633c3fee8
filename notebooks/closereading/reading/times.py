"""The time that a number covers, as its sentence prints it: last year, from January through May, a
month. Whether two such times are the same, only the reader can say.
"""

import re

from .sentences import sentences

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d)"
_DAY = rf"(?:[0-3]?\d {_MONTH}|{_MONTH} [0-3]?\d(?![\d:]))"
_POINT = rf"(?:{_DAY}(?:,? {_YEAR})?|{_MONTH}(?:,? {_YEAR})?|{_YEAR})"
_LONG = r"(?:hour|day|week|weekend|month|quarter|year|season|decade)"
_ORDER = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)"
_KINDS = (
    rf"(?:[Ff]rom|[Bb]etween) {_POINT} (?:to|through|until|till|and) {_POINT}",
    rf"[Ff]rom [0-3]?\d (?:to|until|through) {_POINT}",
    rf"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or) )?[Tt]he period (?:from |of )?{_POINT}"
    rf" ?(?:to|through|until|till|and|–|-) ?{_POINT}",
    rf"(?:(?:[Ff]or|[Ii]n|[Oo]ver) )?[Tt]he (?:full|whole|entire) (?:year|quarter|month)"
    rf" (?:of )?{_POINT}",
    rf"(?:(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring) )?[Tt]he (?:[\w-]+ ){{0,2}}"
    rf"(?:quarter|half|year|months|weeks|days) (?:ended|ending|to) {_POINT}",
    rf"[Aa]s of {_POINT}",
    rf"(?:[Ii]n |[Dd]uring )?[Tt]he {_ORDER} (?:half|quarter|week|month|year)s? of {_POINT}",
    rf"(?:[Ii]n |[Dd]uring |[Oo]ver )?[Tt]he (?:last|past|first|next|same|previous)"
    rf" (?:[\w-]+ )?{_LONG}s?",
    rf"[Tt]he {_LONG} before",
    rf"(?:[Aa]n?|[Oo]ne|\d+) {_LONG}s? (?:ago|earlier|later|before)",
    rf"(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Tt]hroughout|[Ff]or)"
    rf" (?:early |late |mid-)?{_POINT}",
    rf"(?:[Ll]ast|[Tt]his|[Nn]ext) {_LONG}",
    rf"(?:per|each|every|[Ee]ach|[Ee]very) {_LONG}",
    rf"an? {_LONG}(?= on average|\W*$|[,;:)]| and )",
    r"(?:hourly|daily|weekly|monthly|yearly|annually)",
)
_TIME = re.compile("|".join(rf"\b(?:{kind})\b" for kind in _KINDS))
_OVER_LIST = re.compile(  # Financial highlights, January–December 2024
    rf"{_MONTH} ?[-–—] ?{_MONTH} {_YEAR}|\b(?:[Ff]ull|[Ww]hole|[Ff]inancial) year {_YEAR}"
    rf"|\b{_ORDER} (?:quarter|half)(?: of)? {_YEAR}|\b[QH][1-4] {_YEAR}"
)
_RUNNING = re.compile(r"[.!?…:;][’”\"')]*\s*\Z")
_ASIDE = re.compile(r"\([^()]*\)")
_JUST_BEHIND = re.compile(r"(?:\s[\w-]+){0,3}\s?")  # the noun, and little else
_SMALL = re.compile(r"^(?:in|during|over|for|the) ")


def time_of(text, start, end):
    """str: the time that the sentence of a number prints, the nearest to it where there are
    several; blank where it prints none. text: a paragraph. start, end: of the number in it.
    """
    spans = [span for span in sentences(text) if span[0] <= start < span[1]]
    if not spans:
        return ""
    first = spans[0][0]
    aside = [_at(first, m) for m in _ASIDE.finditer(text[slice(*spans[0])])]
    found = [
        (_gap(first + m.start(), first + m.end(), start, end), m[0])
        for m in _TIME.finditer(text[slice(*spans[0])])
        if _tells(text, _side(aside, first + m.start()), start, end)
    ]
    return min(found, key=lambda one: one[0])[1] if found else ""


def printed_time(paragraphs, number, start, end):
    """str: the time that the text prints for a number: in its sentence, or in the heading of its
    list; of a figure alone in brackets, which may be of the year before, only in its sentence.
    number: of its paragraph, counted from 1. start, end: of the number in it.
    """
    text = paragraphs[number - 1]
    in_brackets = "(" in text[max(start - 1, 0) : start + 1]
    return time_of(text, start, end) or ("" if in_brackets else time_over(paragraphs, number))


def time_over(paragraphs, number):
    """str: the period that the heading above the items of a list prints; blank where an item or
    what stands between is running text, and where the heading prints none. number: of the item
    among the paragraphs, counted from 1.
    """
    above = [paragraphs[number - 1], *reversed(paragraphs[: number - 1])]
    for text in above:
        if found := _heads(text):
            return found
        if _RUNNING.search(text):
            return ""
    return ""


def _heads(text):
    """str: the period in a heading, which has no other figures; blank in anything else."""
    found = _OVER_LIST.search(text)
    rest = text[: found.start()] + text[found.end() :] if found else "1"
    return "" if re.search(r"\d", rest) or _RUNNING.search(text) else found[0]


def _at(first, match):
    """(start, end): of a match in a sentence that begins at `first`."""
    return first + match.start(), first + match.end()


def _side(asides, place):
    """(start, end) of the brackets in which a place lies; None outside of all."""
    return next((aside for aside in asides if aside[0] <= place < aside[1]), None)


def _tells(text, aside, start, end):
    """bool: whether a time in brackets is of a number: one inside, or right before them, as in 34
    cases (in May), and not in “the Open Era (since April 1968)” a long way behind. aside: (start,
    end) of the brackets; None for a time that stands in none.
    """
    if aside is None or aside[0] <= start < aside[1]:
        return True
    between = text[end : aside[0]]
    return end <= aside[0] and bool(_JUST_BEHIND.fullmatch(between))


def _gap(start, end, first, last):
    """int: signs between two pieces of a text; nought where they share some."""
    return max(start - last, first - end, 0)


def sure_same(one, other):
    """bool: two times are the same but for a capital or a small word: in 2019, during 2019."""
    return _bare(one) == _bare(other)


def _bare(time):
    """str: a time in small letters, without a small word before it."""
    plain = time.casefold()
    while plain != (shorter := _SMALL.sub("", plain)):
        plain = shorter
    return plain
