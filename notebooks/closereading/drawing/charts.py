"""Charts of a report's claims and numbers. Each returns a Picture; none uses pyplot."""

import math
from functools import cache
from itertools import accumulate

import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ..data.folders import data_folder
from ..data.report import MARK_COLUMNS, NO_SOURCE, NO_TOPIC, cell_mark
from ..data.tables import day
from ..reading.accounts import account_names, cells
from ..reading.scope import scope_diff, split_by_scope
from .picture import ACCENT, INK, QUIET, Picture, quoted
from .style import our_style

WIDTH, MARGIN = 4.9, 0.1  # inches: narrow, so that the lettering survives a phone
INNER = WIDTH - 2 * MARGIN
SQUARES = "One square is one claim; the number in it is its paragraph."


_RENDERER = FigureCanvasAgg(Figure(dpi=400)).get_renderer()


@cache
@our_style()
def width(text, size, weight="regular"):
    """Width of one line of text in inches."""
    return (
        _RENDERER.get_text_width_height_descent(
            text, FontProperties(size=size, weight=weight), False
        )[0]
        / 400
    )


class Page:
    """A figure filled from the top: lines of text and axes, measured in inches."""

    def __init__(self, title="", size=14, after=0.06):
        self.figure, self.y, self.placed = Figure(figsize=(WIDTH, 1)), 0.1, []
        self.write(title, size, "bold", after=after)

    def wrap(self, text, size, weight="regular", room=INNER):
        """list of str: the text broken into lines that fit the room, in inches. A word wider than
        the room is broken too.
        """
        out = []
        for word in text.split():
            while width(word, size, weight) > room:
                cut = max(
                    (i for i in range(1, len(word)) if width(word[:i], size, weight) <= room),
                    default=1,
                )
                out, word = [*out, word[:cut]], word[cut:]
            longer = " ".join([*out[-1:], word])
            if width(longer, size, weight) <= room:
                out[-1:] = [longer]
            else:
                out.append(word)
        return out

    def write(self, text, size=11, weight="regular", after=0.0, **how):
        """Lines of text across the page, outside any axes."""
        for line in self.wrap(text, size, weight):
            self.placed.append(
                (self.figure.text(0, 0, line, size=size, weight=weight, va="top", **how), self.y)
            )
            self.y += size * 1.25 / 72
        self.y += after

    def axes(self, height, width=INNER):
        """Axes of that size in inches; y runs downwards in inches, x is the value axis."""
        ax = self.figure.add_axes((0, 0, 1, 1))
        ax.set_ylim(height, 0)
        ax.set_yticks([])
        ax.spines[["left", "top", "right"]].set_visible(False)
        self.placed.append((ax, self.y, height, width))
        self.y += height
        return ax

    def done(self, note="", size=9):
        """The Figure, with a note at its foot, now as tall as what it holds."""
        self.write(note, size, color=QUIET)
        tall = self.y + 0.08
        self.figure.set_size_inches(WIDTH, tall)
        for artist, top, *size in self.placed:
            height, wide = size or (0, 0)
            box = (MARGIN / WIDTH, 1 - (top + height) / tall, wide / WIDTH, height / tall)
            artist.set_position(box if size else box[:2])
        return self.figure


