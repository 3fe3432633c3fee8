"""What turns a number stays with it; and what is offered of a text is whole, and a number."""

import pandas as pd
import pytest
from closereading.data.reference import contradict, parse_phrase, readings, worth_a_row
from closereading.reading.ability import ability_in
from closereading.reading.cuts import fuller, goes_on, unit_of
from closereading.reading.strength import softened_by, strength_of, with_hedges
from closereading.reading.text import Problem
from closereading.reading.times import printed_time, time_of
from closereading.widgets.claim_files import overlap

KINDS = {  # text: {number as it is offered: unit}
    "It was a sure-fire 20-yard loss.": {"20-yard": "yards (loss)"},
    "The firm posted a net loss of €12m, compared with a profit of €3m.": {
        "€12m": "euros (loss)",
        "€3m": "euros",
    },
    "Total losses on boats – which include ferries - increased to $3 billion in May, and $1"
    " billion in June.": {"$3 billion": "dollars (loss)", "$1 billion": "dollars (loss)"},
    "The loss was $3 million, and sales were $5 million.": {
        "$3 million": "dollars (loss)",
        "$5 million": "dollars",
    },
    "After losses in May, revenue rose to $5 million.": {"$5 million": "dollars"},
    "Sales fell 6 percent, or $1.2 billion, to $18.8 billion.": {
        "6 percent": "% (fall)",
        "$1.2 billion": "dollars (fall)",
        "$18.8 billion": "dollars",
    },
    "Profit was down 3 % at £450m.": {"3 %": "% (fall)", "£450m": "pounds sterling"},
    "There was a decrease in cases of 5 percent.": {"5 percent": "% (fall)"},
    "The bank cut its rate by 25 basis points to 3.5%.": {
        "25 basis points": "basis points (fall)",
        "3.5%": "%",
    },
    "It reported a loss per share of $0.12.": {"$0.12": "dollars (loss)"},
    "The dividend of SEK 5.50 (5.25) per share stays.": {"SEK 5.50": "kronor per share"}
    | {"5.25": ""},
    "It is a 2.8% reduction from the year before.": {"2.8%": "% (fall)"},
    "Orders were 5 percent lower.": {"5 percent": "% (lower)"},
    "Debt fell to Fr. 2 billion, and 14 fewer boats came.": {
        "Fr. 2 billion": "francs",
        "14": "(fewer)",
    },
    "Prices have gone up by £2, and jobs edged down 3 %.": {
        "£2": "pounds sterling (rise)",
        "3 %": "% (fall)",
    },
    "A further £444,500 came, and another 12 deaths.": {
        "£444,500": "pounds sterling (further)",
        "12 deaths": "deaths (further)",
    },
    "The town: $1.3 million went to the old harbour and to others on the shore, and no more came in"
    " all of the long year.": {"$1.3 million": "dollars"},
    "Nights were 2 degrees below average.": {"2 degrees": "degrees (below)"},
    "The firm cut 500 jobs and lost 20 customers.": {
        "500 jobs": "jobs",
        "20 customers": "customers",
    },
    "Revenue was up 5 % to €3.2bn.": {"5 %": "% (rise)", "€3.2bn": "euros"},
    "They shut down 5 plants and picked up 24 yards.": {"5 plants": "plants", "24 yards": "yards"},
    "It made $5 billion, or $7.06 per Class A and B share and Class C stock.": {
        "$5 billion": "dollars",
        "$7.06": "dollars per Class A and B share",
    },
    "It was a three-year decline.": {"three-year": "years"},
    "He lost 20 yards and 3 % of them.": {"20 yards": "yards (lost)", "3 %": "%"},
    "Prices dropped by an average of 19% there.": {"19%": "% (fall)"},
}


def offered(text):
    found = worth_a_row((text,))
    return {one.words: one for one in found if one.kind == "a number"}


@pytest.mark.parametrize("text", KINDS)
def test_a_word_that_turns_a_number_stays_with_its_unit(text):
    assert {words: one.number.unit for words, one in offered(text).items()} == KINDS[text]


def test_a_unit_that_leaves_out_what_turns_its_number_is_told():
    text = "Sales fell 6 percent in May."
    unit = unit_of(text, *_spot(text, "6 percent"), parse_phrase)
    assert unit == "% (fall)" and contradict(unit, "%") and not contradict(unit, "% (fall)")
    assert contradict("% (fall)", "persons (fall)")
    assert not contradict("% (rise)", "%")
    assert contradict("dollars per share", "dollars")
    assert not contradict("dollars per share", "dollars per share")


