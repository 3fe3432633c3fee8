"""Exercises: solutions pass, misconceptions get their own words, nothing a learner types ends in a
traceback, answers are kept.
"""

import json
import os
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import jsonschema
import numpy as np
import pandas as pd
import pytest
from closereading import answers
from closereading.data.reference import parse_words
from closereading.data.report import open_report
from closereading.lesson import calls, predictions, say, session
from closereading.lesson.contents import lesson as toml_of
from closereading.lesson.judge import judge
from closereading.lesson.quiz import quiz, verdict_of
from closereading.lesson.reply import in_words
from closereading.lesson.self_test import self_test
from closereading.lesson.session import begin, current
from closereading.reading.interval import Interval
from closereading.reading.text import Problem
from conftest import as_it_stands
from matplotlib.figure import Figure

ROOT = Path(__file__).parents[1]
LESSONS = sorted(
    p.stem for p in (ROOT / "notebooks" / "closereading" / "lesson" / "lessons").glob("*.toml")
)
CHECKS = [(f"{n}.{k}", e) for n in LESSONS for k, e in toml_of(n).get("check", {}).items()]


@pytest.fixture
def said(monkeypatch):
    """list of str: the feedback shown, last one last."""
    shown = []
    # without begin each answer would read the report again
    monkeypatch.setattr(session, "open_report", as_it_stands)
    monkeypatch.setattr(
        say, "display", lambda thing: shown.append(getattr(thing, "text", repr(thing)))
    )
    return shown


def verdict():
    return answers.load()[0][-1]["verdict"]


SCHEMA = ROOT / "notebooks" / "closereading" / "lesson" / "lessons" / "schema.json"


@pytest.mark.parametrize("number", LESSONS)
def test_a_lessons_file_has_what_it_needs_and_nothing_unknown(number):
    schema = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [f"{list(e.path)}: {e.message:.200}" for e in schema.iter_errors(toml_of(number))] == []


def test_a_fault_in_a_lessons_file_is_not_told_as_the_learners():
    whole = toml_of("01")["check"]["2"]
    broken = {name: value for name, value in whole.items() if name != "nudge"}
    with pytest.raises(Problem, match="lacks nudge"):
        judge(7, broken)


def values_of(known, exercise):
    """The answers that an entry stands for."""
    if exercise["type"] == "interval":
        return [(known.get("low"), known.get("high"))]
    value = known.get("value", known.get("from"))
    return value if isinstance(value, list) and exercise["type"] != "set" else [value]


def value_of(known):
    return (
        known["value"][0]
        if isinstance(known.get("value"), list)
        else known.get("value", known.get("from"))
    )


@pytest.mark.parametrize("key, exercise", CHECKS, ids=[k for k, _ in CHECKS])
def test_every_accepted_answer_and_every_misconception_gets_its_own_words(said, key, exercise):
    if exercise["type"] in {"parts", "chart"}:
        return  # looked at by rule: tests of their own, and test_solutions_pass
    for known in exercise["accept"]:
        for value in values_of(known, exercise):
            calls.check(key, value)
            expected = "also" if known.get("also") else "right"
            assert verdict() == expected and said[-1] == in_words(expected, known["says"])
    names = [known["name"] for known in exercise.get("misconception", [])]
    assert len(set(names)) == len(names) and not any(name.isdigit() for name in names)
    for known in exercise.get("misconception", []):
        for value in values_of(known, exercise):
            calls.check(key, value)
            assert verdict() == f"misconception {known['name']}"
            assert said[-1].startswith(f"Not yet. {known['says']}")
    own_words = [k["says"] for k in [*exercise["accept"], *exercise.get("misconception", [])]]
    assert len(set(own_words)) == len(own_words)


def codings(report, field):
    """list of sets: for each claim the values of a field that its own coding and its accepted ones
    hold.
    """
    listed = (dict(p.split("=") for p in a.split(";") if p) for a in report.claims["accepted"])
    return [
        set(a[field].split("|")) if field in a else {own}
        for a, own in zip(listed, report.claims[field])
    ]


