"""What real texts ran into on their way through lesson 09: a court’s release, a company’s figures,
a situation report as PDF, the report of a match. The sentences here are our own, of the same kinds.
"""

import json
import re

import pytest
from closereading import charts, four_gates, two_accounts
from closereading.data.imports import taken
from closereading.data.own import add_row, start_report
from closereading.data.reference import parse_phrase, worth_a_row
from closereading.data.report import open_report
from closereading.data.schema import kept, meant
from closereading.reading.paragraphs import paragraphs
from closereading.reading.scaled import scale_of
from closereading.widgets.claim_bench import claim_bench
from closereading.widgets.claim_files import save_claim
from closereading.widgets.hand_on import page_of
from test_texts_in import docx, pdf


def offers(text):
    """dict: the words of each passage that is offered -> (passage, reporting word)."""
    found = worth_a_row((text,))
    return {one.words: (text[one.start : one.end], one.cue) for one in found}


def press(panel, label):
    """Presses the first button whose label begins so; what the panel says."""
    found = re.search(rf'data-sets="([^"]*)"[^>]*>{re.escape(label)}', panel.view)
    sets = found[1].replace("&#34;", '"').replace("&amp;", "&")
    panel.values = {**panel.values, **json.loads(sets)}
    return panel.says


# --- raised figures


@pytest.mark.parametrize(
    "printed, text",
    [
        ("140<sup>2</sup> crates", "140² crates"),
        ("10<sup>6</sup> cells", "10⁶ cells"),
        ("CO<sub>2</sub> and km<sup>2</sup>", "CO₂ and km²"),
        ("the 5<sup>th</sup> day", "the 5th day"),
        ("boats<sup>1,2</sup> sank", "boats¹,² sank"),
    ],
)
def test_a_raised_figure_makes_no_other_number(printed, text):
    page = taken("a.html", f"<p>They counted {printed} on the quay.</p>".encode())
    assert page.text.strip() == f"They counted {text} on the quay."


def test_a_note_is_no_part_of_its_number_and_a_power_is():
    assert offers("They counted 140² crates.")["140"][0] == "They counted 140² crates"
    (power,) = worth_a_row(("They counted 10⁶ cells.",))
    assert power.words == "10⁶" and power.number is None


def test_raised_figures_of_word_and_pdf():
    run = '<w:p><w:r><w:t>It sold 140</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
    made = taken("a.docx", docx(f"{run}</w:rPr><w:t>2</w:t></w:r></w:p>"))
    assert made.text.strip() == "It sold 140²"
    assert "“140²”" in " ".join(made.notes)


@pytest.mark.parametrize("height", [783, 784, 785, 786])  # the line stands at 780
def test_a_figure_that_a_pdf_raises_stays_raised(height):
    note = f"Tj /F1 6 Tf 1 0 0 1 270 {height} Tm (2) Tj /F1 11 Tf 1 0 0 1 275 780 Tm"
    made = taken("a.pdf", pdf([f"It was a long day, and the shop sold 140) {note} ( crates."]))
    assert "sold 140² crates." in " ".join(made.text.split())
    assert "“140²”" in " ".join(made.notes)


# --- what counts nothing


@pytest.mark.parametrize(
    "text",
    [
        "From 3 to 20 January 2020 the quay was closed.",
        "On 11 and 12 May the quay was closed.",
        "BULLETIN - 1 21 JANUARY 2020",
        "The figures of 1Q22 are in Table 1 and on Level 2.",
        "A Tec-9 was found, see https://example.org/list/710.",
        "Danger means: (1) smoke; (2) a smell; (3) fire.",
    ],
)
def test_days_names_labels_and_addresses_are_offered_as_no_number(text):
    assert not [one for one in worth_a_row((text,)) if one.kind == "a number"]


