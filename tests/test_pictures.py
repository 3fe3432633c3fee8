"""The promise: every mark opens to its words; and whatever breaks that is found. Each guard is
proved by breaking the thing.
"""

import re

import matplotlib.pyplot as plt
import pytest
from closereading import charts, opens, unexplained
from closereading.data.reference import read
from closereading.reading.scope import scope_diff, split_by_scope

NAN = float("nan")


def drawings(report):
    yield charts.counts(report)
    yield charts.accounts(report)
    yield charts.intervals(report)
    for reading in ("logical", "wide"):
        yield charts.intervals(report, reading=reading)
    for topic in report.numbers["topic"].unique():
        yield charts.intervals(report, report.numbers[report.numbers["topic"] == topic])


def forces(report):
    return charts.intervals(report, report.numbers[report.numbers["topic"] == "forces"])


def artist(picture, gid, kind):
    return next(
        a
        for ax in picture.figure.axes
        for a in [*ax.lines, *ax.patches, *ax.images, *ax.texts]
        if a.get_gid() == gid and isinstance(a, kind)
    )


def test_every_mark_is_explained(any_report):
    for picture in drawings(any_report):
        assert unexplained(picture, any_report) == []
        html = str(picture.html())
        if picture.figure is not None:
            assert (
                re.search(r'<img alt="[^"]{30,}"', html) and f"{len(picture.marks)} marks" in html
            )
            for mark in picture.marks.itertuples():
                assert all(str(picture.words()).count(key) for key in mark.ids)


def test_all_claims_are_in_the_chart_of_claims(any_report):
    marks = charts.counts(any_report).marks
    assert sorted(key for ids in marks["ids"] for key in ids) == sorted(any_report.claims.index)


def test_what_cannot_be_drawn_is_said():
    from closereading.data.report import open_report

    picture = charts.intervals(open_report("bare"))
    assert (
        picture.figure is None
        and "has no number" in str(picture.html())
        and unexplained(picture, open_report("bare")) == []
    )


def test_a_choice_without_numbers_names_the_topics_that_have_some(report):
    picture = charts.intervals(report, report.numbers[report.numbers["topic"] == "attendance"])
    assert picture.figure is None and "“forces”" in str(picture.html())


def test_hostile_names_are_text():
    from closereading.data.report import open_report

    html = str(charts.counts(open_report("bare")).html())
    assert "<script>" not in html and "&lt;script&gt;" in html and "<b>goats" not in html


# --- break it once


def test_a_moved_bar_is_found(any_report):
    picture = charts.counts(any_report)
    bar = picture.figure.axes[0].patches[0]
    bar.set_width(bar.get_width() + 1)
    assert any("drawn at" in c for c in unexplained(picture, any_report))


def test_a_moved_cap_is_found(report):
    from matplotlib.lines import Line2D

    picture = forces(report)
    line = artist(picture, "N11", Line2D)
    line.set_xdata([x + 1000 for x in line.get_xdata()])
    assert any(c.startswith("N11: drawn at") for c in unexplained(picture, report))


def test_a_moved_fade_is_found(report):
    from matplotlib.image import AxesImage

    picture = forces(report)
    artist(picture, "N07", AxesImage).set_extent((3000, 6000, 0, 1))
    assert any(c.startswith("N07: drawn at 6,000") for c in unexplained(picture, report))


def test_a_midpoint_is_found(report):
    picture = forces(report)
    picture.figure.axes[0].plot([11000], [0.5], "o", gid="N11")
    assert any("N11: drawn at 11,000" in c for c in unexplained(picture, report))


def test_a_bar_for_a_bound_is_found(report):
    picture = forces(report)
    ax = next(ax for ax in picture.figure.axes if any(t.get_gid() == "N12" for t in ax.texts))
    ax.barh(0.5, 30000, 0.1)[0].set_gid("N12")
    assert any("N12: a bar from zero" in c for c in unexplained(picture, report))


def test_a_missing_arrow_and_one_that_points_the_wrong_way_are_found(report):
    picture = forces(report)
    arrow = next(t for ax in picture.figure.axes for t in ax.texts if t.get_gid() == "N12:open")
    arrow.xy = (35000, arrow.xy[1])
    assert "N12: an open end without its arrow" in unexplained(picture, report)
    arrow.remove()
    assert "N12: an open end without its arrow" in unexplained(picture, report)


def test_an_artist_without_words_is_found(report):
    picture = forces(report)
    picture.figure.axes[0].axvspan(9000, 13000)
    assert any("no mark explains it" in c for c in unexplained(picture, report))


