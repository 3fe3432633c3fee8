"""Lessons 07 and 08: the table of evidence and its numbers, the matrix bench and the dated cards
in all their states, and what the checks want.
"""

import json
import re
import shutil
from html import unescape
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from closereading import answers, charts, evidence, faults, opens
from closereading.data.report import open_report
from closereading.data.schema import several
from closereading.lesson import calls as lesson
from closereading.lesson import say
from closereading.lesson.contents import lesson as toml_of
from closereading.reading.scope import accepted
from closereading.reading.text import Problem
from closereading.widgets import dated_cards as cards
from closereading.widgets import matrix, own_item, scope_form

ROOT = Path(__file__).parents[1]
SIX, ELEVEN = (
    ("exercise", "pressure", "preparing", "open"),
    (
        "exercise",
        "pressure",
        "decided",
        "open",
    ),
)
WORKED = [
    ["fits", "neither"],
    ["fits", "neither"],
    ["speaks against", "neither"],
    ["neither", "fits very well"],
]


def deciding(table, items=None, votes="item"):
    """list of str: the items without which others share the top."""
    tops = evidence.leave_one_out(table, items, votes)["top"]
    return [item for item in table.columns if tops[item] != tops["nothing"]]


def scores(series, order):
    return pytest.approx([float(series[r]) for r in order], abs=0.005)


# --- the numbers of the method


def test_the_small_table(report):
    table = evidence.ratings(report)
    assert list(table.index) == list(SIX) and list(table.columns) == [
        "E1",
        "E2",
        "E3",
        "E4",
        "E5",
        "E6",
    ]
    assert [-2, 0, -1, 0] == scores(evidence.inconsistency(table), SIX)
    for votes in ("worst", "mean"):
        assert [-1, 0, -1, 0] == scores(evidence.inconsistency(table, report.items, votes), SIX)
    without = evidence.leave_one_out(table)
    for item in ("E2", "E3"):
        assert [-1, 0, -1, 0] == scores(without.loc[item], SIX)
    assert [-2, 0, 0, 0] == scores(without.loc["E4"], SIX)
    assert without["top"].to_dict() == dict.fromkeys(
        ["nothing", *table.columns], "pressure, open"
    ) | {"E4": "pressure, preparing, open"}
    assert deciding(table) == ["E4"]
    assert evidence.diagnosticity(table).to_dict() == {
        "E1": 0,
        "E2": 2,
        "E3": 2,
        "E4": 2,
        "E5": 1,
        "E6": 2,
    }
    assert evidence.diagnosticity(table.drop(index="exercise")).to_dict() == {
        "E1": 0,
        "E2": 0,
        "E3": 0,
        "E4": 2,
        "E5": 1,
        "E6": 2,
    }
    assert evidence.over_accepted(report).to_dict("index") == {
        "exercise": {"low": -4, "high": 0},
        "pressure": {"low": 0, "high": 0},
        "preparing": {"low": -4, "high": 0},
        "open": {"low": -1, "high": 0},
    }
    for rule, both in (("better", 0), ("worse", -1)):
        assert [-2, 0, both] == scores(
            evidence.inconsistency(evidence.merged(table, "preparing", "open", rule)),
            ("exercise", "pressure", "preparing or open"),
        )
    whoever = table.copy()
    whoever.loc["preparing", "E6"] = "I"
    assert evidence.inconsistency(whoever)["preparing"] == -2
    assert all(
        (evidence.AGAINST[table.at["pressure", i]], evidence.AGAINST[table.at["open", i]]) == (0, 0)
        for i in table
    )  # nothing tells these two apart


LONG = {
    "filed": (
        (-10.66, -1.00, -5.24, -1.41),
        (-3.83, -1.00, -4.24, -1.41),
        (-2.11, -0.17, -3.33, -0.71),
    ),
    "medium": (
        (-11.90, -1.41, -5.24, -1.41),
        (-3.83, -1.41, -4.24, -1.41),
        (-2.32, -0.24, -3.33, -0.71),
    ),
    "none": ((-9, -1, -4, -1), (-3, -1, -3, -1), (-1.83, -0.17, -2.50, -0.50)),
}
ALONE = {
    "filed": {"E08": "open"},
    "medium": {"E08": "open", "E09": "pressure"},
    "none": {"E08": "open", "E09": "pressure"},
}


