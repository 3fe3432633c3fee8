"""Every mark opens where it stands, in a real JupyterLab and Chromium: by mouse, by keyboard, by
touch; on a wide page and on a phone's.
"""

import lab
import pytest
from lab import axe, cell_count, press_what_deletes_cells

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)

CHART = ".jp-OutputArea:has(details[data-words]):not(:has(.cr-panel)) .cr-marks"
MARKS_OF_EACH = """frames => frames.map(frame => {
    const cell = frame.closest('.jp-OutputArea, .cr-panel');
    const told = [...cell.querySelectorAll('tbody[data-at]')];
    return [frame.querySelectorAll('.cr-mark').length, told.length];
})"""


def opened(page):
    """The box that is open; its text."""
    return page.get_by_role("dialog").filter(visible=True)


def forces(page):
    """The chart of forces in lesson 04, laid over with its buttons."""
    chart = page.locator(CHART).filter(has=page.locator("img[alt*='answers to one question']"))
    chart.scroll_into_view_if_needed()
    return chart


SAVED = "This picture is as it was saved. Run its cell, and its marks open."
RUNS = """() => Math.max(...window.jupyterapp.shell.currentWidget.content.widgets.map(
    cell => cell.model.executionCount ?? 0))"""
TO_CELL = """async start => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const cells = notebook.widgets.map(cell => cell.model.sharedModel.source);
    const found = cells.findIndex(source => source.includes(start));
    await notebook.scrollToItem(found, 'start');
    return found;
}"""


def a_saved_picture_says_that_its_cell_must_run(page):
    """Only the cells that bring our scripts are run, and no picture has places yet."""
    lab.run_cell(page, 1)
    lab.run_cell(page, page.evaluate(TO_CELL, "import matplotlib"))
    page.evaluate(TO_CELL, "charts.intervals(report, people")
    area = page.locator(".jp-OutputArea:has(> * .cr-alt)").filter(has_text="to one question").first
    said = area.get_by_text(SAVED)
    said.wait_for()
    area.locator("img").first.click()
    note = area.get_by_role("status").filter(has_text=SAVED)
    note.wait_for()
    page.keyboard.press("Escape")
    assert note.count() == 0 and said.is_visible()


def test_every_way_to_open_a_mark(base, page):
    """One lesson, opened and run once, for all that a reader does with its marks."""
    lab.open_notebook(page, base, "04_how_many.ipynb")
    a_saved_picture_says_that_its_cell_must_run(page)
    lab.run_all(page)
    a_mark_opens_by_mouse_and_keyboard(page)
    in_a_panel_the_buttons_follow_the_slider(page)
    on_a_phone_a_tap_opens_it_inside_the_window(page)


def a_mark_opens_by_mouse_and_keyboard(page):
    page.locator(".cr-panel .cr-mark").first.wait_for()
    before = cell_count(page)
    counts = page.locator(CHART).evaluate_all(MARKS_OF_EACH)
    assert counts and all(laid == told > 0 for laid, told in counts), counts
    assert page.locator(".cr-asleep").filter(visible=True).count() == 0
    chart = forces(page)
    box, janes = opened(page), chart.get_by_role("button", name="Janes").first
    box_of = janes.bounding_box()
    assert min(box_of["width"], box_of["height"]) >= 24
    page.mouse.click(box_of["x"] + box_of["width"] / 2, box_of["y"] + box_of["height"] / 2)
    box.filter(has_text="“8,000 to 14,000 troops” (C43, paragraph 15)").wait_for()
    assert janes.get_attribute("aria-expanded") == "true"
    lit = page.locator("tbody.cr-lit th")
    assert lit.count() == 1 and lit.text_content().startswith("Janes")
    # the learner's own slider is a stock one, whose handle ipywidgets leaves without a name
    assert [found for found in axe(page) if "noUi-handle" not in found[1]] == []
    page.keyboard.press("Escape")
    assert box.count() == 0 and janes.evaluate("e => e === document.activeElement")
    chart.get_by_role("button", name="Oleksiy Reznikov").first.focus()
    page.keyboard.press("Enter")
    box.filter(has_text="“only a few thousand”").wait_for()
    press_what_deletes_cells(page)
    page.keyboard.press("Enter")  # the focus is on Close
    assert box.count() == 0 and cell_count(page) == before
    press_what_deletes_cells(page)
    page.keyboard.press("ArrowDown")  # and no other cell becomes the active one
    assert cell_count(page) == before
    page.keyboard.press("Enter")
    box.filter(has_text="“8,000 to 14,000 troops”").wait_for()  # the next in reading order
    page.mouse.click(5, 5)
    assert box.count() == 0
    page.keyboard.press("Escape")
    chart.locator("img").click(position={"x": 4, "y": 4})  # its cell is the active one
    janes.click()
    box.get_by_role("button", name="C43: go to its row in the table of words").click()
    page.locator("tbody.cr-lit th:focus").wait_for()
    press_what_deletes_cells(page)
    assert cell_count(page) == before
    runs = page.evaluate(RUNS)
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(f"runs => ({RUNS})() > runs", arg=runs)


