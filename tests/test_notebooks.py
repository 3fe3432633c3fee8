"""The notebooks as files: within their ceilings, executed, with solutions that pass. nbval
compares what they print.
"""

import copy
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from closereading import answers
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
BESIDE = {"home", "extend"}
SOLUTION = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.S)

TEACHERS = (
    ROOT / "notebooks" / "teacher_class_results.ipynb"
)  # no lesson: it has no shell and no exercises

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
each_lesson = pytest.mark.parametrize(
    "path", [p for p in NOTEBOOKS if p != TEACHERS], ids=lambda p: p.stem
)


def cells(path, kind=None):
    return [c for c in nbformat.read(path, 4).cells if kind in (None, c.cell_type)]


def tags(cell):
    return set(cell.metadata.get("tags", []))


@each
def test_within_the_ceilings(path):
    core = [c for c in cells(path, "code") if not tags(c) & BESIDE]
    assert len(core) <= 12
    for cell in cells(path, "code"):
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= 6, cell.source
    exercises = [c for c in core if "exercise" in tags(c)]
    assert len(exercises) <= 3
    assert (
        sum(len(re.sub(r"<[^>]+>", " ", c.source).split()) for c in cells(path, "markdown")) <= 1200
    )
    assert path.stat().st_size <= 300_000


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
            assert not {"image/png", "application/vnd.jupyter.widget-view+json"} & set(
                out.get("data", {})
            )
            assert " at 0x" not in str(out.get("data", {}).get("text/plain", ""))


@each_lesson
def test_solutions_pass(path, work):
    notebook = nbformat.read(path, 4)
    keys = []
    for cell, below in zip(notebook.cells, [*notebook.cells[1:], None]):
        if "exercise" in tags(cell):
            found = below is not None and SOLUTION.search(below.source)
            assert found, f"no solution below {cell.id}"
            asked = [line for line in cell.source.splitlines() if line.startswith("check(")]
            keys += re.findall(r'check\("([^"]+)"', "\n".join(asked))
            cell.source = "\n".join([found[1].rstrip(), *asked])
    if not keys:
        assert path.name[:2] in {"00", "09"}, "a lesson without exercises"
        return
    NotebookClient(
        notebook,
        timeout=120,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    assert {
        a["key"]: a["verdict"] for a in answers.load()[0] if a["kind"] == "check"
    } == dict.fromkeys(keys, "right")


@each
def test_cells_run_twice_say_the_same(path):
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        cell.pop("id", None)
    notebook.cells = [
        copy.deepcopy(c) for c in notebook.cells if c.cell_type == "code" for _ in range(2)
    ]
    NotebookClient(
        notebook,
        timeout=120,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()

    def said(cell):
        return [
            re.sub(
                r"base64,[^\"]+",
                "",
                str(o.get("text") or {k: v for k, v in o["data"].items() if k.startswith("text/")}),
            )
            for o in cell.outputs
        ]

    for once, twice in zip(notebook.cells[::2], notebook.cells[1::2]):
        assert said(once) == said(twice), once.source


def test_nbval_finds_one_changed_number(tmp_path):
    shutil.copytree(
        ROOT / "notebooks",
        tmp_path / "notebooks",
        ignore=shutil.ignore_patterns("my-work", "*.ipynb"),
    )
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "notebooks" / "04.ipynb"
    short = nbformat.read(ROOT / "notebooks" / "04_how_many.ipynb", 4)
    short.cells = [c for c in short.cells if c.id in {"begin", "table", "chart"}]
    text = nbformat.writes(short)
    assert text.count("8,000 to 14,000 (persons)") == 1
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        "pyproject.toml",
        "--rootdir",
        str(tmp_path),
        "-o",
        "addopts=",
        "--nbval",
        "--nbval-current-env",
        "--nbval-cell-timeout=120",
        "--nbval-sanitize-with",
        str(ROOT / "tests" / "sanitize.cfg"),
        "-p",
        "no:cacheprovider",
        str(path),
    ]
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    path.write_text(
        text.replace("8,000 to 14,000 (persons)", "8,000 to 15,000 (persons)"), encoding="utf-8"
    )
    changed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert changed.returncode == 1 and "15,000" in changed.stdout, changed.stdout + changed.stderr
    path.write_text(
        re.sub(r"base64,[A-Za-z0-9+/=]{20}", "base64,AAAAAAAAAAAAAAAAAAAA", text), encoding="utf-8"
    )
    same = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert same.returncode == 0, (
        same.stdout
    )  # other pixels, the same words: another machine's letters
