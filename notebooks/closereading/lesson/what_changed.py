"""What a learner says that “said” and “claimed” do to a reader: whether it is anything, and the
right way round. “Claimed” sets a writer apart from the words; it never makes them surer.
"""

import re

from .quotations import outside_marks
from .wording import found, has

_CLAIMED = r"\b(?:claim\w*|second|latter|last|2nd|other|new)\b"
_SAID = r"\b(?:said|says?|saying|first|former|1st|original)\b"
_CLAUSE = re.compile(
    r"[.,;:!?()–]\s*|\b(?:but|while|whereas|although|though|because|since)\b"
    r"|\band (?!more\b|less\b)"
)
_SURER = (
    r"\b(?:surer|safer|stronger|firmer|truer|(?:more|very|quite|completely|absolutely|really|fully"
    r"|totally) (?:\w+ )?(?:sure|certain\w*|true|real|reliable|trustworthy|credible|believable"
    r"|convinc\w+|convinced|official|factual|serious|neutral|objective|confident|solid|exact|likely"
    r"|trust\w*|confidence)"
    r"|(?:trust|believ|rel[iy])\w*(?: (?:it|him|them|her|this|that|on|in|the|his|their|words?"
    r"|second|first|version|1|sentence|statement|stoltenberg|ministry|ukraine|nato|russia|he"
    r"|said))*"
    r" (?:more|better|most|completely|fully|at once|easily)|more (?:trust|confidence|belie[fv]\w*)"
    r"|(?:is|are|was|were|been|as|it) (?:\w+ ){0,2}(?:checked|proved|proven|confirmed|verified"
    r"|a fact|the truth|true|sure|certain|official)"
    r"|(?:proves?|confirms?|guarantees?|shows) (?:that|it|he)|takes? it as a fact"
    r"|(?:must|has to) be (?:true|right)|no doubt|more weight)\b"
)
_LESS_SURE = (
    r"\b(?:less|doubt\w*|\w*s[ck]ept\w*|suspic\w*|suspect\w*|unsure|uncertain\w*|unproven|unlikely"
    r"|distan\w+|question\w*|weak\w*|wonder\w*|hesita\w*|mistrust\w*|distrust\w*|untrue|false"
    r"|opinion|excuse|careful\w*|cautio\w*|critical\w*|unconfirmed|exaggerat\w*|lie|lying|fishy"
    r"|might|may|could|perhaps|maybe|whether|if|as if|as though|proof|prove|needs?|wants?|asks?)\b"
)
_NOT = r"\b(?:not|no|never|nobody|nothing|without|neither|nor|hardly|no longer|instead|un\w+)\b"
_DOUBTED = re.compile(rf"\bsaid (?:means?|makes?|sounds?|shows?|is|tells?)\b[^.]*{_LESS_SURE}")
_DOUBTER = r"<reader> (?:is|are|am|becomes?|gets?|feels?) (?:\w+ )?(?:s[ck]eptical|doubtful"
_DOUBTER += r"|suspicious|unsure|less (?:sure|certain)|critical)\b"
_OTHER = {"said": "claimed", "claimed": "said", "": ""}


def what_changed(text, tick, *_):
    """Generator of str: one sentence where a plain text tells of no effect on a reader, or of one
    that is turned round.
    """
    bare = re.sub(r"\"(claim\w*|said|says?)\"", r"\1", text)
    own = re.sub(r"\b(?:any|no) ?more\b|\bmore and more\b", " ", outside_marks(bare))
    if _is_turned(own):
        yield tick["turned"]
    elif not (has("<effect>", own) or has("<slight> && <reader>", own)):
        yield tick["missing"]


def _is_turned(own):
    """Whether a text says that “claimed” makes surer, or that “said” makes less sure."""
    verb = ""
    for clause in _CLAUSE.split(own):
        verb = _verb(clause) or verb
        if not found(_NOT, clause) and (_makes_surer(verb, clause) or _is_doubted(verb, clause)):
            return True
    return False


def _makes_surer(verb, clause):
    """Whether a clause about a verb says that “claimed” makes surer."""
    return verb == "claimed" and found(_SURER, clause) and not found(_LESS_SURE, clause)


def _is_doubted(verb, clause):
    """Whether a clause about a verb says that “said” makes less sure."""
    return bool(_DOUBTED.search(clause)) or verb == "said" and bool(found(_DOUBTER, clause))


def _verb(clause):
    """str: which verb a clause is about: the one that it names first, or the other than that with
    which it compares; "" where it names none.
    """
    head = clause.split(" than ")[0]
    return _first(head) or _OTHER[_first(clause)]


def _first(clause):
    """str: the verb that a clause names first; "" where it names none."""
    places = {"claimed": found(_CLAIMED, clause), "said": found(_SAID, clause)}
    named = {verb: place.start() for verb, place in places.items() if place}
    return min(named, key=named.get) if named else ""
