"""Four things that a report of one's own should have, each told in a sentence: passed, or what is
missing and where.
"""

from dataclasses import dataclass

from ..reading.alike import asked_about
from ..reading.numerals import agreeing, so_many
from ..reading.scaled import with_scale
from ..reading.scope import FIELDS, split_by_scope
from ..reading.when import told
from .asked import BLANKS, part, parted
from .reference import units
from .typed_ends import not_kept

BOXES = dict(unit="unit", population="who or what", place="where", status="doing what")
STAY = "They stay blank"  # the button beside the gate


@dataclass(frozen=True)
class Gate:
    """One thing that a report should have. says: what is there, or what is missing and where."""

    passed: bool
    says: str

    def __str__(self):
        return f"{'Passed' if self.passed else 'Missing'}: {self.says}."


@dataclass(frozen=True, repr=False)
class Gates:
    """The things that a report should have. gates: tuple of Gate."""

    gates: tuple

    def __repr__(self):
        return "\n".join(map(str, self.gates))


def gates(report):
    """Gates of a report: claims, their speakers, scopes of numbers, traces."""
    return Gates((_claims(report), _speakers(report), _scopes(report), _traces(report)))


def _claims(report):
    if report.claims.empty:
        return Gate(False, "there is no claim yet")
    count = len(report.claims)
    return Gate(True, f"each of the {count} quotes stands in one place of its paragraph")


def _speakers(report):
    sourcing = report.claims["sourcing"]
    unsaid = [key for key, claim in report.numbers["from"].items() if not sourcing[claim]]
    if unsaid:
        who = _by_speaker(report, unsaid)
        row = "its row" if len(unsaid) < 2 else "one row of each speaker"
        return Gate(
            False,
            f"can one ask the speaker? Nobody has said so for {'; '.join(who)}. In the"
            f" Claim bench, press Change beside {row} and choose “Who that is” at step 2",
        )
    count = len(report.numbers)
    if not count:
        return Gate(True, "there is no number yet, so none lacks a source")
    return Gate(True, f"each of the {count} numbers has a source or says that it has none")


def _scopes(report):
    for key, (mine, said) in not_kept(report).items():
        return Gate(
            False,
            f"{_where(report, [key])}: the words say {said}, and {mine} was typed. Change"
            " its row in the Claim bench, and answer there which of them holds",
        )
    for field, one, other in perhaps_the_same(report):
        return Gate(
            False,
            f"{field}: do “{one}” and “{other}” mean the same? In the Claim bench, under “Saved so"
            f" far”, press Change beside {_asked_at(report, field, one, other)}: it asks you there",
        )
    blanks = unsaid_blanks(report)
    if blanks:
        return Gate(
            False,
            "are these boxes blank because they do not apply, or because the text does not say it?"
            f" Nobody has said so: {_by_boxes(report, blanks)}.{_untimed(report, ' N')} In the"
            " Claim bench, fill in what the text says; what is blank for good reason may stay so:"
            f" press “{STAY}” beside the gates",
        )
    if report.numbers.empty:
        return Gate(True, "there is no number yet, so no axis has mixed scopes")
    left = _vague(report.numbers)
    alone = f"; what is blank stays so, and shares no axis: {_where(report, left)}" if left else ""
    return Gate(True, f"{_on_axes(report)}{alone}{_untimed(report, '; n').rstrip('.')}")


def _on_axes(report):
    """str: how many numbers stand on how many axes, as the chart of numbers counts them; and those
    of which no figure can be read.
    """
    numbers = report.numbers
    unread = [key for key in numbers.index if report.interval(key).is_open]
    drawn = numbers.drop(unread)
    of_all = f"{len(drawn)} of " if unread else ""
    axes = so_many(len(split_by_scope(drawn)), "axis", "axes")
    on_axes = f"{of_all}{so_many(len(numbers), 'number')} on {axes}, " if len(drawn) else ""
    if not unread:
        return f"{on_axes}none of mixed scope"
    these = agreeing(len(unread), "it", "them")
    no_figure = f"no figure can be read from {_where(report, unread)}, so no axis shows {these}"
    return f"{on_axes}none of mixed scope; {no_figure}"


def _untimed(report, begins):
    """str: the numbers of the learner's own of which no row says a time or a day, as a sentence;
    blank where each says one. begins: its first sign.
    """
    rows = report.numbers.iterrows()
    keys = [] if report.complete else [key for key, row in rows if not told(row)]
    said = f"{begins}o time or day is said of {_where(report, keys)}, which is no fault."
    return said if keys else ""


def _by_speaker(report, keys):
    """list of str: the speakers of some numbers, each with the ids of the claims: others (C02)."""
    found = {}
    for claim in dict.fromkeys(report.numbers.loc[keys, "from"]):
        found.setdefault(report.claims.loc[claim, "who"], []).append(claim)
    return [f"{who} ({', '.join(claims)})" for who, claims in found.items()]


def _by_boxes(report, blanks):
    """str: numbers by the boxes that they leave blank: where and doing what: C02 (…)."""
    found = {}
    for key, boxes in blanks.items():
        found.setdefault(" and ".join(boxes), []).append(key)
    return "; ".join(f"{boxes}: {_where(report, keys)}" for boxes, keys in found.items())


def unsaid_blanks(report):
    """dict: the id of a number -> list of the boxes of its scope that are blank, so that it shares
    no axis with another, and of which nobody has said that they stay so.
    """
    stay = parted(report.folder)
    found = {key: _blank_in(report.numbers.loc[key]) for key in _vague(report.numbers)}
    return {key: boxes for key, boxes in found.items() if _said_blank(key, boxes) not in stay}


def keep_blank(report):
    """Keeps that what is blank now stays so. Raises Problem where nothing can be written."""
    for key, boxes in unsaid_blanks(report).items():
        part(report.folder, *_said_blank(key, boxes))


def _said_blank(key, boxes):
    """list of str: as asked.json keeps that the boxes of a number stay blank."""
    return [BLANKS, key, ", ".join(boxes)]


def _blank_in(number):
    """list of str: the boxes of the scope of a number that are blank, as the form calls them."""
    return [box for field, box in BOXES.items() if not number[field]]


def _asked_at(report, field, *both):
    """str: the id of a claim in whose form one of two words of a scope stands."""
    first = report.numbers.drop_duplicates("from")  # a form has the first number of a claim
    rows = first if first[field].isin(both).any() else report.numbers
    return rows.loc[rows[field].isin(both), "from"].iloc[-1]


def perhaps_the_same(report):
    """Yields (field, one, other): words of two scopes of a report of the learner's own that may
    mean the same, and nobody has said whether they do.
    """
    if report.complete:
        return
    apart = parted(report.folder)
    for field, *both, why in asked_about(report.numbers, FIELDS, units(), apart):
        if not why.startswith("one says more"):
            yield field, *both


def _vague(numbers):
    """list of ids: numbers with a blank in their scope, so that they share no axis."""
    return list(numbers.index[(numbers[list(FIELDS)] == "").any(axis=1)])


def _traces(report):
    addresses = report.sources["url"]
    full = [key for key, card in report.traces["card"].items() if addresses[card]]
    if not full:
        return Gate(
            False,
            "no claim is traced to a source card with an address",
        )
    claims = ", ".join(report.traces.loc[full, "claim"])
    return Gate(True, f"traced to an address and a day: {claims}")


def _where(report, keys):
    """str: numbers by the ids of their claims, their words and paragraphs."""
    rows = report.numbers.loc[keys]
    return ", ".join(
        f"{row['from']} ({with_scale(row)}, paragraph {row['paragraph']})"
        for _, row in rows.iterrows()
    )
