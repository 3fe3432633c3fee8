"""What a sentence gives to each side of a report: whether the report gives it to them, says it no
less firmly, and quotes them on that topic.
"""

import re

from .empty_cells import TOPICS
from .patterns import search
from .saying import SAYS
from .sides import named_in, place_and_words
from .wording import found

# the words after a name which say that words of theirs follow, and no deed of theirs
_TELLS = re.compile(
    r"[\s,]*(?!puts? (?:\w+ )?pressure)(?:'s? )?(?:(?:officials?|government|alone|only|also|both"
    rf"|itself|one|side|and|then)[\s,]+)*(?:{SAYS}|calls?|called|protests?|denie[sd]"
    r"|deny|agree|share|uses?|takes? (?:it|this|them)|\"|of|about|that|how|what|when|where|in|a|an"
    r"|the|only|knows?|knew"
    r"|\d+)\b"
)
_DOUBTS = re.compile(r"\b(?:not|no|nothing|never|deny|denie[sd]|doubts?|rejects?|than|if)\b")
_IN = re.compile(
    r"\b(?:in|of|from|near|against|to|by|on|over|around|with|for|outside|inside|leave"
    r"|(?:accus|blam|critici[sz]|suspect|charg|condemn|oppos|warn|urg|threaten)(?:es?|s|ed|ing)?)"
    r" (?:the )?$"
)
_FIRM = r"\b(?:certain\w*|sure\w*|definite\w*|clear\w*|obvious\w*|of course|no doubt|prove\w*"
_FIRM += r"|proof|in fact|fact|really|knows?|always|just|simply|nothing (?:but|else))\b"
_LESS_FIRM = (
    r"<possible>|<weak>|\b(?:up to|at most|as many as|max\w*|limit\w*|ceiling|most|fear\w*|worr\w*"
    r"|concern\w*|warn\w*|hid(?:e|es|ing|den)|nearly|almost|near|ready|believ\w*)\b"
)
_IS = r"\b(?:is|are|was|were|will|has|have|exactly|at least|over|more than)\b"
_ASKED = {"how many|numbers?|figures?": "forces", "when": "timing", TOPICS["sea"]: "sea"}
_ON = r"\b(?:speak|talk|tell|writ|say|giv|count)\w*(?: only)?(?: (?:of|about|on|us))*(?: the| a)?"


def given(text, sides):
    """list of (Side, str): who is named as one who says something, and the words that follow up to
    the next one.
    """
    starts = [place for place in named_in(text, sides) if _says_it(text[: place[0]])]
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return [(side, text[after:end]) for (_, after, side), end in zip(starts, ends)]


def _says_it(head):
    """Whether whoever is named behind the head of a text may be one who says something."""
    return head.count('"') % 2 == 0 and not _IN.search(head)


def not_theirs(side, said, report, telling):
    """Generator of str: one sentence for the first thing that a side is said to say, and only
    somebody else does, or it does less firmly, and for a topic on which it is not quoted.
    """
    yield from _off_topic(side, said, report)
    if not _TELLS.match(said):
        return
    for ids, pattern in telling.items():
        told = search(rf"\b(?:{pattern})\b", said)
        if not told or _DOUBTS.search(said[: told.start()]):
            continue
        if wrong := _wrong(side, told, report.claims.loc[ids.split()], report):
            yield wrong
            return


def _wrong(side, told, claims, report):
    """str: what is wrong with giving something to a side; "" where nothing is. told: re.Match of
    it in what the side is said to say. claims: those of which it is.
    """
    if not (set(side.rows) & set(claims.index) or _speaks_for(side, claims)):
        return (
            f"You give “{told[0]}” to {side.name}. In this report it stands with"
            f" “{claims.iloc[0]['account_name']}”, in {place_and_words(claims)}."
        )
    if not _is_weak(claims, report) or not _is_firm(told):
        return ""
    return f"“{told[0]}” is put less firmly by {side.name}, in {place_and_words(claims)}."


def _is_weak(claims, report):
    """Whether what some claims say is possible, or appears so, and no more."""
    senses = report.scopes.loc[report.scopes["claim"].isin(claims.index), "sense"]
    return len(senses) > 0 and not senses.str.contains("is so").any()


def _is_firm(told):
    """Whether a text tells something as certain. told: re.Match of it."""
    said = told.string
    firmly = rf"{_FIRM}|{_IS}(?: \w+){{0,5}}? {re.escape(told[0])}"
    if told[0].isdigit():
        firmly += rf"|\b(?:count|see|saw|found|find)\w*(?: \w+){{0,2}}? {told[0]}"
        firmly += rf"|{told[0]}(?: \w+){{0,3}}? (?:are|is|will|have|take|took|stand)\b"
    return bool(search(firmly, said)) and not found(_LESS_FIRM, said)


def _off_topic(side, said, report):
    """Generator of str: one sentence where a side is said to speak of something on which the report
    does not quote it.
    """
    rows = report.claims.loc[list(side.rows), ["topic", "accepted"]].to_numpy().ravel()
    theirs = " ".join(map(str, rows))
    for words, topic in _ASKED.items():
        asked = search(rf"{_ON} ({words})(?!\w)", said)
        if asked and topic not in theirs and not _DOUBTS.search(said[: asked.start(1)]):
            yield f"The report does not quote {side.name} on “{asked[1]}”."
            return


def _speaks_for(side, claims):
    """bool: whether somebody is called in the place of the account that says it: the Kremlin."""
    return side.name == "the Kremlin" and "russia-belarus" in set(claims["account"])
