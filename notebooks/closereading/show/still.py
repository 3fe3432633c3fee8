"""Still: what stands in place of a Panel where no kernel answers, and on the next day."""

from markupsafe import Markup, escape

from .html import no_formula, render
from .picture import Picture


class Still:
    """The first view of a panel. goal: str, its first line. says: its answering sentence. view: str
    of HTML. shown: the Picture or View that they come from; None where it could not be shown.
    """

    def __init__(self, goal, says, view, shown):
        self.goal = goal
        self.says = says
        self.view = view
        self.shown = shown

    def outputs(self):
        """list of (bundle, metadata), one for each output of a cell. A picture is an output of its
        own there too.
        """
        if not isinstance(self.shown, Picture):
            return [self._begins(f"{self.goal} {self.says}", *self._told())]
        *picture, (told, about) = self.shown.outputs()
        told["text/html"] = f'<div class="cr-static">{told["text/html"]}</div>'
        return [self._begins(self.goal, "", ""), *picture, (told, about)]

    def _told(self):
        """(str, Markup): the sentence, blank where the view holds it, and the view."""
        view = getattr(self.shown, "still", None) or Markup(self.view if self.shown else "")
        return "" if escape(self.says) in view else self.says, view

    def _begins(self, text, says, view):
        """(bundle, metadata) of the output that it begins with."""
        html = no_formula(render("panel.html", goal=self.goal, says=says, view=view))
        return {"text/html": html, "text/plain": text}, {}