def test_wanted_values_of_lesson_01_are_those_of_the_ledger(report):
    claims = report.claims
    accept = {k: toml_of("01")["check"][k]["accept"] for k in "123"}
    assert (
        claims.loc[claims["quote"].str.contains("decision"), "who"].tolist()
        == accept["1"][0]["value"][:1]
    )
    sourcing = codings(report, "sourcing")
    assert (claims["sourcing"] == "named").sum() == accept["2"][0]["value"]
    assert (sum(c == {"named"} for c in sourcing), sum("named" in c for c in sourcing)) == (
        accept["2"][1]["from"],
        accept["2"][1]["to"],
    )
    numbered = [c for key, c in zip(claims.index, sourcing) if key in set(report.numbers["from"])]
    assert [sum(c == {"named"} for c in numbered), sum("named" in c for c in numbered)] == [
        e["value"] for e in accept["3"]
    ]


def test_misconceptions_of_lesson_01_are_the_numbers_they_say(report):
    claims, wrong = report.claims, toml_of("01")["check"]
    by_value = {k: {value_of(m) for m in wrong[k]["misconception"]} for k in "23"}
    levels, who = claims["sourcing"].value_counts(), report.numbers["who"]
    named = claims[claims["sourcing"] == "named"]
    assert {
        named["who"].nunique(),
        levels["named"] + levels["group"],
        len(claims) - levels["none"],
        levels["none"],
        levels["group"],
    } == by_value["2"]
    unsourced = (who == "no stated source").sum()
    assert {len(who) - unsourced, unsourced, (who == "Janes").sum(), len(named)} == by_value["3"]


ODD = [
    None,
    True,
    "",
    "seventeen",
    [],
    [1, 2],
    {},
    pd.DataFrame({"a": [1, 2]}),
    pd.Series([1, 2]),
    np.array([[1]]),
    len,
    float("nan"),
    float("inf"),
    1j,
    object(),
    -5,
    10**400,
    np.int64(17),
    np.str_("Janes"),
    pd.NA,
    pd.NaT,
    "<script>alert(1)</script>",
    "x" * 10_000,
    b"17",
    range(3),
    lambda: 17,
    Ellipsis,
]


@pytest.mark.parametrize("odd", ODD, ids=[type(o).__name__ + str(i) for i, o in enumerate(ODD)])
def test_whatever_a_learner_gives_is_answered_in_a_sentence(said, odd):
    for key, _ in CHECKS:
        calls.check(key, odd)
    predictions.predict("01.p", share=odd)
    predictions.predict("00.p", place=odd, least=odd, most=odd)
    calls.keep("00.b", odd)
    calls.repair("01.r", odd)
    assert len(said) == len(CHECKS) + 4 and all(s.strip() and "Traceback" not in s for s in said)


def test_types_are_named(said):
    tries = [
        ("01.2", "17", "a number is wanted, without quotation marks"),
        ("01.2", pd.DataFrame({"a": [1, 2]}), "a table of 2 rows"),
        ("01.1", 30000, "30000, a number; a text is wanted. It stands in quotation marks"),
        ("01.1", pd.Series([], dtype=str), "No row matched"),
        ("01.1", pd.Series([True, False]), "True or False of every row"),
        ("01.2", pd.Series([True, False]), ".sum() counts the True ones"),
        ("01.2", pd.Series([17, 3, 3]), "a column of 3 entries"),
        ("01.2", len, "brackets are missing"),
        ("01.2", 0.23, "0.23 is no whole number"),
    ]
    for key, value, expected in tries:
        calls.check(key, value)
        assert expected in said[-1]


SET = {
    "type": "set",
    "nudge": "Look again.",
    "accept": [{"value": ["Minsk", "Brest"], "says": "Both."}],
    "misconception": [{"name": "far", "value": ["Kyiv"], "says": "No."}],
}
ENDS = {
    "type": "interval",
    "nudge": "Look again.",
    "tolerance": 1,
    "accept": [{"high": 30000, "says": "Yes."}],
    "misconception": [{"name": "nought", "low": 0, "high": 30000, "says": "Nought?"}],
}


