"""The look of every picture: our settings of matplotlib while we draw, the user's own afterwards.

    @our_style()                 a function that builds, measures or renders a figure
    def chart(report): ...

    with our_style(): ...        the same for a few lines

A figure must be built AND rendered inside: matplotlib reads some settings when an artist is made,
others when it is drawn. One context inside another is fine.
"""

import importlib.util
import warnings
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager

FACES = ("Regular", "Bold", "It")
MISSING_GLYPH = "Glyph .* missing from font"
# of a mark; the one accent
INK = "#3a4656"
ACCENT = "#a34a00"
# lettering on paper, and on a mark
TEXT = "#1c1c1c"
INVERSE = "white"
# notes; thin lines
QUIET = "#4f4f4f"
RULE = "#8a8a8a"


@cache
def settings():
    """dict of rcParams: those of closereading.mplstyle, and the time zone, which a style file may
    not set.
    """
    style = Path(__file__).with_name("closereading.mplstyle")
    ours = matplotlib.rc_params_from_file(style, use_default_template=False)
    return {**ours, "timezone": "UTC"}


@cache
def register_fonts():
    """Makes our lettering known to matplotlib, once, when it is first needed. The list of the
    machine's fonts is not built anew. Ours stand first, so that another edition of the same
    typeface that is installed on the machine changes no picture.
    """
    fonts = font_manager.fontManager
    known = len(fonts.ttflist)
    package = importlib.util.find_spec("font_source_sans_pro").submodule_search_locations[0]
    for face in FACES:
        fonts.addfont(Path(package, "files", f"SourceSansPro-{face}.ttf"))
    fonts.ttflist[:] = fonts.ttflist[known:] + fonts.ttflist[:known]


def use_our_style():
    """For a whole session, as `begin` wants it: what a learner draws with pyplot looks like our
    own pictures. matplotlib's defaults come first, so that a matplotlibrc of the user's has no say.
    """
    register_fonts()
    matplotlib.rcdefaults()
    matplotlib.rcParams.update(settings())
    # a picture says in its own words which letters no font has
    warnings.filterwarnings("ignore", MISSING_GLYPH)


@contextmanager
def our_style():
    """Our settings inside, the user's own again afterwards. Also a decorator: @our_style(). Inside
    another it costs nothing.
    """
    if _inside:
        yield
        return
    _inside.append(True)
    register_fonts()
    before = dict(dict.items(matplotlib.rcParams))
    ours = _everything()
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", MISSING_GLYPH)
            dict.update(matplotlib.rcParams, ours)  # each value was checked once
            yield
    finally:
        dict.update(matplotlib.rcParams, {name: before[name] for name in ours})
        _inside.pop()


_inside = []


@cache
def _everything():
    """dict of all rcParams but the backend, as they are after `use_our_style`."""
    with matplotlib.rc_context():
        use_our_style()
        return {name: value for name, value in matplotlib.rcParams.items() if name != "backend"}
