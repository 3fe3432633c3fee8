"""Forms for what lesson 09 needs besides claims: a place, a distance, a source card, a trace."""

import json
from typing import NamedTuple

from ..data.mine import named
from ..data.own import add_row, own_folder
from ..data.report import open_report
from ..geo import find_place
from ..reading.numerals import so_many
from ..reading.text import Problem
from ..show.controls import Choice, Held, Text
from ..show.html import render
from ..show.panel import Panel, View

GOAL = "Add what a claim needs: a place and a distance, or a source card and a trace."
FORMS = {
    "a place": {
        "name": "Name",
        "lat": "Degrees north (south: -)",
        "lon": "Degrees east (west: -)",
    },
    "a distance": {"claim": "Claim", "start": "From", "end": "To"},
    "a source card": {
        "publisher": "Publisher",
        "known_on": "Its day, such as 2026-05-05",
        "url": "Address",
        "quote": "Its exact words",
    },
    "a trace": {"claim": "Claim", "card": "Source card"},
}
NONE = "choose"


class Saved(NamedTuple):
    """What was saved. table: its file. key: of the row."""

    table: str
    key: str


class Forms:
    """What stands in the forms of one report."""

    def __init__(self, name):
        own_folder(name)
        self.name = name
        self.report = open_report(name)
        self.values = {"what": next(iter(FORMS))}
        self.turn = 0
        self.said = ""

    def controls(self):
        """list of Control: what is added, and the fields of each form."""
        made = [Choice(id="what", label="Add", options=FORMS, value=self.values["what"])]
        for form, fields in FORMS.items():
            made += [self._field(form, field, label) for field, label in fields.items()]
        return [*made, Held(id="do", label="the button beside the form")]

    def _field(self, form, field, label):
        """Control of one field of a form."""
        name = f"{form.split()[-1]}_{field}"
        given = dict(id=name, label=label, when=("what", form))
        if field in ("claim", "card"):
            options = self._claims() if field == "claim" else self._cards()
            value = self.values.get(name, NONE)
            return Choice(**given, options=options, value=value if value in options else NONE)
        known = list(self.report.places["name"]) if field in ("start", "end") else []
        return Text(**given, value=self.values.get(name, ""), options=known)

    def _claims(self):
        """list of str: the claims, as a menu shows them."""
        return [
            NONE,
            *(f"{key}: {quote[:60]}" for key, quote in self.report.claims["quote"].items()),
        ]

    def _cards(self):
        """list of str: the source cards, as a menu shows them."""
        return [NONE, *(f"{k}: {who[:60]}" for k, who in self.report.sources["publisher"].items())]

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        changed = dict(values) != self.values  # or else a form was emptied just now
        pressed = values.get("do") == self._do()
        self.values = dict(values)
        if pressed:
            self.turn += 1
            self.said = self._save()
        elif changed:
            self.said = "Fill in the fields, then press “Save it”."
        save = json.dumps({"do": self._do()})
        content = render("row_forms.html", save=save, there=self._there())
        return View(content, self.said, render("said.html", text=self._there()))

    def _do(self):
        """dict: what the button sets, another each time."""
        return {"act": "save", "n": str(self.turn)}

    def _save(self):
        """str: saves what stands in the form that is shown, or says what is wrong."""
        what = self.values["what"]
        prefix = what.split()[-1]
        given = {field: self.values[f"{prefix}_{field}"].strip() for field in FORMS[what]}
        try:
            saved = _SAVE[what](self, given)
        except Problem as problem:
            return str(problem)
        for field in FORMS[what]:
            self.values.pop(f"{prefix}_{field}")
        self.report = open_report(self.name)
        return f"Saved as {saved.key} in {saved.table}.csv of {self.name}."

    def _there(self):
        """str: what the report has already."""
        tables = {"place": "places", "distance": "routes", "source card": "sources"} | {
            "trace": "traces"
        }
        parts = [so_many(len(getattr(self.report, table)), one) for one, table in tables.items()]
        return f"{self.name} has {', '.join(parts)}."

    def place(self, given):
        """Saved: a place; where no degrees are given, that of the list of towns."""
        if not given["name"]:
            raise Problem("Not saved: the place needs a name.")
        if not (given["lat"] or given["lon"]):
            key = find_place(self.report, given["name"])
            raise Problem(f"{given['name']} is on the list of towns already ({key}): just use it.")
        key = "-".join(given["name"].casefold().split())
        row = dict(given, uncertainty_km=1, source="the degrees are typed in lesson 09")
        return Saved("places", add_row(self.name, "places", id=key, **row))

    def distance(self, given):
        """Saved: a straight line between two places, by which a claim is measured."""
        ends = {"from": self._place(given["start"]), "to": self._place(given["end"])}
        claim = _key(given["claim"], "claim")
        key = add_row(self.name, "routes", claim=claim, **ends, path="straight", source="computed")
        return Saved("routes", key)

    def _place(self, name):
        """str: the id of a place of the report or of the list of towns."""
        if not name:
            raise Problem("Not saved: a distance goes from one place to another; name both.")
        try:
            return find_place(self.report, name)
        except Problem as problem:
            add = "Or add it as “a place” first, with its degrees."
            raise Problem(f"Not saved: {problem} {add}") from None

    def card(self, given):
        """Saved: a source card."""
        lacking = [label for f, label in FORMS["a source card"].items() if not given[f]]
        if lacking:
            raise Problem(f"Not saved. What is needed: {', '.join(lacking)}.")
        row = dict(given, who=given["publisher"])
        return Saved("sources", add_row(self.name, "sources", **row))

    def trace(self, given):
        """Saved: a claim laid beside a source card."""
        row = dict(claim=_key(given["claim"], "claim"), card=_key(given["card"], "source card"))
        return Saved("traces", add_row(self.name, "traces", **row))

    def follow(self, panel):
        """Brings a Panel's form up to date: what was saved is blank, and can be chosen."""
        wanted = self.controls()
        if [c.form() for c in wanted] != [c.form() for c in panel.controls]:
            panel.controls = wanted
        self.values = {c.id: c.value for c in wanted}
        panel.values = self.values


_SAVE = {
    "a place": Forms.place,
    "a distance": Forms.distance,
    "a source card": Forms.card,
    "a trace": Forms.trace,
}


def _key(chosen, what):
    """str: the id in what was chosen of a menu. Raises Problem where nothing was."""
    if chosen == NONE:
        raise Problem(f"Not saved: choose a {what}.")
    return chosen.partition(":")[0]


def row_forms(name=""):
    """Panel with forms for places, distances, source cards and traces of a report in the work
    folder. name: default, the one that was named last. Raises Problem where the folder cannot be
    opened.
    """
    forms = Forms(named(name))
    panel = Panel(GOAL, forms.controls(), forms.answer)
    panel.observe(lambda _: forms.follow(panel), "values")
    return panel
