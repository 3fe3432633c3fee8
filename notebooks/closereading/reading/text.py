"""Paragraphs of a text, the exact place of a quotation in them, and how far a quotation holds the
words it is traced to.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from .signs import GAP, folded, is_mark, words
from .signs import straight as straight


class Problem(Exception):
    """Something a reader can mend. A notebook shows its words only, without a traceback."""

    def _render_traceback_(self):
        """list of str: what IPython prints in place of a traceback; it looks for this name."""
        return [str(self)]


def paragraphs(text):
    """list of str: the paragraphs of a text, parted by blank lines, or by lines where no line is
    blank. White space counts as one blank, letters are composed (NFC).
    """
    lines = unicodedata.normalize("NFC", "\n".join(text.splitlines())).strip()
    parts = re.split(r"\n\s*\n", lines)
    if len(parts) == 1:
        parts = lines.split("\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def everywhere(text, quote, prefix="", suffix=""):
    """list of (paragraph, start, end): all places where a quote stands in a text, sorted.

    text: list of str, the paragraphs. prefix, suffix: words before and after the quote, if such are
    given; stops in between do not count, and one that is a blank wants a blank there. Texts are
    compared as `folded` says: straight marks match typographic ones, and so on. A letter is never
    parted from the accents or vowel signs it carries. The three parts are those of the W3C's Web
    Annotation. paragraph is counted from 1; start and end are positions in that paragraph.
    """
    wanted, before, after = (folded(part)[0] for part in (quote, prefix, suffix))
    wanted = wanted.strip()
    if not wanted:
        return []
    pattern = None
    if before or after:
        pattern = re.compile(f"(?={_behind(before)}({re.escape(wanted)}){_ahead(after)})")
    return [
        (number, start, end)
        for number, paragraph in enumerate(text, 1)
        for start, end in _places(paragraph, wanted, pattern)
    ]


def find_quote(text, paragraph, quote, prefix="", suffix=""):
    """(start, end) of the quote in one paragraph, as positions in that paragraph.
    text, quote, prefix, suffix: as `everywhere` takes them. paragraph: int, counted from 1. Raises
    Problem where there is no such paragraph, or the quote stands in it never or more than once.
    """
    if not 1 <= paragraph <= len(text):
        raise Problem(f"paragraph {paragraph} does not exist: the text has {len(text)}")
    spots = everywhere(text[paragraph - 1 : paragraph], quote, prefix, suffix)
    if len(spots) == 1:
        return spots[0][1:]
    found = f"stands {len(spots)} times" if spots else "does not stand"
    between = ""
    if prefix or suffix:
        between = f" between “{prefix}” and “{suffix}”"
    elif spots:
        between = "; the words before or after it (prefix, suffix) would tell which"
    raise Problem(
        f"“{quote}” {found} in paragraph {paragraph}{between}; a quote stands there exactly once"
    )


def _behind(before):
    """Pattern of the words before a quote; stops and blanks may stand between."""
    if before == " ":
        return " "
    return rf"{re.escape(before.strip())}\W*" if before else ""


def _ahead(after):
    """Pattern that looks ahead for the words after a quote."""
    if after == " ":
        return "(?= )"
    return rf"(?=\W*{re.escape(after.strip())})" if after else ""


def _places(paragraph, wanted, pattern):
    """list of (start, end): where a quote stands in a paragraph; its places may overlap. wanted:
    the quote, folded. pattern: of the quote between its neighbours; None: it has none, and a plain
    search takes a tenth of the time.
    """
    text, spans = folded(paragraph)
    if pattern is None:
        found = [(i, i + len(wanted)) for i in _starts(text, wanted)]
    else:
        found = sorted({m.span(1) for m in pattern.finditer(text)})
    found = [(i, j) for i, j in found if not any(map(is_mark, text[i : i + 1] + text[j : j + 1]))]
    if spans is None:
        return found
    return [(spans[i][0], spans[j - 1][1]) for i, j in found]


def _starts(text, wanted):
    """Yields each position at which a string stands in a text."""
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


class Run(NamedTuple):
    """Printed words that share their fate. inside: whether they stand inside quotation marks.
    instead: None where the other text has them too, else the words it has in their place; blank:
    none.
    """

    words: str
    inside: bool
    instead: str | None

    @property
    def size(self):
        """int: how many words; a gap is none."""
        return 0 if self.words == GAP else len(self.words.split())


@dataclass(frozen=True)
class Comparison:
    """runs: list of Run, the printed words in order. missing, of: how many words inside the marks
    the other text lacks, and how many there are. verdict: see compare_quotes.
    """

    runs: list
    missing: int
    of: int
    verdict: str


def compare_quotes(printed, traced):
    """Comparison of a printed quotation with the text it is traced to: word by word, in order
    (difflib); capitals and stops do not count, signs that change a number do.

    printed, traced: str; “…” parts pieces that do not follow on each other. Where `printed` holds
    marks, only the words between them are quoted; else all are. The verdict holds for this text
    only; the limit of one in eight is ours. verbatim: all quoted words stand there, each piece in
    one run · near: at most one word in eight is missing or left out in between · spliced: the
    quoted words stand there, but not in one run, or the phrase printed round them does not ·
    reworded: anything else. Raises Problem where nothing is quoted.
    """
    mine, theirs = words(printed), [word.text for word in words(traced)]
    if not any(word.inside for word in mine):
        mine = [word._replace(inside=True) for word in mine]
    runs, left_out = _aligned(mine, theirs)
    of = sum(run.size for run in runs if run.inside)
    if not of:
        raise Problem("There are no quoted words to compare.")
    lacking = [run for run in runs if run.instead is not None]
    missing = sum(run.size for run in lacking if run.inside)
    around = sum(run.size for run in lacking if not run.inside)
    return Comparison(runs, missing, of, _verdict(missing, left_out, around, of))


def _aligned(mine, theirs):
    """(list of Run, how many words are left out in between). mine: list of Word. theirs: list of
    str.
    """
    runs, left_out = [], 0
    matcher = SequenceMatcher(
        None,
        [word.text.casefold() for word in mine],
        [word.casefold() for word in theirs],
        autojunk=False,
    )
    for op, i, j, k, m in matcher.get_opcodes():
        instead = None if op == "equal" else " ".join(theirs[k:m]).partition(GAP)[0].strip()
        runs += _runs(mine[i:j], instead)
        between = op == "insert" and 0 < i < len(mine)
        if between and GAP not in (mine[i - 1].text, mine[i].text):
            left_out += m - k
    return runs, left_out


def _runs(part, instead):
    """Yields a Run for each stretch of words inside or outside the marks; gaps stand alone."""
    for (inside, gap), stretch in groupby(part, key=lambda word: (word.inside, word.text == GAP)):
        yield Run(" ".join(word.text for word in stretch), inside, None if gap else instead)


def _verdict(missing, left_out, around, of):
    """str: verbatim, near, spliced or reworded; the arguments are counts of words."""
    lost = missing + left_out
    if not lost:
        return "spliced" if around else "verbatim"
    if lost <= of / 8:
        return "near"
    return "reworded" if missing else "spliced"
