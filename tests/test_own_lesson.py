"""Lesson 09 as a reader without code meets it: one count of what has no source, words that claim
nothing about the reader's own report, and a page in the order of the text.
"""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from closereading import (
    answers,
    charts,
    claim_bench,
    my_report,
    save_claim,
    start_report,
    strangers_row,
    two_accounts,
    your_text,
)
from closereading.data.own import add_row
from closereading.data.reference import worth_a_row
from closereading.data.report import open_report
from closereading.drawing.ranges import intervals
from closereading.lesson import calls
from closereading.reading.accounts import ready_pairs
from closereading.reading.alike import alike
from closereading.reading.four_questions import YES, same_scope
from closereading.reading.pairs import (
    APART,
    BOTH_TRUE,
    RELATIONS,
    clash,
    objection,
    suggested,
    verdict,
)
from closereading.reading.text import Problem
from closereading.widgets import claim_files
from closereading.widgets.bench_steps import BLANK, IN_FULL, NEEDS, STEPS
from closereading.widgets.bench_who import GUESS, named_in, tells, who_is_offered
from closereading.widgets.hand_on import page_of
from closereading.widgets.lens import LEVELS, lens
from closereading.widgets.quotes import FIRM, quote_of
from closereading.widgets.two_accounts import FOUR
from closereading.widgets.two_bearing import bearing
from IPython.core.interactiveshell import InteractiveShell
from markupsafe import escape

TEXT = (
    "At least 140 people waited, said Ona Lund. About 35 per cent of them went home.\n\n"
    "Passengers spoke of 90 to 110 people. Several goats were there, and approximately 40 pigs."
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
    assert "No source is stated for C02" in page_of(report)


def test_the_form_asks_who_is_none(quay):
    row = dict(passage="At least 140 people", speaker="Ona Lund", sourcing="none")
    with pytest.raises(
        Problem, match="at step 2, “no source given” is chosen.* write “no stated source”"
    ):
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
        (
            "About 35 per cent",
            "to 37.5 per cent (“about” read as rounding, to within 2.5; the reading is ours)",
        ),
        ("approximately 40 pigs", "pigs (“approximately” read as rounding, to within "),
        ("At least 140 people", "at least 140 people</div>"),
        ("Several goats", "the words print no figure</div>"),
    ],
)
def test_a_reading_of_ours_is_called_so(quay, words, told):
    unit = "per cent" if "cent" in words else words.split()[-1]
    save_claim("quay", passage=words, number=words, unit=unit, speaker="x")
    page = page_of(open_report("quay"))
    assert told in page
    assert ("the reading is ours" in page.split("<section")[3]) == (
        "bout" in words or "approx" in words
    )
    assert "“about” read as" not in page or "About" in words


# --- the steps of the bench


def test_next_passes_over_no_step_and_each_says_what_it_needs(quay):
    panel = claim_bench("quay")
    sets = dict(speaker="Ona Lund", sourcing="named", topic="crowd", kind="event")
    row = dict(passage="At least 140 people", number="At least 140 people", **sets)
    panel.values = {**panel.values, **row}
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
    assert "same b · waiting · the quay" in panel.view and "same a · waiting" not in panel.view
    assert "Does it count the same as one of these?" in panel.view
    panel.values = {**panel.values, "number": ""}
    assert "the same as one of these" not in panel.view


def pressed(panel, label):
    """Presses the button of a view that has this label, where there is one."""
    found = re.search(rf'data-sets="([^"]*)" data-key="{label}"', panel.view)
    if found:
        panel.values = {**panel.values, **json.loads(found[1].replace("&#34;", '"'))}


# --- two of them beside each other


CLAIMS = dict(unit="pounds", population="the cost", place="the hall", status="planned")


@pytest.mark.parametrize(
    "other, relation, said",
    [
        ("under £48,000", "clash", "no value fits both."),
        ("under £48,000", "agree", "That does not go with “agree”."),
        ("under £48,000", "answer different questions", "Say in your reason in what"),
        ("under £48,000", "differ but can both be true", "because a headline rounds"),
        ("up to £75,000", "clash", "up to 75,000 allows 48,000. That does not go with “clash”."),
        ("up to £75,000", "answer different questions", "up to 75,000 allows 48,000."),
        ("a lot", "clash", "so only you can judge this pair."),
    ],
)
def test_nothing_of_ours_claims_to_know_a_report_of_ones_own(work, other, relation, said):
    start_report("cost", f"It costs £48,000, said Rowe. It costs {other}, Asher replied.")
    row = dict(passage="It costs £48,000, said", number="£48,000", speaker="Rowe")
    save_claim("cost", **row, **CLAIMS, topic="cost")
    row = dict(passage=f"It costs {other}, Asher", speaker="Asher", topic="cost")
    numbered = {} if other == "a lot" else dict(number=other, **CLAIMS)
    save_claim("cost", **row, **numbered)
    panel = two_accounts(open_report("cost"))
    panel.values = {**panel.values, "open": {"picked": ["C01", "C02"]}}
    chosen = dict(zip(FOUR, ("yes", "yes", "cannot tell", "yes")), relation=relation)
    panel.values = {**panel.values, **{name: {"is": value} for name, value in chosen.items()}}
    assert "Show what the numbers allow" in panel.view
    panel.values = {**panel.values, "open": {"picked": ["C01", "C02"], "shown": True}}
    view = unescape(panel.view)
    words = " ".join(re.sub(r"<[^>]+>", "", view).split())
    assert f"You say that they {relation}." in words and said in words
    assert ("That does not go with" in words) == ("does not go with" in said)
    assert ("cannot both be true" in words) == (relation == "clash" and other.startswith("under"))
    assert "your rows do not say" in words or other == "a lot"
    assert "the text does not say" not in words
    told = " ".join([panel.goal, panel.says, view])
    for word in ("We say", "we say", "we: ", "Right.", "Not yet.", "Found 0"):
        assert word not in told
    panel.values = {
        **panel.values,
        "open": {"picked": ["C01", "C02"], "shown": True, "keep": True},
    }
    assert "1 pair kept in pairs.csv" in panel.says
    assert "You say that they" in panel.view and "Right." not in panel.view


