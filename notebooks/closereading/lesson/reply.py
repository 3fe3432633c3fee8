"""How a reply begins: one of four words that is true of the answer, with its sign and its colour;
the reason comes after it.
"""

from ..show.html import render
from ..show.tables import Shown

WORDS = {"right": "Right.", "also": "Also defensible.", "kept": "Kept."}
NOT_YET = "Not yet."
SIGNS = {"Right.": "✓", "Also defensible.": "≈", "Kept.": "●", NOT_YET: "○"}
LOOKS = {"Right.": "right", "Also defensible.": "also", "Kept.": "kept", NOT_YET: "not-yet"}
PASSED = frozenset(WORDS)  # verdicts after which nothing is left to do


def first_word(verdict):
    """str: the word with which a reply to an answer of this verdict begins. verdict: "right",
    "also", "kept"; anything else is not yet right.
    """
    return WORDS.get(verdict, NOT_YET)


def in_words(verdict, why):
    """str: a reply as one text, "Not yet. Divide both ends."."""
    return f"{first_word(verdict)} {why}"


def reply(verdict, why, more=""):
    """Shown: a reply. why: str, one paragraph. more: Markup that stands below it."""
    word = first_word(verdict)
    html = render("reply.html", look=LOOKS[word], sign=SIGNS[word], word=word, why=why, more=more)
    return Shown(html, in_words(verdict, why))
