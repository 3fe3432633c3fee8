"""The page to hand on: one file, offline, with all that a report holds, whatever it says."""

import re
from html import unescape

import pytest
from closereading import answers, charts, save_claim, start_report, unexplained
from closereading.data.asked import FIRMLY, part
from closereading.data.own import add_row
from closereading.data.report import open_report
from closereading.data.typed_ends import not_kept
from closereading.reading.pairs import verdict
from closereading.widgets.hand_on import as_the_text, file_to_hand_on, hand_on, page_of
from test_bench import User


@pytest.fixture
def quay(work):
    start_report(
        "quay",
        "At least 140 waited, said Ona Lund. Others spoke of <b>90</b> to 110.\n\nIt rained.",
        title="No ferry & no <bridge>",
        published="2026-05-05",
    )
    scope = dict(unit="people", population="people", place="quay", status="waiting", topic="crowd")
    save_claim(
        "quay", passage="At least 140 waited", speaker="Ona Lund", number="At least 140", **scope
    )
    save_claim("quay", passage="Others spoke", speaker="no stated source", topic="crowd")
    add_row("quay", "pairs", first="C01", second="C02", relation="clash", why="One counts more.")
    card = dict(known_on="2026-05-04", publisher="The Office", url="https://example.org/a?b=1&c=2")
    add_row("quay", "traces", claim="C01", card=add_row("quay", "sources", **card))
    return work / "quay"


def test_the_page_holds_what_the_report_holds(quay):
    answers.save("keep", "09.w", ["What holds is the count of Ona Lund.", "Who the others were."])
    page = page_of(open_report("quay"))
    for words in (
        "No ferry &amp; no &lt;bridge&gt;",
        "Published 5 May 2026",
        '<mark><a href="#C01">At least 140 waited</a></mark>',
        '<tr id="C01">',
        "“At least 140”: at least 140 people",
        "One counts more.",
        "https://example.org/a?b=1&amp;c=2",
        "What holds is the count of Ona Lund.",
        "Who the others were.",
        "No source is stated for C02.",
        "Only 1 of 2 claims was looked for in another source.",
        "No claim was made of paragraph 2.",
        "&lt;b&gt;90&lt;/b&gt;",
    ):
        assert words in page, words
    assert page.count("data:image/png;base64,") >= 2 and "data-at=" in page
    still_open = page.split('<section id="open">')[1].split("</section>")[0]
    assert "Passed" not in still_open and page.count("Missing:") == still_open.count("Missing:")
    assert page.count('<span class="no">Missing') + page.count('<span class="yes">Passed') == 4


def test_the_page_fetches_nothing(quay):
    page = page_of(open_report("quay"))
    fetched = re.findall(r'(?:src|href)="([^"]*)"|url\(([^)]*)\)|@import', page)
    outside = [a or b for a, b in fetched if not (a or b).startswith(("#", "data:image/png"))]
    assert outside == ["https://example.org/a?b=1&amp;c=2"]  # a link that a reader may follow
    assert "<link" not in page and "fetch(" not in page


def test_the_file_lies_in_the_folder_and_is_no_text_of_it(quay):
    made = file_to_hand_on("quay")
    assert made["name"] == "quay-to-hand-on.html" and "in your downloads" in made["says"]
    assert (quay / made["name"]).read_text(encoding="utf-8") == made["text"]
    (quay / "text.txt").rename(quay / "report.txt")
    assert len(open_report("quay").claims) == 2
    assert file_to_hand_on("nothing")["says"].startswith("There is no report")
    assert hand_on("quay").label == "Make the page to hand on"


def test_every_report_makes_a_page(any_report):
    page = page_of(any_report)
    assert page.count('<tr id="') == len(any_report.claims)
    for key in any_report.claims.index:
        assert f'href="#{key}"' in page or any_report.folder.name == "union-resolve"


TYPED = dict(passage="at least £300,000", number="at least £300,000", unit="pounds")


def test_ends_that_were_typed_are_nowhere_called_printed(work):
    start_report("sum", "The sum is at least £300,000, said Ona Lund.")
    save_claim("sum", **TYPED, speaker="Ona Lund", sourcing="named", low=300000, high="300000")
    report = open_report("sum")
    assert report.marks()[0].reading == "as typed by the reader; the words say at least 300,000"
    assert "the words say at least 300,000, and 300,000 was typed" in repr(report.gates())
    page = page_of(report)
    assert "300,000 pounds (as typed by the reader; the words say at least 300,000)" in page
    told = (
        "Drawn as typed by the reader, and not as the program reads the words: “at least £300,000”."
    )
    assert told in page