def test_a_forecast_and_a_result_may_answer_different_questions_in_ones_own_report(work):
    start_report("sum", "It took 40 cars, said Rowe. It will take 50 cars, said Asher.")
    for words, who in (("took 40 cars", "Rowe"), ("take 50 cars", "Asher")):
        save_claim("sum", passage=words, speaker=who)
    panel = two_accounts(open_report("sum"))
    panel.values = {**panel.values, "open": {"picked": ["C01", "C02"]}}
    chosen = dict(zip(FOUR, ("yes", "yes", "yes", "no")), relation="answer different questions")
    panel.values = {**panel.values, **{name: {"is": value} for name, value in chosen.items()}}
    assert "Then one says that something is so, and the other not, or not yet." in panel.says
    assert "does not go with" not in panel.says and "merely" not in panel.says


@pytest.mark.parametrize(
    "first, second, rounds",
    [
        ("£22 million", "approximately £21.8 million", True),
        ("£19.8 billion", "£19,828 million", True),
        ("£19,828 million", "£19.8 billion", True),
        ("31%", "30.8%", True),
        ("£20,000", "£19,700", True),
        ("£21.33 billion", "£20.77 billion", False),
        ("£20,000", "£14,700", False),
        ("40 cars", "39 cars", False),
        ("£22 million", "over £30 million", False),
        ("31%", "30.4%", False),
    ],
)
def test_a_figure_that_another_one_rounds_is_no_clash(work, first, second, rounds):
    start_report("sum", f"He took {first}, said Rowe. He took {second}, said Asher.")
    scope = dict(population="the sum", place="the county", status="taken")
    for words, who in ((first, "Rowe"), (second, "Asher")):
        unit = "cars" if "cars" in words else "%" if "%" in words else "pounds sterling"
        save_claim("sum", passage=f"{words}, said", number=words, speaker=who, unit=unit, **scope)
    report = open_report("sum")
    pair = ("C01", "C02")
    assert (suggested(report) == []) == rounds
    told = f"“{first}” and “{second}” may be one figure, rounded once more coarsely."
    for relation in RELATIONS:
        assert verdict(report, *pair, relation).why.startswith(told) == rounds
        assert objection(report, *pair, relation) == "" or not rounds
    assert objection(report, *pair, "agree") == ("" if rounds else APART)


def test_a_chart_says_that_no_two_answer_the_same_only_where_all_is_said(work):
    start_report("sum", "He took 40 cars, said Rowe. He took 52 vans, said Rowe.")
    first = dict(passage="40 cars", number="40 cars", unit="cars", speaker="Rowe")
    second = dict(passage="52 vans", number="52 vans", unit="vans", speaker="Rowe")
    scope = dict(population="the loot", place="the yard", status="taken")
    save_claim("sum", **first)
    save_claim("sum", **second, **scope)
    assert "2 numbers, and no two share an axis yet" in intervals(open_report("sum")).title
    save_claim("sum", **first, **scope)
    assert "no two answer the same question" in intervals(open_report("sum")).title


def test_a_pair_is_kept_with_the_readers_own_reason_and_handed_on_with_what_speaks_against(work):
    start_report("sum", "$5 Million Fraud\n\nThe fraud exceeds $5 million, said Rowe.")
    scope = dict(unit="dollars", population="the fraud", place="the county", status="done")
    row = dict(passage="$5 Million", number="$5 Million", speaker="no stated source")
    save_claim("sum", **row, **scope)
    row = dict(passage="exceeds $5 million", number="exceeds $5 million", speaker="Rowe")
    save_claim("sum", **row, **scope)
    panel = two_accounts(open_report("sum"))
    assert "why" not in panel.values
    panel.values = {**panel.values, "open": {"picked": ["C01", "C02"]}}
    chosen = dict(zip(FOUR, ("yes", "yes", "no", "yes")), relation=BOTH_TRUE)
    panel.values = {**panel.values, **{name: {"is": value} for name, value in chosen.items()}}
    panel.values = {**panel.values, "why": "A headline rounds"}
    shown = {"picked": ["C01", "C02"], "shown": True}
    panel.values = {**panel.values, "open": shown}
    panel.values = {**panel.values, "open": shown | {"keep": True}}
    report = open_report("sum")
    assert report.pairs["why"].iloc[0].startswith("A headline rounds. Do both speak of … ")
    page = unescape(page_of(report))
    assert "A headline rounds. Do both speak of … the same people or things: yes" in page
    assert "no value fits both." in page
    assert "The rows do not say whether it is the same day." in page
    assert "your" not in page.split('id="pairs"')[1].split("</section>")[0].casefold()


