"""Several files of a folder changed together, or none of them; rows taken out; a change undone."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ..reading.anchors import anchored
from ..reading.numerals import so_many
from ..reading.text import Problem
from .files import not_writable, refused, write_whole
from .folder import read_folder
from .resting import resting_on, without_lost
from .schema import schema
from .tables import as_csv, on_the_disk

ASIDE = "set-aside"  # a folder: rows whose words are not in the text any more


def write_together(folder, texts):
    """Writes files of a folder, all of them or none. texts: {name: str}. Raises Problem where the
    folder would not open afterwards, or the disk refuses.
    """
    with tempfile.TemporaryDirectory(prefix="close-reading-") as place:
        tried = Path(place) / folder.name
        shutil.copytree(folder, tried)
        for name, text in texts.items():
            write_whole(tried / name, text)
        if troubles := read_folder(tried).troubles:
            raise refused(troubles)
    before = snapshot(folder)
    try:
        for name, text in texts.items():
            write_whole(folder / name, text)
    except (Problem, OSError):
        _restore(folder, before)
        raise


def snapshot(folder):
    """dict {name: bytes} of the tables in a folder as they stand on the disk."""
    try:
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    except OSError as e:
        raise not_writable(folder.name, e) from None


def put_back(folder, before, after):
    """Takes a change back. before, after: snapshots round it. Raises Problem where the files were
    changed again since: nothing is done then.
    """
    if snapshot(folder) != after:
        raise Problem(
            "Nothing was undone: the files were changed since, here or in another program."
        )
    _restore(folder, before)


@contextmanager
def all_or_nothing(folder):
    """What is written into the tables of a folder in this block stays only if no Problem comes."""
    before = snapshot(folder)
    try:
        yield
    except Problem:
        _restore(folder, before)
        raise


def _restore(folder, before):
    """Puts the tables of a folder back as they were."""
    try:
        for path in folder.glob("*.csv"):
            if path.name not in before:
                path.unlink()
        for name, data in before.items():
            if not (folder / name).exists() or (folder / name).read_bytes() != data:
                new = folder / f"{name}.new"
                new.write_bytes(data)
                new.replace(folder / name)
    except OSError as e:
        raise not_writable(folder.name, e) from None


class Without(NamedTuple):
    """Tables without some rows. texts: {file name: its new text}. rows: {table: list of the rows
    that go, each a dict of cells}.
    """

    texts: dict
    rows: dict


def without(folder, table, keys):
    """Without: the tables of a folder without some rows of a table, and without what rests on them
    alone; other cells lose their ids.
    """
    tables = read_folder(folder).tables
    gone = resting_on(tables, table, keys)
    lost = {name: _ids(tables[name], places) for name, places in gone.items()}
    made = Without({}, {})
    for name in (name for name in tables if (folder / f"{name}.csv").exists()):
        disk = on_the_disk(folder / f"{name}.csv", name)
        places = gone.get(name, set())
        stay = [row for n, row in enumerate(disk.rows) if n not in places]
        new = _cleared(stay, name, lost)
        if new != disk.rows:
            made.texts[f"{name}.csv"] = as_csv(disk.header, new, disk.separator)
        made.rows[name] = [disk.rows[n] for n in sorted(places)]
    return made


def _ids(rows, places):
    """set of str: the ids of the rows at some places; empty where rows have none."""
    return {rows.index[place] for place in places} if rows.index.name else set()


def _cleared(rows, name, lost):
    """list of dict: rows whose cells do not name what is lost."""
    fields = [field for field in schema(name)["fields"] if field.get("refersTo")]
    made = [dict(row) for row in rows]
    for field in fields:
        ids = set().union(*(lost.get(target, ()) for target in field["refersTo"]))
        for row in made if ids else ():
            row[field["name"]] = without_lost(row.get(field["name"], ""), field, ids)
    return made


def take_out(folder, table, key):
    """dict {table: how many of its rows went}: a row is taken out, with what rests on it alone.
    Raises Problem where the folder would not open afterwards; then nothing is changed.
    """
    made = without(folder, table, [key])
    write_together(folder, made.texts)
    return {name: len(rows) for name, rows in made.rows.items() if rows}


def set_aside(folder, rows):
    """Keeps rows in the folder `set-aside`, below what is there already. rows: as Without has
    them.
    """
    for name, mine in ((name, mine) for name, mine in rows.items() if mine):
        path = folder / ASIDE / f"{name}.csv"
        disk = on_the_disk(path, name)
        header = list(dict.fromkeys([*disk.header, *mine[0]]))
        write_whole(path, as_csv(header, [*disk.rows, *mine], disk.separator))


def follow_text(folder, before):
    """list of sentences: the claims of a folder follow its text, which has changed; those that have
    no place in it are set aside with what rests on them. before: list of the old paragraphs. Raises
    Problem where none of several claims has a place: then this is another text.
    """
    parts = read_folder(folder)
    claims = parts.tables["claims"]
    disk = on_the_disk(folder / "claims.csv", "claims")
    if claims.empty or not parts.paragraphs or len(disk.rows) != len(claims):
        return []
    found = anchored(claims, before, parts.paragraphs)
    if len(found.lost) == len(claims):
        lost = "; ".join(_listed(claims, found.lost))
        raise Problem(
            f"Nothing was written. No claim of this report has its words in the new text: {lost}."
            " Give the new text a name of its own."
        )
    if found.moved:
        for key, row in zip(claims.index, disk.rows, strict=True):
            row["paragraph"] = str(found.moved.get(key, row["paragraph"]))
        write_whole(folder / "claims.csv", as_csv(disk.header, disk.rows, disk.separator))
    if found.lost:
        made = without(folder, "claims", list(found.lost))
        for name, text in made.texts.items():
            write_whole(folder / name, text)
        set_aside(folder, made.rows)
    return _told(claims, found)


def _listed(claims, lost):
    """Yields what has become of each lost claim."""
    for key, why in lost.items():
        yield f"{key} (“{claims.loc[key, 'quote']}”) {why}"


def _told(claims, found):
    """list of sentences on the claims that moved and those that are lost."""
    told = []
    if found.moved:
        these = so_many(len(found.moved), "claim has", "claims have")
        told.append(f"The text has changed; {these} moved with the words to another paragraph.")
    if found.lost:
        lost = "; ".join(_listed(claims, found.lost))
        told.append(
            f"Set aside, with numbers and all that rests on them, in the folder {ASIDE}: {lost}."
        )
    return told
