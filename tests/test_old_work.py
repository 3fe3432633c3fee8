"""Work saved by an earlier version of the lessons (28 November 2026) opens and is told truly.

tests/fixtures/before holds what that version wrote: answers.jsonl of a learner who answered every
lesson, some questions twice and some wrongly, and the report my-harbour made in lesson 09.
"""

import json
import shutil
from pathlib import Path

import pytest
from closereading import answers, unexplained
from closereading.data.report import open_report
from closereading.lesson import calls, predictions, say
from closereading.show import charts, maps

BEFORE = Path(__file__).parent / "fixtures" / "before"
LINES = [json.loads(line) for line in (BEFORE / "answers.jsonl").read_text().splitlines()]


@pytest.fixture
def old(work):
    """The work folder, now as the earlier version left it."""
    shutil.copytree(BEFORE, work, dirs_exist_ok=True)
    return work


def test_every_line_is_read(old):
    assert answers.load() == (LINES, 0) and len(LINES) == 95


def test_of_a_prediction_the_first_still_counts(old, monkeypatch):
    shown = []
    monkeypatch.setattr(say, "display", lambda thing: shown.append(str(thing)))
    predictions.recall("00.p", "200 miles")
    assert answers.latest("00.p") == {"place": "Minsk", "least": 180, "most": 220}
    assert "Minsk" in shown[0] and "Brest" not in shown[0]


def test_texts_and_repairs_are_the_last_ones(old):
    said = {a["key"]: a["value"] for a in LINES if a["kind"] in ("repair", "keep")}
    for key, value in said.items():
        assert answers.latest(key) == value
    printed = str(calls.edition())
    assert all(text in printed for key, text in said.items() if key.endswith(".r"))


def test_a_report_of_lesson_09_opens_with_all_that_was_written(old):
    report = open_report("my-harbour")
    assert list(report.claims["quote"]) == [
        "At least 140 people were waiting",
        "90 to 110",
        "would sail again on Thursday",
        "about 60 miles away",
    ]
    assert list(report.numbers["words"]) == ["At least 140", "90 to 110", "about 60 miles"]
    assert len(report.sources) == len(report.traces) == 1
    for picture in (charts.intervals(report), charts.counts(report), maps.distances(report)):
        assert unexplained(picture, report) == []
