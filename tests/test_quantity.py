"""Number phrases: those of other projects and of news pages are read as they must be, or refused;
what is printed is read back; a word that is unknown is named; hedges are data.
"""

import csv
import math
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from closereading.data.reference import parse_phrase, parse_words, readings, units
from closereading.reading import company, quantity
from closereading.reading.context import Unread
from closereading.reading.hedges import Hedge, Rule
from closereading.reading.interval import Interval
from closereading.reading.numerals import written
from closereading.reading.text import Problem
from hypothesis import assume, given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import GrammarError

HERE = Path(__file__).parent
FRONT_PAGE = "front page"
SOFT = {"about", "an estimated", "…-odd"}
parse_words("one")  # builds the grammar, so that no test is timed with it


def table(name):
    """list of dict: a csv file beside the tests."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PHRASES = table("number_phrases.csv")


def said(row):
    """Quantity of a row's phrase, or None where it is refused."""
    try:
        return parse_phrase(row["phrase"])
    except Problem:
        return None


def as_wanted(row, made):
    """bool: whether a Quantity is what a row says."""
    if row["what"] == "none" or made.unit != row["unit"]:
        return False
    if row["what"] == "words":
        return bool(made.words) and math.isnan(made.printed.low) and math.isnan(made.printed.high)
    wanted = [float(row[end]) if row[end] else math.nan for end in ("low", "high")]
    ends = [made.printed.low, made.printed.high]
    alike = (math.isclose(a, b, rel_tol=1e-12) or a != a and b != b for a, b in zip(ends, wanted))
    soft = (made.hedge in SOFT) == bool(row["soft"])
    return all(alike) and soft and made.printed.ends == row["ends"]


@pytest.fixture(scope="module")
def judged():
    """list of (row, verdict): right, refused or wrong; of what is no quantity, refused is right."""
    verdicts = []
    for row in PHRASES:
        made = said(row)
        if made is None:
            verdict = "right" if row["what"] == "none" else "refused"
        else:
            verdict = "right" if as_wanted(row, made) else "wrong"
        verdicts.append((row, verdict))
    return verdicts


def test_no_phrase_of_others_is_read_wrongly(judged):
    wrong = [row["phrase"] for row, verdict in judged if verdict == "wrong"]
    assert wrong == []


def test_four_fifths_of_what_is_a_quantity_are_read(judged):
    counts = Counter(
        verdict for row, verdict in judged if row["what"] != "none" and row["kind"] != FRONT_PAGE
    )
    assert counts["right"] / counts.total() >= 0.8, counts


def test_four_fifths_of_the_quantities_of_front_pages_are_read(judged):
    counts = Counter(
        verdict for row, verdict in judged if row["what"] != "none" and row["kind"] == FRONT_PAGE
    )
    assert counts["right"] / counts.total() >= 0.8, counts


def test_the_phrases_are_many_and_their_sources_named():
    sources = {row["source"]: row for row in table("number_sources.csv")}
    counts = Counter(row["source"] for row in PHRASES)
    assert set(counts) == set(sources)
    pages = [name for name, row in sources.items() if row["repository"].startswith("http")]
    assert sum(counts[name] for name in pages) >= 80 and len(pages) >= 8
    ours = [name for name, row in sources.items() if row["repository"] == "ours"]
    assert sum(counts[name] for name in ours) >= 240
    code = [row for name, row in sources.items() if name not in [*pages, *ours]]
    assert sum(counts[row["source"]] for row in code) >= 1284
    assert all(len(row["commit"]) == 40 for row in code)


def test_the_judge_of_phrases_sees_what_is_wrong():
    row = next(row for row in PHRASES if row["phrase"] == "$4.7 billion" or row["low"] == "142")
    made = said(row)
    assert as_wanted(row, made)
    assert not as_wanted(row, replace(made, unit="ships"))
    assert not as_wanted(row, replace(made, printed=Interval(1, 1)))
    assert not as_wanted(row | {"what": "none"}, made)


# --- what is printed is read back

amounts = st.decimals(0, 10**9, places=2).map(float) | st.integers(0, 10**14)
ENDS = st.sampled_from(["[]", "[)", "(]", "()"])


