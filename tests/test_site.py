"""The website: what its pages are made of, and what the live lessons take along. The site itself,
built by one command and opened in a browser, is tested in test_site_browser.py.
"""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from importlib.util import cache_from_source
from pathlib import Path

import pytest
import serve
from bs4 import BeautifulSoup
from nbformat import v4
from website import bytecode, doors, pages, quick, school, settings, tables, wheels
from website import lock as locks
from website.clean import safe
from website.lessons import Pages, about
from website.outputs import Outputs
from website.places import SITE, lessons
from website.pyodide import Pyodide, at_its_address, bundled

ROOT = Path(__file__).parents[1]
NOWHERE = settings.Settings("", "2.0", "https://example.org/pyodide/")
SOMEWHERE = settings.Settings(
    "https://github.com/somebody/close-reading", "2.0", "https://example.org/pyodide/"
)


def cell_that_shows(source, *outputs):
    """A code cell, each of whose outputs is a dict of data or a str that it printed."""
    made = [
        v4.new_output("stream", text=out)
        if isinstance(out, str)
        else v4.new_output("display_data", out)
        for out in outputs
    ]
    return v4.new_code_cell(source, outputs=made, id="cell")


def soup_of(content):
    return BeautifulSoup(content, "html.parser")


@pytest.fixture
def outputs():
    return Outputs("01", "", "live/notebooks/index.html?path=01_who_says_so.ipynb", {})


def test_the_replies_of_a_quiz_open_without_a_script(outputs):
    soup = soup_of(outputs.of(cell_that_shows('quiz("01")', {"text/html": "<p>Run this</p>"})))
    for question in pages.notebooks.lesson_file("01")["quiz"].values():
        assert soup.find("strong", string=question["ask"])
        for option in question["options"].values():
            told = next(d for d in soup.find_all("details") if option["text"] in d.summary.text)
            assert option["says"] in told.p.text
            assert told.p.strong.text in ("Right.", "Not yet.", "Also defensible.")


def test_a_cell_that_waits_for_an_answer_says_whose_turn_it_is(outputs):
    waits = {"text/html": "<p>Nothing is here as yet.</p>"}
    cell = cell_that_shows('check("01.1", ...)', waits)
    assert "Nothing is here" in outputs.of(cell)
    cell.outputs[0].metadata["learner"] = "turn"
    shown = soup_of(outputs.of(cell))
    assert "Your turn" in shown.text and "Nothing is here" not in shown.text
    assert shown.a["href"] == outputs.live


def test_objects_and_scripts_are_no_output(outputs):
    cell = cell_that_shows(
        "slider",
        {"text/plain": "VBox(children=(IntSlider(value=700)))"},
        {"application/javascript": "alert(1)", "text/plain": ""},
        {"text/html": "<p>None was made by you.</p>"},
    )
    cell.outputs[-1].metadata["learner"] = "prediction"
    assert outputs.of(cell) == ""
    assert "<pre>269</pre>" in outputs.of(cell_that_shows("miles", {"text/plain": "269"}))
    assert "44 claims" in outputs.of(cell_that_shows("print(1)", "44 claims\n"))


def test_a_text_of_a_report_stays_text():
    evil = '<img src=x onerror="alert(1)"><script>alert(1)</script><a href="javascript:x">y</a>'
    soup = soup_of(safe(f'<table><tr><td style="x">{evil}</td></tr></table>'))
    assert not soup.find_all("script") and "alert(1)" in soup.text
    assert [tag.attrs for tag in soup.find_all(["img", "a", "td"])] == [{}, {}, {}]