@pytest.mark.parametrize("weights", LONG)
def test_the_longer_table(report, weights):
    table, items = evidence.ratings(report, "eleven"), report.items.copy()
    if weights == "medium":
        items.loc[["E04", "E09"], "credibility"] = "M"
    if weights == "none":
        items[["credibility", "relevance"]] = ""
    for votes, wanted in zip(("item", "worst", "mean"), LONG[weights]):
        assert list(wanted) == scores(evidence.inconsistency(table, items, votes), ELEVEN)
    tops = evidence.leave_one_out(table, items)["top"]
    assert (
        deciding(table, items) == list(ALONE[weights])
        and {i: tops[i] for i in ALONE[weights]} == ALONE[weights]
    )
    both = evidence.inconsistency(evidence.merged(table, "decided", "open", "better"), items)
    assert [LONG[weights][0][3], LONG[weights][0][1]] == scores(
        both, ("decided or open", "pressure")
    )
    flat = evidence.diagnosticity(table)
    assert list(flat.index[flat == 0]) == ["E01"]
    flat = evidence.diagnosticity(table.drop(index="exercise"))
    assert list(flat.index[flat == 0]) == ["E01", "E03", "E04", "E05", "E06", "E07"]


def test_scores_are_added_and_never_multiplied(report):
    for name in ("six", "eleven"):
        table = evidence.ratings(report, name)
        parts = sum(evidence.inconsistency(table[[item]], report.items) for item in table)
        assert np.allclose(parts, evidence.inconsistency(table, report.items))
        twice = pd.concat(
            [table, table.add_suffix("b")], axis=1
        )  # all evidence doubled: doubled, not squared
        assert np.allclose(evidence.inconsistency(twice), 2 * evidence.inconsistency(table))


def test_a_rating_that_is_missing_or_none_is_named(report):
    table = evidence.ratings(report)
    for odd in (np.nan, "not rated", "c"):
        table.loc["open", "E4"] = odd
        with pytest.raises(Problem, match="E4 for “open”"):
            evidence.inconsistency(table)
    with pytest.raises(Problem, match="“six”, “eleven”"):
        evidence.ratings(report, "seven")


def test_a_report_without_evidence_or_with_another():
    assert evidence.ratings(open_report("bare")).empty
    with pytest.raises(Problem, match="nothing to rate"):
        matrix.matrix_bench(open_report("bare"))
    with pytest.raises(Problem, match="no later source card"):
        cards.dated_cards(open_report("bare"))
    other = open_report("full-house")
    assert evidence.top(evidence.inconsistency(evidence.ratings(other))) == ("moments",)
    assert (
        "0 of 8 cells" in matrix.matrix_bench(other, rate=["E4", "E6"]).says
        and "Card 1 of 7" in cards.dated_cards(other).says
    )


# --- the matrix bench


def bench(report, given=None, **values):
    panel = matrix.matrix_bench(report, rate=["E4", "E6"])
    panel.values = {**panel.values, **({"ratings": given} if given else {}), **values}
    return panel


def test_totals_stay_hidden_until_the_last_cell_is_rated(report):
    for row, column in product(range(4), range(2)):
        given = [list(r) for r in WORKED]
        given[row][column] = matrix.BLANK
        for out in ("nothing", "E4 the minister’s estimate"):
            panel = bench(report, given, out=out)
            assert (
                panel.says == "7 of 8 cells are rated. The totals appear when all are."
                and "Speaks against it" not in panel.view
                and "Least" not in panel.view
            )
    assert answers.load()[0] == []
    panel = bench(report, WORKED)
    assert "Speaks against it" in panel.view and panel.says.startswith(
        "Least speaks against “pressure” and “an option kept open”."
    )


def test_our_ratings_of_the_open_columns_are_not_shown_before(report):
    hidden = {report.items.loc[i, "why"] for i in ("E4", "E6")}
    before = unescape(matrix.matrix_bench(report, rate=["E4", "E6"]).view)
    assert not any(why in before for why in hidden) and before.count("yours to rate") == 2
    assert all(why in unescape(bench(report, WORKED).view) for why in hidden)


