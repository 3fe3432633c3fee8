"""Numbers on axes: one axis for each scope, one row for each number."""

import math
from itertools import accumulate

import numpy as np

from ..marks import Row, number_mark
from ..reading.given import cut_from
from ..reading.in_marks import in_marks
from ..reading.numerals import which_ones
from . import mark_looks, scale
from .facets import folded, time_of, why_apart
from .page import MARGIN, Page, inner, is_narrow, width, wrap
from .sheet import Sheet, Values
from .style import ACCENT, INK, QUIET, TEXT, our_style
from .whose_ends import key, typed_or_chosen

# inches
LINE = 0.2
SOFT_LINE = 0.16
HALF = mark_looks.FADE / 2
SOFT = 9.5  # size of the lettering of a reading


@our_style()
def intervals(report, rows=None, title="", says="", name="numbers", reading="printed", alone=None):
    """Sheet: the numbers as printed, one axis for each scope. rows: cut from report.numbers
    (default: all). A point is an exact number, a line with two caps a closed range, an arrow an
    open end, a fade a reading of words. alone: how many axes are drawn that hold one number only,
    default all; the other such numbers are named below the picture.
    """
    rows = report.numbers if rows is None else rows
    cut_from(report, rows, "numbers", "elsewhere")
    marks, unread = _readable(report.marks(rows, reading))
    if not marks:
        return Sheet(None, says=_nothing_to_draw(report) + unread, name=name)
    kept = folded(rows.loc[[m.row.id for m in marks]], alone)
    title = title or _finding(len(marks), len(rows), kept)
    marks = _drawn(marks, kept.facets)
    says = says or "Only marks on one axis answer the same question."
    says += typed_or_chosen(marks) + unread + kept.says
    page = Page(title)
    sheet = Sheet(page.figure, marks, title, says, name, "Interval chart")
    _draw_facets(page, report, sheet, kept.facets)
    page.y += 0.12
    page.done(f"{key(marks)} Source: {_sources(report, marks)}.")
    return sheet


def _drawn(marks, facets):
    """list of Mark: those whose number stands on one of some facets."""
    keys = {key for facet in facets for key in facet.rows.index}
    return [mark for mark in marks if mark.row.id in keys]


def _draw_facets(page, report, sheet, facets):
    """One axis for each scope, below each other."""
    for i, facet in enumerate(facets):
        page.y += 0.22 * (i > 0)
        _heading(page, facet, facets)
        its_own = [m for m in sheet.marks if m.row.id in facet.rows.index]
        axis(page, report, sheet, its_own, shared=len(its_own) > 1)


def _readable(marks):
    """(list of the marks that can be drawn; what is said of the others, blank where there are
    none).
    """
    words = ", ".join(in_marks(m.words[0]) for m in marks if not m.printed)
    said = f" Not drawn, because no figure can be read from the words: {words}." if words else ""
    return [m for m in marks if m.printed], said


def _nothing_to_draw(report):
    """str: why there is no chart."""
    topics = ", ".join(f"“{t}”" for t in dict.fromkeys(report.numbers["topic"]) if t)
    if not topics:
        return "This report has no number to draw."
    return f"None of these rows holds a number; this report has numbers on the topics {topics}."


def _finding(numbers, rows, kept):
    """str: the title that a chart has by itself, how many of its numbers answer one question.
    numbers: how many print a figure. rows: how many there are. kept: Folded.
    """
    sizes = kept.sizes
    many = f"{numbers} of {rows} numbers" if numbers < rows else f"{numbers} numbers"
    if len(sizes) == 1:
        return f"{many}, one question" if numbers > 1 else "One number"
    if max(sizes) == 1:
        none = "answer the same question" if kept.all_said else "share an axis yet"
        return f"{many}, and no two {none}"
    shared = [n for n in sizes if n > 1]
    if len(shared) > 1:
        return f"{many}, {len(sizes)} questions"
    return f"{shared[0]} of {rows} numbers can be read as answers to one question"


