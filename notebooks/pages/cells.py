"""The cells of a notebook as parts of a page: what they show, and their code in a box below it."""

import base64
import html
import re
import struct
from itertools import count

from closereading.lesson.say import NOTHING
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from .texts import plain, safe

LIVE = "<p><em>Run this cell, and its controls appear here.</em></p>"
NOTE = Markup('<p class="note">{}</p>')
BEGINS = NOTE.format("In a notebook this is live; here you see how it begins.")
TURN = {
    "predict(": "Your turn: write your prediction down before you read on.",
    "keep(": "Your turn: write it down, in your own words.",
    "check(": "Your turn: on paper here, or typed in the notebook.",
    "repair(": "Your turn: one sentence, on paper here or in the notebook.",
    "self_test(": "Here the notebook tests your machine. A page has nothing to test.",
}
KINDS = {"cr-static": "tool", "<img": "picture", "<table": "table"}
NO_WORDS = "A picture that the code of this step draws"
IMAGE = Markup(
    '<div class="picture"><img alt="{}" width="{}" height="{}" src="{}" loading="lazy"></div>'
)
CELL = Markup(
    '<div class="cell" id="c-{}">{}{}<details class="code"><summary>{}</summary>'
    "<pre><code>{}</code></pre></details></div>\n"
)


class Cells:
    """Turns code cells into parts of a page. files: {relative path: bytes} of the site, to which
    the pictures in the outputs are added.
    """

    def __init__(self, files):
        self.files = files

    def part(self, cell, number):
        """Markup of a code cell: its outputs, and its code in a box. number: of the notebook."""
        turn = _turn(cell.source)
        outputs = [self.output(out, f"{number}_{cell.id}") for out in cell.outputs]
        shown = Markup("").join(o for o in outputs if not _left_out(o, turn, cell.source))
        code = Markup(highlight(cell.source, PythonLexer(), HtmlFormatter(nowrap=True)).rstrip())
        note = NOTE.format(turn) if turn else ""
        return CELL.format(cell.id, note, shown, _summary(turn, shown), code)

    def output(self, out, stem):
        """Markup of one output of a cell. stem: how a picture without a name is called."""
        data = out.get("data", {})
        if out.output_type == "stream":
            return plain(out.text)
        if "image/png" in data:
            name = out.metadata.get("picture", {}).get("name")
            return self.picture(out, f"{stem[:2]}_{name}" if name else stem)
        if "text/html" not in data:
            scripted = "application/javascript" in data or not data.get("text/plain")
            return Markup("") if scripted else plain(data["text/plain"])
        content = data["text/html"].replace(LIVE, BEGINS)
        content = re.sub('<p class="cr-alt.*?</p>', "", content)  # the picture's alt says it
        return safe(content.replace(' style="text-align:left"', ""))

    def pictures(self, cell, number):
        """Generator of dict: the named pictures of a cell with the words behind their marks."""
        for out, below in zip(cell.outputs, cell.outputs[1:]):
            name = out.get("metadata", {}).get("picture", {}).get("name")
            if name:
                stem = f"{number}_{name}"
                content = self.output(out, stem) + self.output(below, stem)
                title = out.metadata["image/png"]["alt"]
                yield {"cell": cell.id, "stem": stem, "title": title, "content": content}

    def picture(self, out, stem):
        """Markup of an output that is a picture, which goes into a file of its own."""
        data = base64.b64decode(out.data["image/png"])
        name = self._name(stem, data)
        self.files[name] = data
        wide, tall = size(data)
        about = {"alt": NO_WORDS, "width": wide} | out.metadata.get("image/png", {})
        high = round(about["width"] * tall / wide)
        return IMAGE.format(about["alt"], about["width"], high, name)

    def _name(self, stem, data):
        """str: a path that is free, or holds the same picture."""
        names = (f"pictures/{stem}{f'-{k}' if k else ''}.png" for k in count())
        return next(name for name in names if self.files.get(name, data) == data)


def size(png):
    """(width, height) of a PNG in pixels."""
    return struct.unpack(">II", png[16:24])


def _turn(source):
    """str: what a reader does in place of a cell that asks for an answer; else blank."""
    for call, says in TURN.items():
        if re.search(rf"^{re.escape(call)}", source, re.M):
            return says
    return ""


def _left_out(shown, turn, source):
    """Whether an output tells a reader of the page nothing."""
    empty = NOTHING in html.unescape(shown) or "self_test" in source
    return "<p>You made no prediction" in shown or bool(turn) and empty


def _summary(turn, shown):
    """str: what the box with the code is called."""
    if turn:
        return "Where your answer goes in the notebook"
    kinds = [kind for sign, kind in KINDS.items() if sign in shown]
    return f"The code of this {[*kinds, 'step'][0]}"
