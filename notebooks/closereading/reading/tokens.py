"""A number phrase cut into words, each with the kind that it has in this place."""

import re
from fractions import Fraction

from lark import Token

from .characters import folded
from .company import CHANGES, DAYS, GOES_ON, SCALES
from .context import END, Unread, cannot, in_context
from .shapes import joined_quality, named, shape
from .vocabulary import (
    LETTERS,
    POWERS,
    RARE,
    SMALL_SCALES,
    VULGAR,
    Figure,
    Scale,
    Unit,
    plain,
    singular,
    vocabulary,
)

MOST = 300  # signs of a phrase; what is longer is a text
_PLURAL = {"dozen", *POWERS}  # "three dozens" is a number, "dozens" is none
_HYPHENS = set("-–—−")
# a loss as accountants write it: $(364) is -$364
_LOSS = re.compile(r"([A-Z]{0,2}[$£€¥])\s?\((\d[\d.,]*(?:\s\w+)?)\)")
# one word of several, whose hyphens say nothing: two-and-a-half-year-old, one-in-five, $5-a-day
_JOINED = re.compile(
    r"(?<=[\w%])-(and-an?|and|in-every|in|out-of|per|an?|(?:to|or)(?=-[\w.]+-[a-z]))-(?=[\w£$€])"
)
_PIECE = re.compile(
    r"""[0-9]+/[0-9]+(?![0-9/])             # 3/4
      | \.?[0-9](?:[0-9.,]*[0-9])?          # 8,000 · 2.5 · .5
      | (?:k|c)?m[23²³]\b                   # km2
      | (?:[A-Z]\.){2,} | Rs\. | S?Fr\. | [Kk]r\.   # U.S.
      | [A-Z]{0,2}[$¥]                      # $ · US$
      | °[CF]\b
      | [^\W\d_]+(?:['.][^\W\d_]+)*         # words
      | >=|<=|\+/-|\S""",
    re.VERBOSE,
)
_ENGLISH = re.compile(r"(0|[1-9]\d*)?(\.\d+)?|[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_ORDER = set(
    "first eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
    " thousandth millionth billionth".split()
)
_CLOCK = {"am", "pm", "a.m", "p.m", "gmt", "o'clock", ":"}


