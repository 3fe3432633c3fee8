"""All that a report holds about one of its claims, as lines to be read."""

from dataclasses import dataclass

from ..reading.in_marks import in_marks
from ..reading.text import Problem


@dataclass(frozen=True, repr=False)
class Card:
    """What is held about a claim. key: its id. lines: dict {what: value}, "" where nothing is."""

    key: str
    lines: dict

    def __repr__(self):
        return "; ".join(f"{what}: {value}" for what, value in self.lines.items())


def card(report, key):
    """Card of a claim. key: its id. Raises Problem where the report holds no such claim."""
    if key not in report.claims.index:
        raise Problem(
            f"“{key}” is no claim of this report; its claims are {report.claims.index[0]} to"
            f" {report.claims.index[-1]}."
        )
    row = report.claims.loc[key]
    lines = {
        "the words": in_marks(row["quote"]),
        "paragraph": row["paragraph"],
        "who says so": f"{row['who']} ({row['sourcing']})",
        "reporting word": _cue(row),
        "in our words": row["claim"],
        "we read it as": row["kind"],
        "also acceptable": _other_codings(row["accepted"]),
        "notice": row["note"],
    }
    return Card(key, lines)


def _cue(row):
    borrowed = f"that of {row['cue_of']}" if row["cue_of"] else "none"
    return row["cue"] or borrowed


def _other_codings(cell):
    """str: the column `accepted` as a reader would write it."""
    said = cell.replace("cue_class", "class of the reporting word")
    return said.replace("|", " or ").replace(";", " · ").replace("=", ": ")