def test_of_several_numbers_in_a_passage_the_one_that_counts_the_same_is_compared(work):
    start_report(
        "firm",
        "Sales rose 17.8 per cent to $21.33 billion, the firm said.\n\nAnalysts had"
        " expected sales of $20.77 billion.",
    )
    scope = dict(population="sales", place="the firm", status="made")
    passage = "rose 17.8 per cent to $21.33 billion"
    share = dict(number="17.8 per cent", unit="per cent", population="growth")
    save_claim("firm", **scope | dict(passage=passage, speaker="the firm") | share)
    money = dict(number="$21.33 billion", unit="dollars")
    save_claim("firm", **scope | dict(passage=passage, speaker="the firm") | money)
    told = dict(passage="sales of $20.77 billion", speaker="Analysts", number="$20.77 billion")
    save_claim("firm", **scope | told, unit="dollars")
    report = open_report("firm")
    assert list(report.numbers["from"]) == ["C01", "C01", "C02"]
    assert suggested(report) == [("C01", "C02")]
    assert same_scope(report, "C01", "C02")["the same people or things"][0] == YES
    assert clash(report, "C01", "C02") == (True, "21,330,000,000 and 20,770,000,000")
    assert "do not count the same" not in str(bearing(report, ("C01", "C02")))


# --- the lesson, run from its top, and one cell alone

ROOT = Path(__file__).parents[1]
LESSON = json.loads((ROOT / "notebooks/09_your_own_report.ipynb").read_text(encoding="utf-8"))
CELLS = ["".join(c["source"]) for c in LESSON["cells"] if c["cell_type"] == "code"]


@pytest.fixture
def shell(work):
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    yield shell
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("text", ["", "The police found 12 boats.\n\nIt rained."])
def test_the_lesson_runs_to_its_end_without_a_text_and_without_a_row(shell, text, capsys):
    if text:
        start_report("mine", text)
    for cell in CELLS:
        run = shell.run_cell(cell.replace('your_text("ferry")', 'your_text("mine")'))
        assert run.success, cell
        said = capsys.readouterr().out
        asks = "has no text yet. Go to the form below the heading" in said
        own = re.search(r"claim_bench\(\)|my_report\(\)|row_forms\(\)|four_gates\(\)", cell)
        assert asks == bool(own or "hand_on()" in cell) or text
        assert not (text and asks)


def test_a_cell_alone_says_which_comes_first(shell, capsys):
    cell = next(cell for cell in CELLS if "claim_bench()" in cell)
    shell.run_cell(cell)  # in a new kernel, and nothing was begun
    said = capsys.readouterr()
    assert "Run the cell below the heading “Which text is yours?” first" in said.out + said.err
    assert "Traceback" not in said.out + said.err
    start_report("mine", "The police found 12 boats.")
    for cell in (next(cell for cell in CELLS if words in cell) for words in ("your_text", "bench")):
        assert shell.run_cell(cell.replace('"ferry"', '"mine"')).success


@pytest.mark.parametrize(
    "slip, told",
    [
        ("your_text(my-report)", 'put it in quotation marks: "my"'),
        ('from closereading import claim_bench\nclaim_bench("a/b")', "There is no report “a/b”"),
    ],
)
def test_a_slip_at_a_tool_gets_a_sentence(shell, slip, told, capsys):
    shell.run_cell("from closereading import begin, open_report, your_text")
    shell.run_cell('begin("09", open_report(as_of="2022-02-10"))')
    capsys.readouterr()
    shell.run_cell(slip)
    said = capsys.readouterr()
    assert told in said.out + said.err and "Traceback" not in said.out + said.err


# --- forms in place of code


def test_what_is_kept_in_a_form_is_what_the_call_keeps(work, monkeypatch):
    shown = []
    monkeypatch.setattr(calls, "show", shown.append)
    calls.keep("09.m")
    panel = shown.pop()
    for n, mark in enumerate("21021"):
        panel.values = {f"t{n}": mark}
        assert panel.says.startswith("Kept.") == (n == 4)
    assert answers.latest("09.m") == list("21021")
    calls.keep("09.m", *"21021")
    assert [one["value"] for one in answers.load()[0]] == [list("21021")] * 2
    calls.keep("09.m")
    assert shown.pop().values["t0"] == "2"  # it is there again


def test_two_sentences_are_kept_by_a_button(work, monkeypatch):
    shown = []
    monkeypatch.setattr(calls, "show", shown.append)
    calls.keep("09.w")
    panel = shown.pop()
    panel.values = {"t0": "It holds.", "keep": 1}
    assert panel.says.startswith("1 of 2") and answers.latest("09.w") is None
    panel.values = {"t1": "Who counted."}
    assert "Press" in panel.says
    panel.values = {"keep": 2}
    assert answers.latest("09.w") == ["It holds.", "Who counted."]
    assert panel.says.startswith("Kept.")


def test_the_three_beliefs_are_the_labels(work, monkeypatch):
    shown = []
    monkeypatch.setattr(calls, "show", shown.append)
    calls.keep("09.b")
    assert "lesson 00 asks for three" in shown.pop().says
    calls.keep("00.b", "One.", "Two.", "Three.")
    calls.keep("09.b")
    panel = shown.pop()
    assert [control.label for control in panel.controls] == ["One.", "Two.", "Three."]
    panel.values = dict(t0="keep", t1="change", t2="open")
    assert answers.latest("09.b") == ["keep", "change", "open"]