def test_ends_that_say_what_the_words_say_are_printed(work):
    start_report("sum", "The sum is at least £300,000, said Ona Lund.")
    save_claim("sum", **TYPED, speaker="Ona Lund", sourcing="named", low="at least 300,000")
    report = open_report("sum")
    assert report.marks()[0].reading == "lower end as printed; above it nothing is printed"
    assert "was typed" not in repr(report.gates())


@pytest.mark.parametrize(
    "words, unit, told",
    [
        ("within 30 days", "day", "within 30 days”: up to 30 days"),
        ("1 day", "days", "1 day”: 1 day<"),
        ("12 per cent", "%", "12 per cent”: 12 per cent<"),
        ("12 boats", "boats", "12 boats”: 12 boats<"),
    ],
)
def test_a_number_is_told_with_its_unit_and_a_duration_is_no_date(work, words, unit, told):
    start_report("term", f"It must be paid {words}, said Ona Lund.")
    passage = f"It must be paid {words}"
    ends = dict(high=30) if words.startswith("within") else {}
    save_claim("term", passage=passage, speaker="Ona Lund", number=words, unit=unit, **ends)
    page = page_of(open_report("term"))
    assert told in page and "1970" not in page


@pytest.mark.parametrize(
    "one, other, words, ours, why",
    [
        ("up to £75,000", "£48,000", "not yet also kept not yet", "", "up to 75,000 allows 48,000"),
        ("£40,000 to £50,000", "£45,000 to £60,000", "not yet also kept not yet", "", "in common"),
        ("£48,000", "£48,000", "not yet not yet right not yet", "agree", "Computed"),
        ("£48,000", "under £48,000", "right not yet not yet not yet", "clash", "Computed"),
    ],
)
def test_ranges_that_merely_meet_do_not_agree(work, one, other, words, ours, why):
    start_report("cost", f"It costs {one}, said Rowe. It costs {other}, Asher replied.")
    scope = dict(unit="pounds", population="the cost", place="the hall", status="planned")
    save_claim("cost", passage=f"It costs {one}, said", speaker="Rowe", number=one, **scope)
    save_claim("cost", passage=f"It costs {other}, Asher", speaker="Asher", number=other, **scope)
    relations = ("clash", "differ but can both be true", "agree", "answer different questions")
    report = open_report("cost")
    report.complete = True  # of a learner's own, nothing of ours is said
    found = [verdict(report, "C01", "C02", relation) for relation in relations]
    assert " ".join(one.word for one in found) == words
    assert {one.ours for one in found} == {ours} and all(why in one.why for one in found)


def test_ranges_and_open_ends_are_drawn_before_exact_numbers(work):
    words = ["31 members", "27 chairs", "four hours", "£1.8m to £2.4m", "over 60 miles", "5 boats"]
    start_report("vote", "\n\n".join(f"It was {one} then." for one in words))
    for one in words:
        unit = one.split()[-1] if "£" not in one else "pounds"
        row = dict(passage=f"It was {one}", speaker="Rowe", number=one, unit=unit, population=unit)
        save_claim("vote", **row)
    report = open_report("vote")
    says = charts.intervals(report, alone=3).says
    assert "3 are drawn, ranges and open ends first; not drawn: “27 chairs”" in says
    assert "£" not in says and "miles" not in says and "members" not in says
    one = charts.intervals(report, alone=1).says
    assert "1 is drawn" in one and "“over 60 miles”" in one and "£" not in one
    assert "drawn" not in charts.intervals(report).says


def test_what_is_not_drawn_is_counted_and_a_table_that_is_mostly_empty_says_what_it_holds(work):
    start_report("vote", "Rowe saw 40 members. Asher saw dozens of members. Lund saw a few chairs.")
    for who, words in (("Rowe", "40 members"), ("Asher", "dozens of members")):
        row = dict(passage=words, number=words, unit="members", topic=words)
        save_claim("vote", speaker=who, **row)
    save_claim("vote", passage="Lund saw", speaker="Lund", topic="chairs")
    report = open_report("vote")
    drawn = charts.intervals(report)
    assert "“dozens of members”" in drawn.says
    table = charts.accounts(report)
    assert table.title == "3 of 9 cells hold a claim" and "– means: no row yet." in table.says
    written = [text.get_text() for ax in table.figure.axes for text in ax.texts]
    assert written.count("–") == 6 and "no row\nyet" not in written
    assert unexplained(table, report) == []
    page = page_of(report)
    assert "No claim was looked for in another source." in page


