"""The notebooks as files: within their ceilings, executed, with solutions that pass. nbval
compares what they print.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import nbformat
import pytest
from closereading.lesson.contents import lessons
from closereading.lesson.reply import PASSED
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOLUTION = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.S)

# the others, such as the teacher's, are no lessons: they have no shell and no exercises
LESSONS = [p for p in NOTEBOOKS if re.match(r"\d\d_", p.name)]
WITH_EXERCISES = lessons("check")
ON_ANOTHER = [p for p in NOTEBOOKS if p.name[:2] in WITH_EXERCISES]

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)


def cells(path, kind=None):
    return [c for c in nbformat.read(path, 4).cells if kind in (None, c.cell_type)]


def tags(cell):
    return set(cell.metadata.get("tags", []))


@each
def test_a_cell_holds_one_step_and_the_file_opens_quickly(path):
    for cell in (c for c in cells(path, "code") if "remove-cell" not in tags(c)):
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= 6, cell.source
    assert len([c for c in cells(path, "code") if "exercise" in tags(c)]) <= 3
    assert path.stat().st_size <= 405_000  # lesson 02 has three maps


@each_lesson
def test_shell(path):
    texts = [c.source for c in cells(path, "markdown")]
    assert texts[0].startswith(f"# {path.name[:2]} · ") and re.search(
        r"^\*\*[^*]+\?\*\*$", texts[0], re.M
    )
    whole = "\n".join(texts)
    assert (
        "**Key point.**" in whole
        and "## How we know" in whole
        and f'begin("{path.name[:2]}", ' in "\n".join(c.source for c in cells(path, "code"))
    )
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", whole):
        assert (path.parent / link).exists(), link


@each
def test_committed_as_executed(path):
    notebook = nbformat.read(path, 4)
    assert "widgets" not in notebook.metadata
    counts = [c.execution_count for c in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))
    for cell in cells(path, "code"):
        assert "#NBVAL" not in cell.source.replace(" ", "").upper()
        for out in cell.outputs:
            assert out.output_type not in {"error", "stream"} or out.get("name") == "stdout", (
                cell.source
            )
            assert "application/vnd.jupyter.widget-view+json" not in out.get("data", {})
            assert " at 0x" not in str(out.get("data", {}).get("text/plain", ""))


IN = "import os; os.environ['CLOSE_READING_WORK'] = {!r}"
ANEW = "%reset -f"


def code(source, name=None):
    """A code cell, with an id of its own where it has a name."""
    return nbformat.v4.new_code_cell(source, **({"id": name} if name else {}))


def solved(path):
    """(cells, keys): the code cells of a lesson with its solutions in place of the exercises, and
    the keys that they are checked under.
    """
    notebook, keys = nbformat.read(path, 4), []
    for cell, below in zip(notebook.cells, [*notebook.cells[1:], None]):
        found = below is not None and SOLUTION.search(below.source)
        if "exercise" not in tags(cell) and not (found and "extend" in tags(cell)):
            continue
        assert found, f"no solution below {cell.id}"
        asked = [line for line in cell.source.splitlines() if line.startswith("check(")]
        keys += re.findall(r'check\("([^"]+)"', "\n".join(asked))
        cell.source = "\n".join([found[1].rstrip(), *asked])
    return [c for c in notebook.cells if c.cell_type == "code"], keys


def on_another_report(path):
    """The code cells of a lesson after its one line was changed: the stadium report is opened."""
    opened = re.compile(r"^report = open_report\(.*\)$", re.M)
    changed = [
        opened.sub('report = open_report("full-house")', c.source) for c in cells(path, "code")
    ]
    assert sum(new != c.source for new, c in zip(changed, cells(path, "code"))) == 1
    return [code(source, f"stadium-{c.id}") for source, c in zip(changed, cells(path, "code"))]


@cache
def second_run(path):
    """What a lesson does in one kernel, beside nbval's run of it: each cell twice; then, from the
    beginning, with its solutions; then with the stadium report. {"twice": list of cells, in pairs,
    "answers": {key: verdict}, "keys": list, "stadium": {cell id: cell}}
    """
    if path not in LESSONS:
        return {"twice": twice_without_exercises()[path]}
    twice = [code(c.source) for c in cells(path, "code") for _ in range(2)]
    with_solutions, keys = solved(path)
    stadium = on_another_report(path) if path in ON_ANOTHER else []
    with tempfile.TemporaryDirectory() as folder:
        places = [str(Path(folder, name)) for name in ("twice", "solved", "stadium")]
        first, second, third = (code(IN.format(place)) for place in places)
        anew = [code(ANEW), second, *(code(c.source) for c in with_solutions)] if keys else []
        another = [code(ANEW), third, *stadium] if stadium else []
        ran = run([first, *twice, *anew, *another])[1:]
        given = read_answers(Path(places[1], "answers.jsonl"))
    return {
        "twice": ran[: len(twice)],
        "solved": ran[len(twice) : len(twice) + len(anew)],
        "answers": {a["key"]: a["verdict"] for a in given if a["kind"] == "check"},
        "keys": keys,
        "stadium": {c.id.removeprefix("stadium-"): c for c in ran if c.id.startswith("stadium-")},
    }


@cache
def twice_without_exercises():
    """{path: list of cells, in pairs}: each cell of the notebooks that are no lessons twice, all in
    one kernel; each begins with nothing but what the last one left in Python's modules.
    """
    others = [path for path in NOTEBOOKS if path not in LESSONS]
    twice = {p: [code(c.source) for c in cells(p, "code") for _ in range(2)] for p in others}
    with tempfile.TemporaryDirectory() as folder:
        begun = {p: [code(ANEW), code(IN.format(str(Path(folder, p.stem))))] for p in others}
        run([cell for p in others for cell in [*begun[p], *twice[p]]])
    return twice


def run(made):
    """list of cells: some code cells after one kernel has run them, beside the notebooks."""
    notebook = nbformat.v4.new_notebook(cells=made)
    NotebookClient(
        notebook,
        timeout=120,
        allow_errors=True,
        coalesce_streams=True,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    ).execute()
    return notebook.cells


def read_answers(path):
    """list of dict: the answers of a file; none where there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def errors(ran):
    """The errors that some cells ended in."""
    return [out.evalue for c in ran for out in c.outputs if out.output_type == "error"]


