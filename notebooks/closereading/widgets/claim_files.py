"""What the claim bench saves: a passage in claims.csv, its speaker, its number in numbers.csv; and
how a saved row comes back into the form.
"""

from difflib import get_close_matches
from numbers import Number

from ..data.edits import all_or_nothing, take_out
from ..data.own import add_row, own_folder
from ..data.report import open_report
from ..data.schema import schema
from ..reading.accounts import NO_SOURCE
from ..reading.cuts import cut_word
from ..reading.given import looked_at
from ..reading.numerals import digits
from ..reading.text import Problem, everywhere
from .bench_ends import ends_of
from .bench_steps import BLANK, LABELS
from .claim_rows import (
    SCOPE,
    NotSaved,
    as_kept,
    changed_elsewhere,
    lines_of,
    spots_of,
)

_NOBODY = (NO_SOURCE, "no source", "no source stated", "no source named")
IN_FIGURES = ("number", "low", "high")  # fields in which a number may stand without marks
OWN_VOICE = "the text"  # the account of what the text says by itself


@looked_at
def save_claim(name, **row):
    """str: what was written into claims.csv, speakers.csv and numbers.csv of a report in the work
    folder; `...` where a field is still three dots. row: some of the fields of STEPS.
    The claim that has this passage and speaker already is changed, and keeps what is blank here; so
    is its number, where the new one stands in the same words. Raises Problem where something is
    missing or wrong.
    """
    dots = [field for field, value in row.items() if value is ...]
    if dots:
        print(f"Nothing was written; still three dots for {', '.join(dots)}.")
        return ...
    _no_other_field(row)
    _one_text_each(row)
    row = BLANK | {field: _as_typed(value) for field, value in row.items()}
    if row["speaker"].casefold() in _NOBODY:
        row["speaker"] = NO_SOURCE
    own_folder(name)
    told = changed_elsewhere(open_report(name), row)
    key = save_row(name, row)
    for sentence in told:
        print(f"{key}: {sentence}.")
    return key


def _no_other_field(row):
    """Raises Problem for a field that a row of the bench does not have."""
    strange = next((field for field in row if field not in BLANK), "")
    if strange:
        near = get_close_matches(strange.casefold(), BLANK, 1, 0.7)
        meant = f"Did you mean {near[0]}?" if near else f"There are {', '.join(BLANK)}."
        raise Problem(f"Nothing was written. There is no field “{strange}” here. {meant}")


def _one_text_each(row):
    """Raises Problem for a field that holds several texts, or a number in the place of words."""
    for field, value in row.items():
        if isinstance(value, (list, tuple, set, dict)):
            found = f"{field}: found {type(value).__name__}; expected one text"
            raise Problem(f"Nothing was written. {found}.")
        if _is_no_word(field, value):
            found = f"{field}: found {value}; expected words in quotation marks"
            raise Problem(f"Nothing was written. {found}.")


def _is_no_word(field, value):
    """bool: whether a number stands where words do; a gap of pandas is a blank."""
    numeric = isinstance(value, Number) and value == value
    return numeric and (isinstance(value, bool) or field not in IN_FIGURES)


def _as_typed(value):
    """str: a field as somebody would type it: 140 as “140”, None as a blank; on one line."""
    if value is None or value != value:
        return ""
    return digits(value) if isinstance(value, (int, float)) else " ".join(str(value).split())


def save_row(name, row, key="", number=""):
    """str: the id of a claim that was written; as save_claim. key, number: ids of the claim and the
    number that this row changes as a whole, blank fields included; blank: as save_claim says.
    """
    row = as_kept(row)
    report = open_report(name)
    lacking = [line for line in lines_of(report, row) if line.lacks]
    if lacking:
        told = "; ".join(f"at step {line.step[0]}, {line.what}" for line in lacking)
        raise NotSaved(f"Not saved. What is needed: {told}.")
    with all_or_nothing(own_folder(name)):
        speaker = _save_speaker(name, report, row)
        key = _save_passage(name, report, row, speaker, key)
        if row["number"]:
            _save_number(name, report, row, key, number)
        elif number in report.numbers.index:
            take_out(own_folder(name), "numbers", number)
    return key


