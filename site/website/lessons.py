"""The notebooks as pages: the same cells, with what only a running notebook needs taken out, and a
way to the live lesson at the top.
"""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from .lesson_files import lesson_file
from .outputs import Outputs
from .places import ROOT

# in the first cell: sentences on keys that a page has not, and on what is saved in a notebook
KEYS = re.compile(r"(?<![^\s])[^.\n|]*(?:\bShift\b|What the cells show is saved)[^.\n|]*\. ?")
# of lesson 00: how a notebook is run, which a page is not
HOW = re.compile(r"^## How does this page work\?\n.*?(?=^## |\Z)", re.M | re.S)
QUESTION = re.compile(r"^\*\*([^*]+\?)\*\*$", re.M)
HEADING = re.compile(r"^# (.+)$", re.M)
ON_PAGE = re.compile(r"\]\(#([^)]+)\)")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|mailto:|#)([^)#]+)(#[^)]*)?\)")
NO_PAGE = {"look"}
FIRST = "title"  # the id of a lesson's first cell
CODE = "The code of this step"


@dataclass(frozen=True)
class Page:
    """What a notebook says of itself. number: "04", or "Stadium 04", or blank."""

    path: Path
    number: str
    title: str
    question: str

    @property
    def name(self):
        """str: of its page, without ending."""
        return self.path.stem

    @property
    def of(self):
        """str: what its pictures are called by: "04", or the name of its notebook."""
        return self.number if self.number.isdigit() else self.name

    @property
    def minutes(self):
        """list of int: minutes alone and in class; empty for what is no lesson."""
        return lesson_file(self.number).get("minutes", [])


def about(path):
    """Page of a notebook."""
    text = nbformat.read(path, 4).cells[0].source
    head = HEADING.search(text)[1]
    number, title = head.split(" · ", 1) if " · " in head else ("", head)
    asked = QUESTION.search(text)
    return Page(path, number, title, asked[1] if asked else "")


class Pages:
    """Turns notebooks into notebooks for Sphinx. known: {file of the project: page of the site}.
    settings: Settings. pictures: {file name: bytes}, filled while pages are made.
    """

    def __init__(self, known, settings):
        self.known = known
        self.settings = settings
        self.pictures = {}
        self.shown = {}

    def notebook(self, page, folder=""):
        """str: a notebook for Sphinx. folder: of its page on the site, "" or "teacher"."""
        nb = nbformat.read(page.path, 4)
        up = "../" if folder else ""
        outputs = Outputs(page.of, up, live_address(page), self.pictures)
        cells = [self._cell(cell, page, folder, outputs) for cell in nb.cells]
        nb.cells = [cell for cell in cells if cell is not None]
        doors = self._doors(page, up)
        first = nb.cells[0]
        head = QUESTION if page.question else HEADING
        first.source = head.sub(lambda found: f"{found[0]}\n\n{doors}\n", first.source, count=1)
        nb.metadata = {
            "kernelspec": {"name": "python3", "language": "python", "display_name": "Python"},
            "language_info": {"name": "python"},
        }
        self.shown[page.name] = outputs.named
        return nbformat.writes(nb)

    def _cell(self, cell, page, folder, outputs):
        """A cell as its page has it; None where it has no place there."""
        if cell.id in NO_PAGE or "remove-cell" in cell.metadata.get("tags", []):
            return None
        if cell.cell_type == "markdown":
            source = KEYS.sub("", cell.source) if cell.id == FIRST else cell.source
            cell.source = self.markdown(source, page.path, folder)
            return cell
        content = outputs.of(cell)
        shown = nbformat.v4.new_output("display_data", {"text/html": content})
        cell.outputs = [shown] if content else []
        cell.metadata = {"tags": ["hide-input"], "mystnb": {"code_prompt_show": CODE}}
        return cell

    def markdown(self, text, path, folder=""):
        """str: Markdown of a file of the project, with links that hold on the site. path: of that
        file. folder: of its page.
        """
        home = path.parent.relative_to(ROOT).as_posix()

        def link(match):
            """The words alone where the site has no such page."""
            target = self.known.get(posixpath.normpath(posixpath.join(home, match[2])))
            if target is None:
                return match[1]
            way = posixpath.relpath(target, folder or ".")
            if way.endswith((".html", ".pdf")):  # for Sphinx a file, and not a page of its own
                return f'<a href="{way}">{match[1]}</a>'
            return f"[{match[1]}]({way}{match[3] or ''})"

        return LINK.sub(link, ON_PAGE.sub(_heading, HOW.sub("", text)))

    def _doors(self, page, up):
        """str: Markdown of the links at the top of a page."""
        doors = []
        if live := live_address(page):
            doors.append(f'<a class="cr-door" href="{up}{live}">Do it here</a>')
        if doors and self.settings.binder:
            way = f"{self.settings.binder}?urlpath=lab/tree/notebooks/{page.path.name}"
            doors.append(f'<a class="cr-door cr-other" href="{way}">Open on Binder</a>')
        minutes = "{} minutes alone, {} in class (estimated)".format(*page.minutes or ["", ""])
        said = f"<span>{minutes}</span>" if page.minutes else ""
        note = (
            "“Do it here” opens this lesson in your browser, and your answers get a reply. Nothing"
            " is installed. Your answers stay on your machine."
        )
        if not doors:
            return said
        return f'<div class="cr-doors">{" ".join(doors)} {said}<p>{note}</p></div>'


def _heading(link):
    """str: the end of a link to a heading of the same page, as GitHub and Sphinx call it:
    the-claim-bench, where a notebook has The-Claim-bench.
    """
    return f"](#{re.sub(r'[^a-z0-9_-]', '', link[1].lower())})"


def live_address(page):
    """str: where a lesson runs live, seen from the top of the site; blank for teachers'."""
    name = page.path.name
    return "" if name.startswith("teacher_") else f"live/notebooks/index.html?path={name}"