@pytest.mark.parametrize(
    "exercise, answer, verdict, words",
    [
        (SET, ["brest", "Minsk "], "right", "Both."),
        (SET, pd.Series(["Minsk", "Brest"]), "right", "Both."),
        (SET, {"Minsk"}, "not yet", "1 more is missing. Look again."),
        (SET, ("Minsk", "Brest", "Lida"), "not yet", "Does not belong: Lida."),
        (SET, "Kyiv", "misconception far", "No."),
        (SET, [1, 2], "wrong type", "a list of names is wanted"),
        (SET, pd.Series([1.0], index=["Kyiv"]), "misconception far", "No."),
        (SET, pd.DataFrame({"a": [1]}), "wrong type", "Take one column"),
        (ENDS, (None, 30000), "right", "Yes."),
        (ENDS, (float("nan"), 30000.5), "right", "Yes."),
        (ENDS, (0, 30000), "misconception nought", "Nought?"),
        (ENDS, Interval(float("nan"), 30000), "right", "Yes."),
        (ENDS, (5, 3), "wrong type", "Low comes first"),
        (ENDS, 30000, "wrong type", "two ends are wanted"),
        (ENDS, ("0", 3), "wrong type", "two ends are wanted"),
        (ENDS, (1, 2, 3), "wrong type", "a list of 3 entries; two ends"),
        (ENDS, (None, "many"), "wrong type", "Take the quotation marks away"),
    ],
)
def test_sets_ranges_and_sentences_are_judged(report, exercise, answer, verdict, words):
    found, says = judge(answer, exercise, report)
    assert found == verdict and words in says


RULES = {
    "type": "chart",
    "says": "All kept.",
    "nudge": "Draw.",
    "rule": [
        {"need": "no bars", "says": "A bar."},
        {"need": "range", "low": 8, "high": 14, "says": "No range."},
        {"need": "arrow", "from": 30, "way": "left", "says": "No arrow."},
        {"need": "words", "over": "range", "all": ["Janes"], "says": "No name."},
        {"need": "nothing at", "at": [11, 15], "says": "A middle."},
        {"need": "apart", "says": "One axis."},
    ],
}


def own_chart(
    bar=False, high=14, tip=20, name="Janes", dot=None, one=False, style="->", swapped=False
):
    figure = Figure()
    axes = figure.subplots(1 if one else 2, squeeze=False).ravel()
    axes[0].hlines(0, 8, high)
    axes[-1 if swapped else 0].set_title(name)
    axes[-1].annotate("", xy=(tip, 0), xytext=(30, 0), arrowprops=dict(arrowstyle=style))
    if bar:
        axes[0].barh([1], [30])
    if dot:
        axes[0].plot([dot], [0], "o")
    axes[-1].vlines([30], -1, 1)  # a cap is no range
    for one in axes:
        one.set_xlim(0, 50)
    return axes


@pytest.mark.parametrize(
    "how, says",
    [
        ({}, ""),
        ({"bar": True}, "A bar."),
        ({"high": 13}, "No range."),
        ({"tip": 40}, "No arrow."),
        ({"name": "?"}, "No name."),
        ({"dot": 11}, "A middle."),
        ({"one": True}, "One axis."),
        ({"style": "<->"}, "No arrow."),
        ({"swapped": True}, "No name."),
    ],
)
def test_a_drawn_answer_is_judged_by_what_is_drawn(how, says):
    assert judge(own_chart(**how), RULES) == (("not yet", says) if says else ("right", "All kept."))


def test_a_drawn_answer_may_be_a_figure_and_its_arrow_may_point_either_way():
    figure = Figure()
    axes = figure.subplots(2)
    axes[0].plot([8, 14], [0, 0])
    axes[0].set_ylabel("Janes")
    axes[1].annotate("", xy=(30, 0), xytext=(20, 0), arrowprops=dict(arrowstyle="<-"))
    axes[1].set_xlim(0, 40)
    assert judge(figure, RULES)[0] == "right" and judge(axes, RULES)[0] == "right"
    assert judge(17, RULES)[0] == judge([], RULES)[0] == judge("chart", RULES)[0] == "wrong type"


