"""What a row of the claim bench holds, what is still missing in it, and how its number is read."""

import math
import re
from typing import NamedTuple

from ..data.reference import as_said, contradict, parse_phrase, strictest
from ..data.schema import read_cell, schema
from ..reading.accounts import NO_SOURCE
from ..reading.cuts import cut_word, fuller, goes_on, unit_of
from ..reading.days import in_full, meant_day
from ..reading.how_often import says_how_often
from ..reading.numerals import so_many
from ..reading.text import Problem, everywhere
from ..reading.times import printed_time
from .bench_ends import ends_of, typed
from .bench_steps import CALLED, LABELS, step_of

KEPT = ("speaker", "sourcing", "account", "topic")  # the next row often has the same
SCOPE = ("unit", "population", "place", "status", "period", "counted_on")
_NUMBERS = {field["name"]: field for field in schema("numbers")["fields"]}
NO_FIGURE = "the words print no figure, so no axis shows it"
LONGEST = 300  # signs of a field that is no part of the text
_OF_THE_TEXT = ("passage", "number", "prefix", "suffix")
_NO_SIGN = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


class Line(NamedTuple):
    """One part of a row. done: whether it is there, or what it is; must: whether it is needed.
    field: the one of STEPS that it is about.
    """

    done: object
    must: bool
    what: str
    field: str = "passage"

    @property
    def step(self):
        """str: the step at which one fills it in."""
        return step_of(self.field)

    @property
    def lacks(self):
        """bool: whether it is needed, and not there."""
        return self.must and not self.done

    def told(self):
        """(sign, str): ✓ there, ○ may be left open, ✗ needed; and in words."""
        missing = "✗" if self.must else "○"
        sign = "✓" if self.done else missing
        shown = self.done and isinstance(self.done, str)
        return sign, self.what + (f": {self.done}" if shown else "")


class NotSaved(Problem):
    """A row that was not saved; it says what is needed."""


def as_kept(row):
    """dict: a row as its file keeps it: without blanks at both ends, and with a day as the file
    writes days.
    """
    return {
        field: meant_day(text.strip()) if field == "counted_on" else text.strip()
        for field, text in row.items()
    }


def lines_of(report, row):
    """list of Line: the parts of a row. row: {field of STEPS: text}."""
    row = as_kept(row)
    who = row["speaker"]
    speaker = "speaker" if who else f"speaker, or: {NO_SOURCE}"
    lines = [_found(report, row), Line(who, True, speaker, "speaker")]
    optional = dict(sourcing="who that is", topic="topic", kind="kind", cue="reporting word")
    code = row["sourcing"] or ("none" if who == NO_SOURCE else "")
    told = row | dict(sourcing=code and _called(code))
    lines += [Line(told[field], False, what, field) for field, what in optional.items()]
    lines += [*_of_speaker(report, row), *_not_printed(report, row)]
    if row["number"]:
        lines += _number_lines(report, row)
    return lines + [*_not_kept(row)]


def _not_printed(report, row):
    """Yields a Line where a reporting word does not stand in the text."""
    word = re.compile(rf"(?<!\w){re.escape(row['cue'])}(?!\w)", re.IGNORECASE)
    if row["cue"] and not any(map(word.search, report.paragraphs)):
        yield Line(False, True, f"reporting word: “{row['cue']}” does not stand in the text", "cue")


def _not_kept(row):
    """Yields Lines: what no field takes: a sign that no file can keep, a text that is too long."""
    for field, text in row.items():
        label = LABELS[field].lower()
        if _NO_SIGN.search(text):
            yield Line(False, True, f"{label}: a sign in it cannot be kept; type it anew", field)
        elif len(text) > LONGEST and field not in _OF_THE_TEXT:
            told = f"{label}: found {len(text):,} signs; expected at most {LONGEST}"
            yield Line(False, True, told, field)


