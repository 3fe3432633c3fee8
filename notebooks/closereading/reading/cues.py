"""Which reporting word of a sentence tells a passage: one with a speaker as its subject, in the
clause of the passage or beside it. Where nobody can tell, there is none.
"""

import re

BREAK = re.compile(r"[,;:](?=[’']?\s)|\s[–—-]\s|[()]|—|[“”«»„\"]")
_JOINED = re.compile(r"\b(?:and|but|while|because|since|when|although|though|after|before|if)\b")
_RELATIVE = re.compile(rf"\b(?:who|whom|whose|which|that|where|{_JOINED.pattern[5:-3]})\b", re.I)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s*$")
_NO_SAYING = re.compile(r"\s+(?:for|against|with|over|about|between)\b")
_THAT = re.compile(r"\s+that\b|\s*[:,“«„\"]")
_SOMEBODY = re.compile(r"\s+(?:the|a|an|one|he|she|they|it|[^\W\d_a-z])")
# before a participle that describes a thing: three confirmed cases, the reported incidence
_DESCRIBED = re.compile(
    r"(?:^|[^\w\s]|\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|\w+ty|the|a|an|this|these|those|all|any|no|some|most|many|few|more|other|new"
    r"|first|last"
    r"|its|his|her|their|our|of|with|from|in|for|by|on|including|between|among|newly"
    r"|(?:lab|laboratory)-?|reported|confirmed|estimated|suspected|probable|total))\s*\Z",
    re.IGNORECASE,
)
_THING = re.compile(r"\s+(?!(?:that|the|a|an|he|she|it|they|to|on|in|by|at|as|how|there)\b)[a-z]")
# a deed, or what others say: added two goals, claimed 14 lives, men said to be armed
_NO_WORD = re.compile(
    r"add(?:s|ed)?\s+(?:[$£€\d]|(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\w+teen|\w+ty|over|about|around|nearly|almost|some|up\s+to|at\s+least|more\s+than)\b)"
    r"|claim(?:s|ed)?\s+(?:[\w,.-]+\s+){1,3}lives\b"
    r"|(?:said|reported|believed|thought|alleged|estimated|feared)\s+to\s+(?:be|have)\b",
    re.IGNORECASE,
)
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
    inside = spot != match.span() and spot[0] <= match.start() < spot[1]
    if inside or describes(text, match):
        return False  # it stands within the quotation, or in what is counted
    if match[0].casefold() == "according to":
        return _near(text, spot, match.span())
    start, end = _clause(text, span, match.span())
    before = text[start : match.start()]
    if _of_nobody(text, match.end(), before):
        return False
    if spot[1] <= match.start():
        if match[0].casefold().endswith("ing"):
            return False  # a participle tells what follows it, and nothing before
        apart = BREAK.search(text, spot[1] - 1, match.start())
        return bool(apart) and _is_told_by(before, text[match.end() : end])
    return _leads_to(text, spot, match, before, text[span[0] : start])


def _of_nobody(text, end, before):
    """bool: whether a reporting word says nothing (argued for, are said), or in a clause that hangs
    on another word. before: what its clause has before it.
    """
    found = (_NO_SAYING.match(text, end), _PASSIVE.search(before), _RELATIVE.search(before))
    return any(found)


def _leads_to(text, spot, match, before, earlier):
    """bool: whether a reporting word with a speaker before it leads to what stands at a spot.
    earlier: the sentence before its clause.
    """
    if not (before.strip() or earlier.strip()):
        return False
    if _THAT.match(text, match.end()):
        return True
    between = text[match.end() : max(spot[0], match.end())]
    return bool(before.strip()) and not (BREAK.search(between) or _JOINED.search(between))


def describes(text, match):
    """bool: whether a participle only describes the thing behind it (three confirmed cases), or a
    word tells a deed (added two goals), and of nobody who said so. match: of a reporting word in a
    text.
    """
    if _NO_WORD.match(text, match.start()):
        return True
    participle = match[0].endswith("ed") and " " not in match[0]
    before = _DESCRIBED.search(text, 0, match.start())
    return participle and bool(before) and bool(_THING.match(text, match.end()))


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
