"""Two accounts beside each other: kinds of empty cell, strength, pairs, the steps of the widget,
and the picture “In their words”; each guard proved by breaking the thing.
"""

import json
import re
from dataclasses import replace
from html import unescape
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from closereading import charts, save_claim, start_report, two_accounts, unexplained
from closereading.data.folders import work_folder
from closereading.data.own import add_row
from closereading.data.reference import readings
from closereading.data.report import open_report
from closereading.drawing.in_their_words import LAYOUTS
from closereading.lesson import answers
from closereading.reading.accounts import (
    NO_ROW,
    NOT_HERE,
    OTHER_CODING,
    Side,
    account_names,
    gap,
    gaps,
    questions,
    ready_pairs,
    said_by,
    sides,
)
from closereading.reading.characters import folded
from closereading.reading.four_questions import (
    ASKED,
    EITHER,
    NO,
    SENSE,
    UNSAID,
    YES,
    same_scope,
    turns_on,
)
from closereading.reading.in_marks import inner_marks
from closereading.reading.pairs import (
    AGREE,
    BOTH_TRUE,
    CLASH,
    DIFFERENT,
    RELATIONS,
    objection,
    pair_of,
    relation_by,
    suggested,
    verdict,
)
from closereading.reading.setting import setting
from closereading.reading.strength import strength_of
from closereading.reading.text import Problem
from closereading.show.controls import Held, Refused
from closereading.widgets import two_related, whose_word
from closereading.widgets.finds import KEY, SILENT, Finds
from closereading.widgets.quotes import quote_of
from closereading.widgets.two_accounts import FOUR
from closereading.widgets.two_columns import BECAUSE, columns, reasons, still_columns
from closereading.widgets.two_quotes import two_quotes
from posters import posters

ROOT = Path(__file__).parents[1]
RUSSIA = Side("Russia and Belarus", "account", "russia-belarus")
ANALYSTS = Side("Independent analysts", "account", "analysts")
DAY = "2026-05-05"
CROWD = {"unit": "persons", "population": "people", "place": "the quay", "status": "waiting"}


def finds_of(report):
    return Finds(report, sides(report))


def text_of(html):
    return " ".join(unescape(re.sub("<[^>]+>", " ", str(html))).split())


def with_speakers(name, said):
    """A report in the work folder in which each of some speakers says one sentence."""
    text = "\n\n".join(f"{who}: {words}." for who, words in said)
    start_report(name, text, title="A report of ours", published=DAY)
    for n, (who, words) in enumerate(said, 1):
        add_row(name, "claims", paragraph=n, quote=words, speaker=who, topic="")
    return open_report(name)


MANY = [(f"Speaker {n}", f"the thing number {n} is so") for n in range(1, 8)]
RIGHT_TO_LEFT = [("דוברת", "השער ייפתח מחר"), ("متحدث", "البوابة مغلقة"), ("Anna", "it opens")]
OURS = {
    "one": [("Anna", "the gate is open")],
    "seven": MANY,
    "right-to-left": RIGHT_TO_LEFT,
}


@pytest.fixture(params=["union-resolve", "full-house", "bare", *OURS])
def every_report(request, work):
    if request.param in OURS:
        return with_speakers(request.param, OURS[request.param])
    return open_report(request.param)


# --- kinds of empty cell


def test_a_coding_moved_in_accepted_changes_the_empty_cell(report):
    assert gap(report, ANALYSTS, "purpose").kind == OTHER_CODING
    assert gap(report, ANALYSTS, "purpose").claims == ("C16", "C20", "C39")
    report.claims["accepted"] = report.claims["accepted"].str.replace("|purpose", "")
    assert gap(report, ANALYSTS, "purpose").kind == NOT_HERE
    report.claims.loc["C43", "accepted"] = "topic=forces|sea"
    assert gap(report, ANALYSTS, "sea") == (OTHER_CODING, ("C43",), ())
    report.claims.loc["C43", "topic"] = "sea"
    assert gap(report, ANALYSTS, "sea") is None


def test_each_empty_cell_has_one_kind_and_no_other_has_one(every_report):
    found = gaps(every_report)
    for side in sides(every_report).values():
        if side.column == "account":
            for topic in questions(every_report):
                full = len(said_by(every_report, side, topic)) > 0
                assert ((side.id, topic) in found) != full
    kinds = {empty.kind for empty in found.values()}
    assert kinds <= ({OTHER_CODING, NOT_HERE} if every_report.complete else {OTHER_CODING, NO_ROW})


def test_what_was_in_print_elsewhere_was_in_print_by_then(report):
    assert [card for card, _ in gap(report, RUSSIA, "sea").in_print] == ["R63", "R60"]
    early = open_report("union-resolve", as_of="2022-02-09")
    assert gap(early, RUSSIA, "sea").in_print == ()
    late = open_report("union-resolve")
    row = dict(account="russia-belarus", topic="sea", card="R64", says="It came a day later.")
    late.in_print = pd.concat([late.in_print, pd.DataFrame([row])])
    assert [card for card, _ in gap(late, RUSSIA, "sea").in_print] == ["R63", "R60"]


def test_every_card_in_print_answers_an_empty_cell_of_its_account(report):
    for row in report.in_print.itertuples():
        side = Side("", "account", row.account)
        assert gap(report, side, row.topic), (row.account, row.topic)


