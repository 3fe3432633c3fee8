"""Hedges and reporting words: where each points, what numbers it allows, how strongly it claims."""

import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .interval import Interval
from .numerals import written
from .text import Problem

READINGS = ("logical", "usual", "wide")
OF_A_WORD = ("also", "direction", "strength", "near")  # columns that say the same in all its rows
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
ALONE = "(a number alone)"
UNITS = {"dozen": 12, "score": 20, "hundred": 100}
UNITS |= {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_OPEN = {
    (False, True): "lower end as printed; above it nothing is printed",
    (True, False): "upper end as printed; below it nothing is printed",
}
_LIMIT = {
    (False, True): "the printed end is a limit; the number lies above it, how far is not printed",
    (True, False): "the printed end is a limit; the number lies below it, how far is not printed",
}


class Rule(NamedTuple):
    """One reading of a hedge, as readings.csv writes it. low, high: a number; or x, the printed
    figure, moved by h, 2h or r; or blank for an open end. ends: as those of Interval. basis: where
    the reading comes from.
    """

    low: str
    high: str
    ends: str
    basis: str


@dataclass(frozen=True)
class Hedge:
    """One entry of readings.csv. names: the word and those read the same way. direction: where
    what is meant lies: "above", "below" or "around" the printed figure, "exact", or "none" where
    the words print no figure; of a reporting word whether it "affirms" or "denies", or does
    "neither". strength: of a reporting word how firmly it claims: could, appears, believes, will,
    flat; unknown where who speaks does not know. rules: dict, reading
    -> Rule; empty for a reporting word. near: whether the number lies "near" the printed figure
    ("just over") or "far" from it ("well over"); blank where the word does not say.
    """

    names: tuple
    direction: str
    strength: str
    rules: dict = field(hash=False)
    near: str = ""


def hedges(table):
    """tuple of Hedge, in the order of the table. table: DataFrame with the columns of
    readings.csv, a row for each word and reading. Raises Problem where a hedge lacks a reading,
    where its rows say different things of the word, or where an end is none.
    """
    made = []
    for words, rows in table.groupby("words", sort=False):
        first = _of_all(words, rows)
        rules = {
            row.reading: Rule(row.low, row.high, row.ends, row.basis)
            for row in rows.itertuples()
            if row.reading
        }
        if rules and set(rules) != set(READINGS):
            raise Problem(
                f"readings.csv: “{words}” has the readings {', '.join(rules)}; expected"
                f" {', '.join(READINGS)}, one row for each."
            )
        if first["direction"] == "none":
            _have_ends_of_their_own(words, rules)
        names = (words, *filter(None, first["also"].split("|")))
        made.append(Hedge(names, first["direction"], first["strength"], rules, first["near"]))
    return tuple(made)


def _of_all(words, rows):
    """Series: what all rows of a word say of it. Raises Problem where they differ."""
    first = rows.iloc[0]
    for column in OF_A_WORD:
        for row in rows.to_dict("records"):
            if row[column] != first[column]:
                raise Problem(
                    f"readings.csv: the rows of “{words}” differ in the column “{column}”: found"
                    f" “{first[column]}” and, in its reading {row['reading']}, “{row[column]}”;"
                    " expected the same in all of them."
                )
    return first


def _have_ends_of_their_own(words, rules):
    """Raises Problem where an end of words without a figure is no number and not open."""
    for reading, rule in rules.items():
        for end in (rule.low, rule.high):
            if end and not _NUMBER.fullmatch(end):
                raise Problem(
                    f"readings.csv: “{words}”, whose direction is none, has the end “{end}” in its"
                    f" reading {reading}; expected a number, or a blank where it is open."
                )


def hedge_in(words, known):
    """Hedge of a number that stands in some words, or None: the longest where there are several
    ("no fewer than", not "fewer than"); a word of tone ("only") only where there is no other.
    known: tuple of Hedge.
    """
    return _longest_in(words, tuple(known))


@lru_cache(2000)
def _longest_in(words, known):
    """Hedge or None, as `hedge_in` gives it; the same few words come again and again."""
    of_numbers = {name: hedge for hedge in _of_numbers(known) for name in hedge.names}
    found = [name for name in of_numbers if _holds(words.lower(), name)]
    return of_numbers[max(found, key=_strength(of_numbers))] if found else None


def _holds(words, name):
    """bool: whether some words hold the name of a hedge. Of one that stands behind its number the
    whole name is wanted, with its three dots.
    """
    return words == name or bool(re.search(rf"\b{re.escape(name)}\b", words))


def _of_numbers(known):
    return [hedge for hedge in known if hedge.rules]


def _strength(of_numbers):
    """Key of names of hedges: one of tone is weaker than all others, and a longer one stronger."""
    return lambda name: (of_numbers[name].direction != "exact", len(name))


def read(hedge, low, high, known, reading="printed"):
    """Interval of one printed quantity.

    hedge: str as printed. low, high: float as printed, NaN where blank, in any unit. known: tuple
    of Hedge. reading "printed": the printed ends; an end that is not printed stays open, and
    nothing is put in the middle. Only where the words print no end of their own (“a few …”, “about
    200”) is the usual reading taken. Readings “logical”, “usual” and “wide” are those of `known`,
    each with its basis. Raises Problem for a reading that is none of the four.
    """
    if reading not in ("printed", *READINGS):
        raise Problem(
            f"There is no reading “{reading}”; the readings are printed, logical, usual and wide."
        )
    found = hedge_in(hedge, known)
    if math.isnan(low) and math.isnan(high):
        return _without_figure(hedge, found, reading)
    if reading != "printed":
        return _moved(found or _alone(known), low, high, reading)
    if found and found.direction == "around":
        return _rounded(hedge, found, low, high)
    return _as_printed(_belonging(hedge, known), low, high)


def last_place(x):
    """int or float: the unit of the last digit of a number that is not zero: 200 -> 100, 41,000 ->
    1,000, 14 -> 1, 2.5 -> 0.1. Of nought: 1.
    """
    exponent = Decimal(str(x)).normalize().as_tuple().exponent
    return 10**exponent if exponent >= 0 else float(f"1e{exponent}")


def round_step(x):
    """float: how far it is from a number to the next round one, as writers round: the place of its
    last digit (200 -> 100, 12,000 -> 1,000); five of them where that digit is a 5 (15,000 ->
    5,000), since fives are round, too; and half of it for a single 1 (10,000 -> 5,000).
    """
    place = last_place(x)
    digits = round(abs(x) / place)
    if digits == 1:
        return place / 2
    return 5 * place if digits % 10 == 5 and digits > 5 else place


def _alone(known):
    """Hedge that stands for a number without one."""
    return next(hedge for hedge in known if hedge.names[0] == ALONE)


def _without_figure(hedge, found, reading):
    """Interval of words such as “a few thousand”; anything, where nobody has read them."""
    if found is None or found.direction != "none":
        return Interval(
            None, None, "no reading", "words without a figure, and no reading of them on file"
        )
    times = math.prod(size for word, size in UNITS.items() if word in hedge.lower())
    reading = "usual" if reading == "printed" else reading
    made = _times(found.rules[reading], times)
    widest = _times(found.rules["logical"], times)
    allowed = f"the words allow {widest}"
    ours = f"our reading: {made}"
    return Interval(
        made.low,
        made.high,
        ours if made == widest else f"{ours}; {allowed}",
        f"{reading} reading, ours: {found.rules[reading].basis}; {allowed}",
        made.ends,
    )


def _times(rule, times):
    """Interval of the ends of a rule, numbers or blank, times a unit such as a thousand."""
    low, high = (float(end) * times if end else math.nan for end in (rule.low, rule.high))
    return Interval(low, high, ends=rule.ends)


def by_its_word(basis, words, known):
    """str: a basis such as “about” read as rounding, with the word of that sense that the text
    prints; with none where it prints another. words: of the number. known: tuple of Hedge.
    """
    found = hedge_in(words, known)
    names = [name for name in found.names if _holds(words.lower(), name)] if found else []
    mine = f"“{max(names, key=len)}” " if names else ""
    return re.sub(r"^“[^”]+” (?=read as )", mine, basis)


def _belonging(words, known):
    """str: whether printed ends belong to the range, as the hedges in some words have it: the lower
    end by one such as "over", the upper by one such as "under".
    """
    above = hedge_in(words, [hedge for hedge in known if hedge.direction == "above"])
    below = hedge_in(words, [hedge for hedge in known if hedge.direction == "below"])
    first = above.rules["logical"].ends[0] if above else "["
    return first + (below.rules["logical"].ends[1] if below else "]")


def _as_printed(ends, low, high):
    """Interval of the printed ends, which belong to it or not."""
    both = "as printed" if low == high else "both ends as printed"
    told = _OPEN if ends == "[]" else _LIMIT
    basis = told.get((math.isnan(low), math.isnan(high)), both)
    return Interval(low, high, basis=basis, ends=ends)


def _rounded(hedge, found, low, high):
    """Interval of “about 200”: the usual reading, since the words print no end."""
    made = _by_rule(found.rules["usual"], low, high)
    within = made.high - high if math.isnan(low) else low - made.low
    basis = f"“{hedge}” read as rounding, to within {written(within)}; the reading is ours"
    return Interval(made.low, made.high, f"our reading: {made}", basis, made.ends)


def _moved(found, low, high, reading):
    """Interval of printed ends that a reading leaves where they are or moves."""
    rule = found.rules[reading]
    made = _by_rule(rule, low, high)
    kept = _same_or_open(made.low, low) and _same_or_open(made.high, high)
    if kept:
        basis = "as printed" if found.names[0] == ALONE else rule.basis
        return Interval(made.low, made.high, "", f"{reading} reading: {basis}", made.ends)
    basis = f"{reading} reading, ours: {rule.basis}"
    return Interval(made.low, made.high, f"our reading: {made}", basis, made.ends)


def _by_rule(rule, low, high):
    """Interval of printed ends moved as a rule says; a blank end is moved from the other one."""
    printed = [end for end in (low, high) if end and not math.isnan(end)]
    half = min(map(_half_step, printed), default=0.0)
    first = _end(rule.low, high if math.isnan(low) else low, half)
    last = _end(rule.high, low if math.isnan(high) else high, half)
    return Interval(first, last, ends=rule.ends)


def _half_step(x):
    """float: half way to the next round number; at least 2 for a count such as 14."""
    half = round_step(x) / 2
    return max(half, 2.0) if last_place(x) >= 1 else half


def _same_or_open(made, printed):
    return math.isnan(made) or made == printed


def _end(rule, x, half):
    """float: an end as the table writes it: x, moved by h (half way to the next round number; of
    two ends, the one printed more finely decides for both), 2h, or r (h, for figures that end in
    at least two noughts), but not across nought; NaN where it is blank.
    """
    if not rule:
        return math.nan
    by = {"": 0.0, "h": half, "2h": 2 * half, "r": half * (half >= 50)}
    moved = x + (1 if "+" in rule else -1) * by[re.sub(r"x[+-]?", "", rule)]
    return moved if moved * x >= 0 else 0.0
