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

DATA = re.compile(
    r'<img alt="([^"]*)" width="(\d+)" src="data:image/png;base64,([A-Za-z0-9+/=]+)">'
)
NAMED = re.compile(r'<div data-name="([^"]+)">((?=<img alt="([^"]*)").*?</details>)', re.S)
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
        if "text/html" not in data:
            scripted = "application/javascript" in data or not data.get("text/plain")
            return Markup("") if scripted else plain(data["text/plain"])
        content = data["text/html"].replace(LIVE, BEGINS)
        name = re.search(r'<div data-name="([^"]+)">', content)
        content = re.sub('<div data-name="[^"]*">', '<div class="picture">', content)
        content = content.replace(' style="text-align:left"', "")
        stem = f"{stem[:2]}_{name[1]}" if name else stem
        return safe(DATA.sub(self.picture(stem), content))

    def pictures(self, cell, number):
        """Generator of dict: the named pictures of a cell with the words behind their marks."""
        shown = "".join(out.get("data", {}).get("text/html", "") for out in cell.outputs)
        for name, inside, alt in NAMED.findall(shown):
            stem = f"{number}_{name}"
            content = safe(DATA.sub(self.picture(stem), inside))
            yield {"cell": cell.id, "stem": stem, "title": html.unescape(alt), "content": content}

    def picture(self, stem):
        """Function for DATA.sub: takes a picture out of the page into a file of its own."""

        def taken(match):
            data = base64.b64decode(match[3])
            name = self._name(stem, data)
            self.files[name] = data
            wide, tall = size(data)
            return (
                f'<img alt="{match[1]}" width="{match[2]}"'
                f' height="{round(int(match[2]) * tall / wide)}" src="{name}" loading="lazy">'
            )

        return taken

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
