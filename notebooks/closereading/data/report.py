"""open_report: one report = one folder, checked and handed out as tables; and the marks and cards
made from its rows.
"""

import json
import os
import re
import shutil
import tomllib
from functools import cache
from itertools import count
from pathlib import Path

import pandas as pd

from ..reading.interval import read
from ..reading.scope import accepted
from ..reading.text import Problem, find_quote, paragraphs
from . import cards, tables

NOTEBOOKS = Path(__file__).parents[2]
DATA = NOTEBOOKS.parent / "data"
TABLES = (
    "claims",
    "speakers",
    "accounts",
    "numbers",
    "sources",
    "pairs",
    "common",
    "traces",
    "events",
    "hypotheses",
    "items",
    "evidence",
    "outcomes",
    "places",
    "routes",
)
NO_SOURCE, NO_TOPIC = "no stated source", "no topic given"
TEXTS = ("text.txt", "digest.md")
ANCHOR = ("paragraph", "quote", "prefix", "suffix")
MARK_COLUMNS = [
    "gid",
    "label",
    "low",
    "high",
    "unit",
    "ids",
    "words",
    "where",
    "who",
    "reading",
    "soft",
]


def work_folder():
    """Path of the learner's own folder: $CLOSE_READING_WORK, else notebooks/my-work where one may
    write, else ~/close-reading.
    """
    if os.environ.get("CLOSE_READING_WORK"):
        return Path(os.environ["CLOSE_READING_WORK"])
    here = NOTEBOOKS / "my-work"
    return (
        here
        if os.access(here if here.exists() else NOTEBOOKS, os.W_OK)
        else Path.home() / "close-reading"
    )


