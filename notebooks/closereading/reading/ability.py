"""Words such as could and can that tell what somebody is able to do, and make no claim less sure:
only she could swim there; they could not go.
"""

import re

SURE = "sure"
PERHAPS = "perhaps"
_MODAL = r"(?:could|can)"
_NOT = r"(?:\s+not|n[’']t|not)"
_KINDS = (  # what is sure goes before what is not
    # could not go; but “could not have been”, “cannot be true” weigh what is so
    (re.compile(rf"\b{_MODAL}{_NOT}\b(?!\s+(?:have|be\s+(?:true|right|so|an?))\b)", re.I), SURE),
    (re.compile(rf"\b[Oo]nly\s+(?:[\w’'-]+\s+){{1,5}}?({_MODAL})\b(?!\s+(?:have|be)\b)"), SURE),
    (re.compile(rf"\b({_MODAL})\s+(?:only\s+)?(?:see|hear|feel|smell|taste)\b", re.I), SURE),
    (re.compile(r"\b(?:was|were|is|are)\s+able\s+to\b", re.I), SURE),
    (re.compile(rf"\b({_MODAL})\s+(?!have\b|be\b)[a-z]+", re.I), PERHAPS),
    (re.compile(r"\b(?:will|would|to)\s+(be\s+able\s+to)\b", re.I), PERHAPS),
)


def ability_in(words):
    """dict {word as printed: SURE or PERHAPS}: what in some words tells, or may tell, of an ability
    or of what is allowed: could, can, could not. Of a word that stands there twice the less sure
    one counts.
    """
    found = {}
    done = []
    for pattern, sure in _KINDS:
        for match in pattern.finditer(words):
            span = match.span(match.lastindex or 0)
            if not any(span[0] < end and start < span[1] for start, end in done):
                done.append(span)
                word = words[slice(*span)]
                found[word] = sure if found.get(word, sure) == sure else PERHAPS
    return found