@our_style()
def counts(report, rows=None):
    """Picture: a bar for each speaker, cut into one square a claim; in the square its paragraph.
    rows: cut from report.claims.
    """
    rows = report.claims if rows is None else rows
    marks = report.marks(rows)
    if marks.empty:
        return Picture(
            None,
            marks,
            "",
            "There is no claim here, so there is no chart of who says what.",
            "claims_by_speaker",
        )
    unsourced = int((rows["speaker"] == NO_SOURCE).sum())
    title = (
        f"{unsourced} of {len(rows)} claims have no stated source"
        if unsourced
        else f"{len(rows)} claims, and who says so"
    )
    page, tall, cell = Page(title, after=0.1), 0.24, INNER / max(marks["high"].max(), 8)
    spots, y = [], 0.0
    for m in marks.itertuples():
        label, colour, weight, ink = (
            f"{m.label} · {m.high:g}",
            *((ACCENT, "bold", ACCENT) if m.gid == NO_SOURCE else (INK, "regular", "#1c1c1c")),
        )
        beside, lines = (
            m.high * cell + 0.08 + width(label, 11, weight) <= INNER,
            page.wrap(label, 11, weight),
        )
        y += 0 if beside else 0.19 * len(lines)
        at = (m.high + 0.08 / cell, y + tall / 2) if beside else (0, y - 0.19 * len(lines) + 0.09)
        spots.append((m, y, colour, at, lines, dict(size=11, weight=weight, color=ink)))
        y += 0.34
    ax = page.axes(y)
    ax.set(xlim=(0, INNER / cell), xlabel="claims")
    ax.axis("off")
    for m, top, colour, (x, y), lines, look in spots:
        ax.barh(top + tall / 2, m.high, tall, color=colour, gid=m.gid)
        ax.vlines(
            range(1, int(m.high)), top, top + tall, colors="white", linewidth=1.2, gid="furniture"
        )
        if cell > 0.2:
            for i, key in enumerate(m.ids):
                ax.text(
                    i + 0.5,
                    top + tall / 2,
                    f"{report.claims.loc[key, 'paragraph']}",
                    size=9,
                    color="white",
                    ha="center",
                    va="center_baseline",
                    gid=m.gid,
                )
        for i, line in enumerate(lines):
            ax.text(x, y + 0.19 * i, line, va="center_baseline", gid=m.gid, **look)
    page.y += 0.04
    return Picture(
        page.done(f"{SQUARES} Source: {report.title}."),
        marks,
        title,
        "Each claim has a row of its own in the list of words below.",
        "claims_by_speaker",
        "Bar chart",
    )


