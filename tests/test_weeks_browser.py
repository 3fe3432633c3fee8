"""Lessons 07 and 08 in a real JupyterLab and Chromium, by keyboard only: predictions, exercises,
bench, cards, quiz and last sentence.
"""

import re

import lab
import pytest
from closereading import open_report
from lab import axe, cell_count, drive, press_what_deletes_cells, to, write

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)


@pytest.mark.slow
def test_lesson_07_by_keyboard(base, page):
    lab.open_notebook(page, base, "07_the_next_two_weeks.ipynb")
    lab.run_all(page)
    page.locator(".cr-panel").nth(3).wait_for()
    before, panel, quiz = (
        cell_count(page),
        page.locator(".cr-panel").first,
        page.locator(".cr-panel").nth(2),
    )
    assert (
        panel.locator(".cr-goal").inner_text() == "Find the one item that decides, if there is one."
        and axe(page) == []
    )
    grid = panel.get_by_role("table", name="If the reading in this row were true")
    assert grid.get_by_role("rowheader").all_inner_texts() == [
        "an exercise",
        "pressure",
        "an attack being prepared",
        "an option kept open",
    ]
    first = panel.get_by_role("combobox", name="an exercise, E4 the minister’s estimate")
    first.focus()
    for n, wanted in enumerate(
        (
            ("fits", "neither"),
            ("fits", "neither"),
            ("speaks against", "neither"),
            ("neither", "fits very well"),
        )
    ):
        row = (
            grid.get_by_role("row").nth(n + 1).get_by_role("combobox")
        )  # each row is one Tab stop; ↓ rates, → goes to the next cell
        assert row.nth(0).evaluate("e => e === document.activeElement")
        for cell, rating in zip(row.all(), wanted):
            for _ in range(6):
                if cell.input_value() != rating:
                    page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowRight")
        press_what_deletes_cells(page)
        assert tuple(cell.input_value() for cell in row.all()) == wanted
        page.keyboard.press("Tab")
    panel.get_by_role("status").filter(
        has_text="Least speaks against “pressure” and “an option kept open”"
    ).wait_for()
    out = panel.get_by_role("combobox", name="Leave out")
    to(page, out, 3)
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    panel.get_by_role("status").filter(has_text="Goal reached: E4 decides.").wait_for()
    press_what_deletes_cells(page)
    to(page, panel.get_by_role("textbox"), 3)
    page.keyboard.type("nobody.jsonl")
    page.keyboard.press("Enter")
    panel.get_by_role("status").filter(has_text="is not in your work folder").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    panel.get_by_role("status").filter(has_text="Goal reached").wait_for()
    summary = panel.locator("summary")
    to(page, summary, 5)
    page.keyboard.press("Enter")
    assert (
        summary.evaluate("e => e.parentElement.open")
        and panel.get_by_role("row")
        .filter(has_text="only a few thousand")
        .get_by_text("Oleksiy Reznikov")
        .count()
        == 1
    )
    assert cell_count(page) == before and axe(page) == []
    write(page, 'predict("07.p"', "...", "2", "Kept. readings = 2")
    write(page, "last_day = ", "...", "'2022-02-20'", "Right. 10, because the last day")
    write(page, "three = four", "...", "'exercise'", "E1, E2 and E3 have the same rating")
    write(page, "ours = evidence.ratings(report)\ntops", "...", "'nothing'", "E4, in our ratings")
    write(
        page,
        'repair("07.r"',
        "...",
        "'Analysts or officials, the report leaves it open, expect enough forces in place by 24"
        " February 2022.'",
        "Kept. I found",
    )
    drive(
        page,
        quiz,
        quiz.get_by_role("radio", name="the forces that an attack would need are there"),
        "Space",
        "It is a day of readiness",
    )
    assert cell_count(page) == before


def read_off(report, said):
    """(start of the option that we choose for a card, verdict or None). said: the card's words."""
    shown = [key for key, card in report.sources.iterrows() if card["says"] in said]
    ours = report.outcomes[report.outcomes["source"].isin(shown)]
    if ours.empty:
        return "none of these", None
    return ours["claim"].iloc[0], ours["verdict"].iloc[0]


@pytest.mark.slow
def test_lesson_08_by_keyboard(base, page):
    lab.open_notebook(page, base, "08_what_followed.ipynb")
    lab.run_all(page)
    page.locator(".cr-panel").nth(1).wait_for()
    before, panel, quiz = (
        cell_count(page),
        page.locator(".cr-panel").first,
        page.locator(".cr-panel").nth(1),
    )
    status, sentence, following = (
        panel.get_by_role("status"),
        panel.get_by_role("combobox", name="The card tests"),
        panel.get_by_role("button", name="Next card"),
    )
    assert (
        panel.locator(".cr-goal").inner_text()
        == "Which sentence of the report does this card test?"
        and axe(page) == []
    )
    report = open_report()
    status.filter(has_text="Card 1 of ").wait_for()
    last = int(re.search(r"Card 1 of (\d+)", status.inner_text())[1])
    sentence.focus()
    for number in range(1, 5):
        status.filter(has_text=f"Card {number} of {last}, in print on").wait_for()
        assert sentence.input_value() == "choose a sentence"
        assert panel.locator(".cr-view strong").count() == 1
        claim, verdict = read_off(report, panel.locator(".cr-view").inner_text())
        for _ in range(20):
            if not sentence.input_value().startswith(claim):
                page.keyboard.press("ArrowDown")
        assert sentence.input_value().startswith(claim)
        if verdict:
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            choice = panel.get_by_role("radio", name=verdict, exact=True)
            for _ in range(3):
                if not choice.is_checked():
                    page.keyboard.press("ArrowDown")
            assert choice.is_checked()
        status.filter(has_text="So we ").wait_for()
        press_what_deletes_cells(page)
        to(page, following, 4)
        page.keyboard.press("Enter")
        for _ in range(6):
            if not sentence.evaluate("e => e === document.activeElement"):
                page.keyboard.press("Shift+Tab")
    for number in range(5, last + 1):
        status.filter(has_text=f"Card {number} of {last}, in print on").wait_for()
        following.press("Enter")
    status.filter(has_text=f"That was the last of {last} cards.").wait_for()
    following.press("Enter")
    status.filter(has_text=f"Card 1 of {last}").wait_for()
    assert cell_count(page) == before and axe(page) == []
    write(page, 'predict("08.t"', "...", "8", "Kept. testable = 8")
    write(page, "held = list", "...", "'held'", "C12 and C41, as we read it")
    write(
        page,
        "otherwise = ...",
        "...",
        "'1. If the troops had left, Russia could have attacked from elsewhere. 2. If Putin had"
        " not given the order, the troops could have stayed there.'",
        "Kept. I found two other ways, and each starts from a card",
    )
    write(page, "asked, answered", "...", "asked", "Two days, from 9 to 11 February")
    write(
        page,
        'repair("08.r"',
        "...",
        "'On 20 February 2022 the troops, which would leave according to the Kremlin, stayed.'",
        "Kept. I found",
    )
    write(
        page,
        'keep("08.k"',
        "...",
        "'I used to read what was announced, now I ask by which day.'",
        "Kept. In your own words",
    )
    drive(
        page,
        quiz,
        quiz.get_by_role("radio", name="nobody; several said that it could"),
        "Space",
        "So it stands in the text",
    )
    assert cell_count(page) == before
