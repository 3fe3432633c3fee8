"""A rewritten sentence of the report: what it lacks, and what in it speaks against the report."""

import re
from datetime import date

from ..reading.days import day as written_day
from . import english
from .answer import ByRule
from .distances import misstated
from .foreign import foreign_words, respelt
from .of_one import unlike_text
from .quotations import marked, stands_in
from .speaker_names import REPORT, others
from .two_sides import misgiven

_OVER = r"(?:over|more than|above|at least|upwards of|exceed\w*|in excess of|no fewer than|beyond"
_OVER += r"|no less than|not (?:less|fewer) than|a minimum of|greater than|bigger than|larger than"
_OVER += r"|higher than|north of)"
_OVER_AFTER = r"(?: or more| and more|\+| plus| upwards| at least| \w+ or more| \w+ and more)"
_UP_TO = r"(?:up to|at most|(?:no|not) (?:more|greater|higher) than|as many as|a maximum of|maximum"
_UP_TO += r"|maximally|not over|not exceed\w*|a ceiling of|a limit of|up until|until|not above)"
_UP_TO_AFTER = r"(?:(?: \w+)?,? (?:at most|or fewer|or less|at the most|maximum|as a maximum))"
_ABOUT = r"(?:about|around|roughly|nearly|almost|approximately|exactly|some|circa|close to)"
BOUNDS = {"over": (_OVER, _OVER_AFTER), "up to": (_UP_TO, _UP_TO_AFTER)}
_DAY = r"20\d\d-\d\d-\d\d"
_SPOKE = r"(?:said|says|stated|states|told|announced|declared|claimed|warned|spoke"
_SPOKE += r"|estimate[sd]|count(?:s|ed)|assess(?:es|ed))"
_SPEAKS = r"(?:say|see|believe|think|count|estimate)"
_NEGATED = r"(?:not|never|no|hardly|without|nobody|none of)"


class Sentence(ByRule):
    """One rewritten sentence. Its `tick`s, in the order of the toml, each look at one thing; `need`
    names how, as NEEDS has it. words: how many it may have.
    """

    passed = "kept"

    def unlike(self, answer):
        """Blank for a text with something in it, else one sentence."""
        return unlike_text(answer)

    def missing(self, value):
        """One sentence for each tick that is not kept, each thing that speaks against the report,
        and a length above the limit.
        """
        text = english.plain(respelt(value, self.report))
        for tick in self.exercise["tick"]:
            yield from NEEDS[tick["need"]](text, tick, value, self.report)
        count = len(value.split())
        most = self.exercise["words"]
        if count > most:
            yield f"It has {count} words; {most} is the limit."


def _source(text, tick, _, report):
    """The right source is handed what is said, and no other is. beside_others, of the tick:
    somebody else may be told to have said something, too.
    """
    mine = "|".join(tick["of"])
    unnamed = tick.get("unnamed") and english.UNNAMED.search(text)
    if english.denies_saying(text, mine) and not unnamed:
        yield tick["denied"]
        return
    given = english.attributes(text, mine)
    wrong = "" if given and tick.get("beside_others") else others(text, mine)
    if wrong:
        yield f"You give it to {wrong}. {tick['wrong']}"
    elif not (unnamed or given):
        yield tick["missing"]


def _number(text, tick, *_):
    """One number with its bound, and no other number."""
    value = tick["value"]
    bound = tick["bound"]
    before, after = BOUNDS[bound]
    opposite = BOUNDS["over" if bound == "up to" else "up to"]
    figure = rf"(?:the |a |an |its |their |is |of )?{value}(?!\d)"
    there = value in english.numbers(text)
    if there and re.search(rf"\b{_NEGATED} {figure}", text):
        yield f"Your sentence denies the number; the report prints “{bound} {value:,}”."
    elif there and _has(text, figure, value, (before, after)):
        pass
    elif there and _has(text, figure, value, opposite):
        yield f"You turned the bound round: the report prints “{bound} {value:,}”."
    else:
        yield tick["missing"]
    yield from _no_others(text, [value, *tick.get("besides", [])])


def _has(text, figure, value, bound):
    before, after = bound
    return re.search(rf"\b{before} (?:\w+ )?{figure}", text) or re.search(
        rf"(?<!\d){value}(?: \w+)?{after}", text
    )