@our_style()
def accounts(report, wanted=None):
    """Picture: accounts × topics as a table; one square is one claim, in it its paragraph; an
    empty cell says that nobody of that account
    is quoted there. wanted: list of account ids (default: all). More than five accounts go into
    several tables below each other.
    """
    names, grid = account_names(report), cells(report, wanted)
    marks = pd.DataFrame(
        [cell_mark(report, a, t) for t in grid.index for a in grid.columns if grid.loc[t, a]],
        columns=MARK_COLUMNS,
    )
    if len(grid.columns) < 2:
        return Picture(None, marks.iloc[:0], "", "One account; nothing to compare.", "accounts")
    empty = grid.size - len(marks)
    title = f"{empty} of {grid.size} cells are empty"
    ours = report.folder.parent == data_folder()
    missing = "this text does not quote" if ours else "no row here has"
    says = (
        "An empty cell is no silence. It says that"
        f" {missing} that"
        " account on that topic. A claim of two speakers stands with the first; one whose speaker"
        " is unclear, with the text."
    )
    page, size = Page(title), 0.215
    side = min(max(width(t or NO_TOPIC, 10.5, "bold") for t in grid.index) + 0.1, 1.2)
    for start in range(0, len(grid.columns), 5):
        part = grid.iloc[:, start : start + 5]
        wide = (INNER - side) / max(len(part.columns), min(5, len(grid.columns)))
        fit = max(int((wide - 0.08) / size), 1)
        tall = [
            max(
                0.44,
                0.2 * len(page.wrap(t, 10.5, "bold", side)) + 0.1,
                *(math.ceil(len(i) / fit) * size + 0.14 for i in part.loc[t]),
            )
            for t in part.index
        ]
        heads = [
            page.wrap(
                names[a],
                10,
                "bold",
                max(wide - 0.12, *(min(width(w, 10, "bold"), wide) for w in names[a].split())),
            )
            for a in part.columns
        ]
        page.y += 0.17 * max(map(len, heads)) + 0.05 + 0.25 * (start > 0)
        *tops, deep = accumulate(tall, initial=0)
        ax = page.axes(deep)
        ax.set_xlim(0, INNER)
        ax.spines["bottom"].set_visible(False)
        ax.xaxis.tick_top()
        ax.set_xticks(
            [side + wide * (j + 0.5) for j in range(len(heads))],
            ["\n".join(h) for h in heads],
            size=10,
            weight="bold",
        )
        topics = ["\n".join(page.wrap(t or NO_TOPIC, 10.5, "bold", side)) for t in part.index]
        ax.set_yticks(
            [top + h / 2 for top, h in zip(tops, tall)], topics, size=10.5, weight="bold", ha="left"
        )
        ax.tick_params(length=0, pad=0, colors="#1c1c1c")
        ax.tick_params(axis="x", pad=3)
        for t, top, h in zip(part.index, tops, tall):
            ax.axhline(top, color="#8a8a8a", linewidth=0.8, clip_on=False, gid="furniture")
            for j, a in enumerate(part.columns):
                gid, middle, claims, most = (
                    f"{a} / {t}",
                    side + wide * j + wide / 2,
                    part.loc[t, a],
                    min(max(map(len, part[a])), fit),
                )
                for i, key in enumerate(claims):
                    x, y = (
                        middle + (i % fit - most / 2) * size,
                        top + h / 2 + (i // fit - math.ceil(len(claims) / fit) / 2) * size,
                    )
                    ax.bar(x, size - 0.02, size - 0.02, y + 0.01, align="edge", color=INK, gid=gid)
                    ax.text(
                        x + size / 2 - 0.01,
                        y + size / 2,
                        f"{report.claims.loc[key, 'paragraph']}",
                        size=9.5,
                        color="white",
                        ha="center",
                        va="center_baseline",
                        gid=gid,
                    )
                if not claims:
                    none = "nothing of\nits own" if a == "reporter" else "not quoted\nhere"
                    ax.text(
                        middle,
                        top + h / 2,
                        none,
                        size=9.5,
                        color=QUIET,
                        style="italic",
                        ha="center",
                        va="center",
                        linespacing=1.1,
                        gid=f"{gid}:empty",
                    )
    page.y += 0.08
    figure = page.done(f"{SQUARES} Source: {report.title}.")
    return Picture(
        figure,
        marks,
        title,
        says,
        "accounts",
        "Table chart",
        "table",
        again=lambda again, mark: cell_mark(again, *mark.gid.split(" / ")),
    )


@our_style()
def intervals(report, rows=None, title="", says="", name="numbers", reading="printed"):
    """Picture: the numbers as printed, one axis for each scope. rows: cut from report.numbers
    (default: all).
    A point is an exact number, a line with two caps a closed range, an arrow an open end, a fade a
    reading of words.
    """
    rows = report.numbers if rows is None else rows
    marks = report.marks(rows, reading)
    drawable = marks["low"].notna() | marks["high"].notna()
    left_out = [f"“{w[0]}”" for w in marks.loc[~drawable, "words"]]
    marks = marks[drawable]
    unread = (
        f" Not drawn, because no figure can be read from the words: {', '.join(left_out)}."
        if left_out
        else ""
    )
    if marks.empty:
        topics = ", ".join(f"“{t}”" for t in dict.fromkeys(report.numbers["topic"]) if t)
        why = (
            f"None of these rows holds a number; this report has numbers on the topics {topics}."
            if topics
            else "This report has no number to draw."
        )
        return Picture(None, marks, "", why + unread, name)
    facets = sorted(split_by_scope(rows.loc[marks["gid"]]), key=lambda f: -len(f.rows))
    title = title or _finding(len(marks), [len(f.rows) for f in facets])
    says = (says or "Only marks on one axis answer the same question.") + unread
    page = Page(title)
    for i, facet in enumerate(facets):
        page.y += 0.22 * (i > 0)
        _heading(page, facet, facets[0])
        axis(
            page,
            report,
            [m for m in marks.itertuples() if m.gid in facet.rows.index],
            len(facet.rows) > 1,
        )
    page.y += 0.12
    places = list(dict.fromkeys(w for m in marks.itertuples() for w in m.where))
    inside = ", ".join(
        sorted((w.removeprefix("paragraph ") for w in places if w.startswith("paragraph")), key=int)
    )
    cards = ", ".join(
        w.split(",")[0].removeprefix("source card ") for w in places if w.startswith("source card")
    )
    where = " · ".join(
        filter(
            None,
            [inside and f"{report.title}, paragraphs {inside}", cards and f"source cards {cards}"],
        )
    )
    return Picture(
        page.done(f"{_key(marks)} Source: {where}."),
        marks,
        title,
        says,
        name,
        "Interval chart",
        reading=reading,
    )


@our_style()
def timeline(report, rows=None, title="", name="timeline"):
    """Picture: events on one axis of days. rows: cut from report.events (default: all), drawn in
    their order.
    A point is a day, a line with two caps a span of days. Round points and lines are read from the
    report, diamonds were in print later.
    """
    rows = report.events if rows is None else rows
    marks = report.marks(rows)
    if marks.empty:
        return Picture(
            None, marks, "", "No day is listed for this report, so there is no timeline.", name
        )
    later = {
        key: report.published is not None and known > report.published
        for key, known in rows["known_on"].items()
    }
    title = title or f"{len(marks)} thing{'s' * (len(marks) > 1)} with a day"
    page = Page(title, after=0.1)
    first, last = min(marks["low"]), max(marks["high"])
    room = (last - first or 1) * 0.06
    per_inch, blocks, tall, before = (last - first + 2 * room) / INNER, [], 0.0, False
    for m in marks.itertuples():
        tall += 0.22 * (before and not later[m.gid])  # a gap after what followed
        words = " · ".join(dict.fromkeys(m.words if later[m.gid] else (f"“{w}”" for w in m.words)))
        lines = [
            (line, weight)
            for text, weight in ((m.label, "bold"), (words, "regular"))
            for line in page.wrap(text, 11, weight)
        ]
        blocks.append((m, tall, lines))
        tall, before = tall + 0.2 * len(lines) + 0.32, later[m.gid]
    ax = page.axes(tall)
    ax.set_xlim(first - room, last + room)
    days = sorted({d for m in marks.itertuples() for d in (m.low, m.high)})
    room_for_a_label = (
        0.2
        if len({(when.year, when.month) for when in pd.to_datetime(days, unit="D")}) == 1
        else 0.45
    ) * per_inch
    told = days[:1]
    for d in days:
        told += [d] if d - told[-1] > room_for_a_label else []
    when = pd.to_datetime(told, unit="D")
    ax.set_xticks(
        told,
        [
            f"{d.day}" if i + 1 < len(when) and d.month == when[i + 1].month else f"{d.day} {d:%b}"
            for i, d in enumerate(when)
        ],
    )
    ax.set_xlabel(
        f"day{f'; the report is of {day(report.published)}' if report.published is not None else ''}",
        loc="left",
    )
    ax.vlines(days, 0, tall, color="#d9d9d9", linewidth=1, zorder=0, gid="furniture")
    ax.tick_params(length=3)
    page.y += 0.52
    for m, top, lines in blocks:
        colour = ACCENT if later[m.gid] else INK
        for i, (line, weight) in enumerate(lines):
            ax.text(
                first - room,
                top + 0.09 + 0.2 * i,
                line,
                size=11,
                weight=weight,
                va="center_baseline",
                gid=m.gid,
                color=colour if weight == "bold" else "#1c1c1c",
                bbox=dict(facecolor="white", edgecolor="none", pad=0.6),
            )
        y = top + 0.2 * len(lines) + 0.1
        how = dict(color=colour, linewidth=2.6, markersize=8, gid=m.gid)
        ax.plot(
            [m.low, m.high], [y, y], "-" if m.low < m.high else "D" if later[m.gid] else "o", **how
        )
        if m.low < m.high:
            ax.plot([[m.low, m.high]] * 2, [[y - 0.09], [y + 0.09]], **how)
    round_ones, diamonds = (
        "Round points and lines: the days spoken of, not of speaking. " * (not all(later.values())),
        any(later.values()),
    )
    note = (
        f"{round_ones}{'Diamonds: in print later. ' * diamonds}Source:"
        f" {report.title}{', and the source cards named' * diamonds}."
    )
    return Picture(
        page.done(note),
        marks,
        title,
        "A span of days is as wide as the words allow.",
        name,
        "Timeline",
    )


def _finding(numbers, sizes):
    """The title a chart of intervals has by itself: how many of its numbers answer the same
    question.
    """
    if len(sizes) == 1:
        return f"{numbers} numbers, one question" if numbers > 1 else "One number"
    if max(sizes) == 1:
        return f"{numbers} numbers, and no two answer the same question"
    shared = [n for n in sizes if n > 1]
    return (
        f"{shared[0]} of {numbers} numbers can be read as answers to one question"
        if len(shared) == 1
        else f"{numbers} numbers, {len(sizes)} questions"
    )


def _heading(page, facet, first):
    """The scope of one axis in words; below it what parts it from the first axis, or the reading
    that lets its rows share it.
    """
    scope = facet.scope
    text = " · ".join(
        scope[f]
        for f in ("population", "status", "place")
        if scope[f] and not (f == "status" and scope[f] in scope["population"])
    )
    page.write(text[:1].upper() + text[1:], 11.5, "bold")
    if facet.read_as:
        page.write(f"One axis, if both are read as “{facet.read_as}”.", 9.5, color=ACCENT)
    elif facet is not first:
        field = scope_diff(scope, first.scope)[0]
        page.write(
            f"An axis of its own: the {field} is not “{first.scope[field]}”.", 9.5, color=QUIET
        )
    page.y += 0.08


def axis(page, report, marks, shared=True, spare=(), below=0.0, reach=()):
    """(matplotlib Axes with one row a mark, heights of the spare rows below them). x in the marks'
    unit, y in inches, downwards.
    marks: list of rows with MARK_COLUMNS, of one unit. spare: marks for which room is kept and
    which are drawn later, by `row`. below: inches kept free under the rows; reach: values that the
    axis must hold besides. Axes that must not be compared get other lengths and other scales.
    """
    everything = [*marks, *spare]
    unit = min(max(width(word, 10) for word in everything[0].unit.split() or [""]), 1.6)
    told = (
        0 if shared else max(width(line, 9.5) for m in everything for line in m.soft.split("; "))
    )  # written at the end of its mark
    wide = min(INNER * (0.8 if shared else 0.62), INNER - unit - 0.35, INNER - told - 0.1)
    ends = [
        0.0,
        *reach,
        *(
            e
            for m in everything
            for e in (m.low, m.high, *_allowed(report, m))
            if not math.isnan(e)
        ),
    ]
    room = (max(ends) - min(ends) or 1) * (
        0.28 if any(math.isnan(m.high) or m.high < 0 for m in everything) else 0.08
    )
    ticks = MaxNLocator(4).tick_values(
        min(ends) - room * (min(ends) < 0), max(ends) + room * (max(ends) > 0 or min(ends) == 0)
    )
    *tops, y = accumulate(
        (0.2 * len(_head(page, m)) + 0.36 + 0.16 * m.soft.count("; ") for m in everything),
        initial=0.0,
    )
    y += below
    ax = page.axes(y, wide)
    ax.set_xlim(ticks[0], ticks[-1])
    ax.xaxis.set_major_locator(MaxNLocator(4))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:,g}"))
    ax.set_xlabel(
        "\n".join(page.wrap(everything[0].unit, 10, room=INNER - wide - 0.3)),
        ha="left",
        va="center",
    )
    ax.xaxis.set_label_coords(1 + 0.3 / wide, -0.165 / y)
    page.y += 0.24
    ax.per_inch = (ticks[-1] - ticks[0]) / wide
    for m, top in zip(marks, tops):
        row(page, report, ax, m, top, ACCENT if shared else INK)
    return ax, tops[len(marks) :]


