"""What lies in a file, by its first bytes; and what to do with what holds no text for us."""

import io
import json
import re
import zipfile

from ...reading.text import Problem

_SAVE = "Open it in the program that it is from and save it as .docx, .txt or .pdf"
_PICTURE = (
    "a picture", "A picture has no letters for a program: type the words, or use a text recognition"
)  # fmt: skip
_SOUND = ("a recording", "Type the words that are said in it")
_OTHERS = [  # first bytes, what it is, what to do
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file (.doc, .xls, .ppt)", _SAVE),
    (b"{\\rtf", "a file in Rich Text Format (.rtf)", _SAVE),
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"II*\0", *_PICTURE),
    (b"MM\0*", *_PICTURE),
    (b"ID3", *_SOUND),
    (b"OggS", *_SOUND),
    (b"fLaC", *_SOUND),
    (b"%!PS", "a file for a printer (PostScript)", "Save it as .pdf"),
    (b"bplist", "a file of a Mac for programs", "Open it, and copy the words of the report"),
    (b"\x1f\x8b", "a packed file", "Unpack it first"),
    (b"Rar!", "a packed file", "Unpack it first"),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first"),
]
_INSIDE = [  # what stands a few bytes from the beginning, where, what it is, what to do
    (re.compile(rb"RIFF....WEBP", re.DOTALL), *_PICTURE),
    (re.compile(rb"RIFF....", re.DOTALL), *_SOUND),
    (re.compile(rb"....ftyp(?:hei|hev|mif|msf|avi)", re.DOTALL), *_PICTURE),
    (re.compile(rb"....ftyp", re.DOTALL), *_SOUND),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), *_PICTURE),
]
_COPY = "Open it in the program that it is from, and copy the words of the report from there"
_FOR_PROGRAMS = [  # how a text begins that is written for programs, what it is, what to do
    (rb"<svg[\s>]", "a drawing (.svg)", "Type the words that stand in it"),
    (rb"<(?:rss|feed|\w+:RDF)[\s>]", "a feed of news (.xml)", "Open the page of the report itself"),
    (rb"<(?:plist|!DOCTYPE plist)", "a link or a list of a Mac", "Open it, and save what it shows"),
    (rb"<\?xml|<!DOCTYPE|<!\[CDATA\[|<\w+(?: [^<>]*)?xmlns", "a file in XML (.xml)", _COPY),
    (rb"\[InternetShortcut\]", "a link to a page, and not the page", "Open it, and save the page"),
    (rb"WEBVTT|\d+\s+\d\d:\d\d:\d\d[,.]\d{3} -->", "the subtitles of a film", _COPY),
    (
        rb"(?:\s*%[^\n]*\n)*\s*\\(?:documentclass|documentstyle|input\{)",
        "a LaTeX file (.tex)",
        _COPY,
    ),
]
_MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE
)
_PACKED = [  # a file inside, what it is, what to do
    (r"xl/", "an Excel file (.xlsx)", "Copy the words of the report out of it"),
    (r"ppt/", "a PowerPoint file (.pptx)", "Copy the words of the report out of it"),
    (r"content\.xml", "an OpenDocument file (.odt, .ods)", _SAVE),
    (r"Index/|index\.apxl", "a file of Apple’s Pages or Numbers", _SAVE),
    (r"META-INF/container\.xml", "an electronic book (.epub)", "Copy the words out of it"),
]
_PAGE = re.compile(rb"<!doctype html|<html[\s>]|<(?:body|article|div|p|h1)[\s>]", re.IGNORECASE)


def known_by(name, data):
    """str: "docx", "html", "mail", "pdf" or "text". data: bytes of the file. Raises Problem for
    another kind of file: it says which, and what to do.
    """
    _refuse(name, _of_bytes(data))
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return _packed(name, data)
    ends = name.casefold().endswith((".html", ".htm", ".xhtml"))
    first = _beginning(data)
    if ends or _PAGE.match(first):
        return "html"
    if name.casefold().endswith((".eml", ".mht", ".mhtml")) or _MAIL.match(data[:4000].lstrip()):
        return "mail"
    _refuse(name, _of_letters(data, first))
    return "text"


def _refuse(name, found):
    """Raises Problem for what holds no text. found: (what it is, what to do), or None."""
    if found:
        what, advice = found
        raise Problem(f"{name}: found {what}; expected a text. {advice}.")


def _of_bytes(data):
    """(what it is, what to do) of a file that is no text, by its first bytes; or None."""
    for begins, *told in _OTHERS:
        if data.startswith(begins):
            return told
    return next((told for pattern, *told in _INSIDE if pattern.match(data)), None)


def _of_letters(data, first):
    """(what it is, what to do) of a text that is written for programs; or None. first: as
    _beginning gives it.
    """
    declared = (
        b"<?xml" + first if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") else first
    )
    for begins, *told in _FOR_PROGRAMS:
        if re.match(begins, first, re.IGNORECASE) or re.match(begins, declared):
            return told
    if first[:1] in (b"{", b"[") and _is_json(data):
        return "data for programs (.json, .ipynb)", _COPY
    return None


def _is_json(data):
    """bool: whether a file is a list or a table of JSON."""
    try:
        return bool(json.loads(data))
    except (ValueError, RecursionError):
        return False


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
