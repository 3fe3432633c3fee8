"""How tables, and what a report says of itself, look in a notebook: HTML that can be read aloud."""

import math
import re
from numbers import Integral, Real

import numpy as np
import pandas as pd
from markupsafe import Markup

from ..data.claim_audit import Audit
from ..data.claim_card import Card
from ..data.full_text import FullText
from ..data.gates import Gates
from ..reading.days import day
from ..reading.interval import figure
from ..reading.numerals import so_many
from .html import no_formula, render

BREAKABLE = re.compile(r"(?<=[;|])(?=\S)")  # between the parts of "topic=forces|purpose"
NO_ROW = "No row is in this table."


class Shown:
    """Something a notebook shows: html (Markup), and the same as plain text for where HTML is not
    shown. learner: what it is to a learner, for a page that has none: "turn" where it waits for an
    answer, "prediction" where it speaks of a prediction that was not made; else blank.
    """

    def __init__(self, html, text, learner=""):
        self.html = html
        self.text = text
        self.learner = learner

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = {"text/html": no_formula(self.html), "text/plain": self.text}
        return (data, {"learner": self.learner}) if self.learner else data


def box(summary, content):
    """Markup: <details>, a box to be opened."""
    return render("box.html", summary=summary, content=content)


def html_table(frame, caption="", index=False):
    """Markup: a DataFrame as a table that a screen reader can read: caption, column headers, no
    empty header, every cell escaped.
    A cell may be Markup, then it is taken as it is. The first column is the row's header.
    index: whether the index stands in front, as columns of its own.
    """
    heads = list(frame.columns)
    rows = frame.itertuples(index=False, name=None)
    if index:
        heads = [*_names(frame), *heads]
        rows = (_labels(label) + row for label, row in zip(frame.index, rows))
    return render(
        "table.html",
        caption=caption,
        heads=list(map(_head, heads)),
        rows=[[_told(cell) for cell in row] for row in rows],
    )


def _head(name):
    """str: the head of a column; of one with a name on several levels all that say something."""
    parts = name if isinstance(name, tuple) else (name,)
    return ", ".join(str(part) for part in parts if part != "")


def _names(frame):
    """list: what the columns of the index are called; where it has no name, "row"."""
    row = "row"
    while row in frame.columns:
        row += " name"
    return [row if name is None else name for name in frame.index.names]


def _labels(label):
    """tuple: what the index says of a row, one entry a level."""
    return label if isinstance(label, tuple) else (label,)


def _told(value):
    """A cell as readers write it: nothing for NaN, thousands with commas, a day in words."""
    if value is pd.NaT or value is pd.NA or isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, Real) and not isinstance(value, bool):
        return f"{value:,}" if isinstance(value, Integral) else f"{value:,.10g}"
    if isinstance(value, str):
        return _breakable(value)
    return _dated(value)


def _dated(value):
    """A day, or so many days, in words; anything else as it is."""
    if isinstance(value, pd.Timedelta) and value == value.floor("D"):
        return so_many(value.days, "day")
    return day(value) if isinstance(value, pd.Timestamp) else value


def _breakable(text):
    """A text that may be broken between its parts where it has no blanks; Markup as it is."""
    if isinstance(text, Markup):
        return text
    return Markup("<wbr>").join(BREAKABLE.split(text))


def frame_html(frame):
    """Markup of a DataFrame as a cell shows it: nothing cut off; the names of the rows in front,
    where it has any.
    """
    if not len(frame):
        return render("said.html", text=NO_ROW)
    return html_table(frame, index=_names_rows(frame.index))


def series_html(series):
    """Markup of a Series as a cell shows it: a table of one column."""
    return frame_html(series.to_frame("value" if series.name is None else series.name))


def _names_rows(index):
    """Whether an index says anything: one without a name that counts 0, 1, 2 … does not."""
    if index.name is not None or index.nlevels > 1:
        return True
    return index.dtype.kind not in "iuf" or list(index) != list(range(len(index)))


def full_text_html(shown):
    """Markup of FullText: numbered paragraphs."""
    return render("full_text.html", numbered=shown.numbered())


def card_html(shown):
    """Markup of Card: a table of two columns, without the lines that are blank."""
    lines = [(what, value) for what, value in shown.lines.items() if value != ""]
    frame = pd.DataFrame(lines, columns=[shown.key, "what we hold about it"])
    return html_table(frame, f"Claim {shown.key}")


def gates_html(shown):
    """Markup of Gates: a numbered list."""
    return render("gates.html", gates=shown.gates)


def audit_html(shown):
    """Markup of Audit: quote and paragraph; how it was coded, in a box to be opened."""
    coding = card_html(shown.card)
    if len(shown.numbers):
        ends = {name: _in_words(shown.numbers[name]) for name in ("low", "high")}
        coding += html_table(shown.numbers.assign(**ends), "Its number")
    return render(
        "audit.html",
        quote=shown.quote,
        paragraph=shown.paragraph,
        text=shown.text,
        coding=box("How it was coded", coding),
    )


def _in_words(ends):
    """Series: ends of numbers as people write them, 23,000,000,000; blank where one is open."""
    return ends.map(lambda end: "" if end != end else figure(end))


LOOKS = {
    pd.DataFrame: frame_html,
    pd.Series: series_html,
    FullText: full_text_html,
    Card: card_html,
    Gates: gates_html,
    Audit: audit_html,
}


def show_tables_plainly():
    """From now on a notebook shows every table, and what a report says of itself, by the functions
    in LOOKS: nothing is cut off, and it can be read aloud. A number of numpy's looks like any
    other: 3, not np.int64(3).
    """
    try:
        formatters = get_ipython().display_formatter.formatters
    except NameError:  # not in a notebook
        return
    for kind, look in LOOKS.items():
        formatters["text/html"].for_type(kind, lambda value, look=look: no_formula(look(value)))
    for kind in (np.int64, np.float64, np.bool_):
        formatters["text/plain"].for_type(kind, lambda value, page, _: page.text(str(value)))
