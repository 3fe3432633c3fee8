"""What the name of a file that was handed in tells: whose it is, of what it is a copy, and whether
it is worth opening.
"""

import re
from pathlib import PurePosixPath

ENDINGS = (".jsonl", ".json", ".txt")
_LEFT_BY_TOOLS = re.compile(r"(^|/)(\.ipynb_checkpoints|__macosx|\.git|\.~[^/]*)(/|$)", re.I)
_CHECKPOINT = re.compile(r"-checkpoint(?=\.[^/]*$)", re.I)
_SYNC_COPY = re.compile(
    r"[ _-]*(?:\(\d+\)|- ?copy(?: \(\d+\))?|- ?kopie"
    r"|\([^()/]*(?:conflicted copy|in konflikt stehende kopie)[^()/]*\)"
    r"|\.sync-conflict-[\w-]+)(?=\.|$)",
    re.I,
)
_MOODLE = re.compile(r"^(.+?)_\d+_assignsubmission_(?:file|onlinetext)_?", re.I)
_GENERAL = re.compile(
    r"^(answers|my[ _-]answers|answers[ _-]my|close[ _-]reading([ _-]answers)?)$", re.I
)
_CONFLICT = re.compile(r"conflict|konflikt", re.I)


def why_not(name):
    """str: why a file of this name is not opened; "" where it is."""
    if _LEFT_BY_TOOLS.search(name) or _CHECKPOINT.search(name):
        return "a copy that a program keeps for itself (checkpoint), no answers handed in"
    if name.rsplit("/", 1)[-1].startswith("."):
        return "a hidden file"
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".ipynb":
        return "a notebook; wanted is what “Download my answers” gives, at the end of the lesson"
    if ending not in (*ENDINGS, ".zip"):
        return f"no file of answers: it ends in {ending or 'nothing'}, not in .jsonl, .json or .txt"
    return ""


def copied_from(name):
    """(name of the file that this one is a copy of, whether a program for syncing says so); the
    name itself where it is no copy by its name.
    """
    original = _SYNC_COPY.sub("", name)
    return original, bool(original != name and _CONFLICT.search(name))


def learner_of(name):
    """str: what a learner is called, by the path of the file: its name without ending; where that
    says only what it is, the folder around it; as Moodle, Classroom and Teams name them.
    """
    path = PurePosixPath(name)
    parts = [*path.parent.parts, _without_endings(path.name)]
    moodle = [found[1] for part in parts if (found := _MOODLE.match(part))]
    if moodle:
        return moodle[-1]
    if len(parts) > 1 and _GENERAL.match(_SYNC_COPY.sub("", parts[-1])):
        parts = _above(parts)
    return "/".join(parts) if len(parts) < 3 else "/".join(parts[-2:])


def _above(parts):
    """list of str: the folder that names a learner; folders of versions and zips do not."""
    folders = [part for part in parts[:-1] if not re.fullmatch(r"Version \d+", part)]
    named = [part for part in folders if not part.lower().endswith(".zip")]
    return named[-1:] or [_without_endings(folders[-1])]


def _without_endings(name):
    """str: a file's name without .jsonl, .json, .txt, .zip, also where there are two of them."""
    return re.sub(r"(\.(jsonl|json|txt|zip))+$", "", name, flags=re.I)
