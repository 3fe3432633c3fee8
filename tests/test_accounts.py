"""Lessons 05 and 06: quotations traced, the table that shows who is not quoted, what the exercises
want; each guard proved by breaking the thing.
"""

import re
from html import unescape
from itertools import combinations, product
from math import comb
from random import Random

import matplotlib.pyplot as plt
import pytest
from broken import artists, mark
from closereading import charts, quote_trace, unexplained
from closereading.data.report import open_report
from closereading.lesson import calls as lesson
from closereading.lesson import say
from closereading.lesson.contents import lesson as toml_of
from closereading.lesson.judge import judge
from closereading.marks import Role
from closereading.reading.accounts import NOT_HERE, Side, account_names, cells, common_ground
from closereading.reading.pairs import clash, pair_of
from closereading.reading.text import Problem, compare_quotes
from closereading.widgets.quote_trace import quotations, trace
from conftest import as_it_stands
from matplotlib.patches import Rectangle
from matplotlib.text import Text

FIVE = [
    "Russia and Belarus",
    "Ukraine",
    "US and NATO",
    "Independent analysts",
    "The text’s own voice",
]


def text_of(view):
    return " ".join(unescape(re.sub("<[^>]+>", " ", str(view.html()))).split())


# --- two texts, word by word


@pytest.mark.parametrize(
    "printed, traced, verdict, missing, of",
    [
        ("it is so", "Well, it is so: believe me.", "verbatim", 0, 3),
        ("It’s so", "it's so", "verbatim", 0, 2),
        ("8,000 men", "about 8,000 men", "verbatim", 0, 2),
        ("one two … five six", "one two three four five six", "verbatim", 0, 4),
        ("one two five six", "one two three four five six", "spliced", 0, 4),
        ("a b c d e f g x", "a b c d e f g h", "near", 1, 8),
        ("a b c d e f x", "a b c d e f g", "reworded", 1, 7),
        ("a b c d e f g h", "a b c d X e f g h", "near", 0, 8),
        ('"grim" outlook', "the grim sea", "spliced", 0, 1),
        ('"grim" sea', "the grim sea", "verbatim", 0, 1),
        ("no word", "of it", "reworded", 2, 2),
        ("six", "six hundred", "verbatim", 0, 1),
    ],
)
def test_verdicts(printed, traced, verdict, missing, of):
    found = compare_quotes(printed, traced)
    assert (found.verdict, found.missing, found.of) == (verdict, missing, of)


def test_what_differs_is_named():
    runs = compare_quotes("going up soon", "going down soon").runs
    assert runs == [("going", True, None), ("up", True, "down"), ("soon", True, None)]
    with pytest.raises(Problem, match="no quoted words"):
        compare_quotes("…", "anything")


def test_the_three_traced_quotations(report):
    found = {}
    for claims, source, *_ in quotations(report).values():
        compared = compare_quotes(" … ".join(claims["quote"]), source["quote"])
        found[tuple(claims.index), source.name] = (
            compared.verdict,
            [(words, instead) for words, _, instead in compared.runs if instead is not None],
        )
    assert found.pop((("C10", "C11"), "R50")) == ("verbatim", [])
    assert found.pop((("C21", "C22"), "R49")) == (
        "reworded",
        [("increasing", "going up"), ("potential", "possible"), ("decreasing", "going down")],
    )
    assert found.pop((("C31",), "R61")) == (
        "spliced",
        [
            (
                "naval blockade",
                "coverage of maneuvers makes navigation in both seas virtually impossible",
            )
        ],
    )
    assert (
        found.pop((("C10", "C11"), "R51"))[0] == "reworded"
        and found.pop((("C34",), "R61"))[0] == "verbatim"
        and not found
    )


def test_a_trace_leaves_with_its_card():
    assert (
        open_report(as_of="2022-02-09").traces.empty
        and len(open_report(as_of="2022-02-10").traces) == 8
    )
    assert quote_trace(open_report(as_of="2022-02-09")).says.startswith(
        "No quotation of this report has been traced"
    )


