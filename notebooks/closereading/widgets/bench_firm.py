"""How firmly the passage in hand is put: as its words are read, or as the reader says."""

import pandas as pd

from ..data.asked import FIRMLY, part, said_firmly
from ..data.reference import readings
from ..reading.strength import SCALE, strength_of, with_hedges
from ..reading.text import Problem
from .claim_rows import Line, spots_of
from .quotes import bars, firmly


def firm_line(report, row):
    """list of Line: how firmly the passage of a row is put, where a word softens it, or the reader
    said so.
    """
    strength, told = _read(report, row)
    mine = _quote(report, row) in said_firmly(report.folder)
    if not (mine or (told and strength != SCALE[-1])):
        return []
    whose = "as you say" if mine else "as its words are read; correct it at step 5"
    return [Line(f"{told} {bars(strength)}, {whose}", False, "how firmly", "cue")]


def firm_read(report, row):
    """str: how firmly the passage of a row is put, as its words are read or as the reader said;
    blank where nobody knows.
    """
    strength, told = _read(report, row)
    mine = _quote(report, row) in said_firmly(report.folder)
    whose = "As you say" if mine else "As its words are read"
    return f"{whose}: {told} {bars(strength)}" if told else ""


def firm_ways(report, row):
    """list of (what it is called, code): what else a reader may say of it; empty as above."""
    strength, told = _read(report, row)
    others = [code for code in SCALE[::-1] if code != strength]
    return [(f"{firmly('', code)} {bars(code)}", code) for code in others] if told else []


def say_firmly(report, row, code):
    """Keeps how firmly a reader says that a passage is put. code: one of SCALE. Raises Problem for
    a passage that does not stand in the text.
    """
    quote = _quote(report, row)
    if not quote or code not in SCALE:
        raise Problem("Choose a passage of the text first.")
    part(report.folder, FIRMLY, quote, code)


def _quote(report, row):
    """str: the passage of a row as the text prints it; blank where it stands in no one place."""
    spots = spots_of(report, row) if row["passage"].strip() else []
    if len(spots) != 1:
        return ""
    return report.paragraphs[spots[0][0] - 1][slice(*spots[0][1:])]


def _read(report, row):
    """(code, words): how firmly the passage of a row is put; blank where nobody knows."""
    quote = _quote(report, row)
    if not quote:
        return "", ""
    one = pd.DataFrame([dict(quote=quote, cue=row["cue"], cue_of="", hedge="")])
    claims = with_hedges(one, readings(), said_firmly(report.folder))
    strength = strength_of(claims, 0, readings())
    return strength, firmly(f"{claims.loc[0, 'hedge']}; {row['cue']}", strength)
