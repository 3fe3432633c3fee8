"""What the audit finds wrong with a picture, told in sentences: one row for each of its marks."""

import re

import pandas as pd

from ..audit import unexplained

SENTENCES = (
    (
        r"a bar from zero, for (.*?)(?: and \d+ rows)?; only a count is a bar",
        "A bar says: exactly this many. The words say {}.",
    ),
    (r"an open end without its arrow", "One end is open, and no arrow shows it."),
    (r"no label says “no stated source”", "That no source is stated is not on the picture."),
    (r"no label says “(.*)”", "Who says it ({}) is not on the picture."),
    (r"no label says (\d+)", "The number {} is not on the picture."),
    (r"no label holds its words", "The printed words are not on the picture."),
    (r"its end (.*) is not drawn", "The end {} is not drawn."),
    (r"drawn at (.*); the mark says (.*)", "It is drawn at {}, and the words say {}."),
)
NONE, THE_PICTURE = "Nothing was found here.", "the picture"


def faults(picture, report):
    """DataFrame: for each mark of a picture, by its words, what the audit finds; what belongs to no
    mark stands in a row of its own. picture: Picture or Sheet. report: Report.
    """
    told = {str(mark.row): [] for mark in picture.marks}
    for complaint in unexplained(picture, report):
        row, says = complaint.split(": ", 1) if ": " in complaint else ("", complaint)
        told.setdefault(row if row in told else THE_PICTURE, []).append(sentence(says))
    named = {
        str(mark.row): "; ".join(f"“{words}”" for words in mark.words) for mark in picture.marks
    }
    rows = [(named.get(row, row), " ".join(says) or NONE) for row, says in told.items()]
    frame = pd.DataFrame(rows, columns=["the mark for", "what the program found"])
    return frame.set_index("the mark for")


def sentence(complaint):
    """str: one complaint of the audit as a sentence; one that is not known, as it is."""
    for pattern, says in SENTENCES:
        if match := re.fullmatch(pattern, complaint):
            return says.format(*match.groups())
    return f"{complaint[:1].upper()}{complaint[1:]}."
