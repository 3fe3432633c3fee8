"""All files of the static site: a page for each notebook and text, the figures, the data."""

import html
import importlib.util
import io
import json
import posixpath
import re
import tomllib
from pathlib import Path

import jinja2
import mistune
import nbformat
from fontTools.ttLib import TTFont
from markupsafe import Markup

from .cells import Cells, size
from .texts import Renderer, safe

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EMPTY = {"lead": None, "gallery": None, "tables": None, "content": ""}
PAGES = {
    "README.md": "index.html",
    "data/README.md": "data.html",
    "figures/README.md": "figures.html",
    "LICENSE": "LICENSE.txt",
    "CITATION.cff": "CITATION.cff",
}


class Site:
    """All files of the site: .files {relative path: bytes}. root: folder of the project."""

    def __init__(self, root=ROOT):
        self.root, self.files = root, {}
        self.cells, self.gallery = Cells(self.files), []
        self.template = _template()
        notebooks = sorted((root / "notebooks").glob("*.ipynb"))
        texts = sorted((root / "notebooks" / "teacher").glob("*.md"))
        sheets = sorted((root / "notebooks" / "teacher").glob("*.html"))
        rest = [path for path in notebooks if not _is_lesson(path)]
        self.lessons = [self.about(path) for path in notebooks if _is_lesson(path)]
        self.teacher = [self.about(path) for path in [*rest, *texts]]
        self.handouts = {path.name: _title(path) for path in sheets}
        self.known = self._known(sheets)
        self._pages()
        self._copies(sheets)

    def _known(self, sheets):
        """dict: file of the project -> page or file of the site."""
        known = {page["file"]: page["page"] for page in [*self.lessons, *self.teacher]}
        known |= {f"notebooks/teacher/{path.name}": path.name for path in sheets}
        figures = (self.root / "figures").glob("*.png")
        return known | PAGES | {f"figures/{p.name}": f"pictures/{p.name}" for p in figures}

    def _pages(self):
        for page in [*self.lessons, *self.teacher]:
            made = self.notebook if page["file"].endswith(".ipynb") else self.markdown
            self.put(page, content=made(page["file"]))
        self.put({"page": "figures.html", "title": "Figures"}, gallery=self.gallery)
        schemas = sorted((self.root / "data" / "schemas").glob("*.json"))
        tables = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in schemas}
        text = self.markdown("data/README.md")
        self.put({"page": "data.html", "title": "Data"}, content=text, tables=tables)
        self.index()

    def _copies(self, sheets):
        """The files that go into the site as they are."""
        self.files |= {path.name: path.read_bytes() for path in sheets} | letters()
        self.files |= {
            "style.css": (HERE / "page.css").read_bytes(),
            "icon.svg": (HERE / "icon.svg").read_bytes(),
            "LICENSE.txt": (self.root / "LICENSE").read_bytes(),
            "CITATION.cff": (self.root / "CITATION.cff").read_bytes(),
        }

    def about(self, path):
        """dict of a notebook or Markdown file: number, title, question, page, file, minutes."""
        if path.suffix == ".ipynb":
            text = nbformat.read(path, 4).cells[0].source
        else:
            text = path.read_text(encoding="utf-8")
        head = re.search(r"^# (.+)$", text, re.M)[1]
        number, title = head.split(" · ", 1) if " · " in head else ("", head)
        asked = re.search(r"^\*\*([^*]+\?)\*\*$", text, re.M)
        return {
            "number": number,
            "title": title,
            "question": asked[1] if asked else "",
            "page": f"{path.stem}.html",
            "file": path.relative_to(self.root).as_posix(),
            "minutes": self._minutes(number),
        }

    def _minutes(self, number):
        """list: minutes alone and in class; empty for what is no lesson."""
        lessons = self.root / "notebooks" / "closereading" / "lesson" / "lessons"
        path = lessons / f"{number}.toml"
        if not path.exists():
            return []
        return tomllib.loads(path.read_text(encoding="utf-8")).get("minutes", [])

    def put(self, page, **parts):
        """Adds one page, with the lessons before and after it. parts: what the template shows."""
        before = after = None
        if page in self.lessons:
            i = self.lessons.index(page)
            before, after = [None, *self.lessons][i], [*self.lessons, None][i + 1]
        text = self.template.render(
            {**EMPTY, **parts},
            page={"number": "", "question": "", **page},
            before=before,
            after=after,
            lessons=self.lessons,
            teacher=self.teacher,
            handouts=self.handouts,
        )
        self.files[page["page"]] = (text.rstrip() + "\n").encode("utf-8")

    def markdown(self, file, text=None, renderer=None):
        """Markup of a Markdown file of the project, or of a text that stands in it."""
        text = (self.root / file).read_text(encoding="utf-8") if text is None else text
        renderer = renderer or Renderer(posixpath.dirname(file), self.known)
        made = mistune.create_markdown(renderer=renderer, plugins=["table", "strikethrough"])(text)
        return safe(re.sub(r'src="(figures/[\w.-]+\.png)"', self.copied, made))

    def copied(self, match):
        """str: the attributes of a figure, which goes into the site's own pictures."""
        data = (self.root / match[1]).read_bytes()
        name = f"pictures/{Path(match[1]).name}"
        self.files[name] = data
        wide, tall = (side * 115 // 200 for side in size(data))
        return f'src="{name}" width="{wide}" height="{tall}"'

    def notebook(self, file):
        """Markup: a notebook to be read. Below what a cell made stands its code, in a box."""
        renderer, parts = Renderer("notebooks", self.known), []
        number = Path(file).name[:2]
        page = next(page for page in [*self.lessons, *self.teacher] if page["file"] == file)
        for cell in nbformat.read(self.root / file, 4).cells:
            if cell.cell_type == "markdown":
                parts.append(self.markdown(file, cell.source, renderer))
                continue
            if "remove-cell" in cell.metadata.get("tags", []):
                continue
            parts.append(self.cells.part(cell, number))
            if page in self.lessons:
                self.gallery += [{"page": page, **one} for one in self.cells.pictures(cell, number)]
        return Markup("").join(parts)

    def index(self):
        """The first page, from the README: what it is, its picture, the lessons, how to begin."""
        text = (self.root / "README.md").read_text(encoding="utf-8")
        picture = re.search(r"^!\[.*\]\((figures/.+)\)$", text, re.M)
        title, *sections = re.split(r"^#{1,2} ", text.replace(picture[0], ""), flags=re.M)[1:]
        head = {s.partition("\n")[0].strip(): s.partition("\n")[2] for s in sections}
        name, lead = title.split("\n", 1)
        after = re.split(r"^\|.*\n(?!\|)", head.pop("Lessons"), flags=re.M)[-1]
        after += "".join(f"\n\n## {heading}\n\n{body}" for heading, body in head.items())
        rest = self.markdown("README.md", after)
        lead = self.markdown("README.md", f"# {name}\n{lead}\n\n{picture[0]}")
        page = {"page": "index.html", "title": name.strip()}
        self.put(page, content=rest, lead=lead, picture=Path(picture[1]).stem)


def _template():
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return env.get_template("page.html")


def _is_lesson(path):
    return bool(re.match(r"\d\d_", path.name))


def _title(path):
    """str: the title of an HTML file."""
    return html.unescape(re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))[1])


def letters():
    """dict {file name: bytes}: the letters of the pictures, Source Sans, for the pages too;
    unchanged but for the packing. With their licence (SIL Open Font License).
    """
    package = importlib.util.find_spec("font_source_sans_pro").submodule_search_locations[0]
    folder, files = Path(package, "files"), {}
    for cut in ("Regular", "Bold", "It"):
        font, out = TTFont(folder / f"SourceSansPro-{cut}.ttf", recalcTimestamp=False), io.BytesIO()
        font.flavor = "woff"
        font.save(out)
        files[f"SourceSansPro-{cut}.woff"] = out.getvalue()
    return files | {"SourceSansPro-LICENSE.txt": (folder / "LICENSE.txt").read_bytes()}
