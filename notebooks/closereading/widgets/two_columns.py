"""Two accounts, first step: what two sides say to the same questions, in two columns of quotes; and
where one of them says nothing, what kind of gap it is.
"""

import json
from itertools import chain
from typing import NamedTuple

from ..lesson.reply import LOOKS, SIGNS, first_word
from ..reading.accounts import (
    NO_ROW,
    NOT_HERE,
    OTHER_CODING,
    Gap,
    account_names,
    common_ground,
    gap,
    questions,
    ready_pairs,
    said_by,
    said_by_kin,
    said_by_side,
    said_under_other_codings,
)
from ..reading.in_marks import in_marks
from ..reading.pairs import suggested
from ..reading.scaled import with_scale
from ..reading.scope import two_alike
from ..show.html import render
from .finds import SILENT, WHY
from .quotes import LEGEND, Quote, quote_of

SHOWN = 2  # quotes in a cell; the others are folded, where there is more than one other
CLOSED = "no quote: why?"
UNDER_NAME = " under this name"
_ONE_REPORT = "That they had nothing to say, one report cannot show."
_SORTED = "What we sorted elsewhere may be an answer:"
# (what a learner said, what we say) -> why it is so, or is not
BECAUSE = {
    (SILENT, NOT_HERE): _ONE_REPORT,
    (SILENT, NO_ROW): _ONE_REPORT,
    (SILENT, OTHER_CODING): f"{_ONE_REPORT} {_SORTED}",
    (NOT_HERE, NOT_HERE): "None of their quotes here answers this question, as we read them.",
    (NOT_HERE, OTHER_CODING): _SORTED,
    (NO_ROW, OTHER_CODING): _SORTED,
    (
        OTHER_CODING,
        NOT_HERE,
    ): "None of their other quotes is coded so. A place or a day that is only"
    " named beside an answer to another question is not yet an answer to this one.",
    (OTHER_CODING, NO_ROW): "None of their other rows is coded so.",
}


class Pick(NamedTuple):
    """A quote that can be picked. sets: what its button sets. pressed: whether it is picked. other:
    whether it stands here because another reader may put it here. seen: whether it stands in a pair
    that was looked at.
    """

    quote: Quote
    sets: str
    pressed: bool
    other: bool
    seen: bool


class Why(NamedTuple):
    """What a learner said of an empty cell. sign, look, word: whether it is what we say. because:
    the reason for that.
    """

    sign: str
    look: str
    word: str
    because: str


class Cell(NamedTuple):
    """What one side says to one question. side: its name. picks: list of Pick. gap: Gap, or None.
    sets: what the button of the gap sets. open: whether the gap is opened. label: what its
    button says. why: Why, None until the learner has said it. options: list of (text, what its
    button sets). here: the accounts that are quoted on the question. kin: list of Quote of
    others of the same account. whole: the name of that account, blank where the side is one.
    others: list of Quote behind a gap that another coding fills.
    """

    side: str
    picks: list
    gap: Gap | None = None
    sets: str = ""
    open: bool = False
    label: str = ""
    why: Why | None = None
    options: tuple = ()
    here: str = ""
    kin: tuple = ()
    whole: str = ""
    others: tuple = ()

    @property
    def shown(self):
        """int: how many of its quotes stand open."""
        return SHOWN if len(self.picks) > SHOWN + 1 else len(self.picks)


class Row(NamedTuple):
    """One question with its two cells."""

    question: str
    cells: list


def columns(report, pair, held, finds, also=False):
    """Markup: a row for each question, a column for each Side of the pair. held: what the buttons
    have set: {"picked": [id or "", id or ""], "gap": ["0" or "1", topic]}. finds: Finds. also:
    whether quotes stand there too that only another coding would put there.
    """
    desk = _Desk(report, pair, held, finds, also)
    ready = [
        (f"{a.name} | {b.name}", _sets(left=a.name, right=b.name, open={}), (a, b) == pair)
        for a, b in ready_pairs(report)
        if a != b
    ]
    ready += _beside_itself(report, pair)
    rows = desk.rows()
    return render(
        "two_columns.html",
        heads=[side.name for side in pair],
        rows=rows,
        answered=any(cell.open and cell.why for row in rows for cell in row.cells),
        ready=ready,
        shared=" ".join(common_ground(report, pair)),
        worth=_worth_a_look(report),
        legend=LEGEND,
        finds=finds,
    )


def _beside_itself(report, pair):
    """list of (name, what a button sets, whether it is chosen): in a report of the learner's own
    the side on the left beside itself, as long as it has two claims.
    """
    side = pair[0]
    if report.complete or len(said_by_side(report, side)) < 2:
        return []
    sets = _sets(left=side.name, right=side.name, open={})
    return [(f"{side.name} | itself", sets, pair[0] == pair[1])]


def still_columns(report, pair, finds):
    """Markup: the same for a page without a kernel: no buttons, nothing folded."""
    rows = _Desk(report, pair, {}, finds, False).rows()
    heads = [side.name for side in pair]
    return render("two_columns_still.html", heads=heads, rows=rows, legend=LEGEND)