def test_swapped_labels_are_found(report):
    picture = forces(report)
    texts = [t for ax in picture.figure.axes for t in ax.texts]
    for t in texts:
        t.set_gid({"N07": "N11", "N11": "N07"}.get(t.get_gid(), t.get_gid()))
    assert {"N07: no label says “Oleksiy Reznikov”", "N11: no label says “Janes”"} <= set(
        unexplained(picture, report)
    )


def test_a_missing_mark_is_found(report):
    picture = forces(report)
    for ax in picture.figure.axes:
        for line in [a for a in ax.lines if a.get_gid() == "N05"]:
            line.remove()
    assert any(c.startswith("N05: its end 100,000") for c in unexplained(picture, report))


def test_a_deleted_claim_is_found(any_report):
    for picture in (charts.counts(any_report), charts.intervals(any_report)):
        if picture.figure is None:
            continue
        key = picture.marks["ids"].iloc[0][0]
        kept = any_report.claims, any_report.numbers
        any_report.claims = any_report.claims.drop(key)
        any_report.numbers = any_report.numbers[any_report.numbers["from"] != key]
        assert unexplained(picture, any_report)
        any_report.claims, any_report.numbers = kept
        assert unexplained(picture, any_report) == []


def test_a_swapped_speaker_is_found(any_report):
    for picture in (charts.counts(any_report), charts.intervals(any_report)):
        if picture.figure is None:
            continue
        key = picture.marks["ids"].iloc[0][0]
        kept = any_report.claims.copy(), any_report.numbers.copy()
        any_report.claims.loc[key, ["speaker", "who"]] = "somebody else"
        any_report.numbers.loc[any_report.numbers["from"] == key, "who"] = "somebody else"
        assert unexplained(picture, any_report)
        any_report.claims, any_report.numbers = kept


def test_changed_words_in_the_report_are_found(report):
    picture = forces(report)
    report.numbers.loc["N12", "words"] = "up to 31,000 could take part"
    assert any(c.startswith("N12: words is") for c in unexplained(picture, report))


# --- a learner's own chart


def own(report, vertical=False):
    rows = report.claims[report.claims["account"] == "analysts"]
    counted = rows["who"].value_counts()
    ax = counted.plot.bar() if vertical else counted.plot.barh()
    return opens(ax, report.marks(rows), "Eight claims by analysts", "Three names.")


@pytest.mark.parametrize("vertical", [False, True])
def test_a_chart_of_ones_own_opens(report, vertical):
    picture = own(report, vertical)
    assert unexplained(picture, report) == [] and not plt.get_fignums()
    bar = picture.figure.axes[0].patches[0]
    (bar.set_height if vertical else bar.set_width)(7)
    assert any("drawn at 7" in c for c in unexplained(picture, report))


def test_a_bar_nobody_explains_is_found(report):
    rows = report.claims[report.claims["account"] == "analysts"]
    ax = rows["who"].value_counts().plot.barh()
    picture = opens(ax, report.marks(rows).iloc[1:], "One is missing", "")
    assert any("no mark explains it" in c for c in unexplained(picture, report))


# --- words, scopes


@pytest.mark.parametrize(
    "low, high",
    [(0, 0), (-12, -5), (-5, 5), (NAN, -3), (-3, NAN), (0, NAN), (0.002, 0.004), (1e9, 2e12)],
)
def test_numbers_of_any_size_are_drawn_inside_their_axis(report, low, high):
    report.numbers.loc["N11", ["low", "high"]] = low, high
    picture = charts.intervals(report, report.numbers.loc[["N11"]])
    assert unexplained(picture, report) == []
    begin, limit = picture.figure.axes[0].get_xlim()
    assert all(begin <= e <= limit for e in (low, high) if e == e)
    arrow = next((t for t in picture.figure.axes[0].texts if t.get_gid() == "N11:open"), None)
    assert (
        arrow is None
        or begin <= arrow.xy[0] <= limit
        and arrow.xy[0] != (high if low != low else low)
    )


@pytest.mark.parametrize(
    "hedge, low, high, expected",
    [
        ("", 8000, 14000, (8000, 14000, False)),
        ("over", 100000, NAN, (100000, NAN, False)),
        ("up to; could", NAN, 30000, (NAN, 30000, False)),
        ("only a few thousand", NAN, NAN, (3000, 5000, True)),
        ("just a few dozen", NAN, NAN, (36, 60, True)),
        ("only about", 200, 200, (150, 250, True)),
        ("about", 41000, 41000, (40500, 41500, True)),
        ("", 6, 6, (6, 6, False)),
        ("umpteen", NAN, NAN, (NAN, NAN, True)),
    ],
)
def test_readings(hedge, low, high, expected):
    found = read(hedge, low, high)
    assert (found.low, found.high) == pytest.approx(expected[:2], nan_ok=True) and bool(
        found.soft
    ) == expected[2]
    assert found.basis


