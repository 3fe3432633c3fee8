"""Whether the quotes that a learner compares answer one question, and the one that is asked."""

import re
from itertools import combinations

from .empty_cells import TOPICS
from .patterns import search

_COMPARED = "answer different questions"
_LEAD = r"^[^,;:.?\"]{0,40}?\b(?:on|about|at|regarding|concerning|for|when it comes to|by)"
_LEAD += r" (?:the |its |their )?(?:question of |topic of )?(?:\w+ )?"
_BARE = r"^(?:the |my question(?: is|:) )?"
_ASKED = {
    "sea": rf"(?:{_LEAD}|{_BARE})(?:{TOPICS['sea']})\b",
    "purpose": rf"(?:{_LEAD}|{_BARE})(?:purposes?|aims?)\b|^(?:for )?what [^,;.]{{2,30}} for\b"
    r"|^why\b",
    "forces": rf"(?:{_LEAD}|{_BARE})(?:forces|numbers?|sizes?|strength)\b|^how (?:many|strong)\b",
    "timing": rf"(?:{_LEAD}|{_BARE})(?:timing|time)\b|^(?:by )?when\b",
    "place": rf"(?:{_LEAD}|{_BARE})(?:places?|distances?)\b|^(?:where|how far)\b",
}


def are_apart(quoted, report):
    """bool: whether there are quotes of which no two answer one question. quoted: list of Run."""
    of = [set(run.claims) for run in quoted if run.claims]
    pairs = [(one, other) for one, other in combinations(of, 2) if not one & other]
    return bool(pairs) and not any(_meet(one, other, report) for one, other in pairs)


def asked_otherwise(text, quoted, report):
    """str: the question with which a plain text begins, where none of its quotes answers it; else
    "".
    """
    answered = [topics_of(run.claims, report) for run in quoted if run.claims]
    for topic, asked in _ASKED.items():
        where = search(asked, text)
        if where and answered and not any(topic in topics for topics in answered):
            return where[0].strip()
    return ""


def _meet(one, other, report):
    """Whether some claims have a topic in common with others, or are compared with them here."""
    if topics_of(one, report) & topics_of(other, report):
        return True
    pairs = report.pairs[report.pairs["relation"] != _COMPARED]
    beside = zip(pairs["first"], pairs["second"])
    return any({first, second} <= one | other for first, second in beside)


def topics_of(ids, report):
    """set of str: the topics of some claims, and those under which we take them too."""
    rows = report.claims.loc[list(ids), ["topic", "accepted"]].to_numpy().ravel()
    return {topic for cell in rows for topic in re.findall(r"\w+", str(cell))} - {"nan"}