def in_a_panel_the_buttons_follow_the_slider(page):
    slides = page.get_by_role("slider", name="Men per group")
    panel = page.locator(".cr-panel").filter(has=slides)
    product = panel.get_by_role("button", name="Janes’ groups")
    product.wait_for()
    still = page.locator(".jp-OutputArea:has(.cr-live) .jp-RenderedImage")
    assert still.count() == 1 and not still.is_visible()  # the live picture stands in its place
    first = product.bounding_box()["x"]
    grounds = panel.locator(".cr-mark").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).backgroundColor))]"
    )
    assert grounds == ["rgba(0, 0, 0, 0)"]  # a button that hid its mark would explain nothing
    slider = panel.get_by_role("slider", name="Men per group")
    slider.focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "([panel, x]) => panel.querySelector('.cr-mark[aria-label^=\"Janes’ groups\"]')"
        ".getBoundingClientRect().x > x + 20",
        arg=[panel.element_handle(), first],
    )
    product.click()
    opened(page).filter(has_text="at least 14 Russian battalion tactical groups").wait_for()


def on_a_phone_a_tap_opens_it_inside_the_window(page):
    page.keyboard.press("Escape")
    page.evaluate("() => window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.set_viewport_size({"width": 390, "height": 12000})
    chart = forces(page)
    chart.get_by_role("button", name="the United States").first.click()
    box = opened(page).filter(has_text="“up to 30,000 could take part”")
    box.wait_for()
    inside = box.bounding_box()
    assert inside["x"] >= 0 and inside["x"] + inside["width"] <= 390
    page.keyboard.press("Escape")  # the focus is on the mark
    assert chart.locator(".cr-mark:focus").count() == 1
    page.evaluate(lab.AS_AT_FIRST)  # the notebook is closed, and no script is taken unawares
    page.evaluate("() => new Promise(requestAnimationFrame)")


EDGES = """() => {
    const area = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
    const box = document.querySelector('.cr-told')?.getBoundingClientRect();
    return !box ? [0] : [box.top - area.top, area.bottom - box.bottom, box.left - area.left,
            area.right - box.right];
}"""


@pytest.mark.slow
def test_the_box_leaves_the_tools_of_the_notebook_free(base, page):
    lab.open_notebook(page, base, "04_how_many.ipynb")
    lab.run_all(page)
    page.set_viewport_size({"width": 1280, "height": 700})
    chart = forces(page)
    marks = chart.get_by_role("button")
    for number in range(marks.count()):
        for block in ("start", "end"):
            marks.nth(number).evaluate("(e, block) => e.scrollIntoView({block})", block)
            marks.nth(number).evaluate("e => e.click()")
            opened(page).wait_for()
            assert min(page.evaluate(EDGES)) >= 0
            page.mouse.move(800, 400)
            page.mouse.wheel(0, 300)  # its mark may go up behind the tools; then the box closes
            page.wait_for_timeout(50)
            assert min(page.evaluate(EDGES)) >= 0
            page.keyboard.press("Escape")
