"""What the audit finds wrong with a picture, told in sentences: one row for each of its marks."""

import pandas as pd

from ..audit import unexplained
from ..reading.given import looked_at
from ..reading.in_marks import in_marks

# what is wrong, by the code of a Complaint
SENTENCES = {
    "bar": "A bar says: exactly this many. The words say {}.",
    "arrow": "One end is open, and no arrow shows it.",
    "no source": "That no source is stated is not on the picture.",
    "who": "Who says it ({}) is not on the picture.",
    "number": "The number {} is not on the picture.",
    "words": "The printed words are not on the picture.",
    "end": "The end {} is not drawn.",
    "elsewhere": "It is drawn at {}, and the words say {}.",
}
NONE = "Nothing was found here."
THE_PICTURE = "the picture"


@looked_at
def faults(picture, report):
    """DataFrame: for each mark of a picture, by its words, what the audit finds; what belongs to no
    mark stands in a row of its own. picture: Picture or Sheet. report: Report.
    """
    told = {str(mark.row): [] for mark in picture.marks}
    for complaint in unexplained(picture, report):
        row = complaint.about if complaint.about in told else THE_PICTURE
        told.setdefault(row, []).append(sentence(complaint))
    named = {str(mark.row): "; ".join(map(in_marks, mark.words)) for mark in picture.marks}
    rows = [(named.get(row, row), " ".join(says) or NONE) for row, says in told.items()]
    frame = pd.DataFrame(rows, columns=["the mark for", "what the program found"])
    return frame.set_index("the mark for")


def sentence(complaint):
    """str: one Complaint as a sentence; one of which no more is known, as it is."""
    if complaint.why:
        return SENTENCES[complaint.why].format(*complaint.values)
    return f"{complaint.says[:1].upper()}{complaint.says[1:]}."
