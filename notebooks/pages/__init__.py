"""The series as a static site, from the notebooks as they were executed: no kernel, no script,
nothing fetched from elsewhere.

`write(folder)` is what `python notebooks/execute.py --html DIR` calls. Whatever a notebook shows
is cut down to a short list of harmless tags, so that no text of a report can become more than
text; the head of each page forbids scripts as well.
"""

import base64
import html
import importlib.util
import io
import json
import posixpath
import re
import struct
import tomllib
from itertools import count
from pathlib import Path

import bleach
import jinja2
import mistune
import nbformat
from fontTools.ttLib import TTFont
from markupsafe import Markup, escape
from nbconvert.filters import strip_ansi
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MADE = (  # the list of what stands here by our hand: only that is ever overwritten or removed
    "made-by-close-reading.txt"
)
OURS = {
    "*": ["class", "id"],
    "a": ["href"],
    "img": ["alt", "width", "height", "src", "loading"],
    "th": ["scope", "colspan", "rowspan"],
    "td": ["colspan", "rowspan"],
    "div": ["tabindex", "role", "aria-label"],
    "span": ["aria-hidden"],
    "details": ["open"],
    "ol": ["start"],
}
TAGS = set(
    """a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 hr i img li mark ol p pre small span strong sub summary sup
    table tbody td th thead tr u ul""".split()
)
DATA = re.compile(
    r'<img alt="([^"]*)" width="(\d+)" src="data:image/png;base64,([A-Za-z0-9+/=]+)">'
)
NAMED = re.compile(r'<div data-name="([^"]+)">((?=<img alt="([^"]*)").*?</details>)', re.S)
LIVE = "<p><em>Run this cell, and its controls appear here.</em></p>"
NOTE = Markup('<p class="note">{}</p>')
TURN = {
    "predict(": "Your turn: write your prediction down before you read on.",
    "keep(": "Your turn: write it down, in your own words.",
    "check(": "Your turn: on paper here, or typed in the notebook.",
    "repair(": "Your turn: one sentence, on paper here or in the notebook.",
    "self_test(": "Here the notebook tests your machine. A page has nothing to test.",
}


class Renderer(mistune.HTMLRenderer):
    """Markdown of ours as HTML: headings get anchors, tables heads that can be read aloud, links
    lead to the pages of this site.
    """

    def __init__(self, home, known):
        super().__init__(escape=False)
        self.home, self.known, self.seen = home, known, {}

    def heading(self, text, level, **attrs):
        name = (
            re.sub(r"\W+", "-", html.unescape(re.sub("<[^>]+>", "", text)).lower()).strip("-")
            or "part"
        )
        self.seen[name] = self.seen.get(name, 0) + 1
        return (
            f"<h{level}"
            f' id="{name}{"" if self.seen[name] == 1 else f"-{self.seen[name]}"}">{text}</h{level}>\n'
        )

    def table_cell(self, text, align=None, head=False):
        return f'<th scope="col">{text}</th>' if head and text else f"<td>{text}</td>"

    def link(self, text, url, title=None):
        if not re.match(r"https?://|mailto:|#", url):
            path, _, anchor = url.partition("#")
            target = self.known.get(posixpath.normpath(posixpath.join(self.home, path)))
            if target is None:  # a file that is no page: its name is left
                return text
            url = target + (f"#{anchor}" if anchor else "")
        return f'<a href="{escape(url)}">{text}</a>'

    def image(self, text, url, title=None):
        return (
            f'<img alt="{escape(html.unescape(text))}"'
            f' src="{escape(posixpath.normpath(posixpath.join(self.home, url)))}">'
        )


