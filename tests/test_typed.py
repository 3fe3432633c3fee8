"""What learners type: the first word of each reply is true, and no cell ends in a traceback.

tests/typed.tsv holds the cells, each with the words with which its reply begins.
"""

import sys
from pathlib import Path

import pytest
from closereading.lesson import say
from closereading.reading.text import Problem
from IPython.core.interactiveshell import InteractiveShell

BEGIN = (
    "import pandas as pd, matplotlib.pyplot as plt\n"
    "from closereading import *\nreport = open_report({})\n"
    "claims, places = report.claims, report.places\nbegin('{}', report)"
)
FILE = Path(__file__).with_name("typed.tsv")


def _as_typed(cell):
    return cell.replace("⏎", "\n").replace("⇥", "\t")


ROWS = [
    (*map(_as_typed, line.split("\t")), "")[:4]
    for line in FILE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
LESSONS = sorted({row[0] for row in ROWS})


@pytest.fixture
def typed(monkeypatch, work):
    """Function that runs cells in a lesson: for each what is replied, and whether it counts as
    run. Each cell finds the names of the first one, and no answers of the cells before.
    """
    shown = []
    monkeypatch.setattr(say, "display", lambda thing: shown.append(str(thing)))
    shell = InteractiveShell.instance()

    def run(number, cells):
        day = "as_of='2022-02-10'" if number < "08" else ""
        shell.run_cell(BEGIN.format(day, number))
        names = dict(shell.user_ns)
        for cell in cells:
            shown.clear()
            (work / "answers.jsonl").unlink(missing_ok=True)
            shell.user_ns.clear()
            shell.user_ns.update(names)
            done = shell.run_cell(cell)
            sys.modules["matplotlib.pyplot"].close("all")
            yield cell, " ".join(shown), done.success

    yield run
    shell.reset()
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("number", LESSONS)
def test_the_first_word_is_true_of_what_was_typed(typed, number):
    rows = {row[2]: row for row in ROWS if row[0] == number}
    wrong = [
        (cell, said)
        for cell, said, success in typed(number, rows)
        if not (success and said.startswith(rows[cell][1]) and rows[cell][3] in said)
    ]
    assert wrong == []


def test_the_table_holds_every_exercise_and_each_first_word():
    cells = " ".join(row[2] for row in ROWS)
    from closereading.lesson.contents import lesson, lessons

    keys = [f"{n}.{name}" for n in lessons("check") for name in lesson(n)["check"]]
    parts = {key for key in keys if lesson(key[:2])["check"][key[3:]]["type"] == "parts"}
    assert not [key for key in set(keys) - parts if f'check("{key}"' not in cells]
    assert len(ROWS) > 800 and {"Right.", "Not yet.", "Also defensible.", "Kept."} < {
        row[1] for row in ROWS
    }


def test_a_verdict_put_together_with_a_plus_is_no_number_phrase(typed):
    cell = 'verdicts = ["4 " + "near", "8 " + "near"]\ncheck("05.2", verdicts)'
    (_, said, success), *_ = typed("05", [cell])
    assert success and said.startswith("Not yet.") and "parse_words" not in said


def test_a_key_that_is_not_there_is_a_sentence_outside_a_notebook_too():
    from closereading.lesson import calls

    with pytest.raises(Problem, match="There is no lesson “US”"):
        calls.check("US", 1)
