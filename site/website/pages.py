"""Lays out what Sphinx reads: the notebooks as pages, our texts, what is made of the data."""

import html
import re
import shutil
from importlib.metadata import distribution
from pathlib import Path

from . import lessons as notebooks
from . import lock, tables
from .letters import letters
from .places import DATA, NOTEBOOKS, ROOT, SITE, SOURCE, TOOLKIT, for_learners
from .places import lessons as notebooks_of_lessons

PAGES = SITE / "pages"
TEACHER = NOTEBOOKS / "teacher"
POSTER = ROOT / "figures" / "06_in_their_words.pdf"
# files of the project that are a page of the site
KNOWN = {
    "README.md": "index.md",
    "data/README.md": "data.md",
    "data/CORRECTIONS.md": "corrections.md",
    "figures/README.md": "gallery.md",
    "notebooks/teacher/guide.md": "teacher/guide.md",
    "notebooks/teacher/longer.md": "teacher/longer.md",
    "notebooks/teacher/machines.md": "teacher/machines.md",
    "notebooks/teacher/curriculum.md": "teacher/curriculum.md",
    "notebooks/teacher_class_results.ipynb": "teacher/teacher_class_results.ipynb",
    "LICENSE": "licences.md",
    "CITATION.cff": "cite.md",
    "CHANGELOG.md": "changes.md",
}
EMPTY_HEAD = re.compile(r'<th class="head[^"]*">(?:<p>\s*</p>)?</th>')
PAGE_OF_PICTURE = "04_how_many"  # its picture stands on the first page
NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
CARD = (
    '<li><a href="{name}.html"><b>{number}</b> {title}</a><p>{question}</p>'
    "<small>{minutes}</small></li>\n"
)
FIGURE = (
    "\n## {title}\n\n```{{raw}} html\n"
    '<div class="cell_output">{content}</div>\n'
    '<p><small>From <a href="{page}.html">{number} · {of}</a></small></p>\n```\n'
)


def lay_out(settings):
    """Writes _build/source anew. settings: Settings."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    (SOURCE / "teacher").mkdir(parents=True)
    found = [notebooks.about(path) for path in for_learners()]
    known = KNOWN | {f"notebooks/{p.path.name}": p.path.name for p in found}
    known |= {p.relative_to(ROOT).as_posix(): f"teacher/{p.name}" for p in (*_handouts(), POSTER)}
    made = notebooks.Pages(known, settings)
    for page in found:
        _write(page.path.name, made.notebook(page))
    results = notebooks.about(NOTEBOOKS / "teacher_class_results.ipynb")
    _write(f"teacher/{results.path.name}", made.notebook(results, "teacher"))
    _texts(made)
    for name, content in filled(found, made, settings).items():
        _write(name, content)
    _write_pictures(made.pictures)


def _handouts():
    return sorted(TEACHER.glob("*.html"))


def _texts(made):
    """Texts that stand elsewhere in the project."""
    elsewhere = (DATA / "README.md", DATA / "CORRECTIONS.md", ROOT / "CHANGELOG.md")
    for path in (*elsewhere, *sorted(TEACHER.glob("*.md"))):
        target = KNOWN[path.relative_to(ROOT).as_posix()]
        folder = str(Path(target).parent).removeprefix(".")
        _write(target, made.markdown(path.read_text(encoding="utf-8"), path, folder))
    text = (SOURCE / "data.md").read_text(encoding="utf-8")
    more = (
        "\n[What each column means](dictionary.md)\n\n```{toctree}\n:hidden:\n\ndictionary\n```\n"
    )
    (SOURCE / "data.md").write_text(text + more, encoding="utf-8")
    shutil.copy(SITE / "glossary.md", SOURCE)


def filled(found, made, settings):
    """{name of a source: text} of the pages that are made from site/pages."""
    elsewhere = list(filter(_elsewhere, found))
    parts = {
        "count": _in_words(len(notebooks_of_lessons())),
        "lessons": _cards([page for page in found if page.number.isdigit()]),
        "list": "\n".join(page.name for page in found if page not in elsewhere),
        "elsewhere": "\n".join(page.name for page in elsewhere),
        "picture": _first_picture(made),
        "pictures": _figures(found, made),
        "tables": tables.dictionary(),
        "doors": _doors(settings),
        "handouts": "".join(f"- {link}\n" for link in sorted(map(_link, _handouts()), key=_said)),
        "errors": _errors(settings),
        "release": settings.release,
        "address": settings.pages or settings.address,
        "cff": (ROOT / "CITATION.cff").read_text(encoding="utf-8").strip(),
        "licence": (ROOT / "LICENSE").read_text(encoding="utf-8").strip(),
        "packages": _packages(),
    }
    return {name: _with_parts(text, parts) for name, text in _sources().items()}


def _sources():
    """{name of a source: its text, with places to be filled} of the pages in site/pages."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    texts["teacher/index.md"] = texts.pop("teacher_index.md")
    return texts