def test_a_claim_of_somebody_else_is_drawn_in_a_form(quay):
    save_claim("quay", passage="Several goats", speaker="x")
    panel = strangers_row()
    assert "full-house" in panel.controls[0].options and "quay" in panel.controls[0].options
    panel.values = {"report": "quay"}
    assert "Several goats" in panel.view and "x" in panel.view
    panel.values = {"report": "full-house"}
    first = panel.view
    panel.values = {"draw": 3}
    assert panel.view != first


def test_who_has_no_text_takes_a_copy_in_the_form(work):
    panel = your_text("mine")
    found = re.search(r'data-sets="([^"]*)" data-key="Begin with a copy of the stadium', panel.view)
    panel.values = {**panel.values, **json.loads(found[1].replace("&#34;", '"'))}
    assert "Taken:" in panel.says and "Begin with a copy" not in panel.view
    assert my_report().folder == work / "mine" and len(my_report().claims) > 10
    panel.values = {**panel.values, "pasted": "x", "take": 1}
    assert "No claim of this report has its words" in panel.says


# --- what is offered and asked


def test_a_whole_quotation_and_a_limit_in_words_are_offered():
    text = (
        "Release 118 is out. “It may have been set on purpose, but we cannot rule out a fault.”"
        " Investigators found petrol in at least two of the sheds. It began at about seven."
    )
    found = [(one.kind, one.words) for one in worth_a_row((text,))]
    assert ("a quotation", text.split(". ", 1)[1].split(" Inv")[0]) in found
    assert ("a number", "at least two of the sheds") in found
    assert not [words for _, words in found if "118" in words or "seven" in words]


def test_a_share_is_never_asked_to_be_a_count():
    assert not alike("% of the boats", "boats") and not alike("boats", "per cent of the boats")
    assert alike("% of the boats", "per cent of the boats")


def test_a_row_says_that_a_number_is_read_by_us(quay):
    panel = claim_bench("quay")
    row = dict(passage="About 35 per cent", number="About 35 per cent", speaker="Ona Lund")
    panel.values = {**panel.values, **row}
    assert "read as 32.5 to 37.5 (rounding, to within 2.5; the reading is ours)" in panel.says
    assert "speaker: Ona Lund" in panel.view
    panel.values = {**panel.values, "passage": "90 to 110 people", "number": "90 to 110 people"}
    assert "read as 90 to 110" in panel.view
    assert panel.values["speaker"] == "" and "was said of the passage before is gone" in panel.says


def test_what_a_claim_softens_is_no_fact(work):
    start_report("fire", "It may rain, said Ona Lund. It rained in May, said Rowe.")
    save_claim("fire", passage="It may rain", speaker="Ona Lund", cue="said")
    save_claim("fire", passage="It rained in May", speaker="Rowe", cue="said")
    shown = [quote_of(open_report("fire"), key) for key in ("C01", "C02")]
    assert [one.strength for one in shown] == ["“may”", "put firmly"]
    assert [words for words, hedge in shown[0].pieces if hedge] == ["may"]


@pytest.mark.parametrize(
    "words, strength, hedges",
    [
        ("I don’t know where it comes from", "", ["don’t know"]),
        ("We do not know", "", ["do not know"]),
        ("We cannot yet say", "", ["cannot yet say"]),
        ("We could not say", "", ["could not say"]),
        ("İzmir’s engineers can't tell", "", ["can't tell"]),
        ("The cause is unclear", "", ["is unclear"]),
        ("We could know", "“could”", ["could"]),
        ("No pump failed", FIRM, []),
        ("An unknown man called", FIRM, []),
        ("We know it", FIRM, []),
    ],
)
def test_not_knowing_is_nothing_firm_and_a_denial_is_called_no_fact(work, words, strength, hedges):
    start_report("flood", f"“{words},” Hartley said.")
    save_claim("flood", passage=words, speaker="Hartley")
    shown = quote_of(open_report("flood"), "C01")
    assert shown.strength == strength and bool(shown.bars) == bool(strength)
    assert [piece for piece, is_hedge in shown.pieces if is_hedge] == hedges


def test_a_quotation_is_taken_without_its_marks_and_parts_are_parted(work):
    start_report("fire", "“We believe in it all,” Holt said. At least 12 boats burned.")
    panel = claim_bench("fire")
    pressed(panel, 'take [^"]*We believe[^"]*')
    assert panel.values["passage"] == "We believe in it all"
    panel.values = {**panel.values, "speaker": "Holt", "topic": "boats"}
    pressed(panel, "Save the row")
    pressed(panel, 'take [^"]*At least[^"]*')
    pressed(panel, "Holt, as in the row before")
    pressed(panel, "topic boats")
    pressed(panel, "Save the row")
    assert re.search(
        r"Holt, boats</small>\s*<small>; number: At least 12 boats</small> ", panel.view
    )


