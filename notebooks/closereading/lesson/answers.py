"""What learners save: one line of JSON an answer, in answers.jsonl of their work folder; and what
a class handed in. Nothing is ever rewritten or removed.
"""

import json
import math
import os
import stat
import sys
from datetime import datetime, timezone

import pandas as pd

from ..data.folders import work_folder

# JupyterLite takes a file that ends in .jsonl for JSON, and its kernel hangs for ever
FILE = "answers.txt" if sys.platform == "emscripten" else "answers.jsonl"
LONGEST = 64_000  # signs in a line of a file that a learner may have handed in
LARGEST = 5_000_000  # bytes in such a file
DEEPEST = 50  # lists and objects inside each other; how many Python reads depends on its version
COLUMNS = ["who", "kind", "key", "value", "verdict", "at", "times"]


def save(kind, key, value, verdict=""):
    """ "" when the answer is on the disk, else one sentence that says why it is not.
    kind: "predict", "check", "quiz", "repair" or "keep". key: the exercise, "01.2". value:
    anything JSON can hold. One write on an append-only descriptor, then fsync: two notebooks may
    save at once, and a cut-off line harms no other.
    """
    answer = {
        "v": 1,
        "at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "kind": kind,
        "key": key,
        "value": value,
        "verdict": verdict,
    }
    line = json.dumps(answer, ensure_ascii=False, default=str)
    try:
        folder = work_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE).open("ab+", buffering=0) as f:
            _append(f, line)
    except OSError as e:
        return f"This answer could not be saved ({e.strerror or e}); the lesson goes on without it."
    return ""


def _append(f, line):
    """Writes a line to the end of an open file, and to the disk. Raises OSError."""
    data = (line + "\n").encode("utf-8")
    if _is_torn(f):
        data = b"\n" + data  # a line that was cut off gets its end, so that it spoils no other
    if f.write(data) != len(data):
        raise OSError("the disk is full")
    os.fsync(f)


def _is_torn(f):
    """Whether the last line of an open file has no end."""
    if f.seek(0, os.SEEK_END) == 0:
        return False
    f.seek(-1, os.SEEK_END)
    return f.read(1) != b"\n"


def load(path=None):
    """(list of dict, int): every answer that can be read, oldest first, and how many lines could
    not.
    path: an answers.jsonl; default: the one in the work folder. A file that is not there, or that
    cannot be read, holds no answers.
    """
    try:
        return _parsed((path or work_folder() / FILE).read_bytes())
    except OSError:
        return [], 0


def _parsed(data, longest=math.inf):
    """(list of dict, int): the answers in the bytes of a file, and how many lines hold none."""
    answers, unreadable = [], 0
    for line in filter(str.strip, data.decode("utf-8-sig", "surrogateescape").split("\n")):
        try:
            answers.append(_answer(line, longest))
        except (ValueError, KeyError, TypeError, RecursionError):
            unreadable += 1
    return answers, unreadable


def _answer(line, longest):
    """dict: the answer on a line. Raises ValueError, KeyError, TypeError or RecursionError where
    there is none that a page can show.
    """
    line.encode()
    answer = json.loads(line)
    named = isinstance(answer["key"], str) and isinstance(answer["kind"], str)
    if not named or "value" not in answer or len(line) > longest:
        raise ValueError
    if _is_too_deep(answer):
        raise ValueError
    if "\\u" in line:
        json.dumps(answer, ensure_ascii=False).encode()  # half a character has no bytes
    return answer


def _is_too_deep(answer):
    """Whether lists and objects are inside each other more than DEEPEST times."""
    inside = [answer]
    for _ in range(DEEPEST):
        inside = [part for whole in inside for part in _parts(whole)]
        if not inside:
            return False
    return True


