"""The times near the number of a row that the claim bench offers for it."""

from ..reading.near_times import times_near
from .claim_rows import as_kept, in_text, spots_of, time_in


def times_offered(report, row):
    """list of str: the times that the text prints near the number of a row, but for the one that is
    read by itself; none once the reader has given a time or a day.
    """
    row = as_kept(row)
    if row["period"] or row["counted_on"] or not row["number"]:
        return []
    _, places = in_text(report, row)
    if not places:
        return []
    number = spots_of(report, row)[0][0]
    return times_near(report.paragraphs, number, *places[0], time_in(report, row))
