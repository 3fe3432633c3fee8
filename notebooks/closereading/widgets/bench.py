"""The bench of lesson 09: the row in hand, by which a passage of a report becomes a claim, and a
number. The passage is selected in the text, taken from what is suggested, or typed.
"""

from ..data.edits import snapshot
from ..data.folders import told_folder
from ..data.own import own_folder
from ..data.report import open_report
from ..reading.accounts import NO_SOURCE
from ..reading.text import Problem
from ..show.controls import Choice, Held, Text
from ..show.panel import View
from .bench_acts import ACTS
from .bench_asks import Asks
from .bench_draft import keep, kept_in
from .bench_firm import firm_line
from .bench_moved import about, stale
from .bench_steps import BLANK, CALLED, FIXED, SHOWN, STEPS, step_of
from .bench_text import Offers
from .bench_view import bench_view, still_view
from .bench_who import last_of
from .claim_files import save_row
from .claim_known import further, of_another_speaker, unnumbered
from .claim_rows import KEPT, Line, changed_elsewhere, lines_of

KINDS = "event capability intent commitment judgement place".split()


def _possible(field, text):
    """Whether the control of a field can show a text."""
    return text in FIXED.get(field, [text])


class Bench:
    """The row in hand, kept in draft.json of the report's folder from the first letter on; and the
    step that is shown. edited: the ids of the claim and the number that this row changes. turn: how
    many buttons of the view were pressed. undo: what the files were before and after each change.
    """

    def __init__(self, name):
        self.name = name
        self.report = open_report(name)
        self.draft = own_folder(name) / "draft.json"
        self.row = dict(BLANK)
        self.step = next(iter(STEPS))
        self.said = ""
        self.there = set()
        self.refused = ""  # what was said last where something was lacking
        self.edited = []
        self.jumped = False  # step 3 was shown by itself, and nothing was done there yet
        self.waits = None  # the row that was not saved because of a question
        self.unsaid = None  # what was said of a speaker who was corrected, and who that was
        self.turn = 0
        self.undo = []
        self.cleared = None  # the row that was put by last, and what it changes
        self.about = None  # of which passage the fields are said
        self.offers = Offers(self.report)
        self.asks = Asks(self.report)
        self.before = last_of(self.report)  # what one button takes over from the row before
        self._take_up()

    def _take_up(self):
        """Takes up the row that had been begun."""
        kept = kept_in(self.draft)
        self.row |= {field: text for field, text in kept.row.items() if _possible(field, text)}
        self.offers.refuse(*kept.refused)
        self.edited = kept.edited
        self.said = "Here is the row that you had begun. " if any(self.row.values()) else ""
        self.about = about(self.report, self.row, None)

    def controls(self):
        """list of Control: the step; and those of each step, with the words that the report knows
        already. A page shows those of one step, and has the others at hand.
        """
        made = [Choice(id="step", label="Step", options=STEPS, value=self.step)]
        made.append(Held(id="do", label="buttons beside the form"))
        for step, fields in STEPS.items():
            made += [self._field(field, label, ("step", step)) for field, label in fields.items()]
        return made

    def _field(self, field, label, when):
        """Control of one field. when: the step to which it belongs."""
        given = dict(id=field, label=label, value=self.row[field], when=when)
        if field in FIXED:
            return Choice(**given, options=FIXED[field], shown=SHOWN[field])
        return Text(**given, live=True, options=self._known(field))

    def _known(self, field):
        """list of str: what may be written into a field: what the report has there already, and
        what stands near the passage.
        """
        claims = self.report.claims
        numbers = self.report.numbers
        column = claims[field] if field in claims else numbers.get(field, ())
        had = [str(value) for value in column if value == value and value]
        known = {
            "speaker": [NO_SOURCE, *claims["who"], *self.offers.names(self.row)],
            "kind": [*self.report.about.get("kinds", KINDS), *had],
            "cue": self.offers.cues(self.row),
            "number": self.offers.numbers_in(self.row),
            **dict.fromkeys(("passage", "prefix", "suffix", "claim", "counted_on"), []),
        }
        return list(dict.fromkeys(known.get(field, had)))

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        given = {field: text for field, text in values.items() if field in BLANK}
        if not given.items() <= self.row.items():
            self.said = ""
            self.jumped = False
        if values.get("step", self.step) != self.step:
            self.said = ""  # it may be of the step before
            self.jumped = False
        self.step = values.get("step", self.step)
        was = dict(self.row)
        self.row |= given | of_another_speaker(self.report, self.row, given)
        self._notice(was)
        self.leave()
        self._press(values.get("do", {}))
        self.leave()
        keep(self.draft, self.row, self.offers.refused, self.edited)
        return self.view()

    def _notice(self, was):
        """Keeps what was said of a speaker and is not of the one who is written now. was: the row
        before the change.
        """
        if self.row["sourcing"]:
            self.unsaid = None
        elif was["sourcing"] and was["speaker"] != self.row["speaker"]:
            self.unsaid = (was["sourcing"], was["speaker"].strip())

    def leave(self):
        """What was said of another passage goes; one button brings it back."""
        now = about(self.report, self.row, self.about)
        gone = [] if self.edited else stale(now, self.about)
        if gone:
            self.cleared = (self.about.row, [])
            self.row |= dict.fromkeys(gone, "")
            self.unsaid = None
            self.said = "What was said of the passage before is gone from the form. "
        self.about = about(self.report, self.row, self.about)

    def _press(self, do):
        """Does what a button of the view says, once."""
        if do.get("n") != str(self.turn) or do.get("act") not in ACTS:
            return
        self.turn += 1
        self.said = ""
        self.jumped &= do["act"] == "next"
        try:
            ACTS[do["act"]](self, do)
        except (Problem, KeyError, ValueError) as problem:
            self.said = f"{problem} "

    def changed(self, before):
        """Keeps what the files were before a change, and looks at them again."""
        after = snapshot(self.report.folder)
        if after != before:
            self.undo.append((before, after))
        self.look_again()

    def look_again(self):
        """Opens the report anew."""
        self.report = open_report(self.name)
        self.offers.look_again(self.report)
        self.asks = Asks(self.report)
        self.before = last_of(self.report)

    def save(self):
        """Saves the row and begins a blank one; or says why it is not saved, and shows the step at
        which something is missing.
        """
        before = snapshot(self.report.folder)
        try:
            self.asks.settled(self.row)
            told = changed_elsewhere(self.report, self.row, *self.edited[:1])
            told += [line.what for line in self._further()]
            key = save_row(self.name, self.row, *self.edited)
        except Problem as e:
            self.said = f"{e} "
            self.refused = self.said
            self.waits = dict(self.row) if self.asks.about(self.row) else None
            lines = lines_of(self.report, self.row)
            self.step = next((line.step for line in lines if line.lacks), self.step)
            return
        self.changed(before)
        self.before = {field: self.row[field].strip() for field in KEPT}
        self.offers.go_to(self.row)
        self._begin()
        too = "".join(f" {sentence}." for sentence in told)
        self.said = f"Saved as {key} in the folder {told_folder(self.name)}.{too} "

    def clear(self):
        """Begins a new row without anything."""
        self.put_by()
        self.said = "The row is blank again. “Bring the row back” fetches what was in it. "

    def unclear(self):
        """Brings back the row that was cleared last."""
        if self.cleared is None:
            raise Problem("There is no row to bring back.")
        self.put_by(*self.cleared)
        self.said = "The row is in the form again. "

    def put_by(self, row=BLANK, edited=()):
        """Puts another row, default a blank one, in the place of the row in hand, which a button
        brings back.
        """
        put_by = (self.row, self.edited) if any(self.row.values()) else None
        self._begin()
        self.cleared = put_by
        self.row = dict(row)
        self.edited = list(edited)
        self.about = about(self.report, self.row, None)

    def _begin(self):
        """A new row."""
        self.about = None
        self.cleared = None
        self.row = dict(BLANK)
        self.step = next(iter(STEPS))
        self.there = set()
        self.edited = []
        self.unsaid = None

    def follow(self, panel):
        """Brings a Panel's form up to date with the row, and with the words that are known now."""
        wanted = self.controls()
        if [c.form() for c in wanted] != [c.form() for c in panel.controls]:
            panel.controls = wanted
        # nothing happens where they are so already
        panel.values = {c.id: c.value for c in wanted}

    def view(self):
        """View: what the row has, where its passage stands and between which words, what may be
        taken next, and the rows that are saved.
        """
        lines = self.lines()
        told = [line.told() for line in lines]
        new = self._new(told)
        asked = self.asks.about(self.row)  # else the question would be behind a long list
        says = self.said + ("" if asked else new) + self._needed(lines)
        return View(bench_view(self, lines), says, still_view(self, lines))

    def lines(self):
        """list of Line: the parts of the row, and what is known of its passage."""
        here = self.step == step_of("number")  # a button takes it
        held = [] if here else unnumbered(self.row, self.offers.numbers_in(self.row))
        made = lines_of(self.report, self.row) + self._open_again() + held + self._further()
        return made + firm_line(self.report, self.row)

    def _open_again(self):
        """list of Line: that the program does not know of a speaker what was said of another."""
        who = self.row["speaker"].strip()
        if self.unsaid is None or not who:
            return []
        said, other = self.unsaid
        what = f"“{CALLED[said]}” was said of {other}: choose what {who} is, or leave it open"
        return [Line(False, False, what, "sourcing")]

    def _further(self):
        """list of Line: what saving does to a claim that has this passage; none of one that is in
        the form to be changed.
        """
        return [] if self.edited else further(self.report, self.row)

    def _new(self, told):
        """str: what is there now and was not before, for whoever does not see the signs."""
        there = {what for sign, what in told if sign == "✓"}
        new = [what for _, what in told if what in there - self.there]
        self.there = there
        return "".join(f"✓ {what}. " for what in new)

    def _needed(self, lines):
        """str: the next thing that is needed."""
        if self.said and self.said == self.refused:
            return ""
        if asked := self.asks.about(self.row):
            return asked.says
        first = next((line for line in lines if line.lacks), None)
        if first is None and (again := self._open_again()):
            return f"At step 2, {again[0].what}. Else nothing needed is missing."
        if first is None:
            return "Nothing needed is missing; save it."
        return f"Next, at step {first.step[0]}: {first.what}."
