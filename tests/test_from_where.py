"""The widget of lesson 02 and what the lesson asks: the sentence follows the line, the unit and the
band in every state.
"""

import json
from itertools import product
from pathlib import Path

import pytest
from closereading import (
    answers,
    from_where,
    my_band,
    nearest,
    open_report,
    predict,
    unexplained,
)
from closereading.geo import km, line, lines
from closereading.lesson import calls as lesson
from closereading.lesson import say
from closereading.lesson.contents import lesson as toml_of
from far_away import made

ROOT = Path(__file__).parents[1]
MILE = 1.609344


def at(report, key):
    return report.places.loc[key]


def start(panel, **changed):
    return {**{c.id: c.value for c in panel.controls}, **changed}


def sentence(panel, state):
    """What the widget says to a state."""
    return panel.answer.sentence(panel.answer.choice(state))


def test_goal_and_controls(any_report):
    panel = from_where(any_report)
    assert panel.goal == "Make the sentence true." and len(panel.controls) <= 5
    if any_report.routes.empty:
        assert "needs two places" in panel.says


def test_the_sentence_follows_the_verdict_in_every_state(report):
    for claim in ("C08", "C05"):
        panel, seen = from_where(report, claim), set()
        bands = ((187, 213), (150, 250), (5500, 6000), (0, 9000))
        for (origin, (a, b)), way, (unit, per), (low, high) in product(
            panel.answer.pairs.items(),
            panel.answer.paths,
            (("miles", MILE), ("kilometres", 1)),
            bands,
        ):
            state = start(panel, origin=origin, path=way, unit=unit, band=[low, high])
            says = sentence(panel, state)
            route = f"{a}-{b}" if way == "straight" else f"{a}-{b}-{way}"
            one = line(report, claim, a, b, route)
            least, most = one.low / per, one.high / per
            wanted = (
                "is not true"
                if most < low or least > high
                else (
                    ("is true" if unit == "miles" else "would be true")
                    if low <= least and most <= high
                    else "cannot be decided"
                )
            )
            assert (
                wanted in says
                and ("The report prints miles" in says) == (unit != "miles")
                and (way == "straight") == ("in a straight line" in says)
            ), says
            seen.add(wanted)
        assert len(seen) == 4


def test_the_goal_is_reached_from_one_listed_place_at_first(report):
    panel = from_where(report)
    true = [
        o for o in panel.controls[0].options if "is true" in sentence(panel, start(panel, origin=o))
    ]
    assert true == ["Luninets airfield"] and "is not true" in panel.says


STATES = [
    ("C08", {}),
    ("C08", dict(unit="kilometres", band=[150, 250])),
    ("C08", dict(place="Babruysk")),
    ("C08", dict(place="pinsk", unit="kilometres")),
    ("C08", dict(place="Moscow")),
    ("C08", dict(band=[400, 700])),
    ("C08", dict(band=[0, 0])),
    ("C05", dict(path="rail")),
    ("C05", dict(place="Chita")),
]


@pytest.mark.parametrize("claim, changed", STATES)
def test_the_marks_of_the_widget_open(report, claim, changed):
    panel = from_where(report, claim)
    shown = panel.answer.picture(start(panel, **changed))
    assert unexplained(shown, report) == [] and shown.says in sentence(
        panel, start(panel, **changed)
    )
    panel.values = start(panel, **changed)
    assert (
        panel.ground[1:4] == b"PNG"
        and panel.says == shown.says
        and f"The words behind these {len(shown.marks)} marks" in panel.view
    )


@pytest.mark.parametrize(
    "changed, words",
    [
        (dict(place="Atlantis"), "“Atlantis” is on no list here"),
        (dict(place="Pinks"), "Did you mean Pinsk"),
        (dict(place="Kyiv"), "that is where the line ends"),
        (dict(place="Canberra"), "no flat map shows them truly"),
        (dict(place="<b>x</b>"), "is on no list here"),
        (dict(place="Belarus"), "an area, not a point"),
        (dict(place="Belarus border"), "an area, not a point"),
        (dict(place="Crimea"), "an area, not a point"),
    ],
)
def test_what_cannot_be_measured_is_said(report, changed, words):
    panel = from_where(report)
    panel.values = start(panel, **changed)
    assert words in panel.says and "Traceback" not in panel.says and "<b>" not in panel.view
    panel.values = start(panel)
    assert "Homiel to Kyiv" in panel.says


def test_the_band_of_lesson_00_comes_back(monkeypatch):
    assert (
        my_band(open_report()) == (187, 213)
        and my_band(open_report("full-house")) == (85, 95)
        and my_band(open_report("bare")) == (None, None)
    )
    monkeypatch.setattr(say, "display", lambda thing: None)
    predict("00.p", place="Homiel", least=140, most=260)
    assert my_band(open_report()) == (140, 260) and my_band(open_report(), "C05") == (5500, 6000)
    assert (
        from_where(open_report()).values["band"] == [140, 260]
        and from_where(open_report()).values["place"] == "Homiel"
    )


@pytest.mark.parametrize(
    "place, shown", [("Pinsk", "Pinsk"), ("Kyiv", ""), ("the border", ""), ("Atlantis", "")]
)
def test_a_sealed_place_that_is_on_a_list_stands_in_the_widget_and_a_wide_band_is_cut(
    monkeypatch, place, shown
):
    monkeypatch.setattr(say, "display", lambda thing: None)
    predict("00.p", place=place, least=100, most=1500)
    assert from_where(open_report()).values["place"] == shown and from_where(open_report()).values[
        "band"
    ] == [100, 700]


