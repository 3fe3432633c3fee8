"""The claims of a report in the order of its text, and not in that in which they were made."""

from ..reading.text import find_quote
from .checks import ANCHOR


def in_order(report, claims=None):
    """DataFrame: claims of a report in the order of its text. claims: cut from report.claims
    (default: all).
    """
    claims = report.claims if claims is None else claims

    def place(key):
        row = claims.loc[key]
        anchor = (row[name] for name in ANCHOR)
        return row["paragraph"], *find_quote(report.paragraphs, *anchor)

    return claims.loc[sorted(claims.index, key=place)]
