"""Picture: a figure whose every mark opens to the words it came from; unexplained: what a picture
shows without such words.
"""

import base64
import io
import math
import re
from collections import Counter
from functools import cache
from itertools import islice

import matplotlib.text
import numpy as np
import pandas as pd
from markupsafe import Markup
from matplotlib import collections, font_manager, image, lines, patches
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from ..data import tables
from ..data.report import NO_TOPIC
from ..show.tables import box, html_table, no_formula
from .style import our_style

LISTED = (
    20  # so many of a class's answers stand behind a mark; the mark says how many more there are
)
INK, ACCENT, QUIET = "#3a4656", "#a34a00", "#4f4f4f"


class Picture:
    """figure: matplotlib Figure, or None where there is nothing to draw. marks: DataFrame as
    Report.marks gives it, one row a mark.
    title: the finding. says: one sentence or two below the picture. name: its file in figures/,
    without ending. kind: "Bar chart" … axis: "x" or "y", the axis that carries the values; or
    "table": one square is one claim, its column and row say whose and on what, and gid
    "<mark>:empty" is the text of an empty cell. reading: the reading of words that was drawn.
    again: function (report, mark) -> dict with MARK_COLUMNS, for marks that are not rows of
    .numbers or .claims; None for a mark that Report.mark makes. Each artist in an Axes has the gid
    of its mark, "<mark>:open" for the arrow of an open end, "<mark>:allowed" for the band of what
    its words do not exclude, or "furniture". spot: function (report, mark, role, artist) ->
    complaints about an artist on an Axes labelled "map", whose coordinates are no values; what
    stands on such a picture beside a mark is its label.
    """

    dpi = 200

    def __init__(
        self,
        figure,
        marks,
        title,
        says,
        name="",
        kind="Chart",
        axis="x",
        reading="printed",
        again=None,
        spot=None,
    ):
        self.figure, self.marks, self.title, self.says, self.name = figure, marks, title, says, name
        self.kind, self.axis, self.reading, self.again, self.spot = kind, axis, reading, again, spot
        if figure is not None and (lost := boxes(figure)):
            self.says += (
                " No font that comes with the lessons has"
                f" {', '.join(lost[:6])}{' and other letters' * (len(lost) > 6)}: they show as"
                " boxes; the words below have them."
            )

    @property
    def alt(self):
        """str: kind, axes with their ranges, number of marks, the finding."""
        if self.figure is None:
            return self.says
        spans = []
        for ax in (a for a in self.figure.axes if a.get_label() != "map"):
            if self.axis == "table":
                spans.append(
                    " by ".join(
                        ", ".join(" ".join(text.split()) for _, text in _ticks(side))
                        for side in (ax.xaxis, ax.yaxis)
                    )
                )
                continue
            (low, high), label = (
                (ax.spines["bottom"].get_bounds() or ax.get_xlim(), ax.get_xlabel())
                if self.axis == "x"
                else (ax.get_ylim(), ax.get_ylabel())
            )
            first, last = (
                _told(round(v), "day") if (self.marks["unit"] == "day").all() else f"{v:,.0f}"
                for v in (low, high)
            )
            spans.append(f"{' '.join(label.split()) or 'value'} from {first} to {last}")
        return f"{self.kind}, {len(self.marks)} marks; {'; '.join(spans)}. {self.title}"

    @our_style()
    def png(self):
        """bytes of a PNG of `dpi` dots to the inch, 256 colours and no metadata: small, and the
        same on every run.
        """
        figure, out, before = self.figure, io.BytesIO(), self.figure.dpi
        figure.set_dpi(self.dpi)
        FigureCanvasAgg(figure).draw()  # savefig draws everything twice
        _pixels(figure.canvas).quantize(256, Image.Quantize.FASTOCTREE, dither=0).save(
            out, "PNG", optimize=True
        )
        figure.set_dpi(before)
        return out.getvalue()

    def html(self):
        """Markup: the picture with its text alternative and caption, and under it the words behind
        its marks.
        """
        if self.figure is None:
            return Markup("<p>{}</p>").format(self.says)
        # no <figure>: its margins, which an untrusted notebook keeps, would leave a phone half the
        # width
        return Markup(
            '<div data-name="{}"><img alt="{}" width="{}" src="data:image/png;base64,{}"><p'
            ' class="cr-still-only">{}</p></div>{}'
        ).format(
            self.name,
            self.alt,
            round(self.figure.get_figwidth() * 115),
            base64.b64encode(self.png()).decode(),
            self.says,
            self.words(),
        )

    def words(self):
        """Markup: <details> with one row for every row of the report behind every mark: who, the
        exact words and where, how we read them.
        Three columns, so that a phone can show them.
        """
        rows = [
            {
                "Mark, and who says so": (
                    m.label if m.label.startswith(m.who) else f"{m.label}: {m.who}"
                ),
                "Exact words": f"{quoted(words, where)} ({key}, {where})",
                "How we read it": f"{ends(m.low, m.high, m.unit)}; {m.reading}",
            }
            for m in self.marks.itertuples()
            for key, words, where in islice(
                zip(m.ids, m.words, m.where), LISTED if m.unit == "answers" else None
            )
        ]
        if not rows:
            return Markup("")
        kind = (
            "claims"
            if all("paragraph" in where for places in self.marks["where"] for where in places)
            else "rows"
        )
        more = f" ({len(rows)} {kind})" if len(rows) > len(self.marks) else ""
        return box(
            f"The words behind these {len(self.marks)} marks{more}",
            html_table(pd.DataFrame(rows), "Every mark with the words it came from"),
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": no_formula(self.html()), "text/plain": self.alt}

    def __repr__(self):
        return self.alt


@cache
def _letters():
    return set().union(
        *(
            font_manager.get_font(font_manager.findfont(name)).get_charmap()
            for name in matplotlib.rcParams["font.family"]
        )
    )


@our_style()
def boxes(figure):
    """list of str: the letters on a figure that none of its fonts can draw, in the order of their
    codes.
    """
    return sorted(
        c
        for c in {*"".join(t.get_text() for t in figure.findobj(matplotlib.text.Text))}
        if c.isprintable() and ord(c) not in _letters()
    )


class Layers:
    """A picture in two layers, for sliders: what stands still is drawn once, what moves is drawn
    anew for each state.
    still: function (state) -> Figure. moving: function (figure, state) -> (list of artists it
    added, Picture of the whole). fixed: the keys of the state on which the still layer depends.
    `picture` and `frame` show the same pixels: the moving artists always lie above the still ones.
    """

    def __init__(self, still, moving, fixed=(), dpi=115):
        self.still, self.moving, self.fixed, self.dpi, self._drawn_for = (
            still,
            moving,
            fixed,
            dpi,
            None,
        )

    @our_style()
    def picture(self, state):
        """Picture of one state, drawn whole: for the page, the file and the tests."""
        figure = self.still(state)
        FigureCanvasAgg(figure)
        self._above(figure, state)
        return self._last

    @our_style()
    def frame(self, state):
        """(bytes of a lossless WebP, Picture with its marks, says and alt) of one state; only the
        moving layer is drawn.
        """
        if self._drawn_for != [state[key] for key in self.fixed]:
            self._drawn_for, self._figure = [state[key] for key in self.fixed], self.still(state)
            self._figure.set_dpi(self.dpi)
            FigureCanvasAgg(self._figure).draw()
            self._ground = self._figure.canvas.copy_from_bbox(self._figure.bbox)
        canvas = self._figure.canvas
        canvas.restore_region(self._ground)
        for artist in self._above(self._figure, state):
            artist.axes.draw_artist(artist)
            artist.remove()
        out = io.BytesIO()
        _pixels(canvas).save(out, "WEBP", lossless=True, method=0, quality=0)
        return out.getvalue(), self._last

    def _above(self, figure, state):
        artists, self._last = self.moving(figure, state)
        for artist in artists:
            artist.set_zorder(100 + artist.get_zorder() / 100)
        return sorted(artists, key=lambda a: a.get_zorder())


def _pixels(canvas):
    """Image of what a canvas shows."""
    return Image.frombuffer(
        "RGBA", canvas.get_width_height(), canvas.buffer_rgba(), "raw", "RGBA", 0, 1
    ).convert("RGB")


def quoted(words, where):
    """str: the words in quotation marks, or bare where they are ours, as `where` then says."""
    return words if "in our words" in where else f"“{words}”"


def ends(low, high, unit=""):
    """str: both ends in words; an end that is not printed is called open."""
    first, last = _told(low, unit), _told(high, unit)
    said = {
        (False, False): first if low == high else f"{first} to {last}",
        (False, True): f"{first} and above, upper end open",
        (True, False): f"{last} and below, lower end open",
        (True, True): "no figure",
    }[math.isnan(low), math.isnan(high)]
    return f"{said} ({unit})" if unit and unit != "day" else said


def _told(value, unit=""):
    """str: a number, or the day that a number of days since 1970 stands for (with its hour, where
    it is not midnight).
    """
    if unit != "day" or math.isnan(value):
        return f"{value:,g}"
    when = pd.Timestamp(value, unit="D")
    return tables.day(when) + (f", {when:%H:%M}" if value % 1 else "")


@our_style()
def opens(ax, marks, title, says, name="", of=None):
    """Picture made of a learner's own bar chart, drawn with pandas or pyplot: each bar gets the
    mark whose label stands at its tick.
    ax: matplotlib Axes with bars. marks: DataFrame as Report.marks gives it. of: dict {label at a
    tick: gid of its mark}, where the labels are the learner's own and stay as they are. Bars that
    no mark explains stay so: see `unexplained`.
    """
    bars = [p for p in ax.patches if isinstance(p, patches.Rectangle)]
    axis = "x" if len({p.get_x() for p in bars}) == 1 else "y"
    ticks = ax.yaxis if axis == "x" else ax.xaxis
    labels = {
        round(t, 6): label.get_text()
        for t, label in zip(ticks.get_majorticklocs(), ticks.get_majorticklabels())
    }
    by_gid = {m.gid: m for m in marks.itertuples()}
    gids = (
        {label: by_gid.get(gid) for label, gid in of.items()}
        if of
        else {m.label: m for m in by_gid.values()}
    )
    for bar in bars:
        place = bar.get_center()[1 if axis == "x" else 0]
        mark = gids.get(labels.get(round(place, 6)))
        if mark is None:
            continue
        bar.set_gid(mark.gid)
        if not of:
            spot = (
                dict(xy=(0, place), xytext=(-6, 0), ha="right", va="center")
                if axis == "x"
                else dict(xy=(place, 0), xytext=(0, -6), ha="right", va="top", rotation=45)
            )
            ax.annotate(
                f"{mark.label} · {mark.high:g}",
                textcoords="offset points",
                fontsize=9.5,
                gid=mark.gid,
                **spot,
            )
    ax.set_title(title)
    if not of:
        ticks.set_ticks([])
        ax.set(**{"xlabel": "", "ylabel": "", f"{axis}label": "claims"})
    figure = ax.figure
    if "matplotlib.pyplot" in __import__("sys").modules:
        matplotlib.pyplot.close(figure)
    figure.set_layout_engine("tight")
    return Picture(figure, marks, title, says, name, "Bar chart", axis)


@our_style()
def unexplained(picture, report):
    """list of str: everything the picture shows that its marks, or the report, do not say. Empty
    is what we want.
    Looks at lines, collections, patches, images and texts of each Axes. Every mark is computed
    again from the report.
    """
    if picture.figure is None:
        return [] if picture.marks.empty else [f"{len(picture.marks)} marks and no figure"]
    found, rows, table, along = (
        [],
        {m.gid: m for m in picture.marks.itertuples()},
        picture.axis == "table",
        0 if picture.axis == "x" else 1,
    )
    drawn = {
        gid: {"ends": [], "open": [], "allowed": [], "text": [], "bar": False, "map": False}
        for gid in rows
    }
    for ax, artist, gid, role in _artists(picture):
        if gid == "furniture" or table and role == "empty":
            continue
        if gid not in rows:
            found.append(
                f"{type(artist).__name__} with gid {artist.get_gid()!r}: no mark explains it"
            )
        elif ax.get_label() == "map":
            found += [f"{gid}: {c}" for c in picture.spot(report, rows[gid], role, artist)]
            drawn[gid]["map"] |= isinstance(artist, lines.Line2D) and len(artist.get_xdata()) > 1
        elif role == "open":
            drawn[gid]["open"] += [artist.xy[along]]
        elif isinstance(artist, matplotlib.text.Text):
            drawn[gid]["text"].append(artist.get_text())
        else:
            drawn[gid]["bar"] |= role != "allowed" and isinstance(artist, patches.Rectangle)
            try:
                drawn[gid][role if role == "allowed" else "ends"] += _values(artist, along)
            except TypeError as e:
                found.append(f"{gid}: {e}")
    found += _misplaced(picture, rows, report) if table else []
    for gid, mark in rows.items():
        wrong = [
            *(_complaints(mark, drawn[gid], picture.spot) if not table else ()),
            *_differences(mark, report, picture),
        ]
        widest, allowed = (
            report.mark(gid, mark.ids, "logical") if drawn[gid]["allowed"] else {},
            {*drawn[gid]["allowed"]},
        )
        if allowed and allowed != {widest["low"], widest["high"]}:
            wrong.append(
                f"a band drawn for {sorted(allowed)}; its words allow"
                f" {ends(widest['low'], widest['high'])}"
            )
        if picture.spot and not drawn[gid]["map"]:
            wrong += picture.spot(report, mark, "", None)
        found += [f"{gid}: {c}" for c in wrong]
    return found


def _artists(picture):
    """(Axes, artist, gid of its mark, role) of everything on a picture."""
    known = set(picture.marks["gid"])  # a gid may hold a colon of its own: a speaker's name does
    for ax in picture.figure.axes:
        for artist in [*ax.lines, *ax.collections, *ax.patches, *ax.images, *ax.texts]:
            gid, _, role = (
                whole.rpartition(":")
                if ":" in (whole := artist.get_gid() or "") and whole not in known
                else (whole, "", "")
            )
            yield ax, artist, gid, role


def _ticks(side):
    """list of (place, text) of an axis: in a table the heads of its columns or rows."""
    return list(zip(side.get_ticklocs(), (label.get_text() for label in side.get_ticklabels())))


def _bare(text):
    return "".join(text.split())


def _misplaced(picture, rows, report):
    """Complaints about a table of squares, read back from its own heads: each claim of the report
    has a square and its paragraph in its cell, and a cell without claims is called empty, once.
    """
    heads = {ax: [_ticks(ax.xaxis), _ticks(ax.yaxis)] for ax in picture.figure.axes}
    cells = {
        _bare(f"{x},{y}")
        for columns, topics in heads.values()
        for _, x in columns
        for _, y in topics
    }
    claims = [
        (
            _bare(f"{c.account_name},{c.topic or NO_TOPIC}"),
            f"{c.account} / {c.topic}",
            str(c.paragraph),
        )
        for c in report.claims.itertuples()
    ]
    wanted = Counter(
        (place, gid, what)
        for place, gid, paragraph in claims
        if place in cells
        for what in ("a square", f"a {paragraph}")
    )
    wanted.update(
        (cell, cell, "a word of its emptiness") for cell in cells - {place for place, *_ in wanted}
    )
    seen = Counter()
    for ax, artist, gid, role in _artists(picture):
        if gid not in rows and role != "empty":
            continue
        square, text = (
            isinstance(artist, patches.Rectangle),
            isinstance(artist, matplotlib.text.Text),
        )
        point = artist.get_center() if square else artist.get_position() if text else (0, 0)
        place = _bare(
            ",".join(
                min(head, key=lambda h: abs(h[0] - at))[1] for head, at in zip(heads[ax], point)
            )
        )
        what = (
            "a square"
            if square
            else f"a {artist.get_text()}"
            if text
            else f"a {type(artist).__name__}"
        )
        seen[
            (place, place, "a word of its emptiness") if role == "empty" else (place, gid, what)
        ] += 1
    for place, gid, what in seen - wanted:
        yield f"{gid}: {what} drawn in the cell {place}; the report has none there"
    for place, gid, what in wanted - seen:
        yield f"{gid}: {what} is missing in the cell {place}"


def _values(artist, axis):
    """list of float: the coordinates of an artist on the value axis (0 for x, 1 for y)."""
    points = {
        lines.Line2D: lambda: artist.get_xydata(),
        collections.LineCollection: lambda: [p for s in artist.get_segments() for p in s],
        collections.PathCollection: lambda: artist.get_offsets(),
        image.AxesImage: lambda: np.reshape(artist.get_extent(), (2, 2)).T,
        patches.Rectangle: lambda: artist.get_bbox().get_points(),
    }
    found = next((of() for kind, of in points.items() if isinstance(artist, kind)), None)
    if found is None:
        raise TypeError(f"a {type(artist).__name__}, whose ends cannot be checked")
    values = np.reshape(np.asarray(found, float), (-1, 2))[:, axis].tolist()
    return (
        values[1:] if isinstance(artist, patches.Rectangle) and values[0] == 0 else values
    )  # of a bar from nought its end counts


def _complaints(mark, drawn, measured=None):
    """What is drawn against what the mark says."""
    wanted = {e for e in (mark.low, mark.high) if not math.isnan(e)}
    near = lambda x, ends: any(math.isclose(x, e, rel_tol=1e-9) for e in ends)
    stray = sorted({x for x in drawn["ends"] if not near(x, wanted)})
    if stray:
        yield (
            f"drawn at {', '.join(_told(x, mark.unit) for x in stray)}; the mark says"
            f" {ends(mark.low, mark.high, mark.unit if mark.unit == 'day' else '')}"
        )
    for end in wanted:
        if not near(end, drawn["ends"]):
            yield f"its end {_told(end, mark.unit)} is not drawn"
    if drawn["bar"] and (mark.low != mark.high or mark.low != len(mark.ids)):
        rows = f" and {len(mark.ids)} rows" if len(mark.ids) > 1 else ""
        yield f"a bar from zero, for {ends(mark.low, mark.high)}{rows}; only a count is a bar"
    up, down = [x > mark.low for x in drawn["open"]], [x < mark.high for x in drawn["open"]]
    if (
        math.isnan(mark.high)
        and wanted
        and not (up and all(up))
        or math.isnan(mark.low)
        and wanted
        and not (down and all(down))
    ):
        yield "an open end without its arrow"
    if drawn["open"] and not (math.isnan(mark.low) or math.isnan(mark.high)):
        yield "an arrow, though both ends are printed"
    label, name, count = (
        " ".join(" ".join(drawn["text"]).split()),
        mark.label if measured else mark.who,
        mark.unit in ("claims", "answers") and drawn["bar"],
    )
    if _bare(name) not in _bare(label):  # a word wider than a line is broken
        yield f"no label says {name if measured else f'“{name}”'}"
    holds = (
        re.search(rf"(?<!\d){mark.low:g}(?!\d)", label)
        if count
        else all(_bare(w) in _bare(label) for w in mark.words)
    )
    if not measured and not holds:
        yield f"no label says {mark.low:g}" if count else "no label holds its words"


def _differences(mark, report, picture):
    """The mark against the same mark computed anew from the report."""
    try:
        again = (
            picture.again
            and picture.again(report, mark)
            or report.mark(mark.gid, mark.ids, picture.reading)
        )
    except KeyError as e:
        yield f"the report holds no {e.args[0]} any more, or with another speaker"
        return
    for column, value in again.items():
        mine = getattr(mark, column)
        if mine != value and not (
            isinstance(value, float) and math.isnan(value) and math.isnan(mine)
        ):
            yield f"{column} is {mine!r}; the report says {value!r}"
