"""Pairs, bounds, and words that stay words: the upper half of what quantity.lark says."""

import math
from dataclasses import replace

from lark import v_args

from .amounts import Amounts
from .doubts import paid_in_two
from .figures import Amount
from .hedges import Hedge
from .interval import elided
from .rates import Nouns
from .said import Said

_SHORT = (
    "its first end may be short for thousands or hundreds: write both ends in full, such as 8,000"
    " to 14,000"
)


_SCORE = (
    "a dash between two figures may be a score or a range. A score is two numbers: leave the number"
    " blank, or take each alone; for a range write “to”"
)
_GOES_DOWN = (
    "it goes from one number down to another. These are two numbers, an old and a new one, and no"
    " range: read them one by one"
)


_LASTED = (
    "so exact a time may be how long it took, and “over” may mean in the course of it; where it"
    " means more, type the lower end"
)
_LEVEL = (
    "its two ends have different units, and the second is far larger: the first may be how far"
    " something went, and the second where it came to. Read them one by one"
)
_FAR = 10
_TIMES = ("minutes", "hours", "days", "weeks", "months", "years")
_PARTS = {"part", "place", "ratio"}


def _encloses(low, high):
    """bool: whether one Said is a lower limit, and the other an upper one above it."""
    return math.isnan(low.high) and math.isnan(high.low) and low.low < high.high


def _name(token):
    """str: the name of the hedge that a token is; "about" for signs and words behind a number."""
    return token.value.names[0] if isinstance(token.value, Hedge) else "about"


