"""Lesson 09 in a real JupyterLab and Chromium, by keyboard only: a claim made at the bench step by
step, and the row in hand after a restart.
"""

import lab
import pytest
from lab import axe, cell_count, press_what_deletes_cells, source_of, to
from playwright.sync_api import expect

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)


@pytest.mark.slow
def test_a_claim_by_keyboard_and_a_row_after_a_restart(base, page):
    lab.open_notebook(page, base, "09_your_own_report.ipynb")
    lab.run_all(page)
    panel = page.locator(".cr-panel").filter(has_text="Make one passage")
    panel.wait_for()
    before, status, step = (
        cell_count(page),
        panel.get_by_role("status"),
        panel.get_by_role("combobox", name="Step"),
    )
    assert (
        panel.locator(".cr-goal").inner_text().startswith("Make one passage a claim")
        and axe(page) == []
    )

    def fill(label, text, expected):
        control = panel.get_by_label(label, exact=True)
        to(page, control, 5)
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        panel.locator(".cr-view").filter(
            has_text=expected
        ).wait_for()  # told while it is typed, without Enter

    def next_step(number):
        step.focus()
        page.keyboard.press("ArrowDown")
        panel.locator("select").first.filter(has_text=f"{number} ").wait_for()
        page.wait_for_function(
            "n => document.activeElement.value?.startsWith(n)", arg=str(number)
        )  # the form is new, and the focus is where it was

    step.focus()
    fill("Passage, as printed", "a", "it stands")
    fill("Passage, as printed", "The nearest bridge", "found in paragraph 2")
    next_step(2)
    fill("Speaker", "no stated source", "speaker: no stated source")
    for number in (3, 4, 5):
        next_step(number)
    press_what_deletes_cells(page)
    to(page, panel.get_by_role("button", name="Save the row"), 9)  # behind the fields of step 5
    page.keyboard.press("Enter")
    status.filter(has_text="Saved as C").wait_for()
    assert panel.get_by_label(
        "Passage, as printed", exact=True
    ).input_value() == "" and panel.locator("summary").inner_text().startswith(
        "Saved so far: 5 claims"
    )
    step.focus()
    fill("Passage, as printed", "Little Holm", "found in paragraph 2")
    assert cell_count(page) == before and axe(page) == []

    lab.restart(page)  # the kernel is gone, and with it all it knew
    lab.run_cell(page, source_of(page, "from closereading import claim_bench"))  # it alone
    panel = page.locator(".cr-panel").filter(has_text="Make one passage")
    panel.get_by_role("status").filter(has_text="Here is the row that you had begun.").wait_for()
    assert panel.get_by_label("Passage, as printed", exact=True).input_value() == "Little Holm"


SELECT = """([panel, words]) => {
  for (const text of panel.querySelectorAll("[data-paragraph]")) {
    for (const node of text.childNodes) {
      const at = node.textContent.indexOf(words);
      if (at < 0 || node.nodeType !== 3) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return true;
    }
  }
  return false;
}"""


AT_ONCE = """([panel, words]) => {
  let left = [...panel.querySelectorAll(".cr-view button")];
  const chosen = words.map((text) => {
    const one = left.find((button) => button.textContent.trim().startsWith(text));
    left = left.filter((button) => button !== one);
    return one;
  });
  for (const one of chosen) one.click();
}"""