def test_questions_are_those_of_the_topics(any_report):
    asked = questions(any_report)
    assert set(any_report.claims["topic"]) <= set(asked) and all(asked.values())
    if any_report.complete:
        assert set(any_report.claims["topic"]) == set(any_report.questions["topic"])


# --- strength


@pytest.mark.parametrize(
    "key, strength",
    [
        ("C02", "could"),
        ("C13", "will"),
        ("C36", "appears"),
        ("C27", "believes"),
        ("C40", "believes"),
        ("C44", "could"),
        ("C10", "flat"),
        ("C17", "flat"),
        ("C08", "flat"),
    ],
)
def test_the_weakest_word_counts(report, key, strength):
    assert strength_of(report.claims, key, readings()) == strength


def test_an_unknown_reporting_word_has_no_strength(report):
    report.claims.loc["C10", ["cue", "hedge"]] = ["murmured", ""]
    assert strength_of(report.claims, "C10", readings()) == ""
    assert quote_of(report, "C10").bars == ""


def test_a_condition_that_stands_before_a_quote_stands_beside_it(report):
    assert quote_of(report, "C36").hangs_on in report.paragraphs[12].replace(
        "If Vladimir Putin, the president,", "if Putin"
    )
    assert quote_of(report, "C37").hangs_on == ""
    pair = [sides(report)[name] for name in ("Russia and Belarus", "Independent analysts")]
    told = text_of(columns(report, pair, {}, finds_of(report)))
    assert "on the condition: if Putin is preparing an attack" in told


def test_the_hedge_is_underlined_where_it_stands_and_told_where_it_does_not(report):
    assert quote_of(report, "C36").pieces[0] == ("appears", True)
    assert (
        "".join(words for words, _ in quote_of(report, "C44").pieces)
        == (report.claims.loc["C44", "quote"])
    )
    assert [words for words, hedge in quote_of(report, "C44").pieces if hedge] == ["up to", "could"]
    assert quote_of(report, "C27").beside == "believes"


# --- pairs


def test_each_relation_of_ours_is_right_and_no_other_is(any_report):
    for pair in any_report.pairs.itertuples():
        also = {pair.relation, *pair.accepted.split("|")}
        for relation in RELATIONS:
            word = verdict(any_report, pair.second, pair.first, relation).word
            wanted = "also" if relation in also else "not yet"
            assert word == ("right" if relation == pair.relation else wanted), pair


def test_a_pair_that_nobody_made_is_judged_by_its_numbers_alone(report):
    report.pairs = report.pairs.iloc[:0]
    found = verdict(report, "C43", "C26", "clash")
    assert (found.word, found.ours) == ("right", "clash")
    assert found.numbers["usual"] == (True, "8,000 to 14,000 and 3,000 to 5,000")
    assert found.numbers["wide"][0] is False
    assert verdict(report, "C43", "C26", "agree").word == "not yet"
    assert verdict(report, "C43", "C44", AGREE)[:2] == ("kept", BOTH_TRUE)
    assert verdict(report, "C43", "C44", CLASH).word == "not yet"
    assert verdict(report, "C43", "C44", BOTH_TRUE).word == "right"
    report.scopes = report.scopes.iloc[:0]
    assert verdict(report, "C09", "C16", AGREE) == ("kept", "", "", "", {})
    assert suggested(report) == [("C26", "C43")]


def test_official_and_analyst_pairs_are_there_and_none_of_them_is_a_conflict(report):
    account = report.claims["account"]
    between = report.pairs[
        [
            {account[row.first], account[row.second]} == {"russia-belarus", "analysts"}
            for row in report.pairs.itertuples()
        ]
    ]
    assert len(between) >= 6 and "clash" not in set(between["relation"])
    wanted = [("C09", "C16"), ("C09", "C20"), ("C13", "C36"), ("C13", "C38"), ("C12", "C41")]
    assert all(pair_of(report, *pair) is not None for pair in wanted)
    assert verdict(report, "C27", "C40", "agree").word == "not yet"


CODED = ["union-resolve", "full-house"]


@pytest.mark.parametrize("name", CODED)
def test_relations_follow_from_the_four_questions(name):
    report = open_report(name)
    for pair in report.pairs.itertuples():
        scope = same_scope(report, pair.first, pair.second)
        assert list(scope) == list(ASKED), pair
        by_rule = relation_by(scope)
        shut_out = (by_rule, pair.relation) == (BOTH_TRUE, CLASH) and "merely" in pair.reading
        assert not by_rule or pair.relation == by_rule or shut_out, (pair, scope)
        if not by_rule:
            assert pair.relation != DIFFERENT, (pair, scope)
    assert set(report.scopes["claim"]) == set(report.claims.index)


def test_not_three_of_four_relations_are_accepted(any_report):
    for pair in any_report.pairs.itertuples():
        assert len({pair.relation, *pair.accepted.split("|")} - {""}) <= 2, pair


def test_a_changed_coding_changes_the_rule(report):
    assert relation_by(same_scope(report, "C09", "C16")) == DIFFERENT
    asked, answer, *both = turns_on(same_scope(report, "C09", "C16"))
    assert (asked, answer) == (ASKED[0], NO) and both[0] == "the drills"
    report.scopes.loc[report.scopes["claim"] == "C16", ["people", "place"]] = (
        "the drills",
        "Belarus",
    )
    assert relation_by(same_scope(report, "C09", "C16")) == ""
    assert relation_by(same_scope(report, "C10", "C07")) == BOTH_TRUE
    assert turns_on(same_scope(report, "C10", "C07"))[0] == SENSE
    report.scopes.loc[report.scopes["claim"] == "C07", "sense"] = ""
    assert same_scope(report, "C10", "C07")[SENSE][0] == UNSAID