def test_a_typed_town_has_straight_lines_only_and_the_widget_says_so(report):
    panel = from_where(report, "C05")
    assert "only straight lines from a typed town" in sentence(
        panel, start(panel, path="rail", place="Chita")
    )


def test_menu_and_typed_town_do_not_fight_and_what_is_no_town_leaves_the_picture(report):
    panel = from_where(report)
    panel.values = {"place": "Pinsk"}
    assert "Pinsk to Kyiv" in panel.says
    panel.values = {"origin": "Minsk"}
    assert panel.values["place"] == "" and "Minsk to Kyiv" in panel.says
    shown = panel.moving, panel.ground
    panel.values = {"place": "asdf"}
    assert "on no list here" in panel.says and "still the setting before" in panel.says
    assert (panel.moving, panel.ground) == shown
    panel.values = {"place": "", "unit": "kilometres"}
    assert next(c for c in panel.controls if c.id == "band").unit == "kilometres"


def test_a_reached_goal_says_what_was_learned(report):
    panel = from_where(report)
    panel.values = {"origin": "Luninets airfield", "band": [150, 250]}
    assert "Goal reached: you chose the start" in panel.says


def test_a_band_beyond_the_lines_is_seen(report):
    answer = from_where(report).answer
    state = start(from_where(report), band=[390, 655])
    near, far = answer.frame(start(from_where(report))), answer.frame(state)
    whole = answer.picture(state)
    assert far.ground != near.ground and whole.figure.axes[1].get_xlim()[1] >= 655
    assert unexplained(whole, report) == []


def test_a_report_in_kilometres_is_asked_in_kilometres(work):
    ends = [("here", 50, 30), ("there", 56.3, 30)]
    panel = from_where(made(work, ends, [("here", "there")], "km"))
    assert panel.values["unit"] == "kilometres" and "so read, the sentence is true" in panel.says
    panel.values = start(panel, unit="miles")
    assert panel.says.endswith("The report prints kilometres.")


def test_a_claim_without_a_number_shows_its_map_and_no_band(work):
    made(work, [("here", 50, 30), ("there", 51, 30)], [("here", "there")])
    (work / "mine" / "numbers.csv").unlink()
    panel = from_where(open_report("mine"))
    assert panel.controls == [] and "Here 69" in panel.view
    assert "Each line of the map has its row" in panel.says


# --- the lesson


def test_wanted_values_of_lesson_02_are_measured(report):
    wanted = {k: [a["value"] for a in e["accept"]] for k, e in toml_of("02")["check"].items()}
    assert wanted["1"][0] == pytest.approx(10_000 / MILE, abs=0.05)
    assert wanted["1"][1] == [round(10_000 / MILE, -2), round(10_000 / MILE, -1)]
    away = {one.places[0]["name"]: km(*one.places) / MILE for one in lines(report, "C08")}
    assert set(wanted["2"][0]) == {n for n, d in away.items() if 150 <= d <= 250}
    soil = [nearest("Belarus", at(report, "kyiv"), s)[0] for s in ("10m", "50m", "110m")]
    assert wanted["3"] == pytest.approx([s / MILE for s in soil], abs=0.1)
    wrong = [
        m["value"]
        for m in toml_of("02")["check"]["3"]["misconception"]
        if isinstance(m.get("value"), float)
    ]
    assert wrong == pytest.approx(soil, abs=0.1)


def test_our_repaired_sentence_passes_and_each_missing_part_is_named(monkeypatch):
    said = []
    monkeypatch.setattr(say, "display", lambda thing: said.append(thing.text))
    notebook = json.loads((ROOT / "notebooks" / "02_how_far.ipynb").read_text(encoding="utf-8"))
    ours = (
        "Kyiv lies about 205 miles, in a straight line, from Luninets airfield, one of the places"
        " officially listed on 10 February 2022 for the drills."
    )
    assert any(ours in "".join(c["source"]) for c in notebook["cells"])
    lesson.repair("02.r", ours)
    assert said[-1].startswith("Kept. I found both ends")
    for without, part in (
        (ours.replace(" from Luninets airfield,", ","), "from where to where"),
        (ours.replace("205 miles", "that far"), "number with its unit"),
        (ours.replace(", in a straight line,", ""), "along what"),
    ):
        lesson.repair("02.r", without)
        assert part in said[-1] and answers.load()[0][-1]["verdict"] == "not yet"


@pytest.mark.parametrize(
    "place, says",
    [
        ("Russia", "“Russia” is an area, not a point"),
        ("the border", "“the border” is an area, not a point"),
        ("Atlantis", "“Atlantis” is on no list here"),
        ("Kiev", "There the line ends."),
        ("Minsk", "In lesson 00 you wrote: Minsk, 180 to 220 miles."),
    ],
)
def test_the_widget_says_what_was_written_in_lesson_00(report, place, says):
    answers.save("predict", "00.p", {"place": place, "least": 180, "most": 220})
    panel = from_where(report)
    assert says in panel.goal and f"In lesson 00 you wrote: {place}, 180 to 220" in panel.goal
    assert panel.values["band"] == [180, 220]
    assert [a["kind"] for a in answers.load()[0]] == ["predict", "shown"]
