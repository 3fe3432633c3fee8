"""What the claim bench knows of a passage: that a saved claim has it already, so that saving adds a
number to that claim or changes it; and that it holds a number.
"""

from ..reading.accounts import NO_SOURCE
from ..reading.numerals import agreeing
from .bench_steps import LABELS, step_of
from .claim_rows import Line, spots_of

_TOLD = ("topic", "kind", "cue", "claim")


def further(report, row):
    """list of Line: what saving a new row does to the claim that has its passage and speaker."""
    key = _same(report, row)
    if not key:
        return []
    told = [_as_what(report, row, key)]
    for field in _TOLD:
        old = report.claims.loc[key, field]
        if row[field] and old not in ("", row[field]):
            label = LABELS[field].lower()
            told.append(f"the {label} of {key} changes from “{old}” to “{row[field]}”")
    return [Line(True, False, what) for what in told]


def of_another_speaker(report, row, given):
    """dict of fields: where another speaker is given, what the row had of the speaker before goes,
    and what is known of the new one comes. What the reader has written otherwise stays. row: as it
    was; given: dict, field -> text, of what is filled in now.
    """
    who = given.get("speaker", row["speaker"]).strip()
    had = _of_speaker(report, row["speaker"].strip())
    if who == row["speaker"].strip():
        return {}
    mine = {field: given.get(field, row[field]) for field in had}
    kept = {field: text for field, text in mine.items() if text and text not in had[field]}
    known = _of_speaker(report, who)
    return {field: kept.get(field, known[field][0]) for field in had}


def _of_speaker(report, who):
    """dict of field -> list of str: the texts that the rows of a speaker have there, the first as
    the form has it; a blank where there is no row.
    """
    rows = report.claims[report.claims["who"] == who]
    unsaid = dict(sourcing="none") if who == NO_SOURCE else {}
    columns = dict(sourcing=["sourcing"], account=["account", "account_name"])
    return {
        field: [rows.iloc[0][name] if len(rows) else unsaid.get(field, "") for name in names]
        for field, names in columns.items()
    }


def unnumbered(row, numbers):
    """list of Line: that a passage holds a number, and the row has none. numbers: list of str."""
    if row["number"].strip() or not numbers:
        return []
    shown = ", ".join(f"“{words}”" for words in numbers[:4])
    take = agreeing(len(numbers), "take it", "take one")
    step = step_of("number")[0]
    return [Line(False, False, f"it holds {shown}: {take} at step {step}", "number")]


def _same(report, row):
    """str: the id of the claim that has a row's passage, in this place, and speaker; or blank."""
    spots = spots_of(report, row)
    if len(spots) != 1:
        return ""
    number = spots[0][0]
    quote = report.paragraphs[number - 1][slice(*spots[0][1:])]
    claims = report.claims
    same = (claims["paragraph"] == number) & (claims["quote"] == quote)
    for field, text in (("who", "speaker"), ("prefix", "prefix"), ("suffix", "suffix")):
        same &= claims[field] == row[text].strip()
    return next(iter(claims.index[same]), "")


def _as_what(report, row, key):
    """str: what the row becomes: a further number of a claim, or a change of it."""
    mine = report.numbers[report.numbers["from"] == key]
    words = row["number"].strip()
    if words and words not in set(mine["words"]):
        return f"{key} has this passage already: “{words}” becomes a further number of it"
    return f"{key} has this passage already: saving changes that row"
