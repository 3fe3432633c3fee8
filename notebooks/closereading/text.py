"""Paragraphs of a text, and the exact place of a quotation in them."""
import re

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})


class Problem(Exception):
    """Something a reader can mend. A notebook shows its words only, without a traceback."""

    def _render_traceback_(self):          # the hook IPython looks for before it prints a traceback
        return [str(self)]


def straight(text):
    """The text with curly quotation marks made straight. Same length, so that positions stay valid."""
    return text.translate(_STRAIGHT)


def paragraphs(text):
    """list of str: the paragraphs of a text, parted by blank lines, each without surrounding white space."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def find_quote(text, paragraph, quote):
    """(start, end) of the quote in one paragraph, as positions in that paragraph.

    text: list of str, the paragraphs. paragraph: int, counted from 1. Quotation marks match straight or curly.
    Raises Problem where there is no such paragraph, or the quote stands in it never or more than once.
    """
    if not 1 <= paragraph <= len(text):
        raise Problem(f"paragraph {paragraph} does not exist: the text has {len(text)}")
    where, wanted = straight(text[paragraph - 1]), straight(quote)
    times = where.count(wanted) if wanted else 0
    if times != 1:
        found = "does not stand" if times == 0 else f"stands {times} times"
        raise Problem(f"“{quote}” {found} in paragraph {paragraph}; a quote stands there exactly once")
    start = where.index(wanted)
    return start, start + len(wanted)
