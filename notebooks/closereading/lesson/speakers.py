"""Who can be given as the source of a sentence of this report, by every name that learners use."""

import re

from .english import attributes

# by what they are called in a reply; in patterns of english.plain, where US is written out
NAMES = {
    "Janes": r"jane'?s|(?:the |a )?(?:defence |defense )?think[- ]?tank(?: janes)?",
    "US officials": r"(?:united states|american) officials|officials (?:in|from|of) (?:the )?"
    r"(?:united states|america|washington)",
    "the United States": r"(?:the )?united states(?: government| administration)?|washington|"
    r"america|americans?|(?:the )?white house|(?:the )?pentagon|biden",
    "Stoltenberg": r"(?:jens )?stoltenberg|nato(?:'s)?(?: secretary[- ]general| chief| head)?"
    r"(?: jens)?(?: stoltenberg)?|(?:the )?secretary[- ]general|(?:the )?head of nato",
    "Reznikov": r"(?:oleksiy )?reznikov|(?:ukraine's|the ukrainian) (?:defence |defense )?minister",
    "Ukrainian officials": r"ukrain\w+ (?:officials?|government|authorities|politicians?|leaders?)"
    r"|ukraine(?:'s (?:officials|government|authorities))?|officials (?:in|from|of) (?:kyiv|kiev|"
    r"ukraine)|kyiv(?:'s (?:officials|government))?|kiev|ukrainians?|"
    r"(?:the )?government (?:of|in) (?:ukraine|kyiv)",
    "the Kremlin": r"(?:the )?kremlin(?:'s)?(?: spokes\w+)?|(?:dmitry )?peskov|moscow"
    r"|(?:vladimir )?putin",
    "Russia": r"russia(?!n)(?:'s (?:\w+ )?(?:ministry|minister|government|officials|president"
    r"|authorities))?|russian (?:\w+ )?(?:ministry|minister|government|officials|president"
    r"|authorities|side|leaders?)|(?:the )?russians|(?:the )?(?:defen[cs]e )?ministry|lavrov"
    r"|shoigu",
    "Belarus": r"belarus(?!ian)(?:'s (?:\w+ )?(?:ministry|minister|government|officials))?"
    r"|belarusian (?:\w+ )?(?:ministry|minister|government|officials)|minsk|lukashenko|makei",
    "analysts": r"(?:some |independent |military |unnamed )*(?:analysts?|experts?)",
    "Western countries": r"(?:some )?western (?:countries|governments|officials|states|leaders)"
    r"|the west",
    "intelligence": r"(?:\w+ )?intelligence(?: services?| reports?)?",
    "officials": r"(?<!states )(?<!american )(?<!ukrainian )(?<!russian )(?<!western )officials",
    "the media": r"cnn|reuters|tass|bbc|the media|the newspapers?|journalists",
}
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
        if attributes(free, names, strictly=True):
            return name
    return ""


def _plain_names(name):
    """list of str: a source's own name as it stands in a plain text."""
    lower = name.casefold()
    return [lower, lower.removeprefix("the "), lower.replace("us ", "united states ")]