def _sources(report, marks):
    """str: the paragraphs and the source cards in which the marks stand."""
    behind = dict.fromkeys(e.row for m in marks for e in m.evidence)
    claims = [row.id for row in behind if row.table == "claims"]
    inside = sorted({report.claims.loc[key, "paragraph"] for key in claims})
    cards = [row.id for row in behind if row.table == "sources"]
    parts = []
    if inside:
        parts.append(f"{report.title}, {which_ones('paragraph', inside)}")
    if cards:
        parts.append(which_ones("source card", cards))
    return " · ".join(parts)


def scope_in_words(scope):
    """str: population, status and place of a scope, each once."""
    fields = [scope["population"], scope["status"], scope["place"]]
    if scope["status"] in scope["population"]:
        fields[1] = ""
    text = " · ".join(filter(None, fields))
    return text[:1].upper() + text[1:]


def _heading(page, facet, facets):
    """The scope of one axis in words, with its time; below it what parts it from the first axis, or
    the reading that lets its rows share it.
    """
    time, of_some = time_of(facet)
    page.write(" · ".join(filter(None, [scope_in_words(facet.scope), time])), 11.5, "bold")
    if facet.read_as:
        page.write(f"One axis, if both are read as “{facet.read_as}”.", 9.5, color=ACCENT)
    elif facet is not facets[0]:
        page.write(why_apart(facet, facets), 9.5, color=QUIET)
    if of_some:
        page.write(of_some, 9.5, color=QUIET)
    page.y += 0.08


def axis(page, report, sheet, marks, shared=True, spare=(), below=0.0, reach=()):
    """(Axes with one row a mark, heights of the spare rows below them). x in the marks' unit, y in
    inches, downwards. marks: list of Mark, of one unit. spare: marks for which room is kept and
    which are drawn later, by `row`. below: inches kept free under the rows. reach: values that the
    axis must hold besides. Axes that must not be compared get other lengths and other scales.
    """
    everything = [*marks, *spare]
    unit = marks[0].unit
    ends = [*reach, *(end for m in everything for end in _drawn_ends(report, m))]
    wants_room = any(math.isnan(m.high) or m.high < 0 for m in everything)
    limits = scale.round_limits(ends, 0.28 if wants_room else 0.08)
    left = max(0.0, scale.overhang(limits[0]) - MARGIN)
    beside = max(0.3, scale.overhang(limits[1]) + 0.08)
    wide = _length(everything, shared, unit, left, beside)
    *tops, high = accumulate((_height(m) for m in everything), initial=0.0)
    high += below
    ax = page.axes(high, wide, left)
    ax.set_xlim(*limits)
    scale.set_ticks(ax, scale.ticks_that_fit(ends, limits, wide))
    words = "\n".join(wrap(unit, 10, room=inner() - left - wide - beside))
    ax.set_xlabel(words, ha="left", va="center")
    ax.xaxis.set_label_coords(1 + beside / wide, -0.165 / high)
    sheet.meaning[ax] = Values("x")
    page.y += 0.24
    for m, top in zip(marks, tops):
        row(page, report, sheet, ax, m, top, ACCENT if shared else INK)
    return ax, tops[len(marks) :]


def _drawn_ends(report, m):
    """list of float: all values at which something of a mark is drawn."""
    return m.printed + [end for end in _allowed(report, m) if not math.isnan(end)]


def _length(marks, shared, unit, left, beside):
    """float: length of an axis in inches, with room for its unit and for what is told of a reading
    at the end of its mark.
    """
    of_unit = min(max(width(word, 10) for word in unit.split() or [""]), 1.6)
    lines = [line for m in marks for line in _told_of(m)]
    besides = not shared and not is_narrow()
    told = max((width(line, SOFT) for line in lines), default=0.0) if besides else 0.0
    share = inner() * (0.8 if shared else 0.62)
    return min(share, inner() - left - of_unit - beside - 0.05, inner() - left - told - 0.1)


def _told_of(mark):
    """list of str: whose reading a mark is, in lines; empty where its ends are printed."""
    return mark.soft.split("; ") if mark.soft else []