def test_the_page_tells_a_stranger_nothing_to_press(work):
    start_report("vote", "The council has 31 members. Then 5 people left.")
    scope = dict(speaker="no stated source", place="hall", status="there", unit="persons")
    save_claim("vote", passage="31 members", number="31 members", population="members", **scope)
    save_claim("vote", passage="5 people", number="5 people", population="people", **scope)
    told = page_of(open_report("vote")).split("</style>")[1].split("<script>")[0]
    assert "do “members” and “people” mean the same?</li>" in told
    assert "press" not in told.replace("press Enter", "") and "(none)" not in told


FLOOD = (
    "Mayor Ellen Hartley said that 1,200 homes were under water. Fire Chief Ode put it lower."
    " “We counted 860 homes, door by door,” he said. Hartley said 45 people in the Lower Town left."
    " It rained 6 hours."
)


HARTLEY = dict(speaker="Ellen Hartley", sourcing="named", topic="flooded homes")


def after_hartley(work):
    """The bench after a row of Ellen Hartley was saved, with everything said of her."""
    start_report("flood", FLOOD)
    panel = claim_bench("flood")
    panel.values = {**panel.values, "passage": "1,200 homes", **HARTLEY}
    pressed(panel, "Save the row")
    return panel


def said_by(panel):
    """dict: what the form says of the speaker and the topic."""
    return {field: panel.values[field] for field in HARTLEY}


@pytest.mark.parametrize("words", ["860 homes", "45 people", "6 hours"])
def test_nothing_of_the_row_before_is_said_of_the_next_before_the_reader_says_so(work, words):
    panel = after_hartley(work)
    pressed(panel, "more")
    pressed(panel, f'take [^"]*{words}[^"]*')
    assert words in panel.values["passage"]
    assert said_by(panel) == dict.fromkeys(HARTLEY, "")
    assert "Nothing needed is missing" not in panel.says
    assert not re.search("✓ (speaker|topic|a name)", panel.view)
    pressed(panel, "(?:Speaker: )?Ellen Hartley(?:, as in the row before)?")
    assert said_by(panel) == HARTLEY | dict(topic="")
    assert panel.values["step"].startswith("2") and "Step 3 is shown" not in panel.says
    pressed(panel, "topic flooded homes")
    assert said_by(panel) == HARTLEY and "Nothing needed is missing" in panel.says


def test_nothing_of_the_row_before_is_said_of_a_typed_passage(work):
    panel = after_hartley(work)
    panel.values = {**panel.values, "passage": "We counted 860 homes"}
    assert said_by(panel) == dict.fromkeys(HARTLEY, "") and "at step 2: speaker" in panel.says


def test_a_draft_of_the_row_before_without_a_passage_says_nothing_of_the_next(work):
    start_report("flood", FLOOD)
    draft = work / "flood" / "draft.json"
    draft.write_text(json.dumps(HARTLEY))
    assert said_by(claim_bench("flood")) == dict.fromkeys(HARTLEY, "")
    draft.write_text(json.dumps(HARTLEY | dict(passage="1,200 homes")))
    assert said_by(claim_bench("flood")) == HARTLEY


@pytest.mark.parametrize(
    "sentence, people, named",
    [
        ("Ode said his crews had taken 30 people off.", ["Raymond Ode"], ["Raymond Ode"]),
        ("“It works,” said Ona Lund, the harbour master.", [], ["Ona Lund"]),
        ("The company said that the ferry would sail.", [], ["the company"]),
        ("According to residents of Wharf Lane, it took long.", [], ["residents of Wharf Lane"]),
        ("“We counted 860 homes, door by door,” he said.", ["Ellen Hartley"], []),
        ("A town official who asked not to be named said two failed.", [], ["a town official"]),
        ("The damage may reach $4.5 million.", ["Raymond Ode"], []),
        ("Officials said that it rained.", [], ["Officials"]),
        ("The damage is expected to reach $4.5 million.", ["Raymond Ode"], []),
        ("Fire Chief Raymond Ode said so.", ["Raymond Ode"], ["Raymond Ode"]),
        ("Said Harrison Smith: “We go on.”", [], ["Harrison Smith"]),
        ("Said Harrison Smith: “We go on.” — chip (@chip) May 5", [], ["Harrison Smith"]),
        (
            "“He wins,” Zimmer said, according to Around the Port.",
            [],
            ["Zimmer", "Around the Port"],
        ),
        (
            "Chief Financial Officer Ruth Porat attributed it to rain.",
            [],
            ["Chief Financial Officer Ruth Porat"],
        ),
        ("Since 7 June, a total of 258 new confirmed cases have been reported.", [], []),
        ("Since the last reported case there was none.", [], []),
        ("No new cases reported by noon were confirmed.", [], []),
        (
            "Analysts expected 2, according to Thomson Ray I/B/E/S.",
            [],
            ["Analysts", "Thomson Ray I/B/E/S"],
        ),
        ("Judge Michael Grieve said so.", [], ["Judge Michael Grieve"]),
        ("RATT Commander James Portilla said so.", [], ["Commander James Portilla"]),
        ("Dr Lund said so.", [], ["Dr Lund"]),
        ("Prof. Ona Lund said so.", [], ["Prof. Ona Lund"]),
        ("It rained, said Chief Inspector Ona Lund.", [], ["Chief Inspector Ona Lund"]),
        ("The mayor, Dr Ona Lund, said so.", [], ["Dr Ona Lund"]),
        ("Ona Lund said so.", ["Judge Ona Lund"], ["Judge Ona Lund"]),
        ("Lund said so.", ["Judge Ona Lund"], ["Judge Ona Lund"]),
        ("Judge Lund said so.", ["Ona Lund"], ["Ona Lund"]),
        ("Mrs Lund said so.", ["Mr Lund"], ["Mrs Lund"]),
        ("General Motors said so.", [], ["General Motors"]),
        ("Michael Brompton QC said so.", [], ["Michael Brompton"]),
        ("The damage to Ode's boats is $4.5 million.", ["Raymond Ode"], []),
        ("Ann Lund said that Ode left.", ["Raymond Ode"], ["Ann Lund"]),
        ("In May, the Ministry of Health, Japan (MHLW) said so.", [], ["Ministry of Health"]),
        ("The National Focal Point (NFP) said so.", [], ["National Focal Point"]),
        ("Mona Lee, defending Wilson, told the court that he was sorry.", [], ["Mona Lee"]),
        (
            "The fund which Wilson claimed was 2, the prosecutor said.",
            [],
            ["Wilson", "the prosecutor"],
        ),
        ("District Attorney Stephan said so.", ["Summer Stephan"], ["Summer Stephan"]),
        ("Summer Stephan said so.", ["District Attorney Stephan"], ["District Attorney Stephan"]),
    ],
)
def test_whoever_the_sentence_names_as_its_speaker_is_offered_first(sentence, people, named):
    assert named_in(sentence, people) == named
    assert tells(sentence) == bool(
        re.search(r"(?i)\b(said|according|attributed|told|reported by)\b", sentence)
    )


