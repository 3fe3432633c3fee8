"""Four gates (lesson 09): what a report should have before it is shown. Where a gate only waits for
a word of the reader, buttons beside it give that word, and write it where the Claim bench would.
"""

import json
from typing import NamedTuple

from ..data.asked import BLANKS, part
from ..data.edits import put_back, snapshot
from ..data.gates import STAY, keep_blank, perhaps_the_same, unsaid_blanks
from ..data.mine import named
from ..data.own import add_row, own_folder
from ..data.reference import printed
from ..data.report import open_report
from ..data.typed_ends import FIELD as ENDS
from ..data.typed_ends import TYPED, not_kept
from ..reading.numerals import agreeing
from ..reading.text import Problem
from ..show.controls import Held
from ..show.html import render
from ..show.panel import Panel, View

GOAL = "Look what is still missing before you show your work."
BLANK_SAYS = "Boxes are blank. Do they not apply there, or does the text not say it?"
DIFFER = "No, they differ"


class Question(NamedTuple):
    """What a gate waits for. field: of the numbers, ENDS, or BLANKS. one, other: the two texts.
    key: of the number whose ends were typed, else blank. says: the question.
    """

    field: str
    one: str
    other: str
    key: str
    says: str

    def answers(self):
        """list of (label, what it means): the buttons."""
        if self.field == BLANKS:
            return [(STAY, "keep")]
        if self.field == ENDS:
            return [(f"Keep {self.other}, {TYPED}", "keep"), ("Take what the words say", "words")]
        same = [(f"Yes: write “{text}”", text) for text in (self.other, self.one)]
        return [*same, (DIFFER, "")]


def question_of(report):
    """Question: the first that a gate of a report waits for; None where there is none."""
    for key, (mine, said) in not_kept(report).items():
        words = report.numbers.loc[key, "words"]
        says = f"“{words}”: the words say {said}, and {mine} was typed. Which of them holds?"
        return Question(ENDS, words, mine, key, says)
    for field, one, other in perhaps_the_same(report):
        return Question(field, one, other, "", f"{field}: do “{one}” and “{other}” mean the same?")
    if unsaid_blanks(report):
        return Question(BLANKS, "", "", "", BLANK_SAYS)
    return None


class Keeper:
    """The gates of one report. before: what the files were round the last answer that changed
    rows. turn: how many buttons were pressed.
    """

    def __init__(self, name):
        own_folder(name)
        self.name = name
        self.report = open_report(name)
        self.turn = 0
        self.said = ""
        self.last = None

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        do = values.get("do", {})
        if do.get("n") == str(self.turn):
            self.turn += 1
            try:
                self.said = self._press(do)
            except Problem as problem:
                self.said = str(problem)
            self.report = open_report(self.name)
        return self.view()

    def _press(self, do):
        """str: does what a button says, and tells it."""
        if do["act"] == "undo" and self.last:
            put_back(self.report.folder, *self.last)
            self.last = None
            return "The last answer is undone."
        question = question_of(self.report)
        if question is None or do["act"] != "answer":
            return ""
        before = snapshot(self.report.folder)
        told = self._take(question, do["means"])
        after = snapshot(self.report.folder)
        self.last = (before, after) if after != before else None
        return told

    def _take(self, question, means):
        """str: writes an answer down, and tells it."""
        folder = self.report.folder
        if question.field == BLANKS:
            keep_blank(self.report)
            return "What is blank stays so."
        if means in ("", "keep"):
            part(folder, question.field, question.one, question.other)
            both = f"“{question.one}” and “{question.other}” stay apart."
            return both if means == "" else f"Kept: {question.other}, {TYPED}."
        if question.field == ENDS:
            ends = dict(zip(("hedge", "low", "high"), printed(question.one), strict=True))
            add_row(self.name, "numbers", id=question.key, **ends)
            return f"The row of “{question.one}” has now what its words say."
        numbers = self.report.numbers
        rows = numbers.index[numbers[question.field].isin((question.one, question.other))]
        changed = [key for key in rows if numbers.loc[key, question.field] != means]
        for key in changed:
            add_row(self.name, "numbers", **{"id": key, question.field: means})
        return f"“{means}” is now written in {', '.join(changed)}."

    def view(self):
        """View: the gates, and the question that one of them waits for."""
        gates = self.report.gates().gates
        question = question_of(self.report)
        undo = [("Undo the last answer", self._does("undo"))] if self.last else []
        buttons = [
            (label, self._does("answer", means=means))
            for label, means in (question.answers() if question else ())
        ]
        open_ones = sum(not gate.passed for gate in gates)
        wait = agreeing(open_ones, "waits", "wait")
        waiting = f"{open_ones} of the {len(gates)} gates {wait}."
        content = render(
            "four_gates.html",
            gates=gates,
            says=question.says if question else "",
            buttons=buttons,
            undo=undo,
        )
        still = render("gates.html", gates=gates)
        says = waiting if open_ones else "All gates are passed."
        return View(content, f"{self.said} {says}".strip(), still)

    def _does(self, act, **more):
        """str: what a button sets, as JSON."""
        return json.dumps({"do": {"act": act, "n": str(self.turn), **more}}, ensure_ascii=False)


def four_gates(name=""):
    """Panel with the four gates of a report in the work folder. name: default, the one that was
    named last. Raises Problem where the folder cannot be opened.
    """
    keeper = Keeper(named(name))
    return Panel(GOAL, [Held(id="do", label="buttons beside the gates")], keeper.answer)