def _of_speaker(report, row):
    """Yields Lines: a speaker who is none and has a name, and what changes in other rows."""
    sourcing = row["sourcing"]
    if row["speaker"].strip() == NO_SOURCE and sourcing not in ("", "none"):
        what = f"“{NO_SOURCE}” is no speaker who is “{_called(sourcing)}”"
        other = f"write the speaker, or choose “{CALLED['none']}”"
        yield Line(False, True, f"{what}: {other}", "sourcing")
    if sourcing == "none" and row["speaker"].strip() not in ("", NO_SOURCE):
        what = f"“{CALLED['none']}” is chosen, and the speaker is “{row['speaker'].strip()}”"
        other = f"choose another of the four, or write “{NO_SOURCE}” as the speaker"
        yield Line(False, True, f"{what}: {other}", "sourcing")
    for told in changed_elsewhere(report, row):
        yield Line(True, False, told, "sourcing")


def changed_elsewhere(report, row, key=""):
    """list of str: what saving a row changes in the other rows of its speaker. key: of the claim
    that it changes.
    """
    who = row["speaker"].strip()
    claims = report.claims
    others = claims[(claims["who"] == who) & (claims["quote"] != row["passage"].strip())]
    others = others.drop(index=key, errors="ignore")
    return [_becomes(others, field, row[field], who) for field in _changed(others, row)]


def _changed(others, row):
    """list of str: the fields of a speaker that a row changes. others: the other rows, which have
    all the same in these fields.
    """
    if others.empty:
        return []
    first = others.iloc[0]
    had = dict(sourcing=[first["sourcing"]], account=[first["account"], first["account_name"]])
    return [field for field, texts in had.items() if row[field] and row[field] not in texts]


def _becomes(others, field, new, who):
    """str: what is told of a field of a speaker that changes in other rows."""
    old = others.iloc[0]["account_name" if field == "account" else field]
    shown = _called if field == "sourcing" else str
    rows = f"{so_many(len(others), 'other row')} of {who}"
    if not old:
        return f"“{shown(new)}” is set in {rows}, too"
    return f"“{shown(old)}” becomes “{shown(new)}” in {rows}, too"


def _called(code):
    """str: what a code of speakers.csv is called; one that there is not, as it is."""
    return CALLED.get(code, code)


def spots_of(report, row):
    """list of (paragraph, start, end): where the passage stands, between the words given."""
    return everywhere(report.paragraphs, row["passage"], row["prefix"], row["suffix"])


def _found(report, row):
    """Line: where the passage stands."""
    spots = spots_of(report, row)
    places = ", ".join(f"paragraph {n}" for n, *_ in spots)
    if not row["passage"].strip():
        what = "take what is offered, select words in the text, or type a passage"
        return Line(False, True, what)
    if not spots:
        return Line(False, True, "these words do not stand in the text; copy them from it")
    if len(spots) > 1:
        what = "write the words before or after the one you mean"
        return Line(False, True, f"it stands {len(spots)} times ({places}); {what}")
    word = cut_word(report.paragraphs[spots[0][0] - 1], *spots[0][1:])
    if re.search(r"\d", word):
        return Line(False, True, f"the passage cuts “{word}” in two: take all of it, or none")
    return Line(True, True, f"found in {places}")


def _number_lines(report, row):
    """Yields the Lines of the number: what it is read as, what is lost, unit, scope, day."""
    yield _read_line(row)
    yield from _lost(report, row)
    value, trouble = read_cell(row["counted_on"].strip(), _NUMBERS["counted_on"])
    if trouble:
        yield Line(False, True, "day: found {}; expected {}".format(*trouble), "counted_on")
    yield Line(row["unit"], True, "unit", "unit")
    for field in ("population", "place", "status"):
        yield Line(row[field], False, LABELS[field].lower(), field)
    yield _time_line(report, row)


def _time_line(report, row):
    """Line: the time that a number covers, as the reader wrote it or as the text prints it."""
    printed = _printed_time(report, row)
    told = [row["period"] or (printed and f"{printed}, as the text prints it")]
    day = in_full(row["counted_on"])
    told.append(day and f"{day}, the day you typed")
    return Line("; ".join(filter(None, told)), False, "time it covers", "period")