def test_wide_tables_can_be_pushed_by_keyboard(outputs):
    row = "<tr>" + "<td>x</td>" * 4 + "</tr>"
    shown = outputs.of(cell_that_shows("t", {"text/html": f"<table>{row}</table>"}))
    assert soup_of(shown).div["tabindex"] == "0"
    narrow = outputs.of(cell_that_shows("t", {"text/html": "<table><tr><td>x</td></tr></table>"}))
    assert soup_of(narrow).find("div") is None


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.name[:2])
def test_a_lesson_as_a_page(path):
    made = Pages({}, NOWHERE)
    page = about(path)
    notebook = json.loads(made.notebook(page))
    prose = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    text = "\n".join("".join(cell["source"]) for cell in prose)
    shown = "".join(
        "".join(out["data"]["text/html"])
        for cell in notebook["cells"]
        for out in cell.get("outputs", [])
    )
    assert "Do it here" in text and "Open on Binder" not in text
    for word in ("Shift", "VBox(", "Nothing here yet", "data:image", "<script"):
        assert word not in text + shown
    images = soup_of(shown).find_all("img")
    assert all(image["alt"] and image["width"] and image["height"] for image in images)
    assert {image["src"] for image in images} == {f"pictures/{name}" for name in made.pictures}
    marked = [e for e in soup_of(shown).select("details[data-words]") if e.select("[data-at]")]
    assert len(marked) >= len(made.shown[page.name])


def test_every_named_picture_is_in_the_gallery():
    made = Pages({}, NOWHERE)
    found = [about(path) for path in lessons()]
    for page in found:
        made.notebook(page)
    told = pages.filled(found, made, NOWHERE)["gallery.md"]
    figures = {path.name for path in (ROOT / "figures").glob("*.png")}
    named = {f"{shown.name}.png" for page in found for shown in made.shown[page.name]}
    assert named == set(re.findall(r"pictures/([\w.-]+\.png)", told))
    assert len(named) > 10 and named <= figures


def test_what_needs_an_address_is_not_there_without_one():
    made = Pages({}, NOWHERE)
    for path in lessons():
        made.notebook(about(path))
    found = [about(path) for path in lessons()]
    without = "".join(pages.filled(found, made, NOWHERE).values())
    assert "mybinder" not in without and "issues/new" not in without
    there = "".join(pages.filled(found, made, SOMEWHERE).values())
    assert "https://mybinder.org/v2/gh/somebody/close-reading/HEAD" in there
    assert "https://github.com/somebody/close-reading/issues/new" in there
    assert "https://somebody.github.io/close-reading/" in there
    assert "Open on Binder" in Pages({}, SOMEWHERE).notebook(found[0])
    with pytest.raises(ValueError, match="OWNER/NAME"):
        settings.Settings("github.com/somebody", "2.0", "")


def test_the_data_dictionary_has_every_column():
    told = tables.dictionary()
    for path in (ROOT / "data" / "schemas").glob("*.json"):
        section = told.split(f"## {path.stem}.csv")[1].split("\n## ")[0]
        for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
            assert f"| `{field['name']}` |" in section, (path.name, field["name"])


