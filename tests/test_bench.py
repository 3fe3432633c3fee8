"""The claim bench as a reporter uses it: what it suggests, what is selected in the text, what is
asked, changed, deleted and undone; and how many actions a row takes.
"""

import json
import re
from html import unescape

import pytest
from closereading import charts, maps, quote_trace, save_claim, start_report, unexplained
from closereading.data.chosen import may_be
from closereading.data.own import add_row
from closereading.data.reference import contradict, parse_phrase, units, worth_a_row
from closereading.data.report import open_report
from closereading.reading.alike import alike
from closereading.reading.one_unit import times
from closereading.reading.pairs import suggested
from closereading.reading.paragraphs import paragraphs
from closereading.reading.scope import split_by_scope
from closereading.reading.suggest import NUMBER
from closereading.reading.text import Problem
from closereading.reading.times import printed_time, time_of, time_over
from closereading.reading.variants import variants
from closereading.widgets.bench_steps import BLANK
from closereading.widgets.bench_who import GUESS, who_is_offered
from closereading.widgets.claim_bench import claim_bench
from closereading.widgets.quotes import quote_of

QUAY = (
    "At least 140 people were waiting on the quay at noon on 5 May 2026, said Ona Lund, the harbour"
    " master. Passengers who had counted spoke of 90 to 110.\n\nThe company said that the ferry"
    " would sail again on Thursday. “We are sorry for the wait,” it wrote at 7 pm. The bridge is"
    " about 60 miles away. The bridge is old.\n\nBoats\t12\t14\nCosts\t€1.13bn\t€1.08bn"
)


@pytest.fixture
def quay(work):
    start_report("quay", QUAY)
    return work / "quay"


class User:
    """Somebody at the bench. Counts what they do: a field filled in, a button, a selection."""

    def __init__(self, name):
        self.panel, self.actions = claim_bench(name), 0

    def buttons(self):
        """list of dict: what each button of the view sets."""
        found = re.findall(r'data-sets="([^"]*)"', self.panel.view)
        return [
            json.loads(text.replace("&#34;", '"').replace("&amp;", "&"))["do"] for text in found
        ]

    def press(self, act, **wanted):
        """Presses the first button that does this."""
        fits = (b for b in self.buttons() if b["act"] == act and wanted.items() <= b.items())
        self.set(do=next(fits))

    def take(self, words):
        """Takes the suggestion with these words; leaves out what is offered before."""
        for _ in range(99):
            key = next(
                (b["key"] for b in self.buttons() if b["act"] == "take" and words in b["key"]), ""
            )
            if key:
                return self.press("take", key=key)
            self.press("refuse")
        raise AssertionError(f"“{words}” is not offered")

    def select(self, words):
        """Selects words in the text."""
        text = open_report(self.panel_name()).paragraphs
        n = next(n for n, part in enumerate(text, 1) if words in part)
        turn = self.buttons()[0]["n"]
        spot = dict(words=words, paragraph=str(n), start=str(text[n - 1].index(words)))
        self.set(do=dict(act="pick", n=turn, **spot))

    def panel_name(self):
        return "quay"

    def set(self, **values):
        self.actions += 1
        self.panel.values = {**self.panel.values, **values}

    @property
    def says(self):
        return self.panel.says

    def value(self, field):
        return self.panel.values[field]


# --- what is suggested


def offered(text):
    """list of (kind, words, passage)."""
    parts = tuple(paragraphs(text))
    return [(s.kind, s.words, parts[s.paragraph - 1][s.start : s.end]) for s in worth_a_row(parts)]


def test_numbers_quotations_and_reporting_words_are_suggested():
    assert offered(QUAY) == [
        ("a number", "At least 140 people", QUAY.split(", said")[0]),
        ("a number", "90 to 110", "Passengers who had counted spoke of 90 to 110"),
        ("a reporting word", *["The company said that the ferry would sail again on Thursday"] * 2),
        ("a quotation", *["“We are sorry for the wait,”"] * 2),
        ("a number", "about 60 miles", "The bridge is about 60 miles away"),
        ("a number", "12", "Boats\t12\t14"),
        ("a number", "14", "Boats\t12\t14"),
        ("a number", "€1.13bn", "Costs\t€1.13bn\t€1.08bn"),
        ("a number", "€1.08bn", "Costs\t€1.13bn\t€1.08bn"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2024 it rained.",
        "It was 2019.",
        "At 7 pm, at 19:30, it began.",
        "Case 24/0517 in Q3, the 14th.",
    ],
)
def test_days_times_and_names_are_no_numbers(text):
    assert [one for one in offered(text) if one[0] == "a number"] == []


@pytest.mark.parametrize(
    "text, words",
    [
        ("Thirteen of the suspects were arraigned.", ["Thirteen of the suspects"]),
        ("It will close two of its eleven wards.", ["two", "eleven wards"]),
        ("The two of them came, one of the men did.", []),
    ],
)
def test_a_part_of_some_is_a_number(text, words):
    assert [one[1] for one in offered(text) if one[0] == "a number"] == words


def test_every_number_that_is_suggested_is_understood_as_it_stands(any_report):
    for one in worth_a_row(tuple(any_report.paragraphs)):
        text = any_report.paragraphs[one.paragraph - 1]
        assert one.words in text[one.start : one.end]


def test_nothing_is_taken_by_itself(quay):
    user = User("quay")
    assert user.panel.view.count(">Take<") == 3 and user.value("passage") == ""
    assert not (quay / "claims.csv").exists()


# --- a row, and how many actions it takes


