"""A report of the learner's own: begun, and written row by row; nothing before it is checked."""

import re
import shutil
import tempfile
from itertools import count
from pathlib import Path

from ..reading.anchors import anchored
from ..reading.given import kind, looked_at
from ..reading.paragraphs import paragraphs
from ..reading.text import Problem
from . import about as abouts
from .edits import ASIDE, follow_text
from .files import not_writable, read_text, refused, write_whole
from .folder import read_folder
from .folders import OF_WINDOWS, data_folder, nobody_chosen, work_folder
from .imports import ENDINGS, taken
from .report import open_report
from .tables import put_row
from .texts import TEXTS, text_of

NOBODY = (
    "Nothing was written, because several learners use this folder and nobody is chosen. Run the"
    " first cell, begin(…), and choose who you are."
)
LONGEST_NAME = 60
_NAME = re.compile(rf"\w(?:[\w -]{{0,{LONGEST_NAME - 2}}}[\w-])?")
_KEPT = ("class", "learners")  # folders in the work folder that are no reports
_OF_A_FILE = re.compile(
    rf"\S[^\n]{{0,250}}(?:{'|'.join(map(re.escape, ENDINGS))})\s*", re.IGNORECASE
)


def own_folder(name):
    """Path of a report of the learner's own, in the work folder. Raises Problem for a name that no
    folder can have, or that a report of the lessons has.
    """
    fits = isinstance(name, str) and _NAME.fullmatch(name) and not OF_WINDOWS.fullmatch(name)
    if fits and name.casefold() in _KEPT:
        raise Problem(
            f"“{name}” is the name of a folder that the lessons keep for themselves in your work"
            " folder. Choose another name for your report."
        )
    if not fits or name.casefold() in _of_lessons():
        shown = str(name)
        shown = shown if len(shown) <= LONGEST_NAME else f"{shown[:20]}… ({len(shown)} letters)"
        raise Problem(
            f"“{shown}” cannot be the name of a report of yours: letters, digits and hyphens are"
            f' wanted, such as "my-report", at most {LONGEST_NAME} of them, and no name that comes'
            " with the lessons."
        )
    return work_folder() / name


def _of_lessons():
    """set of str: names, in small letters, of what comes with the lessons; of two names that differ
    in capitals only some machines make one folder.
    """
    return {path.name.casefold() for path in data_folder().iterdir()}


@looked_at
def start_report(name, text="", like="", **about):
    """Report of that name in the work folder, begun where there is none yet.

    text: its paragraphs; blank: the folder has a text already, or begins as a copy of the bundled
    report `like`. about: title, published (a day) … for report.toml; entries that are not given
    stay. Where the text has changed, claims move with their words; those whose words are gone are
    set aside, and named. Raises Problem where none is left, or anything else is wrong; then nothing
    is written.
    """
    report, told = begun(name, text, like, **about)
    for sentence in told:
        print(sentence)
    return report


def begun(name, text="", like="", **about):
    """(Report, list of sentences on the claims that moved or were set aside); as start_report."""
    folder = own_folder(name)
    _accept(text, like)
    abouts.only_known(about)
    given = {key: value for key, value in about.items() if value not in ("", None)}
    if not (text.strip() or like or given) and not (folder.exists() and _has_moved(folder)):
        return open_report(name), []
    try:
        work_folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=work_folder(), prefix=".begun-") as place:
            tried = Path(place) / name
            there = folder.exists()
            told = _try_out(tried, folder, text, like, given)
            _take_over(tried, folder)
    except OSError as e:
        raise not_writable(name, e) from None
    return open_report(name), [*_not_copied(name, like, there), *told]


def _not_copied(name, like, there):
    """list of str: that nothing was copied into a report that was there already."""
    told = f"“{name}” was there already, so nothing was copied from “{like}”."
    return [told] if like and there else []


def take_text(name, file, data, **about):
    """(Report, list of sentences): as `begun`, with a text from a file: Word, HTML, PDF, or plain
    text in any common encoding. file: its name. data: bytes. Raises Problem as start_report does,
    and where no text can be read from it.
    """
    read = taken(file, data)
    report, told = begun(name, read.text, **about)
    return report, [*read.notes, *told]


