"""The words behind the marks of a picture: a table in which each mark has a body of rows of its
own, so that a slider sends only the bodies that it changes.
"""

from itertools import islice

from markupsafe import Markup

from ..drawing.end_names import ends
from ..reading.numerals import agreeing, so_many
from .html import render

LISTED = 20  # so many of a class's answers stand behind a mark; the mark says how many more
MEASURED = ("routes", "lines")  # tables whose marks are measured, and said by nobody
NAMED_BY_US = ("places", "settings")  # tables whose words stand in no text
HEADS = ["Mark, and who says so", "Exact words", "How we read it"]  # a phone can show three columns
CAPTION = "Every mark with the words it came from"


def words_table(summary, rows, areas, alt):
    """Markup: <details> with the words behind every mark: who, the exact words and where, how we
    read them. summary: as `told_in_short` gives it; where it is blank, there is no table. rows,
    areas: lists, for each mark what `rows_behind` and `at` give. alt: what the picture says.
    """
    if not summary:
        return Markup("")
    bodies = [dict(rows=mine, at=area) for mine, area in zip(rows, areas, strict=True)]
    look = dict(caption=CAPTION, heads=HEADS, bodies=bodies)
    return render("words.html", alt=alt, summary=summary, **look)


def told_in_short(marks):
    """str: how many marks there are, and how many rows behind them; blank where there is no row."""
    count = sum(len(_shown(mark)) for mark in marks)
    if not count:
        return ""
    kind = "claims" if {e.row.table for m in marks for e in m.evidence} == {"claims"} else "rows"
    more = f" ({count} {kind})" if count > len(marks) else ""
    these = agreeing(len(marks), "this", "these")
    return f"The words behind {these} {so_many(len(marks), 'mark')}{more}"


def rows_behind(mark):
    """Markup: the rows that belong to one mark."""
    name = mark.label if mark.label.startswith(mark.who) else f"{mark.label}: {mark.who}"
    told = dict(mark=name, reading=_read_as(mark), measured=mark.row.table in MEASURED)
    return render("words_rows.html", rows=[*map(_told_of, _shown(mark))], **told)


def _read_as(mark):
    """str: how we read a mark: a count of claims is told as that, and words as words."""
    if mark.unit == "claims" and mark.low == mark.high:
        return so_many(int(mark.low), "claim")
    return f"{ends(mark.low, mark.high, mark.unit, mark.value.ends)}; {mark.reading}"


def _told_of(evidence):
    """dict: the words of one entry, the code of its row, blank where it has several, where it
    stands, and the address of its source. The code of a place leads nowhere: all that is known of
    it stands beside it.
    """
    table = evidence.row.table
    key = evidence.row.id
    of_row = key if isinstance(key, str) else ""
    where = evidence.where.replace(f"card {of_row}", "card", 1)
    source, link = evidence.printed
    place = "; ".join(filter(None, [source, where]))
    if evidence.ours:
        place += f", {_whose(evidence)}"
    if table in NAMED_BY_US:
        place = ", ".join(filter(None, [of_row, place]))
    return dict(
        words=evidence.words if table in NAMED_BY_US else evidence.quoted(),
        id="" if table in NAMED_BY_US else of_row,
        place=place,
        link=link,
        table=table,
    )


def _whose(evidence):
    """str: whose the words are that are no exact words."""
    if evidence.figures:
        return "figures as printed there, told by us"
    return "in our words" + (", except for what is quoted" if "“" in evidence.words else "")


def at(spots):
    """str: where a mark lies on its picture, in thousandths; see marks_places.js. Of each of its
    areas "x y width height", with " ~ " and the bends "x y x y …" where it is a line; parted by
    semicolons. Then, behind a bar, what is written for it; and behind a second bar the square of
    each of its rows.
    """
    drawn = "; ".join(map(_with_way, spots.areas, spots.ways))
    written = "; ".join(map(_told, spots.labels))
    squares = "; ".join(map(_told, spots.squares))
    if squares:
        return f"{drawn} | {written} | {squares}"
    return f"{drawn} | {written}" if written else drawn


def _with_way(area, way):
    """str: an area, and the line that passes there."""
    return _told(area) + (f" ~ {_told(sum(way, ()))}" if way else "")


def _told(numbers):
    """str: numbers, parted by blanks."""
    return " ".join(map(str, numbers))


def _shown(mark):
    """list of Evidence: what the table lists of a mark."""
    listed = islice(mark.evidence, LISTED if mark.unit == "answers" else None)
    if mark.row.table in MEASURED:  # what we measured goes before what it is compared with
        return sorted(listed, key=lambda one: one.row.table == "claims")
    return list(listed)
