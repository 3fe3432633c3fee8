"""What an exercise accepts, one class a type of answer: number, text, set, interval, parts."""

import math
import re
from numbers import Number

import pandas as pd

from ..data.reference import parse_words
from ..reading.interval import Interval
from ..reading.signs import straight
from ..reading.text import Problem
from .values import LISTS, ends, folded, hint, is_number, kind_of, names, single

QUOTED = re.compile(r"[“\"«‘']([^“”\"«»]{8,200}?)[”\"»’']")


class Answer:
    """An exercise, or a question of a prediction. exercise: dict from a lesson's toml. paragraphs:
    of the report that is quoted.
    """

    def __init__(self, exercise, paragraphs=()):
        self.exercise, self.paragraphs = exercise, paragraphs

    def one(self, answer):
        """The answer, or the one entry of a list that stands for it."""
        return answer

    def unlike(self, value):
        """ "" where a value is of the wanted type and size, else one sentence: what was found, what
        was expected.
        """
        raise NotImplementedError

    def read(self, value):
        """The value as it is compared."""
        return value

    def verdict(self, value):
        """(verdict, says) of a value that has been read."""
        raise NotImplementedError


class Known(Answer):
    """An answer that is compared with those that are accepted, and with known mistakes."""

    def same(self, value, known):
        """bool: whether a value is that of an entry of the toml."""
        raise NotImplementedError

    def compared(self, value):
        """list of str: what can be said of a value that no entry has."""
        return []

    def verdict(self, value):
        """ "right" or the number of a known mistake, with its words; else "not yet"."""
        for known in self.exercise["accept"]:
            if self.same(value, known):
                return "right", known["says"]
        for number, known in enumerate(self.exercise.get("misconception", []), 1):
            if self.same(value, known):
                return f"misconception {number}", known["says"]
        return "not yet", " ".join([*self.compared(value), self.exercise["nudge"]])


class ByRule(Answer):
    """An answer of which the parts are looked at, one rule each."""

    def missing(self, value):
        """Generator of str: one sentence for each rule that is not kept."""
        raise NotImplementedError

    def verdict(self, value):
        """ "right" where every rule is kept, else "not yet" and what is missing."""
        missing = list(self.missing(value))
        return ("not yet", " ".join(missing)) if missing else ("right", self.exercise["says"])


class OneNumber(Known):
    """A number. Bounds of the exercise: least, most; tolerance to both sides."""

    def one(self, answer):
        """The number, also out of a list of one."""
        return single(answer)

    def unlike(self, value):
        """Blank for a number within the bounds, else one sentence."""
        if isinstance(value, str):
            return (
                f"This is a text, “{value[:40]}”; a number is wanted, without quotation marks and"
                f" without a unit.{in_figures(value)}"
            )
        if not is_number(value) or value != value:
            ends_of = " It has a .low and a .high."
            more = ends_of if isinstance(value, Interval) else hint(value)
            return f"This is {kind_of(value)}; a single number is wanted.{more}"
        return self._outside(value)

    def _outside(self, value):
        least, most = (self.exercise.get(end, bound) for end, bound in _UNBOUNDED.items())
        if not least <= value <= most:
            return f"{str(value)[:20]} lies outside {least:,.12g} to {most:,.12g}."
        if 0 < value < 1:
            return (
                f"{value:g} is a fraction; write 40 for 40 per cent, and whole numbers for counts."
            )
        return ""

    def same(self, value, known):
        """Whether a number is wanted, or lies in a wanted span."""
        slack = self.exercise.get("tolerance", 0)
        if "from" in known:
            spans = [(known["from"], known["to"])]
        else:
            spans = [(wanted, wanted) for wanted in _listed(known["value"])]
        return any(low - slack <= value <= high + slack for low, high in spans)


class OneText(Known):
    """A short text, such as a name."""

    def one(self, answer):
        """The text, also out of a list of one."""
        return single(answer)

    def unlike(self, value):
        """Blank for a text with something in it, else one sentence."""
        return unlike_text(value)

    def same(self, value, known):
        """Whether a text is wanted; capitals, stops and “the” do not count."""
        return folded(value) in map(folded, _listed(known["value"]))


class Names(Known):
    """A set of names, in any order."""

    def unlike(self, value):
        """Blank for texts, or for an empty list where none is accepted; else one sentence."""
        if names(value) is not None or self._none_of_them(value):
            return ""
        column = " Take one column of it." if isinstance(value, pd.DataFrame) else ""
        return (
            f"This is {kind_of(value)}; a list of names is wanted, such as ['one',"
            f" 'another'].{column}"
        )

    def _none_of_them(self, value):
        """Whether this is an empty list, and an accepted answer has no names either."""
        empty = isinstance(value, LISTS) and not len(value)
        return empty and any(not known["value"] for known in self.exercise["accept"])

    def read(self, value):
        """set of str: the names, folded."""
        return names(value) or set()

    def same(self, value, known):
        """Whether these are the wanted names, all and no others."""
        return value == set(map(folded, known["value"]))

    def compared(self, value):
        """What there is too much and too little of, against the nearest accepted set."""
        accepted = [set(map(folded, known["value"])) for known in self.exercise["accept"]]
        wanted = min(accepted, key=lambda one: len(value ^ one))
        extra, missing = value - wanted, len(wanted - value)
        said = [f"Does not belong: {', '.join(sorted(extra))[:80]}."] if extra else []
        if missing:
            said.append(f"{missing} {'is' if missing == 1 else 'are'} still missing.")
        return said


