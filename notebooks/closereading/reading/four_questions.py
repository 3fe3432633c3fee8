"""The four questions that a reader asks before comparing two claims: the same people, the same
place, the same day, the same sense?
"""

import pandas as pd

from .days import day
from .scope import accepted, time_said, two_alike

# what is asked -> (the column of scopes.csv, the column of numbers.csv) that answers it
_FIELDS = {
    "the same people or things": ("people", "population"),
    "the same place": ("place", "place"),
    "the same day": ("day", "counted_on"),
    "the same sense": ("sense", "status"),
}
ASKED = tuple(_FIELDS)
SENSE = ASKED[-1]  # the one that asks whether something is so, or only could be
YES = "yes"
NO = "no"
EITHER = "it depends"
UNSAID = "the text does not say"


def same_scope(report, first, second):
    """dict: question of ASKED -> (YES, EITHER, NO or UNSAID, what the first speaks of, what the
    second speaks of); empty where nobody coded one of the claims. What stands in scopes.csv counts;
    without it the scope of a number in each of them: of several, of two that share an axis.
    """
    rows = report.scopes.set_index("claim")
    if {first, second} <= set(rows.index):
        both = (rows.loc[first], rows.loc[second])
        return {asked: _coded(*both, fields[0]) for asked, fields in _FIELDS.items()}
    numbers = two_alike(report.numbers, first, second)
    if len(numbers) != 2:
        return {}
    both = [row for _, row in numbers.iterrows()]
    return {asked: _counted(*both, fields[1]) for asked, fields in _FIELDS.items()}


def turns_on(scope):
    """(question, answer, first, second): on which of the four questions the relation of two claims
    turns: the first that has a no, else the first that depends; None where all have a yes or are
    not said. scope: dict as of same_scope.
    """
    for wanted in (NO, EITHER):
        for asked, (answer, *both) in scope.items():
            if answer == wanted:
                return asked, answer, *both
    return None


def _coded(one, other, field):
    """(whether a field of two rows of scopes.csv is the same, what it is of each); where that
    depends on how one of them is read, all that it may be.
    """
    codings = [[part.strip() for part in row[field].split("|")] for row in (one, other)]
    told = (codings[0][0], codings[1][0])
    if not all(told):
        return UNSAID, *told
    if told[0] == told[1]:
        return YES, *told
    if set(codings[0]) & set(codings[1]):
        return EITHER, *(", or ".join(coding) for coding in codings)
    return NO, *told


def _counted(one, other, field):
    """(whether a field of two numbers is the same, what it is of each)."""
    told = tuple(_shown(row, field) for row in (one, other))
    if field == "counted_on" and not any(told):
        return _covered(time_said(one), time_said(other))
    if not all(told):
        return UNSAID, *told
    if told[0] == told[1]:
        return YES, *told
    both = (_read_as(one, field), _read_as(other, field))
    return EITHER if both[0] & both[1] else NO, *told


def _covered(*times):
    """(whether two numbers of which no day is given cover one time, what it is of each)."""
    if not all(times):
        return UNSAID, *times
    return (YES if times[0] == times[1] else NO), *times


def _shown(row, field):
    """str: a field of a number; where several days may be meant, the first and the last of them."""
    values = accepted(row, field) if field == "counted_on" else ()
    days = sorted(pd.Timestamp(value) for value in values if value)
    if len(days) > 1:
        return _from_to(days[0], days[-1])
    return _told(row[field])


def _from_to(first, last):
    """str: two days in words; a month that they share is said once."""
    month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if month else day(first)} to {day(last)}"


def _told(value):
    """str: a field of a number, a day in words; blank where none is given."""
    if isinstance(value, pd.Timestamp):
        return day(value)
    return value if isinstance(value, str) else ""


def _read_as(row, field):
    """set of str: all that a field may be read as."""
    values = accepted(row, field)
    if field == "counted_on":
        values = {pd.Timestamp(value) for value in values}
    return {_told(value) for value in values} - {""}