def test_a_number_takes_ten_actions_the_next_one_fewer(quay):
    user = User("quay")
    user.take("At least 140")
    assert user.value("number") == "At least 140 people" and user.value("unit") == "people"
    assert user.value("step").startswith("2") and "Ona Lund" in str(
        user.panel.view + str(user.panel.controls[6].form())
    )
    for field in (
        dict(speaker="Ona Lund"),
        dict(sourcing="named"),
        dict(topic="crowd"),
        dict(kind="event"),
    ):
        user.set(**field)
    user.press("next")
    assert user.value("step").startswith("3") and user.value("number") == "At least 140 people"
    for field in (
        dict(population="people waiting"),
        dict(place="the quay"),
        dict(status="waiting"),
    ):
        user.set(**field)
    user.press("save")
    assert user.says.startswith("Saved as C01") and user.actions <= 10
    user.actions = 0
    user.take("90 to 110")
    user.set(unit="people")
    assert user.value("topic") == "" and user.value("speaker") == ""
    user.set(speaker="passengers")
    user.press("topic", **{"is": "crowd"})
    user.set(sourcing="group")
    user.press("next")
    user.press("same")
    user.press("save")
    assert user.says.startswith("Saved as C02") and user.actions <= 8
    report = open_report("quay")
    assert list(report.numbers["words"]) == ["At least 140 people", "90 to 110"]
    assert list(report.numbers["population"]) == ["people waiting"] * 2
    assert list(report.claims["topic"]) == ["crowd"] * 2


def test_a_passage_is_selected_in_the_text(quay):
    user = User("quay")
    user.select("ast 140 people wer")
    assert user.value("passage") == "least 140 people were" and "<mark>least 140" in user.panel.view
    user.select("The bridge")
    assert user.value("passage") == "The bridge" and "found in paragraph 2" in user.panel.view
    assert user.value("suffix") and not user.says.startswith("Not")


def test_a_selection_of_no_word_is_said(quay):
    user = User("quay")
    user.set(do=dict(act="pick", n="0", words=" ", paragraph="9", start="3"))
    assert "There is no word in what was selected" in user.says


def test_a_button_acts_once(quay):
    user = User("quay")
    user.take("At least 140")
    old = dict(act="refuse", n="0", key="x")
    before = user.panel.view
    user.set(do=old)
    assert user.panel.view == before


# --- changed, deleted, undone


@pytest.fixture
def saved(quay):
    scope = dict(unit="people", population="people", place="quay", status="waiting")
    save_claim(
        "quay",
        passage="At least 140 people",
        speaker="a",
        number="At least 140",
        topic="t",
        **scope,
    )
    save_claim("quay", passage="90 to 110", speaker="b", number="90 to 110", topic="t", **scope)
    add_row("quay", "pairs", first="C01", second="C02", relation="clash", why="x")
    return quay


def test_a_saved_row_is_changed_as_a_whole(saved):
    user = User("quay")
    user.press("edit", key="C01")
    assert (user.value("speaker"), user.value("number"), user.value("place")) == (
        "a",
        "At least 140",
        "quay",
    )
    user.set(
        speaker="Ona Lund",
        passage="At least 140 people were waiting",
        place="",
        number="At least 140 people",
    )
    user.press("save")
    report = open_report("quay")
    assert list(report.claims.index) == ["C01", "C02"] and list(report.numbers.index) == [
        "N01",
        "N02",
    ]
    assert report.claims.loc["C01", "quote"] == "At least 140 people were waiting"
    assert (
        report.claims.loc["C01", "who"] == "Ona Lund" and report.numbers.loc["N01", "place"] == ""
    )
    assert report.numbers.loc["N01", "words"] == "At least 140 people"
    user.press("edit", key="C01")
    user.set(number="")
    user.press("save")
    assert list(open_report("quay").numbers.index) == ["N02"]


def test_a_row_is_deleted_with_what_rests_on_it_and_comes_back(saved):
    before = {path.name: path.read_bytes() for path in saved.glob("*.csv")}
    user = User("quay")
    user.press("delete", key="C01")
    told = "C01 is deleted, and what rests on it: 1 number, 1 link between claims. “Undo the last"
    assert told in user.says
    report = open_report("quay")
    assert list(report.claims.index) == ["C02"] and report.pairs.empty and len(report.numbers) == 1
    user.press("undo")
    assert before == {path.name: path.read_bytes() for path in saved.glob("*.csv")}
    assert "undone" in user.says and not [b for b in user.buttons() if b["act"] == "undo"]


def test_nothing_is_undone_over_what_a_spreadsheet_wrote(saved):
    user = User("quay")
    user.press("delete", key="C01")
    with (saved / "claims.csv").open("a", encoding="utf-8") as f:
        f.write("\r\n")
    user.press("undo")
    assert "Nothing was undone: the files were changed since" in user.says


def test_what_was_left_out_stays_left_out(quay):
    user = User("quay")
    user.press("refuse")
    assert "At least 140 people" not in re.findall("<b>(.*?)</b>", user.panel.view)
    again = claim_bench("quay")
    assert "<b>At least 140 people</b>" not in again.view


def test_what_was_left_out_can_be_shown_again(quay):
    user = User("quay")
    before = user.panel.view
    assert "left out" not in before
    user.press("refuse")
    assert ">1 left out: show it again<" in user.panel.view
    while any(button["act"] == "refuse" for button in user.buttons()):
        user.press("refuse")
    assert ">9 left out: show them again<" in user.panel.view
    again = User("quay")
    again.press("again")
    assert "left out" not in again.panel.view and again.panel.view.count(">Take<") == 3
    assert "<b>At least 140 people</b>" in claim_bench("quay").view


# --- asked whether they are the same


@pytest.mark.parametrize(
    "one, other",
    [
        ("minute", "minutes"),
        ("residents", "people"),
        ("km", "kilometres"),
        ("the quay", "quay"),
        ("%", "per cent"),
    ],
)
def test_words_that_may_mean_the_same(one, other):
    assert alike(one, other, units()) and alike(other, one, units())


@pytest.mark.parametrize(
    "one, other", [("miles", "metres"), ("euros", "dollars"), ("revenue", "profit"), ("", "x")]
)
def test_words_that_do_not(one, other):
    assert not alike(one, other, units())