def test_five_forces_stand_in_four_facets(report):
    facets = split_by_scope(report.numbers[report.numbers["topic"] == "forces"])
    assert sorted(sorted(f.rows.index) for f in facets) == [
        ["N05"],
        ["N07", "N11"],
        ["N10"],
        ["N12"],
    ]
    assert [f.read_as for f in facets if len(f.rows) > 1] == ["Russian troops"]
    number = report.numbers.loc
    assert scope_diff(number["N11"], number["N12"]) == ["status", "population"]
    assert scope_diff(number["N05"], number["N11"]) == ["place", "population"]
    assert scope_diff(number["N10"], number["N11"]) == ["unit", "population"]


def test_axes_that_must_not_be_compared_have_other_scales(report):
    axes = forces(report).figure.axes
    assert len({(ax.get_xlim()[1], round(ax.get_position().width, 3)) for ax in axes}) == len(axes)


# --- days


def days(report):
    return charts.timeline(report)


def test_a_timeline_says_its_days_and_not_numbers(any_report):
    picture = days(any_report)
    assert unexplained(picture, any_report) == []
    if picture.figure is None:
        assert "No day is listed" in str(picture.html())
        return
    shown = f"{picture.alt} {picture.words()}"
    assert not re.search(r"\b1[89],?\d{3}\b|\(day\)", shown)
    for key, row in any_report.events.iterrows():
        assert f"{row['date'].day} {row['date']:%B %Y}" in shown and key in set(
            picture.marks["gid"]
        )


def test_every_event_of_every_day_is_explained():
    from closereading.data.report import open_report

    late = open_report()
    picture = charts.timeline(late)
    assert len(picture.marks) == len(late.events) == 15 and unexplained(picture, late) == []
    words = str(picture.words())
    assert "“will leave Belarus at that time” (C13, paragraph 5)" in words
    assert (
        "not a single Russian soldier will remain (R55, source card, in our words)" in words
    )  # our words stand in no quotation marks


@pytest.mark.parametrize(
    "shift, told",
    [(1, "21 February 2022"), (-7, "13 February 2022"), (0.5, "20 February 2022, 12:00")],
)
def test_a_day_moved_is_found(report, shift, told):
    from matplotlib.lines import Line2D

    picture = days(report)
    dot = artist(picture, "V04", Line2D)
    dot.set_xdata([x + shift for x in dot.get_xdata()])
    assert f"V04: drawn at {told}; the mark says 20 February 2022" in unexplained(picture, report)
    assert "V04: its end 20 February 2022 is not drawn" in unexplained(picture, report)


def test_a_day_in_the_middle_of_a_span_is_found(report):
    picture = days(report)
    picture.figure.axes[0].plot(
        [picture.marks.set_index("gid").loc["V03", "low"] + 5], [1], "o", gid="V03"
    )
    assert any(c.startswith("V03: drawn at 15 February 2022") for c in unexplained(picture, report))


def test_a_day_changed_in_the_report_is_found(report):
    import pandas as pd

    picture = days(report)
    report.events.loc["V06", "until"] = pd.Timestamp("2022-02-25")
    assert any(c.startswith("V06: high is") for c in unexplained(picture, report))


def test_a_claim_or_speaker_behind_a_day_that_is_lost_is_found(report):
    picture, kept = days(report), report.claims
    report.claims = kept.drop("C13")
    assert any("V04" in c for c in unexplained(picture, report))
    report.claims = kept.copy()
    report.claims.loc["C13", "who"] = "somebody else"
    assert any(c.startswith("V04: who is 'the Kremlin'") for c in unexplained(picture, report))
    report.claims = kept
    for text in picture.figure.axes[0].texts:
        if text.get_gid() == "V04" and "Kremlin" in text.get_text():
            text.set_text(text.get_text().replace("the Kremlin", "no stated source"))
    assert "V04: no label says “the Kremlin”" in unexplained(picture, report)


def test_a_card_behind_a_day_that_is_lost_is_found():
    from closereading.data.report import open_report

    late = open_report()
    picture = charts.timeline(late)
    late.sources = late.sources.drop("R56")
    assert any("R56" in c for c in unexplained(picture, late))
