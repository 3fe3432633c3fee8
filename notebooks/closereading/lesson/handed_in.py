"""What a class handed in: any files, in folders and zips as a learning platform makes them. Each
file is read as far as it can be, and each that is not is listed with the reason. Nothing runs,
nothing is changed, no link is followed.
"""

import stat
import zipfile
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..data.folders import shared_folder
from ..reading.text import Problem
from . import lines
from .file_names import ENDINGS, as_one_writes, copied_from, owner_of, why_not
from .mistakes import named
from .standing import AFTER, predicted

LONGEST = 64_000  # signs in a line of a file that a learner may have handed in
LARGEST = 5_000_000  # bytes in such a file
NO_FILE = "a link, an empty folder or another thing that is no file"
MOST_IN_ZIP = 10_000  # entries of one zip that are looked at
COLUMNS = ["who", "kind", "key", "value", "verdict", "at", "times", "tries"]


class _File(NamedTuple):
    """name: path inside the folder, through zips. data: bytes, or b"" where it was not read. why:
    the reason for that. twin: name of a file with the same bytes, which was read.
    """

    name: str
    data: bytes
    why: str = ""
    twin: str = ""


def load_class(folder=None, progress=iter):
    """(DataFrame, DataFrame): what a class answered, and what of it could not be read.

    folder: holds each learner's answers, in files of any name that end in .jsonl, .json or .txt (of
    any case, also .jsonl.txt), in folders and zips (default: `class` in the work folder).
    progress: function from the list of files to what is looped over.
    First, one row for each question that a learner answered: who (the name of the file, or of its
    folder where the file is only called answers), kind, key, value, verdict, at, times (how often),
    tries (tuple of (verdict, value), oldest first). Of a prediction the one before the answer was
    shown counts, of everything else the last. Second: file, lines (how many could not be read; 0
    where the whole file was left), why.
    """
    folder = _folder_of_class(folder)
    read = [(file, *found) for found, file in handed_in(folder, progress)]
    read.sort(key=lambda one: _rank(one[0]))
    learners = _Learners()
    left = []
    for file, found, unreadable in read:
        learners.note(file)
        why = file.why or learners.take(file.name, found) or _why_left(found, unreadable)
        if why:
            left.append((file.name, unreadable, why))
    given = [row for who, found in learners.answers.items() for row in _standing(who, found)]
    return (
        pd.DataFrame(given, columns=COLUMNS),
        pd.DataFrame(sorted(left), columns=["file", "lines", "why"]),
    )


def _folder_of_class(folder):
    """Path of the folder that holds what a class handed in. Raises Problem for one that is named
    and is not there.
    """
    if folder and not Path(folder).is_dir():
        raise Problem(f"There is no folder {folder}. Write where the files of the class are.")
    return Path(folder or shared_folder() / "class")


def _rank(file):
    """int: originals before their twins, and these before copies."""
    if file.twin:
        return 1
    return 0 if file.name == copied_from(file.name)[0] else 2


def handed_in(folder, progress=iter):
    """Generator of ((answers, unreadable), _File without its bytes), one for each file of a folder
    and of the zips in it, in the order of their names; a file that was not read has a reason.
    """
    seen = {}  # bytes of a file -> the name of the first that had them
    for path in progress(sorted(p for p in folder.rglob("*") if not _is_folder(p))):
        name = as_one_writes(path.relative_to(folder).as_posix())
        for file in _files_of(path, name):
            twin = seen.setdefault(file.data, file.name) if file.data else file.name
            why = file.why or ("" if twin == file.name else f"the same file as {twin}")
            found = ([], 0) if why else lines.parsed(file.data, LONGEST)
            yield found, _File(file.name, b"", why, "" if twin == file.name else twin)


def _is_folder(path):
    """Whether a path is a folder, and no link to one; an empty one whose name is that of a file is
    not meant as one.
    """
    if not path.is_dir() or path.is_symlink():
        return False
    ends_like_one = path.suffix.lower() in (*ENDINGS, ".zip")
    return not ends_like_one or any(path.iterdir())


def _files_of(path, name):
    """Generator of _File: the file itself, or what is in a zip."""
    if why := NO_FILE if path.is_symlink() else why_not(name):
        yield _File(name, b"", why)
        return
    data, why = _bytes_of(path)
    if why or not name.lower().endswith(".zip"):
        yield _File(name, data, why)
        return
    yield from _in_zip(path, name)


def _bytes_of(path):
    """(bytes, why they were not read) of a file from outside."""
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            return b"", NO_FILE
        if about.st_size > LARGEST and path.suffix.lower() != ".zip":
            return b"", f"larger than {LARGEST // 1_000_000} MB"
        return (b"" if path.suffix.lower() == ".zip" else path.read_bytes()), ""
    except OSError as e:
        return b"", f"cannot be read ({e.strerror})"


