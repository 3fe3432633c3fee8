"""The claim bench on a page, with Python behind it and without Jupyter: where the reader is after a
press, and that a second press finds the same button.
"""

import json

import lab
import pytest
from closereading import claim_bench, start_report
from test_panel_page import SCRIPT, STYLE

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)

NAMES = "goal view alt says box letters moving changed values told".split()
LIVE = """([state, width]) => {
    const heard = {};
    const take = (changed) => {
        const names = Object.keys(changed).filter(
            (n) => JSON.stringify(values[n]) !== JSON.stringify(changed[n]));
        Object.assign(values, changed);
        for (const name of names) for (const act of heard[`change:${name}`] ?? []) act();
    };
    const values = { ...state, ground: new DataView(new ArrayBuffer(0)) };
    const model = { get: (name) => values[name],
        set: (name, value) => { values[name] = value;
            if (name === "asked") window.ask(value).then(
                (told) => setTimeout(() => take(told), window.slow ?? 0)); },
        on: (event, act) => { (heard[event] ??= []).push(act); },
        off() {}, save_changes() {} };
    window.anew = () => heard["change:controls"].forEach((act) => act());
    document.body.innerHTML = `<div style="height: 700px"></div><div style="width: ${width}px">`
        + `<div></div></div><div style="height: 1500px"></div>`;
    window.render({ model, el: document.body.children[1].firstChild });
}"""
TOP = "e => e.getBoundingClientRect().top"
SETTLED = """words => document.querySelector('.cr-says').textContent.includes(words)"""


def state(panel):
    """dict: what a page knows of a Panel."""
    now = {name: getattr(panel, name) for name in NAMES}
    now["controls"] = [control.form() for control in panel.controls]
    return json.loads(json.dumps(now))


@pytest.fixture
def bench(work):
    """Function of a width: (page, Panel) with a bench, as a reader has it on the page."""
    text = " ".join(
        f"The shop of the harbour sold {n} boats in week {n - 29}." for n in range(30, 60)
    )
    start_report("mine", text)
    with lab.browser(width=1000, height=700) as page:
        page.set_content(f"<style>{STYLE}</style><script type='module'>{SCRIPT}</script><body>")
        page.wait_for_function("() => window.render")
        yield lambda width: shown(page, claim_bench("mine"), width)
        assert page.errors == []


def shown(page, panel, width):
    """(page, Panel): a Panel on a page, with Python behind it."""

    def ask(asked):
        panel.asked = asked
        return state(panel)

    page.expose_function("ask", ask)
    page.evaluate(LIVE, [state(panel), width])
    page.locator(".cr-panel").wait_for()
    return page, panel


def test_show_more_leads_to_the_first_passage_that_is_new(bench):
    page, _ = bench(900)
    more = page.get_by_role("button", name="Show more of them")
    more.scroll_into_view_if_needed()
    pressed_at = more.evaluate(TOP)
    was = page.locator(".cr-offers li").count()
    more.click()
    page.wait_for_function("n => document.querySelectorAll('.cr-offers li').length > n", arg=was)
    first = page.locator(".cr-offers li").nth(was)
    assert first.evaluate("e => e.contains(document.activeElement)")
    assert abs(first.evaluate(TOP) - pressed_at) < 40  # where one pressed


@pytest.mark.parametrize("width", [900, 400])
def test_a_button_stays_where_it_is_when_a_message_comes_or_goes(bench, width):
    page, panel = bench(width)
    page.wait_for_function(SETTLED, arg="Next, at step 1")
    save = page.get_by_role("button", name="Save the row")
    save.scroll_into_view_if_needed()
    before = save.evaluate(TOP)
    panel.values = {**panel.values, "passage": "sold 30 boats", "number": "x" * 40, "low": "y" * 90}
    save.click()
    page.wait_for_function(SETTLED, arg="Not saved")
    assert len(panel.says) > 150 and abs(save.evaluate(TOP) - before) < 1
    page.get_by_role("button", name="Clear the row").click()
    page.wait_for_function(SETTLED, arg="The row is blank again")
    assert abs(save.evaluate(TOP) - before) < 1
