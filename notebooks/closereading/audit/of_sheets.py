"""Rules for a whole sheet: functions (sheet, report) -> Complaints."""

from ..drawing.complaint import Complaint
from ..drawing.elements import elements
from ..marks import Role


def no_artist_without_a_mark(sheet, _):
    """What is neither shown nor set aside, or shows something that is no mark of this picture."""
    known = {mark.row for mark in sheet.marks}
    for _, artist in sheet.artists():
        if artist in sheet.aside:
            continue
        entries = sheet.shown.get(artist)
        if not entries:
            yield Complaint("no mark explains it", _named(artist))
        for mark, role in entries or ():
            if role is not Role.EMPTY and mark.row not in known:
                yield Complaint(f"no mark explains it; it shows {mark.row}", _named(artist))


def one_mark_for_each_point(sheet, _):
    """Points that are more, or fewer, than the marks which an artist is said to show."""
    for _, artist in sheet.artists():
        entries = sheet.shown.get(artist, ())
        rows = {mark.row for mark, _ in entries}
        try:
            count = len(elements(artist)) if rows else 0
        except TypeError as e:
            yield Complaint(str(e), entries[0][0].row)
            continue
        if len(rows) > 1 and len(entries) != count:
            yield Complaint(f"{count} points, said to show {len(entries)} marks", _named(artist))


def _named(artist):
    """str: an artist by its kind, and by its text where it has one."""
    text = artist.get_text() if hasattr(artist, "get_text") else ""
    return type(artist).__name__ + (f" “{text}”" if text else "")
