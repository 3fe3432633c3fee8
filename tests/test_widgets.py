"""Widgets as plain Python: every state of the lens on every report, and the frame around it."""
import io
import re
from html import unescape
from html.parser import HTMLParser
from itertools import product

import ipywidgets
import pytest
from closereading import attribution_lens, unexplained
from closereading.panel import Panel, View
from closereading.widgets.lens import ALL_KINDS, LEVELS, lens
from layered import workbench
from markupsafe import Markup
from PIL import Image, ImageChops


class Lit(HTMLParser):
    """Collects the lit quotes of a lens: {claim id: words}, and the rows of the table behind them."""

    def __init__(self, html):
        super().__init__()
        self.quotes, self.rows, self.at, self.cell = {}, [], None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "mark":
            self.at = dict(attrs)["data-claim"]
            self.quotes[self.at] = ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "mark":
            self.at = None
        elif tag in {"td", "th"}:
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.at:
            self.quotes[self.at] += data
        if self.cell is not None:
            self.cell += data


def states(report):
    kinds = [ALL_KINDS, *dict.fromkeys(k for k in report.claims["kind"] if k)]
    for bits, kind in product(product([True, False], repeat=4), kinds):
        yield dict(zip(LEVELS, bits)) | {"kind": kind}


def test_in_every_state_what_is_lit_opens_to_its_claim(any_report):
    straight = str.maketrans("“”’‘", "\"\"''")
    for values in states(any_report):
        view = lens(any_report, values)
        lit = Lit(str(view.html()))
        wanted = any_report.claims[any_report.claims["sourcing"].replace("", "ambiguous").isin([k for k in LEVELS if values[k]])]
        if values["kind"] != ALL_KINDS:
            wanted = wanted[wanted["kind"] == values["kind"]]
        assert set(lit.quotes) == set(wanted.index)
        table = {row[0]: row for row in lit.rows[1:]}
        assert set(table) == set(wanted.index)
        for key, row in wanted.iterrows():
            assert lit.quotes[key].translate(straight) == row["quote"].translate(straight)
            assert table[key][1:4] == [f"“{row['quote']}”", str(row["paragraph"]), row["who"]]
        assert view.says.startswith(f"{len(wanted)} of {len(any_report.claims)} claims are lit")


def test_the_goal_is_reached_by_named_sources_only(report):
    said = {str(v): lens(report, v).says for v in states(report)}
    reached = [v for v, s in said.items() if "Goal reached" in s]
    assert reached == [str({"named": True, "group": False, "none": False, "ambiguous": False, "kind": ALL_KINDS})]
    assert "10 of 44" in said[reached[0]] and "Janes" in said[reached[0]]


def test_an_overlapping_quote_does_not_break_the_text(report):
    report.claims.loc["C02", ["quote", "paragraph"]] = ["begun the main", 1]
    assert "officially begun the main phase" in re.sub("<[^>]+>", "", str(lens(report, {**dict.fromkeys(LEVELS, True), "kind": ALL_KINDS}).html()))


def test_hostile_text_is_text(any_report):
    html = attribution_lens(any_report).view
    assert "<script>" not in html and "<b>" not in html
    if any_report.folder.name == "bare":
        assert "<script>alert(1)</script> & sons" in unescape(html)


def pressed(n):
    return View(Markup("<p>{}</p>").format(n), f"Pressed {n}.")


BUTTON = dict(id="n", kind="button", label="Press", value=0)


def test_a_panel_answers_is_observed_and_composes():
    panel, seen = Panel("Press.", [BUTTON], lambda values: pressed(values["n"])), []
    panel.observe(lambda change: seen.append(change["new"]), "values")
    panel.values = {"n": 3}
    assert panel.says == "Pressed 3." and "<p>3</p>" in panel.view and seen == [{"n": 3}]
    assert panel in ipywidgets.VBox([panel]).children


def test_an_error_is_said_in_words_and_the_panel_goes_on():
    panel = Panel("Divide.", [BUTTON], lambda values: pressed(6 // values["n"]))
    assert panel.says.startswith("This setting could not be shown") and "Traceback" not in panel.says
    panel.values = {"n": 2}
    assert panel.says == "Pressed 3."


def test_at_most_five_controls():
    with pytest.raises(ValueError, match="five"):
        Panel("Too many.", [dict(BUTTON, id=str(i)) for i in range(6)], lambda values: pressed(0))


def test_the_still_view_needs_no_kernel(report):
    still = str(attribution_lens(report).still())
    assert "Leave lit only" in still and "44 of 44" in still and "<script" not in still and len(Lit(still).quotes) == 44


# --- two layers

def test_figure_file_and_frame_show_the_same_pixels(report):
    layers, _ = workbench(report)
    for men in (500, 700, 1000):
        frame, shown = layers.frame({"men": men})
        live = Image.open(io.BytesIO(frame)).convert("RGB")
        raw, picture = io.BytesIO(), layers.picture({"men": men})
        picture.figure.savefig(raw, format="png", dpi=100)
        assert ImageChops.difference(live, Image.open(raw).convert("RGB")).getbbox() is None
        assert unexplained(picture, report) == [] and picture.says == shown.says and picture.alt == shown.alt
    assert ImageChops.difference(live, Image.open(io.BytesIO(layers.frame({"men": 500})[0])).convert("RGB")).getbbox() is not None


def test_a_panel_redraws_only_the_moving_layer(report):
    layers, _ = workbench(report)
    drawn, still = [], layers.still
    layers.still = lambda state: drawn.append(1) or still(state)
    panel = Panel("Move.", [dict(id="men", kind="slider", label="Men", min=500, max=1000, step=10, value=700)], layers)
    for men in (710, 720, 730):
        panel.values = {"men": men}
    assert len(drawn) == 1 and panel.says == "14 groups of 730 are 10,220." and panel.frame[:4] == b"RIFF"
    assert "The words behind these 2 marks" in panel.view and "base64" not in panel.view and "base64" in panel.still()
    assert panel.alt.startswith("Interval chart, 2 marks")


def test_controls_are_built_anew_and_keep_what_stays():
    panel = Panel("Press.", [BUTTON, dict(id="t", kind="text", label="Word", value="a")], lambda values: pressed(values.get("n", -1)))
    panel.values = {"n": 4, "t": "b"}
    panel.controls = [BUTTON, dict(id="c", kind="check", label="Sure")]
    assert panel.values == {"n": 4, "c": False} and panel.says == "Pressed 4."
