"""Widgets as plain Python: every state of the lens on every report, and the frame around it."""

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import product

import ipywidgets
import pytest
from broken import artists
from closereading import answers, attribution_lens, open_report, split_by_scope, unexplained
from closereading import workbench as workbench_panel
from closereading.reading.in_marks import in_marks, inner_marks
from closereading.reading.text import Problem
from closereading.show.controls import Button, Check, Refused, Text
from closereading.show.panel import Panel, View
from closereading.widgets.five_calls import NOBODY_YET, five_calls, rung
from closereading.widgets.hedge_dial import ALONE, READINGS, dial, hedge_dial
from closereading.widgets.lens import ALL_KINDS, LEVELS, lens
from closereading.widgets.workbench import layers
from markupsafe import Markup
from matplotlib.lines import Line2D


class Lit(HTMLParser):
    """The lit quotes of a lens, {claim id: words}, and the rows of the table behind them."""

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
        wanted = any_report.claims[
            any_report.claims["sourcing"]
            .replace("", "ambiguous")
            .isin([k for k in LEVELS if values[k]])
        ]
        if values["kind"] != ALL_KINDS:
            wanted = wanted[wanted["kind"] == values["kind"]]
        assert set(lit.quotes) == set(wanted.index)
        table = {row[0]: row for row in lit.rows[1:]}
        assert set(table) == set(wanted.index)
        for key, row in wanted.iterrows():
            told = inner_marks(row["quote"])
            assert lit.quotes[key].translate(straight) == told.translate(straight)
            assert table[key][1:4] == [f"“{told}”", str(row["paragraph"]), row["who"]]
        assert view.says.startswith(
            f"{len(wanted)} of {len(any_report.claims)} claims are highlighted"
        )


def test_the_goal_is_reached_by_named_sources_only(report):
    said = {str(v): lens(report, v).says for v in states(report)}
    reached = [v for v, s in said.items() if "Goal reached" in s]
    assert reached == [
        str({"named": True, "group": False, "none": False, "ambiguous": False, "kind": ALL_KINDS})
    ]
    assert "10 of 44" in said[reached[0]] and "Janes" in said[reached[0]]


def test_an_overlapping_quote_does_not_break_the_text(report):
    report.claims.loc["C02", ["quote", "paragraph"]] = ["begun the main", 1]
    assert "officially begun the main phase" in re.sub(
        "<[^>]+>", "", str(lens(report, {**dict.fromkeys(LEVELS, True), "kind": ALL_KINDS}).html())
    )


# --- five calls


def one_of_each_source(report):
    """list of str: a claim of each source that can be rung, then those without a source."""
    claims = report.claims
    named = claims[claims["sourcing"] == "named"].drop_duplicates("who").index
    return [*named, *claims.index[claims["sourcing"] == "none"]]


def test_every_claim_can_be_called_about_and_says_whom_it_gives(any_report):
    for key, claim in any_report.claims.iterrows():
        view = rung(any_report, [key, None])
        shown = Lit(str(view.html()))
        assert set(shown.quotes) == {key}
        call, words, whom = shown.rows[1][:3]
        assert (call, words) == ("First", in_marks(claim["quote"]))
        assert ("nobody" in whom) == (claim["sourcing"] != "named")
        assert view.says.startswith("1 of 2 calls chosen.") and "Goal" not in view.says


def test_five_sources_are_the_goal_and_the_menus_do_not_name_them(report):
    panel = five_calls(report)
    offered = panel.controls[0].options
    assert len(panel.controls) == 5 and len(offered) == 45 and offered[0] == NOBODY_YET
    assert not any(who in label for label in offered for who in ("Janes", "Reznikov", "Kremlin"))
    keys = one_of_each_source(report)
    assert "Goal reached" in rung(report, keys[:5]).says
    other = rung(report, [*keys[:4], keys[6]]).says
    assert "Goal" not in other and "10 of 44" in other and "reach 5 different" in other
    assert "same claim" in rung(report, [keys[0]] * 5).says
    assert "No call is chosen" in rung(report, [None] * 5).says


def test_a_report_with_fewer_claims_has_fewer_calls(any_report):
    wanted = min(5, len(any_report.claims))
    assert len(five_calls(any_report).controls) == wanted


def test_who_may_be_rung_by_another_coding_is_said(report):
    assert "somebody else may say" in str(rung(report, ["C44"]).html())
    assert "somebody else may say" not in str(rung(report, ["C36"]).html())


def test_hostile_text_is_text(any_report):
    html = attribution_lens(any_report).view + five_calls(any_report).view
    assert "<script>" not in html and "<b>" not in html
    if any_report.folder.name == "bare":
        assert "<script>alert(1)</script> & sons" in unescape(html)


