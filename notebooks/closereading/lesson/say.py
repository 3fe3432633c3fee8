"""How a lesson speaks to a learner: one sentence below the cell, as text and as HTML."""

from IPython.display import display

from ..show.html import render
from ..show.tables import Shown
from .reply import reply

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


def said(text, html=None, learner=""):
    """Shown: a sentence. html: Markup, where it is more than one paragraph. learner: as Shown has
    it.
    """
    return Shown(html or render("said.html", text=text), text, learner)


def say(text, html=None, learner=""):
    """Shows a sentence below the cell."""
    show(said(text, html, learner))


def wait():
    """Says below the cell that it waits for an answer."""
    say(NOTHING, learner="turn")


def answer_back(verdict, why, more=""):
    """Shows a reply below the cell: its first word, then why. verdict: of a judge, or "kept"; more:
    Markup that stands below it.
    """
    show(reply(verdict, why, more))
