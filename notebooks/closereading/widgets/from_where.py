"""From where? (lesson 02): choose origin, path, unit and band until the sentence is true."""

import math
from dataclasses import dataclass
from functools import cache

from ..drawing.maps.measured import row_of
from ..drawing.page import across
from ..drawing.style import our_style
from ..geo import KM, Line, band, find_place, line, said, unit_of, verdict
from ..lesson.answers import close, latest
from ..reading.given import looked_at
from ..reading.numerals import written
from ..reading.text import Problem
from ..show.controls import Choice, Radio, Range, Text
from ..show.layers import Layers
from ..show.maps import distances
from ..show.panel import Panel

GOAL = "Make the sentence true."
SEALED = ("union-resolve", "C08")  # the claim of which lesson 00 asks what would still pass
NARROW = (187, 213)
DPI = 128  # of the still view that stands in for the widget where no kernel runs

USUAL = ("miles", "kilometres")  # are offered for every report


@looked_at
def my_band(report, claim=None):
    """(least, most): the miles the learner said would still pass as “about 200”, else 187 to 213.
    Any other claim of distance: its usual reading. claim: default the first that has lines on
    file; (None, None) where there is none.
    """
    claim = claim or _first(report)
    if claim is None:
        return None, None
    if (report.folder.name, claim) == SEALED:
        mine = close("00.p") or {}
        return mine.get("least", NARROW[0]), mine.get("most", NARROW[1])
    if claim not in set(report.numbers["from"]):
        raise Problem(f"“{claim}” holds no number, so there is nothing to accept.")
    usual = band(report, claim)
    return usual.low, usual.high


def _first(report):
    """The id of the first claim that has lines on file, or None."""
    return next(iter(report.routes["claim"]), None)


def _my_place(report):
    """str: the place kept in lesson 00, where it is on a list and not Kyiv itself; else ""."""
    place = (latest("00.p") or {}).get("place", "")
    try:
        return "" if find_place(report, place) == "kyiv" else place
    except Problem:
        return ""


@looked_at
def from_where(report, claim=None):
    """Panel on one claim of distance (default: the first that has lines on file), with the goal to
    make its sentence true.
    """
    claim = claim or _first(report)
    without_lines = report.routes[report.routes["claim"] == claim].empty
    if without_lines or claim not in set(report.numbers["from"]):
        return Panel(GOAL, [], lambda values: distances(report, claim))
    answer = FromWhere(report, claim)
    kept = _kept(report) if (report.folder.name, claim) == SEALED else ""
    panel = Panel(f"{GOAL}{kept}", answer.controls(), answer)

    def follow(change):
        """The menu and the typed town do not fight: the one that was used last holds. The band
        tells its unit.
        """
        old = change["old"]
        new = change["new"]
        if old["origin"] != new["origin"] and old["place"] == new["place"] != "":
            panel.values = {"place": ""}
        if old["unit"] != new["unit"]:
            panel.controls = answer.controls(new["unit"])

    panel.observe(follow, "values")
    return panel


def _kept(report):
    """str: what was written in lesson 00, and why a place that is no point cannot be measured to;
    "" where nothing was.
    """
    mine = latest("00.p") or {}
    place = str(mine.get("place", "")).strip()
    if not place:
        return ""
    said = f" In lesson 00 you wrote: {place}, {mine['least']:g} to {mine['most']:g} miles."
    try:
        return said if find_place(report, place) != "kyiv" else f"{said} There the line ends."
    except Problem as why:
        return f"{said} {why}"


@dataclass(frozen=True)
class Chosen:
    """What a state of the widget means. line: Line that was chosen. unit: of KM. band: (least,
    most). wanted: the path that was asked for. besides: (start, end) pairs not on file.
    """

    line: Line
    unit: str
    band: tuple
    wanted: str
    besides: tuple