def _range(text, tick, *_):
    """Two printed ends, and no number between them."""
    low = tick["low"]
    high = tick["high"]
    found = english.numbers(text)
    if low not in found or high not in found:
        yield tick["missing"]
    loose = r"(?:over|more than|above|less than|fewer than|under|below|about|up to|at most)"
    if re.search(rf"(?<!no )(?<!not )\b{loose} (?:the )?{low}(?!\d)", text):
        yield f"{low:,} is printed as an end of the range. Leave out what you put before it."
    above = re.search(rf"(?<!no )(?<!not )\b(?:over|more than|above|at least) {high}(?!\d)", text)
    if above or re.search(rf"(?<!\d){high}{_OVER_AFTER}", text):
        yield f"{high:,} is the upper end. Nobody speaks of more."
    yield from _no_others(text, [low, high, *tick.get("besides", [])])


def _no_others(text, known):
    """One sentence for a number that is not among those that are known."""
    strange = [n for n in english.numbers(text) if n not in known and n > 4]
    if strange:
        yield f"{strange[0]:,.10g} is a number that nobody printed here. Take it out."


def _day(text, tick, *_):
    """The day of the report, or the day that is spoken of; and no wrong one."""
    known = [tick["day"], *tick.get("besides", [])]
    found = english.days(text)
    wrong = [day for day in found if day not in known]
    if wrong:
        yield f"{_in_words(wrong[0])} is another day. {tick['missing']}"
    elif tick["day"] not in found and not _any(text, tick.get("or", [])):
        yield tick["missing"]


def _day_of_the_report(text, tick, *_):
    """The day is that of the report, and not the one on which its source is said to have spoken."""
    if re.search(rf"\b{REPORT}\b", text):
        return
    mine = "|".join(tick["of"])
    ways = (
        rf"\b(?:on|as of|this) {_DAY},? (?:the |a )?(?:{mine}),? {_SPOKE}\b",
        rf"\b(?:{mine})(?:, [^,]{{1,60}},)? {_SPOKE} (?:publicly |officially )?on {_DAY}",
        rf"\b{_SPOKE},? on {_DAY}",
        rf"\b(?:{mine})(?:, [^,]{{1,60}},)? {_SPEAKS}s?,? (?:that )?on {_DAY}",
        rf"\b{_SPOKE} (?:the )?(?:{mine}) on {_DAY}",
    )
    if _any(text, ways):
        yield tick["wrong"]


def _in_words(day):
    """str: "11 February 2022" of "2022-02-11"."""
    try:
        return written_day(date.fromisoformat(day))
    except ValueError:  # a day that no calendar has
        return day


def _says(text, tick, *_):
    """One of some expressions stands in the sentence."""
    if not _any(text, tick["any"]):
        yield tick["missing"]


def _not(text, tick, *_):
    """None of some expressions stands in the sentence."""
    if _any(text, tick["none"]) and not _any(text, tick.get("unless", [])):
        yield tick["wrong"]


def _any(text, patterns):
    return any(re.search(pattern, text) for pattern in patterns)


def _marks(text, tick, value, report):
    """Whatever stands between quotation marks stands in the source card too."""
    traced = report.sources.at[tick["card"], "quote"]
    if not all(stands_in(quoted, traced) for quoted in marked(value)):
        yield tick["missing"]


def _distances(text, tick, value, report):
    """Each distance between two places is what the lesson computes."""
    yield from misstated(text, report)


def _accounts(text, tick, value, report):
    """Each account is given what it says, and is quoted on nothing that it is said not to be."""
    yield from misgiven(text, report, tick["telling"], tick.get("also", ""))


def _foreign(text, tick, value, report):
    """No word that neither the report has nor a sentence about a report needs."""
    words = foreign_words(text, report, tick.get("also", ""))
    if words:
        listed = "”, “".join(words[:3])
        yield f"“{listed}” is not in the report. Write only what it says."


NEEDS = {
    "day of the report": _day_of_the_report,
    "source": _source,
    "number": _number,
    "range": _range,
    "day": _day,
    "says": _says,
    "not": _not,
    "marks": _marks,
    "distances": _distances,
    "foreign": _foreign,
    "accounts": _accounts,
}
