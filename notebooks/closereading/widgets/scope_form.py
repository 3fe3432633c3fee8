"""Scope form (lesson 04): who is counted, where, and are they there? A table to fill in."""

from ..lesson import answers
from ..reading.accounts import NO_SOURCE
from ..reading.given import cut_from, looked_at
from ..reading.scope import accepted
from ..reading.text import Problem
from ..show.controls import Ratings
from ..show.panel import Panel, View
from ..show.tables import html_table

GOAL = "Answer the three questions for each number. Then see what we read."
KEY = "04.s"
BLANK = "choose"
YES = "yes"
NO = "no"
THERE = "present"


@looked_at
def scope_form(report, numbers):
    """Panel: three questions for each of some numbers, to be answered with yes or no; once all are
    answered, ours beside them. numbers: rows cut from report.numbers. Raises Problem for none.
    """
    cut_from(report, numbers, "numbers")
    if not len(numbers):
        raise Problem("There is no number here, so there is nothing to ask.")
    of_topic = report.numbers[report.numbers["topic"] == numbers["topic"].iloc[0]]
    asked = _asked(of_topic["place"].mode()[0])
    control = Ratings(
        id="scope",
        label="What does the report say?",
        rows=[f"“{words}”" for words in numbers["words"]],
        columns=list(asked),
        options=[BLANK, YES, NO],
    )
    return Panel(GOAL, [control], lambda values: filled(numbers, asked, values["scope"]))


def _asked(place):
    """dict: question -> function of a row of numbers: the set of answers that can be defended."""
    return {
        "Does it say who says so?": lambda row: {_yes(row["speaker"] != NO_SOURCE)},
        f"Is it about {place}?": lambda row: {_yes(place == one) for one in accepted(row, "place")},
        "Are they said to be at that place?": lambda row: {_yes(row["status"] == THERE)},
    }


def _yes(so):
    return YES if so else NO


def filled(numbers, asked, given):
    """View: nothing before all is answered, then our reading. given: list of rows of answers."""
    cells = [
        (row, question, mine)
        for (_, row), answers_of in zip(numbers.iterrows(), given)
        for question, mine in zip(asked, answers_of)
    ]
    blank = sum(mine == BLANK for _, _, mine in cells)
    if blank:
        done = len(cells) - blank
        return View("", f"{done} of {len(cells)} questions are answered. Ours come when all are.")
    kept = {f"{row.name} {question}": mine for row, question, mine in cells}
    if kept != answers.latest(KEY):
        answers.save("keep", KEY, kept)
    other = [(row, question) for row, question, mine in cells if mine not in asked[question](row)]
    return View(_table(numbers), _told(cells, other, asked))


def _table(numbers):
    """Markup: the three columns that hold the answers."""
    columns = {"who": "who says so", "population": "of whom", "place": "where", "status": "how"}
    frame = numbers.set_index("words")[list(columns)].rename(columns=columns)
    return html_table(frame.rename_axis("the words"), "As we read it", index=True)


def _told(cells, other, asked):
    """str: in how many answers the learner and we agree, and where not."""
    if not other:
        return f"All {len(cells)} answers are as we read it."
    told = [
        f"“{row['words']}”: {question} We say {_ours(asked[question](row))}, because"
        f" {_why(row, list(asked).index(question))}."
        for row, question in other
    ]
    return f"{len(cells) - len(other)} of {len(cells)} answers are as we read it. {' '.join(told)}"


def _why(row, at):
    """str: what our answer to a question comes from. at: which of the three it is."""
    column = ("who", "place", "status")[at]
    return f"our table has “{row[column]}” here"


def _ours(can_be):
    return " or ".join(sorted(can_be, reverse=True))
