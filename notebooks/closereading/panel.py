"""Panel: the one frame all widgets share. A goal, at most five native controls, one view, one sentence that answers."""
from pathlib import Path

import anywidget
import traitlets
from IPython.display import display
from markupsafe import Markup

HERE = Path(__file__).parent
VIEW = "application/vnd.jupyter.widget-view+json"


class View:
    """What a Panel shows when it is no Picture. content: Markup. says: the sentence that answers. alt: the same as plain text."""

    def __init__(self, content, says):
        self.content, self.says, self.alt = content, says, says

    def html(self):
        return self.content


class Panel(anywidget.AnyWidget):
    """A widget. goal: str, its first line. controls: list of dict id, kind, label, value, and what the kind needs.

    kind: "choice" (options: list of str; value: str), "radio" (the same, all in sight), "check" (value: bool), "slider" (min, max,
    step, unit), "text", "button" (value: how often it was pressed). `group` puts neighbouring controls under one heading.
    answer: function of {id: value} that returns a Picture or a View. It stays plain Python: call it without a Panel in tests.
    An exception in it is said in words, inside the frame. `values` can be observed and linked like any trait.
    """

    _esm, _css = HERE / "panel.js", HERE / "panel.css"
    goal = traitlets.Unicode().tag(sync=True)
    controls = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    view = traitlets.Unicode().tag(sync=True)
    says = traitlets.Unicode().tag(sync=True)

    def __init__(self, goal, controls, answer):
        if len(controls) > 5:
            raise ValueError(f"a panel has at most five controls, this one has {len(controls)}")
        self.answer = answer
        super().__init__(goal=goal, controls=controls, values={c["id"]: c["value"] for c in controls})
        self._answer()
        self.observe(self._answer, "values")

    def _answer(self, _=None):
        try:
            shown = self.answer(dict(self.values))
            view, says = str(shown.html()), shown.says
        except Exception as e:               # whatever happens, the learner reads a sentence
            view, says = "", f"This setting could not be shown: {e or type(e).__name__}"
        with self.hold_sync():
            self.view, self.says = view, says

    def still(self):
        """Markup: the first view, for a page without a kernel and for the next day."""
        return Markup('<div class="cr-static"><p><strong>{}</strong></p><p>{}</p>{}</div>').format(self.goal, self.says, Markup(self.view))

    def __repr__(self):
        return f"{self.goal} {self.says}"

    def _ipython_display_(self):
        # The still view first; where the live one runs, its style hides the still one.
        display({"text/html": str(self.still()), "text/plain": repr(self)}, raw=True)
        display({VIEW: {"version_major": 2, "version_minor": 0, "model_id": self.model_id},
                 "text/plain": "This is the view before anyone touches it. Run the cell, and its controls appear."}, raw=True)
