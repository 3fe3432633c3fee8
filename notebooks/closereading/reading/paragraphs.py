"""A text cut into its paragraphs: lines that a page broke are put together again; each item of a
list and each row of a table stays a paragraph of its own.
"""

import re
import unicodedata

from .own_lines import (
    LEADS_ON,
    SHORT,
    STOP,
    WIDE,
    is_filled,
    own_lines,
    stops,
    unquoted,
    width,
    width_of_text,
)

_BULLET = re.compile(r"[•‣◦▪▫■□●○◆◇➢➤✓✔·*–—-]\s+\S")
_COUNTED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+\S")
_CELLS = re.compile(r"\S[ \t]*\t[ \t]*\S|\S {3,}\S.* {3,}\S|\|.*\|")
_BROKEN_WORD = re.compile(r"[^\W\d_] ?[-\u2010\u00ad]\Z")
_ENTRY = re.compile(r"[^\W\d_a-z].{0,80}\s\(?[-−]?\d[\d,. ]*%?\)?[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]*")
# letters of a line that a page may have broken
NARROW = 24
LEAST = 16  # letters of a line on the average, in a narrow column


def paragraphs(text):
    """list of str: the paragraphs of a text, parted by blank lines; where no line is blank, by
    lines, unless a page has broken these (as in what is copied out of a PDF). Items of a list and
    rows of a table are paragraphs, also where nothing marks them. White space counts as one blank,
    but a tab between the cells of a row stays; letters are composed (NFC).
    """
    lines = unicodedata.normalize("NFC", "\n".join(text.splitlines())).strip("\n").split("\n")
    lines = unquoted(lines)
    blocks = _blocks(lines)
    if len(blocks) == 1 and not _is_wrapped(blocks[0]):
        blocks = [[line] for line in blocks[0]]
    known = set(re.findall(r"[^\W\d_]+", text))
    wide = width_of_text(lines)
    lasts = ["", *(block[-1] for block in blocks)]
    parts = (part for block, last in zip(blocks, lasts) for part in _parts(block, wide, last))
    return [joined for part in parts if (joined := _joined(part, known))]


def _blocks(lines):
    """list of lists of str: lines that follow each other without a blank one."""
    blocks = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_item(line, counted):
    """bool: whether a line begins an item of a list. counted: whether lines here have numbers."""
    line = line.strip()
    return bool(_BULLET.match(line)) or (counted and bool(_COUNTED.match(line)))


def is_row(line):
    """bool: whether a line is a row of a table, its cells parted by tabs, strokes or blanks."""
    return bool(_CELLS.search(line.strip()))


def _parts(block, wide, before):
    """Yields lists of str: the lines of each paragraph of a block. wide, before: as own_lines has
    them.
    """
    starts = sorted(_starts(block, wide) | own_lines(block, wide, before, _is_wrapped(block)))
    for at, end in zip(starts, [*starts[1:], len(block)]):
        yield block[at:end]


def _starts(block, wide):
    """set of int: the places of the lines of a block that begin a paragraph. wide: letters of the
    longest line of the whole text.
    """
    counted = sum(bool(_COUNTED.match(line.strip())) for line in block) > 1
    widest = width(block) if _is_wrapped(block) else 0
    entries = _entries(block)
    starts = {at for at in range(1, len(block)) if _parted(block, at, widest)}
    starts |= {at for at, line in enumerate(block) if _begins(line, counted)}
    starts |= {0, *entries, *(at + 1 for at in entries)} | _alone(block, wide)
    return starts - {len(block)}


def _alone(block, wide):
    """set of int: the places of lines that each begin a paragraph where all of a block stop, though
    they had room for the next word, or all are short.
    """
    sentences = all(map(stops, block)) and not is_filled(block, wide)
    whole = sentences or all(map(_is_short, block))
    return {at for at in range(1, len(block)) if whole and not LEADS_ON.search(block[at - 1])}


def _parted(block, at, widest):
    """bool: whether a paragraph ends before a line, or begins with it, by the lines beside it."""
    return _ends(block[at - 1], block[at], widest) or _is_heading(block, at, widest)


