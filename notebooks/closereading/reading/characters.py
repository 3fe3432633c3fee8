"""Which signs count as the same when two texts are compared, and what is a word of a text."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

GAP = "…"
_DOUBLE = "“”„‟«»＂「」『』〝〞《》"
_SINGLE = "‘’‚‛‹›ʼ´`＇"
_HYPHENS = "\u2010\u2011"
_BLANKS = "\u00a0\u2007\u202f"
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_STRAIGHT = str.maketrans(
    dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_BLANKS, " ")
)
# what another sign than a letter, a figure or a currency may do to the number beside it
_AFTER_NUMBERS = "+±%‰°×÷=<>≤≥≦≧≪≫≈∼≃≅≠~↑↓′″‴"
_BEFORE_NUMBERS = "#§№"
_PLAIN = re.compile(r"[\x21-\x5f\x61-\x7e]*(?: [\x21-\x5f\x61-\x7e]+)* ?", re.ASCII)
# a text between typographic single marks; an apostrophe in it is followed by a letter
_QUOTED = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|‚[^‚‘]*‘|‹[^‹›]*›")
_FRENCH = re.compile(r"(?<=(?<!\w)«)\s+(?=\S)|(?<=\S)\s+(?=»(?!\w))")
# over kinds of signs, see `_kind`: a number with its signs, a word, an ideograph, a sign alone
_WORD = re.compile(
    rf"{GAP}"
    r"|(?:(?<![ld])[-s])?(?:[cn] ?)?-?d(?:[.,'-]?[ld])*(?: ?c(?! ?d))?(?: ?s(?! ?d))*"
    r"|l(?:[.,'-]?[ld])*"
    r"|[icns&@]"
)


class Word(NamedTuple):
    """One word of a text, a number with its currency and signs, or one ideograph. inside: whether
    it stands between quotation marks.
    """

    text: str
    inside: bool


def straight(text):
    """str: the text with typographic quotation marks, apostrophes, hyphens and blanks as a keyboard
    has them. Same length, so that positions stay valid.
    """
    return text.translate(_STRAIGHT)


@lru_cache(maxsize=8192)
def folded(text):
    """(text as it is compared, spans). Marks are straight, letters composed (NFC), ligatures
    apart, white space is one blank; blanks inside French marks and signs without width (soft
    hyphens, joiners) are left out. spans: list, the (start, end) in `text` of each sign of the
    folded one; None where each stands at its own place.
    """
    if _PLAIN.fullmatch(text):
        return text, None
    signs = []
    spans = []
    inner = _inner_blanks(text)
    for start, end in _letters(text):
        if start in inner:
            continue
        for sign in straight(_composed(text[start:end])):
            if sign.isspace() and signs and signs[-1] == " ":
                spans[-1] = (spans[-1][0], end)
            else:
                signs.append(" " if sign.isspace() else sign)
                spans.append((start, end))
    return "".join(signs), spans


def _inner_blanks(text):
    """set of int: the places of the blanks that French puts inside its marks: « oui »."""
    return {at for m in _FRENCH.finditer(text) for at in range(*m.span())}


def is_mark(sign):
    """bool: an accent or vowel sign, which belongs to the letter before it; also the second and
    third part of a Korean syllable written apart.
    """
    return unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff"


def words(text):
    """list of Word, in order. “…”, also as three stops, is one; other stops are none. What changes
    a number belongs to it: $5, 20% (also 20 %), -5, 200+. Scripts that write vowels as marks keep
    them; Chinese and Japanese signs are words each.
    """
    text = "".join(_composed(text[i:j]) for i, j in _letters(text)).replace("...", GAP)
    inside = _between_marks(text)
    text = re.sub(r"(?<=\d)–(?=\d)|(?<!\S)–(?=\d)", "-", straight(text)).replace("−", "-")
    kinds = "".join(map(_kind, text))
    return [
        Word(re.sub(r"\s", "", text[m.start() : m.end()]), inside[m.start()])
        for m in _WORD.finditer(kinds)
    ]


def _letters(text):
    """Yields (start, end) of each letter with the accents and vowel signs that follow it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not is_mark(text[end]):
            yield start, end
            start = end


def _composed(letter):
    """str: a letter with its accents as one sign where there is one; blank for signs without
    width.
    """
    if letter in _LIGATURES:
        return unicodedata.normalize("NFKC", letter)
    composed = unicodedata.normalize("NFC", letter)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")


def _between_marks(text):
    """list of bool: for each sign of a text whether it stands between quotation marks, double ones
    of any form or typographic single ones.
    """
    inside = []
    open_ = False
    for sign in text:
        open_ ^= sign == '"' or sign in _DOUBLE
        inside.append(open_)
    for quoted in _QUOTED.finditer(text):
        inside[quoted.start() : quoted.end()] = [True] * len(quoted[0])
    return inside


@lru_cache(maxsize=4096)
def _kind(sign):
    """str: l for a letter or its mark, d for a figure, i for an ideograph, c for a currency, n for
    a sign of numbering, s for another that changes a number, a blank for white space; others stand
    for themselves.
    """
    category = unicodedata.category(sign)
    if category == "Lo" and unicodedata.east_asian_width(sign) == "W" and not _is_korean(sign):
        return "i"
    by_category = {"L": "l", "M": "l", "N": "d"}.get(category[0])
    if by_category or category == "Sc":
        return by_category or "c"
    if sign in _AFTER_NUMBERS:
        return "s"
    if sign in _BEFORE_NUMBERS:
        return "n"
    return " " if sign.isspace() else sign


def _is_korean(sign):
    return unicodedata.name(sign, "").startswith("HANGUL")