def _head(page, m):
    """list of lists of (who, words): the lines above a mark."""
    who, words = m.label, quoted(m.words[0], m.where[0])
    if width(who, 11, "bold") + 0.1 + width(words, 11) <= INNER:
        return [(who, words)]
    return [
        *((w, "") for w in page.wrap(who, 11, "bold")),
        *(("", w) for w in page.wrap(words, 11)),
    ]


def _allowed(report, m):
    """(low, high) of what the words of a mark do not exclude, where they print no figure; NaN
    elsewhere.
    """
    if (
        not m.soft
        or m.gid not in report.numbers.index
        or report.numbers.loc[m.gid, ["low", "high"]].notna().any()
    ):
        return math.nan, math.nan
    widest = report.mark(m.gid, m.ids, "logical")
    return widest["low"], widest["high"]


def row(page, report, ax, m, y, colour):
    """list of artists: the label of one mark, and below it the point, closed range, open end or
    fade, from height y downwards.
    """
    before = {*ax.get_children()}
    for who, words in _head(page, m):
        x = ax.get_xlim()[0]
        for text, weight in ((who, "bold"), (words, "regular")):
            if text:
                ax.text(x, y + 0.09, text, size=11, weight=weight, va="center_baseline", gid=m.gid)
                x += (width(text, 11, weight) + 0.1) * ax.per_inch
        y += 0.2
    _sign(page, report, ax, m, y + 0.13 + 0.08 * m.soft.count("; "), colour)
    return [a for a in ax.get_children() if a not in before]


