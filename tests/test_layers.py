"""Two layers: what a page lays over a ground is what the whole picture shows, in words and in
Chromium; a step of a slider draws and sends only what moves.
"""

import json
from dataclasses import replace

import lab
import overlaid
import pytest
from closereading import from_where, unexplained, workbench
from closereading.show import vector
from closereading.show.controls import Slider
from closereading.show.panel import Panel
from layered import workbench as band_of_men

SEEN = 66  # of 255 in a block of dots; a shift by 0.4 points is more
WIDGETS = pytest.mark.parametrize("make", [workbench, from_where])


def states(panel):
    """Values of the controls of a panel, one state after the other."""
    if "men" in panel.values:
        changes = [{"men": 600}, {"men": 1200}, {"groups": "at least 14, as printed"}, {"men": 100}]
    else:
        changes = [
            {"band": [100, 260]},
            {"band": [0, 700]},
            {"place": "Pinsk"},
            {"origin": "Brest"},
        ]
    return [dict(panel.values) | change for change in changes]


def sent(panel, change):
    """int: bytes that a change of values sends to the page, apart from the values."""
    names = "ground box letters moving changed view alt says".split()
    before = {name: getattr(panel, name) for name in names}
    panel.values = panel.values | change
    told = {name: getattr(panel, name) for name in names if getattr(panel, name) != before[name]}
    return sum(
        len(value) if isinstance(value, bytes) else len(json.dumps(value).encode())
        for value in told.values()
    )


@WIDGETS
def test_ground_step_and_words_make_the_whole_picture(report, make):
    layers, fresh = make(report).answer, lambda: make(report).answer
    for state in states(make(report)):
        frame, alone, whole = layers.frame(state), fresh().frame(state), layers.picture(state)
        assert (frame.ground, frame.moving) == (alone.ground, alone.moving)
        assert (frame.says, frame.alt) == (whole.says, whole.alt)
        assert overlaid.words(frame) == overlaid.plain(whole.words())
        assert unexplained(whole, report) == []


@WIDGETS
def test_a_step_draws_and_sends_only_what_moves(report, make):
    panel, drawn = make(report), []
    still = panel.answer.still
    before = len(panel.answer._ground.sheet.figure.findobj())
    panel.answer.still = lambda state: drawn.append(1) or still(state)
    slide = [{"men": n} for n in range(300, 800, 60)]
    if make is from_where:
        slide = [{"band": [low, 260]} for low in range(100, 190, 10)]
    for change in slide:
        sent(panel, change)
    again = [sent(panel, change) for change in slide]  # each letter is on the page by now
    assert drawn == []
    assert max(again) < (30_000 if make is from_where else 5000), again
    assert len(panel.answer._ground.sheet.figure.findobj()) == before  # nothing is left behind


def test_a_layer_of_any_panel_moves(report):
    layers, anew = band_of_men(report)
    slider = Slider(id="men", label="Men", min=500, max=1000, step=10, value=700)
    panel = Panel("Move.", [slider], layers)
    first = panel.moving
    panel.values = {"men": 730}
    assert panel.moving != first and panel.says == "14 groups of 730 are 10,220."
    assert "The words behind these 2 marks" in panel.view and "base64" not in panel.view
    assert ["image/png" in bundle for bundle, _ in panel.still()] == [False, True, False]
    assert panel.alt.startswith("Interval chart, 2 marks")
    assert unexplained(anew({"men": 730}), report) == []


@pytest.mark.slow
@pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)
def test_the_page_shows_the_whole_picture(report):
    shifted = 0
    with lab.browser() as page:
        for make in (workbench, from_where):
            layers = make(report).answer
            for state in states(make(report)):
                frame, whole = layers.frame(state), overlaid.pixels(layers.picture(state).png())
                size = whole.shape[1::-1]
                assert overlaid.differing(overlaid.seen(page, frame, size), whole) < SEEN, state
                _, *rest = frame.box.split()
                moved = overlaid.seen(page, replace(frame, box=" ".join(["4", *rest])), size)
                shifted += overlaid.differing(moved, whole) > SEEN
    assert shifted >= 7  # of 8: the test can see a shift by 0.4 points


def test_a_letter_that_no_font_has_is_told_of_what_moves(report):
    def moving(sheet, state):
        sheet.scenery(sheet.figure.axes[0].text(0, 0, state["word"]))
        sheet.says = "Said."

    layers, _ = band_of_men(report)
    layers.moving = moving
    assert layers.frame({"word": "ab"}).says == layers.picture({"word": "ab"}).says == "Said."
    told = layers.frame({"word": "a\u1c5a"})
    assert "show as boxes" in told.says and told.says == layers.picture({"word": "a\u1c5a"}).says
    assert layers.frame({"word": "<b>&'"}).moving.count("<b>") == 0


def test_a_letter_is_outlined_once(monkeypatch):
    face = (("Source Sans Pro",), "normal", "regular")
    first = vector._set("men: 600", *face)
    monkeypatch.setattr(vector, "outline", lambda *_: pytest.fail("it was outlined before"))
    second = vector._set("606 nem", *face)
    assert second.uses != first.uses
    assert second.letters.items() <= first.letters.items()
