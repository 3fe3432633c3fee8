"""Exercises whose answer is one number."""

import datetime
import math
import re

import numpy as np
import pandas as pd

from ..reading.interval import Interval
from . import own_table, typed
from .answer import Known, Read
from .cells import source
from .in_unit import another, phrase
from .of_one import listed
from .slips_of_numbers import has_comma, has_dotted, typed_comma
from .values import LISTS, ends, hint, is_number, kind_of, single

LARGEST = 1e300  # that is told whole
_UNBOUNDED = {"least": -math.inf, "most": math.inf}
_SPANS = (datetime.timedelta, np.timedelta64)  # pandas' own is a timedelta
_ID = re.compile(r"([a-z])(\d{1,2})")


class OneNumber(Known):
    """A number. Bounds of the exercise: least, most; tolerance to both sides. unit: which ones may
    stand behind it. count: whether it is a whole number. end: "low" or "high", where a phrase that
    prints this end alone may stand for it. table: where rows may stand for their number, of which
    they are; see own_table.COUNTED. part_of: of how many things it is a part, as in “10 of 44”.
    """

    def readings(self, answer):
        """The number; out of a list of one, a text, a span of days; as many as there are rows,
        names or True, where these are the rows that the exercise counts.
        """
        value = single(answer)
        if is_number(value) and value == value:
            return [] if self._is_part(value) else [Read(value)]
        if another(value, self._unit):
            return self._days(value)
        if isinstance(value, str):
            return [*self._end(value), *self._of_text(value)]
        if isinstance(value, Interval):
            return self._end(value) or _of_interval(value)
        return [*self._end(value), *self._days(value), *self._counted(value)]

    @property
    def _unit(self):
        """list of str: the units that may stand behind the number; None where any may."""
        return self.exercise.get("unit")

    def _end(self, value):
        """list of Read: of the one end that a phrase prints, where the exercise asks for it."""
        read = _range(value)
        end = self.exercise.get("end")
        if read is None or not end or math.isnan(getattr(read, end)):
            return []
        alone = math.isnan(read.high if end == "low" else read.low)
        if not alone or read.ends != "[]":  # “over 14” is not true of 14
            return []
        known = getattr(read, end)
        return [Read(known, f"(You gave a whole phrase. The number alone is {known:.12g}.)")]

    def _of_text(self, value):
        number = typed.number_in(value, self._unit)
        days = self._days(value)
        whole = self.exercise.get("part_of")
        count = None if "end" in self.exercise else typed.count_in(value, self._unit, whole)
        found = [Read(number, _in_figures(number))] if number is not None else []
        found += [read._replace(loose=number is not None) for read in days]
        found += [Read(count, _in_figures(count), True)] if count is not None else []
        return [*found, *self._rows(_ids_in(value), "(You gave the ids; their number is {}.)")]

    def _days(self, value):
        """list of Read: of a span of days, where days are asked for."""
        if self._unit is not None and "days" not in self._unit:
            return []
        if isinstance(value, str):
            days = typed.days_in(value)
            return [] if days is None else [Read(days, _in_figures(days))]
        return _of_days(value) if isinstance(value, _SPANS) else []

    def _counted(self, value):
        """list of Read: how many rows a table, a column, a mask or a list has."""
        if isinstance(value, pd.DataFrame):
            note = "(You gave the table itself; len counts its rows: {}.)"
            return self._rows(list(value.index), note)
        if not isinstance(value, LISTS):
            return []
        if isinstance(value, pd.Series) and value.index.dtype == bool:
            return _of_two_counts(value)
        if _is_mask(value):
            note = "(You gave True and False for each row; .sum() counts the True ones: {}.)"
            return self._rows(self._true(value), note)
        note = "(You gave the entries themselves; len counts them: {}.)"
        column = list(value.index) if isinstance(value, pd.Series) else []
        return self._rows(list(value), note) or self._rows(column, note)

    def _true(self, mask):
        """list: the rows of which a mask is true; of a mask without names, rows of all claims."""
        named = isinstance(mask, pd.Series)
        names = mask.index if named else getattr(self.report, "claims", pd.DataFrame()).index
        return [name for name, holds in zip(names, mask) if holds]

    def _rows(self, given, note):
        """list of Read: of the number of rows, where they are the ones that the exercise counts."""
        texts = [one for one in given if isinstance(one, str)]
        if len(texts) < len(given):
            return []
        counted = own_table.is_counted(self.exercise.get("table"), texts, self.report)
        return [Read(len(given), note.format(len(given)), True)] if counted else []

    def unlike(self, answer):
        """Blank for a number within the bounds, else one sentence."""
        value = single(answer)
        told = another(value, self._unit) or self._other_end(value)
        if told:
            return told
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

    def _other_end(self, value):
        """str: one sentence on a phrase that prints the end that is not asked for, or excludes it;
        blank for anything else.
        """
        read = _range(value)
        end = self.exercise.get("end")
        if read is None or not end or read.low == read.high:
            return ""
        wanted, other = ("smallest", "largest") if end == "low" else ("largest", "smallest")
        if math.isnan(getattr(read, end)):
            return f"“{read}” has no {wanted} number, only a {other} one. The {wanted} is wanted."
        return f"“{read}” is a range. Write one number, the {wanted} that the words allow."

    def _outside(self, value):
        least, most = (self.exercise.get(end, bound) for end, bound in _UNBOUNDED.items())
        if not least <= value <= most:
            shown = f"{value:,.12g}" if abs(value) < LARGEST else str(value)[:20]
            return f"{shown} lies outside {least:,.12g} to {most:,.12g}."
        if 0 < value < 1 and self._unit and "%" in self._unit:
            share = f"{100 * value:.4g}"
            return f"{value:g} is a fraction; write {share} for {share} per cent."
        if self._is_part(value):
            return f"{value:.4g} is no whole number, and this is a count."
        return ""

    def _is_part(self, value):
        """Whether a number is none by which things are counted, where that is wanted."""
        return bool(self.exercise.get("count")) and math.isfinite(value) and value % 1 != 0

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
        if isinstance(value, tuple):
            certain = typed_comma(source()) and any(map(self._is_known, typed.meant_by(value)))
            certain = certain or has_comma(source())
            return typed.comma_inside(value) if certain else ""
        thousand = isinstance(value, float) and self._is_known(value * 1000)
        return typed.a_thousandth([value]) if thousand and has_dotted(source()) else ""

    def _is_known(self, value):
        """Whether an entry of the toml has this value."""
        known = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        return any(self.same(value, entry) for entry in known)


