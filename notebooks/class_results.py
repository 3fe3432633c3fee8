"""For teacher_class_results.ipynb: the sections of its page. A section without answers shows
nothing.
"""

import csv
import json
from itertools import product

import pandas as pd
from class_answers import NOT, Answers, where
from classroom import ITEMS, bars
from classroom import RATED as READINGS
from closereading.data.files import not_writable
from closereading.data.folders import shared_folder
from closereading.data.schema import kept
from closereading.lesson.answers import said
from closereading.lesson.handed_in import printable
from closereading.show.html import render
from closereading.show.tables import Shown, html_table
from closereading.widgets.matrix import WORDS
from IPython.display import display

SHOWN = 60  # rows of a table on the page; all of them are in the CSV file
RATED = list(product(ITEMS, READINGS))


class Results(Answers):
    """The page of one lesson, section by section."""

    def show_starters(self):
        """Three things to talk about."""
        lines = self.starters()
        if lines:
            html = render("self_test.html", lines=lines)
            display(
                Shown(render("section.html", title="To talk about", content=html), _flat(lines))
            )

    def show_grid(self):
        """Who got how far."""
        reached = self.table.loc[:, (self.table != NOT).any()]
        self._show("Who got how far", reached.rename_axis("learner"), len(self.learners))

    def show_counts(self):
        """How each exercise went."""
        tried = self.counts[self.counts["learners"] > 0] if len(self.counts) else self.counts
        self._show("How the exercises went", tried.rename_axis("asked"))

    def show_mistakes(self):
        """Known mistakes, with what the lesson replied."""
        self._show("Known mistakes that were ever made", self.mistakes.set_index("exercise"))

    def show_texts(self):
        """What was written freely."""
        self._show("In their own words", self.texts.set_index("who"), len(self.texts))

    def show_predictions(self):
        """One picture for each number that was predicted."""
        for (key, field), numbers in self.predictions.items():
            display(bars(numbers, f"Predicted: {field} ({key})"))

    def show_choices(self):
        """One picture for each question."""
        for key, chosen in self.choices.items():
            question = self.about["quiz"][key[3:]]
            order = [option["text"] for option in question["options"].values()]
            display(bars(chosen, question["ask"], order=order))

    def show_ratings(self):
        """Lesson 07: how often each cell of the table was rated how; the cells that are split are
        the ones to talk about.
        """
        letters = {(i, r): said(self.given, "keep", "07.m", "ratings", i, r) for i, r in RATED}
        counted = {cell: _counted(given) for cell, given in letters.items() if len(given)}
        if counted:
            self._show("Where the ratings differ", pd.Series(counted).unstack(0))

    def _show(self, title, table, of=0):
        """Shows a table under a heading; nothing where it has no row, or no column."""
        if not table.size:
            return
        more = f"The first {SHOWN} of {of:,} rows; all are in the CSV file." if of > SHOWN else ""
        html = html_table(table.head(SHOWN), title, index=True)
        whole = render("section.html", title=title, content=html + render("said.html", text=more))
        display(Shown(whole, f"{title}\n{table.head(SHOWN).to_string()}\n{more}"))

    def save(self, path=None):
        """str: a sentence that says where all answers of the lesson stand as a CSV file, one row
        for each learner and question; it opens in a spreadsheet. path: default: class-results.csv
        in the work folder.
        """
        path = path or shared_folder() / f"class-results-{self.number or 'none'}.csv"
        try:
            self._write(path)
        except OSError as e:
            return str(not_writable(path.name, e))
        return f"{len(self.given)} answers of lesson {self.number or '–'} are in {path.name}."

    def _write(self, path):
        """Writes a row for each learner and question. Raises OSError."""
        with path.open("w", encoding="utf-8-sig", newline="") as f:
            writer = csv.writer(f)
            writer.writerow(["learner", "kind", "key", "answer", "how far", "tries", "verdict"])
            for row in self.given.itertuples():
                far = row.verdict if row.kind == "predict" else where(row.tries)
                texts = map(kept, (row.who, row.kind, row.key))
                cells = [*texts, _in_a_cell(row.value), far, row.times, kept(row.verdict)]
                writer.writerow(cells)


def _counted(letters):
    """str: how many gave which rating."""
    counts = letters.value_counts().items()
    return " · ".join(f"{many} {WORDS.get(letter, letter)}" for letter, many in counts)


def _in_a_cell(value):
    """str: an answer as one cell of a spreadsheet holds it."""
    text = kept(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return printable(text)


def _flat(lines):
    return "\n".join(lines)
