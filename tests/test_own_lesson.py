"""Lesson 09 as a reader without code meets it: one count of what has no source, words that claim
nothing about the reader's own report, and a page in the order of the text.
"""

import json
import re

import pytest
from closereading import charts, claim_bench, save_claim, start_report
from closereading.data.own import add_row
from closereading.data.report import open_report
from closereading.reading.text import Problem
from closereading.widgets.claim_rows import NEEDS, STEPS
from closereading.widgets.hand_on import page_of
from closereading.widgets.lens import LEVELS, lens
from markupsafe import escape

TEXT = (
    "At least 140 people waited, said Ona Lund. About 35 per cent of them went home.\n\n"
    "Passengers spoke of 90 to 110 people. Several goats were there."
)


@pytest.fixture
def quay(work):
    start_report("quay", TEXT, title="No ferry", published="2026-05-05")
    return work / "quay"


# --- what has no source


def without_in_lens(report):
    """int: how many claims the lens lights where only those without a source are chosen."""
    levels = dict.fromkeys(LEVELS, False) | dict(none=True, kind="every kind")
    return int(re.match(r"\d+", lens(report, levels).says)[0])


def test_chart_and_lens_count_the_same_claims_without_a_source(any_report):
    report = any_report
    found = re.search(r"(\d+) of \d+ claims have no stated source", charts.counts(report).alt)
    assert without_in_lens(report) == (int(found[1]) if found else 0)


@pytest.mark.parametrize("speaker", ["the police", "no stated source"])
def test_a_speaker_whom_a_spreadsheet_codes_none_counts_in_both(quay, speaker):
    save_claim("quay", passage="At least 140 people", speaker="Ona Lund", sourcing="named")
    save_claim("quay", passage="About 35 per cent", speaker=speaker)
    coding = "none" if speaker == "the police" else ""
    add_row("quay", "speakers", id=speaker, sourcing=coding)
    report = open_report("quay")
    assert "1 of 2 claims have no stated source" in charts.counts(report).alt
    assert without_in_lens(report) == 1
    assert "Nobody is named as the source of C02" in page_of(report)


def test_the_form_asks_who_is_none(quay):
    row = dict(passage="At least 140 people", speaker="Ona Lund", sourcing="none")
    with pytest.raises(Problem, match="at step 2, “none” .* write “no stated source”"):
        save_claim("quay", **row)


# --- the page to hand on


def test_claims_stand_in_the_order_of_the_text(quay):
    for words in ("Several goats", "90 to 110 people", "At least 140 people", "went home"):
        save_claim("quay", passage=words, speaker="x")
    keys = re.findall(r'<tr id="(C\d+)">', page_of(open_report("quay")))
    assert keys == ["C03", "C04", "C02", "C01"]


@pytest.mark.parametrize(
    "words, told",
    [
        ("About 35 per cent", "32.5 to 37.5 per cent (“about” read as rounding, to within 2.5"),
        ("At least 140 people", "at least 140 people</div>"),
        ("Several goats", "the words print no figure</div>"),
    ],
)
def test_a_reading_of_ours_is_called_so(quay, words, told):
    unit = "per cent" if "cent" in words else words.split()[-1]
    save_claim("quay", passage=words, number=words, unit=unit, speaker="x")
    page = page_of(open_report("quay"))
    assert told in page
    assert ("the reading is ours" in page.split("<section")[3]) == ("About" in words)


# --- the steps of the bench


def test_next_passes_over_no_step_and_each_says_what_it_needs(quay):
    panel = claim_bench("quay")
    sets = dict(speaker="Ona Lund", sourcing="named", topic="crowd", kind="event")
    panel.values = {**panel.values, "passage": "At least 140 people", **sets}
    for step in STEPS:
        assert panel.values["step"] == step and escape(NEEDS[step]) in panel.view
        pressed(panel, "Next step")
    assert panel.values["step"] == step == "5 how it is said"


def test_only_what_counts_in_the_same_unit_is_offered_and_it_is_asked(quay):
    scope = dict(speaker="x", place="the quay", status="waiting")
    save_claim(
        "quay",
        passage="About 35 per cent",
        number="About 35 per cent",
        unit="%",
        population="a",
        **scope,
    )
    save_claim(
        "quay",
        passage="At least 140 people",
        number="At least 140 people",
        unit="people",
        population="b",
        **scope,
    )
    row = dict(passage="90 to 110 people", number="90 to 110 people", step="3 what it counts")
    panel = claim_bench("quay")
    panel.values = {**panel.values, **row, "unit": "people"}
    assert "same b · the quay" in panel.view and "same a · the quay" not in panel.view
    assert "Does it count the same as one of these?" in panel.view
    panel.values = {**panel.values, "number": ""}
    assert "the same as one of these" not in panel.view


def pressed(panel, label):
    """Presses the button of a view that has this label, where there is one."""
    found = re.search(rf'data-sets="([^"]*)" data-key="{label}"', panel.view)
    if found:
        panel.values = {**panel.values, **json.loads(found[1].replace("&#34;", '"'))}
