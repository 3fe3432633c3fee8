"""The claim bench on a page: what is pressed stays where it is from step to step and while Python
works, and no letter is lost that is typed while the form is drawn anew.
"""

import lab
import pytest
from closereading import claim_bench, start_report
from test_bench_page import LIVE, TOP, state
from test_panel_page import SCRIPT, STYLE

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)

PLACE = "e => e.getBoundingClientRect().top + scrollY"
LINES = "Rowe said that the shop sold 90 boats. Lund said that the yard sold 20 masts."
SHOWN = "step => document.querySelector('select').value === step"


@pytest.fixture(params=[900, 400])
def bench(work, request):
    """(page, Panel) with a row in hand."""
    start_report("mine", LINES)
    panel = claim_bench("mine")
    row = dict(passage="the shop sold 90 boats", number="90 boats", speaker="Rowe")
    panel.values = {**panel.values, **row}
    with lab.browser(width=1000, height=1400) as page:
        page.set_content(f"<style>{STYLE}</style><script type='module'>{SCRIPT}</script><body>")
        page.wait_for_function("() => window.render")

        def ask(asked):
            panel.asked = asked
            return state(panel)

        page.expose_function("ask", ask)
        page.evaluate(LIVE, [state(panel), request.param])
        page.locator(".cr-panel").wait_for()
        yield page, panel
        assert page.errors == []


def test_next_step_has_the_same_place_at_all_steps(bench):
    page, panel = bench
    button = page.get_by_role("button", name="Next step")
    page.locator("select").first.select_option("2 who says what")
    page.wait_for_function("() => document.querySelector('.cr-says').textContent.length > 10")
    places = []
    for step in list(panel.controls[0].options)[1:-1]:
        page.wait_for_function(SHOWN, arg=step)
        page.wait_for_timeout(400)
        places.append(button.evaluate(PLACE))
        button.click()
    assert len(places) == 3 and max(places) - min(places) < 1, places


def test_the_line_that_python_works_has_its_place(bench):
    page, _ = bench
    button = page.get_by_role("button", name="Save the row")
    before = button.evaluate(TOP)
    page.evaluate("document.querySelector('.cr-busy').hidden = false")
    assert abs(button.evaluate(TOP) - before) < 1


def test_no_letter_is_lost_when_the_field_is_drawn_anew(bench):
    page, panel = bench
    page.locator("select").first.select_option("4 time, ends")
    field = page.get_by_label("Time it covers, in words")
    field.click()
    page.keyboard.type("with")
    page.evaluate("window.anew()")
    page.keyboard.type("in a w")
    page.wait_for_timeout(250)
    page.keyboard.type("eek")
    page.wait_for_timeout(1500)
    assert field.input_value() == panel.values["period"] == "within a week"


@pytest.mark.parametrize("at, told", [("field", ""), ("gap", "“within” was typed too early")])
def test_what_is_typed_before_the_next_step_is_drawn_goes_to_its_field(bench, at, told):
    page, panel = bench
    page.locator("select").first.select_option("4 time, ends")
    field = page.get_by_label("Time it covers, in words")
    page.evaluate("document.querySelector('.cr-panel').scrollIntoView()")
    box, form = field.bounding_box(), page.locator(".cr-panel form").bounding_box()
    off = (box["x"] - form["x"] + 9, box["y"] - form["y"] + 9) if at == "field" else (1, 1)
    page.locator("select").first.select_option("3 what it counts")
    page.wait_for_timeout(600)
    form = page.locator(".cr-panel form").bounding_box()
    spot = (form["x"] + off[0], form["y"] + off[1])
    page.evaluate("window.slow = 400")
    page.get_by_role("button", name="Next step").click()
    page.mouse.click(*spot)
    page.keyboard.type("within")
    page.wait_for_function(SHOWN, arg="4 time, ends")
    page.wait_for_timeout(100)
    page.keyboard.type(" a week" if at == "field" else "")
    page.wait_for_timeout(1500)
    assert told in panel.says or told in page.locator(".cr-says").inner_text()
    if at == "field":
        assert field.input_value() == panel.values["period"] == "within a week"
    assert panel.values["unit"] == "" and panel.values["place"] == ""
