"""The sentences of a paragraph, and where a stop ends none."""

import re

_SENTENCE = re.compile(r"(?<=[.!?…])([\"'”’»)]*)\s+(?=[\"'“‘«(]*[^\W\d_a-z]|\d)")
# a stop that ends no sentence: U.S. District · S. Martinez · Mr. Lund · Aug. 5
_SHORT = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|vs|No"
    r"|Nos|Art|Inc|Corp|Co|Ltd|Bros|Fr|SFr|Rs|kr|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\Z"
)
_BEGINS = re.compile(  # a word that does begin one, behind such a stop
    r"(?:The|A|An|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our|In|On|At"
    r"|By|For"
    r"|From|But|And|If|When|While|After|Before|As|There|Some|Many|Most|All|No|One)\b"
)


def sentences(text):
    """list of (start, end): the sentences of a paragraph; a row of a table is one."""
    stops = [m for m in _SENTENCE.finditer(text) if not _goes_on(text, m)]
    edges = [0, *(at for m in stops for at in (m.end(1), m.end())), len(text)]
    spans = zip(edges[::2], edges[1::2])
    return [span for span in (trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _goes_on(text, match):
    """bool: whether a stop belongs to a short form, and its sentence goes on behind it."""
    short = _SHORT.search(text, max(0, match.start() - 6), match.start())
    return bool(short) and not _BEGINS.match(text, match.end())


def trimmed(text, start, end):
    """(start, end) without blanks at both ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
