"""What pupils really hand in is read, whatever its name and form; every other file is listed with
the reason.
"""

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from closereading import answers
from closereading.lesson.file_names import learner_of
from closereading.lesson.mistakes import named, replies
from closereading.reading.text import Problem

BEFORE = Path(__file__).parent / "fixtures" / "before"


def line(value=1, key="04.1", kind="check", verdict="right", **more):
    at = "2026-11-23T08:00:00+00:00"
    answer = {"v": 2, "at": at, "kind": kind, "key": key, "value": value, "verdict": verdict}
    return json.dumps(answer | more) + "\n"


def zipped(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


WAYS = {
    "anna.jsonl": (line(), "anna"),
    "Ben.jsonl.txt": (line(), "Ben"),
    "Cara.JSONL": (line(), "Cara"),
    "Dan.Json": (f"[{line().strip()}, {line(2).strip()}]", "Dan"),
    "answers.json": (json.dumps([json.loads(line())], indent=2), "answers"),
    "Eve.txt": (line().replace("\n", "\r\n"), "Eve"),
    "fay.jsonl": (line().encode("utf-16"), "fay"),
    "gus.jsonl": (b"\xef\xbb\xbf" + line().encode(), "gus"),
    "Hal Hill_12345_assignsubmission_file/answers.txt": (line(), "Hal Hill"),
    "Ida Ina_99_assignsubmission_file_answers.jsonl": (line(), "Ida Ina"),
    "Jo Jung/Version 2/answers.txt": (line(), "Jo Jung"),
    "Kim - answers.txt": (line(), "Kim - answers"),
    "Lea.txt": (line().replace("check", "Größe").encode("cp1252"), "Lea"),
    "Mia.txt": (line().encode("utf-16-le"), "Mia"),
    "Nora.txt": (line().encode("utf-32-be"), "Nora"),
    "Oz.txt": (f"{line().strip()}\r{line(2).strip()}\r", "Oz"),
    "Pia.txt": (f"{line().strip()} {line(2).strip()}", "Pia"),
    "Quin.txt": (f"{line().strip()},\n{line(2).strip()},", "Quin"),
    "Ria.txt": (f"> {line()}> {line(2)}", "Ria"),
    "Sam.txt": ('{"answers": [' + line().strip() + "," + line(2).strip() + "]}", "Sam"),
    "Sue.txt": (line().replace('"', "”"), "Sue"),
    "Tom.txt": (json.dumps(json.loads(line()), indent=2), "Tom"),
    "Submitted files/Uma Ulm/Lesson 1/Version 1/answers.txt": (line(), "Uma Ulm"),
    "Participant_12_assignsubmission_file/answers.txt": (line(), "Participant 12"),
    "Vic/04/answers.txt": (line(), "Vic"),
    "ottben_LATE_12346_678902_answers.txt": (line(), "ottben"),
}


@pytest.mark.parametrize("name", WAYS)
def test_a_form_that_pupils_hand_in_is_read(work, name):
    data, who = WAYS[name]
    path = work / "class" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    given, left = answers.load_class()
    assert list(given["who"]) == [who] and left.empty and given["value"][0] in (1, 2)


TOGETHER = {
    "a folder for each lesson": ["Ben/04/answers.txt", "Ben/05/answers.txt"],
    "Teams": [f"Submitted files/Ada A/L 1/Version {n}/answers.txt" for n in (1, 2)],
    "Canvas": [f"ottben_LATE_12346_67890{n}_answers.txt" for n in (2, 3)],
    "Moodle": [f"Ada A_7_assignsubmission_file/answers{n}.txt" for n in ("", "(1)")],
}


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER)
def test_what_one_pupil_handed_in_twice_is_one_pupils(work, names):
    for n, name in enumerate(names):
        path = work / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line(key=f"0{n + 4}.1"), encoding="utf-8")
    given, left = answers.load_class()
    assert given["who"].nunique() == 1 and sorted(given["key"]) == ["04.1", "05.1"]
    assert left.empty


def test_a_folder_that_is_called_as_a_file_is_read_and_not_listed(work):
    path = work / "class" / "Ada.txt" / "answers.txt"
    path.parent.mkdir(parents=True)
    path.write_text(line(), encoding="utf-8")
    given, left = answers.load_class()
    assert list(given["who"]) == ["Ada.txt"] and left.empty


def test_names_are_told_in_one_way_of_writing(work):
    (work / "class").mkdir()
    inside = {"Mu\u0308ller.txt": line(1), "../evil.txt": line(2), "C:\\My\\Ada.txt": line(3)}
    (work / "class" / "mac.zip").write_bytes(zipped(**inside))
    (work / "class" / "Mu\u0308ller.txt").write_text(line(4), encoding="utf-8")
    given = answers.load_class()[0]
    assert dict(zip(given["who"], given["value"])) == {
        "M\u00fcller": 4,
        "mac.zip/M\u00fcller": 1,
        "mac.zip/evil": 2,
        "My/Ada": 3,
    }


def test_a_folder_that_is_not_there_is_a_sentence(work):
    with pytest.raises(Problem, match="There is no folder .*nowhere"):
        answers.load_class(work / "nowhere")


def test_two_pupils_of_one_name_stay_two(work):
    for n in (7, 8):
        path = work / "class" / f"Ada A_{n}_assignsubmission_file" / "answers.txt"
        path.parent.mkdir(parents=True)
        path.write_text(line(n), encoding="utf-8")
    for n in (1, 2):
        path = work / "class" / f"{n}.txt"
        path.write_text(line(n), encoding="utf-8")
    given = answers.load_class()[0]
    assert given["who"].nunique() == 4


