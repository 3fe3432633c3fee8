"""What panels, charts and the page say of a reader's own rows is so: their times, whose reading it
is, what is drawn, what is left out.
"""

from html import unescape

import pytest
from closereading import charts, marks, unexplained
from closereading.data.asked import FIRMLY, part
from closereading.data.claim_audit import time_of
from closereading.data.gates import keep_blank
from closereading.data.own import add_row, start_report
from closereading.data.report import open_report
from closereading.reading.accounts import ready_pairs, said_by_side, sides
from closereading.reading.four_questions import NO, ONLY_YOU, UNSAID, YES, same_scope
from closereading.show.tables import audit_html
from closereading.widgets.claim_files import save_claim
from closereading.widgets.finds import Finds
from closereading.widgets.hand_on import page_of
from closereading.widgets.quotes import quote_of
from closereading.widgets.two_bearing import bearing
from closereading.widgets.two_related import AWAY, State, related
from test_two_accounts import text_of

DAY = "the same day"
CASES = (
    "From 30 May 2023 through 2 June 2023, 31 hens fell ill, the vet said.\n\n"
    "The farm spoke of 52 hens.\n\nThe council counted 77 hens."
)
HENS = dict(unit="hens", population="hens", place="the farm", status="ill")
SHOWN = State(("yes",) * 4, "clash", True, False)


def _hens(work, first, second, text=CASES):
    """Report with two numbers. first, second: what their rows say of their time."""
    start_report("hens", text, published="2023-07-01")
    row = dict(passage="31 hens fell ill", number="31 hens", speaker="the vet", topic="hens")
    save_claim("hens", **row, **HENS, **first)
    row = dict(passage="52 hens", number="52 hens", speaker="the farm", topic="hens")
    save_claim("hens", **row, **HENS, **second)
    return open_report("hens")


# --- the same day


@pytest.mark.parametrize(
    "first, second, answer",
    [
        ({}, dict(counted_on="2023-06-20"), NO),  # the first prints its time
        ({}, dict(counted_on="2023-06-01"), ONLY_YOU),  # a day inside a period
        (dict(period="2 June 2023"), dict(counted_on="2023-06-02"), YES),
        (dict(period="on June 2, 2023"), dict(counted_on="2023-06-02"), YES),
        (dict(period="the first heat"), dict(counted_on="2023-06-02"), ONLY_YOU),
        (dict(period="the first heat"), dict(period="the second heat"), ONLY_YOU),
        (dict(period="in 2022"), dict(period="2023"), NO),
        (dict(period="in May 2023"), dict(counted_on="2023-06-02"), NO),
        (dict(period="Q2 2023"), dict(counted_on="2023-07-01"), ONLY_YOU),  # whose quarter?
        (dict(period="between 1 and 9 May 2023"), dict(counted_on="2023-06-02"), ONLY_YOU),
        (dict(period="since 1 May 2023"), dict(counted_on="2023-06-02"), ONLY_YOU),
        (dict(period="the heat"), dict(period="the heat", counted_on="2023-06-02"), YES),
        (dict(counted_on="2023-06-02"), dict(counted_on="2023-06-02"), YES),
        (dict(counted_on="2023-06-02"), dict(counted_on="2023-06-03"), NO),
        (dict(period="the heat"), {}, UNSAID),
    ],
)
def test_all_that_a_row_says_of_its_time_answers_whether_it_is_the_same(
    work, first, second, answer
):
    assert same_scope(_hens(work, first, second), "C01", "C02")[DAY][0] == answer


def test_where_nobody_says_a_time_the_rows_do_not_say(work):
    report = _hens(work, {}, {}, CASES.replace("From 30 May 2023 through 2 June 2023, ", ""))
    assert same_scope(report, "C01", "C02")[DAY] == (UNSAID, "", "")


def test_the_panel_and_the_page_tell_the_two_times(work):
    report = _hens(work, {}, dict(counted_on="2023-06-20"))
    add_row("hens", "pairs", first="C01", second="C02", relation="clash", why="Two counts.")
    panel = str(related(report, ("C01", "C02"), SHOWN, Finds(report, sides(report))))
    told = "<strong>no</strong>: From 30 May 2023 through 2 June 2023 ↔ 20 June 2023"
    assert told in panel and AWAY not in panel
    page = unescape(page_of(open_report("hens")))
    assert "do not say whether" not in page


def test_times_that_the_program_cannot_compare_are_left_to_the_reader(work):
    report = _hens(work, dict(period="the first heat"), dict(counted_on="2023-06-20"))
    add_row("hens", "pairs", first="C01", second="C02", relation="clash", why="Two counts.")
    panel = str(related(report, ("C01", "C02"), SHOWN, Finds(report, sides(report))))
    assert "<strong>only you can say</strong>: the first heat ↔ 20 June 2023" in panel
    assert "your rows do not say" not in panel
    page = unescape(page_of(open_report("hens")))
    told = "one speaks of “the first heat”, the other of “20 June 2023”: whether it is the same day"
    assert told in page and "do not say whether" not in page