def _is_heading(block, at, widest):
    """bool: whether a line between two sentences, or before an item, is a heading: short, without
    a stop.
    """
    line = block[at].strip()
    if not 0 < at < len(block) - 1 or len(line) >= 0.6 * widest or _goes_on(line):
        return False
    following = block[at + 1].strip()
    before_item = len(line) < 0.4 * widest and bool(_BULLET.match(following))
    return before_item or (stops(block[at - 1]) and not following[0].islower())


def _goes_on(line):
    """bool: whether a line is no heading by its looks: it stops, or goes on from the one before."""
    return stops(line) or line[0].islower() or line[0] == "("


def _begins(line, counted):
    """bool: whether a line begins a paragraph by its looks: an item of a list, a row of a table."""
    return _is_item(line, counted) or is_row(line)


def _entries(block):
    """set of int: the places of lines that are entries of a table without marks between its cells:
    two or more of them below each other begin with a capital and end with a figure.
    """
    found = {at for at, line in enumerate(block) if _ENTRY.fullmatch(line.strip())}
    return {at for at in found if {at - 1, at + 1} & found}


def _is_short(line):
    """bool: whether a line may be one of a list without marks, such as a result."""
    line = line.strip()
    return len(line) <= SHORT and line[0].isupper() and not stops(line)


def _ends(line, following, widest):
    """bool: whether a line is the last one of its paragraph: a row of a table; or one that stops
    and is shorter than the others; or one with room for the next word. following: the next line.
    widest: letters of the longest line; 0 where no page has broken them.
    """
    with_next = len(line.strip()) + 1 + len(following.split()[0])
    had_room = len(line) < 0.6 * widest or with_next < 0.82 * widest
    heading = had_room and not following.strip()[0].islower() and not LEADS_ON.search(line)
    return is_row(line) or (stops(line) and len(line) < 0.8 * widest) or heading


def _is_wrapped(block):
    """bool: whether a page has broken the lines of a block: few of them stop, and many go on with a
    small letter.
    """
    plain = [line.strip() for line in block if not is_row(line)]
    return len(plain) >= 3 and NARROW <= width(plain) <= WIDE and _runs_on(plain)


def _runs_on(plain):
    """bool: whether few of some lines stop, and many go on with a small letter."""
    joints = [(a, b) for a, b in zip(plain, plain[1:]) if not _BULLET.match(b)]
    running = [b for a, b in joints if not STOP.search(a)]
    small = sum(b[0].islower() for b in running)
    long = sum(map(len, plain)) >= LEAST * len(plain)
    return long and 2 * len(running) >= len(joints) and 10 * small >= 3 * len(joints)


def _joined(lines, known):
    """str: lines as one paragraph. known: set of the words of the text; a word that is broken at
    the end of a line loses its hyphen where it stands elsewhere without one.
    """
    made = ""
    for line in map(_tidy, lines):
        if not (_BROKEN_WORD.search(made) and line[:1].islower()):
            made = f"{made} {line}".strip()
            continue
        start = made[:-1].rstrip()
        whole = made[-1] == "\u00ad" or _both_halves(start, line) in known
        made = (start if whole else f"{start}-") + line
    return made


def _both_halves(first, second):
    """str: the word that the end of one line and the beginning of the next make."""
    return re.search(r"[^\W\d_]*\Z", first)[0] + re.match(r"[^\W\d_]*", second)[0]


def broken_words(lines):
    """list of str: words that a line breaks, and of which nobody can tell whether the hyphen is
    theirs: they stand nowhere else in one piece.
    """
    known = set(re.findall(r"[^\W\d_]+", "\n".join(lines)))
    found = []
    for first, second in zip(map(str.strip, lines), map(str.strip, lines[1:])):
        if not (_BROKEN_WORD.search(first) and second[:1].islower()) or first[-1] == "\u00ad":
            continue
        start = first[:-1].rstrip()
        if _both_halves(start, second) not in known:
            found.append(f"{start.split()[-1]}-{second.split()[0].rstrip('.,;:')}")
    return found


def _tidy(line):
    """str: a line with one blank for each white space; between cells of a row a tab."""
    line = line.strip()
    if not is_row(line):
        return " ".join(line.split())
    cells = re.split(r"\s*\t\s*| {3,}", line)
    return "\t".join(" ".join(cell.split()) for cell in cells)
