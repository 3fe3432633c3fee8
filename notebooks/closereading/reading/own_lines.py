"""Lines that a page has not broken, though nothing marks them: items of a list, rows of a table, an
address. What is copied from a web page or a mail has them; they are never run together.
"""

import re
from itertools import groupby

STOP = re.compile(r"[.!?:;…。]['\"”’»)\]]*\Z")
# a line that ends so goes on in the next one, however short it is
LEADS_ON = re.compile(
    r"\b(?:of|the|and|or|in|on|for|to|a|an|with|by|at|from|between|than)\s*\Z", re.IGNORECASE
)
SHORT = 45  # letters of a line in a list without marks
WIDE = 130  # letters of a line that a page may have broken
_ROOM = 0.82  # of the longest line of a text: what is shorter had room for the next word
_OWN_ROOM = 0.9  # of the longest line of a list
_FAR = 0.6
_QUOTED = re.compile(r"\s*>[> ]*")


def width(lines):
    """int: letters of the longest line, but for one in twenty: the head of a table may be wider
    than the columns of a page.
    """
    lengths = sorted(map(len, lines))
    return lengths[-1 - len(lengths) // 20]


def width_of_text(lines):
    """int: letters of the longest line of a text; an address of the web is no line of it."""
    return width([line.strip() for line in lines if len(line.split()) > 2] or [""])


def stops(line):
    """bool: whether a line ends as a sentence does."""
    return bool(STOP.search(line.strip()))


def is_filled(block, wide):
    """bool: whether no line of a block had room for the first word of the next one, as a page that
    breaks lines leaves them.
    """
    lines = [line.strip() for line in block]
    return SHORT < wide <= WIDE and all(_with_next(*two) > wide for two in zip(lines, lines[1:]))


def unquoted(lines):
    """list of str: lines without the “>” that a mail puts before those that it answers; blank lines
    part them from the others. Where all have a figure behind it, “>” means more than.
    """
    made = []
    for quoted, run in groupby(lines, lambda line: bool(_QUOTED.match(line))):
        run = list(run)
        bare = [_QUOTED.sub("", line, count=1) for line in run]
        answered = quoted and len(run) > 1 and not all(line[:1].isdigit() for line in bare)
        made += ["", *bare, ""] if answered else run
    return made


def own_lines(block, wide, before, wrapped):
    """set of int: the places of the lines of a block that begin a paragraph because nobody broke
    the line before. block: list of str. wide: letters of the longest line of the whole text.
    before: the line before the block, or blank. wrapped: whether a page has broken the block.
    """
    lines = [line.strip() for line in block]
    places = range(1, len(lines))
    within = lines[0].endswith(":")
    free = within or before.strip().endswith(":") or wide > WIDE
    if _is_list(lines[within:], wide, free):
        return set(places)
    if wide > WIDE and not wrapped:
        widest = max(map(len, lines))
        return {at for at in places if not _goes_on(lines[at - 1], lines[at], widest)}
    return _behind_colons(lines, wide)


def _is_list(items, wide, free):
    """bool: whether lines are items of a list, or rows: none stops or leads on to the next, and all
    begin with capitals or figures, or had room for the next word. free: whether they follow a
    colon, or stand in a text that no page has broken.
    """
    whole = not any(line[0].islower() for line in items)
    several = len(items) > 2
    if len(items) < 2 or not (whole or several) or not all(map(_may_be_item, items)):
        return False
    return (whole and several) or _has_room(items, wide, free)


def _has_room(items, wide, free):
    """bool: whether lines had room for the next word, as those that a page broke have not."""
    filled = [_with_next(*two) for two in zip(items, items[1:])]
    longest = max(map(len, items))
    if free and longest <= SHORT:
        return True
    return min(filled) < _OWN_ROOM * longest and (free or max(filled) < _ROOM * wide)


def _may_be_item(line):
    """bool: whether a line neither stops nor leads on to the next."""
    return not stops(line) and not LEADS_ON.search(line)


def _with_next(line, following):
    """int: letters of a line with the first word of the next one."""
    return len(line) + 1 + len(following.split()[0])


def _goes_on(line, following, widest):
    """bool: whether a line goes on in the next one by its looks. widest: letters of the longest
    line beside it.
    """
    if stops(line):
        return False
    filled = len(line) <= WIDE and _with_next(line, following) > widest
    return filled or following[0].islower() or bool(LEADS_ON.search(line))


def _behind_colons(lines, wide):
    """set of int: the places of short lines that follow a line with a colon, and of the line behind
    them.
    """
    found = set()
    for at in (at for at, line in enumerate(lines[:-1], 1) if line.endswith(":")):
        end = at
        while end < len(lines) and _is_short(lines, end, wide):
            end += 1
        found |= set(range(at, min(end + 1, len(lines)))) if end - at > 1 else set()
    return found


def _is_short(lines, at, wide):
    """bool: whether a line had much room for the next word, and neither stops nor leads on."""
    line = lines[at]
    with_next = _with_next(line, lines[at + 1]) if at + 1 < len(lines) else len(line)
    return with_next < _FAR * wide and _may_be_item(line)
