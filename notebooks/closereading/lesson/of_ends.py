"""Exercises whose answer is an interval: two ends, of which one or both may not be printed."""

import math
import re

import pandas as pd

from ..data.reference import parse_words
from ..reading.text import Problem
from . import typed
from .answer import Known, Read
from .cells import source
from .in_unit import another, excludes_an_end
from .slips_of_numbers import has_comma, has_dotted
from .values import ends, is_number, is_open, kind_of, says_something

_NOTHING = re.compile(
    r"none|nothing|null|nan|unknown|more|less|no (?:end|limit)|(?:is )?(?:left )?open"
    r"|not (?:given|known|printed|said|stated)|inf(?:inity)?|∞"
)
_BETWEEN = re.compile(r"\s*(?:;|,\s|\bto\b|\band\b|\bbis\b|(?<=\S)\s*[–—-]\s*(?=\S))\s*")
_BETWEEN_WORD = re.compile(r"^(?:from|between)\s+")
_SCALE = re.compile(r"\b(?:dozen|hundred|thousand|million)\b")
_WAYS = ((1000, 1000), (1000, 1), (1, 1000))  # which of two ends may be meant as thousands
_ENDS = ("low", "high")
WANTED = "two ends are wanted, such as (10, 20)"
OPEN = ", and None for an end that is not printed"
END_TO_END = (
    "Python read 4 values: + puts two pairs end to end and adds nothing. Ranges that parse_words"
    ' gives can be added: parse_words("over 10") + parse_words("3 to 5").'
)


class TwoEnds(Known):
    """An interval: low and high, None where nothing is printed. own, of the exercise: what is said
    of a reading of ours where the learner's own is asked for; unit: which ones may stand behind the
    ends; excluded: what is said of a phrase that excludes the end that it prints.
    """

    def readings(self, answer):
        """(low, high) as floats, NaN where nothing is printed: of a pair, a phrase, a pair with a
        text in it, a table or a dict with low and high.
        """
        if self._no_ends(answer):
            return []
        ways = [self._as_given(answer), self._as_phrase(answer), self._with_texts(answer)]
        ways += [self._as_two(answer), _by_name(answer)]
        return [read for read in ways if read and self._in_order(read)]

    def unlike(self, answer):
        """Blank for two ends, the low one first; else one sentence."""
        if told := self._no_ends(answer):
            return told
        read = ends(answer)
        if read is None:
            return self._no_pair(answer)
        if self._is_ours(answer):
            return self.exercise["own"]
        low, high = read
        if low > high:
            return f"The low end, {low:,g}, lies above the high end, {high:,g}. Low comes first."
        return ""

    def same(self, value, known):
        """Whether both ends are the wanted ones, or open where those are. An entry with low_span
        and high_span stands for all pairs with ends in these two spans; if its own two ends are
        different, for none of which the ends are the same.
        """
        one = value[0] == value[1]
        wanted_one = known.get("low") == known.get("high")
        if "low_span" in known and one != wanted_one:
            return False
        return all(self._end_is(value[i], known, name) for i, name in enumerate(_ENDS))

    def slip(self, answer):
        """Thousands typed with a dot or a comma; pairs that were put end to end."""
        if self._is_ours(answer) or not _is_of_ends(answer):
            return ""
        said = _put_end_to_end(answer) or _repeated(answer) or self._comma(answer)
        return said or self._thousandths(answer)

    def _comma(self, answer):
        """str: that a comma has taken an end apart; "" where that is not certain."""
        meant = typed.joined(answer) if len(answer) > 2 else None
        if not meant or len(meant) != 2:
            return ""
        if not (self._is_known(meant) or has_comma(source())):
            return ""
        return typed.comma_inside(answer, f"Do you mean {_shown(ends(meant))}?")

    def _thousandths(self, answer):
        """str: which ends were typed with a dot, where with thousands they make a known answer."""
        if len(answer) != 2 or not has_dotted(source()):
            return ""
        for way in _WAYS:
            given, meant = _as_thousands(answer, way)
            if given and self._is_known(meant):
                return typed.a_thousandth(given)
        return ""

    def _is_known(self, pair):
        """Whether an entry of the toml has these two ends."""
        read = ends(pair)
        known = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        return not read[0] > read[1] and any(self.same(read, entry) for entry in known)

    def _as_given(self, answer):
        read = None if self._is_ours(answer) else ends(answer)
        return read and Read(read)

    def _as_phrase(self, answer):
        """The ends that a phrase allows, where they are printed and no reading of ours."""
        if not isinstance(answer, str):
            return None
        try:
            read = parse_words(answer)
        except Problem:
            return None
        note = f"(You wrote a phrase. As a pair it is {_shown(ends(read))}.)"
        return None if read.soft or self._is_ours(read) else Read(ends(read), note)

    def _as_two(self, answer):
        """The two ends of a text such as "36-60" or "(None, 30000)"."""
        bare = answer.strip(" ()[]") if isinstance(answer, str) else ""
        parts = _BETWEEN.split(_BETWEEN_WORD.sub("", bare))
        scale = _SCALE.search(parts[-1]) if len(parts) == 2 else None
        if scale and parts[0].strip().isdecimal():
            parts[0] = f"{parts[0]} {scale[0]}"  # 3-5 dozen
        read = ends(_pair(parts)) if len(parts) == 2 else None
        return read and Read(read, f"(You wrote a text. As a pair it is {_shown(read)}.)")

    def _with_texts(self, answer):
        """A pair of which an end is a text, "None" or "30,000"."""
        if not isinstance(answer, (tuple, list)) or len(answer) != 2:
            return None
        if not any(isinstance(end, str) for end in answer):
            return None
        read = ends(_pair(answer))
        if read is None:
            return None
        told = f"One end is a text. Without quotation marks the pair is {_shown(read)}."
        note = f"({told}{_none(answer)})"
        return Read(read, note)

    def _no_ends(self, answer):
        """str: one sentence on a unit that is not asked for, or on a phrase that excludes the end
        that it prints, where the words of the exercise do not; else blank.
        """
        given = list(answer) if isinstance(answer, (tuple, list)) else [answer]
        given += _BETWEEN.split(answer) if isinstance(answer, str) else []
        told = (another(one, self.exercise.get("unit")) for one in given)
        if unlike := next(filter(None, told), ""):
            return unlike
        return self.exercise.get("excluded", "") if any(map(excludes_an_end, given)) else ""

    def _is_ours(self, answer):
        return "own" in self.exercise and bool(getattr(answer, "whose", ""))

    def _in_order(self, read):
        low, high = read.value
        return not low > high

    def _no_pair(self, value):
        given = value if isinstance(value, (tuple, list)) else ()
        if len(given) == 2:
            return _unlike_pair(given, self._wanted())
        if isinstance(value, (set, frozenset)):
            return "Curly brackets make a set, and a set has no order. Write round ones: (10, 20)."
        if len(given) > 2 and has_comma(source()) and (said := typed.comma_inside(given)):
            return said
        return f"This is {kind_of(value)}; {self._wanted()}"

    def _wanted(self):
        """str: what is wanted; of a learner's own reading both ends are, and none is open."""
        return f"{WANTED}{'' if 'own' in self.exercise else OPEN}."

    def _end_is(self, found, known, name):
        if f"{name}_span" in known:
            first, last = known[f"{name}_span"]
            return first <= found <= last
        if name not in known:
            return math.isnan(found)
        return abs(found - known[name]) <= self.exercise.get("tolerance", 0)