@pytest.mark.parametrize(
    "text, words, passage",
    [
        ("He has ten prior convictions.", "ten", "He has ten prior convictions"),
        ("It rained on four severe days.", "four", "It rained on four severe days"),
        (
            "He came to the U.S. Court of Seattle with 20 guards, who had gone there by car.",
            "20 guards",
            "He came to the U.S. Court of Seattle with 20 guards",
        ),
        (
            "The overs saw Ann Lund (82), Bo Rask (38) and Kim Dahl (0) leave the field at dusk.",
            "38",
            "Bo Rask (38)",
        ),
        (
            "They found a boat of wood with a mast of steel, seven guns, and a rope on the pier.",
            "seven guns",
            "They found a boat of wood with a mast of steel, seven guns",
        ),
        (
            "Cases came from the north of China (278 cases) and from three of the isles of Japan.",
            "278 cases",
            "Cases came from the north of China (278 cases)",
        ),
        ("They counted 278 cases confirmed in May.", "278 cases", None),
        ("He got 10 years of supervised release.", "10 years", None),
    ],
)
def test_what_is_offered_is_whole(text, words, passage):
    found = offers(text)
    assert words in found and passage in (None, found[words][0])


def test_a_participle_that_describes_a_thing_is_no_reporting_word():
    assert offers("Lund spoke of two reported cases of flu and 14 dogs.")["14 dogs"][1] == ""
    assert offers("Countries with reported cases.") == {}
    assert offers("The office reported 14 dogs.")["14 dogs"][1] == "reported"


def test_a_number_that_stands_twice_is_offered_twice(work):
    start_report("twice", "Income was $3,123 in May. Without the fire it rose by 3% to $3,123.")
    first = dict(passage="Income was $3,123 in May", number="$3,123", unit="dollars")
    second = dict(passage="Without the fire it rose by 3% to $3,123", number="3%", unit="%")
    for row in (first, second):
        save_claim("twice", **row, speaker="the shop")
    assert claim_bench("twice").view.count('aria-label="Take: $3,123"') == 1


# --- amounts


@pytest.mark.parametrize(
    "phrase, value",
    [("$(364)", -364), ("$(2.0 million)", -2_000_000), ("£(1,200)", -1200), ("$(0.19)", -0.19)],
)
def test_a_loss_in_brackets_is_below_zero(phrase, value):
    made = parse_phrase(phrase).interval
    assert (made.low, made.high) == (value, value)


@pytest.mark.parametrize(
    "text, factor",
    [
        ("Results (amounts in thousands, except per share)", 1000),
        ("(in millions)", 1_000_000),
        ("In thousands of euros", 1000),
        ("Figures are stated in US$ millions", 1_000_000),
        ("People came in thousands.", None),
    ],
)
def test_where_a_text_prints_its_amounts_in_thousands(text, factor):
    assert getattr(scale_of([text]), "factor", None) == factor


@pytest.fixture
def shop(work):
    start_report("shop", "Results (amounts in thousands)\n\nIncome was $3,123. It rose by 12%.")
    panel = claim_bench("shop")
    row = dict(passage="Income was $3,123", number="$3,123", unit="dollars", speaker="the shop")
    panel.values = {**panel.values, **row}
    return panel


def test_an_amount_in_thousands_is_asked_about(shop):
    assert "The text says “amounts in thousands”. Is “$3,123” one of these" in shop.says
    assert press(shop, "Save the row").startswith("Not saved. The text says")
    assert press(shop, "Yes: 3,123,000").startswith("Saved as C01")
    number = open_report("shop").numbers.iloc[0]
    assert (number["low"], number["high"], number["words"]) == (3_123_000, 3_123_000, "$3,123")
    says = "as the reader chose: the text says “amounts in thousands”, and this is one of these"
    assert open_report("shop").marks()[0].reading == f"{says} amounts"
    assert "was typed" not in repr(open_report("shop").gates())


def test_an_amount_that_is_none_of_those_is_not_asked_again(shop):
    press(shop, "No: 3,123")
    assert press(shop, "Save the row").startswith("Saved as C01")
    assert open_report("shop").numbers.iloc[0]["low"] == 3123


def test_a_share_is_no_amount_in_thousands(shop):
    row = dict(passage="It rose by 12%", number="12%", unit="%")
    shop.values = {**shop.values, **row}
    assert "one of these amounts" not in shop.says


# --- the bench, and beside the gates


