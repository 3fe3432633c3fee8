"""Scope: who is counted, where, doing what, in which unit. Numbers share an axis only where their scopes agree."""
from dataclasses import dataclass

import pandas as pd

FIELDS = ("unit", "status", "place", "population")     # in the order in which a difference weighs


@dataclass
class Facet:
    """One axis. rows: DataFrame of numbers. scope: dict of the four fields. read_as: the population taken, where the printed ones differ and the accepted ones meet; else blank."""
    rows: pd.DataFrame
    scope: dict
    read_as: str = ""


def accepted(row, field):
    """set of str: the codings of one field that a reasonable reader may take, the printed one among them."""
    listed = dict(part.split("=", 1) for part in row["accepted"].split(";") if "=" in part)
    return {row[field], *listed.get(field, "").split("|")} - {""}


def scope_diff(a, b):
    """list of str: the fields of scope in which two numbers, as printed, differ. a, b: rows of Report.numbers, or the scopes of facets."""
    return [f for f in FIELDS if a[f] != b[f]]


def may_add(a, b):
    """(bool, str): whether two numbers may be added, and the population they are read as, or why not.
    A sum needs two different places (that neither holds the other, a reader must judge) and all else equal, populations as accepted."""
    differ = [f for f in ("unit", "status") if a[f] != b[f]]
    if differ:
        return False, f"the {differ[0]} differs: {a[differ[0]]}, and {b[differ[0]]}"
    if a["place"] == b["place"]:
        return False, f"the place is the same, {a['place']}: one number may hold the other"
    common = accepted(a, "population") & accepted(b, "population")
    return (True, sorted(common)[0]) if common else (False, f"the population differs: {a['population']}, and {b['population']}")


def split_by_scope(numbers):
    """list of Facet, in order of first appearance. Two numbers share a facet where place, status and unit are equal and their accepted populations meet."""
    facets, common = [], []
    for key, row in numbers.iterrows():
        mine = accepted(row, "population")
        for facet, pops in zip(facets, common):
            same = all(row[f] == facet.scope[f] for f in FIELDS[:3])
            if same and (pops & mine or pops == mine == set()):
                facet.rows = pd.concat([facet.rows, numbers.loc[[key]]])
                pops &= mine
                break
        else:
            facets.append(Facet(numbers.loc[[key]], {f: row[f] for f in FIELDS}))
            common.append(set(mine))
    for facet, pops in zip(facets, common):
        if facet.rows["population"].nunique() > 1:
            facet.read_as = facet.scope["population"] = sorted(pops)[0]
    return facets