def test_who_is_meant_by_a_job_or_a_quotation_that_goes_on_is_a_guess():
    told = [
        "Mona Lee, for the town, said so.",
        "Ann Lund said no.",
        "“They won,” the barrister said.",
    ]
    found = [label for label, _ in who_is_offered(BLANK, told, [], {})]
    assert (
        found[0] == "Speaker: the barrister" and found[1] == f"Speaker: Ann Lund (by name){GUESS}"
    )
    told = ["Judge Ona Falk said so.", "‘It was a cruel thing to do to them.’"]
    found = [label for label, _ in who_is_offered(BLANK, told, [], {})]
    assert found == [f"Speaker: Judge Ona Falk (by name){GUESS}", "Speaker: no stated source"]


@pytest.mark.parametrize("later", ["Berg said 14 left.", "Judge Berg said 14 left."])
def test_a_title_is_kept_and_the_later_name_is_of_the_same_person(later):
    first = "Judge Anna Berg said so."
    assert named_in(first, []) == named_in(later, [], [first]) == ["Judge Anna Berg"]
    assert named_in("Mr Berg said so.", [], ["Mrs Anna Berg left."]) == ["Mr Berg"]
    told = [first, "Anna Berg, a judge, was late.", "He said no."]
    offered = [does["who"] for _, does in who_is_offered(BLANK, told, [], {})]
    assert sum("Berg" in who for who in offered) == 1


def test_whose_words_follow_a_colon_and_who_the_prosecutor_is_are_offered():
    told = ["President and CEO Anna Borg comments on the report:", "Prices fell 5 percent."]
    found = who_is_offered(BLANK, told, [], {})
    assert found[0][0] == f"Speaker: President and CEO Anna Borg (by name){GUESS}"
    assert found[1][1]["who"] == "no stated source"
    told = ["It began, prosecutor Mona Lee said.", "“They lost,” the prosecutor said."]
    assert named_in(told[1], [], told[:1]) == ["Mona Lee", "the prosecutor"]
    told = ["According to the National Health Board (NHB), it rained."]
    assert named_in(told[0], []) == ["National Health Board"]


@pytest.mark.parametrize(
    "sentence, offered",
    [
        ("The District Attorney’s Office charged 21 people.", ["District Attorney’s Office"]),
        (
            "WHO and Africa CDC go on with a plan, which seeks $5.",
            ["WHO and Africa CDC"],
        ),
        ("It beat analysts' average estimate of $8.10.", ["analysts"]),
        ("Only she could swim there. — NFL (@NFL) January 10, 2016", ["NFL"]),
        ("It represents a 60.0% increase in confirmed deaths reported.", []),
        ("Sales were up 5 percent.", []),
        ("The court heard £20 million was paid.", ["somebody in court"]),
    ],
)
def test_whoever_gives_a_figure_by_a_deed_is_offered_beside_no_source(sentence, offered):
    found = [does["who"] for _, does in who_is_offered(BLANK, ["Ann Lund left.", sentence], [], {})]
    assert found == [*offered, "no stated source"]


THOMSON = ["Analysts", "Thomson Ray I/B/E/S"]
WILSON = ["Wilson", "the prosecutor"]
HOSPITAL = """Two wards will close, the head of the hospital, Dr Miriam Falk, said on Wednesday.
She said that 54 beds would go.
Kwame Osei, a nurse who speaks for a union, disputed that.
He said at least 70 posts were empty.
“We have one nurse for every eight patients,” Falk told reporters.
About 300 people protested, police said.
The trust lost £6.4 million, according to its annual accounts.
A hospital manager who asked not to be named said the trust had known.
“Nobody asked us.”
Savings are expected by 2028.
The estimated value of those cars is about $3 million.
Investigators learned that 45 accounts were used.
District Attorney Summer Stephan came today to announce that 21 were charged.""".splitlines()


ROW = dict(passage="At least 140 people", number="At least 140 people", speaker="Lund")


