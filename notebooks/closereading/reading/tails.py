"""What stands behind a number and leaves it as it is: which words may, and behind which numbers."""

import re

from . import company
from .context import END
from .shapes import participle, shape, slip_of

_ATTRIBUTIVE = re.compile(  # 10-year · 0.3 percentage point · $5 million · 6 per cent · 500mg
    r"-[A-Za-z]+$|-in-[\w-]+$|(percentage|basis) points?$|[$£€¥₹]\d\S*( \w+)?$|%$|per ?cent$"
    r"|\d(°?C|[a-zA-Z]{1,3})$| (mph|kph|km/h)$"
)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_TEENS = re.compile(r"[2-9]0s")  # in their 20s
_NAME = re.compile(r"[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*['’]?\.?")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.ASCII)
_NEVER_LAST = (company.PLACES | company.POINTERS) - company.MEASURED
_BEGIN = company.PLACES | company.STATES | company.VERBS | company.MEASURED
_SIZED = company.BEHIND | company.HEADS
_ALWAYS = _BEGIN | company.POINTERS | company.WHEN | {"and", "as"}
_MONTH = (
    r"(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DATED = re.compile(  # behind what is counted: since 19 July, on October 14, 2017
    rf"(^| )(as of|on|since|by|until|before|after|from|in)( late| early| mid)?"
    rf" ([0-3]?\d {_MONTH}|{_MONTH}( [0-3]?\d)?)(,? (1[5-9]|20)\d\d)?$",
    re.IGNORECASE,
)


def attributive(core):
    """bool: whether a core stands before what it measures: 10-year, $5bn, 6 per cent, 500mg."""
    return bool(_ATTRIBUTIVE.search(core))


def tail(words, vocabulary):
    """bool: whether some words may stand behind a number, and change nothing about it."""
    words = undated(words)
    if words and words[-1].casefold() in _NEVER_LAST:
        return False
    # behind "in the" any thing may stand
    pointed = False
    before = ""
    for word in words:
        bare = word.strip(",;")
        attributed = (pointed or _sized(bare, before)) and _attributed(bare, vocabulary)
        if not (attributed or _harmless(bare, before, vocabulary)):
            return False
        before = bare.casefold()
        pointed = pointed or before in company.PLACES | company.POINTERS
    return True


def undated(words):
    """list of str: some words without the date at their end."""
    return _DATED.sub("", " ".join(words)).split()


def _sized(word, before):
    """bool: whether a word is what a measure before it says the size of: a $5m house."""
    first = (
        not before
        or before in _SIZED | company.MEASURED | company.DESCRIBE
        or shape(before) == "quality"
    )
    return first and word.casefold() in _SIZED


def _harmless(word, before, vocabulary):
    """bool: whether a word leaves a number as it is. before: the word before it, in small letters;
    blank for none.
    """
    low = word.casefold()
    if (dated := _dated(word, before)) is not None:
        return dated
    if low in company.AS and before == "as":
        return True
    if _changes(low, vocabulary):
        return False
    if low in _ALWAYS:
        return True
    kind, unit = _known(word, vocabulary)
    return kind == "NOUN" and not unit.measures if kind else _looks_so(word, before)


def _looks_so(word, before):
    """bool: whether a word on no list is a name, or looks as if it described something."""
    return bool(before and _NAME.fullmatch(word)) or bool(shape(word)) or word.endswith("ly")


def _dated(word, before):
    """bool: whether a word of a day or year stands where it tells when; None for other words."""
    if _YEAR.fullmatch(word):
        return before in company.DAYS_OF
    if _TEENS.fullmatch(word):
        return before in {"his", "her", "their", "mid", "early", "late"}
    if word.casefold() in company.TIMES:
        return before in company.POINTERS | {"on", "at"}
    return None


def _changes(low, vocabulary):
    """bool: whether a word would change a number, or is one: least, more, twenty-one."""
    parts = [low, *low.split("-")]
    kinds = {vocabulary.loose.get(part, ("",))[0] for part in parts}
    changes = (company.CHANGES | company.SCALES) & set(parts)
    return not low or bool(changes or kinds & (END | {"VAGUE"})) or bool(slip_of(low))


def _known(word, vocabulary):
    """(kind, value) of a word of the vocabulary; ("", None) for others."""
    found = vocabulary.loose.get(word.casefold()) or vocabulary.exact.get(word)
    return found or ("", None)


def _attributed(word, vocabulary):
    """bool: whether a word is on no list, in small letters, and no number."""
    unknown = not _known(word, vocabulary)[0] and not _changes(word.casefold(), vocabulary)
    return unknown and bool(_WORD.fullmatch(word))


def tail_fits(parts, said):
    """bool: whether the words behind a core belong there. parts: Parts; said: Said of the core."""
    words = parts.tail.casefold().split()
    if not words:
        return True
    if _idiom(parts.core, words):
        return False
    counts = bool(said.unit or said.words)
    return not _race(parts.core) and (counts or not _unclear(parts, words)) and _goes(parts, said)


def _goes(parts, said):
    """bool: whether the first word behind a core is of a kind that goes with it."""
    words = parts.tail.casefold().split()
    if not undated(words):
        return bool(said.unit)
    tests = [test for kind, test in _TESTS if words[0].strip(",") in kind]
    if tests:
        return tests[0](parts, said, words)
    if participle(words[0]):
        return bool(said.unit or said.words) or words[0].endswith("ed")
    return _stands_before(parts, said)


def _idiom(core, words):
    """bool: whether a core that may only mean much or little stands before words that are weighed
    by no scale: a ton of money.
    """
    weighed = words[0] in company.MEASURED or bool(company.WEIGHED & set(words))
    return core.casefold() in company.LOOSE and not weighed


def _race(core):
    """bool: whether a core may be the length of a race: 10k."""
    return core[-1:] in "kK" and core[-2:-1].isdigit()


def _unclear(parts, words):
    """bool: whether words behind a bare number may make it something else: 5 in 2020, one of."""
    dated = any(map(_YEAR.fullmatch, words)) or bool(company.TIMES & set(words))
    dated = dated or undated(words) != words
    return dated or words[0] == "with" or parts.core.casefold() == "one"


def _stands_before(parts, said):
    """bool: whether a core stands before the thing that it measures: a 10-year sentence."""
    before = (said.unit or said.measures) and attributive(parts.core)
    joined = "-" in parts.core.split()[-1]
    named = parts.front.casefold().endswith("magnitude")
    return bool(before or named) and (parts.tail[0].islower() or joined)


def _times(parts, said, words):
    return said.unit == "times" and len(words) > 1


def _counted(parts, said, words):
    return bool(said.unit)


def _joined(parts, said, words):
    """bool: 10 men and women."""
    several = len(words) == 2 and not words[1].endswith("ing")
    counted = not said.measures or said.unit.startswith("of ")
    return bool(said.unit) and counted and several


def _always(parts, said, words):
    return True


def _majority(parts, said, words):
    return said.unit == "%" or "-" in parts.core


_TESTS = [
    ({"as", "the", "its", "their", "his", "her", "that", "those"}, _times),
    ({"and"}, _joined),
    (company.MEASURED, _counted),
    (company.PLACES | company.STATES | company.VERBS, _always),
    ({"majority"}, _majority),
    (company.WHEN, _counted),
]
