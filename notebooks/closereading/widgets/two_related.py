"""Two accounts, second step: what two quotes are to each other, first in the learner's eyes, then
in ours, with the numbers and days that bear on it.
"""

import json
from typing import NamedTuple

from ..data.reference import readings
from ..drawing import days, ranges
from ..lesson.reply import first_word
from ..reading.hedges import hedge_in
from ..reading.pairs import (
    AGREE,
    ASKED,
    BOTH_TRUE,
    CLASH,
    DIFFERENT,
    NO,
    UNSAID,
    YES,
    pair_of,
    same_scope,
    verdict,
)
from ..reading.scope import split_by_scope
from ..show.html import render
from ..show.picture import Picture
from .quotes import quote_of
from .whose_word import word_of

SIGNS = {AGREE: "=", DIFFERENT: "∥", BOTH_TRUE: "≈", CLASH: "×"}
UNANSWERED = "not answered"
ANSWERS = [UNANSWERED, "yes", "no", "cannot tell"]


class Told(NamedTuple):
    """What is shown of our relation. word: Right. … sign, ours: our relation, as a sign and in
    words. also: the others that we accept, in words. why, reading: the reason, and the reading that
    it needs. numbers: list of sentences.
    """

    word: str
    sign: str
    ours: str
    also: str
    why: str
    reading: str
    numbers: list


def related(report, picked, state, kept=(), can_keep=False):
    """Markup: the two quotes with a line between them, what bears on their relation, and, once it
    is shown, ours. picked: ids of two claims. state: {"same": rows of one answer for each of ASKED,
    "relation": one of RELATIONS, or None, "shown": bool}. kept: list of sentences on the
    pairs that were looked at before. can_keep: whether a button offers to keep this one, too.
    """
    told = _told(report, picked, state) if state["shown"] else None
    return render(
        "two_related.html",
        quotes=[quote_of(report, key) for key in picked],
        sign=told.sign if told else "?",
        told=told,
        scopes=_scopes(report, picked, state["same"]) if told else [],
        bearing=_bearing(report, picked),
        back=_sets(picked=["", ""]),
        show=_sets(picked=list(picked), shown=True),
        keep=_sets(picked=list(picked), shown=True, keep=True),
        can_keep=can_keep,
        ready=state["relation"] is not None,
        says=word_of(report),
        kept=kept,
    )


def by_answers(state):
    """str: what the learner's own answers to the four questions say of the relation; and where that
    does not go with the relation that was chosen. state: as `related` takes it.
    """
    given = [answer for (answer,) in state["same"]]
    apart = [asked for asked, answer in zip(ASKED, given) if answer == NO]
    if apart:
        said = f"You say no to {', and to '.join(apart)}. Then both can be true."
        return said + _against(state, CLASH)
    if UNANSWERED in given:
        done = sum(answer != UNANSWERED for answer in given)
        return f"{done} of {len(given)} questions are answered. “Cannot tell” is an answer, too."
    if set(given) == {YES}:
        said = "You say yes four times. Then the two answer one question."
        return said + _against(state, DIFFERENT)
    return "Where you cannot tell, whether the two clash depends on how you read them."


def _against(state, relation):
    """str: that the relation that was chosen does not go with the answers; blank where it does."""
    return f" That does not go with “{relation}”." if state["relation"] == relation else ""


def _sets(**held):
    """str: what a button sets, as JSON."""
    return json.dumps({"open": held}, ensure_ascii=False)


def _told(report, picked, state):
    """Told of the relation that was chosen."""
    found = verdict(report, *picked, state["relation"])
    numbers = {
        reading: f"{words} {'leave no value that both allow' if apart else 'meet'}."
        for reading, (apart, words) in found.numbers.items()
    }
    alike = set(numbers.values())
    told = [f"With {_read_as(report, picked, one)}: {said}" for one, said in numbers.items()]
    own = not report.complete
    sign = state["relation"] if own else found.ours
    return Told(
        word=f"You say: they {state['relation']}." if own else first_word(found.word),
        sign=SIGNS.get(sign, "–"),
        ours=found.ours,
        also="" if own else _also(report, picked, found.ours),
        why=found.why or word_of(report).unknown,
        reading=found.reading,
        numbers=[f"As printed, {alike.pop()}"] if len(alike) == 1 else told,
    )