def test_residents_and_people_are_asked_about_and_the_answer_is_kept(saved):
    row = dict(
        passage="Passengers who had counted spoke of 90 to 110", speaker="c", number="90 to 110"
    )
    user = User("quay")
    user.set(**row, unit="people", population="residents", place="quay", status="waiting")
    user.press("save")
    assert "Not saved. You write “residents”; another row has “people”." in user.says
    user.press("ask", same="no")  # that was all that the row waited for
    assert user.says.startswith("Saved as C03")
    assert json.loads((saved / "asked.json").read_text())[0] == [
        "population",
        "residents",
        "people",
    ]
    user.set(**row | dict(speaker="d"), unit="people", population="The people")
    user.press("ask", same="yes")
    assert user.value("population") == "people"


def test_ends_that_the_words_do_not_say_are_asked_about(quay):
    user = User("quay")
    row = dict(passage="At least 140 people", speaker="Ona Lund", number="At least 140 people")
    user.set(**row, unit="people", low="140", high="140")
    user.press("save")
    assert "Not saved. The words say at least 140. Yours is 140. Keep yours?" in user.says
    user.press("ask", same="no")  # that was all that the row waited for
    assert user.says.startswith("Saved as C01")
    assert open_report("quay").numbers["high"].isna().all()
    user.press("edit", key="C01")
    user.set(low="140", high="140")
    user.press("ask", same="yes")
    user.press("save")
    assert user.says.startswith("Saved as C01")
    report = open_report("quay")
    assert report.marks()[0].reading.startswith("as typed by the reader")
    assert "was typed" not in repr(report.gates())
    user.press("edit", key="C01")
    assert "Keep yours?" not in user.says


def test_the_gate_says_where_it_asks_and_there_it_asks(work):
    start_report("vote", "The council has 31 members. Of them 27 members came. Then 5 people left.")
    scope = dict(speaker="Rowe", place="hall", status="there", unit="members")
    save_claim("vote", passage="31 members", number="31 members", population="members", **scope)
    save_claim("vote", passage="27 members", number="27 members", population="members", **scope)
    save_claim("vote", passage="5 people", number="5 people", population="people", **scope)
    said = repr(open_report("vote").gates())
    assert "do “members” and “people” mean the same?" in said
    key = re.search(r"press Change beside (C\d+)", said)[1]
    user = User("vote")
    user.press("edit", key=key)
    assert "Do they mean the same?" in user.says
    user.press("ask", same="no")
    assert "mean the same" not in repr(open_report("vote").gates())


def test_the_names_of_an_old_draft_and_of_a_strange_one(quay):
    (quay / "draft.json").write_text('{"passage": "The bridge is old", "dealt": 5, "edited": "x"}')
    assert claim_bench("quay").values["passage"] == "The bridge is old"


def test_an_account_of_a_report_that_lists_them_is_written_there(work):
    start_report("mine", like="full-house")
    save_claim("mine", passage="seven o’clock", speaker="A new one")
    assert open_report("mine").accounts.loc["A new one", "name"] == "A new one"


def test_the_gate_of_scopes_asks_the_same(saved):
    assert "mean the same" not in repr(open_report("quay").gates())
    add_row("quay", "numbers", id="N02", unit="persons")
    said = repr(open_report("quay").gates())
    assert "Missing: unit: do “people” and “persons” mean the same?" in said
    (saved / "asked.json").write_text('[["unit", "persons", "people"]]', encoding="utf-8")
    assert "mean the same" not in repr(open_report("quay").gates())


# --- numbers that cannot be compared, and their units


@pytest.mark.parametrize(
    "printed, unit",
    [
        ("40 km", "kilometres"),
        ("300 metres", "metres"),
        ("20 nautical miles", "nautical miles"),
        ("900 feet", "metres"),
        ("2 miles", "miles"),
    ],
)
def test_a_distance_is_measured_in_its_own_unit(work, printed, unit):
    start_report("far", f"It lies {printed} away.")
    save_claim(
        "far", passage=f"{printed} away", speaker="x", number=printed, unit=printed.split(" ", 1)[1]
    )
    for key, lat in (("a", -46), ("b", -46.1)):
        add_row("far", "places", id=key, name=key.upper(), lat=lat, lon=-124, source="invented")
    ends = {"from": "a", "to": "b"}
    add_row("far", "routes", claim="C01", **ends, path="straight", source="computed")
    picture = maps.distances(open_report("far"))
    assert f"{unit} from 0 to" in picture.alt and unexplained(picture, open_report("far")) == []
    wanted = {"kilometres": 11.1, "metres": 11114, "nautical miles": 6.0, "miles": 6.9}[unit]
    assert picture.marks[0].low == pytest.approx(wanted, abs=0.1 if unit != "metres" else 2)


@pytest.mark.slow
def test_numbers_that_nothing_can_be_compared_with_are_named_and_not_drawn(work):
    start_report(
        "many",
        "It took "
        + ", ".join(f"{n} things{n}" for n in range(10, 38))
        + ". There were 5 men. Later 6 men came.",
    )
    for n in range(10, 38):
        save_claim(
            "many",
            passage=f"{n} things{n}",
            speaker="x",
            number=str(n),
            unit=f"things{n}",
            low=str(n),
            high=str(n),
        )
    scope = dict(unit="men", population="men", place="here", status="there")
    for words in ("5 men", "6 men"):
        save_claim("many", passage=words, speaker="x", number=words, **scope)
    report = open_report("many")
    tall, short = charts.intervals(report), charts.intervals(report, alone=2)
    assert len(tall.marks) == 30 and len(short.marks) == 4 and unexplained(short, report) == []
    assert short.title == "2 of 30 numbers can be read as answers to one question" == tall.title
    assert short.figure.get_figheight() < 6 < tall.figure.get_figheight()
    assert "2 are drawn, ranges and open ends first; not drawn: “12” (things12)" in short.says
    assert len(charts.intervals(open_report("many"), report.numbers.iloc[:3], alone=0).marks) == 1


def test_no_tool_speaks_of_rows_that_are_not_there(quay):
    report = open_report("quay")
    assert "inside the marks" not in repr(quote_trace(report))
    said = repr(report.gates())
    assert (
        "there is no claim yet" in said and "there is no number yet" in said and " 0 " not in said
    )


# --- a reporting word is filled in where somebody says the passage by it