@st.composite
def printed_ranges(draw):
    low, high = sorted((draw(amounts), draw(amounts)))
    if low == high:
        return Interval(low, high)
    low, high = draw(st.sampled_from([(low, high), (low, None), (None, high)]))
    return Interval(low, high, ends=draw(ENDS))


@given(printed_ranges())
def test_a_printed_range_is_read_back(made):
    again = parse_words(str(made))
    assert str(again) == str(made)
    for ours, theirs in ((again.low, made.low), (again.high, made.high)):
        assert ours == theirs or math.isnan(ours) and math.isnan(theirs)


@pytest.mark.parametrize("source", sorted({row["source"] for row in PHRASES}))
def test_what_is_printed_of_a_phrase_is_read_back_as_it(source):
    """Or refused: never another number. What stands in brackets is told, and is no number."""
    for row in PHRASES:
        made = said(row) if row["source"] == source else None
        if made is None or made.words:
            continue
        told = str(parse_words(row["phrase"])).partition(" (")[0]
        try:
            again = parse_phrase(told)
        except Problem:
            continue
        for ours, theirs in zip(ends_of(again), ends_of(made)):
            assert math.isclose(ours, theirs, rel_tol=1e-9) or ours != ours and theirs != theirs, (
                told
            )


def ends_of(made):
    """(float, float): what a phrase prints; the reading, where one is told in its place."""
    shown = made.interval if made.interval.soft not in ("", "no reading") else made.printed
    return shown.low, shown.high


UNITS = st.sampled_from(["", " miles", " feet", " ships", " hours", " of voters", " per cent"])
AMOUNTS = st.fractions(0, 100, max_denominator=12).filter(bool)


@pytest.mark.slow
@given(AMOUNTS, AMOUNTS, UNITS, st.sampled_from(["", "at least ", "over ", "up to ", "about "]))
def test_what_is_printed_of_parts_and_of_feet_and_inches_is_read_back(low, high, unit, hedge):
    for words in (f"{hedge}{mixed(high)}{unit}", f"{mixed(min(low, high))} to {mixed(high)}{unit}"):
        try:
            made = parse_phrase(words)
            again = parse_phrase(str(parse_words(words)).partition(" (")[0])
        except Problem:
            continue
        for ours, theirs in zip(ends_of(again), ends_of(made)):
            assert math.isclose(ours, theirs, rel_tol=1e-9) or ours != ours and theirs != theirs


def mixed(value):
    """str: 2 1/3, as a learner may type it."""
    whole, rest = divmod(value, 1)
    part = f"{rest.numerator}/{rest.denominator}" if rest else ""
    return f"{whole} {part}".strip() if whole else part


rounded = st.builds(lambda n, power: n * 10**power, st.integers(-9999, 9999), st.integers(0, 9))


