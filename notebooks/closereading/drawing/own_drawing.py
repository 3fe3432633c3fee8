"""A learner's own drawing, made with pandas or pyplot: which of its artists shows which mark."""

import sys
from collections import Counter

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text

from ..marks import Role
from ..reading.text import Problem
from . import scale
from .elements import elements
from .sheet import Sheet, Values, drawn_in
from .style import our_style

SMALL = 9.5


@our_style()
def explained(ax, marks, title, says, name="", of=None):
    """Sheet of some Axes that a learner drew: bars, lines, points, hlines, arrows and texts get the
    mark at whose place they stand. What stands at no mark's place stays unexplained.

    ax: matplotlib Axes. marks: list of Mark, as Report.marks gives it. A mark's place is the tick
    that carries its label, its speaker, its words or its id. of: dict {label at a tick, or the
    place itself as a number: id of a mark}, where the labels are the learner's own and stay as they
    are. Raises Problem where ax is something else.
    """
    if not isinstance(ax, Axes):
        found = type(ax).__name__
        raise Problem(
            f"This is a {found}; opens() wants the axes that you drew on, as plt.subplots() or"
            " .plot() gives them."
        )
    if ax.name == "polar":
        raise Problem(
            "These axes are round; marks stand on straight ones, as plt.subplots() gives them."
        )
    sheet = Sheet(ax.figure, marks, title, says, name, "Bar chart" if _bars(ax) else "Chart")
    known = _by_name(marks, of)
    across = _category_axis(ax, known)
    places = _places(ax, across, known)
    sheet.meaning[ax] = Values("x" if across == "y" else "y", _of_days(marks))
    for artist in drawn_in(ax):
        _enter(sheet, ax, artist, places, "xy".index(across))
    ends = [end for mark in marks for end in mark.printed]
    scale.tell_plainly(getattr(ax, f"{sheet.means(ax).along}axis"), ends)
    ax.set_title(title, wrap=True)
    if of is None:
        _write_labels(sheet, ax, across, places)
    else:
        _enter_ticks(sheet, ax, across, known)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(ax.figure)
    ax.figure.set_layout_engine("tight")
    return sheet


def _of_days(marks):
    """str: "day" where all marks are days, else blank."""
    return "day" if {mark.unit for mark in marks} == {"day"} else ""


def _bars(ax):
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def _by_name(marks, of):
    """dict: what may stand at a tick, or a number along the axis -> its mark. A name that two marks
    have is nobody's.
    """
    if of is not None:
        by_id = {mark.row.id: mark for mark in marks}
        return {place: by_id[key] for place, key in of.items() if key in by_id}
    names = [
        (name, mark)
        for mark in marks
        for name in dict.fromkeys([mark.label, mark.who, str(mark.row), *mark.words])
    ]
    often = Counter(name for name, _ in names)
    return {name: mark for name, mark in names if often[name] == 1}


def _labels(side):
    """list of (place, text) of the ticks of one axis."""
    texts = (label.get_text() for label in side.get_majorticklabels())
    return list(zip(side.get_majorticklocs(), texts))


def _category_axis(ax, known):
    """ "y" or "x": the axis along which the marks stand. It carries their names; where none does,
    bars say it by where they begin.
    """
    named = {
        side: sum(text in known for _, text in _labels(getattr(ax, f"{side}axis"))) for side in "yx"
    }
    if named["x"] != named["y"]:
        return max(named, key=named.get)
    bars = _bars(ax)
    return "x" if bars and len({bar.get_x() for bar in bars}) > 1 else "y"


def _places(ax, across, known):
    """list of (place on the axis, Mark)."""
    ticks = [
        (at, known[text]) for at, text in _labels(getattr(ax, f"{across}axis")) if text in known
    ]
    numbers = [(at, mark) for at, mark in known.items() if isinstance(at, (int, float))]
    return [*ticks, *numbers]


def _enter(sheet, ax, artist, places, across):
    """Enters an artist in the sheet, if each of its points stands at the place of a mark. across: 0
    or 1, the coordinate along which the marks stand.
    """
    try:
        parts = elements(artist)
    except TypeError:
        return
    if not parts or not _in_data_units(artist, ax):
        return
    found = [_at(np.mean(points[:, across]), places) for points in parts]
    if None in found:
        return
    one_for_all = len({mark.row for mark in found}) == 1
    for role in _roles(artist):
        sheet.shows(artist, found[0] if one_for_all else found, role)


def _in_data_units(artist, ax):
    """bool: whether the coordinates of an artist are those of its axes; a line across all of them
    stands at no mark's place.
    """
    if isinstance(artist, Annotation):
        return artist.xycoords == "data"
    if isinstance(artist, PathCollection):
        return artist.get_offset_transform() == ax.transData
    if isinstance(artist, Rectangle):
        return artist.get_data_transform() == ax.transData
    return artist.get_transform() == ax.transData


def _at(point, places):
    """Mark whose place is nearest to a point, or None where that is too far away to be meant."""
    if not places:
        return None
    ordered = sorted(place for place, _ in places)
    apart = min((b - a for a, b in zip(ordered, ordered[1:]) if b > a), default=1)
    place, mark = min(places, key=lambda known: abs(known[0] - point))
    return mark if abs(place - point) < 0.45 * apart else None


def _roles(artist):
    """list of Role: what an artist of a learner's can be."""
    if not isinstance(artist, Text):
        return [Role.VALUE]
    arrow = isinstance(artist, Annotation) and artist.arrowprops is not None
    return [Role.OPEN_END] * arrow + [Role.LABEL] * bool(artist.get_text())


def _write_labels(sheet, ax, across, places):
    """Beside each mark its name and its number or words, in place of the labels at the ticks."""
    for place, mark in places:
        if across == "y":
            spot = dict(xy=(0, place), xycoords=("axes fraction", "data"), xytext=(-6, 0))
            spot |= dict(ha="right", va="center")
        else:
            spot = dict(xy=(place, 0), xycoords=("data", "axes fraction"), xytext=(0, -6))
            spot |= dict(ha="right", va="top", rotation=45)
        text = ax.annotate(_says(mark), textcoords="offset points", fontsize=SMALL, **spot)
        sheet.shows(text, mark, Role.LABEL)
    getattr(ax, f"{across}axis").set_ticks([])
    ax.set(xlabel="", ylabel="")
    units = {mark.unit for _, mark in places} - {"day"}
    ax.set(**{f"{sheet.means(ax).along}label": ", ".join(sorted(units))})


def _enter_ticks(sheet, ax, across, known):
    """The learner's own labels at the ticks open to the marks that stand there."""
    side = getattr(ax, f"{across}axis")
    for text in side.get_majorticklabels():
        if text.get_text() in known:
            sheet.shows_at_tick(ax, text, [known[text.get_text()]])


def _says(mark):
    """str: the label of a mark: its name with the count, or with the words."""
    if mark.beside:
        return f"{mark.label} · {mark.high:g}"
    return "\n".join([mark.label, *dict.fromkeys(e.quoted() for e in mark.evidence)])
