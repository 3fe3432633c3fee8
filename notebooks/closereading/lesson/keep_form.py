"""The form in which a learner keeps short answers of their own: marks, a word for each of some
sentences, or sentences. It saves what keep(…) saves when it is given texts.
"""

from ..show.controls import Button, Radio
from ..show.entry import Area
from ..show.html import render
from ..show.panel import Panel, View
from . import answers
from .reply import in_words

NONE = "None is in this work folder; lesson 00 asks for three. Go on without them."
LATER = "You can change this at any time; the last ones count."


def form_of(key, asked):
    """Panel of an entry of a lesson that has `labels`, or sentences `of` an earlier one."""
    labels = asked.get("labels") or answers.latest(asked["of"])
    if not labels:
        return Panel("There is no sentence of yours here yet.", [], lambda _: View("", NONE))
    form = _Form(key, asked, [str(label) for label in labels])
    return Panel(asked["goal"], form.controls(), form.answer)


class _Form:
    """What stands in the form. kept: the texts that are saved last, blank where there are none."""

    def __init__(self, key, asked, labels):
        self.key = key
        self.labels = labels
        low, high = asked.get("scale", (0, -1))
        self.options = asked.get("options") or [str(mark) for mark in range(low, high + 1)]
        kept = answers.latest(key) or []
        fits = len(kept) == len(labels) and all(map(self._fits, kept))
        self.kept = [str(text) for text in kept] if fits else [""] * len(labels)
        self.pressed = 0

    def _fits(self, text):
        """bool: whether a text that was kept before can be shown."""
        return not self.options or str(text) in self.options

    def controls(self):
        """list of Control: one for each label; for sentences a button, too."""
        places = [(f"t{n}", *one) for n, one in enumerate(zip(self.labels, self.kept))]
        if self.options:
            return [
                Radio(id=n, label=label, options=self.options, value=text or None)
                for n, label, text in places
            ]
        fields = [Area(id=n, label=label, value=text) for n, label, text in places]
        return [*fields, Button(id="keep", label="Keep these sentences")]

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        given = [values[f"t{n}"] or "" for n in range(len(self.labels))]
        said = self._told([text.strip() for text in given], values)
        return View(self._shown(), said)

    def _shown(self):
        """Markup: what is kept, in one line; sentences stand in the form."""
        if not self.options:
            return ""
        kept = [f"{label}: {text}" for label, text in zip(self.labels, self.kept) if text]
        return render("said.html", text=f"Kept: {'; '.join(kept)}.") if kept else ""

    def _told(self, given, values):
        """str: what was done with what stands in the form."""
        done = sum(map(bool, given))
        pressed = "keep" not in values or values["keep"] > self.pressed
        self.pressed = values.get("keep", 0)
        if done < len(given):
            return f"{done} of {len(given)} are there. They are kept when all are."
        if given == self.kept:
            return in_words("kept", LATER)
        if not pressed:
            return "Press “Keep these sentences”."
        self.kept = given
        return answers.save("keep", self.key, given) or in_words("kept", LATER)