# --- the table, computed again from the claims


def test_every_filled_cell_is_claims_and_the_empty_ones_are_counted(report):
    grid = cells(report)
    in_cells = [key for t in grid.index for a in grid.columns for key in grid.loc[t, a]]
    assert sorted(in_cells) == sorted(report.claims.index)
    for t, a in product(grid.index, grid.columns):
        assert set(report.claims.loc[list(grid.loc[t, a]), "account"]) <= {a} and set(
            report.claims.loc[list(grid.loc[t, a]), "topic"]
        ) <= {t}
    assert grid.shape == (report.claims["topic"].nunique(), len(report.accounts))
    plain = report.claims.pivot_table(
        index="topic", columns="account", values="quote", aggfunc="count"
    )
    assert (
        grid.map(len)
        .replace(0, float("nan"))
        .sort_index(axis=0)
        .sort_index(axis=1)
        .equals(plain.astype(float).rename_axis(None).rename_axis(None, axis=1))
    )


def test_russia_is_laid_beside_nato_and_both_claims_can_hold(report):
    for first, second in (("C02", "C09"), ("C20", "C13")):
        pair = pair_of(report, first, second)
        assert pair["relation"] != "clash" and "both can be true" in pair["why"].lower()


def test_two_clashes_in_all_pairs_and_one_comes_from_the_numbers(report):
    assert len(report.pairs) == 38 and report.pairs["relation"].value_counts().to_dict() == {
        "answer different questions": 26,
        "differ but can both be true": 5,
        "agree": 5,
        "clash": 2,
    }
    clashing = [
        key
        for key, row in report.pairs.iterrows()
        if (clash(report, row["first"], row["second"]) or [False])[0]
    ]
    assert clashing == ["V01"]
    found = report.pairs[report.pairs["relation"] == "clash"]
    assert list(found.index) == ["V01", "V32"] and found["reading"].all()
    assert (
        clash(report, "C26", "C43") == (True, "3,000 to 5,000 and 8,000 to 14,000")
        and clash(report, "C43", "C26", "wide")[0] is False
    )
    assert "read as 3,000 to 5,000" in report.pairs.loc["V01", "reading"]
    anywhere = [
        pair
        for pair in combinations(report.numbers["from"], 2)
        if (clash(report, *pair) or [False])[0]
    ]
    assert anywhere == [("C26", "C43")]
    report.numbers.loc[report.numbers["from"] == "C43", "low"] = 4000
    assert clash(report, "C26", "C43")[0] is False


def test_two_claiming_prove_nothing(report):
    cues = report.claims[report.claims["cue"] != ""]
    theirs, claiming = (
        (cues["account"] == "russia-belarus").sum(),
        (cues["cue"] == "claiming").sum(),
    )
    assert (len(cues), theirs, claiming) == (21, 3, 2) and set(
        cues.loc[cues["cue"] == "claiming", "account"]
    ) == {"ukraine", "analysts"}
    exact, deal = comb(21 - 3, 2) / comb(21, 2), Random(2022)
    assert (
        round(100 * exact) == 73
        and abs(sum(min(deal.sample(range(21), 2)) >= 3 for _ in range(20000)) / 20000 - exact)
        < 0.02
    )


def test_classes_of_reporting_words_are_those_of_the_ledger(report):
    cues = report.claims[report.claims["cue"] != ""]
    assert cues["cue_class"].value_counts().to_dict() == {
        "neutral": 10,
        "committed": 5,
        "distancing": 2,
        "belief": 2,
        "estimate": 2,
    }
    owner = report.claims["cue_of"].where(
        report.claims["cue_of"] != "", report.claims.index.to_series()
    )
    assert (report.claims["cue_class"] == owner.map(report.claims["cue_class"])).all()


