"""Whether the quotes that a learner compares answer one question, and the one that is asked."""

import re
from itertools import combinations

from .empty_cells import TOPICS
from .patterns import search
from .quotations import outside_marks
from .wording import has

# what a text tells of a quote: which question it answers
_TELLS = r"\b(?:says?|tells?|gives?|names?|about|speaks? of|talks? of|only of|has|is on)"
_TELLS += r" (?:(?:only|just|us) )*"
_QUESTIONS = (
    r"(?:how many|how strong|(?:a |the )?(?:numbers?|figures?)|the size|weapons|troops)\b",
    r"(?:when|how long|(?:a |the )?(?:days?|dates?|time))\b",
    r"(?:where|(?:a |the )?places?|how far)\b",
    r"(?:the )?(?:sea|ships)\b",
    r"(?:why|what for|what [^.;,]{1,30} for|(?:a |the )?(?:purpose|aim|reason))\b",
)
# with what a text begins that says on which topic it is
_LEAD = r"^[^,;:.?\"]{0,12}?\b(?:on|about|at|regarding|concerning|for|when it comes to)"
_LEAD += r" (?:the |its |their )?(?:question of |topic of )?(?:\w+ )?"
_LEAD = rf"(?:{_LEAD}|^(?:the |my question(?: is|:) )?)"
_ASKED = {
    "sea": rf"{_LEAD}({TOPICS['sea']})\b",
    "purpose": rf"{_LEAD}(purposes?|aims?)\b|^(?:for )?(what [^,;.]{{2,30}} for|why)\b",
    "forces": rf"{_LEAD}(forces|numbers?|sizes?|strength)\b|^(how (?:many|strong))\b",
    "timing": rf"{_LEAD}(timing|time)\b|^(?:by )?(when)\b",
    "place": rf"{_LEAD}(places?|distances?)\b|^(where|how far)\b",
}


def are_apart(text, quoted, report):
    """bool: whether a plain text compares quotes that answer different questions: it tells so of
    them, or one of them answers another than the one that it asks. quoted: list of Run.
    """
    others = [run for run in quoted if _is_of_an_account(run, report)]
    topics = [topics_of(run.claims, report) for run in others]
    topic = _asked(text)[0]
    if topic and any(topic in one for one in topics) and len(topics) > 1:
        return not all(topic in one for one in topics)
    return _tells_of_two(text) and _never_meet(quoted, report)


def _is_of_an_account(run, report):
    """Whether a quote is of somebody, and not of the text's own voice."""
    accounts = set(report.claims.loc[list(run.claims), "account"])
    return bool(accounts - {"reporter"})


def _tells_of_two(text):
    """Whether a plain text tells of its quotes that they answer two different questions."""
    own = outside_marks(text)
    return sum(has(_TELLS + words, own) for words in _QUESTIONS) > 1


def _never_meet(quoted, report):
    """Whether there are quotes of which no two have a topic in common."""
    of = [set(run.claims) for run in quoted if run.claims]
    pairs = [(one, other) for one, other in combinations(of, 2) if not one & other]
    shared = [topics_of(one, report) & topics_of(other, report) for one, other in pairs]
    return bool(pairs) and not any(shared)


def asked_otherwise(text, quoted, report):
    """str: the topic with which a plain text begins, where none of its quotes is on it; else ""."""
    topic, words = _asked(text)
    answered = [topics_of(run.claims, report) for run in quoted if run.claims]
    return words if answered and not any(topic in topics for topics in answered) else ""


def _asked(text):
    """(str, str): the topic with which a plain text begins, and how it calls it; blank where it
    begins with none.
    """
    for topic, asked in _ASKED.items():
        if where := search(asked, text):
            return topic, next(filter(None, where.groups()))
    return "", ""


def topics_of(ids, report):
    """set of str: the topics of some claims, and those under which we take them too."""
    rows = report.claims.loc[list(ids), ["topic", "accepted"]].to_numpy().ravel()
    return {topic for cell in rows for topic in re.findall(r"\w+", str(cell))} - {"nan"}