@pytest.mark.parametrize(
    "field, typed, told",
    [
        ("speaker", "x" * 301, "at step 2, speaker: found 301 signs; expected at most 300"),
        ("topic", "a\x00b", "at step 2, topic: a sign in it cannot be kept; type it anew"),
        ("claim", "\ud83d", "at step 5, the claim in your words: a sign in it cannot be kept"),
        ("unit", "   ", "at step 3, unit"),
        ("speaker", "   ", "at step 2, speaker, or: no stated source"),
        ("low", "1.000", "at step 4, lower end: “1.000” cannot be read safely here"),
        ("counted_on", "31.11.2025", "at step 4, day: found “31.11.2025”; expected a day such as"),
        ("number", "9" * 400, f"“{'9' * 59}…” does not stand in the passage"),
    ],
)
def test_what_no_field_takes_is_said_and_nothing_is_saved(quay, field, typed, told):
    panel = claim_bench("quay")
    panel.values = {**panel.values, **ROW, "unit": "people", field: typed}
    pressed(panel, "Save the row")
    assert panel.says.startswith("Not saved.") and told in panel.says
    assert "Nothing needed is missing" not in panel.says
    assert not list(quay.glob("*.csv"))


def test_blanks_at_the_ends_go_and_a_day_is_written_as_files_write_days(quay):
    panel = claim_bench("quay")
    panel.values = {**panel.values, **ROW, "unit": " people ", "counted_on": "5 May 2026"}
    pressed(panel, "Save the row")
    number = open_report("quay").numbers.iloc[0]
    assert number["unit"] == "people" and f"{number['counted_on']:%Y-%m-%d}" == "2026-05-05"


def test_a_row_is_saved_whole_or_not_at_all(quay, monkeypatch):
    def full(*_):
        raise Problem("The disk is full.")

    monkeypatch.setattr(claim_files, "_save_number", full)
    panel = claim_bench("quay")
    panel.values = {**panel.values, **ROW, "unit": "people"}
    pressed(panel, "Save the row")
    assert panel.says == "The disk is full. " and not list(quay.glob("*.csv"))


@pytest.mark.parametrize(
    "number, offered",
    [
        (0, ["Dr Miriam Falk (by name)"]),
        (1, [f"Dr Miriam Falk (by name){GUESS}"]),
        (
            3,
            [
                f"Kwame Osei (by name){GUESS}",
                f"Dr Miriam Falk (by name){GUESS}",
            ],
        ),
        (4, ["Dr Miriam Falk (by name)"]),
        (5, ["police"]),
        (6, ["its annual accounts"]),
        (7, ["a hospital manager (no name given)"]),
        (9, ["no stated source"]),
        (10, ["no stated source"]),
        (11, ["Investigators (no name given)"]),
        (12, ["District Attorney Summer Stephan (by name)"]),
    ],
)
def test_he_and_she_are_whoever_spoke_before_the_nearest_first(number, offered):
    found = who_is_offered(BLANK, HOSPITAL[: number + 1], [], {})
    assert [label.removeprefix("Speaker: ") for label, _ in found] == offered
    assert all((does["is"] == "named") == ("by name" in label) for label, does in found)


def test_a_quotation_without_a_speaker_may_be_of_whoever_spoke_before(work):
    found = [does["who"] for _, does in who_is_offered(BLANK, HOSPITAL[:9], [], {})]
    assert found[0] == "a hospital manager" and found[-1] == "no stated source"
    known = who_is_offered(BLANK, HOSPITAL[:2], ["Miriam Falk"], {})
    assert known[0] == (
        f"Speaker: Miriam Falk{GUESS}",
        dict(act="speaker", who="Miriam Falk", **{"is": ""}),
    )


def test_a_new_speaker_is_taken_with_what_the_button_says_of_them(work):
    start_report("ward", " ".join(HOSPITAL[:2]))
    panel = claim_bench("ward")
    pressed(panel, 'take [^"]*Two wards[^"]*')
    pressed(panel, r"Speaker: Dr Miriam Falk \(by name\)")
    assert (panel.values["speaker"], panel.values["sourcing"]) == ("Dr Miriam Falk", "named")
    form = next(control.form() for control in panel.controls if control.id == "sourcing")
    assert form["options"][1] == "named" and form["shown"][1].startswith("by name: a person")


def test_a_cleared_row_comes_back_with_what_it_changes(work):
    panel = after_hartley(work)
    pressed(panel, "edit C01")
    pressed(panel, "Clear the row")
    assert panel.values["passage"] == "" and "Clear the row" not in panel.view
    pressed(panel, "Bring the row back")
    assert panel.values["speaker"] == "Ellen Hartley"
    pressed(panel, "Save the row")
    assert list(open_report("flood").claims.index) == ["C01"]


def test_a_denial_is_not_put_firmly(work):
    start_report("ward", "Falk denied that she had known. Osei said that she knew.")
    row = dict(passage="she had known", speaker="Falk", topic="known")
    save_claim("ward", **row, cue="denied")
    save_claim("ward", passage="she knew", speaker="Osei", topic="known", cue="said")
    assert quote_of(open_report("ward"), "C01").strength == "firmly denied"
    assert quote_of(open_report("ward"), "C02").strength == "put firmly"