@pytest.mark.parametrize("pair", list(combinations(("C26", "C43", "C44"), 2)))
def test_numbers_say_the_same_as_our_coding(report, pair):
    coded = [answer for answer, *_ in same_scope(report, *pair).values()]
    report.scopes = report.scopes.iloc[:0]
    assert coded == [answer for answer, *_ in same_scope(report, *pair).values()]


def test_scopes_of_two_numbers(report):
    report.scopes = report.scopes.iloc[:0]
    same = same_scope(report, "C26", "C43")
    assert [told[0] for told in same.values()] == [EITHER, YES, EITHER, YES]
    same = same_scope(report, "C43", "C44")
    assert list(same.values())[3] == (NO, "present", "could take part")
    report.numbers.loc[report.numbers["from"] == "C44", "place"] = ""
    assert list(same_scope(report, "C43", "C44").values())[1][0] == UNSAID
    assert same_scope(report, "C13", "C44") == {}


# --- the sentence in which a quote stands


def test_a_setting_is_whole_sentences_of_the_text_around_the_quote(any_report):
    for key, row in any_report.claims.iterrows():
        found = setting(any_report, key)
        before, *own = re.split(rf" Paragraph {row['paragraph']}: ", found.before)
        whole = f"{(own or [before])[0]}{inner_marks(row['quote'])}{found.after}"
        printed = any_report.read().paragraphs
        assert folded(whole)[0] in folded(printed[row["paragraph"] - 1])[0], key
        assert whole[-1] in ".!?”", whole
        if own:
            says = before.removeprefix(f"Paragraph {row['paragraph'] - 1} ends: ")
            assert says != before and printed[row["paragraph"] - 2].endswith(says)


def test_a_sentence_that_points_back_takes_the_one_before_with_it(report):
    assert setting(report, "C37").before.startswith("If Vladimir Putin, the president,")
    assert setting(report, "C38").before.startswith("They say that Russia has")
    assert setting(report, "C26").before.startswith("Oleksiy Reznikov, the defence minister,")
    assert setting(report, "C13").before.startswith("The drills are “scheduled to end")
    assert setting(report, "C23").before.startswith(
        "Paragraph 8 ends: And a second warning follows"
    )
    assert setting(report, "C39").before.startswith("Paragraph 13 ends: In the phase that begins")
    assert setting(report, "C33").before.startswith("On Thursday these drills")
    stadium = open_report("full-house")
    assert setting(stadium, "S26").before.startswith("Hew Marlin")
    assert setting(stadium, "S23").before == "Police said that they "
    told = str(two_quotes(report, ("C09", "C16")))
    assert "units would" not in told and "some units “would be used in a major invasion”" in told


def test_who_somebody_is_stands_beside_the_quote(report):
    press(panel := two_accounts(report), picked=["C26", "C43"])
    assert "Oleksiy Reznikov , Ukraine’s defence minister" in text_of(panel.view)


# --- the two columns


def test_both_columns_hold_every_quote_and_every_gap(every_report):
    pairs = list(combinations(sides(every_report).values(), 2))[:40:5]
    for pair in pairs:
        html = still_columns(every_report, pair, finds_of(every_report))
        told = text_of(html)
        for side in pair:
            mine = every_report.claims[every_report.claims[side.column] == side.id]
            assert all(" ".join(quote.split()) in told for quote in _shown(mine["quote"])), side
            empty = [gap(every_report, side, topic) for topic in questions(every_report)]
            assert all(one.kind in told for one in empty if one)
        live = columns(every_report, pair, {}, finds_of(every_report))
        assert "<script" not in live and "<b>" not in live and "<goats" not in live


def _shown(quotes):
    """The words of quotes as tags leave them in the text: a tag around a hedge becomes a blank."""
    return [quote for quote in quotes if len(quote.split()) < 3]


def test_what_another_coding_would_add_fills_the_gap(report):
    pair = (RUSSIA, ANALYSTS)
    finds = finds_of(report)
    assert "would be used in a major invasion" not in _row(columns(report, pair, {}, finds), 0)
    also = _row(columns(report, pair, {}, finds, also=True), 0)
    assert "ready to launch a major military operation" in also and OTHER_CODING in also


def _row(html, number):
    """The text of one row of the two columns."""
    body = str(html).split("<tbody")[1]
    return text_of(re.sub("</?u>", "", body.split("<tr")[number + 1].split(">", 1)[1]))


def test_ready_pairs_that_the_report_does_not_hold_are_left_out(report):
    assert [[side.name for side in pair] for pair in ready_pairs(report)] == [
        ["Russia and Belarus", "Independent analysts"],
        ["Russia and Belarus", "US and NATO"],
        ["Russia and Belarus", "Ukraine"],
        ["Ukraine", "US and NATO"],
        ["Ukraine", "Janes"],
        ["the United States", "Janes"],
    ]
    report.about["compare"] = ["ukraine | nobody", "ukraine", 7, "janes | janes"]
    assert [side.id for side in ready_pairs(report)[0]] == ["us-nato", "reporter"]


# --- the steps of the widget


