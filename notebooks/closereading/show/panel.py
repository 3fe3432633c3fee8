"""Panel: the one frame all widgets share. A goal, at most five native controls, one view, one
sentence that answers.
"""

import json
from collections import Counter
from pathlib import Path

import anywidget
import traitlets
from IPython.display import display

from ..drawing.page import NARROW, WIDTH, as_wide
from .controls import Control, Refused
from .layers import Layers
from .packed import packed, packed_look
from .still import Still
from .turns import Tries, Turns

HERE = Path(__file__).parent
VIEW = "application/vnd.jupyter.widget-view+json"
SCRIPT = "application/javascript"
PAGE = (HERE / "page.js").read_text(encoding="utf-8")
OF_MARKS = tuple(
    f"marks{part}.js" for part in ("_places", "_ring", "_room", "_saved", "_box", "_keys", "")
)
MARKS = "\n".join((HERE / name).read_text(encoding="utf-8") for name in OF_MARKS)
MARKS_LOOK = (HERE / "marks.css").read_text(encoding="utf-8")
REPLIES = (HERE / "replies.js").read_text(encoding="utf-8")
REPLIES_LOOK = (HERE / "replies.css").read_text(encoding="utf-8")
CONTROLS = (HERE / "controls.js").read_text(encoding="utf-8")
ASKING = (HERE / "asking.js").read_text(encoding="utf-8")
PRESSING = (HERE / "pressing.js").read_text(encoding="utf-8")
SELECTING = (HERE / "selecting.js").read_text(encoding="utf-8")
NARROWING = (HERE / "narrowing.js").read_text(encoding="utf-8")
LIVE = (HERE / "panel.js").read_text(encoding="utf-8")
MOST = 5  # controls at the same time
# what a Panel shows where no picture moves
NOTHING = dict(ground=b"", box="", letters="", moving="", changed=[], view="", alt="", says="")


def guard_page():
    """Puts four helps on the page: a focused control or summary in any output loses no cell, a
    NameError gets a sentence, each mark on a picture opens where it stands, and a reply to an
    answer is spoken.
    """
    calls = (
        "guardPage();",
        f"openMarks({json.dumps(packed_look(MARKS_LOOK))});",
        f"speakReplies({json.dumps(packed_look(REPLIES_LOOK))});",
    )
    script = "\n".join([PAGE, MARKS, REPLIES, *calls])
    display({SCRIPT: packed(script), "text/plain": ""}, raw=True)


class View:
    """What a Panel shows when it is no Picture. content: Markup. says: the answering sentence.
    still: Markup that stands in its place where there is no kernel, for content with buttons.
    """

    def __init__(self, content, says, still=None):
        self.content = content
        self.says = self.alt = says
        self.still = still

    def html(self):
        """Markup of the content."""
        return self.content


def _forms(controls, panel):
    """list of dict: what the page is told of the controls."""
    return [control.form() for control in controls]


