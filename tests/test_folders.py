"""Where data and answers are: beside the notebooks, in an installed wheel, or elsewhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from closereading import begin
from closereading.data import folders
from closereading.lesson import answers

ROOT = Path(__file__).parents[1]
ASK = """
import closereading as cr
from closereading.data.folders import data_folder, work_folder
print(data_folder())
print(work_folder())
assert len(cr.open_report().claims)
cr.parse_words("a few thousand"), cr.nearest("Ukraine", (52, 29))
cr.predict("01.p", share=40)
"""


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """A folder notebooks/ of a learner who named no folder; the home is beside it."""
    here = tmp_path / "notebooks"
    here.mkdir()
    home = tmp_path / "home"
    monkeypatch.delenv("CLOSE_READING_WORK")
    monkeypatch.setattr(folders, "NOTEBOOKS", here)
    monkeypatch.setattr(Path, "home", lambda: home)
    folders.takes_files.cache_clear()
    yield here
    folders.takes_files.cache_clear()


def test_answers_are_kept_beside_the_lessons(lessons):
    assert answers.save("predict", "01.p", {"share": 1}) == ""
    assert [p.name for p in (lessons / "my-work").iterdir()] == [answers.FILE]
    assert folders.kept_elsewhere() == ""


def test_a_folder_that_takes_no_files_is_said_in_one_sentence(lessons, tmp_path, capsys):
    (lessons / "my-work").write_text("a file where the folder should be", encoding="utf-8")
    begin("00")
    said = capsys.readouterr().out
    assert said.count("No file can be written in the folder of the lessons") == 1
    assert answers.save("predict", "01.p", {"share": 1}) == ""
    assert (tmp_path / "home" / "close-reading" / answers.FILE).is_file()


def test_a_system_that_says_yes_to_everything_is_not_believed(lessons, tmp_path, monkeypatch):
    """Windows: os.access says that a read-only folder takes files, and writing then fails."""

    def refused(dir, **how):
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(os, "access", lambda *args, **how: True)
    monkeypatch.setattr(folders.tempfile, "TemporaryFile", refused)
    assert folders.work_folder() == tmp_path / "home" / "close-reading"


def test_a_named_folder_is_taken_as_it_is(lessons, tmp_path, monkeypatch):
    monkeypatch.setenv("CLOSE_READING_WORK", str(tmp_path / "mine"))
    assert folders.work_folder() == tmp_path / "mine" and folders.kept_elsewhere() == ""


@pytest.mark.slow
def test_an_installed_wheel_has_its_data_inside(tmp_path):
    package = tmp_path / "installed" / "closereading"
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "notebooks" / "closereading", package, ignore=skip)
    shutil.copytree(ROOT / "data", package / "_data")
    env = dict(os.environ, PYTHONPATH=str(package.parent), HOME=str(tmp_path), USERPROFILE="")
    del env["CLOSE_READING_WORK"]
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    data, work, *_ = done.stdout.splitlines()
    assert (data, work) == (str(package / "_data"), str(tmp_path / "close-reading"))
    assert (tmp_path / "close-reading" / answers.FILE).is_file()
