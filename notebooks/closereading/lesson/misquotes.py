"""What a learner puts between quotation marks and nobody printed: no words of the report, and of no
source card either.
"""

import re

from . import english
from .handed_on import LEAST, runs
from .quotations import marked, stands_in

_SAID = r"\b(?:says?|said|claim(?:s|ed)?|states?|stated|tells?|told)\b"
_NAME = re.compile(r"(?:[A-Z][\w'’-]*|of|the|and|for)(?: |$)")
_ASKED = re.compile(r"(?:how|what|which|when|where|who|whose|why|whether)\b", re.I)
# what a reader thinks, asks or hears, what was never said and what one might have said instead
_NOT_TOLD = re.compile(
    r"\b(?:thinks?|thought|wonders?|feels?|hears?|means?|like|reads?|asks?(?: \w+sel\w+)?"
    r"|as if|sense of|question|not|(?:if|had|suppose)\b(?!.*\bnot\b)[^.;,]{1,50}"
    r"\b(?:said|told|announced|declared|promised|answered))(?: that)?\W*$"
)


def misquotes(text, report):
    """Generator of str: one sentence for each thing between marks, of two words or more or with a
    figure, that stands nowhere so. Names, questions, what nobody is told to have said, and a
    sentence of the learner's own with a reporting word in it are no quotes; the marks inside one
    are.
    """
    for quoted in _quotes(text):
        if quoted != text and _is_a_quote(quoted, text) and not _is_printed(quoted, report):
            yield _told(quoted, report)


def _quotes(text):
    """list of str: what stands between marks; in a sentence of the learner's own, the marks in
    it.
    """
    quotes = []
    for quoted in marked(text):
        own = re.search(_SAID, english.plain(quoted)) and quoted != text
        quotes += [inner for inner in marked(quoted) if inner != quoted] if own else [quoted]
    return quotes


def _is_a_quote(quoted, text):
    """Whether what stands between marks is told as somebody's words."""
    words = re.findall(r"\w+", quoted)
    if len(words) < 2 and not re.search(r"\d", quoted):
        return False
    if "".join(_NAME.findall(f"{quoted} ")) == f"{quoted} " or _ASKED.match(quoted):
        return False
    return not _NOT_TOLD.search(english.plain(text[: text.find(quoted)]))


def _is_printed(quoted, report):
    """Whether a quotation stands in the report, or on a card."""
    bare = _bare(quoted)
    printed = (
        report.paragraphs,
        report.claims["quote"],
        report.sources["quote"],
        report.sources["says"],
        report.events["what"],
    )
    return any(stands_in(bare, _bare(str(one))) for texts in printed for one in texts)


def _bare(text):
    """str: a text with its numbers in one piece, and a gap for what is put in brackets."""
    return re.sub(r"\[[^\]]*\]", "…", re.sub(r"(?<=\d),(?=\d{3})", "", text))


def _told(quoted, report):
    """str: what is told of words that nobody printed."""
    kept = runs(f"“{quoted}”", report)
    found = f"Between marks you have “{quoted}”."
    if kept and kept[0].size >= LEAST:
        return (
            f"{found} The report has “{kept[0].text}”, and then other words. Take a quote exactly"
            " as printed."
        )
    return f"{found} Nobody printed these words here. Take a quote exactly as printed."
