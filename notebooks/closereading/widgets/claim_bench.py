"""The claim bench on the page. Where a text is taken in the form above, it turns to that text."""

from weakref import WeakSet

from ..data.mine import EXAMPLE, named
from ..reading.text import Problem
from ..show.panel import Panel
from .bench import Bench

GOAL = "Make one passage a claim: where it stands, who says it, what it counts."
_ON_THE_PAGE = WeakSet()  # of those whose report is the one that was named last


class Shown:
    """A Bench in its Panel."""

    def __init__(self, bench):
        self.bench = bench
        self.view = None
        self.turning = False
        lands = bench.name != EXAMPLE
        self.panel = Panel(GOAL, bench.controls(), self.answer, lands=lands)
        self.panel.observe(self.follow, "values")

    def answer(self, values):
        """View after a change; the one before, while the bench turns to another report."""
        if not self.turning:
            self.view = self.bench.answer(values)
        return self.view

    def follow(self, _):
        """Brings the form up to date."""
        if not self.turning:
            self.bench.follow(self.panel)

    def turn_to(self, name):
        """Shows a report as it is now. Raises Problem where it cannot be opened."""
        bench = Bench(name)
        self.turning = True
        bench.follow(self.panel)
        self.bench = bench
        self.turning = False
        self.panel.renew()


def turn_to(name):
    """bool: whether there is a bench on the page that follows the name, and shows this report now.
    name: of a report of the learner's own.
    """
    for shown in _ON_THE_PAGE:
        try:
            shown.turn_to(name)
        except Problem:
            return False
    return bool(_ON_THE_PAGE)


def claim_bench(name=""):
    """Panel that makes claims of a report in the work folder, step by step. name: default, the
    report that was named last; then it follows, where another text is taken. Raises Problem where
    the folder cannot be opened.
    """
    shown = Shown(Bench(named(name)))
    _ON_THE_PAGE.clear()
    if not name:
        _ON_THE_PAGE.add(shown)
    return shown.panel
