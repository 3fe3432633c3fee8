"""Rules for a whole sheet: functions (sheet, report) -> Complaints."""

from matplotlib.text import Text

from ..drawing.complaint import Complaint
from ..drawing.elements import elements
from ..drawing.end_names import told
from ..drawing.sheet import Values
from ..marks import Role
from .look import bare, says


def no_artist_without_a_mark(sheet, _):
    """What is neither shown nor set aside, or shows something that is no mark of this picture."""
    known = {mark.row for mark in sheet.marks}
    for _, artist in sheet.artists():
        if artist in sheet.aside:
            continue
        entries = sheet.shown.get(artist)
        if not entries:
            yield Complaint("no mark explains it", _named(artist))
        for mark, _ in entries or ():
            if mark.row not in known:
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
        heads = all(role is Role.HEAD for _, role in entries)
        if len(rows) > 1 and not heads and len(entries) != count:
            yield Complaint(f"{count} points, said to show {len(entries)} marks", _named(artist))


def no_text_tells_of_another_mark(sheet, _):
    """A text, one of the scenery too, that tells whose mark it is and its number or words, or a
    number of a mark where no other stands, and does not open to it. The head of some marks is a
    name that others may have, too.
    """
    for ax, artist in sheet.artists():
        if not isinstance(artist, Text) or _is_head(sheet, artist):
            continue
        for mark in _told_of(sheet, ax, artist):
            yield Complaint(f"it tells of {mark.label} and does not open to it", _named(artist))


def _is_head(sheet, artist):
    """bool: whether a text is the head of some marks, and nothing else to any."""
    roles = {role for _, role in sheet.shown.get(artist, ())}
    return roles == {Role.HEAD}


def _told_of(sheet, ax, artist):
    """Marks to which a text does not open, though it tells of them; none where it is blank."""
    text = " ".join(artist.get_text().split())
    own = [mark for mark, _ in sheet.shown.get(artist, ())]
    others = [mark for mark in sheet.marks if mark not in own] if text else []
    return [mark for mark in others if _tells_of(text, mark, own, sheet.means(ax))]


def _tells_of(text, mark, own, means):
    """bool: whether a text is the label of a mark, and no line of a label of its own. own: list of
    Mark to which it opens.
    """
    if own:
        return not _is_of(text, own) and all(says(text, piece) for piece in _pieces(mark))
    alone = isinstance(means, Values) and any(told(end, mark.unit) == text for end in mark.printed)
    return alone or all(says(text, piece) for piece in _pieces(mark))


def _is_of(text, marks):
    """bool: whether a text says a piece of some marks, or is a line of the label of one."""
    pieces = [piece for mark in marks for piece in _pieces(mark)]
    a_line = any(bare(text) in bare(mark.label) for mark in marks)
    return a_line or any(says(text, piece) for piece in pieces)


def _pieces(mark):
    """tuple of str: all that the labels of a mark must say."""
    return mark.beside or (mark.who, *mark.words)


def _named(artist):
    """str: an artist by its kind, and by its text where it has one."""
    text = artist.get_text() if hasattr(artist, "get_text") else ""
    return type(artist).__name__ + (f" “{text}”" if text else "")
