"""What data-at says of a mark: where it lies on its picture, in thousandths of width and height."""


def areas(at):
    """list of [x, y, width, height]: the areas of a mark."""
    return [_numbers(one.split(" ~ ")[0]) for one in _parts(at, 0)]


def ways(at):
    """list of lists of (x, y): the lines that pass through its areas."""
    lines = [one.split(" ~ ")[1] for one in _parts(at, 0) if " ~ " in one]
    return [list(zip(_numbers(line)[::2], _numbers(line)[1::2], strict=True)) for line in lines]


def labels(at):
    """list of [x, y, width, height]: the areas of what is written for it."""
    return [*map(_numbers, _parts(at, 1))]


def squares(at):
    """list of [x, y, width, height]: the squares of its single claims."""
    return [*map(_numbers, _parts(at, 2))]


def _parts(at, number):
    """list of str: what stands before the first bar, behind it, or behind the second."""
    parts = [*at.split(" | "), "", ""]
    return [one for one in parts[number].split("; ") if one]


def _numbers(text):
    return [*map(int, text.split())]


def from_way(point, way):
    """float: how far a point is from a line of bends."""
    return min(_from_piece(point, *ends) for ends in zip(way, way[1:]))


def _from_piece(point, start, end):
    x, y = point
    across = end[0] - start[0]
    down = end[1] - start[1]
    length = across**2 + down**2
    along = ((x - start[0]) * across + (y - start[1]) * down) / length if length else 0
    gone = min(max(along, 0), 1)
    return ((x - start[0] - gone * across) ** 2 + (y - start[1] - gone * down) ** 2) ** 0.5
