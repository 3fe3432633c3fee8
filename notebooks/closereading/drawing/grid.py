"""A table of accounts and topics: who is quoted on what, and who is not quoted there."""

import math
from itertools import accumulate

from ..marks import Role, cell_mark
from ..reading.accounts import (
    DASH,
    NO_ROW,
    NO_TOPIC,
    NOT_HERE,
    OTHER_CODING,
    account_names,
    cells,
)
from . import mark_looks
from .bars import SQUARES
from .page import Page, inner, width, wrap
from .said_marks import gap_mark
from .sheet import Cells, Sheet
from .style import QUIET, RULE, TEXT, our_style

MOST = 5  # accounts beside each other
SIDE = 0.215  # inches of a square
IN_A_CELL = {NOT_HERE: "not in\nthis report", NO_ROW: "no row\nyet"}
IN_A_CELL[OTHER_CODING] = "another\nreader\nmay fill it"


@our_style()
def accounts(report, wanted=None, title=""):
    """Sheet: accounts × topics as a table; one square is one claim, in it its paragraph; an empty
    cell says that nobody of that account is quoted there. wanted: list of account ids (default:
    all). More than five accounts go into several tables below each other. title: default says how
    many cells are empty; of a report of one's own in which most are, how many hold a claim.
    """
    table = cells(report, wanted)
    names = account_names(report)
    marks = [_mark_of(report, a, t, names) for t in table.index for a in table.columns]
    name = "accounts"
    if lacking := _lacking(report, table):
        return Sheet(None, says=lacking, name=name)
    kinds = {mark.row.id: mark.beside[0] for mark in marks if not mark.unit}  # of the empty ones
    sparse = list(kinds.values()).count(NO_ROW) * 2 > len(marks)
    title = title or _finding(len(kinds), len(marks), sparse)
    page = Page(title)
    says = f"{dash_means() * sparse} {_says(report, list(kinds.values()))}".strip()
    sheet = Sheet(page.figure, marks, title, says, name, "Table chart")
    of = {mark.row.id: mark for mark in marks}
    head = min(_longest(table.index) + 0.1, 1.2)
    parts = _parts(table)
    for part in parts:
        drawn = _Part(page, sheet, report, part, head, parts[0].shape[1])
        drawn.sparse = sparse
        drawn.draw(of, kinds)
        page.y += 0.25
    page.y -= 0.17
    page.done(f"{SQUARES} Source: {report.title}.")
    return sheet


NO_TOPICS = (
    "No claim has a topic yet, so nobody can see who is quoted on what. Write a topic at step 2 of"
    " the Claim bench."
)


def _lacking(report, table):
    """str: why there is no table; blank where there is one."""
    if len(table.columns) < 2:
        return "One account; nothing to compare."
    return "" if report.complete or any(table.index) else NO_TOPICS


def _finding(empty, cells_, sparse):
    """str: the title that a table has by itself."""
    if sparse:
        return f"{cells_ - empty} of {cells_} cells hold a claim"
    return f"{empty} of {cells_} cells are empty"


def dash_means():
    """str: the sentence on a dash in a cell."""
    return f"{DASH} means: {NO_ROW}."


def _mark_of(report, account, topic, names):
    """Mark of a cell: its claims, counted; or what is known of one that is empty."""
    counted = cell_mark(report, account, topic, names)
    return counted if counted.evidence else gap_mark(report, account, topic)


def _parts(table):
    """list of DataFrame: the columns dealt to as few tables as hold them, so that no table is much
    emptier than the others.
    """
    accounts = table.shape[1]
    across = math.ceil(accounts / math.ceil(accounts / MOST))
    return [table.iloc[:, start : start + across] for start in range(0, accounts, across)]


def _longest(topics):
    """float: inches of the longest head of a row."""
    return max(width(topic or NO_TOPIC, 10.5, "bold") for topic in topics)


def _says(report, kinds):
    """str: what an empty cell means. kinds: of the empty cells, one for each."""
    who = "this text does not quote" if report.complete else "no row here has"
    hang = kinds.count(OTHER_CODING)
    others = f" {hang} of them are empty only in our coding." if hang else ""
    return (
        f"An empty cell is no silence. It says that {who} that account on that topic.{others}"
        " A claim of two speakers stands with the first; one whose speaker is unclear, with the"
        " text."
    )