def beside_line(ax, m, y, colour, at=None):
    """A mark on one thin line at height y, with its words beside it, from `at` on in data units."""
    printed = [e for e in (m.low, m.high) if not math.isnan(e)]
    ax.plot(
        printed,
        [y] * len(printed),
        color=colour,
        linewidth=1.6,
        marker="|",
        markersize=7,
        gid=m.gid,
    )
    if len(printed) == 1:
        _arrow(
            ax,
            m,
            y,
            printed[0] + (0.4 if math.isnan(m.high) else -0.4) * ax.per_inch,
            colour,
            "head_length=0.35,head_width=0.18",
            1.6,
        )
    ax.text(
        at or printed[-1] + 0.1 * ax.per_inch,
        y,
        f"{m.label}: {m.words[0]}",
        size=9.5,
        va="center",
        gid=m.gid,
    )


def answer_mark(gid, who, answer, key, where, reading):
    """dict with MARK_COLUMNS: the range of persons that somebody answered, {"least": …, "most":
    …}; None where the answer is no such range. It is no claim of the report.
    """
    low, high = (
        (answer.get("least"), answer.get("most")) if isinstance(answer, dict) else (None, None)
    )
    if not all(isinstance(v, (int, float)) and abs(v) < 1e12 for v in (low, high)) or low > high:
        return None
    return dict(
        gid=gid,
        label=who,
        low=float(low),
        high=float(high),
        unit="persons",
        ids=(key,),
        words=(f"{low:,g} to {high:,g}",),
        where=(where,),
        who=who,
        reading=reading,
        soft="",
    )