@pytest.mark.parametrize(
    "text, cue",
    [
        ("The council, which argued until midnight about it, has 31 members.", ""),
        ("The council that argued with Rowe has 31 members.", ""),
        ("The law asks for five per cent, which Rowe thought unfair.", ""),
        ("The law asks for five per cent, and Rowe thought the fee unfair.", ""),
        ("Rowe argued the case and the council has 31 members.", ""),
        ("The council argued for a hall of 31 rooms.", ""),
        ("31 members argued that it was unfair.", ""),
        ("Some 300 seats are said to have been empty.", ""),
        ("About 140 people were waiting, said Ona Lund.", "said"),
        ("About 140 people were waiting, Ona Lund said on Tuesday.", "said"),
        ("Ona Lund said that, at noon, 140 people were waiting.", "said"),
        ("Ona Lund, the harbour master, said that 140 people were waiting.", "said"),
        ("Asher replied that it would cost £48,000.", "replied"),
        ("“We are sorry for the wait,” it added.", "added"),
        ("According to Rowe, 140 people were waiting.", "According to"),
        ("140 people were waiting, according to Rowe.", "according to"),
        ("The company said that the ferry would sail.", "said"),
    ],
)
def test_a_reporting_word_belongs_to_who_says_the_passage(text, cue):
    assert [one.cue for one in worth_a_row((text,))][0] == cue


# --- whose words they are


def test_according_to_is_found_where_it_begins_a_sentence():
    text = "According to residents of Wharf Lane, it took more than two hours. They wait."
    assert [s.cue for s in worth_a_row((text,))] == ["According to"]


def test_a_corrected_speaker_brings_their_own_account_and_changes_no_other_row(quay):
    save_claim("quay", passage="90 to 110", speaker="no stated source")
    save_claim("quay", passage="At least 140 people", speaker="Ona Lund", sourcing="named")
    before = open_report("quay").claims.loc["C02", ["who", "account", "sourcing"]].tolist()
    user = User("quay")
    user.press("edit", key="C01")
    assert user.value("account") == "the text"
    for typed in ("O", "Ona", "Ona Lund"):  # letter by letter, as a page sends them
        user.set(speaker=typed)
    user.press("save")
    claims = open_report("quay").claims
    assert claims.loc["C02", ["who", "account", "sourcing"]].tolist() == before
    assert claims.loc["C01", ["who", "account", "sourcing"]].tolist() == before


def test_what_the_reader_wrote_of_an_account_stays_with_another_speaker(quay):
    save_claim("quay", passage="90 to 110", speaker="no stated source")
    user = User("quay")
    user.press("edit", key="C01")
    user.set(account="the passengers", speaker="Ona Lund")
    assert user.value("account") == "the passengers"


BOATS = "The first boat came 25 minutes after the call. It took more than two hours, some say."
ARRIVAL = dict(population="first boat", place="Wharf Lane", status="arriving", speaker="x")


def two_times(work):
    """The bench with two hours in it, where another row has 25 minutes of the same thing."""
    start_report("boats", BOATS)
    row = dict(passage="25 minutes", number="25 minutes", unit="minutes")
    save_claim("boats", **row, **ARRIVAL)
    user = User("boats")
    words = "more than two hours"
    user.set(passage=f"It took {words}", number=words, unit="hours", **ARRIVAL)
    return user


def test_hours_are_told_in_minutes_where_the_reader_says_so(work):
    user = two_times(work)
    assert "“25 minutes” counts the same and is told in minutes; yours is told in hours" in (
        user.says
    )
    user.press("ask", same="yes")
    user.press("save")
    last = open_report("boats").numbers.iloc[-1]
    assert list(last[["words", "unit", "hedge"]]) == ["more than two hours", "minutes", "over"]
    assert last["low"] == 120 and last["high"] != last["high"]
    assert len(split_by_scope(open_report("boats").numbers)) == 1


def test_hours_that_stay_hours_have_an_axis_of_their_own_and_the_right_reason(work):
    user = two_times(work)
    user.press("ask", same="no")
    user.press("save")
    assert user.says.startswith("Saved as C02")
    picture = charts.intervals(open_report("boats"), alone=2)
    written = " ".join(text.get_text() for text in picture.figure.texts)
    assert "it is told in hours, and “25 minutes”" in written or (
        "it is told in minutes, and “more than two hours”" in written)  # fmt: skip
    assert len(picture.marks) == 2


STOLEN = (
    "According to CHP statistics, last year 10,213 vehicles were stolen in the county, a 2.8%"
    " reduction from the year before. From January through May 2019, 4,083 vehicles were reported"
    " stolen.\n\nIn 2018, 10,200 vehicles were stolen, says the yearbook."
)
THEFT = dict(unit="vehicles", population="vehicles", place="the county", status="stolen")


def year_and_months(work, *more):
    """The bench with a number of five months in it, where another row has one of a year. more:
    what is saved besides.
    """
    start_report("theft", STOLEN, title="Cars", published="2019-06-20")
    for words in ("10,213 vehicles", *more):
        save_claim("theft", passage=words, number=words, speaker="CHP", **THEFT)
    user = User("theft")
    words = "4,083 vehicles"
    user.set(passage=words, number=words, speaker="the office", topic="theft", **THEFT)
    return user


def test_a_year_and_five_months_share_no_axis_before_the_reader_says_so(work):
    user = year_and_months(work)
    user.press("save")
    assert "Not saved. Is it the same time?" in user.says
    assert "“last year”" in user.says and "“From January through May 2019”" in user.says
    user.press("ask", same="no")
    assert user.says.startswith("Saved as C02")
    report = open_report("theft")
    assert list(report.numbers["time"]) == ["last year", "From January through May 2019"]
    assert len(split_by_scope(report.numbers)) == 2 and suggested(report) == []
    picture = charts.intervals(report, alone=2)
    written = " ".join(" ".join(text.get_text() for text in picture.figure.texts).split())
    assert (
        "it counts the same as “10,213 vehicles”, but at another time, and not “last year”"
        in written
    )
    assert "Vehicles · stolen · the county · last year" in written
    user.press("edit", key="C02")
    assert "Is it the same time?" not in user.says


