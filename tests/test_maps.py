"""Maps: drawn where things are, from our own outlines, and every guard proved by breaking the
thing.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
import shapely
from broken import artists, mark, swap
from closereading import maps, open_report, unexplained
from closereading.drawing import mark_looks
from closereading.drawing.maps import ground, note
from closereading.drawing.maps.names import COUNTRY
from closereading.drawing.maps.scene import Scene
from closereading.drawing.maps.strip import CHOSEN, USUAL
from closereading.drawing.sheet import Ground
from closereading.drawing.style import ACCENT, TEXT
from closereading.geo import km
from closereading.marks import Role
from closereading.reading.text import Problem
from far_away import made
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgb
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.text import Text

ROOT = Path(__file__).parents[1]
MILE = 1.609344
CLAIMS = (("C08", ("straight",), (187, 213)), ("C05", ("straight", "rail"), (5500, 6000)))


@pytest.fixture
def picture(report):
    return maps.distances(report, "C08", band=(187, 213))


def on_map(picture):
    """The Axes of the map, and those of the strip below it."""
    return picture.figure.axes[:2]


def hatched(ax):
    """The artists that are hatched on a map or on the small one in it."""
    drawn = [*ax.collections, *(c for child in ax.child_axes for c in child.collections)]
    return [artist for artist in drawn if artist.get_hatch()]


# --- the ground


@pytest.mark.parametrize("claim, paths, band", CLAIMS)
def test_where_crimea_is_seen_it_is_hatched_and_the_note_says_so(report, claim, paths, band):
    picture = maps.distances(report, claim, band=band, paths=paths)
    printed = " ".join(t.get_text() for t in picture.figure.texts)
    assert hatched(on_map(picture)[0])
    assert "Crimea, Ukraine’s by UNGA 68/262, occupied by Russia since 2014" in printed
    assert "state of 10 February 2022" in printed and "Donetsk and Luhansk" in printed


def test_where_crimea_is_not_seen_nothing_is_hatched_and_nothing_is_said(work):
    report = made(
        work, [("tashkent", 41.3, 69.3), ("almaty", 43.2, 76.9)], [("tashkent", "almaty")]
    )
    picture = maps.distances(report)
    printed = " ".join(t.get_text() for t in picture.figure.texts)
    assert "Outlines: Natural Earth, coarse." in printed and not hatched(on_map(picture)[0])
    assert "Crimea" not in printed and "2022" not in printed
    stadium = maps.distances(open_report("full-house"))
    printed = " ".join(t.get_text() for t in stadium.figure.texts)
    assert "No outlines come with this region." in printed and "Crimea" not in printed
    assert not hatched(on_map(stadium)[0])


def test_a_later_report_does_not_carry_the_day_of_ours(work):
    report = made(work, [("lviv", 49.84, 24.03), ("kyiv-2", 50.45, 30.52)], [("lviv", "kyiv-2")])
    printed = " ".join(t.get_text() for t in maps.distances(report).figure.texts)
    assert "10 February" not in printed and note.SINCE in printed


def test_the_hatch_is_drawn_where_crimea_is(report):
    frame = Scene(report, "C05").frame
    seen = ground.hatched("eurasia_110m", frame.crs, frame.window)
    (town,) = frame.flat([(34.1, 45.2)])
    assert seen.contains(shapely.Point(town)) and frame.box.contains(seen)


@pytest.mark.parametrize("claim, unit", [("C08", "miles"), ("C08", "kilometres"), ("C05", "miles")])
def test_the_scale_bar_is_true(report, claim, unit):
    scene = Scene(report, claim, unit)
    sheet = scene.still("", None)
    ax = sheet.figure.axes[0]
    bar = next(a for a in ax.lines if a in sheet.aside and len(a.get_xdata()) == 4)
    printed = next(t.get_text() for t in ax.texts if t.get_text().endswith(unit))
    middle, half = sum(ax.get_ylim()) / 2, np.ptp(bar.get_xdata()) / 2
    x = sum(ax.get_xlim()) / 2
    (lon1, lat1), (lon2, lat2) = scene.frame.round([(x - half, middle), (x + half, middle)])
    length = km((lat1, lon1), (lat2, lon2)) / (MILE if unit == "miles" else 1)
    number = float(printed.split()[0].replace(",", ""))
    assert length == pytest.approx(number, rel=0.01 if claim == "C08" else 0.03)


# --- names


@pytest.mark.parametrize("claim, paths, band", CLAIMS)
def test_names_cover_no_name_and_no_other_dot_and_are_not_cut(report, claim, paths, band):
    picture = maps.distances(report, claim, band=band, paths=paths)
    ax = on_map(picture)[0]
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    frame = ax.get_window_extent(renderer)
    texts = [t for t in ax.texts if t.get_text()]
    boxes = [t.get_window_extent(renderer) for t in texts]
    assert len(boxes) > 10 or claim == "C05"
    assert all(not a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
    for box in boxes:
        assert frame.x0 <= box.x0 and box.x1 <= frame.x1
        assert frame.y0 <= box.y0 and box.y1 <= frame.y1
    scatters = [c for c in ax.collections if isinstance(c, PathCollection)]
    dots = ax.transData.transform(np.concatenate([c.get_offsets() for c in scatters]))
    assert len(dots) >= 4 and not [d for d in dots for box in boxes if box.contains(*d)]


def test_the_strip_cuts_and_covers_nothing(report):
    for claim, paths, band in CLAIMS:
        picture = maps.distances(report, claim, band=band, paths=paths)
        renderer, page = FigureCanvasAgg(picture.figure).get_renderer(), picture.figure.bbox
        for text in [*on_map(picture)[1].texts, *picture.figure.texts]:
            box = text.get_window_extent(renderer)
            assert page.x0 <= box.x0 and box.x1 <= page.x1 + 1 and page.y0 <= box.y0


def test_lettering_stays_legible_on_a_phone(report):
    """At 390 pixels across no name or number is lower than 11 pixels."""
    for claim, paths, band in CLAIMS:
        picture = maps.distances(report, claim, band=band, paths=paths)
        per_point = 390 / picture.figure.get_figwidth() / 72
        axes = [*on_map(picture), *on_map(picture)[0].child_axes]
        sizes = [t.get_size() for ax in axes for t in ax.texts if t.get_text()]
        assert min(sizes) * per_point >= 11


def test_a_name_stands_where_places_csv_says(report):
    report.places.loc["minsk", ["label_dx", "label_dy"]] = (-7, -3)
    (name,) = artists(maps.distances(report, "C08"), "minsk", Text, Role.LABEL)
    assert name.xyann == (-7, -3) and name.get_ha() == "right" and name.get_va() == "top"


def test_a_name_gives_way_where_another_stands(report):
    """The map of a line to Moscow is small: not every name finds room where it is wanted."""
    scene = Scene(report, "C08", besides=[("moscow", "kyiv")])
    sheet = scene.still("", None)
    wanted = [offset == name.offset for name, offset in sheet.names]
    assert 0 < sum(wanted) < len(wanted) and unexplained(sheet, report) == []


# --- pictures


def test_every_line_and_every_place_is_explained(any_report):
    if any_report.routes.empty:
        picture = maps.distances(any_report)
        assert picture.figure is None and unexplained(picture, any_report) == []
        assert "needs two places" in str(picture.html())
        return
    for claim, rows in any_report.routes.groupby("claim"):
        ends = {*rows["from"], *rows["to"]}
        for unit, band in (("miles", (None, None)), ("kilometres", (200, 330))):
            paths = tuple(rows["path"].unique())
            picture = maps.distances(any_report, claim, band=band, unit=unit, paths=paths)
            assert unexplained(picture, any_report) == []
            assert len(picture.marks) == len(rows) + len(ends) + (band[0] is not None)
            html = str(picture.html())
            assert all(str(key) in html for m in picture.marks for key in m.ids)
            assert f"{len(picture.marks)} marks" in html and unit in html


def test_both_readings_of_about_are_shown_with_their_basis(report, picture):
    chosen, usual = (mark(picture, (kind, "C08")) for kind in ("chosen", "usual"))
    assert (chosen.low, chosen.high, usual.low, usual.high) == (187, 213, 150, 250)
    basis = "half way to the next round number on either side"
    assert basis in usual.reading and basis in picture.says
    assert "2 of our lines lie in it" in picture.says
    same = maps.distances(report, "C08", band=(150, 250))
    assert [m.row.id for m in same.marks if m.row.table == "bands"] == [("chosen", "C08")]


def test_without_colour_the_finding_is_still_seen(report, picture):
    """What fits differs in width, dash and weight; and the band from its ground, in grey."""

    def widest(key):
        return max(artists(picture, key, LineCollection, Role.LINE), key=lambda a: a.get_lw()[0])

    lit, plain = widest("luninets-airfield-kyiv"), widest("minsk-kyiv")
    assert lit.get_lw()[0] >= 2 * plain.get_lw()[0]
    dashes = [
        widest(key).get_ls()[0][1] for key in ("luninets-airfield-kyiv", "asipovichy-ground-kyiv")
    ]
    assert dashes[0] is None and dashes[1]
    labels = artists(picture, "luninets-airfield-kyiv", Text, Role.LABEL)
    assert {t.get_weight() for t in labels} == {"normal", "bold"}
    labels = artists(picture, "asipovichy-ground-kyiv", Text, Role.LABEL)
    assert "?" in {t.get_text() for t in labels}
    greys = [np.dot(to_rgb(c), (0.2126, 0.7152, 0.0722)) for c in ("white", USUAL, CHOSEN)]
    assert greys[0] - greys[1] > 0.05 and greys[1] - greys[2] > 0.05


def test_lettering_stands_out_from_what_it_lies_on():
    """Contrast of at least 4.5 for text, of at least 3 for a line (WCAG 2.2)."""
    pairs = ((TEXT, CHOSEN), (ACCENT, USUAL), (COUNTRY["color"], ground.LAND))
    assert min(contrast(*pair) for pair in pairs) >= 4.5
    pairs = (
        (ACCENT, CHOSEN),
        (ACCENT, ground.LAND),
        (mark_looks.WAY, ground.LAND),
        (mark_looks.WAY, ground.SEA),
    )
    assert min(contrast(*pair) for pair in pairs) >= 3


def contrast(one, other):
    """float: the ratio that WCAG calls contrast."""

    def light(colour):
        parts = np.array(to_rgb(colour))
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return linear @ (0.2126, 0.7152, 0.0722) + 0.05

    return max(light(one), light(other)) / min(light(one), light(other))


def of_many(picture, key, kind, role):
    """(artist, number of its element) that shows a mark first."""
    artist = artists(picture, key, kind, role)[0]
    rows = [m.row.id for m, _ in picture.sheet.shown[artist]]
    return artist, rows.index(key)


def bent(picture, key, change):
    """Changes the way of a line on the map. change: function of its points."""
    lines, i = of_many(picture, key, LineCollection, Role.LINE)
    ways = lines.get_segments()
    ways[i] = change(ways[i])
    lines.set_segments(ways)


def without_way(picture, key):
    """Takes the way of a line off the map, and what is said of it."""
    lines, i = of_many(picture, key, LineCollection, Role.LINE)
    ways = lines.get_segments()
    del ways[i], picture.sheet.shown[lines][i]
    lines.set_segments(ways)


def shifted_dot(picture, key, by):
    dots, i = of_many(picture, key, PathCollection, Role.PLACE)
    points = np.array(dots.get_offsets())
    points[i] += by
    dots.set_offsets(points)


def without_dot(picture, key):
    while artists(picture, key, PathCollection, Role.PLACE):
        dots, i = of_many(picture, key, PathCollection, Role.PLACE)
        dots.set_offsets(np.delete(dots.get_offsets(), i, axis=0))
        del picture.sheet.shown[dots][i]


def disc_of(picture, key):
    return artists(picture, key, AxesImage, Role.PLACE)[0]


def name_of(picture, key):
    return artists(picture, key, Text, Role.LABEL)[0]


def swapped_names(p):
    a, b = name_of(p, "minsk"), name_of(p, "brest")
    one, two = a.get_text(), b.get_text()
    a.set_text(two)
    b.set_text(one)


def moved_name(p):
    name_of(p, "minsk").xyann = (9, 4)


def name_tied_elsewhere(p):
    name_of(p, "minsk").xy = name_of(p, "brest").xy


def larger_disc(p):
    disc = disc_of(p, "asipovichy-ground")
    disc.set_extent(np.array(disc.get_extent()) + (-5000, 5000, -5000, 5000))


def without_place(p, key):
    without_dot(p, key)
    for name in artists(p, key, Text, Role.LABEL):
        name.remove()


def without_mark(p):
    """A place that is taken off the map and out of the marks alike."""
    without_place(p, "homiel")
    p.sheet.marks[:] = [m for m in p.marks if m.row.id != "homiel"]


def moved_row(p):
    text = next(t for t in artists(p, "minsk-kyiv", Text, Role.LABEL) if t.get_text() == "Minsk")
    text.set_y(text.get_position()[1] + 0.205)


def wrong_number(p):
    for text in artists(p, "minsk-kyiv", Text, Role.LABEL):
        text.set_text(text.get_text().replace("269", "206"))


BREAKS = {
    "a moved line": (
        lambda p: bent(p, "minsk-kyiv", lambda way: way + (5000, 0)),
        "minsk-kyiv: drawn elsewhere than its way",
    ),
    "a straight line on the map instead of the shortest": (
        lambda p: bent(p, "minsk-kyiv", lambda way: way[[0, -1]]),
        "minsk-kyiv: drawn elsewhere than its way",
    ),
    "a moved dot": (
        lambda p: shifted_dot(p, "minsk", (5000, 0)),
        "minsk: drawn elsewhere than the report has Minsk",
    ),
    "a moved end": (
        lambda p: shifted_dot(p, "kyiv", (0, -9000)),
        "kyiv: drawn elsewhere than the report has Kyiv",
    ),
    "a line left out": (
        lambda p: without_way(p, "minsk-kyiv"),
        "minsk-kyiv: its line is not on the map",
    ),
    "a moved disc": (
        lambda p: disc_of(p, "asipovichy-ground").set_extent((0, 30_000, 0, 30_000)),
        "asipovichy-ground: its disc",
    ),
    "a larger disc": (larger_disc, "asipovichy-ground: its disc"),
    "a disc left out": (
        lambda p: disc_of(p, "asipovichy-ground").remove(),
        "asipovichy-ground: it is not on the map",
    ),
    "a dot left out": (lambda p: without_dot(p, "minsk"), "minsk: it is not on the map"),
    "a name left out": (
        lambda p: name_of(p, "minsk").remove(),
        "minsk: its name is not on the map",
    ),
    "a place lost altogether": (
        lambda p: without_place(p, "homiel"),
        "homiel: it is not on the map",
    ),
    "a place lost with its mark": (without_mark, "homiel: it is not on the map"),
    "swapped names": (swapped_names, "minsk: the map calls it Brest; it is Minsk"),
    "a name moved away": (moved_name, "minsk: its name does not stand beside it"),
    "a name tied to another place": (
        name_tied_elsewhere,
        "minsk: its name does not stand beside it",
    ),
    "swapped rows": (
        lambda p: swap(p, "minsk-kyiv", "brest-kyiv"),
        "minsk-kyiv: no label says 269",
    ),
    "a wrong number": (wrong_number, "minsk-kyiv: no label says 269"),
    "a name in another row": (
        moved_row,
        "minsk-kyiv: its name, number and range are not in one row",
    ),
    "a moved cap": (
        lambda p: artists(p, "minsk-kyiv", Line2D)[0].set_xdata([268.6, 280]),
        "minsk-kyiv: drawn at 280",
    ),
    "a moved band": (
        lambda p: artists(p, ("chosen", "C08"), AxesImage)[0].set_extent((150, 213, 0, 1)),
        "chosen / C08: drawn at 150",
    ),
    "a usual reading that is none": (
        lambda p: artists(p, ("usual", "C08"), AxesImage)[0].set_extent((100, 250, 0, 1)),
        "usual / C08: drawn at 100",
    ),
    "a ring that nobody explains": (
        lambda p: on_map(p)[0].plot([0, 1], [0, 1]),
        "no mark explains it",
    ),
    "a route that nobody explains": (
        lambda p: on_map(p)[0].add_collection(LineCollection([[(0, 0), (1, 1)]])),
        "no mark explains it",
    ),
    "a name that nobody explains": (
        lambda p: on_map(p)[0].text(0, 0, "Chernobyl"),
        "no mark explains it",
    ),
}


@pytest.mark.parametrize("damage, words", BREAKS.values(), ids=BREAKS)
def test_what_is_broken_is_found(report, picture, damage, words):
    assert unexplained(picture, report) == []
    damage(picture)
    assert any(words in c for c in unexplained(picture, report)), unexplained(picture, report)


def test_a_station_moved_on_the_railway_is_found(report):
    picture = maps.distances(report, "C05", paths=("straight", "rail"))
    assert unexplained(picture, report) == []
    eighth = np.arange(100)[:, None] == 7
    bent(picture, "khabarovsk-minsk-rail", lambda way: way + 20_000 * eighth[: len(way)])
    assert any("its way between" in c for c in unexplained(picture, report))


CHANGES = {
    "the claim is gone": lambda r: setattr(r, "claims", r.claims.drop("C08")),
    "a place is gone": lambda r: setattr(r, "places", r.places.drop("minsk")),
    "the end of all lines is gone": lambda r: setattr(r, "routes", r.routes.drop("brest-kyiv")),
    "another speaker": lambda r: setattr(r, "claims", r.claims.assign(who="somebody else")),
    "places moved": lambda r: setattr(r, "places", r.places.assign(lat=r.places["lat"] + 0.1)),
    "places renamed": lambda r: setattr(r, "places", r.places.assign(name="Elsewhere")),
    "less certain": lambda r: setattr(
        r, "places", r.places.assign(uncertainty_km=r.places["uncertainty_km"] + 5)
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_in_the_report_is_found(report, picture, change):
    assert unexplained(picture, report) == []
    change(report)
    assert unexplained(picture, report)


def test_a_place_outside_its_country_is_not_drawn(report):
    turned = report.places.loc["homiel", ["lon", "lat"]].to_numpy()
    report.places.loc["homiel", ["lat", "lon"]] = turned
    picture = maps.distances(report)
    assert picture.figure is None and "far outside Belarus" in picture.says


# --- any report


WORLD = {
    "elsewhere in Eurasia": [("lisbon", 38.72, -9.14), ("rome", 41.9, 12.5)],
    "across 180 degrees": [("suva", -18.14, 178.44), ("apia", -13.83, -171.77)],
    "on the equator": [("quito", -0.23, -78.5), ("leticia", -4.2, -69.9)],
    "in the south": [("cape-town", -33.9, 18.4), ("durban", -29.9, 31.0)],
    "near a pole": [("alert", 82.5, -62.3), ("eureka", 80.0, -85.9)],
    "on one meridian": [("here", 50.0, 30.0), ("there", 56.0, 30.0)],
    "side by side": [("here", 50.0, 30.0), ("there", 50.0001, 30.0001)],
}


@pytest.mark.parametrize("places", WORLD.values(), ids=WORLD)
def test_another_region_is_drawn_by_the_same_code(work, places):
    report = made(work, places, [(places[0][0], places[1][0])])
    picture = maps.distances(report, band=(650, 750))
    assert unexplained(picture, report) == [] and picture.figure is not None
    ax = on_map(picture)[0]
    for _, artist, _, role, points in picture.sheet.entries():
        if artist.axes is ax and role is not Role.LABEL:
            low, high = np.transpose([ax.get_xlim(), ax.get_ylim()])
            assert np.all((points >= low) & (points <= high))
    assert len(picture.png()) > 1000


def test_one_place_and_places_too_far_apart_are_said(work):
    picture = maps.distances(made(work, [("here", 50, 30)], []))
    assert picture.figure is None and "needs two places" in picture.says


def test_places_too_far_apart_are_said(work):
    ends = [("madrid", 40.4, -3.7), ("wellington", -41.3, 174.8)]
    picture = maps.distances(made(work, ends, [("madrid", "wellington")]))
    assert picture.figure is None and "so far apart" in picture.says


def test_a_map_says_in_the_text_alternative_what_its_axes_are(picture):
    assert [type(picture.sheet.means(ax)) for ax in on_map(picture)][0] is Ground
    assert re.match(r"Map with a strip of distances, \d+ marks; miles from 0 to 371", picture.alt)


# --- the network


WATCH = """
import sys

