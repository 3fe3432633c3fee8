"""How a lesson speaks to a learner: one sentence below the cell, as text and as HTML."""

from IPython.display import display

from ..show.html import render
from ..show.tables import Shown

ELSEWHERE = (
    "This belongs to the report of 10 February 2022. Another one is open, so nothing is checked"
    " here: ask the same question of yours, and tell somebody the answer."
)
NOTHING = (
    "Nothing here yet. Replace the three dots and run the cell again; the lesson goes on"
    " without it."
)


def show(thing):
    """Shows something below the cell."""
    display(thing)


def said(text, html=None):
    """Shown: a sentence. html: Markup, where it is more than one paragraph."""
    return Shown(html or render("said.html", text=text), text)


def say(text, html=None):
    """Shows a sentence below the cell."""
    show(said(text, html))
