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


def as_key(key):
    """str: a key as the lessons write it, "01.2", also where it was typed 1.2, "1,2" or "01.R"."""
    parts = str(key).strip().replace(",", ".").split(".", 1)
    return ".".join([as_number(parts[0]), *(name.lower() for name in parts[1:])])


def as_number(number):
    """str: the number of a lesson in two digits, also where it was typed as 1 or "1"."""
    typed = str(number).strip()
    return typed.zfill(2) if typed.isdecimal() else typed


def entry(key, kind):
    """dict: one entry of a lesson. key: "01.2", lesson and name. kind: "predict", "check",
    "repair" or "keep". Raises Problem where the lesson has none.
    """
    number, name = key.split(".", 1) if "." in key else (key, "")
    if number not in lessons():
        raise Problem(f"There is no lesson “{number[:40]}”. {_first(kind)}")
    entries = lesson(number).get(kind, {})
    if name not in entries:
        comma = " Is there a comma after the key?" if name[:1] in entries else ""
        known = ", ".join(entries) or "none"
        raise Problem(f"Lesson {number} has no {kind} “{name[:40]}”; it has {known}.{comma}")
    return entries[name]


def _first(kind):
    """str: what stands first in the brackets of a call."""
    return (
        f'In {kind}(…) the first text is the key of the question, such as "01.2". Leave it where it'
        " is, with a comma after it."
    )
