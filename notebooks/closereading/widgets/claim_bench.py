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
from .claim_rows import BLANK, STEPS, check_row, save_claim

FIXED = {
    field["name"]: ["", *field["constraints"]["enum"]]
    for field in [*schema("claims")["fields"], *schema("speakers")["fields"]]
    if field["name"] in ("kind", "sourcing")
}


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
        self.pressed, self.said = 0, ""
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
        """list of Control: those of the step that is shown, with the words that the report
        knows already.
        """
        step = Choice(id="step", label="Step", options=STEPS, value=self.step)
        fields = [self._field(field, label) for field, label in STEPS[self.step].items()]
        save = Button(id="save", label="Save the row", value=self.pressed)
        return [step, *(fields or [save])]

    def _field(self, field, label):
        """Control of one field."""
        value = self.row[field]
        if field in FIXED:
            return Choice(id=field, label=label, value=value, options=FIXED[field])
        return Text(id=field, label=label, value=value, live=True, options=self._known(field))

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
        self.step = values.get("step", self.step)
        self.row |= given
        if values.get("save", 0) > self.pressed:
            self.pressed = values["save"]
            self._save()
        write_whole(self.draft, json.dumps(self.row))  # all in ASCII: no sign in it can be refused
        return self.view()

    def _save(self):
        """Saves the row and begins a new one, or says why it is not saved."""
        try:
            key = save_claim(self.name, **self.row)
        except Problem as e:
            self.said = f"{e} "
            return
        self.said = f"Saved as {key} in the folder {self.name} of your work folder. "
        self.report = open_report(self.name)
        self.row, self.step = dict(BLANK), next(iter(STEPS))

    def follow(self, panel):
        """Brings a Panel's form up to date with the row: other controls for another step, blank
        ones after a save.
        """
        wanted = self.controls()
        if [c.id for c in wanted] != [c.id for c in panel.controls]:
            panel.controls = wanted
        # nothing happens where they are so already
        panel.values = {c.id: c.value for c in wanted}

    def view(self):
        """View: what the row has, where its passage stands and between which words, and the rows
        that are saved.
        """
        lines = check_row(self.report, self.row)
        content = render("claim_bench.html", lines=lines, spots=self._places(), saved=self._saved())
        return View(content, self.said + self._needed(lines))

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
        if self.said.startswith("Not saved"):
            return ""
        missing = (f"Next: {what}." for sign, what in lines if sign == "✗")
        return next(missing, "Nothing needed is missing; save it at step 6.")


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
