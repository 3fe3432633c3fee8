"""Hedges and reporting words: what the table says is what is read, and a new word needs no code."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from closereading.data import reference
from closereading.data.reference import parse_phrase, parse_words, printed, read, readings
from closereading.reading.strength import SCALE, UNKNOWN
from closereading.reading.text import Problem

TABLE = reference.REFERENCE / "readings.csv"
SCHEMA = json.loads(
    (reference.REFERENCE.parent / "schemas" / "readings.json").read_text(encoding="utf-8")
)
NAN = float("nan")


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Function that adds rows to a copy of the table, which is then the one that is read."""

    def add(*rows):
        lines = list(csv.DictReader(io.StringIO(TABLE.read_text(encoding="utf-8"))))
        added = {row["words"] for row in rows}
        lines = [line for line in lines if line["words"] not in added]
        path = tmp_path / "readings.csv"
        with path.open("w", encoding="utf-8", newline="") as f:
            out = csv.DictWriter(f, list(lines[0]), restval="")
            out.writeheader()
            out.writerows([*lines, *rows])
        monkeypatch.setattr(reference, "REFERENCE", tmp_path)
        readings.cache_clear()

    yield add
    readings.cache_clear()


def hedge(words, direction, logical, usual, ends="[]"):
    """Rows of a hedge: its logical reading and, for the usual and the wide one, another."""
    row = dict(words=words, direction=direction, ends=ends, basis=f"we read “{words}” so")
    for reading, (low, high) in {"logical": logical, "usual": usual, "wide": usual}.items():
        yield row | dict(reading=reading, low=low, high=high)


def ends_of(words, reading):
    """str: the range that words allow under a reading, without whose reading it is."""
    return str(parse_phrase(words, reading).interval)


def test_barely_is_not_exactly():
    made = parse_words("barely 200")
    assert ends_of("barely 200", "printed") == "at least 200"
    assert ends_of("barely 200", "usual") == "200 to under 250" and not made.soft
    assert printed("barely 200")[:2] == ("barely", 200) and 150 in parse_words("barely 200", "wide")


@pytest.mark.parametrize(
    "direction, logical, usual, ends, as_printed, as_usual",
    [
        ("above", ("x", ""), ("x", "x+h"), "[]", "at least 200", "200 to 250"),
        ("below", ("", "x"), ("x-h", "x"), "[)", "under 200", "150 to under 200"),
        ("around", ("", ""), ("x-h", "x+h"), "[]", "150 to 250", "150 to 250"),
        ("below", ("", "x"), ("x-2h", "x"), "[]", "up to 200", "100 to 200"),
    ],
)
def test_a_new_word_is_read_by_its_row_alone(
    table, direction, logical, usual, ends, as_printed, as_usual
):
    with pytest.raises(Problem):
        parse_words("wellnigh 200")
    table(*hedge("wellnigh", direction, logical, usual, ends))
    assert ends_of("wellnigh 200", "printed") == as_printed
    assert ends_of("wellnigh 200", "usual") == as_usual
    low, high = (NAN if part == "" else 200.0 for part in _halves(direction))
    assert repr(printed("wellnigh 200")) == repr(("wellnigh", low, high))
    assert str(read("wellnigh", low, high, "usual")) == as_usual


def _halves(direction):
    """Which ends of one figure are printed: blank where none is."""
    return ("" if direction == "below" else "x", "" if direction == "above" else "x")


def test_another_direction_for_barely_is_another_reading(table):
    table(*hedge("barely", "below", ("", "x"), ("x-h", "x")))
    assert str(parse_words("barely 200")) == "up to 200"


def test_new_words_without_a_figure(table):
    table(*hedge("a handful", "none", ("1", "10"), ("3", "6")))
    assert str(read("a handful", NAN, NAN)) == "3 to 6"
    assert str(read("only a handful thousand", NAN, NAN, "logical")) == "1,000 to 10,000"
    assert str(read("a fistful", NAN, NAN)) == "anything"


def test_a_hedge_without_one_of_its_readings_is_said(table):
    table(*list(hedge("wellnigh", "around", ("", ""), ("x-h", "x+h")))[:2])
    with pytest.raises(Problem, match="“wellnigh” has the readings logical, usual; expected"):
        readings()


