"""Where a passage of the claim bench stands: within a quotation, and who opened it; or beside one,
where the writer speaks.
"""

import re

from ..data.speaking import leads_in, named_in, speaks_of_nobody, spoke_before
from ..data.titles import cues
from ..reading.sentences import sentences

_MARKS = re.compile(r"[“”„«»\"]|‘[^‘’]{12,}")
_QUOTATIONS = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|‘.{12,}?(?:’(?!\w)|$)"
)
_ITS_SPEAKER = re.compile(r"”(?!\s*(?:and|but|while|or)\b)")
_WHEN = r"(?:before|after|while|when|ahead of|in front of|as(?!\s+(?:many|much|few|little|of)\b))"


def has_quotation(sentence):
    """bool: whether a sentence has quotation marks."""
    return bool(_MARKS.search(sentence))


def up_to_number(row, told):
    """list of str: sentences, of which the last one holds the number of a row; of a passage of
    several sentences those before it say nothing of who tells it. told: the sentences up to that of
    its passage, and in the last one all that the passage touches.
    """
    parts = [told[-1][slice(*span)] for span in sentences(told[-1])]
    holding = [n for n, part in enumerate(parts) if row["number"] and _at(row, part) >= 0]
    if len(parts) < 2 or len(holding) != 1:
        return told
    first = last = holding[0]
    while last + 1 < len(parts) and is_open([*told[:-1], *parts[: last + 1]]):
        last += 1  # who said it stands where the quotation ends
    return [*told[:-1], *parts[:first], " ".join(parts[first : last + 1])]


def is_open(earlier):
    """bool: whether a quotation is open at the end of some sentences, and runs on."""
    marks = re.findall("[“”]", " ".join(earlier))
    return bool(marks) and marks[-1] == "“"


def _at(row, sentence):
    """int: where in a sentence its number or its passage stands; -1 where there is none."""
    words = row["number"] or row["passage"]
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence) if words else None
    return found.start() + len(words) // 2 if found else -1


def is_quoted(row, sentence, earlier):
    """bool: whether a passage stands within a quotation; without one, whether its sentence may."""
    at = _at(row, sentence)
    runs_on = "“" if is_open(earlier) and not sentence.startswith("“") else ""
    if at < 0:
        return bool(runs_on) or has_quotation(sentence)
    found = _QUOTATIONS.finditer(runs_on + sentence)
    return any(match.start() <= at + len(runs_on) < match.end() for match in found)


def opened_by(row, sentence, earlier, people):
    """list of str: who opened the quotation in which a passage stands, in a sentence before its
    own; empty where there is none, or where its own sentence says whose it is.
    """
    if not is_open(earlier) or not is_quoted(row, sentence, earlier):
        return []
    closes = _ITS_SPEAKER.search(sentence)
    behind = sentence[closes.start() :] if closes else ""
    if named_in(behind, people) or speaks_of_nobody(behind):
        return []
    return _who_opened(earlier, people)[:1]


def _who_opened(earlier, people):
    """list of str: who speaks in the quotation that is open at the end of some sentences."""
    closed = max((n for n, one in enumerate(earlier) if "”" in one), default=0)
    behind = [one.rpartition("”")[2] if n == closed else one for n, one in enumerate(earlier)]
    n = next(n for n in range(closed, len(earlier)) if "“" in behind[n])
    lead = earlier[n].removesuffix(behind[n]) + behind[n].partition("“")[0]
    if speaks_of_nobody(lead):
        return spoke_before(earlier[:n], people)
    if not lead.strip():
        return leads_in(earlier[:n])
    return named_in(lead, people, earlier[:n])


def is_beside_saying(row, sentence):
    """bool: whether the writer tells a number beside the words of a speaker: “we won,” she said
    before a crowd of 15,522 went home.
    """
    at = _at(row, sentence)
    if not row["number"] or at < 0:
        return False
    before = sentence[: at - len(row["number"]) // 2]
    clause = re.search(rf"\b(?:{cues()})\s+(?:on\s+)?(?:\w+day\s+)?{_WHEN}\b(.*)$", before)
    if not clause or re.search(r"[,“”\"]|\bthat\b", clause[1]):
        return False
    told_behind = re.search(r"\bthat\b", sentence[at:])
    return bool(told_behind) or bool(re.search('[”»"]', before[: clause.start()]))
