"""What an exercise accepts as a drawn answer: the marks on some Axes, looked at by rules."""

import re

import matplotlib
import numpy as np

from .answer import ByRule
from .drawn_marks import drawn, no_places
from .values import kind_of

_NO_PLACES = (
    "A place on the axis has to be a number: without quotation marks, 30_000 and not “30000”, and"
    " not None. Matplotlib takes a text for a name, and draws it anywhere."
)
_FIGURE = re.compile(r"\d+(?:[,. ]\d{3})*(?!\d)")
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
        if any(map(no_places, value)):
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
    said = any(all(re.search(word, text, re.I) for word in rule["all"]) for text in texts)
    return said or not over  # what is not drawn has been told


def _plain_words(seen, rule):
    """No text over a range or an arrow denies what is printed, or has another figure in it."""
    over = [*_with_range(seen), *_with_arrow(seen)]
    words = [text for shown in over for text in shown["words"]]
    figures = {re.sub(r"\D", "", one) for text in words for one in _FIGURE.findall(text)}
    strange = figures - set(map(str, rule["figures"]))
    return not strange and not any(map(_DENIES.search, words))


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
