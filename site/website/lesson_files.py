"""What a lesson's own file says: its minutes, its quiz with the replies."""

import tomllib
from functools import cache

from .places import TOOLKIT


@cache
def lesson_file(number):
    """dict: what stands in lessons/NN.toml; empty for what is no lesson."""
    path = TOOLKIT / "lesson" / "lessons" / f"{number}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def questions(number):
    """list of dict: the questions of a lesson's quiz, each with "ask" and "options"."""
    return list(lesson_file(number).get("quiz", {}).values())
