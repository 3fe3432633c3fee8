"""Counts as bars: one square is one claim; and plain bars for other counts."""

from dataclasses import dataclass

from ..data.in_order import in_order
from ..marks import Mark
from ..reading.accounts import without_source
from ..reading.given import cut_from
from ..reading.numerals import so_many
from . import mark_looks
from .page import Page, inner, width, wrap
from .sheet import Sheet, Values
from .style import ACCENT, INK, TEXT, our_style

SQUARES = "One square is one claim; the number in it is its paragraph."
# inches: a bar; from one bar to the next
TALL = 0.24
STEP = 0.34
LINE = 0.19  # inches: a line of its label
LEAST_FOR_A_NUMBER = 0.2  # inches: in a smaller square no paragraph is written


@dataclass
class Bar:
    """A bar and its label in place. top: of the bar; x, y: of the first line, both in inches.
    unsourced: whether its claims have no stated source.
    """

    mark: Mark
    top: float
    x: float
    y: float
    lines: list
    unsourced: bool

    @property
    def look(self):
        """dict: colour and weight of the label."""
        if self.unsourced:
            return dict(color=ACCENT, weight="bold")
        return dict(color=TEXT, weight="regular")


@our_style()
def counts(report, rows=None):
    """Sheet: a bar for each speaker, cut into one square a claim; in the square its paragraph.
    Claims of the learner's own stand in the order of the text, whenever they were made. rows: cut
    from report.claims (default: all).
    """
    rows = report.claims if rows is None else rows
    cut_from(report, rows, "claims")
    if not report.complete:
        rows = in_order(report, rows)
    marks = report.marks(rows)
    name = "claims_by_speaker"
    if not marks:
        says = "There is no claim here, so there is no chart of who says what."
        return Sheet(None, says=says, name=name)
    nobody = without_source(rows)
    unsourced = int(nobody.sum())
    title = f"{len(rows)} claims, and who says so"
    if unsourced:
        title = f"{unsourced} of {len(rows)} claims have no stated source"
    says = "Each claim has a row of its own in the list of words below."
    page = Page(title, after=0.1)
    sheet = Sheet(page.figure, marks, title, says, name, "Bar chart")
    cell = inner() / max(8, *(m.high for m in marks))
    bars = _placed(marks, cell, set(rows.index[nobody]))
    ax = page.axes(bars[-1].top + STEP)
    ax.set(xlim=(0, inner() / cell), xlabel="claims")
    ax.axis("off")
    sheet.meaning[ax] = Values("x")
    for bar in bars:
        _squares(sheet, ax, bar, cell, report)
        for i, line in enumerate(bar.lines):
            mark_looks.label(sheet, ax, bar.mark, bar.x / cell, bar.y + LINE * i, line, **bar.look)
    page.y += 0.04
    page.done(f"{SQUARES} Source: {report.title}.")
    return sheet


def _placed(marks, cell, nobody):
    """list of Bar: the label beside the bar where there is room, else above it. cell: inches a
    claim. nobody: set of the ids of claims without a stated source.
    """
    bars = []
    y = 0.0
    for mark in marks:
        bar = Bar(mark, y, mark.high * cell + 0.08, y + TALL / 2, [], nobody.issuperset(mark.ids))
        text = f"{mark.label} · {mark.high:g}"
        weight = bar.look["weight"]
        if bar.x + width(text, 11, weight) <= inner():
            bar.lines = [text]
        else:
            bar.lines = wrap(text, 11, weight)
            bar.x = 0
            bar.y = y + 0.09
            bar.top += LINE * len(bar.lines)
        bars.append(bar)
        y = bar.top + STEP
    return bars


def _squares(sheet, ax, bar, cell, report):
    """The bar of one speaker, cut into squares, with the paragraph in each."""
    mark = bar.mark
    colour = ACCENT if bar.unsourced else INK
    mark_looks.square(sheet, ax, mark, (0, bar.top, mark.high, TALL), colour)
    mark_looks.cuts(sheet, ax, range(1, len(mark.evidence)), bar.top, bar.top + TALL)
    if cell > LEAST_FOR_A_NUMBER:
        for i, key in enumerate(mark.ids):
            paragraph = report.claims.loc[key, "paragraph"]
            mark_looks.cite(sheet, ax, mark, (i, bar.top, 1, TALL), paragraph, 9)


@our_style()
def answers(marks, title, says="", name=""):
    """Sheet: one bar for each Mark that counts learners, its label above it."""
    page = Page(title, 13)
    sheet = Sheet(page.figure, marks, title, says, name, "Bar chart")
    labels = [wrap(_counted_in_words(m), 10.5) for m in marks]
    ax = page.axes(sum(LINE * len(lines) + 0.24 for lines in labels))
    ax.set(xlim=(0, max(m.high for m in marks)), xlabel="answers")
    ax.axis("off")
    sheet.meaning[ax] = Values("x")
    y = 0.0
    for mark, lines in zip(marks, labels):
        for line in lines:
            mark_looks.label(sheet, ax, mark, 0, y + 0.1, line, 10.5)
            y += LINE
        mark_looks.square(sheet, ax, mark, (0, y + 0.005, mark.high, 0.13))
        y += 0.24
    learners = int(sum(m.high for m in marks))
    page.done(f"{so_many(learners, 'learner')} in all.")
    return sheet


def _counted_in_words(mark):
    """str: an answer, and how many gave it."""
    return f"{mark.label}: {so_many(mark.high, 'learner')}"