def test_the_page_names_the_numbers_that_no_row_holds_and_what_a_number_counts(work):
    start_report("cars", "The county counted 900 cars.\n\nThen 40 boats and 12 carts came.")
    scope = dict(speaker="Rowe", unit="cars", population="cars", place="county", status="sold")
    save_claim("cars", passage="900 cars", number="900 cars", period="last year", **scope)
    page = page_of(open_report("cars"))
    assert "program finds them: paragraph 2 “40 boats”, “12 carts”." in page
    assert "cars · sold · county · last year</span>" in page
    for words in ("40 boats", "12 carts"):
        save_claim("cars", passage=words, number=words, speaker="Rowe", unit=words[3:])
    assert "without a row" not in page_of(open_report("cars"))


@pytest.mark.parametrize(
    "words, read",
    [
        ("almost 6 per cent", "a little under 6 per cent"),
        ("just over 6 per cent", "a little over 6 per cent"),
        ("well under 6 per cent", "far under 6 per cent"),
        ("under 6 per cent", "under 6 per cent"),
        ("at least 6 per cent", "at least 6 per cent"),
    ],
)
def test_a_number_is_read_as_near_as_its_words_say(work, words, read):
    start_report("rise", f"It rose by {words}.")
    row = dict(passage=f"by {words}", number=words, unit="%", speaker="no stated source")
    save_claim("rise", **row)
    assert f"“{words}”: {read}<" in page_of(open_report("rise"))


def test_a_number_in_another_unit_than_its_words_is_told_with_both(work):
    start_report("quay", "It took three hours and 23 minutes.")
    words = "three hours and 23 minutes"
    row = dict(passage=words, number=words, speaker="no stated source")
    save_claim("quay", **row, low="203", high="203", unit="minutes")
    page = unescape(page_of(open_report("quay")))
    assert "203 minutes (as the reader chose, in minutes; the words say 3.383 hours)" in page
    save_claim("quay", **row, low="200", high="200", unit="minutes")
    page = unescape(page_of(open_report("quay")))
    assert "200 minutes (as typed by the reader; the words say 3.383 hours)" in page


# --- whose reading it is: the speaker, how firmly, which figure, in which scale

TIDE = (
    "The tide fell, said Ona Lund. “It could come back.\n\n“We lost 40 boats.” Per Asher saw 9 of"
    " them.\n\nLund would not say where they are. The council was asked."
)


@pytest.fixture
def tide(work):
    start_report("tide", TIDE)
    return "tide"


def _cell(name, key, column=1):
    """str: a cell of a claim on the page: 0 its words, 1 who says it, 3 its numbers."""
    page = unescape(page_of(open_report(name)))
    row = page.split(f'<tr id="{key}">')[1].split("</tr>")[0]
    return re.findall(r"<td>(.*?)</td>", row)[column]


@pytest.mark.parametrize(
    "passage, speaker, says",
    [
        ("The tide fell", "Ona Lund", ""),
        ("would not say where they are", "Ona Lund", ""),
        ("It could come back", "Ona Lund", "not named in this sentence, but in paragraph 1"),
        ("We lost 40 boats", "Ona Lund", "not named in this sentence, but in paragraph 1"),
        ("was asked", "the Town Council", ""),
        ("We lost 40 boats", "the company", "the text does not print this name"),
        ("We lost 40 boats", "no stated source", ""),
    ],
)
def test_the_page_says_where_the_sentence_does_not_name_the_speaker(tide, passage, speaker, says):
    save_claim(tide, passage=passage, speaker=speaker)
    told = re.findall(r"<br>.*>(.*): who speaks is the reader’s reading<", _cell(tide, "C01"))
    assert told == [says] * bool(says)


def test_a_last_name_that_two_speakers_have_names_neither(tide):
    save_claim(tide, passage="would not say where they are", speaker="Ona Lund")
    assert "who speaks is" not in _cell(tide, "C01")
    save_claim(tide, passage="saw 9 of them", speaker="Per Lund")
    assert "but in paragraph 1: who speaks is" in _cell(tide, "C01")


