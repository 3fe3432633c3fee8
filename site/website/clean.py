"""What of a cell's HTML may stand on a page: a short list of harmless tags, so that no text of a
report can become more than text.
"""

import re

import bleach

OURS = {
    "*": ["class", "id"],
    "a": ["href"],
    "img": ["alt", "width", "height", "src", "loading"],
    "th": ["scope", "colspan", "rowspan"],
    "td": ["colspan", "rowspan"],
    "tbody": ["data-at"],
    "div": ["tabindex", "role", "aria-label"],
    "span": ["aria-hidden"],
    "details": ["open", "data-words"],
    "p": ["lang"],
    "ol": ["start"],
}
TAGS = set(
    """a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 hr i img li mark
    ol p pre small span strong sub summary sup table tbody td th thead tr u ul wbr""".split()
)
PICTURE = re.compile(r"(?:\.\./)?pictures/[\w.-]+\.png")


def safe(content):
    """str: some HTML, of which only the tags and attributes remain that a page needs; anything else
    becomes visible text.
    """
    protocols = {"http", "https", "mailto"}
    return bleach.Cleaner(tags=TAGS, attributes=_allowed, protocols=protocols).clean(content)


def _allowed(tag, name, value):
    """Whether an attribute may stay."""
    if name == "src" and not PICTURE.fullmatch(value):
        return False
    return name in OURS["*"] + OURS.get(tag, [])
