"""Ranges: what is printed stays printed, arithmetic holds every member, words and ranges translate
both ways.
"""

import csv
import math
import random
from pathlib import Path
from statistics import median, quantiles

import numpy as np
import pytest
from closereading.data.reference import parse_words, read, readings
from closereading.reading.hedges import last_place
from closereading.reading.interval import Interval
from closereading.reading.scope import scope_diff, split_by_scope
from closereading.reading.text import Problem
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
whole = st.integers(-50, 50)
parse_words("one")  # builds the grammar, so that no test is timed with it


@st.composite
def ranges(draw, least=-50):
    low, high = sorted((draw(st.integers(least, 50)), draw(st.integers(least, 50))))
    if low == high:
        return Interval(low, high)
    return Interval(
        draw(st.sampled_from([low, None])),
        draw(st.sampled_from([high, None])),
        ends=draw(st.sampled_from(["[]", "[)", "(]", "()"])),
    )


@st.composite
def member(draw, which):
    low, high = (
        (-90 if math.isnan(which.low) else which.low),
        (90 if math.isnan(which.high) else which.high),
    )
    x = draw(st.floats(low, high, width=32).filter(lambda v: v in which))
    return x


def near(result, made, *members):
    """Whether a result is in a range, give or take the rounding of figures of that size."""
    slack = 1e-6 * max(1, *map(abs, members), abs(result))
    return any(r in made for r in (result, result - slack, result + slack))


@given(ranges(), ranges(), st.data())
def test_results_of_members_are_members_of_the_result(a, b, data):
    x, y = data.draw(member(a)), data.draw(member(b))
    for made, result in ((a + b, x + y), (a - b, x - y), (a * b, x * y)):
        assert near(result, made, x, y, x * y), (made, result)
    assert -x in -a and x in +a
    try:
        quotient = a / b
    except Problem:
        return
    assert near(x / y, quotient, x, y) or abs(y) < 1e-3


@given(ranges(), st.integers(-50, 50), st.data())
def test_a_number_stands_on_either_side_of_the_sign(a, n, data):
    x = data.draw(member(a))
    for made, result in ((n + a, n + x), (n - a, n - x), (n * a, n * x)):
        assert near(result, made, n, x), (made, result)
    try:
        quotient = n / a
    except Problem:
        assert 0 in a
        return
    assert near(n / x, quotient, n, x) or abs(x) < 1e-3


@given(ranges())
def test_a_range_and_its_negative(a):
    ends = lambda r: (r.low, r.high, r.ends)
    negative = -a
    assert str(ends(-negative)) == str(ends(a)) and +a is a
    assert math.isnan((-a).low) == math.isnan(a.high)
    assert a == Interval(a.low, a.high, a.soft, a.basis, a.ends)
    assert hash(a) == hash(Interval(a.low, a.high, a.soft, a.basis, a.ends))


@given(ranges(), st.sampled_from([math.nan, math.inf, -math.inf, None, "14", 1 + 2j]))
def test_what_is_no_finite_number_is_in_nothing(a, x):
    assert x not in a and x not in Interval(None, None)


def test_what_a_learner_may_write_with_a_range():
    made = Interval(1, 2)
    assert [str(r) for r in (5 - made, 14 / made, -made, +made)] == [
        "3 to 4",
        "7 to 14",
        "-2 to -1",
        "1 to 2",
    ]
    assert str(-Interval(0, 5)) == "-5 to 0" and str(-Interval(14, None)) == "up to -14"
    assert str(np.float64(5) - made) == "3 to 4" and np.int64(2) in made
    assert str(10 - Interval(1, None, ends="(]")) == "under 9"
    assert Interval(14, None) == Interval(14, math.inf) == Interval(14, float("nan"))
    assert made != Interval(1, 2, ends="[)") and made != (1, 2)
    assert str(Interval(1, 12_345_678_901_234)) == "1 to 12,345,678,901,234"
    for wrong in (lambda: made + "a", lambda: (1, 2) - made, lambda: made * None):
        with pytest.raises(Problem, match="a number or another range is wanted"):
            wrong()
    for wrong in (lambda: 14 / Interval(-1, 1), lambda: 14 / Interval(0, 1)):
        with pytest.raises(Problem, match="holds nought"):
            wrong()
    with pytest.raises(Problem, match="An end of a range is 'x'; a number is wanted"):
        Interval("x", 2)


@given(ranges(), ranges())
def test_ends_are_in_order_and_no_end_is_lost(a, b):
    for made in (a + b, a - b, a * b):
        assert not made.low > made.high
    assert math.isnan((a + b).low) == (math.isnan(a.low) or math.isnan(b.low))
    assert ((a + b).ends[0] == "[") == (
        a.ends[0] == b.ends[0] == "[" and not math.isnan(a.low + b.low)
    ) or math.isnan((a + b).low)