def _spot(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("The margin rose from 12 % to 14 %.", ["12 %", "14 %"]),
        (
            "Profit increased by SEK 23 billion to SEK 33 billion.",
            ["SEK 23 billion", "SEK 33 billion"],
        ),
        ("A decision to extend its life from 60 to 80 years.", ["60", "80 years"]),
        (
            "They will extend the operating time of the nuclear power plants on the western and the"
            " northern shore from 60 to 80 years.",
            ["60", "80 years"],
        ),
        ("The number of nurses was revised from five to four.", ["five", "four"]),
        ("Prices range from $5 to $10.", ["from $5 to $10"]),
        ("It earned $18 billion, from $17 billion a year earlier.", ["$18 billion", "$17 billion"]),
    ],
)
def test_an_old_and_a_new_number_are_no_range(text, numbers):
    assert list(offered(text)) == numbers


@pytest.mark.parametrize(
    "text, words, why",
    [
        ("Profit of SEK 19,828 million (20,005)", "(20,005)", "may be a loss, the year before"),
        ("Net loss\t(1.2)\t0.8", "(1.2)", "may be a loss"),
        ("In isolation 3 - 8 ▼ - 72.7%", "- 8", "may be a minus"),
        ("Suspected 14* - 4 ▼ - 22.2%", "- 4", "may be a minus"),
        ("He won 6-7(4) there.", "6-7(4)", "may be a score"),
        ("From 1-5 down he won three games.", "1-5", "may be a score"),
    ],
)
def test_what_cannot_be_told_is_offered_whole_and_refused(text, words, why):
    score = why == "may be a score" and words != "1-5"  # nothing is offered that counts nothing
    assert words not in offered(text) if score else offered(text)[words].number is None
    with pytest.raises(Problem, match=why):
        parse_phrase(words)
    inside = words.strip("()- ")
    at = text.index(words) + words.index(inside)
    if words[0] in "(-":
        assert fuller(text, at, at + len(inside), parse_phrase) == words


@pytest.mark.parametrize(
    "text, words",
    [
        ("It gave $ 1.3 million awarded to them.", "$ 1.3 million"),
        ("A sale of 49% of the German wind farms there.", "49% of the German wind farms"),
        ("It was a 22-point service hold.", "22-point"),
        ("Cases: 68* in May.", "68"),
        ("*Four suspected cases were negative.", "Four suspected cases"),
        ("The two teams traded punts twice.", "two teams"),
    ],
)
def test_a_number_is_offered_with_its_sign_and_no_half_of_a_name(text, words):
    assert list(offered(text))[0] == words


def test_a_range_typed_for_a_change_and_a_rate_cut_from_a_time_are_told():
    text = "The margin rose from 12 % to 14 %, from $17 billion a year earlier."
    whole = fuller(text, *_spot(text, "from 12 % to 14 %"), parse_phrase)
    assert whole == "rose from 12 % to 14 %"
    assert fuller(text, *_spot(text, "12 %"), parse_phrase) == ""
    then = fuller(text, *_spot(text, "$17 billion a year"), parse_phrase)
    assert then == "$17 billion a year earlier"


@pytest.mark.parametrize(
    "text",
    [
        "See bit.ly/1WY8V19 and t.co/Xqlty0CGqp.",
        "Ask @anna1990 about #covid19.",
        "1. Seattle's magic",
        "2.3. Roads and bridges",
        "He ran to the 50-yard line.",
        "She served at 15/40.",
        "It was their Head2Head meeting.",
        "It was a one-time item on a two-way street.",
        "There were several other methods.",
        "When I first broke into the Top 10, I lost.",
        "Call 081 08 000 20 or 099 99 710 05 now.",
        "When you think of it, you might think of ships.",
    ],
)
def test_what_counts_nothing_is_not_offered(text):
    assert worth_a_row((text,)) == ()


LONG = "The office of the harbour, which the town has run for many long years with its own crew,"


