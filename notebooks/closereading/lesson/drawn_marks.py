"""What can be seen in a learner's Axes of matplotlib: lines, arrows, bars, words. What lies outside
of them, has the colour of the paper or no width is not seen.
"""

from numbers import Real

import matplotlib
import matplotlib.category
import numpy as np


def no_places(axes):
    """bool: whether something is drawn at a text, or at None, where a number is wanted."""
    arrows = [text for text in axes.texts if _is_arrow(text)]
    places = [place for text in arrows for place in (*text.xy, *text.xyann)]
    named = isinstance(axes.xaxis.units, matplotlib.category.UnitData)
    return named or not all(isinstance(place, Real) for place in places)


def _is_arrow(text):
    return getattr(text, "arrowprops", None) is not None


def drawn(axes):
    """dict of lists, in data units along x: what can be seen in some matplotlib Axes. bars: far
    ends; spans: (low, high); arrows: (tail, tip); texts. outside: True where a line or an arrow
    reaches out of the Axes, so that an end of it cannot be seen.
    """
    if not axes.get_visible():
        return dict.fromkeys(("bars", "arrows", "spans", "texts", "words", "outside"), [])
    spans = [(float(np.min(p[:, 0])), float(np.max(p[:, 0]))) for p in _lines(axes)]
    arrows = list(_arrows(axes))
    inside = _inside(axes)
    return {
        "bars": _bars(axes),
        "arrows": [arrow for arrow in arrows if all(map(inside, arrow)) and _is_long(arrow, axes)],
        "spans": [span for span in spans if all(map(inside, span))],
        "texts": _texts(axes),
        "words": _words_of(axes),
        "outside": [one for one in [*arrows, *spans] if not all(map(inside, one))],
    }


def _inside(axes):
    """Function that says of a place along x whether the Axes reach so far."""
    left, right = sorted(axes.get_xlim())
    return lambda x: left - 1e-6 * abs(left) <= x <= right + 1e-6 * abs(right)


def _is_long(arrow, axes):
    """Whether an arrow is so long that one can see where it points."""
    left, right = axes.get_xlim()
    return abs(arrow[1] - arrow[0]) > 0.02 * abs(right - left)


def _is_in_view(heights, axes):
    """Whether all of some places along y are inside the Axes."""
    low, high = sorted(axes.get_ylim())
    return all(low <= height <= high for height in heights)


def _is_seen(artist):
    """Whether an artist is drawn so that it can be seen."""
    alpha = artist.get_alpha()
    return artist.get_visible() and (alpha is None or alpha > 0.05) and _has_ink(artist)


def _has_ink(artist):
    """Whether the lines of an artist have a width, and another colour than the paper."""
    width = getattr(artist, "get_linewidth", lambda: 1)()
    if np.max(np.atleast_1d(width), initial=0) <= 0:
        return False
    of = getattr(artist, "get_edgecolor", None) or artist.get_color
    inks = matplotlib.colors.to_rgba_array(of())
    paper = np.array(matplotlib.colors.to_rgb(artist.axes.get_facecolor() if artist.axes else "w"))
    return any(ink[3] > 0.05 and np.max(np.abs(ink[:3] - paper)) > 0.1 for ink in inks)


def _bars(axes):
    bars = [p for p in axes.patches if isinstance(p, matplotlib.patches.Rectangle)]
    return [bar.get_x() + bar.get_width() for bar in bars]


def _lines(axes):
    """list of arrays of points: every line, alone or in a collection."""
    lines = [line.get_xydata() for line in axes.lines if _is_seen(line)]
    for group in axes.collections:
        if isinstance(group, matplotlib.collections.LineCollection) and _is_seen(group):
            lines += group.get_segments()
    return [points for points in lines if len(points) and _is_in_view(points[:, 1], axes)]


def _arrows(axes):
    """Generator of (tail, tip), of arrows that were made by annotate, arrow or a patch. An arrow
    with two heads points nowhere.
    """
    for patch in filter(_is_seen, axes.patches):
        yield from _of_patch(patch)
    for text in filter(_is_arrow, axes.texts):
        if _is_seen(text.arrow_patch) and _is_in_view((text.xy[1], text.xyann[1]), axes):
            yield from _of_annotation(text)


def _of_annotation(text):
    """Generator of (tail, tip) of what annotate has drawn."""
    style = str(text.arrowprops.get("arrowstyle", "->"))
    tail = float(text.xyann[0])
    tip = float(text.xy[0])
    if ("<" in style) != (">" in style):
        yield (tip, tail) if "<" in style else (tail, tip)


def _of_patch(patch):
    """Generator of (tail, tip) of a patch that is an arrow; matplotlib has no public names."""
    if isinstance(patch, matplotlib.patches.FancyArrow):
        yield float(patch._x), float(patch._x + patch._dx)
    elif isinstance(patch, matplotlib.patches.FancyArrowPatch) and patch._posA_posB:
        yield tuple(float(end[0]) for end in patch._posA_posB)


def _words_of(axes):
    """list of str: what was written over, beside and into some Axes, where it can be read."""
    titles = [axes.title, axes._left_title, axes._right_title]
    labels = [axes.xaxis.label, axes.yaxis.label]
    words = [*titles, *labels, *axes.texts]
    return [word.get_text() for word in words if word.get_text() and _can_be_read(word)]


def _can_be_read(word):
    ink = matplotlib.colors.to_rgb(word.get_color())
    pale = all(part > 0.95 for part in ink)
    return word.get_visible() and not pale and (word.get_alpha() or 1) > 0.05


def _texts(axes):
    ticks = [*axes.get_yticklabels(), *axes.get_xticklabels()]
    return [*_words_of(axes), *(tick.get_text() for tick in ticks)]
