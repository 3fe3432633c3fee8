"""Scope: who is counted, where, doing what, in which unit. Numbers share an axis only where their
scopes agree.
"""

from dataclasses import dataclass

import pandas as pd

FIELDS = ("unit", "status", "place", "population")  # in the order in which a difference weighs


@dataclass
class Facet:
    """One axis. rows: DataFrame of numbers. scope: dict of the four fields. common: the
    populations that all rows may be read as. read_as: the one of them that is taken, where the
    printed ones differ; else blank.
    """

    rows: pd.DataFrame
    scope: dict
    common: set
    read_as: str = ""


def accepted(row, field):
    """set of str: the codings of one field that a reasonable reader may take, the printed one
    among them.
    """
    listed = dict(part.split("=", 1) for part in row["accepted"].split(";") if "=" in part)
    return {row[field], *listed.get(field, "").split("|")} - {""}


def scope_diff(a, b):
    """list of str: the fields of scope in which two numbers, as printed, differ. a, b: rows of
    Report.numbers, or the scopes of facets.
    """
    return [f for f in FIELDS if a[f] != b[f]]


def split_by_scope(numbers):
    """list of Facet, in order of first appearance. Two numbers share a facet where place, status
    and unit are equal and their accepted populations meet.
    """
    facets = []
    for key, row in numbers.iterrows():
        mine = accepted(row, "population")
        for facet in facets:
            if all(row[f] == facet.scope[f] for f in FIELDS[:3]) and (
                facet.common & mine or facet.common == mine
            ):
                facet.rows = pd.concat([facet.rows, numbers.loc[[key]]])
                facet.common &= mine
                break
        else:
            facets.append(Facet(numbers.loc[[key]], {f: row[f] for f in FIELDS}, mine))
    for facet in facets:
        if facet.rows["population"].nunique() > 1:
            facet.read_as = facet.scope["population"] = min(facet.common)
    return facets