def _has_moved(folder):
    """bool: a claim of a folder does not stand where its row says: the text was changed."""
    parts = read_folder(folder)
    here = anchored(parts.tables["claims"], parts.paragraphs, parts.paragraphs)
    return bool(parts.paragraphs) and bool(here.moved or here.lost)


def _accept(text, like):
    """Raises Problem for a text that is none, and for a report to copy that there is not; and where
    nobody has said whose it is.
    """
    if nobody_chosen():
        raise Problem(NOBODY)
    if not isinstance(text, str):
        raise Problem(f"Nothing was written. This is {kind(text)}; a text is wanted.")
    known = sorted(path.parent.name for path in data_folder().glob("*/claims.csv"))
    if like and like not in known:
        raise Problem(
            f"Nothing was written. There is no report “{like}” to begin like; there are"
            f" {', '.join(known)}."
        )
    if text and not text.strip():
        raise Problem("Nothing was written. Found a text of blanks only; expected its words.")
    if _OF_A_FILE.fullmatch(text):
        raise Problem(
            f"Nothing was written. “{text.strip()}” is the name of a file, and no text. Choose the"
            " file in the form of lesson 09, or put it into the folder of your report."
        )


def _try_out(tried, folder, text, like, given):
    """list of sentences on the claims that moved: makes the folder as it would be, in another
    place. Raises Problem where it would not open.
    """
    if folder.exists():
        shutil.copytree(folder, tried)
    elif like:
        shutil.copytree(data_folder() / like, tried)
    else:
        tried.mkdir()
    if given:
        path = tried / abouts.FILE
        before, trouble = read_text(path) if path.exists() else ("", None)
        if trouble:
            raise refused([trouble])
        write_whole(path, abouts.changed(before, given))
    old = text_of(tried).paragraphs
    told = []
    if text.strip():
        told = _old_text_kept(tried, text)
        write_whole(tried / TEXTS[0], text)
    told += follow_text(tried, old)
    if troubles := read_folder(tried).troubles:
        raise refused(troubles)
    return told


def _old_text_kept(tried, text):
    """list of sentences: a text that is put out by another one is kept beside it. tried: the folder
    as it would be.
    """
    before = text_of(tried).paragraphs
    if not before or paragraphs(text) == before:
        return []
    names = (f"{ASIDE}/text{n or ''}.txt" for n in count())
    kept = next(name for name in names if not (tried / name).exists())
    (tried / ASIDE).mkdir(exist_ok=True)
    path = tried / TEXTS[0]
    if path.exists():
        shutil.copyfile(path, tried / kept)
    else:
        write_whole(tried / kept, "\n\n".join(before))
    return [f"Another text is in its place now; the one before is kept as {kept}."]


def _take_over(tried, folder):
    """Puts what was tried out in its place: the whole folder, or the files that changed."""
    if not folder.exists():
        tried.rename(folder)
        return
    for new in (path for path in tried.rglob("*") if path.is_file()):
        path = folder / new.relative_to(tried)
        if not path.exists() or path.read_bytes() != new.read_bytes():
            path.parent.mkdir(exist_ok=True)
            beside = path.with_name(f"{path.name}.new")
            shutil.copyfile(new, beside)
            beside.replace(path)


@looked_at
def add_row(name, table, /, **fields):
    """str: the id of a row that was written into a table of a report in the work folder: a new
    one, or the one with this id, changed. Where a field is still `...`: `...`. fields: column =
    value, as data/schemas/ has them. Raises Problem where the folder is damaged, or would be by
    this row; then nothing is written.
    """
    folder = own_folder(name)
    dots = [field for field, value in fields.items() if value is ...]
    if dots:
        print(f"{table}.csv: nothing was written; still three dots for {', '.join(dots)}.")
        return ...
    tables = read_folder(open_report(name).folder).tables
    if table not in tables:
        raise Problem(f"There is no table “{table}”; there are {', '.join(tables)}.")
    if tables[table].index.name:
        fields = {"id": _new_id(table, tables)} | fields
    path = folder / f"{table}.csv"
    put_row(path, table, fields, lambda new: read_folder(folder, {table: new}).troubles)
    return fields.get("id", "")


def _new_id(table, tables):
    """str: the first id of a table's kind that no row of any table has: C01, C02 …"""
    known = {str(key) for frame in tables.values() for key in frame.index}
    ids = (f"{table[0].upper()}{n:02}" for n in count(1))
    return next(key for key in ids if key not in known)