def test_the_wheel_brings_toolkit_and_data(tmp_path):
    """Unpacked far from the project, as Pyodide does it, it opens the report and draws."""
    name, data = wheels.toolkit("2.0")
    assert (name, data) == wheels.toolkit("2.0") and name == "closereading-2.0-py3-none-any.whl"
    zipfile.ZipFile(io.BytesIO(data)).extractall(tmp_path / "packages")
    asks = (
        "from closereading import charts, open_report; from closereading.data import folders\n"
        "report = open_report(as_of='2022-02-10')\n"
        "print(folders.in_a_wheel(), len(report.claims), charts.counts(report).alt)"
    )
    env = dict(os.environ, PYTHONPATH=str(tmp_path / "packages"))
    done = subprocess.run(
        [sys.executable, "-c", asks], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert done.stdout.startswith("True 44 Bar chart"), done.stdout + done.stderr


def test_a_packed_wheel_has_nothing_compiled():
    name, data = wheels.installed("markupsafe")
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert name.endswith("-py3-none-any.whl") and "markupsafe/_native.py" in names
    assert not [n for n in names if n.endswith((".so", ".pyd", ".c"))]
    assert any(re.search(r"markupsafe-[\d.]+\.dist-info/LICENSE", n) for n in names)


def published():
    """The list of packages of the site for publication, without our own wheels."""
    return at_its_address(SITE / "pyodide-lock.json", settings.read().pyodide)


def all_needed(lock):
    """Names of all packages that the preloaded ones depend on, and those that a cell names.
    KeyError where one is missing.
    """
    return all_needed_by(lock, [*locks.preloaded(lock), *locks.TEXTS])


def all_needed_by(lock, names):
    """Names of some packages and of all that they depend on; KeyError where one is missing."""
    waiting, seen = [locks.canonical(name) for name in names], set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += map(locks.canonical, lock["packages"][name]["depends"])
    return seen


def test_the_lock_for_publication_is_whole():
    """Built, not run here: every package that a lesson needs is in it, at one address."""
    pyodide = published()
    ours = dict.fromkeys(
        f"{name.replace('-', '_')}-1.0-py3-none-any.whl"
        for name in [*locks.PACKED, *locks.OURS, "piplite", "ipykernel", "pyodide_kernel"]
        if locks.canonical(name) not in pyodide.lock["packages"]
    )
    lock = locks.with_wheels(pyodide.lock, {name: b"" for name in ours}, pyodide.prefix)
    assert set(locks.missing(lock)) <= {"ssl", "sqlite3"}  # parts of Python itself there
    files = [lock["packages"][name]["file_name"] for name in all_needed(lock)]
    ours_here = [file for file in files if "/" not in file]
    assert sorted(ours_here) == sorted(ours)
    for file in set(files) - set(ours_here):
        assert re.fullmatch(r"https://cdn\.jsdelivr\.net/pyodide/v[\d.]+/full/[\w.+-]+", file)
    assert pyodide.url == settings.read().pyodide + "pyodide.mjs"


def test_a_folder_without_pyodide_is_told_so(tmp_path):
    with pytest.raises(ValueError, match="pyodide-lock.json is missing"):
        bundled(tmp_path)
    build = [sys.executable, str(SITE / "build.py"), "--pyodide", str(tmp_path)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 2 and "There is no Pyodide" in done.stdout


def test_the_zip_for_a_school_says_how(tmp_path):
    site = tmp_path / "site"
    (site / "live").mkdir(parents=True)
    (site / "index.html").write_text("x")
    (site / "live" / "a.js").write_text("y")
    school.pack(site, tmp_path / "deep" / "school.zip")
    packed = zipfile.ZipFile(tmp_path / "deep" / "school.zip")
    names = {"READ ME.txt", "index.html", "live/a.js"}
    assert set(packed.namelist()) == {f"close-reading/{name}" for name in names}
    assert "python3 serve.py" in packed.read("close-reading/READ ME.txt").decode()


@pytest.mark.parametrize("taken", [False, True])
def test_whoever_serves_at_another_number_is_told_where_the_answers_are(
    tmp_path, monkeypatch, capsys, taken
):
    """A browser keeps its answers for one address, and the number of the port belongs to it."""
    (tmp_path / "index.html").write_text("x")
    with serve.server(tmp_path) as other:
        port = other.server_port
        if not taken:
            other.server_close()
        monkeypatch.setattr(serve, "PORT", port)
        monkeypatch.setattr(serve.webbrowser, "open", lambda address: None)
        monkeypatch.setattr(serve.http.server.ThreadingHTTPServer, "serve_forever", lambda self: 0)
        assert serve.main([str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert (f"The lessons are at http://localhost:{port}/" in said) != taken
    assert (f"has the usual address, http://localhost:{port}/" in said) == taken


def test_the_doors_of_the_readme_follow_from_the_address():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert doors.in_readme(text, settings.read()) == text
    assert "mybinder.org" not in doors.in_readme(text, NOWHERE)
    told = doors.in_readme(text, SOMEWHERE)
    assert "(https://mybinder.org/v2/gh/somebody/close-reading/HEAD)" in told
    assert "[open the website](https://somebody.github.io/close-reading/)" in told
    assert doors.in_readme(told, NOWHERE) == doors.in_readme(text, NOWHERE)
    with pytest.raises(ValueError, match="no place"):
        doors.in_readme("# Close Reading", SOMEWHERE)


def test_the_release_is_the_same_everywhere():
    release = settings.read().release
    cff = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f'version: "{release}"' in cff
    news = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+),", news, re.M)[1] == release


def test_a_page_does_not_explain_how_a_notebook_is_run():
    first = lessons()[0]
    assert "## How does this page work?" in first.read_text(encoding="utf-8")
    made = Pages({}, NOWHERE)
    told = made.markdown(
        "# 00\n\n## How does this page work?\n\nPress b.\n\n## Then\n\nMore.", first
    )
    assert told == "# 00\n\n## Then\n\nMore."


@pytest.mark.parametrize(
    "name, left",
    [("title", "You decide."), ("later", "To run a cell, hold down Shift. You decide.")],
)
def test_sentences_on_keys_go_out_of_the_first_cell_alone(outputs, name, left):
    cell = v4.new_markdown_cell("To run a cell, hold down Shift. You decide.", id=name)
    page = about(lessons()[0])
    assert Pages({}, NOWHERE)._cell(cell, page, "", outputs).source == left


def test_an_empty_head_of_a_table_is_no_head(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<tr><th class="head"><p></p></th><th class="head"><p>minutes</p></th></tr>')
    pages.mend(tmp_path)
    assert page.read_text() == '<tr><td></td><th class="head"><p>minutes</p></th></tr>'


def wheel_of(files):
    return wheels.packed("some_package", "1.0", files)[1]


def test_modules_are_compiled_beforehand_and_what_no_lesson_needs_is_left_out(tmp_path):
    """The compiled module is taken in the place of its source, whatever the time on the disk."""
    files = {
        "some_package/__init__.py": b"from .inside import VALUE",
        "some_package/inside.py": b"VALUE = 26",
        "some_package/template.py": b"this is {{ no }} Python",
        "some_package/inside.pyi": b"VALUE: int",
        "some_package/tests/test_inside.py": b"",
    }
    (tmp_path / "some_package-1.0-py3-none-any.whl").write_bytes(wheel_of(files))
    (tmp_path / "closereading-1.0-py3-none-any.whl").write_bytes(wheel_of(files))
    bytecode.main(tmp_path)
    modules = {"some_package/__init__.pyc", "some_package/inside.pyc", "some_package/template.py"}
    path = tmp_path / "some_package-1.0-py3-none-any.whl"
    names = {n for n in zipfile.ZipFile(path).namelist() if ".dist-info" not in n}
    assert names == modules
    asks = "import some_package as p; print(p.VALUE, p.__file__)"
    env = dict(os.environ, PYTHONPATH=str(path))
    done = subprocess.run([sys.executable, "-c", asks], env=env, capture_output=True, text=True)
    assert done.stdout.startswith("26 ") and done.stdout.strip().endswith("__init__.pyc")
    ours = zipfile.ZipFile(tmp_path / "closereading-1.0-py3-none-any.whl").namelist()
    assert {"some_package/inside.py", cache_from_source("some_package/inside.py")} <= set(ours)


def test_a_lock_file_knows_what_its_files_have_become(tmp_path):
    lock = {"packages": {"a": {"file_name": "a.whl", "sha256": "old"}}}
    locks.hash_again(lock, tmp_path)
    assert lock["packages"]["a"]["sha256"] == "old"
    (tmp_path / "a.whl").write_bytes(b"a")
    locks.hash_again(lock, tmp_path)
    assert lock["packages"]["a"]["sha256"] == hashlib.sha256(b"a").hexdigest()


def test_where_nothing_here_can_compile_it_is_said(tmp_path, monkeypatch):
    (tmp_path / "a-1.0-py3-none-any.whl").write_bytes(wheel_of({"a.py": b"A = 1"}))
    before = (tmp_path / "a-1.0-py3-none-any.whl").read_bytes()
    monkeypatch.setattr(quick.shutil, "which", lambda name: None)
    unlike = Pyodide({"info": {"python": "3.99.1"}}, "")
    assert "no Python 3.99 here" in quick.make_quick(tmp_path, unlike)
    assert (tmp_path / "a-1.0-py3-none-any.whl").read_bytes() == before


def test_the_kernels_wheel_leaves_jedi_to_ipython():
    held = wheel_of({"k/interpreter.py": b"x = 1\nself.Completer.use_jedi = True\n"})
    made = zipfile.ZipFile(io.BytesIO(wheels.without_jedi(held)))
    assert b"use_jedi" not in made.read("k/interpreter.py")
    assert made.read("k/interpreter.py").startswith(b"x = 1\n")


def test_a_map_loads_no_more_than_it_needs():
    lock = locks.with_wheels(published().lock, {}, "")
    assert "scipy" not in all_needed_by(lock, locks.MAPS)
    assert "shapely" in all_needed_by(lock, locks.MAPS)
