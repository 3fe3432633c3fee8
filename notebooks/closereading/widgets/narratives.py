"""Narrative lens (lesson 06): two or more accounts side by side on a topic, in the report's words;
who is not quoted; what they share.
"""

from markupsafe import Markup

from ..data.report import NO_TOPIC
from ..reading.accounts import (
    COLUMNS,
    NOT_QUOTED,
    account_names,
    by_kind,
    cells,
    common_ground,
    pairs_between,
)
from ..show.panel import Panel, View
from ..show.tables import box, each

READINGS = {"as 3 to 5 (usual)": "usual", "as 2 to 10 (wide)": "wide"}
ONE = "One account; nothing to compare."


def narrative_lens(report, ask="sea"):
    """Panel: choose accounts and a topic. ask: the topic of the goal; where the report has none of
    that name, the one on which fewest are quoted.
    """
    grid, names = cells(report), account_names(report)
    topics = {t or NO_TOPIC: t for t in grid.index}
    if ask not in topics:
        ask = min(topics, key=lambda t: grid.loc[topics[t]].map(bool).sum(), default=NO_TOPIC)
    goal = f"Who is quoted on {'the sea' if ask == 'sea' else f'“{ask}”'}, and who is not?"
    controls = [
        dict(
            id="accounts",
            kind="many",
            label="Accounts",
            value=list(names.values()),
            options=list(names.values()),
        ),
        dict(
            id="topic",
            kind="choice",
            label="Topic",
            value=next((t for t in topics if t != ask), ask),
            options=list(topics),
        ),
    ]
    if (report.pairs["relation"] == "conflict").any():
        controls.append(
            dict(
                id="reading",
                kind="choice",
                label="Read “a few”",
                value="as 3 to 5 (usual)",
                options=list(READINGS),
            )
        )
    return Panel(goal, controls, lambda values: narratives(report, values, ask))


def narratives(report, values, ask=""):
    """View: a table with one part for each account; capability and intent in columns of their own;
    under it what they share, and their pairs. values: {"accounts": list of names, "topic": one of
    the report's, "reading": a key of READINGS, if asked}. ask: the topic of the goal.
    """
    names = {a: n for a, n in account_names(report).items() if n in values["accounts"]}
    if len(names) < 2:
        return View(Markup("<p>{}</p>").format(ONE), ONE if names else "No account is chosen.")
    topic = "" if values["topic"] == NO_TOPIC else values["topic"]
    claims = report.claims[report.claims["topic"] == topic]
    heads = {
        kind: h for (kind, h), part in zip(COLUMNS.items(), by_kind(claims).values()) if len(part)
    }
    absent = " or ".join(kind for kind in COLUMNS if kind and kind not in heads)
    body = Markup("").join(
        _account(name, claims[claims["account"] == a], heads.values()) for a, name in names.items()
    )
    caption = f"On {values['topic']}, in the report’s words" + (
        f"; no claim about {absent}" if absent else ""
    )
    table = Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead>{}</table>").format(
        caption, each('<th scope="col" style="text-align:left">{}</th>', zip(heads.values())), body
    )
    quoted = [n for a, n in names.items() if (claims["account"] == a).any()]
    pairs = pairs_between(report, list(names), topic, READINGS.get(values.get("reading"), "usual"))
    shown = table + _shared(report, list(names)) + _pairs(report, pairs)
    return View(shown, _sentence(names, quoted, values["topic"], ask, len(account_names(report))))


def _account(name, claims, heads):
    parts = [part for h, part in by_kind(claims).items() if h in heads]
    cells = each(
        "<td>{}</td>",
        ((_quotes(part) if len(part) else Markup("<small>none</small>"),) for part in parts),
    )
    cells = (
        Markup('<td colspan="{}">{}</td>').format(len(heads), NOT_QUOTED) if claims.empty else cells
    )
    return Markup(
        '<tbody><tr><th scope="rowgroup" colspan="{}"'
        ' style="text-align:left">{}</th></tr><tr>{}</tr></tbody>'
    ).format(len(heads), name, cells)


def _quotes(claims):
    rows = (
        (
            r.quote,
            r.who,
            r.paragraph,
            r.Index,
            f"; {r.kind}" if r.kind and r.kind not in COLUMNS else "",
        )
        for r in claims.itertuples()
    )
    return each(
        '<p style="margin:0 0 .5em">“{}”<br><small>{}, paragraph {}, {}{}</small></p>', rows
    )


def _shared(report, accounts):
    found = common_ground(report, accounts)
    if not found:
        return Markup(
            "<p><strong>What they share.</strong> We found nothing that each of them takes for"
            " granted.</p>"
        )
    fields, line = (
        [
            "account_name",
            "quote",
            "who",
            "paragraph",
            "claim",
            "why",
        ],
        "<p>{}: “{}”<br><small>{}, paragraph {}, {}. {}</small></p>",
    )
    items = (
        box(what, each(line, rows[fields].itertuples(index=False))) for what, rows in found.items()
    )
    return Markup("<p><strong>What each of them takes for granted</strong></p>") + Markup("").join(
        items
    )


def _pairs(report, pairs):
    told = lambda key: Markup("“{}” ({}, {})").format(
        report.claims.loc[key, "quote"], report.claims.loc[key, "who"], key
    )
    rows = (
        (
            r.relation,
            told(r.first),
            told(r.second),
            f" Read as {r.numbers}." if r.numbers else "",
            r.why,
        )
        for r in pairs.itertuples()
    )
    items = each('<li style="margin:0 0 .5em"><strong>{}</strong>: {} and {}.{} {}</li>', rows)
    return (
        Markup("<p><strong>Side by side</strong></p><ul>{}</ul>").format(items) if items else items
    )


def _sentence(names, heard, topic, ask, everybody):
    absent = [n for n in names.values() if n not in heard]
    said = (
        f"On {topic}, {len(heard)} of {len(names)} accounts speak in this text:"
        f" {', '.join(heard) or 'none'}."
    )
    said += f" {NOT_QUOTED.capitalize()}: {', '.join(absent)}." if absent else ""
    return said + (
        " Goal reached. It says whom this text quotes, not who kept silent."
        if topic == ask and len(names) == everybody
        else ""
    )