class _Part:
    """Up to five accounts beside each other. part: DataFrame as reading.accounts.cells gives it.
    side: inches of the heads of the rows. across: columns for which there is room. sparse: whether
    a dash stands in most cells.
    """

    def __init__(self, page, sheet, report, part, side, across):
        self.page = page
        self.sheet = sheet
        self.report = report
        self.part = part
        self.side = side
        self.sparse = False
        self.wide = (inner() - side) / max(len(part.columns), across)
        self.fit = max(int((self.wide - 0.08) / SIDE), 1)  # squares beside each other
        heights = [self._height(topic) for topic in part.index]
        *self.tops, self.deep = accumulate(heights, initial=0)
        self.middles = [top + high / 2 for top, high in zip(self.tops, heights)]

    def _height(self, topic):
        """float: inches of one row."""
        lines = len(wrap(topic or NO_TOPIC, 10.5, "bold", self.side))
        deepest = max(math.ceil(len(claims) / self.fit) for claims in self.part.loc[topic])
        return max(0.52, 0.2 * lines + 0.1, deepest * SIDE + 0.14)

    def draw(self, of, kinds):
        """The heads, lines and cells. of: dict {(account, topic): Mark}. kinds: {(account, topic):
        kind of the gap} of the empty ones.
        """
        heads = self._heads()
        self.page.y += 0.17 * max(map(len, heads)) + 0.05
        ax = self.page.axes(self.deep)
        ax.set_xlim(0, inner())
        ax.spines["bottom"].set_visible(False)
        columns = [self.side + self.wide * (j + 0.5) for j in range(len(heads))]
        self._write_heads(ax, columns, heads)
        self.sheet.meaning[ax] = Cells(
            tuple(zip(columns, self.part.columns)), tuple(zip(self.middles, self.part.index))
        )
        self._enter_heads(ax, of)
        look = dict(color=RULE, linewidth=0.8, clip_on=False)
        self.sheet.scenery(*(ax.axhline(top, **look) for top in self.tops))
        for account, x in zip(self.part.columns, columns):
            for topic, y in zip(self.part.index, self.middles):
                self._cell(ax, of[account, topic], x, y, kinds.get((account, topic)))

    def _heads(self):
        """list of lists of str: the names of the accounts, in lines."""
        names = account_names(self.report)
        made = []
        for account in self.part.columns:
            words = (min(width(word, 10, "bold"), self.wide) for word in names[account].split())
            made.append(wrap(names[account], 10, "bold", max(self.wide - 0.12, *words)))
        return made

    def _write_heads(self, ax, columns, heads):
        """The accounts above the columns, the topics beside the rows."""
        ax.xaxis.tick_top()
        ax.set_xticks(columns, ["\n".join(head) for head in heads], size=10, weight="bold")
        topics = ["\n".join(wrap(t or NO_TOPIC, 10.5, "bold", self.side)) for t in self.part.index]
        ax.set_yticks(self.middles, topics, size=10.5, weight="bold", ha="left")
        ax.tick_params(length=0, pad=0, colors=TEXT)
        ax.tick_params(axis="x", pad=3)

    def _enter_heads(self, ax, of):
        """A head opens to the marks of its whole column or row. of: as `draw` has it."""
        for text, account in zip(ax.get_xticklabels(), self.part.columns):
            marks = [of[account, topic] for topic in self.part.index]
            self.sheet.shows_at_tick(ax, text, marks)
        for text, topic in zip(ax.get_yticklabels(), self.part.index):
            marks = [of[account, topic] for account in self.part.columns]
            self.sheet.shows_at_tick(ax, text, marks)

    def _of_the_gap(self, kind):
        """str: what stands in an empty cell."""
        return DASH if self.sparse and kind == NO_ROW else IN_A_CELL[kind]

    def _cell(self, ax, mark, middle, y, kind):
        """The squares of one cell, in rows that begin below each other; or why there is none."""
        account, _ = mark.row.id
        claims = self.part.loc[mark.row.id[::-1]]
        if kind:
            look = dict(size=9.5, color=QUIET, style="italic", linespacing=1.1)
            text = ax.text(middle, y, self._of_the_gap(kind), ha="center", va="center", **look)
            self.sheet.shows(text, mark, Role.EMPTY)
        left = middle - min(max(map(len, self.part[account])), self.fit) / 2 * SIDE
        top = y - math.ceil(len(claims) / self.fit) / 2 * SIDE
        for i, key in enumerate(claims):
            at = (left + i % self.fit * SIDE, top + i // self.fit * SIDE)
            box = (at[0], at[1] + 0.01, SIDE - 0.02, SIDE - 0.02)
            mark_looks.square(self.sheet, ax, mark, box)
            mark_looks.cite(self.sheet, ax, mark, box, self.report.claims.loc[key, "paragraph"])
