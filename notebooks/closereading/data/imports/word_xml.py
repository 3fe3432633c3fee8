"""The XML of a Word file, made ready for mammoth: it passes over what it does not know, and with it
over words and over what parts them (ECMA-376, part 1, §17.3.3 lists what a run may hold). Here each
of these becomes something that it knows.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

from .equations import written
from .word_lists import Lists
from .word_styles import Styles, child, name_of, value_of

WALL = "\ue7f1"  # our signs: what parts words, and a tab
TAB = "\ue7f2"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\.xml")
# of a paragraph or a run, what mammoth knows and what it rightly passes over
_LEFT = set(
    "rPr pPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr tblPrEx t delText instrText fldChar"
    " noBreakHyphen softHyphen footnoteReference endnoteReference commentReference br footnoteRef"
    " endnoteRef annotationRef lastRenderedPageBreak bookmarkStart bookmarkEnd proofErr"
    " commentRangeStart commentRangeEnd permStart permEnd del moveFrom delInstrText".split()
)
_OPENED = set(
    "document body footnotes footnote endnotes endnote p r tbl tr tc hyperlink ins moveTo smartTag"
    " sdt sdtContent customXml txbxContent".split()
)
_LINES = (
    "p",
    "r",
    "hyperlink",
    "ins",
    "moveTo",
    "smartTag",
)  # what stands in them stands in a line


class Ready:
    """A Word file for mammoth. data: bytes. hidden: list of str, words that it does not show.
    inserted: int, other files in it, which nobody reads here.
    """

    def __init__(self, data):
        self.hidden = []
        self.inserted = 0
        packed = zipfile.ZipFile(io.BytesIO(data))
        self._styles = Styles(_xml(packed, "word/styles.xml"))
        self._lists = Lists(_xml(packed, "word/numbering.xml"), self._styles)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in dict.fromkeys(packed.namelist()):
                part = packed.read(name)
                made.writestr(name, self._part(part) if _PARTS.fullmatch(name) else part)
        self.data = out.getvalue()

    def _part(self, part):
        root = ElementTree.fromstring(part)
        self._open(root, "")
        return ElementTree.tostring(root)

    def _open(self, element, style):
        """Makes what stands in an element ready. style: id of its paragraph's style."""
        if name_of(element) == "p":
            style = value_of(child(child(element, "pPr"), "pStyle"))
            self._count(element)
        within = name_of(element) in _LINES
        children = list(element)
        for one in children:
            element.remove(one)
        for one in children:
            element.extend(self._ready(one, style, within))

    def _count(self, paragraph):
        """Puts the mark of an item before its words."""
        properties = child(paragraph, "pPr")
        mark = self._lists.mark(properties)
        own = child(properties, "numPr")
        if mark:
            paragraph.insert(1 if properties is not None else 0, _text(mark))
        if own is not None:
            properties.remove(own)

    def _ready(self, element, style, within=True):
        """list of elements that stand for an element. within: whether it stands in a line."""
        name = name_of(element)
        if name in _OF_THEIR_OWN:
            return _OF_THEIR_OWN[name](self, element, style)
        if name in _LEFT:
            return [element]
        if name in _OPENED:
            self._open(element, style)
            return [element]
        if any(name_of(one) in ("r", "p") for one in element.iter()):
            self._open(element, style)  # such as w:fldSimple, w:dir: its words are the text's
            return list(element)
        return [element, _text(WALL)] if within else [element]

    def _run(self, run, style):
        properties = child(run, "rPr")
        if self._styles.says("vanish", properties, style):
            self.hidden += [one.text or "" for one in run.iter() if name_of(one) == "t"]
            return []
        self._open(run, style)
        if any(self._styles.says(name, properties, style) for name in ("strike", "dstrike")):
            _strike(run, properties)
        return [run]

    def _break(self, element, style):
        return [_made("br")]

    def _tab(self, element, style):
        return [_text(TAB)]

    def _symbol(self, element, style):
        return [element, _text(WALL)]

    def _ruby(self, element, style):
        said = "".join(_words(one) for one in element if name_of(one) == "rt")
        base = "".join(_words(one) for one in element if name_of(one) == "rubyBase")
        return [_text((f"{base} ({said})" if said else base) or WALL)]

    def _equation(self, element, style):
        return [_text(written(element))]

    def _equations(self, element, style):
        lines = [_text(written(one)) for one in element if name_of(one) == "oMath"]
        return [_made("br"), *(part for line in lines for part in (line, _made("br")))]

    def _inserted(self, element, style):
        self.inserted += 1
        return []

    def _alternatives(self, element, style):
        """What another program shows where it does not know the first choice; that, where there is
        nothing else.
        """
        last = [one for one in element if name_of(one) == "Fallback" and len(one)]
        made = []
        for inner in (last or list(element) or [()])[0]:
            made += self._ready(inner, style)
        return made

    def _drawing(self, element, style):
        """A drawing; the words of its boxes as those of a picture, where mammoth looks for them."""
        boxes = [one for one in element.iter() if name_of(one) == "txbxContent"]
        if name_of(element) == "drawing" and boxes:
            element = _made("pict")
            element.extend(boxes)
        for box in boxes:
            self._open(box, style)
        return [element, _text(WALL)]


_OF_THEIR_OWN = {
    "r": Ready._run,
    "br": Ready._break,
    "cr": Ready._break,
    "tab": Ready._tab,
    "ptab": Ready._tab,
    "sym": Ready._symbol,
    "ruby": Ready._ruby,
    "oMath": Ready._equation,
    "oMathPara": Ready._equations,
    "altChunk": Ready._inserted,
    "AlternateContent": Ready._alternatives,
    "drawing": Ready._drawing,
    "pict": Ready._drawing,
    "object": Ready._drawing,
}


def _xml(packed, name):
    """Element of a part of a packed file; None where there is none."""
    return ElementTree.fromstring(packed.read(name)) if name in packed.namelist() else None


def _words(element):
    """str: the words in an element."""
    return "".join(one.text or "" for one in element.iter() if name_of(one) == "t")


def _made(name):
    """Element of Word's, empty."""
    return ElementTree.Element(f"{{{_WORD}}}{name}")


def _text(words):
    """Element with words."""
    made = _made("t")
    made.text = words
    return made


def _strike(run, properties):
    """Strikes a run out as mammoth knows it."""
    if properties is None:
        properties = _made("rPr")
        run.insert(0, properties)
    for old in [one for one in properties if name_of(one) == "strike"]:
        properties.remove(old)
    properties.append(_made("strike"))