def safe(content):
    """Markup: some HTML, of which only the tags and attributes remain that a page needs; anything
    else becomes visible text.
    """

    def allowed(tag, name, value):
        return name in OURS["*"] + OURS.get(tag, []) and (
            name != "src" or bool(re.fullmatch(r"pictures/[\w.-]+\.png", value))
        )

    cleaned = bleach.Cleaner(
        tags=TAGS, attributes=allowed, protocols={"http", "https", "mailto"}
    ).clean(content)
    wide = lambda m: (
        f'<div class="wide" tabindex="0" role="group" aria-label="Table">{m[0]}</div>'
        if len(re.findall(r"<t[hd]\b", m[0].partition("</tr>")[0])) > 3
        else m[0]
    )
    return Markup(re.sub(r"<table.*?</table>", wide, cleaned, flags=re.S))


def plain(text):
    """Markup: what a cell printed, escaped, without the codes of a terminal."""
    return Markup("<pre>{}</pre>").format(
        "".join(c for c in strip_ansi(text).rstrip() if c in "\n\t" or c.isprintable())
    )


def letters():
    """dict {file name: bytes}: the letters of the pictures, Source Sans, for the pages too;
    unchanged but for the packing. With their licence (SIL Open Font License).
    """
    folder, files = (
        Path(
            importlib.util.find_spec("font_source_sans_pro").submodule_search_locations[0], "files"
        ),
        {},
    )
    for cut in ("Regular", "Bold", "It"):
        font, out = TTFont(folder / f"SourceSansPro-{cut}.ttf", recalcTimestamp=False), io.BytesIO()
        font.flavor = "woff"
        font.save(out)
        files[f"SourceSansPro-{cut}.woff"] = out.getvalue()
    return files | {"SourceSansPro-LICENSE.txt": (folder / "LICENSE.txt").read_bytes()}


