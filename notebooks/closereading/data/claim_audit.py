"""One claim drawn by chance, in its paragraph and with its coding, for a second reader to judge."""

from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from ..reading.in_marks import in_marks
from ..reading.text import Problem
from ..reading.when import days_meant, told
from .claim_card import Card, card

CODED = ["words", "hedge", "low", "high", "unit", "population", "place", "status", "time"]


@dataclass(frozen=True, repr=False)
class Audit:
    """A claim drawn by chance. card: its Card. quote, paragraph (its number), text: where it
    stands. numbers: DataFrame of the numbers in it, columns CODED.
    """

    card: Card
    quote: str
    paragraph: int
    text: str
    numbers: pd.DataFrame

    def __repr__(self):
        return f"{in_marks(self.quote)}, paragraph {self.paragraph}"


def audit(report, draw=1):
    """Audit of one claim, drawn by chance but the same each time for the same `draw`.
    Raises Problem where the report has no claim.
    """
    if report.claims.empty:
        raise Problem(f"“{report.title}” has no claim yet, so there is none to audit.")
    key = min(report.claims.index, key=lambda key: crc32(f"{draw} {key}".encode()))
    claim = report.claims.loc[key]
    numbers = report.numbers[report.numbers["from"] == key]
    times = [time_of(report, row) for _, row in numbers.iterrows()]
    return Audit(
        card=card(report, key),
        quote=claim["quote"],
        paragraph=claim["paragraph"],
        text=report.read().paragraphs[claim["paragraph"] - 1],
        numbers=numbers.assign(time=times)[CODED],
    )


def time_of(report, row):
    """str: what the row of a number says of its time; where only the day of the report is known,
    that; blank where it says nothing.
    """
    unknown = report.complete and days_meant(row) == [report.published]
    return f"in a report of {told(row)}" if unknown else told(row)