def _head(m):
    """list of (who, words): the lines above a mark."""
    who = m.label
    words = m.evidence[0].quoted()
    if width(who, 11, "bold") + 0.1 + width(words, 11) <= inner():
        return [(who, words)]
    names = [(line, "") for line in wrap(who, 11, "bold")]
    return names + [("", line) for line in wrap(words, 11)]


def _height(m):
    """float: inches that a row takes."""
    return LINE * len(_head(m)) + 0.36 + SOFT_LINE * (len(_above(m)) + _more_beside(m))


def _above(m):
    """list of str: on a narrow page, the lines that tell of a reading; they stand above it."""
    return wrap(" · ".join(_told_of(m)), SOFT) if is_narrow() else []


def _more_beside(m):
    """int: how many lines beside the mark there are besides the first."""
    return 0 if is_narrow() else max(len(_told_of(m)) - 1, 0)


def _allowed(report, m):
    """(low, high) of what the words of a mark do not exclude, where they print no figure; NaN
    elsewhere.
    """
    if not m.soft or _printed_in_the_row(report, m) != []:
        return math.nan, math.nan
    widest = number_mark(report, m.row.id, "logical")
    return widest.low, widest.high


def _printed_in_the_row(report, m):
    """list of float: the ends that the row of a number prints; None for a mark of no such row."""
    if m.row != Row("numbers", m.row.id) or m.row.id not in report.numbers.index:
        return None
    return report.numbers.loc[m.row.id, ["low", "high"]].dropna().astype(float).tolist()


def row(page, report, sheet, ax, m, y, colour):
    """The label of one mark, and below it the point, closed range, open end or fade, from height y
    downwards.
    """
    per_inch = page.per_inch(ax)
    for who, words in _head(m):
        x = page.edges(ax)[0]
        for text, weight in ((who, "bold"), (words, "regular")):
            if text:
                mark_looks.label(sheet, ax, m, x, y + 0.09, text, weight=weight, color=TEXT)
                x += (width(text, 11, weight) + 0.1) * per_inch
        y += LINE
    for line in _above(m):
        look = dict(color=QUIET, style="italic", va="center")
        mark_looks.label(sheet, ax, m, page.edges(ax)[0], y + 0.07, line, SOFT, **look)
        y += SOFT_LINE
    y += 0.13 + SOFT_LINE / 2 * _more_beside(m)
    if m.soft and len(m.printed) == 2:
        _reading(page, report, sheet, ax, m, y, colour)
    else:
        mark_looks.sign(sheet, ax, m, y, per_inch, colour)


def _reading(page, report, sheet, ax, m, y, colour):
    """A reading of words at height y: what they allow, the fade, the ends that are printed, and in
    words whose reading it is.
    """
    low, high = _allowed(report, m)
    if not math.isnan(low):
        mark_looks.band(sheet, ax, m, low, high, y, colour)
    mark_looks.fade(sheet, ax, m, y - HALF, y + HALF, colour)
    said = [end for end in _printed_in_the_row(report, m) or [] if end in m.printed]
    mark_looks.caps(sheet, ax, m, said, y, colour)
    if not is_narrow():
        _beside_the_reading(page, sheet, ax, m, np.nanmax([m.high, high]), y)


def _beside_the_reading(page, sheet, ax, m, end, y):
    """In words whose reading a mark is: right of its end where there is room, else left of it."""
    per_inch = page.per_inch(ax)
    lines = _told_of(m)
    widest = max(width(line, SOFT) for line in lines)
    x = end + 0.08 * per_inch
    side = "left"
    if x + widest * per_inch > page.edges(ax)[1]:
        x = m.low - 0.08 * per_inch
        side = "right"
    for i, line in enumerate(lines):
        height = y + SOFT_LINE * (i - (len(lines) - 1) / 2)
        look = dict(color=QUIET, style="italic", ha=side, va="center")
        mark_looks.label(sheet, ax, m, x, height, line, SOFT, **look)