class Report:
    """One report. Tables are DataFrames indexed by id; see data/schemas/ for their columns.
    about: dict from report.toml. paragraphs: list of str. claims: joined with the speaker's name
    (`who`), account and sourcing, and the account's name (`account_name`). numbers: joined with
    paragraph, speaker, who and topic of the claim they stand in. elsewhere: numbers that stand in
    a source card, not in the report, joined with its who. The other tables: as read.
    """

    def __init__(self, folder, about, text, data):
        self.folder, self.about, self.paragraphs = folder, about, text
        self.title = about.get("title", folder.name) + " (invented)" * bool(about.get("invented"))
        self.published = pd.Timestamp(about["published"]) if "published" in about else None
        self.speakers, self.accounts, self.sources = (
            data["speakers"],
            data["accounts"],
            data["sources"],
        )
        for name in TABLES[5:]:
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

    def marks(self, rows=None, reading="printed"):
        """DataFrame, one mark a row, ready to be drawn; columns MARK_COLUMNS.
        rows: DataFrame cut from .numbers (default: all of them), one mark a number: low, high are
        floats in its unit, NaN where an end is open. Or rows cut from .claims, one mark a speaker,
        most claims first: low = high = how many claims. Or rows cut from .events, one mark an
        event: low and high are its first and last day, in days since 1970, as matplotlib counts
        them. ids, words, where are tuples, one entry for each row of the report behind the mark;
        who is one name.
        """
        rows = self.numbers if rows is None else rows
        if "quote" in rows:
            size = (
                rows.groupby("speaker", sort=False)
                .size()
                .sort_values(ascending=False, kind="stable")
            )
            made = [
                self.mark(speaker, tuple(rows.index[rows["speaker"] == speaker]))
                for speaker in size.index
            ]
        else:
            made = [self.mark(key, reading=reading) for key in rows.index]
        return pd.DataFrame(made, columns=MARK_COLUMNS)

    def mark(self, gid, ids=(), reading="printed"):
        """dict with MARK_COLUMNS, computed from the tables. gid: an event's or a number's id, or a
        speaker's with the claims `ids` counted for it. Raises KeyError where the report does not
        hold the row, or a claim has another speaker.
        """
        if gid in self.events.index:
            return self._event(gid, self.events.loc[gid])
        inside = gid in self.numbers.index
        if inside or gid in self.elsewhere.index:
            row = (self.numbers if inside else self.elsewhere).loc[gid]
            interval, source, who = self.interval(gid, reading), row["from"], row["who"]
            where = (
                f"paragraph {row['paragraph']}" if inside else f"source card {source}, in our words"
            )
            return dict(
                gid=gid,
                label=", ".join([who, *_days(row, self.published)]),
                low=interval.low,
                high=interval.high,
                unit=row["unit"],
                ids=(source,),
                words=(row["words"],),
                where=(where,),
                who=who,
                reading=interval.basis,
                soft=interval.soft,
            )
        claims = self.claims.loc[list(ids)]
        if claims.empty or set(claims["speaker"]) != {gid}:
            raise KeyError(gid)
        return counted(
            gid,
            claims,
            claims["who"].iloc[0],
            claims["who"].iloc[0],
            [f"paragraph {p}" for p in claims["paragraph"]],
        )

    def interval(self, key, reading="printed"):
        """Interval that a number of this report, or of one of its source cards, allows in a
        reading.
        """
        row = (self.numbers if key in self.numbers.index else self.elsewhere).loc[key]
        return read(row["hedge"], row["low"], row["high"], reading)

    def _event(self, gid, row):
        """The mark of an event: the claims it was read from, or the source card that printed it."""
        ids, first, last = (
            tables.several(row["from"]),
            row["date"],
            row["date"] if pd.isna(row["until"]) else row["until"],
        )
        if ids[0] in self.claims.index:
            claims = self.claims.loc[list(ids)]
            who, words, reading = (
                " and ".join(dict.fromkeys(claims["who"])),
                tuple(claims["quote"]),
                row["what"],
            )
            where = tuple(f"paragraph {p}" for p in claims["paragraph"])
        else:
            cards = self.sources.loc[list(ids)]
            who, words, where = (
                row["who"] or cards["who"].iloc[0],
                (row["what"],) * len(ids),
                ("source card, in our words",) * len(ids),
            )
            reading = f"in print on {tables.day(row['known_on'])}: {'; '.join(cards['publisher'])}"
        low, high = (float((day - pd.Timestamp(0)).days) for day in (first, last))
        return dict(
            gid=gid,
            label=f"{who}, {_span(first, last, self.published)}",
            low=low,
            high=high,
            unit="day",
            ids=ids,
            words=words,
            where=where,
            who=who,
            reading=reading,
            soft="",
        )

    def behind(self, key):
        """(words, who) behind an id: the exact words of a claim; or what a source card says, in
        our words.
        """
        if key in self.claims.index:
            claim = self.claims.loc[key]
            return f"“{claim['quote']}” ({key}, paragraph {claim['paragraph']})", claim["who"]
        return (
            f"{self.sources.loc[key, 'says']} ({key}, source card, in our words)",
            self.sources.loc[key, "who"],
        )

    def read(self):
        """cards.FullText: the report to be read at one sitting, in numbered paragraphs."""
        return cards.full_text(self)

    def card(self, key):
        """cards.Card: everything a row of .claims holds: words, speaker, paragraph, how we read
        it, other codings. Raises Problem for an id that is no claim's.
        """
        return cards.card(self, key)

    def gates(self):
        """cards.Gates: four things that a report of one's own should have, each in a sentence:
        passed, or what is missing and where.
        """
        return cards.gates(self)

    def audit(self, draw=1):
        """cards.Audit: one claim in its paragraph, drawn by chance but the same each time, with
        its coding. draw: another number draws another claim. Raises Problem where there is none.
        """
        return cards.audit(self, draw)

    def __repr__(self):
        return (
            f"{self.title}: {len(self.paragraphs)} paragraphs, {len(self.claims)} claims,"
            f" {len(self.numbers)} numbers."
        )


def counted(gid, claims, label, who, where):
    """dict with MARK_COLUMNS: some claims, counted. claims: rows cut from Report.claims. where:
    for each of them where it stands.
    """
    return dict(
        gid=gid,
        label=label,
        low=float(len(claims)),
        high=float(len(claims)),
        unit="claims",
        ids=tuple(claims.index),
        words=tuple(claims["quote"]),
        where=tuple(where),
        who=who,
        reading="each claim counts once",
        soft="",
    )


def _days(row, published):
    """[] or [str]: the day a number speaks of, "10 Feb"; where several are acceptable, the first
    and the last, "6–10 Feb". With the year
    where it is another than that of the report.
    """
    if pd.isna(row["counted_on"]):
        return []
    days = sorted(
        {
            row["counted_on"],
            *(pd.Timestamp(d) for d in accepted(row, "counted_on") if isinstance(d, str)),
        }
    )
    return [_span(days[0], days[-1], published)]