@each_lesson
def test_solutions_pass(path):
    ran = second_run(path)
    if not ran["keys"]:
        assert path.name[:2] not in WITH_EXERCISES, "a lesson without exercises"
        return
    assert errors(ran["solved"]) == []
    assert set(ran["answers"]) == set(ran["keys"])
    assert set(ran["answers"].values()) <= PASSED, ran["answers"]


def said(cell):
    """Everything that a cell says in words: its outputs without the bytes of pictures."""
    texts = [
        out.get("text") or {k: v for k, v in out["data"].items() if k.startswith("text/")}
        for out in cell.outputs
    ]
    return [re.sub(r"base64,[^\"]+", "", str(text)) for text in texts]


@each
def test_cells_run_twice_say_the_same(path):
    twice = second_run(path)["twice"]
    assert errors(twice) == []
    for once, again in zip(twice[::2], twice[1::2]):
        assert said(once) == said(again), once.source


WIDGETS = (
    "attribution_lens|five_calls|scope_form|from_where|hedge_dial|workbench|quote_trace"
    "|two_accounts|matrix_bench|own_item|dated_cards"
)
DRAWS = re.compile(rf"^(charts\.|maps\.|opens\(|{WIDGETS})|= opens\(", re.M)
# pictures of rows that only the first report has: there one sentence says so
ALONE = {
    "02 dots",
    "02 own-map",
    "02 far",
    "03 dot",
    "03 range",
    "03 bound",
    "03 drawn",
    "04 form",
    "04 flawed",
    "04 treaty",
    "08 line",
}
SENTENCE = re.compile(r"[A-Z“][^\n]{20,200}\.\s*")


