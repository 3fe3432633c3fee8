"""A learner's sentence beside the exact words of the report, with three questions to tick."""

from ..show.html import render
from .handed_on import runs

QUESTIONS = (
    "The same source?",
    "The same amount, if there is one?",
    "Yes where the report says yes, and no where it says no?",
)


def beside(sentence, report, claims=()):
    """Markup: a sentence, below it the exact words of some claims with who says them and where, and
    three boxes to tick. claims: ids; default: those whose words the sentence hands on. Blank where
    there are none.
    """
    ids = list(claims) or [key for run in runs(sentence, report)[:2] for key in run.claims[:1]]
    if not ids:
        return ""
    rows = report.claims.loc[list(dict.fromkeys(ids)), ["quote", "who", "paragraph"]]
    exact = rows.to_dict("records")
    return render("beside.html", sentence=sentence, exact=exact, questions=QUESTIONS)
