"""What the claim bench saves: a passage in claims.csv, its speaker, its number in numbers.csv."""

from ..data.own import add_row
from ..data.report import open_report
from ..data.schema import schema
from ..reading.accounts import NO_SOURCE
from ..reading.text import Problem, everywhere
from .claim_rows import BLANK, LABELS, SCOPE, ends_of, lines_of, spots_of


def save_claim(name, **row):
    """str: what was written into claims.csv, speakers.csv and numbers.csv of a report in the work
    folder. row: some of the fields of STEPS.
    The claim that has this passage and speaker already is changed, and keeps what is blank here; so
    is its number, where the new one stands in the same words. Raises Problem where something is
    missing or wrong.
    """
    row = BLANK | row
    report = open_report(name)
    lacking = [line for line in lines_of(report, row) if line.lacks]
    if lacking:
        told = "; ".join(f"at step {line.step[0]}, {line.what}" for line in lacking)
        raise Problem(f"Not saved. What is needed: {told}.")
    speaker = _save_speaker(name, report, row)
    key = _save_passage(name, report, row, speaker)
    if row["number"].strip():
        _save_number(name, report, row, key)
    return key


def _save_speaker(name, report, row):
    """str: the id of the row's speaker, who is written into speakers.csv."""
    who, people = row["speaker"].strip(), report.speakers
    speaker = next(iter(people.index[people["name"] == who]), who)
    if not (report.folder / "speakers.csv").exists():
        for key, known in people.iterrows():
            add_row(name, "speakers", id=key, **known)
    new = dict(account="reporter", sourcing="none") if who == NO_SOURCE else dict(account=who)
    mine = dict(people.loc[speaker]) if speaker in people.index else new
    given = {field: row[field] for field in ("account", "sourcing") if row[field]}
    add_row(name, "speakers", **{**mine, "id": speaker, "name": who} | given)
    return speaker


def _save_passage(name, report, row, speaker):
    """str: the id of the claim that was written into claims.csv."""
    spot = spots_of(report, row)[0]
    anchor = dict(
        paragraph=spot[0],
        quote=report.paragraphs[spot[0] - 1][slice(*spot[1:])],
        prefix=row["prefix"].strip(),
        suffix=row["suffix"].strip(),
        speaker=speaker,
    )
    alike = (report.claims[list(anchor)] == list(anchor.values())).all(axis=1)
    given = {field: row[field] for field in _said() if row[field]}
    return add_row(name, "claims", **_known_id(report.claims.index[alike]), **given | anchor)


def _said():
    """list of str: the fields of STEPS that are columns of claims.csv."""
    columns = {field["name"] for field in schema("claims")["fields"]}
    return [field for field in LABELS if field in columns]


def _known_id(keys):
    """dict: the id of the row that is changed, or nothing."""
    return dict(id=keys[0]) if len(keys) else {}


def _save_number(name, report, row, key):
    """Writes the row's number into numbers.csv, in place of one of the same words."""
    ends, words = ends_of(row), row["number"].strip()
    mine = report.numbers[report.numbers["from"] == key]
    same = [n for n, old in mine["words"].items() if _overlap(row["passage"], old, words)]
    scope = {field: row[field] for field in SCOPE if row[field]}
    add_row(
        name,
        "numbers",
        **_known_id(same),
        **{"from": key},
        words=words,
        **ends._asdict(),
        **scope,
    )


def _overlap(passage, old, new):
    """bool: whether two pieces of a passage share a sign of it."""
    spans = [everywhere([passage], words) for words in (old, new)]
    return any(i < last and first < j for _, i, j in spans[0] for _, first, last in spans[1])
