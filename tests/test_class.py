"""What a class hands in: any files in a folder become its answers; what cannot be read is listed,
and nothing runs.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import classroom
import nbformat
import pandas as pd
import pytest
from closereading import answers, unexplained
from closereading.marks import Row, answer_mark
from closereading.show.words import LISTED
from nbclient import NotebookClient

NOTEBOOKS = Path(classroom.__file__).parent


def line(key="04.1", value=1, kind="check", **more):
    return json.dumps(
        {
            "v": 1,
            "at": "2026-11-23T08:00:00+00:00",
            "kind": kind,
            "key": key,
            "value": value,
            "verdict": "right",
        }
        | more
    )


@pytest.fixture
def room(work):
    """Function that puts files into the folder `class`: name -> lines of text, or bytes."""

    def put(**files):
        (work / "class").mkdir(exist_ok=True)
        for name, content in files.items():
            data = (
                content
                if isinstance(content, bytes)
                else "".join(f"{one}\n" for one in content).encode()
            )
            (work / "class" / f"{name}.jsonl").write_bytes(data)
        return work / "class"

    return put


def test_no_folder_and_no_file_are_a_class_of_nobody(room):
    for given, left in (answers.load_class(), answers.load_class(room())):
        assert (
            given.empty
            and left.empty
            and list(given) == ["who", "kind", "key", "value", "verdict", "at", "times", "tries"]
        )
        assert answers.said(given, "predict", "04.p", "least").empty
        picture = classroom.bars(answers.said(given, "predict", "04.p", "least"), "Least")
        assert (
            picture.figure is None and "nobody has answered" in picture.says and picture.outputs()
        )
    assert answers.everyone("04.p") == {}


def test_a_prediction_counts_the_first_time_and_a_check_the_last(room):
    room(
        anna=[
            line("04.p", {"least": 1}, "predict"),
            line("04.p", {"least": 2}, "predict"),
            line(value=1, verdict="misconception 1"),
            line(value=2),
            line(value=2),
        ]
    )
    given, left = answers.load_class()
    assert left.empty and list(given["who"]) == ["anna"] * 2
    assert given.set_index("kind")["value"].to_dict() == {"predict": {"least": 1}, "check": 2}
    assert given.set_index("kind")["verdict"]["check"] == "right" and given.set_index("kind")[
        "times"
    ].to_dict() == {"predict": 2, "check": 3}


def test_a_check_and_a_quiz_of_one_key_are_two_answers(room):
    room(anna=[line("04.1", 571), line("04.1", "b", "quiz")])
    given, _ = answers.load_class()
    assert dict(zip(given["kind"], given["value"])) == {"check": 571, "quiz": "b"}


def test_torn_lines_are_counted_and_harm_no_other(room):
    room(
        anna=(line(value=1) + "\n" + line("04.2", 2)[:-9]).encode(),
        ben=b'{"v": 1, "key": "04.',
        cem=[line(value=3)],
    )
    given, left = answers.load_class()
    assert dict(zip(given["who"], given["value"])) == {"anna": 1, "cem": 3}
    assert left.to_dict("records") == [
        {"file": "anna.jsonl", "lines": 1, "why": "the other lines were read"},
        {"file": "ben.jsonl", "lines": 1, "why": "no answer in it"},
    ]


def test_older_and_newer_lines_are_read_as_far_as_they_go(room):
    room(
        old=[
            '{"kind": "check", "key": "01.1", "value": "Janes"}',
            '{"key": "01.2", "value": 17}',
            '{"kind": "check", "key": "01.3"}',
        ],
        new=[line(v=7, mood="cheerful", verdict=None, at=5)],
    )
    given, left = answers.load_class()
    assert dict(zip(given["who"], given["value"])) == {"new": 1, "old": "Janes"} and list(
        given["verdict"]
    ) == ["", ""]
    assert left.to_dict("records") == [
        {"file": "old.jsonl", "lines": 2, "why": "the other lines were read"}
    ]


def test_files_in_folders_of_their_own_and_the_same_file_twice(room):
    folder = room(anna=[line()])
    for name in ("ben_123", "ben_123 (1)"):
        (folder / name).mkdir()
        (folder / name / "answers.jsonl").write_text(line(value=2) + "\n")
    given, left = answers.load_class()
    assert list(given["who"]) == ["anna", "ben_123"]
    assert left.to_dict("records") == [
        {
            "file": "ben_123 (1)/answers.jsonl",
            "lines": 0,
            "why": "the same file as ben_123/answers.jsonl",
        }
    ]


HOSTILE = {
    "binary": bytes(range(256)) * 40,
    "deep": b"[" * 60_000,
    "deeper": b'{"key": "04.1", "kind": "check", "value": ' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "deep enough": b'{"key": "04.1", "kind": "check", "value": ' + b"[" * 60 + b"]" * 60 + b"}",
    "long": line(value="x" * 70_000).encode(),
    "half": b'{"key": "04.1", "kind": "check", "value": "\\ud800"}',
    "list": b"[1, 2]",
    "number": b"7",
    "null": b"null",
    "keys": b'{"key": ["a"], "kind": {}, "value": 1}',
    "digits": b'{"key": "04.1", "kind": "check", "value": ' + b"9" * 5_000 + b"}",
    "empty": b"",
    "blank": b"\n \n\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_listed_and_the_others_are_read(room, name):
    room(**{name: HOSTILE[name], "zoe": [line(value=3)]})
    given, left = answers.load_class()
    assert (
        list(given["who"]) == ["zoe"]
        and list(left["file"]) == [f"{name}.jsonl"]
        and list(left["why"]) == ["no answer in it"]
    )
    assert (left["lines"] > 0).all() == (name not in {"empty", "blank"})


def test_folders_links_and_large_files_are_not_opened(room, tmp_path, monkeypatch):
    folder = room(zoe=[line(value=3)])
    (folder / "a.jsonl").mkdir()
    (tmp_path / "private").write_text(line("04.1", "not for the class") + "\n")
    (folder / "b.jsonl").symlink_to(tmp_path / "private")
    (folder / "c.jsonl").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "d.jsonl")  # reading it would wait for ever
    (folder / "e.jsonl").write_bytes(b"x" * 5_000_001)
    (folder / "f").symlink_to(tmp_path)
    (tmp_path / "g.jsonl").write_text(line() + "\n")
    given, left = answers.load_class()
    assert list(given["who"]) == ["zoe"]
    assert dict(zip(left["file"], left["why"])) == {
        **dict.fromkeys(
            ("a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl", "f"),
            "a link, an empty folder or another thing that is no file",
        ),
        "e.jsonl": "larger than 5 MB",
    }


def test_a_name_that_is_no_text_is_shown_all_the_same(room):
    folder = room()
    with open(os.fsencode(folder) + b"/caf\xe9.jsonl", "w") as f:
        f.write(line() + "\n")
    given, _ = answers.load_class()
    assert given["who"][0].encode() == b"caf?"


def test_what_is_said_is_a_number_or_a_text(room):
    values = {
        "a": 5,
        "b": 2.5,
        "c": "five",
        "d": True,
        "e": None,
        "f": [5],
        "g": float("inf"),
        "h": {"least": 1},
        "i": 10**30,
        "j": "a\x00b‮c\nd",
        "k": float("nan"),
        "l": "y" * 900,
    }
    room(
        **{who: [line("04.p", {"least": v}, "predict")] for who, v in values.items()},
        m=[line("04.p", 7, "predict")],
        n=[line("04.p", {}, "predict")],
    )
    found = answers.said(answers.load_class()[0], "predict", "04.p", "least")
    assert found.to_dict() == {"a": 5, "b": 2.5, "c": "five", "j": "a b c d", "l": "y" * 300}


def test_everyone_is_you_and_the_class(room):
    answers.save("predict", "03.p", {"least": 3, "most": 9})
    room(
        anna=[
            line("03.p", {"least": 2, "most": 4}, "predict"),
            line("03.p", {"least": 8, "most": 9}, "predict"),
        ],
        ben=[line("03.p", 1, "check")],
    )
    assert answers.everyone("03.p") == {
        "you": {"least": 3, "most": 9},
        "anna": {"least": 2, "most": 4},
    }


def test_a_number_beyond_all_measure_is_not_drawn():
    row = Row("answers", "anna")
    for wild in (10**400, float("nan"), float("inf"), "5"):
        assert answer_mark(row, "anna", {"least": 1, "most": wild}, "here", "") is None
    assert answer_mark(row, "anna", {"least": 1, "most": 5}, "here", "").high == 5


# --- the pictures


def test_every_bar_opens_to_its_answers():
    labels = pd.Series({"anna": "right", "ben": "other", "cem": "right"})
    picture = classroom.bars(
        labels,
        "Exercise 04.1",
        words=pd.Series({"anna": "571", "ben": "<b>7</b>", "cem": "572"}),
        order=["right", "known mistake", "other"],
    )
    assert unexplained(picture, None) == []
    assert [m.high for m in picture.marks] == [2, 0, 1]
    assert picture.marks[0].ids == ("anna", "cem")
    shown = re.sub("</?span[^>]*>", "", picture.html())
    assert (
        "“571” (anna, as handed in)" in shown
        and "&lt;b&gt;7&lt;/b&gt;" in shown
        and "<b>7" not in shown
    )


def other_evidence(picture, change):
    """The first mark, with the evidence behind it changed."""
    old = picture.marks[0]
    new = replace(old, evidence=tuple(map(change, old.evidence)))
    picture.marks[0] = new
    for entries in picture.sheet.shown.values():
        entries[:] = [(new if m is old else m, role) for m, role in entries]


def broken(labels, change):
    picture = classroom.bars(labels, "Broken")
    change(picture)
    return unexplained(picture, None)


@pytest.mark.parametrize(
    "change, says",
    [
        (lambda p: p.figure.axes[0].patches[0].set_width(7), "drawn at 7"),
        (lambda p: p.figure.axes[0].texts[0].set_text("right · 9"), "no label says 2"),
        (lambda p: p.sheet.shown.pop(p.figure.axes[0].patches[0]), "no mark explains it"),
        (lambda p: other_evidence(p, lambda e: replace(e, row=Row("learners", "ben"))), "'ben'"),
        (lambda p: other_evidence(p, lambda e: replace(e, words="wrong")), "words='wrong'"),
    ],
)
def test_a_bar_that_is_not_its_answers_is_a_complaint(change, says):
    found = broken(pd.Series({"anna": "right", "ben": "other", "cem": "right"}), change)
    assert any(says in complaint for complaint in found), found


def test_behind_a_great_many_answers_stand_the_first():
    picture = classroom.bars(
        pd.Series({f"pupil {n}": "right" for n in range(10_000)}), "All of them"
    )
    assert unexplained(picture, None) == [] and len(picture.marks[0].ids) == 10_000
    shown = str(picture.words())
    assert (
        shown.count("as handed in") == LISTED
        and f"the first {LISTED} of 10,000 are listed" in shown
    )


def test_numbers_stand_by_size_and_far_ones_together():
    few = classroom.bars(pd.Series({"a": 3, "b": 1, "c": 3, "d": 20}), "Few")
    assert [m.label for m in few.marks] == ["1", "3", "20"] and unexplained(few, None) == []
    many = classroom.bars(pd.Series({f"p{n}": n for n in range(40)} | {"joker": 10**9}), "Many")
    assert (
        many.marks[-1].label.endswith("and more")
        and "joker" in many.marks[-1].ids
        and sum(m.high for m in many.marks) == 41
    )
    assert unexplained(many, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "$x^{2}$ \\frac",
        "</details>",
        "{{7*7}}",
        "‮desrever",
        "x" * 300,
        "one two " * 40,
        "",
        "·",
        "日本 🙂",
        "a:open",
        "furniture",
    ],
)
def test_any_text_can_be_a_label(text, room, recwarn):
    room(anna=[line("00.p", {"place": text}, "predict")])
    labels = answers.said(answers.load_class()[0], "predict", "00.p", "place")
    picture = classroom.bars(labels, "Where from?")
    assert unexplained(picture, None) == []
    shown = str(picture.html())
    assert "<script>" not in shown and shown.count("</details>") == 1 and "<td" in shown


# --- the notebook


def executed(work):
    notebook = nbformat.read(NOTEBOOKS / "teacher_class_results.ipynb", 4)
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    return "\n".join(
        str(o.get("text", "")) + "".join(o.get("data", {}).get("text/html", ""))
        for c in notebook.cells
        for o in c.get("outputs", [])
    )


def test_the_page_has_the_helps_of_a_lesson():
    """Without them a picture has no words for a reader who does not see it."""
    notebook = nbformat.read(NOTEBOOKS / "teacher_class_results.ipynb", 4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.id != "look"]
    scripts = [out.get("data", {}).get("application/javascript", "") for out in code[0].outputs]
    assert any("guardPage();" in script for script in scripts)


def test_the_notebook_runs_on_a_class_of_nobody(room, work):
    room()
    said = executed(work)
    assert (
        "Folder class: 0 learners, 0 answers" in said
        and "Who got how far" not in said.split("Folder class")[1]
        and not (work / "class-example").exists()
    )


def test_the_notebook_runs_on_a_hostile_class(room, work):
    script = "<script>window.hit = 1</script>"
    asked = [
        ("predict", "03.p"),
        ("predict", "04.p"),
        ("predict", script),
        ("check", "04.1"),
        ("check", "07.2"),
        ("check", script),
        ("quiz", "04.1"),
        ("keep", "07.m"),
    ]
    parts = {"least": script, "same": script, "ratings": {"E4": {"exercise": script}, "E6": 7}}
    wild = [
        line(k, v, kind, verdict=verdict)
        for kind, k in asked
        for v, verdict in [(script, script), (parts, "misconception 99"), ([script], "")]
    ]
    room(
        **HOSTILE, wild=wild, one=[line("04.p", {"same": 2}, "predict"), line("04.1", [571, 1000])]
    )
    folder = room(
        **{"<img src=x onerror=alert(1)>": [line("04.1", script, verdict="misconception 1")]}
    )
    (folder / "a.jsonl").mkdir()
    said = executed(work)
    assert f"Files left out, or read in part: {len(HOSTILE) + 1}" in said
    assert "<script" not in said and "<img src=x" not in said and "&lt;img src=x" in said


def test_the_invented_class_is_the_same_every_time(tmp_path):
    first, second = (answers.load_class(classroom.invent(tmp_path / name)) for name in "ab")
    assert first[0].equals(second[0]) and list(first[1]["file"]) == ["cut off.jsonl"]
    verdicts = {(k, v) for k, v in zip(first[0]["key"], first[0]["verdict"])}
    assert ("04.1", "right") in verdicts and any(v.startswith("misconception") for _, v in verdicts)
    assert not any(v[-1:].isdigit() for _, v in verdicts)