def tokens(phrase, known, units):
    """list of lark.Token: the words of a phrase with their kinds.

    phrase: str. known: tuple of Hedge; units: tuple of Unit. The value of a token is what the word
    stands for; its attribute `word` is the word as printed. Raises Problem that names the first
    word that has no kind, or a phrase that is too long.
    """
    if len(phrase) > MOST:
        raise Unread(
            f"These are {len(phrase)} signs; a number phrase has at most {MOST}. Copy only the"
            " number and the words that belong to it."
        )
    raw = _Reader(phrase, vocabulary(known, units)).read()
    return in_context(phrase, raw)


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase, words):
        self.phrase = phrase
        self.words = words
        text = _LOSS.sub(r"-\1\2", folded(phrase)[0]).rstrip(" .,;:").strip()
        self.text = _JOINED.sub(lambda found: f" {found[1].replace('-', ' ')} ", text)
        self.spots = [m.span() for m in _PIECE.finditer(self.text)]
        self.made = []

    def read(self):
        """list of Token. Raises Problem for a word that has no kind."""
        at = 0
        while at < len(self.spots):
            used, found = self._longest(at)
            start, end = self._span(at, used)
            if found is None:
                found = self._single(at)
            self._check_glue(at, found[0])
            self.made.append(_token(*found, self.text, start, end))
            at += used
        return self.made

    def _span(self, at, used):
        return self.spots[at][0], self.spots[at + used - 1][1]

    def _longest(self, at):
        """(number of pieces, (kind, value)) of the longest word that begins here; (1, None)."""
        for used in range(min(2 * self.words.most, len(self.spots) - at), 0, -1):
            start, end = self._span(at, used)
            text = self.text[start:end]
            if used > 1 and {text[0], text[-1]} & _HYPHENS:
                continue
            if found := self._look_up(text):
                return used, found
        return self._with_hyphens(at)

    def _with_hyphens(self, at):
        """(number of pieces, (kind, value)) of an adjective with hyphens: lab-confirmed; (1, None).
        No part of it may be a number, a hedge, or a word that changes one.
        """
        start = self.spots[at][0]
        begins = start == 0 or not (self.text[start - 1].isalnum() or self.text[start - 1] in "-–")
        word = joined_quality(self.text, start) if begins else ""
        parts = word.casefold().split("-")
        kinds = {self.words.loose.get(part, ("NOUN",))[0] for part in parts}
        if not word or kinds != {"NOUN"} or set(parts) & (CHANGES | SCALES):
            return 1, None
        used = sum(start <= first < start + len(word) for first, _ in self.spots)
        return used, ("NOUN", _described(word, "quality"))

    def _before(self):
        """str: kind of the token before, hyphens left out."""
        kinds = [token.type for token in self.made[-2:] if token.type != "_HYPHEN"]
        return kinds[-1] if kinds else ""

    def _look_up(self, text):
        """(kind, value) of words as printed, or None."""
        before = self._before()
        name = plain(text)
        found = self._behind(text, name.casefold()) if before in END | {"NOUN"} else None
        if found:
            return found
        if found := self._by_place(text, name.casefold(), before):
            return found
        if text == "in" and not self._inches():
            return None
        found = self.words.exact.get(name) or self.words.loose.get(name.casefold())
        return self._money(found) if found and found[0] == "_SIGN" else found

    def _by_place(self, text, name, before):
        """(kind, value) of a word that is another one in other places, or None."""
        if name == "point" and self.made and self.made[-1].type in {"_HYPHEN", "A"}:
            return self.words.loose["points"]
        if name == "quarter" and before not in {"A", "ONES"}:
            return "HALF", 4
        if name in ("in", "per") and before in END and self._counts_next():
            return "IN", text
        return None

    def _behind(self, text, name):
        """(kind, value) of what has a meaning of its own behind a number, or None."""
        if name in self.words.behind:
            return self.words.behind[name]
        if text in LETTERS and self._before() == "FIGURE":
            return "SCALE", Scale(10 ** LETTERS[text], text)
        if name.endswith("s") and name[:-1] in _PLURAL and self._before() != "NOUN":
            return self.words.loose[name[:-1]]
        return None

    def _money(self, found):
        """(kind, value) of a sign of money: before its figure, or behind it as a unit."""
        dash = bool(self.made) and self.made[-1].type == "_HYPHEN"
        return ("NOUN" if self._before() in END and not dash else "MONEY"), found[1]

    def _inches(self):
        """bool: whether "in" is a unit here: it touches its figure, or feet stand before."""
        if self._before() != "FIGURE":
            return False
        touches = self.text[self.made[-1].end_pos :].startswith("in")
        return touches or any(token.type == "NOUN" for token in self.made)

    def _counts_next(self):
        """bool: whether "in" is followed by a number, as in "one in five"."""
        rest = self.text[self.made[-1].end_pos :].split()
        one = len(rest) > 2 and rest[1] == "a" and rest[2] in [*SMALL_SCALES, *POWERS]
        return one or (len(rest) > 1 and self._counts(rest[1]))

    def _single(self, at):
        """(kind, value) of one piece that is no known word: a figure. Raises Problem for others."""
        start, end = self.spots[at]
        text = self.text[start:end]
        if part := (VULGAR | RARE).get(text):
            return "PARTS", Figure(part, text)
        joined = start > 0 and not self.text[start - 1].isspace()
        kind = shape(text) or self._name(text)
        if kind and not joined and text.casefold() not in DAYS:
            return "NOUN", _described(text, kind)
        if text[-1] in "0123456789" and text.isascii():
            return _figure(text, self.phrase)
        raise cannot(self.phrase, self._unknown(at, text))

    def _name(self, text):
        """str: "name" for a name or an abbreviation that stands between a number and what is
        counted; else blank. A number word with a capital, or a single figure, may belong to it.
        """
        capitals = any(_begins_name(t) for t in self.made if t.type in END)
        counted = self._before() in END | {"NOUN"} and not (capitals and not text.isupper())
        low = text.casefold()
        return "name" if counted and low not in CHANGES | SCALES and named(text) else ""

    def _unknown(self, at, text):
        """str: what is said of a word that has no kind."""
        name = text.casefold()
        figure = bool(self.made) and self.made[-1].type == "FIGURE"
        if figure and self._touches(at) and name in {"st", "nd", "rd", "th"}:
            whole = self.text[self.made[-1].start_pos : self.spots[at][1]]
            return f"“{whole}” is a place in an order, not a count"
        if name in _ORDER:
            return f"“{text}” is a place in an order, not a count"
        if clock := self._clock(at):
            return (
                f"“{clock}” may be a time of day, the time on a clock that counts down, or a score;"
                " it counts nothing: leave the number blank"
            )
        if name in _CLOCK:
            return f"“{text}” belongs to a time of day, not to a count"
        if name in DAYS:
            return f"“{text}” belongs to a day or a year, not to a count"
        return f"“{text}” is no number, hedge or unit that is known here.{self._advice(at, name)}"

    def _clock(self, at):
        """str: two figures with a colon between them that stands at a place: 1:42; else blank."""
        found = re.match(r":\d{1,2}(?!\d)", self.text[self.spots[at][0] :])
        figure = bool(found) and self._touches(at) and self.made[-1].type == "FIGURE"
        return f"{self.made[-1].word}{found[0]}" if figure else ""

    def _advice(self, at, name):
        """str: what a learner may do about an unknown word."""
        tail = self.text[self.spots[at][0] :]
        counted = any(token.type in END for token in self.made)
        if counted and name in {"in", "out"} and self._counts(tail):
            return f" “{name}” between two numbers makes a share of them: write it in per cent"
        if counted and (name in GOES_ON or name.endswith("ed")) and not self._counts(tail):
            return f" Leave out “{tail}”: only the number and what is counted are read"
        return " If it belongs neither to the number nor to what is counted, leave it out"

    def _counts(self, text):
        """bool: whether a text holds a figure or a number word."""
        words = re.split(r"[\s-]", text.casefold())
        kinds = (self.words.loose.get(word, ("",))[0] for word in words)
        return any(sign.isdigit() for sign in text) or any(kind in END for kind in kinds)

    def _touches(self, at):
        """bool: whether nothing stands between a piece and the one before."""
        return at > 0 and self.spots[at - 1][1] == self.spots[at][0]

    def _check_glue(self, at, kind):
        """Raises Problem where a letter touches a digit without being its unit: A380, 10th."""
        if not self._touches(at):
            return
        before = self.made[-1]
        start = self.spots[at][0]
        letter = self.text[start - 1].isalpha() and kind in {"FIGURE", "PARTS"}
        digit = self.text[start - 1].isdigit() and self.text[start].isalpha()
        allowed = before.type == "MONEY" if letter else kind in {"NOUN", "SCALE"}
        if (letter or digit) and not allowed:
            whole = self.text[before.start_pos :].split()[0]
            raise cannot(self.phrase, f"“{whole}” is a name or a sign, not a count")


