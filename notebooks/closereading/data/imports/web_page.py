"""Web pages (.html): their words, by Beautiful Soup on Python's own parser, paragraph by paragraph;
items of lists and rows of tables keep lines of their own.
"""

import re

from ...reading.numerals import agreeing, so_many
from .layout import laid_out
from .letters import decoded
from .raised import lowered, raised, told
from .shown import is_raised, only_shown

_NO_WORDS = (
    "script style noscript template svg iframe button head title select datalist textarea object"
    " canvas video audio applet noembed rp annotation annotation-xml"
).split()
_AROUND = ("nav", "aside", "footer")
_META = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_CLOSED_BREAK = re.compile(r"</br\s*>", re.IGNORECASE)
_CLOSED_PARAGRAPH = re.compile(r"</p\s*>", re.IGNORECASE)
# an open tag ends where the next of its kind begins, but not beyond these
_ENDS_AT = {"li": ("ol", "ul", "menu", "dir"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
_SAME = {"td": ("td", "th"), "th": ("td", "th")}


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

    # a browser shows a break for </br>, and a block for </p> that nothing opened
    html = _CLOSED_PARAGRAPH.sub("</p><hr>", _CLOSED_BREAK.sub("<br>", html))
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(_NO_WORDS):
        tag.replace_with(soup.new_tag("img"))
    around = [tag for tag in soup(_AROUND) if not tag.find_parent(_AROUND)]
    for tag in around:
        tag.replace_with(soup.new_tag("hr"))
    unseen = only_shown(soup)
    articles = soup.find_all("article")
    root = articles[0] if len(articles) == 1 else soup
    _closed(root)
    _inside_lines(root)
    text, touching = laid_out(root)
    return text, [*_left_out(len(around)), *unseen, *told(text), *_told_of_touching(touching)]


def _left_out(count):
    """Yields a sentence on the parts of a page that were left out."""
    if count:
        parts = so_many(count, "part")
        yield f"{parts} of the page around the report {agreeing(count, 'is', 'are')} left out."


def _told_of_touching(figures):
    """Yields a sentence on figures that touch in a page and may not belong together."""
    if figures:
        shown = ", ".join(f"“{one}”" for one in list(dict.fromkeys(figures))[:4])
        yield f"Figures touch here that may not belong together; compare with the page: {shown}."


def _closed(root):
    """Takes a row, a cell or an item out of the one before, which the page did not close."""
    for tag in root.find_all(list(_ENDS_AT)):
        outer = tag.parent
        while outer is not None and outer.name not in (*_ENDS_AT[tag.name], *_same(tag)):
            outer = outer.parent
        if outer is not None and outer.name in _same(tag):
            following = [tag, *tag.next_siblings]
            for one in following:
                one.extract()
            outer.insert_after(*following)


def _same(tag):
    """tuple of str: the names of the tags that end where a tag begins."""
    return _SAME.get(tag.name, (tag.name,))


def _inside_lines(root):
    """Raises and lowers figures, and writes fractions on the line."""
    for tag in root.find_all(_is_note):
        tag.replace_with(_note(tag.get_text()))
    for tag in root.find_all(is_raised):
        tag.replace_with(raised(tag.get_text()))
    for tag in root.find_all("sub"):
        tag.replace_with(lowered(tag.get_text()))
    for tag in root.find_all("mfrac"):
        parts = tag.find_all(True, recursive=False)
        if len(parts) == 2:
            tag.string = "/".join(_in_brackets(part.get_text()) for part in parts)


def _is_note(tag):
    """bool: whether a tag is the mark of a note: a link to a place in the same page that touches
    the words before it and says no more than a figure.
    """
    here = tag.name == "a" and str(tag.get("href", "")).startswith("#")
    named = tag.get("role") == "doc-noteref" or tag.get("epub:type") == "noteref"
    if not (here or named) or is_raised(tag) or tag.find(is_raised):
        return False
    before = tag.find_previous(string=True)
    touches = before is not None and bool(re.search(r"\S\Z", before))
    return touches and bool(re.fullmatch(r"\s*\d{1,3}\s*", tag.get_text()))


def _note(text):
    return raised(text.strip())


def _in_brackets(text):
    """str: one side of a fraction, in brackets where it is more than a word or a figure."""
    text = " ".join(text.split())
    return text if re.fullmatch(r"[\w.,]+", text) else f"({text})"
