"""Claim bench (lesson 09): a form by which a passage of a report becomes a claim, and a number."""

import json

from ..data.files import read_text, write_whole
from ..data.own import own_folder
from ..data.report import open_report
from ..data.schema import schema
from ..reading.accounts import NO_SOURCE
from ..reading.text import Problem, everywhere
from ..show.controls import Button, Choice, Text
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import box, html_table
from .claim_files import save_claim
from .claim_rows import BLANK, STEPS, lines_of

FIXED = {
    field["name"]: ["", *field["constraints"]["enum"]]
    for field in [*schema("claims")["fields"], *schema("speakers")["fields"]]
    if field["name"] in ("kind", "sourcing")
}

KEPT = ("speaker", "sourcing", "account", "topic")  # the next row often has the same


def _possible(field, text):
    """Whether the control of a field can show a text."""
    return text in FIXED.get(field, [text])


class Bench:
    """The row in hand, kept in draft.json of the report's folder from the first letter on; and the
    step that is shown.
    """

    def __init__(self, name):
        self.name, self.report = name, open_report(name)
        self.draft = own_folder(name) / "draft.json"
        self.row, self.step = dict(BLANK), next(iter(STEPS))
        self.pressed = dict.fromkeys(("save", "clear"), 0)
        self.said = ""
        self.lacks_said = False  # whether it says already what is lacking
        self.there = set()
        self._take_up()

    def _take_up(self):
        """Takes up the row that had been begun, where there is one."""
        try:
            kept = json.loads(read_text(self.draft)[0]).items()
        except (ValueError, AttributeError):
            return
        known = {field: str(text) for field, text in kept if field in BLANK}
        self.row |= {field: text for field, text in known.items() if _possible(field, text)}
        self.said = "Here is the row that you had begun. " * any(self.row.values())

    def controls(self):
        """list of Control: the step; and those of each step, with the words that the report knows
        already. A page shows those of one step, and has the others at hand.
        """
        made = [Choice(id="step", label="Step", options=STEPS, value=self.step)]
        for step, fields in STEPS.items():
            made += [self._field(field, label, ("step", step)) for field, label in fields.items()]
        for name, label, step in zip(self.pressed, ("Save", "Clear"), (-1, 0), strict=True):
            given = dict(id=name, label=f"{label} the row", value=self.pressed[name])
            made.append(Button(**given, when=("step", [*STEPS][step])))
        return made

    def _field(self, field, label, when):
        """Control of one field. when: the step to which it belongs."""
        given = dict(id=field, label=label, value=self.row[field], when=when)
        if field in FIXED:
            return Choice(**given, options=FIXED[field])
        return Text(**given, live=True, options=self._known(field))

    def _known(self, field):
        """list of str: what the report has in a field already, each once."""
        claims, numbers = self.report.claims, self.report.numbers
        if field == "speaker":
            return list(dict.fromkeys([NO_SOURCE, *claims["who"]]))
        if field in ("passage", "claim", "counted_on"):
            return []
        column = claims[field] if field in claims else numbers.get(field, ())
        return list(dict.fromkeys(str(value) for value in column if value == value and value))

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        given = {field: text for field, text in values.items() if field in BLANK}
        if not given.items() <= self.row.items():
            self.said = ""
            self.lacks_said = False
        self.step = values.get("step", self.step)
        self.row |= given
        for name, act in (("save", self._save), ("clear", self._clear)):
            if values.get(name, 0) > self.pressed[name]:
                self.pressed[name] = values[name]
                act()
        write_whole(self.draft, json.dumps(self.row))  # all in ASCII: no sign in it can be refused
        return self.view()

    def _save(self):
        """Saves the row and begins a new one with the same speaker and topic; or says why it is not
        saved, and shows the step at which something is missing.
        """
        try:
            key = save_claim(self.name, **self.row)
        except Problem as e:
            lacking = [line for line in lines_of(self.report, self.row) if line.lacks]
            self.said = f"{e} "
            self.lacks_said = bool(lacking)
            self.step = lacking[0].step if lacking else self.step
            return
        kept = {field: self.row[field] for field in KEPT if self.row[field]}
        self.report = open_report(self.name)
        self._begin(kept)
        stay = " The speaker and the topic stay for the next row." * bool(kept)
        self.said = f"Saved as {key} in the folder {self.name} of your work folder.{stay} "

    def _clear(self):
        """Begins a new row without anything."""
        self._begin({})
        self.said = "The row is blank again. "

    def _begin(self, kept):
        """A new row. kept: dict, field -> what is in it already."""
        self.row, self.step = BLANK | kept, next(iter(STEPS))
        self.there = set()
        self.lacks_said = False

    def follow(self, panel):
        """Brings a Panel's form up to date with the row, and with the words that are known now."""
        wanted = self.controls()
        if [c.form() for c in wanted] != [c.form() for c in panel.controls]:
            panel.controls = wanted
        # nothing happens where they are so already
        panel.values = {c.id: c.value for c in wanted}

    def view(self):
        """View: what the row has, where its passage stands and between which words, and the rows
        that are saved.
        """
        lines = lines_of(self.report, self.row)
        told = [line.told() for line in lines]
        content = render("claim_bench.html", lines=told, spots=self._places(), saved=self._saved())
        return View(content, self.said + self._new(told) + self._needed(lines))

    def _new(self, told):
        """str: what is there now and was not before, for whoever does not see the signs."""
        there = {what for sign, what in told if sign == "✓"}
        new = [what for _, what in told if what in there - self.there]
        self.there = there
        return "".join(f"✓ {what}. " for what in new)

    def _places(self):
        """list of (paragraph, words before, passage, words after): wherever the passage stands."""
        text = self.report.paragraphs
        found = []
        for n, start, end in everywhere(text, self.row["passage"]):
            part = text[n - 1]
            found.append((n, part[max(start - 70, 0) : start], part[start:end], part[end:][:70]))
        return found

    def _saved(self):
        """str: the rows that are saved, folded up."""
        columns = ["id", "quote", "paragraph", "who", "kind", "topic"]
        rows = self.report.claims.reset_index()[columns]
        if not len(rows):
            return ""
        return box(f"Saved so far: {len(rows)}", html_table(rows, f"claims.csv of {self.name}"))

    def _needed(self, lines):
        """str: the next thing that is needed."""
        if self.lacks_said:
            return ""
        first = next((line for line in lines if line.lacks), None)
        if first is None:
            return "Nothing needed is missing; save it at step 6."
        return f"Next, at step {first.step[0]}: {first.what}."


def claim_bench(name):
    """Panel that makes claims of a report in the work folder, step by step. Raises Problem where
    the folder cannot be opened.
    """
    bench = Bench(name)
    panel = Panel(
        "Make one passage a claim: where it stands, who says it, what it counts.",
        bench.controls(),
        bench.answer,
    )
    panel.observe(lambda _: bench.follow(panel), "values")
    return panel