def _span(first, last, published):
    """str: two days as readers write a span, "6–10 Feb"; one day where they are the same."""
    year = f" {last.year}" if published is not None and last.year != published.year else ""
    begin = (
        f"{first.day}"
        if (first.month, first.year) == (last.month, last.year)
        else tables.day(first, year=False)
    )
    return ("" if first == last else f"{begin}–") + tables.day(last, year=False) + year


def open_report(name="union-resolve", as_of=None):
    """Report of that name, looked for in the work folder first and then in data/. as_of: a day,
    "2022-02-10"; source cards and events that were not in print by then are left out, and every
    number, event, item, rating, outcome and place that rests on such a card.
    Raises Problem: one readable list of everything that is wrong with the folder.
    """
    folders = [
        place / name for place in (work_folder(), DATA) if Path(name).name == name != ".."
    ]  # a name is no way out of the two
    folder = next(
        (f for f in folders if any(os.path.exists(f / file) for file in ("claims.csv", *TEXTS))),
        None,
    )
    if folder is None:
        known = sorted(p.parent.name for p in DATA.glob("*/claims.csv"))
        raise Problem(
            f"There is no report “{name}”: no folder {name} with a text.txt in your work folder"
            f" ({work_folder()}) or among the reports that come with the lessons"
            f" ({', '.join(known)})."
        )
    about, text, data, troubles = _read(folder)
    if troubles:
        lines = "\n".join(
            f"  {i}. {t}" for i, t in enumerate(sorted(troubles, key=lambda t: (t.file, t.line)), 1)
        )
        raise Problem(
            f"The report “{name}” cannot be opened yet. {len(troubles)}"
            f" thing{'s' * (len(troubles) > 1)} to mend in {folder}:\n{lines}"
        )
    if as_of is not None:
        _leave_out_what_is_later(data, pd.Timestamp(as_of))
    return Report(folder, about, text, {n: t.drop(columns="_line") for n, t in data.items()})


def own_folder(name):
    """Path of a report of the learner's own, in the work folder. Raises Problem for a name that no
    folder can have, or that a report of the lessons has.
    """
    if not isinstance(name, str) or not re.fullmatch(r"\w[\w -]*", name) or (DATA / name).exists():
        raise Problem(
            f"“{name}” cannot be the name of a report of yours: letters, digits and hyphens are"
            ' wanted, such as "my-report", and no name that comes with the lessons.'
        )
    return work_folder() / name


def start_report(name, text="", like="", **about):
    """Report of that name in the work folder, begun where there is none yet. text: its paragraphs;
    blank: the folder has a text.txt already, or begins as a copy of the bundled report `like`.
    about: title, published (a day) … for report.toml. A text that changed is taken over if all
    claims stand in it. Raises Problem where one does not.
    """
    folder = own_folder(name)
    if like and not folder.exists():
        shutil.copytree(DATA / like, folder)
    if any(about.values()):
        tables.write_whole(
            folder / "report.toml",
            "".join(
                f"{key} = {json.dumps(str(value), ensure_ascii=False)}\n"
                for key, value in about.items()
                if value
            ),
        )
    if text.strip():
        tables.write_whole(folder / TEXTS[0], text, lambda new: _read(folder, {"text": new})[3])
    return open_report(name)


def add_row(name, table, /, **fields):
    """str: the id of a row that was written into a table of a report in the work folder: a new
    one, or the one with this id, changed. Where a field is still `...`: `...`. fields: column =
    value, as data/schemas/ has them. Raises Problem where the folder is damaged, or would be by
    this row; then nothing is written.
    """
    folder = own_folder(name)
    if ... in fields.values():
        return (
            print(
                f"{table}.csv: nothing was written; still three dots for"
                f" {', '.join(f for f, v in fields.items() if v is ...)}."
            )
            or ...
        )
    data = _read(open_report(name).folder)[2]
    if table not in data:
        raise Problem(f"There is no table “{table}”; there are {', '.join(data)}.")
    known = {str(key) for frame in data.values() for key in frame.index}
    if data[table].index.name:
        fields = {
            "id": next(key for n in count(1) if (key := f"{table[0].upper()}{n:02}") not in known)
        } | fields
    tables.put_row(
        folder / f"{table}.csv", table, fields, lambda new: _read(folder, {table: new})[3]
    )
    return fields.get("id", "")


