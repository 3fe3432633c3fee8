"""Rules for one mark: functions (Look) -> Complaints."""

import math
from collections import Counter

from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from ..drawing.complaint import Complaint
from ..drawing.end_names import ends, told
from ..drawing.sheet import Values
from ..marks import Role, number_mark
from ..reading.accounts import NO_SOURCE
from .look import says


def drawn_at_its_ends(look):
    """Ends that are drawn where the mark has none, or not drawn."""
    if look.in_a_table or look.in_words or look.is_a_place:
        return
    mark = look.mark
    drawn = {
        x for artist, values in look.values(Role.VALUE) for x in _ends_of(mark, artist, values)
    }
    yield from _strays(mark, drawn)
    for end in dict.fromkeys(mark.printed):
        if not _near(end, drawn):
            shown = told(end, mark.unit)
            yield Complaint(f"its end {shown} is not drawn", why="end", values=(shown,))


def _strays(mark, drawn):
    """Values that are drawn and are no end of the mark, in one complaint."""
    stray = sorted(x for x in drawn if not _near(x, mark.printed))
    if stray:
        where = ", ".join(told(x, mark.unit) for x in stray)
        says = ends(mark.low, mark.high, "day" if mark.unit == "day" else "")
        yield Complaint(
            f"drawn at {where}; the mark says {says}", why="elsewhere", values=(where, says)
        )


def _ends_of(mark, artist, values):
    """The values at which an artist ends: of a bar from nought the other end."""
    return values[1:] if _from_nought(mark, artist, values) else values


def _from_nought(mark, artist, values):
    """bool: whether an artist is a bar, or the stem of a point, that begins at nought where its
    mark does not.
    """
    long = isinstance(artist, (Rectangle, LineCollection)) and len(values) == 2
    return long and values[0] == 0 != mark.low


def _near(x, others):
    return any(math.isclose(x, other, rel_tol=1e-9) for other in others)


def only_a_count_is_a_bar(look):
    """A bar from nought for anything that was not counted row by row."""
    mark = look.mark
    if look.in_a_table or not any(_from_nought(mark, *drawn) for drawn in look.values(Role.VALUE)):
        return
    if mark.low != mark.high or mark.low != len(mark.evidence):
        rows = f" and {len(mark.evidence)} rows" if len(mark.evidence) > 1 else ""
        says = ends(mark.low, mark.high)
        bar = f"a bar from zero, for {says}{rows}; only a count is a bar"
        yield Complaint(bar, why="bar", values=(says,))


def inside_its_axis(look):
    """A value, or the tip of an arrow, outside the limits of its Axes, where nobody sees it."""
    for ax, artist, role, points in look.drawn:
        means = look.sheet.means(ax)
        if role in (Role.VALUE, Role.OPEN_END) and isinstance(means, Values):
            low, high = sorted(getattr(ax, f"get_{means.along}lim")())
            slack = 1e-6 * (high - low)
            if any(not low - slack <= v <= high + slack for v in means.of(points)):
                yield Complaint("drawn outside its axis, where nobody sees it")


def an_open_end_has_its_arrow(look):
    """An open end whose arrow is missing or points the other way; an arrow at a closed range."""
    if look.in_words:
        return
    mark = look.mark
    tips = [tip for _, values in look.values(Role.OPEN_END) for tip in values]
    if len(mark.printed) == 2 and tips:
        yield Complaint("an arrow, though both ends are printed")
    if len(mark.printed) == 1 and not (tips and all(_points_away(mark, tip) for tip in tips)):
        yield Complaint("an open end without its arrow", why="arrow")


def _points_away(mark, tip):
    """bool: whether an arrow leaves the printed end towards the open one."""
    return tip > mark.low if math.isnan(mark.high) else tip < mark.high


def the_label_says_who_and_what(look):
    """A label that lacks the speaker, or the words or number beside the mark."""
    if look.in_a_table or look.is_named_below:
        return
    label = " ".join(" ".join(look.texts()).split())
    mark = look.mark
    yield from (_lacking(piece) for piece in mark.beside if not says(label, piece))
    if mark.beside:
        return
    if not says(label, mark.who):
        yield _lacking(mark.who)
    if not all(says(label, words) for words in mark.words):
        yield Complaint("no label holds its words", why="words")


def _lacking(piece):
    """Complaint: a piece that stands on no label: a number, or who says it."""
    if piece.isdigit():
        return Complaint(f"no label says {piece}", why="number", values=(piece,))
    why = "no source" if piece == NO_SOURCE else "who"
    return Complaint(f"no label says “{piece}”", why=why, values=(piece,))


def the_rows_cited_are_its_own(look):
    """Paragraphs written in squares that are not those of the claims behind the mark."""
    cited = Counter(a.get_text() for _, a, role, _ in look.drawn if role is Role.CITED)
    if look.in_a_table or not cited:
        return
    claims = look.report.claims
    keys = [key for key in look.mark.ids if key in claims.index]
    own = Counter(str(p) for p in claims.loc[keys, "paragraph"])
    for paragraph in {**(cited - own), **(own - cited)}:
        times = f"{cited[paragraph]} times, not {own[paragraph]}"
        yield Complaint(f"paragraph {paragraph} is cited {times}")


def a_band_is_what_the_words_allow(look):
    """A pale band that is wider or narrower than what the words do not exclude."""
    drawn = {v for _, values in look.values(Role.ALLOWED) for v in values}
    if not drawn:
        return
    widest = number_mark(look.report, look.mark.row.id, "logical")
    if drawn != {widest.low, widest.high}:
        allowed = ends(widest.low, widest.high)
        yield Complaint(f"a band drawn for {sorted(drawn)}; its words allow {allowed}")


def the_report_still_says_so(look):
    """The mark against the same mark made anew from the report."""
    try:
        anew = look.mark.again(look.report)
    except KeyError as e:
        lost = f"the report holds no {e.args[0]} any more, or with another speaker"
        yield Complaint(lost)
        return
    for name, (mine, now) in look.mark.differences(anew).items():
        yield Complaint(f"{name} is {mine!r}; the report says {now!r}")
