"""A rewritten sentence of the report: what it lacks, and what in it speaks against the report."""

import re
from datetime import date

from ..reading.days import day as written_day
from . import english
from .answer import ByRule, Judged
from .distances import has_both_ends, misstated
from .foreign import foreign_words, respelt
from .misquotes import misquotes
from .of_one import unlike_text
from .quotations import marked, stands_in
from .saying import REPORT, denies_saying, speaks, tells_unnamed
from .speaker_names import others
from .turns import turns
from .two_sides import misgiven
from .wording import WORDS, every, found, has

_OVER = r"(?:over|more than|above|at least|upwards of|exceed\w*|in excess of|no fewer than|beyond"
_OVER += r"|no less than|not (?:less|fewer) than|a minimum of|greater than|bigger than|larger than"
_OVER += r"|higher than|north of)"
_OVER_AFTER = r"(?: or more| and more|\+| plus| upwards| at least| \w+ or more| \w+ and more)"
_UP_TO = r"(?:up to|at most|(?:no|not) (?:more|greater|higher) than|as many as|a maximum of|maximum"
_UP_TO += r"|maximal(?:ly)?|not over|not exceed\w*|a ceiling of|a limit of|until|not above)"
_UP_TO_AFTER = r"(?: is the (?:most|maximum|highest|limit|ceiling)"
_UP_TO_AFTER += r"|(?: \w+)?,? (?:at most|or fewer|or less|at the most|maximum|as a maximum))"
_ABOUT = r"(?:about|around|roughly|nearly|almost|approximately|exactly|some|circa|close to)"
MANY = 2  # of the words of a sentence
_SPOKE = rf"(?:{WORDS['speech']}|estimate[sd]|assess(?:es|ed)|count(?:s|ed)?|calculat\w+|puts?"
_SPOKE += r"|believ\w+|thinks?|thought|gives?|gave|sees?|saw|expect\w*)"
BOUNDS = {"over": (_OVER, _OVER_AFTER), "up to": (_UP_TO, _UP_TO_AFTER)}
_DAY = r"20\d\d-\d\d-\d\d"
# bodies of troops that stand behind a number, as if they were counted, and not the people in them
_BODIES = r"(?<![\d-])(?!20\d\d )\d{4,} (?:(?:russian|battalion|tactical|military|army|combat|armed"
_BODIES += r"|whole|strong|different|separate|new) ){0,3}"
_BODIES += (
    r"(?:groups|units|battalions|brigades|divisions|regiments|formations|armies|contingents)\b"
)
_BODIES += r"(?! (?:members|of (?:men|people)|<troops>))"
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
        yield from misquotes(value, self.report)
        count = len(value.split())
        most = self.exercise["words"]
        if count > most:
            yield f"It has {count} words; {most} is the limit."

    def judged(self, answer):
        """As by every rule; what is kept and leaves something out that nobody asked for is told."""
        judged = super().judged(answer)
        if judged.verdict != self.passed:
            return judged
        text = english.plain(respelt(answer, self.report))
        notes = [tick["note"] for tick in self.exercise["tick"] if _is_noted(text, tick)]
        return Judged(judged.verdict, ". ".join([judged.says, *notes]))


def _source(text, tick, _, report):
    """The right source is handed what is said, and no other is. beside_others, of the tick:
    somebody else may be told to have said something, too. doubted: to doubt it is to deny it.
    """
    mine = "|".join(tick["of"])
    unnamed = tick.get("unnamed") and tells_unnamed(text)
    denied = denies_saying(text, mine, tick.get("doubted", False))
    if denied and (not unnamed or found(r"\bden(?:y|ies|ied)\b", text)):
        yield tick["denied"]
        return
    given = speaks(text, mine)
    wrong = _wrong_source(text, tick, unnamed, given)
    if wrong:
        yield f"You give it to {wrong}. {tick['wrong']}"
    elif not (unnamed or given):
        yield tick["missing"]


def _wrong_source(text, tick, unnamed, given):
    """str: to whom a text hands what it says, and should not; else "". perhaps, of the tick: those
    who may have said it, and are named only where the text says that it is left open.
    """
    mine = "|".join(tick["of"])
    if "perhaps" in tick and unnamed:
        mine = "|".join([mine, *tick["perhaps"]])
    return "" if given and tick.get("beside_others") else others(text, mine)


def _is_noted(text, tick):
    """Whether a tick has a note, and a text names no source but the report itself."""
    return "note" in tick and not tells_unnamed(text)


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
    there = english.numbers(text)
    if low not in there or high not in there:
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
    if strange := english.unknown(text, known):
        yield f"{strange[0]:,.10g} is a number that nobody printed here. Take it out."


def _numbers(text, tick, *_):
    """No number but those that the tick knows."""
    yield from _no_others(text, tick.get("besides", []))


