"""Rows that rest on other rows: what goes along when a claim goes."""

from .schema import schema, several


def resting_on(tables, table, keys):
    """dict: table -> set of the places (0, 1, …) of its rows that go when the rows `keys` of a
    table go, these included. A cell that may hold several ids keeps its row as long as one of them
    stays. tables: {name: DataFrame}.
    """
    gone = {table: set(keys)}
    found = {}
    while True:
        new = {name: _fallen(tables[name], name, gone) for name in tables}
        new = {name: places for name, places in new.items() if places}
        if new == found:
            return found
        found = new
        for name, places in found.items():
            if tables[name].index.name:
                gone[name] = {tables[name].index[place] for place in places}


def _fallen(rows, name, gone):
    """set of int: the places of the rows of a table that are gone, or refer to nothing else."""
    places = set()
    if rows.index.name:
        places = {n for n, key in enumerate(rows.index) if key in gone.get(name, ())}
    for field in schema(name)["fields"]:
        targets = field.get("refersTo", [])
        lost = set().union(*(gone.get(target, ()) for target in targets))
        if not lost or field["name"] in _KEPT_WITHOUT:
            continue
        places |= {n for n, cell in enumerate(rows[field["name"]]) if _rests(cell, field, lost)}
    return places


_KEPT_WITHOUT = ("cue_of", "named_in", "of")  # a row stands without them


def _rests(cell, field, lost):
    """bool: whether all ids in a cell are lost."""
    ids = several(cell) if field.get("several") else [cell]
    return bool(ids) and set(filter(None, ids)) <= lost and any(ids)


def without_lost(cell, field, lost):
    """str: a cell without the ids that are lost."""
    if not field.get("several"):
        return "" if cell in lost else cell
    return "; ".join(one for one in several(cell) if one not in lost)