def test_a_further_number_of_a_claim_is_told_and_can_be_changed(work):
    start_report("cup", "They won by four wickets and lost three men.")
    panel = claim_bench("cup")
    both = dict(passage="They won by four wickets and lost three men", speaker="the paper")
    first = dict(number="four wickets", unit="wickets", topic="score")
    panel.values = {**panel.values, **both, **first}
    press(panel, "Save the row")
    second = dict(number="three men", unit="men", topic="people")
    panel.values = {**panel.values, **both, **second}
    told = press(panel, "Save the row")
    assert "“three men” becomes a further number of it" in told
    assert "the topic of C01 changes from “score” to “people”" in told
    assert press(panel, "Show more") if "Show more" in panel.view else True
    found = re.search(r'data-sets="([^"]*)" data-key="edit C01, three men"', panel.view)
    panel.values = {**panel.values, **json.loads(found[1].replace("&#34;", '"'))}
    assert panel.values["number"] == "three men" and panel.values["unit"] == "men"


def test_a_passage_that_holds_a_number_leads_to_its_step(work):
    start_report("fish", "The boats brought 64 tons of fish, said Ona Lund, and it rained.")
    panel = claim_bench("fish")
    panel.values = {**panel.values, "passage": "The boats brought 64 tons of fish"}
    assert ">Take “64 tons of fish”<" in panel.view and "take it at step" not in panel.view
    row = dict(step="2 who says what", speaker="Lund", sourcing="named", topic="fish", kind="event")
    panel.values = {**panel.values, **row}
    press(panel, "Next step")
    assert panel.values["step"] == "3 what it counts"
    assert "it holds “64 tons of fish”: take it at step 1" in panel.view
    field = next(control for control in panel.controls if control.id == "number")
    assert "64 tons of fish" in field.options
    panel.values = {**panel.values, "number": "64 tons of fish"}
    assert "take it at step" not in panel.view


def test_more_is_offered_without_leaving_anything_out(work):
    start_report("many", "\n\n".join(f"Then {n} boats came in." for n in range(20, 32)))
    panel = claim_bench("many")
    assert panel.view.count('aria-label="Take:') == 3
    press(panel, "Show more of them")
    assert panel.view.count('aria-label="Take:') == 12 and "left out:" not in panel.view


def test_ends_of_words_that_cannot_be_read_are_the_readers(work):
    start_report("fair", "A bakers’ dozen came.")
    row = dict(passage="A bakers’ dozen came", number="A bakers’ dozen", unit="guests")
    save_claim("fair", **row, speaker="Lund", low=13, high=13)
    report = open_report("fair")
    typed = "as typed by the reader; the program cannot read the words"
    assert report.marks()[0].reading == typed
    assert "Drawn as typed by the reader" in charts.intervals(report).says
    assert typed in page_of(report)


@pytest.fixture
def vote(work):
    start_report("vote", "The council has 31 members. Then 5 people left. It owes at least £300.")
    scope = dict(speaker="Rowe", sourcing="named", place="hall", status="there")
    for words in ("31 members", "5 people"):
        one = words.split()[1]
        row = dict(passage=words, number=words, population=one, unit="persons")
        save_claim("vote", **row, **scope)
    owes = dict(passage="at least £300", number="at least £300", unit="pounds", population="debt")
    save_claim("vote", **owes, **scope, low=300, high=300)
    return four_gates("vote")


def test_a_gate_that_waits_for_a_word_is_answered_beside_it(vote):
    assert "Which of them holds?" in vote.view
    assert "has now what its words say" in press(vote, "Take what the words say")
    number = open_report("vote").numbers.loc["N03"]
    assert number["hedge"] == "at least" and number["high"] != number["high"]
    assert "“members” is now written in N02" in press(vote, "Yes: write “members”")
    assert set(open_report("vote").numbers["population"]) == {"members", "debt"}
    assert press(vote, "Undo the last answer").startswith("The last answer is undone.")
    assert "people" in set(open_report("vote").numbers["population"])
    assert "stay apart" in press(vote, "No, they differ")
    assert "mean the same" not in repr(open_report("vote").gates())