@given(ranges(), ranges())
def test_ranges_meet_where_they_share_a_number(a, b):
    shared = any(x / 4 in a and x / 4 in b for x in range(-800, 801))
    assert (
        a.meets(b) == b.meets(a) == shared
    )  # ends are whole: what is shared is a whole number or at least one wide


@given(ranges(least=0))
def test_printed_ranges_parse_back_to_themselves(a):
    if str(a) == "anything":
        return
    again = parse_words(str(a))
    shown = lambda i: (None if math.isnan(i.low) else i.low, None if math.isnan(i.high) else i.high)
    assert shown(again) == shown(a) and str(again) == str(a)


@given(ranges())
def test_only_two_printed_ends_have_a_middle(a):
    if math.isnan(a.low) or math.isnan(a.high):
        with pytest.raises(Problem, match="no middle"):
            a.middle  # noqa: B018
    else:
        assert a.low <= a.middle <= a.high


@pytest.mark.parametrize(
    "words, low, high, ends",
    [
        ("at least 14", 14, None, "[]"),
        ("at least 14 Russian battalion tactical groups", 14, None, "[]"),
        ("8,000 to 14,000", 8000, 14000, "[]"),
        ("between 8,000 and 14,000 troops", 8000, 14000, "[]"),
        ("8 to 14 thousand", 8000, 14000, "[]"),
        ("up to 30,000", None, 30000, "[]"),
        ("over 100,000", 100000, None, "(]"),
        ("more than a few", 0, 0, ""),
        ("only a few thousand", 3000, 5000, "[]"),
        ("a few dozen miles", 36, 60, "[]"),
        ("nearly 6,000", None, 6000, "[)"),
        ("about 200", 150, 250, "[]"),
        ("only about 200 miles", 150, 250, "[]"),
        ("six", 6, 6, "[]"),
        ("Six Russian warships", 6, 6, "[]"),
        ("2.5 million", 2.5e6, 2.5e6, "[]"),
        ("14 or 15", 14, 15, "[]"),
        ("two or three hundred", 200, 300, "[]"),
        ("38 km", 38, 38, "[]"),
        ("38k", 38000, 38000, "[]"),
        ("a dozen", 12, 12, "[]"),
        ("about a dozen", 10, 14, "[]"),
        ("some 40", 35, 45, "[]"),
        ("an estimated 300", 250, 350, "[]"),
        ("as many as 300", None, 300, "[]"),
        ("one in five", 0.2, 0.2, "[]"),
        ("two of three", 0, 0, ""),
        ("a man", 0, 0, ""),
        ("14 or more", 14, None, "[]"),
        ("30,000 at most", None, 30000, "[]"),
        ("100,000+", 100000, None, "[]"),
        ("around 5k", 4500, 5500, "[]"),
        ("8.000", 0, 0, ""),
        ("twenty-one", 21, 21, "[]"),
        ("8,000-14,000", 8000, 14000, "[]"),
        ("dozens", None, None, "[]"),
        ("", 0, 0, ""),
        ("several hundred", None, None, "[]"),
        (14, 0, 0, ""),
        (None, 0, 0, ""),
    ],
)
def test_words_a_learner_may_type(words, low, high, ends):
    if not ends:
        with pytest.raises(Problem, match="safely|wanted"):
            parse_words(words)
        return
    made = parse_words(words)
    assert (
        made.low if low is not None else math.isnan(made.low) or made.low,
        made.high if high is not None else math.isnan(made.high) or made.high,
    ) == (low if low is not None else True, high if high is not None else True)
    assert made.ends == ends


# phrase: ends under the logical, the usual and the wide reading
WORDS = {
    "N10": [(14, None)] * 3,
    "N11": [(8000, 14000), (8000, 14000), (7500, 14500)],
    "N12": [(None, 30000), (None, 30000), (None, 35000)],
    "N05": [(100000, None), (100000, 125000), (100000, 150000)],
    "N07": [(2000, 10000), (3000, 5000), (2000, 10000)],
    "N06": [(24, 120), (36, 60), (24, 120)],
    "N02": [(None, 6000), (5500, 6000), (5000, 6000)],
    "N03": [(None, None), (150, 250), (100, 300)],
    "N08": [(6, 6)] * 3,
}


@pytest.mark.parametrize("key", WORDS)
def test_the_readings_of_the_reports_words(report, key):
    row = report.numbers.loc[key]
    none = lambda x: None if math.isnan(x) else x
    for reading, wanted in zip(("logical", "usual", "wide"), WORDS[key]):
        made = read(row["hedge"], row["low"], row["high"], reading)
        assert (none(made.low), none(made.high)) == wanted and made.basis.startswith(
            f"{reading} reading"
        )
        assert (
            bool(made.soft) == (wanted != WORDS[key][0] or key in {"N07", "N06"}) or key == "N03"
        ), made