def _worth_a_look(report):
    """list of (both quotes, what a button sets): claims whose numbers clash, and that
    nobody has made a pair of yet.
    """
    return [
        (" | ".join(_called(report, a, b)), _sets(open={"picked": [a, b]}))
        for a, b in suggested(report)
    ]


def _called(report, *both):
    """list of str: the quotes of two claims; where these are the same words, their numbers."""
    quotes = [in_marks(report.claims.loc[key, "quote"]) for key in both]
    if quotes[0] != quotes[1]:
        return quotes
    rows = two_alike(report.numbers, *both)
    return [with_scale(row) for _, row in rows.iterrows()]


class _Desk:
    """The cells of two sides, as they are shown now."""

    def __init__(self, report, pair, held, finds, also):
        self.report = report
        self.pair = pair
        self.picked = held.get("picked", ["", ""])
        self.gap = held.get("gap", [])
        self.finds = finds
        self.also = also
        here = [said_by_side(report, side) for side in pair]
        self.seen = set(chain(*(two for two in finds.pairs if _across(two, here))))

    def rows(self):
        """list of Row."""
        asked = questions(self.report).items()
        return [Row(question, [self._cell(i, topic) for i in (0, 1)]) for topic, question in asked]

    def _cell(self, i, topic):
        """Cell of one side and one topic."""
        side = self.pair[i]
        picks = self._picks(i, topic)
        if picks:
            return Cell(side.name, picks)
        empty = gap(self.report, side, topic)
        said = self.finds.gaps.get((side.name, topic))
        here = [str(i), topic]
        is_open = self.gap == here
        near = said_by_kin(self.report, side, topic).index
        kin = [quote_of(self.report, key) for key in near]
        return Cell(
            side=side.name,
            picks=[],
            gap=empty,
            sets=_sets(open={"picked": self.picked, "gap": [] if is_open else here}),
            open=is_open,
            label=_kind(empty, kin) if said else CLOSED,
            why=_judged(said, empty) if said else None,
            options=self._options(here),
            here=_quoted_on(self.report, topic),
            kin=kin,
            whole=_whole(self.report, side),
            others=[quote_of(self.report, key) for key in empty.claims],
        )

    def _options(self, here):
        """list of (text, what its button sets): why a cell may be empty. here: its place."""
        return [
            (WHY[why], _sets(open={"picked": self.picked, "gap": here, "why": why}))
            for why in reasons(self.report)
        ]

    def _picks(self, i, topic):
        """list of Pick: our quotes of a cell, then those of another coding, where asked for."""
        side = self.pair[i]
        other = self.picked[1 - i] if self.pair[0] == self.pair[1] else ""
        ours = said_by(self.report, side, topic).index.drop(other, errors="ignore")
        more = said_under_other_codings(self.report, side, topic).index if self.also else ()
        return [
            Pick(
                quote_of(self.report, key),
                _sets(open={"picked": _picking(self.picked, i, key)}),
                key == self.picked[i],
                other,
                key in self.seen,
            )
            for keys, other in ((ours, False), (more, True))
            for key in keys
        ]


def _across(two, here):
    """bool: whether one of two claims stands in each column. here: (set, set) of ids."""
    return any(a in here[0] and b in here[1] for a, b in (two, two[::-1]))


def reasons(report):
    """list of ids of WHY: why a cell of a report may be empty, for a learner to choose from."""
    return [SILENT, NOT_HERE if report.complete else NO_ROW, OTHER_CODING]


def _kind(empty, kin):
    """str: what kind of empty cell it is; of one speaker, whether others of the account fill it.
    empty: Gap. kin: what others of the account say.
    """
    return empty.kind + UNDER_NAME * bool(kin and empty.kind == NOT_HERE)


def _whole(report, side):
    """str: the name of the account of one speaker; blank where the side is an account."""
    if side.column == "account":
        return ""
    (account, *_) = report.claims.loc[report.claims["speaker"] == side.id, "account"]
    return account_names(report)[account]


def _judged(said, empty):
    """Why of what a learner said of an empty cell. said: one of WHY. empty: Gap."""
    word = first_word("right" if said == empty.kind else "")
    return Why(SIGNS[word], LOOKS[word], word, BECAUSE.get((said, empty.kind), ""))


def _picking(picked, i, key):
    """list: the quotes that are picked, once one of side i was pressed: picked, or let go."""
    new = list(picked)
    new[i] = "" if picked[i] == key else key
    return new


def _quoted_on(report, topic):
    """str: the names of the accounts that are quoted on a topic."""
    accounts = dict.fromkeys(report.claims.loc[report.claims["topic"] == topic, "account"])
    names = account_names(report)
    return ", ".join(names[account] for account in accounts)


def _sets(**values):
    """str: the values that a button sets, as JSON."""
    return json.dumps(values, ensure_ascii=False)