@cache
def gazetteer():
    """DataFrame of towns and capitals, with the columns of places.csv. From
    data/reference/gazetteer.csv.
    """
    return tables.read_table(DATA / "reference" / "gazetteer.csv", "places")[0]


def _leave_out_what_is_later(data, day):
    """Takes out of the tables what was not in print by a day, and all that rests on it."""
    late = set(data["sources"].index[data["sources"]["known_on"] > day])
    data["sources"] = data["sources"].drop(list(late))
    data["events"] = data["events"][data["events"]["known_on"] <= day]
    for name, column in (
        ("numbers", "from"),
        ("traces", "card"),
        ("events", "from"),
        ("items", "from"),
        ("outcomes", "source"),
        ("places", "named_in"),
    ):
        data[name] = data[name][
            data[name][column].map(lambda cell: late.isdisjoint(tables.several(cell))).astype(bool)
        ]
    data["evidence"] = data["evidence"][data["evidence"]["item"].isin(data["items"].index)]
    if len(data["places"]):
        data["routes"] = data["routes"][
            data["routes"][["from", "to"]]
            .isin([*data["places"].index, *gazetteer().index])
            .all(axis=1)
        ]


def _read(folder, instead={}):  # noqa: B006
    """(about, paragraphs, tables, list of Trouble) of a folder, whatever state it is in. instead:
    {table: path of the file to be read for it}.
    """
    troubles, about = [], {}
    if (folder / "report.toml").exists():
        head, trouble = tables.read_text(folder / "report.toml")
        try:
            about = tomllib.loads(head)
        except tomllib.TOMLDecodeError as e:
            trouble = tables.Trouble(
                "report.toml",
                0,
                "",
                f"something that is not TOML ({e})",
                'lines such as title = "…"',
            )
        try:
            about |= (
                {"published": pd.Timestamp(str(about["published"])[:10])}
                if "published" in about
                else {}
            )
        except ValueError:
            trouble = tables.Trouble(
                "report.toml",
                0,
                "published",
                f"“{about.pop('published')}”",
                "a day such as 2022-02-10",
            )
        troubles += filter(None, [trouble])
    body = instead.get("text") or next((folder / n for n in TEXTS if (folder / n).exists()), None)
    missing = tables.Trouble(
        "text.txt",
        0,
        "",
        "no such file, and no digest.md",
        "the text, its paragraphs parted by blank lines",
    )
    content, trouble = tables.read_text(body) if body else ("", missing)
    troubles += filter(None, [trouble])
    text = paragraphs(content)
    data, read_well = {}, {}
    for name in TABLES:
        path = instead.get(name, folder / f"{name}.csv")
        data[name], found = (
            tables.read_table(path, name) if path.exists() else (tables.empty(name), [])
        )
        read_well[name] = path.exists() and not (found and data[name].empty)
        troubles += found
    claims = data["claims"]
    if not read_well["speakers"] and not (folder / "speakers.csv").exists():
        names = list(dict.fromkeys(claims["speaker"]))
        data["speakers"] = pd.DataFrame(
            {
                "name": names,
                "account": names,
                "sourcing": ["none" if n == NO_SOURCE else "" for n in names],
                "_line": 0,
            },
            index=pd.Index(names, name="id", dtype="str"),
        )
    # a table that could not be read at all has been complained of: its missing ids are no second
    # complaint
    checked = {n: t for n, t in data.items() if read_well[n]}
    if read_well["places"] or not (folder / "places.csv").exists():
        checked["places"] = pd.concat([data["places"], gazetteer()])
    troubles += tables.cross_check(checked)
    owner = {}  # a mark and the row behind it are found by id alone
    for name in ("claims", "speakers", "numbers", "sources", "events"):
        for key, line in data[name]["_line"].items() if read_well[name] else ():
            if owner.setdefault(key, name) != name:
                troubles.append(
                    tables.Trouble(
                        f"{name}.csv",
                        line,
                        "id",
                        f"“{key}”, which {owner[key]}.csv has, too",
                        "an id that no other table has",
                    )
                )
    for line, *anchor in zip(*(claims[column] for column in ("_line", *ANCHOR))) if text else ():
        try:
            _ = (
                anchor[0] and anchor[1] and find_quote(text, *anchor)
            )  # a blank has been complained of
        except Problem as e:
            troubles.append(
                tables.Trouble(
                    "claims.csv", line, "quote", str(e), "the exact words of that paragraph"
                )
            )
    return about, text, data, troubles
