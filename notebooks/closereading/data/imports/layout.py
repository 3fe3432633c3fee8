"""A web page laid out as its words stand in a browser: each block a paragraph, each row of a table
a line, each item of a list with its mark. What is not known to stand inside a line parts words.
"""

import re
from enum import IntEnum

from .list_marks import marks_of
from .shown import display

BLANKS = " \u00a0"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"  # signs that take no room
PARTED = " / "  # two lines that stand in one cell

# HTML Standard, “Rendering”: what stands inside a line, and what is laid out as a block
_INLINE = set(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd mark nobr picture"
    " q rb s samp small source span strike strong sub sup time track tt u var wbr"
    " math mi mn mo mrow ms mstyle mtext semantics".split()
)
_BLOCKS = set(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl"
    " dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " legend li listing main menu nav noframes ol optgroup option p plaintext pre rtc search"
    " section summary table tbody td tfoot th thead tr ul xmp".split()
)
_KEPT_AS_TYPED = {"pre", "listing", "plaintext", "xmp"}
_IN_CELLS_OF_A_LAYOUT = "table ul ol dl menu h1 h2 h3 h4 h5 h6 article section blockquote".split()
_MARK = re.compile(r"\s*(?:\(?\w{1,3}[.)]|[•‣◦▪–—-])")  # of an item, typed by hand
LONG_ROW = 400  # letters; a longer row with blocks in it is no row of figures
_QUOTED = re.compile(r"\s*[“”„«»\"]")


class Gap(IntEnum):
    """How strongly two texts are parted; of several, the strongest counts."""

    NONE = 0
    WALL = 1
    BREAK = 2
    BLOCK = 3
    CELL = 4


def laid_out(root):
    """(text, list of str) below a tag of Beautiful Soup: its paragraphs are parted by blank lines;
    and the figures that touch there without standing in one piece of the page.
    """
    made = _Page(root)
    for kind, what in _events(root):
        made.take(kind, what)
    return "".join(made.pieces), made.touching


def _events(root):
    """Yields ("start", tag), ("end", tag) and ("text", str) in the order of a page, however deep
    its tags are.
    """
    from bs4 import CData, Tag
    from bs4.element import PreformattedString

    open_tags = [(root, iter(root.children))]
    while open_tags:
        tag, children = open_tags[-1]
        child = next(children, None)
        if child is None:
            yield "end", tag
            open_tags.pop()
        elif isinstance(child, Tag):
            yield "start", child
            open_tags.append((child, iter(child.children)))
        elif isinstance(child, CData) or not isinstance(child, PreformattedString):
            yield "text", child  # a comment is a PreformattedString, too