def _also(report, picked, ours):
    """str: the other relations that we accept of a pair; blank where there are none."""
    row = pair_of(report, *picked)
    others = [] if row is None else [one for one in row["accepted"].split("|") if one]
    return ", or that they ".join(one for one in others if one != ours)


def _scopes(report, picked, answers):
    """list of str: for each field of scope the learner's answer and ours, with what each of the two
    counts; ours is told where the learner has answered. Empty where nobody coded them.
    """
    ours = same_scope(report, *picked)
    if not ours:
        return []
    given = {asked: answer for asked, (answer,) in zip(ASKED, answers) if answer != UNANSWERED}
    word = word_of(report)
    told = [_scope(asked, answer, ours[asked], word.whom) for asked, answer in given.items()]
    return told if len(given) == len(ASKED) else [*told, word.comes]


def _scope(asked, answer, ours, whom):
    """str: the learner's answer to one of the four questions, and then ours, or what their own
    rows say.
    """
    return f"{asked}: you: {answer}; {whom}: {ours[0]}{_beside(*ours)}"


def _beside(same, first, second):
    """str: what the two count, where it is not the same."""
    return "" if same == YES else f" (“{first or 'blank'}” and “{second or 'blank'}”)"


def _read_as(report, picked, reading):
    """str: how a reading takes the words of two numbers that print no figure, “a few” as 3 to 5."""
    rows = report.numbers[report.numbers["from"].isin(picked)]
    bare = rows[rows["low"].isna() & rows["high"].isna()]
    found = [hedge_in(words, readings()) for words in bare["hedge"]]
    told = {hedge.names[0]: hedge.rules[reading] for hedge in found if hedge}
    return " and ".join(f"“{name}” read as {_span(rule)}" for name, rule in told.items())


def _span(rule):
    """str: the ends of a Rule for words without a figure, as they are told without a unit."""
    if not rule.high:
        return f"at least {rule.low}"
    return f"{rule.low} to {rule.high}" if rule.low else f"up to {rule.high}"


def _bearing(report, picked):
    """list of Markup: what both quotes hold: numbers on an axis, or why they share none; days."""
    parts = (_numbers(report, picked), _days(report, picked))
    return [part for part in parts if part]


def _numbers(report, picked):
    """Markup: the numbers of both quotes on one axis, or the field that keeps them apart."""
    rows = report.numbers[report.numbers["from"].isin(picked)]
    if set(rows["from"]) != set(picked):
        return ""
    if len(split_by_scope(rows)) == 1:
        return Picture(ranges.intervals(report, rows, name="two")).html()
    said = f"Both hold a number, but the two share no axis. {_apart(report, picked, rows)}"
    return render("said.html", text=said)


def _apart(report, picked, rows):
    """str: what keeps two numbers apart."""
    for asked, (same, first, second) in same_scope(report, *picked).items():
        if same == NO:
            return f"“{first}” ≠ “{second}”: is that {asked}?"
        if same == UNSAID:
            return f"“{first or second or 'nothing'}” beside a blank: is that {asked}?"
    units = dict.fromkeys(rows["unit"])
    return f"They are counted in different units: {', '.join(units)}."


def _days(report, picked):
    """Markup: a strip of days, where each of the two quotes speaks of one."""
    mine = [
        [key for key, cell in report.events["from"].items() if one in cell.split(";")]
        for one in picked
    ]
    if not all(mine) or mine[0] == mine[1]:
        return ""
    rows = report.events.loc[list(dict.fromkeys(mine[0] + mine[1]))]
    return Picture(days.timeline(report, rows, name="two-days")).html()
