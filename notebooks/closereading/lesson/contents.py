"""What each lesson knows of itself, its questions and its answers: lessons/NN.toml."""

import tomllib
from functools import cache
from pathlib import Path

from ..reading.text import Problem

FOLDER = Path(__file__).parent / "lessons"


@cache
def lesson(number):
    """dict: what lessons/<number>.toml holds. Raises Problem where there is no such lesson."""
    path = FOLDER / f"{number}.toml"
    if not path.exists():
        raise Problem(f"There is no lesson “{number}”.")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def lessons(kind=""):
    """list of str: the lessons that there are, "00", "01" …, one for each file. kind: "predict",
    "check", "quiz", "repair" or "keep"; then only those that hold such entries.
    """
    numbers = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return [number for number in numbers if not kind or lesson(number).get(kind)]


def entry(key, kind):
    """dict: one entry of a lesson. key: "01.2", lesson and name. kind: "predict", "check",
    "repair" or "keep". Raises Problem where the lesson has none.
    """
    number, name = key.split(".", 1) if "." in key else (key, "")
    entries = lesson(number).get(kind, {})
    if name not in entries:
        raise Problem(
            f"Lesson {number} has no {kind} “{name}”; it has {', '.join(entries) or 'none'}."
        )
    return entries[name]
