"""Accounts of one report beside each other: who says what on a topic, who is not quoted there,
what they share, where they clash.
An account is silent nowhere in this module: where a cell is empty, whoever wrote the text does not
quote it there.
"""

import pandas as pd

from .scope import split_by_scope

NO_SOURCE, NO_TOPIC = "no stated source", "no topic given"
NOT_QUOTED = "not quoted here"
# What there is and what it is for are read side by side; no function here adds, multiplies or
# ranks the two.
COLUMNS = {
    "capability": "Capability: what there is",
    "intent": "Intent: what it is for",
    "": "Neither of the two",
}


def account_names(report):
    """dict: id of each account -> its name, in the order of accounts.csv; accounts that stand only
    in the claims come last.
    """
    return report.accounts["name"].to_dict() | {
        a: n
        for a, n in zip(report.claims["account"], report.claims["account_name"])
        if a not in report.accounts.index
    }


def cells(report, accounts=None):
    """DataFrame: a row for each topic, a column for each account id; in each cell a tuple of claim
    ids, empty where it is not quoted.
    accounts: list of ids, default all. The same as a pandas pivot, with ids in place of counts.
    """
    claims = report.claims
    topics = claims["topic"].unique()
    columns = {}
    for account in accounts or account_names(report):
        mine = claims[claims["account"] == account]
        columns[account] = [tuple(mine.index[mine["topic"] == topic]) for topic in topics]
    return pd.DataFrame(columns, index=topics)


def by_kind(claims):
    """dict: heading -> DataFrame, the claims parted into capability, intent and everything else; a
    claim stands under one heading only.
    """
    return {
        heading: (
            claims[claims["kind"] == kind]
            if kind
            else claims[~claims["kind"].isin(list(COLUMNS)[:2])]
        )
        for kind, heading in COLUMNS.items()
    }


def clash(report, first, second, reading="usual"):
    """(bool, str) or None: whether the numbers in two claims leave no value that both allow, and
    both numbers in words. The reading is
    for words without a figure; what is printed stays so. None without numbers, or with different
    scopes: then there is nothing to clash.
    """
    rows = report.numbers[report.numbers["from"].isin([first, second])]
    if set(rows["from"]) != {first, second} or len(rows) != 2 or len(split_by_scope(rows)) != 1:
        return None
    a, b = (
        report.interval(r.Index, reading if pd.isna(r.low) and pd.isna(r.high) else "printed")
        for r in rows.itertuples()
    )
    return None if "anything" in (str(a), str(b)) else (not a.meets(b), f"{a} and {b}")


def pairs_between(report, accounts, topic, reading="usual"):
    """DataFrame cut from report.pairs: both claims belong to the accounts, one of them at least to
    the topic. A conflict whose numbers
    meet under the reading is no conflict there: its relation is then “no conflict under this
    reading”. Column `numbers`: those in words.
    """
    both = report.pairs[["first", "second"]]
    theirs, on_topic = (
        both.replace(report.claims["account"]).isin(accounts),
        both.replace(report.claims["topic"]).isin([topic]),
    )
    pairs = report.pairs[theirs.all(axis=1) & on_topic.any(axis=1)].assign(numbers="")
    for key, row in pairs[pairs["relation"] == "conflict"].iterrows():
        found = clash(report, row["first"], row["second"], reading)
        if found:
            pairs.loc[key, ["relation", "numbers"]] = [
                "conflict" if found[0] else "no conflict under this reading",
                found[1],
            ]
    return pairs


def common_ground(report, accounts):
    """dict: statement -> DataFrame of the claims that take it for granted, one or more of each of
    the accounts. Statements that one of the accounts does not need are left out.
    """
    rows = report.common.join(
        report.claims[["quote", "who", "paragraph", "account", "account_name"]], on="claim"
    )
    rows = rows[rows["account"].isin(accounts)]
    return {
        what: part
        for what, part in rows.groupby("what", sort=False)
        if set(part["account"]) == set(accounts)
    }
