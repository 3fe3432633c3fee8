"""From where? (lesson 02): choose origin, path, unit and band until the sentence is true."""

import math
from functools import cache
from types import SimpleNamespace

from ..drawing.maps import Scene, distances
from ..drawing.picture import Layers
from ..geo import KM, band, ends_of, find_place, line, said, verdict
from ..lesson.answers import latest
from ..reading.text import Problem
from ..show.controls import Choice, Radio, Range, Text
from ..show.panel import Panel

GOAL = "Make the sentence true."


def my_band(report, claim=None):
    """(least, most): the miles the learner said would still pass as “about 200”, else 187 to 213.
    Any other claim of distance: its usual reading. claim: default the first that has lines on
    file; (None, None) where there is none.
    """
    claim = claim or next(iter(report.routes["claim"]), None)
    if (report.folder.name, claim) == ("union-resolve", "C08"):
        mine = latest("00.p") or {}
        return mine.get("least", 187), mine.get("most", 213)
    return (None, None) if claim is None else (band(report, claim).low, band(report, claim).high)


def _my_place(report):
    """str: the place sealed in lesson 00, where it is on a list and not Kyiv itself; else ""."""
    place = (latest("00.p") or {}).get("place", "")
    try:
        return "" if find_place(report, place) == "kyiv" else place
    except Problem:
        return ""


def from_where(report, claim=None):
    """Panel on one claim of distance (default: the first that has lines on file), with the goal to
    make its sentence true.
    """
    claim = claim or next(iter(report.routes["claim"]), None)
    rows = report.routes[report.routes["claim"] == claim]
    if rows.empty:
        return Panel(GOAL, [], lambda values: distances(report))
    answer, words, sealed = (
        FromWhere(report, claim, rows),
        band(report, claim),
        (report.folder.name, claim) == ("union-resolve", "C08"),
    )
    unit = 10 ** math.floor(math.log10(words.high))
    most = unit * math.ceil(1.6 * KM["miles"] * words.high / unit)  # room for kilometres
    controls = [
        Choice(
            id="origin",
            label="From",
            value=next(iter(answer.pairs)),
            options=list(answer.pairs),
        ),
        Text(
            id="place",
            label="or from another town",
            value=_my_place(report) if sealed else "",
        ),
        Radio(
            id="path", label="By which path?", value="straight", options=[*answer.paths, "straight"]
        ),
        Radio(id="unit", label="In which unit?", value="miles", options=list(KM)),
        Range(
            id="band",
            label="What do you let pass?",
            min=0,
            max=most,
            step=1 if unit < 1000 else unit // 20,
            value=[min(round(v), most) for v in my_band(report, claim)],
        ),
    ]
    return Panel(GOAL, [c for c in controls if c.id != "path" or len(answer.paths) > 1], answer)


class FromWhere(Layers):
    """The widget's answer: a ground for each unit and typed place, all else moves. Its states are
    the values of the controls.
    """

    def __init__(self, report, claim, rows):
        self.report, self.claim, self.rows, self.paths, name = (
            report,
            claim,
            rows,
            list(dict.fromkeys(rows["path"])),
            report.places["name"],
        )
        self.pairs = {
            name[a] if rows["to"].nunique() == 1 else f"{name[a]}–{name[b]}": (a, b)
            for a, b in zip(rows["from"], rows["to"])
        }
        self.scene = cache(lambda unit, besides: Scene(report, claim, unit, self.paths, besides))
        super().__init__(
            lambda state: (scene := self._of(state)[0]).still(scene.finding((None, None))),
            self._moving,
            fixed=("unit", "place", "origin"),
        )

    def _moving(self, figure, state):
        scene, inner, says = self._of(state)
        artists, picture = scene.moving(figure, inner)
        picture.says = says
        return artists, picture

    def _of(self, state):
        (start, end), path, unit, typed = (
            self.pairs[state["origin"]],
            state.get("path", "straight"),
            state["unit"],
            state["place"].strip(),
        )
        start, path = (find_place(self.report, typed), "straight") if typed else (start, path)
        if start == end:
            raise Problem("that is where the line ends; choose another place to start from.")
        here = self.rows[(self.rows["from"] == start) & (self.rows["to"] == end)]
        if path not in [*here["path"], "straight"]:
            raise Problem(f"no way by {path} is on file from {state['origin']}.")
        mark = SimpleNamespace(
            **line(
                self.report,
                self.claim,
                start,
                end,
                "" if path == "straight" else here.index[here["path"] == path][0],
                unit,
            )
        )
        (low, high), way = (
            state["band"],
            ("in a straight line" if path == "straight" else f"by {path}"),
        )
        way += " (only straight lines from a typed town)" if path != state.get("path", path) else ""
        says = (
            f"{' to '.join(p['name'] for p in ends_of(self.report, mark.ids))}, {way}:"
            f" {said(mark.low, mark.high)} {unit}. "
        )
        says += {
            "in": (
                f"All of that lies within {low:,g} to {high:,g}: "
                + (
                    "so read, the sentence is true."
                    if unit == "miles"
                    else f"in {unit} it would be true."
                )
            ),
            "undecided": (
                f"Only a part of its range lies within {low:,g} to {high:,g}: it cannot be decided."
            ),
            "out": (
                f"That is {'nearer' if mark.high < low else 'farther'} than {low:,g} to {high:,g}:"
                " the sentence is not true."
            ),
        }[verdict(mark, low, high)]
        says += " The report prints miles." if unit != "miles" else ""
        scene = self.scene(unit, ((start, end),) if here.empty else ())
        if scene.trouble:
            raise Problem(f"{says} {scene.trouble}")
        return scene, {"band": (low, high), "chosen": mark.gid}, says
