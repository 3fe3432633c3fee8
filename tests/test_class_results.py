"""The results page says exactly what a class did: 28 pupils of three kinds on lesson 04, whose
mistakes are written down beforehand.
"""

import csv
import json

import pytest
from class_answers import FIRST, LATER, NOT, STUCK
from class_results import Results
from closereading.data.folders import choose_learner, learners_folder
from closereading.data.report import open_report
from closereading.lesson import answers, calls, predictions, say
from closereading.lesson.quiz import quiz
from closereading.lesson.session import begin

RIGHT = {"04.1": (571.4, 1000), "04.3": (108_000, None)}
WRONG = {
    "multiplied": ("04.1", (112_000, 196_000)),
    "undivided": ("04.1", (8_000, 14_000)),
    "all three added": ("04.3", (138_000, None)),
    "closed above": ("04.3", (108_000, 114_000)),
}
# sure: right at once; learning: one known mistake each, then right; stuck: a mistake, and there
# they stop, before exercise 3
KINDS = {
    **{n: ("sure", "", "b") for n in range(1, 11)},
    **{n: ("learning", "multiplied", "a") for n in range(11, 17)},
    **{n: ("learning", "all three added", "b") for n in range(17, 21)},
    **{n: ("learning", "closed above", "d") for n in range(21, 23)},
    **{n: ("stuck", "undivided", "") for n in range(23, 29)},
}
OURS = (
    "The United States, cited in a report of 10 February 2022, assesses that up to 30,000 could"
    " take part in the drills."
)


def works(who, kind, mistake, letter, panels):
    """One pupil goes through lesson 04."""
    begin("04", open_report(as_of="2022-02-10"), who=who)
    predictions.predict("04.p", same=1 + who % 4, least=1000 * who, most=2000 * who)
    wrong = WRONG.get(mistake, ("", None))
    for key, right in RIGHT.items():
        if wrong[0] == key:
            calls.check(key, wrong[1])
            if kind == "stuck":
                return
        calls.check(key, right)
    predictions.recall("04.p", "two numbers on one axis")
    quiz("04")
    asked = next(control for control in panels[-1].controls if control.id == "1")
    panels[-1].values = {**panels[-1].values, "1": asked.options["abcd".index(letter)]}
    calls.repair("04.r", OURS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What the 28 hand in: one folder each, as the machine keeps them."""
    patch = pytest.MonkeyPatch()
    work = tmp_path_factory.mktemp("class28")
    patch.setenv("CLOSE_READING_WORK", str(work))
    panels = []
    patch.setattr(say, "display", panels.append)
    for who, about in KINDS.items():
        works(who, *about, panels)
    choose_learner()
    handed_in = learners_folder()
    patch.undo()
    return handed_in


@pytest.fixture
def results(folder):
    given, left = answers.load_class(folder)
    assert left.empty
    return Results(given)


def test_the_lesson_is_chosen_by_itself(results):
    assert results.number == "04" and len(results.learners) == 28


@pytest.mark.parametrize("asked", ["4", 4, "04.1", "4.1"])
def test_a_lesson_is_found_however_it_is_written(results, asked):
    assert Results(results.given, asked).number == "04"


def test_the_grid_says_who_got_how_far(results):
    for who, (kind, mistake, letter) in KINDS.items():
        row = results.table.loc[str(who)]
        at = WRONG[mistake][0][-1] if mistake else ""
        expected = {"1": FIRST, "3": FIRST} | ({at: LATER} if kind == "learning" else {})
        if kind == "stuck":
            expected = {"1": STUCK, "3": NOT}
        found = {name: row[f"exercise {name}"] for name in "13"}
        assert found == expected, who
        assert row["exercise 2"] == NOT
        assert row["sentence r"] == (NOT if kind == "stuck" else FIRST)
        assert row["question 1"] == {"b": FIRST, "": NOT}.get(letter, STUCK)


def test_known_mistakes_that_were_ever_made_are_counted(results):
    made = dict(zip(results.mistakes["the reply"], results.mistakes["learners"]))
    assert {says[:40]: n for says, n in made.items()} == {
        "Not yet. You multiplied. Troops are grou": 6,
        "Not yet. Those are the troops of all gro": 6,
        "Not yet. The place agrees. But one count": 6,
        "Not yet. You added the 30,000 as well. T": 4,
        "Not yet. “Over 100,000” prints no upper ": 2,
        "Not yet. That a number falls into a rang": 2,
    }
    counts = results.counts
    assert counts.loc["exercise 1"].tolist()[:4] == [28, 16, 22, 12]
    assert counts.loc["exercise 3"].tolist()[:4] == [22, 16, 22, 6]


def test_starters_are_from_the_answers(results):
    split, commonest, widest = results.starters()
    assert "14 chose “no: another population is counted”, 6 “yes: both count soldiers" in split
    assert "6 of 28 made it" in commonest and "You multiplied" in commonest
    assert "“least” (04.p) was put between 1,000 and 28,000" in widest


def test_texts_and_choices_are_listed(results):
    assert list(results.texts["where"].unique()) == ["04.r"] and len(results.texts) == 22
    assert results.choices["04.1"].value_counts().to_dict() == {
        "no: another population is counted": 14,
        "yes: both count soldiers in Belarus": 6,
        "yes: it lies between 8,000 and 14,000": 2,
    }


def test_all_is_in_a_file_that_a_spreadsheet_opens(results, tmp_path):
    path = tmp_path / "results.csv"
    assert results.save(path).endswith("are in results.csv.")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(results.given) + 1 and lines[0].startswith("learner,kind,key")


def test_a_formula_is_no_formula_in_the_file(work, tmp_path):
    (work / "class").mkdir()
    answer = {"kind": "repair", "key": "04.r", "value": "=HYPERLINK(1)", "verdict": "not yet"}
    (work / "class" / "-x.jsonl").write_text(json.dumps(answer))
    path = tmp_path / "results.csv"
    Results(answers.load_class()[0]).save(path)
    assert "'=HYPERLINK(1)" in path.read_text(encoding="utf-8-sig")
    assert "'-x" in path.read_text(encoding="utf-8-sig")


def test_a_class_without_answers_shows_no_section(monkeypatch, work):
    shown = []
    monkeypatch.setattr("class_results.display", shown.append)
    nobody = Results(answers.load_class()[0])
    for name in ("starters", "grid", "counts", "mistakes", "texts", "predictions", "choices"):
        getattr(nobody, f"show_{name}")()
    nobody.show_ratings()
    assert shown == [] and nobody.number == ""


@pytest.mark.parametrize("typed", ["10 Feb", "1,2", "=HYPERLINK(1)"])
def test_a_text_stays_what_was_typed_in_a_spreadsheet_and_a_number_a_number(work, tmp_path, typed):
    (work / "class").mkdir()
    given = [("04.r", "repair", typed), ("04.1", "check", 1500)]
    lines = [dict(key=key, kind=kind, value=value, verdict="right") for key, kind, value in given]
    (work / "class" / "anna.jsonl").write_text("\n".join(map(json.dumps, lines)))
    path = tmp_path / "results.csv"
    Results(answers.load_class()[0]).save(path)
    rows = csv.DictReader(path.open(encoding="utf-8-sig", newline=""))
    assert {row["key"]: row["answer"] for row in rows} == {"04.r": f"'{typed}", "'04.1": "1500"}