def _begins_name(token):
    """bool: whether a name may begin with a number: Seven Oaks, 7 Up."""
    return token.word[0].isupper() or (token.type == "FIGURE" and token.value.value < 10)


def _described(word, kind):
    """Unit of a word that stands on no list."""
    return Unit(word, singular(word), (word,), kind, (), (), 0)


class _Word(Token):
    """A Token that knows its word as printed, and whether a blank stands on either side."""


def _token(kind, value, text, start, end):
    token = _Word(kind, value, start_pos=start, end_pos=end)
    token.word = text[start:end]
    token.blank_before = start == 0 or text[start - 1].isspace()
    token.blank_after = text[end : end + 1].isspace()
    return token


def _figure(text, phrase):
    """(kind, value) of a figure in digits, with English separators. Raises Problem for others."""
    if "/" in text:
        above, below = map(int, text.split("/"))
        if not 0 < above < below:
            raise cannot(phrase, f"“{text}” is no part of one")
        return "PARTS", Figure(Fraction(above, below), text)
    if not _ENGLISH.fullmatch(text):
        raise cannot(
            phrase,
            f"“{text}” is not written as English writes numbers, with a comma after each"
            " thousand and a point before tenths: 1,234.5",
        )
    return "FIGURE", Figure(Fraction(text.replace(",", "")), text)