def test_the_solution_is_offered_after_three_tries(said):
    for _ in range(3):
        calls.check("01.2", 33)
    assert [("box below" in s) for s in said] == [False, False, True]


def test_a_prediction_may_be_changed_until_the_answer_is_shown(said):
    for share in (40, 90):
        predictions.predict("01.p", share=share)
        assert said[-1].startswith(f"Kept. share = {share}. You can change this until")
    predictions.recall("01.p", "26 of 44, 59%")
    assert said[-1] == "You said share = 90; the report has 26 of 44, 59%."
    predictions.predict("01.p", share=59)
    assert said[-1] == (
        "Kept. The lesson has already shown the answer, so what you wrote before that still"
        " counts: share = 90."
    )
    predictions.recall("01.p", "26 of 44, 59%")
    assert answers.latest("01.p") == {"share": 90}
    assert [a["kind"] for a in answers.load()[0]] == ["predict", "predict", "shown", "predict"]


def test_an_answer_that_is_shown_before_anything_is_predicted_locks_nobody_out(said):
    predictions.recall("01.p", "26 of 44, 59%")
    assert said[-1].startswith("You made no prediction") and answers.load()[0] == []
    predictions.predict("01.p", share=40)
    predictions.predict("01.p", share=50)
    predictions.recall("01.p", "26 of 44, 59%")
    assert "share = 50" in said[-1] and answers.latest("01.p") == {"share": 50}


def test_a_prediction_stands_where_it_is_asked_again(said):
    predictions.predict("00.p", place="Russia", least=180, most=220)
    begin("02", open_report())
    predictions.predict("00.p", place=..., least=..., most=...)
    assert said[-1].startswith(
        "Kept. In lesson 00 you wrote: place = Russia, least = 180, most = 220. You can change"
    )


def test_a_prediction_that_cannot_be_is_not_sealed(said):
    predictions.predict("01.p", share=0.4)
    predictions.predict("00.p", place="Paris", least=250, most=150)
    predictions.predict("00.p", place="Paris", least=..., most=150)
    calls.keep("00.b", "one", ..., "three")
    assert all("Nothing was saved" in s for s in said) and answers.load()[0] == []
    assert all(s.startswith("Not yet. ") for s in said)
    assert (
        "40 for 40 per cent" in said[0]
        and "cannot be above" in said[1]
        and "least: still three dots" in said[2]
        and "3 sentences are wanted" in said[3]
    )


def test_a_number_in_words_has_no_dot(said):
    predictions.predict("03.p", least="fifty", most=9000)
    assert "Did you mean 50 thousand?" in said[-1]
    with pytest.raises(Problem, match="There is no lesson “x”"):
        calls.check("x", 1)


def test_half_a_sign_loses_no_answer(work):
    assert answers.save("keep", "00.b", ["a\ud800b", "c", "d"]) == ""
    assert answers.load()[0][-1]["value"] == ["a?b", "c", "d"]


def test_a_text_in_several_pieces_is_saved_as_one_text(said):
    pieces = ["The ministry said “repelling”.", "The ministry claimed “repelling”."]
    calls.check("05.3", pieces)
    assert answers.latest("05.3") == "\n".join(pieces)


def test_texts_are_kept_and_the_last_ones_count(said):
    calls.keep("00.b", "one", "two", "three")
    calls.keep("00.b", "four", "five", "six")
    assert answers.latest("00.b") == ["four", "five", "six"]


