"""The text beside the claim bench: words that are selected in it, and passages that are offered."""

import re
from itertools import pairwise, product

from ..data.checks import ANCHOR
from ..data.reference import reporting_words, worth_a_row
from ..reading.cuts import tokens_of
from ..reading.sentences import sentences
from ..reading.suggest import NUMBER
from ..reading.text import Problem, everywhere, find_quote
from .claim_files import whole_places

OFFERED = 3  # passages at once
BESIDE = 8  # words that may be needed to tell places apart
_WHOLE = re.compile(r"^of (?:the )?[\d,.]+\s*")  # 12 of the 48 points
_MARKS = '“”„"«»'
_TITLES = "The A An In On At But And He She They It This That We You".split()
_NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:of|the|de|van|von|al|bin)?\s*[A-Z][\w’'.-]*)*")


def as_it_stands(paragraphs, do):
    """(paragraph, start, end) of words that somebody has selected, as whole words. do: dict with
    their paragraph, start and words. Raises Problem where they do not stand there.
    """
    number = int(do["paragraph"])
    start = int(do["start"])
    text = paragraphs[number - 1] if 1 <= number <= len(paragraphs) else ""
    end = start + len(do["words"])
    touched = [(a, b) for a, b in tokens_of(text) if a < end and start < b]
    if not touched:
        raise Problem("There is no word in what was selected.")
    return number, min(start, touched[0][0]) if _in(text, start) else touched[0][0], touched[-1][1]


def _in(text, start):
    """bool: whether a selection begins with a mark that belongs to it, such as “."""
    return text[start : start + 1] in '“"‘«„(' and bool(text[start : start + 1])


def _bare(text, start, end):
    """(start, end) of a passage without the quotation marks round all of it, and without the comma
    or stop before the last of them: whoever shows it puts marks of their own.
    """
    part = text[start:end]
    if part[:1] not in _MARKS or part[-1:] not in _MARKS or any(m in part[1:-1] for m in _MARKS):
        return start, end
    return start + 1, start + len(part[:-1].rstrip(",. "))


def in_the_text(paragraphs, spot):
    """dict of fields: a passage, and the words beside it where it stands more than once."""
    text = paragraphs[spot[0] - 1]
    start, end = _bare(text, *spot[1:])
    row = dict(passage=text[start:end], prefix="", suffix="")
    for words in range(1, BESIDE + 1):
        if len(everywhere(paragraphs, row["passage"], row["prefix"], row["suffix"])) < 2:
            break
        row["prefix"] = " ".join(text[:start].split()[-words:])
        row["suffix"] = " ".join(text[end:].split()[:words])
    return row


class Offers:
    """What may be worth a row and has none yet. refused: set of str, keys of what is not wanted.
    shown: int, how many are offered at once. here: (paragraph, start) of the passage that was in
    hand last: what stands before it is not offered first.
    """

    def __init__(self, report):
        self.refused = set()
        self.shown = OFFERED
        self.look_again(report)
        self.here = self._last()

    def look_again(self, report):
        """Takes over a report that was opened anew."""
        self.report = report
        self.all = {one.key: one for one in worth_a_row(tuple(report.paragraphs))}
        self.coded = {}
        for key, row in report.claims.iterrows():
            start, end = find_quote(report.paragraphs, *(row[name] for name in ANCHOR))
            self.coded.setdefault(row["paragraph"], []).append((start, end, key))
        self.numbers = self._places_of_numbers()

    def _places_of_numbers(self):
        """list of (id of a claim, start, end): where numbers that have a row stand in their
        paragraph.
        """
        places = []
        for start, key in ((spot[0], spot[2]) for spots in self.coded.values() for spot in spots):
            mine = self.report.numbers[self.report.numbers["from"] == key]
            for words in mine["words"]:
                places += [(key, *one) for one in self._in_quote(key, words, start)]
        return places

    def _in_quote(self, key, words, start):
        """list of (start, end): where words of a claim that begins at `start` stand."""
        found = whole_places(self.report.claims.loc[key, "quote"], words)
        return [(start + a, start + b) for a, b in found]

    def _last(self):
        """(paragraph, start): of the claim that was saved last; the beginning without one."""
        made = ((n, spot[0], spot[2]) for n, spots in self.coded.items() for spot in spots)
        last = {key: (n, start) for n, start, key in made}
        return last[self.report.claims.index[-1]] if last else (0, 0)

    def go_to(self, row):
        """What stands before the passage of a row is not offered first any more."""
        spots = everywhere(self.report.paragraphs, row["passage"], row["prefix"], row["suffix"])
        if len(spots) == 1:
            self.here = spots[0][:2]
            self.shown = OFFERED

    def go_back(self):
        """Offers again from the beginning of the text."""
        self.here = (0, 0)

    def refuse(self, *keys):
        """Does not offer these any more."""
        self.refused.update(keys)

    def open(self):
        """list of Suggestion: those that have no row and were not refused."""
        return [s for s in self.without_row() if s.key not in self.refused]

    def next(self):
        """(list of Suggestion, int): what is offered now, and how much stands before it in the text
        and is not; from the beginning again where nothing is left behind it.
        """
        left = self.open()
        ahead = self._ahead(left)
        return ahead[: self.shown], len(left) - len(ahead)

    def _ahead(self, left):
        """list of Suggestion: those that stand behind the passage in hand; else all."""
        return [s for s in left if (s.paragraph, s.start) >= self.here] or left

    def then(self):
        """str: the key of the first that is not offered yet, and comes next; blank without one."""
        return next((s.key for s in self._ahead(self.open())[self.shown :]), "")

    def left_out(self):
        """int: how many have no row and were refused."""
        return sum(s.key in self.refused for s in self.without_row())

    def show_again(self):
        """Offers again what was refused."""
        self.refused.clear()

    def numbers_in(self, row):
        """list of str: the numbers that a passage holds."""
        spots = everywhere(self.report.paragraphs, row["passage"], row["prefix"], row["suffix"])
        if len(spots) != 1:
            return []
        paragraph = spots[0][0]
        start, end = spots[0][1:]
        text = self.report.paragraphs[paragraph - 1][start:end]
        known = (s for s in self.all.values() if s.kind == NUMBER and s.paragraph == paragraph)
        inside = (s.words for s in known if s.start < end and start < s.end and s.words in text)
        return list(dict.fromkeys(inside))

    def unit_of(self, row):
        """str: the unit that is printed with the number of a row; blank where none is known."""
        return self.counted(row, row["number"].strip()).get("unit", "")

    def counted(self, row, words):
        """dict of fields: a number that a passage holds, with its unit; empty for another."""
        if words not in self.numbers_in(row):
            return {}
        one = next(s for s in self.all.values() if s.kind == NUMBER and s.words == words)
        return dict(number=words, unit=_unit_of(one))

    def without_row(self):
        """list of Suggestion: those that have no row."""
        return [s for s in self.all.values() if not self._has_row(s)]

    def _has_row(self, one):
        """bool: whether a number has its row, or another passage lies in a claim."""
        spots = self.coded.get(one.paragraph, [])
        round_it = [key for start, end, key in spots if start < one.end and one.start < end]
        if one.kind == NUMBER:
            return self._is_entered(one)
        return bool(round_it)

    def _is_entered(self, one):
        """bool: whether a number that has a row shares a sign with one that is offered."""
        text = self.report.paragraphs[one.paragraph - 1][one.start : one.end]
        spots = [(one.start + a, one.start + b) for a, b in whole_places(text, one.words)]
        here = {key for *_, key in self.coded.get(one.paragraph, [])}
        mine = [(a, b) for key, a, b in self.numbers if key in here]
        return any(a < end and start < b for (a, b), (start, end) in product(mine, spots))

    def taken(self, key):
        """dict of fields of one suggestion. Raises KeyError where there is none of this key."""
        one = self.all[key]
        end = self._before_its_double(one) if one.kind == NUMBER else one.end
        row = in_the_text(self.report.paragraphs, (one.paragraph, one.start, end))
        if one.kind == NUMBER:
            row |= dict(number=one.words, unit=_unit_of(one))
        return row | dict(cue=one.cue)

    def _before_its_double(self, one):
        """int: where the passage of a number ends, or before that where the same number stands in
        it again, as in the row of a table.
        """
        text = self.report.paragraphs[one.paragraph - 1]
        places = everywhere([text[one.start : one.end]], one.words)
        if len(places) < 2:
            return one.end
        return one.start + len(text[one.start : one.start + places[1][1]].rstrip(" \t-–,;"))

    def sentence(self, row):
        """str: the sentence in which a passage stands; blank where nobody can tell."""
        spots = everywhere(self.report.paragraphs, row["passage"], row["prefix"], row["suffix"])
        if len(spots) != 1:
            return ""
        start, end = spots[0][1:]
        text = self.report.paragraphs[spots[0][0] - 1]
        touched = [span for span in sentences(text) if span[0] < end and start < span[1]]
        return text[touched[0][0] : touched[-1][1]] if touched else ""

    def told_up_to(self, row):
        """list of str: the sentences from the beginning of the text to that of a passage, which is
        the last; empty where nobody can tell.
        """
        last = self.sentence(row)
        spots = everywhere(self.report.paragraphs, row["passage"], row["prefix"], row["suffix"])
        if not last:
            return []
        number, start = spots[0][:2]
        before = [*self.report.paragraphs[: number - 1], self.report.paragraphs[number - 1][:start]]
        parted = [text[slice(*span)] for text in before for span in sentences(text)]
        return [one for one in parted if not last.startswith(one)] + [last]

    def names(self, row):
        """list of str: names in the sentence of a passage, which may be that of the speaker."""
        found = [m[0].strip(" .,’'") for m in _NAME.finditer(self.sentence(row))]
        others = (n for n in dict.fromkeys(found) if n not in {*_TITLES, *row["passage"].split()})
        return list(others)[:6]

    def cues(self, row):
        """list of str: reporting words in the sentence of a passage."""
        one_of = "|".join(map(re.escape, sorted(reporting_words(), key=len, reverse=True)))
        found = re.findall(rf"\b(?:{one_of})\b", self.sentence(row))
        return list(dict.fromkeys(found))

    def pieces(self, row):
        """list of (number, list of (words, class)): the paragraphs, cut at the edges of the passage
        in hand ("cr-now") and of what has a row ("cr-coded").
        """
        now = everywhere(self.report.paragraphs, row["passage"], row["prefix"], row["suffix"])
        made = []
        for number, text in enumerate(self.report.paragraphs, 1):
            mine = [spot[1:] for spot in now if spot[0] == number]
            coded = [spot[:2] for spot in self.coded.get(number, [])]
            made.append((number, _cut(text, mine, coded)))
        return made


def _unit_of(one):
    """str: what a Suggestion of a number counts; of “12 of the 48 points” points, and no whole."""
    return _WHOLE.sub("", one.number.unit) if one.number else ""


def _cut(text, now, coded):
    """list of (words, class) of one paragraph."""
    edges = sorted({0, len(text), *(at for spot in (*now, *coded) for at in spot)})
    return [(text[a:b], _class(a, now, coded)) for a, b in pairwise(edges)]


def _class(at, now, coded):
    """str: the class of the words at a place."""
    for name, spots in (("cr-now", now), ("cr-coded", coded)):
        if any(start <= at < end for start, end in spots):
            return name
    return ""
