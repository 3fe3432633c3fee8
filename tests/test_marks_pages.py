"""Every mark of every saved picture opens to its words on a page without Jupyter: where it stands,
by mouse, by keyboard, by touch; in a window enlarged four times; in the dark.
"""

from pathlib import Path

import lab
import nbformat
import pytest
from bs4 import BeautifulSoup
from still_page import page_of

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)
SIZES = {"wide": (1280, 900), "phone": (390, 844), "enlarged": (320, 225)}
MORE = ("wide", "enlarged")

# presses what lies at the middle of each area, and tells what opened and where
PRESS = """([[cell, number], areas]) => {
    const frame = document.getElementById(cell).querySelectorAll('.cr-marks')[number];
    return areas.map(([x, y]) => {
        frame.scrollIntoView();
        const middle = () => {
            const all = frame.getBoundingClientRect();
            return [all.left + all.width * x / 1000, all.top + all.height * y / 1000];
        };
        scrollBy(0, middle()[1] - innerHeight / 2);
        const button = document.elementFromPoint(...middle())?.closest('.cr-mark');
        if (!button) return {told: 'no button lies here'};
        button.click();
        const box = document.querySelector('[role=dialog]');
        const [at, its] = [button.getBoundingClientRect(), box.getBoundingClientRect()];
        const told = {
            told: box.textContent,
            covers: its.left < at.right && its.right > at.left && innerHeight > 400
                && its.top < at.bottom && its.bottom > at.top,
            low: box.clientHeight < Math.min(box.scrollHeight - 2, 175),
            cut: its.left < 0 || its.top < 0 || its.right > innerWidth || its.bottom > innerHeight,
            lit: [...document.querySelectorAll('tbody.cr-lit')].map(body => body.textContent),
            small: Math.min(at.width, at.height) < 23.9,
        };
        document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
        return {...told, left: document.querySelectorAll('[role=dialog]').length,
                focused: document.activeElement === button};
    });
}"""


@pytest.fixture(scope="module")
def chrome():
    """The one browser of this module."""
    with lab.browser(*SIZES["wide"]) as page:
        yield page


@pytest.fixture
def show(chrome, tmp_path):
    """Function that opens a notebook's page in a window of some size."""

    def shown(path, size="wide", only=None):
        wide, high = SIZES[size]
        chrome.set_viewport_size({"width": wide, "height": high})
        (tmp_path / "page.html").write_text(page_of(path, only), encoding="utf-8")
        chrome.goto((tmp_path / "page.html").as_uri())
        return chrome

    yield shown
    chrome.emulate_media(color_scheme="light")
    assert chrome.errors == []
    assert [url for url in chrome.outside if not url.startswith("file:")] == []


def wrong(told, body):
    """list of str: what is wrong with a mark that was pressed."""
    cells = [cell.get_text() for cell in body.find_all("td")]
    faults = [text for text in [*cells[::2], cells[-1]] if text not in told["told"]]
    faults += [name for name in ("covers", "low", "cut", "small", "left") if told.get(name)]
    if body.get_text() not in told.get("lit", []):
        faults.append("its row is not lit")
    return faults + ([] if told.get("focused") else ["the focus is lost"])


def words(path):
    """{(id of a cell, number of its picture): list of (middle of an area, its body)}."""
    found = {}
    for cell in nbformat.read(path, 4).cells:
        html = "".join(out.get("data", {}).get("text/html", "") for out in cell.get("outputs", []))
        for number, told in enumerate(BeautifulSoup(html, "html.parser").select("[data-words]")):
            bodies = told.select("tbody:has(tr)")
            found[cell.id, number] = [one for body in bodies for one in middles(body)]
    return found


def middles(body):
    """list of ((x, y), the body): the areas of one mark."""
    areas = [[*map(int, at.split())] for at in body["data-at"].split("; ")]
    return [((x + wide / 2, y + high / 2), body) for x, y, wide, high in areas]


NOTEBOOKS = [path for path in sorted((ROOT / "notebooks").glob("*.ipynb")) if words(path)]
ONES = [(path, "phone") for path in NOTEBOOKS]
ONES += [(path, size) for path in NOTEBOOKS if path.name[:2] in ("02", "04") for size in MORE]


@pytest.mark.parametrize("path, size", ONES, ids=lambda one: getattr(one, "stem", one))
def test_each_mark_opens_where_it_stands(show, path, size):
    page = show(path, size)
    for picture, marks in words(path).items():
        told = page.evaluate(PRESS, [[*picture], [middle for middle, _ in marks]])
        for answer, (middle, body) in zip(told, marks, strict=True):
            assert wrong(answer, body) == [], (picture, middle, body.get_text(), answer)