def test_the_bench_finds_what_the_method_finds_for_any_ratings(report):
    rng, words, codes = np.random.default_rng(2022), list(matrix.WORDS.values()), list(matrix.WORDS)
    panel, seen = bench(report), set()
    for _ in range(25):
        chosen = rng.integers(0, 5, (4, 2))
        given = [[words[c] for c in row] for row in chosen]
        mine = evidence.ratings(report)
        mine[["E4", "E6"]] = [[codes[c] for c in row] for row in chosen]
        decides = deciding(mine)
        for item in mine:
            out = f"{item} {report.items.loc[item, 'name']}"
            panel.values = {**panel.values, "ratings": given, "out": out}
            says = panel.says
            assert says.startswith(f"Goal reached: {item} decides.") == (item in decides)
            assert ("no single item decides" in says) == (not decides)
        seen.add(tuple(decides))
    assert () in seen and ("E4",) in seen and len(seen) > 2


def test_every_item_opens_to_its_words(any_report):
    if any_report.items.empty:
        return
    for table in dict.fromkeys(any_report.items["table"]):
        view = unescape(matrix.matrix_bench(any_report, table=table).view)
        for item in evidence.ratings(any_report, table):
            for key in several(any_report.items.loc[item, "from"]):
                claim = any_report.claims.loc[key]
                words = f"“{claim['quote']}” ({key}, paragraph {claim['paragraph']})"
                cells = rf"<td[^>]*>{re.escape(words)}</td><td[^>]*>{re.escape(claim['who'])}<"
                assert re.search(rf"{item} [^<]*</th>{cells}", view)


def test_a_deleted_claim_and_a_swapped_speaker_reach_the_bench(report):
    report.claims.loc["C26", "who"] = "somebody else"
    assert "somebody else" in matrix.matrix_bench(report).view
    report.claims = report.claims.drop("C26")
    with pytest.raises(KeyError, match="C26"):
        matrix.bench(report, evidence.ratings(report), [])
    assert "could not be shown" in matrix.matrix_bench(report).says


def test_a_neighbours_table_stands_beside_mine(report, work):
    theirs = [list(r) for r in WORKED]
    theirs[2] = ["strongly against", "speaks against"]
    bench(report, theirs)
    shutil.move(work / answers.FILE, work / "neighbour.jsonl")
    panel = bench(report, WORKED, file=" neighbour.jsonl ")
    assert panel.says.endswith(
        "You and your neighbour differ in 2 cells: E4 for “an attack being prepared”, E6 for “an"
        " attack being prepared”."
    )
    assert (
        "Your neighbour’s, neighbour.jsonl" in unescape(panel.view)
        and panel.view.count("Speaks against it") == 2
        and "strongly against" in panel.view
    )
    assert (
        matrix.my_table(report).equals(evidence.ratings(report))
        and matrix.my_table(report, work / "neighbour.jsonl").at["preparing", "E4"] == "II"
    )


def test_a_neighbours_file_that_is_none_is_a_sentence(report, work):
    (work / "empty.jsonl").write_text("{}\nrubbish\n")
    odd = {"report": report.folder.name, "ratings": {"E4": {"open": "<b>"}}}
    (work / "odd.jsonl").write_text(
        json.dumps({"key": "07.m", "kind": "keep", "value": odd}) + "\n"
    )
    for name, expected in {
        "nobody.jsonl": "is not in your work folder",
        "empty.jsonl": "holds no rated table",
        "../empty.jsonl": "holds no rated table",
        "odd.jsonl": "E4 for “open”",
    }.items():
        says = bench(report, WORKED, file=name).says
        assert (
            says.startswith("This setting could not be shown: ")
            and expected in says
            and "Traceback" not in says
        )