def test_numbers_that_share_no_axis_are_told_of_with_their_times(work):
    report = _hens(work, dict(period="the first heat"), dict(period="the second heat"))
    told = str(bearing(report, ("C01", "C02")))
    assert "only you can say whether it is the same day: “the first heat” and “the second" in told


def test_of_several_numbers_nothing_is_said_that_their_rows_deny(work):
    start_report("goals", "Two goals in 9 games, said Rowe. Ona Lund saw 4 cards in 7 games.")
    rows = (("Two goals", "Rowe"), ("9 games", "Rowe"), ("4 cards", "Lund"), ("7 games", "Lund"))
    whole = {"Rowe": "Two goals in 9 games", "Lund": "4 cards in 7 games"}
    for words, who in rows:
        unit = words.split()[1]
        row = dict(number=words, unit=unit, population=unit, place="Holm", status=f"of {who}")
        save_claim("goals", passage=whole[who], speaker=who, **row)
    report = open_report("goals")
    assert same_scope(report, "C01", "C02") == {}
    panel = str(related(report, ("C01", "C02"), SHOWN, Finds(report, sides(report))))
    assert "Your rows do not say what these two speak of" not in panel
    assert "of several numbers" in panel


# --- accounts to lay beside each other


def _trial(name, rows):
    """Report of two sides in court. rows: (passage, speaker, account, topic)."""
    start_report(name, "Rowe said one. Lund said two. Asher said three. Pell said four.")
    for passage, who, account, topic in rows:
        save_claim(name, passage=passage, speaker=who, account=account, topic=topic)
    return open_report(name)


def test_accounts_that_share_a_claim_are_no_pair(work):
    rows = (
        ("Rowe said one", "Rowe", "the mill", "water"),
        ("Lund said two", "Lund", "the mill", "water"),
        ("Asher said three", "Asher", "the village", "water"),
    )
    pairs = ready_pairs(_trial("mill", rows))
    assert [{side.name for side in two} for two in pairs][0] >= {"the village"}
    told = [[said_by_side(open_report("mill"), side) for side in two] for two in pairs]
    assert all(not (a & b) for a, b in told)


def test_an_account_is_no_pair_with_its_own_speaker_where_there_is_no_other(work):
    rows = (
        ("Rowe said one", "Rowe", "the mill", "water"),
        ("Lund said two", "Lund", "the mill", "rent"),
    )
    report = _trial("mill", rows)
    (pair,) = ready_pairs(report)
    assert {side.name for side in pair} == {"Rowe", "Lund"}


# --- how firmly


def _said(quote, code):
    """Quote of one claim that a reader reads as some code of the scale."""
    start_report("firm", "Rowe said the hens may have left. Lund: they were a bit tired.")
    save_claim("firm", passage=quote, speaker="Rowe", topic="hens")
    if code:
        part(open_report("firm").folder, FIRMLY, quote, code)
    return quote_of(open_report("firm"), "C01")


@pytest.mark.parametrize(
    "quote, code, told",
    [
        ("they were a bit tired", "", "put firmly"),
        ("they were a bit tired", "could", "could, as the reader reads it"),
        ("they were a bit tired", "believes", "believes, as the reader reads it"),
        ("the hens may have left", "", "“may”"),
        ("the hens may have left", "could", "“may”"),  # as the program reads it
        ("the hens may have left", "appears", "appears, as the reader reads it"),
        ("the hens may have left", "flat", "put firmly, as the reader reads it"),
    ],
)
def test_a_readers_reading_is_shown_as_theirs_and_as_no_word_of_the_text(work, quote, code, told):
    made = _said(quote, code)
    assert made.strength == told
    assert made.weak == (told != "put firmly")
    report = open_report("firm")
    panel = text_of(str(related(report, ("C01", "C01"), SHOWN, Finds(report, sides(report)))))
    assert told in " ".join(panel.split())


def test_the_page_puts_no_reading_of_the_reader_into_quotation_marks(work):
    _said("they were a bit tired", "could")
    page = unescape(page_of(open_report("firm")))
    assert "How firmly: ▮▯▯▯▯ could in the reader’s reading; ▮▮▮▮▮ put firmly in the" in page
    assert "“could”" not in page


# --- the page: what it leaves out, and whether its text is the one that was taken


def test_the_list_of_numbers_without_a_row_does_not_call_itself_complete(work):
    start_report("hens", "Rowe saw 40 hens and 12 ducks. Five were ill, none died.")
    save_claim("hens", passage="40 hens", number="40 hens", unit="hens", speaker="Rowe")
    page = unescape(page_of(open_report("hens")))
    assert (
        "Numbers without a row, as far as the program finds them: paragraph 1 “12 ducks”. It"
        " passes over some, such as small numbers in words (“five”, “twice”, “none”)." in page
    )