class _Page:
    """A text in the making. pieces: list of str. touching: list of str."""

    def __init__(self, root):
        self.pieces = []
        self.touching = []
        self._marks = marks_of(root)
        self._parted = Gap.NONE
        self._blank = ""
        self._before = ""  # a mark that the next words begin with
        self._last = ""
        self._typed = 0
        self._items = 0
        self._rows = []

    def take(self, kind, what):
        """Lays out one event of a page."""
        if kind == "text":
            self._text(str(what))
            return
        of_its_own = getattr(self, f"_{kind}_{what.name}", None)
        if of_its_own:
            of_its_own(what)
            return
        self._part(_parts(what))
        if what.name in _KEPT_AS_TYPED:
            self._typed += 1 if kind == "start" else -1

    def _part(self, strength):
        self._parted = max(self._parted, strength)

    # --- words

    def _text(self, text):
        if not self._typed:
            self._words(re.sub(r"[ \t\r\n\f]+", " ", text))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._part(Gap.BLOCK if self._parted == Gap.BREAK else Gap.BREAK)
            self._words(line)

    def _words(self, text):
        words = text.strip(BLANKS)
        if not words.strip(UNSEEN):
            self._blank = self._blank or " " * (text != words)
            return
        begins = self._before + words
        joint = self._joint(begins, self._blank or " " * (text[0] in BLANKS))
        if not joint and self.pieces and _figures(self._last, begins):
            self.touching.append(_touching(self.pieces[-1], begins))
        self.pieces.append(joint + begins)
        self._last = words.rstrip(UNSEEN)[-1:]
        self._before = ""
        self._parted = Gap.NONE
        self._blank = " " * (text[-1] in BLANKS)

    def _joint(self, begins, blank):
        """str: what stands between the last words and the next ones. blank: what the page has
        there: nothing, a blank, or a tab.
        """
        if not self.pieces:
            return ""
        figures = _figures(self._last, begins)
        in_row = self._goes_on_in_row()
        if self._parted == Gap.BLOCK:
            return PARTED if in_row else "\n\n"
        if self._parted == Gap.CELL:
            return "\t"
        if self._parted == Gap.BREAK:
            return self._break(in_row, figures)
        if self._parted == Gap.WALL and figures:
            return PARTED
        walled = self._parted == Gap.WALL and _would_run_on(self._last, begins)
        return blank or " " * walled

    def _goes_on_in_row(self):
        """bool: whether the next words belong to a row of figures that has begun."""
        row = self._rows[-1] if self._rows else None
        return row is not None and row.is_of_figures and len(self.pieces) > row.begins

    def _break(self, in_row, figures):
        """str: what a break of the line becomes; an item of a list goes on over its breaks."""
        if in_row or (self._items and figures):
            return PARTED
        if self._items:
            return " "
        return "\n\n" if figures else "\n"

    # --- tags of their own

    def _start_br(self, tag):
        self._part(Gap.BREAK)

    _end_br = _start_br

    def _start_tab(self, tag):
        """A tab of a Word file parts cells; behind the mark of an item, or inside a cell, it is as
        a blank.
        """
        of_item = self.pieces and _MARK.fullmatch(self.pieces[-1])
        in_row = self._goes_on_in_row()
        self._blank = " " if of_item or in_row else "\t"
        self._part(Gap.WALL if in_row else Gap.NONE)

    def _end_tab(self, tag):
        """Nothing: a tab holds no words."""

    def _start_img(self, tag):
        """A picture parts words; one that stands for a sign, as for 😀, is that sign."""
        sign = str(tag.get("alt", "")).strip()
        if sign and len(sign) <= 4 and not re.search(r"\w", sign):
            self._words(sign)
        else:
            self._part(Gap.WALL)

    def _start_q(self, tag):
        if not _QUOTED.match(tag.get_text()):
            self._before += "‘" if _inside_quotation(tag) else "“"

    def _end_q(self, tag):
        if _QUOTED.match(tag.get_text()):
            return
        closing = "’" if _inside_quotation(tag) else "”"
        if self._before:  # nothing stood in it
            self._before = self._before[:-1]
        elif self.pieces:
            self.pieces.append(self._blank + closing)
            self._blank = ""
            self._last = closing

    def _start_li(self, tag):
        self._part(Gap.BLOCK)
        self._items += 1
        self._before = self._marks.get(id(tag), "• ")

    def _end_li(self, tag):
        self._part(Gap.BLOCK)
        self._items -= 1
        self._before = ""

    def _start_tr(self, tag):
        self._parted = Gap.BLOCK
        self._rows.append(_Row(tag, len(self.pieces)))

    def _end_tr(self, tag):
        self._rows.pop()
        self._parted = Gap.BLOCK

    def _start_td(self, tag):
        self._part(Gap.CELL if self._goes_on_in_row() else Gap.BLOCK)

    _start_th = _start_td


class _Row:
    """A row of a table. begins: how many pieces stood before it. is_of_figures: it has several
    cells, and they hold no whole parts of a page, as old pages lay them out.
    """

    def __init__(self, tag, begins):
        self.begins = begins
        cells = tag.find_all(["td", "th"], recursive=False)
        long = len(tag.get_text()) > LONG_ROW and tag.find(["p", "div"])
        whole_parts = tag.find(_IN_CELLS_OF_A_LAYOUT)
        self.is_of_figures = len(cells) > 1 and not long and not whole_parts


def _parts(tag):
    """int: how strongly a tag parts what stands before it from what stands in it."""
    wanted = display(tag)
    if wanted in ("inline", "contents") or (not wanted and tag.name in _INLINE):
        return Gap.NONE
    if wanted.startswith("inline"):
        return Gap.WALL
    return Gap.BLOCK if wanted or tag.name in _BLOCKS else Gap.WALL


def _figures(last, begins):
    """bool: whether a figure would touch a figure."""
    return last.isdecimal() and begins.lstrip(UNSEEN)[:1].isdecimal()


def _would_run_on(last, begins):
    """bool: whether words run into each other without a blank."""
    return begins[0].isalnum() and (last.isalnum() or last in ",.;:!?)]")


def _touching(before, begins):
    """str: two figures that touch, with what belongs to them."""
    return re.search(r"[\d.,]*\Z", before)[0] + re.match(r"[\d.,]*\d", begins)[0]


def _inside_quotation(tag):
    """bool: whether a quotation stands inside another."""
    return len(tag.find_parents("q")) % 2 == 1
