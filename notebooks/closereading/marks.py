"""Marks: what a picture shows, who said it, in which words, and how to make it from the report."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial

import pandas as pd

from .data.reference import in_plural
from .data.report import Report
from .data.schema import several
from .reading.accounts import NO_TOPIC, account_names
from .reading.days import day, span
from .reading.given import are_cut_from
from .reading.interval import Interval
from .reading.scaled import SCALE, quoted
from .reading.scope import accepted


class Role(Enum):
    """What an artist, or one of its points, is to the mark it shows."""

    VALUE = "stands at the mark's ends: point, range, bar, fade, square"
    OPEN_END = "the arrow that leaves the end which is printed"
    ALLOWED = "the band of all that the words do not exclude"
    LABEL = "text that says whose mark it is, and its words or number"
    CITED = "text in a square: the paragraph of one claim behind the mark"
    EMPTY = "text in a cell of a table in which no claim stands"
    HEAD = "the head of a row or a column: it names every mark that stands there"
    PLACE = "a point, disc or name where a place is on a map"
    LINE = "the way between the places of a measured line"


@dataclass(frozen=True)
class Row:
    """A row by its table and its id: str; or a tuple, as the account and the topic of a cell."""

    table: str
    id: str | tuple

    def __str__(self):
        return self.id if isinstance(self.id, str) else " / ".join(self.id)


@dataclass(frozen=True)
class Evidence:
    """One entry behind a mark. words: exact, unless they are `ours`. where: "paragraph 5", to be
    read. row: the Row that holds them. printed: of a source card, as `printed_by` has it. figures:
    whether figures and limits are those in print, though the words are ours. scale: “in thousands”.
    """

    words: str
    where: str
    row: Row
    ours: bool = False
    printed: tuple = ("", "")
    figures: bool = False
    scale: str = ""

    def quoted(self):
        """str: the words in quotation marks, with their scale; bare where they are ours."""
        return self.words if self.ours else quoted(self.words, self.scale)

    def place(self):
        """str: where the words stand, and whether they are ours."""
        return f"{self.where}, in our words" if self.ours else self.where


@dataclass(frozen=True)
class Mark:
    """One thing that a picture shows. row: the Row it stands for. label: how a picture names it.
    who: one name. value: Interval in `unit`; of days: since 1970, as matplotlib counts them. Its
    basis is how we read the words. evidence: tuple of Evidence, one for each row of the report
    behind the mark. again: function (report) -> Mark, the same mark made anew; it raises KeyError
    where the report does not hold its rows any more. beside: texts that a label of the mark must
    say; where there are none, who and the words.
    """

    row: Row
    label: str
    who: str
    value: Interval
    unit: str
    evidence: tuple
    again: Callable = field(compare=False, repr=False)
    beside: tuple = ()

    @property
    def low(self):
        """float: the lower end, NaN where it is open."""
        return self.value.low

    @property
    def high(self):
        """float: the upper end, NaN where it is open."""
        return self.value.high

    @property
    def soft(self):
        """str: whose reading the ends are, where words print none; else blank."""
        return self.value.soft

    @property
    def reading(self):
        """str: how the words were read, as a sentence fragment."""
        return self.value.basis

    @property
    def printed(self):
        """list of float: the ends that are not open."""
        return [end for end in (self.low, self.high) if not math.isnan(end)]

    @property
    def words(self):
        """tuple of str: the words behind the mark."""
        return tuple(e.words for e in self.evidence)

    @property
    def ids(self):
        """tuple: the ids of the rows behind the mark."""
        return tuple(e.row.id for e in self.evidence)

    def differences(self, other):
        """dict: name of a field -> (mine, the other's) where the two differ. An open end equals an
        open end.
        """
        names = ("row", "label", "who", "low", "high", "soft", "reading", "unit", "evidence")
        both = {name: (getattr(self, name), getattr(other, name)) for name in names}
        return {name: pair for name, pair in both.items() if not _equal(*pair)}


def _equal(one, other):
    """bool, NaN being equal to NaN."""
    return one == other or (one != one and other != other)


def marks_of(report, rows=None, reading="printed"):
    """list of Mark, ready to be drawn. rows: cut from report.numbers (default: all) or elsewhere,
    one mark a number; or from report.claims, one mark a speaker, most claims first; or from
    report.events, one mark an event; Problem for others. reading: of words without a figure.
    """
    rows = report.numbers if rows is None else rows
    are_cut_from(report, rows)
    if "quote" in rows:
        size = rows.groupby("speaker", sort=False).size()
        order = size.sort_values(ascending=False, kind="stable").index
        ids = {speaker: tuple(rows.index[rows["speaker"] == speaker]) for speaker in order}
        return [speaker_mark(report, speaker, these) for speaker, these in ids.items()]
    if "known_on" in rows:
        return [event_mark(report, key) for key in rows.index]
    return [number_mark(report, key, reading) for key in rows.index]


Report.marks = marks_of  # a lesson says report.marks(rows); the room `data` knows of no marks


def number_mark(report, key, reading="printed"):
    """Mark of a number of the report, or of a source card. key: its id. Raises KeyError without."""
    inside = key in report.numbers.index
    row = (report.numbers if inside else report.elsewhere).loc[key]
    source = row["from"]
    if inside:
        told = Evidence(row["words"], f"paragraph {row['paragraph']}", Row("claims", source))
        told = replace(told, scale=row.get(SCALE, ""))
    else:
        place = report.source_card(source).replace("card", f"card {source}", 1)
        told = on_card(report, source, row["words"], place, figures=True)
    return Mark(
        row=Row("numbers", key),
        label=", ".join([row["who"], *_days_spoken_of(row, report, inside)]),
        who=row["who"],
        value=report.interval(key, reading),
        unit=in_plural(row["unit"]),  # never “day”: that is a date
        evidence=(told,),
        again=partial(number_mark, key=key, reading=reading),
    )


def speaker_mark(report, speaker, ids):
    """Mark of some claims of one speaker, counted. speaker: id. ids: tuple of ids of claims.
    Raises KeyError where the report lost a claim, or one has another speaker.
    """
    claims = report.claims.loc[list(ids)]
    if claims.empty or set(claims["speaker"]) != {speaker}:
        raise KeyError(speaker)
    who = claims["who"].iloc[0]
    places = [f"paragraph {p}" for p in claims["paragraph"]]
    again = partial(speaker_mark, speaker=speaker, ids=ids)
    return _counted(Row("speakers", speaker), claims, who, who, places, again)


def cell_mark(report, account, topic, names=None):
    """Mark of all claims of one account on one topic, counted; nought where it is not quoted.
    names: as `account_names` gives them, where they are at hand.
    """
    accounts, topics = (report.claims[name].to_numpy() for name in ("account", "topic"))
    claims = report.claims[(accounts == account) & (topics == topic)]
    places = [f"{w}, paragraph {p}" for w, p in zip(claims["who"], claims["paragraph"])]
    who = (names or account_names(report)).get(account, account)
    label = f"{who}, {topic or NO_TOPIC}"
    again = partial(cell_mark, account=account, topic=topic)
    return _counted(Row("cells", (account, topic)), claims, label, who, places, again)


def _counted(row, claims, label, who, places, again):
    """Mark: some claims, each of which counts once. places: for each of them where it stands."""
    evidence = tuple(
        Evidence(quote, place, Row("claims", key))
        for (key, quote), place in zip(claims["quote"].items(), places)
    )
    value = Interval(len(claims), len(claims), basis="each claim counts once")
    return Mark(row, label, who, value, "claims", evidence, again, (who, str(len(claims))))


def event_mark(report, key):
    """Mark of one event: the claims it was read from, or the source cards that printed it. key:
    its id. Raises KeyError where the report lost one of them.
    """
    row = report.events.loc[key]
    ids = list(several(row["from"]))
    if ids[0] in report.claims.index:
        who, evidence = _in_claims(report.claims.loc[ids])
        basis = row["what"]
        spoke = ", speaking of"
    else:
        who, evidence = _on_cards(report, row, ids)
        publishers = "; ".join(report.sources.loc[ids, "publisher"])
        basis = f"in print on {day(row['known_on'])}: {publishers}"
        spoke = ","
    first = row["date"]
    last = first if pd.isna(row["until"]) else row["until"]
    return Mark(
        row=Row("events", key),
        label=f"{who}{spoke} {span(first, last, report.published)}",
        who=who,
        value=Interval(_since_1970(first), _since_1970(last), basis=basis),
        unit="day",
        evidence=evidence,
        again=partial(event_mark, key=key),
    )


def _in_claims(claims):
    """(who, evidence) of an event of the report."""
    evidence = tuple(
        Evidence(c.quote, f"paragraph {c.paragraph}", Row("claims", c.Index))
        for c in claims.itertuples()
    )
    return " and ".join(dict.fromkeys(claims["who"])), evidence


def _on_cards(report, row, ids):
    """(who, evidence) of an event that source cards printed. ids: those of the cards."""
    evidence = tuple(on_card(report, key, row["what"], report.source_card(key)) for key in ids)
    return row["who"] or report.sources.loc[ids[0], "who"], evidence


def on_card(report, key, words, where, figures=False):
    """Evidence, in our words, of a source card. key: its id. Raises KeyError without."""
    return Evidence(words, where, Row("sources", key), True, report.printed_by(key), figures)


def answer_mark(row, who, answer, where, reading, key=""):
    """Mark of the range of persons that somebody answered, or None where the answer is no such
    range; it is no claim of the report. row: Row. answer: {"least": …, "most": …}. where, reading:
    words. key: id of the answer, default that of the row.
    """
    given = answer if isinstance(answer, dict) else {}
    low, high = map(given.get, ("least", "most"))
    if not all(isinstance(v, (int, float)) and abs(v) < 1e12 for v in (low, high)) or low > high:
        return None
    told = Evidence(f"{low:,g} to {high:,g}", where, Row("answers", key or row.id))
    value = Interval(low, high, basis=reading)
    again = partial(_answered, row=row, who=who, answer=answer, where=where, reading=reading)
    return Mark(row, who, who, value, "persons", (told,), partial(again, key=key))


def _answered(_, **answer):
    """Mark of an answer, made anew; no report holds it."""
    return answer_mark(**answer)


def _since_1970(when):
    """float: days since 1970, as matplotlib counts them."""
    return float((when - pd.Timestamp(0)).days)


def _days_spoken_of(row, report, inside):
    """[] or [str]: the day a number speaks of, "9 Feb", or days, "6–10 Feb"; with another year than
    the report has. Where we know no day but its own, "in a report of 10 Feb". inside: on no card.
    """
    if pd.isna(row["counted_on"]):
        return []
    others = (pd.Timestamp(d) for d in accepted(row, "counted_on") if isinstance(d, str))
    days = sorted({row["counted_on"], *others})
    told = span(days[0], days[-1], report.published)
    unknown = inside and report.complete and days == [report.published]
    return [f"in a report of {told}" if unknown else told]