def _save_speaker(name, report, row):
    """str: the id of the row's speaker, who is written into speakers.csv."""
    who = row["speaker"].strip()
    people = report.speakers
    speaker = next(iter(people.index[people["name"] == who]), who)
    if not (report.folder / "speakers.csv").exists():
        for key, known in people.iterrows():
            add_row(name, "speakers", id=key, **known)
    voice = report.about.get("voice", OWN_VOICE)
    new = dict(account=voice, sourcing="none") if who == NO_SOURCE else dict(account=who)
    mine = dict(people.loc[speaker]) if speaker in people.index else new
    given = {field: row[field] for field in ("account", "sourcing") if row[field]}
    made = {**mine, "id": speaker, "name": who} | given
    made["account"] = _account(name, report, made["account"])
    add_row(name, "speakers", **made)
    return speaker


def _account(name, report, account):
    """str: the id of an account; in a report that lists its accounts a new one is written there."""
    known = report.accounts
    if not len(known) or account in known.index:
        return account
    ids = known.index[known["name"] == account]
    return ids[0] if len(ids) else add_row(name, "accounts", id=account, name=account)


def _save_passage(name, report, row, speaker, key):
    """str: the id of the claim that was written into claims.csv."""
    spot = spots_of(report, row)[0]
    anchor = dict(
        paragraph=spot[0],
        quote=report.paragraphs[spot[0] - 1][slice(*spot[1:])],
        prefix=row["prefix"].strip(),
        suffix=row["suffix"].strip(),
        speaker=speaker,
    )
    told = {field: row[field] for field in _said()}
    if key in report.claims.index:
        return add_row(name, "claims", id=key, **told | anchor)
    alike = (report.claims[list(anchor)] == list(anchor.values())).all(axis=1)
    given = {field: text for field, text in told.items() if text}
    return add_row(name, "claims", **_known_id(report.claims.index[alike]), **given | anchor)


def _said():
    """list of str: the fields of STEPS that are columns of claims.csv."""
    columns = {field["name"] for field in schema("claims")["fields"]}
    return [field for field in LABELS if field in columns]


def _known_id(keys):
    """dict: the id of the row that is changed, or nothing."""
    return dict(id=keys[0]) if len(keys) else {}


def _save_number(name, report, row, key, number):
    """Writes the row's number into numbers.csv, in place of one of the same words."""
    ends = ends_of(row)
    words = row["number"].strip()
    whole = number in report.numbers.index
    mine = report.numbers[report.numbers["from"] == key]
    same = [n for n, old in mine["words"].items() if overlap(row["passage"], old, words)]
    scope = {field: row[field] for field in SCOPE if row[field] or whole}
    add_row(
        name,
        "numbers",
        **_known_id([number] if whole else same),
        **{"from": key},
        words=words,
        **ends._asdict(),
        **scope,
    )


def overlap(passage, old, new):
    """bool: whether two pieces of a passage share a sign of it; the 4 in 14 is no piece."""
    spans = [_whole(passage, words) for words in (old, new)]
    return any(i < last and first < j for i, j in spans[0] for first, last in spans[1])


def _whole(passage, words):
    """list of (start, end): where words stand in a passage as whole ones; else where any do."""
    found = [spot[1:] for spot in everywhere([passage], words)]
    return [spot for spot in found if not cut_word(passage, *spot)] or found


def row_of(report, key, number=""):
    """(dict of fields, id of its number or ""): a saved claim as the form has it, with one of its
    numbers; blank: the first. Raises KeyError for an id that no claim has.
    """
    claim = report.claims.loc[key]
    row = {field: claim[field] for field in BLANK if field in claim and field != "speaker"}
    row |= dict(passage=claim["quote"], speaker=claim["who"])
    numbers = report.numbers[report.numbers["from"] == key]
    if not len(numbers):
        return row, ""
    wanted = number if number in numbers.index else numbers.index[0]
    number = numbers.loc[wanted]
    row |= {field: _text(number[field]) for field in SCOPE}
    return row | dict(number=number["words"], **_typed(number)), wanted


def _text(value):
    """str: a cell as the form has it; days as 2022-02-10."""
    if value != value:
        return ""
    return f"{value:%Y-%m-%d}" if hasattr(value, "strftime") else str(value)


def _typed(number):
    """dict of the ends that were typed, because the words do not give them."""
    try:
        read = ends_of(BLANK | dict(number=number["words"]))
    except Problem:
        read = None
    kept = [digits(number[end]) for end in ("low", "high")]
    if read is not None and kept == [digits(end) for end in read[1:]]:
        return {}
    return dict(zip(("low", "high"), kept))