def test_times_that_the_reader_calls_the_same_share_an_axis(work):
    user = year_and_months(work)
    user.press("ask", same="yes")
    user.press("save")
    report = open_report("theft")
    assert set(report.numbers["time"]) == {"last year"}
    assert len(split_by_scope(report.numbers)) == 1 and suggested(report) == [("C01", "C02")]


def test_a_third_number_is_asked_about_each_time_that_differs(work):
    user = year_and_months(work)
    user.press("ask", same="no")
    user.press("save")
    words = "10,200 vehicles"
    user.set(passage=words, number=words, speaker="the yearbook", **THEFT)
    user.press("ask", same="yes")
    assert "“In 2018”" in user.says and "“From January through May 2019”" in user.says
    user.press("ask", same="no")
    user.press("save")
    assert list(open_report("theft").numbers["time"])[::2] == ["last year", "last year"]


@pytest.mark.parametrize(
    "sentence, number, time",
    [
        (STOLEN, "10,213", "last year"),
        (STOLEN, "2.8%", "last year"),
        (STOLEN, "4,083", "From January through May 2019"),
        ("It had 5,000 guests in 2018 and 6,000 in 2019.", "6,000", "in 2019"),
        ("They lose £40 per month, said Rowe.", "£40", "per month"),
        ("They lose £40 a day.", "£40", "a day"),
        ("A day after the storm 40 people may come.", "40", ""),
        ("In the first half of 2025 40 people came.", "40", "In the first half of 2025"),
        ("Over the past three years 40 people came.", "40", "Over the past three years"),
        ("It had 2,019 guests, and 40 may come. In 2018 none came.", "40", ""),
        ("It took 40 minutes, and was only the fourth (since May 1968).", "40", ""),
        ("It had 40 paying guests (in 2018), and more since.", "40", "in 2018"),
        ("It had many (40 in May 2018) in 2019.", "40", "in May 2018"),
    ],
)
def test_the_time_of_a_number_is_the_nearest_that_its_sentence_prints(sentence, number, time):
    at = sentence.index(number)
    assert time_of(sentence, at, at + len(number)) == time


def test_words_without_a_figure_are_told_plainly(quay):
    user = User("quay")
    user.set(passage="dozens of people", number="dozens of people", unit="people")
    assert "anything" not in user.panel.view and "no reading of them" not in user.panel.view


@pytest.mark.parametrize(
    "one, other, many",
    [
        ("hours", "minutes", 60),
        ("km", "metres", 1000),
        ("miles", "metres", 1609.344),
        ("thousand people", "people", 1000),
        ("feet", "inches", 12),
        ("hour", "hours", None),
        ("people", "homes", None),
        ("", "hours", None),
    ],
)
def test_two_units_of_one_thing(one, other, many):
    found = times(one, other, units())
    assert found == many if many is None else float(found) == many
    assert many is None or times(other, one, units()) == 1 / found


@pytest.mark.parametrize("doubt", ["maybe", "Perhaps", "possibly"])
def test_a_doubt_before_a_number_is_not_lost(work, doubt):
    start_report("doubts", f"{doubt} 40 people were waiting, said Ona Lund.")
    row = dict(speaker="Ona Lund", number="40 people", unit="people")
    with pytest.raises(Problem, match=f"“{doubt} 40 people”, which says something else"):
        save_claim("doubts", passage="40 people", **row)
    save_claim("doubts", passage=f"{doubt} 40 people", low="40", high="40", **row)


# --- the next row is at hand, and nothing of the one before is in it

CREWS = (
    "The council counted 45 boats, said Ona Lund. Of these 12 boats were sold.\n\nThe crews are 300"
    " people. A union spoke of 350 people. The harbour has 20 cranes."
)


@pytest.fixture
def crews(work):
    start_report("crews", CREWS)
    return User("crews")


def bold(user):
    """list of str: the numbers and passages that are offered now."""
    return re.findall(r"par\. \d+: .*?<b>(.*?)</b>", user.panel.view)


def test_after_saving_the_next_passage_is_offered_first(crews):
    assert bold(crews) == ["45 boats", "12 boats", "300 people"]
    crews.press("more")
    crews.press("take", key=next(b["key"] for b in crews.buttons() if "300 people" in str(b)))
    crews.press("speaker", who="no stated source")
    crews.press("save")
    assert bold(crews) == ["350 people", "20 cranes"]
    assert ">2 earlier in the text: begin there again<" in crews.panel.view
    assert bold(User("crews")) == ["350 people", "20 cranes"]
    crews.press("back")
    assert bold(crews) == ["45 boats", "12 boats", "350 people"]


def test_where_nothing_is_left_behind_it_the_offers_begin_again(crews):
    crews.take("20 cranes")
    crews.press("speaker", who="no stated source")
    crews.press("save")
    crews.press("again")
    assert bold(crews) == ["45 boats", "12 boats", "300 people"]


def test_a_row_with_a_new_scope_takes_eight_actions_and_one_with_a_known_scope_four(crews):
    crews.take("45 boats")
    crews.set(speaker="Ona Lund")
    crews.press("speaker", **{"is": "named"})
    assert crews.value("step").startswith("2") and crews.value("speaker") == "Ona Lund"
    crews.set(topic="fleet")
    crews.press("next")
    crews.set(population="boats", place="harbour", status="there")
    crews.press("save")
    assert crews.says.startswith("Saved as C01") and crews.actions <= 8
    crews.actions = 0
    crews.take("12 boats")
    crews.press("speaker", who="no stated source")
    crews.press("topic", **{"is": "fleet"})
    assert crews.value("step").startswith("3")
    crews.press("same")
    crews.press("save")
    assert crews.says.startswith("Saved as C02") and crews.actions == 5


def test_no_stated_source_is_a_button_beside_the_names(crews):
    crews.take("45 boats")
    labels = re.findall(r">(Speaker: [^<]*|As in [^<]*)<", crews.panel.view)
    assert labels[0].startswith("Speaker: Ona Lund") and labels[1:] == ["Speaker: no stated source"]


