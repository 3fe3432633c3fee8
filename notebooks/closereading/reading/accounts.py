"""Accounts of one report beside each other: who says what to which question, and what kind of gap
it is where nobody of an account is quoted.

An account is silent nowhere in this module: where a cell is empty, whoever wrote the text does not
quote it there.
"""

from itertools import chain, combinations
from typing import NamedTuple

import pandas as pd

from .scope import accepted

NO_SOURCE = "no stated source"
NO_TOPIC = "no topic given"
NOT_HERE = "not in this report"
NO_ROW = "no row yet"
DASH = "–"  # in the place of these words, where most cells of a table are empty
OTHER_CODING = "another reader may fill it"
READY = 3  # pairs of sides that are offered where the report offers none itself


class Side(NamedTuple):
    """Whose words one column holds. name: as a menu shows it. column: of the claims by which its
    words are found, "account" or "speaker". id: what stands there.
    """

    name: str
    column: str
    id: str


class Gap(NamedTuple):
    """A question to which no claim of an account stands. kind: NOT_HERE, NO_ROW or OTHER_CODING.
    claims: ids of those that another coding, which we accept, would put there. in_print: tuple of
    (id of a source card, a sentence on what it holds), in print elsewhere by the day of the report.
    """

    kind: str
    claims: tuple = ()
    in_print: tuple = ()


def without_source(claims):
    """Series of bool: which claims have no stated source. claims: cut from report.claims."""
    nobody = (claims["speaker"] == NO_SOURCE) | (claims["who"] == NO_SOURCE)
    return nobody | (claims["sourcing"] == "none")


def account_names(report):
    """dict: id of each account -> its name, in the order of accounts.csv; accounts that stand only
    in the claims come last.
    """
    return report.accounts["name"].to_dict() | {
        a: n
        for a, n in zip(report.claims["account"], report.claims["account_name"])
        if a not in report.accounts.index
    }


def questions(report):
    """dict: topic -> the question that it is an answer to: those of questions.csv in their order,
    then topics that stand only in the claims, in their order, called by their name.
    """
    asked = dict(zip(report.questions["topic"], report.questions["question"]))
    return asked | {
        topic: topic or NO_TOPIC for topic in report.claims["topic"] if topic not in asked
    }


def sides(report):
    """dict: name -> Side, all that may be laid beside each other: the accounts; then each speaker
    who can be asked for, where their account has others besides.
    """
    names = account_names(report)
    made = {name: Side(name, "account", key) for key, name in names.items()}
    known = {name.casefold() for name in made}
    claims = report.claims
    for speaker, rows in claims.groupby("speaker", sort=False):
        first = rows.iloc[0]
        alone = len(rows) == (claims["account"] == first["account"]).sum()
        vague = first["sourcing"] in ("none", "ambiguous") or speaker == NO_SOURCE
        if not (alone or vague or first["who"].casefold() in known):
            made[first["who"]] = Side(first["who"], "speaker", speaker)
    return made


def ready_pairs(report):
    """list of (Side, Side): what report.toml offers to lay beside each other, by ids of accounts or
    speakers: compare = ["ukraine | janes"]. Where it offers nothing: those that speak on the same
    topics, the most first; where there are none, the first two sides, or one beside itself. Sides
    that share a claim are no pair: both columns would show the same words.
    """
    known = {}
    for side in sides(report).values():
        known.setdefault(side.id, side)
    asked = [str(text).split("|") for text in report.about.get("compare", [])]
    pairs = [tuple(known.get(key.strip()) for key in ids) for ids in asked]
    good = [pair for pair in pairs if _is_pair(pair) and _share_none(report, pair)]
    return good or _without_being_asked(report, list(known.values()))


def _without_being_asked(report, known):
    """list of (Side, Side): those to lay beside each other where the report offers none itself."""
    two_of = [two for two in combinations(known, 2) if _share_none(report, two)]
    return _on_one_topic(report, two_of) or two_of[:1] or [(*known[:1], *known[:1])]


def _share_none(report, two):
    """bool: no claim is of both of two Sides."""
    return said_by_side(report, two[0]).isdisjoint(said_by_side(report, two[1]))


