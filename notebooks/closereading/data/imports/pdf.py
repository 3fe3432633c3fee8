"""PDF files, by pypdf: the letters that they hold, page by page; lines that stand on every page are
left out, and said.
"""

import io
import logging
import re
from itertools import chain, takewhile

from ...reading.numerals import so_many
from ...reading.paragraphs import SHORT, broken_words, paragraphs
from ...reading.text import Problem
from .raised import joined, told
from .soft import marked, softened
from .table_rows import with_names

_DRAWN = re.compile(r"^\s*[\uf000-\uf0ff]\s+(?=\S)")  # as Word draws the marks of its lists
_SECOND = re.compile(r"^\s*o\s+(?=[A-Z])")  # and those of the second level
EDGE = 5  # lines at the top and foot of a page that may be its header and footer
LEAST = 40  # letters a page, less is a picture of a page


def read(name, data):
    """(text, list of sentences) of a PDF. Raises Problem for one that is locked, damaged, or holds
    pictures of pages only.
    """
    pages = _pages(name, data)
    empty = [str(n) for n, page in enumerate(pages, 1) if len(page.strip()) < LEAST]
    letters = "".join(pages).strip()
    if len(letters) < LEAST and (not letters or _are_pictures(data)):
        raise Problem(
            f"{name}: found {so_many(len(pages), 'page')} with hardly a letter, as a"
            " scanner makes them; expected a text. A text recognition (OCR) can read them, or type"
            " the words."
        )
    kept, notes = _without_edges([_with_marks(page.split("\n")) for page in pages])
    kept = with_names(kept)
    if empty:
        notes.append(f"Pages with hardly a letter, perhaps pictures: {', '.join(empty)}.")
    cut = paragraphs("\n".join(kept))
    text = "\n\n".join(cut).replace("\u00ad", "")  # so they stay cut, and words are whole
    return text, [_LOOK, *notes, *told(text), *_broken(kept)]


def _with_marks(lines):
    """list of str: lines of a page, with the mark of an item where a font of signs draws one."""
    lines = [_DRAWN.sub("• ", line) for line in lines]
    second = sum(bool(_SECOND.match(line)) for line in lines) > 1
    return [_SECOND.sub("◦ ", line) for line in lines] if second else lines


def _broken(lines):
    """list of str: a sentence on the words that a line breaks."""
    words = list(dict.fromkeys(broken_words(lines)))
    if not words:
        return []
    shown = ", ".join(f"“{word}”" for word in words[:5])
    more = f" and {len(words) - 5} more" if len(words) > 5 else ""
    return [f"Broken at the end of a line; does the hyphen belong to the word? {shown}{more}."]


def _without_edges(pages):
    """(list of the lines that stay, list of sentences on those that do not)."""
    repeated = _repeated(pages)
    kept = _one_after_another([_without(page, repeated) for page in pages])
    stay = {_same(line) for line in kept}
    first = {}  # as the first page has it
    for line in chain.from_iterable(pages):
        first.setdefault(_same(line), " ".join(line.split()))
    left_out = [line for one, line in first.items() if one and one not in stay]
    shown = ", ".join(f"“{line}”" for line in left_out[:4])
    said = f"Left out, because it stands at the edge of each page: {shown}."
    return kept, [said] * bool(shown)


def _one_after_another(pages):
    """list of str: the lines of all pages; a sentence goes on over the edge of one."""
    kept = []
    for page in pages:
        if _goes_on(kept, page):
            kept = _without_blanks(kept)
            page = _without_blanks(page[::-1])[::-1]
        kept += page
    return kept


def _goes_on(before, page):
    """bool: whether a sentence goes on at the top of a page; but for a short line, such as a title,
    at the foot of the one before it.
    """
    last = "".join(_without_blanks(before)[-1:]).strip()
    first = "".join(_without_blanks(page[::-1])[-1:]).strip()
    return first[:1].islower() and len(last) > SHORT


def _without_blanks(lines):
    """list of str: lines without the blank ones at their end."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


_LOOK = (
    "A PDF knows where letters stand, and not which belong together: look whether paragraphs,"
    " columns and tables came out in their order."
)


def _pages(name, data):
    """list of str: the letters of each page."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Problem(f"{name}: found a PDF with a password; expected one that opens without.")
        return [_letters(page).replace("\0", "") for page in reader.pages] or [""]
    except Problem:
        raise
    except Exception as e:  # a damaged PDF fails in many ways
        raise Problem(
            f"{name}: found a PDF that cannot be read ({type(e).__name__}); expected a whole one."
            " Open it and copy the words out of it."
        ) from None


def _are_pictures(data):
    """bool: whether a page of a PDF shows a picture, which may hold its letters."""
    from pypdf import PdfReader

    return any(len(page.images) for page in PdfReader(io.BytesIO(data)).pages)


def _letters(page):
    """str: the letters of a page; figures that it raises are raised."""
    pieces = []

    def keep(text, _, matrix, __, size):
        pieces.append((text, matrix[5], abs(size * matrix[3])))

    marked(page)
    page.extract_text(visitor_text=keep)
    return softened(joined(pieces))


def _same(line):
    """str: a line without its numbers, so that “Page 2 of 9” is the same on each page; but a year
    is no number of a page.
    """
    plain = re.sub(r"\d{4,}", "0000", " ".join(line.split()))
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)", "0", plain)


def _edges(page):
    """(list of str, list of str): the first lines of a page that hold anything, from its top; and
    the last, from its foot.
    """
    full = [line for line in page if line.strip()]
    return full[:EDGE], full[: -EDGE - 1 : -1]


def _repeated(pages):
    """set of str: lines at the edge of most pages, as _same has them."""
    if len(pages) < 2:
        return set()
    found = {}
    for number, page in enumerate(pages):
        for line in {edge for side in _edges(page) for edge in side}:
            found.setdefault(_same(line), {})[number] = line
    least = max(2, 0.7 * len(pages))
    return {one for one, lines in found.items() if one and len(lines) >= least and _counts(lines)}


def _counts(lines):
    """bool: whether lines of several pages differ at most in the number of their page; others are
    rows of a table that goes on. lines: {number of the page: line}.
    """
    figures = [re.findall(r"\d+", line) for line in lines.values()]
    return all(_counts_pages(lines, column) for column in zip(*figures))


def _counts_pages(pages, column):
    """bool: whether figures are the same on all pages, or grow with the number of the page."""
    grown = {int(figure) - number for number, figure in zip(pages, column)}
    return len(set(column)) == 1 or len(grown) == 1


def _without(page, repeated):
    """list of str: a page without the lines at its edge that are repeated, from outside inwards."""
    gone = {
        id(line)
        for side in _edges(page)
        for line in takewhile(lambda line: _same(line) in repeated, side)
    }
    return [line for line in page if id(line) not in gone]
