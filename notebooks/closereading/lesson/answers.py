"""What a learner saves: one line an answer, in a file of their work folder. Nothing is ever
rewritten or removed. What a class handed in is read by handed_in.
"""

import os
import sys
from datetime import datetime, timezone

from ..data.folders import nobody_chosen, work_folder
from . import lines
from .handed_in import load_class, said  # noqa: F401  (lessons find them here)
from .standing import AFTER, FIRST, SHOWN, predicted

# JupyterLite takes a file that ends in .jsonl for JSON, and its kernel hangs for ever
FILE = "answers.txt" if sys.platform == "emscripten" else "answers.jsonl"
FILES = ("answers.jsonl", "answers.txt")
NOBODY = (
    "This was not saved, because several learners use this folder and nobody is chosen. Choose who"
    " you are in the first cell, begin(…)."
)


def save(kind, key, value, verdict=""):
    """ "" when the answer is on the disk, else one sentence that says why it is not.
    kind: one of those of lines.py. key: the exercise, "01.2". value: anything JSON can hold. One
    write on an append-only descriptor, then fsync: two notebooks may save at once, and a cut-off
    line harms no other.
    """
    if nobody_chosen():
        return NOBODY
    at = datetime.now(timezone.utc).isoformat(timespec="seconds")
    line = lines.written(kind, key, value, verdict, at)
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
    data = (line + "\n").encode("utf-8", "replace")  # half a sign has no bytes
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
    not. path: a file of answers; default: those in the work folder. A file that is not there, or
    that cannot be read, holds no answers.
    """
    answers = []
    unreadable = 0
    for one in [path] if path else _own():
        try:
            found, lost = lines.parsed(one.read_bytes())
        except OSError:
            continue
        answers += found
        unreadable += lost
    return answers, unreadable


def _own():
    """list of Path: where this learner's answers are; none while nobody is chosen."""
    return [] if nobody_chosen() else [work_folder() / name for name in FILES]


def latest(key, kind=None, path=None):
    """The value saved for a key: of a prediction the one that counts, of everything else the last;
    None where there is none.
    """
    mine = [a for a in load(path)[0] if a["key"] == key and a["kind"] in (kind or a["kind"], SHOWN)]
    given = [a for a in mine if a["kind"] != SHOWN]
    if not given:
        return None
    is_prediction = any(a["kind"] == "predict" for a in given)
    return predicted(mine).value if is_prediction else given[-1]["value"]


def best_sentence(key):
    """(str, bool): the last rewritten sentence that was kept under a key, and True; where none was,
    the last one, and False; ("", False) where there is none at all. A line of an earlier version
    that has no verdict counts as kept.
    """
    mine = [a for a in load()[0] if a["key"] == key and a["kind"] == "repair"]
    kept = [a for a in mine if a["verdict"] in ("", "kept")]
    found = (kept or mine)[-1:]
    return (found[0]["value"], bool(kept)) if found else ("", False)


def prediction(key):
    """standing.Predicted of a key: what this learner predicted, and whether it may be changed."""
    return predicted([a for a in load()[0] if a["key"] == key])


def close(key):
    """Closes a prediction, and gives the one that counts, or None. Writes a line where one stands:
    from now on it cannot be changed, because the learner is about to see the answer.
    """
    stands = prediction(key)
    if stands.made and not stands.shown:
        save(SHOWN, key, FIRST if stands.sealed else None)
        stands = prediction(key)
    return stands.value


def everyone(key, kind="predict"):
    """dict {who: value}: what was saved under a key by this learner ("you") and by everyone in the
    folder `class` of the work folder, as `load_class` reads it.
    """
    given = load_class()[0]
    rows = (given["key"] == key) & (given["kind"] == kind) & (given["verdict"] != AFTER)
    given = given[rows]
    found = {"you": latest(key, kind)} | dict(zip(given["who"], given["value"]))
    return {who: value for who, value in found.items() if value is not None}
