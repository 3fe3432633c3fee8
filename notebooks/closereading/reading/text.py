"""Paragraphs of a text, the exact place of a quotation in them, and how far a quotation holds the
words it is traced to.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_WORD = re.compile(r"…|[^\W_]+(?:[.,'-][^\W_]+)*")


class Problem(Exception):
    """Something a reader can mend. A notebook shows its words only, without a traceback."""

    def _render_traceback_(self):  # the hook IPython looks for before it prints a traceback
        return [str(self)]


def straight(text):
    """The text with curly quotation marks made straight. Same length, so that positions stay
    valid.
    """
    return text.translate(_STRAIGHT)


def paragraphs(text):
    """list of str: the paragraphs of a text, parted by blank lines, or by lines where no line is
    blank. White space counts as one blank, letters are composed (NFC).
    """
    lines = unicodedata.normalize("NFC", "\n".join(text.splitlines())).strip()
    parts = re.split(r"\n\s*\n", lines)
    return [
        " ".join(part.split())
        for part in (parts if len(parts) > 1 else lines.split("\n"))
        if part.strip()
    ]


def everywhere(text, quote, prefix="", suffix=""):
    """list of (paragraph, start, end): all places where a quote stands in a text (list of str, the
    paragraphs), between the words before it (prefix) and after it (suffix), if such are given;
    stops in between do not count. Marks match straight or curly, white space counts as one blank.
    The three parts are those of the W3C's Web Annotation.
    """
    before, wanted, after = anchor = [
        straight(" ".join(unicodedata.normalize("NFC", part).split()))
        for part in (prefix, quote, suffix)
    ]
    if (
        wanted and not before + after
    ):  # most anchors; a pattern of its own for each would take ten times as long
        return [
            (n, i, i + len(wanted))
            for n, part in enumerate(map(straight, text), 1)
            for i in range(part.find(wanted), part.rfind(wanted) + 1)
            if part.startswith(wanted, i)
        ]
    pattern = r"(?={}\W*({})(?=\W*{}))".format(*map(re.escape, anchor))
    return (
        sorted(
            {
                (n, *m.span(1))
                for n, part in enumerate(text, 1)
                for m in re.finditer(pattern, straight(part))
            }
        )
        if wanted
        else []
    )


def find_quote(text, paragraph, quote, prefix="", suffix=""):
    """(start, end) of the quote in one paragraph, as positions in that paragraph.
    text, quote, prefix, suffix: as `everywhere` takes them. paragraph: int, counted from 1. Raises
    Problem where there is no such paragraph, or the quote stands in it never or more than once.
    """
    if not 1 <= paragraph <= len(text):
        raise Problem(f"paragraph {paragraph} does not exist: the text has {len(text)}")
    spots = [
        spot[1:] for spot in everywhere(text[paragraph - 1 : paragraph], quote, prefix, suffix)
    ]
    if len(spots) != 1:
        found = f"stands {len(spots)} times" if spots else "does not stand"
        kept = (
            f" between “{prefix}” and “{suffix}”"
            if prefix or suffix
            else "; the words before or after it (prefix, suffix) would tell which"
            if spots
            else ""
        )
        raise Problem(
            f"“{quote}” {found} in paragraph {paragraph}{kept}; a quote stands there exactly once"
        )
    return spots[0]


@dataclass(frozen=True)
class Comparison:
    """runs: list of (words, inside, instead), the printed words in order: whether they stand
    inside quotation marks, and None where the other text has them too, else the words it has in
    their place (blank: none). missing, of: how many words inside the marks the other text lacks,
    and how many there are. verdict: see compare_quotes.
    """

    runs: list
    missing: int
    of: int
    verdict: str


def compare_quotes(printed, traced):
    """Comparison of a printed quotation with the text it is traced to: word by word, in order
    (difflib); capitals and stops do not count.
    printed, traced: str; “…” parts pieces that do not follow on each other. Where `printed` holds
    marks, only the words between them are quoted; else all are. The verdict holds for this text
    only; the limit of one in eight is ours. verbatim: all quoted words stand there, each piece in
    one run · near: at most one word in eight is missing or left out in between · spliced: the
    quoted words stand there, but not in one run, or the phrase printed round them does not ·
    reworded: anything else. Raises Problem where nothing is quoted.
    """
    a, b = _words(printed), [word for word, _ in _words(traced)]
    marked = any(inside for _, inside in a)
    a = [(word, inside or not marked) for word, inside in a]
    runs, left_out = [], 0
    for op, i, j, k, m in SequenceMatcher(
        None, [w.casefold() for w, _ in a], [w.casefold() for w in b], autojunk=False
    ).get_opcodes():
        instead = None if op == "equal" else " ".join(b[k:m]).partition("…")[0].strip()
        for (inside, gap), part in groupby(a[i:j], key=lambda token: (token[1], token[0] == "…")):
            runs.append((" ".join(word for word, _ in part), inside, None if gap else instead))
        if op == "insert" and 0 < i < len(a) and "…" not in (a[i - 1][0], a[i][0]):
            left_out += m - k
    size = lambda wanted: sum(
        len(words.split())
        for words, inside, instead in runs
        if words != "…" and wanted(inside, instead)
    )
    of, missing = (
        size(lambda inside, _: inside),
        size(lambda inside, instead: inside and instead is not None),
    )
    if not of:
        raise Problem("There are no quoted words to compare.")
    around = size(lambda inside, instead: not inside and instead is not None)
    if not missing + left_out:
        verdict = "spliced" if around else "verbatim"
    else:
        verdict = "near" if missing + left_out <= of / 8 else "reworded" if missing else "spliced"
    return Comparison(runs, missing, of, verdict)


def _words(text):
    """list of (word, whether it stands between quotation marks)."""
    text = straight(text).replace("...", "…")
    return [(m[0], text.count('"', 0, m.start()) % 2 == 1) for m in _WORD.finditer(text)]