def test_a_stale_button_does_nothing(vote):
    old = re.search(r'data-sets="([^"]*)"[^>]*>Keep', vote.view)[1].replace("&#34;", '"')
    press(vote, "Take what the words say")
    vote.values = {**vote.values, **json.loads(old)}
    assert "was typed" not in repr(open_report("vote").gates())


PROFIT = dict(unit="pounds", population="the profit", place="", status="", sourcing="named")


def test_what_is_blank_for_good_reason_may_stay_so(work):
    start_report("shop", "The profit was £300 in May. In June it was £400. In July it was £500.")
    for words in ("£300", "£400"):
        save_claim("shop", passage=words, number=words, speaker="Rowe", **PROFIT)
    panel = four_gates("shop")
    asked = "Nobody has said so: where and doing what: C01 (“£300”, paragraph 1), C02"
    assert "Missing: are these boxes blank because they do not apply" in panel.view
    assert asked in panel.view
    assert "In the Claim bench" not in page_of(open_report("shop"))
    assert "What is blank stays so. 1 of the 4 gates waits." in press(panel, "They stay blank")
    passed = "2 numbers on 2 axes, none of mixed scope; what is blank stays so, and shares no axis"
    assert f"Passed: {passed}: C01 (“£300”, paragraph 1), C02" in panel.view
    assert "They stay blank" not in panel.view and "They stay blank" not in four_gates("shop").view
    save_claim("shop", passage="£500", number="£500", speaker="Rowe", **PROFIT)
    assert "Nobody has said so: where and doing what: C03 (“£500”, para" in four_gates("shop").view


def test_the_gate_of_speakers_names_each_of_them_once(work):
    start_report("court", "Rowe counted 31 boats, 5 ships and 9 crews. Lund counted 8 boats.")
    for words in ("31 boats", "5 ships", "9 crews", "8 boats"):
        who = "Lund" if words == "8 boats" else "Rowe"
        save_claim("court", passage=words, number=words, unit=words.split()[1], speaker=who)
    said = repr(open_report("court").gates())
    assert "Nobody has said so for Rowe (C01, C02, C03); Lund (C04). In the Claim bench" in said
    assert "press Change beside one row of each speaker and choose" in said


def test_one_account_says_how_another_comes_in(vote):
    panel = two_accounts(open_report("vote"))
    assert "“Account: whose side”" in panel.says


def test_the_page_says_each_thing_once_and_joins_paragraphs(work):
    start_report("long", "\n\n".join(["At least 140 people came."] + ["Then it rained."] * 8))
    save_claim("long", passage="At least 140 people came", number="140 people" * 0, speaker="Lund")
    add_row(
        "long", "numbers", **{"from": "C01"}, words="At least 140 people", low=140, unit="people"
    )
    page = page_of(open_report("long"))
    assert "No claim was made of paragraphs 2 to 9." in page
    assert page.count(charts.counts(open_report("long")).says) == 1


# --- files


@pytest.mark.parametrize(
    "text",
    ["$34,920", "$(364)", "($5)", "(82)", "€5", "$ 1,200", "May 5", "May 2020", "7pm", "7 pm"]
    + ["TRUE", "wahr", "1:2", ".5", "+49", "17%", "5 May"],
)
def test_a_spreadsheet_gives_back_what_stands_in_a_cell(text):
    assert kept(text) == f"'{text}" and meant(kept(text)) == text


def test_a_text_and_an_id_get_no_apostrophe():
    for text in ("Mesa", "C01", "zapad21", "$5 a day", "section by section", "true love"):
        assert kept(text) == text


def test_lines_of_a_narrow_column_are_put_together():
    lines = ["The water at the northern", "quay rose by about 40", "centimetres on Monday, said"]
    lines += ["the master of the harbour,", "and 140 people stayed for", "the night in a hall."]
    assert paragraphs("\n".join(lines)) == [" ".join(lines)]


def test_entries_of_a_table_without_marks_stay_rows():
    text = "These are the quays where the boats of the island are\ncounted every day at noon.\n"
    text += "Northern quay 140\nSouthern quay 1,025*\nTotal 1,165\nThe boats were counted from the"
    text += "\nshore and not from the water."
    assert paragraphs(text)[1:4] == ["Northern quay 140", "Southern quay 1,025*", "Total 1,165"]


