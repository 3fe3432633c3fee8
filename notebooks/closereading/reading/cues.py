"""Which reporting word of a sentence tells a passage: one with a speaker as its subject, in the
clause of the passage or beside it. Where nobody can tell, there is none.
"""

import re

BREAK = re.compile(r"[,;:](?=\s)|\s[–—-]\s|[()]|—|[“”«»„\"]")
_JOINED = re.compile(r"\b(?:and|but|while|because|since|when|although|though|after|before|if)\b")
_RELATIVE = re.compile(rf"\b(?:who|whom|whose|which|that|where|{_JOINED.pattern[5:-3]})\b", re.I)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s*$")
_NO_SAYING = re.compile(r"\s+(?:for|against|with|over|about|between)\b")
_THAT = re.compile(r"\s+that\b|\s*[:,“«„\"]")
_SOMEBODY = re.compile(r"\s+(?:the|a|an|one|he|she|they|it|[^\W\d_a-z])")
_WHEN = re.compile(r"\s+(?:on|in|at|to|yesterday|today|later|last|again|by)\b[^,;]*$|\s*$")


def cue_of(text, span, spot, reported):
    """str: the reporting word of a sentence by which a passage is told; "" where there is none.
    span, spot: (start, end) of the sentence and of the passage, or of its number. reported: pattern
    of the reporting words.
    """
    found = reported.finditer(text, *span)
    return next((match[0] for match in found if _tells(text, span, spot, match)), "")


def _tells(text, span, spot, match):
    """bool: whether a reporting word tells what stands at a spot."""
    if spot != match.span() and spot[0] <= match.start() < spot[1]:
        return False  # it stands within the quotation, or in what is counted
    start, end = _clause(text, span, match.span())
    before = text[start : match.start()]
    behind = text[match.end() : end]
    if match[0] == "according to":
        return _near(text, spot, match.span())
    if _NO_SAYING.match(text, match.end()) or _PASSIVE.search(before):
        return False
    if _RELATIVE.search(before):
        return False
    if spot[1] <= match.start():
        return bool(BREAK.search(text, spot[1] - 1, match.start())) and _is_told_by(before, behind)
    if not (before.strip() or text[span[0] : start].strip()):
        return False
    if _THAT.match(text, match.end()):
        return True
    between = text[match.end() : max(spot[0], match.end())]
    return bool(before.strip()) and not (BREAK.search(between) or _JOINED.search(between))


def _near(text, one, other):
    """bool: whether no clause stands between two places."""
    first, last = sorted((one, other))
    return len(BREAK.findall(text[first[1] : max(first[1], last[0])])) < 2


def _clause(text, span, spot):
    """(start, end) of the clause of a sentence in which something stands."""
    breaks = [m.span() for m in BREAK.finditer(text, *span)]
    start = max([end for _, end in breaks if end <= spot[0]], default=span[0])
    end = min([first for first, _ in breaks if first >= spot[1]], default=span[1])
    return start, end


def _is_told_by(before, behind):
    """bool: whether a clause is a speaker and a reporting word: “said Ona Lund”, “she said”."""
    if before.strip():
        return bool(_WHEN.match(behind.rstrip(" .!?")))
    return bool(_SOMEBODY.match(behind))
