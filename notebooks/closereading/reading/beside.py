"""What stands beside a number and leaves it as it is: “a crowd of …”, “… in prison”."""

import re
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from . import company
from .shapes import shape
from .tails import attributive, tail, tail_fits
from .vocabulary import ONES, SMALL_SCALES, TEENS, TENS

NUMBERS = {*ONES, *TEENS, *TENS, *SMALL_SCALES, "thousand", "million", "billion", "half"}

_MOST = 9  # words before a number
_CAPITAL = re.compile(r"[A-Z][a-z]+(-[A-Z]|$)|[A-Z][a-z]+ [A-Z]")
_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_STANDS = re.compile(  # the death toll now stands at; it amounts to
    r"(?:[\w'’-]+ ){0,5}(?:(?:stands|stood|standing|remains|remained)(?: [a-z]*day| now"
    r"| currently)? at|(?:amounts|amounted|comes|came|adds up|added up) to)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?:over|during|within|in|for|throughout) (?:the|his|her|its|their|this)\b")


_A_TIME = re.compile(f"{company.A_TIME}$", re.IGNORECASE)
_FROM_THEN = re.compile(company.FROM_THEN, re.IGNORECASE)


class Parts(NamedTuple):
    """A phrase taken apart. front, tail: words on either side; core: where the number stands;
    bracket: a conversion in brackets. Each is blank where there is none.
    """

    front: str
    core: str
    tail: str
    bracket: str = ""

    def with_unit(self, said):
        """(Said, str): a bare number with the unit that it gets from what stands beside it; and
        what stands there else, in the order of the phrase.
        """
        front = re.sub(r"^(an?|the)\b ?| of$", "", self.front, flags=re.IGNORECASE)
        tail = self.tail
        unit = said.unit
        if front.casefold() in company.NAMED and not unit:
            unit = company.NAMED[front.casefold()]
            front = ""
        if tail.casefold().startswith("and ") or (not unit and tail.casefold().startswith("of ")):
            unit = f"{unit} {tail}".strip()
            tail = ""
        return replace(said, unit=unit), ", ".join(filter(None, [front, tail, self.bracket]))


def takes_apart(phrase, vocabulary):
    """Yields Parts, the longest core first. phrase: str; vocabulary: Vocabulary, for the words that
    may not stand beside a number.
    """
    text, inside = _without_bracket(phrase)
    if inside:
        yield Parts("", text, "", inside)
    words = re.sub(r"\b(magnitude)-(?=\d)", r"\1 ", text, flags=re.IGNORECASE)
    words = re.sub(r"(?<=[a-z])-(?=(long|wide|high|deep|tall|thick)\b)", " ", words).split()
    ends = [n for n in range(1, len(words) + 1) if tail(words[n:], vocabulary)]
    begins = [n for n in range(min(_MOST, len(words))) if _front(words[:n])]
    spans = [(i, j) for i, j in product(begins, ends) if i < j]
    for i, j in sorted(spans, key=_shorter):
        parts = (" ".join(part) for part in (words[:i], words[i:j], words[j:]))
        yield Parts(*parts, inside)


def _without_bracket(phrase):
    """(str, str): a phrase without its conversion in brackets, and the conversion."""
    bracket = _BRACKET.search(phrase)
    if not bracket:
        return phrase, ""
    return phrase[: bracket.start()] + phrase[bracket.end() :], bracket[1]


def _shorter(span):
    """Key that puts the longest core first."""
    return span[0] - span[1]


def fits(parts, said):
    """bool: whether what stands beside a core belongs there. said: Said of the core."""
    if _period(parts) or _named(parts) or _tells_when(parts) or _is_place(parts):
        return False
    return _front_fits(parts, said) and tail_fits(parts, said)


def _period(parts):
    """bool: whether a phrase names a span of days, as “the first six months of 2000” does."""
    row = set(parts.front.casefold().split()) & {"first", "last", "final", "opening"}
    return bool(row) and bool(re.match(r"of (1[5-9]|20)\d\d\b", parts.tail))