def pressed(n):
    return View(Markup("<p>{}</p>").format(n), f"Pressed {n}.")


BUTTON = Button(id="n", label="Press")


def test_a_panel_answers_is_observed_and_composes():
    panel, seen = Panel("Press.", [BUTTON], lambda values: pressed(values["n"])), []
    panel.observe(lambda change: seen.append(change["new"]), "values")
    panel.values = {"n": 3}
    assert panel.says == "Pressed 3." and "<p>3</p>" in panel.view and seen == [{"n": 3}]
    assert panel in ipywidgets.VBox([panel]).children


def test_an_error_is_said_in_words_and_the_panel_goes_on():
    panel = Panel("Divide.", [BUTTON], lambda values: pressed(6 // values["n"]))
    assert (
        panel.says.startswith("This setting could not be shown") and "Traceback" not in panel.says
    )
    panel.values = {"n": 2}
    assert panel.says == "Pressed 3."


def test_at_most_five_controls():
    with pytest.raises(Refused, match="five"):
        Panel(
            "Too many.", [replace(BUTTON, id=str(i)) for i in range(6)], lambda values: pressed(0)
        )


def test_the_still_view_needs_no_kernel(report):
    [(bundle, _)] = attribution_lens(report).still()
    still = bundle["text/html"]
    assert (
        "Highlight only" in still
        and "44 of 44" in still
        and "<script" not in still
        and len(Lit(still).quotes) == 44
    )


def test_controls_are_built_anew_and_keep_what_stays():
    panel = Panel(
        "Press.",
        [BUTTON, Text(id="t", label="Word", value="a")],
        lambda values: pressed(values.get("n", -1)),
    )
    panel.values = {"n": 4, "t": "b"}
    panel.controls = [BUTTON, Check(id="c", label="Sure")]
    assert panel.values == {"n": 4, "c": False} and panel.says == "Pressed 4."


# --- Hedge dial and Workbench


def dial_states(report):
    words = list(report.numbers["words"])
    return [
        dict(phrase=p, reading=r, beside=b, own=True)
        for p in words
        for r in READINGS
        for b in (ALONE, words[-2], "8,000 to 14,000 troops")
    ]


def test_every_state_of_the_dial_is_explained(any_report, work):
    answers.save("predict", "03.p", {"least": 2000, "most": 7000})
    (work / "class").mkdir()
    for name, pair in {"Ada": (1500, 4000), "<b>Bo</b>": (3000, 12_000), "torn": (5, 2)}.items():
        line = {"kind": "predict", "key": "03.p", "value": dict(zip(("least", "most"), pair))}
        (work / "class" / f"{name.replace('/', '∕')}.jsonl").write_text(
            json.dumps(line) + "\n", encoding="utf-8"
        )
    (work / "class" / "empty.jsonl").write_text("no answers here\n", encoding="utf-8")
    for values in dial_states(any_report):
        picture = dial(any_report, values)
        assert unexplained(picture, any_report) == [], values
        assert picture.says and "nan" not in picture.says
        if picture.figure is not None:
            scopes = split_by_scope(
                any_report.numbers.loc[
                    [m.row.id for m in picture.marks if m.row.table == "numbers"]
                ]
            )
            assert len(scopes) == 1, f"two questions on one axis: {values}"
    if any_report.numbers.empty:
        with pytest.raises(Problem, match="no number"):
            hedge_dial(any_report)
        return
    few = [values for values in dial_states(any_report) if "a few thousand" in values["phrase"]]
    assert all("<b>Bo" not in dial(any_report, values).html() for values in few[:1])


def test_the_dial_reaches_its_goal_and_says_the_price(report):
    values = dict(
        phrase="only a few thousand", reading="usual", beside="8,000 to 14,000 troops", own=False
    )
    assert "does not reach “8,000 to 14,000 troops” (Janes)" in dial(report, values).says
    reached = dial(report, values | {"reading": "wide"}).says
    assert reached.startswith("Goal reached. Wide reading: 2,000 to under 10,000.")
    assert "It reaches “8,000 to 14,000 troops”" in reached
    assert "What it costs: you must accept that these words can mean 8,000 or more." in reached
    assert "Goal reached" not in dial(report, values).says
    printed = values | dict(phrase="8,000 to 14,000 troops", beside="only a few thousand")
    assert "Goal reached" not in dial(report, printed | {"reading": "wide"}).says
    assert "46 people" in dial(report, values).says
    assert "The words print no figure." in dial(report, values).says
    nearly = values | dict(phrase="nearly 6,000 miles", beside="nothing")
    assert "to under 6,000. The words print only 6,000. Why" in dial(report, nearly).says
    assert "print only" not in dial(report, nearly | {"reading": "logical"}).says
    answers.save("predict", "03.p", {"least": 2000, "most": 7000})
    shown = dial(report, values | {"own": True})
    assert "you" in {m.who for m in shown.marks} and "2,000 to 7,000" in shown.html()
    (line,) = artists(shown, "you", Line2D)
    line.set_xdata([2000, 9000])
    assert any("you: drawn at 9,000" in c for c in unexplained(shown, report))


def test_the_dial_offers_only_phrases_with_readings_and_numbers_that_share_an_axis(report):
    panel = hedge_dial(report)
    offered = {control.id: getattr(control, "options", ()) for control in panel.controls}
    assert "scheduled to end on February 20" not in offered["phrase"]
    assert "only a few thousand" in offered["phrase"] and "nearly 6,000 miles" in offered["phrase"]
    assert panel.values["beside"] == "8,000 to 14,000 troops"
    for phrase in offered["phrase"]:
        panel.values = {"phrase": phrase, "reading": "logical"}
        (beside,) = (control for control in panel.controls if control.id == "beside")
        for words in beside.options:
            panel.values = {"beside": words}
            assert "not drawn beside it" not in panel.says and "could not" not in panel.says


def test_another_phrase_of_the_dial_begins_with_nothing_beside_it(report):
    panel = hedge_dial(report)
    panel.values = {"phrase": "only about 200 miles"}
    assert panel.values["beside"] == ALONE and panel.values["phrase"] == "only about 200 miles"
    assert "not drawn beside it" not in panel.says
    panel.values = {"reading": "logical"}
    assert (panel.says + panel.view).count("excludes nothing") == 1
    assert "reading: logical" not in panel.says


EXACTLY, AT_LEAST = "exactly 14", "at least 14, as printed"
BENCH = dict(men=800, groups=EXACTLY, reading="usual", own=True)


@pytest.mark.parametrize("men", [100, 214, 357, 571, 572, 714, 715, 1000, 1200])
@pytest.mark.parametrize("groups", [EXACTLY, AT_LEAST])
@pytest.mark.parametrize("reading", ["usual", "wide"])
def test_every_state_of_the_workbench_is_explained(report, men, groups, reading):
    answers.save("predict", "04.p", {"same": 2, "least": 5000, "most": 12_000})
    bench = layers(report)
    state = dict(men=men, groups=groups, reading=reading, own=True)
    picture = bench.picture(state)
    assert unexplained(picture, report) == [] and {
        "men",
        "product",
        "prediction",
        "N07",
        "N11",
    } <= {m.row.id for m in picture.marks}
    assert ("Goal reached" in picture.says) == (
        groups == EXACTLY and reading == "wide" and 572 <= men <= 714
    )
    assert bench.frame(state).says == picture.says


def test_a_goal_that_a_setting_cannot_reach_is_told_after_three_tries(report):
    panel = workbench_panel(report)
    for men in (800, 700):
        panel.values = {"men": men}
        assert "No size" not in panel.says
    panel.values = {"men": 600}
    assert "No size of a group does it in this setting." in panel.says
    panel.values = {"reading": "wide"}
    assert "Goal reached" in panel.says and "No size" not in panel.says


def test_what_a_page_asks_is_answered_by_its_turn():
    controls = [BUTTON, Check(id="c", label="Sure")]
    panel = Panel("Press.", controls, lambda values: pressed(values["n"]))
    panel.set_state({"asked": {"page": "a", "turn": 1, "values": {"n": 2}}})
    panel.set_state({"asked": {"page": "b", "turn": 1, "values": {"c": True}}})
    panel.set_state({"asked": {"page": "a", "turn": 2, "values": {"n": "two"}}})
    assert panel.told == {"a": 2, "b": 1} and panel.values == {"n": 2, "c": True}
    assert "could not be shown" in panel.says


def test_the_workbench_draws_its_ground_anew_only_where_it_changes(report):
    bench, drawn = layers(report), []
    still = bench.still
    bench.still = lambda state: drawn.append(1) or still(state)
    for change in ({}, {"men": 300}, {"men": 900}, {"reading": "wide"}, {"men": 700}):
        bench.frame(
            BENCH
            | {"reading": "usual" if len(drawn) < 2 and "reading" not in change else "wide"}
            | change
        )
    assert len(drawn) == 2


def test_a_moved_product_a_deleted_claim_and_a_swapped_speaker_are_found(report):
    picture = layers(report).picture(BENCH)
    for line in artists(picture, "product", Line2D):
        line.set_xdata([9000])
    assert any("product: drawn at 9,000" in c for c in unexplained(picture, report))
    picture = layers(report).picture(BENCH)
    report.numbers.loc["N07", "who"] = "Janes"
    assert any(c.startswith("N07: ") for c in unexplained(picture, report))
    report.numbers = report.numbers.drop(index="N11")
    assert any("holds no N11" in c for c in unexplained(picture, report))


def test_a_report_that_says_of_nothing_to_multiply_is_told_so(report):
    with pytest.raises(Problem, match="the report that is open holds no such table"):
        workbench_panel(open_report("bare"))
    for table in ({}, {"workbench": 14}):
        report.about = table
        with pytest.raises(Problem, match="holds no such table"):
            workbench_panel(report)


@pytest.mark.parametrize(
    "key, value, said",
    [
        ("count", "N99", "found 'N99'; expected the id of a number of the report, with one figure"),
        ("count", "N11", "with one figure"),
        ("count", "X01", "with one figure"),
        ("count", ["N10"], "with one figure"),
        ("beside", ["N07", "N99"], "found ['N07', 'N99']; expected the ids of two numbers"),
        ("beside", ["N07", "N07"], "two numbers"),
        ("beside", "N07", "two numbers"),
        ("sizes", ["X01", "X99"], "expected ids of numbers of source cards"),
        ("sizes", ["N01"], "source cards"),
        ("sizes", [7], "source cards"),
        ("each", ["group"], "a noun, for one and many"),
        ("step", 0, "a number above 0"),
        ("most", "many", "a number above 0"),
        ("goal", None, "found nothing; expected words"),
    ],
)
def test_a_slip_in_the_table_of_the_workbench_is_told_in_one_sentence(report, key, value, said):
    (
        report.about["workbench"].pop(key)
        if value is None
        else report.about["workbench"].update({key: value})
    )
    with pytest.raises(Problem) as told:
        workbench_panel(report)
    assert (
        str(told.value).startswith(f"report.toml, [workbench], “{key}”: ")
        and said in str(told.value)
        and str(told.value).count(".") == 2
    )


def test_sizes_that_were_not_yet_in_print_are_left_out():
    report = open_report("union-resolve", as_of="2016-01-01")
    picture = layers(report).picture(BENCH | {"men": 599, "reading": "wide"})
    assert (
        unexplained(picture, report) == []
        and "Goal reached" in picture.says
        and "that we know" not in picture.says
    )


@pytest.mark.parametrize("men", [1.2, 1.6, 1.8, 2, 2.2, 3.4, 3.6, 5, 6])
@pytest.mark.parametrize("groups", ["exactly 140", "about 140, as printed"])
@pytest.mark.parametrize("reading", ["usual", "wide"])
def test_the_workbench_runs_on_the_stadium(men, groups, reading):
    report = open_report("full-house")
    bench, state = layers(report), dict(men=men, groups=groups, reading=reading)
    picture = bench.picture(state)
    assert unexplained(picture, report) == [] and [m.row.id for m in picture.marks] == [
        "M06",
        "M08",
        "men",
        "product",
    ]
    exact, (low, high) = groups == "exactly 140", (200, 1000) if reading == "wide" else (300, 501)
    least, most = (round(men * n) for n in ((140, 140) if exact else (135, 145)))
    told = (
        f"{groups.removesuffix(', as printed').capitalize()} cars with {men:g} persons:"
        f" {least if exact else f'{least} to {most}'}. "
    )
    assert picture.says.startswith(told) and ("Goal reached" in picture.says) == (
        exact and low <= least < high and least >= 250
    )
    if exact:
        assert ("below Odile Brandt’s 250" in picture.says) == (low <= least < min(high, 250)) and (
            "neither" in picture.says
        ) == (least < min(low, 250))
    else:
        assert ("Even the most are fewer than Odile Brandt’s 250." in picture.says) == (most < 250)
        assert ("shares numbers with both" in picture.says) == (
            most >= max(250, low) and least < high
        )
    shown = " ".join(text.get_text() for text in picture.figure.texts)
    assert (
        "nobody said whose they were" in shown
        and "paragraphs 4 and 8" in shown
        and "People in the queue · turned away · the north gate" in shown
    )
    report.numbers.loc["M09", "who"] = "the club"
    assert any(c.startswith("product: ") and "the club" in c for c in unexplained(picture, report))
    report.numbers.loc["M09", ["low", "high"]] = 150
    assert any(c.startswith("product: ") and groups in c for c in unexplained(picture, report))
