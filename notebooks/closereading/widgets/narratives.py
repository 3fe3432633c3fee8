"""Narrative lens (lesson 06): two or more accounts side by side on a topic, in the report's words;
who is not quoted; what they share.
"""

from ..reading.accounts import (
    COLUMNS,
    NO_TOPIC,
    NOT_QUOTED,
    account_names,
    by_kind,
    cells,
    common_ground,
    pairs_between,
)
from ..show.controls import Choice, Many
from ..show.html import render
from ..show.panel import Panel, View

READINGS = {"as 3 to 5 (usual)": "usual", "as 2 to 10 (wide)": "wide"}
ONE = "One account; nothing to compare."


def narrative_lens(report, ask="sea"):
    """Panel: choose accounts and a topic. ask: the topic of the goal; where the report has none of
    that name, the one on which fewest are quoted.
    """
    names, grid = list(account_names(report).values()), cells(report)
    topics = {topic or NO_TOPIC: topic for topic in grid.index} or {NO_TOPIC: ""}
    if ask not in topics:
        ask = min(topics, key=lambda shown: _quoted(grid, topics[shown]))
    other = [shown for shown in topics if shown != ask]
    controls = [
        Many(id="accounts", label="Accounts", value=names, options=names),
        Choice(id="topic", label="Topic", value=[*other, ask][0], options=topics),
    ]
    if (report.pairs["relation"] == "conflict").any():
        controls.append(Choice(id="reading", label="Read “a few”", options=READINGS))
    subject = "the sea" if ask == "sea" else f"“{ask}”"
    goal = f"Who is quoted on {subject}, and who is not?"
    return Panel(goal, controls, lambda values: narratives(report, values, ask))


def _quoted(grid, topic):
    """int: how many accounts are quoted on a topic."""
    return grid.loc[topic].map(bool).sum() if topic in grid.index else 0


def narratives(report, values, ask=""):
    """View: a table with one part for each account; capability and intent in columns of their own;
    under it what they share, and their pairs. values: {"accounts": list of names, "topic": one of
    the report's, "reading": a key of READINGS, if asked}. ask: the topic of the goal.
    """
    everybody = account_names(report)
    names = {a: name for a, name in everybody.items() if name in values["accounts"]}
    if len(names) < 2:
        return View(render("said.html", text=ONE), ONE if names else "No account is chosen.")
    topic = "" if values["topic"] == NO_TOPIC else values["topic"]
    claims = report.claims[report.claims["topic"] == topic]
    reading = READINGS.get(values.get("reading"), "usual")
    content = render(
        "narratives.html",
        table=_table(names, claims, values["topic"]),
        shared=common_ground(report, list(names)),
        pairs=_pairs(report, pairs_between(report, list(names), topic, reading)),
    )
    quoted = [name for a, name in names.items() if (claims["account"] == a).any()]
    said = _sentence(names.values(), quoted, values["topic"])
    if values["topic"] == ask and len(names) == len(everybody):
        said += " Goal reached. It says whom this text quotes, not who kept silent."
    return View(content, said)


def _table(names, claims, topic):
    """Markup: what each account says on a topic, a column for each kind of claim that there is."""
    heads = [heading for heading, part in by_kind(claims).items() if len(part)]
    accounts = {}
    for account, name in names.items():
        parts = by_kind(claims[claims["account"] == account])
        accounts[name] = [list(parts[heading].itertuples()) for heading in heads]
    return render(
        "accounts.html",
        caption=f"On {topic}, in the report’s words{_no_claim_about(heads)}",
        heads=heads,
        accounts=accounts,
        named_kinds=list(COLUMNS),
        not_quoted=NOT_QUOTED,
    )


def _no_claim_about(heads):
    """str: the kinds that have a column of their own elsewhere, and no claim here."""
    absent = [kind for kind, head in COLUMNS.items() if kind and head not in heads]
    return f"; no claim about {' or '.join(absent)}" if absent else ""


def _pairs(report, pairs):
    """list of dict: pairs of claims, each claim with its words, who says them and its id."""
    claims = report.claims
    return [
        {
            "relation": row.relation,
            "both": [(claims.loc[key, "quote"], claims.loc[key, "who"], key) for key in row[1:3]],
            "numbers": row.numbers,
            "why": row.why,
        }
        for row in pairs[["first", "second", "relation", "numbers", "why"]].itertuples()
    ]


def _sentence(names, quoted, topic):
    """str: which of the accounts speak on a topic, and which are not quoted."""
    absent = [name for name in names if name not in quoted]
    said = f"On {topic}, {len(quoted)} of {len(names)} accounts speak in this text:"
    said += f" {', '.join(quoted) or 'none'}."
    if absent:
        said += f" {NOT_QUOTED.capitalize()}: {', '.join(absent)}."
    return said
