"""What learners save: one line of JSON an answer, in answers.jsonl of their work folder. Nothing is ever rewritten or removed."""
import json
import os
from datetime import datetime, timezone

from .report import work_folder

FILE = "answers.jsonl"


def save(kind, key, value, verdict=""):
    """"" when the answer is on the disk, else one sentence that says why it is not.
    kind: "predict", "check", "quiz", "repair" or "keep". key: the exercise, "01.2". value: anything JSON can hold. One write on an append-only descriptor, then fsync: two
    notebooks may save at once, and a cut-off line harms no other."""
    answer = {"v": 1, "at": datetime.now(timezone.utc).isoformat(timespec="seconds"), "kind": kind, "key": key, "value": value, "verdict": verdict}
    line = json.dumps(answer, ensure_ascii=False, default=str)
    try:
        folder = work_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE).open("ab+", buffering=0) as f:
            torn = f.seek(0, os.SEEK_END) and f.seek(-1, os.SEEK_END) >= 0 and f.read(1) != b"\n"          # a line that was cut off gets its end, so that it spoils no other
            data = ("\n" * bool(torn) + line + "\n").encode("utf-8")
            if f.write(data) != len(data):
                raise OSError("the disk is full")
            os.fsync(f)
    except OSError as e:
        return f"This answer could not be saved ({e.strerror or e}); the lesson goes on without it."
    return ""


def load(path=None):
    """(list of dict, int): every answer that can be read, oldest first, and how many lines could not.
    path: an answers.jsonl; default: the one in the work folder. A file that is not there, or that cannot be read, holds no answers."""
    path = path or work_folder() / FILE
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return [], 0
    answers, unreadable = [], 0
    for line in filter(bytes.strip, lines):
        try:
            answer = json.loads(line)
            answer["key"], answer["kind"], answer["value"]
            answers.append(answer)
        except (ValueError, KeyError, TypeError):
            unreadable += 1
    return answers, unreadable


def latest(key, kind=None, path=None):
    """The value saved for a key: of a prediction the first (it is sealed), of everything else the last; None where there is none."""
    mine = [a for a in load(path)[0] if a["key"] == key and kind in (None, a["kind"])]
    return mine[0 if mine[0]["kind"] == "predict" else -1]["value"] if mine else None


def everyone(key, kind="predict"):
    """dict {who: value}: what was saved under a key by this learner ("you") and in every file of the folder `class` in the work folder,
    where each file is called by its name without ending."""
    files = {"you": None} | {path.stem: path for path in sorted((work_folder() / "class").glob("*.jsonl"))}
    found = {who: latest(key, kind, path) for who, path in files.items()}
    return {who: value for who, value in found.items() if value is not None}
