"""Number phrases that the limit of words, or a word on no list, would break off in the middle: ten
per cent of the developing [world's debt], half of 2005, with growth set.
"""

import re

from . import company
from .shapes import shape
from .verbs import VERB

_HELPERS = re.compile(
    r"\b(?:would|will|shall|should|could|might|may|can|must|had|has|have|was|were|is|are|be|been"
    r"|do|does|did|\w+n['’]t)\b"
)
_CLAUSE = re.compile(  # behind a comma something else begins, if no list goes on: men, women and …
    r"[,;]\s+(?!(?:[\w-]+, )*(?:[\w-]+ )?(?:and|or)\b)[a-z]"
)
_PART = re.compile(  # the second half of the match is a time, and no quantity
    r"\b(?:first|second|other|latter|opening|final|closing|better|top|bottom|lower|upper)[ -]half"
    r"\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bof (?:19|20)\d\d\b")
_WHOLE = re.compile(r"(?:^|\s)of\s+(.+)\Z")
_LIST = re.compile(r"((?:, [a-z]+)+),? and ([a-z]+)")
_AND_OTHERS = re.compile(r" (?:and|or) ([a-z-]+)(?: ([a-z-]+))?")
_ONE_IN = re.compile(  # one household in three
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree)\s(?:[a-z]+\s){1,3}(?:in|out of)\s(?:every\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)\b(?![ -][a-z]+s\b)"
)
_LEADS_ON = re.compile(
    r"\b(?:compared|followed|based|according)\Z|\Aof \w+ed(?: [A-Z]\w+)?\Z"  # one in 10 knew
)
_OWNER = re.compile(r"['’]s?\Z")
_NEXT = re.compile(r" ([a-z][\w’'-]*)")
_PEOPLE = {"men", "women", "children", "people", "police", "staff", "crew"}
_OF_BOTH = set("are were have had came left died".split())
_GO_ON = company.PLACES | company.VERBS | company.POINTERS | company.STATES | company.WHEN
_GO_ON |= set(
    "and or but as than that which who whom whose to not if when where while because so yet only"
    " just more less most through throughout over under up down out off into onto about around"
    " between via per within upon toward towards until till aged".split()
)


def breaks_off(text, start, end, unit):
    """bool: whether a phrase, read with a unit, ends where the text does not, so that the unit is
    half of one, or holds words that belong to the next thought. text: a paragraph. start, end: of
    the phrase in it.
    """
    phrase = text[start:end]
    rest = text[end:]
    in_itself = (
        _PART.search(text[max(0, start - 9) : end]),
        _LEADS_ON.search(unit),
        _HELPERS.search(phrase),
        _CLAUSE.search(phrase),
        _YEAR.search(phrase),
    )
    goes_on = (
        _first_of_a_list(rest),
        bool(unit) and _with_others(phrase, rest),
        _ONE_IN.match(phrase + rest),
        _describes_more(phrase, rest),
        _half_a_name(phrase, rest),
    )
    whole = _WHOLE.search(unit)
    half = whole and _half_a_whole(whole[1].split(), phrase, rest)
    return any(in_itself) or any(goes_on) or bool(half)


def _first_of_a_list(rest):
    """bool: whether the text behind a phrase goes on with what is counted, too: 5 men, women and
    children.
    """
    found = _LIST.match(rest)
    words = [*found[1].split(", ")[1:], found[2]] if found else []
    return bool(words) and all(shape(word) == "thing" or word == "children" for word in words)


def _with_others(phrase, rest):
    """bool: whether a number counts what stands behind “and”, too: 40 passengers and members; a
    new clause has its own verb: 40 people and officials said so.
    """
    found = _AND_OTHERS.match(rest)
    if not found or not _are_several(phrase.split()[-1]):
        return False
    first = _are_several(found[1])
    if not first and not (found[2] and _are_several(found[2])):
        return False
    behind = re.match(r" (\w+)", rest[found.end(1 if first else 2) :])
    return not behind or behind[1] not in company.VERBS or behind[1] in _OF_BOTH


def _are_several(word):
    """bool: whether a word looks like several things or people: boats, men; and like no verb."""
    if VERB.fullmatch(word):
        return False
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 3
    return plural or word in _PEOPLE or shape(word) == "thing"


def _describes_more(phrase, rest):
    """bool: whether the last word of a phrase describes what follows it: a few second [serves],
    eight post-World [Cup matches].
    """
    last = phrase.split()[-1]
    after = re.match(r" ([A-Za-z][\w’'-]*)", rest)
    if not after or "-" in phrase.split()[0] or after[1] in _GO_ON:
        return False
    if last.endswith("World") or phrase.endswith("few second"):
        return True
    return shape(last) == "quality" and not last.endswith("ed")


def _half_a_name(phrase, rest):
    """bool: whether a phrase ends in the middle of a name: one in ten knew Anna [Lund]. In a
    heading all words have capitals.
    """
    words = phrase.split()
    running = any(word[0].islower() for word in words)
    return running and words[-1][0].isupper() and bool(re.match(r" [A-Z]", rest))


def _half_a_whole(words, phrase, rest):
    """bool: whether what follows “of” in a unit is only the first half of it. words: of the unit;
    rest: the text behind the phrase.
    """
    if _OWNER.search(phrase):
        return True
    if len(words) > 1 and words[0].endswith("ing"):
        return True
    last = phrase.split()[-1]
    if last in ("who", "which", "that", "whom", "whose"):
        return True
    several = last.endswith("s") and not last.endswith("ss")
    if several or shape(last) == "thing" or last == "children":
        return False
    after = _NEXT.match(rest)
    return bool(after) and after[1] not in _GO_ON
