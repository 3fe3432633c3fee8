"""On a phone a panel draws its picture narrower instead of showing it smaller: each letter is 11
pixels tall, no word is cut, none lies on another, and every mark is explained.
"""

from itertools import combinations

import pytest
from closereading import from_where, hedge_dial, unexplained, workbench
from closereading.drawing import days, ranges
from closereading.drawing.page import NARROW, as_wide
from closereading.drawing.style import our_style
from closereading.reading.text import Problem
from closereading.show.layers import Layers
from closereading.show.panel import Panel, View
from closereading.show.picture import Picture
from closereading.show.turns import Tries
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

LEFT = 265  # pixels that JupyterLab leaves for a picture in a window of 390
LEAST = 11  # pixels


def words_of(picture):
    """list of (Text, its box in pixels) of what is written on a picture."""
    with our_style():
        FigureCanvasAgg(picture.figure).draw()
    texts = [t for t in picture.figure.findobj(Text) if t.get_text().strip() and t.get_visible()]
    return [(text, text.get_window_extent()) for text in texts]


def faults(picture, report):
    """Yields what a reader with a phone could not read on a picture."""
    per_point = LEFT / picture.figure.get_figwidth() / 72
    page = picture.figure.bbox
    words = words_of(picture)
    for text, box in words:
        told = text.get_text()
        if text.get_size() * per_point < LEAST:
            yield f"“{told}” is {text.get_size() * per_point:.1f} pixels tall"
        if not (page.x0 <= box.x0 + 1 and box.x1 <= page.x1 + 1 and page.y0 <= box.y0 + 1):
            yield f"“{told}” is cut"
    for (text, one), (other, two) in combinations(words, 2):
        if text.get_text() != other.get_text() and _covers(one, two):
            yield f"“{text.get_text()}” lies on “{other.get_text()}”"
    yield from unexplained(picture, report)


def _covers(one, two):
    """bool: whether two boxes share more than the room around letters."""
    wide = min(one.x1, two.x1) - max(one.x0, two.x0)
    tall = min(one.y1, two.y1) - max(one.y0, two.y0)
    return wide > 1 and tall > 0.3 * min(one.height, two.height)


def pictures(report):
    """Yields (name, picture) of each panel that has one, in several of its settings."""
    for make in (workbench, from_where):
        try:
            panel = make(report)
        except Problem:  # a report without a bench, or without a line
            continue
        if isinstance(panel.answer, Layers):
            yield make.__name__, panel.answer.picture(dict(panel.values))
    for sheet in (ranges.intervals(report), days.timeline(report)):
        if sheet.figure is not None:
            yield sheet.name, Picture(sheet)
    if report.numbers.empty:
        return
    dial = hedge_dial(report)
    dial.narrow = True
    for phrase in dial.controls[0].options:
        dial.values = {"phrase": phrase, "reading": "usual"}
        if dial._on_page.sheet.figure is not None:
            yield phrase, dial._on_page


def test_on_a_phone_every_word_of_a_panels_picture_can_be_read(any_report):
    with as_wide(NARROW):
        found = {
            name: wrong
            for name, picture in pictures(any_report)
            if (wrong := [*faults(picture, any_report)])
        }
    assert found == {}


@pytest.mark.parametrize("make", [workbench, from_where, hedge_dial])
def test_a_panel_draws_as_wide_as_its_page_has_room(report, make):
    panel = make(report)
    before = panel.view
    ground = panel.ground
    panel.narrow = True
    assert (panel.view, panel.ground) != (before, ground)
    panel.narrow = False
    assert (panel.view, panel.ground) == (before, ground)


def test_a_width_is_no_try_and_no_answer():
    """A page that becomes narrower asks for no second answer where nothing is drawn, and a picture
    that is drawn again is no other try.
    """
    told = []
    panel = Panel(
        "Goal.", [], lambda values: told.append(values) or View("<p>no picture</p>", "Said.")
    )
    panel.narrow = True
    assert len(told) == 1
    tries = Tries(lambda values: "Not so.")
    settings = [{"n": n} for n in (0, 1, 2, 2, 2, 2, 3)]
    assert [bool(tries.hint(one)) for one in settings] == [*[False] * 6, True]
