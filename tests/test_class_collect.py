"""The answers of a hub are collected by one command, which follows no link and loses nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import class_collect
import pytest
from closereading import answers

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="a hub runs on Linux"),
]
WORK = "close-reading/notebooks/my-work"


def line(value=571):
    at = "2026-11-28T08:00:00+00:00"
    return json.dumps(
        {"v": 1, "at": at, "kind": "check", "key": "04.1", "value": value, "verdict": "right"}
    )


@pytest.fixture
def homes(tmp_path):
    """Function that gives a learner of the hub some answers: (name, lines) -> path of the file."""

    def give(name, *lines, turn=""):
        folder = tmp_path / "home" / name / WORK / turn
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "answers.jsonl"
        if lines:
            path.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
        return path

    return give


def collect(tmp_path, pattern=None):
    """(exit code, what is said, names of the files) after the command has run."""
    into = tmp_path / "class"
    pattern = pattern or str(tmp_path / "home" / "*" / WORK)
    done = subprocess.run(
        [sys.executable, Path(class_collect.__file__), pattern, "--into", into],
        capture_output=True,
        text=True,
    )
    found = sorted(path.name for path in into.glob("*")) if into.is_dir() else []
    return done.returncode, done.stdout + done.stderr, found


def test_three_learners_are_collected_by_one_command(homes, tmp_path):
    homes("anna", line(), line(7))
    homes("ben", line(1000))
    homes("cem")
    code, said, found = collect(tmp_path)
    assert code == 0 and found == ["anna.jsonl", "ben.jsonl"]
    assert "anna: 2 lines" in said and "ben: 1 lines" in said and "cem: nothing yet" in said
    given, left = answers.load_class(tmp_path / "class")
    assert list(given["who"]) == ["anna", "ben"] and left.empty


@pytest.mark.slow
def test_a_second_time_brings_what_is_new(homes, tmp_path):
    path = homes("anna", line())
    collect(tmp_path)
    path.write_text(f"{line()}\n{line(7)}\n", encoding="utf-8")
    assert "anna: 2 lines" in collect(tmp_path)[1]
    assert collect(tmp_path)[2] == ["anna.jsonl"]
    assert (tmp_path / "class" / "anna.jsonl").read_bytes() == path.read_bytes()


@pytest.mark.slow
def test_whoever_began_anew_keeps_what_was_collected(homes, tmp_path):
    path = homes("anna", line())
    collect(tmp_path)
    before = (tmp_path / "class" / "anna.jsonl").read_bytes()
    path.write_text(f"{line(9)}\n", encoding="utf-8")
    code, _, found = collect(tmp_path)
    assert code == 0 and found == ["anna, begun anew.jsonl", "anna.jsonl"]
    assert (tmp_path / "class" / "anna.jsonl").read_bytes() == before


def test_learners_who_take_turns_have_files_of_their_own(homes, tmp_path):
    homes("laptop3", line(), turn="learners/7")
    homes("laptop3", line(2), turn="learners/8")
    assert collect(tmp_path)[2] == ["laptop3 7.jsonl", "laptop3 8.jsonl"]


def secret_file(homes, tmp_path):
    path = homes("eve")
    path.symlink_to(tmp_path / "secret")


def secret_folder(homes, tmp_path):
    path = homes("eve")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "answers.jsonl").write_text("secret\n", encoding="utf-8")
    path.parent.rmdir()
    path.parent.symlink_to(tmp_path / "elsewhere")


def pipe(homes, tmp_path):
    os.mkfifo(homes("eve"))  # reading it would wait for ever


def large(homes, tmp_path):
    homes("eve").write_bytes(b"x" * (class_collect.LARGEST + 1))


@pytest.mark.parametrize("trap", [secret_file, secret_folder, pipe, large])
def test_what_is_no_file_of_answers_is_not_copied(homes, tmp_path, trap):
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    homes("anna", line())
    trap(homes, tmp_path)
    code, said, found = collect(tmp_path)
    assert code == 0 and found == ["anna.jsonl"]
    assert "eve: not copied" in said and "Traceback" not in said


@pytest.mark.parametrize("pattern", ["/srv/anna/my-work", "/srv/*/*/my-work", "/srv/a*/my-work"])
def test_a_pattern_that_names_no_learner_is_refused_in_words(tmp_path, pattern):
    code, said, _ = collect(tmp_path, pattern)
    assert code == 2 and "one star that stands for the learner" in said


def test_a_place_that_cannot_be_written_is_said(homes, tmp_path, capsys):
    (tmp_path / "a file").write_text("x")
    for into in (tmp_path / "a file", tmp_path / "a file" / "x"):
        assert class_collect.main([f"{tmp_path}/*", "--into", str(into)]) == 1
        assert "Name another folder behind --into" in capsys.readouterr().out


def test_nobody_there_is_said(tmp_path):
    code, said, _ = collect(tmp_path, str(tmp_path / "nowhere" / "*" / "my-work"))
    assert code == 1 and "No folder is called" in said
