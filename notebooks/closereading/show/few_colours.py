"""A picture in few colours: a map weighs a quarter less, and the eye misses none. The rims of
letters and lines have more shades than anyone can tell apart; a ground and what lies faintly on it
keep theirs.
"""

from PIL import Image

MOST = 256
HUE = 3  # a colour that differs in hue is as far as one that differs three times as much in light
NEAR = 20  # of 255 in light: so far apart may two shades of a rim be that become one
ON_GROUND = 8  # the same beside a ground, whose faint lines would go
GROUND = 0.01  # of the picture: what covers more is a ground


def few_colours(image):
    """Image in a palette. image: Image in RGB."""
    many = image.quantize(MOST, Image.Quantize.FASTOCTREE, dither=0)
    counted = sorted(many.getcolors(MOST), reverse=True)
    palette = many.getpalette()
    colours = {i: tuple(palette[3 * i : 3 * i + 3]) for _, i in counted}
    ground = GROUND * image.width * image.height
    reach = {colours[i]: ON_GROUND if count > ground else NEAR for count, i in counted}
    kept, stands_for = _merged(list(colours.values()), reach)
    few = many.point([kept.index(stands_for.get(colours.get(i), kept[0])) for i in range(MOST)])
    few.putpalette([part for colour in kept for part in colour])
    return few


def _merged(colours, reach):
    """(list of colours that are kept, dict {colour: the one that stands for it}). colours: list of
    (red, green, blue), what covers most first. reach: dict {colour: how near another one is that it
    stands for}.
    """
    seen = {colour: _seen(*colour) for colour in colours}
    kept = []
    stands_for = {}
    for colour in colours:
        near = [(_apart(seen[colour], seen[other]), other) for other in kept]
        fits = [one for one in near if one[0] <= reach[one[1]] ** 2]
        stands_for[colour] = min(fits)[1] if fits else colour
        if not fits:
            kept.append(colour)
    return kept, stands_for


def _seen(red, green, blue):
    """(light, two of hue) of a colour."""
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return light, HUE * 0.564 * (blue - light), HUE * 0.713 * (red - light)


def _apart(one, other):
    """float: how far two colours are apart, squared."""
    return sum((a - b) ** 2 for a, b in zip(one, other))