def test_quiz_options_all_answer(monkeypatch):
    def quizzes(number):
        shown = []
        monkeypatch.setattr(say, "display", shown.append)
        quiz(number)
        return shown[-1]

    for n in LESSONS:
        for name, question in toml_of(n).get("quiz", {}).items():
            assert any(o.get("right") for o in question["options"].values()) and not all(
                o.get("right") for o in question["options"].values()
            )
            for letter, option in question["options"].items():
                panel = quizzes(n)
                panel.values = {**panel.values, name: option["text"]}
                asked = next(c for c in panel.controls if c.id == name)
                shown = asked.replies[asked.options.index(option["text"])]
                assert shown == in_words(verdict_of(option), option["says"])
                given = sum(value is not None for value in panel.values.values())
                assert panel.says == f"{given} of {len(panel.controls)} answered."
                assert answers.latest(f"{n}.{name}") == letter
                again = quizzes(n)  # as after a reload
                assert again.values == panel.values and again.says == panel.says
                many = len(answers.load()[0])
                again.values = panel.values
                assert len(answers.load()[0]) == many  # what was chosen before is not saved again


def test_our_repaired_sentence_is_kept_and_each_missing_part_is_named(said):
    ours = (
        "On 10 February 2022 a report put over 100,000 Russian troops along Ukraine’s eastern"
        " border and in Crimea, without saying who had counted them."
    )
    calls.repair("01.r", ours)
    assert said[-1].startswith("Kept. I found a source, or that there is none;")
    for says, without in {
        "Say who says so": ours.replace("a report put", "there were").replace(
            ", without saying who had counted them", ""
        ),
        "Keep the “over”": ours.replace("over 100,000", "100,000"),
        "Give the day": ours.replace("On 10 February 2022 a", "A"),
        "25 is the limit": ours + " there" * 5,
    }.items():
        calls.repair("01.r", without)
        assert said[-1].startswith("Not yet. ") and says in said[-1] and verdict() == "not yet"
    notebook = json.loads((ROOT / "notebooks" / "01_who_says_so.ipynb").read_text(encoding="utf-8"))
    assert any(ours in "".join(c["source"]) for c in notebook["cells"])


def test_an_unknown_exercise_is_a_sentence():
    with pytest.raises(Problem, match="no check “9”; it has 1, 2, 3"):
        calls.check("01.9", 1)


def test_another_report_is_not_measured_by_the_first_ones_answers(said):
    begin("01", open_report("full-house"))
    said.clear()
    calls.check("01.2", 10)
    calls.repair("01.r", "Anything.")
    quiz("01")
    assert said == [say.ELSEWHERE] * 3 and answers.load()[0] == []


# --- the answer file


def test_a_torn_tail_loses_nothing(work, said):
    calls.check("01.2", 17)
    with (work / answers.FILE).open("ab") as f:
        f.write(b'{"v": 1, "key": "01.3", "val')
    calls.check("01.3", 3)
    found, unreadable = answers.load()
    assert [a["key"] for a in found] == ["01.2", "01.3"] and unreadable == 1


def test_two_writers_lose_nothing(work):
    code = (
        "from closereading import answers\nfor i in range(50): assert answers.save('check',"
        " f'{N}.{i}', i) == ''"
    )
    env = dict(os.environ, PYTHONPATH=str(ROOT / "notebooks"))
    running = [
        subprocess.Popen([sys.executable, "-c", f"N = {n}\n{code}"], env=env) for n in (1, 2)
    ]
    assert [p.wait(60) for p in running] == [0, 0]
    found, unreadable = answers.load()
    assert (
        {a["key"] for a in found} == {f"{n}.{i}" for n, i in product((1, 2), range(50))}
        and len(found) == 100
        and unreadable == 0
    )


@pytest.mark.parametrize("after", [0.05, 0.1, 0.2, 0.4])
@pytest.mark.slow
def test_a_kill_in_the_middle_loses_nothing_acknowledged(work, after):
    code = (
        "from closereading import answers\nimport itertools\nfor i in itertools.count():\n   "
        " assert answers.save('check', f'k.{i}', 'x' * 500) == ''\n    print(i, flush=True)"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code],
        env=dict(os.environ, PYTHONPATH=str(ROOT / "notebooks")),
        stdout=subprocess.PIPE,
        text=True,
    )
    writer.stdout.readline()
    time.sleep(after)
    writer.kill()
    acknowledged = [0, *(int(line) for line in writer.stdout.read().split("\n")[:-1])]
    assert answers.save("check", "k.last", 1) == ""
    kept = {a["key"] for a in answers.load()[0]}
    assert {f"k.{i}" for i in acknowledged} <= kept and "k.last" in kept


