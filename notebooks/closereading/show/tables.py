"""How tables, and what a report says of itself, look in a notebook: HTML that can be read aloud."""

import math
import re

import pandas as pd
from markupsafe import Markup

from ..data import cards
from ..data.tables import day

NO_ROW = "<p>No row: the report that is open holds none of these.</p>"


class Shown:
    """Something a notebook shows: html (Markup), and the same as plain text for where HTML is not
    shown.
    """

    def __init__(self, html, text):
        self.html, self.text = html, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": no_formula(self.html), "text/plain": self.text}


def no_formula(html):
    """str: HTML in whose texts JupyterLab finds no formula: “$5 or $6” is money. Attributes stay
    as they are.
    """
    return re.sub(r"[$\\](?=[^<>]*(?:<|\Z))", r"<span>\g<0></span>", str(html))


def each(template, rows):
    """Markup: a template of HTML filled in with each of some rows (tuples), every value escaped
    that is no Markup.
    """
    return Markup("").join(Markup(template).format(*row) for row in rows)


def box(summary, content):
    """Markup: <details>, a box to be opened."""
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, content)


def html_table(frame, caption=""):
    """Markup: a DataFrame as a table that a screen reader can read: caption, column headers, no
    empty header, every cell escaped.
    A cell may be Markup, then it is taken as it is. The first column is the row's header.
    """
    head = each('<th scope="col" style="text-align:left">{}</th>', zip(frame.columns))
    rows = (
        (_shown(first), each('<td style="text-align:left">{}</td>', zip(map(_shown, rest))))
        for first, *rest in frame.itertuples(index=False, name=None)
    )
    body = each('<tr><th scope="row" style="text-align:left">{}</th>{}</tr>', rows)
    top = Markup("<caption>{}</caption>").format(caption) if caption else ""
    return Markup("<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        top, head, body
    )


def _shown(value):
    """A cell as readers write it: nothing for NaN, thousands with commas, a day in words."""
    if value is pd.NaT or isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    return day(value) if isinstance(value, pd.Timestamp) else value


def frame_html(frame):
    """Markup of a DataFrame as a cell shows it: the ids in front, nothing cut off."""
    if frame.empty:
        return Markup(NO_ROW)
    return html_table(frame.reset_index() if frame.index.name else frame)


def full_text_html(shown):
    """Markup of cards.FullText: numbered paragraphs."""
    return each("<p><strong>{}</strong>&ensp;{}</p>", shown.numbered())


def card_html(shown):
    """Markup of cards.Card: a table of two columns, without the lines that are blank."""
    lines = [(what, value) for what, value in shown.lines.items() if value != ""]
    frame = pd.DataFrame(lines, columns=[shown.key, "what we hold about it"])
    return html_table(frame, f"Claim {shown.key}")


def gates_html(shown):
    """Markup of cards.Gates: a numbered list."""
    return Markup("<ol>{}</ol>").format(each("<li>{}</li>", zip(shown.gates)))


def audit_html(shown):
    """Markup of cards.Audit: quote and paragraph; how it was coded, in a box to be opened."""
    coding = card_html(shown.card)
    if len(shown.numbers):
        coding += html_table(shown.numbers, "Its number")
    return Markup("<p><strong>“{}”</strong></p><p>{} {}</p>{}").format(
        shown.quote, shown.paragraph, shown.text, box("How it was coded", coding)
    )


LOOKS = {
    pd.DataFrame: frame_html,
    cards.FullText: full_text_html,
    cards.Card: card_html,
    cards.Gates: gates_html,
    cards.Audit: audit_html,
}


def show_tables_plainly():
    """From now on a notebook shows every DataFrame, and what a report says of itself, by the
    functions in LOOKS: nothing is cut off, and it can be read aloud.
    """
    try:
        formatter = get_ipython().display_formatter.formatters["text/html"]
    except NameError:  # not in a notebook
        return
    for kind, look in LOOKS.items():
        formatter.for_type(kind, lambda value, look=look: no_formula(look(value)))