def press(panel, **held):
    panel.values = {**panel.values, "open": held}


def put(panel, **chosen):
    panel.values = {**panel.values, **{name: {"is": value} for name, value in chosen.items()}}


def answer(panel, *four):
    put(panel, **dict(zip(FOUR, four)))


def relate(panel, first, second, relation, four=("yes", "yes", "cannot tell", "yes")):
    press(panel, picked=[first, second])
    answer(panel, *four)
    put(panel, relation=relation)
    press(panel, picked=[first, second], shown=True)


def empty(panel, side, topic, why=None):
    press(panel, picked=["", ""], gap=[side, topic])
    if why:
        press(panel, picked=["", ""], gap=[side, topic], why=why)


def test_three_finds_reach_the_goal_and_are_there_again(report):
    panel = two_accounts(report)
    shown = [control.id for control in panel.controls if control.kind != "held"]
    assert shown == ["left", "right", "also"]
    empty(panel, "0", "sea", NOT_HERE)
    assert "Found 1 of 3" in panel.says and "R63" in panel.view
    relate(panel, "C10", "C07", "differ but can both be true")
    assert [c.id for c in panel.controls if c.kind != "held"] == []
    assert panel.says.startswith("That is a find. Found 2 of 3") and "Right." in panel.view
    press(panel, picked=["", ""])
    panel.values = {**panel.values, "left": "Ukraine", "right": "Janes"}
    relate(panel, "C26", "C43", "clash")
    assert "Goal reached." in panel.says and "Your pairs so far: 2" in text_of(panel.view)
    assert "3,000 to 5,000 and 8,000 to 14,000 leave no value that both allow" in panel.view
    assert "Goal reached." in two_accounts(report).says
    assert "Found 0 of 3" in two_accounts(open_report("full-house")).says


def test_a_choice_after_ours_was_shown_counts_nothing(report):
    panel = two_accounts(report)
    relate(panel, "C13", "C36", "clash")
    assert "Not yet." in panel.view and panel.says.startswith("No find") and "0 of 3" in panel.says
    put(panel, relation="answer different questions")
    assert panel.values["relation"] == {"is": "clash"} and "Not yet." in panel.view
    assert "<input" not in panel.view  # nothing is left to be changed
    press(panel, picked=["C36", "C13"])
    assert "Not yet." in panel.view and 'value="clash"' not in panel.view
    relate(panel, "C26", "C43", "differ but can both be true")
    relate(panel, "C43", "C26", "clash")
    assert "Found 0 of 3" in panel.says
    again = two_accounts(report)
    press(again, picked=["C13", "C36"])
    assert "Not yet." in again.view and "cannot tell" in again.view


def test_what_is_defensible_is_no_find(report):
    panel = two_accounts(report)
    relate(panel, "C26", "C43", "answer different questions")
    assert "Also defensible." in panel.view and "Found 0 of 3" in panel.says
    relate(panel, "C25", "C43", "answer different questions")
    assert "Also defensible." in panel.view and "Found 0 of 3" in panel.says
    relate(panel, "C09", "C07", "clash", ("yes", "yes", "yes", "no"))
    assert "Right." in panel.view and "Found 1 of 3" in panel.says
    assert "○" not in panel.view  # whoever follows the rule of the lesson is not told wrong


@pytest.mark.parametrize("missing", range(4))
def test_ours_is_hidden_until_four_answers_and_a_relation_are_given(report, missing):
    panel = two_accounts(report)
    why = report.pairs.loc["V20", "why"]
    four = ["yes", "no", "cannot tell", "yes"]
    four[missing] = ""
    relate(panel, "C09", "C16", "clash", four)
    assert why not in unescape(panel.view) and "3 of 4 are answered" in panel.says
    answer(panel, "yes", "no", "cannot tell", "yes")
    press(panel, picked=["C09", "C16"], shown=True)
    assert why in unescape(panel.view)
    press(panel, picked=["C10", "C16"])
    assert panel.values["relation"] == {"is": ""} and "We say" not in panel.view
    answer(panel, "yes", "no", "cannot tell", "yes")
    press(panel, picked=["C10", "C16"], shown=True)
    assert report.pairs.loc["V25", "why"] not in unescape(panel.view)


def test_the_four_questions_bear_on_the_relation(report):
    panel = two_accounts(report)
    press(panel, picked=["C09", "C16"])
    assert "0 of 4 are answered" in panel.says
    put(panel, relation="clash")
    answer(panel, "yes", "yes", "yes", "no")
    assert f"You say no to the same sense. {two_related.BOTH_UNLESS}" in panel.says
    assert "does not go with" not in panel.says
    put(panel, relation="answer different questions")
    assert "does not go with “answer different questions”" in panel.says
    put(panel, relation="clash")
    answer(panel, "no", "yes", "yes", "no")
    assert "to the same people or things, and to the same sense." in panel.says
    assert "speak of something else" in panel.says and "with “clash”" in panel.says
    answer(panel, "yes", "yes", "yes", "yes")
    assert "answer one question" in panel.says and "does not go" not in panel.says
    put(panel, relation="answer different questions")
    assert "does not go with “answer different questions”" in panel.says
    answer(panel, "yes", "cannot tell", "yes", "yes")
    assert "Where you cannot tell" in panel.says


