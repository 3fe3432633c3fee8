"""Learners who share one machine are kept apart, and each begins with a clean notebook."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from closereading import answers, start_report
from closereading.data import folders
from closereading.lesson import (
    calls,
    contents,
    download,
    learners,
    lines,
    predictions,
    say,
    self_test,
)
from closereading.lesson.session import begin
from closereading.lesson.told_again import told_again
from closereading.reading.text import Problem

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


@pytest.fixture
def said(monkeypatch):
    shown = []
    monkeypatch.setattr(say, "display", lambda thing: shown.append(str(thing)))
    return shown


def test_two_in_turn_see_nothing_of_each_other(work, said, report):
    begin("04", report, who="7")
    predictions.predict("04.p", same=2, least=1000, most=2000)
    calls.check("01.2", 10)
    begin("04", report, who="8")
    said.clear()
    predictions.predict("04.p", same=..., least=..., most=...)
    assert said == [say.NOTHING] and answers.load() == ([], 0)
    predictions.predict("04.p", same=4, least=5000, most=9000)
    assert "1000" not in said[-1] and answers.latest("04.p")["same"] == 4
    begin("04", report, who="7")
    assert answers.latest("04.p")["same"] == 2
    names = sorted(p.relative_to(work).as_posix() for p in work.rglob("answers.*"))
    assert names == ["learners/7/answers.jsonl", "learners/8/answers.jsonl"]


def test_two_at_once_lose_nothing(work):
    code = (
        "from closereading import answers\nfrom closereading.data.folders import choose_learner\n"
        "choose_learner(W)\nfor i in range(30): assert answers.save('check', f'k.{i}', W) == ''"
    )
    env = dict(os.environ, PYTHONPATH=str(NOTEBOOKS))
    running = [
        subprocess.Popen([sys.executable, "-c", f"W = '{who}'\n{code}"], env=env) for who in "78"
    ]
    assert [p.wait(120) for p in running] == [0, 0]
    for who in "78":
        found, lost = answers.load(work / "learners" / who / answers.FILE)
        assert len(found) == 30 and {a["value"] for a in found} == {who} and lost == 0


def test_where_learners_share_nothing_is_saved_until_somebody_is_chosen(work, said, report):
    (work / "learners").mkdir()
    answers_before = work / "answers.jsonl"
    answers_before.write_text('{"kind": "predict", "key": "01.p", "value": {"share": 1}}\n')
    begin("01", report)
    assert learners.GOAL in said[-1]
    predictions.predict("01.p", share=40)
    assert said[-1] == f"Not yet. {answers.NOBODY}" and answers.load() == ([], 0)
    calls.check("01.2", 10)
    assert said[-1].startswith("Right. ") and answers.NOBODY in said[-1]
    assert len(answers_before.read_text().splitlines()) == 1


def test_one_learner_is_one_however_it_is_written(work, said, report):
    begin("01", report, who="Ada")
    calls.check("01.2", 10)
    begin("01", report, who="ada")
    assert folders.chosen_learner() == "Ada" and len(answers.load()[0]) == 1


@pytest.mark.parametrize("who", ["con", "COM1", True])
def test_a_name_that_no_folder_can_have_is_no_learner(work, said, report, who):
    with pytest.raises(Problem, match="1 to 20 letters or digits"):
        begin("01", report, who=who)


def test_where_nobody_is_chosen_no_report_is_begun(work, said, report):
    (work / "learners").mkdir()
    with pytest.raises(Problem, match="nobody is chosen"):
        start_report("ferry", "The ferry sails.")
    assert not (work / "ferry").exists()
    self_test.self_test()
    assert answers.NOBODY in said[0] and "start JupyterLab" not in said[0]


def test_a_new_learner_gets_a_clean_copy(work, said, report, tmp_path, monkeypatch):
    lessons = tmp_path / "notebooks"
    lessons.mkdir()
    cells = [{"cell_type": "code", "source": 'begin("04", report)'}, {"source": "x = ..."}]
    (lessons / "04_how_many.ipynb").write_text(json.dumps({"cells": cells}))
    monkeypatch.setattr(learners, "lessons_folder", lambda: lessons)
    learners.share_machine()
    dirty = [*cells, {"source": "somebody typed this"}]
    (lessons / "04_how_many.ipynb").write_text(json.dumps({"cells": dirty}))
    begin("04", report)
    for who in ("1", "2"):
        assert learners.next_learner() == who
        name = learners.copy_for(who, "04")
        copy = json.loads((lessons / name).read_text())
        assert name == f"04_how_many_learner_{who}.ipynb"
        assert copy["cells"][0]["source"] == f'begin("04", report, who="{who}")'
        assert copy["cells"][1:] == cells[1:]
    (lessons / name).write_text("mine")
    assert learners.copy_for("2", "04") == name and (lessons / name).read_text() == "mine"
    assert learners.known_learners() == ["1", "2"]


def test_the_form_makes_a_copy_when_it_is_pressed(work, report, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(say, "display", shown.append)
    monkeypatch.setattr(learners, "copy_for", lambda who, number: f"{number}_{who}.ipynb")
    (work / "learners" / "5").mkdir(parents=True)
    learners.choose("04")
    panel = shown[-1]
    assert panel.says == "Nothing is saved until you have chosen."
    panel.values = {**panel.values, "who": "5", "copy": 1}
    assert panel.says.startswith("You are learner 5. Open 04_5.ipynb")
    panel.values = {**panel.values, "who": learners.NEW, "copy": 2}
    assert panel.says.startswith("You are learner 1. Open 04_1.ipynb")
    links = re.findall('href="([^"]+)"', panel.view)
    assert links == ["04_5.ipynb", "04_1.ipynb"]  # who made the first may sit at another browser


def test_where_no_folder_keeps_the_lessons_nobody_shares_them(work, tmp_path, monkeypatch):
    """As in a browser over plain http: there is no /drive."""
    monkeypatch.setattr(learners, "lessons_folder", lambda: tmp_path / "drive")
    assert learners.share_machine() == learners.ALONE
    assert not folders.learners_folder().exists()


def test_the_download_is_what_was_saved_and_can_be_read_again(work, said, report):
    assert download.file_of_answers() == {"text": "", "name": "", "says": download.NONE}
    begin("01", report, who="7")
    predictions.predict("01.p", share=40)
    calls.check("01.2", 26)
    calls.check("01.2", 10)
    made = download.file_of_answers()
    assert made["name"] == "answers-7.txt" and "3 answers" in made["says"]
    remarks = [line for line in made["text"].splitlines() if line.startswith("#")]
    told = remarks[remarks.index("# Lesson 01 · Who says so?") :]
    assert told[1:3] == ["# Prediction 01.p: share = 40", "# Exercise 01.2: 10 (right)"]
    assert made["text"].splitlines()[: len(remarks)] == remarks
    (folders.shared_folder() / "class").mkdir()
    (folders.shared_folder() / "class" / made["name"]).write_text(made["text"])
    given, left = answers.load_class()
    assert left.empty and given["times"].tolist() == [1, 2]
    sent = []
    button = download.download_answers()
    monkey = button.send
    button.send = sent.append
    button._give(button, {"wanted": "answers"}, [])
    button.send = monkey
    assert sent == [made]


SAVES = r"\b(check|keep|predict|quiz|repair|matrix_bench|own_item|scope_form|two_accounts)\("


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_whoever_keeps_answers_can_take_them_along(path):
    """And where nothing is kept there is no button that could give nothing only."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    saves = any(re.search(SAVES, source) for source in code)
    assert any("download_answers()" in source for source in code) == saves


