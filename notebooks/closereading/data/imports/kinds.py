"""What lies in a file, by its first bytes; and what to do with what holds no text for us."""

import io
import re
import zipfile

from ...reading.text import Problem

_SAVE = "Open it in the program that it is from and save it as .docx, .txt or .pdf"
_PICTURE = (
    "a picture", "A picture has no letters for a program: type the words, or use a text recognition"
)  # fmt: skip
_OTHERS = [  # first bytes, what it is, what to do
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file (.doc, .xls, .ppt)", _SAVE),
    (b"{\\rtf", "a file in Rich Text Format (.rtf)", _SAVE),
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"RIFF", *_PICTURE),
    (b"\x1f\x8b", "a packed file", "Unpack it first"),
    (b"Rar!", "a packed file", "Unpack it first"),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first"),
]
_PACKED = [  # a file inside, what it is, what to do
    (r"xl/", "an Excel file (.xlsx)", "Copy the words of the report out of it"),
    (r"ppt/", "a PowerPoint file (.pptx)", "Copy the words of the report out of it"),
    (r"content\.xml", "an OpenDocument file (.odt, .ods)", _SAVE),
    (r"Index/|index\.apxl", "a file of Apple’s Pages or Numbers", _SAVE),
    (r"META-INF/container\.xml", "an electronic book (.epub)", "Copy the words out of it"),
]
_PAGE = re.compile(rb"<!doctype html|<html[\s>]|<(?:body|article|div|p|h1)[\s>]", re.IGNORECASE)


def known_by(name, data):
    """str: "docx", "html", "pdf" or "text". data: bytes of the file. Raises Problem for another
    kind of file: it says which, and what to do.
    """
    for begins, what, advice in _OTHERS:
        if data.startswith(begins):
            raise Problem(f"{name}: found {what}; expected a text. {advice}.")
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return _packed(name, data)
    ends = name.casefold().endswith((".html", ".htm", ".xhtml"))
    return "html" if ends or _PAGE.match(_beginning(data)) else "text"


def _beginning(data):
    """bytes: the first of a file, without blanks, a byte order mark, or the nul bytes of UTF-16."""
    first = data[:600].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    first = re.sub(rb"\A\s*<\?xml.*?\?>", b"", first.replace(b"\0", b""), flags=re.DOTALL)
    return re.sub(rb"\A(?:\s*<!--.*?-->)+", b"", first, flags=re.DOTALL).lstrip()


def _packed(name, data):
    """ "docx" for a Word file. Raises Problem for every other packed file."""
    try:
        inside = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        raise Problem(
            f"{name}: found the beginning of a Word file or of a packed file, and not its end;"
            " expected the whole file. Copy it once more."
        ) from None
    if "word/document.xml" in inside:
        return "docx"
    for pattern, what, advice in _PACKED:
        if any(re.match(pattern, path) for path in inside):
            raise Problem(f"{name}: found {what}; expected a text. {advice}.")
    listed = ", ".join(inside[:3]) or "nothing"
    raise Problem(f"{name}: found a packed file with {listed}; expected a text. Unpack it first.")
