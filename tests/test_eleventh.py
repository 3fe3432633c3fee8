"""An eleventh lesson, one notebook and one file about it, appears everywhere by itself."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
ABOUT = """
title = "What was left out"
question = "What would you have asked?"
paragraphs = [2]
able = "ask"
needs = "nothing"
minutes = [5, 5]
cannot = "anything"

[predict.p]
fields.share = { type = "number", least = 0, most = 100 }

[check.1]
type = "text"
nudge = "Ask."
[[check.1.accept]]
value = ["whom"]
says = "Whom."

[quiz.1]
ask = "Who?"
options.a = { text = "She", right = true, says = "She." }
options.b = { text = "He", says = "No." }

[repair.r]
words = 20
tick = []
"""
ASK = """
import json, sys
from pathlib import Path
sys.path.insert(0, "notebooks")
import classroom, execute
from closereading import begin, edition, open_report
begin("10", open_report())
folder = classroom.invent(Path("class"))
print(json.dumps({
    "edition": repr(edition()),
    "class": "".join(p.read_text(encoding="utf-8") for p in folder.iterdir()),
    "lessons": classroom.LESSONS,
}))
"""


@pytest.fixture(scope="module")
def longer(tmp_path_factory):
    """A copy of the project with a lesson 10."""
    copy = tmp_path_factory.mktemp("longer")
    for name in ("notebooks", "data", "figures", "site"):
        skip = shutil.ignore_patterns("my-work", "__pycache__", "_build")
        shutil.copytree(ROOT / name, copy / name, ignore=skip)
    for name in ("README.md", "CHANGELOG.md", "LICENSE", "CITATION.cff", "requirements.txt"):
        shutil.copy(ROOT / name, copy)
    about = copy / "notebooks" / "closereading" / "lesson" / "lessons" / "10.toml"
    about.write_text(ABOUT, encoding="utf-8")
    cells = [nbformat.v4.new_markdown_cell("# 10 · What was left out")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbformat.write(notebook, copy / "notebooks" / "10_left_out.ipynb")
    return copy


LAY_OUT = """
import sys
sys.path.insert(0, "site")
from website import pages, settings
pages.lay_out(settings.read())
"""


def run(copy, *command):
    env = dict(os.environ, CLOSE_READING_WORK=str(copy / "work"), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(
        [sys.executable, *command], cwd=copy, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_in_the_edition_the_class_and_the_strip(longer):
    *shown, last = run(longer, "-c", ASK).splitlines()
    said = json.loads(last)
    assert "08 and 10. You can go on without." in said["edition"]
    assert said["lessons"][-1] == "10"
    assert all(f'"10.{name}"' in said["class"] for name in ("p", "1"))
    strip = next(line for line in shown if "■" in line)
    assert strip[1] == "■" and strip[14] == "▪"


@pytest.mark.slow
def test_in_the_pages_and_in_what_is_executed(longer):
    run(longer, "-c", LAY_OUT)
    source = longer / "site" / "_build" / "source"
    assert "Do it here" in (source / "10_left_out.ipynb").read_text(encoding="utf-8")
    first = (source / "index.md").read_text(encoding="utf-8")
    assert "10_left_out.html" in first and "Eleven short lessons" in first
    assert "\n10_left_out\n" in (source / "lessons.md").read_text(encoding="utf-8")
    assert run(longer, "notebooks/execute.py", "10_left_out.ipynb")