def _arrow(ax, m, y, tip, colour, head, linewidth):
    """The open end of a mark at height y, from the end that is printed."""
    look = dict(arrowstyle=f"-|>,{head}", color=colour, linewidth=linewidth, shrinkA=0, shrinkB=0)
    ax.annotate(
        "",
        (tip, y),
        (m.low if math.isnan(m.high) else m.high, y),
        gid=f"{m.gid}:open",
        arrowprops=look,
    )


def _sign(page, report, ax, m, y, colour):
    """One mark at height y: point, closed range, open end or fade."""
    cap = dict(color=colour, linewidth=2.6, gid=m.gid)
    printed = [e for e in (m.low, m.high) if not math.isnan(e)]
    if m.soft and len(printed) == 2:
        low, high = _allowed(report, m)
        if not math.isnan(low):
            ax.add_patch(
                Rectangle(
                    (low, y - 0.06),
                    high - low,
                    0.12,
                    facecolor=colour,
                    alpha=0.22,
                    linewidth=0,
                    gid=f"{m.gid}:allowed",
                )
            )
        fade(ax, m.low, m.high, y - 0.09, y + 0.09, colour, m.gid)
        said = (
            [end for end in report.numbers.loc[m.gid, ["low", "high"]] if end in printed]
            if m.gid in report.numbers.index
            else []
        )
        ax.plot([said, said], [[y - 0.09], [y + 0.09]], **cap)
        told, x, side = m.soft.split("; "), np.nanmax([m.high, high]) + 0.08 * ax.per_inch, "left"
        if (
            max(width(line, 9.5) for line in told) * ax.per_inch
            > INNER * ax.per_inch + ax.get_xlim()[0] - x
        ):
            x, side = m.low - 0.08 * ax.per_inch, "right"
        for i, line in enumerate(told):
            ax.text(
                x,
                y + 0.16 * (i - (len(told) - 1) / 2),
                line,
                size=9.5,
                color=QUIET,
                style="italic",
                ha=side,
                va="center",
                gid=m.gid,
            )
    elif m.low == m.high:
        ax.plot(printed[:1], [y], "o", color=colour, markersize=8, gid=m.gid)
    else:
        ax.plot([printed, printed], [[y - 0.09], [y + 0.09]], **cap)
        if len(printed) == 2:
            ax.plot(printed, [y, y], **cap)
        else:
            tip = np.clip(
                printed[0] + (0.6 if math.isnan(m.high) else -0.6) * ax.per_inch, *ax.get_xlim()
            )
            _arrow(ax, m, y, tip, colour, "head_length=0.5,head_width=0.24", 2.6)


