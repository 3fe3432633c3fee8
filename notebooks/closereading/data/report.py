"""open_report: one report = one folder, checked and handed out as tables, and as what is made from
its rows.
"""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from ..reading.days import day
from ..reading.given import looked_at
from ..reading.hedges import by_its_word
from ..reading.in_marks import in_marks
from ..reading.numerals import so_many
from ..reading.scaled import SCALE, scale_of
from ..reading.text import Problem
from .about import as_day
from .chosen import scale_told
from .claim_audit import audit
from .claim_card import card
from .folder import TABLES, read_folder, without_later
from .folders import data_folder, work_folder
from .full_text import full_text
from .gates import gates
from .reference import read, readings
from .schema import keep_text_as_text
from .texts import text_files
from .times import times_in
from .typed_ends import basis

DATA = data_folder()


class Report:
    """One report. Tables are DataFrames indexed by id; see data/schemas/ for their columns.
    about: dict from report.toml. paragraphs: list of str. notes: tuple of sentences on how the text
    was read. claims: joined with the speaker's name
    (`who`), account and sourcing, and the account's name (`account_name`). numbers: joined with
    paragraph, speaker, who and topic of the claim they stand in, and in a report of the learner's
    own with the time that their sentence prints, and the scale that the reader said. elsewhere:
    numbers that stand in a source card, not in the report, joined with its who. The other tables:
    as read. complete: whether its whole text is coded, as it is of the reports that come with the
    lessons.
    """

    def __init__(self, folder, about, text, data, notes=()):
        self.folder = folder
        self.about = about
        self.paragraphs = text
        self.notes = notes
        self.title = about.get("title", folder.name) + (
            " (invented)" if about.get("invented") else ""
        )
        self.published = pd.Timestamp(about["published"]) if "published" in about else None
        self.complete = folder.parent == DATA
        self._scaled = None if self.complete else scale_of(text)
        for name in TABLES:
            setattr(self, name, data[name])
        people = self.speakers.rename(columns={"name": "who"})
        self.claims = data["claims"].join(people, on="speaker")
        names = dict(self.accounts["name"])
        self.claims["account_name"] = [
            names.get(account, account) for account in self.claims["account"]
        ]
        of = self.claims[["paragraph", "speaker", "who", "topic"]]
        numbers = data["numbers"].join(of, on="from")
        inside = numbers["from"].isin(self.claims.index)
        self.numbers = numbers[inside].astype({"paragraph": "int64"})
        self.elsewhere = (
            numbers[~inside].drop(columns=of.columns).join(self.sources["who"], on="from")
        )
        if not self.complete:
            self.numbers["time"] = times_in(self)
            rows = self.numbers.iterrows()
            self.numbers[SCALE] = [
                scale_told(row, self._before(row), self._scaled) for _, row in rows
            ]

    def interval(self, key, reading="printed"):
        """Interval that a number of this report, or of one of its source cards, allows in a
        reading.
        """
        inside = key in self.numbers.index
        row = (self.numbers if inside else self.elsewhere).loc[key]
        made = read(row["hedge"], row["low"], row["high"], reading)
        if self.complete or not inside:
            return made
        typed = basis(row, self._before(row), self._scaled)
        return replace(made, basis=typed or by_its_word(made.basis, row["words"], readings()))

    def _before(self, row):
        """str: the words of a claim's quote up to a number. row: of .numbers."""
        return self.claims.loc[row["from"], "quote"].split(row["words"])[0]

    def behind(self, key):
        """(words, who) behind an id: the exact words of a claim; or what a source card says, in
        our words.
        """
        if key in self.claims.index:
            claim = self.claims.loc[key]
            where = f"{key}, paragraph {claim['paragraph']}"
            return f"{in_marks(claim['quote'])} ({where})", claim["who"]
        says = f"{self.sources.loc[key, 'says']} ({key}, {self.source_card(key)}, in our words)"
        return says, self.sources.loc[key, "who"]

    def source_card(self, key):
        """str: what to call a source card beside its words; our confidence is told where it is
        less than high. key: its id. Raises KeyError where there is none.
        """
        confidence = self.sources.loc[key, "confidence"]
        doubt = confidence not in ("", "high", "invented")
        return f"source card of {confidence} confidence" if doubt else "source card"

    def printed_by(self, key):
        """(source, link) of a source card: who says it, in which publication, on which day; and
        its address, blank where it is none of the web. Raises KeyError where there is no card.
        """
        card = self.sources.loc[key]
        publisher = "" if card["publisher"] == card["who"] else f"in {card['publisher']}"
        known = "" if pd.isna(card["known_on"]) else day(card["known_on"])
        link = card["url"] if card["url"].startswith(("https://", "http://")) else ""
        return ", ".join(filter(None, [card["who"], publisher, known])), link

    def read(self):
        """FullText: the report to be read at one sitting, in numbered paragraphs."""
        return full_text(self)

    def card(self, key):
        """Card: everything a row of .claims holds: words, speaker, paragraph, how we read
        it, other codings. Raises Problem for an id that is no claim's.
        """
        return card(self, key)

    def gates(self):
        """Gates: four things that a report of one's own should have, each in a sentence:
        passed, or what is missing and where.
        """
        return gates(self)

    def audit(self, draw=1):
        """Audit: one claim in its paragraph, drawn by chance but the same each time, with
        its coding. draw: another number draws another claim. Raises Problem where there is none.
        """
        return audit(self, draw)

    def __repr__(self):
        return (
            f"{self.title}: {so_many(len(self.paragraphs), 'paragraph')},"
            f" {so_many(len(self.claims), 'claim')}, {so_many(len(self.numbers), 'number')}."
        )


