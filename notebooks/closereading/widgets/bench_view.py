"""What the claim bench shows beside its form."""

import json

from ..reading.accounts import NO_SOURCE
from ..reading.numerals import so_many
from ..reading.scaled import in_words
from ..reading.suggest import NUMBER
from ..reading.text import everywhere
from ..show.html import render
from ..show.tables import box, html_table
from .bench_firm import firm_read, firm_ways
from .bench_steps import IN_FULL, NEEDS, STEPS, step_of
from .bench_times import times_offered
from .bench_who import who_is_offered
from .claim_rows import time_in

SCOPES = 4
TOPICS = 6
AROUND = 3
ASKABLE = [(is_what, told.partition(":")[0]) for is_what, told in IN_FULL.items()]
_TOLD = ("population", "status", "place", "unit")  # of a scope, as it is read


def bench_view(bench, lines):
    """Markup of a Bench. lines: list of Line."""
    begins = bench.step == next(iter(STEPS))
    return render(
        "claim_bench.html",
        lines=[line.told() for line in lines] if bench.row["passage"] or not begins else [],
        needs=NEEDS[bench.step],
        ask=_ask(bench),
        acts=list(_acts(bench)),
        who=_who(bench),
        holds=_holds(bench),
        units=_units(bench),
        scopes=_scopes(bench),
        around=_around(bench),
        times=[] if begins else _times(bench),
        spots=[] if begins else _spots(bench),
        topics=_topics(bench),
        is_who=_is_who(bench),
        firm=_firm(bench),
        firm_read=firm_read(bench.report, bench.row),
        offers=_offers(bench) if begins else [],
        earlier=bench.offers.next()[1] if begins else 0,
        back=_does(bench, "back"),
        left=len(bench.offers.open()),
        left_out=bench.offers.left_out() if begins else 0,
        again=_does(bench, "again"),
        more=_does(bench, "more"),
        then=bench.offers.then(),
        text=bench.offers.pieces(bench.row) if begins else [],
        picks=_does(bench, "pick"),
        rows=_rows(bench),
        saved_so_far=_saved_so_far(bench),
        saved="",
    )


def still_view(bench, lines):
    """Markup of the same without buttons, for a page without a kernel. lines: list of Line."""
    lists = "acts who topics is_who firm holds units scopes around times offers text rows".split()
    shown = dict.fromkeys(lists, [])
    told = [line.told() for line in lines]
    shown |= dict(lines=told, spots=_spots(bench), saved=_saved(bench), ask=None, left=0, picks="")
    shown |= dict(left_out=0, again="", more="", then="", needs="", earlier=0, back="")
    return render("claim_bench.html", **shown)


def _does(bench, act, **more):
    """str: what a button sets, as JSON."""
    return json.dumps({"do": {"act": act, "n": str(bench.turn), **more}}, ensure_ascii=False)


def _acts(bench):
    """Yields (label, what it sets): the buttons that are always there."""
    if bench.step != list(STEPS)[-1]:
        yield "Next step", _does(bench, "next")
    yield "Save the row", _does(bench, "save")
    if bench.undo:
        yield "Undo the last change", _does(bench, "undo")
    if any(bench.row.values()):
        yield "Clear the row", _does(bench, "clear")
    if bench.cleared:
        yield "Bring the row back", _does(bench, "unclear")


def _ask(bench):
    """dict of the open question, or None."""
    ask = bench.asks.about(bench.row)
    if ask is None:
        return None
    return dict(
        says=ask.says,
        same=ask.yes,
        other=ask.no,
        yes=_does(bench, "ask", field=ask.field, same="yes"),
        no=_does(bench, "ask", field=ask.field, same="no"),
    )


def _who(bench):
    """list of (words, what it sets): the speakers who may be taken over."""
    if bench.step != step_of("speaker") or not bench.row["passage"].strip():
        return []
    told = bench.offers.told_up_to(bench.row)
    people = list(dict.fromkeys(bench.report.claims["who"]))
    names = dict(who_is_offered(bench.row, told, people, bench.before))
    if not bench.row["speaker"].strip():
        names.setdefault(f"Speaker: {NO_SOURCE}", dict(act="speaker", who=NO_SOURCE))
    return [(words, _does(bench, **does)) for words, does in names.items()]


def _topics(bench):
    """list of (topic, what it sets): the topics that the report has, the newest first."""
    if bench.step != step_of("topic") or bench.row["topic"].strip():
        return []
    had = [topic for topic in bench.report.claims["topic"][::-1] if topic]
    newest = list(dict.fromkeys(had))[:TOPICS]
    return [(topic, _does(bench, "topic", **{"is": topic})) for topic in newest]


def _firm(bench):
    """list of (words, what it sets): how firmly the passage may be put instead."""
    if bench.step != step_of("cue"):
        return []
    ways = firm_ways(bench.report, bench.row)
    return [(words, _does(bench, "firmly", **{"is": code})) for words, code in ways]


def _is_who(bench):
    """list of (words, what it sets): who a speaker is, as long as nobody has said so."""
    who = bench.row["speaker"].strip()
    said = bench.row["sourcing"] or who in ("", NO_SOURCE)
    if bench.step != step_of("sourcing") or said:
        return []
    return [(words, _does(bench, "speaker", **{"is": is_what})) for is_what, words in ASKABLE]


