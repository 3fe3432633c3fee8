"""“Download my answers”: a button that gives a learner their answers as one file, to be kept or
handed in.

What is stored, and where: one line an answer, in the work folder. On a laptop or a hub that is
answers.jsonl in notebooks/my-work; in JupyterLite it is answers.txt in the browser's own storage
(its kernel hangs for ever on a file that ends in .jsonl), which some browsers empty, so that there
the button matters most. The file that is downloaded is called answers.txt, or answers-<who>.txt
where learners share a machine; load_class reads it under any name. It begins with the answers in
plain words, as remarks; then come the lines as they are kept.
"""

from pathlib import Path

import anywidget
import traitlets
from IPython.display import display

from ..data.folders import chosen_learner, in_a_wheel
from ..reading.given import looked_at
from ..reading.numerals import so_many
from ..show.html import render
from ..show.panel import VIEW
from . import answers, lines
from .told_again import told_again

SCRIPT = Path(__file__).with_name("download.js")
LABEL = "Download my answers"
WAITING = "Your answers are kept as you work. This button gives them to you as one file."
IN_A_BROWSER = (
    "Your browser keeps your answers, but some browsers forget after some days. Take them along:"
    " this button gives them to you as one file."
)
NONE = "There is nothing to download yet: no answer has been saved here."


class Download(anywidget.AnyWidget):
    """The button. Each time it is pressed the file is made anew."""

    _esm = SCRIPT
    label = traitlets.Unicode(LABEL).tag(sync=True)
    says = traitlets.Unicode(WAITING).tag(sync=True)

    def __init__(self):
        super().__init__()
        if in_a_wheel() and self.says == WAITING:
            self.says = IN_A_BROWSER
        self.on_msg(self._give)

    def _give(self, *_):
        self.send(file_of_answers())

    def _ipython_display_(self):
        text = f"{self.label}: run this cell, and a button appears. {self.says}"
        still = render("panel.html", goal=self.label, says=text, view="")
        display({"text/html": str(still), "text/plain": text}, raw=True)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        display({VIEW: view, "text/plain": ""}, raw=True)


def file_of_answers():
    """dict: text of the learner's answers, in words and then one line each; name of the file; says,
    a sentence. The text is "" where nothing has been saved.
    """
    found, _ = answers.load()
    if not found:
        return {"text": "", "name": "", "says": NONE}
    who = chosen_learner()
    name = f"answers-{who}.txt" if who else "answers.txt"
    many = so_many(len(found), "answer")
    kept = "".join(f"{lines.again(answer)}\n" for answer in found)
    text = f"{told_again(found)}{lines.REMARK}\n{kept}"
    return {"text": text, "name": name, "says": f"{name}, {many}, is in your downloads."}


@looked_at
def download_answers():
    """Download: the button, to be shown at the end of a lesson."""
    return Download()