@pytest.mark.parametrize("pair", [("C09", "C16"), ("C26", "C43"), ("C13", "C41"), ("C05", "C33")])
def test_ours_stands_beside_each_of_the_four(report, pair):
    panel = two_accounts(report)
    relate(panel, *pair, "clash", ("yes", "no", "cannot tell", "yes"))
    rows = panel.view.split('<table role="table" class="cr-four">')[1].split("</table>")[0]
    told = [text_of(row) for row in rows.split('<tr role="row">')[2:]]
    ours = same_scope(report, *pair)
    assert len(told) == 4
    for row, yours, (asked, (answer, *_)) in zip(
        told, ("yes", "no", "cannot", "yes"), ours.items()
    ):
        assert row.startswith(f"{asked} {yours}") and f" {answer}" in row


def test_without_a_coding_the_widget_says_so(report):
    report.scopes = report.scopes.iloc[:0]
    panel = two_accounts(report)
    relate(panel, "C09", "C16", "clash")
    assert whose_word.OURS.uncoded in text_of(panel.view) and "not coded" in panel.view


def test_signs_say_whether_an_answer_goes_with_ours():
    signs = {yours: {} for yours in two_related.ANSWERS}
    for yours in signs:
        for ours in (YES, NO, EITHER, UNSAID):
            signs[yours][ours] = two_related._compared(yours, ours)[0]
    assert signs == {
        "yes": {YES: "✓", NO: "○", EITHER: "≈", UNSAID: "○"},
        "no": {YES: "○", NO: "✓", EITHER: "≈", UNSAID: "○"},
        "cannot tell": {YES: "○", NO: "○", EITHER: "✓", UNSAID: "✓"},
    }


def test_numbers_on_one_axis_or_the_field_that_keeps_them_apart(report):
    panel = two_accounts(report)
    press(panel, picked=["C26", "C43"])
    assert "<img" not in panel.view  # its title would tell people and place
    relate(panel, "C26", "C43", "clash")
    assert panel.view.count("<img") == 1
    relate(panel, "C44", "C43", "clash")
    assert "<img" not in panel.view and "do not count the same" in panel.view
    relate(panel, "C13", "C41", "clash")
    assert "Timeline" in panel.view


@pytest.mark.parametrize(
    "held",
    [
        {"picked": ["C99", "C01"]},
        {"picked": ["C01"]},
        {"picked": ["C01", "C01"]},
        {"gap": ["9", "sea"]},
        {"gap": ["0", "no such topic"]},
        {"gap": ["x"]},
        {"shown": True},
        {"keep": True, "shown": True, "picked": ["C09", "C16"]},
        {"gap": ["0", "sea"], "why": "no such reason"},
        {"gap": ["0", "sea"], "why": True},
    ],
)
def test_what_a_page_may_send_breaks_nothing(report, held):
    panel = two_accounts(report)
    press(panel, **held)
    assert "could not be shown" not in panel.says and panel.view
    assert not (work_folder() / "union-resolve").exists()


@pytest.mark.parametrize("value", [[], {"a": 1}, {"a": [1]}, {1: "a"}, "C01", {"a": None}])
def test_held_takes_texts_truth_values_and_lists_of_texts(value):
    with pytest.raises(Refused, match="open"):
        Held(id="open", label="open", value=value)


def test_answers_of_another_version_are_passed_over(report):
    for value in ("text", {"report": "union-resolve", "pairs": [["C99", "C01", "agree"], ["C01"]]}):
        answers.save("keep", KEY, value)
    assert "Found 0 of 3" in two_accounts(report).says


def test_every_report_has_its_two_accounts_or_says_why_not(every_report):
    panel = two_accounts(every_report)
    assert "could not be shown" not in panel.says
    if len(sides(every_report)) < 2 and len(every_report.claims) < 2:
        assert "no two claims here that could be compared" in panel.says
        return
    for left in list(sides(every_report))[:4]:
        panel.values = {**panel.values, "left": left}
        assert "could not be shown" not in panel.says and panel.view
    assert "<script" not in panel.view


def test_the_stadium_works_with_its_own_questions():
    panel = two_accounts(open_report("full-house"))
    assert "Is it safe?" in panel.view and "What is it for?" not in panel.view
    relate(panel, "S03", "S05", "clash")
    assert "Right." in panel.view and "Found 1 of 3" in panel.says


def test_what_else_we_accept_is_told_with_ours(report):
    panel = two_accounts(report)
    relate(panel, "C09", "C27", "agree")
    assert "One may also say that they differ but can both be true." in text_of(panel.view)
    assert "What decides: not the same people or things, but “the drills”" in text_of(panel.view)
    press(panel, picked=["", ""])
    relate(panel, "C14", "C44", "agree")
    assert "Not yet." in panel.view and "One may also say" not in text_of(panel.view)


def test_why_a_cell_is_empty_is_said_before_it_opens(report):
    panel = two_accounts(report)
    empty(panel, "0", "sea")
    assert panel.says.startswith("Say first") and "R63" not in panel.view
    assert panel.view.count("no quote: why?") == 8 and "In print elsewhere" not in panel.view
    empty(panel, "0", "sea", SILENT)
    assert "Not yet." in panel.view and "R63" in panel.view and "Found 0 of 3" in panel.says
    empty(panel, "0", "sea", NOT_HERE)
    assert "Not yet." in panel.view and "Found 0 of 3" in panel.says  # ours was there to be copied
    empty(panel, "1", "purpose", NOT_HERE)
    assert "Not yet." in panel.view and "Found 0 of 3" in panel.says
    empty(panel, "0", "forces", NOT_HERE)
    assert "Right." in panel.view and "Found 1 of 3" in panel.says
    assert panel.view.count("data-land") == 1  # where the focus goes: to what we say
    assert "Found 1 of 3" in two_accounts(report).says


