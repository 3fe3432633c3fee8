"""Word files (.docx): read by mammoth, which needs nothing compiled, into HTML; then as a page."""

import io

from ...reading.text import Problem
from .web_page import text_of


def read(name, data):
    """(text, list of sentences) of a Word file. Raises Problem for a damaged one."""
    import mammoth

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(_no)
        )
    except Exception as e:  # mammoth raises what its XML reader does
        raise Problem(
            f"{name}: found a Word file that cannot be read ({type(e).__name__}); expected a whole"
            " one. Open it in Word and save it again, or copy the words out of it."
        ) from None
    text, left_out = text_of(made.value)
    pictures = made.value.count("<img")
    notes = [f"{pictures} pictures in it hold words that only you can read."] if pictures else []
    notes.append("Footnotes stand at the end; comments and page headers are left out.")
    return text, notes + left_out


def _no(image):
    """dict: no source; a picture holds no letters."""
    return {"src": ""}
