"""Who can be given as the source of a sentence of this report, or has a side in it, by every name
that learners use: speaker_names.toml.
"""

import re
import tomllib
from pathlib import Path

from .english import SAYS, attributes

_OURS = tomllib.loads(Path(__file__).with_name("speaker_names.toml").read_text(encoding="utf-8"))
# by what they are called in a reply; in patterns of english.plain, where US is written out
NAMES = {name: "|".join(patterns) for name, patterns in _OURS["names"].items()}
# by the id of a speaker, the NAMES under which learners may name it
CALLED = _OURS["called"]
# by which names a side of two accounts is meant, the more special ones first
SIDES = _OURS["side"]
REPORT = (
    r"(?:this |the |a |one |news |unsigned )*(?:reports?|articles?|texts?|reporters?|writers?"
    r"|authors?|papers?|paragraph(?: \d+)?|journalist|newspaper|news|story|sentence)"
)


def others(text, mine):
    """str: the first source, other than those of `mine` and the report itself, to which a plain
    text hands what it says; "" where there is none.
    """
    for name, names in NAMES.items():
        if any(re.fullmatch(rf"(?:{mine})", one) for one in _plain_names(name)):
            continue
        free = re.sub(rf"\b(?:{mine})(?:'s)?(?![\w-])", "¤", text)
        free = re.sub(rf"¤ ({SAYS}) (?!that\b|on\b|in\b)", r"¤ \1 that ", free)  # left out
        if attributes(free, names, strictly=True):
            return name
    return ""


def _plain_names(name):
    """list of str: a source's own name as it stands in a plain text."""
    lower = name.casefold()
    return [lower, lower.removeprefix("the "), lower.replace("us ", "united states ")]