def test_ratings_are_saved_once_and_come_back(report):
    panel = bench(report, WORKED)
    panel.values = {**panel.values, "out": "E1 called defensive"}
    assert len(answers.load()[0]) == 1 and answers.latest("07.m")["ratings"]["E6"]["open"] == "CC"
    panel.values = {**panel.values, "ratings": [["strongly against", "neither"], *WORKED[1:]]}
    assert (
        len(answers.load()[0]) == 2 and matrix.my_table(open_report()).at["exercise", "E4"] == "II"
    )
    answers.save(
        "keep", "07.m", {**answers.latest("07.m"), "report": "another"}
    )  # another report's ratings are no ratings of this one
    assert matrix.my_table(report).equals(evidence.ratings(report))


# --- the dated cards

LAST = pd.Timestamp("2022-02-24")


def all_cards(report):
    return [*report.outcomes["source"].unique(), "R33"]


def test_cards_come_one_at_a_time_in_the_order_of_their_days():
    report = open_report()
    panel, seen = cards.dated_cards(report, all_cards(report)), []
    for n in (*range(14), 15):
        panel.values = {**panel.values, "next": n}
        shown = [
            key
            for key in all_cards(report)
            if report.sources.loc[key, "says"] in unescape(panel.view)
        ]
        assert (
            len(shown) == 1
            and panel.says.startswith(f"Card {n % 15 + 1} of 14, in print on ")
            and report.sources.loc[shown[0], "says"] not in panel.says
        )
        seen.append(shown[0])
    assert seen == [
        *("R64", "R83", "R33", "R55", "R82", "R72", "R57", "R80"),
        *("R56", "R84", "R75", "R28", "R81", "R58", "R64"),
    ]
    assert (
        report.sources.loc[seen[:14], "known_on"].is_monotonic_increasing
        and report.sources.loc[seen[13], "known_on"] == LAST
    )


def test_after_the_last_card_there_is_a_summary():
    report = open_report()
    panel = cards.dated_cards(report, all_cards(report))
    panel.values = {**panel.values, "next": 14}
    tested = report.outcomes[report.outcomes["verdict"] != cards.UNTESTED]["claim"].nunique()
    counts = [int(n) for n in re.findall(r"(\d+) (?:held|partly|did not hold)", panel.says)]
    assert sum(counts) == tested and "5 could not be tested" in panel.says
    assert panel.says.startswith("That was the last of 14 cards. Of 15 sentences")


def test_a_sentence_that_is_not_meant_is_told_with_the_paragraph_to_look_in():
    report = open_report()
    panel = cards.dated_cards(report, all_cards(report))
    option = next(o for o in panel.controls[0].options if o.startswith("C25"))
    panel.values = {**panel.values, "sentence": option}
    assert "That sentence of paragraph 9 says, in our words: the minister finds" in panel.says
    assert panel.says.endswith("Look in paragraph 12.")


def test_the_next_card_begins_anew():
    report = open_report()
    panel = cards.dated_cards(report)
    option = next(o for o in panel.controls[0].options if o.startswith("C35"))
    panel.values = {**panel.values, "sentence": option, "verdict": "partly"}
    assert "So we read it, too: partly." in panel.says
    panel.values = {**panel.values, "next": 1}
    assert panel.values == {
        "sentence": cards.ASK,
        "verdict": None,
        "next": 1,
    } and panel.says.startswith("Card 2 of 13, in print on 11 February 2022")


def test_every_choice_on_every_card_is_answered(any_report):
    if any_report.outcomes.empty:
        return
    shown = {*any_report.outcomes["source"], *any_report.sources.index.intersection(["R33"])}
    chosen = any_report.sources.loc[sorted(shown)].sort_values("known_on", kind="stable")
    claims = sorted(set(any_report.outcomes["claim"]))
    told = {}
    for at, sentence, verdict in product(
        range(len(chosen)), [*claims, cards.NONE], [None, *cards.VERDICTS]
    ):
        said = cards.card(any_report, chosen, at, sentence, verdict).says
        assert said.startswith(f"Card {at + 1} of {len(chosen)}. ") and len(said) > 40
        ours = any_report.outcomes[
            (any_report.outcomes["source"] == chosen.index[at])
            & (any_report.outcomes["claim"] == sentence)
        ]
        if ours.empty:
            assert not any(
                why in said for why in any_report.outcomes["why"]
            )  # a wrong sentence gives no reason away
        elif verdict:
            row = ours.iloc[0]
            start = (
                "So we read it, too"
                if verdict == row["verdict"]
                else (
                    "That can be defended; we read"
                    if verdict in accepted(row, "verdict")
                    else "We read it otherwise"
                )
            )
            assert f"{start}: {row['verdict']}. {row['why']}" in said
            told[start] = told.get(start, 0) + 1
    assert (
        told["So we read it, too"] == len(any_report.outcomes) and told["We read it otherwise"] > 3
    )