def _range(value):
    """Interval of a phrase, a range or a pair of ends; None for anything else."""
    low, high = ends(value) or (0, -1)
    return (
        Interval(low, high) if not low > high and not isinstance(value, Interval) else phrase(value)
    )


def _in_figures(number):
    return f"(You wrote it as a text. Write the number in figures: {number:.12g}.)"


def _ids_in(value):
    """list of str: the ids that a text lists; empty where it is no list of ids."""
    ids = [part for part in re.split(r"[\s,;&]+|\band\b", value.casefold()) if part]
    return [one.upper() for one in ids] if all(map(_ID.fullmatch, ids)) else []


def _of_days(value):
    days = pd.Timedelta(value) / pd.Timedelta(days=1)
    return [] if days != days else [Read(days, "(You gave a span of days; .days is its number.)")]


def _of_two_counts(value):
    """list of Read: of a column that value_counts made of True and False."""
    if not is_number(value.get(True)):
        return []
    note = f"(You gave two counts. The one beside True is the answer: {value[True]}.)"
    return [Read(int(value[True]), note, True)]


def _is_mask(value):
    """Whether this is a list of nothing but True and False."""
    entries = list(value)
    return bool(entries) and all(isinstance(one, (bool, np.bool_)) for one in entries)


def _of_interval(value):
    return [Read(value.low)] if value.low == value.high else []
