"""Dated cards (lesson 08): one later source card at a time; which sentence of the report does it
test, and what came of it?
"""

from markupsafe import Markup

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
AS_WE_DO, DEFENSIBLE = "So we read it, too", "That can be defended; we read"
OTHERWISE = "We read it otherwise"
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

    said = {}  # number of a card -> (sentence, verdict), the last that was chosen for it

    def answer(values):
        sentence = sentences.get(values["sentence"], values["sentence"])
        at = values["next"] % (len(cards) + 1)
        if at == len(cards):
            return summary(report, cards, said)
        if sentence != ASK:
            said[at] = (sentence, values["verdict"])
        return card(report, cards, at, sentence, values["verdict"])

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
        said = f"{which}. {_bears_on(report, ours, sentence, verdict)}"
    says = "" if sentence == ASK else row["says"]  # the sentence above has it already
    content = render(
        "dated_card.html", day=day(row["known_on"]), says=says, card=row, verdicts=VERDICTS
    )
    return View(content, said)


def summary(report, cards, said):
    """View after the last card: on how many the learner and we read alike. said: {number of a card:
    (sentence, verdict)}.
    """
    alike = {AS_WE_DO: 0, DEFENSIBLE: 0, OTHERWISE: 0}
    for at, (sentence, verdict) in said.items():
        ours = report.outcomes[report.outcomes["source"] == cards.index[at]]
        found = _choice(ours, sentence, verdict)
        if found in alike:
            alike[found] += 1
    told = (
        f"That was the last of {len(cards)} cards; you decided on {sum(alike.values())}. As we do:"
        f" {alike[AS_WE_DO]}. Can be defended: {alike[DEFENSIBLE]}. Otherwise: {alike[OTHERWISE]}."
        " What you have seen: most cards bear on few sentences, and some sentences no card can"
        " test. The next press begins anew."
    )
    return View(Markup(""), told)


def _choice(ours, sentence, verdict):
    """str: how a choice compares with our reading; blank where it is not complete. ours: the rows
    of outcomes of the card.
    """
    mine = ours[ours["claim"] == sentence]
    if sentence == NONE:
        return OTHERWISE if (ours["verdict"] != UNTESTED).any() else AS_WE_DO
    if mine.empty:
        return OTHERWISE
    return _compared(mine.iloc[0], verdict) if verdict else ""


def _none(ours):
    """str: the reply to “none of these sentences”. ours: the rows of outcomes of the card."""
    if (ours["verdict"] != UNTESTED).any():
        return "At least one of the sentences speaks of this. Look for its day, or its subject."
    if len(ours):
        return "As we read it, it tests none of them; but it bears on one at least. Which?"
    return "So we see it, too: the report does not speak of this."


def _bears_on(report, ours, sentence, verdict):
    """str: the reply to a sentence, and to what is said to have come of it."""
    mine = ours[ours["claim"] == sentence]
    if mine.empty:
        return _beside_it(report, ours, report.claims.loc[sentence])
    if verdict is None:
        return f"Yes, it bears on {sentence}. What came of that sentence?"
    known, more = mine.iloc[0], len(ours) - 1
    said = f"{_compared(known, verdict)}: {known['verdict']}. {known['why']}"
    if more:
        said += f" This card bears on {more} more sentence{'s' * (more > 1)}."
    return said


def _beside_it(report, ours, chosen):
    """str: why we did not lay the card beside a sentence, as far as the table says it."""
    said = f"We did not lay the card beside “{chosen['quote']}”"
    if ours.empty:
        return f"{said}. What in the card would make that sentence true, or false?"
    topics = report.claims.loc[ours["claim"], "topic"]
    if chosen["topic"] not in set(topics):
        about = " or ".join(f"“{topic}”" for topic in dict.fromkeys(topics) if topic)
        return f"{said}: its topic is “{chosen['topic']}”, the card bears on {about}. Look there."
    return (
        f"{said}. The topic is the same, but the card would not make that sentence true or false:"
        " compare who acts, what is done, and on which day."
    )


def _compared(known, verdict):
    if verdict == known["verdict"]:
        return AS_WE_DO
    return DEFENSIBLE if verdict in accepted(known, "verdict") else OTHERWISE
