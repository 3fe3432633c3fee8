"""The folder of one report, read whatever state it is in, with all that is wrong with it."""

from dataclasses import dataclass

import pandas as pd

from ..reading.accounts import NO_SOURCE
from .about import FILE, read_about
from .checks import check
from .reference import gazetteer
from .schema import empty, several
from .tables import read_table
from .texts import text_of

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
    "quoted",
    "questions",
    "in_print",
    "scopes",
)


@dataclass
class Parts:
    """What stands in a folder. about: dict from report.toml. paragraphs: list of str. notes: tuple
    of sentences on how the text was read. tables: dict, name -> DataFrame, all of TABLES. sound:
    those that could be read, by which ids are checked: a table that could not be read has been
    complained of, and its missing ids are no second complaint; its places are those of the
    gazetteer, too. missing: set of the tables that have no file. troubles: list of Trouble.
    """

    about: dict
    paragraphs: list
    notes: tuple
    tables: dict
    sound: dict
    missing: set
    troubles: list


def read_folder(folder, instead=None):
    """Parts of a folder. instead: {name of a table, or "text" or "about": path of the file to be
    read for it}.
    """
    instead = instead or {}
    about, troubles = read_about(instead.get("about", folder / FILE))
    text = text_of(folder, instead.get("text"))
    troubles += text.troubles
    paths = {name: instead.get(name, folder / f"{name}.csv") for name in TABLES}
    missing = {name for name, path in paths.items() if not path.exists()}
    tables = {}
    sound = {}
    for name, path in paths.items():
        tables[name], found = (empty(name), []) if name in missing else read_table(path, name)
        troubles += found
        if name not in missing and not (found and tables[name].empty):
            sound[name] = tables[name]
    _stand_in(folder, tables, sound)
    parts = Parts(about, text.paragraphs, text.notes, tables, sound, missing, troubles)
    parts.troubles += check(parts)
    return parts


def _stand_in(folder, tables, sound):
    """Puts in what stands for speakers and places where a folder does not list them."""
    if not (folder / "speakers.csv").exists() and "speakers" not in sound:
        tables["speakers"] = _speakers_of(tables["claims"])
    if "places" in sound or not (folder / "places.csv").exists():
        sound["places"] = pd.concat([tables["places"], gazetteer()])


def _speakers_of(claims):
    """DataFrame as speakers.csv, for a folder that has none: each speaker is an account."""
    names = list(dict.fromkeys(claims["speaker"]))
    columns = {
        "name": names,
        "account": names,
        "sourcing": ["none" if name == NO_SOURCE else "" for name in names],
        "_line": 0,
    }
    return pd.DataFrame(columns, index=pd.Index(names, name="id", dtype="str"))


def without_later(tables, day):
    """dict: the tables without what was not in print by a day, and all that rests on it. day:
    Timestamp.
    """
    tables = dict(tables)
    sources = tables["sources"]
    late = set(sources.index[sources["known_on"] > day])
    tables["sources"] = sources.drop(list(late))
    tables["events"] = tables["events"][tables["events"]["known_on"] <= day]
    for name, column in _RESTS_ON.items():
        cells = tables[name][column].map(lambda cell: late.isdisjoint(several(cell)))
        tables[name] = tables[name][cells.astype(bool)]
    evidence = tables["evidence"]
    tables["evidence"] = evidence[evidence["item"].isin(tables["items"].index)]
    if len(tables["places"]):
        known = [*tables["places"].index, *gazetteer().index]
        ends = tables["routes"][["from", "to"]].isin(known)
        tables["routes"] = tables["routes"][ends.all(axis=1)]
    return tables


# table -> the column that names the source cards a row rests on
_RESTS_ON = {
    "numbers": "from",
    "traces": "card",
    "quoted": "card",
    "in_print": "card",
    "events": "from",
    "items": "from",
    "outcomes": "source",
    "places": "named_in",
}
