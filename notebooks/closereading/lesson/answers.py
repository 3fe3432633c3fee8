"""What learners save: one line of JSON an answer, in answers.jsonl of their work folder; and what
a class handed in. Nothing is ever rewritten or removed.
"""

import json
import math
import os
import stat
from datetime import datetime, timezone

import pandas as pd

from ..data.folders import work_folder

FILE = "answers.jsonl"
LONGEST, LARGEST = (
    64_000,
    5_000_000,
)  # signs in a line, bytes in a file that a learner may have handed in


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
            torn = (
                f.seek(0, os.SEEK_END) and f.seek(-1, os.SEEK_END) >= 0 and f.read(1) != b"\n"
            )  # a line that was cut off gets its end, so that it spoils no other
            data = ("\n" * bool(torn) + line + "\n").encode("utf-8")
            if f.write(data) != len(data):
                raise OSError("the disk is full")
            os.fsync(f)
    except OSError as e:
        return f"This answer could not be saved ({e.strerror or e}); the lesson goes on without it."
    return ""


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
    answers, unreadable = [], 0
    for line in filter(str.strip, data.decode("utf-8-sig", "surrogateescape").split("\n")):
        try:
            line.encode()
            answer = json.loads(line)
            if not (
                isinstance(answer["key"], str)
                and isinstance(answer["kind"], str)
                and "value" in answer
                and len(line) <= longest
            ):
                raise ValueError
            if "\\u" in line:
                json.dumps(
                    answer, ensure_ascii=False
                ).encode()  # half a character, which no page can show
            answers.append(answer)
        except (ValueError, KeyError, TypeError, RecursionError):
            unreadable += 1
    return answers, unreadable


def latest(key, kind=None, path=None):
    """The value saved for a key: of a prediction the first (it is sealed), of everything else the
    last; None where there is none.
    """
    mine = [a for a in load(path)[0] if a["key"] == key and kind in (None, a["kind"])]
    return mine[0 if mine[0]["kind"] == "predict" else -1]["value"] if mine else None


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
    given, left, seen = [], [], {}
    for path in progress(sorted(folder.rglob("*.jsonl"))):
        name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()
        data, why = _handed_in(path)
        found, unreadable = _parsed(data, LONGEST)
        twin = seen.setdefault(hash(data), name) if data else name
        why = (
            why
            or twin != name
            and f"the same file as {twin}"
            or not found
            and "no answer in it"
            or unreadable
            and "the other lines were read"
        )
        if why:
            left.append((name, unreadable, why))
        standing = {}
        for a in found if twin == name else ():
            of = a["kind"], a["key"]
            first, times = standing.get(of, (a, 0))
            standing[of] = first if a["kind"] == "predict" else a, times + 1
        given += [
            (
                name.removesuffix(".jsonl"),
                *of,
                a["value"],
                str(a.get("verdict") or ""),
                str(a.get("at") or ""),
                times,
            )
            for of, (a, times) in standing.items()
        ]
    return (
        pd.DataFrame(given, columns=["who", "kind", "key", "value", "verdict", "at", "times"]),
        pd.DataFrame(left, columns=["file", "lines", "why"]),
    )


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
    found = {}
    for who, value in given.loc[
        (given["kind"] == kind) & (given["key"] == key), ["who", "value"]
    ].itertuples(index=False):
        for part in parts:
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, str):
            found[who] = " ".join(
                "".join(c if c.isprintable() else " " for c in value[:300]).split()
            )
        elif isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e12:
            found[who] = value
    return pd.Series(found, dtype=object)
