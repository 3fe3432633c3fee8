"""Scope: who is counted, where, doing what, in which unit. Numbers share an axis only where their
scopes agree, and the times that they cover are not printed as two.
"""

from dataclasses import dataclass
from itertools import product

import pandas as pd

from .given import looked_at

FIELDS = ("unit", "status", "place", "population")  # in the order in which a difference weighs
TIME = "time"  # of a learner's own report: what the sentence prints; see data/times.py


@dataclass
class Facet:
    """One axis. rows: DataFrame of numbers. scope: dict of the four fields and the time, which is
    blank where no row prints one. common: the
    populations that all rows may be read as. read_as: the one of them that is taken, where the
    printed ones differ; else blank.
    """

    rows: pd.DataFrame
    scope: dict
    common: set
    read_as: str = ""

    def takes(self, row):
        """bool: whether a number may share the axis: what is counted, where and doing what is said
        of both, and is the same.
        """
        same = all(row[field] and row[field] == self.scope[field] for field in FIELDS[:3])
        times = {self.scope[TIME], time_said(row)} - {""}
        return same and len(times) < 2 and bool(self.common & accepted(row, "population"))


def time_said(row):
    """str: the time that a number covers, as its sentence prints it; blank where nobody read it."""
    return row.get(TIME, "")


def accepted(row, field):
    """set of str: the codings of one field that a reasonable reader may take, the printed one
    among them; empty where nothing is coded.
    """
    listed = dict(part.split("=", 1) for part in row["accepted"].split(";") if "=" in part)
    return {row[field], *listed.get(field, "").split("|")} - {""}


def scope_diff(a, b):
    """list of str: the fields of scope in which two numbers, as printed, differ; last those that
    are blank in both, since a blank is the same as nothing. a, b: rows of Report.numbers, or the
    scopes of facets.
    """
    differ = [field for field in FIELDS if a[field] != b[field]]
    if time_said(a) and time_said(b) and time_said(a) != time_said(b):
        differ.append(TIME)
    return differ + [field for field in FIELDS if not a[field] and not b[field]]


def two_alike(numbers, first, second):
    """DataFrame: a number of each of two claims. Where a claim holds several, two that share an
    axis; empty where none do, or a claim holds none.
    """
    mine = [numbers.index[numbers["from"] == claim] for claim in (first, second)]
    pairs = [numbers.loc[list(keys)] for keys in product(*mine)]
    alike = [rows for rows in pairs if len(split_by_scope(rows)) == 1]
    lone = pairs if len(pairs) == 1 else []
    return next(iter([*alike, *lone]), numbers.iloc[:0])


@looked_at
def split_by_scope(numbers):
    """list of Facet, in order of first appearance. Two numbers share a facet where place, status
    and unit are said and equal, their accepted populations meet, and their sentences do not print
    two times. A blank scope never equals a blank scope.
    """
    facets = []
    for key, row in numbers.iterrows():
        alone = numbers.loc[[key]]
        mine = accepted(row, "population")
        facet = next((facet for facet in facets if facet.takes(row)), None)
        if facet is None:
            scope = {field: row[field] for field in FIELDS} | {TIME: time_said(row)}
            facets.append(Facet(alone, scope, mine))
        else:
            facet.rows = pd.concat([facet.rows, alone])
            facet.common = facet.common & mine
            facet.scope[TIME] = facet.scope[TIME] or time_said(row)
    for facet in facets:
        if facet.rows["population"].nunique() > 1:
            facet.read_as = facet.scope["population"] = min(facet.common)
    return facets
