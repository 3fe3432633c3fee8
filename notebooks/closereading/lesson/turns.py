"""What goes up and what goes down in a sentence: “more forces and less warning time”."""

import re

from .wording import WORDS, every, found

_PARTS = re.compile(r"[,;:.–]|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bwith\b")
_AGENT = r"\b(?:by|from|against|of an? \w+ by) (?:the )?(?:\w+ )?$"
# a way that is said first, and its thing in a later part: “With the words “going up” he …”
_FIRST = r"\b(?:going|upwards?|downwards?|up|down|increasing|decreasing|growing|rising|falling"
_FIRST += r"|shrinking|shorter|longer|bigger|smaller|fewer)\b"
_DOUBLED = rf"\b(?:(\w+),? and \1|({WORDS['up']}) and (?={WORDS['up']}\b)"
_DOUBLED += rf"|({WORDS['down']}) and (?={WORDS['down']}\b))"
_OPPOSITE = {"up": "down", "down": "up"}


def turns(text, up, down):
    """set of (what, way): "up" or "down" for each of two things, and the way that it is said to go.
    up, down: patterns of their names in a plain text. A way that is denied is the other way.
    """
    found_ways = set()
    ahead = set()
    last = ""
    text = re.sub(r"\badd(?:s|ed|ing)? that\b", "says that", text)
    text = re.sub(_DOUBLED, lambda one: f"{one[1] or one[2] or one[3]} ", text)
    for part in _PARTS.split(text):
        things = _things(part, up, down)
        for way, at in _ways(part):
            thing = _nearest(at, things) or last
            if thing:
                found_ways.add((thing, way))
            elif found(_FIRST, part):
                ahead.add(way)
        last = things[-1][1] if things else last
    return found_ways or _of_the_first(ahead, _things(text, up, down))


def _of_the_first(ways, things):
    """set of (what, way): the ways that were said before anything, given to the first thing."""
    return {(things[0][1], way) for way in ways} if things else set()


def _things(part, up, down):
    """list of (place, "up" or "down"): what is named in a part, in its order."""
    named = [
        (one.start(), "up") for one in every(up, part) if not found(_AGENT, part[: one.start()])
    ]
    return sorted(named + [(one.start(), "down") for one in every(down, part)])


def _nearest(place, things):
    """str: which of some things is named nearest to a place; "" where there is none."""
    return min(things, key=lambda thing: abs(thing[0] - place))[1] if things else ""


def _ways(part):
    """Generator of (way, place): the words for up and down in a part; turned round by a “not”."""
    denied = bool(found(r"\b(?:not|never|no longer|no more|no|stop\w*|hardly)\b", part))
    for way in ("up", "down"):
        for one in every(rf"\b{WORDS[way]}\b", part):
            yield (_OPPOSITE[way] if denied else way), one.start()
    for one in every(rf"\b{WORDS['steady']}\b", part):
        yield "steady", one.start()