def _parts(value):
    """The values in an object or a list; nothing else has any."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def latest(key, kind=None, path=None):
    """The value saved for a key: of a prediction the first (it is sealed), of everything else the
    last; None where there is none.
    """
    mine = [a for a in load(path)[0] if a["key"] == key and kind in (None, a["kind"])]
    if not mine:
        return None
    sealed = mine[0]["kind"] == "predict"
    return mine[0 if sealed else -1]["value"]


def everyone(key, kind="predict"):
    """dict {who: value}: what was saved under a key by this learner ("you") and by everyone in the
    folder `class` of the work folder, as `load_class` reads it.
    """
    given = load_class()[0]
    given = given[(given["key"] == key) & (given["kind"] == kind)]
    found = {"you": latest(key, kind)} | dict(zip(given["who"], given["value"]))
    return {who: value for who, value in found.items() if value is not None}


def load_class(folder=None, progress=iter):
    """(DataFrame, DataFrame): what a class answered, and what of it could not be read.
    folder: holds each learner's answers.jsonl under any name that ends so, or in folders of any
    name (default: `class` in the work folder). progress: function from the list of files to what
    is looped over.
    First, one row for each question that a learner answered: who (the file's name without ending),
    kind, key, value, verdict, at, times (how often). Of a prediction the first answer counts, of
    everything else the last. Second: file, lines (how many could not be read; 0 where the whole
    file was left), why.
    """
    folder = folder or work_folder() / "class"
    given, left = [], []
    seen = {}
    for path in progress(sorted(folder.rglob("*.jsonl"))):
        name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()
        data, why = _handed_in(path)
        found, unreadable = _parsed(data, LONGEST)
        twin = seen.setdefault(hash(data), name) if data else name
        if twin != name:
            found, why = [], f"the same file as {twin}"
        why = why or _why_left(found, unreadable)
        if why:
            left.append((name, unreadable, why))
        given += _standing(name.removesuffix(".jsonl"), found)
    return (
        pd.DataFrame(given, columns=COLUMNS),
        pd.DataFrame(left, columns=["file", "lines", "why"]),
    )


def _why_left(found, unreadable):
    """str: why something of a file was not read; blank where all of it was."""
    if not found:
        return "no answer in it"
    return "the other lines were read" if unreadable else ""


def _standing(who, found):
    """list of tuples with COLUMNS: of each question the answer that counts, and how often it was
    answered. found: list of dict, oldest first.
    """
    standing = {}
    for answer in found:
        first, times = standing.get((answer["kind"], answer["key"]), (answer, 0))
        counts = first if answer["kind"] == "predict" else answer
        standing[answer["kind"], answer["key"]] = counts, times + 1
    return [
        (who, kind, key, a["value"], str(a.get("verdict") or ""), str(a.get("at") or ""), times)
        for (kind, key), (a, times) in standing.items()
    ]


def _handed_in(path):
    """(bytes, why they were not read) of a file from outside: no link is followed, and nothing is
    read that is too large for what it should be.
    """
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            return b"", "a link or a folder, not a file"
        if about.st_size > LARGEST:
            return b"", f"larger than {LARGEST // 1_000_000} MB"
        return path.read_bytes(), ""
    except OSError as e:
        return b"", f"cannot be read ({e.strerror})"


def said(given, kind, key, *parts):
    """Series, who -> what they answered to a key, where that is a number or a text. given: as
    `load_class` gives it. parts: names on the way into a value that has parts, such as "least", or
    "ratings", "E4", "open". Signs that cannot be printed become blanks; a text ends after 300
    signs.
    """
    mine = given[(given["kind"] == kind) & (given["key"] == key)]
    found = {who: _printable(_part(value, parts)) for who, value in zip(mine["who"], mine["value"])}
    return pd.Series({who: v for who, v in found.items() if v is not None}, dtype=object)


def _part(value, parts):
    """What stands in a value under some names, one inside the other; None where nothing does."""
    for part in parts:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _printable(value):
    """A number, or a text without signs that cannot be printed; None for anything else."""
    if isinstance(value, str):
        return " ".join("".join(c if c.isprintable() else " " for c in value[:300]).split())
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if number and abs(value) < 1e12 else None