def shown(cell, kind="text/plain"):
    return [out.get("text", "") or out.get("data", {}).get(kind, "") for out in cell.outputs]


@pytest.mark.parametrize("path", ON_ANOTHER, ids=lambda p: p.stem)
def test_one_name_changed_and_the_lesson_runs(path):
    for name, cell in second_run(path)["stadium"].items():
        assert not [out.evalue for out in cell.outputs if out.output_type == "error"], cell.source
        drawn = any(
            {"image/png", "application/vnd.jupyter.widget-view+json"} & set(out.get("data", {}))
            for out in cell.outputs
        )
        if DRAWS.search(cell.source):
            assert drawn == (f"{path.name[:2]} {name}" not in ALONE), (cell.source, shown(cell))
        if f"{path.name[:2]} {name}" in ALONE:
            assert len(cell.outputs) == 1 and SENTENCE.fullmatch(shown(cell)[0]), shown(cell)
        assert not re.search("Belarus|Kyiv|Reznikov|Janes", " ".join(shown(cell))), (
            cell.source,
            shown(cell),
        )
    begun = " ".join(shown(second_run(path)["stadium"]["begin"]))
    assert "(invented)" in begun and "Invented by us for practice" in begun and "■" not in begun


def test_what_speaks_of_the_first_report_alone_says_so_in_one_sentence():
    skipped = [
        text
        for path in ON_ANOTHER
        for cell in second_run(path)["stadium"].values()
        for text in shown(cell)
        if "skipped" in text and "cells that speak" not in text
    ]
    assert len(skipped) > 12 and all(SENTENCE.fullmatch(text) for text in skipped), skipped
    assert (
        "The report that is open has no “R78”, “R11”, “R12”, “R13”, “R14”, “R16”, “R18”, so this"
        " cell is skipped." in [s.strip() for s in skipped]
    )
    assert "No row" in shown(second_run(ON_ANOTHER[1])["stadium"]["places"], "text/html")[0]


@pytest.mark.slow
def test_nbval_finds_one_changed_number(tmp_path):
    """Other words fail; other pixels and places, as another machine's letters make them, do not."""
    lessons = tmp_path / "notebooks"
    left_out = shutil.ignore_patterns("my-work", "*.ipynb")
    shutil.copytree(ROOT / "notebooks", lessons, ignore=left_out)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    short = nbformat.read(ROOT / "notebooks" / "04_how_many.ipynb", 4)
    short.cells = [c for c in short.cells if c.id in {"begin", "table", "chart"}]
    text = nbformat.writes(short)
    assert text.count("8,000 to 14,000 (persons)") == 1
    changed = text.replace("8,000 to 14,000 (persons)", "8,000 to 15,000 (persons)")
    pixels = re.sub(r'(?<="image/png": ")[A-Za-z0-9+/=]{20}', "AAAAAAAAAAAAAAAAAAAA", text)
    places = text.replace('data-at=\\"', 'data-at=\\"1')
    assert pixels != text != places
    (lessons / "changed.ipynb").write_text(changed, encoding="utf-8")
    (lessons / "pixels.ipynb").write_text(pixels, encoding="utf-8")
    (lessons / "places.ipynb").write_text(places, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-o", "addopts="]
    command += ["--rootdir", str(tmp_path), "-p", "no:cacheprovider", "--nbval"]
    command += ["--nbval-current-env", "--nbval-cell-timeout=120"]
    command += ["--nbval-sanitize-with", str(ROOT / "tests" / "sanitize.cfg"), str(lessons)]
    alone = {k: v for k, v in os.environ.items() if k != "PYTEST_ADDOPTS"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=alone)
    failed = re.findall(r"^FAILED (\S+)", done.stdout, re.M)
    assert done.returncode == 1 and "15,000" in done.stdout, done.stdout + done.stderr
    assert len(failed) == 1 and "changed.ipynb" in failed[0], done.stdout