TAKEN = "Rowe saw 40 hens.\n\nSIDE STREET NEWS\n\nAsher saw 12.\n\nThen it rained.\n\nAll left."
MENDED = "Rowe saw 40 hens.\n\nAsher saw 12 hens.\n\nThen it rained.\n\nAll left."
OTHER = "A quite other text.\n\nIt was wrong.\n\nIt went.\n\nAway."


@pytest.mark.parametrize("with_a_row", [False, True])
def test_the_page_says_that_the_reader_corrected_the_text_and_by_how_much(work, with_a_row):
    start_report("hens", TAKEN)
    if with_a_row:
        save_claim("hens", passage="40 hens", number="40 hens", unit="hens", speaker="Rowe")
    assert "corrected" not in page_of(open_report("hens"))
    start_report("hens", MENDED)
    page = unescape(page_of(open_report("hens")))
    text = page.split('<section id="text">')[1].split('<div class="text">')[0]
    assert (
        "The reader corrected the text after it was taken: 1 of its 4 paragraphs is new or"
        " changed, and 2 of the 5 paragraphs as taken are left out or changed." in text
    )
    start_report("hens", TAKEN)
    assert "corrected" not in page_of(open_report("hens"))


def test_a_text_in_whose_place_another_one_was_put_is_not_called_corrected(work):
    start_report("hens", OTHER)
    start_report("hens", TAKEN)
    assert "corrected" not in page_of(open_report("hens"))
    start_report("hens", MENDED)
    assert "1 of its 4 paragraphs is new" in page_of(open_report("hens"))


def test_where_the_text_as_taken_cannot_be_read_the_page_still_says_that_it_was_corrected(work):
    start_report("hens", TAKEN)
    start_report("hens", MENDED)
    (work / "hens" / "set-aside" / "text.txt").write_bytes(b"")
    assert "The reader corrected the text after it was taken.</p>" in page_of(open_report("hens"))


# --- who says so


def test_the_squares_of_a_speaker_stand_in_the_order_of_the_text(work):
    start_report("hens", "Rowe saw 9. Rowe lost 8.\n\nRowe saw 7.\n\nRowe saw 6.")
    for words in ("Rowe saw 6", "Rowe lost 8", "Rowe saw 7", "Rowe saw 9"):
        save_claim("hens", passage=words, speaker="Rowe")
    drawn = charts.counts(open_report("hens"))
    assert [mark.ids for mark in drawn.marks] == [("C04", "C02", "C03", "C01")]
    texts = [text.get_text() for ax in drawn.figure.axes for text in ax.texts]
    assert [text for text in texts if text.isdigit()] == ["1", "1", "2", "3"]
    assert unexplained(drawn, open_report("hens")) == []


# --- the chart of numbers


def _lettered(drawn):
    """str: all lettering of a picture, on its axes and beside them."""
    texts = [*drawn.figure.texts, *(text for ax in drawn.figure.axes for text in ax.texts)]
    return " ".join(" ".join(text.get_text() for text in texts).split())


GAMES = "Rowe scored four times in three games. Lund had 2 to 5 cards, and Asher 9. Pell saw 7."
NOBODY = dict(speaker="no stated source")


def _games(*rows):
    """Report with some numbers. rows: dict of fields each."""
    start_report("games", GAMES, published="2023-11-20")
    for row in rows:
        save_claim("games", **NOBODY | row)
    return open_report("games")


TYPED_RANGE = dict(passage="four times", number="four times", low="3", high="4", unit="times")
TYPED_ONE = dict(passage="Asher 9", number="9", low="8", high="8", unit="cards")
RANGE = dict(passage="2 to 5 cards", number="2 to 5 cards", unit="cards")
EXACT = dict(passage="Pell saw 7", number="7", unit="cards")


@pytest.mark.parametrize(
    "rows, told",
    [
        ([RANGE], "Line with two caps: both ends are printed."),
        ([TYPED_RANGE], "Line with two caps: both ends are given by the reader."),
        ([RANGE, TYPED_RANGE], "Line with two caps: both ends are printed or given by the reader."),
        ([EXACT], "Dot: one number is printed."),
        ([TYPED_ONE], "Dot: one number is given by the reader."),
        ([EXACT, TYPED_ONE], "Dot: one number is printed or given by the reader."),
        (
            [EXACT | dict(low="at least 6")],
            "Arrow: only the capped end is given by the reader; its length means nothing.",
        ),
    ],
)
def test_the_caption_says_whose_ends_are_drawn(work, rows, told):
    drawn = charts.intervals(_games(*rows))
    assert told in _lettered(drawn)
    given = "given by the reader" in told
    assert ("not as the program reads the words" in drawn.says) == given
    assert "not as printed" not in drawn.says