def _on_one_topic(report, pairs):
    """list of (Side, Side): the pairs that speak on the same topics, those with the most first."""
    topics = report.claims["topic"]
    said = {side: {topics[key] for key in said_by_side(report, side)} for side in chain(*pairs)}
    common = {two: len(said[two[0]] & said[two[1]] - {""}) for two in pairs}
    return sorted(filter(common.get, common), key=common.get, reverse=True)[:READY]


def _is_pair(sides_of_it):
    """bool: two different sides, neither of them unknown."""
    return len(sides_of_it) == 2 and all(sides_of_it) and len(set(sides_of_it)) == 2


def said_by(report, side, topic):
    """DataFrame cut from report.claims: what a side says on a topic, in our coding."""
    claims = report.claims
    return claims[(claims[side.column] == side.id) & (claims["topic"] == topic)]


def said_by_side(report, side):
    """set of ids: all claims of a side, in our coding."""
    return set(report.claims.index[report.claims[side.column] == side.id])


def said_under_other_codings(report, side, topic):
    """DataFrame cut from report.claims: what would stand in a cell besides, under codings of topic
    and account that we accept too. An account's cell may so gain claims of another account.
    """
    claims = report.claims
    columns = (claims[name].to_numpy() for name in (side.column, "topic", "accepted"))
    return claims[[_stands_also(*cell, side, topic) for cell in zip(*columns)]]


def _stands_also(mine, its_topic, others, side, topic):
    """bool: whether a claim stands in the cell of a side and a topic under another coding only.
    mine, its_topic: how it is coded. others: its column `accepted`.
    """
    if (mine, its_topic) == (side.id, topic) or not others:
        return False
    row = {side.column: mine, "topic": its_topic, "accepted": others}
    is_mine = mine == side.id or side.id in accepted(row, side.column)
    return is_mine and (its_topic == topic or topic in accepted(row, "topic"))


def gap(report, side, topic):
    """Gap of a cell, or None where something is said there."""
    if len(said_by(report, side, topic)):
        return None
    others = tuple(said_under_other_codings(report, side, topic).index)
    rows = report.in_print
    rows = rows[(rows["account"] == side.id) & (rows["topic"] == topic)]
    by_then = report.sources["known_on"].reindex(rows["card"]).to_numpy()
    if report.published is not None:
        rows = rows[by_then <= report.published]
    cards = tuple(zip(rows["card"], rows["says"]))
    if others:
        return Gap(OTHER_CODING, others, cards)
    return Gap(NOT_HERE if report.complete else NO_ROW, (), cards)


def said_by_kin(report, side, topic):
    """DataFrame cut from report.claims: what others of the same account say on a topic, where a
    side is one speaker: “the United States” beside “US officials”. Empty for a whole account.
    """
    claims = report.claims
    mine = claims[side.column] == side.id
    near = claims["account"].isin(claims.loc[mine, "account"])
    return claims[near & ~mine & (claims["topic"] == topic)]


def gaps(report, accounts=None):
    """dict: (account, topic) -> Gap, for each empty cell of the table of accounts."""
    names = account_names(report)
    said = set(zip(report.claims["account"], report.claims["topic"]))
    every = [(account, topic) for topic in questions(report) for account in accounts or names]
    return {
        (account, topic): gap(report, Side(names[account], "account", account), topic)
        for account, topic in every
        if (account, topic) not in said
    }


def cells(report, accounts=None):
    """DataFrame: a row for each topic, a column for each account id; in each cell a tuple of claim
    ids, empty where it is not quoted.
    accounts: list of ids, default all. The same as a pandas pivot, with ids in place of counts.
    """
    claims = report.claims
    topics = list(questions(report))
    columns = {}
    for account in accounts or account_names(report):
        mine = claims[claims["account"] == account]
        columns[account] = [tuple(mine.index[mine["topic"] == topic]) for topic in topics]
    return pd.DataFrame(columns, index=topics)


def common_ground(report, shared_by):
    """list of str: what some Sides take for granted, each of them in at least one of its claims."""
    rows = report.common.join(report.claims[["account", "speaker"]], on="claim")
    needs = [set(rows.loc[rows[side.column] == side.id, "what"]) for side in shared_by]
    return [what for what in dict.fromkeys(rows["what"]) if all(what in one for one in needs)]
