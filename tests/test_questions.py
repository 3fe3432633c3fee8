"""A question that changes gets a new key; an answer may follow the learner's own table."""

import json

import pytest
from closereading import answers
from closereading.data.report import open_report
from closereading.lesson import own_table, predictions, say
from closereading.lesson.contents import entry
from closereading.lesson.judge import judge
from closereading.lesson.standing import AFTER, FIRST, SHOWN, predicted
from questions import FILE, asked

BEFORE = json.loads(FILE.read_text(encoding="utf-8"))


def test_no_question_is_without_words_or_unknown():
    now = asked()
    assert sorted(now) == sorted(BEFORE), "a key came or went: run python tests/questions.py"
    assert [key for key, question in now.items() if not question["text"]] == []


@pytest.mark.parametrize("key", sorted(BEFORE))
def test_a_key_still_asks_what_it_asked(key):
    """Where this fails: does the question ask for something else now? Then it needs a new key, so
    that what learners saved is not told as an answer to it. Else run python tests/questions.py.
    """
    assert asked()[key] == BEFORE[key]


@pytest.fixture
def said(monkeypatch):
    """list of str: what was replied."""
    shown = []
    monkeypatch.setattr(say, "display", lambda thing: shown.append(str(thing)))
    return shown


# (exercise, table of the report, row, column, what the learner writes, right by it, first word)
OWN = [
    ("01.1", "claims", "C40", "who", "officials in Washington", "officials in Washington", "also"),
    ("01.2", "claims", "C01", "sourcing", "named", 11, "also"),
    ("01.2", "claims", "C13", "sourcing", "group", 9, "right"),
    ("01.3", "claims", "C14", "sourcing", "named", 4, "also"),
    ("05.1", "claims", "C15", "cue", "saying", ["ukraine"], "also"),
    ("06.1", "claims", "C16", "topic", "purpose", ["russia-belarus"], "right"),
    ("06.1", "claims", "C16", "topic", "sea", ["russia-belarus"], "also"),
    ("06.2", "pairs", "V01", "relation", "differ but can both be true", [], ""),
    ("06.2", "pairs", "V04", "relation", "clash", ["C14", "C43"], "also"),
    ("08.1", "outcomes", "O01", "verdict", "held", ["C12", "C41", "C35"], "also"),
]


@pytest.mark.parametrize("key, table, row, column, value, answer, verdict", OWN)
def test_an_exercise_follows_the_learners_own_coding(
    report, said, key, table, row, column, value, answer, verdict
):
    mine = open_report("union-resolve") if key.startswith("08") else report
    changed = getattr(mine, table)
    assert changed.loc[row, column] != value
    before = judge(answer, entry(key, "check"), mine)
    changed.loc[row, column] = value
    after = judge(answer, entry(key, "check"), mine)
    if not verdict:
        assert after.verdict == before.verdict
        return
    assert after.verdict == verdict, after
    assert after.says.startswith("This holds by your own table, in which ")
    assert f"{row} has {column} “{value}”" in after.says
    ours = "We accept that coding too." if verdict == "right" else "give your reason"
    assert ours in after.says


def test_of_the_ratings_what_decides_follows_the_learners_own(said):
    mine = open_report("union-resolve", as_of="2022-02-10")
    rows = mine.evidence[(mine.evidence["item"] == "E1") & (mine.evidence["reading"] == "open")]
    assert judge("E1", entry("07.2", "check"), mine).verdict.startswith("misconception")
    mine.evidence.loc[rows.index, "rating"] = "I"
    after = judge(["E2", "E3"], entry("07.2", "check"), mine)
    assert after.verdict in ("right", "also") and "by your own table" in after.says


def test_every_exercise_that_follows_a_table_is_tried_here():
    keys = {"07.2", "07.3", *(row[0] for row in OWN)}
    follow = {f"{key[:2]}.{key[-1]}" for key in BEFORE if _table(key)}
    assert follow == keys and set(own_table.WANTED) == set(own_table.LOOKED_AT)


def _table(key):
    number, kind, name = key.split(".")
    return kind == "check" and entry(f"{number}.{name}", "check").get("table")


def test_our_own_table_is_no_ones_own(report):
    assert own_table.own("named", report) is None and own_table.own(None, report) is None


def test_a_first_prediction_after_the_answer_is_kept_and_marked(said):
    answers.save(SHOWN, "01.p", None)  # a page that was shown to somebody who had not predicted
    predictions.predict("01.p", share=59)
    assert said[-1] == (
        "Kept. share = 59. The lesson had already shown the answer, and this is noted with it."
    )
    stands = answers.prediction("01.p")
    assert (stands.verdict, stands.value) == (AFTER, {"share": 59})
    predictions.predict("01.p", share=60)
    assert answers.prediction("01.p").value == {"share": 59}
    predictions.recall("01.p", "59%")
    assert said[-1] == "You said share = 59 after the answer was shown; the report has 59%."
    assert answers.everyone("01.p") == {"you": {"share": 59}}


LINE = {"kind": "predict", "key": "k", "v": 2, "at": ""}
SHOW = {"kind": SHOWN, "key": "k", "v": 2, "value": None}


@pytest.mark.parametrize(
    "found, value, verdict",
    [
        ([], None, ""),
        ([SHOW], None, ""),
        ([LINE | {"value": 1}, LINE | {"value": 2}], 2, ""),
        ([LINE | {"v": 1, "value": 1}, LINE | {"value": 2}], 1, ""),
        ([LINE | {"value": 1}, LINE | {"value": 2}, SHOW], 2, ""),
        ([LINE | {"value": 1}, SHOW, LINE | {"value": 2}], 1, ""),
        ([SHOW, LINE | {"value": 1}, LINE | {"value": 2}], 1, AFTER),
        ([SHOW, LINE | {"value": 1}, SHOW], 1, AFTER),
        ([LINE | {"value": 1}, LINE | {"value": 2}, SHOW | {"value": FIRST}], 1, ""),
    ],
)
def test_which_prediction_counts(found, value, verdict):
    stands = predicted(found)
    assert (stands.value, stands.verdict) == (value, verdict)