class Site:
    """All files of the site: .files {relative path: bytes}."""

    def __init__(self, root=ROOT):
        self.root, self.files, self.gallery = root, {}, []
        env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.template = env.get_template("page.html")
        notebooks = sorted((root / "notebooks").glob("*.ipynb"))
        self.lessons = [self.about(p) for p in notebooks if re.match(r"\d\d_", p.name)]
        rest = [
            *(p for p in notebooks if not re.match(r"\d\d_", p.name)),
            *sorted((root / "notebooks" / "teacher").glob("*.md")),
        ]
        self.teacher = [self.about(p) for p in rest]
        sheets = sorted((root / "notebooks" / "teacher").glob("*.html"))
        self.handouts = {
            p.name: html.unescape(
                re.search(r"<title>(.*?)</title>", p.read_text(encoding="utf-8"))[1]
            )
            for p in sheets
        }
        self.known = {p["file"]: p["page"] for p in [*self.lessons, *self.teacher]} | {
            f"notebooks/teacher/{p.name}": p.name for p in sheets
        }
        self.known |= {
            "README.md": "index.html",
            "data/README.md": "data.html",
            "figures/README.md": "figures.html",
            "LICENSE": "LICENSE.txt",
            "CITATION.cff": "CITATION.cff",
        }
        self.known |= {
            f"figures/{p.name}": f"pictures/{p.name}" for p in (root / "figures").glob("*.png")
        }
        for page in [*self.lessons, *self.teacher]:
            self.put(
                page,
                (
                    self.notebook(page)
                    if page["file"].endswith(".ipynb")
                    else self.markdown(page["file"])
                ),
            )
        self.put(dict(page="figures.html", title="Figures"), gallery=self.gallery)
        self.put(
            dict(page="data.html", title="Data"),
            self.markdown("data/README.md"),
            tables={
                p.stem: json.loads(p.read_text(encoding="utf-8"))
                for p in sorted((root / "data" / "schemas").glob("*.json"))
            },
        )
        self.index()
        self.files |= {p.name: p.read_bytes() for p in sheets} | letters()
        self.files |= {
            "style.css": (HERE / "page.css").read_bytes(),
            "icon.svg": (HERE / "icon.svg").read_bytes(),
            "LICENSE.txt": (root / "LICENSE").read_bytes(),
            "CITATION.cff": (root / "CITATION.cff").read_bytes(),
        }

    def about(self, path):
        """dict of a notebook or Markdown file: number, title, question, page, file, minutes."""
        text = (
            nbformat.read(path, 4).cells[0].source
            if path.suffix == ".ipynb"
            else path.read_text(encoding="utf-8")
        )
        head = re.search(r"^# (.+)$", text, re.M)[1]
        number, _, title = head.rpartition(" · ")
        ask, toml = (
            re.search(r"^\*\*([^*]+\?)\*\*$", text, re.M),
            self.root / "notebooks" / "closereading" / "lesson" / "lessons" / f"{number}.toml",
        )
        minutes = (
            tomllib.loads(toml.read_text(encoding="utf-8")).get("minutes", [])
            if toml.exists()
            else []
        )
        return dict(
            number=number,
            title=title,
            question=ask[1] if ask else "",
            page=f"{path.stem}.html",
            file=path.relative_to(self.root).as_posix(),
            minutes=minutes,
        )

    def put(self, page, content="", **more):
        """Adds one page, with the lessons before and after it."""
        i = self.lessons.index(page) if page in self.lessons else None
        around = dict(
            before=self.lessons[i - 1] if i else None,
            after=self.lessons[i + 1] if i is not None and i + 1 < len(self.lessons) else None,
        )
        shared = dict(
            lessons=self.lessons,
            teacher=self.teacher,
            handouts=self.handouts,
            lead=None,
            gallery=None,
            tables=None,
        )
        text = self.template.render(
            {**shared, **around, **more},
            page={"number": "", "question": "", **page},
            content=content,
        )
        self.files[page["page"]] = (text.rstrip() + "\n").encode("utf-8")

    def markdown(self, file, text=None, renderer=None):
        """Markup of a Markdown file of the project, or of a text that stands in it."""
        home = posixpath.dirname(file)
        text = (self.root / file).read_text(encoding="utf-8") if text is None else text
        made = mistune.create_markdown(
            renderer=renderer or Renderer(home, self.known), plugins=["table", "strikethrough"]
        )(text)
        return safe(re.sub(r'src="(figures/[\w.-]+\.png)"', self.copied, made))

    def copied(self, match):
        data = (self.root / match[1]).read_bytes()
        wide, tall = struct.unpack(">II", data[16:24])
        self.files[f"pictures/{Path(match[1]).name}"] = data
        return (
            f'src="pictures/{Path(match[1]).name}" width="{wide * 115 // 200}"'
            f' height="{tall * 115 // 200}"'
        )

    def picture(self, stem):
        """Function for DATA.sub: takes a picture out of the page into a file of its own."""

        def taken(match):
            data = base64.b64decode(match[3])
            name = next(
                n
                for k in count()
                if self.files.get(n := f"pictures/{stem}{f'-{k}' if k else ''}.png", data) == data
            )
            self.files[name] = data
            wide, tall = struct.unpack(">II", data[16:24])
            return (
                f'<img alt="{match[1]}" width="{match[2]}"'
                f' height="{round(int(match[2]) * tall / wide)}" src="{name}" loading="lazy">'
            )

        return taken

    def notebook(self, page):
        """Markup: a notebook to be read. The code of each cell stands in a box below what it made."""
        renderer, parts = Renderer("notebooks", self.known), []
        for cell in nbformat.read(self.root / page["file"], 4).cells:
            if cell.cell_type == "markdown":
                parts.append(self.markdown(page["file"], cell.source, renderer))
                continue
            turn = next(
                (
                    says
                    for call, says in TURN.items()
                    if re.search(rf"^{re.escape(call)}", cell.source, re.M)
                ),
                None,
            )
            shown = [
                self.output(o, f"{Path(page['file']).name[:2]}_{cell.id}") for o in cell.outputs
            ]
            shown = Markup("").join(
                s
                for s in shown
                if "<p>You made no prediction" not in s
                and not (turn and ("Nothing here yet." in s or "self_test" in cell.source))
            )
            kind = (
                "Where your answer goes in the notebook"
                if turn
                else "The code of this "
                + next(
                    (
                        k
                        for sign, k in (
                            ("cr-static", "tool"),
                            ("<img", "picture"),
                            ("<table", "table"),
                        )
                        if sign in shown
                    ),
                    "step",
                )
            )
            code = Markup(
                highlight(cell.source, PythonLexer(), HtmlFormatter(nowrap=True)).rstrip()
            )
            parts.append(
                Markup(
                    '<div class="cell" id="c-{}">{}{}<details'
                    ' class="code"><summary>{}</summary><pre><code>{}</code></pre></details></div>\n'
                ).format(cell.id, NOTE.format(turn) if turn else "", shown, kind, code)
            )
            for name, inside, alt in NAMED.findall(
                "".join(o.get("data", {}).get("text/html", "") for o in cell.outputs)
            ):
                stem = f"{Path(page['file']).name[:2]}_{name}"
                self.gallery.append(
                    dict(
                        page=page,
                        cell=cell.id,
                        stem=stem,
                        title=html.unescape(alt),
                        content=safe(DATA.sub(self.picture(stem), inside)),
                    )
                )
        return Markup("").join(parts)

    def output(self, out, stem):
        """Markup of one output of a cell."""
        data = out.get("data", {})
        if out.output_type == "stream":
            return plain(out.text)
        if "text/html" not in data:
            return (
                plain(data["text/plain"])
                if data.get("text/plain") and "application/javascript" not in data
                else Markup("")
            )
        content = data["text/html"].replace(
            LIVE, NOTE.format("In a notebook this is live; here you see how it begins.")
        )
        name = re.search(r'<div data-name="([^"]+)">', content)
        content = re.sub('<div data-name="[^"]*">', '<div class="picture">', content).replace(
            ' style="text-align:left"', ""
        )
        return safe(DATA.sub(self.picture(f"{stem[:2]}_{name[1]}" if name else stem), content))

    def index(self):
        """The first page, from the README: what it is, its picture, the lessons, how to begin."""
        text = (self.root / "README.md").read_text(encoding="utf-8")
        picture = re.search(r"^!\[.*\]\((figures/.+)\)$", text, re.M)
        title, *sections = re.split(r"^#{1,2} ", text.replace(picture[0], ""), flags=re.M)[1:]
        head = {s.partition("\n")[0].strip(): s.partition("\n")[2] for s in sections}
        name, _, lead = title.partition("\n")
        after = re.split(r"^\|.*\n(?!\|)", head.pop("Lessons"), flags=re.M)[-1]
        rest = self.markdown(
            "README.md", after + "".join(f"\n\n## {k}\n\n{v}" for k, v in head.items())
        )
        lead = self.markdown("README.md", f"# {name}\n{lead}\n\n{picture[0]}")
        self.put(
            dict(page="index.html", title=name.strip()),
            rest,
            lead=lead,
            picture=Path(picture[1]).stem,
        )


