"""Your text (lesson 09): a text is pasted, or taken from a file, and becomes a report in the work
folder.
"""

import json

from ..data.imports import ENDINGS
from ..data.mine import EXAMPLE, name_it
from ..data.own import begun, take_text
from ..data.report import open_report
from ..data.whereabouts import in_short, where_it_goes
from ..reading.days import meant_day
from ..reading.numerals import so_many
from ..reading.text import Problem
from ..show.controls import Button, Held, Text
from ..show.entry import Area, Upload, bytes_of
from ..show.html import render
from ..show.panel import Panel, View
from .claim_bench import turn_to

GOAL = "Put a text of yours here: paste it, or choose a file."
COPIES = {
    "ferry-figures": "Begin with a copy of the company’s figures",
    "full-house": "Begin with a copy of the stadium report",
}
CORRECT = "The text is in the field. Correct it there, then press “Take this text”."
LACKS = {  # of report.toml: what is so without it
    "title": "There is no title, so the page that you hand on will be called “{name}”.",
    "published": "There is no day, so that page will not say when the text was published, and"
    " nothing tells whether a source is older than it.",
}
NO_TEXT = "Nothing was taken: paste a text, or choose a file."


class Inlet:
    """What stands in the form. told: list of sentences on the text that was taken last."""

    def __init__(self, name):
        name_it(name)  # a name that cannot be is said at once
        self.name = name
        self.told = []
        self.said = ""
        self.report = _opened(name)
        self.values = {"title": "", "published": "", "pasted": "", "file": {}, "take": 0}
        self.values["copy"] = {}
        if self.report is not None:
            self.values["title"] = self.report.about.get("title", "")
            day = self.report.published
            self.values["published"] = "" if day is None else f"{day:%Y-%m-%d}"

    def controls(self):
        """list of Control: title, day, file, paste, button."""
        values = self.values
        return [
            Text(id="title", label="Title", value=values["title"]),
            Text(
                id="published", label="Published on, such as 2026-05-05", value=values["published"]
            ),
            Upload(id="file", label="A file (.docx, .pdf, .html, .txt)", endings=ENDINGS),
            Area(id="pasted", label="Or paste the text here", value=values["pasted"]),
            Button(id="take", label="Take this text", value=values["take"]),
            Held(id="copy", label="the buttons for a copy", value=values["copy"]),
        ]

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        pressed = values["take"] > self.values["take"] or values["copy"] != self.values["copy"]
        changed = dict(values) != self.values  # or else the fields were emptied just now
        self.values = dict(values)
        if pressed and "correct" in values["copy"] and not values["pasted"]:
            self.values["pasted"] = "\n\n".join(self.report.paragraphs)
            self.said = CORRECT
        elif changed or not self.said:
            self.said = self._take() if pressed else self._waiting()
        return self.view(self.said)

    def _waiting(self):
        """str: what to do next."""
        has_one = self.report is not None and not (self.values["pasted"] or self.values["file"])
        if has_one:
            many = so_many(len(self.report.paragraphs), "paragraph")
            told = f"The text of {self.name} is here, in {many}. Go on with it below,"
            return f"{told} or put another text in its place."
        return "Then press “Take this text”."

    def _take(self):
        """str: takes the text over, or says why not."""
        about = {name: self.values[name].strip() for name in ("title", "published")}
        about["published"] = meant_day(about["published"])
        file = self.values["file"]
        pasted = self.values["pasted"]
        like = self.values["copy"].get("like", "") if self.report is None else ""
        try:
            if like:
                self.report, self.told = begun(self.name, like=like)
            elif file:
                self.report, self.told = take_text(self.name, file["name"], bytes_of(file), **about)
            elif pasted.strip() or self.report is not None:
                self.report, self.told = begun(self.name, pasted, **about)
            else:
                return NO_TEXT
        except Problem as problem:
            return _of_the_form(str(problem))
        self.values |= {"pasted": "", "file": {}}
        many = so_many(len(self.report.paragraphs), "paragraph")
        there = turn_to(self.name)
        then = (
            "The Claim bench below has it now."
            if there
            else "Then run the cell of the Claim bench."
        )
        return f"Taken: {many}. Look whether they are whole. {then}{self._lacking()}"

    def _lacking(self):
        """str: what a text without a title or a day will lack, and how to add it; else blank."""
        lacks = [says for field, says in LACKS.items() if not self.report.about.get(field)]
        if not lacks:
            return ""
        told = " ".join(lacks).format(name=self.name)
        it = "it" if len(lacks) < 2 else "them"
        return f" {told} To add {it}, fill in the field and press “Take this text” again."

    def view(self, said):
        """View: where a text goes, what was noticed, and the text as it was taken."""
        shown = dict(
            where=where_it_goes(), told=self.told, numbered=[], title="", copies=[], correct=""
        )
        if self.report is None:
            sets = [(text, json.dumps({"copy": {"like": key}})) for key, text in COPIES.items()]
            shown["copies"] = sets
        else:
            shown["title"] = self.report.title
            sets = {"copy": {"correct": len(self.values["copy"].get("correct", "")) * "x" + "x"}}
            shown["correct"] = json.dumps(sets)
            shown["numbered"] = list(enumerate(self.report.paragraphs, 1))
        return View(render("your_text.html", **shown), said)

    def follow(self, panel):
        """Empties the fields of a Panel whose text was taken."""
        for name in ("pasted", "file"):
            if panel.values[name] != self.values[name]:
                panel.values = {**panel.values, name: self.values[name]}


def _of_the_form(told):
    """str: a sentence on report.toml, with the fields as the form calls them."""
    for column, label in (("published", "Published on"), ("title", "Title")):
        told = told.replace(f"report.toml, column “{column}”", label)
    return told


def _opened(name):
    """Report of that name; None where there is none that opens."""
    try:
        return open_report(name)
    except Problem:
        return None


def your_text(name):
    """Panel by which a text becomes the report of that name in the work folder. Before anything is
    pasted it says where the text goes. Raises Problem for a name that no report can have.
    """
    inlet = Inlet(name)
    goal = f"{GOAL} {in_short()}"
    panel = Panel(goal, inlet.controls(), inlet.answer, lands=name != EXAMPLE)
    panel.observe(lambda _: inlet.follow(panel), "values")
    return panel
