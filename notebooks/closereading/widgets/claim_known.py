"""What the claim bench knows of a passage: that a saved claim has it already, so that saving adds a
number to that claim or changes it; and that it holds a number.
"""

from .claim_rows import LABELS, Line, spots_of

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


def unnumbered(row, numbers):
    """list of Line: that a passage holds a number, and the row has none. numbers: list of str."""
    if row["number"].strip() or not numbers:
        return []
    shown = ", ".join(f"“{words}”" for words in numbers[:4])
    take = "take it" if len(numbers) == 1 else "take one"
    return [Line(False, False, f"it holds {shown}: {take} at step 4", "number")]


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