@pytest.mark.parametrize(
    "text, number, passage",
    [
        (
            f"{LONG} announced that 21 boats have been sold, a result of the long dry summer.",
            "21 boats",
            "21 boats have been sold",
        ),
        (
            "In the dry summer, the town saw 6120 guests on its piers, of whom 3862 (63.1%) had"
            " come by boat and the others by car.",
            "3862",
            None,
        ),
        (
            "The town has counted 20 cases (19 confirmed and one probable), with three deaths, all"
            " of them in the old quarter by the river.",
            "one probable",
            "The town has counted 20 cases (19 confirmed and one probable)",
        ),
        (
            "With 26 seconds left, the captain sent all of his men to the other side of the river"
            " to look for their boat.",
            "26 seconds",
            None,
        ),
        ("Congo 808 192 - - 808 192 23.8%", "23.8%", None),
        (
            "The food club and the Ministry of Social Affairs, Humanitarian Action and Hope will"
            " share 14 tons of rice, among them one for the old people.",
            "14 tons of rice",
            "The food club and the Ministry of Social Affairs, Humanitarian Action and Hope will"
            " share 14 tons of rice",
        ),
        (
            "On the continent, prices fell by 19% due to the rain, the snow and the wind of a long"
            " and dark winter, the board wrote.",
            "19%",
            "On the continent, prices fell by 19% due to the rain",
        ),
        ("All nine of the Vikings' points came late.", "nine of the Vikings' points", None),
        ("Thirteen of the suspects that left have come.", "Thirteen of the suspects", None),
    ],
)
def test_a_passage_is_short_and_says_of_whom_it_speaks(text, number, passage):
    one = offered(text)[number]
    assert text[one.start : one.end] == (passage or text.rstrip("."))


def test_what_somebody_says_is_offered_and_not_their_name_alone():
    text = "According to the National Health Board (NHB), the long and cold winter of the north of"
    text += " the island suggests that the flu which began in the old harbour is under control and"
    text += " will not come back."
    assert worth_a_row((text,))[0].words.startswith("the long and cold winter")


def test_a_passage_holds_its_number_once():
    found = worth_a_row(("Congo 808 192 - - 808 192 23.8%",))
    assert [one.words for one in found] == ["808", "192", "808", "192", "23.8%"]
    for one in found:
        assert "Congo 808 192 - - 808 192 23.8%"[one.start : one.end].split().count(one.words) == 1


@pytest.mark.parametrize("word", ["million", "bn", "hundred", "percentage", "Percent"])
def test_a_number_goes_on_in_the_next_paragraph(word):
    assert goes_on(["It sent US$ 4.3", f"{word} there."], 1, 15) == word
    assert goes_on(["It sent US$ 4.3", "ships there."], 1, 15) == ""


@pytest.mark.parametrize(
    "words, able, soft",
    [
        ("Only Russell Wilson could take a botched snap", {"could": "sure"}, []),
        ("They could not go", {"could not": "sure"}, []),
        ("She can see it", {"can": "sure"}, []),
        ("It could rain", {"could": "perhaps"}, ["could"]),
        ("He could have won", {}, ["could"]),
        ("She could not say", {"could not": "sure"}, ["could not say"]),
        ("It may rain", {}, ["may"]),
        ("Prices fell due to rain", {}, []),
        ("The majority of the planned investments are in wind", {}, []),
        ("They planned to go", {}, ["planned"]),
        ("There were 14 suspected cases and 26 possible new cases", {}, []),
        ("It was a possible fault", {}, ["possible"]),
        ("He is due to speak", {}, ["due to"]),
        ("It was a better-than-expected profit", {}, []),
        ("A share of 8 beat analysts' average estimate of 7", {}, []),
        ("Their estimate of 7 was low", {}, ["estimate"]),
    ],
)
def test_what_somebody_is_able_to_do_is_no_softer_claim(words, able, soft):
    assert ability_in(words) == able and softened_by(words, readings()) == soft


@pytest.mark.parametrize(
    "text, time",
    [
        ("It will spend 17 dollars over the period 2025 to 2029.", "over the period 2025 to 2029"),
        ("Prices were 17% lower for the full year of 2024.", "for the full year of 2024"),
        ("It lost 17 men in the 12 months ended Dec. 31.", "in the 12 months ended Dec. 31"),
        ("As of 14 June 2026, 17 came.", "As of 14 June 2026"),
        ("From 3 to 20 January 2020, 17 came.", "From 3 to 20 January 2020"),
    ],
)
def test_the_time_that_a_number_covers_is_read(text, time):
    assert time_of(text, *_spot(text, "17")) == time


def test_a_number_that_was_taken_takes_no_longer_one_along():
    row = "Suspected cases 14* - 4 ▼ - 22.2%"
    assert not overlap(row, "4", "14") and overlap(row, "4", "- 4")


COMPARED = (
    "It had net income of $17m in its last financial year, a 9% increase on the previous year, and"
    " revenues of $28m."
)
JOBS = "It grew at 4.6% in the third quarter, up from just 17% in the second, and fell in May."