class TwoEnds(Known):
    """An interval: low and high, None where nothing is printed. own, of the exercise: what is said
    of a reading of ours where the learner's own is asked for.
    """

    def unlike(self, value):
        """Blank for two ends, the low one first; else one sentence."""
        read = ends(value)
        if read is None:
            return self._no_pair(value)
        if "own" in self.exercise and getattr(value, "whose", ""):
            return self.exercise["own"]
        low, high = read
        if low > high:
            return f"The low end, {low:,g}, lies above the high end, {high:,g}. Low comes first."
        return ""

    def _no_pair(self, value):
        given = value if isinstance(value, (tuple, list)) else ()
        if len(given) > 2 and all(isinstance(v, (Number, type(None))) for v in given):
            return (
                f"Python read {len(given)} values, because a comma parts numbers. Write 30000 or"
                " 30_000, never 30,000."
            )
        texts = [v for v in given if isinstance(v, str)]
        if texts and len(given) == 2:
            return f"{_of_two(texts)}; two ends are wanted.{_without_marks(texts[0])}"
        found = "a pair with something else in it" if len(given) == 2 else kind_of(value)
        return (
            f"This is {found}; two ends are wanted, such as (10, 20), and None for an end that is"
            " not printed."
        )

    def read(self, value):
        """(low, high), NaN where nothing is printed."""
        return ends(value)

    def same(self, value, known):
        """Whether both ends are the wanted ones, or open where those are. An entry with low_span
        and high_span stands for all pairs with ends in these two spans; if its own two ends are
        different, for none of which the ends are the same.
        """
        one, wanted_one = value[0] == value[1], known.get("low") == known.get("high")
        if "low_span" in known and one != wanted_one:
            return False
        return all(self._end_is(value[i], known, name) for i, name in enumerate(("low", "high")))

    def _end_is(self, found, known, name):
        if f"{name}_span" in known:
            first, last = known[f"{name}_span"]
            return first <= found <= last
        if name not in known:
            return math.isnan(found)
        return abs(found - known[name]) <= self.exercise.get("tolerance", 0)


class Parts(ByRule):
    """A free text, of which only the parts are looked at: some words, a quote, a length."""

    def one(self, answer):
        """The text, also out of a list of one."""
        return single(answer)

    def unlike(self, value):
        """Blank for a text with something in it, else one sentence."""
        return unlike_text(value)

    def missing(self, value):
        """One sentence for each part, quote or limit that is not kept."""
        for part in self.exercise.get("part", []):
            if not any(re.search(pattern, value, re.I) for pattern in part["any"]):
                yield part["missing"]
        if self.exercise.get("quote") and not self._holds_quote(value):
            yield (
                "We found no three words in a row between quotation marks that this folder holds;"
                " take a quote from the table, exactly as printed."
            )
        count, most = len(value.split()), self.exercise.get("words", math.inf)
        if count > most:
            yield f"It has {count} words; {most} is the limit."

    def _holds_quote(self, text):
        quotes = [quote for quote in QUOTED.findall(text) if len(quote.split()) >= 3]
        wanted = [straight(quote.rstrip(" .,;")) for quote in quotes]
        paragraphs = [straight(paragraph) for paragraph in self.paragraphs]
        return any(paragraph.count(quote) == 1 for paragraph in paragraphs for quote in wanted)


def in_figures(text):
    """str: what to write in place of a number in words, or of a figure in quotation marks; blank
    where a text is no single number.
    """
    try:
        read = parse_words(text)
    except Problem:
        return ""
    if read.soft or read.low != read.high:
        return ""
    return f" Write the number in figures: {read.low:.12g}."


def _of_two(texts):
    return (
        "Both of your two ends are texts" if len(texts) == 2 else "One of your two ends is a text"
    )


def _without_marks(text):
    if text.strip().casefold() in ("none", "nothing"):
        return " Take the quotation marks away. Python writes it with a capital letter: None."
    return f" Take the quotation marks away.{in_figures(text)}"


_UNBOUNDED = {"least": -math.inf, "most": math.inf}


def _listed(value):
    return value if isinstance(value, list) else [value]


def unlike_text(value):
    """ "" where a value is a text with something in it, else one sentence."""
    if isinstance(value, str) and value.strip():
        return ""
    bare = isinstance(value, (Number, type(None)))
    more = hint(value) or (" It stands in quotation marks." if bare else "")
    return f"This is {kind_of(value)}; a text is wanted.{more}"
