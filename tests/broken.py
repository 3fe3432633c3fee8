"""What a test of pictures takes hold of: the artists of one mark, to be moved or taken away."""

from closereading.marks import Role


def artists(picture, key, kind, role=Role.VALUE):
    """list: the artists of a kind that show the mark of a row in a role. key: id of the row."""
    found = (
        artist
        for _, artist, mark, its_role, _ in picture.sheet.entries()
        if mark.row.id == key and its_role is role and isinstance(artist, kind)
    )
    return list(dict.fromkeys(found))


def mark(picture, key):
    """The Mark of a row."""
    return next(m for m in picture.marks if m.row.id == key)


def swap(picture, one, other, role=Role.LABEL):
    """What the artists of two marks show, exchanged. one, other: ids of their rows."""
    pair = {one: mark(picture, other), other: mark(picture, one)}
    for entries in picture.sheet.shown.values():
        entries[:] = [(pair.get(m.row.id, m) if r is role else m, r) for m, r in entries]