def hook(event, args):
    if event == "urllib.Request" or event == "socket.connect":
        raise RuntimeError(f"a map asked for {args}")

sys.addaudithook(hook)
"""
DRAW = """
from closereading import from_where, maps, open_report
report, stadium = open_report(as_of="2022-02-10"), open_report("full-house")
for picture in (
    maps.distances(report, band=(187, 213)),
    maps.distances(report, "C05", paths=("straight", "rail")),
    maps.distances(stadium, paths=("straight", "road")),
):
    assert len(picture.png()) > 10_000
assert from_where(report).ground
"""
COAST = """
from matplotlib.figure import Figure
import cartopy.crs
figure = Figure()
figure.add_subplot(projection=cartopy.crs.Robinson()).coastlines()
figure.draw_without_rendering()
"""


def run(code, tmp_path):
    """What a fresh Python says to a code, with no file of cartopy's on this machine."""
    env = {"XDG_DATA_HOME": str(tmp_path), "CLOSE_READING_WORK": str(tmp_path / "work")}
    return subprocess.run(
        [sys.executable, "-c", WATCH + code],
        cwd=ROOT / "notebooks",
        env=env,
        capture_output=True,
        text=True,
    )


def test_no_map_asks_the_network_for_anything(tmp_path):
    done = run(DRAW, tmp_path)
    assert done.returncode == 0, done.stderr
    assert not [p for p in tmp_path.rglob("*") if p.suffix in (".shp", ".zip")]


