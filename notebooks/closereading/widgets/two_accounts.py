"""Two accounts (lesson 06, and any report): two columns of quotes; a learner picks one on each side
and says what they are to each other, before seeing what we say.
"""

from ..data.folders import work_folder
from ..data.own import add_row
from ..data.report import open_report
from ..reading.accounts import questions, ready_pairs, sides
from ..reading.four_questions import ASKED
from ..reading.given import looked_at
from ..reading.pairs import RELATIONS, pair_of
from ..reading.text import Problem
from ..show.controls import Check, Choice, Held, Text
from ..show.html import render
from ..show.panel import Panel, View
from .finds import WHY, Finds, Look
from .two_columns import columns, still_columns
from .two_related import ANSWERS, State, by_answers, related
from .whose_word import word_of

ONE = "This report has no two claims to compare."
PICK = "Pick one quote in each column, or open an empty cell."
ONE_PICKED = "One quote is picked. Pick one in the other column, too."
SAY_WHY = "Say first why this cell is empty."
A_FIND = "That is a find."
REASON = "Your reason, if you keep the pair"
OTHERS = (
    "Pick two quotes of this side. If the text quotes another side, make a row of its words: step 5"
    " of the Claim bench has the field “Account: whose side”."
)
HOW = "There are no two claims here that could be compared. Make another row at the Claim bench."
FOUR = [f"q{i}" for i in range(len(ASKED))]
BLANK = ("",) * len(ASKED)


@looked_at
def two_accounts(report):
    """Panel: two accounts of a report beside each other, question by question; a pair of quotes is
    related by the learner first, then by us; in a report of their own, by its numbers, and there a
    pair can be kept in its pairs.csv. What is found is saved with the answers.
    """
    if len(sides(report)) < 2 and (report.complete or len(report.claims) < 2):
        return Panel(ONE, [], lambda _: View("", HOW))
    desk = Desk(report)
    panel = Panel(word_of(report).goal, desk.controls(), desk.answer)
    panel.observe(lambda _: desk.follow(panel), "values")
    return panel


class Desk:
    """What lies in front of a learner. pair: the two Sides. also: whether other codings are shown.
    held: what buttons have set: {"picked": [id, id], "gap": ["0" or "1", topic], "why": one of WHY,
    "shown": bool, "keep": bool}. four, relation: the answers on the pair in hand, "" where there is
    none yet. why: the reader's reason for it, in a report of their own. finds: Finds.
    """

    def __init__(self, report):
        self.report = report
        self.sides = sides(report)
        self.pair = ready_pairs(report)[0]
        self.also = False
        self.held = {}
        self.four = BLANK
        self.relation = ""
        self.why = ""
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
        """list of Control: of the step that is shown; what the view sets is there in both."""
        held = [Held(id="open", label="what is open", value=self.held)]
        for name, value in zip((*FOUR, "relation"), (*self.four, self.relation)):
            held.append(Held(id=name, label=name, value={"is": value}))
        if self.relating:
            why = Text(id="why", label=REASON, value=self.why)
            return [why, *held] if self._is_own else held
        names = list(self.sides)
        other = "as another reader may sort them"
        coded = (self.report.claims["accepted"] != "").any()
        also = Check(id="also", label=other, value=self.also)
        return [
            Choice(id="left", label="Left", options=names, value=self.pair[0].name),
            Choice(id="right", label="Right", options=names, value=self.pair[1].name),
            *[also] * bool(coded),
            *held,
        ]

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        before = self.picked
        self.held = values.get("open", self.held)
        self.also = values.get("also", self.also)
        self._choose_sides(values)
        if self.picked != before:
            self._begin()
        elif self.relating:
            self._take(values)
        return self._relate() if self.relating else self._choose()

    def _begin(self):
        """Another pair is in hand: nothing is chosen yet, or what was chosen of it before."""
        self.why = ""
        look = self.finds.seen(self.picked)
        self.four = tuple(look.four) if look and len(look.four) == len(ASKED) else BLANK
        self.relation = look.relation if look else ""

    def _take(self, values):
        """Takes over the answers on the pair in hand; once ours was shown they stay."""
        self.why = values.get("why", "")
        if self.finds.is_settled(self.picked):
            return
        four = [str(values[name].get("is", "")) for name in FOUR]
        relation = str(values["relation"].get("is", ""))
        self.four = tuple(answer if answer in ANSWERS else "" for answer in four)
        self.relation = relation if relation in RELATIONS else ""

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
        if self.pair[0] == self.pair[1] and self.report.complete:
            said = f"{self.pair[0].name} stands on both sides. Choose another one."
            return View(render("said.html", text=said), said)
        told = self._open()
        held = self.held | {"picked": list(self.picked)}
        content = columns(self.report, self.pair, held, self.finds, self.also)
        alone = len(self.sides) < 2 and OTHERS
        said = ONE_PICKED if any(self.picked) else told or alone or PICK
        still = still_columns(self.report, self.pair, self.finds)
        return View(content, f"{said} {self.finds.told()}", still)

    def _open(self):
        """str: enters what is said of the empty cell that is open, and asks for it before."""
        opened = self.held.get("gap", [])
        if len(opened) != 2 or opened[0] not in ("0", "1") or opened[1] not in self.asked:
            return ""
        cell = (self.pair[int(opened[0])].name, opened[1])
        if self.held.get("why") in WHY:
            self.finds.say_why(*cell, self.held["why"])
        if cell not in self.finds.gaps:
            return SAY_WHY
        return A_FIND if self.finds.is_right(*cell) else PICK

    def _relate(self):
        """View of two quotes side by side."""
        state = self._state()
        if state.shown:
            self.finds.look_at(self.picked, Look(self.relation, list(self.four)))
            state = self._state()
        said = by_answers(state, self._is_own)
        if state.shown:
            said = self._shown()
        if state.shown and self.held.get("keep"):
            said = self._keep()
        can_keep = state.shown and self._is_own and pair_of(self.report, *self.picked) is None
        content = related(self.report, self.picked, state, self.finds, can_keep)
        return View(content, f"{said} {self.finds.told()}".strip())

    def _shown(self):
        """str: whether the pair that is shown is a find; once all are found, nothing is wanted."""
        if self.finds.is_find(self.picked):
            return A_FIND
        return "" if self.finds.reached else word_of(self.report).shown

    def _state(self):
        """State of the pair in hand. Ours is shown where all is answered, or was before."""
        settled = self.finds.is_settled(self.picked)
        done = all(self.four) and self.relation != ""
        shown = settled or (done and bool(self.held.get("shown")))
        return State(self.four, self.relation, shown, settled)

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
        """str: the learner's own reason for a pair, and their answers."""
        told = [f"{asked}: {answer}" for asked, answer in zip(ASKED, self.four)]
        mine = " ".join(self.why.split())
        stop = "." if mine and mine[-1] not in ".!?…" else ""
        return f"{mine}{stop} Do both speak of … {'; '.join(told)}.".strip()
