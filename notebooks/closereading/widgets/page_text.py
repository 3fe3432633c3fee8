"""The page to hand on: whether its text is the one that was taken, or one that the reader corrected
afterwards; and which numbers of it have no row.
"""

import re
from collections import Counter
from difflib import SequenceMatcher

from ..data.edits import ASIDE
from ..data.texts import text_of
from ..reading.in_marks import in_marks
from ..reading.numerals import agreeing
from ..reading.suggest import NUMBER
from .bench_text import Offers

CORRECTED = "The reader corrected the text after it was taken"
ALIKE = 0.7  # of the words of the shorter one: less is another text, put in the place of the first
PASSED_OVER = "It passes over some, such as small numbers in words (“five”, “twice”, “none”)"


def corrected(report):
    """str: that the text of a report of the learner's own is not as it was taken, and how many of
    its paragraphs are not; blank where it is, or nobody kept another one.
    """
    kept = [text_of(report.folder, path).paragraphs for path in _kept(report.folder)]
    taken = next((old for old in kept if _is_this(old, report.paragraphs)), None)
    if taken is None:
        return "" if all(kept) else f"{CORRECTED}."
    if taken == report.paragraphs:
        return ""
    return f"{CORRECTED}: {_how_much(taken, report.paragraphs)}."


def _kept(folder):
    """list of Path: the texts of a report before this one, the oldest first."""
    found = {path: re.fullmatch(r"text(\d*)\.txt", path.name) for path in folder.glob(f"{ASIDE}/*")}
    known = [path for path, name in found.items() if name]
    return sorted(known, key=lambda path: int(found[path][1] or 0))


def _is_this(old, new):
    """bool: two lists of paragraphs are one text, which may have been corrected."""
    words = [Counter(" ".join(text).split()) for text in (old, new)]
    shorter = min(count.total() for count in words)
    return shorter > 0 and (words[0] & words[1]).total() >= ALIKE * shorter


def _how_much(old, new):
    """str: how many paragraphs of a text are not those of the text as it was taken."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    told = []
    if changed := len(new) - same:
        are = agreeing(changed, "is", "are")
        told.append(f"{changed} of its {_paragraphs(new)} {are} new or changed")
    if gone := len(old) - same:
        are = agreeing(gone, "is", "are")
        told.append(f"{gone} of the {_paragraphs(old)} as taken {are} left out or changed")
    return ", and ".join(told)


def _paragraphs(text):
    """str: how many paragraphs a text has."""
    return f"{len(text)} {agreeing(len(text), 'paragraph')}"


def without_row(report):
    """str: the numbers of the text that the program finds and no row holds, by paragraph, as a
    sentence; blank where it finds none.
    """
    parts = {}
    for one in Offers(report).without_row():
        if one.kind == NUMBER:
            parts.setdefault(one.paragraph, []).append(in_marks(one.words))
    if not parts:
        return ""
    listed = "; ".join(f"paragraph {n} {', '.join(words)}" for n, words in parts.items())
    return f"Numbers without a row, as far as the program finds them: {listed}. {PASSED_OVER}."