class FromWhere(Layers):
    """The widget’s answer: a ground for each unit and each line not on file; all else moves. Its
    states are the values of the controls.
    """

    def __init__(self, report, claim):
        self.report = report
        self.claim = claim
        self.rows = report.routes[report.routes["claim"] == claim]
        self.paths = list(dict.fromkeys(self.rows["path"]))
        self.printed = unit_of(report, claim)[0]
        self.pairs = self._pairs()
        # of the band: room for kilometres, and what it is rounded to
        words = band(report, claim)
        self.step = 10 ** math.floor(math.log10(words.high))
        self.most = self.step * math.ceil(1.6 * KM["miles"] * words.high / self.step)
        self.scene = cache(self._scene)
        super().__init__(self._still, self._moving, fixed=("unit", "besides", "reach"))

    def _pairs(self):
        """dict of what the menu calls a line -> (start, end)."""
        name = self.report.places["name"]
        one_end = self.rows["to"].nunique() == 1
        pairs = zip(self.rows["from"], self.rows["to"])
        return {name[a] if one_end else f"{name[a]}–{name[b]}": (a, b) for a, b in pairs}

    def controls(self, unit=""):
        """list of the panel's controls; the path is asked for where there are several. unit: of the
        band, where it is not the printed one.
        """
        sealed = (self.report.folder.name, self.claim) == SEALED
        origins = list(self.pairs)
        asked = [
            Choice(id="origin", label="From", options=origins),
            Text(
                id="place",
                label="or from another town, typed",
                value=_my_place(self.report) if sealed else "",
            ),
            Radio(
                id="path",
                label="By which path?",
                value="straight",
                options=[*self.paths, "straight"],
            ),
            Radio(
                id="unit",
                label="In which unit?",
                value=self.printed,
                options=[unit for unit in KM if unit in (self.printed, *USUAL)],
            ),
            Range(
                id="band",
                label="Which numbers do you accept?",
                unit=unit or self.printed,
                min=0,
                max=self.most,
                step=1 if self.step < 1000 else self.step // 20,
                value=[min(round(v), self.most) for v in my_band(self.report, self.claim)],
            ),
        ]
        return [c for c in asked if c.id != "path" or len(self.paths) > 1]

    def picture(self, state):
        """Picture of one state, drawn whole."""
        return super().picture(self._with_ground(state))

    def frame(self, state):
        """Frame of one state, of which only what moves is drawn."""
        return super().frame(self._with_ground(state))

    def _with_ground(self, state):
        """dict: the state, and what its ground depends on. besides: lines that are not on file.
        reach: where the axis has to end to hold the band; 0 where it holds it anyway.
        """
        scene, choice = self._of(state)
        high = choice.band[1]
        inside = high <= max(mark.high for mark in scene.marks)
        reach = 0 if inside else self.step * math.ceil(high / self.step)
        return state | {"besides": choice.besides, "reach": reach}

    def _of(self, state):
        """(Scene, Chosen) of a state of the widget. Raises Problem where nothing can be drawn."""
        choice = self.choice(state)
        scene = self.scene(choice.unit, choice.besides, across())
        if scene.trouble:
            raise Problem(f"{self.sentence(choice)} {scene.trouble}")
        return scene, choice

    @our_style()
    def _still(self, state):
        scene, choice = self._of(state)
        sheet = scene.still(scene.finding(None), choice.band, state["reach"])
        sheet.dpi = DPI
        return sheet

    def _moving(self, sheet, state):
        scene, choice = self._of(state)
        sheet.says = self.sentence(choice)
        scene.moving(sheet, choice.band, row_of(choice.line))

    def _scene(self, unit, besides, _):
        """Scene of a unit, for lines not on file, for a page of one width."""
        from ..drawing.maps.scene import Scene

        return Scene(self.report, self.claim, unit, self.paths, besides)

    def choice(self, state):
        """Chosen of a state. Raises Problem for a town on no list, a line of no length, and a path
        that is not on file.
        """
        start, end = self.pairs[state["origin"]]
        wanted = state.get("path", "straight")
        typed = state["place"].strip()
        path = "straight" if typed else wanted
        start = find_place(self.report, typed) if typed else start
        if start == end:
            raise Problem("that is where the line ends; choose another place to start from.")
        here = (self.rows["from"] == start) & (self.rows["to"] == end)
        routes = self.rows.index[here & (self.rows["path"] == path)]
        if routes.empty and path != "straight":
            raise Problem(f"no way by {path} is on file from {state['origin']}.")
        chosen = line(self.report, self.claim, start, end, next(iter(routes), ""))
        besides = () if chosen.route else ((start, end),)
        return Chosen(chosen, state["unit"], tuple(state["band"]), wanted, besides)

    def sentence(self, choice):
        """str: how long the chosen line is, and whether the report's sentence is true so."""
        names = " to ".join(place["name"] for place in choice.line.places)
        span = choice.line.span(choice.unit)
        told = f"{names}, {_by(choice)}: {said(*span)} {choice.unit}. {self._verdict(choice)}"
        reminder = f" The report prints {self.printed}." if choice.unit != self.printed else ""
        return told + reminder

    def _verdict(self, choice):
        """str: whether the line fits the band."""
        span = choice.line.span(choice.unit)
        low, high = choice.band
        band = f"{written(low)} to {written(high)}"
        found = verdict(span, low, high)
        if found == "undecided":
            return f"Only a part of its range lies within {band}: it cannot be decided."
        if found == "out":
            than = "nearer" if span.high < low else "farther"
            return f"That is {than} than {band}: the sentence is not true."
        if choice.unit == self.printed:
            return (
                f"All of that lies within {band}: so read, the sentence is true. Goal reached: you"
                " chose the start, the way, the unit and how far “about” may reach. The sentence"
                " itself says only the unit."
            )
        return f"All of that lies within {band}: in {choice.unit} it would be true."


def _by(choice):
    """str: along what the line is measured."""
    way = "in a straight line" if choice.line.straight else f"by {choice.line.path}"
    only = " (only straight lines from a typed town)"
    return way + only * (choice.line.path != choice.wanted)
