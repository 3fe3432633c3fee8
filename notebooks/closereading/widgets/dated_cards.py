"""Dated cards (lesson 08): one later source card at a time; which sentence of the report does it
test, and what came of it?
"""

from ..data.schema import schema
from ..reading.days import day
from ..reading.given import looked_at
from ..reading.in_marks import in_marks
from ..reading.numerals import so_many
from ..reading.scope import accepted
from ..reading.text import Problem
from ..show.controls import Button, Choice, Radio
from ..show.html import render
from ..show.panel import Panel, View

GOAL = "Which sentence of the report does this card test?"
ASK = "choose a sentence"
NONE = "none of these sentences"
UNTESTED = "cannot be tested"
VERDICTS = next(
    f["constraints"]["enum"] for f in schema("outcomes")["fields"] if f["name"] == "verdict"
)


@looked_at
def dated_cards(report, cards=None):
    """Panel with later source cards in the order of their days, one at a time. cards: ids in
    report.sources (default: those that report.outcomes lays beside a claim). Raises Problem where
    there is none, and for an id that no card has.
    """
    cards = [cards] if isinstance(cards, str) else cards
    wanted = dict.fromkeys(report.outcomes["source"] if cards is None else cards)
    if strange := [key for key in wanted if key not in report.sources.index]:
        raise Problem(
            f"This report has no source card “{strange[0]}”. Its table is report.sources."
        )
    cards = report.sources.loc[list(wanted)].sort_values("known_on", kind="stable")
    if cards.empty:
        raise Problem("This report has no later source card that tests a sentence of it.")
    tested = report.claims.loc[sorted(set(report.outcomes["claim"]))]
    sentences = {
        f"{c.Index} {in_marks(c.quote)} ({c.who}, paragraph {c.paragraph})": c.Index
        for c in tested.itertuples()
    }
    controls = [
        Choice(id="sentence", label="The card tests", options=[ASK, *sentences, NONE]),
        Radio(id="verdict", label="What came of that sentence", options=VERDICTS),
        Button(id="next", label="Next card"),
    ]

    def answer(values):
        sentence = sentences.get(values["sentence"], values["sentence"])
        at = values["next"] % (len(cards) + 1)
        if at == len(cards):
            return summary(report, cards)
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
        said = f"{which}, in print on {day(row['known_on'])}. Read it, then choose a sentence."
    elif sentence == NONE:
        said = f"{which}. {_none(ours)}"
    else:
        said = f"{which}. {_bears_on(report, ours, sentence, verdict)}"
    content = render("dated_card.html", day=day(row["known_on"]), card=row, verdicts=VERDICTS)
    return View(content, said)


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
        return f"{_not_meant(report.claims.loc[sentence])} {_look_in(report, ours)}"
    if verdict is None:
        return f"Yes, it bears on {sentence}. What came of that sentence?"
    known = mine.iloc[0]
    more = len(ours) - 1
    said = f"{_compared(known, verdict)}: {known['verdict']}. {known['why']}"
    if more:
        said += f" This card bears on {so_many(more, 'more sentence')}."
    return said


def _not_meant(claim):
    """str: what a sentence says that the card does not test."""
    says = claim["claim"][:1].lower() + claim["claim"][1:].rstrip(".")
    told = f" says, in our words: {says}" if says else ""
    return (
        f"That sentence of paragraph {claim['paragraph']}{told}. We found nothing about this on the"
        " card."
    )


def _look_in(report, ours):
    """str: in which paragraphs to look for a sentence that the card tests."""
    places = sorted(set(report.claims.loc[ours["claim"], "paragraph"]))
    if not places:
        return "As we see it, the report does not speak of what this card says."
    last = f" or {places[-1]}" if len(places) > 1 else ""
    return f"Look in paragraph {', '.join(map(str, places[:-1] or places))}{last}."


def summary(report, cards):
    """View: after the last card, how many sentences came to what, by our reading. cards: those
    that were shown.
    """
    ours = report.outcomes[report.outcomes["source"].isin(cards.index)]
    tested = ours[ours["verdict"] != UNTESTED]
    verdicts = tested.drop_duplicates("claim")["verdict"].value_counts()
    all_of_them = ours["claim"].nunique()
    told = [f"{count} {verdict}" for verdict, count in verdicts.items()]
    told.append(f"{all_of_them - int(verdicts.sum())} could not be tested")
    said = (
        f"That was the last of {len(cards)} cards. Of {all_of_them} sentences, by our reading:"
        f" {', '.join(told)}. Press the button to begin again."
    )
    return View(render("said.html", text=said), said)


def _compared(known, verdict):
    if verdict == known["verdict"]:
        return "So we read it, too"
    if verdict in accepted(known, "verdict"):
        return "That can be defended; we read"
    return "We read it otherwise"
