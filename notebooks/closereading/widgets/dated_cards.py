"""Dated cards (lesson 08): one later source card at a time; which sentence of the report does it
test, and what came of it?
"""

from ..data.schema import schema
from ..reading.days import day
from ..reading.scope import accepted
from ..reading.text import Problem
from ..show.controls import Button, Choice, Radio
from ..show.html import render
from ..show.panel import Panel, View

GOAL = "Which sentence of the report does this card test?"
ASK, NONE = "choose a sentence", "none of these sentences"
UNTESTED = "cannot be tested"
VERDICTS = next(
    f["constraints"]["enum"] for f in schema("outcomes")["fields"] if f["name"] == "verdict"
)


def dated_cards(report, cards=None):
    """Panel with later source cards in the order of their days, one at a time. cards: ids in
    report.sources
    (default: those that report.outcomes lays beside a claim). Raises Problem where there is none.
    """
    wanted = dict.fromkeys(report.outcomes["source"] if cards is None else cards)
    cards = report.sources.loc[list(wanted)].sort_values("known_on", kind="stable")
    if cards.empty:
        raise Problem("This report has no later source card that tests a sentence of it.")
    tested = report.claims.loc[sorted(set(report.outcomes["claim"]))]
    sentences = {
        f"{c.Index} “{c.quote}” ({c.who}, paragraph {c.paragraph})": c.Index
        for c in tested.itertuples()
    }
    controls = [
        Choice(id="sentence", label="The card tests", options=[ASK, *sentences, NONE]),
        Radio(id="verdict", label="What the sentence says", options=VERDICTS),
        Button(id="next", label="Next card"),
    ]

    def answer(values):
        sentence = sentences.get(values["sentence"], values["sentence"])
        return card(report, cards, values["next"] % len(cards), sentence, values["verdict"])

    panel = Panel(GOAL, controls, answer)

    def begin_anew(change):
        if change["new"]["next"] != change["old"]["next"]:
            panel.values = {**change["new"], "sentence": ASK, "verdict": None}

    panel.observe(begin_anew, "values")
    return panel


def card(report, cards, at, sentence, verdict):
    """View: card number `at`, counted from 0, and the answer to a choice. sentence: a claim's id,
    ASK or NONE. verdict: one of VERDICTS or None.
    """
    row = cards.iloc[at]
    ours = report.outcomes[report.outcomes["source"] == row.name]
    which = f"Card {at + 1} of {len(cards)}"
    if sentence == ASK:
        said = f"{which}, in print on {day(row['known_on'])}. {row['who']}: {row['says']}."
    elif sentence == NONE:
        said = f"{which}. {_none(ours)}"
    else:
        said = f"{which}. {_bears_on(ours, sentence, verdict)}"
    content = render("dated_card.html", day=day(row["known_on"]), card=row, verdicts=VERDICTS)
    return View(content, said)


def _none(ours):
    """str: the reply to “none of these sentences”. ours: the rows of outcomes of the card."""
    if (ours["verdict"] != UNTESTED).any():
        return "At least one of the sentences speaks of this. Look for its day, or its subject."
    if len(ours):
        return "As we read it, it tests none of them; but it bears on one at least. Which?"
    return "So we see it, too: the report does not speak of this."


def _bears_on(ours, sentence, verdict):
    """str: the reply to a sentence, and to what is said to have come of it."""
    mine = ours[ours["claim"] == sentence]
    if mine.empty:
        said = "We did not lay the card beside that sentence. If you would, say to somebody why; or"
        return f"{said} look for another one."
    if verdict is None:
        return f"Yes, it bears on {sentence}. What came of that sentence?"
    known, more = mine.iloc[0], len(ours) - 1
    said = f"{_compared(known, verdict)}: {known['verdict']}. {known['why']}"
    if more:
        said += f" This card bears on {more} more sentence{'s' * (more > 1)}."
    return said


def _compared(known, verdict):
    if verdict == known["verdict"]:
        return "So we read it, too"
    if verdict in accepted(known, "verdict"):
        return "That can be defended; we read"
    return "We read it otherwise"