def test_each_reason_for_an_empty_cell_gets_its_because(report):
    said = {
        (why, kind)
        for kind in (NOT_HERE, NO_ROW, OTHER_CODING)
        for why in (SILENT, NO_ROW if kind == NO_ROW else NOT_HERE, OTHER_CODING)
    }
    told_below = {(NO_ROW, NO_ROW), (OTHER_CODING, OTHER_CODING)}
    assert said - told_below <= set(BECAUSE)
    panel = two_accounts(report)
    panel.values = {**panel.values, "left": "the United States", "right": "Janes"}
    empty(panel, "0", "decision", SILENT)
    told = text_of(panel.view)
    assert "one report cannot show" in told and "not in this report under this name" in told
    assert "“yet to make a decision” (US officials, par. 14)" in told
    assert "found nothing" not in told and "with the whole account, “US and NATO”" in told


def test_one_and_the_same_words_have_one_answer(report):
    for first, second in combinations(report.claims.index, 2):
        for answer, *both in same_scope(report, first, second).values():
            assert (answer == EITHER) == any(", or " in words for words in both)
    assert same_scope(report, "C09", "C07")[SENSE] == (NO, "is so", "could be so")
    assert same_scope(report, "C09", "C16")[SENSE] == (EITHER, "is so", "could be so, or is so")


def test_who_cannot_tell_what_stands_elsewhere_is_right(report):
    panel = two_accounts(report)
    relate(panel, "C44", "C43", BOTH_TRUE, ("no", "cannot tell", "cannot tell", "no"))
    told = text_of(panel.view)
    assert "place cannot tell ✓ yes : Belarus (we took it from elsewhere" in told
    assert told.count("we took it from elsewhere in the report") == 2
    assert "≠ between the quotes: differ but can both be true." in told and "✓ fits" in told
    assert "Janes, a company" not in told and "Janes, a defence think tank" in told


def test_no_sign_between_quotes_is_one_of_an_answer():
    assert not set(two_related.JOINS.values()) & set(two_related.AT_ANSWERS)


def test_a_cell_that_another_coding_fills_is_found_by_that_reason(report):
    panel = two_accounts(report)
    empty(panel, "1", "purpose", OTHER_CODING)
    assert "Right." in panel.view and "Found 1 of 3" in panel.says
    assert "would be used in a major invasion" in text_of(re.sub("</?u>", "", panel.view))


def test_a_report_of_ones_own_offers_no_row_yet(work):
    start_report("mine", like="full-house")
    assert reasons(open_report("mine")) == [SILENT, NO_ROW, OTHER_CODING]


def test_quotes_that_were_looked_at_are_marked(report):
    panel = two_accounts(report)
    assert "looked at" not in panel.view
    relate(panel, "C09", "C16", "clash")
    press(panel, picked=["", ""])
    assert panel.view.count("looked at") == 2 and "Your pairs so far: 1" in text_of(panel.view)


def test_three_quotes_of_a_cell_stand_open(report):
    panel = two_accounts(report)
    panel.values = {**panel.values, "left": "Ukraine", "right": "Janes"}
    before = panel.view.split("<details")[0]
    assert "only a few thousand" in text_of(re.sub("</?u>", "", before))


def test_firm_words_are_not_called_a_fact(report):
    assert quote_of(report, "C09").strength == "put firmly"
    assert quote_of(report, "C16").strength == "“would”"
    assert quote_of(report, "C26").strength == "“estimating”"
    assert "as fact" not in two_accounts(report).view


def test_marks_inside_a_quote_are_single_ones(report):
    assert quote_of(report, "C31").pieces[0][0] == "‘unprecedented’ naval blockade"


# --- a report of one's own


def test_a_pair_is_kept_in_a_report_of_ones_own_and_only_there(work):
    crowd = [("Ona", "at least 140 were waiting"), ("Passengers", "90 to 110 were waiting")]
    with_speakers("ferry", crowd)
    add_row(
        "ferry",
        "numbers",
        **{"from": "C01"},
        words="at least 140",
        hedge="at least",
        low=140,
        **CROWD,
    )
    add_row("ferry", "numbers", **{"from": "C02"}, words="90 to 110", low=90, high=110, **CROWD)
    report = open_report("ferry")
    panel = two_accounts(report)
    assert suggested(report) == [("C01", "C02")] and "worth a look" in panel.view
    relate(panel, "C01", "C02", "clash")
    assert "Keep it as a pair" in panel.view
    press(panel, picked=["C01", "C02"], shown=True, keep=True)
    assert panel.says.startswith("Kept as P01 in pairs.csv of ferry.")
    (kept,) = open_report("ferry").pairs.itertuples()
    assert (kept.first, kept.second, kept.relation) == ("C01", "C02", "clash")
    assert "the same place: yes" in kept.why and suggested(open_report("ferry")) == []
    press(panel, picked=["C01", "C02"], shown=True, keep=True)
    assert len(open_report("ferry").pairs) == 1


