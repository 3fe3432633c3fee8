"""Web pages (.html): their words, by Beautiful Soup on Python's own parser, paragraph by paragraph;
items of lists and rows of tables keep lines of their own.
"""

import re

from ...reading.numerals import agreeing, so_many
from .letters import decoded
from .raised import lowered, raised, told

_NO_WORDS = ("script", "style", "noscript", "template", "svg", "iframe", "form", "button", "head")
_AROUND = ("nav", "aside", "footer")
_BLOCKS = (
    "p h1 h2 h3 h4 h5 h6 div section article blockquote figcaption li tr dt dd pre header main"
    " address caption ul ol table"
).split()
_META = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def read(name, data):
    """(text, list of sentences) of a web page: of its article where it has one."""
    said = _META.search(data[:2048])
    try:
        html = data.decode(said[1].decode()) if said else decoded(data)[0]
    except (LookupError, UnicodeDecodeError):
        html = decoded(data)[0]
    text, left_out = text_of(html or "")
    return text, ["A page holds more than its report: look at the first and last lines.", *left_out]


def text_of(html):
    """(text, list of sentences on what was left out) of HTML, its paragraphs parted by blank lines;
    rows of a table have tabs between their cells.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(_NO_WORDS):
        tag.decompose()
    around = [tag for tag in soup(_AROUND) if not tag.find_parent(_AROUND)]
    for tag in around:
        tag.decompose()
    articles = soup.find_all("article")
    root = articles[0] if len(articles) == 1 else soup
    text = _laid_out(root)
    return text, [*_left_out(len(around)), *told(text)]


def _left_out(count):
    """Yields a sentence on the parts of a page that were left out."""
    if count:
        parts = so_many(count, "part")
        yield f"{parts} of the page around the report {agreeing(count, 'is', 'are')} left out."


def _laid_out(root):
    """str: the words below a tag, a blank line before each block, a tab between cells."""
    _inside_lines(root)
    _mark_cells(root)
    for tag in root.find_all("li"):
        ordered = tag.parent is not None and tag.parent.name == "ol"
        number = len(tag.find_previous_siblings("li")) + 1
        tag.insert(0, f"{number}. " if ordered else "• ")
    for tag in root.find_all(_BLOCKS):
        inside_cell = tag.name not in ("li", "tr") and tag.find_parent(["td", "th", "li"])
        if not inside_cell:
            tag.insert(0, "\n\n")
            tag.append("\n\n")
    text = re.sub(r"[ \u00a0]*\n[ ]*", "\n", _without_breaks(root))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _inside_lines(root):
    """Raises and lowers figures, and breaks lines; an item of a list goes on over its breaks."""
    for name, moved in (("sup", raised), ("sub", lowered)):
        for tag in root.find_all(name):
            tag.replace_with(moved(tag.get_text()))
    for tag in root.find_all("br"):
        tag.replace_with(" " if tag.find_parent("li") else "\n")


def _mark_cells(root):
    """Puts a tab before each cell of a row but the first; the source may not close its cells."""
    for tag in root.find_all(["td", "th"]):
        before = tag.find_previous(["td", "th"])
        if before is not None and before.find_parent("tr") is tag.find_parent("tr"):
            tag.insert(0, "\t")


def _without_breaks(root):
    """str: the words below a tag. A line break in the source is a blank; ours were put there."""
    pieces = []
    for piece in root.strings:
        ours = set(piece) <= set("\n\t") and piece in ("\n", "\n\n", "\t")
        preformatted = piece.find_parent("pre") is not None
        pieces.append(piece if ours or preformatted else re.sub(r"[ \t\r\n\f]+", " ", piece))
    return "".join(pieces)
