"""Who can be given as the source of a sentence of this report, or has a side in it, by every name
that learners use: speaker_names.toml.
"""

import re
import tomllib
from pathlib import Path

from .patterns import search
from .saying import NOUN, PEOPLE, REPORT, SAYS, TELLS, speaks

_OURS = tomllib.loads(Path(__file__).with_name("speaker_names.toml").read_text(encoding="utf-8"))
# by what they are called in a reply; in patterns of english.plain, where US is written out
NAMES = {name: "|".join(patterns) for name, patterns in _OURS["names"].items()}
# by the id of a speaker, the NAMES under which learners may name it
CALLED = _OURS["called"]
# by which names a side of two accounts is meant, the more special ones first
SIDES = _OURS["side"]
# whose are the troops: where one of these has so many, it is no count of theirs
_ARMED = ("Russia", "the Kremlin", "Belarus")
_COUNTS = (
    r"(?:, [^,;.]{1,70},)? (?:puts?|sees?|gives?) (?:(?:over|up to|about|between|more than) )?\d"
)
_BOTH = rf" (?:both |also |all )?{TELLS}\b"
# somebody to whom a text hands something by “according to”, and who has no name here
_ANYBODY = re.compile(
    r"\baccording(?:ly)? to (?!(?:this|that|it|which|what|whom|its|we|you|one|i)\b)"
    r"((?:[\w'¤-]+ ?){1,3})"
)


def names_of(side):
    """str: pattern of the names of one of SIDES in a plain text."""
    return rf"\b(?:{'|'.join(side['names'])})(?![\w-])"


def others(text, mine):
    """str: the first source, other than those of `mine` and the report itself, to which a plain
    text hands what it says; "" where there is none.
    """
    free = re.sub(rf"\b(?:{mine})(?:'s)?(?![\w-])", "¤", text)
    free = re.sub(rf"¤'?s? (?:\w+ )?{PEOPLE}|{PEOPLE} (?:of|at|from|with) (?:the )?¤", "¤", free)
    free = re.sub(rf"¤ ({SAYS}) (?!that\b|on\b|in\b)", r"¤ \1 that ", free)  # left out
    for name, names in NAMES.items():
        if any(re.fullmatch(rf"(?:{mine})", one) for one in _plain_names(name)):
            continue
        if not search(rf"\b(?:{names})(?![\w-])", free):
            continue
        counted = name not in _ARMED and search(rf"\b(?:{names}){_COUNTS}", free)
        if counted or _beside(names, free) or speaks(free, names, strictly=True):
            return name
    return _nobody_known(free)


def _beside(names, free):
    """Whether somebody says so together with the right source, which is a ¤ in a text."""
    ways = (
        rf"¤ and (?:the )?(?:{names})(?![\w-]){_BOTH}",
        rf"\b(?:{names}) and (?:the )?¤{_BOTH}",
    )
    return " and " in free and any(search(way, free) for way in ways)


def _nobody_known(text):
    """str: somebody who is no source of the report, as “according to a general” has it; else ""."""
    for one in _ANYBODY.finditer(text):
        who = one[1].strip()
        if "¤" not in who and not re.search(
            rf"\b(?:{REPORT}|{NOUN}|un\w+|nobody|some\w*|anonym\w*|source)\b", who
        ):
            if not any(re.search(rf"\b(?:{names})\b", who) for names in NAMES.values()):
                return who
    return ""


def _plain_names(name):
    """list of str: a source's own name as it stands in a plain text."""
    lower = name.casefold()
    return [lower, lower.removeprefix("the "), lower.replace("us ", "united states ")]