def _day(text, tick, *_):
    """The day of the report, or the day that is spoken of; and no wrong one."""
    known = [tick["day"], *tick.get("besides", [])]
    named = english.days(text)
    wrong = [day for day in named if day not in known]
    if wrong:
        yield f"{_in_words(wrong[0])} is another day. {tick['missing']}"
    elif tick["day"] not in named and not _any(text, tick.get("or", [])):
        yield tick["missing"]


def _day_of_the_report(text, tick, *_):
    """The day is that of the report, and not the one on which its source is said to have spoken.
    after, of the tick: nor where it stands behind what the source says.
    """
    mine = "|".join(tick["of"])
    if found(rf"\b{REPORT}\b|\b(?:reported|quoted|cited|printed|in print)\b", text):
        return
    after = (rf"\b(?:{mine})(?:,[^,]{{1,60}},)? {_SPOKE}\b.*\bon (?:\w+, )?{_DAY}",)
    ways = (
        rf"\b(?:on|as of|this) {_DAY},? (?:the |a )?(?:{mine})(?:,[^,]{{1,60}})?,? {_SPOKE}\b",
        rf"\b(?:{mine})(?:, [^,]{{1,60}},)? {_SPOKE} (?:publicly |officially )?on {_DAY}",
        rf"\b{_SPOKE},? on {_DAY}",
        rf"\b(?:{mine})(?:, [^,]{{1,60}},)? {_SPOKE},? (?:that )?on {_DAY}",
        rf"\b{_SPOKE} (?:the )?(?:{mine}) on {_DAY}",
    )
    if _any(text, ways) or tick.get("after") and _any(text, after):
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
    return any(has(pattern, text) for pattern in patterns)


def _turns(text, tick, *_):
    """One thing is said to go up, or another down, and neither the other way round."""
    ways = turns(text, tick["up"], tick["down"])
    if ways - {("up", "up"), ("down", "down")}:
        yield tick["wrong"]
    elif not ways:
        yield tick["missing"]


def _marks(text, tick, value, report):
    """Whatever stands between quotation marks stands in the source card too."""
    traced = report.sources.at[tick["card"], "quote"]
    if not all(stands_in(quoted, traced) for quoted in marked(value)):
        yield tick["missing"]


def _both_ends(text, tick, value, report):
    """Two places are named, or one of some expressions stands in the sentence."""
    if not has_both_ends(text, report) and not _any(text, tick["any"]):
        yield tick["missing"]


def _distances(text, tick, value, report):
    """Each distance between two places is what the lesson computes."""
    yield from misstated(text, report)


def _accounts(text, tick, value, report):
    """Each account is given what it says, and is quoted on nothing that it is said not to be."""
    yield from misgiven(text, value, report, tick["telling"], tick.get("also", ""))


def _foreign(text, tick, value, report):
    """Nothing that is an opinion or looks back, and hardly a word that neither the report has nor a
    sentence about a report needs: no name, nobody else who is counted, and two others at most.
    """
    if own := found(r"\b<ours>\b", text):
        yield f"Leave out what is yours, “{own[0]}”. Write only what the report says."
    later = found("<hindsight>", re.sub(_DAY, "", text))
    if later and not tick.get("looks_back"):
        yield f"“{later[0]}” looks back from a later day. Write what the report says."
    yield from _strange(text, foreign_words(text, report, tick.get("also", "")), value)


def _strange(text, strange, value):
    """One sentence for words that are not the report's, or for things that are counted."""
    told = [one[0] for one in every(r"\b<charged>\b", text)]
    told += [word for word in strange if _is_a_name(word, value) or _is_counted(word, text)]
    if told or len(strange) > MANY:
        listed = "”, “".join(dict.fromkeys([*told, *strange][:3]))
        yield f"“{listed}” is not in the report. Write only what it says."
    elif thing := found(rf"(?:\d{{3,}}|numbers? of) (?:[\w-]+ ){{0,2}}?<things>\b|{_BODIES}", text):
        yield f"You wrote “{thing[0]}”. The report counts people."


def _is_a_name(word, value):
    """Whether a word stands in a sentence with a large letter, other than at its beginning."""
    return bool(re.search(rf"(?<=[a-z,;] ){word.capitalize()}\b", value))


def _is_counted(word, text):
    """Whether a word stands behind a number, as what is counted."""
    return bool(re.search(rf"\d{{3,}} (?:russian |more |new )?{re.escape(word)}\b", text))


NEEDS = {
    "day of the report": _day_of_the_report,
    "source": _source,
    "number": _number,
    "range": _range,
    "numbers": _numbers,
    "day": _day,
    "says": _says,
    "not": _not,
    "turns": _turns,
    "marks": _marks,
    "both ends": _both_ends,
    "distances": _distances,
    "foreign": _foreign,
    "accounts": _accounts,
}
