"""What a number that cannot be read safely may stand for: the same figure, as English writes it."""

import re

from .spaced import with_commas

_MARKED = re.compile(r"[*†‡]+")  # a note to the figure, and no part of it
_BRACKETS = re.compile(r"\((?P<inside>[^()]+)\)(?P<unit>%?)")
_DASHED = re.compile(r"[-–—]\s*(?P<figure>\d.*)", re.DOTALL)
_OVER = re.compile(r"over (?P<time>.+)", re.IGNORECASE)  # in the course of so exact a time
_BY_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d.,])")  # 8,6 as most of Europe writes it
_SCALE = re.compile(r"\d\s?(?P<scale>thousand|million|billion|trillion|bn|m|k)\s?\Z")
_BY_POINT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+),(\d+)(?![\d.,])")  # 1.234,5


def variants(words, before=""):
    """list of str: ways to write a number phrase that nothing but its signs makes hard to read,
    the likeliest first: a dash before it is a minus or none, and so are brackets; behind “531
    million”, a figure in brackets may be told in millions, too; a mark of a note is left out; a
    decimal comma becomes a point. Empty where it has no such sign. before: the text up to there.
    """
    plain = with_commas(_MARKED.sub("", words).strip())
    plain = _BY_POINT.sub(lambda m: f"{m[1].replace('.', ',')}.{m[2]}", plain)
    plain = _BY_COMMA.sub(r"\1.\2", plain)
    if over := _OVER.fullmatch(plain):
        return [over["time"], f"more than {over['time']}"]
    if dashed := _DASHED.fullmatch(plain):
        return [f"−{dashed['figure']}", dashed["figure"]]
    if inner := _BRACKETS.fullmatch(plain):
        inside = f"{inner['inside']}{inner['unit']}"
        scaled = _SCALE.search(before)
        other = f"{inside} {scaled['scale']}" if scaled else f"−{inside}"
        return sorted([inside, other], key=len, reverse=bool(scaled or inner["unit"]))
    return [plain] if plain != words.strip() else []