def _in_words(count):
    """str: how many lessons there are, as a sentence begins."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _elsewhere(page):
    """Whether a page is a lesson on another report: it has a word before its number."""
    return bool(page.number) and not page.number.isdigit()


def _with_parts(text, parts):
    """str: a text with its places filled. Raises KeyError for a place that nothing fills."""
    return re.sub(r"<!-- (\w+) -->", lambda match: parts[match[1]], text)


def _cards(found):
    """str: the lessons as HTML cards."""
    cards = "".join(
        CARD.format(
            name=page.name,
            number=page.number,
            title=html.escape(page.title, False),
            question=html.escape(page.question, False),
            minutes=f"{page.minutes[0]} minutes alone (estimated)" if page.minutes else "",
        )
        for page in found
    )
    return f'<ol class="cr-cards">\n{cards}</ol>'


def _first_picture(made):
    """str: the picture of the first page, whose marks open."""
    shown = next(s for s in made.shown[PAGE_OF_PICTURE] if s.name.endswith("forces"))
    return f'<div class="cell_output">{shown.content}</div>'


def _figures(found, made):
    """str: Markdown of the gallery, in the order of the lessons."""
    return "".join(
        FIGURE.format(
            title=(shown.alt.partition(". ")[2] or shown.alt).rstrip("."),
            content=re.sub(r"\n\s*", " ", shown.content),
            page=page.name,
            number=page.number,
            of=page.title,
        )
        for page in found
        for shown in made.shown[page.name]
    )


def _doors(settings):
    """str: Markdown of the ways in."""
    doors = [
        "- **In your browser.** Open a lesson below and press “Do it here”. Python comes along: on"
        " a small laptop that takes ten to twenty seconds, and longer where the internet is slow."
        " Your answers stay in your browser, and you can download them.",
        "- **To read.** Open a lesson below. All pictures open, all replies can be read.",
        "- **With a class.** [The teachers’ corner](teacher/index.md) has a guide, routes of 45"
        " minutes, and hand-outs of one page.",
    ]
    if settings.address:
        doors.append(
            f"- **On your own machine, or on Binder.** [The project’s page]({settings.address})"
            f" says how. [Open on Binder]({settings.binder})"
        )
    return "\n".join(doors)


def _errors(settings):
    if settings.errors:
        return f"[Report it here]({settings.errors}), or tell whoever gave you these lessons."
    return (
        "Tell whoever gave you these lessons, or write to us through the page where you found them."
    )


def _link(path):
    """str: Markdown of a link to a hand-out."""
    title = re.search("<title>(.*?)</title>", path.read_text(encoding="utf-8"))[1]
    return f'<a href="{path.name}">{title}</a>'


def _packages():
    """str: a table of the packages that the live lessons bring, with their licences."""
    names = sorted({*lock.PACKED, "font-source-sans-pro", "jupyterlite-core"} | BROUGHT)
    rows = "".join(f"| {name} | {_licence(name)} |\n" for name in names)
    return f"| package | licence |\n|---|---|\n{rows}"


BROUGHT = {"numpy", "pandas", "matplotlib", "pillow", "ipython", "jupyterlite-pyodide-kernel"}


def _licence(name):
    """str: the licence of a package as it says itself; Pyodide's packages come with theirs."""
    try:
        about = distribution(name).metadata
    except ModuleNotFoundError:
        return "see the package"
    said = about.get("License-Expression") or about.get("License") or ""
    classified = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if "License" in c]
    return (said if 0 < len(said) < 60 else ", ".join(classified)) or "see the package"


def _said(link):
    """str: what a link says, by which a list of links is sorted."""
    return link.partition(">")[2]


def _write(name, text):
    path = SOURCE / name
    path.write_text(text, encoding="utf-8")


def _write_pictures(pictures):
    folder = SOURCE / "pictures"
    folder.mkdir()
    for name, data in pictures.items():
        (folder / name).write_bytes(data)


def mend(target):
    """A head of a table that is empty is no head, which a screen reader would read out."""
    for path in [*target.glob("*.html"), *target.glob("teacher/*.html")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(EMPTY_HEAD.sub("<td></td>", text), encoding="utf-8")


def copy_what_is_no_page(target):
    """Copies what Sphinx leaves alone: pictures, hand-outs, the script and look of the marks."""
    shutil.copytree(SOURCE / "pictures", target / "pictures", dirs_exist_ok=True)
    for path in (*_handouts(), POSTER):
        shutil.copy(path, target / "teacher")
    shutil.copy(TOOLKIT / "show" / "marks.css", target / "_static")
    parts = sorted((TOOLKIT / "show").glob("marks*.js"))
    script = "\n".join([*(path.read_text(encoding="utf-8") for path in parts), "openMarks();\n"])
    (target / "_static" / "marks.js").write_text(script, encoding="utf-8")
    folder = target / "_static" / "letters"
    folder.mkdir()
    for name, data in letters().items():
        (folder / name).write_bytes(data)
