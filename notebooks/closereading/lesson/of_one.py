"""Exercises whose answer is one number, or one short text."""

import datetime
import math
import re

import numpy as np
import pandas as pd

from ..data.reference import parse_words
from ..reading.interval import Interval
from ..reading.text import Problem
from . import typed
from .answer import Known, Read
from .values import LISTS, ends, folded, hint, is_number, kind_of, says_something, single

_UNBOUNDED = {"least": -math.inf, "most": math.inf}
_SPANS = (datetime.timedelta, np.timedelta64)  # pandas' own is a timedelta
_DENIES = re.compile(r"\b(not|no|never|nobody|neither|nor|without)\b|n[’']t\b", re.I)
_OTHERS = re.compile(r",? (?:and |but )?(?:not|rather than|instead of) .*", re.I)
_ID = re.compile(r"([a-z])(\d{1,2})")
_BARE_ID = re.compile(r"(?:(?:the )?(?:item|claim|column|row|number|no|nr) )?([a-z] ?)?(\d{1,2})")
MOST_WORDS = 9  # in a sentence out of which one name is read
MOST_TABLE = 1  # rows of a table that stands for one of its cells


class OneNumber(Known):
    """A number. Bounds of the exercise: least, most; tolerance to both sides. end, of the exercise:
    whether a phrase that prints one end may stand for that end.
    """

    def readings(self, answer):
        """The number; out of a list of one, a text, a span of days; as many as a table has rows, as
        a list has names, as are True.
        """
        value = single(answer)
        if is_number(value) and value == value:
            return [Read(value)]
        if self.exercise.get("end") and (read := self._end(value)):
            return [read]
        read = next((read for read in _READERS if isinstance(value, read)), None)
        return _READERS[read](value) if read else []

    def _end(self, value):
        """Read of the one end that a phrase prints, where the exercise asks for it."""
        if isinstance(value, str):
            try:
                value = parse_words(value)
            except Problem:
                return None
        excluded = getattr(value, "ends", "[]") != "[]"  # “over 14” is not true of 14
        pair = () if excluded else ends(value) or ()
        known = [end for end in pair if not math.isnan(end)]
        note = f"(You gave a whole phrase. The number alone is {known[0]:.12g}.)" if known else ""
        return Read(known[0], note) if len(known) == 1 else None

    def unlike(self, answer):
        """Blank for a number within the bounds, else one sentence."""
        value = single(answer)
        if isinstance(value, str):
            return (
                f"This is a text, “{value[:40]}”; a number is wanted, without quotation marks and"
                f" without a unit.{typed.in_figures(value)}"
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
            share = f"{100 * value:.4g}"
            return (
                f"{value:g} is a fraction; write {share} for {share} per cent, and whole numbers"
                " for counts."
            )
        return ""

    def same(self, value, known):
        """Whether a number is wanted, or lies in a wanted span."""
        slack = self.exercise.get("tolerance", 0)
        if "from" in known:
            spans = [(known["from"], known["to"])]
        else:
            spans = [(wanted, wanted) for wanted in listed(known["value"])]
        return any(low - slack <= value <= high + slack for low, high in spans)

    def slip(self, answer):
        """A thousand that was typed with a dot, or a comma inside a number."""
        value = single(answer)
        if isinstance(value, tuple) and None not in value:
            return typed.comma_inside(value)
        known = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        if isinstance(value, float) and any(self.same(value * 1000, entry) for entry in known):
            return typed.a_thousandth([value])
        return ""


class OneText(Known):
    """A short text, such as a name."""

    def readings(self, answer):
        """The text; out of a list of one, a sentence, a row of a table."""
        value = single(answer)
        if is_number(value):
            return [Read(str(value))]
        if isinstance(value, str):
            return [Read(value)] if says_something(value) else []
        row = isinstance(value, pd.Series) and "quote" in value.index
        if row or isinstance(value, pd.DataFrame) and len(value) <= MOST_TABLE:
            cells = np.ravel(value.to_numpy()).tolist()
            note = "(You gave the whole row. One column of it is the answer.)"
            return [Read(cell, note, True) for cell in cells if isinstance(cell, str)]
        return []

    def unlike(self, answer):
        """Blank for a text with something in it, else one sentence."""
        value = single(answer)
        if isinstance(value, (list, tuple)) and "several" in self.exercise:
            return self.exercise["several"]
        return unlike_text(value)

    def same(self, value, known):
        """Whether a text is wanted, or is a short sentence that says it and denies nothing;
        capitals, stops and “the” do not count.
        """
        wanted = {folded(one) for one in listed(known["value"])}
        value = _OTHERS.sub("", value.strip())
        text = folded(value)
        if text in wanted or self._as_id(text) in wanted:
            return True
        if len(text.split()) > MOST_WORDS or _DENIES.search(value):
            return False
        named = self._named(text)
        return bool(named) and named <= wanted

    def _as_id(self, text):
        """str: the one id of the exercise that "item 4", "4" or "e 4" stands for; "" for none."""
        found = _BARE_ID.fullmatch(text)
        ids = [name for name in self._known if _ID.fullmatch(name)]
        if not found:
            return ""
        meant = [name for name in ids if int(name[1:]) == int(found[2])]
        letter = (found[1] or "").strip()
        return next((name for name in meant if name.startswith(letter)), "")

    @property
    def _known(self):
        """set of str: every name that the exercise knows, folded."""
        entries = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        return {folded(name) for entry in entries for name in listed(entry["value"])}

    def _named(self, text):
        """set of str: the names of the exercise that a text holds."""
        found = set()
        rest = f" {text} "
        for name in sorted(self._known, key=len, reverse=True):
            if len(name) > 1 and f" {name} " in rest:
                found.add(name)
                rest = rest.replace(f" {name} ", " | ")
        return found


def _of_text(value):
    if typed.is_share(value):  # what is asked for here are counts, lengths and days
        return []
    number = typed.number_in(value)
    days = typed.days_in(value)
    counted = [typed.count_in(value), _ids_in(value)]
    found = [Read(number, _in_figures(number))] if number is not None else []
    found += [Read(days, _in_figures(days), number is not None)] if days is not None else []
    found += [Read(count, _in_figures(count), True) for count in counted if count is not None]
    return found


def _in_figures(number):
    return f"(You wrote it as a text. Write the number in figures: {number:.12g}.)"


def _ids_in(value):
    """int: how many ids a text lists; None where it is no list of ids."""
    ids = [part for part in re.split(r"[\s,;&]+|\band\b", value.casefold()) if part]
    return len(ids) if ids and all(map(_ID.fullmatch, ids)) else None


def _of_days(value):
    days = pd.Timedelta(value) / pd.Timedelta(days=1)
    return [] if days != days else [Read(days, "(You gave a span of days; .days is its number.)")]


def _of_rows(value):
    note = f"(You gave the table itself; len counts its rows: {len(value)}.)"
    return [Read(len(value), note, True)]


def _of_list(value):
    if isinstance(value, pd.Series) and value.index.dtype == bool and is_number(value.get(True)):
        note = f"(You gave two counts. The one beside True is the answer: {value[True]}.)"
        return [Read(int(value[True]), note, True)]
    entries = pd.Series(list(value), dtype=object)
    if len(entries) and entries.map(lambda one: isinstance(one, (bool, np.bool_))).all():
        count = int(entries.sum())
        note = f"(You gave True and False for each row; .sum() counts the True ones: {count}.)"
        return [Read(count, note, True)]
    if len(entries) and entries.map(lambda one: isinstance(one, str)).all():
        note = f"(You gave the entries themselves; len counts them: {len(entries)}.)"
        return [Read(len(entries), note, True)]
    return []


def _of_interval(value):
    return [Read(value.low)] if value.low == value.high else []


_READERS = {
    str: _of_text,
    _SPANS: _of_days,
    pd.DataFrame: _of_rows,
    LISTS: _of_list,
    Interval: _of_interval,
}


def listed(value):
    """list: a value of the toml that may be one or several."""
    return value if isinstance(value, list) else [value]


def unlike_text(value):
    """ "" where a value is a text with something in it, else one sentence."""
    if isinstance(value, str) and says_something(value):
        return ""
    bare = value is None or is_number(value) or isinstance(value, bool)
    more = hint(value) or (" It stands in quotation marks." if bare else "")
    return f"This is {kind_of(value)}; a text is wanted.{more}"