@pytest.mark.parametrize(
    "column, value", [("also", "well-nigh"), ("direction", "exact"), ("near", "near")]
)
def test_rows_that_say_different_things_of_a_word_are_said(table, column, value):
    *rows, wide = hedge("wellnigh", "around", ("", ""), ("x-h", "x+h"))
    table(*rows, wide | {column: value})
    said = f"rows of “wellnigh” differ in the column “{column}”: found .* reading wide, “{value}”"
    with pytest.raises(Problem, match=said):
        readings()


def test_words_without_a_figure_may_leave_an_end_open(table):
    table(*hedge("umpteen", "none", ("12", ""), ("12", "30")))
    assert str(parse_words("umpteen", "logical")).startswith("at least 12 (")
    assert str(read("umpteen thousand", NAN, NAN)) == "12,000 to 30,000"
    assert str(read("umpteen", NAN, NAN, "logical")) == "at least 12"


def test_words_without_a_figure_have_no_printed_one_to_be_moved(table):
    table(*hedge("umpteen", "none", ("12", "x+h"), ("12", "30")))
    with pytest.raises(Problem, match="“umpteen”, .* has the end “x.h” in its reading logical"):
        readings()


@pytest.mark.parametrize(
    "column, value, says",
    [
        ("direction", "sideways", "column “direction”: found “sideways”; expected one of above"),
        ("direction", "", "column “direction”: found a blank"),
        ("strength", "loud", "column “strength”: found “loud”; expected one of could"),
        ("ends", "[[", "column “ends”: found “"),
    ],
)
def test_a_row_that_cannot_be_read_is_said(table, column, value, says):
    rows = [row | {column: value} for row in hedge("wellnigh", "around", ("", ""), ("x-h", "x+h"))]
    table(*rows)
    with pytest.raises(Problem, match=re.escape(says)):
        readings()


def test_the_longer_of_two_names_is_meant():
    assert str(read("no fewer than", 14, NAN)) == "at least 14"
    assert str(read("no fewer than", 14, NAN, "usual")) == "at least 14"
    assert str(read("fewer than", NAN, 14)) == "under 14"
    assert str(read("no more than", NAN, 14)) == "up to 14"
    assert str(read("more than", 14, NAN)) == "over 14"


def test_a_fraction_is_rounded_at_its_own_last_place():
    assert [ends_of(w, "printed") for w in ("about 0.13", "about 2.5 million", "about 1")] == [
        "0.125 to 0.135",
        "2,250,000 to 2,750,000",
        "anything",
    ]


def test_all_rows_of_a_word_agree():
    for one in readings():
        assert bool(one.rules) == (one.strength == "") and one.names[0]
        of_saying = one.direction in ("affirms", "denies", "neither")
        assert of_saying == (one.strength != "")
        assert (one.direction == "neither") == (one.strength == UNKNOWN)
    names = [name for one in readings() for name in one.names]
    assert len(names) == len(set(names))
    with TABLE.open(encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    for words in {row["words"] for row in rows}:
        assert len({(r["direction"], r["strength"]) for r in rows if r["words"] == words}) == 1


def test_the_strengths_are_a_scale_and_all_of_them_are_used():
    (field,) = [f for f in SCHEMA["fields"] if f["name"] == "strength"]
    scale = field["constraints"]["enum"]
    assert scale == [*SCALE, UNKNOWN]
    assert {one.strength for one in readings() if one.strength} == set(scale)


def test_every_reporting_word_of_a_report_has_a_strength(any_report):
    names = [name for one in readings() if one.strength for name in one.names]
    for cue in filter(None, any_report.claims["cue"]):
        found = [n for n in names if re.search(rf"\b{re.escape(n)}\b", cue.lower())]
        assert found, cue


def test_reporting_words_move_no_number():
    assert str(read("up to; could", NAN, 30_000)) == "up to 30,000"
    assert str(read("could", 14, 14)) == "14"


def test_reading_reads_no_file():
    room = Path(__file__).parents[1] / "notebooks" / "closereading" / "reading"
    opens = re.compile(r"(?<![.\w])open\(|read_csv|read_table|import csv|_folder|parents\[")
    for path in room.glob("*.py"):
        assert not opens.search(path.read_text(encoding="utf-8")), path.name