def test_the_judge_sees_a_download(tmp_path):
    done = run(COAST, tmp_path)
    assert done.returncode != 0 and "a map asked for" in done.stderr


def test_no_line_of_ours_names_what_cartopy_would_download():
    wanted = re.compile(r"coastlines\(|NaturalEarth|GSHHS|stock_img|cartopy\.(feature|io)|add_wms")
    found = [
        path.name
        for path in (ROOT / "notebooks").rglob("*.py")
        if wanted.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


# --- places that a learner drew


def test_dots_and_a_line_of_a_learners_own_open_to_their_places(report):
    import cartopy.crs as ccrs

    ends = report.places.loc[["homiel", "kyiv"]]
    ax = plt.figure().add_subplot(projection=ccrs.LambertConformal(28, 52))
    ax.add_geometries(maps.countries(), ccrs.PlateCarree())
    ax.scatter(ends["lon"], ends["lat"], transform=ccrs.PlateCarree())
    ax.plot(ends["lon"], ends["lat"], transform=ccrs.Geodetic())
    picture = maps.opens(ax, report, ends, "One line", "Drawn by hand.")
    assert [m.row.id for m in picture.marks] == ["homiel", "kyiv", ("homiel", "kyiv")]
    assert all(mine.areas for mine in picture.sheet.places())
    assert ax.figure.number not in plt.get_fignums()
    told = [text.get_text() for text in ax.texts]
    assert {"Homiel", "Kyiv", "Homiel · 138 miles"} == set(told)


def test_places_on_plain_axes_open_and_what_is_no_place_is_refused(report):
    listed = report.places[report.places["named_in"] == "R03"]
    picture = maps.opens(listed.plot.scatter("lon", "lat"), report, listed, "Nine", "Dots.")
    assert len(picture.marks) == 9 and unexplained(picture, report) == []
    with pytest.raises(Problem, match="no place"):
        maps.opens(listed[:0].plot.scatter("lon", "lat"), report, listed[:0], "None", "Dots.")
    with pytest.raises(Problem, match="axes"):
        maps.opens("a text", report, listed, "Nine", "Dots.")
    plt.close("all")


WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(("cartopy", "pyproj", "shapely")))  # as where they are missing
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for source in {sources}:
    done = shell.run_cell(source, store_history=True)
    print("|", done.success)
"""


@pytest.mark.slow
def test_a_python_without_maps_says_so_and_the_lesson_goes_on():
    """As a browser's Python may be: lesson 02's own cells, run in their order."""
    path = ROOT / "notebooks" / "02_how_far.ipynb"
    code = [c.source for c in nbformat.read(path, 4).cells if c.cell_type == "code"]
    env = dict(os.environ, PYTHONPATH=str(ROOT / "notebooks"))
    command = [sys.executable, "-c", WITHOUT.format(sources=[*code, "import nowhere", "nothing"])]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    ran = re.findall(r"^\| (True|False)$", done.stdout, re.M)
    assert ran == ["True"] * len(code) + ["False", "True"], done.stdout + done.stderr
    assert "This Python has no cartopy, which the maps need" in done.stdout
    assert "“miles” is not there: the cell that makes it was skipped" in done.stdout
    assert done.stdout.count("Traceback") == 1  # of what is no map's
