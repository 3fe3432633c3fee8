"""Maps of a report's distances, with their strip: each line opens to the claim it tests and to the
two places it joins.
"""

import math

import numpy as np
import pandas as pd
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator
from pyproj import Proj

from ..data.folders import data_folder
from ..data.report import MARK_COLUMNS
from ..data.tables import read_table
from ..geo import EARTH, KM, ends_of, km, line, lines, misplaced, outlines, path, verdict
from .charts import INNER, Page, fade, shade, width
from .picture import ACCENT, INK, Layers, Picture

SEA, LAND, BORDER, WATER, BAND = "#dfe9ee", "#f6f2ea", "#9d9384", "#8fb3c4", "#f2b36b"
ROW = 0.205  # inches
REGION = (18, 43, 46, 60)  # west, south, east, north of the fine outlines
CONVENTION = (
    "Borders as affirmed by the UN General Assembly; state of 10 February 2022. Hatched: Crimea,"
    " Ukraine’s by UNGA 68/262, occupied by Russia since 2014. Since 2014 parts of the Donetsk and"
    " Luhansk regions were not under Ukrainian government control either; they are not marked."
    " Outlines: Natural Earth."
)
SIDES = (
    (1, 0, 1),
    (-1, 0, 1),
    (0, 1, 1),
    (0, -1, 1),
    (1, 1, 0.7),
    (-1, 1, 0.7),
    (-1, -1, 0.7),
    (1, -1, 0.7),
)
DISC = 0.75 * np.clip(
    (1 - np.hypot(*np.meshgrid(np.linspace(-1, 1, 96), np.linspace(-1, 1, 96)))) / 0.55, 0, 1
)  # without an edge: nobody knows where the ground ends
HALO, FURNITURE = [withStroke(linewidth=2.6, foreground="white", alpha=0.9)], dict(gid="furniture")


def distances(
    report,
    claim=None,
    band=(None, None),
    unit="",
    paths=("straight",),
    besides=(),
    title="",
    name="distances",
):
    """Picture: the lines by which a claim of distance is measured, on a map, and the same lines in
    a strip, shortest first.
    claim: its id; default the first that has lines on file. band: (low, high) in `unit`, what to
    let pass; unit: one of KM, default the printed one. paths: which of the lines, "straight",
    "rail" … besides: further straight lines, (start, end). What cannot be drawn is said in a
    sentence.
    """
    claim = claim or next(iter(report.routes["claim"]), None)
    scene = Scene(
        report,
        claim,
        unit
        or next(
            (u for u in report.numbers.loc[report.numbers["from"] == claim, "unit"] if u in KM),
            "miles",
        ),
        paths,
        besides,
        name,
    )
    if scene.trouble:
        return Picture(None, scene.marks.iloc[:0], "", scene.trouble, name)
    return Layers(lambda state: scene.still(title or scene.finding(band)), scene.moving).picture(
        {"band": band, "chosen": ""}
    )


