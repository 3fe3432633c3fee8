"""Plain text: bytes in any common encoding as letters."""

import codecs
import re

from ...reading.text import Problem

_MARKS = [  # a byte order mark, and the encoding it speaks for
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
# what western Windows texts do not hold, and others read as western ones are full of
_NOT_WESTERN = re.compile(
    r"\w[¹³¿¥±¯¶¨¼¾ª¢¤¦£¬]|[¹³¥±¯¶¨¼¾ª¢¤¦£¬][^\W\d]|¿(?!.*\?)|[ðþýÐÞÝ]|[À-ÿ]{4}", re.DOTALL
)
_QUOTES = "‘’“”„«»\"'.,;:!?()"
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def read(name, data):
    """(text, list of sentences) of a plain text file. Raises Problem for bytes that are none."""
    text, encoding = decoded(data)
    if text is None or len(_ODD.findall(text)) > len(text) / 100:
        first = data[:8].hex(" ")
        raise Problem(
            f"{name}: found bytes that are no text (they begin with {first}); expected a text file,"
            " a Word file (.docx), a web page (.html) or a PDF."
        )
    text = _ODD.sub(_nothing, "\n".join(text.splitlines()))
    return text, _told(text, encoding)


def _nothing(match):
    """str: a sign without meaning is left out; a nul byte stays, and is complained of."""
    return match[0] if match[0] == "\0" else ""


def decoded(data):
    """(text, encoding) of bytes; (None, "") where no encoding fits. A byte order mark decides; then
    UTF-8, which hardly ever fits by chance; then what fits best.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _or_none(data, encoding)
    wide = _without_mark(data)
    for encoding in [wide] * bool(wide) + ["utf-8"]:
        text, fits = _or_none(data, encoding)
        if text is not None:
            return text, fits
    if _is_western(data):
        return _or_none(data, "cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=["utf_7"]).best()
    return (str(best), best.encoding) if best else _or_none(data, "cp1252")


def _is_western(data):
    """bool: whether bytes make letters and marks that stand in western texts."""
    text = _or_none(data, "cp1252")[0]
    return text is not None and not _NOT_WESTERN.search(text)


def _or_none(data, encoding):
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, UnicodeError):
        return None, ""


def _without_mark(data):
    """str: UTF-16 without a byte order mark, by where its nul bytes stand; else blank."""
    first = data[:400]
    even = first[::2].count(0)
    odd = first[1::2].count(0)
    if odd > len(first) / 5 and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even > len(first) / 5 and odd < even / 4 else ""


def _told(text, encoding):
    """list of str: how the letters were read, where that was no matter of course."""
    if encoding in ("utf-8", "utf-8-sig", "ascii"):
        return []
    others = (word.strip(_QUOTES) for word in re.findall(r"\S*[^\x00-\x7f]\S*", text))
    odd = dict.fromkeys(word[:30] for word in others if not word.isascii())
    shown = " · ".join(list(odd)[:12])
    look = f" Look whether these are right: {shown}" if shown else ""
    name = encoding.replace("_", "-")
    old = f", as older programs save a text ({name})" if name == "cp1252" else f" as {name}"
    return [f"The letters were read{old}.{look}"]
