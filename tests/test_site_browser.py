"""The website, built by its one command and opened in Chromium: every page, and the live lessons
with the Pyodide that CLOSE_READING_PYODIDE names.
"""

import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import lab
import nbformat
import pytest
import serve
from bs4 import BeautifulSoup
from closereading.lesson import lines
from test_texts_in import docx, line, pdf
from website.places import SITE, for_learners, lessons

ROOT = Path(__file__).parents[1]
PYODIDE = os.environ.get("CLOSE_READING_PYODIDE")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        PYODIDE is None or lab.chromium() is None,
        reason="CLOSE_READING_PYODIDE names no folder with a Pyodide, or there is no Chromium",
    ),
]
OPEN_ALL = "() => document.querySelectorAll('details').forEach(d => d.open = true)"
# what opens fades in, and half faded it would be judged as pale
SETTLED = """() => document.fonts.ready.then(() => new Promise(
    done => requestAnimationFrame(() => requestAnimationFrame(done)))).then(() =>
    Promise.allSettled(document.getAnimations().map(a => a.finished)))"""
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 900}
# a Pyodide may have no maps: 02 and 09 say so in a sentence, and go on
LIVE = [path.name for path in lessons()]
APART = {"live", "_static"}  # what JupyterLite and the theme bring, which are no pages of ours
SAVED = "() => !window.jupyterapp.shell.currentWidget.context.model.dirty"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """(Path of the site, Path of its zip), made by the one command."""
    folder = tmp_path_factory.mktemp("site")
    site, packed = folder / "html", folder / "school.zip"
    command = [sys.executable, str(SITE / "build.py"), "--into", str(site)]
    command += ["--pyodide", PYODIDE, "--zip", str(packed)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return site, packed


@pytest.fixture(scope="module")
def site(built):
    return built[0]


@contextmanager
def served(folder):
    """Address of a server of a folder, the one that goes along with the site."""
    server = serve.server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def address(site):
    with served(site) as base:
        yield base


@pytest.fixture(scope="module")
def soups(site):
    """{path in the site: its page, read}."""
    paths = [p for p in sorted(site.rglob("*.html")) if p.relative_to(site).parts[0] not in APART]
    return {
        p.relative_to(site).as_posix(): BeautifulSoup(p.read_text("utf-8"), "html.parser")
        for p in paths
    }


def test_every_link_and_file_leads_somewhere(site, soups):
    ids = {name: {e["id"] for e in soup.find_all(id=True)} for name, soup in soups.items()}
    count = 0
    for name, soup in soups.items():
        links = [
            e.get("href") or e.get("src") for e in soup.find_all(["a", "link", "img", "script"])
        ]
        for link in filter(None, links):
            where, anchor = urldefrag(link)
            parts = urlsplit(where)
            if parts.scheme:
                assert parts.scheme in ("http", "https", "mailto", "data"), (name, link)
                continue
            target = (site / name).parent.joinpath(unquote(parts.path)).resolve()
            target = target if parts.path else site / name
            assert target.is_file(), (name, link)
            page = target.relative_to(site).as_posix()
            assert not anchor or page not in ids or anchor in ids[page], (name, link)
            count += 1
    assert count > 1000


def test_live_links_name_notebooks_that_are_there(site, soups):
    links = [a["href"] for soup in soups.values() for a in soup.select('a[href*="live/"]')]
    names = {re.search(r"path=([\w.]+)$", link)[1] for link in links}
    assert names == {path.name for path in for_learners()}
    listed = json.loads((site / "live" / "api" / "contents" / "all.json").read_text("utf-8"))
    assert names <= {file["path"] for file in listed["content"]}


def test_pages_say_nothing_that_only_a_notebook_can(soups):
    for path in lessons():
        text = soups[f"{path.stem}.html"].find("article").get_text()
        for word in ("Shift and Enter", "press Shift", "<VBox", "<wbr", "Nothing here yet"):
            assert word not in text, (path.name, word)


def test_a_teachers_page_is_apart_from_the_pupils(soups):
    for name, soup in soups.items():
        if not name.startswith("teacher/"):
            side = soup.select_one(".bd-sidebar-primary .bd-links")
            assert side is None or not side.select('a[href*="teacher"]'), name


EDGES = """all => all.map(image => {
    const style = getComputedStyle(image);
    return `${style.paddingLeft} ${style.borderLeftWidth}`;
})"""


@pytest.fixture(scope="module")
def visited(address, soups):
    """list of tuples, what is wrong on which page: once wide and light, once dark on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    names = [name for name, soup in soups.items() if soup.select_one(".bd-main")]
    found, axe = [], Axe()
    with lab.browser(1280, 900) as page:
        for scheme, size in (("light", WIDE), ("dark", PHONE)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            for name in names:
                page.goto(f"{address}/{name}")
                page.evaluate(OPEN_ALL)
                page.evaluate(SETTLED)
                assert page.evaluate("() => document.documentElement.dataset.theme") == scheme
                wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
                found += [(name, scheme, "must be scrolled sideways")] * wide
                wrong = axe.run(page).response["violations"]
                found += [(name, scheme, v["id"], v["nodes"][0]["html"][:200]) for v in wrong]
        found += [("errors", 0, e) for e in page.errors + page.outside]
        page.evaluate(
            "() => document.querySelector('main').append(document.createElement('img'))"
        )  # the judge is awake: an image without a source and a text
        page.evaluate("() => { document.querySelector('main img:last-of-type').src = 'x.png' }")
        assert "image-alt" in [v["id"] for v in axe.run(page).response["violations"]]
    return found


def test_every_page_can_be_used_by_all_and_asks_nothing_of_the_internet(visited):
    assert visited == []


def test_marks_open_on_a_page(address):
    with lab.browser(1280, 900) as page:
        page.goto(f"{address}/04_how_many.html")
        mark = page.get_by_role("button", name=re.compile("Janes.*open the words")).first
        mark.focus()
        page.keyboard.press("Enter")
        told = page.get_by_role("dialog")
        told.get_by_text("8,000 to 14,000 troops").first.wait_for()
        page.keyboard.press("Escape")
        assert told.count() == 0 and mark.evaluate("e => e === document.activeElement")
        page.goto(f"{address}/index.html")
        page.locator(".cr-mark").first.click()
        told.wait_for()
        assert page.errors == [] and page.outside == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_between_a_picture_and_its_buttons(address, scheme):
    """A theme that gives pictures room inside moves every mark away from its button."""
    with lab.browser(390, 800) as page:
        page.emulate_media(color_scheme=scheme)
        for name in ("02_how_far", "04_how_many", "06_five_accounts"):
            page.goto(f"{address}/{name}.html")
            page.locator(".cr-mark").first.wait_for(state="attached")
            assert page.evaluate("() => document.documentElement.dataset.theme") == scheme
            edges = page.locator(".cr-marks > img").evaluate_all(EDGES)
            assert len(edges) > 1 and set(edges) == {"0px 0px"}, (name, edges)


def test_marks_open_on_a_page_that_was_opened_as_a_file(site):
    """From a stick, without a server: nothing is fetched, and the marks have their look."""
    with lab.browser(1280, 900) as page:
        page.goto((site / "04_how_many.html").as_uri())
        mark = page.get_by_role("button", name=re.compile("Janes.*open the words")).first
        mark.click()
        told = page.get_by_role("dialog")
        told.get_by_text("8,000 to 14,000 troops").first.wait_for()
        assert told.evaluate("e => getComputedStyle(e).position") == "fixed"


def test_search_finds_a_word_of_a_lesson(address):
    with lab.browser() as page:
        page.goto(f"{address}/search.html?q=telephone")
        page.locator("#search-results a", has_text="Who says so?").first.wait_for()
        assert page.errors == [] and page.outside == []


def test_on_paper_a_lesson_has_no_controls(address):
    with lab.browser() as page:
        page.goto(f"{address}/01_who_says_so.html")
        page.emulate_media(media="print")
        for gone in (".bd-header", ".cr-doors", ".bd-sidebar-primary"):
            assert not page.locator(gone).first.is_visible()
        assert page.locator(".cr-picture").first.is_visible()


# --- the live lessons


def open_live(page, address, name):
    """Opens a live lesson and waits for its Python."""
    page.goto(f"{address}/live/notebooks/index.html?path={name}")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(lab.IDLE)


def run_whole(page):
    """Runs every cell anew; list of (source, what went wrong)."""
    page.evaluate(
        """() => {
            const cells = window.jupyterapp.shell.currentWidget.content.widgets;
            cells.filter(c => c.model.type === 'code').forEach(c => c.model.clearExecution());
            window.jupyterapp.commands.execute('notebook:run-all-cells');
        }"""
    )
    page.wait_for_function(
        """() => window.jupyterapp.shell.currentWidget.content.widgets
            .filter(c => c.model.type === 'code' && c.model.sharedModel.source.trim())
            .every(c => c.model.executionCount && c.model.executionState !== 'running')"""
    )
    return page.evaluate(
        """() => window.jupyterapp.shell.currentWidget.content.widgets
            .filter(c => c.model.type === 'code')
            .flatMap(c => c.model.outputs.toJSON()
                .filter(o => o.output_type === 'error' || o.name === 'stderr')
                .map(o => [c.model.sharedModel.source.slice(0, 80), o.evalue ?? o.text]))"""
    )


def begun(page):
    """Runs a lesson's first two cells."""
    for start in ("# Looks", "from closereading"):
        lab.run_cell(page, lab.source_of(page, start))
    page.locator(".jp-OutputArea-output", has_text="This lesson reads").first.wait_for()


@pytest.mark.parametrize("name", LIVE, ids=lambda name: name[:2])
def test_a_lesson_runs_through_in_the_browser(address, name):
    with lab.browser(height=2000) as page:
        open_live(page, address, name)
        assert run_whole(page) == []
        assert page.errors == [] and page.outside == []


def test_answers_are_there_after_a_reload_and_can_be_taken_along(address):
    """By keyboard: a widget, a prediction; then the next day, and a fresh start."""
    with lab.browser(height=3000) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        open_live(page, address, "01_who_says_so.ipynb")
        page.get_by_role("status").filter(has_text="Python is ready").wait_for()
        begun(page)
        predict = lab.source_of(page, "predict(")
        lab.replace_cell(page, predict, 'predict("01.p", share=40)')
        lab.run_cell(page, lab.source_of(page, "five_calls("))
        calls = page.locator(".cr-panel").first
        before = calls.get_by_role("status").inner_text()
        calls.get_by_role("combobox", name="First call").focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_function(
            "([e, text]) => e.textContent !== text",
            arg=[calls.get_by_role("status").element_handle(), before],
        )
        with page.expect_download() as download:
            page.get_by_role("button", name="Download my answers").click()
        taken = Path(download.value.path()).read_text("utf-8")
        lab.run_cell(page, lab.source_of(page, "from closereading import download_answers"))
        end = page.get_by_role("status").filter(has_text="some browsers forget")
        end.first.wait_for()  # at each lesson's end
        assert "# Prediction 01.p: share = 40" in taken.splitlines()
        assert lines.parsed(taken.encode())[0][0]["value"] == {"share": 40}
        page.wait_for_function(SAVED)
        page.reload()
        page.wait_for_function(lab.IDLE)
        assert lab.source_of(page, 'predict("01.p", share=40)') == predict
        begun(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download my answers").click()
        assert Path(download.value.path()).read_text("utf-8") == taken
        with page.expect_navigation():  # all is removed first, on the page as it is
            page.get_by_role("button", name="Start anew").click()
        page.wait_for_function(lab.IDLE)
        page.get_by_role("button", name="Download my answers").click()
        page.get_by_role("status").filter(has_text="no answers yet").first.wait_for()
        assert page.errors == [] and page.outside == []


def test_a_link_leads_from_one_live_lesson_to_the_next(address):
    """On a phone, in the dark, as the phone has it; the bar above covers nothing of the page."""
    with lab.browser(390, 844) as page:
        page.emulate_media(color_scheme="dark")
        open_live(page, address, "01_who_says_so.ipynb")
        page.get_by_role("status").filter(has_text="Python is ready").wait_for()
        page.wait_for_function("() => document.body.dataset.jpThemeLight === 'false'")
        bar, main = page.locator("#cr-bar").bounding_box(), page.locator("#main").bounding_box()
        assert bar["y"] + bar["height"] <= main["y"] + 1 and bar["height"] < 120
        with page.expect_navigation(url=re.compile(r"path=00_read_the_report\.ipynb$")):
            page.get_by_role("link", name="Lesson 00").first.click()
        page.get_by_role("heading", name="00 · Read the report").first.wait_for()
        assert page.errors == [] and page.outside == []


OWN_TEXT = """The tram to the harbour has stood still since Monday, said Ada Rehn, the depot's head.

Between 300 and 400 people walk to work now. Some say that it is over 500.
"""


def test_a_text_of_ones_own_goes_through_lesson_09(address):
    """Pasted into the lesson, two rows made of it; they are there after a reload."""
    with lab.browser(height=3000) as page:
        open_live(page, address, "09_your_own_report.ipynb")
        begin = (
            "from closereading import *\nours = open_report(as_of='2022-02-10')\nbegin('09', ours)"
        )
        made = f'name = "my-report"\nreport = start_report(name, """{OWN_TEXT}""")\nreport.read()'
        rows = (
            'save_claim(name, passage="has stood still since Monday", speaker="Ada Rehn",'
            ' sourcing="named", cue="said")\n'
            'save_claim(name, passage="Between 300 and 400 people", speaker="no stated source",'
            ' number="Between 300 and 400", unit="persons", population="people", topic="crowd")'
        )
        shown = "report = open_report('my-report')\nprint(len(report.claims), 'claims')"
        shown += "\ncharts.intervals(report)"
        first = lab.source_of(page, "# Looks")
        for source in (begin, made, rows, shown):
            lab.replace_cell(page, first, source)
        page.get_by_text("2 claims").first.wait_for()
        assert page.locator(".jp-OutputArea-output img").first.get_attribute("alt")
        page.reload()
        page.wait_for_function(lab.IDLE)
        lab.replace_cell(page, first, f"{begin}\n{shown}")
        page.get_by_text("2 claims").first.wait_for()
        assert page.errors == [] and page.outside == []


FERRIES = "Between 300 and 400 people walk to work now, said Ada Rehn, the head of the depot."
UPLOADED = {
    "tram.txt": f"The tram stands.\n\n{FERRIES}\n".encode(),
    "tram.docx": docx(line("The tram stands.") + line(FERRIES)),
    "tram.pdf": pdf(["The tram stands.", "", FERRIES]),
    "tram.html": f"<article><p>The tram stands.</p><p>{FERRIES}</p></article>".encode(),
}


def test_a_file_of_ones_own_is_taken_in_lesson_09(address):
    """Each kind that the form offers, and a kind that it refuses in one sentence."""
    with lab.browser(height=3000) as page:
        open_live(page, address, "09_your_own_report.ipynb")
        for start in ("# Looks", "from closereading"):
            lab.run_cell(page, lab.source_of(page, start))
        number = lab.source_of(page, "from closereading import your_text")
        for name, data in UPLOADED.items():
            kind = name.partition(".")[2]
            asked = f'from closereading import your_text\nyour_text("tram-{kind}")'
            lab.replace_cell(page, number, asked)
            form = page.locator(".cr-panel").filter(has_text="Put a text of yours")
            kept = {"name": name, "mimeType": "", "buffer": data}
            form.get_by_label(re.compile("A file")).set_input_files(kept)
            form.get_by_role("button", name="Take this text").click()
            form.get_by_role("status").filter(has_text="Taken: 2 paragraphs").wait_for()
            assert FERRIES in form.locator(".cr-view").text_content(), name
            form.get_by_label(re.compile("A file")).set_input_files(
                {"name": "tram.png", "mimeType": "", "buffer": b"\x89PNG\r\n"}
            )
            form.get_by_role("button", name="Take this text").click()
            form.get_by_role("status").filter(has_text="found a picture").wait_for()
        assert page.errors == [] and page.outside == []


def downloaded(page):
    """(name, text) of what the button above the lesson gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    path = Path(download.value.path())
    return download.value.suggested_filename, path.read_text("utf-8")


def test_learners_who_share_a_browser_take_their_own_answers_along(address):
    """Two of them, each in a copy of their own, as on a laptop; and while nobody is chosen."""
    with lab.browser(height=3000) as page:
        open_live(page, address, "00_read_the_report.ipynb")
        share = "import closereading\nprint(closereading.share_machine())"
        lab.replace_cell(page, lab.source_of(page, "# Looks"), share)
        page.get_by_text("This machine is shared now").wait_for()
        for who, given in (("1", 40), ("2", 70)):
            open_live(page, address, "01_who_says_so.ipynb")
            lab.run_cell(page, lab.source_of(page, "from closereading"))
            page.get_by_role("button", name="Download my answers").click()
            page.get_by_role("status").filter(has_text="choose who you are").wait_for()
            form = page.locator(".cr-panel").filter(has_text="Choose who you are")
            form.get_by_role("button", name="Open my copy").click()
            with page.expect_navigation():
                form.get_by_role("link", name=f"Open the copy of learner {who}").click()
            page.wait_for_selector(".jp-Notebook .jp-Cell")
            page.wait_for_function(lab.IDLE)
            assert lab.source_of(page, "# Looks")  # the lesson as it was before anybody wrote in it
            lab.run_cell(page, lab.source_of(page, "from closereading"))
            predict = lab.source_of(page, "predict(")
            lab.replace_cell(page, predict, f'predict("01.p", share={given})')
            name, text = downloaded(page)
            assert name == f"answers-{who}.txt"
            assert [one["value"] for one in lines.parsed(text.encode())[0]] == [{"share": given}]
        assert page.errors == [] and page.outside == []


@pytest.mark.parametrize("path", for_learners(), ids=lambda path: path.stem)
def test_links_of_a_live_lesson_lead_to_another_one_or_to_a_file_of_the_site(site, path):
    """What live.js makes of them: a notebook opens live, a PDF is the one that the pages have."""
    names = {one.name for one in for_learners()}
    for link in own_links(path):
        file = link.partition("#")[0].rpartition("/")[2]
        known = file in names or (file.endswith(".pdf") and (site / "teacher" / file).is_file())
        assert known or link.startswith(("https://", "#")), link


def own_links(path):
    """list of str: where the links of a notebook's texts and outputs lead."""
    cells = nbformat.read(path, 4).cells
    shown = [
        out.get("data", {}).get("text/html", "") for c in cells for out in c.get("outputs", [])
    ]
    texts = [c.source for c in cells if c.cell_type == "markdown"]
    written = [link for text in texts for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    soups = [BeautifulSoup(text, "html.parser") for text in shown + texts]
    return written + [a["href"] for soup in soups for a in soup.select("a[href]")]


def test_the_poster_of_lesson_06_opens_from_the_live_lesson(address):
    with lab.browser(height=12000) as page:
        open_live(page, address, "06_five_accounts.ipynb")
        where = f"{address}/teacher/06_in_their_words.pdf"
        with page.context.expect_event("request", lambda request: request.url == where):
            page.get_by_role("link", name="In their words, A3").click()
        assert page.request.get(where).body().startswith(b"%PDF")


BUSY_WHEN_ASKED = """async () => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const busy = new Promise((done) => {
        kernel.statusChanged.connect((_, state) => state === "busy" && done());
    });
    const code = "import time\\nend = time.time() + 5\\nwhile time.time() < end: pass";
    kernel.requestExecute({ code });
    await busy;
    const buttons = [...document.querySelectorAll("#cr-bar button")];
    buttons.find((button) => button.textContent.startsWith("Download")).click();
    return kernel.status;
}"""


def test_where_a_browser_keeps_nothing_the_lesson_says_so_first(address):
    """As over plain http in a school's network: no service worker, so no files and no saving."""
    with lab.browser(height=3000) as page:
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
        page.add_init_script("delete Navigator.prototype.serviceWorker")
        page.goto(f"{address}/live/notebooks/index.html?path=01_who_says_so.ipynb")
        page.get_by_role("alert").filter(has_text="your browser keep nothing").wait_for()
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.wait_for_function(lab.IDLE)
        begun(page)
        lab.replace_cell(page, lab.source_of(page, "predict("), 'predict("01.p", share=40)')
        with page.expect_download() as download:
            assert page.evaluate(BUSY_WHEN_ASKED) == "busy"
        assert '"share": 40' in Path(download.value.path()).read_text("utf-8")


def test_the_zip_works_with_the_network_off(built, tmp_path):
    """Unpacked, served by its own serve.py, in a namespace that has no network but loopback."""
    zipfile.ZipFile(built[1]).extractall(tmp_path)
    command = [sys.executable, str(ROOT / ".ci" / "offline.py"), sys.executable]
    command += [str(ROOT / "tests" / "school.py"), str(tmp_path / "close-reading")]
    env = dict(os.environ, PYTHONPATH=str(ROOT / "tests"))
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    assert "lesson 00 answers" in done.stdout, done.stdout + done.stderr