def test_every_sentence_on_the_cards_opens_to_its_words(any_report):
    if any_report.outcomes.empty:
        return
    options = cards.dated_cards(any_report).controls[0].options[1:-1]
    assert len(options) == any_report.outcomes["claim"].nunique()
    for option in options:
        claim = any_report.claims.loc[option.split()[0]]
        assert option.endswith(
            f"“{claim['quote']}” ({claim['who']}, paragraph {claim['paragraph']})"
        )


def test_equal_procedure_for_every_account():
    """Every account has sentences on the table; on purposes both sides are read alike, with the
    same reserve.
    """
    report = open_report()
    tested = report.outcomes.join(report.claims[["account", "kind"]], on="claim")
    assert set(tested["account"]) == set(report.accounts.index)
    intents = tested[
        (tested["kind"] == "intent")
        & (tested["source"] == "R58")
        & tested["claim"].isin(["C09", "C27"])
    ]
    assert (
        set(intents["account"]) == {"russia-belarus", "ukraine"}
        and intents[["verdict", "accepted"]].drop_duplicates().shape[0] == 1
    )


# --- what the checks of lessons 07 and 08 want, computed again


def test_wanted_values_of_lesson_07(report):
    table, accept = (
        evidence.ratings(report),
        {k: toml_of("07")["check"][k]["accept"] for k in "123"},
    )
    first, last = report.events.loc["V03", ["date", "until"]]
    assert [a["value"] for a in accept["1"]] == [(last - first).days, (last - first).days + 1]
    three = table[["E1", "E2", "E3", "E5"]].drop(index="exercise")
    assert [a["value"] for a in accept["2"]] == [[i for i in three if three[i].nunique() == 1]]
    assert deciding(table) == [accept["3"][0]["value"][0]]
    assert (report.events.loc["V06", "until"] - report.published).days == 14


def test_wanted_values_of_lesson_08():
    report, accept = (
        open_report(),
        {k: toml_of("08")["check"][k].get("accept") for k in "123"},
    )
    dated = report.outcomes[report.outcomes["claim"].isin(["C12", "C13", "C30", "C35", "C41"])]
    may = {
        c: set().union(*(accepted(r, "verdict") for _, r in rows.iterrows()))
        for c, rows in dated.groupby("claim")
    }
    sure = {c for c, rows in dated.groupby("claim") if (rows["verdict"] == "held").any()}
    possible = {
        frozenset(s)
        for s in map(
            lambda bits: [c for c, b in zip(sorted(may), bits) if b], product([0, 1], repeat=5)
        )
        if all("held" in may[c] for c in s)
        and all(may[c] > {"held"} or "held" not in may[c] for c in set(may) - set(s))
    }
    assert {frozenset(a["value"]) for a in accept["1"]} == possible and sure == {"C12", "C41"}
    assert (report.events.loc["V09", "date"] - report.events.loc["V08", "date"]).days == accept[
        "3"
    ][0]["value"]


@pytest.fixture
def said(monkeypatch):
    shown = []
    monkeypatch.setattr(
        say, "display", lambda thing: shown.append(getattr(thing, "text", repr(thing)))
    )
    return shown


OURS = {
    "07.r": (
        (
            "By 24 February 2022, says a report of 10 February, leaving open who expects it, the"
            " forces that an attack would need are in place."
        ),
        [
            (", says a report of 10 February, leaving open who expects it,", ""),
            ("the forces that an attack would need are in place", "an attack comes"),
            ("By 24 February 2022, says", "Soon, says"),
            (
                "the forces that an attack would need are in place",
                "forces will be ready and will invade",
            ),
        ],
    ),
    "08.r": (
        (
            "The Kremlin had announced that Russian troops would leave Belarus after the drills; on"
            " 20 February 2022, their last day, the troops stayed."
        ),
        [
            ("The Kremlin had announced", "Somebody had announced"),
            ("the troops stayed", "the troops moved on"),
            ("20 February 2022, their last", "their last"),
        ],
    ),
}


