"""unexplained: whatever a picture shows that its marks, or the report, do not say. One rule a
function.
"""

from ..drawing.complaint import Complaint
from . import of_marks, of_sheets, of_tables
from .look import Look, drawn_by_mark

RULES = (
    of_sheets.no_artist_without_a_mark,
    of_sheets.one_mark_for_each_point,
    of_sheets.no_text_tells_of_another_mark,
    of_tables.heads_name_their_columns_and_rows,
    of_tables.squares_stand_in_their_cells,
    of_tables.words_stand_in_their_cells,
)
RULES_OF_A_MARK = (
    of_marks.drawn_at_its_ends,
    of_marks.only_a_count_is_a_bar,
    of_marks.inside_its_axis,
    of_marks.an_open_end_has_its_arrow,
    of_marks.the_label_says_who_and_what,
    of_marks.the_rows_cited_are_its_own,
    of_marks.a_band_is_what_the_words_allow,
    of_marks.the_report_still_says_so,
)


def unexplained(picture, report):
    """list of Complaint, which is a str: everything the picture shows that its marks, or the
    report, do not say. Empty is what we want. picture: Sheet, or a Picture of one. Each mark is
    made anew from the report.
    """
    sheet = getattr(picture, "sheet", picture)
    if sheet.figure is None:
        return [Complaint(f"{len(sheet.marks)} marks and no figure")] if sheet.marks else []
    found = [complaint for rule in RULES for complaint in rule(sheet, report)]
    drawn = drawn_by_mark(sheet)
    for mark in sheet.marks:
        look = Look(mark, drawn[mark.row], sheet, report)
        found += [c.of(mark.row) for rule in RULES_OF_A_MARK for c in rule(look)]
    return found + [complaint for rule in sheet.rules for complaint in rule(sheet, report)]
