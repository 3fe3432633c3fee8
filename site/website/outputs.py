"""What a cell has shown, as a page shows it: pictures as files of their own, words below them,
replies that can be read without scripts.
"""

import base64
import html
import re
import struct
from dataclasses import dataclass

from .clean import safe
from .lesson_files import questions

PICTURE = "image/png"
WIDE = 3  # a table of more columns can be pushed sideways
INLINE = re.compile(
    r'<img alt="(?P<alt>[^"]*)" width="(?P<width>\d+)" src="data:image/png;base64,(?P<png>[^"]+)">'
)
# what a still view begins with: where its controls will be
LIVE = re.compile(r'(<div class="cr-static">\s*)<p><em>[^<]*</em></p>')
BEGINS = '<p class="cr-note">Here you see how it begins. {} it works.</p>'
TURN = {
    "predict": "Your turn: write your prediction down before you read on.",
    "keep": "Your turn: write it down, in your own words.",
    "check": "Your turn: on paper, or live, where your answer gets a reply.",
    "repair": "Your turn: one sentence, on paper, or live, where it gets a reply.",
}
QUESTION = '<p><strong>{}</strong></p>\n<ul class="cr-replies">\n{}</ul>\n'
OPTION = "<li><details><summary>{}) {}</summary><p>{}</p></details></li>\n"
HEAD = re.compile(r"(Right|Not yet|Also defensible|Kept)\.")


@dataclass(frozen=True)
class Shown:
    """A named picture of a lesson. name: of its file, without ending. says: its caption. content:
    HTML of the picture with the words behind its marks. cell: id of its cell.
    """

    name: str
    alt: str
    says: str
    content: str
    cell: str


class Outputs:
    """Turns outputs of one notebook's cells into HTML. number: of the lesson, "04". up: what leads
    from its page to the top of the site. live: address of the live lesson, or blank. pictures:
    {file name: bytes}, to which the pictures are added. named: list of Shown, those with a name.
    """

    def __init__(self, number, up, live, pictures):
        self.number = number
        self.up = up
        self.live = live
        self.pictures = pictures
        self.named = []

    def of(self, cell):
        """str: HTML of all that a cell shows; blank where a page has nothing to show."""
        if f'quiz("{self.number}")' in cell.source:
            return self.quiz()
        if turn := _turn(cell):
            return f'<p class="cr-turn">{turn} {self._here("Answer it live")}</p>'
        parts = [self._one(out, cell) for out in cell.outputs if _learner(out) != "prediction"]
        return "\n".join(part for part in parts if part.strip())

    def quiz(self):
        """str: HTML of a lesson's quiz; below each answer, folded away, its reply."""
        return "".join(
            QUESTION.format(html.escape(question["ask"], False), _options(question["options"]))
            for question in questions(self.number)
        )

    def _one(self, out, cell):
        """str: HTML of one output."""
        if out.output_type == "stream":
            return f"<pre>{html.escape(out.text.rstrip())}</pre>"
        data = out.get("data", {})
        if PICTURE in data:
            return self._picture(out, cell)
        if "text/html" in data:
            return self._told("".join(data["text/html"]), cell)
        if "application/javascript" in data:
            return ""
        return _plain("".join(data.get("text/plain", "")))

    def _picture(self, out, cell):
        """str: HTML of a picture that is an output of its own; remembered where it has a name."""
        about = out.metadata.get(PICTURE, {})
        kept = out.metadata.get("picture", {})
        image = self._image(
            out.data[PICTURE], kept.get("name", ""), about["alt"], about["width"], cell
        )
        if kept.get("name"):
            below = cell.outputs[cell.outputs.index(out) + 1].data["text/html"]
            self._remember(kept["name"], about["alt"], kept["says"], image + below, cell)
        return image

    def _told(self, content, cell):
        """str: HTML of an output that is HTML."""
        begins = BEGINS.format(self._here("Live"))
        content = LIVE.sub(lambda found: found[1] + begins, content)
        for found in INLINE.finditer(content):
            alt = html.unescape(found["alt"])
            width = int(found["width"])
            content = content.replace(found[0], self._image(found["png"], "", alt, width, cell), 1)
        return tidy(content)

    def _image(self, png, name, alt, width, cell):
        """str: <img> of a picture, which becomes a file of the site."""
        data = base64.b64decode(png)
        file = self._file(f"{self.number}_{name or cell.id}", data)
        wide, tall = struct.unpack(">II", data[16:24])
        return (
            f'<img class="cr-picture" alt="{html.escape(alt)}" src="{self.up}pictures/{file}"'
            f' width="{width}" height="{round(width * tall / wide)}" loading="lazy">'
        )

    def _file(self, stem, data):
        """str: a file name that is free, or holds the same picture."""
        name = f"{stem}.png"
        count = 0
        while self.pictures.get(name, data) != data:
            count += 1
            name = f"{stem}-{count}.png"
        self.pictures[name] = data
        return name

    def _remember(self, name, alt, says, content, cell):
        content = tidy(content)
        self.named.append(Shown(f"{self.number}_{name}", alt, says, content, cell.id))

    def _here(self, words):
        """str: a link to the live lesson; the plain words where there is none."""
        return f'<a href="{self.up}{self.live}">{words}</a>' if self.live else words


def tidy(content):
    """str: HTML, cut down to what is harmless, with wide tables that can be pushed sideways."""
    content = safe(content.replace(' style="text-align:left"', ""))
    return re.sub(r"<table\b.*?</table>", _wide, content, flags=re.S)


def _wide(match):
    columns = len(re.findall(r"<t[hd]\b", match[0].partition("</tr>")[0]))
    if columns <= WIDE:
        return match[0]
    return f'<div class="cr-wide" tabindex="0" role="group" aria-label="Table">{match[0]}</div>'


def _plain(text):
    """str: what Python prints of a value; nothing of objects, which tell a reader nothing."""
    unreadable = not text or re.match(r"<[\w.]+ |VBox\(|HBox\(|IntSlider\(", text)
    return "" if unreadable else f"<pre>{html.escape(text)}</pre>"


def _learner(out):
    """str: what an output is to a learner, as Shown has it: "turn", "prediction" or blank."""
    return out.get("metadata", {}).get("learner", "")


def _turn(cell):
    """str: what a reader does in place of a cell that waits for an answer; else blank."""
    if "turn" not in map(_learner, cell.outputs):
        return ""
    return next((says for call, says in TURN.items() if f"{call}(" in cell.source), TURN["check"])


def _options(options):
    """str: HTML of the answers to a question."""
    return "".join(
        OPTION.format(letter, html.escape(one["text"], False), _reply(one))
        for letter, one in options.items()
    )


def _verdict(option):
    """str: the first word of what is answered to a choice."""
    if option.get("also"):
        return "Also defensible."
    return "Right." if option.get("right") else "Not yet."


def _reply(option):
    """str: HTML of what is answered to a choice; it begins with the verdict."""
    says = html.escape(option["says"], False)
    if not HEAD.match(says):
        says = f"{_verdict(option)} {says}"
    return HEAD.sub(r"<strong>\g<0></strong>", says, count=1)