def test_a_reading_nobody_listed_is_refused():
    with pytest.raises(Problem, match="no reading “hopeful”"):
        read("a few hundred", math.nan, math.nan, "hopeful")


@pytest.mark.parametrize("reading", ["printed", "logical", "usual", "wide"])
def test_no_reading_of_a_printed_number_loses_the_printed_end(any_report, reading):
    for _, row in any_report.numbers.iterrows():
        made = read(row["hedge"], row["low"], row["high"], reading)
        for end in {row["low"], row["high"]}:
            assert (
                math.isnan(end)
                or math.isnan(made.low)
                and math.isnan(made.high)
                or end in made
                or end in (made.low, made.high)
            )


def test_every_hedge_of_a_report_has_a_reading(any_report):
    known = [name for hedge in readings() if hedge.rules for name in hedge.names]
    for hedge in any_report.numbers["hedge"]:
        assert not hedge or any(k in hedge.lower() for k in known), hedge


# --- the numbers that lessons 03 and 04 print, computed anew


def test_groups_times_men(report):
    janes, few = read("", 8000, 14000), read("only a few thousand", math.nan, math.nan)
    men = janes / Interval(14, 14)
    assert (round(men.low, 1), men.high) == (571.4, 1000) and [
        round(e) for e in ((few / 14).low, (few / 14).high)
    ] == [214, 357]
    open_count = janes / read("at least", 14, math.nan)
    assert open_count.low == 0 and open_count.high == 1000 and open_count.ends == "(]"
    wide = read("only a few thousand", math.nan, math.nan, "wide")
    both = [m for m in range(100, 1201) if 14 * m in wide and 14 * m in janes]
    assert (both[0], both[-1]) == (572, 714) and not [
        m for m in range(100, 1201) if 14 * m in few and 14 * m in janes
    ]
    assert [str(14 * Interval(*pair)) for pair in ((700, 900), (600, 1000))] == [
        "9,800 to 12,600",
        "8,400 to 14,000",
    ] and 14 * 750 == 10500
    assert math.ceil(30000 / 1000) == 30 and math.ceil(30000 / 700) == 43


def test_one_shared_strength_against_fourteen_separate_ones():
    rng = random.Random(2022)
    shared = [14 * rng.uniform(571, 1000) for _ in range(100_000)]
    separate = [sum(rng.uniform(571, 1000) for _ in range(14)) for _ in range(100_000)]
    width = {}
    for name, drawn in (("shared", shared), ("separate", separate)):
        tenths = quantiles(drawn, n=10)
        width[name] = (
            tenths[8] - tenths[0],
            round(tenths[0]),
            round(tenths[8]),
            round(median(drawn)),
        )
    assert round(width["shared"][0] / width["separate"][0], 2) == 4.04
    assert width["shared"][1:] == (8596, 13396, 11005) and width["separate"][1:] == (
        10405,
        11594,
        11000,
    )


def test_the_widths_of_hedge_words_are_those_of_the_coefficients():
    with (ROOT / "data/reference/width_study.csv").open(encoding="utf-8") as f:
        table = {row["hedge"]: row for row in csv.DictReader(f)}
    for hedge, x, wanted in (
        ("about", 200, 25.5),
        ("nearly", 6000, 216.7),
        ("over", 100_000, 8604.0),
        ("at least", 14, 2.0),
    ):
        a, b, c, d, e, f_, g, h = (float(table[hedge][k]) for k in "ABCDEFGH")
        z, r = math.log10(x), len(str(x)) - len(str(x).rstrip("0"))
        five = str(x).rstrip("0").endswith("5")
        w = 10 ** (
            a
            + b * z
            + c * r
            + d * five
            + e * z * r
            + f_ * z * five
            + g * r * five
            + h * z * r * five
        )
        assert w == pytest.approx(wanted, abs=0.05)


def test_which_numbers_differ_in_scope_and_what_a_sum_keeps(report):
    n = report.numbers.loc
    assert (
        scope_diff(n["N12"], n["N11"]) == ["status", "population"]
        and len(split_by_scope(report.numbers.loc[["N05", "N07", "N10", "N11", "N12"]])) == 4
    )
    assert str(read("over", 100_000, math.nan) + read("", 8000, 14000)) == "over 108,000"


def test_a_quotient_is_exact_where_its_ends_are():
    assert (
        Interval(49, 49) / Interval(49, 49) == Interval(1, 1, basis="computed: (49) ÷ (49)")
        and 1 in Interval(49, 49) / 49
    )
    assert (
        str(Interval(2, 3) / Interval(0, 4, ends="(]")) == "at least 0.5"
        and str(Interval(2, 3) / Interval(-4, 0, ends="[)")) == "up to -0.5"
    )


def test_last_place():
    wanted = {200: 100, 41_000: 1000, 14: 1, 100_000: 100_000, 12_800: 100, 2.5: 0.1, 0: 1}
    assert {x: last_place(x) for x in wanted} == wanted
