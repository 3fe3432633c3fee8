"""Every kind of control in a real browser, by keyboard; a form built anew; a kernel that was
restarted; a copy opened the next day.
"""

import lab
import pytest
from lab import axe, cell_count, press_what_deletes_cells

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)

CONTROLS = """\
from closereading.show.panel import Panel, View
from closereading.reading.text import Problem
from closereading.show.controls import (Button, Check, Choice, Held, Radio, Range, Ratings,
    Slider, Text)
from markupsafe import Markup
import ipywidgets

controls = [
    Choice(id="place", label="Place", options=["Minsk", "Brest"], value="Minsk"),
    Radio(id="path", label="Path", options=["straight", "by rail"], value="straight"),
    Slider(id="men", label="Men", min=500, max=1000, step=10, unit="men", value=700),
    Range(id="band", label="Band", min=100, max=300, step=10, unit="miles",
         value=[150, 250]),
    Text(id="name", label="Word", value="about")]
more = [
    Check(id="sure", label="Sure", value=False),
    Held(id="open", label="what is open"),
    Button(id="n", label="Next"),
    Ratings(id="grid", label="How well does it fit?", rows=["drill", "threat"],
         columns=["size", "place"], options=["not rated", "fits", "clashes"],
         value=[["not rated", "not rated"], ["not rated", "not rated"]])]
def answer(values):
    if values.get("name") == "bad":
        raise Problem("that is no word of this report; try “about”.")
    sets = ("<button type=button data-key=a data-sets='{&quot;open&quot;: {&quot;picked&quot;:"
        " [&quot;C01&quot;]}}'>Open C01</button>")
    opens = Markup(sets) if "open" in values else ""
    return View(Markup("<p>{}</p>{}").format(str(values), opens), str(values))
one = Panel("Set every control.", controls, answer)
two = Panel("Set the others.", more, answer)
box = ipywidgets.VBox([one, two])
box"""
NOTEBOOK = [
    "# Controls\n\n<details><summary>A hint</summary>Text</details>",
    "from closereading import begin, open_report\nbegin('04', open_report())",
    CONTROLS,
    (
        "one.controls = [*controls[1:3], Check(id='extra', label='Extra',"
        " value=True)]\nprint(sorted(one.values))"
    ),
    (
        "label = ipywidgets.Label()\nipywidgets.dlink((two, 'says'), (label,"
        " 'value'))\nipywidgets.Tab([label, Panel('In a tab.', controls[:1], answer)],"
        " titles=['Label', 'Panel'])"
    ),
    "print(two.values)",
]


@pytest.fixture(autouse=True)
def controls(jupyter):
    """A notebook with every kind of control stands beside the lessons."""
    jupyter.put("controls.ipynb", NOTEBOOK)