@looked_at
def open_report(name="union-resolve", as_of=None):
    """Report of that name, looked for in the work folder first and then in data/. as_of: a day,
    "2022-02-10"; source cards and events that were not in print by then are left out, and every
    number, event, item, rating, outcome and place that rests on such a card.
    Raises Problem: one readable list of everything that is wrong with the folder; and for an as_of
    that is no day.
    """
    keep_text_as_text()
    day = None if as_of is None else _day_asked_for(as_of)
    folder = _folder_of(name)
    parts = read_folder(folder)
    if parts.troubles:
        raise Problem(_all_troubles(name, folder, parts.troubles))
    tables = parts.tables if day is None else without_later(parts.tables, day)
    for table in tables.values():
        del table["_line"]
    return Report(folder, parts.about, parts.paragraphs, tables, parts.notes)


def _day_asked_for(as_of):
    """Timestamp of a day. Raises Problem for what is none."""
    try:
        return as_day(as_of)
    except ValueError as e:
        raise Problem(f"as_of: found “{as_of}”; expected {e}.") from None


def _folder_of(name):
    """Path of the folder of a report. Raises Problem where there is none: it names the known ones,
    and what stands in a folder of that name.
    """
    places = [work_folder(), DATA]
    # a name is no way out of the two
    proper = isinstance(name, str) and Path(name).name == name not in ("", "..")
    folders = [place / name for place in places] if proper else []
    for folder in folders:
        if _holds_one(folder):
            return folder
    known = sorted(path.parent.name for path in DATA.glob("*/claims.csv"))
    shown = str(name) if len(str(name)) <= 60 else f"{str(name)[:60]}…"
    raise Problem(
        f"There is no report “{shown}”: no folder {shown} with a text in your work folder"
        f" ({work_folder()}) or among the reports that come with the lessons"
        f" ({', '.join(known)}).{_instead_of_a_text(folders) or _meant(name, known)}"
    )


def _meant(name, known):
    """str: a sentence on the report whose name is nearly this one; or blank."""
    own = [path.name for path in work_folder().glob("*") if _holds_one(path)]
    near = get_close_matches(str(name).casefold(), [*known, *own], 1, 0.7)
    return f" Did you mean “{near[0]}”?" if near else ""


def _holds_one(folder):
    """bool: a folder holds a report, or a text of which one can be made."""
    try:
        return (folder / "claims.csv").exists() or bool(text_files(folder))
    except (OSError, ValueError):  # a name that no folder can have
        return False


def _instead_of_a_text(folders):
    """str: a sentence on what stands in the folder in the place of a text; or blank."""
    for folder in folders[:1]:
        try:
            held = sorted(p.name for p in folder.iterdir())
        except (OSError, ValueError):
            return ""
        if held:
            return (
                f" The folder is there and holds {', '.join(held[:6])}: put the text into it as"
                " text.txt, or as a Word, HTML or PDF file."
            )
    return ""


def _all_troubles(name, folder, troubles):
    """str: the list of everything that is wrong with a folder."""
    ordered = sorted(troubles, key=lambda t: (t.file, t.line))
    lines = "\n".join(f"  {n}. {trouble}" for n, trouble in enumerate(ordered, 1))
    things = so_many(len(troubles), "thing")
    return f"The report “{name}” cannot be opened yet. {things} to mend in {folder}:\n{lines}"