def test_a_full_disk_is_one_sentence(work):
    resource = pytest.importorskip("resource", reason="this system cannot limit the size of a file")
    code = (
        "from closereading import answers\nfor i in range(99): print(repr(answers.save('check',"
        " f'f.{i}', 'x' * 100)), flush=True)"
    )
    limit = lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, (2000, 2000)
    )  # the file may not grow beyond: the last line is torn
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=dict(os.environ, PYTHONPATH=str(ROOT / "notebooks")),
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )
    said = done.stdout.splitlines()
    saved = [i for i, line in enumerate(said) if line == "''"]
    assert (
        len(said) == 99
        and 0 < len(saved) < 20
        and all(
            "could not be saved" in line and "the lesson goes on" in line
            for line in said[len(saved) :]
        )
    )
    assert (work / answers.FILE).stat().st_size == 2000
    assert answers.save("check", "f.last", 1) == ""  # there is room again
    found, unreadable = answers.load()
    assert [a["key"] for a in found] == [*(f"f.{i}" for i in saved), "f.last"] and unreadable == 1


def test_a_folder_where_nobody_may_write_is_one_sentence(monkeypatch, tmp_path, said):
    (tmp_path / "locked").mkdir(mode=0o500)
    locked = (
        tmp_path / "locked" if os.name == "posix" and os.geteuid() else Path("/proc/close-reading")
    )  # root may write anywhere but there
    monkeypatch.setenv("CLOSE_READING_WORK", str(locked))
    calls.check("01.2", 10)
    calls.keep("00.b", "one", "two", "three")
    assert len(said) == 2 and all(
        "could not be saved" in s and "the lesson goes on" in s for s in said
    )


def test_a_work_folder_that_cannot_be_written_is_one_sentence(monkeypatch, tmp_path, said):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CLOSE_READING_WORK", str(tmp_path / "file"))
    calls.check("01.2", 10)
    assert (
        said[-1].startswith("Right. 10 of 44")
        and "could not be saved" in said[-1]
        and "the lesson goes on" in said[-1]
    )


def test_the_self_test_says_what_works(said):
    self_test()
    assert said[0] == "Python works here. Saving works here." and "Press the button" in said[1]


# --- what begin was given


def test_begin_without_a_report_asks_for_it_and_the_lesson_goes_on(said):
    begin("04")
    assert len(said) == 2 and said[1].startswith('Which report is it? Write begin("04", report)')
    calls.check("01.2", 10)
    assert verdict() == "right"


def test_begin_keeps_the_report_it_was_given_whatever_is_opened_later(said):
    mine = open_report("full-house")
    begin("04", mine)
    open_report()
    assert current().report is mine and current().elsewhere and len(said) == 1
    assert "Invented by us" in said[0] and say.ELSEWHERE not in said
    begin("04", open_report())
    assert not current().elsewhere


@pytest.mark.parametrize("report", ["union-resolve", 4, ...])
def test_begin_takes_a_report_and_nothing_else(said, report):
    with pytest.raises(Problem, match="wants the report that open_report gave; this is"):
        begin("04", report)
    assert said == []


@pytest.mark.parametrize("who", ["", "a b", "../x", "x" * 21, 3.5])
def test_begin_takes_a_learner_of_letters_and_digits(said, report, who):
    with pytest.raises(Problem, match="1 to 20 letters or digits"):
        begin("04", report, who=who)


# --- lesson 03: spans of a pair, texts in place of numbers, numbers too small