@pytest.mark.slow
def test_every_kind_of_control(base, page):
    lab.open_notebook(page, base, "controls.ipynb")
    for cell in (1, 2):
        lab.run_cell(page, cell)
    before, (one, two) = cell_count(page), page.locator(".cr-panel").all()

    def press(panel, control, keys, expected):
        control.focus()
        for key in keys:
            page.keyboard.press(key)
        panel.get_by_role("status").filter(has_text=expected).wait_for()
        if control.get_attribute("type") != "text":
            press_what_deletes_cells(page)

    press(one, one.get_by_role("combobox", name="Place"), ["ArrowDown"], "'place': 'Brest'")
    press(
        one,
        one.get_by_role("group", name="Path").get_by_role("radio", name="straight"),
        ["ArrowDown"],
        "'path': 'by rail'",
    )
    press(one, one.get_by_role("slider", name="Men"), ["ArrowLeft"], "'men': 690")
    assert one.get_by_role("slider", name="Men").get_attribute("aria-valuetext") == "690 men"
    low = one.get_by_role("group", name="Band").get_by_role("slider", name="from")
    press(one, low, ["ArrowRight"], "'band': [160, 250]")
    press(one, low, ["End"], "'band': [300, 300]")  # one end takes the other along
    word = one.get_by_role("textbox", name="Word")
    press(
        one,
        word,
        ["Control+a", *"bad", "Enter"],
        "This setting could not be shown: that is no word of this report",
    )
    press(one, word, ["Control+a", *"add x", "Enter"], "'name': 'add x'")
    press(two, two.get_by_role("checkbox", name="Sure"), ["Space"], "'sure': True")
    press(two, two.get_by_role("button", name="Open C01"), ["Enter"], "'open': {'picked': ['C01']}")
    press(two, two.get_by_role("button", name="Next"), ["Enter", "Enter"], "'n': 2")
    table = two.get_by_role("table", name="How well does it fit?")
    assert table.get_by_role("columnheader").all_inner_texts() == [
        "size",
        "place",
    ] and table.get_by_role("rowheader").all_inner_texts() == ["drill", "threat"]
    first = two.get_by_role("combobox", name="drill, size")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    two.get_by_role("status").filter(has_text="'grid': [['not rated', 'fits']").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    two.get_by_role("status").filter(has_text="['fits', 'not rated']]").wait_for()
    assert cell_count(page) == before and axe(page) == []

    lab.run_cell(page, 3)  # the form is built anew; what stays keeps its value
    one.get_by_role("checkbox", name="Extra").wait_for()
    assert (
        one.get_by_role("radio", name="by rail").is_checked()
        and one.get_by_role("slider", name="Men").input_value() == "690"
    )
    assert one.get_by_role("combobox").count() == 0
    press(one, one.get_by_role("checkbox", name="Extra"), ["Space"], "'extra': False")
    lab.run_cell(page, 4)  # linked, in a Tab
    page.locator(".jp-OutputArea-output .widget-label").filter(has_text="'n': 2").wait_for()
    page.get_by_role("tab", name="Panel").click()
    third = page.locator(".cr-panel").filter(has_text="In a tab.")
    press(third, third.get_by_role("combobox", name="Place"), ["ArrowDown"], "'place': 'Brest'")
    lab.run_cell(page, 5)  # and Python has what the browser shows
    assert "'open': {'picked': ['C01']}" in page.locator(".jp-OutputArea-output").last.inner_text()


def test_a_summary_in_markdown_loses_no_cell(base, page):
    lab.open_notebook(page, base, "controls.ipynb")
    lab.run_cell(page, 1)
    summary = page.locator(".jp-RenderedMarkdown summary")
    before = cell_count(page)
    summary.focus()
    page.keyboard.press("Enter")
    press_what_deletes_cells(page)
    assert summary.evaluate("e => e.parentElement.open") and cell_count(page) == before


@pytest.mark.slow
def test_after_a_restart_the_next_cell_says_what_to_run(base, page):
    lab.open_notebook(page, base, "01_who_says_so.ipynb")
    lab.run_all(page)
    lab.restart(page)
    sources = page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets.map(c =>"
        " c.model.sharedModel.source)"
    )
    lab.run_cell(page, sources.index("five_calls(report)"))
    hint = page.locator(".cr-hint")
    hint.wait_for()
    assert (
        "does not know “five_calls”" in hint.inner_text()
        and "Run All Above Selected Cell" in hint.inner_text()
    )
    lab.replace_cell(page, sources.index("five_calls(report)"), "share = 40%")
    page.locator(".cr-hint").filter(has_text="40 and not 40%").wait_for()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["00_read_the_report.ipynb", "01_who_says_so.ipynb"])
def test_a_copy_opened_the_next_day(base, page, name):
    lab.open_notebook(page, base, name)
    lab.run_all(page)
    page.locator(".cr-panel").first.wait_for()
    lab.save_and_reload(page, base, name)
    page.locator(".cr-static").first.wait_for()
    text = page.locator(".jp-Notebook").text_content()
    assert (
        "model not found" not in text
        and "Error displaying widget" not in text
        and "Run this cell, and its controls appear here. Where" in text
    )
    assert page.locator(".cr-static").evaluate_all(
        "all => all.every(e => getComputedStyle(e).display !== 'none')"
    )
    lab.run_all(page)
    page.locator(".cr-panel").first.wait_for()
