"""The form by which a text comes in: pasted or as a file; and where it goes."""

import base64
import sys

import pytest
from closereading.data import whereabouts
from closereading.data.report import open_report
from closereading.reading.text import Problem
from closereading.show.controls import Refused
from closereading.show.entry import Area, Upload
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
