"""The forms for places, distances, source cards and traces: no code beyond the report's name."""

import json
import re

import pytest
from closereading import maps, start_report, unexplained
from closereading.data.report import open_report
from closereading.widgets.claim_files import save_claim
from closereading.widgets.row_forms import FORMS, row_forms


@pytest.fixture
def far(work):
    start_report("far", "It lies about 300 miles from Minsk, they said.")
    save_claim(
        "far", passage="about 300 miles", speaker="they", number="about 300 miles", unit="miles"
    )
    return row_forms("far")


def fill(panel, what, **fields):
    """Chooses a form, fills in its fields and saves it; what the panel says."""
    prefix = what.split()[-1]
    panel.values = {**panel.values, "what": what}
    for field, text in fields.items():
        panel.values = {**panel.values, f"{prefix}_{field}": text}
    found = re.search('data-sets="([^"]*)"', panel.view)[1].replace("&#34;", '"')
    panel.values = {**panel.values, **json.loads(found)}
    return panel.says


def test_a_distance_is_measured_without_code(far):
    assert "Saved as port-ansel in places.csv" in fill(
        far, "a place", name="Port Ansel", lat="50.5", lon="30"
    )
    assert far.values["place_name"] == "" and "1 place," in far.view
    claim = far.controls[4].options[1]
    said = fill(far, "a distance", claim=claim, start="Port Ansel", end="Minsk")
    assert said.startswith("Saved as R01 in routes.csv")
    report = open_report("far")
    picture = maps.distances(report)
    assert unexplained(picture, report) == [] and picture.marks[0].unit == "miles"


def test_a_claim_is_traced_without_code(far):
    card = dict(
        publisher="The Office", known_on="2026-05-05", url="https://example.org", quote="300 miles"
    )
    assert fill(far, "a source card", **card).startswith("Saved as S01")
    options = {c.id: c.options for c in far.controls if hasattr(c, "options")}
    said = fill(far, "a trace", claim=options["trace_claim"][1], card=options["trace_card"][1])
    assert said.startswith("Saved as T01 in traces.csv")
    assert "Passed: traced to an address and a day: C01" in repr(open_report("far").gates())


@pytest.mark.parametrize(
    "what, fields, says",
    [
        ("a place", dict(), "the place needs a name"),
        ("a place", dict(name="Minsk"), "on the list of towns already (minsk)"),
        ("a place", dict(name="Nowhere at all"), "is on no list here"),
        ("a place", dict(name="x", lat="5 north", lon="3"), "“5 north”; expected a number"),
        ("a place", dict(name="x", lat="95", lon="3"), "expected 90 or less"),
        ("a distance", dict(start="Minsk", end="Kyiv"), "choose a claim"),
        ("a distance", dict(start="Minsk"), "name both"),
        ("a distance", dict(start="Minks", end="Kyiv"), "Did you mean Minsk"),
        ("a source card", dict(publisher="x"), "needed: Its day, such as 2026-05-05, Address, Its"),
        (
            "a source card",
            dict(publisher="x", known_on="5.6.2026", url="https://example.org", quote="x"),
            "may be meant",
        ),
        ("a trace", dict(), "choose a claim"),
    ],
)
def test_what_is_wrong_is_said_and_the_form_stays(far, work, what, fields, says):
    before = {path.name: path.read_bytes() for path in (work / "far").iterdir()}
    assert says in fill(far, what, **fields)
    prefix = what.split()[-1]
    assert {f: far.values[f"{prefix}_{f}"] for f in fields} == fields
    assert before == {path.name: path.read_bytes() for path in (work / "far").iterdir()}


def test_each_form_shows_at_most_five_controls(far):
    for form in FORMS:
        shown = [c for c in far.controls if c.id == "what" or c.when == ("what", form)]
        assert 2 < len(shown) <= 5