class Panel(Turns, anywidget.AnyWidget):
    """A widget. goal: str, its first line. controls: list of at most five controls of controls.py.
    answer: function of {id: value} that returns a Picture or a View; or Layers, of which a slider
    redraws only what moves. cannot: function of {id: value} that says why no setting of the rest
    reaches the goal, or ""; the panel says it after three tries. lands: whether the page scrolls to
    it when its cell has run, because it leads to the cell below. Both are plain Python: call them
    without a Panel in tests. An exception in them is said in words, inside the frame, which goes on
    showing the setting before.
    `values` can be observed, linked and set; what is not named keeps its value. Setting `controls`
    builds the form anew and keeps the values that still have a control. Both raise Refused for what
    the page cannot show; where that comes from the page itself, it is said inside the frame.
    """

    _esm = PAGE + CONTROLS + ASKING + PRESSING + SELECTING + NARROWING + LIVE
    _css = HERE / "panel.css"
    goal = traitlets.Unicode().tag(sync=True)
    view = traitlets.Unicode().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    says = traitlets.Unicode().tag(sync=True)
    ground = traitlets.Bytes(b"").tag(sync=True)
    box = traitlets.Unicode().tag(sync=True)
    letters = traitlets.Unicode().tag(sync=True)
    moving = traitlets.Unicode().tag(sync=True)
    changed = traitlets.List().tag(sync=True)
    controls = traitlets.List().tag(sync=True, to_json=_forms)
    values = traitlets.Dict().tag(sync=True)
    lands = traitlets.Bool(False).tag(sync=True)
    narrow = traitlets.Bool(False).tag(sync=True)  # the page says so: pictures are drawn narrower

    def __init__(self, goal, controls, answer, cannot=None, lands=False):
        self.answer = answer
        self._tries = Tries(cannot)
        self._known = {}  # every control there has been, by id: a page may show the form before
        self._held = {}  # the values that were taken last
        self._on_page = None  # the Picture or View on the page; None where it could not be shown
        super().__init__(goal=goal, controls=controls, lands=lands)
        self._fill()
        self._answer()
        self.observe(self._answer, "values")
        self.observe(self._fill, "controls")
        self.observe(self._draw_again, "narrow")

    @traitlets.validate("controls")
    def _valid_controls(self, proposal):
        controls = proposal["value"]
        for control in controls:
            if not isinstance(control, Control):
                raise Refused(f"A control is wanted, such as Check(…); found {control!r:.60}.")
        if (many := _most_at_once(controls)) > MOST:
            raise Refused(f"A panel has at most five controls, this one has {many}.")
        ids = [control.id for control in controls]
        if len(set(ids)) != len(ids):
            raise Refused(f"Each control needs an id of its own; found {', '.join(ids)}.")
        self._known |= {control.id: control for control in controls}
        return controls

    @traitlets.validate("values")
    def _valid_values(self, proposal):
        taken = self._taken(proposal["value"])
        self._held = {control.id: self._kept(control) for control in self.controls} | taken
        return self._held

    def _taken(self, given):
        """dict: values as the page can show them. Raises Refused for one that it cannot."""
        for name in given:
            if name not in self._known:
                known = ", ".join(f"“{control.id}”" for control in self.controls)
                raise Refused(f"There is no control “{name}”; there are {known or 'none'}.")
        return {name: self._known[name].taken(value) for name, value in given.items()}

    def _kept(self, control):
        """The value that a control has, or, where it cannot show that, the one it begins with."""
        try:
            return control.taken(self._held[control.id])
        except (KeyError, Refused):
            return control.value

    def _fill(self, _=None):
        self.values = {control.id: self._kept(control) for control in self.controls}

    def set_state(self, sync_data):
        """What the page sends. A value that it could not have shown is said, and taken back."""
        try:
            self._taken(sync_data.get("values", {}))  # 0 and False are equal, and not the same
            super().set_state(sync_data)
        except Refused as refused:
            self.says = _not_shown(refused)
            self.send_state("values")

    def take(self, values):
        """Takes what a page has set; what it cannot show is said in its place."""
        try:
            self.values = values
        except Refused as refused:
            self.says = _not_shown(refused)

    def _draw_again(self, _):
        """Draws a picture anew, as wide as the page has room. Nothing else is answered twice."""
        if self.ground or "<img" in self.view:
            self._answer()

    def _answer(self, _=None):
        try:
            told = self._told(dict(self.values))
            told = told | {"says": told["says"] + self._tries.hint(dict(self.values))}
        except Exception as e:  # whatever happens, the learner reads a sentence
            self._on_page = None
            stays = " What you see is still the setting before." if self.view else ""
            told = {"says": _not_shown(e) + stays}
        with self.hold_sync():
            for name, value in told.items():
                setattr(self, name, value)

    def renew(self):
        """Answers once more to the values that are set."""
        self._answer()

    def _told(self, values):
        """dict: what the page shows for some values, by the names of the traits."""
        with as_wide(NARROW if self.narrow else WIDTH):
            return self._drawn(values)

    def _drawn(self, values):
        """dict: the same, drawn as wide as pages are now."""
        if isinstance(self.answer, Layers):
            self._on_page = self.answer.frame(values)
            return vars(self._on_page)
        self._on_page = shown = self.answer(values)
        return NOTHING | {"view": str(shown.html()), "alt": shown.alt, "says": shown.says}

    def still(self):
        """list of (bundle, metadata), one for each output of a cell: as Still.outputs."""
        shown = self._on_page
        if isinstance(self.answer, Layers) and shown:
            shown = self.answer.picture(dict(self.values))
        return Still(self.goal, self.says, self.view, shown).outputs()

    def __repr__(self):
        return f"{self.goal} {self.says}"

    def _ipython_display_(self):
        # The still view first; where the live one runs, its style hides the still one.
        for bundle, metadata in self.still():
            display(bundle, metadata=metadata, raw=True)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        display({VIEW: view, "text/plain": ""}, raw=True)


def _most_at_once(controls):
    """int: how many of some controls a page may show at the same time."""
    controls = [control for control in controls if control.kind != "held"]  # they show nothing
    always = sum(not control.when for control in controls)
    shown = Counter(control.when for control in controls if control.when)
    return always + max(shown.values(), default=0)


def _not_shown(problem):
    """str: one sentence in place of a view."""
    return f"This setting could not be shown: {problem or type(problem).__name__}"
