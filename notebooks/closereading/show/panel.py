"""Panel: the one frame all widgets share. A goal, at most five native controls, one view, one
sentence that answers.
"""

from pathlib import Path

import anywidget
import traitlets
from IPython.display import display
from markupsafe import Markup, escape

from ..drawing.picture import Layers
from .tables import no_formula

HERE = Path(__file__).parent
VIEW, SCRIPT = "application/vnd.jupyter.widget-view+json", "application/javascript"
PAGE = (HERE / "page.js").read_text(encoding="utf-8")
DEFAULT = {"check": False, "text": "", "button": 0, "radio": None, "many": []}


def guard_page():
    """Puts two helps on the page: a focused control or summary in any output loses no cell, and a
    NameError gets a sentence.
    """
    display({SCRIPT: f"{PAGE}\nguardPage();", "text/plain": ""}, raw=True)


class View:
    """What a Panel shows when it is no Picture. content: Markup. says: the sentence that answers."""

    def __init__(self, content, says):
        self.content, self.says, self.alt = content, says, says

    def html(self):
        """Markup of the content."""
        return self.content


class Panel(anywidget.AnyWidget):
    """A widget. goal: str, its first line. controls: list of at most five dicts with id, kind,
    label, value, and what the kind needs:
    "choice", "radio", "many" (options: list of str; value: one of them, one or None, a list of
    them) · "check" (bool) · "slider" (min, max, step, unit) · "range" (the same; value [low,
    high]) · "text" (options: words to be offered; live: told while it is typed) · "button" (value:
    how often it was pressed) ·
    "ratings" (rows, columns, options; value: list of rows of options). `group` puts neighbouring
    controls under one heading. answer: function of {id: value} that returns a Picture or a View;
    or picture.Layers, of which a slider redraws only what moves. It is plain Python: call it
    without a Panel in tests. An exception in it is said in words, inside the frame. `values` can
    be observed and linked; setting `controls` builds the form anew and keeps the values that still
    have a control.
    """

    _esm, _css = PAGE + (HERE / "panel.js").read_text(encoding="utf-8"), HERE / "panel.css"
    goal, view, alt, says = (traitlets.Unicode().tag(sync=True) for _ in range(4))
    controls, values, frame = (
        traitlets.List().tag(sync=True),
        traitlets.Dict().tag(sync=True),
        traitlets.Bytes(b"").tag(sync=True),
    )

    def __init__(self, goal, controls, answer):
        self.answer = answer
        super().__init__(goal=goal, controls=controls, values=_values(controls, {}))
        self._answer()
        self.observe(self._answer, "values")
        self.observe(
            lambda change: setattr(self, "values", _values(change["new"], self.values)), "controls"
        )

    @traitlets.validate("controls")
    def _few(self, proposal):
        if len(proposal["value"]) > 5:
            raise ValueError(
                f"a panel has at most five controls, this one has {len(proposal['value'])}"
            )
        return proposal["value"]

    def _answer(self, _=None):
        try:
            frame, shown = (
                self.answer.frame(dict(self.values))
                if isinstance(self.answer, Layers)
                else (b"", self.answer(dict(self.values)))
            )
            view, alt, says = str(shown.words() if frame else shown.html()), shown.alt, shown.says
        except Exception as e:  # whatever happens, the learner reads a sentence
            frame, view, alt, says = (
                b"",
                "",
                "",
                f"This setting could not be shown: {e or type(e).__name__}",
            )
        with self.hold_sync():
            self.frame, self.view, self.alt, self.says = frame, view, alt, says

    def still(self):
        """Markup: the first view, for a page without a kernel and for the next day."""
        view = self.answer.picture(dict(self.values)).html() if self.frame else Markup(self.view)
        says = (
            Markup("") if escape(self.says) in view else Markup("<p>{}</p>").format(self.says)
        )  # a picture says it below itself
        top = Markup(
            "<p><em>Run this cell, and its controls appear here.</em></p><p><strong>{}</strong></p>"
        ).format(self.goal)
        return Markup('<div class="cr-static">{}{}{}</div>').format(top, says, view)

    def __repr__(self):
        return f"{self.goal} {self.says}"

    def _ipython_display_(self):
        # The still view first; where the live one runs, its style hides the still one.
        display({"text/html": no_formula(self.still()), "text/plain": repr(self)}, raw=True)
        display(
            {
                VIEW: {"version_major": 2, "version_minor": 0, "model_id": self.model_id},
                "text/plain": "",
            },
            raw=True,
        )


def _values(controls, now):
    """dict: for each control the value it has, or else the one it begins with."""
    return {c["id"]: now.get(c["id"], c.get("value", DEFAULT.get(c["kind"]))) for c in controls}