def test_a_file_to_take_along_tells_what_counts_in_plain_words(work, said, report):
    begin("01", report)
    predictions.predict("01.p", share=40)
    predictions.predict("01.p", share=45)
    calls.check("01.1", "Putin")
    calls.check("01.1", ["C12", "C30"])
    answers.save("quiz", "01.1", "b", "right")
    answers.save("quiz", "01.q9", {"a": 1}, "not yet")
    answers.save("keep", "00.b", ["one\n# two", "three"])
    answers.save("keep", "99.z", 1)
    answers.save("repair", "01.r", "A report said so.", "not yet")
    answers.save("test", "00.self-test", "")
    told = told_again(answers.load()[0]).splitlines()
    assert all(line.startswith("#") for line in told)
    question = contents.entry("01.1", "quiz")
    assert told[3:] == [
        "#",
        "# Lesson 00 · " + contents.lesson("00")["title"],
        "# Your own words 00.b: one # two; three",
        "#",
        "# Lesson 01 · Who says so?",
        "# Prediction 01.p: share = 45",
        "# Exercise 01.1: ['C12', 'C30'] (not yet)",
        f"# Question 01.1: {question['ask']} {question['options']['b']['text']} (right)",
        "# Question 01.q9: {'a': 1} (not yet)",
        "# Sentence 01.r: “A report said so.” (not yet)",
    ]
    assert lines.parsed("\n".join(told).encode()) == ([], 0)