def test_what_all_take_for_granted_needs_a_claim_of_each(report):
    everybody = [Side("", "account", key) for key in account_names(report)]
    assert common_ground(report, everybody) == ["Russian forces are in Belarus."]
    three = [side for side in everybody if side.id in ("us-nato", "analysts", "reporter")]
    assert len(common_ground(report, three)) == 3
    alone = [Side("", "account", "ukraine"), Side("", "speaker", "janes")]
    assert common_ground(report, alone) == ["Russian forces are in Belarus."]
    report.common = report.common[report.common["claim"] != "C23"]
    assert not common_ground(report, everybody)


# --- the table as a picture


def by_speaker(report):
    """The same report with every speaker as an account of their own: eighteen of them."""
    report.claims["account"], report.claims["account_name"] = (
        report.claims["speaker"],
        report.claims["who"],
    )
    report.accounts = report.accounts.iloc[:0]
    return report


def one_cell(picture, cell):
    return artists(picture, cell, Rectangle), artists(picture, cell, Text, Role.CITED)


def test_the_table_is_explained_whatever_the_number_of_accounts(any_report):
    everybody = list(account_names(any_report))
    if not any(any_report.claims["topic"]):
        assert "No claim has a topic yet" in charts.accounts(any_report).says
        return
    for n in range(2, len(everybody) + 1):
        picture = charts.accounts(any_report, everybody[:n])
        assert unexplained(picture, any_report) == [] and f"{len(picture.marks)} marks" in str(
            picture.html()
        )
    full = [mark for mark in picture.marks if mark.high == len(mark.evidence)]
    assert sorted(key for m in full for key in m.ids) == sorted(any_report.claims.index)
    alone = charts.accounts(any_report, everybody[:1])
    assert (
        alone.figure is None
        and "nothing to compare" in alone.says
        and unexplained(alone, any_report) == []
    )


@pytest.mark.parametrize("accounts, columns", [(5, [5]), (6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3])])
def test_no_table_of_accounts_is_nearly_empty(report, accounts, columns):
    many = by_speaker(report)
    picture = charts.accounts(many, list(account_names(many))[:accounts])
    tables = picture.figure.axes
    assert [len(picture.sheet.means(ax).columns) for ax in tables] == columns


def test_nine_accounts_and_eighteen_go_into_several_tables(report):
    many = by_speaker(report)
    for n, tables in ((9, 2), (18, 4)):
        picture = charts.accounts(many, list(account_names(many))[:n])
        assert (
            len(picture.figure.axes) == tables
            and unexplained(picture, many) == []
            and not plt.get_fignums()
        )


def test_a_square_in_another_cell_is_found(report):
    picture = charts.accounts(report)
    square = one_cell(picture, ("ukraine", "sea"))[0][0]
    square.set_x(square.get_x() - 0.8)
    complaints = unexplained(picture, report)
    assert (
        "ukraine / sea: a square drawn in the cell russia-belarus / sea; the report has none there"
        in complaints
    )
    assert "ukraine / sea: a square is missing in the cell ukraine / sea" in complaints


def test_a_missing_square_a_stray_one_and_a_wrong_paragraph_are_found(report):
    picture = charts.accounts(report)
    squares, texts = one_cell(picture, ("analysts", "forces"))
    texts[0].set_text("7")
    assert any(
        c.startswith("analysts / forces: a 7 drawn in") for c in unexplained(picture, report)
    ) and any(": a 6 is missing" in c for c in unexplained(picture, report))
    texts[0].set_text("6")
    assert unexplained(picture, report) == []
    squares[0].remove()
    assert any(
        c.startswith("analysts / forces: a square is missing") for c in unexplained(picture, report)
    )
    picture.figure.axes[0].add_patch(Rectangle((1, 1), 0.2, 0.2))
    assert any("no mark explains it" in c for c in unexplained(picture, report))
    (line,) = picture.figure.axes[0].plot([1], [1])
    picture.sheet.shows(line, mark(picture, ("analysts", "forces")))
    assert any(
        c.startswith("analysts / forces: a Line2D drawn in") for c in unexplained(picture, report)
    )