@given(rounded | st.decimals(-99, 99, places=2).map(float))
def test_a_written_number_is_read_back(value):
    told = written(value)
    again = parse_words(told)
    assert written(again.low) == told and again.low == again.high


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES = f"{ONES} fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n, joint="-"):
    """str: a whole number below a thousand billion in English words."""
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            link = " and " if 0 < rest < 100 else " "
            return f"{spelled(n // size, joint)} {word}" + (link + spelled(rest, joint)) * bool(
                rest
            )
    if n >= 100:
        rest = f" and {spelled(n % 100, joint)}" if n % 100 else ""
        return f"{ONES[n // 100]} hundred{rest}"
    if n < 20:
        return ONES[n]
    return TENS[n // 10 - 2] + (joint + ONES[n % 10] if n % 10 else "")


@given(st.integers(0, 10**12 - 1), st.sampled_from("- "))
def test_a_number_in_words_of_any_length_is_read(n, joint):
    assume(not 1900 < n < 2100)  # may be a year
    assert parse_words(spelled(n, joint)).low == n


# --- refused, and why

REFUSED = {
    "12 lakh": "“lakh”",
    "20 тисяч": "“тисяч”",
    "20 Mrd.": "“Mrd”",
    "3,5 Millionen": "“3,5” is not written as English",
    "0,5": "“0,5” is not written as English",
    "10 000": "“000”",
    "10.000": "may part thousands",
    "10th": "“10th” is a place in an order",
    "twenty second": "place in an order",
    "twenty-first": "“first” is a place in an order",
    "the thirtieth": "“thirtieth” is a place in an order",
    "911 calls": "may be a name",
    "12 Angry Men": "may be a name",
    "10 Downing Street aides": "may be a name",
    "Seven Oaks residents": "may be a name",
    "hundreds protest": "says what is done",
    "12 people report symptoms": "may say what “people” do",
    "the first six months of 2000": "“first”",
    "more than half (45%)": "“(”",
    "3 CR people": "“CR”",
    "24 Grad rockets": "“Grad”",
    "over the 20 metres": "“the” does not fit",
    "a third drone": "place in an order",
    "2015": "may be a year",
    "from 2015 to 2018": "may be a year",
    "the 1990s": "“s”",
    "7pm": "“pm” belongs to a time",
    "10 February": "“February” belongs to a day",
    "9/11": "may be a day",
    "3-2": "may be a score",
    "10-9": "A score is two numbers: leave the number blank",
    "9-0": "may be a score",
    "a 10-9 win": "“10-9” may be a score",
    "1:42": "“1:42” may be a time of day, the time on a clock that counts down, or a score",
    "from five to four health workers": "an old and a new one, and no range",
    "rose by 3 points to 40": "it holds two numbers: how far something went (“rose”)",
    "up 5 % to €3.2bn": "it holds two numbers: how far something went (“up”)",
    "a threefold increase": "“threefold” multiplies another number",
    "3-fold": "“3-fold” multiplies another number",
    "one-time": "tells of what kind something is",
    "the 50-yard line": "“50-yard line” is a place on a field",
    "two-score": "tells of what kind something is",
    "8-38": "may be a score",
    "one in 2020": "may be a year",
    "5 in 10 minutes": "two quantities",
    "2 in 5 or more": "either of its two numbers",
    "A380": "“A380” is a name",
    "Covid-19": "“Covid-19” cannot begin",
    "10⁶": "“⁶”",
    "0xff": "“xff”",
    "14 out": "“out”",
    "twenty one two": "“two” does not fit",
    "two million three million": "do not follow one another",
    "six and seven": "“and”",
    "at least 10 to 20": "“at least” limits one number",
    "up to ten or twelve": "“or” does not fit",
    "500 to 1 million": "two ways",
    "one hundred to two hundred thousand": "two ways",
    "one billion and a half million": "two ways",
    "14m": "a scale or a unit",
    "a man": "“a” is no number",
    "at least": "missing at its end",
    "hundred": "“hundred” cannot begin a number",
    "more than a few": "“a few” does not fit",
    **dict.fromkeys(
        [
            "two to three hundred thousand",
            "one or two hundred thousand",
            "between two and three hundred thousand people",
            "around two to three hundred thousand",
            "two or three hundred million",
            "two to five hundred and fifty",
        ],
        "can be read in two ways",
    ),
    **dict.fromkeys(
        [
            "30-40,000",
            "8-14,000 troops",
            "8 to 14,000 troops",
            "around 30-40,000",
            "$30-40,000",
            "between 3 and 4,000",
            "60 or 70,000",
            "1 or 2,000",
            "3-400 people",
            "2 or 300 people",
            "two to 300",
            "150 to 200,000",
        ],
        "write both ends in full",
    ),
    **dict.fromkeys(["5m high", "10m cable", "5m lines"], "m can be metres"),
    **dict.fromkeys(["20 odd people", "six hundred odd"], "“odd”"),
    **dict.fromkeys(["almost exactly 40", "exactly about 40"], "contradict each other"),
    **dict.fromkeys(["more than 100 to 150", "over 40 to 60"], "limits one number"),
    **dict.fromkeys(["40 more people", "at least two more", "one more"], "come on top"),
    **dict.fromkeys(["another $30 million", "another two people"], "“another”"),
    **dict.fromkeys(["two quarters", "four quarters"], "three months"),
    **dict.fromkeys(["two thousand and twenty-two", "two thousand ten"], "may be a year"),
    "minus 5 to 10 degrees": "whether both of its ends lie below nought",
    "5 or 20%": "far apart makes no range",
    "no second": "place in an order",
    "no miles": "write the number",
    "no 5": "“5” does not fit",
    "no one": "“one” does not fit",
    "the year 2024": "“year 2024” names a year: choose words that count",
    "at least 20 people zork": "“zork”",
    **dict.fromkeys(["40 short", "12 young"], "nothing that can be counted"),
    **dict.fromkeys(["a half-century", "a century"], "runs: write which"),
    **dict.fromkeys(["at least zero", "fewer than zero"], "says nothing"),
    **dict.fromkeys(["5k run", "10k race"], "“"),
    "3-6 vote": "“vote” is one",
    "7-Eleven": "may be a name",
    "2022 World Cup": "may be a name",
    "zero-sum": "is no number",
    "4 million-dollar homes": "each of several things",
    "almost about 10": "contradict each other",
    "10.30": "time of day",
    "5k in Paris": "“in”",
    "six figures": "“figures”",
    "10 fewer people": "“fewer”",
    "rose 10% to 20%": "“rose”",
    "20 people (three of them children)": "“(”",
    "half of the 40 seats": "“40”",
    "twelve zorks": "If it belongs neither to the number nor to what is counted, leave it out",
    "two hundred-pound bombs": "each of several things",
    **dict.fromkeys(
        ["$5 bil", "$5 mill", "10 grand", "£2 mio", "5 lakh"], "in full, with thousand"
    ),
    **dict.fromkeys(["$3 milion", "3 millian people", "5 milions"], "“million” is meant"),
    **dict.fromkeys(["$3 thousnad", "three thousend troops"], "“thousand” is meant"),
    **dict.fromkeys(
        ["half to 40%", "one in five to six", "1 in 10 to 15", "½ to 2", "one in five to 30%"],
        "one of its two ends is a part",
    ),
    **dict.fromkeys(["a ton of money", "an inch from death", "a foot in the door"], "mean much"),
    **dict.fromkeys(["a bit", "a time", "a degree"], "need not be a measure"),
    **dict.fromkeys(["a five-figure sum", "six figures", "low double digits"], "names a size"),
    **dict.fromkeys(["mid-teens", "in the thirties", "20-something"], "names a size"),
    **dict.fromkeys(
        ["two 500-pound bombs", "ten 5-tonne trucks", "three 12-man crews", "two six-inch guns"],
        "a count and a size",
    ),
    **dict.fromkeys(["three F-16s", "Boeing 737", "No. 7", "#7", "flight 370"], "is a name or"),
    "the Group of Seven": "“the” cannot begin",
    "$1 to $2 billion": "two ways",
    "from $2 to $3 billion": "two ways",
    "2 + 2": "read each number alone",
    "  ": "no words",
    "word " * 61: "at most 300",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_not_understood_is_refused_and_the_word_named(words):
    with pytest.raises(Problem) as told:
        parse_words(words)
    assert REFUSED[words] in str(told.value)


@pytest.mark.parametrize(
    "words",
    [
        "not one soldier",
        "200 fewer troops",
        "another 200 troops",
        "all but 3",
        "fell by a fifth",
        "two degrees lower",
        "more than double",
        "ships doubled to 40",
        "20 other than soldiers",
        "40 without the crew of 3",
        "two degrees warmer",
        "every 10 minutes",
        "200 rather than 300",
    ],
)
def test_a_word_that_changes_the_number_is_named_and_nobody_is_told_to_leave_it_out(words):
    with pytest.raises(Problem) as told:
        parse_words(words)
    assert "changes the number" in str(told.value)
    assert "eave" not in str(told.value) and "begin with" not in str(told.value)


@pytest.mark.parametrize("unit", ["", "$", "£", "€", "¥"])
@pytest.mark.parametrize("word", ["zork", "zork deal", "bil", "mill", "grand", "milion", "zorks"])
def test_behind_money_an_unknown_word_is_refused_as_behind_a_bare_number(unit, word):
    with pytest.raises(Problem):
        parse_words(f"{unit}5 {word}")


@pytest.mark.parametrize("unit", sorted(unit.name for unit in units() if unit.measures))
def test_behind_a_unit_an_unknown_word_is_refused(unit):
    for words in (f"5 {unit} zork", f"a 5-{unit} zork", f"5 {unit} zork deal"):
        with pytest.raises(Problem):
            parse_words(words)


PARTS_OF_ONE = ["half", "a third", "two thirds", "one in five", "3 in 10", "¼", "nine out of ten"]


@given(st.sampled_from(PARTS_OF_ONE), st.integers(1, 10**6), st.sampled_from(["", "%", " ships"]))
def test_a_part_and_a_number_are_no_two_ends_of_a_range(part, n, unit):
    for words in (f"{part} to {n}{unit}", f"between {part} and {n}{unit}", f"{n}{unit} to {part}"):
        with pytest.raises(Problem):
            parse_words(words)


@pytest.mark.parametrize("words", ["12 lakh", "20 Mrd.", "5 million in 2 years", "20 people in 3"])
def test_nobody_is_told_to_leave_out_what_may_be_a_number(words):
    with pytest.raises(Problem) as told:
        parse_words(words)
    assert "Leave out" not in str(told.value)


@pytest.mark.parametrize(
    "words, told",
    [
        ("up to about 30,000", "up to 35,000 (our reading; the words print only 30,000)"),
        ("at least fourteen but fewer than twenty", "14 to under 20"),
        ("about 8 to 14", "6 to 16 (our reading; the words print only 8 to 14)"),
        ("barely 200", "at least 200 (close to it: “barely”)"),
        ("fully 40", "40"),
        ("a whopping 300", "300"),
        ("200 miles or so", "150 to 250 miles (our reading; the words print only 200)"),
        ("52 plus or minus 3 per cent", "49 to 55 per cent"),
        ("from −18 to −34 degrees", "-34 to -18 degrees"),
        (
            "a few billion",
            "3,000,000,000 to 5,000,000,000 (our reading; the words print no figure)",
        ),
        (
            "several ships",
            "no printed end (“several” prints no figure, and we add no reading)",
        ),
        (
            "at most a handful",
            "no printed end (“at most a handful” prints no figure, and we add no reading)",
        ),
        ("two to three million", "2,000,000 to 3,000,000"),
        ("over 40 per cent", "over 40 per cent"),
        ("a mile", "1 mile"),
        ("maximum 30", "up to 30"),
        ("minimum 18 years", "at least 18 years"),
        ("no injuries", "0 injuries"),
        ("50 +/- 5", "45 to 55"),
        ("50, give or take 5", "45 to 55"),
        ("from 8-14 days", "8 to 14 days"),
        ("between 20-30mm", "20 to 30 millimetres"),
        ("nearly half (45%)", "45 per cent (nearly half)"),
        ("a third (33 per cent) of voters", "33 per cent of voters (a third of voters)"),
        ("the death toll stood at 40", "40 (death toll stood at)"),
        ("over the past six months", "6 months (over the past)"),
        ("76 deaths since 19 July", "76 deaths (since 19 July)"),
        ("40 miles south of Kyiv", "40 miles (south of Kyiv)"),
        ("300 U.N. hostages", "300 U.N. hostages"),
        ("529 lab-confirmed COVID-19 cases", "529 lab confirmed COVID-19 cases"),
        ("about two", "about 2 (how near, the words do not print)"),
        ("about seven", "about 7 (how near, the words do not print)"),
        ("about eight", "6 to 10 (our reading; the words print only 8)"),
        ("an hour or so", "about 1 hour (how near, the words do not print)"),
        ("about 100 per cent", "about 100 per cent (how near, the words do not print)"),
        ("about two thirds", "about ⅔ (how near, the words do not print)"),
        ("about half of voters", "about ½ of voters (how near, the words do not print)"),
        ("about one in three", "about ⅓ (how near, the words do not print)"),
        ("about one in five", "about ⅕ (how near, the words do not print)"),
        ("as many as a third", "up to ⅓"),
        ("one in seven voters", "1/7 of voters"),
        ("two hours and 20 minutes", "2⅓ hours"),
        ("6ft 4in", "6 feet 4 inches"),
        ("5ft 1in to 6ft", "5 feet 1 inch to 6 feet"),
        ("at least one person", "at least 1 person"),
        ("under one week", "under 1 week"),
        ("at most one Russian warship", "up to 1 Russian warship"),
        ("1 pound of meat", "1 pound of meat"),
        ("almost 200", "under 200 (close to it: “almost”)"),
        ("just shy of 300,000", "under 300,000 (close to it: “just shy of”)"),
        ("slightly under 200", "under 200 (close to it: “slightly under”)"),
        ("far more than 200", "over 200 (far from it: “far more than”)"),
        ("at least 40 but not quite 60", "40 to under 60 (close to it: “not quite”)"),
        ("20-odd ships", "20 to under 30 ships (our reading; the words print only 20)"),
        ("some 1,200-odd", "1,200 to under 1,300 (our reading; the words print only 1,200)"),
        ("20 minutes to an hour", "20 to 60 minutes"),
        ("$20 to $30 billion", "20,000,000,000 to 30,000,000,000 dollars"),
        ("¥3 trillion", "3,000,000,000,000 yen or yuan"),
        ("close to 5,000", "4,500 to 5,500 (our reading; the words print only 5,000)"),
        ("two or three hundred", "200 to 300"),
        ("200 to 1,500 people", "200 to 1,500 people"),
        ("over 40 but up to 60", "over 40 but up to 60"),
        ("at least 8 but up to 14,000", "at least 8 but up to 14,000"),
        ("two decades", "2 decades"),
        ("just over 10", "over 10 (close to it: “just over”)"),
        ("well over 100", "over 100 (far from it: “well over”)"),
        ("about 10,000", "7,500 to 12,500 (our reading; the words print only 10,000)"),
        ("about 12,000", "11,500 to 12,500 (our reading; the words print only 12,000)"),
        ("about 100 to 150", "75 to 175 (our reading; the words print only 100 to 150)"),
        (
            "about 10,000 to 12,000",
            "9,500 to 12,500 (our reading; the words print only 10,000 to 12,000)",
        ),
        ("one in five voters", "0.2 of voters"),
        ("one in a million", "0.000001"),
        ("nine out of ten doctors", "0.9 of doctors"),
        ("12 of the 47 passengers", "12 of the 47 passengers"),
        ("twice a week", "2 times per week"),
        ("a day or two", "1 to 2 days"),
        ("14 degrees below zero", "-14 degrees"),
        ("$80 to $85 a barrel", "80 to 85 dollars per barrel"),
        ("£1-2m", "1,000,000 to 2,000,000 pounds sterling"),
        ("two-and-a-half-year-old boy", "2.5 years old (boy)"),
        ("half a century", "0.5 centuries"),
        ("10 men and women", "10 men and women"),
    ],
)
def test_two_hedges_and_words_of_tone(words, told):
    assert str(parse_words(words)) == told == repr(parse_words(words))


@pytest.mark.parametrize(
    "words, told",
    [
        ("at least 20 people were killed", "at least 20 people (were killed)"),
        ("up to 30,000 could take part", "up to 30,000 (could take part)"),
        ("eight years in prison", "8 years (in prison)"),
        ("gusts of up to 90mph", "up to 90 miles per hour (gusts)"),
        ("a six per cent tax increase", "6 per cent (tax increase)"),
        ("10 miles (16 km)", "10 miles (16 km)"),
        ("34C (93F) in Athens", "34 °C (in Athens, 93F)"),
        ("aged between 18 and 24", "18 to 24 years old"),
        (
            "about 20 people in hospital",
            "15 to 25 people (in hospital; our reading; the words print only 20)",
        ),
        (
            "dozens remain missing",
            "no printed end (remain missing; “dozens” prints no figure, and we add no reading)",
        ),
        ("three times as many people", "3 times (as many people)"),
        ("the past five years", "5 years (past)"),
    ],
)
def test_what_stands_beside_a_number_is_kept_in_words(words, told):
    assert str(parse_words(words)) == told


@pytest.mark.parametrize("word", sorted(company.CHANGES | {"20", "twenty", "dozens", "about"}))
def test_no_word_that_changes_a_number_stands_beside_it(word):
    """A tail that holds such a word is refused, or the word is read as a part of the number."""
    for words in (f"20 people {word}", f"20 people in the {word}", f"20 people were {word} there"):
        try:
            made = parse_phrase(words)
        except Problem:
            continue
        assert word not in made.beside.split(), words


@given(st.integers(8, 10**9))
def test_about_reaches_to_a_quarter_at_most_and_holds_the_figure(n):
    made = parse_phrase(f"about {n:,}").interval
    assert n - made.low == made.high - n and 2 <= made.high - n <= n / 4


@pytest.mark.parametrize(
    "reading, told",
    [
        ("printed", "under 6,000 miles (close to it: “nearly”)"),
        ("logical", "under 6,000 miles (close to it: “nearly”)"),
        ("usual", "5,500 to under 6,000 miles (our usual reading; the words print only 6,000)"),
    ],
)
def test_a_reading_is_never_shown_as_printed(reading, told):
    assert repr(parse_words("nearly 6,000 miles", reading)) == told
    assert repr(2 * parse_words("about 200")) == "300 to 500 (our reading: 150 to 250)"


@given(printed_ranges())
def test_only_what_no_word_prints_is_told_as_a_reading(made):
    assert "reading" not in repr(parse_words(str(made)))


@given(st.integers(8, 10**9))
def test_what_about_allows_is_always_told_as_a_reading(n):
    told = repr(parse_words(f"about {n:,} miles"))
    assert told.endswith(f"(our reading; the words print only {n:,})")


def test_what_stays_words_has_no_ends_and_keeps_them():
    made = parse_phrase("tens of thousands of people")
    assert made.words == "tens of thousands" and made.unit == "people"
    assert math.isnan(made.interval.low) and math.isnan(made.interval.high)


@pytest.mark.parametrize(
    "words, unit",
    [
        ("$1.13bn", "dollars"),
        ("20%", "%"),
        ("24-hour", "hours"),
        ("42-year-old", "years old"),
        ("2,000-strong", "strong"),
        ("188 miles an hour", "miles per hour"),
        ("$30 a barrel", "dollars per barrel"),
        ("$40 a year on average", "dollars per year"),
        ("$18.10 billion a year earlier", "dollars"),
        ("two thirds of voters", "of voters"),
        ("at least 14 Russian battalion tactical groups", "Russian battalion tactical groups"),
    ],
)
def test_the_unit_is_kept(words, unit):
    assert parse_phrase(words).unit == unit


@pytest.mark.parametrize(
    "words, why",
    [
        ("20 people a day earlier", "“a day earlier” tells when"),
        ("30 a month later", "“a month later” tells when"),
        ("5,000 men a year before", "“a year before” tells when"),
        ("$7.06 per Class", "“Class” may be a name"),
    ],
)
def test_what_tells_when_or_begins_a_name_is_no_rate(words, why):
    with pytest.raises(Problem, match=why):
        parse_words(words)


def test_how_far_about_reaches_is_written_as_people_write_numbers():
    assert "to within 500 million;" in parse_words("about $534 billion").basis


# --- the hedges are data, and the grammar is one

RULES = {name: Rule("x", "", "(]", "tried here") for name in ("logical", "usual", "wide")}


def test_a_new_hedge_in_the_table_is_read_without_new_code():
    new = Hedge(("a goodly", "… and rising"), "above", "", RULES)
    for words in ("a goodly 200 ships", "200 ships and rising"):
        with pytest.raises(Problem):
            quantity.parse(words, readings(), units())
        made = quantity.parse(words, (*readings(), new), units())
        assert (made.interval.low, made.interval.ends, made.unit) == (200, "(]", "ships")
    other = replace(new, direction="below", names=("a goodly",))
    assert math.isnan(quantity.parse("a goodly 200", (*readings(), other), units()).interval.low)


def test_every_hedge_of_the_table_is_read():
    for hedge in readings():
        for name in hedge.names if hedge.rules and hedge.names[0][0] != "(" else ():
            number = name.replace("…", "200") if "…" in name else f"{name} 200"
            made = parse_phrase(name if hedge.direction == "none" else number)
            exact = hedge.direction == "exact"
            assert made.hedge == ("" if exact else hedge.names[0]), name
            assert (made.printed.low == 200) == (hedge.direction in {"above", "around", "exact"})
            assert (made.printed.high == 200) == (hedge.direction in {"below", "around", "exact"})


def test_a_conflict_in_the_grammar_is_an_error():
    text = quantity.GRAMMAR.read_text(encoding="utf-8")
    assert quantity.grammar().options.parser == "lalr"
    twice = text.replace("| one OR one", "| one OR one\n    | one OR amount -> pair_dash")
    with pytest.raises(GrammarError, match="conflict|collision"):
        Lark(twice, parser="lalr", lexer=quantity._Ready, start="phrase", strict=True)


@pytest.mark.parametrize("words", ["twelve zorks", "3.000 troops", "word " * 61])
def test_a_refusal_is_of_the_kind_that_lessons_tell_in_a_sentence(words):
    with pytest.raises(Unread):
        parse_words(words)