def test_words_are_asked_about_only_where_one_axis_could_hold_both(quay):
    scope = dict(speaker="x", unit="people", place="the quay")
    row = dict(passage="At least 140 people", number="At least 140 people", status="last year")
    save_claim("quay", **row, population="cars", **scope)
    panel = claim_bench("quay")
    row = dict(passage="90 to 110 people", number="90 to 110 people", status="a year")
    panel.values = {**panel.values, **row, **scope, "population": "ships"}
    assert "Do they mean the same?" not in panel.view
    panel.values = {**panel.values, "population": "the cars"}
    assert "Do they mean the same?" in panel.view


def test_pairs_that_speak_on_one_topic_are_ready(work):
    start_report("ward", "One said so. Two did. Three said no.")
    for passage, who, topic in (("One", "a", "x"), ("Two", "b", "y"), ("Three", "c", "x")):
        save_claim("ward", passage=passage, speaker=who, topic=topic)
    assert [[side.id for side in two] for two in ready_pairs(open_report("ward"))] == [["a", "c"]]


def test_the_name_of_the_sentence_is_the_first_button(work):
    panel = after_hartley(work)
    pressed(panel, 'take [^"]*45 people[^"]*')
    offered = re.findall(r"Speaker: [^<\"]*|[^<\"]*, as in the row before", panel.view)
    assert offered[0] == "Speaker: Ellen Hartley" and "as in the row" not in " ".join(offered)
    pressed(panel, "Speaker: Ellen Hartley")
    assert said_by(panel) == HARTLEY | dict(topic="")
    assert ">flooded homes<" in panel.view and "as in the row" not in panel.view


def test_what_was_said_of_a_corrected_speaker_is_asked_again_before_saving(work):
    panel = after_hartley(work)
    pressed(panel, "edit C01")
    panel.values = {**panel.values, "speaker": "Raymond Ode"}
    assert panel.values["sourcing"] == ""
    told = "“by name” was said of Ellen Hartley: choose what Raymond Ode is, or leave it open"
    assert told in panel.says and f"○ {told}" in panel.view
    panel.values = {**panel.values, "sourcing": "named"}
    assert "was said of" not in panel.says + panel.view
    assert "Nothing needed is missing; save it." in panel.says


def test_one_official_without_a_name_is_no_group_on_the_page(work):
    start_report("flood", "A town official said that two pumps failed. Residents said three did.")
    save_claim("flood", passage="two pumps failed", speaker="a town official", sourcing="group")
    save_claim("flood", passage="three did", speaker="residents", sourcing="group")
    told = page_of(open_report("flood"))
    assert told.count("(no name)") == 2 and "(group)" not in told
    assert IN_FULL["group"] == "no name given: people, or one person (a town official)"


@pytest.mark.parametrize(
    "typed, day",
    [
        ("November 25, 2026", "2026-11-25"),
        ("25 Nov 2026", "2026-11-25"),
        ("25.11.2026", "2026-11-25"),
        ("10/02/2022", ""),
        ("31.11.2025", ""),
        ("25.11.26", ""),
    ],
)
def test_a_day_is_understood_whole_or_refused_by_the_name_of_its_field(work, typed, day):
    panel = your_text("mine")
    panel.values = {"published": typed, "pasted": "It rained."}
    panel.values = {"take": 1}
    assert ("Taken: 1 paragraph. " in panel.says) == bool(day)
    assert day or "Published on: found" in panel.says and "report.toml" not in panel.says
    assert not day or f"{my_report().published:%Y-%m-%d}" == day


def test_a_text_comes_back_into_its_field_to_be_corrected(work):
    panel = your_text("mine")
    panel.values = {"pasted": "It raned.\n\nAt least 12 boats sank.", "take": 1}
    save_claim("mine", passage="At least 12 boats", speaker="x")
    assert panel.values["pasted"] == ""
    for _ in range(2):
        pressed(panel, "correct")
        assert panel.values["pasted"] == "It raned.\n\nAt least 12 boats sank."
        assert "Correct it there" in panel.says
        panel.values = {"pasted": ""}
    panel.values = {"pasted": "New.\n\nIt rained.\n\nAt least 12 boats sank.", "take": 2}
    assert "Taken: 3 paragraphs." in panel.says and my_report().claims["paragraph"].item() == 3


def test_a_typed_passage_offers_the_number_that_it_holds(quay):
    panel = claim_bench("quay")
    panel.values = {**panel.values, "passage": "At least 140 people waited", "speaker": "Lund"}
    pressed(panel, "holds At least 140 people")
    assert (panel.values["number"], panel.values["unit"]) == ("At least 140 people", "people")
    assert "The passage holds a number" not in panel.view
    panel.values = {**panel.values, "step": "5 how it is said"}
    assert 'data-key="Save the row"' in panel.view and 'data-key="Next step"' not in panel.view


def test_people_who_do_something_else_are_not_asked_about(quay):
    scope = dict(speaker="x", unit="people", place="the quay")
    row = dict(passage="At least 140 people", number="At least 140 people", status="waiting")
    save_claim("quay", **row, population="people waiting", **scope)
    panel = claim_bench("quay")
    row = dict(passage="90 to 110 people", number="90 to 110 people", population="households")
    panel.values = {**panel.values, **row, **scope}
    assert "Do they mean the same?" in panel.view
    panel.values = {**panel.values, "status": "without insurance"}
    assert "Do they mean the same?" not in panel.view
