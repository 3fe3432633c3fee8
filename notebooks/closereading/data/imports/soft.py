"""Soft hyphens of a PDF: a page marks them as what its letters really say (ActualText), draws a
blank or a hyphen in their place, and pypdf reads what is drawn. Here they are read as they are.
"""

import re

_SIGN = "\u00ac\u00ac"  # is put in their place, in a font of our own, and taken out of the text
_FONT = "/CloseReadingSoft"
_SHOWS = (b"Tj", b"TJ", b"'", b'"')


def marked(page):
    """Puts a sign of our own in the place of each soft hyphen of a page of pypdf."""
    from pypdf.generic import ContentStream, NameObject

    if "/Contents" not in page:
        return
    content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    if not any(_is_soft(*one) for one in content.operations):
        return
    content.operations = list(_with_signs(content.operations))
    _font_of(page)
    page[NameObject("/Contents")] = content


def _font_of(page):
    """Gives a page the font in which our sign stands."""
    from pypdf.generic import DictionaryObject, NameObject

    names = dict(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica", Encoding="/WinAnsiEncoding")
    font = {NameObject(f"/{key}"): NameObject(name) for key, name in names.items()}
    fonts = page["/Resources"].get_object()["/Font"].get_object()
    fonts[NameObject(_FONT)] = DictionaryObject(font)


def _is_soft(operands, operator):
    """bool: whether a step of a page begins the place of a soft hyphen."""
    if operator != b"BDC" or len(operands) < 2:
        return False
    told = operands[1].get_object()
    return isinstance(told, dict) and str(told.get("/ActualText", "")) == "\u00ad"


def _with_signs(operations):
    """Yields the steps of a page; what is drawn in the place of a soft hyphen is our sign."""
    from pypdf.generic import ByteStringObject, FloatObject, NameObject

    font = [NameObject(_FONT), FloatObject(1)]
    inside = False
    for operands, operator in operations:
        if operator == b"Tf":
            font = operands
        inside = _is_soft(operands, operator) or (inside and operator != b"EMC")
        if inside and operator in _SHOWS:
            yield [NameObject(_FONT), font[1]], b"Tf"
            yield [ByteStringObject(_SIGN.encode("latin-1"))], b"Tj"
            yield font, b"Tf"
        else:
            yield operands, operator


def softened(text):
    """str: a text with soft hyphens where our sign stands; a hyphen that is drawn behind one at the
    end of a line is the same.
    """
    text = re.sub(rf"[ ]*{_SIGN}[ ]*", "\u00ad", text)
    return re.sub("\u00ad[ ]*[-\u2010]?(?=\n)", "\u00ad", text)
