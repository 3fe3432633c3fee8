"""A panel whose server is far away, or gone: what is typed stays where it was typed, the panel says
that it is working, and it says when nothing is kept any more.
"""

import json

import lab
import pytest
from lab import source_of
from slow_line import slow_line

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)
BENCH = "09_your_own_report.ipynb"


@pytest.fixture
def line(base, jupyter):
    """A slow line to the JupyterLab of this run; without delay until a test asks for it."""
    with slow_line(jupyter.port) as line:
        yield line


def panel_of(page, name):
    """The panel that is tried in a notebook: the bench, or the first one."""
    panels = page.locator(".cr-panel")
    return panels.filter(has_text="Make one passage") if name == BENCH else panels.first


def opened(page, line, name, first):
    """The panel of a notebook that was run."""
    lab.open_notebook(page, line.address, name)
    lab.run_all(page)
    panel = panel_of(page, name)
    panel.get_by_role("status").filter(has_text=first).wait_for()
    return panel


def draft(jupyter, wanted):
    """Whether the row in hand, as it is kept, has these values; and what it has."""
    kept = json.loads((jupyter.work / "ferry" / "draft.json").read_text(encoding="utf-8"))
    return {field: kept[field] for field in wanted} == wanted, kept


@pytest.mark.slow
def test_all_of_it_in_one_lesson(line, page, jupyter):
    panel = opened(page, line, BENCH, "Next")
    what_is_typed_at_once_stays_in_its_field(line, page, jupyter, panel, 0.3)
    a_slow_answer_is_announced_and_a_dead_kernel_told(line, page, panel)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0, 1, 2])
def test_on_other_lines_too_what_is_typed_stays_in_its_field(line, page, jupyter, seconds):
    panel = opened(page, line, BENCH, "Next")
    what_is_typed_at_once_stays_in_its_field(line, page, jupyter, panel, seconds)


def what_is_typed_at_once_stays_in_its_field(line, page, jupyter, panel, seconds):
    line.round_trip = seconds
    wanted = dict(passage="The nearest bridge", speaker="Ona Lund", topic="crowd")
    wanted["population"] = "bridges"
    panel.get_by_label("Passage, as printed").focus()
    page.keyboard.type(wanted["passage"])
    step = panel.get_by_role("combobox", name="Step")
    step.focus()
    page.keyboard.press("ArrowDown")  # the next form is there at once
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-id]').dataset.id") == "speaker"
    page.keyboard.type(wanted["speaker"])
    panel.get_by_label("Topic").focus()
    page.keyboard.type(wanted["topic"])
    step.focus()
    page.keyboard.press("ArrowDown")
    panel.get_by_label("Who or what").focus()
    page.keyboard.type(wanted["population"])
    page.wait_for_timeout(1000 + 3000 * seconds)  # whatever is under way has come
    assert page.evaluate("document.activeElement.closest('[data-id]').dataset.id") == "population"
    shown = {field: panel.locator(f"[data-id={field}] input").input_value() for field in wanted}
    assert shown == wanted
    line.round_trip = 0
    for _ in range(lab.PATIENCE // 100):
        if draft(jupyter, wanted)[0]:
            break
        page.wait_for_timeout(100)
    same, kept = draft(jupyter, wanted)
    assert same, kept


def a_slow_answer_is_announced_and_a_dead_kernel_told(line, page, panel):
    panel.get_by_role("combobox", name="Step").select_option(index=0)
    working = panel.get_by_text("Working …")
    line.round_trip = 600
    panel.get_by_label("Passage, as printed").fill("bridge")
    working.wait_for()
    line.round_trip = 0
    working.wait_for(state="hidden")
    page.evaluate(
        "() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }"
    )
    told = panel.get_by_role("status").filter(has_text="nothing that you change is kept")
    told.wait_for()
    page.wait_for_function(lab.IDLE)
    assert told.is_visible() and not working.is_visible()
    lab.run_cell(page, source_of(page, "from closereading import"))
    lab.run_cell(page, source_of(page, "from closereading import your_text"))
    lab.run_cell(page, source_of(page, "from closereading import claim_bench"))
    again = panel_of(page, BENCH).get_by_role("status")
    again.filter(has_text="Here is the row that you had begun.").wait_for()