def shade(ax, colour, opacity, extent, gid, **look):
    """An image of one colour in some Axes, whose limits stay as they are. opacity: array (rows,
    columns), 0 to 1. extent: (left, right, bottom, top) in data units.
    """
    limits = ax.axis()
    pixels = np.dstack([np.broadcast_to(to_rgb(colour), (*opacity.shape, 3)), opacity])
    ax.imshow(pixels, extent=extent, aspect="auto", interpolation="bilinear", gid=gid, **look)
    ax.axis(limits)


def fade(ax, low, high, bottom, top, colour, gid):
    """A reading of words: even all along, for no value in it is likelier than another, and fading
    at ends that nobody printed. The one place where fades are drawn.
    """
    ramp = np.clip(np.minimum(np.linspace(0, 1, 240), np.linspace(1, 0, 240)) / 0.12, 0, 1)
    shade(ax, colour, 0.1 + 0.6 * ramp[None], (low, high, bottom, top), gid)


def _key(marks):
    """What the signs mean: only those that stand on the chart."""
    closed = marks["low"].notna() & marks["high"].notna() & (marks["low"] < marks["high"])
    soft = marks["soft"] != ""
    signs = [
        ("Dot: one number is printed.", (marks["low"] == marks["high"]).any()),
        ("Line with two caps: both ends are printed.", (closed & ~soft).any()),
        (
            "Arrow: only the capped end is printed; its length means nothing.",
            (marks["low"].isna() | marks["high"].isna()).any(),
        ),
        (
            (
                "Fade: words without exact ends, and our reading of them; pale band: what they do"
                " not exclude."
            ),
            (closed & soft).any(),
        ),
    ]
    return " ".join(text for text, there in signs if there)
