"""What may stand on a page: Markdown of ours, harmless HTML of the cells, printed text."""

import html
import posixpath
import re

import bleach
import mistune
from markupsafe import Markup, escape
from nbconvert.filters import strip_ansi

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
    """a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 hr i img li mark
    ol p pre small span strong sub summary sup table tbody td th thead tr u ul""".split()
)
WIDE = 3  # a table of more columns can be pushed sideways


class Renderer(mistune.HTMLRenderer):
    """Markdown of ours as HTML: headings get anchors, tables heads that can be read aloud, links
    lead to the pages of this site. home: folder of the file, relative to the project. known:
    {file of the project: page}.
    """

    def __init__(self, home, known):
        super().__init__(escape=False)
        self.home, self.known = home, known
        self.seen = {}

    def heading(self, text, level, **attrs):
        """A heading with an anchor of its own."""
        words = html.unescape(re.sub("<[^>]+>", "", text)).lower()
        name = re.sub(r"\W+", "-", words).strip("-") or "part"
        self.seen[name] = self.seen.get(name, 0) + 1
        if self.seen[name] > 1:
            name = f"{name}-{self.seen[name]}"
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def table_cell(self, text, align=None, head=False):
        """A cell; a header only where something stands in it."""
        return f'<th scope="col">{text}</th>' if head and text else f"<td>{text}</td>"

    def link(self, text, url, title=None):
        """A link to a page of this site or to the web; of any other file only the name is left."""
        if not re.match(r"https?://|mailto:|#", url):
            path, anchor = url.split("#", 1) if "#" in url else (url, "")
            target = self.known.get(self._from_root(path))
            if target is None:
                return text
            url = target + (f"#{anchor}" if anchor else "")
        return f'<a href="{escape(url)}">{text}</a>'

    def image(self, text, url, title=None):
        """A picture of the project."""
        return f'<img alt="{escape(html.unescape(text))}" src="{escape(self._from_root(url))}">'

    def _from_root(self, path):
        return posixpath.normpath(posixpath.join(self.home, path))


def safe(content):
    """Markup: some HTML, of which only the tags and attributes remain that a page needs; anything
    else becomes visible text.
    """
    protocols = {"http", "https", "mailto"}
    cleaner = bleach.Cleaner(tags=TAGS, attributes=_allowed, protocols=protocols)
    return Markup(re.sub(r"<table.*?</table>", _wide, cleaner.clean(content), flags=re.S))


def _allowed(tag, name, value):
    """Whether an attribute may stay."""
    if name == "src" and not re.fullmatch(r"pictures/[\w.-]+\.png", value):
        return False
    return name in OURS["*"] + OURS.get(tag, [])


def _wide(match):
    """str: a table, in a frame that can be pushed sideways where it has many columns."""
    columns = len(re.findall(r"<t[hd]\b", match[0].partition("</tr>")[0]))
    if columns <= WIDE:
        return match[0]
    return f'<div class="wide" tabindex="0" role="group" aria-label="Table">{match[0]}</div>'


def plain(text):
    """Markup: what a cell printed, escaped, without the codes of a terminal."""
    shown = (c for c in strip_ansi(text).rstrip() if c in "\n\t" or c.isprintable())
    return Markup("<pre>{}</pre>").format("".join(shown))
