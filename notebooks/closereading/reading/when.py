"""When a number holds, by all that its row says of it: the day that it was counted on, and the time
that the reader wrote or its sentence prints; and whether two rows speak of one time.
"""

import re
from calendar import monthrange
from datetime import date

import pandas as pd

from .days import MONTH, MONTHS, day, meant_day
from .scope import accepted, time_said

_LEADS = re.compile(r"(?:on|in|during|of|for|as of|the period(?: from| of)?|from) ")
_BETWEEN = re.compile(r"between (.+) and (.+)")
_PARTS = re.compile(r" (?:to|through|until|till) | ?[–—] ?| - ")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_IN_A_MONTH = re.compile(rf"{MONTH},?(?: of)? {_YEAR}")


def told(row):
    """str: all that a number's row says of its time; blank where it says nothing."""
    return " · ".join(dict.fromkeys(filter(None, [time_said(row), shown_day(row)])))


def shown_day(row):
    """str: the day that a number was counted on; where several may be meant, the first and the last
    of them; blank where none is given.
    """
    days = days_meant(row)
    if len(days) > 1:
        return _from_to(days[0], days[-1])
    return day(days[0]) if days else ""


def days_meant(row):
    """list of Timestamp, sorted: the days that a number may have been counted on."""
    values = accepted(row, "counted_on")
    return sorted({pd.Timestamp(value) for value in values if not pd.isna(value) and value})


def days_of(row):
    """(date, date): the first and the last day of a number's time; None where its row does not say
    it by days, months or years.
    """
    days = days_meant(row)
    if days:
        return days[0].date(), days[-1].date()
    return days_in(time_said(row))


def are_apart(one, other):
    """bool: the days of two numbers are known, and have none in common."""
    both = (days_of(one), days_of(other))
    return all(both) and (both[0][1] < both[1][0] or both[1][1] < both[0][0])


def are_same(one, other):
    """bool: two numbers have one time: in the same words, or on the same days."""
    times = (time_said(one), time_said(other))
    if all(times) and times[0] == times[1]:
        return True
    return days_of(one) is not None and days_of(one) == days_of(other)


def days_in(time):
    """(date, date): the first and the last day of a time that is told by days, months or years,
    with its year; None for any other, and for one with an open end, such as “since 2020”.
    """
    # a quarter is none of the calendar where a company counts its own
    plain = _BETWEEN.sub(r"\1 to \2", " ".join(time.casefold().split()))
    plain = _without_lead(plain)
    if found := _one(plain):
        return found
    parts = _PARTS.split(plain)
    first, last = (_one(part) for part in parts) if len(parts) == 2 else (None, None)
    if not first or not last or first > last:
        return None
    return first[0], last[1]


def _without_lead(text):
    """str: a time without the small words before it."""
    while found := _LEADS.match(text):
        text = text[found.end() :]
    return text


def _one(text):
    """(date, date): the first and the last day of one day, month or year; else None."""
    meant = meant_day(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", meant):
        return (date.fromisoformat(meant),) * 2
    if re.fullmatch(_YEAR, text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if found := _IN_A_MONTH.fullmatch(text):
        year = int(found["year"])
        month = MONTHS.index(found["month"]) + 1
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return None


def _from_to(first, last):
    """str: two days in words; a month that they share is said once."""
    month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if month else day(first)} to {day(last)}"
