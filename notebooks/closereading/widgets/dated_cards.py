"""Dated cards (lesson 08): one later source card at a time; which sentence of the report does it
test, and what came of it?
"""

from markupsafe import Markup

from ..data.schema import schema
from ..reading.days import day
from ..reading.scope import accepted
from ..reading.text import Problem
from ..show.panel import Panel, View

GOAL = "Which sentence of the report does this card test?"
ASK, NONE = "choose a sentence", "none of these sentences"
VERDICTS = next(
    f["constraints"]["enum"] for f in schema("outcomes")["fields"] if f["name"] == "verdict"
)


def dated_cards(report, cards=None):
    """Panel with later source cards in the order of their days, one at a time. cards: ids in
    report.sources
    (default: those that report.outcomes lays beside a claim). Raises Problem where there is none.
    """
    cards = report.sources.loc[
        list(dict.fromkeys(report.outcomes["source"] if cards is None else cards))
    ].sort_values("known_on", kind="stable")
    if cards.empty:
        raise Problem("This report has no later source card that tests a sentence of it.")
    tested = report.claims.loc[sorted(set(report.outcomes["claim"]))]
    sentences = {
        f"{c.Index} “{c.quote}” ({c.who}, paragraph {c.paragraph})": c.Index
        for c in tested.itertuples()
    }
    controls = [
        dict(
            id="sentence",
            kind="choice",
            label="The card tests",
            options=[ASK, *sentences, NONE],
            value=ASK,
        ),
        dict(id="verdict", kind="radio", label="What the sentence says", options=VERDICTS),
        dict(id="next", kind="button", label="Next card"),
    ]
    panel = Panel(
        GOAL,
        controls,
        lambda v: card(
            report,
            cards,
            v["next"] % len(cards),
            sentences.get(v["sentence"], v["sentence"]),
            v["verdict"],
        ),
    )

    def begin_anew(change):
        if change["new"]["next"] != change["old"]["next"]:
            panel.values = {**change["new"], "sentence": ASK, "verdict": None}

    panel.observe(begin_anew, "values")
    return panel


def card(report, cards, at, sentence, verdict):
    """View: card number `at`, counted from 0, and the answer to a choice. sentence: a claim's id,
    ASK or NONE. verdict: one of VERDICTS or None.
    """
    row, said = cards.iloc[at], f"Card {at + 1} of {len(cards)}. "
    ours = report.outcomes[report.outcomes["source"] == row.name]
    mine = ours[ours["claim"] == sentence]
    if sentence == ASK:
        said = f"{said[:-2]}, in print on {day(row['known_on'])}. {row['who']}: {row['says']}."
    elif sentence == NONE:
        said += (
            "At least one of the sentences speaks of this. Look for its day, or its subject."
            if (ours["verdict"] != "cannot be tested").any()
            else (
                "As we read it, it tests none of them; but it bears on one at least. Which?"
                if len(ours)
                else "So we see it, too: the report does not speak of this."
            )
        )
    elif mine.empty:
        said += (
            "We did not lay the card beside that sentence. If you would, say to somebody why; or"
            " look for another one."
        )
    elif verdict is None:
        said += f"Yes, it bears on {sentence}. What came of that sentence?"
    else:
        known = mine.iloc[0]
        agreed = (
            "So we read it, too"
            if verdict == known["verdict"]
            else (
                "That can be defended; we read"
                if verdict in accepted(known, "verdict")
                else "We read it otherwise"
            )
        )
        also = (
            f" This card bears on {len(ours) - 1} more sentence{'s' * (len(ours) > 2)}."
            if len(ours) > 1
            else ""
        )
        said += f"{agreed}: {known['verdict']}. {known['why']}{also}"
    link = (
        Markup('<br><small style="overflow-wrap:anywhere">{}</small>').format(row["url"])
        if row["url"]
        else ""
    )
    body = Markup("<p><strong>{}</strong></p><p>{}</p><p>{}, in: {}{}</p>").format(
        day(row["known_on"]), row["says"], row["who"], row["publisher"], link
    )
    return View(body + Markup('<p class="cr-still-only">{}</p>').format(" · ".join(VERDICTS)), said)