def _as_thousands(pair, way):
    """(list of the ends that were typed with a dot, the pair as it is meant) where some ends are
    thousands; the list is empty where one of these has no dot. way: by what each end is multiplied.
    """
    given = [end for end, times in zip(pair, way) if times > 1 and end is not None]
    meant = [end and end * times for end, times in zip(pair, way)]
    return (given if all(isinstance(end, float) for end in given) else []), meant


def _put_end_to_end(answer):
    """str: that two pairs were added, which puts them end to end; else ""."""
    large = all(value is None or value >= 1000 for value in answer)
    return END_TO_END if len(answer) == 4 and large else ""


def _repeated(answer):
    """str: that a pair was multiplied, which repeats it; "" where no pair is repeated."""
    times = len(answer) // 2
    pair = tuple(answer[:2])
    if times < 2 or tuple(answer) != pair * times or None in pair:
        return ""
    low, high = pair
    return (
        f"Python repeats a pair that is multiplied: here stands ({low:g}, {high:g}) {times} times."
        f" Multiply each end: ({low:g} * {times}, {high:g} * {times})."
    )


def _is_of_ends(answer):
    """Whether this is a list whose entries can be ends."""
    listed = isinstance(answer, (tuple, list))
    return listed and all(is_open(value) or is_number(value) for value in answer)


def _unlike_pair(given, wanted):
    """str: what is wrong with a pair that is none of two ends. wanted: what is wanted instead."""
    texts = [end for end in given if isinstance(end, str)]
    if not texts:
        return f"This is a pair with something else in it; {wanted}"
    which = (
        "Both of your two ends are texts" if len(texts) == 2 else "One of your two ends is a text"
    )
    strange = [text for text in texts if typed.number_in(text) is None]
    if not strange or not says_something(strange[0]):
        return f"{which}; two ends are wanted. Take the quotation marks away."
    instead = typed.in_figures(strange[0])
    instead = instead or " A number is wanted. Take the quotation marks away."
    return f"{which}, “{strange[0][:40]}”.{instead}"


def _by_name(answer):
    """Read of a dict of two values, of a row or a table of one row with low and high; None where it
    has none.
    """
    if isinstance(answer, pd.DataFrame) and len(answer) == 1:
        answer = answer.iloc[0]
    if not isinstance(answer, (dict, pd.Series)):
        return None
    named = all(name in answer for name in _ENDS)
    given = [answer[name] for name in _ENDS] if named else list(dict(answer).values())
    read = ends(_pair(given))
    return read and Read(read, f"(As a pair it is {_shown(read)}.)")


def _pair(given):
    """list: two ends as they are meant, the low one first."""
    return [_meant(end, place) for place, end in enumerate(given)]


def _meant(end, place):
    """The number, or None, that an end given as a text stands for; anything else as it is. place: 0
    for the low end, 1 for the high one.
    """
    if not isinstance(end, str):
        return end
    if not says_something(end) or _NOTHING.fullmatch(end.strip().casefold()):
        return None
    number = typed.number_in(end)
    return _one_end(end, place) if number is None else number


def _one_end(text, place):
    """float: the end that a phrase prints, such as "over 108,000" a low one; the text where it
    prints another, two, or none.
    """
    try:
        read = parse_words(text)
    except Problem:
        return text
    mine = ends(read)[place]
    other = ends(read)[1 - place]
    alone = math.isnan(other) and not math.isnan(mine) and not read.soft
    return mine if alone else text


def _none(answer):
    """str: how None is written, where an end was that word in quotation marks."""
    words = [end.strip().casefold() for end in answer if isinstance(end, str)]
    return " Python writes it with a capital letter: None." if "none" in words else ""


def _shown(read):
    """str: two ends as Python writes them."""
    return f"({', '.join('None' if math.isnan(end) else f'{end:.12g}' for end in read)})"