def _holds(bench):
    """list of (words, what it sets): the numbers that the passage holds, where none is taken."""
    if bench.step != step_of("number") or bench.row["number"].strip():
        return []
    found = bench.offers.numbers_in(bench.row)
    return [(words, _does(bench, "count", words=words)) for words in found]


def _scopes(bench):
    """list of (words, what it sets): the scopes of saved numbers in the unit of the number in hand,
    or of all, where it has none yet; to be taken over.
    """
    if bench.step != step_of("population") or not bench.row["number"].strip():
        return []
    found = {}
    told = _TOLD if time_in(bench.report, bench.row) else (*_TOLD, "period")  # that goes along, too
    for key, row in _in_its_unit(bench).iterrows():
        words = " · ".join(filter(None, (row[field] for field in told)))
        if row["population"] or row["place"] or row["status"]:
            found.setdefault(words, key)
    newest = list(found.items())[-SCOPES:]
    return [(words, _does(bench, "same", key=key)) for words, key in newest]


def _in_its_unit(bench):
    """DataFrame: the saved numbers in the unit of the number in hand, or all."""
    unit = bench.row["unit"].strip() or bench.offers.unit_of(bench.row)
    numbers = bench.report.numbers
    return numbers[numbers["unit"] == unit] if unit else numbers


def _units(bench):
    """list of (unit, what it sets): the unit that is printed with the number, where none is
    written.
    """
    unit = bench.offers.unit_of(bench.row)
    if bench.step != step_of("unit") or bench.row["unit"].strip() or not unit:
        return []
    return [(unit, _does(bench, "count", words=bench.row["number"].strip()))]


def _around(bench):
    """list of (words, what it sets): where, and doing what, as the numbers that were saved last
    have it, as long as both are blank.
    """
    row = bench.row
    if bench.step != step_of("place") or not row["number"].strip() or row["place"] or row["status"]:
        return []
    numbers = bench.report.numbers[::-1]
    found = {}
    for key, place, status in zip(numbers.index, numbers["place"], numbers["status"], strict=True):
        found.setdefault(" · ".join(filter(None, (place, status))), key)
    found.pop("", None)
    return [(words, _does(bench, "around", key=key)) for words, key in list(found.items())[:AROUND]]


def _times(bench):
    """list of (words, what it sets): the times near the number, for it or in place of the one that
    is read; elsewhere than at its own step only where none is read.
    """
    here = bench.step == step_of("period")
    if not here and time_in(bench.report, bench.row):
        return []
    found = times_offered(bench.report, bench.row)
    return [(words, _does(bench, "time", words=words)) for words in found]


def _spots(bench):
    """list of (paragraph, words before, passage, words after): wherever the passage stands."""
    text = bench.report.paragraphs
    row = bench.row
    found = []
    for n, start, end in everywhere(text, row["passage"], row["prefix"], row["suffix"]):
        part = text[n - 1]
        found.append((n, part[max(start - 90, 0) : start], part[start:end], part[end:][:90]))
    return found


def _offers(bench):
    """list of dict: the passages that are offered next."""
    made = []
    for one in bench.offers.next()[0]:
        text = bench.report.paragraphs[one.paragraph - 1][one.start : one.end]
        at = text.find(one.words) if one.kind == NUMBER else -1
        parts = (text[:at], one.words, text[at + len(one.words) :]) if at >= 0 else ("", text, "")
        made.append(
            dict(
                kind=one.kind,
                paragraph=one.paragraph,
                parts=parts,
                key=one.key,
                take=_does(bench, "take", key=one.key),
                refuse=_does(bench, "refuse", key=one.key),
            )
        )
    return made


def _rows(bench):
    """list of dict: the rows that are saved, newest first."""
    claims = bench.report.claims
    return [
        dict(
            key=key,
            quote=row["quote"],
            told=", ".join(filter(None, [f"par. {row['paragraph']}", row["who"], row["topic"]])),
            changes=_changes(bench, key),
            delete=_does(bench, "delete", key=key),
        )
        for key, row in claims[::-1].iterrows()
    ]


def _changes(bench, key):
    """list of (words, what is changed, what it sets): the buttons that take a claim into the form;
    one for each of its numbers. words: of the number, blank for none.
    """
    numbers = bench.report.numbers
    mine = numbers[numbers["from"] == key]
    several = len(mine) > 1
    told = {number: in_words(row) for number, row in mine.iterrows()}
    made = [
        (words, f"{key}, {words}" if several else key, _does(bench, "edit", key=key, number=number))
        for number, words in told.items()
    ]
    return made or [("", key, _does(bench, "edit", key=key))]


def _saved_so_far(bench):
    """str: how many claims are saved, and how many numbers."""
    numbers = len(bench.report.numbers)
    claims = so_many(len(bench.report.claims), "claim")
    return f"{claims}, {so_many(numbers, 'number')}" if numbers else claims


def _saved(bench):
    """str: the rows that are saved, folded up."""
    columns = ["id", "quote", "paragraph", "who", "kind", "topic"]
    rows = bench.report.claims.reset_index()[columns]
    if not len(rows):
        return ""
    return box(
        f"Saved so far: {_saved_so_far(bench)}", html_table(rows, f"claims.csv of {bench.name}")
    )