@pytest.mark.parametrize("key", OURS)
def test_our_repaired_sentences_pass_and_each_missing_part_is_named(said, key):
    ours, parts = OURS[key]
    lesson.repair(key, ours)
    assert said[-1].startswith("Kept. ")
    for old, new in parts:
        assert old in ours
        lesson.repair(key, ours.replace(old, new))
        assert said[-1].startswith("Not yet. ") and answers.load()[0][-1]["verdict"] == "not yet"
    notebook = next((ROOT / "notebooks").glob(f"{key[:2]}*.ipynb")).read_text(encoding="utf-8")
    assert ours in notebook


# --- the learner's own item, and the form of lesson 04


def test_an_item_that_goes_with_every_reading_tells_nothing(report):
    alike = [["fits"]] * 4
    assert "cannot tell them apart" in own_item.rated(report, "They call it a drill.", alike).says
    assert "1 of 4" in own_item.rated(report, "x", [["fits"], *[["not rated"]] * 3]).says
    assert "Write down your item" in own_item.rated(report, "  ", alike).says
    assert not answers.latest("07.i") or answers.latest("07.i")["item"] != "x"


def test_an_item_that_speaks_against_a_reading_is_the_goal(report):
    differs = [["strongly against"], ["neither"], ["fits very well"], ["fits"]]
    view = own_item.rated(report, "Field <b>hospitals</b>", differs)
    assert "Goal reached" in view.says and "4 steps" in view.says and "“exercise" not in view.alt
    assert "<b>" not in view.html() and answers.latest("07.i")["ratings"]["exercise"] == "II"
    only_fits = [["fits"], ["neither"], ["fits"], ["fits"]]
    assert "speaks against none" in own_item.rated(report, "Guns", only_fits).says


def test_every_report_with_readings_asks_for_an_item(any_report):
    if any_report.hypotheses.empty:
        with pytest.raises(Problem, match="no readings"):
            own_item.own_item(any_report)
    else:
        assert "0 of 4 readings" in own_item.own_item(any_report).says


def test_the_form_of_scopes_tells_ours_only_when_all_is_answered(report):
    numbers = report.numbers.loc[["N05", "N12"]]
    panel = scope_form.scope_form(report, numbers)
    assert "0 of 6" in panel.says and panel.view == ""
    panel.values = {"scope": [["no", "no", "yes"], ["yes", "no", "no"]]}
    assert panel.says == "All 6 answers are as we read it." and "Crimea" in panel.view
    panel.values = {"scope": [["yes", "no", "yes"], ["yes", "yes", "yes"]]}
    assert (
        "4 of 6" in panel.says
        and "We say no, because our table has “could take part” here." in panel.says
    )
    with pytest.raises(Problem, match="no number"):
        scope_form.scope_form(report, numbers[:0])


def test_a_colon_in_what_is_drawn_is_no_part_of_the_fault(report):
    picture = charts.counts(report)
    picture.figure.axes[0].text(0, 0, "forces: 8,000")
    told = faults(picture, report).iloc[:, 0]
    assert told["the picture"] == "No mark explains it."


def test_faults_are_told_in_sentences_bar_by_bar(report):
    rows = report.numbers.loc[["N12", "N11"]]
    heights = pd.Series({"drills": 30_000, "Janes": 11_000})
    ax, of = heights.plot.bar(), {"drills": "N12", "Janes": "N11"}
    told = faults(opens(ax, report.marks(rows), "Bars", "", of=of), report).iloc[:, 0]
    assert list(told.index) == ["“up to 30,000 could take part”", "“8,000 to 14,000 troops”"]
    assert "One end is open, and no arrow shows it." in told.iloc[0]
    assert "It is drawn at 11,000, and the words say 8,000 to 14,000." in told.iloc[1]
    assert not re.search("; only a count|N1[12]", " ".join(told))
