"""A learner's sentence about what somebody did or said on a day, beside the cards of that day."""

import re
from datetime import date

import pandas as pd

from ..reading.days import day as written_day
from . import english

_MIGHT_BE = re.compile(r"\b(?:if|had|would|could|might|unless|suppose)\b")
_OFFICE = r"(?:(?:foreign|defen[cs]e|prime) minister|president)"
_WHOSE = re.compile(rf"\b([a-z]{{4}})[a-z]*(?:['’]s)? ({_OFFICE})\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def on_no_card(text, report):
    """str: one sentence on somebody whom a plain text puts on a day of which no card has them; ""
    where there is none. Only what is told as a fact is looked at.
    """
    return _another_office(text, report) or _another_name(text, report)


def _another_name(text, report):
    """str: one sentence on a name in a text that no card of its clause's day has; else ""."""
    names = _names(report)
    for clause in re.split(r"[;.]\s|,? \bso\b|\bif\b", text):
        days = english.days(clause)
        if len(days) != 1 or _MIGHT_BE.search(clause):
            continue
        told = _told_on(days[0], report)
        strange = [name for name in names if re.search(rf"\b{name.casefold()}\b", clause)]
        strange = [name for name in strange if told and name.casefold() not in told]
        if strange:
            return f"no card of {written_day(date.fromisoformat(days[0]))} has {strange[0]}."
    return ""


def _another_office(text, report):
    """str: one sentence on a country's office, such as “Ukraine's foreign minister”, in a text with
    one day, whose cards have an office, and not this one; else "". Reznikov's cards have only his
    name.
    """
    days = english.days(text)
    if len(days) != 1:
        return ""
    told = _told_on(days[0], report)
    on_cards = _WHOSE.findall(told)
    for named in _WHOSE.finditer(text):
        his = "reznikov" in told and (named[1], named[2]) == ("ukra", "defence minister")
        if on_cards and not his and (named[1], named[2]) not in on_cards:
            when = written_day(date.fromisoformat(days[0]))
            return f"no card of {when} has this {named[2]}: look whose {named[2]} spoke."
    return ""


def _names(report):
    """list of str: the surnames of those who are on the cards or speak in the report."""
    known = " ".join([*report.events["who"], *report.speakers["name"]])
    countries = {word for name in report.accounts["name"] for word in name.split()}
    general = {"Belarus", "Estonia", "Latvia", "Lithuania", "Ukraine", "Vienna", "General"}
    return sorted(set(_NAME.findall(known)) - countries - general)


def _told_on(day, report):
    """str: what the cards of a day have, in small letters; "" where there is none."""
    when = pd.Timestamp(day)
    events = report.events[report.events["date"] == when]
    cards = report.sources[report.sources["known_on"] == when]
    cells = [*events[["who", "what"]].to_numpy().ravel()]
    cells += cards[["who", "quote", "says"]].to_numpy().ravel().tolist()
    return " ".join(map(str, cells)).casefold()