# the marks are laid anew in the frame after a change
LAID = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SPOILT = {
    "swapped": "[one.dataset.at, two.dataset.at] = [two.dataset.at, one.dataset.at]",
    "dropped": "delete one.dataset.at",
    "moved": "one.dataset.at = one.dataset.at.replace(/^\\d+/, x => +x + 250)",
}


@pytest.mark.parametrize("how, seen", [("swapped", [0, 1]), ("dropped", [0]), ("moved", [0])])
def test_an_area_that_is_wrong_is_seen(show, how, seen):
    path = ROOT / "notebooks" / "04_how_many.ipynb"
    marks = words(path)["chart", 0]
    page = show(path, only="chart")
    spoil = f"const [one, two] = document.querySelectorAll('tbody'); {SPOILT[how]};"
    page.evaluate(f"() => {{ {spoil} document.body.append('') }}")
    page.locator(".cr-mark").nth(len(marks) - 1 - (how == "dropped")).wait_for()
    page.evaluate(LAID)
    told = page.evaluate(PRESS, [["chart", 0], [middle for middle, _ in marks]])
    assert [i for i, one in enumerate(told) if wrong(one, marks[i][1])] == seen


def tabbed(page, count):
    """list of str: what has the focus after each of so many Tabs."""
    order = []
    for _ in range(count):
        page.keyboard.press("Tab")
        order.append(page.evaluate("() => document.activeElement.ariaLabel"))
    return order


def test_tab_goes_line_by_line_and_along_bars(show):
    path = ROOT / "notebooks" / "04_how_many.ipynb"
    order = tabbed(show(path, only="flawed"), 4)
    names = ["no stated source", "the United States", "Janes", "Oleksiy Reznikov"]
    assert [name.partition(",")[0] for name in order] == names
    page = show(path, only="chart")
    order = tabbed(page, 4)
    names = ["Oleksiy Reznikov", "Janes", "no stated source", "the United States"]
    assert [name.partition(",")[0] for name in order] == names
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent") == "Close"
    page.keyboard.press("Shift+Tab")  # the box closes, and on it goes
    assert page.evaluate("() => document.activeElement.ariaLabel") == order[2]
    assert page.get_by_role("dialog").count() == 0


def test_eight_lessons_have_pictures():
    assert {path.name[:2] for path in NOTEBOOKS} >= set("01 02 03 04 06 07 08 09".split())


def test_a_page_says_once_that_marks_open(show):
    page = show(ROOT / "notebooks" / "04_how_many.ipynb")
    how = page.locator(".cr-how")
    assert how.count() == 1 and "click or tap it, and read who said it" in how.text_content()
    assert page.locator("#flawed .cr-how").count() == 1  # below the first picture


def test_a_tap_opens_a_mark_and_a_tap_beside_it_closes_it(show):
    path = ROOT / "notebooks" / "04_how_many.ipynb"
    url = show(path, only="chart").url
    with show(path, only="chart").context.browser.new_context(
        has_touch=True, viewport={"width": 390, "height": 844}
    ) as touched:
        page = touched.new_page()
        page.goto(url)
        page.get_by_role("button", name="Oleksiy Reznikov").tap()
        page.get_by_role("dialog").filter(has_text="“only a few thousand”").wait_for()
        page.touchscreen.tap(5, 5)
        assert page.get_by_role("dialog").count() == 0


def test_marks_that_hide_each_other_open_as_a_list(show):
    page = show(ROOT / "notebooks" / "02_how_far.ipynb", "phone", "map")
    page.get_by_role("button", name="Minsk").first.click()
    box = page.get_by_role("dialog")
    assert "marks lie here" in box.get_attribute("aria-label")
    names = box.locator(".cr-who").all_text_contents()
    assert "Minsk" in names[0]  # the one that was pressed
    assert any("Machulishchy" in name for name in names[1:])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(show, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = show(ROOT / "notebooks" / "02_how_far.ipynb", "phone")
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name="Luninets").first.click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    assert page.locator("img").evaluate_all("all => all.every(e => e.alt.length > 30)")
    assert not page.locator(".cr-alt").first.is_visible()
    page.locator("img").first.evaluate("e => e.removeAttribute('alt')")  # the judge is awake
    assert [v["id"] for v in Axe().run(page).response["violations"]] == ["image-alt"]