@pytest.mark.parametrize("other", ["take", "pick", "type"])
def test_what_was_said_of_an_unsaved_passage_is_not_said_of_another(crews, other):
    crews.take("45 boats")
    crews.set(speaker="Ona Lund", topic="fleet")
    crews.set(unit="", place="harbour", status="there", population="boats")
    crews.press("save")
    assert "Not saved" in crews.says
    if other == "take":
        crews.set(step="1 the passage")
        crews.take("350 people")
    elif other == "pick":
        at = CREWS.partition("\n\n")[2].index("The harbour")
        spot = dict(words="The harbour has 20 cranes", paragraph="2", start=str(at))
        crews.set(do=dict(act="pick", n=crews.buttons()[0]["n"], **spot))
        assert crews.value("passage") == "The harbour has 20 cranes"
    else:
        crews.set(passage="The harbour has 20 cranes")
    fields = ("speaker", "topic", "population", "place", "status")
    assert [crews.value(field) for field in fields] == [""] * 5
    assert "boats" not in crews.value("number")
    crews.press("unclear")
    assert crews.value("place") == "harbour" and crews.value("number") == "45 boats"
    crews.press("unclear")
    assert crews.value("place") == ""


def test_a_longer_passage_keeps_what_was_said_of_it(crews):
    crews.take("12 boats")
    crews.set(speaker="Ona Lund", place="harbour")
    crews.set(passage="12 boats")
    crews.set(passage="Of these 12 boats")
    assert crews.value("speaker") == "Ona Lund" and crews.value("place") == "harbour"


def test_one_button_saves_at_every_step(crews):
    crews.take("12 boats")
    for step in crews.panel.controls[0].options:
        crews.set(step=step)
        assert sum(b["act"] == "save" for b in crews.buttons()) == 1
    assert not [control for control in crews.panel.controls if control.kind == "button"]


# --- the time that a number covers, and how firmly a claim is put


def test_a_time_in_words_parts_two_numbers_and_stands_in_the_file(work):
    start_report("cars", "The county counted 900 cars. Then it counted 400 cars.")
    scope = dict(speaker="Rowe", unit="cars", population="cars", place="county", status="sold")
    save_claim("cars", passage="900 cars", number="900 cars", period="last year", **scope)
    save_claim("cars", passage="400 cars", number="400 cars", period="five months", **scope)
    report = open_report("cars")
    assert list(report.numbers["time"]) == ["last year", "five months"]
    assert len(split_by_scope(report.numbers)) == 2
    assert "period" in (work / "cars" / "numbers.csv").read_text(encoding="utf-8-sig")
    user = User("cars")
    user.press("edit", key="C02")
    assert (
        user.value("period") == "five months" and "time it covers: five months" in user.panel.view
    )
    assert "Is it the same time?" in user.says
    user.set(period="")
    user.press("save")
    assert len(split_by_scope(open_report("cars").numbers)) == 1


def test_the_bench_says_which_time_it_has_read(work):
    start_report("cars", "Last year the county counted 900 cars.")
    user = User("cars")
    user.take("900 cars")
    assert "✓ time it covers: Last year, as the text prints it" in user.panel.view


def test_the_scope_of_another_number_brings_its_time_only_where_none_is_printed(work):
    start_report("cars", "There were 900 cars. There were 400 cars. Last year 300 cars came.")
    scope = dict(speaker="Rowe", unit="cars", population="cars", place="county", status="sold")
    save_claim("cars", passage="900 cars", number="900 cars", period="in 2019", **scope)
    user = User("cars")
    for words, period in (("400 cars", "in 2019"), ("300 cars", "")):
        user.set(step="1 the passage")
        user.take(words)
        user.set(step="3 what it counts")
        assert (">cars · sold · county · cars · in 2019<" in user.panel.view) == bool(period)
        user.press("same")
        assert (user.value("place"), user.value("period")) == ("county", period)


def test_how_firmly_a_passage_is_put_is_shown_and_corrected_in_one_action(work):
    start_report("cup", "The bridge could carry a train, they hope, said Ona Lund.")
    user = User("cup")
    user.set(passage="The bridge could carry a train", speaker="Ona Lund", cue="said")
    assert (
        "how firmly: “could” ▮▯▯▯▯, as its words are read; correct it at step 5" in user.panel.view
    )
    user.set(step="5 how it is said")
    user.press("firmly", **{"is": "flat"})
    assert "how firmly: put firmly ▮▮▮▮▮, as you say" in user.panel.view
    user.press("save")
    shown = quote_of(open_report("cup"), "C01")
    assert (shown.strength, shown.bars) == ("put firmly, as the reader reads it", "▮▮▮▮▮")
    assert shown.pieces == [("The bridge could carry a train", False)]
    user.press("edit", key="C01")
    user.set(step="5 how it is said")
    user.press("firmly", **{"is": "could"})
    assert quote_of(open_report("cup"), "C01").bars == "▮▯▯▯▯"


@pytest.mark.parametrize(
    "number, answers, end, unit",
    [
        ("- 4.22%", ("−4.22%", "4.22%"), "-4.22", "%"),
        ("(4,455 euros)", ("4,455 euros", "−4,455 euros"), "4,455", "euros"),
        ("USD 8,6 million", ("USD 8.6 million", "Another number"), "8,600,000", "US dollars"),
        ("*Four buses", ("Four buses", "Another number"), "4", "buses"),
    ],
)
def test_a_figure_with_odd_signs_takes_one_answer(work, number, answers, end, unit):
    start_report("quay", f"Change since May: {number}.")
    user = User("quay")
    passage = f"Change since May: {number}"
    user.set(passage=passage, number=number, speaker="no stated source")
    asked = re.search(r"cannot be read safely\. Which number is it\?.*", unescape(user.panel.view))
    assert all(f">{answer}<" in asked[0] for answer in answers)
    user.press("ask", same="yes")
    assert (user.value("low"), user.value("high"), user.value("unit")) == (end, end, unit)
    assert f"{end}, as typed" in user.panel.view
    user.press("save")
    row = open_report("quay").numbers.iloc[0]
    assert row["low"] == row["high"] == float(end.replace(",", ""))
    assert row["words"] == number