@pytest.mark.parametrize(
    "pair, begins, holds",
    [
        ((36, 60), "Right.", "three to five dozen"),
        ((25, 75), "Also defensible.", "above six dozen"),
        ((24, 36), "Also defensible.", "narrow"),
        ((36, 100), "Also defensible.", "eight dozen or more"),
        ((24, 120), "Also defensible.", "Exactly 120"),
        ((20, 60), "Not yet.", "under two dozen, which is 24"),
        ((12, 60), "Not yet.", "under two dozen"),
        ((3, 5), "Not yet.", "Multiply both ends by 12"),
        ((36, 36), "Not yet.", "same number"),
        ((30, 30), "Not yet.", "same number"),
        ((36, 150), "Not yet.", "above 120"),
        ((58, 97), "Not yet.", "in miles"),
        ((57.9, 96.6), "Not yet.", "in miles"),
        ((3000, 5000), "Not yet.", "a few thousand"),
        ((None, None), "Not yet.", "write your own two numbers"),
        ((24, None), "Not yet.", "upper end is still None"),
        ((None, 60), "Not yet.", "low end is still None"),
        ((24, "60"), "Right.", "One end is a text"),
        ((70, 100), "Not yet.", "smallest number"),
        ((60, 72), "Not yet.", "smallest number"),
        (None, "Not yet.", "two ends are wanted"),
        (36, "Not yet.", "such as (10, 20)."),
        ((36, []), "Not yet.", "such as (10, 20)."),
    ],
)
def test_a_few_dozen_has_a_reply_for_each_way_to_read_it(said, pair, begins, holds):
    calls.check("03.3a", pair)
    assert said[-1].startswith(begins) and holds in said[-1]
    assert "tuple" not in said[-1] and "None, that is" not in said[-1].replace(
        "This is None, that is, no answer", ""
    )


def test_our_reading_is_not_the_learners_own(said):
    calls.check("03.3a", parse_words("a few dozen"))
    assert said[-1].startswith("Not yet. These two ends are our reading") and verdict() != "right"
    calls.check("03.2", parse_words("up to 30,000"))
    assert said[-1].startswith("Right.")


@pytest.mark.parametrize(
    "key, answer, holds",
    [
        ("03.1", "fourteen", "Right. … Write the number in figures: 14."),
        ("03.1", "14", "Right. … Write the number in figures: 14."),
        ("03.1", "15", "Not yet. … “over 14”"),
        ("03.2", ("none", 30000), "Right. … Python writes it with a capital letter: None."),
        ("03.2", (None, "30,000"), "Right. … Without quotation marks the pair is (None, 30000)"),
        ("03.2", ("a", "b"), "Not yet. … Both of your two ends are texts"),
    ],
)
def test_a_text_in_place_of_a_number_is_told_how_it_is_written(said, key, answer, holds):
    calls.check(key, answer)
    begins, says = holds.split(" … ")
    assert said[-1].startswith(begins) and says in said[-1] and "tuple" not in said[-1]


def test_a_prediction_far_too_small_is_asked_about_and_not_saved(said):
    predictions.predict("03.p", least=3.000, most=9000)
    assert said[-1].startswith(
        "Not yet. You wrote 3. Did you mean three thousand? Then write 3000. In Python a dot"
    )
    assert said[-1].endswith("Nothing was saved.")
    predictions.predict("03.p", least=3, most=4.5)
    assert "three thousand and 4.5 thousand? Then write 3000 and 4500." in said[-1]
    assert answers.load()[0] == []
    predictions.predict("03.p", least=3000, most=9_000)
    assert answers.latest("03.p", "predict") == {"least": 3000, "most": 9000}


@pytest.mark.parametrize(
    "sentence, both",
    [
        ("Janes, 10 February 2022: 8,000 to 14,000 troops.", True),
        ("Janes, 10 February 2022: eight to fourteen thousand troops.", True),
        ("Janes, 10 February 2022: 8-14,000 troops.", False),
        ("Janes, 10 February 2022: 8 to 14,000 troops.", False),
    ],
)
def test_a_short_first_end_is_not_taken_for_a_printed_one(said, sentence, both):
    calls.repair("03.r", sentence)
    assert ("Print both ends" not in said[-1]) == both
