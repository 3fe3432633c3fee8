"""Word files (.docx): read by mammoth, which needs nothing compiled, into HTML; then as a page."""

import io

from ...reading.numerals import agreeing, so_many
from ...reading.text import Problem
from .shown import told_of
from .web_page import text_of
from .word_xml import TAB, WALL, Ready


def read(name, data):
    """(text, list of sentences) of a Word file. Raises Problem for a damaged one."""
    import mammoth

    try:
        ready = Ready(data)
        made = mammoth.convert_to_html(
            io.BytesIO(ready.data), convert_image=mammoth.images.img_element(_no)
        )
    except Exception as e:  # mammoth raises what its XML reader does
        raise Problem(
            f"{name}: found a Word file that cannot be read ({type(e).__name__}); expected a whole"
            " one. Open it in Word and save it again, or copy the words out of it."
        ) from None
    html = made.value.replace(WALL, "<img>").replace(TAB, "<tab></tab>")
    text, left_out = text_of(html)
    notes = [*_told(made.value.count("<img"), ready.inserted), *told_of("Hidden", ready.hidden)]
    return text, notes + left_out


def _told(pictures, inserted):
    """Yields sentences on what was not read."""
    if pictures:
        hold = agreeing(pictures, "holds", "hold")
        yield f"{so_many(pictures, 'picture')} in it {hold} words that only you can read."
    if inserted:
        files = so_many(inserted, "other file")
        yield f"{files} that somebody inserted in it {agreeing(inserted, 'was', 'were')} not read."
    yield "Footnotes stand at the end; comments and page headers are left out."


def _no(image):
    """dict: no source; a picture holds no letters."""
    return {"src": ""}