def test_a_copy_of_a_file_that_was_there_twice_is_no_pupil(work):
    (work / "class").mkdir()
    for name in ("ada.jsonl", "ada.txt"):
        (work / "class" / name).write_text(line() + line(2, "04.3"), encoding="utf-8")
    (work / "class" / "ada - copy.txt").write_text(line(), encoding="utf-8")
    given, left = answers.load_class()
    assert set(given["who"]) == {"ada"} and sorted(left["file"]) == ["ada - copy.txt", "ada.txt"]


def test_a_zip_is_read_file_by_file(work):
    (work / "class").mkdir()
    inside = {
        "Ann Arb_1_assignsubmission_file/answers.txt": line(1),
        "Bob Bib_2_assignsubmission_file/answers (1).jsonl": line(2),
        "__MACOSX/._answers.txt": "x",
        "Cat_3_assignsubmission_file/lesson.ipynb": "{}",
        "inner.zip": zipped(**{"answers.txt": line(4)}),
    }
    (work / "class" / "moodle.zip").write_bytes(zipped(**inside))
    (work / "class" / "broken.zip").write_bytes(b"PK no zip")
    given, left = answers.load_class()
    assert dict(zip(given["who"], given["value"])) == {"Ann Arb": 1, "Bob Bib": 2}
    why = dict(zip(left["file"], left["why"]))
    assert "program keeps for itself" in why["moodle.zip/__MACOSX/._answers.txt"]
    assert why["moodle.zip/Cat_3_assignsubmission_file/lesson.ipynb"].startswith("a notebook")
    assert why["moodle.zip/inner.zip"].startswith("a zip inside a zip")
    assert why["broken.zip"].startswith("a zip that cannot be opened") and len(why) == 4


def test_every_other_file_is_listed_with_its_reason(work):
    folder = work / "class"
    (folder / ".ipynb_checkpoints").mkdir(parents=True)
    (folder / "anna.jsonl").write_text(line(at="1") + line(2, at="2"))
    (folder / "anna (1).jsonl").write_text(line(at="1"))
    (folder / "anna-checkpoint.jsonl").write_text(line(9))
    (folder / ".ipynb_checkpoints" / "anna.jsonl").write_text(line(9))
    conflict = "anna (Ben's conflicted copy 2026-11-28).jsonl"
    (folder / conflict).write_text(line(at="1") + line(3, key="04.3", at="3"))
    for name in ("04_how_many.ipynb", "essay.docx", "photo.png", ".DS_Store", "noname"):
        (folder / name).write_text("x")
    (folder / "poem.txt").write_text("Roses are red")
    given, left = answers.load_class()
    assert set(given["who"]) == {"anna"}
    assert dict(zip(given["key"], given["value"])) == {"04.1": 2, "04.3": 3}
    why = dict(zip(left["file"], left["why"]))
    assert "nothing in it is new" in why["anna (1).jsonl"]
    assert "1 answers that only it has were added" in why[conflict]
    assert "checkpoint" in why["anna-checkpoint.jsonl"]
    assert "checkpoint" in why[".ipynb_checkpoints/anna.jsonl"]
    assert why["essay.docx"].endswith("not in .jsonl, .json or .txt")
    assert why["poem.txt"] == "no answer in it" and why[".DS_Store"] == "a hidden file"
    assert len(why) == 10


def test_downloads_that_a_browser_numbers_are_of_several_pupils(work):
    (work / "class").mkdir()
    for n, name in enumerate(["answers.txt", "answers (1).txt", "answers (2).txt"]):
        (work / "class" / name).write_text(line(n))
    given, left = answers.load_class()
    assert sorted(given["value"]) == [0, 1, 2] and given["who"].nunique() == 3 and left.empty


def test_predictions_count_by_what_was_shown_before(work):
    (work / "class").mkdir()
    first, second = ({"share": n} for n in (40, 90))

    def put(name, *lines):
        (work / "class" / f"{name}.jsonl").write_text("".join(lines))

    guess = {"key": "01.p", "kind": "predict", "verdict": ""}
    shown = line(None, "01.p", "shown", "")
    put("changed", line(first, **guess), line(second, **guess), shown)
    put("after", line(first, **guess), shown, line(second, **guess))
    put("unmarked", line(first, **guess), line(second, **guess))
    put("late", shown, line(second, **guess))
    given, _ = answers.load_class()
    value = {who: v["share"] for who, v in zip(given["who"], given["value"])}
    assert value == {"changed": 90, "after": 40, "unmarked": 90, "late": 90}
    counted = answers.said(given, "predict", "01.p", "share")
    assert counted.to_dict() == {"changed": 90, "after": 40, "unmarked": 90}
    assert set(answers.everyone("01.p")) == {"changed", "after", "unmarked"}


def test_older_files_name_known_mistakes_by_their_place(work):
    (work / "class").mkdir()
    shutil.copy(BEFORE / "answers.jsonl", work / "class" / "old.jsonl")
    given, _ = answers.load_class()
    tries = given.set_index(["kind", "key"])["tries"]["check", "04.1"]
    assert [verdict for verdict, _ in tries] == ["misconception multiplied", "right"]
    assert "You multiplied" in replies("04.1")["misconception multiplied"]
    assert named("04.1", "misconception 99") == "misconception 99"


@pytest.mark.parametrize(
    "name, who",
    [
        ("7.txt", "7"),
        ("7/answers.jsonl", "7"),
        ("Class 9b/Lea Low/answers.txt", "Lea Low"),
        ("teams.zip/Max Mad/Version 1/answers.txt", "Max Mad"),
        ("hub/user-ann/my-work/answers.jsonl", "my-work"),
    ],
)
def test_a_learner_is_called_by_the_file_or_its_folder(name, who):
    assert learner_of(name) == who
