"""The exact place of a quotation in the paragraphs of a text, and how far a quotation holds the
words it is traced to.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import groupby
from typing import NamedTuple

from .characters import GAP, folded, is_mark, words


class Problem(Exception):
    """Something a reader can mend. A notebook shows its words only, without a traceback."""

    def _render_traceback_(self):
        """list of str: what IPython prints in place of a traceback; it looks for this name."""
        return [str(self)]


def everywhere(text, quote, prefix="", suffix=""):
    """list of (paragraph, start, end): all places where a quote stands in a text, sorted.

    text: list of str, the paragraphs. prefix, suffix: what stands before and after the quote, if
    such are given. Where they touch it somewhere, as in the W3C's Web Annotation, only those places
    count; else blanks and stops in between do not count. Texts are compared as `folded` says:
    straight marks match typographic ones, and so on. A letter is never parted from the accents or
    vowel signs it carries. paragraph is counted from 1; start and end are positions in it.
    """
    if isinstance(text, str) or not isinstance(quote, str):
        raise Problem(
            "A list of paragraphs comes first, and then the words to be found, in quotation marks:"
            ' everywhere(report.paragraphs, "14,000").'
        )
    wanted = folded(quote)[0].strip()
    before = folded(prefix)[0]
    after = folded(suffix)[0]
    if not wanted:
        return []
    if not before + after:
        return _in_all(text, partial(_all_of, wanted))
    touching = (re.escape(part) for part in (before, wanted, after))
    apart = _behind(before), re.escape(wanted), _ahead(after)
    return _in_all(text, _between(*touching)) or _in_all(text, _between(*apart))


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
    spoken = before.strip()
    return rf"{re.escape(spoken)}\W*" if spoken else re.escape(before)


def _ahead(after):
    """Pattern of the words after a quote; stops and blanks may stand between."""
    spoken = after.strip()
    return rf"\W*{re.escape(spoken)}" if spoken else re.escape(after)


def _between(before, wanted, after):
    """Function of a text that gives [(start, end)]: where a quote stands between its neighbours.
    before, wanted, after: patterns.
    """
    pattern = re.compile(f"(?={before}({wanted}){after})")
    return lambda text: sorted({match.span(1) for match in pattern.finditer(text)})


def _all_of(wanted, text):
    """list of (start, end): where a string stands in a text; a plain search takes a tenth of the
    time that a pattern takes.
    """
    found = []
    start = text.find(wanted)
    while start >= 0:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + 1)
    return found


def _in_all(text, search):
    """list of (paragraph, start, end): what a search finds in the folded paragraphs, as places in
    the paragraphs themselves; places that part a letter from its signs are left out.
    """
    places = []
    for number, paragraph in enumerate(text, 1):
        signs, spans = folded(paragraph)
        for start, end in search(signs):
            if not any(map(is_mark, signs[start : start + 1] + signs[end : end + 1])):
                places.append((number, *_unfolded(spans, start, end)))
    return places


def _unfolded(spans, start, end):
    """(start, end) in the text itself. spans: as `folded` gives them."""
    return (start, end) if spans is None else (spans[start][0], spans[end - 1][1])


class Run(NamedTuple):
    """Printed words that share their fate. inside: whether they stand inside quotation marks.
    instead: None where the other text has them too, else the words it has in their place; blank:
    none.
    """

    words: str
    inside: bool
    instead: str | None


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
    reworded: anything else. Raises Problem where nothing is quoted, and for what is no text.
    """
    for text in (printed, traced):
        if not isinstance(text, str):
            raise Problem(
                f"Two texts are compared; one of these is {text!r:.60}. Write both in quotation"
                ' marks, or take one cell of a table: table.loc["R49", "quote"].'
            )
    mine = words(printed)
    theirs = [word.text for word in words(traced)]
    if not any(word.inside for word in mine):
        mine = [word._replace(inside=True) for word in mine]
    runs, left_out = _aligned(mine, theirs)
    inside = [run for run in runs if run.inside]
    if not _size(inside):
        raise Problem("There are no quoted words to compare.")
    missing = _size(_lacking(inside))
    around = _size(_lacking(runs)) - missing
    return Comparison(
        runs, missing, _size(inside), _verdict(missing, left_out, around, _size(inside))
    )


def _lacking(runs):
    """list of Run: those that the other text does not have."""
    return [run for run in runs if run.instead is not None]


def _size(runs):
    """int: how many words; a gap is none."""
    return sum(len(run.words.split()) for run in runs if run.words != GAP)


def _aligned(mine, theirs):
    """(list of Run, how many words are left out in between). mine: list of Word. theirs: list of
    str.
    """
    runs = []
    left_out = 0
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