def test_swapped_heads_are_found(report):
    picture = charts.accounts(report)
    ax = picture.figure.axes[0]
    names = [label.get_text() for label in ax.get_xticklabels()]
    ax.set_xticklabels([names[1], names[0], *names[2:]])
    assert any(c.startswith("Ukraine: the head of") for c in unexplained(picture, report))


def test_an_empty_cell_that_is_not_called_so_is_found(report):
    picture = charts.accounts(report)
    (words,) = artists(picture, ("us-nato", "sea"), Text, Role.EMPTY)
    assert " ".join(words.get_text().split()) == NOT_HERE
    words.set_x(words.get_position()[0] - 0.8)
    assert any(
        c.endswith("its “not in this report” is missing in the cell us-nato / sea")
        for c in unexplained(picture, report)
    )
    words.remove()
    assert unexplained(picture, report) == [
        "us-nato / sea: its “not in this report” is missing in the cell us-nato / sea"
    ]


@pytest.mark.slow
def test_a_deleted_claim_and_one_that_came_later_are_found(any_report):
    picture, kept = charts.accounts(any_report), any_report.claims
    if not kept["topic"].any():
        assert "No claim has a topic yet" in str(picture)  # a sentence, and no mark in it
        return
    for key in kept.index:
        any_report.claims = kept.drop(key)
        assert unexplained(picture, any_report), key
    any_report.claims = kept
    assert unexplained(picture, any_report) == []


def test_a_swapped_speaker_is_found(report):
    for account, who in (("analysts", "Janes"), ("ukraine", "Ukraine’s government")):
        picture, kept = charts.accounts(report), report.claims.copy()
        report.claims.loc["C26", ["account", "account_name", "who"]] = (
            account,
            report.accounts.loc[account, "name"],
            who,
        )
        assert unexplained(picture, report), who
        report.claims = kept
    picture = charts.accounts(report)
    report.claims.loc["C31", ["account", "account_name"]] = (
        "us-nato",
        "US and NATO",
    )  # into a cell that was empty
    assert "us-nato / sea: a square is missing in the cell us-nato / sea" in unexplained(
        picture, report
    )


# --- the widgets, in all their states


def states_of_trace(report):
    for which, guess, show in product(
        quotations(report), ["", "increasing, “potential” warning", "the", "<b>"], [False, True]
    ):
        yield dict(which=which, guess=guess, show=show)


@pytest.mark.parametrize("name", ["union-resolve", "full-house"])
def test_the_trace_names_in_words_whatever_it_underlines(name):
    report = open_report(name)
    for values in states_of_trace(report):
        view = trace(report, values)
        html = str(view.html())
        claims, source, *_ = quotations(report)[values["which"]]
        compared = compare_quotes(" … ".join(claims["quote"]), source["quote"])
        underlined = [unescape(u) for u in re.findall("<u>(.*?)</u>", html)]
        rows = re.findall(r"<tr><th[^>]*>(\d+)</th><td[^>]*>“(.*?)”.*?</td>", html)
        assert [unescape(words) for _, words in rows] == underlined and [
            int(n) for n, _ in rows
        ] == list(range(1, len(rows) + 1))
        differing = [words for words, _, instead in compared.runs if instead is not None]
        assert set(underlined) <= set(differing) and (underlined == differing or not values["show"])
        assert source["quote"] in unescape(html) and all(
            words in text_of(view) for key in claims.index for words in [key, source.name]
        )
        assert "<b>" not in html and "verbatim" not in view.says and "reworded" not in view.says


