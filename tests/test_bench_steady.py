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
    with lab.browser(width=1000, height=700) as page:
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