@v_args(inline=True)
class Meaning(Amounts):
    """The upper half of quantity.lark: pairs, bounds, and words that stay words."""

    def pair(self, *parts):
        """“8 to 14”: what only one of the two prints, unit or scale, counts for both."""
        both = [part for part in parts if isinstance(part, Amount)]
        first, last = self.alike(*both)
        kinds = {getattr(part, "type", "") for part in parts}
        bare = first
        self._check_score(first, last, kinds)
        self._check_level(first, last, paid_in_two(*both) and not kinds & {"FROM", "BETWEEN"})
        first = self.checked(self.share_scale(first, last, kinds))
        ends = first.value, self.checked(last).value
        if first == bare and elided(*map(float, ends)) and bare.scale == 1:
            self.no(_SHORT)
        if "minus" in first.how and ends[1] > 0:
            self.no("whether both of its ends lie below nought is not clear")
        low, high = map(float, self._in_order(parts, *ends))
        part = bool(_PARTS & (first.how | last.how))
        return Said(low, high, unit=last.unit, measures=last.measures, part=part)

    def _check_score(self, first, last, kinds):
        """Raises Problem for 9-0, and for “from 1-5 down”."""
        bare = "DASH" in kinds and not (first.unit or last.unit)
        if bare and last.value < 1000 and ("FROM" in kinds or first.value >= last.value):
            self.no(_SCORE)

    def _check_level(self, first, last, in_two):
        """Raises Problem for “32 cents to $51”: how far something went, and where it came to.
        in_two: whether the two print two units.
        """
        if in_two and last.value > _FAR * first.value:
            self.no(_LEVEL)

    def _in_order(self, parts, low, high):
        """(low, high), in this order, also of two numbers below nought: from −18 to −34."""
        if low > high and high <= 0:
            low, high = high, low
        self._check_order(parts, low, high)
        return low, high

    def _check_order(self, parts, low, high):
        """Raises Problem where two numbers are no ends of a range."""
        if low >= high:
            kinds = {getattr(part, "type", "") for part in parts}
            down = low > high and "TO" in kinds
            self.no(_GOES_DOWN if down else "its first end does not lie below its second")
        if any(getattr(part, "type", "") == "OR" for part in parts) and high > 2 * low:
            self.no("“or” between numbers that are far apart makes no range: read them one by one")

    def pair_soft(self, *parts):
        """“from about 8 to 14”."""
        (around,) = (part for part in parts if getattr(part, "type", "") == "AROUND")
        return replace(self.pair(*parts), about=_name(around))

    def pair_dash(self, *parts):
        """“8–14 miles”."""
        pair = self.pair(*parts)
        digits = {"digits" in part.how for part in parts if isinstance(part, Amount)}
        if len(digits) > 1:
            self.no("a dash between a figure and a word may be a name")
        if not pair.unit and pair.high < 1000:
            self.no(_SCORE)
        return pair

    def pair_below(self, first, _, hedge, last):
        """“8 to under 14”."""
        return self._limited(self.pair(first, last), high=hedge)

    def pair_above(self, hedge, *_):
        """“over 8 to 14”."""
        self.no(
            f"“{hedge.word}” limits one number, and here are two, so write both: “over 8 but under"
            " 14”"
        )

    def pair_within(self, low, first, _, high, last):
        """“over 8 to under 14”."""
        return self._limited(self.pair(first, last), low, high)

    def _limited(self, pair, low=None, high=None):
        """Said of a pair with an end that does not belong to it, low or high, or both."""
        first = self._left_out("ABOVE", low, "(") if low else "["
        last = self._left_out("BELOW", high, ")") if high else "]"
        hedges = tuple(token.value for token in (low, high) if token)
        return replace(pair, ends=first + last, hedges=hedges)

    def _left_out(self, kind, hedge, sign):
        """The sign of an end that does not belong to a pair."""
        if hedge.type != kind or sign not in hedge.value.rules["logical"].ends:
            self.no(f"“{hedge.word}” limits one number, and here are two")
        return sign

    def margin(self, middle, _, by):
        """“52 ± 3 %”."""
        middle, by = self.alike(middle, by)
        low = self.checked(middle).value - by.value
        high = middle.value + by.value
        if by.value <= 0 or by.scale != middle.scale:
            self.no("what stands behind “plus or minus” is no margin")
        return Said(float(low), float(high), unit=middle.unit, measures=middle.measures)

    def exact(self, thing):
        """“14 miles”, or a pair."""
        if isinstance(thing, Said):
            return thing
        value = float(self.checked(thing).value)
        part = bool(_PARTS & thing.how)
        return Said(value, value, unit=thing.unit, measures=thing.measures, part=part)

    def soft(self, around, thing):
        """“about 14”, “about 8 to 14”."""
        return replace(self.exact(thing), about=_name(around))

    def soft_after(self, number, around, unit=None):
        """“14 or so”."""
        return self.soft(around, self.with_unit(number, unit) if unit else number)

    def soft_twice(self, _, number, around, unit=None):
        """“some 20-odd miles”."""
        return self.soft_after(number, around, unit)

    def soft_dozen(self, around, dozen, unit=None):
        """“some dozen ships”."""
        return self.soft_after(self.one_scale(None, dozen), around, unit)

    def bound(self, hedge, *rest):
        """“at least 14”, “up to about 14”."""
        said = self.exact(rest[-1])
        self._check_over(hedge, rest[-1])
        if said.low < 0:
            self.no("which side of a number below nought is meant is not clear")
        if getattr(rest[-1], "how", ()) and "zero" in rest[-1].how:
            self.no("a limit at nought says nothing")
        low, high = (said.low, math.nan) if hedge.type[:5] == "ABOVE" else (math.nan, said.high)
        if hedge.value.names[0] == "within" and " of " in said.unit:
            self.no("what stands behind “of” is a place here")
        ends = hedge.value.rules["logical"].ends
        about = _name(rest[0]) if len(rest) > 1 else ""
        if about and hedge.value.near:
            self.no(f"“{hedge.word}” and “{rest[0].word}” contradict each other")
        hedged = {"hedges": (hedge.value,), "about": about, "typed": hedge.word}
        return replace(said, low=low, high=high, ends=ends, **hedged)

    def _check_over(self, hedge, thing):
        """Raises Problem for “over three hours and 23 minutes”, which may be how long it took."""
        exact = "two units" in getattr(thing, "how", ()) and thing.unit in _TIMES
        if exact and hedge.word.casefold().endswith("over"):
            self.no(_LASTED)

    def bound_after(self, number, after, unit=None):
        """“14 or more”."""
        if "ratio" in number.how:
            self.no(f"“{after.word}” may belong to either of its two numbers")
        return self.bound(after, self.with_unit(number, unit) if unit else number)

    def both(self, first, _, last):
        """“over 8 but under 14”."""
        low, high = sorted([first, last], key=lambda said: math.isnan(said.low))
        if not _encloses(low, high) or low.about or high.about:
            self.no("its two limits do not enclose a range")
        if low.unit and high.unit and low.unit != high.unit:
            self.no(f"its two ends have different units: “{low.unit}” and “{high.unit}”")
        ends = low.ends[0] + high.ends[1]
        hedges = (*low.hedges, *high.hedges)
        counted = high if high.unit else low
        made = replace(counted, low=low.low, high=high.high, ends=ends, hedges=hedges)
        return replace(made, typed=low.typed if low.hedges[0].near else high.typed)

    def few(self, few, *rest):
        """“a few thousand miles”."""
        unit = rest[-1].name if rest and isinstance(rest[-1], Nouns) else ""
        scales = [part.value.text for part in rest if not isinstance(part, Nouns)]
        words = " ".join([few.value.names[0], *scales])
        return Said(math.nan, math.nan, hedges=(few.value,), unit=unit, words=words)

    def vague(self, *parts):
        """“tens of thousands”."""
        return " ".join(getattr(part, "word", part) for part in parts)

    def some(self, vague, *_):
        """“dozens”, “dozens of”."""
        return Said(math.nan, math.nan, words=str(vague))

    def vague_unit(self, vague, *rest):
        """“dozens of people”."""
        self.check_counted(rest[-1].unit)
        if rest[-1].lone:
            self.no(
                f"“{rest[-1].unit.one}” is one thing, or says what is done: write what is counted"
            )
        return replace(self.some(vague), unit=rest[-1].name)

    def some_hedged(self, hedge, said):
        """“over several hundred people”."""
        return replace(said, words=f"{hedge.word} {said.words}")

    def nothing(self, no, nouns):
        """“no injuries”."""
        if nouns.unit.measures:
            self.no(f"“{no.word}” before “{nouns.name}” counts nothing: write the number")
        return Said(0.0, 0.0, unit=nouns.name)

    phrase = hedge = after = Amounts.same