def test_a_word_that_a_line_breaks_is_told():
    lines = ["They were all accom-", "modated in the admin\u2010", "istration. The administration"]
    made = taken(
        "a.pdf", pdf([line.replace("\u2010", "-") for line in lines] + ["was full of them."])
    )
    assert "does the hyphen belong to the word? “accom-modated”." in " ".join(made.notes)
    whole = (
        "They were all accom-modated in the administration. The administration was full of them."
    )
    assert paragraphs("\n".join([*lines, "was full of them."])) == [whole]


def test_rows_of_a_table_are_no_header_of_a_page():
    pages = [
        ["Harbour bulletin", f"Quay {n} had {n * n * 7} boats", "It rained.", f"Page {n} of 3"]
        for n in (1, 2, 3)
    ]
    made = taken("a.pdf", pdf(*pages))
    assert "Quay 2 had 28 boats" in made.text and "Quay 3 had 63 boats" in made.text
    assert "Page 2" not in made.text and "Harbour bulletin" not in made.text


FALLEN = "The pumps of the northern quay have failed for the third time in"


def test_the_head_of_a_page_and_the_edge_between_two_part_no_sentence():
    head = [
        "Office for the Coordination of Harbours",
        "Losonia Building, Quay 7",
        "www.quay.example",
    ]
    first = [*head, "1", "The water rose on Monday and the ferry could not leave the", FALLEN]
    second = [
        *head,
        "2",
        "a year, so the board said on Monday that it would buy others and",
        "wait.",
    ]
    made = taken("a.pdf", pdf(first, second)).text
    assert f"{FALLEN} a year, so the board" in made
    assert "Losonia" not in made and "\n1\n" not in made


def test_a_heading_that_ends_in_a_small_word_goes_on_in_the_next_line():
    lines = ["UPDATE ON THE WATER OF THE HARBOUR IN", "ORA", "", "No. 12", "Monday"]
    assert paragraphs("\n".join(lines)) == [" ".join(lines[:2]), "No. 12", "Monday"]


def test_odd_letters_are_shown_without_the_marks_round_them():
    note = " ".join(taken("a.txt", "It cost ‘£22million’, they said.".encode("cp1252")).notes)
    assert note.endswith("Look whether these are right: £22million")


def test_marks_of_lists_and_headings_of_a_page_stay_apart():
    lines = [
        "o Wards with a case 28 +1",
        "o Wards without 26 0",
        "The nurses said on Monday that they had counted each of the wards that",
        "the hospital has, and that none of them had been left out of the list.",
        "Ongoing work",
        "The board has asked for two more tents, and the town has sent them by",
        "boat to the northern quay, where the crew of the ferry put them up on",
        "the same day.",
    ]
    made = paragraphs(taken("a.pdf", pdf(lines)).text)
    assert made[:2] == ["◦ Wards with a case 28 +1", "◦ Wards without 26 0"]
    assert made[2:] == [" ".join(lines[2:4]), "Ongoing work", " ".join(lines[5:])]


def test_a_row_has_its_name_again_that_its_cell_breaks():
    lines = ["Country Cases Deaths CFR", "Republic of the", "Congo", "808 192 - 23.8%"]
    lines += [
        "Uganda 19 2 1 15.0%",
        "The Republic of the Congo and Uganda sent these figures on the",
    ]
    lines += ["first day of the week to the office of the harbours, which sent", "them on."]
    made = paragraphs(taken("a.pdf", pdf(lines)).text)
    assert made[:2] == ["Country Cases Deaths CFR", "Republic of the Congo 808 192 - 23.8%"]
    assert made[2] == "Uganda 19 2 1 15.0%"


def test_an_item_of_a_list_goes_on_over_its_breaks():
    page = "<ul><li>Income<br><sup>1</sup><br>rose 12%</li><li>Debt fell</li></ul>"
    made = taken("a.html", page.encode()).text
    assert paragraphs(made) == ["• Income ¹ rose 12%", "• Debt fell"]