def _in_zip(path, name):
    """Generator of _File: what is in a zip; a zip inside it is not opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            for entry in entries[:MOST_IN_ZIP]:
                yield _entry(archive, entry, f"{name}/{as_one_writes(entry.filename)}")
            if len(entries) > MOST_IN_ZIP:
                yield _File(name, b"", f"only its first {MOST_IN_ZIP:,} files were looked at")
    except (OSError, zipfile.BadZipFile, ValueError) as e:
        yield _File(name, b"", f"a zip that cannot be opened ({e})")


def _entry(archive, entry, name):
    """_File of one file in a zip."""
    if why := why_not(name):
        return _File(name, b"", why)
    if name.lower().endswith(".zip"):
        return _File(name, b"", "a zip inside a zip; unpack it first")
    if entry.flag_bits & 1:
        return _File(name, b"", "locked with a password")
    try:
        with archive.open(entry) as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as e:
        return _File(name, b"", f"cannot be read ({e})")
    if len(data) > LARGEST:
        return _File(name, b"", f"larger than {LARGEST // 1_000_000} MB")
    return _File(name, data)


class _Learners:
    """Whose answers have been read so far. answers: dict {who: list of dict}. who: dict {file: its
    learner}. places: dict {place of an Owner: its learner}.
    """

    def __init__(self):
        self.answers = {}
        self.who = {}
        self.places = {}

    def note(self, file):
        """Takes note that a file is the twin of one that was read, so that its copies are known."""
        if file.twin in self.who:
            self.who[file.name] = self.who[file.twin]

    def take(self, name, found):
        """str: why a file was not taken as a learner's own; "" where it was, or holds nothing."""
        if not found:
            return ""
        original, by_sync = copied_from(name)
        first = self.who.get(original) if original != name else None
        if first and (by_sync or _begins_alike(self.answers[first], found)):
            new = self._added(first, found)
            more = f"{new} answers that only it has were added" if new else "nothing in it is new"
            return f"a copy of {original}, as programs for syncing make them; {more}"
        self._take_as_own(name, found)
        return ""

    def _take_as_own(self, name, found):
        """Takes answers as those of the learner whom the path names, beside what is there."""
        owner = owner_of(name, {str(answer["key"])[:2] for answer in found})
        who = self.places.get(owner.place)
        if who:
            self._added(who, found)
        else:
            who = owner.who if owner.who not in self.answers else name
            self.answers[who] = found
        self.who[name] = who
        if owner.place:
            self.places[owner.place] = who

    def _added(self, owner, found):
        """int: how many answers a learner had not. They are added, in the order of their time."""
        known = {str(answer) for answer in self.answers[owner]}
        new = [answer for answer in found if str(answer) not in known]
        together = [*self.answers[owner], *new]
        self.answers[owner] = sorted(together, key=lambda answer: str(answer.get("at") or ""))
        return len(new)


def _begins_alike(one, other):
    """Whether one list of answers is the beginning of the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _why_left(found, unreadable):
    """str: why something of a file was not read; blank where all of it was."""
    if not found:
        return "no answer in it"
    return "the other lines were read" if unreadable else ""


def _standing(who, found):
    """list of tuples with COLUMNS: of each question the answer that counts, and how often it was
    answered. found: list of dict, oldest first.
    """
    asked = {}
    for answer in found:
        kind = "predict" if answer["kind"] == "shown" else answer["kind"]
        asked.setdefault((kind, answer["key"]), []).append(answer)
    rows = (_row(who, kind, key, given) for (kind, key), given in asked.items())
    return [row for row in rows if row]


def _row(who, kind, key, given):
    """tuple with COLUMNS, or None where the answer was only shown."""
    if kind == "predict":
        stands = predicted(given)
        made = (who, kind, key, stands.value, stands.verdict, stands.at, stands.made, ())
        return made if stands.made else None
    tries = tuple((named(key, str(a.get("verdict") or "")), a["value"]) for a in given)
    verdict, value = tries[-1]
    return who, kind, key, value, verdict, str(given[-1].get("at") or ""), len(given), tries


def said(given, kind, key, *parts):
    """Series, who -> what they answered to a key, where that is a number or a text; without what
    was predicted after the answer. given: as `load_class` gives it. parts: names on the way into a
    value that has parts, such as "least", or "ratings", "E4", "open". Signs that cannot be printed
    become blanks; a text ends after 300 signs.
    """
    mine = given[(given["kind"] == kind) & (given["key"] == key) & (given["verdict"] != AFTER)]
    found = {who: printable(_part(value, parts)) for who, value in zip(mine["who"], mine["value"])}
    return pd.Series({who: v for who, v in found.items() if v is not None}, dtype=object)


def _part(value, parts):
    """What stands in a value under some names, one inside the other; None where nothing does."""
    for part in parts:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def printable(value):
    """A number, or a text without signs that cannot be printed; None for anything else."""
    if isinstance(value, str):
        return " ".join("".join(c if c.isprintable() else " " for c in value[:300]).split())
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if number and abs(value) < 1e12 else None