def test_the_time_of_an_axis_is_told_at_it(work):
    ranged = RANGE | dict(population="cards", place="Holm", status="shown", period="in his youth")
    drawn = charts.intervals(_games(ranged, EXACT | dict(population="boats")))
    assert "Cards · shown · Holm · in his youth" in _lettered(drawn)
    assert unexplained(drawn, open_report("games")) == []


def test_a_time_that_only_some_numbers_of_an_axis_have_is_told_as_theirs(work):
    scope = dict(population="cards", place="Holm", status="shown")
    drawn = charts.intervals(_games(RANGE | scope | dict(period="in his youth"), EXACT | scope))
    told = _lettered(drawn)
    assert "Cards · shown · Holm “in his youth” is said of “2 to 5 cards” only." in told


def test_a_day_that_the_reader_typed_is_the_day_of_the_number(work):
    drawn = charts.intervals(_games(EXACT | dict(counted_on="2023-11-20")))
    assert "no stated source, 20 Nov" in _lettered(drawn)
    assert "in a report of" not in _lettered(drawn)


# --- the gate of scopes, and a stranger's row

SCOPED = dict(population="cards", place="Holm", status="shown", counted_on="2023-11-19")


def _gate(report):
    """str: the gate of scopes."""
    return str(report.gates().gates[2])


def test_the_gate_and_the_chart_count_the_same_numbers(work):
    start_report("girls", "Pell saw 7 cards. Rowe saw dozens of cards. Lund saw 9 boats.")
    for words, unit in (("7 cards", "cards"), ("dozens of cards", "cards"), ("9 boats", "boats")):
        row = dict(passage=words, number=words, unit=unit, **NOBODY)
        save_claim("girls", **row, **SCOPED | dict(population=unit))
    report = open_report("girls")
    assert charts.intervals(report).title == "2 of 3 numbers, and no two answer the same question"
    told = "2 of 3 numbers on 2 axes, none of mixed scope; no figure can be read from C02 (“dozens"
    assert _gate(report).startswith(f"Passed: {told} of cards”, paragraph 1), so no axis shows it.")


def test_words_without_a_figure_alone_make_no_axis(work):
    start_report("girls", "Rowe saw dozens of cards.")
    row = dict(passage="dozens of cards", number="dozens of cards", unit="cards", **NOBODY)
    save_claim("girls", **row, **SCOPED)
    told = "Passed: none of mixed scope; no figure can be read from C01 (“dozens of cards”, para"
    assert _gate(open_report("girls")).startswith(told)


def test_the_gate_names_every_number_with_a_blank_box_and_those_without_a_time(work):
    start_report("girls", "Pell, 35 years old, saw 7 cards in 1999. Lund saw 9 boats.")
    age = dict(passage="35 years", number="35 years", unit="years", population="Pell", status="age")
    cards = dict(passage="7 cards", number="7 cards", unit="cards")
    boats = dict(passage="9 boats", number="9 boats", unit="boats")
    save_claim("girls", **age, **NOBODY)
    save_claim("girls", **cards, **NOBODY, **SCOPED)
    save_claim("girls", **boats, **NOBODY, population="boats", place="Holm", status="moored")
    report = open_report("girls")
    assert "Nobody has said so: where: C01 (“35 years”, paragraph 1). No time" in _gate(report)
    times = "o time or day is said of C01 (“35 years”, paragraph 1), C03 (“9 boats”, paragraph 1)"
    assert f"N{times}, which is no fault. In the Claim bench" in _gate(report)
    keep_blank(report)
    told = _gate(open_report("girls"))
    assert told.startswith("Passed: 3 numbers on 3 axes, none of mixed scope; what is blank stays")
    assert told.endswith(f"; n{times}, which is no fault.")


@pytest.mark.parametrize(
    "when, told",
    [
        ({}, ""),
        (dict(period="in his youth"), "in his youth"),
        (dict(counted_on="2023-11-19"), "19 November 2023"),
        (
            dict(period="in his youth", counted_on="2023-11-19"),
            "in his youth · 19 November 2023",
        ),
    ],
)
def test_a_strangers_row_has_the_time_of_its_number(work, when, told):
    report = _games(EXACT | when)
    assert list(report.audit().numbers["time"]) == [told]
    assert ">time</th>" in str(audit_html(report.audit()))


def test_a_strangers_row_of_a_lesson_says_where_only_the_day_of_the_report_is_known(any_report):
    for key, row in any_report.numbers.iterrows():
        said = time_of(any_report, row)
        only = marks.number_mark(any_report, key).label.count("in a report of")
        assert said.count("in a report of") == only