def _read_line(row):
    """Line: what the number is read as, or why it is not."""
    number = row["number"].strip()
    if not everywhere([row["passage"]], number):
        shown = number if len(number) <= 60 else f"{number[:59]}…"
        return Line(False, True, f"“{shown}” does not stand in the passage", "number")
    try:
        ends = ends_of(row)
        return Line(True, True, f"number: {_as_told(row, ends)}", "number")
    except Problem as problem:
        if typed(row):
            return Line(False, True, str(problem).rstrip("."), "low")
        advice = (
            "take other words, or type its two ends at step 4, for one number twice the same; where"
            " the words leave a side open, leave its box blank"
        )
        return Line(False, True, f"{str(problem).rstrip('.')}; {advice}", "number")


def _as_told(row, ends):
    """str: what a number is read as, or what was typed."""
    if not typed(row):
        read = parse_phrase(row["number"]).interval
        basis = re.sub(r"^“[^”]+” read as ", "", read.basis)  # another word of the same sense
        if read.is_open:
            return NO_FIGURE
        told = as_said(read, row["number"])
        return f"read as {told}{f' ({basis})' if read.soft else ''}"
    low, high = (("open" if math.isnan(end) else f"{end:,.12g}") for end in ends[1:])
    hedge = f", with “{ends.hedge}”" if ends.hedge else ""
    both = low if low == high else f"{low} to {high}"
    return f"{both}, as typed{hedge}"


def _lost(report, row):
    """Yields a Line where the number leaves out a digit or a hedge that stands beside it."""
    text, places = in_text(report, row)
    whole = [place for place in places if not cut_word(text, *place)]
    number = row["number"].strip()
    if places and not whole:
        word = cut_word(text, *places[0])
        cut = f"“{number}” is cut out of “{word}”: take the whole word"
        yield Line(False, True, cut, "number")
    if len(whole) > 1:
        what = f"“{number}” stands {len(whole)} times in the passage: take one that holds it once"
        yield Line(False, not typed(row), what, "number")
    phrase = fuller(text, *whole[0], strictest(number)) if len(whole) == 1 else ""
    if phrase:
        yield Line(
            False,
            not typed(row),
            f"in the text stands “{phrase}”, which says something else than “{number}”: take all of"
            " it into passage and number, or type the ends with their hedge",
            "number",
        )
    yield from _goes_on(report, row, whole)
    unit = unit_of(text, *whole[0], strictest(number)) if len(whole) == 1 else ""
    if contradict(unit, row["unit"].strip(), says_how_often(text, whole, unit)):
        shown = unit.replace("%", "per cent")
        what = f"the text prints {shown}, and the unit is “{row['unit'].strip()}”"
        yield Line(False, not typed(row), f"{what}: write the unit that is printed", "unit")


def _goes_on(report, row, places):
    """Yields a Line where a paragraph ends in the middle of a number."""
    paragraph = spots_of(report, row)[0][0] if places else 0
    word = goes_on(report.paragraphs, paragraph, places[0][1]) if len(places) == 1 else ""
    if word:
        what = f"its paragraph ends here, and the next one begins with “{word}”: does the number"
        says = f"{what} go on there? Join the two in your text, or type its ends"
        yield Line(False, not typed(row), says, "number")


def time_in(report, row):
    """str: the time that a row's number covers: as the reader wrote it, or as its sentence prints
    it; blank where it prints none.
    """
    row = as_kept(row)
    return row["period"] or _printed_time(report, row)


def _printed_time(report, row):
    """str: the time that the sentence of a row's number prints, or else the heading of its list."""
    _, places = in_text(report, row)
    if not places:
        return ""
    return printed_time(report.paragraphs, spots_of(report, row)[0][0], *places[0])


def in_text(report, row):
    """(paragraph, places): the text round the passage, and where in the passage the number stands,
    as a list of (start, end) in that text.
    """
    spots = spots_of(report, row)
    if len(spots) != 1:
        return "", []
    text = report.paragraphs[spots[0][0] - 1]
    start, end = spots[0][1:]
    found = everywhere([text], row["number"])
    return text, [(i, j) for _, i, j in found if start <= i and j <= end]
