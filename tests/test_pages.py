"""The static site of `execute.py --html`: complete, the same on every run, every link leads
somewhere, nothing asked of the internet, readable by all.
"""

import contextlib
import functools
import http.server
import re
import subprocess
import sys
import threading
from pathlib import Path

import lab
import nbformat
import pages
import pytest
from bs4 import BeautifulSoup
from closereading.lesson.say import NOTHING

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
needs_chromium = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages") / "site"
    pages.write(folder)
    return folder


@pytest.fixture(scope="module")
def soups(folder):
    return {
        p.name: BeautifulSoup(p.read_text(encoding="utf-8"), "html.parser")
        for p in sorted(folder.glob("*.html"))
        if not p.name.startswith("handout_")
    }


def contents(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_the_command_writes_the_same_bytes_in_another_process(folder, tmp_path):
    command = [
        sys.executable,
        str(ROOT / "notebooks" / "execute.py"),
        "--html",
        str(tmp_path / "again"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0 and "index.html" in done.stdout, done.stdout + done.stderr
    assert contents(tmp_path / "again") == contents(folder)
    assert {p.name for p in tmp_path.iterdir()} == {
        "again",
        "work",
    }  # the work folder is the test's own


def test_only_what_it_made_is_overwritten_or_removed(tmp_path, folder):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("full", "file"):
        with pytest.raises(ValueError, match="holds other things|is a file"):
            pages.write(tmp_path / name)
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["diary.txt"] and (
        tmp_path / "file"
    ).read_text() == "mine"
    made = tmp_path / "made"
    pages.write(made)
    (made / "diary.txt").write_text("mine")
    (made / "index.html").write_text("spoilt")
    (made / "old.html").write_text("of an older version")
    (made / pages.MADE).write_text(
        (made / pages.MADE).read_text() + "old.html\n../full/diary.txt\n"
    )
    pages.write(made)
    assert (
        contents(made) == contents(folder) | {"diary.txt": b"mine"}
        and (tmp_path / "full" / "diary.txt").read_text() == "mine"
    )
    (made / pages.MADE).write_text("style.css\n")
    with pytest.raises(ValueError, match="not made here"):
        pages.write(made)
    (made / pages.MADE).write_text("\n".join(contents(folder)))
    (made / "index.html").unlink()
    (made / "index.html").symlink_to(tmp_path / "file")
    with pytest.raises(ValueError, match="index.html, not made here"):
        pages.write(made)
    assert (tmp_path / "file").read_text() == "mine"


def test_every_link_and_picture_leads_somewhere(folder, soups):
    ids = {name: [e["id"] for e in soup.find_all(id=True)] for name, soup in soups.items()}
    count = 0
    for name, soup in soups.items():
        assert len(ids[name]) == len(set(ids[name])), f"{name}: an id twice"
        links = [e.get("href") or e.get("src") for e in soup.find_all(["a", "link", "img"])]
        for link in links:
            assert link and not re.match(r"(?!https?:)\w+:", link), (name, link)
            if link.startswith("http"):
                continue
            path, _, anchor = link.partition("#")
            assert not path or (folder / path).is_file(), (name, link)
            assert not anchor or anchor in ids[path or name], (name, link)
            count += 1
    assert count > 200


def test_nothing_in_a_page_runs_or_is_fetched(soups):
    for name, soup in soups.items():
        assert not soup.find_all(
            ["script", "iframe", "object", "embed", "form", "style", "base", "svg"]
        ), name
        assert [(e["rel"], e["href"]) for e in soup.find_all("link")] == [
            (["icon"], "icon.svg"),
            (["stylesheet"], "style.css"),
        ]
        assert not [
            a for e in soup.find_all(True) for a in e.attrs if a.startswith("on") or a == "style"
        ], name
        assert all(
            re.fullmatch(r"pictures/[\w.-]+\.png", e["src"])
            and e["alt"].strip()
            and e["width"]
            and e["height"]
            for e in soup.find_all("img")
        ), name


def test_a_page_holds_all_that_its_notebook_has(folder, soups):
    for path in NOTEBOOKS:
        soup, cells = soups[f"{path.stem}.html"], nbformat.read(path, 4).cells
        code = [c for c in cells if c.cell_type == "code" and c.id != "look"]
        assert [e.get_text() for e in soup.select("details.code code")] == [c.source for c in code]
        told = [o.get("data", {}) for c in code for o in c.outputs]
        shown = "".join(data.get("text/html", "") for data in told)
        assert len(soup.select("main img")) == sum("image/png" in data for data in told)
        tested = any(
            "self_test(" in c.source for c in code
        )  # the machine is tested in the notebook only
        assert (
            len(soup.select(".cr-static .note"))
            == shown.count("Run this cell, and its controls") - tested
        )
        text, prose = (
            re.sub(r"\W+", "", soup.get_text()),
            "\n".join(c.source for c in cells if c.cell_type == "markdown"),
        )
        bare = re.sub(r"<[^>]+>|\]\([^)]*\)|^\|[-|: ]+$", "", prose, flags=re.M)
        lost = [
            line
            for line in bare.splitlines()
            if "```" not in line and re.sub(r"\W+", "", line) not in text
        ]
        assert lost == []
        assert NOTHING not in soup.get_text()


def test_handouts_go_along_as_they_are(folder, soups):
    sheets = sorted((ROOT / "notebooks" / "teacher").glob("*.html"))
    for path in sheets:
        text = (folder / path.name).read_text(encoding="utf-8")
        assert text == path.read_text(encoding="utf-8") and soups["index.html"].find(
            "a", href=path.name
        )
        assert not re.search(r"<script|<link|\bon\w+=|(?:src|url)\W{0,2}(?!data:)\w+:", text), (
            path.name
        )
    assert len(list(folder.glob("handout_*"))) == len(sheets)


def test_lessons_stand_in_a_row(soups):
    lessons = [f"{p.stem}.html" for p in NOTEBOOKS if p.name[:2].isdigit()]
    assert [a["href"] for a in soups["index.html"].select(".cards a")] == lessons
    for i, name in enumerate(lessons):
        soup = soups[name]
        around = {
            rel: [a["href"] for a in soup.select(f"footer a[rel={rel}]")]
            for rel in ("prev", "next")
        }
        assert around == {"prev": lessons[i - 1 : i] if i else [], "next": lessons[i + 1 : i + 2]}
        assert [a["href"] for a in soup.select("header nav [aria-current]")] == [name]


def test_gallery_has_every_named_picture_with_its_words(folder, soups):
    readme = (ROOT / "figures" / "README.md").read_text(encoding="utf-8")
    names = sorted(p.name for p in (ROOT / "figures").glob("*.png"))
    parts = {p.partition("\n")[0]: p for p in readme.split("\n## ")[1:]}
    assert sorted(parts) == names and "CC BY 4.0" in readme.split("\n## ")[0]
    for name, part in parts.items():
        alt, caption, lesson = re.fullmatch(
            r".*\n\n!\[([^]]{20,})\]\("
            + re.escape(name)
            + r"\)\n\n(.{20,})\n\nFrom \[(\S+)\]\(\.\./notebooks/\3\)\.\n?",
            part,
        ).groups()
        assert (
            lesson.startswith(name[:2])
            and (ROOT / "notebooks" / lesson).exists()
            and " marks; " in alt
        )
        assert (folder / "pictures" / name).read_bytes() == (ROOT / "figures" / name).read_bytes()
        section = soups["figures.html"].find(id=name.removesuffix(".png"))
        assert (
            section.find("details").find_all("tr")
            and section.find("img")["alt"]
            and lesson.replace(".ipynb", ".html") in str(section)
        )


def test_pages_stay_light(folder):
    sizes = {name: len(data) for name, data in contents(folder).items()}
    assert (
        max(n for name, n in sizes.items() if name.endswith(".html")) < 200_000
        and sum(sizes.values()) < 3_500_000
    )


@contextlib.contextmanager
def served(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 900}


def wider_than_the_page(page):
    """Whether a page must be scrolled sideways."""
    return page.evaluate("() => document.documentElement.scrollWidth > innerWidth")


@pytest.mark.slow
@needs_chromium
def test_in_a_browser(folder, soups):
    """Each page once: light and wide, then dark on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    with served(folder) as base, lab.browser(1280, 900) as page:
        said = []
        page.on("console", lambda m: said.append(m.text))
        for name in soups:
            page.goto(f"{base}/{name}")
            page.evaluate(
                "() => { document.querySelectorAll('img').forEach(i => { i.loading = 'eager' });"
                " document.querySelectorAll('details').forEach(d => { d.open = true }) }"
            )
            page.wait_for_function(
                "() => [...document.images].every(i => i.complete && i.naturalWidth) &&"
                " document.fonts.status === 'loaded'"
            )
            for scheme, size in (("light", WIDE), ("dark", PHONE)):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                assert not wider_than_the_page(page), (name, scheme)
                found = Axe().run(page).response["violations"]
                assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == [], name
        assert page.errors == [] and page.outside == [] and said == []
        page.evaluate(
            "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img"
            ' src="pictures/01_own.png">\')'
        )
        assert "image-alt" in [
            v["id"] for v in Axe().run(page).response["violations"]
        ]  # the judge is awake


@needs_chromium
def test_by_keyboard_and_on_paper(folder):
    with lab.browser(390, 20_000) as page:  # so tall that no picture waits for being scrolled to
        page.goto(
            (folder / "04_how_many.html").as_uri()
        )  # opened as a file, as from a memory stick
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.textContent") == "To the text"
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "text"
        words = page.locator("summary").filter(has_text="The words behind these 4 marks").first
        words.focus()
        page.keyboard.press("Enter")
        assert (
            words.evaluate("e => e.parentElement.open")
            and page.get_by_role("row").filter(has_text="8,000 to 14,000 troops").first.is_visible()
        )
        page.reload()
        page.emulate_media(media="print")
        assert page.locator(
            "#c-chart details:not(.code) table"
        ).first.is_visible()  # on paper a mark is open
        assert not page.locator("details.code").first.is_visible()
        assert page.evaluate(
            "() => [...document.images].every(i => i.naturalWidth > 0) &&"
            " document.fonts.check('16px \"Source Sans Pro\"')"
        )
        assert page.errors == []
        assert [u for u in page.outside if not u.startswith("file:")] == []