def test_a_figure_in_brackets_may_be_in_the_millions_of_the_one_before():
    assert variants("(4,455)", "A profit of SEK 531 million ") == ["4,455 million", "4,455"]
    assert variants("(4,455)", "A profit of ") == ["4,455", "−4,455"]


def test_the_other_figure_and_neither_are_answers_too(work):
    start_report("quay", "Change - 4 since May. Needs: USD 8,6 million.")
    user = User("quay")
    user.set(passage="Change - 4 since May", number="- 4", speaker="no stated source")
    user.press("ask", same="no")
    assert user.value("low") == user.value("high") == "4"
    user.press("clear")
    user.set(passage="Needs: USD 8,6 million", number="USD 8,6 million", speaker="no stated source")
    user.press("ask", same="no")
    assert user.value("low") == "" and "Which number is it?" not in user.panel.view
    assert "cannot be read safely" in user.panel.view


@pytest.mark.parametrize("words", ["6-7(4)", "from five to four", "at least 140", "1,234", "20-30"])
def test_nothing_is_asked_of_words_that_are_read_or_stand_for_no_figure(words):
    assert variants(words) == [] or may_be(words) == []


def test_without_a_correction_a_softened_claim_stays_as_it_is_read(work):
    start_report("cup", "It could rain, said Ona Lund.")
    save_claim("cup", passage="It could rain", speaker="Ona Lund", cue="said")
    assert quote_of(open_report("cup"), "C01").bars == "▮▯▯▯▯"


def test_a_row_of_a_table_is_taken_so_that_its_number_stands_there_once(work):
    start_report("table", "Country cases deaths total\n\nCongo 808 192 - - 808 192 23.8%")
    user = User("table")
    for words in ("808", "192"):
        user.set(step="1 the passage")
        user.take(words)
        assert user.value("number") == words and user.value("passage").count(words) == 1
        assert "stands 2 times" not in user.panel.view


def test_the_unit_of_a_typed_number_is_offered_and_finds_its_scope(crews):
    crews.take("45 boats")
    crews.set(speaker="Ona Lund", population="boats", place="harbour", status="there")
    crews.press("save")
    crews.set(passage="12 boats", number="12 boats", step="3 what it counts")
    assert ">boats<" in crews.panel.view and "boats · there · harbour · boats" in crews.panel.view
    crews.press("count")
    assert crews.value("unit") == "boats" and crews.value("step").startswith("3")


def test_where_and_doing_what_of_the_row_before_take_one_action(crews):
    crews.take("45 boats")
    crews.set(speaker="Ona Lund", population="boats", place="harbour", status="there")
    crews.press("save")
    crews.take("300 people")
    crews.set(step="3 what it counts")
    crews.press("around")
    assert (crews.value("place"), crews.value("status")) == ("harbour", "there")
    assert crews.value("population") == "" and ">Where, doing what" not in crews.panel.view


def test_a_number_whose_passage_is_taken_otherwise_is_not_offered_again(crews):
    row = dict(passage="council counted 45 boats", speaker="Ona Lund", unit="boats")
    save_claim("crews", number="45", low="45", high="45", **row)
    assert "45 boats" not in bold(User("crews"))


def test_no_stated_source_says_by_itself_that_there_is_none(crews):
    crews.set(passage="45 boats", speaker="no stated source")
    assert crews.value("sourcing") == "none"
    crews.set(speaker="Ona Lund")
    assert crews.value("sourcing") == ""


def test_a_reporting_word_that_the_text_does_not_print_is_refused(crews):
    crews.set(passage="45 boats", speaker="Ona Lund", cue="saidclaimed")
    crews.press("save")
    told = "reporting word: “saidclaimed” does not stand in the text"
    assert crews.says.startswith("Not saved") and told in crews.says
    crews.set(cue="Said")
    crews.press("save")
    assert crews.says.startswith("Saved as C01")


def test_what_is_saved_is_counted_in_claims_and_numbers(crews):
    scope = dict(speaker="Ona Lund", unit="boats", passage="45 boats, said Ona Lund. Of these 12")
    save_claim("crews", number="45 boats", **scope)
    save_claim("crews", number="12", **scope)
    assert "Saved so far: 1 claim, 2 numbers" in User("crews").panel.view


def test_after_a_typed_passage_the_offers_go_on_behind_it(crews):
    crews.set(passage="A union spoke of 350 people", speaker="A union", number="350 people")
    crews.set(unit="people")
    crews.press("save")
    assert bold(crews) == ["20 cranes"]


def test_next_step_after_a_step_that_came_by_itself_passes_nothing_over(crews):
    crews.take("45 boats")
    crews.set(topic="fleet")
    crews.press("speaker", who="no stated source")
    assert crews.value("step").startswith("3") and "Step 3 is shown" in crews.says
    crews.press("next")
    assert crews.value("step").startswith("3") and "step 3 already" in crews.says
    crews.press("next")
    assert crews.value("step").startswith("4")


def test_of_two_numbers_of_the_same_words_only_the_one_that_has_a_row_is_done(work):
    start_report("twice", "He spent £200,000 on cars. Later he spent £200,000 on horses.")
    row = dict(speaker="Rowe", number="£200,000", unit="pounds sterling")
    save_claim("twice", passage="£200,000 on cars", **row)
    user = User("twice")
    assert bold(user) == ["£200,000"]
    user.take("£200,000")
    assert user.value("passage").endswith("on horses")


def test_a_number_that_is_a_part_of_another_takes_nothing_from_it(work):
    start_report("cases", "Suspected cases were 14 now and 4 before.")
    row = dict(passage="Suspected cases were 14 now and 4 before", speaker="Rowe", unit="cases")
    save_claim("cases", number="4", **row)
    assert bold(User("cases")) == ["14"]
    save_claim("cases", number="14", **row)
    assert sorted(open_report("cases").numbers["words"]) == ["14", "4"]
    assert bold(User("cases")) == []


