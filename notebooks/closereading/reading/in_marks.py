"""A quotation as we print it: between curly double marks, and what stands in double marks inside it
between single ones, as English prints a quotation in a quotation. The tables keep the marks of the
text.
"""

import re

_INSIDE = re.compile(r'["“]([^"“”]*)["”]')
_QUOTATION = re.compile("“([^“”]*)”")


def in_marks(words):
    """str: words between quotation marks."""
    return f"“{inner_marks(words)}”"


def inner_marks(words):
    """str: words that are to stand between double marks: the pairs among their own are single."""
    return _INSIDE.sub(r"‘\1’", words)


def all_in_marks(text):
    """str: a text of ours with all that it quotes."""
    return _QUOTATION.sub(lambda found: in_marks(found[1]), text)
