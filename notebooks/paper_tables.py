"""The tables on the papers for a class: empty for pupils, filled in for teachers."""

from closereading import maps
from closereading.reading.accounts import account_names
from closereading.reading.in_marks import in_marks

OUR_READING = "(our reading)"
THERE = {"present": "there", "moved": "there", "could take part": "could be"}  # as a sheet asks it


def on_paper(report, kind, given):
    """list of list of str: the cells of a table that are printed for pupils; all others stay empty.
    kind: persons, distances, accounts or pairs. given: dict of the ids of its rows.
    """
    if kind == "accounts":
        names = account_names(report)
        return [[names[account]] for account in given["accounts"]]
    if kind == "pairs":
        return [_quotes(report, key) for key in given["pairs"]]
    return [[f"“{report.numbers.loc[key, 'words']}”"] for key in given[kind]]


def _quotes(report, pair):
    """list of two str: the claims of a pair, each with who says it and its paragraph."""
    claims = report.claims.loc[list(report.pairs.loc[pair, ["first", "second"]])]
    return [
        f"{in_marks(claim['quote'])} ({claim['who']}, {claim['paragraph']})"
        for _, claim in claims.iterrows()
    ]


def filled(report, kind, given, paragraphs, cells):
    """list of list of str: the same table as `on_paper`, with all its cells. paragraphs: numbers of
    those that stand on the sheet. cells: dict of the cells that no table of the data has, of a
    distance or a pair, by the id of its row.
    """
    rows = on_paper(report, kind, given)
    if kind == "persons":
        ours = given["ours"]
        return [row + _scope(report, key, ours.get(key, ())) for row, key in zip(rows, given[kind])]
    if kind == "distances":
        return [row + cells[key] for row, key in zip(rows, given[kind])]
    if kind == "pairs":
        return [row + cells[key] + [_relation(report, key)] for row, key in zip(rows, given[kind])]
    return [
        row + [_cited(report, account, topic, paragraphs) for topic in given["topics"]]
        for row, account in zip(rows, given["accounts"])
    ]


def _scope(report, key, ours):
    """list of str: who says a number, who is counted, where, and in which sense. ours: columns that
    are our reading of what stands on the sheet.
    """
    row = report.numbers.loc[key]
    columns = ("who", "population", "place", "status")
    said = {c: row[c] for c in columns} | {"status": THERE.get(row["status"], row["status"])}
    return [f"{said[c]} {OUR_READING}" if c in ours else said[c] for c in columns]


def _relation(report, key):
    """str: what two claims are to each other, and why."""
    pair = report.pairs.loc[key]
    under = ", under a reading" if pair["reading"] else ""
    return f"{pair['relation']}{under}. {pair['why']}"


def _cited(report, account, topic, paragraphs):
    """str: the paragraphs of a sheet in which an account is quoted on a topic; where there are
    none, those that do not stand on it.
    """
    claims = report.claims
    mine = claims[(claims["account"] == account) & (claims["topic"] == topic)]
    every = sorted(set(mine["paragraph"]))
    found = [number for number in every if number in paragraphs]
    if found or not every:
        return _listed(found) or "–"
    return f"– (not on this sheet: {_listed(every)})"


def _listed(numbers):
    return ", ".join(map(str, numbers))


def said_of(report):
    """{name of a place: miles, as people say them}: the straight lines of the report's first claim
    of distance, the shortest first.
    """
    picture = maps.distances(report)
    lines = [mark for mark in picture.marks if mark.row.table == "routes"]
    lines.sort(key=_low)
    return {mark.beside[0]: mark.beside[1] for mark in lines}


def _low(mark):
    return mark.low