def test_a_topic_without_a_row_says_no_row_yet(work):
    start_report("mine", like="full-house")
    report = open_report("mine")
    assert {one.kind for one in gaps(report).values()} == {NO_ROW, OTHER_CODING}
    panel = two_accounts(report)
    assert NO_ROW in str(panel._on_page.still)


def test_in_print_must_lead_to_an_account_and_a_card(work):
    start_report("mine", like="full-house")
    row = dict(account="club", topic="money", card="F9", says="It was in print.")
    with pytest.raises(Problem, match="F9"):
        add_row("mine", "in_print", **row)
    add_row("mine", "in_print", **row | {"card": "F4"})
    with pytest.raises(Problem, match="2019-09-15 or before"):
        add_row("mine", "in_print", **row | {"card": "G1"})
    with pytest.raises(Problem, match="a topic of claims.csv"):
        add_row("mine", "in_print", **row | {"card": "F4", "topic": "nothing"})


# --- the picture “In their words”


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_word_is_explained(every_report, layout):
    picture = charts.in_their_words(every_report, layout=layout)
    assert unexplained(picture, every_report) == []
    if picture.figure is None:
        assert len(set(every_report.claims["account"])) == 1
        return
    opened = [key for mark in picture.marks for key in mark.ids]
    assert set(every_report.claims.index) <= set(opened)
    places = picture.sheet.places()
    areas = [area for mine in places for area in mine.areas + mine.labels]
    assert all(mine.areas for mine in places)
    assert all(0 <= value <= 1000 for area in areas for value in area)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_lettering_lies_on_other(every_report, layout):
    picture = charts.in_their_words(every_report, layout=layout)
    if picture.figure is None:
        return
    picture.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in texts(picture)]
    assert min(box.x0 for box in boxes) >= 0 and min(box.y0 for box in boxes) >= 0
    for one, other in combinations(boxes, 2):
        wide = min(one.x1, other.x1) - max(one.x0, other.x0)
        high = min(one.y1, other.y1) - max(one.y0, other.y0)
        least = min(one.height, other.height)
        assert wide <= 0 or high <= 0.25 * least, (one, other)


def texts(picture):
    return list(picture.figure.axes[0].texts)


def named(picture, words):
    return next(text for text in texts(picture) if words in " ".join(text.get_text().split()))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_word_in_another_cell_a_lost_one_and_a_changed_one_are_found(report, layout):
    picture = charts.in_their_words(report, layout=layout)
    moved = named(picture, "merely defensive")
    x, y = moved.get_position()
    moved.set_y(y + 4)
    assert any(c.startswith("C09: drawn in the cell") for c in unexplained(picture, report))
    moved.set_y(y)
    assert unexplained(picture, report) == []
    moved.set_text("“merely war games”")
    assert "C09: no label holds its words" in unexplained(picture, report)
    named(picture, "yet to make a decision").remove()
    assert "us-nato / decision: no words stand in this cell" in unexplained(picture, report)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_wrong_kind_and_a_missing_one_are_found(report, layout):
    picture = charts.in_their_words(report, layout=layout)
    kept = report.claims["accepted"].copy()
    report.claims["accepted"] = report.claims["accepted"].str.replace("|purpose", "")
    assert any(c.startswith("analysts / purpose") for c in unexplained(picture, report))
    report.claims["accepted"] = kept
    assert unexplained(picture, report) == []
    words = OTHER_CODING if layout == "poster" else "Independent analysts"
    gone = next(t for t in texts(picture) if t.get_text() == words)
    gone.remove()
    assert any("must say that it is empty" in c for c in unexplained(picture, report))


def test_behind_a_kind_stand_the_accounts_that_have_it(every_report):
    picture = charts.in_their_words(every_report)
    if picture.figure is None:
        return
    names = account_names(every_report)
    kind, found = "", []
    for text in (" ".join(t.get_text().split()) for t in texts(picture)):
        if text.endswith(":") and text[:-1] in (OTHER_CODING, NOT_HERE, NO_ROW):
            kind = text[:-1]
        elif kind and any(text in " ".join(name.split()) for name in names.values()):
            found.append(kind)
        else:
            kind = ""
    wanted = [empty.kind for empty in gaps(every_report).values()]
    assert {one: found.count(one) for one in found} == {one: wanted.count(one) for one in wanted}


def test_a_lost_claim_and_another_speaker_are_found(report):
    picture, kept = charts.in_their_words(report), report.claims.copy()
    for key in kept.index[::15]:
        report.claims = kept.drop(key)
        assert unexplained(picture, report), key
    report.claims = kept.copy()
    report.claims.loc["C43", "who"] = "Ukraine’s government"
    assert unexplained(picture, report)


def test_the_official_and_the_analyst_account_come_first(report):
    heads = charts.in_their_words(report, layout="poster").alt
    assert "; Russia and Belarus, Independent analysts, Ukraine, US and NATO," in heads


def test_lettering_can_be_read_on_a_phone_and_the_poster_is_one_sheet(report):
    picture = charts.in_their_words(report)
    smallest = min(text.get_size() for text in texts(picture))
    on_a_phone = 274 / picture.figure.get_figwidth()  # pixels to the inch: JupyterLab at 390
    assert smallest / 72 * on_a_phone >= 11
    poster = charts.in_their_words(report, layout="poster").figure
    assert tuple(poster.get_size_inches()) == (16.54, 11.69)
    on_a4 = 297 / 420
    for each in (report, open_report("full-house")):
        poster = charts.in_their_words(each, layout="poster").figure
        assert min(text.get_size() for text in poster.axes[0].texts) * on_a4 >= 9
    lowest = max(text.get_window_extent().y0 for text in poster.axes[0].texts)
    assert lowest > 0


