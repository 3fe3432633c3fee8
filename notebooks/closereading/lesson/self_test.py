"""self_test: whether Python, saving and widgets work on this machine, and what to do if not."""

import sys

from markupsafe import Markup

from ..reading.given import looked_at
from ..reading.numerals import so_many
from ..show.controls import Button
from ..show.html import render
from ..show.panel import Panel, View
from . import answers
from .say import say, show

OLDEST = (3, 11)
GOAL = "Press the button; the sentence below it should change."


@looked_at
def self_test():
    """Says in words whether Python, saving and widgets work here, and what to do where one does
    not.
    """
    lines = [_python(sys.version_info), _saving()]
    say(" ".join(lines), render("self_test.html", lines=lines))
    show(Panel(GOAL, [Button(id="press", label="Press")], _pressed))


def _python(version):
    if version >= OLDEST:
        return "Python works here."
    return (
        f"This Python is {version[0]}.{version[1]}; the lessons need 3.11 or newer. Install one and"
        " run the README's first command again."
    )


def _saving():
    trouble = answers.save("test", "00.self-test", "")
    if not trouble:
        return "Saving works here."
    if trouble == answers.NOBODY:
        return trouble
    return f"{trouble} To mend it, start JupyterLab in a folder where you may write."


def _pressed(values):
    n = values["press"]
    said = f"Pressed {so_many(n, 'time')}. Widgets work here." if n else "Not pressed yet."
    return View(Markup(""), said)