def test_a_text_comes_in_as_a_file_and_its_words_are_selected(base, page, jupyter, tmp_path):
    text = "It was 🐐 late.\n\nAt least 140 people waited, said Ona Lund.\n\nThey waited long."
    (tmp_path / "Late.txt").write_bytes(text.encode("utf-16"))
    jupyter.put(
        "own.ipynb",
        [
            "from closereading import begin, claim_bench, your_text\nbegin('09')",
            "your_text('late')",
            "claim_bench('late')",
        ],
    )
    lab.open_notebook(page, base, "own.ipynb")
    lab.run_cell(page, 0)
    lab.run_cell(page, 1)
    form = page.locator(".cr-panel").filter(has_text="Put a text of yours here")
    form.get_by_text("it is sent nowhere").wait_for()
    form.get_by_label("Title").fill("Late")
    form.locator("input[type=file]").set_input_files(tmp_path / "Late.txt")
    form.get_by_role("button", name="Take this text").click()
    form.get_by_role("status").filter(has_text="Taken: 3 paragraphs.").wait_for()
    form.get_by_role("button", name="Correct the text").click()
    field = form.get_by_label("Or paste the text here")
    expect(field).to_be_focused()
    expect(field).to_have_value(text)
    page.keyboard.press("Enter")  # a line can be broken inside a cell, too
    page.keyboard.type("x")
    expect(field).to_have_value(f"{text}\nx")
    field.fill("")
    assert "utf-16" in form.locator(".cr-view").inner_text() and axe(page) == []

    lab.run_cell(page, 2)
    bench = page.locator(".cr-panel").filter(has_text="Make one passage")
    bench.get_by_role("button", name="Take: At least 140 people").wait_for()
    passage = bench.get_by_label("Passage, as printed")
    assert page.evaluate(SELECT, [bench.element_handle(), "te."])  # behind a sign of two units
    bench.locator("mark").filter(has_text="late").wait_for()
    assert passage.input_value() == "late"
    assert page.evaluate(SELECT, [bench.element_handle(), "waited long"])
    bench.locator("mark").filter(has_text="waited long").wait_for()
    assert passage.input_value() == "waited long"
    page.evaluate(AT_ONCE, [bench.element_handle(), ["Leave out", "Take"]])
    too_early = "“Take” was pressed too early and did nothing."
    bench.get_by_role("status").filter(has_text=too_early).wait_for()
    bench.get_by_role("button", name="1 left out: show it again").click()
    bench.get_by_role("button", name="Take: At least 140 people").click()
    who = bench.get_by_role("button", name="Speaker: Ona Lund (by name)")
    who.wait_for()
    page.evaluate(AT_ONCE, [bench.element_handle(), ["Speaker: Ona", "Save the row"]])
    bench.get_by_role("status").filter(has_text="Saved as C01").wait_for()
    bench.locator("summary").click()
    bench.get_by_role("button", name="Change C01").click()
    expect(passage).to_be_focused()
    expect(passage).to_be_in_viewport()
    assert passage.input_value() == "At least 140 people waited, said Ona Lund"
    bench.get_by_role("button", name="Delete C01").click()
    bench.get_by_role("status").filter(has_text="C01 is deleted").wait_for()
    bench.get_by_role("button", name="Undo the last change").click()
    bench.get_by_role("status").filter(has_text="The last change is undone").wait_for()
    assert axe(page) == []


VOTE = """from closereading import begin, four_gates, save_claim, start_report
begin('09')
start_report('vote', 'The council has 31 members. Then 5 people left.')
for words in ('31 members', '5 people'):
    save_claim('vote', passage=words, number=words, population=words.split()[1], unit='persons',
               speaker='Rowe', sourcing='named', place='hall', status='there')"""


@pytest.mark.slow
def test_a_gate_is_answered_beside_it_by_keyboard(base, page, jupyter):
    jupyter.put("gates.ipynb", [VOTE, "four_gates('vote')"])
    lab.open_notebook(page, base, "gates.ipynb")
    lab.run_cell(page, 0)
    lab.run_cell(page, 1)
    panel = page.locator(".cr-panel").filter(has_text="before you show your work")
    panel.locator(".cr-ask").filter(has_text="do “members” and “people” mean the same?").wait_for()
    assert axe(page) == []
    before = cell_count(page)
    status = panel.get_by_role("status")
    same = panel.get_by_role("button", name="Yes: write “members”")
    to(page, same)
    page.keyboard.press("Enter")
    status.filter(has_text="“members” is now written in N02. 1 of the 4 gates waits.").wait_for()
    press_what_deletes_cells(page)
    panel.get_by_role("button", name="Undo the last answer").click()
    status.filter(has_text="The last answer is undone.").wait_for()
    panel.get_by_role("button", name="No, they differ").click()
    status.filter(has_text="stay apart").wait_for()
    panel.locator(".cr-ask").wait_for(state="detached")
    assert cell_count(page) == before and axe(page) == []
