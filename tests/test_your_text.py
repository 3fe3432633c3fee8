"""The form by which a text comes in: pasted or as a file; and where it goes."""

import base64
import re
import sys

import pytest
from closereading import start_report
from closereading.data import whereabouts
from closereading.data.mine import name_it
from closereading.data.report import open_report
from closereading.reading.text import Problem
from closereading.show.controls import Refused
from closereading.show.entry import Area, Upload
from closereading.widgets.claim_bench import claim_bench
from closereading.widgets.claim_files import save_claim
from closereading.widgets.your_text import your_text
from test_texts_in import docx, line


def file(name, data):
    return {"name": name, "data": base64.b64encode(data).decode()}


def take(panel, **values):
    panel.values = {**panel.values, **values}
    panel.values = {**panel.values, "take": panel.values["take"] + 1}
    return panel.says


def test_a_pasted_text_becomes_a_report(work):
    panel = your_text("mine")
    assert panel.says == "Then press “Take this text”."
    assert "paste a text, or choose a file" in take(panel)
    said = take(panel, title="Late", published="2026-05-05", pasted="It was late.\n\nSo it was.")
    assert said.startswith("Taken: 2 paragraphs. Look whether they are whole.")
    report = open_report("mine")
    assert (report.title, report.published.day, report.paragraphs[0]) == ("Late", 5, "It was late.")
    assert panel.values["pasted"] == "" and "So it was." in panel.view
    again = your_text("mine")
    assert again.values["title"] == "Late" and "is here, in 2 paragraphs" in again.says


@pytest.mark.parametrize(
    "given, told, untold",
    [
        (dict(), ["no title", "called “mine”", "no day", "To add them, fill in"], []),
        (dict(title="Late"), ["no day", "To add it, fill in the field"], ["no title"]),
        (dict(published="2026-05-05"), ["no title"], ["no day"]),
        (dict(title="Late", published="2026-05-05"), [], ["To add", "no day", "no title"]),
    ],
)
def test_a_text_without_title_or_day_is_taken_and_that_is_said(work, given, told, untold):
    panel = your_text("mine")
    said = take(panel, pasted="It was late.", **given)
    assert said.startswith("Taken: 1 paragraph.") and all(words in said for words in told)
    assert not any(words in said for words in untold)
    said = take(panel, title="Late", published="2026-05-05")
    report = open_report("mine")
    assert (report.title, report.paragraphs) == ("Late", ["It was late."]) and "no day" not in said


def test_a_file_becomes_a_report_and_says_what_lies_there(work):
    panel = your_text("mine")
    assert "found a picture" in take(panel, file=file("scan.png", b"\x89PNG.."))
    assert not (work / "mine").exists() and panel.values["file"] != {}
    take(panel, file=file("a.docx", docx(line("It was late."))))
    assert open_report("mine").paragraphs == ["It was late."] and panel.values["file"] == {}


def test_a_wrong_day_is_said_and_the_text_stays_in_its_field(work):
    panel = your_text("mine")
    said = take(panel, pasted="It was late.", published="03/05/2026")
    assert (
        "2026-05-03 or 2026-03-05 may be meant" in said and panel.values["pasted"] == "It was late."
    )
    assert not (work / "mine").exists()


def test_claims_that_are_set_aside_are_listed(work):
    panel = your_text("mine")
    take(panel, pasted="It was late. We left.")
    save_claim("mine", passage="late", speaker="x")
    save_claim("mine", passage="We left", speaker="x")
    take(panel, pasted="New.\n\nIt was early. We left.")
    assert "C01 (“late”) does not stand there any more" in panel.view
    assert "1 claim has moved" in panel.view


def test_a_name_that_cannot_be_is_said_at_once(work):
    with pytest.raises(Problem, match="no name that comes with the lessons"):
        your_text("full-house")


@pytest.mark.parametrize(
    "name, says",
    [
        ("BINDER_LAUNCH_HOST", "on Binder, on a computer of others"),
        ("JUPYTERHUB_USER", "whoever runs the server can read it"),
        ("COLAB_RELEASE_TAG", "whoever runs the server can read it"),
        ("", "it is sent nowhere"),
    ],
)
def test_before_anything_is_pasted_it_is_said_where_it_goes(work, monkeypatch, name, says):
    for one in (*whereabouts.BINDER, *whereabouts.HUB, *whereabouts.OTHERS):
        monkeypatch.delenv(one, raising=False)
    if name:
        monkeypatch.setenv(name, "x")
    assert says in your_text("mine").view


def test_in_a_browser_the_text_stays_there(work, monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert "stays in this browser" in whereabouts.where_it_goes()


@pytest.mark.parametrize(
    "control, value",
    [
        (Area, 5),
        (Area, "x" * 200_001),
        (Upload, "x"),
        (Upload, {"name": "x"}),
        (Upload, {"name": "x", "data": "é"}),
        (Upload, {"name": "x", "data": 5}),
    ],
)
def test_what_no_page_sends_is_refused(control, value):
    with pytest.raises(Refused):
        control(id="a", label="b", value=value)


# --- the bench below the form


def test_the_bench_turns_to_the_text_that_is_taken(work):
    start_report("ferry", "The old text has 12 boats.")
    name_it("ferry")
    bench = claim_bench()
    other = claim_bench("ferry")
    bench = claim_bench()
    turn = re.search(r"&#34;n&#34;: &#34;(\d+)&#34;", bench.view)[1]
    bench.values = {**bench.values, "do": dict(act="more", n=turn)}
    bench.values = {**bench.values, "passage": "The old text", "speaker": "x"}
    form = your_text("mine")
    form.values = {**form.values, "pasted": "The new text has 45 cars.", "take": 1}
    assert "The Claim bench below has it now." in form.says
    assert "45 cars" in bench.view and "12 boats" not in bench.view
    assert bench.values["passage"] == "" and bench.values["do"] == {}
    assert "12 boats" in other.view
    turn = re.search(r"&#34;n&#34;: &#34;(\d+)&#34;", bench.view)[1]
    bench.values = {**bench.values, "do": dict(act="save", n=turn)}
    assert bench.says.startswith("Not saved")
    name_it("ferry")
    assert claim_bench().values["passage"] == "The old text"  # nothing is lost


def test_only_a_form_of_ones_own_text_is_gone_to_when_its_cell_has_run(work):
    start_report("ferry", "The old text has 12 boats.")
    assert not your_text("ferry").lands and not claim_bench("ferry").lands
    start_report("mine", "The new text has 45 cars.")
    assert your_text("mine").lands and claim_bench("mine").lands
