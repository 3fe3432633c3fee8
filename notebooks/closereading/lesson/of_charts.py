"""What an exercise accepts as a drawn answer: the marks on some Axes, looked at by rules."""

import re
from numbers import Real

import matplotlib
import matplotlib.category
import numpy as np

from .answer import ByRule
from .values import kind_of

_NO_PLACES = (
    "A place on the axis has to be a number: without quotation marks, 30_000 and not “30000”, and"
    " not None. Matplotlib takes a text for a name, and draws it anywhere."
)
_DENIES = re.compile(
    r"\b(?:not|no|never|neither|nor|false|wrong|den(?:y|ies|ied))\b|n[’']t\b", re.I
)


class Chart(ByRule):
    """Axes of matplotlib, looked at by `rule` of the exercise."""

    def unlike(self, answer):
        """Blank for Axes, else one sentence."""
        if _axes(answer):
            return ""
        return (
            f"This is {kind_of(answer)}; the axes of a chart are wanted, as plt.subplots() gives"
            " them."
        )

    def read(self, answer):
        """list of Axes."""
        return _axes(answer)

    def missing(self, value):
        """One sentence for each rule that is not kept."""
        if any(map(_no_places, value)):
            yield _NO_PLACES
            return
        seen = [drawn(axes) for axes in value]
        for rule in self.exercise["rule"]:
            if not RULES[rule["need"]](seen, rule):
                yield rule["says"]


def _axes(value):
    """list of Axes in a Figure, an array, list or single Axes; empty where it is something else."""
    found = (
        value.axes
        if isinstance(value, matplotlib.figure.Figure)
        else np.ravel(np.array(value, dtype=object)).tolist()
    )
    return found if found and all(isinstance(a, matplotlib.axes.Axes) for a in found) else []


def _no_places(axes):
    """Whether something is drawn at a text, or at None, where a number is wanted."""
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
    spans = [(float(np.min(p[:, 0])), float(np.max(p[:, 0]))) for p in _lines(axes)]
    arrows = list(_arrows(axes))
    inside = _inside(axes)
    return {
        "bars": _bars(axes),
        "arrows": [arrow for arrow in arrows if all(map(inside, arrow))],
        "spans": [span for span in spans if all(map(inside, span))],
        "texts": _texts(axes),
        "outside": [one for one in [*arrows, *spans] if not all(map(inside, one))],
    }


def _inside(axes):
    """Function that says of a place along x whether the Axes reach so far."""
    left, right = sorted(axes.get_xlim())
    return lambda x: left - 1e-6 * abs(left) <= x <= right + 1e-6 * abs(right)


def _is_seen(artist):
    """Whether an artist is drawn so that it can be seen."""
    alpha = artist.get_alpha()
    return artist.get_visible() and (alpha is None or alpha > 0.05)


def _bars(axes):
    bars = [p for p in axes.patches if isinstance(p, matplotlib.patches.Rectangle)]
    return [bar.get_x() + bar.get_width() for bar in bars]


def _lines(axes):
    """list of arrays of points: every line, alone or in a collection."""
    kind = matplotlib.collections.LineCollection
    groups = [c.get_segments() for c in axes.collections if isinstance(c, kind) and _is_seen(c)]
    lines = [line.get_xydata() for line in axes.lines if _is_seen(line)]
    return [*lines, *(segment for group in groups for segment in group)]


def _arrows(axes):
    """Generator of (tail, tip), of arrows that were made by annotate, arrow or a patch. An arrow
    with two heads points nowhere.
    """
    for patch in filter(_is_seen, axes.patches):
        yield from _of_patch(patch)
    for text in axes.texts:
        if not _is_arrow(text) or not _is_seen(text):
            continue
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


def _texts(axes):
    titles = map(axes.get_title, ("left", "center", "right"))
    words = [*axes.texts, *axes.get_yticklabels(), *axes.get_xticklabels()]
    return [*titles, axes.get_xlabel(), axes.get_ylabel(), *(word.get_text() for word in words)]


def _near(a, b):
    return abs(a - b) <= 1e-6 * max(1, abs(b))


def _all(seen, kind):
    """list: everything of a kind, on all Axes."""
    return [one for shown in seen for one in shown[kind]]


def _with_range(seen):
    return [shown for shown in seen if any(high > low for low, high in shown["spans"])]


def _with_arrow(seen):
    return [shown for shown in seen if shown["arrows"]]


def _no_bars(seen, rule):
    return not _all(seen, "bars")


def _range(seen, rule):
    spans = _all(seen, "spans")
    return any(_near(low, rule["low"]) and _near(high, rule["high"]) for low, high in spans)


def _arrow(seen, rule):
    left = rule["way"] == "left"
    arrows = _all(seen, "arrows")
    return any(_near(tail, rule["from"]) and (tip < tail) == left for tail, tip in arrows)


def _words(seen, rule):
    over = {"range": _with_range, "arrow": _with_arrow}[rule["over"]](seen)
    texts = [" ".join(" ".join(shown["texts"]).split()) for shown in over]
    return any(all(re.search(word, text, re.I) for word in rule["all"]) for text in texts)


def _plain_words(seen, rule):
    """No text over a range or an arrow denies what is printed."""
    over = [*_with_range(seen), *_with_arrow(seen)]
    return not any(_DENIES.search(text) for shown in over for text in shown["texts"])


def _in_view(seen, rule):
    return not _all(seen, "outside")


def _nothing_at(seen, rule):
    places = [*_all(seen, "bars"), *(x for span in _all(seen, "spans") for x in span)]
    return not any(_near(x, at) for at in rule["at"] for x in places)


def _apart(seen, rule):
    """No Axes holds both a range and an arrow."""
    arrows = _with_arrow(seen)
    return not any(shown in arrows for shown in _with_range(seen))


RULES = {
    "no bars": _no_bars,
    "range": _range,
    "arrow": _arrow,
    "words": _words,
    "nothing denied": _plain_words,
    "in view": _in_view,
    "nothing at": _nothing_at,
    "apart": _apart,
}