def test_hours_and_minutes_are_told_with_three_decimals(work):
    start_report("quay", "It took three hours and 23 minutes.")
    user = User("quay")
    words = "three hours and 23 minutes"
    user.set(passage=words, number=words, speaker="no stated source")
    assert "read as 3.383" in user.panel.view and "3.3833" not in user.panel.view


def test_over_an_exact_time_may_be_in_the_course_of_it(work):
    start_report("quay", "The match, over three hours and 23 minutes, saw 40 aces.")
    words = "over three hours and 23 minutes"
    with pytest.raises(Problem, match="“over” may mean in the course of it"):
        parse_phrase(words)
    for other in (
        "over three hours 23 min",
        "over 2 days and 3 hours",
        "well over an hour and 5 minutes",
    ):
        with pytest.raises(Problem, match="“over” may mean in the course of it"):
            parse_phrase(other)
    assert str(parse_phrase("over two hours").interval) == "over 2"
    assert str(parse_phrase("over 5 feet 6 inches").interval) == "over 5.5"
    user = User("quay")
    user.set(passage=words, number=words, speaker="no stated source")
    assert ">three hours and 23 minutes<" in user.panel.view


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("He won 6-7(4), 6-4, 6-4, 6-3 with 34 aces.", ["34 aces"]),
        ("They left with a 10-9 win before 400 people.", ["400 people"]),
        ("It has 10-15 members.", ["10-15 members"]),
        ("Rowe hoped that one day he would win 5 titles.", ["5 titles"]),
        ("It lasted one day.", ["one day"]),
        ("They sold 90 tickets in one day.", ["90 tickets", "one day"]),
    ],
)
def test_a_score_and_one_day_are_not_offered_as_numbers(text, numbers):
    assert [words for kind, words, _ in offered(text) if kind == NUMBER] == numbers


def test_whoever_speaks_in_a_quotation_that_runs_on_is_offered_as_a_guess():
    told = ["“It was a battle,” said Ona Lund.", "“I know it.", "I am here with six titles."]
    row = {**BLANK, "passage": "six titles"}
    labels = [label for label, _ in who_is_offered(row, told, [], {})]
    assert labels[0].startswith("Speaker: Ona Lund") and labels[0].endswith(GUESS)
    told[1] = "“I know it,” she said."
    labels = [label for label, _ in who_is_offered(row, told, [], {})]
    assert labels[-1] == "Speaker: no stated source"


YEAR = "Highlights, January–December 2024"
LISTS = [
    "Vos spoke for the firm.",
    YEAR,
    "Sales rose by 7% to £90 million (95)",
    "Profit of £12 million",
    "Highlights, October–December 2024",
    "Profit of £5 million",
    "Costs of £3 million in 2023",
    "The firm has 40 vans.",
    "Staff of 90",
]


@pytest.mark.parametrize(
    "number, time",
    [
        (3, "January–December 2024"),
        (4, "January–December 2024"),
        (6, "October–December 2024"),
        (8, ""),
        (9, ""),
        (1, ""),
    ],
)
def test_the_heading_of_a_list_tells_the_time_of_its_items(number, time):
    assert time_over(LISTS, number) == time


def test_a_year_and_a_quarter_of_two_lists_share_no_axis_unasked(work):
    start_report("firm", "\n\n".join(LISTS))
    scope = dict(unit="pounds", population="profit", place="the firm", status="earned")
    for words in ("£12 million", "£5 million"):
        row = dict(passage=f"Profit of {words}", number=words, speaker="no stated source")
        save_claim("firm", **row, **scope)
    numbers = open_report("firm").numbers
    assert list(numbers["time"]) == ["January–December 2024", "October–December 2024"]
    assert len(split_by_scope(numbers)) == 2
    user = User("firm")
    user.set(passage="Costs of £3 million in 2023", number="£3 million")
    assert "✓ time it covers: in 2023, as the text prints it" in user.panel.view


def test_a_figure_in_brackets_below_a_heading_may_be_of_another_time():
    text = LISTS[2]
    assert printed_time(LISTS, 3, text.index("£90"), text.index("£90") + 11) == LISTS[1][12:]
    assert printed_time(LISTS, 3, text.index("(95)"), len(text)) == ""
    assert printed_time(LISTS, 3, text.index("95"), len(text) - 1) == ""


# --- one decline, told in two words


def test_two_words_for_one_decline_are_asked_about_and_then_share_an_axis(work):
    told = "Sales fell by 9 per cent. Asher said that sales were 8 per cent lower."
    start_report("fallen", told)
    user = User("fallen")
    scope = dict(population="sales", place="the quay", status="sold", topic="sales")
    user.set(passage="Sales fell by 9 per cent", speaker="Rowe", **scope)
    user.press("count", words="9 per cent")
    assert user.panel.values["unit"] == "% (fall)"
    user.press("save")
    user.set(passage="sales were 8 per cent lower", speaker="Asher", **scope)
    user.press("count", words="8 per cent")
    assert user.panel.values["unit"] == "% (lower)"
    assert "“% (lower)”; another row has “% (fall)”. Do they mean the same? (both are" in user.says
    user.press("ask", same="yes")
    user.press("save")
    report = open_report("fallen")
    assert list(report.numbers["unit"]) == ["% (fall)", "% (fall)"]
    assert len(split_by_scope(report.numbers)) == 1


@pytest.mark.parametrize(
    "one, other, why",
    [
        ("% (lower)", "% (fall)", "both are a decline"),
        ("dollars (loss)", "dollars (fall)", "both are a decline"),
        ("% (rise)", "% (higher)", "both are a rise"),
        ("% (rise)", "% (fall)", ""),
        ("% (fall)", "dollars (fall)", ""),
        ("%", "% (fall)", ""),
        ("boats (further)", "boats (fall)", ""),
    ],
)
def test_units_that_two_words_turn_one_way_may_be_one(one, other, why):
    assert alike(one, other, units()) == why
    if why:
        assert not contradict(one, other) and not contradict(other, one)