def _is_place(parts):
    """bool: whether a phrase names a place on a field: the 50-yard line."""
    return parts.core.endswith("-yard") and parts.tail.startswith("line")


def _tells_when(parts):
    """bool: whether a core ends in what tells when: “$18 billion a year”, and then “earlier”."""
    return bool(_A_TIME.search(parts.core) and _FROM_THEN.match(parts.tail))


def _named(parts):
    """bool: whether a number word belongs to a name, as in “the Group of Seven”."""
    return bool(parts.front) and bool(_CAPITAL.match(parts.core))


def _describes(word):
    """bool: whether a word may stand before a head: a heavy loss of."""
    return (
        word in company.POINTERS - {"all", "past"}
        or shape(word) == "quality"
        or word in company.DESCRIBE
    )


def _describe(words):
    return all(map(_describes, words))


def _have_head(words):
    return bool(words) and words[-1] in company.HEADS and _describe(words[:-1])


def _turn(words):
    return len(words) == 1 and words[0] in company.TURNS - {"up", "down"}


def _stands(text):
    """bool: whether some words say that what they name is as large as the number behind them."""
    words = set(re.split(r"[\s-]", text.casefold()))
    return bool(_STANDS.fullmatch(text)) and not words & (company.CHANGES | NUMBERS)


def _front(words):
    """bool: whether some words may stand before a number."""
    text = " ".join(words).casefold()
    if not words or text in company.SENTENCED or _stands(text):
        return True
    if _SPAN.match(text) and set(words[2:]) & (company.ROWS | {"past"}):
        words = words[1:]  # over the past six months: no hedge
        text = " ".join(words).casefold()
    *before, last = text.split()
    kind = _kind(last)
    return bool(kind) and kind.before(before)


def _front_fits(parts, said):
    """bool: whether the words before a core belong there."""
    text = parts.front.casefold()
    if not text:
        return True
    if _stands(text):
        return True
    if text in company.SENTENCED:
        return said.measures
    return _kind(text.split()[-1]).core(parts, said)


class _Kind(NamedTuple):
    """The last word before a number. words: all of this kind; before: function of the words before
    it, whether they may stand there; core: function of Parts and Said, whether the number fits.
    """

    words: set
    before: object
    core: object


def _always(parts, said):
    return True


def _measured(parts, said):
    return said.measures


def _counted(parts, said):
    return bool(said.unit)


def _points(parts, said):
    """bool: up 5 per cent; but "up 5% to 8%" may go from here to there."""
    moved = said.measures or said.unit.endswith("points")
    return moved and " to " not in f" {parts.core} "


def _all(parts, said):
    """bool: all nine; but all 2015 may be a year."""
    return bool(said.unit or said.measures) or not re.search(r"\d{4}", parts.core)


def _nothing(words):
    return not words


def _always_but_moves(parts, said):
    head = parts.front.casefold().split()[-2]
    return head not in company.MOVES or " to " not in f" {parts.core} "


def _after_pointer(words):
    return bool(words) and _front(words)


def _before_a_thing(parts, said):
    return bool(said.unit or said.measures) and attributive(parts.core)


_KINDS = [
    _Kind(company.BEFORE | set(company.NAMED), _describe, _always),
    _Kind(company.HEADS, _describe, _measured),
    _Kind({"of"}, _have_head, _always_but_moves),
    _Kind({"by", "to"}, _turn, _points),
    _Kind(company.TURNS, _describe, _points),
    _Kind({"past"}, _after_pointer, _counted),
    _Kind({"all"}, _nothing, _all),
    _Kind({"a", "an"}, _front, _before_a_thing),
    _Kind(company.POINTERS | company.ROWS | company.FRONT_PLACES, _front, _counted),
]


def _kind(word):
    """_Kind of a word, or None."""
    return next((kind for kind in _KINDS if word in kind.words), None)