def test_a_button_carries_what_it_sets(report):
    view = two_accounts(report).view
    sets = [json.loads(unescape(found)) for found in re.findall('data-sets="([^"]+)"', view)]
    assert {"open": {"picked": ["C09", ""]}} in sets
    assert {"left": "Ukraine", "right": "Janes", "open": {}} in sets


def test_the_poster_is_one_page_of_a3_and_the_same_again():
    once, again = posters(), posters()
    page = once["06_in_their_words.pdf"]
    assert once == again and len(re.findall(rb"/Type /Page\b", page)) == 1
    sides = [float(side) / 72 for side in re.search(rb"/MediaBox \[([^\]]+)\]", page)[1].split()]
    assert [round(side * 25.4) for side in sides] == [0, 0, 420, 297]
    for name, data in once.items():
        assert (ROOT / "figures" / name).read_bytes() == data, f"{name}: run execute.py"


def test_a_reading_is_named_by_the_words_that_need_it(report, monkeypatch):
    few, *others = (hedge for hedge in readings() if hedge.rules)
    renamed = replace(few, names=("a handful",))
    assert few.names == ("a few",)
    monkeypatch.setattr(two_related, "readings", lambda: (renamed, *others))
    key = report.numbers.loc["N07", "from"]
    report.numbers.loc["N07", "hedge"] = "only a handful thousand"
    told = two_related._read_as(report, (key, "C99"), "usual")
    assert told == "“a handful” read as 3 to 5"


# --- a text against itself


def itself(work):
    start_report("rep", "258 new cases on 808, a rise of 60 per cent. Later: 46 per cent.")
    scope = dict(speaker="no stated source", topic="rise", population="cases")
    save_claim("rep", passage="a rise of 60 per cent", number="60 per cent", unit="%", **scope)
    save_claim("rep", passage="258 new cases on 808", number="258", unit="cases", **scope)
    return open_report("rep")


def test_two_claims_of_the_only_side_can_be_a_pair(work):
    panel = two_accounts(itself(work))
    assert panel.values["left"] == panel.values["right"] == "the text"
    assert "stands on both sides" not in panel.says and panel.view.count("60 per cent") >= 2
    panel.values = {**panel.values, "open": {"picked": ["C01", ""]}}
    picks = [json.loads(text)["open"]["picked"] for text in sets_of(panel, "picked")]
    assert ["C01", "C02"] in picks and ["C01", "C01"] not in picks
    panel.values = {**panel.values, "open": {"picked": ["C01", "C02"]}}
    assert "Answer the four questions first" in panel.says


def sets_of(panel, word):
    """list of str: what the buttons of a panel set that name a word."""
    found = re.findall(r'data-sets="([^"]*)"', panel.view)
    return [unescape(text) for text in found if word in text and "picked" in text]


def test_a_side_is_offered_beside_itself_in_a_report_of_ones_own_alone(work):
    report = itself(work)
    save_claim("rep", passage="Later: 46 per cent", speaker="Rowe", topic="rise")
    report = open_report("rep")
    assert ">the text | itself<" in two_accounts(report).view
    assert "| itself<" not in two_accounts(open_report("full-house")).view


def test_looked_at_stands_only_where_both_of_a_pair_stand(work):
    itself(work)
    save_claim("rep", passage="Later: 46 per cent", speaker="Rowe", topic="rise")
    save_claim("rep", passage="808", speaker="Ona Lund", topic="rise")
    panel = two_accounts(open_report("rep"))
    panel.values = {**panel.values, "left": "the text", "right": "Rowe"}
    panel.values = {**panel.values, "open": {"picked": ["C01", "C03"]}}
    for name in (*(f"q{i}" for i in range(4)), "relation"):
        value = "agree" if name == "relation" else "yes"
        panel.values = {**panel.values, name: {"is": value}}
    panel.values = {**panel.values, "open": {"picked": ["C01", "C03"], "shown": True}}
    panel.values = {**panel.values, "open": {"picked": ["", ""]}}
    assert "looked at" in panel.view.partition("<table")[2].partition("</table>")[0]
    panel.values = {**panel.values, "left": "Ona Lund", "right": "the text", "open": {}}
    assert "looked at" not in panel.view.partition("<table")[2].partition("</table>")[0]


def test_a_forecast_and_a_result_are_no_clash(work):
    start_report("firm", "Revenue was $21 billion, said Alphabet. Analysts expected $20 billion.")
    scope = dict(unit="dollars", population="revenue", place="firm", status="made")
    row = dict(passage="Revenue was $21 billion", number="$21 billion", **scope)
    save_claim("firm", speaker="Alphabet", kind="result", **row)
    row = dict(passage="expected $20 billion", number="$20 billion", **scope)
    save_claim("firm", speaker="Analysts", kind="result", **row)
    assert suggested(open_report("firm")) == [("C01", "C02")]
    save_claim("firm", speaker="Analysts", kind="forecast", **row)
    report = open_report("firm")
    assert suggested(report) == [] and objection(report, "C01", "C02", DIFFERENT) == ""
    told = verdict(report, "C01", "C02", BOTH_TRUE)
    assert told.word == "kept" and "call one “result” and the other “forecast”" in told.why
