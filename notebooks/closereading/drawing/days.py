"""Days on one axis: what a report speaks of, and what was in print later."""

import pandas as pd

from ..reading.days import day
from ..reading.given import cut_from
from ..reading.numerals import so_many
from . import mark_looks
from .page import Page, wrap
from .sheet import Sheet, Values
from .style import ACCENT, INK, TEXT, our_style

# inches: a line of text; the sign below it
LINE = 0.2
AFTER = 0.32
GAP = 0.22  # inches, after what came later
GRID = "#d9d9d9"


@our_style()
def timeline(report, rows=None, title="", name="timeline"):
    """Sheet: events on one axis of days. rows: cut from report.events (default: all), drawn in
    their order. A point is a day, a line with two caps a span of days. Round points and lines are
    read from the report, diamonds were in print later.
    """
    rows = report.events if rows is None else rows
    cut_from(report, rows, "events")
    marks = report.marks(rows)
    if not marks:
        says = "No day is listed for this report, so there is no timeline."
        return Sheet(None, says=says, name=name)
    later = {mark.row for mark in marks if _is_later(report, rows.loc[mark.row.id])}
    title = title or f"{so_many(len(marks), 'thing')} with a day"
    page = Page(title, after=0.1)
    says = "A span of days is as wide as the words allow."
    sheet = Sheet(page.figure, marks, title, says, name, "Timeline")
    blocks, tall = _blocks(marks, later)
    ax = page.axes(tall)
    _set_days(page, sheet, ax, sorted({end for m in marks for end in m.printed}))
    ax.set_xlabel(_axis_label(report), loc="left")
    page.y += 0.52
    for mark, top, lines in blocks:
        _block(page, sheet, ax, mark, top, lines, mark.row in later)
    page.done(_note(report, marks, later))
    return sheet


def _is_later(report, row):
    """bool: whether an event was in print only after the report."""
    return report.published is not None and row["known_on"] > report.published


def _axis_label(report):
    """str: what the axis is."""
    if report.published is None:
        return "day"
    return f"day; the report is of {day(report.published)}"


def _note(report, marks, later):
    """str: what the signs mean, of those only that stand on the chart, and the source."""
    parts = []
    if len(later) < len(marks):
        parts.append("Round points and lines: the days spoken of, not of speaking.")
    if later:
        parts.append("Diamonds: in print later.")
    cards = ", and the source cards named" if later else ""
    return " ".join([*parts, f"Source: {report.title}{cards}."])


def _blocks(marks, later):
    """(list of (mark, top in inches, lines of (text, weight)), height in inches of all)."""
    blocks = []
    tall = 0.0
    before = False
    for mark in marks:
        tall += GAP if before and mark.row not in later else 0
        words = " · ".join(dict.fromkeys(e.quoted() for e in mark.evidence))
        lines = [(line, "bold") for line in wrap(mark.label, 11, "bold")]
        lines += [(line, "regular") for line in wrap(words, 11)]
        blocks.append((mark, tall, lines))
        tall += LINE * len(lines) + AFTER
        before = mark.row in later
    return blocks, tall


def _block(page, sheet, ax, mark, top, lines, later):
    """The label of one event, and its sign below it."""
    colour = ACCENT if later else INK
    paper = dict(facecolor="white", edgecolor="none", pad=0.6)
    for i, (line, weight) in enumerate(lines):
        look = dict(weight=weight, color=colour if weight == "bold" else TEXT, bbox=paper)
        mark_looks.label(sheet, ax, mark, page.edges(ax)[0], top + 0.09 + LINE * i, line, **look)
    y = top + LINE * len(lines) + 0.1
    if mark.low == mark.high:
        shape = mark_looks.DAY_IN_PRINT_LATER if later else mark_looks.DAY_IN_THE_REPORT
        mark_looks.point(sheet, ax, mark, y, colour, shape=shape)
    else:
        mark_looks.span(sheet, ax, mark, y, colour)


def _set_days(page, sheet, ax, days):
    """The axis: a thin line for each day on the chart, and its number where there is room."""
    sheet.meaning[ax] = Values("x", unit="day")
    room = (days[-1] - days[0] or 1) * 0.06
    ax.set_xlim(days[0] - room, days[-1] + room)
    lines = ax.vlines(days, 0, ax.get_ylim()[0], color=GRID, linewidth=1, zorder=0)
    sheet.scenery(lines)
    months = {(d.year, d.month) for d in pd.to_datetime(days, unit="D")}
    apart = (0.2 if len(months) == 1 else 0.45) * page.per_inch(ax)
    told = days[:1]
    for d in days:
        if d - told[-1] > apart:
            told.append(d)
    ax.set_xticks(told, _day_labels(pd.to_datetime(told, unit="D")))
    ax.tick_params(length=3)


def _day_labels(days):
    """list of str: the number of each day, with its month where the next one has another."""
    following = [*(d.month for d in days[1:]), 0]
    return [
        f"{d.day}" if d.month == month else f"{d.day} {d:%b}" for d, month in zip(days, following)
    ]
