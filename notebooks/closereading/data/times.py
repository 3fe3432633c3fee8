"""The time that each number of a learner's own report covers, as the reader wrote it or else as its
sentence prints it; times that the reader called the same are written alike.
"""

from ..reading.text import Problem, everywhere, find_quote
from ..reading.times import printed_time, sure_same
from .asked import parted
from .checks import ANCHOR

SAME = "same time"  # as asked.json calls two times of which the reader said that they are the same
APART = "time"  # and two that are not


class Times:
    """The times of one report. folder: Path of its folder."""

    def __init__(self, folder):
        rows = parted(folder)
        self.same = [both for field, *both in rows if field == SAME]
        self.apart = [set(both) for field, *both in rows if field == APART]

    def are_same(self, one, other):
        """bool: two times are the same, as printed or as the reader said."""
        return one == other or sure_same(one, other) or self._said(one, other)

    def _said(self, one, other):
        """bool: the reader called two times the same, or each the same as a third."""
        group = {one}
        for _ in self.same:
            group.update(*(pair for pair in self.same if group & set(pair)))
        return other in group

    def are_apart(self, one, other):
        """bool: the reader said that two times differ."""
        return {one, other} in self.apart


def times_in(report):
    """list of str: the time of each number of a report, blank where nobody said any."""
    times = Times(report.folder)
    told = []
    for _, row in report.numbers.iterrows():
        mine = _time_in(report, row)
        told.append(next((one for one in told if one and times.are_same(mine, one)), mine))
    return told


def _time_in(report, row):
    """str: the time that a number covers: as the reader wrote it, or as the text prints it."""
    if row["period"].strip():
        return row["period"].strip()
    claim = report.claims.loc[row["from"]]
    try:
        start, end = find_quote(report.paragraphs, *(claim[name] for name in ANCHOR))
    except (Problem, IndexError):
        return ""
    places = everywhere([claim["quote"]], row["words"])
    if not places:
        return ""
    at = start + places[0][1]
    return printed_time(report.paragraphs, claim["paragraph"], at, at + len(row["words"]))
