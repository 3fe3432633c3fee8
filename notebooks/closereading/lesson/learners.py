"""Learners who share one machine: a place for each, and a clean copy of the lesson.

In my-work/learners there is a folder for each of them, with their answers and reports. In the same
notebook only one of them works; each opens a copy of their own, which is clean and has a kernel of
its own.
"""

import json
import re
import shutil

from markupsafe import Markup

from ..data.folders import is_learner, learners_folder, lessons_folder
from ..reading.given import looked_at
from ..show.controls import Button, Choice
from ..show.html import render
from ..show.panel import Panel, View
from .say import show

NEW = "a new learner"
CLEAN = ".clean"
GOAL = "Several learners use this machine. Choose who you are; you get a copy of your own."
ALONE = "No folder here keeps files beside the lessons, so several learners cannot share them."
_BEGIN = re.compile(r'^begin\("(\d\d)", (\w+)\)$', re.M)


def known_learners():
    """list of str: the learners of this machine, by number where they have one."""
    folder = learners_folder()
    names = [path.name for path in folder.glob("*") if path.is_dir() and is_learner(path.name)]
    return sorted(names, key=lambda name: (not name.isdecimal(), name.zfill(20)))


def known_as(who):
    """str: how a learner of this machine was written before, because on some machines capitals make
    no other folder; else as here.
    """
    known = {name.casefold(): name for name in known_learners()}
    return known.get(who.casefold(), who)


def next_learner():
    """str: the first number that nobody has."""
    taken = set(known_learners())
    return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)


def choose(number):
    """Shows a form on which a learner says who they are. number: of the lesson."""
    controls = [
        Choice(id="who", label="I am", options=[NEW, *known_learners()]),
        Button(id="copy", label="Open my copy"),
    ]
    made = {}

    def answer(values):
        presses = values["copy"]
        if not presses:
            return View("", "Nothing is saved until you have chosen.")
        if presses not in made:
            who = values["who"] if values["who"] != NEW else next_learner()
            made[presses] = who, copy_for(who, number)
        who, name = made[presses]
        # the copies of others stay: two browsers may show this one form
        all_made = dict.fromkeys(made.values())
        links = [render("copy.html", name=name, who=who) for who, name in all_made]
        says = f"You are learner {who}. Open {name} in the folder of the lessons."
        return View(Markup("").join(links), says)

    show(Panel(GOAL, controls, answer))


def copy_for(who, number):
    """str: the name of a learner's copy of a lesson, which now lies beside the lessons; a copy that
    is there stays as it is. It is made of the clean lesson, with the learner in its first cell.
    """
    (learners_folder() / who).mkdir(parents=True, exist_ok=True)
    lesson = next(path for path in _lessons() if path.name.startswith(f"{number}_"))
    copy = lesson.with_name(f"{lesson.stem}_learner_{who}.ipynb")
    if not copy.exists():
        notebook = json.loads(_clean(lesson).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            cell["source"] = _BEGIN.sub(rf'begin("\1", \2, who="{who}")', source)
        copy.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
    return copy.name


def _lessons():
    """list of Path: the lessons, without the copies of learners."""
    found = sorted(lessons_folder().glob("[0-9][0-9]_*.ipynb"))
    return [path for path in found if "_learner_" not in path.name]


def _clean(lesson):
    """Path of a lesson as nobody has written in it yet; all are kept with the first copy."""
    folder = learners_folder() / CLEAN
    folder.mkdir(parents=True, exist_ok=True)
    for path in _lessons():
        if not (folder / path.name).exists():
            shutil.copy(path, folder / path.name)
    return folder / lesson.name


@looked_at
def share_machine():
    """str: from now on this machine is shared: a lesson asks who is there, and saves nothing until
    somebody is chosen. Clean copies of all lessons are kept now, before anybody writes in them.
    """
    lessons = _lessons()
    if not lessons:
        return ALONE
    _clean(lessons[0])
    return (
        "This machine is shared now. Open a lesson and run its first cells: it asks who is there."
    )