def test_the_goal_of_the_trace_is_reached_by_typing(report):
    which = next(label for label in quotations(report) if label.startswith("paragraph 8"))
    begun, half, done = (
        trace(report, dict(which=which, guess=g, show=False))
        for g in ("", "Increasing, warning", "decreasing potential increasing")
    )
    assert begun.says.startswith("Found 0 of 3.") and "<u>" not in str(begun.html())
    assert (
        "Found 1 of 3: “increasing” (there: “going up”). Not among them: “warning”." in half.says
        and str(half.html()).count("<u>") == 1
    )
    assert (
        quote_trace(report).values["which"] == which
        and done.says.endswith(" Goal reached.")
        and "Goal" not in trace(report, dict(which=which, guess="", show=True)).says
    )
    assert done.says.startswith("Found 3 of 3") and str(done.html()).count("<u>") == 3


# --- what the exercises want


def accepted(key, value):
    number, _, name = key.partition(".")
    return judge(value, toml_of(number)["check"][name], as_it_stands("union-resolve"))


def test_wanted_values_are_those_of_the_tables(report):
    claims = report.claims
    assert accepted("05.1", claims.loc[claims["cue"] == "claiming", "account"])[0] == "right"
    assert (
        accepted("05.1", claims.loc[claims["cue"] == "claiming", "account_name"])[0]
        == accepted("05.1", claims.loc[claims["cue"] == "claiming", "who"])[0]
        == "right"
    )
    verdicts = {}
    for label, (rows, source, *_) in quotations(report).items():
        verdicts[label.split(" ")[1].rstrip(",") + " " + source.name, rows.index[0]] = (
            compare_quotes(" … ".join(rows["quote"]), source["quote"]).verdict
        )
    wanted = [
        f"4 {verdicts['4 R50', 'C10']}",
        f"8 {verdicts['8 R49', 'C21']}",
        f"12 {verdicts['12 R61', 'C31']}",
    ]
    assert accepted("05.2", wanted)[1].startswith("In 4 every word")
    topics = claims.groupby("account_name")["topic"].nunique()
    fewest = topics.index[topics == topics.min()]
    assert (
        accepted("06.1", fewest)[0] == "right"
        and topics.min() == 2
        and claims["topic"].nunique() == 6
        and topics["Ukraine"] == 3
    )
    assert claims["account_name"].value_counts()[
        ["Russia and Belarus", "Independent analysts"]
    ].tolist() == [
        4,
        8,
    ]  # “with four claims, the other with eight”
    for pair in report.pairs.itertuples():
        verdict = accepted("06.2", [pair.second, pair.first])[0]
        defensible = "clash" in pair.accepted.split("|")
        assert (verdict in ("right", "also")) == defensible, pair.Index


@pytest.mark.parametrize(
    "key, ours, without",
    [
        (
            "05.r",
            (
                "On 10 February 2022 NATO's Secretary General, Jens Stoltenberg, warned that the"
                " number of Russian forces was “going up” and the warning time “going down”."
            ),
            {
                "a source": [("Jens Stoltenberg", "somebody"), ("NATO's Secretary General", "One")],
                "marks that hold": [("going up", "increasing"), ("going down", "decreasing")],
                "a day": [("On 10 February 2022 ", "")],
            },
        ),
        (
            "06.r",
            (
                "According to a report of 10 February 2022, Ukrainian officials see no sign that"
                " the Russian forces in Belarus are preparing an offensive."
            ),
            {
                "a source": [("Ukrainian officials see", "some saw")],
                "the place": [("in Belarus", "there")],
                "the bound": [("see no sign that the", "say that no")],
                "a day": [("10 February 2022", "that week")],
            },
        ),
    ],
)
def test_our_repairs_pass_and_each_missing_part_is_named(monkeypatch, report, key, ours, without):
    said = []
    monkeypatch.setattr(say, "display", lambda thing: said.append(thing.text))
    lesson.repair(key, ours)
    assert said[-1].startswith("Kept. ")
    for changes in without.values():
        sentence = ours
        for old, new in changes:
            assert old in sentence
            sentence = sentence.replace(old, new)
        lesson.repair(key, sentence)
        assert said[-1].startswith("Not yet. "), sentence
