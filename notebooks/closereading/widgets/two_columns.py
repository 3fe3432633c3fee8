"""Two accounts, first step: what two sides say to the same questions, in two columns of quotes; and
where one of them says nothing, what kind of gap it is.
"""

import json
from typing import NamedTuple

from ..reading.accounts import (
    Gap,
    account_names,
    common_ground,
    gap,
    questions,
    ready_pairs,
    said_by,
    said_under_other_codings,
)
from ..reading.pairs import suggested
from ..show.html import render
from .quotes import LEGEND, Quote, quote_of

SHOWN = 2  # quotes in a cell; the others are folded


class Pick(NamedTuple):
    """A quote that can be picked. sets: what its button sets. pressed: whether it is picked. other:
    whether it stands here another reader may fill it.
    """

    quote: Quote
    sets: str
    pressed: bool
    other: bool


class Cell(NamedTuple):
    """What one side says to one question. side: its name. picks: list of Pick. gap: Gap, or None.
    sets: what the button of the gap sets. open: whether the gap is opened. here: the accounts that
    are quoted on the question. others: list of Quote behind a gap that another coding fills.
    """

    side: str
    picks: list
    gap: Gap | None
    sets: str
    open: bool
    here: str
    others: list


class Row(NamedTuple):
    """One question with its two cells."""

    question: str
    cells: list


def columns(report, pair, held, also=False):
    """Markup: a row for each question, a column for each Side of the pair. held: what the buttons
    have set: {"picked": [id or "", id or ""], "gap": ["0" or "1", topic]}. also: whether quotes
    stand there too that only another coding would put there.
    """
    rows = [
        Row(question, [_cell(report, pair, i, topic, held, also) for i in (0, 1)])
        for topic, question in questions(report).items()
    ]
    ready = [
        (f"{a.name} | {b.name}", _sets(left=a.name, right=b.name, open={}), (a, b) == pair)
        for a, b in ready_pairs(report)
    ]
    heads = [side.name for side in pair]
    return render(
        "two_columns.html",
        heads=heads,
        rows=rows,
        ready=ready,
        shared=_shared(report, pair),
        worth=_worth_a_look(report),
        legend=LEGEND,
        shown=SHOWN,
    )


def still_columns(report, pair):
    """Markup: the same for a page without a kernel: no buttons, nothing folded."""
    rows = [
        Row(question, [_cell(report, pair, i, topic, {}, False) for i in (0, 1)])
        for topic, question in questions(report).items()
    ]
    heads = [side.name for side in pair]
    return render("two_columns_still.html", heads=heads, rows=rows, legend=LEGEND)


def _worth_a_look(report):
    """list of (both quotes, what a button sets): claims whose numbers clash, and that
    nobody has made a pair of yet.
    """
    quotes = report.claims["quote"]
    return [
        (f"“{quotes[a]}” | “{quotes[b]}”", _sets(open={"picked": [a, b]}))
        for a, b in suggested(report)
    ]


def _shared(report, pair):
    """str: what both accounts take for granted; blank where a side is no account."""
    if any(side.column != "account" for side in pair):
        return ""
    return " ".join(common_ground(report, [side.id for side in pair]))


def _cell(report, pair, i, topic, held, also):
    """Cell of one side of a pair and one topic."""
    side = pair[i]
    picked = held.get("picked", ["", ""])
    ours = list(said_by(report, side, topic).index)
    more = list(said_under_other_codings(report, side, topic).index) if also else []
    picks = [
        Pick(quote_of(report, key), _sets(open=_picking(picked, i, key)), key == picked[i], other)
        for keys, other in ((ours, False), (more, True))
        for key in keys
    ]
    empty = None if picks else gap(report, side, topic)
    here = [str(i), topic]
    is_open = empty is not None and held.get("gap") == here
    opened = {"picked": picked, "gap": [] if is_open else here}
    others = [quote_of(report, key) for key in empty.claims] if empty else []
    return Cell(
        side.name, picks, empty, _sets(open=opened), is_open, _quoted_on(report, topic), others
    )


def _picking(picked, i, key):
    """dict: what the buttons have set, once a quote of side i was pressed: picked, or let go."""
    new = list(picked)
    new[i] = "" if picked[i] == key else key
    return {"picked": new}


def _quoted_on(report, topic):
    """str: the names of the accounts that are quoted on a topic."""
    accounts = dict.fromkeys(report.claims.loc[report.claims["topic"] == topic, "account"])
    names = account_names(report)
    return ", ".join(names[account] for account in accounts)


def _sets(**values):
    """str: the values that a button sets, as JSON."""
    return json.dumps(values, ensure_ascii=False)