def test_how_firmly_a_reader_says_that_it_is_put_stands_beside_the_programs_reading(tide):
    quote = "It could come back"
    save_claim(tide, passage=quote, speaker="Ona Lund")
    assert "How firmly" not in _cell(tide, "C01", 0)
    part(open_report(tide).folder, FIRMLY, quote, "flat")
    says = "How firmly: ▮▮▮▮▮ put firmly in the reader’s reading; ▮▯▯▯▯ “could” in the program’s"
    assert says in _cell(tide, "C01", 0)
    part(open_report(tide).folder, FIRMLY, quote, "could")  # as the program reads it
    assert "How firmly" not in _cell(tide, "C01", 0)


LOSSES = "Results (amounts in thousands)\n\nThe result was (290,168). Rent was 3,123 and 8,6 less."


@pytest.fixture
def losses(work):
    start_report("losses", LOSSES)
    return User("losses")


def test_a_figure_in_brackets_that_was_chosen_is_asked_for_its_scale_and_shown_with_it(losses):
    row = dict(passage="The result was (290,168)", number="(290,168)", unit="dollars")
    losses.set(**row, speaker="the shop", population="result", place="shop", status="made")
    losses.press("ask", same="no")
    assert "“amounts in thousands”. Is “(290,168)” one of these amounts" in losses.says
    assert "so that it means -290,168,000?" in losses.says
    losses.press("ask", same="yes")
    losses.press("save")
    report = open_report("losses")
    assert list(report.numbers["low"]) == [-290_168_000]
    told = _cell("losses", "C01", 3)
    assert told.startswith("<div>“(290,168)” (in thousands): -290,168,000 dollars (as the reader")
    assert "which number it is: 290,168 or −290,168)" in told and "typed" not in told
    assert "number: (290,168) (in thousands)" in losses.panel.view
    picture = charts.intervals(report)
    assert "“(290,168)” (in thousands)" in " ".join(
        text.get_text() for ax in picture.figure.axes for text in ax.texts
    )
    assert unexplained(picture, report) == []
    assert "Drawn as the reader chose: “(290,168)” (in thousands)." in picture.says
    assert not_kept(report) == {}


def test_a_figure_that_was_chosen_and_stands_in_no_scale_is_told_so(losses):
    losses.set(passage="8,6 less", number="8,6", unit="boats", speaker="the shop")
    losses.press("ask", same="yes")
    losses.press("save")
    told = _cell("losses", "C01", 3)
    assert "8.6 boats (as the reader chose: its signs alone do not say which number" in told


def test_what_the_page_draws_stands_in_the_order_of_the_text(work):
    start_report("order", "Rowe saw 9 boats.\n\nAsher saw 8 boats.\n\nRowe saw 7 boats.")
    rows = (("7 boats", "Rowe"), ("8 boats", "Asher"), ("9 boats", "Rowe"))
    for words, who in rows:
        save_claim("order", passage=words, number=words, unit="boats", speaker=who, topic="boats")
    report = as_the_text(open_report("order"))
    assert list(report.claims["paragraph"]) == [1, 2, 3]
    assert list(report.numbers["words"]) == ["9 boats", "8 boats", "7 boats"]
    marks = charts.counts(report).marks
    assert [mark.ids for mark in marks] == [("C03", "C01"), ("C02",)]
    page = page_of(open_report("order"))
    assert re.findall(r'<tr id="(C\d+)">', page) == ["C03", "C02", "C01"]
    assert list(open_report("order").claims["paragraph"]) == [3, 2, 1]


def test_without_a_topic_the_page_asks_for_topics_and_draws_no_table_of_them(work):
    start_report("no-topic", "Rowe saw 9 boats.\n\nAsher saw 8 boats.")
    for words, who in (("9 boats", "Rowe"), ("8 boats", "Asher")):
        save_claim("no-topic", passage=words, speaker=who)
    drawn = charts.accounts(open_report("no-topic"))
    assert drawn.figure is None and "No claim has a topic yet" in drawn.says
    page = page_of(open_report("no-topic"))
    assert "cells are empty" not in page and "No topic is given for C01, C02." in page
    save_claim("no-topic", passage="8 boats", speaker="Asher", topic="boats")
    assert charts.accounts(open_report("no-topic")).figure is not None


@pytest.mark.parametrize(
    "words, unit",
    [("41 of 48 points", "points"), ("12 of the 47 passengers", "passengers")],
)
def test_the_whole_of_which_a_number_is_a_part_is_no_unit(work, words, unit):
    start_report("whole", f"Rowe has {words} so far.")
    user = User("whole")
    user.set(passage=words, speaker="Rowe")
    user.press("count", words=words)
    assert user.panel.values["unit"] == unit
