"""Distances: measured truly on the earth, and read from a report and a gazetteer as they stand."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from closereading import nearest, open_report
from closereading.data.reference import gazetteer
from closereading.drawing.maps.frame import flat, projection
from closereading.geo import (
    band,
    earth,
    find_place,
    km,
    line,
    lines,
    misplaced,
    outlines,
    path,
    unit_of,
    verdict,
)
from closereading.reading.text import Problem
from far_away import made

ROOT = Path(__file__).parents[1]
MILE = 1.609344
TO_KYIV = {
    "homiel": 222.5,
    "mazyr": 198.6,
    "rechytsa": 212.4,
    "yelsk": 179.0,
    "naroulia": 165.7,
    "luninets-airfield": 329.2,
    "asipovichy-ground": 344.5,
    "machulishchy-airfield": 420.7,
    "baranavichy-airfield": 426.4,
    "minsk": 433.4,
    "damanava-ground": 435.0,
    "liasnaya-ground": 435.6,
    "brest-ground": 505.5,
    "brest": 510.6,
    "lida-airfield": 518.4,
    "hozha-ground": 588.4,
}
FAR = {("khabarovsk", "minsk"): 4216, ("khabarovsk", "brest"): 4418, ("vladivostok", "brest"): 4606}
TO_UKRAINE = {
    "homiel": 39.9,
    "rechytsa": 49.3,
    "mazyr": 47.9,
    "yelsk": 20.9,
    "naroulia": 31.5,
    "luninets-airfield": 52.8,
    "brest-ground": 36.2,
    "asipovichy-ground": 184.8,
}


def at(report, key):
    return report.places.loc[key]


# --- measuring


def test_distances_are_those_of_the_research_tables(report):
    for key, wanted in TO_KYIV.items():
        assert km(at(report, key), at(report, "kyiv")) == pytest.approx(wanted, rel=0.0005)
    for (a, b), miles in FAR.items():
        assert km(at(report, a), at(report, b)) / MILE == pytest.approx(miles, rel=0.0005)
    for key, wanted in TO_UKRAINE.items():
        assert nearest("Ukraine", at(report, key))[0] == pytest.approx(wanted, abs=0.15)


@pytest.mark.parametrize("scale, miles", [("10m", 54.0), ("50m", 56.0), ("110m", 59.8)])
def test_the_nearest_point_lies_on_a_segment_and_nothing_is_nearer(report, scale, miles):
    kyiv = at(report, "kyiv")
    found, (lat, lon) = nearest("Belarus", kyiv, scale)
    assert found / MILE == pytest.approx(miles, abs=0.1)
    edge = outlines(f"countries_{scale}")["Belarus"].boundary
    assert edge.distance(shapely.Point(lon, lat)) < 0.002
    dense = shapely.get_coordinates(shapely.segmentize(edge, 0.01))
    by_hand = (
        earth()
        .inv(
            dense[:, 0],
            dense[:, 1],
            np.full(len(dense), kyiv["lon"]),
            np.full(len(dense), kyiv["lat"]),
        )[2]
        .min()
        / 1000
    )
    assert found == pytest.approx(by_hand, abs=0.3) and found <= by_hand + 0.001


def test_an_outline_is_not_measured_to_its_corners(report):
    corners = shapely.get_coordinates(outlines("countries_110m")["Ukraine"].boundary)
    beyond = {
        k: (
            min(km((lat, lon), at(report, k)) for lon, lat in corners)
            - nearest("Ukraine", at(report, k), "110m")[0]
        )
        for k in TO_UKRAINE
    }
    assert min(beyond.values()) >= -0.01 and max(beyond.values()) > 2


@pytest.mark.parametrize(
    "bad, words",
    [
        ((91, 30), "91 is no latitude"),
        ((135.08, 48.48), "exchanged?"),
        ((float("nan"), 30), "nan is no latitude"),
        ((50, 200), "200 is no longitude"),
        (("here", "there"), "is no point"),
        ((50,), "is no point"),
        (None, "is no point"),
    ],
)
def test_what_is_no_point_gets_a_sentence(bad, words):
    with pytest.raises(Problem, match="latitude" if "latitude" in words else None) as problem:
        km(bad, (50, 30))
    assert words in str(problem.value)
    with pytest.raises(Problem):
        nearest("Belarus", bad)


def test_an_unknown_outline_is_a_sentence(report):
    for arguments, words in (
        (("Belorussia", at(report, "kyiv")), "Belarus"),
        (("Belarus", at(report, "kyiv"), "5m"), "10m, 50m and 110m"),
    ):
        with pytest.raises(Problem, match=words):
            nearest(*arguments)


def test_a_path_has_equal_steps_and_is_no_straight_line_on_the_map(report):
    way = path(at(report, "khabarovsk"), at(report, "minsk"))
    steps = earth().line_lengths(way[:, 0], way[:, 1])
    assert len(way) == 100 and np.ptp(steps) < 1 and way[:, 1].max() > 60
    drawn = flat(projection(way), way)
    assert shapely.Point(drawn[50]).distance(shapely.LineString(drawn[[0, -1]])) > 50_000


def test_bands_are_read_from_the_words(report):
    assert [
        (round(b.low), round(b.high)) for b in (band(report, c) for c in ("C08", "C05", "C18"))
    ] == [(150, 250), (5500, 6000), (36, 60)]
    assert band(open_report("full-house"), "S09").low == 250


def test_every_line_joins_the_places_of_its_route(any_report):
    for claim, rows in any_report.routes.groupby("claim"):
        for one in lines(any_report, claim, tuple(rows["path"].unique())):
            route = rows.loc[one.route]
            assert (one.claim, one.start, one.end) == (claim, route["from"], route["to"])
            assert one.low <= one.high and one.path == route["path"]
            length = km(at(any_report, one.start), at(any_report, one.end))
            if one.straight:
                assert one.low <= length <= one.high
            else:
                assert (one.low, one.high) == (route["km_low"], route["km_high"])
                assert length < one.low  # nothing is shorter than the straight line


def test_lines_come_shortest_first_with_those_besides(report):
    found = lines(report, "C08", besides=[("minsk", "kyiv"), ("mazyr", "kyiv")])
    assert [one.low + one.high for one in found] == sorted(one.low + one.high for one in found)
    assert len(found) == 14 and [one.start for one in found if not one.route] == ["mazyr", "minsk"]
    with pytest.raises(KeyError):
        line(report, "C08", "nowhere", "kyiv")


def test_a_span_is_rounded_outwards(report):
    one = line(report, "C08", "minsk", "kyiv", "minsk-kyiv")
    for unit, per in (("miles", MILE), ("kilometres", 1)):
        low, high = one.span(unit)
        assert 0 <= one.low / per - low < 0.1 and 0 <= high - one.high / per < 0.1
        assert round(10 * low) == pytest.approx(10 * low)


def test_verdicts_under_a_narrow_and_a_wide_band(report):
    def fits(low, high, claim="C08", paths=("straight",)):
        spans = {one.route: one.span("miles") for one in lines(report, claim, paths)}
        found = {route: verdict(span, low, high) for route, span in spans.items()}
        return [{r for r, v in found.items() if v == word} for word in ("in", "undecided")]

    near, far = "luninets-airfield-kyiv", "asipovichy-ground-kyiv"
    assert fits(187, 213) == [{near}, {far}]
    assert fits(150, 250) == [{near, far}, set()]
    assert fits(5500, 6000, "C05", ("straight", "rail")) == [
        {"khabarovsk-minsk-rail"},
        {"khabarovsk-brest-rail"},
    ]


@pytest.mark.parametrize(
    "printed, unit, usual",
    [
        ("miles", "miles", (650, 750)),
        ("Mile", "miles", (650, 750)),
        ("km", "kilometres", (650, 750)),
        ("Kilometer", "kilometres", (650, 750)),
        ("metres", "metres", (650, 750)),
        ("nautical miles", "nautical miles", (650, 750)),
        ("feet", "metres", (198.12, 228.6)),
    ],
)
def test_a_unit_is_read_however_it_is_spelled(work, printed, unit, usual):
    report = made(work, [("here", 50, 30), ("there", 51, 30)], [("here", "there")], printed)
    assert unit_of(report, "K1")[0] == unit
    found = band(report, "K1")
    assert (found.low, found.high) == pytest.approx(usual)


def test_places_that_were_not_in_print_yet_are_left_out(report):
    assert (
        "ziabrauka-airfield" not in report.places.index
        and "ziabrauka-airfield" in open_report().places.index
    )


# --- outlines and places


@pytest.mark.parametrize("scale", ["10m", "50m"])
def test_crimea_is_in_ukraine(scale):
    shapes = outlines(f"countries_{scale}")
    for town in ("simferopol", "sevastopol", "kerch"):
        spot = shapely.Point(gazetteer().loc[town, ["lon", "lat"]].astype(float))
        assert (
            shapes["Ukraine"].contains(spot)
            and not shapes["Russia"].contains(spot)
            and gazetteer().loc[town, "country"] == "Ukraine"
        )
        assert next(iter(outlines("crimea").values())).contains(spot)


def test_the_hatch_lies_in_ukraine_and_all_outlines_are_sound():
    hatch, ukraine = next(iter(outlines("crimea").values())), outlines("countries_10m")["Ukraine"]
    assert hatch.difference(ukraine.buffer(0.01)).is_empty
    assert not hatch.contains(
        shapely.Point(gazetteer().loc["kherson", ["lon", "lat"]].astype(float))
    )
    for layer in ("countries_10m", "countries_50m", "countries_110m", "eurasia_110m"):
        assert all(s.is_valid for s in outlines(layer).values())
        assert outlines(layer)["Ukraine"].contains(shapely.Point(34.4, 45.2))


def test_a_place_outside_its_country_is_complained_of(report):
    assert misplaced(report) == []
    turned = report.places.loc["homiel", ["lon", "lat"]].to_numpy()
    report.places.loc["homiel", ["lat", "lon"]] = turned
    assert "Homiel (homiel)" in misplaced(report)[0] and "exchanged?" in misplaced(report)[0]


def test_places_are_found_by_any_spelling(report):
    names = ("Kiev", "gomel", " BABRUYSK ", "Luninets airfield", "Osipovichsky")
    found = [find_place(report, name) for name in names]
    assert found == ["kyiv", "homiel", "babruysk", "luninets-airfield", "asipovichy-ground"]


# --- what it costs


def test_importing_closereading_imports_no_library_of_maps():
    """Most lessons draw no map, and a browser waits for each of these."""
    code = "import closereading, sys; print(*{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "notebooks",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "closereading" in done.stdout.split()
    assert not {"pyproj", "shapely", "cartopy"} & {*done.stdout.split()}
