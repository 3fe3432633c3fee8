"""The pictures on the papers for a class: drawn as in the lessons, without a title that gives the
answer away, and so that nothing is lost on a printer without colours.
"""

from closereading import charts, maps
from closereading.drawing.style import ACCENT, INK, our_style
from matplotlib.collections import LineCollection
from matplotlib.colors import same_color, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

DOTS = 250  # to the inch
NO_TITLE = " "
ON_PAPER = "#5a2600"  # the accent: in grey it is darker than all else, and not paler


@our_style()
def drawn(report, name, title=NO_TITLE):
    """Picture: one of the lessons' pictures, to be printed. name: forces, distances, accounts or
    map. title: default none.
    """
    picture = DRAW[name](report, title)
    for patch in picture.figure.findobj(Rectangle):
        _edged(patch)
    for kind in (Text, Line2D, LineCollection):
        for artist in picture.figure.findobj(kind):
            _darkened(artist)
    picture.sheet.dpi = DOTS
    return picture


def _edged(patch):
    """A pale band gets an edge: in grey it would be lost on the paper."""
    opacity = patch.get_alpha()
    if opacity is None or not 0 < opacity < 0.5:
        return
    patch.set_alpha(None)
    patch.set_facecolor(to_rgba(patch.get_facecolor()[:3], opacity))
    patch.set(edgecolor=INK, linewidth=0.8, linestyle=(0, (2, 1.5)))


def _darkened(artist):
    """What is drawn in the accent is drawn darker, and lettering bold."""
    colour = artist.get_color()
    if len(colour) == 1 and not isinstance(colour, str):
        colour = colour[0]
    if not same_color(colour, ACCENT):
        return
    artist.set_color(ON_PAPER)
    if isinstance(artist, Text) and artist.get_style() == "normal":
        artist.set_weight("bold")


def _forces(report, title):
    numbers = report.numbers[report.numbers["unit"] == "persons"]
    topic = numbers["topic"].mode()[0]
    return charts.intervals(report, numbers[numbers["topic"] == topic], title=title)


def _distances(report, title):
    return maps.distances(report, "C08", band=(187, 213), title=title)


def _accounts(report, title):
    return charts.accounts(report, title=title)


def _map(report, title):
    return maps.unmeasured(report, title=title)


DRAW = {"forces": _forces, "distances": _distances, "accounts": _accounts, "map": _map}
