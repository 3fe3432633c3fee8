"""The four questions that a reader asks before comparing two claims: the same people, the same
place, the same day, the same sense?
"""

from .scope import accepted, two_alike
from .when import are_apart, are_same, days_meant, shown_day, told

# what is asked -> (the column of scopes.csv, the column of numbers.csv) that answers it
_FIELDS = {
    "the same people or things": ("people", "population"),
    "the same place": ("place", "place"),
    "the same day": ("day", "counted_on"),
    "the same sense": ("sense", "status"),
}
ASKED = tuple(_FIELDS)
SENSE = ASKED[-1]  # the one that asks whether something is so, or only could be
YES = "yes"
NO = "no"
EITHER = "it depends"
UNSAID = "the text does not say"
ONLY_YOU = "only you can say"  # both rows say it, and the program cannot compare what they say


def same_scope(report, first, second):
    """dict: question of ASKED -> (YES, EITHER, NO, UNSAID or ONLY_YOU, what the first speaks of,
    what the second speaks of); empty where nobody coded one of the claims. What stands in
    scopes.csv counts; without it the scope of a number in each: of several, of two on one axis.
    """
    rows = report.scopes.set_index("claim")
    if {first, second} <= set(rows.index):
        both = (rows.loc[first], rows.loc[second])
        return {asked: _coded(*both, fields[0]) for asked, fields in _FIELDS.items()}
    numbers = two_alike(report.numbers, first, second)
    if len(numbers) != 2:
        return {}
    both = [row for _, row in numbers.iterrows()]
    return {asked: _counted(*both, fields[1]) for asked, fields in _FIELDS.items()}


def turns_on(scope):
    """(question, answer, first, second): on which of the four questions the relation of two claims
    turns: the first that has a no, else the first that depends; None where all have a yes or are
    not said. scope: dict as of same_scope.
    """
    for wanted in (NO, EITHER):
        for asked, (answer, *both) in scope.items():
            if answer == wanted:
                return asked, answer, *both
    return None


def _coded(one, other, field):
    """(whether a field of two rows of scopes.csv is the same, what it is of each); where that
    depends on how one of them is read, all that it may be.
    """
    codings = [[part.strip() for part in row[field].split("|")] for row in (one, other)]
    told = (codings[0][0], codings[1][0])
    if not all(told):
        return UNSAID, *told
    if told[0] == told[1]:
        return YES, *told
    if set(codings[0]) & set(codings[1]):
        return EITHER, *(", or ".join(coding) for coding in codings)
    return NO, *told


def _counted(one, other, field):
    """(whether a field of two numbers is the same, what it is of each)."""
    if field == "counted_on":
        return _timed(one, other)
    said = (one[field], other[field])
    if not all(said):
        return UNSAID, *said
    if said[0] == said[1]:
        return YES, *said
    return EITHER if accepted(one, field) & accepted(other, field) else NO, *said


def _timed(one, other):
    """(whether two numbers speak of one time, what the row of each says of it)."""
    both = (told(one), told(other))
    if not all(both):
        return UNSAID, *both
    if days_meant(one) and days_meant(other):
        return _dated(one, other)
    if are_same(one, other):
        return YES, *both
    return NO if are_apart(one, other) else ONLY_YOU, *both


def _dated(one, other):
    """(whether two numbers were counted on one day, the day or days of each)."""
    dates = (shown_day(one), shown_day(other))
    if dates[0] == dates[1]:
        return YES, *dates
    return EITHER if set(days_meant(one)) & set(days_meant(other)) else NO, *dates
