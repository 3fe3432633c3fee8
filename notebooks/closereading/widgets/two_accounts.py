"""Two accounts (lesson 06, and any report): two columns of quotes; a learner picks one on each side
and says what they are to each other, before seeing what we say.
"""

from ..data.folders import work_folder
from ..data.own import add_row
from ..data.report import open_report
from ..reading.accounts import questions, ready_pairs, sides
from ..reading.pairs import ASKED, RELATIONS, pair_of
from ..reading.text import Problem
from ..show.controls import Check, Choice, Held, Radio, Ratings
from ..show.html import render
from ..show.panel import Panel, View
from .finds import Finds
from .two_columns import columns, still_columns
from .two_related import ANSWERS, by_answers, related
from .whose_word import word_of

ONE = "This report has only one account."
NOTHING_BEHIND = "We have nothing that was in print elsewhere on this. Open another empty cell."
CHANGED = "You changed this after you had seen ours. Answer the four questions, and it counts."
HOW = (
    "All claims here are on one side, so there is nothing to compare. If the text quotes another"
    " side, make a row of its words: step 5 of the Claim bench has the field “Account: whose side”."
)
DO_THEY = "Do both speak of …"
BLANK = [[ANSWERS[0]] for _ in ASKED]


def two_accounts(report):
    """Panel: two accounts of a report beside each other, question by question; a pair of quotes is
    related by the learner first, then by us; in a report of their own, by its numbers, and there a
    pair can be kept in its pairs.csv. What is found is saved with the answers.
    """
    if len(sides(report)) < 2:
        return Panel(ONE, [], lambda _: View("", HOW))
    desk = Desk(report)
    panel = Panel(word_of(report).goal, desk.controls(), desk.answer)
    panel.observe(lambda _: desk.follow(panel), "values")
    return panel


class Desk:
    """What lies in front of a learner. pair: the two Sides. also: whether other codings are shown.
    held: what buttons have set: {"picked": [id, id], "gap": ["0" or "1", topic], "shown": bool,
    "keep": bool}. same, relation: the answers on the pair in hand. finds: Finds.
    """

    def __init__(self, report):
        self.report = report
        self.sides = sides(report)
        self.pair = ready_pairs(report)[0]
        self.also = False
        self.held = {}
        self.same = BLANK
        self.relation = None
        self.asked = questions(report)
        self.finds = Finds(report, self.sides)

    @property
    def picked(self):
        """(id, id): the quotes that are picked, blank where none is."""
        picked = tuple(self.held.get("picked", ()))
        known = {"", *self.report.claims.index}
        return picked if len(picked) == 2 and known.issuperset(picked) else ("", "")

    @property
    def relating(self):
        """bool: whether a quote is picked on each side."""
        return all(self.picked) and self.picked[0] != self.picked[1]

    def controls(self):
        """list of Control: of the step that is shown."""
        held = Held(id="open", label="what is open", value=self.held)
        if self.relating:
            return [self._same(), self._relation(), held]
        names = list(self.sides)
        coded = (self.report.claims["accepted"] != "").any()
        also = Check(id="also", label="show another reader’s coding", value=self.also)
        return [
            Choice(id="left", label="Left", options=names, value=self.pair[0].name),
            Choice(id="right", label="Right", options=names, value=self.pair[1].name),
            *[also] * bool(coded),
            held,
        ]

    def _same(self):
        look = dict(label=DO_THEY, columns=["your answer"], options=ANSWERS)
        return Ratings(id="same", rows=list(ASKED), value=self.same, **look)

    def _relation(self):
        options = list(RELATIONS)
        return Radio(id="relation", label="The two …", options=options, value=self.relation)

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        before = self.picked
        self.held = values.get("open", self.held)
        self.also = values.get("also", self.also)
        self._choose_sides(values)
        if self.picked != before:
            self.same = BLANK
            self.relation = None
        elif "relation" in values:
            self.same = values["same"]
            self.relation = values["relation"]
        return self._relate() if self.relating else self._choose()

    def _choose_sides(self, values):
        """Takes over the two menus; other sides begin with nothing picked."""
        if "left" not in values:
            return
        chosen = (self.sides[values["left"]], self.sides[values["right"]])
        if chosen != self.pair:
            self.pair = chosen
            self.held = {}

    def follow(self, panel):
        """Brings the form of a Panel up to date with the step that is shown."""
        wanted = self.controls()
        if [c.id for c in wanted] != [c.id for c in panel.controls]:
            panel.controls = wanted
        panel.values = {c.id: c.value for c in wanted}

    def _choose(self):
        """View of the two columns."""
        if self.pair[0] == self.pair[1]:
            said = f"{self.pair[0].name} stands on both sides. Choose another one."
            return View(render("said.html", text=said), said)
        told = self._open()
        held = self.held | {"picked": list(self.picked)}
        content = columns(self.report, self.pair, held, self.also)
        said = told or "Pick a quote in each column, or open a cell that is empty."
        if any(self.picked):
            said = "One quote is picked. Pick one in the other column, too."
        return View(content, f"{said} {self.finds.told()}", still_columns(self.report, self.pair))

    def _open(self):
        """str: enters the empty cell that is open, and says where nothing is found behind it."""
        opened = self.held.get("gap", [])
        if len(opened) != 2 or opened[0] not in ("0", "1") or opened[1] not in self.asked:
            return ""
        counts = self.finds.miss(self.pair[int(opened[0])].name, opened[1])
        return "" if counts else NOTHING_BEHIND

    def _relate(self):
        """View of two quotes side by side."""
        shown = bool(self.held.get("shown")) and self.relation is not None
        said = "What are these two to each other?"
        if shown:
            answered = all(answer != ANSWERS[0] for (answer,) in self.same)
            counts = self.finds.look_at(self.picked, self.relation, answered)
            said = word_of(self.report).shown if counts else CHANGED
        if shown and self.held.get("keep"):
            said = self._keep()
        state = {"same": self.same, "relation": self.relation, "shown": shown}
        can_keep = shown and self._is_own and pair_of(self.report, *self.picked) is None
        content = related(self.report, self.picked, state, self.finds.lines(), can_keep)
        return View(content, f"{said} {by_answers(state)} {self.finds.told()}")

    @property
    def _is_own(self):
        return self.report.folder.parent == work_folder()

    def _keep(self):
        """str: writes the pair into pairs.csv of a report in the work folder, or says why not."""
        first, second = self.picked
        if not self._is_own or pair_of(self.report, first, second) is not None:
            return "This pair stands in pairs.csv."
        name = self.report.folder.name
        row = dict(first=first, second=second, relation=self.relation, why=self._why())
        try:
            key = add_row(name, "pairs", **row)
        except Problem as problem:
            return str(problem)
        self.report.pairs = open_report(name).pairs
        return f"Kept as {key} in pairs.csv of {name}."

    def _why(self):
        """str: the learner's own answers, as the reason of a pair."""
        told = [f"{asked}: {row[0]}" for asked, row in zip(ASKED, self.same)]
        return f"Do both speak of … {'; '.join(told)}."