def write(folder, root=ROOT):
    """list of str: the files written into a folder. Raises ValueError, in words, where the folder
    holds things that are not ours to overwrite.
    """
    folder, site = Path(folder), Site(root)
    before = (
        (folder / MADE).read_text(encoding="utf-8").split("\n") if (folder / MADE).is_file() else []
    )
    before = [n for n in before if re.fullmatch(r"(pictures/)?[\w.-]+", n)]
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file. Name a folder; it may be a new one.")
    if folder.is_dir() and any(folder.iterdir()) and not before:
        raise ValueError(
            f"{folder} holds other things. Nothing was written; name an empty folder, or a new one."
        )
    wanted = dict(sorted(site.files.items()))
    wanted[MADE] = ("\n".join([*wanted, MADE]) + "\n").encode("utf-8")
    taken = [
        n for n in wanted if (folder / n).is_symlink() or (folder / n).exists() and n not in before
    ]
    if taken or (folder / "pictures").is_symlink():
        raise ValueError(
            f"{folder} holds {', '.join(taken) or 'pictures'}, not made here. Nothing was written;"
            " move it away, or name another folder."
        )
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name in before:
        if name not in wanted:
            (folder / name).unlink(missing_ok=True)
    for name, data in wanted.items():
        (folder / name).write_bytes(data)
    return list(wanted)