@pytest.mark.parametrize(
    "text, time",
    [
        (COMPARED, "in its last financial year"),
        ("In 2003, it reported 17 calls, and it has forecast 20 in 2004.", "In 2003"),
        ("It was founded more than 300 years ago; it has 17 shops.", ""),
        ("It was founded 17 years ago.", ""),
        ("It holds 17% of the pier and last year came close to all of it.", ""),
        ("They cut costs by $9m a year, and save 17 jobs.", ""),
        ("It sold 17 boats in the first ten months of 2004.", "in the first ten months of 2004"),
        ("It will grow by 17% in 2006/07.", "in 2006/07"),
        ("They met 17 times in October and November 2004.", "in October and November 2004"),
        ("It rose to 20 in May from 17 in October last year.", "in October last year"),
        ("Lending fell to 17 loans in May, from 25 a year earlier.", "in May"),
        ("Lending fell to 25 loans in May, from 17 a year earlier.", "a year earlier"),
        (JOBS, ""),
        ("It rose to 20 in May instead of 17, and to 30 in June.", ""),
        ("They have won only 17 times since they joined in 2000.", ""),
        ("With a fortune of $17m, Mr Lund is on trial since May 2003.", ""),
        ("It killed 17 people and cost $9m in 1998.", ""),
        ("It grew by 17% annually.", "annually"),
        ("It left 17 homes empty last month.", "last month"),
        ("The firm, which was a member in 1935, runs 17 shops.", ""),
        ("Growth is to fall from 5% in 2004 to 17%.", ""),
        ("It grew by 9% during 2004, and well above 2003's 17%.", "2003's"),
        ("The eight which joined the club last year will see 17% growth.", ""),
        ("It took 17 points, and a first prize since 1948.", ""),
        ("It took its first prize since 1948 in 17 seconds.", ""),
        ("Prices last year were 17% lower.", "last year"),
        (
            "• As of 20 January 2020, 17 cases have been found, 2 of them here.",
            "As of 20 January 2020",
        ),
        ("The company said on Tuesday its profit rose 17% to $5m.", ""),
        ("He told reporters in May that 17 had died.", ""),
        ("On Tuesday 17 people came.", "On Tuesday"),
        ("17 people came Tuesday.", "Tuesday"),
        ("Barely a week ago he had 17 goals.", "a week ago"),
        ("It has sold 17 boats since the beginning of 2024.", "since the beginning of 2024"),
        ("From at least 2002 to 2005 he hired 17 men.", "From at least 2002 to 2005"),
        ("It earned $20m, compared to $17m from Q2 prior year.", "Q2 prior year"),
        ("It made $(17) million compared to $(9.5) million from Q2 prior year.", ""),
        ("It made $17 million compared to $(9.5) million in May.", ""),
        (
            "It earned $20m, against $17m in the same period last year.",
            "in the same period last year",
        ),
        ("Sales were $17m, up 9% over the prior year.", ""),
        ("Sales rose 17% in Q2 2026.", "Q2 2026"),
    ],
)
def test_a_time_of_another_clause_or_of_a_comparison_is_not_taken(text, time):
    assert time_of(text, *_spot(text, "17")) == time


@pytest.mark.parametrize(
    "quote, cue, strength",
    [
        ("the plant would save 40 jobs", "said", "will"),
        ("it would save 40 jobs if it rained", "said", "could"),
        ("it would save 40 jobs", "say", "could"),
        ("it would save 40 jobs", "", "could"),
        ("Age Concern argued that 40 came", "", "flat"),
        ("their new plans cost 40 jobs", "", "flat"),
        ("They plan to leave", "", "will"),
        ("the government plans to build 40", "", "will"),
        ("They look at 40 jobs", "", "flat"),
        ("It looks bad", "", "appears"),
        ("40 left as soon as possible", "", "flat"),
    ],
)
def test_what_is_told_of_later_and_things_are_no_softening(quote, cue, strength):
    one = pd.DataFrame([dict(quote=quote, cue=cue, cue_of="", hedge="")])
    assert strength_of(with_hedges(one, readings()), 0, readings()) == strength


def test_the_time_of_a_heading_is_not_that_of_what_is_compared():
    text = "Loss was $2m, compared to $17 million before."
    heads = ("Q2 2026 highlights", text, "Sales of $3m")
    assert printed_time(heads, 2, *_spot(text, "$17")) == ""
    table = ("Table 1. Countries with cases of 2019-nCoV as of 20 January 2020", "China 17")
    assert printed_time(table, 2, 6, 8) == "as of 20 January 2020"