class Scene:
    """What does not depend on the band: marks, projection, frame; and the two layers that are
    drawn with them. `trouble` says why
    nothing can be drawn, else it is "". The states are {"band": (low, high), "chosen": gid of a
    line}.
    """

    def __init__(self, report, claim, unit="miles", paths=("straight",), besides=(), name=""):
        self.report, self.claim, self.unit, self.name = report, claim, unit, name
        self.trouble, self.marks = (
            " ".join(misplaced(report)),
            lines(report, claim, unit, paths, besides),
        )
        if self.marks.empty:
            self.trouble = (
                "There is no line to measure here: a distance needs two places (places.csv) and a"
                " row that joins them (routes.csv)."
            )
        elif (
            max(width(m.label.rsplit(" ", 1)[0], 10.5, "bold") for m in self.marks.itertuples())
            > 0.7 * INNER
        ):
            self.trouble = (
                "The names of these places are too long to stand beside their lines: give them"
                " shorter ones in places.csv."
            )
        if self.trouble:
            return
        self.ways = {m.gid: _way(report, m) for m in self.marks.itertuples()}
        runs = [
            (
                [(p["lon"], p["lat"]) for p in ends_of(report, m.ids)]
                if self.ways[m.gid] is None
                else self.ways[m.gid]
            )
            for m in self.marks.itertuples()
        ]
        self.flat = _Flat(np.concatenate(runs))
        if self.flat.far > 8500:
            self.trouble = "These places lie so far apart that no flat map shows them truly."
        self.runs = shapely.MultiLineString([self.flat(r) for r in runs])
        r = max(_radius(p) for m in self.marks.itertuples() for p in ends_of(report, m.ids))
        low, high = np.reshape(self.runs.bounds, (2, 2)) + [[-r], [r]]
        size = np.maximum((high - low) * (1.34, 1.18), 60_000)
        size = np.maximum(
            size, (size[1] / 0.76, size[0] * 0.5)
        )  # no taller than three quarters of its width, no flatter than half
        self.frame = (*((low + high - size) / 2), *((low + high + size) / 2))
        self.per_inch = size[0] / INNER

    def finding(self, band):
        """The title a map has by itself: how many of its lines fit the words."""
        fits = [verdict(m, *band) for m in self.marks.itertuples()] if band[1] is not None else []
        found = (
            f"{fits.count('in')} of our {len(fits)} fit{'s' * (fits.count('in') == 1)}"
            if fits
            else "from where?"
        )
        return f"“{self.report.claims.loc[self.claim, 'quote']}”: {found}" + (
            f", {fits.count('undecided')} undecided" if "undecided" in fits else ""
        )

    def still(self, title):
        """Figure with the ground of the map, its places, and room for the strip."""
        page, (x0, y0, x1, y1) = Page(title, after=0.08), self.frame
        ax = page.axes((y1 - y0) / self.per_inch)
        ax.set(label="map", xlim=(x0, x1), ylim=(y0, y1), facecolor=SEA)
        ax.xaxis.set_visible(False)
        ax.spines[:].set(visible=True, color=BORDER, linewidth=0.8)
        window, layer = _ground(ax, self.flat, self.frame)
        taken = [_scale_bar(ax, self.flat, self.frame, self.per_inch, self.unit)]
        taken += (
            [_inset(ax, self.flat, self.frame, self.per_inch, self.runs, taken[0])]
            if layer == "countries_10m"
            else []
        )
        self._places(ax, window, layer, taken)
        page.y += 0.08
        slot = page.axes(ROW * len(self.marks) + 0.34)
        page.y += 0.42
        ends = [p for m in self.marks.itertuples() for p in ends_of(self.report, m.ids)]
        fuzzy, origins = (
            any(p["kind"] == "training ground" for p in ends),
            " ".join(p["source"] for p in ends),
        )
        origins = [
            o
            for o in ("GeoNames (CC BY 4.0)", "airportsdata (MIT)", "our own knowledge")
            if o.split(" (")[0] in origins
        ]
        notes = [
            "The lines measure; they are nobody’s route.",
            "A disc is as large as the ground’s place is uncertain." * fuzzy,
            (
                CONVENTION
                if shapely.box(*window).intersects(shapely.box(*REGION))
                else (
                    "Outlines: Natural Earth, coarse."
                    if layer
                    else "No outlines come with this region."
                )
            ),
            (
                "The places are invented."
                if self.report.about.get("invented")
                else f"Places: {', '.join([*origins, 'each'])} as the words below say."
            ),
        ]
        figure = page.done(" ".join(filter(None, notes)))
        self.slot = slot.get_position()
        slot.remove()
        return figure

    def moving(self, figure, state):
        """(artists, Picture): the lines on the map and the strip below it, for one band."""
        (low, high), chosen, held, artists = state["band"], state["chosen"], self.marks, []
        fits = {m.gid: "" if high is None else verdict(m, low, high) for m in held.itertuples()}
        for gid, way in self.ways.items():
            lit = fits[gid] in ("in", "undecided")
            if way is not None:
                artists += figure.axes[0].plot(
                    *self.flat(way).T,
                    color=ACCENT if lit else "#66748a",
                    linewidth=3.4 if gid == chosen else 2.2 if lit else 0.9,
                    linestyle=(0, (3, 1.5)) if fits[gid] == "undecided" else "-",
                    gid=gid,
                    zorder=6 if lit or gid == chosen else 5,
                )
        if high is not None:
            ours = self.again(
                self.report,
                pd.Series(dict(gid="band", low=float(low), high=float(high), unit=self.unit)),
            )
            held = pd.DataFrame([ours, *held.to_dict("records")], columns=MARK_COLUMNS)
        strip = figure.add_axes(self.slot)
        self._strip(strip, held, fits, chosen)
        says = (
            "Each line of the map has its row in the strip, from the least to the most that the"
            " places’ own uncertainty allows."
        )
        says += (
            " Heavy: all of it lies in the band. Dashed, with a question mark: a part of it does."
            if high is not None
            else ""
        )
        left = [m.label for m in self.marks.itertuples() if self.ways[m.gid] is None]
        says += (
            f" Not on the map, since only the length of the way is on file: {', '.join(left)}"
            f" {self.unit}."
            if left
            else ""
        )
        picture = Picture(
            figure,
            held,
            self.finding((low, high)),
            says,
            self.name,
            "Map with a strip of distances",
            again=self.again,
            spot=self.spot,
        )
        picture.dpi = (
            128 if self.name else 98
        )  # a map is heavy; without a name it is only the still view of a widget; at 100 letters grow too wide
        return [*artists, strip], picture

    def _strip(self, ax, held, fits, chosen):
        """Names on the left, ranges on one axis from nought, the band behind them."""
        tall = ROW * len(self.marks) + 0.34
        names = {m.gid: m.label.rsplit(" ", 1) for m in held.itertuples() if m.gid != "band"}
        column = max(width(n, 10.5, "bold") for n, _ in names.values()) + 0.12
        most = held["high"].max()
        unit = most / (
            INNER - column - max(width(f"{n} ?", 10.5, "bold") for _, n in names.values()) - 0.1
        )  # miles an inch
        ax.set(xlim=(-column * unit, (INNER - column) * unit), ylim=(tall, 0), yticks=[])
        ax.set_xticks(
            [
                t
                for t in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(0, most)
                if 0 <= t <= ax.get_xlim()[1]
            ]
        )
        ax.xaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:,g}"))
        ax.set_xlabel(self.unit, labelpad=1).set_x((1 + column / INNER) / 2)
        ax.spines[["left", "top", "right"]].set_visible(False)
        ax.spines["bottom"].set_bounds(0, max(most, ax.get_xticks()[-1]))
        y, begins = 0.34 + ROW / 2, math.inf
        for m in held.itertuples():
            if m.gid == "band":
                begins = m.low
                fade(ax, m.low, m.high, 0.3, tall, BAND, "band")
                room = width(m.label, 10) * unit / 2
                ax.text(
                    min((m.low + m.high) / 2, ax.get_xlim()[1] - room),
                    0.16,
                    m.label,
                    size=10,
                    ha="center",
                    va="center_baseline",
                    color=ACCENT,
                    gid="band",
                )
                continue
            lit = fits[m.gid] in ("in", "undecided")
            how = dict(color=ACCENT if lit else INK, gid=m.gid)
            ax.plot([m.low, m.high], [y, y], linewidth=2, **how)
            ax.add_artist(
                LineCollection(
                    [[(x, y - 0.065), (x, y + 0.065)] for x in (m.low, m.high)],
                    linewidth=1.8,
                    **how,
                )
            )  # quicker than vlines
            text = dict(
                size=10.5,
                weight="bold" if m.gid == chosen or fits[m.gid] == "in" else "regular",
                va="center_baseline",
                color=ACCENT if lit else "#1c1c1c",
                gid=m.gid,
            )
            name, number = names[m.gid]
            ax.text(-0.12 * unit, y, name, ha="right", **text)
            left = (
                m.high < begins < m.high + 0.12 * unit + width(number, 10.5, "bold") * unit
            )  # there it would lie on the band
            ax.text(
                m.low - 0.06 * unit if left else m.high + 0.06 * unit,
                y,
                number + " ?" * (fits[m.gid] == "undecided"),
                ha="right" if left else "left",
                **text,
            )
            y += ROW

    def _places(self, ax, window, layer, taken):
        """Discs, dots and names of the places, each once; names of the ways where there are
        several; names of countries where there is room.
        """
        spots, names, dark = {}, [], dict(color="#1c1c1c", zorder=9)
        for m in self.marks.itertuples():
            for key, row, role in zip(m.ids[1:3], ends_of(self.report, m.ids), ("", ":to")):
                spots.setdefault(key, (row, self.flat([(row["lon"], row["lat"])])[0], m.gid + role))
        for row, (x, y), gid in sorted(spots.values(), key=lambda s: not s[2].endswith(":to")):
            big, r = gid.endswith(":to"), max(_radius(row) * 0.7, 0.05 * self.per_inch)
            if row["kind"] == "training ground":
                wide = _radius(row)
                shade(ax, INK, DISC, (x - wide, x + wide, y - wide, y + wide), gid, zorder=7)
            else:
                ax.plot(
                    [x], [y], "o", color="#1c1c1c", markersize=6 if big else 4, zorder=8, gid=gid
                )
            taken.append(shapely.box(x - 0.7 * r, y - 0.7 * r, x + 0.7 * r, y + 0.7 * r))
            names.append(
                (
                    row["name"],
                    (x, y),
                    r,
                    (
                        dict(size=12, weight="bold", gid=gid, **dark)
                        if big
                        else dict(size=10, gid=gid, **dark)
                    ),
                )
            )
        kinds = {
            "straight line" if len(m.ids) == 3 else "railway": self.ways[
                m.gid
            ]  # written at the shortest straight line
            for m in sorted(self.marks.itertuples(), key=lambda m: -m.low * (len(m.ids) == 3))
            if self.ways[m.gid] is not None
        }
        for kind, way in kinds.items() if len(kinds) > 1 else ():
            names.append(
                (
                    kind,
                    self.flat(way)[len(way) * 2 // 5],
                    0.07 * self.per_inch,
                    dict(size=10, style="italic", color=INK, zorder=9, **FURNITURE),
                )
            )
        for name, shape in outlines(layer).items() if layer else ():
            shape = shapely.transform(shapely.clip_by_rect(shape, *window), self.flat).intersection(
                shapely.box(*self.frame)
            )
            if name != "other land" and shape.area > 0.3 * self.per_inch**2:
                names.append(
                    (
                        name.upper(),
                        shape.representative_point().coords[0],
                        shape,
                        dict(size=9.5, color="#756b5c", zorder=4, **FURNITURE),
                    )
                )
        _write(ax, self.frame, self.per_inch, taken, self.runs, names)

    def again(self, report, mark):
        """dict: a mark computed anew. Of the band the ends are the reader's; everything else is
        the report's.
        """
        if mark.gid != "band":
            return line(report, *mark.ids, unit=mark.unit)
        row = report.claims.loc[self.claim]
        return dict(
            zip(
                MARK_COLUMNS,
                (
                    "band",
                    f"“{row['quote']}” as {mark.low:,g} to {mark.high:,g}",
                    mark.low,
                    mark.high,
                    mark.unit,
                    (self.claim,),
                    (row["quote"],),
                    (f"paragraph {row['paragraph']}",),
                    row["who"],
                    "the band that was chosen here: a reading of these words",
                    "",
                ),
            )
        )

    def spot(self, report, mark, role, artist):
        """Complaints about an artist on the map: a point is its place, a disc as wide as it is
        uncertain, a line the way between its places.
        """
        if mark.gid == "band":
            return []
        row, way = ends_of(report, mark.ids)[role == "to"], _way(report, mark)
        (x, y), r = self.flat([(row["lon"], row["lat"])])[0], _radius(row)
        near = lambda a, b: np.shape(a) == np.shape(b) and np.allclose(a, b, atol=1)
        if artist is None:
            good, wrong = way is None, "its line is not on the map"
        elif hasattr(artist, "get_text"):
            good, wrong = (
                " ".join(artist.get_text().split()) == row["name"],
                f"the map calls it {artist.get_text()}; the report says {row['name']}",
            )
        elif hasattr(artist, "get_extent"):
            good, wrong = (
                near(artist.get_extent(), (x - r, x + r, y - r, y + r)),
                "its disc is not where the report has it, or not as wide as it is uncertain",
            )
        else:
            drawn = np.asarray(artist.get_xydata(), float)
            good = near(drawn, [(x, y)] if len(drawn) == 1 or way is None else self.flat(way))
            wrong = f"drawn elsewhere than the report has {row['name']} and its line"
        return [] if good else [wrong]


class _Flat:
    """A projection for some points: a conic for the middle latitudes, else equal-area. Called with
    lon and lat it gives metres; back() undoes it.
    """

    def __init__(self, points):
        turn = np.radians(points[:, 0])
        self.lon, self.south, north = (
            math.degrees(math.atan2(np.sin(turn).mean(), np.cos(turn).mean())),
            points[:, 1].min(),
            points[:, 1].max(),
        )
        self.west, self.east = (
            end(self.lon + (points[:, 0] - self.lon + 180) % 360 - 180) for end in (min, max)
        )
        mid, quarter = (self.south + north) / 2, max((north - self.south) / 4, 1)
        conic = (
            dict(proj="lcc", lat_1=mid - quarter, lat_2=mid + quarter)
            if abs(mid) - quarter > 15
            else dict(proj="laea")
        )
        self.proj, self.far = (
            Proj(**conic, lat_0=mid, lon_0=self.lon, ellps="WGS84"),
            max(km((mid, self.lon), (p[1], p[0])) for p in points),
        )

    def __call__(self, lonlat):
        return np.column_stack(self.proj(*np.asarray(lonlat, float).T))

    def back(self, xy):
        """Array of lon and lat."""
        return np.column_stack(self.proj(*np.asarray(xy, float).T, inverse=True))


def _radius(row):
    return 0.0 if pd.isna(row["uncertainty_km"]) else 1000 * row["uncertainty_km"]


def _way(report, mark):
    """Array of lon and lat along a mark: the geodesic; by rail its stations; None where only the
    length of a way is on file.
    """
    places = ends_of(report, mark.ids)
    if len(mark.ids) == 3:
        return path(*places)
    stations = read_table(data_folder() / "reference" / "rail.csv", "rail")[0].set_index("station")
    names = [p["name"] for p in places]
    if report.routes.loc[mark.ids[3], "path"] != "rail" or not set(names) <= set(stations.index):
        return None
    a, b = stations.loc[names, "km"]
    return (
        stations[stations["km"].between(min(a, b), max(a, b))]
        .sort_values("km", ascending=a < b)[["lon", "lat"]]
        .to_numpy()
    )


def _ground(ax, flat, frame):
    """Countries, waters, meridians and parallels, as furniture. Gives the window (west, south,
    east, north) and the layer that was drawn, or "".
    """
    x0, y0, x1, y1 = frame
    edge = flat.back([(x, y) for x in np.linspace(x0, x1, 9) for y in np.linspace(y0, y1, 9)])
    edge[:, 0] = (
        flat.lon + (edge[:, 0] - flat.lon + 180) % 360 - 180
    )  # across 180 degrees: count on
    (west, south), (east, north) = edge.min(axis=0), edge.max(axis=0)
    window = (west - 2, south - 2, east + 2, north + 2)
    fine = west > REGION[0] and south > REGION[1] and east < REGION[2] and north < REGION[3]
    layer = (
        "countries_10m"
        if fine
        else "eurasia_110m"
        if -12 < flat.west and flat.east < 180 and flat.south > 20
        else ""
    )
    if layer:
        _land(ax, flat, window, layer)
    step = next(s for s in (1, 2, 5, 10, 20, 40) if (north - south) / s < 6)
    net = dict(color="#8a94a0", alpha=0.45, linewidth=0.5, zorder=3, **FURNITURE)
    for lon in range(math.floor(west / step) * step, math.ceil(east) + step, step):
        ax.plot(
            *flat(
                [
                    (lon, lat)
                    for lat in np.linspace(max(south - step, -89), min(north + step, 89), 60)
                ]
            ).T,
            **net,
        )
    for lat in range(math.floor(south / step) * step, math.ceil(north) + step, step):
        ax.plot(*flat([(lon, lat) for lon in np.linspace(west - step, east + step, 90)]).T, **net)
    return window, layer


def _land(ax, flat, window, layer):
    """Countries, the hatch on Crimea and waters, in that order."""
    for name, shape in outlines(layer).items():
        _patch(
            ax,
            flat,
            window,
            shape,
            facecolor=LAND,
            edgecolor="none" if name == "other land" else BORDER,
            linewidth=0.7,
        )
    crimea = shapely.intersection(*outlines("crimea").values(), outlines(layer)["Ukraine"])
    _patch(
        ax,
        flat,
        window,
        crimea,
        facecolor="none",
        edgecolor="#5d554b",
        linewidth=0,
        hatch="///////",
    )
    for waters, look in (
        (
            ("rivers", dict(facecolor="none", linewidth=0.9)),
            ("lakes", dict(facecolor=SEA, linewidth=0.4)),
        )
        if layer == "countries_10m"
        else ()
    ):
        for shape in outlines(waters).values():
            _patch(ax, flat, window, shape, edgecolor=WATER, **look)


def _patch(ax, flat, window, shape, **look):
    """A shape in lon and lat."""
    parts = [p for p in shapely.get_parts(shapely.clip_by_rect(shape, *window)) if not p.is_empty]
    rings = [
        r
        for p in parts
        for r in (
            [p.exterior, *p.interiors]
            if p.geom_type == "Polygon"
            else [p]
            if "Line" in p.geom_type
            else []
        )
    ]
    if rings:
        ax.add_artist(
            PathPatch(
                Path.make_compound_path(*[Path(flat(r.coords)) for r in rings]),
                zorder=2,
                **FURNITURE,
                **look,
            )
        )


def _inset(ax, flat, frame, per_inch, runs, bar):
    """A small map of the whole region in the emptiest corner, the frame of the large one drawn in.
    Gives the box it takes.
    """
    side, gap = 1.22 * per_inch, 0.05 * per_inch
    corners = [
        (x, y)
        for x in (frame[2] - side - gap, frame[0] + gap)
        for y in (frame[3] - side - gap, frame[1] + gap)
    ]
    x, y = min(
        corners,
        key=lambda c: (
            shapely.box(*c, c[0] + side, c[1] + side).intersection(shapely.union(runs, bar)).length
        ),
    )
    small = ax.inset_axes(
        (x, y, side, side),
        transform=ax.transData,
        facecolor=SEA,
        xlim=(-790_000, 790_000),
        ylim=(-790_000, 790_000),
        xticks=[],
        yticks=[],
        zorder=4,
    )
    small.spines[:].set(visible=True, color="#5a5a5a", linewidth=0.8)
    whole = _Flat(np.array([(20.8, 44.3), (43.2, 57.7)]))
    _land(small, whole, REGION, "countries_50m")
    small.plot(
        *whole(
            flat.back([(frame[i], frame[j]) for i, j in ((0, 1), (0, 3), (2, 3), (2, 1), (0, 1))])
        ).T,
        color=ACCENT,
        linewidth=1.2,
        zorder=4,
        **FURNITURE,
    )
    small.text(
        *whole([(34.4, 46.15)])[0],
        "Crimea",
        size=9.5,
        ha="center",
        va="bottom",
        color="#1c1c1c",
        zorder=4,
        path_effects=HALO,
        **FURNITURE,
    )
    return shapely.box(x - gap, y - gap, x + side + gap, y + side + gap)


def _scale_bar(ax, flat, frame, per_inch, unit):
    """A bar of a round length, true in the middle of the map. Gives the box it takes."""
    ((lon, lat),) = flat.back([((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2)])
    metres = math.dist(*flat([(lon, lat), EARTH.fwd(lon, lat, 90, 1000 * KM[unit])[:2]]))
    length = max(
        n * 10**e for e in range(5) for n in (1, 2, 5) if n * 10**e * metres < 1.2 * per_inch
    )
    x, y, wide = frame[0] + 0.12 * per_inch, frame[1] + 0.1 * per_inch, length * metres
    ax.plot(
        [x, x, x + wide, x + wide],
        [y + 0.05 * per_inch, y, y, y + 0.05 * per_inch],
        color="#1c1c1c",
        linewidth=1.2,
        zorder=4,
        **FURNITURE,
    )
    ax.text(
        x,
        y + 0.04 * per_inch,
        f" {length:,} {unit}",
        size=9.5,
        va="bottom",
        color="#1c1c1c",
        zorder=4,
        **FURNITURE,
    )
    return shapely.box(frame[0], frame[1], x + max(wide, 0.95 * per_inch), y + 0.25 * per_inch)


def _write(ax, frame, per_inch, taken, runs, names):
    """Writes names where they cover least: beside a point, in one line or two; or inside a shape,
    but only where they cover nothing.
    names: list of (text, point, distance to keep or the shape to stay in, look). taken: boxes that
    are full. runs: lines not to be crossed.
    """
    beside, placed = [n for n in enumerate(names) if isinstance(n[1][2], float)], {}
    for i, (text, (x, y), r, look) in [
        *beside,
        *beside,
        *list(enumerate(names))[len(beside) :],
    ]:  # twice, so that the first make room for the last
        options, room = [], shapely.box(*frame) if isinstance(r, float) else r
        for rows in dict.fromkeys(((text,), tuple(text.split(" ", 1)))):
            w = (
                (max(width(t, look["size"], look.get("weight", "regular")) for t in rows) + 0.04)
                * per_inch
                / 2
            )
            h = (
                (look["size"] * len(rows) / 2 + 2.5) / 72 * per_inch
            )  # room, so that no two read as one
            if isinstance(r, float):
                middles = [(x + dx * (f * r + w), y + dy * (f * r + h)) for dx, dy, f in SIDES]
            else:
                middles = sorted(
                    (
                        (a, b)
                        for a in np.linspace(*r.bounds[::2], 24)
                        for b in np.linspace(*r.bounds[1::2], 24)
                    ),
                    key=lambda m: math.dist(m, (x, y)),
                )
            options += [
                (shapely.box(a - w, b - h, a + w, b + h), "\n".join(rows)) for a, b in middles
            ]
        boxes, full = (
            np.array([b for b, _ in options]),
            np.array([*taken, *(placed[j][0] for j in placed if j != i)]),
        )
        shapely.prepare(room)
        over = (
            shapely.area(shapely.intersection(boxes[:, None], full)) / shapely.area(boxes)[:, None]
        )
        cost = (
            (12 * (over > 0) + 30 * over).sum(axis=1)
            + 100.0 * ~shapely.contains(room, boxes)
            + [0.5 * t.count("\n") for _, t in options]
        )
        cost = (cost + shapely.length(shapely.intersection(boxes, runs)) / (0.05 * per_inch)).round(
            6
        )
        if isinstance(r, float) or cost.min() == 0:
            placed[i] = options[cost.argmin()]
    for i, (box, text) in placed.items():
        ax.text(
            *box.centroid.coords[0],
            text,
            ha="center",
            va="center",
            linespacing=1,
            path_effects=HALO,
            **names[i][3],
        )
