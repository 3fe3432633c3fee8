"""What the name of a file that was handed in tells: whose it is, of what it is a copy, and whether
it is worth opening.
"""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import NamedTuple

ENDINGS = (".jsonl", ".json", ".txt")
_LEFT_BY_TOOLS = re.compile(r"(^|/)(\.ipynb_checkpoints|__macosx|\.git|\.~[^/]*)(/|$)", re.I)
_CHECKPOINT = re.compile(r"-checkpoint(?=\.[^/]*$)", re.I)
_SYNC_COPY = re.compile(
    r"[ _-]*(?:\(\d+\)|- ?copy(?: \(\d+\))?|- ?kopie"
    r"|\([^()/]*(?:conflicted copy|in konflikt stehende kopie)[^()/]*\)"
    r"|\.sync-conflict-[\w-]+)(?=\.|$)",
    re.I,
)
_MOODLE = re.compile(r"^(.+?)_(\d+)_assignsubmission_(?:file|onlinetext)_?", re.I)
_CANVAS = re.compile(r"^([^\W\d_]+)(?:_late)?_(\d{3,})_\d{3,}_", re.I)
_NAMELESS = re.compile(r"participant|teilnehmer(?:/in|in)?|participante?|partecipante", re.I)
_TEAMS = re.compile(r"(?:submitted|working) files", re.I)
_GENERAL = re.compile(
    r"^(answers|my[ _-]answers|answers[ _-]my|close[ _-]reading([ _-]answers)?)$", re.I
)
_CONFLICT = re.compile(r"conflict|konflikt", re.I)


def as_one_writes(name):
    """str: a path inside a folder or a zip in one way of writing: accents as one letter, no step
    out of the folder, and slashes where Windows has written another sign.
    """
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    text = re.sub(r"^[A-Za-z]:(?=[\\/])", "", text).replace("\\", "/")
    return "/".join(part for part in text.split("/") if part not in ("", ".", ".."))


def why_not(name):
    """str: why a file of this name is not opened; "" where it is."""
    if _LEFT_BY_TOOLS.search(name) or _CHECKPOINT.search(name):
        return "a copy that a program keeps for itself, such as a checkpoint; no answers handed in"
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


class Owner(NamedTuple):
    """who: what a learner is called. place: what all files of this one have in common in their
    path, where the path says so; else blank, because two may have the same name.
    """

    who: str
    place: str = ""


def owner_of(name, lessons=()):
    """Owner of a file, by its path: as Moodle, Canvas and Teams name what they save, or the folder
    above a folder for each lesson; else only what learner_of says. lessons: set of the numbers of
    the lessons that are answered in it.
    """
    path = PurePosixPath(name)
    parts = [*path.parent.parts, _without_endings(path.name)]
    ways = (_by_platform(parts), _by_teams(parts), _by_lesson(parts, lessons))
    return next(filter(None, ways), None) or Owner(learner_of(name))


def _by_platform(parts):
    """Owner where Moodle or Canvas has put the name and the number of a learner into the path."""
    for part in reversed(parts):
        if found := _MOODLE.match(part) or _CANVAS.match(part):
            nameless = _NAMELESS.fullmatch(found[1])
            who = f"{found[1]} {found[2]}" if nameless else found[1]
            return Owner(who, f"{found[1]}_{found[2]}")
    return None


def _by_teams(parts):
    """Owner where Teams has saved a folder for each learner."""
    for place, part in enumerate(parts[:-2]):
        if _TEAMS.fullmatch(part):
            return Owner(parts[place + 1], "/".join([*parts[:place], parts[place + 1]]))
    return None


def _by_lesson(parts, lessons):
    """Owner where a folder is called as the one lesson that is answered in it is numbered."""
    if len(parts) < 3 or len(lessons) != 1 or not _GENERAL.match(parts[-1]):
        return None
    found = re.fullmatch(r"(?:lesson|lektion|exercise)?[ _-]?(\d{1,2})", parts[-2], re.I)
    if not found or f"{int(found[1]):02}" not in lessons:
        return None
    return Owner(parts[-3], "/".join(parts[:-2]))


def learner_of(name):
    """str: what a learner is called, by the path of the file: its name without ending; where that
    says only what it is, the folder around it.
    """
    path = PurePosixPath(name)
    parts = [*path.parent.parts, _without_endings(path.name)]
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
