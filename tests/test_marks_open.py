"""Every mark opens where it stands: the area that a page lays over it holds what is drawn of it.

The areas are read from the words table, as a page reads them; the places of the marks are found
again from the data of the artists. Swapping two areas, shifting one, dropping one: each is seen.
"""

import re

import marked
import matplotlib.pyplot as plt
import numpy as np
import pytest
from bs4 import BeautifulSoup
from closereading import (
    charts,
    from_where,
    hedge_dial,
    maps,
    open_report,
    opens,
    unexplained,
    workbench,
)
from closereading.drawing.sheet import Ground
from closereading.drawing.style import our_style
from closereading.marks import Role
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

WIDTH = 640  # px of a picture on a page; a button is at least 24 px wide and high
LEAST = 24 * 1000 / WIDTH  # of a button, in thousandths of the picture's width


def pictures(report):
    """The pictures of the lessons."""
    yield charts.counts(report)
    yield charts.accounts(report)
    yield charts.intervals(report)
    yield charts.timeline(report)
    if report.routes.size:
        yield maps.distances(report, report.routes["claim"].iloc[0], band=(187, 213))


def drawn_by_learners(report):
    """Pictures that a learner draws with pandas or matplotlib, opened: bars, a line, an arrow."""
    groups = report.claims[report.claims["sourcing"] == "group"]
    _, ax = plt.subplots()
    counted = groups["who"].value_counts()
    ax.barh(counted.index, counted)
    yield opens(ax, report.marks(groups), "Claims by groups", "")
    for key, draw in {"N11": drawn_line, "N05": drawn_arrow}.items():
        row = report.numbers.loc[[key]]
        _, ax = plt.subplots(figsize=(6, 1.7))
        ax.set(xlim=(0, 200_000), yticks=[0], yticklabels=row["words"])
        draw(ax)
        yield opens(ax, report.marks(row), row["words"].iloc[0], "")
    listed = report.places[report.places["kind"] == report.places["kind"].iloc[0]]
    ax = listed.plot.scatter("lon", "lat", figsize=(6, 4.5))
    yield maps.opens(ax, report, listed, "Some places", "Placed by longitude and latitude.")


def drawn_line(ax):
    """Janes’ range, as lesson 03 has it drawn."""
    ax.plot([8_000, 14_000], [0, 0], "|-", markersize=14)


def drawn_arrow(ax):
    """The open end of “over 100,000 troops”, as lesson 03 has it drawn."""
    ax.plot(100_000, 0, "|", markersize=14)
    ax.annotate("", xy=(170_000, 0), xytext=(100_000, 0), arrowprops={"arrowstyle": "->"})


def others(report):
    """Further pictures of the lessons: of other rows, of other places."""
    yield charts.intervals(report, report.elsewhere.loc[["X05", "X06", "X07", "X08"]])
    known = report.events["known_on"] <= report.published
    yield charts.timeline(report, report.events[known], "The report’s own days")
    yield maps.distances(report, "C05", band=(5500, 6000), paths=("straight", "rail"))
    yield charts.in_their_words(report)


def states(report):
    """Pictures of each widget in some of its states."""
    if report.folder.name == "bare":
        return
    dial = hedge_dial(report)
    for reading in ("logical", "usual", "wide"):
        yield dial.answer(dict(dial.values) | {"reading": reading})
    bench = workbench(report)
    slider = next(c for c in bench.controls if c.id == "men")
    for men in (slider.min, slider.value, slider.max):
        yield bench.answer.picture(dict(bench.values) | {"men": men})
    place = from_where(report)
    for town in next(c for c in place.controls if hasattr(c, "options")).options[:3]:
        yield place.answer.picture(dict(place.values) | {"from": town})


def areas(picture):
    """list of lists of (x, y, width, height), one list for each mark, as a page finds them."""
    soup = BeautifulSoup(str(picture.words()), "html.parser")
    bodies = soup.find_all("tbody")
    assert len(bodies) == len(picture.marks)
    return [marked.areas(body.get("data-at", "")) for body in bodies]


def told(picture):
    """list of str: data-at of each mark."""
    bodies = BeautifulSoup(str(picture.words()), "html.parser").find_all("tbody")
    return [body.get("data-at", "") for body in bodies]


@our_style()
def drawn(sheet):
    """{number of a mark: list of points, in thousandths of the picture} of what is drawn of it."""
    FigureCanvasAgg(sheet.figure).draw()
    size = np.array([sheet.figure.bbox.width, sheet.figure.bbox.height])
    number = {mark.row: i for i, mark in enumerate(sheet.marks)}
    found = {i: [] for i in number.values()}
    for ax, artist, mark, role, points in sheet.entries():
        if ax is None or mark.row not in number:
            continue
        on_a_map = isinstance(sheet.means(ax), Ground)
        if role in (Role.VALUE, Role.OPEN_END, Role.EMPTY) or (role is Role.PLACE and on_a_map):
            line = isinstance(artist, Line2D)  # one right across its Axes has a height of its own
            pixels = (artist.get_transform() if line else ax.transData).transform(points) / size
            if role is Role.EMPTY:
                pixels = artist.get_window_extent().get_points() / size
            found[number[mark.row]] += [(1000 * x, 1000 * (1 - y)) for x, y in pixels]
    return found


def holds(area, point, ratio):
    """Whether the button over an area holds a point; ratio: width of the picture to its height."""
    x, y, wide, high = area
    half = max(wide, LEAST) / 2, max(high, LEAST * ratio) / 2
    return all(
        abs(at - (low + size / 2)) <= reach + 1
        for at, low, size, reach in zip(point, (x, y), (wide, high), half)
    )


def missing(picture, given, points=None):
    """list of (label of a mark, what is wrong): marks whose areas do not hold what is drawn, or
    lie where nothing of them is drawn.
    """
    ratio = picture.figure.get_figwidth() / picture.figure.get_figheight()
    points = points or drawn(picture.sheet)
    wrong = []
    for i, (mark, mine) in enumerate(zip(picture.marks, given, strict=True)):
        if not mine:
            wrong.append((mark.label, "has no area"))
        inside = [any(holds(area, point, ratio) for area in mine) for point in points[i]]
        if points[i] and not all(inside):
            wrong.append((mark.label, "is drawn outside its areas"))
    return wrong


@pytest.mark.parametrize("name", ["union-resolve", "full-house", "bare"])
def test_each_area_holds_its_mark(name):
    report = open_report(name)
    for picture in [*pictures(report), *states(report)]:
        if picture.figure is not None:
            assert missing(picture, areas(picture)) == [], picture.title


def spoilt(given):
    """Generator of (what was done, which mark, areas): two areas swapped, one moved 30 px across or
    90 px down, one dropped.
    """
    for i in range(len(given) - 1):
        yield "swapped", i, [*given[:i], given[i + 1], given[i], *given[i + 2 :]]
    far = 30 * 1000 / WIDTH
    for i, mine in enumerate(given):
        for across, down in ((far, 0), (0, far * 3)):
            moved = [[x + across, y + down, wide, high] for x, y, wide, high in mine]
            yield "moved", i, [*given[:i], moved, *given[i + 1 :]]
        yield "dropped", i, [*given[:i], [], *given[i + 1 :]]


@pytest.mark.parametrize("made", [pictures, others, drawn_by_learners, states])
def test_a_swapped_moved_or_dropped_area_is_seen(report, made):
    for picture in made(report):
        given, seen = areas(picture), drawn(picture.sheet)
        assert missing(picture, given, seen) == []
        for what, which, changed in spoilt(given):
            found = dict(missing(picture, changed, seen))
            assert found, (picture.title, what, which)
            if what == "dropped":
                assert picture.marks[which].label in found


def test_the_areas_are_told_in_thousandths(report):
    found = [at for picture in pictures(report) for at in told(picture)]
    four = r"\d+( \d+){3}"
    area = rf"{four}( ~ \d+ \d+( \d+ \d+)+)?"
    form = rf"{area}(; {area})*( \| ({four}(; {four})*)?)?( \| {four}(; {four})*)?"
    assert len(found) > 80 and all(re.fullmatch(form, text) for text in found)


# --- a square opens the one claim that it stands for


@our_style()
def misplaced(picture, report, given):
    """list of (mark's label, place in its evidence): squares that do not hold just the paragraph of
    their claim. given: list of data-at.
    """
    sheet = picture.sheet
    FigureCanvasAgg(sheet.figure).draw()
    size = np.array([sheet.figure.bbox.width, sheet.figure.bbox.height])
    written = [
        (mark.row, text.get_text(), text.get_window_extent().get_points().mean(axis=0) / size)
        for text, ((mark, role), *_) in sheet.shown.items()
        if role is Role.CITED
    ]
    wrong = []
    for mark, at in zip(picture.marks, given, strict=True):
        squares = marked.squares(at)
        for i, (key, (x, y, wide, high)) in enumerate(zip(mark.ids, squares, strict=False)):
            inside = [
                text
                for row, text, (across, up) in written
                if row == mark.row
                and x <= 1000 * across <= x + wide
                and y <= 1000 * (1 - up) <= y + high
            ]
            if inside != [str(report.claims.loc[key, "paragraph"])]:
                wrong.append((mark.label, i))
        if squares and len(squares) != len(mark.ids):
            wrong.append((mark.label, len(squares)))
    return wrong


def test_each_square_opens_its_own_claim(report):
    for picture in (charts.counts(report), charts.accounts(report)):
        given = told(picture)
        assert sum(len(marked.squares(at)) for at in given) == len(report.claims)
        assert misplaced(picture, report, given) == []
        longest = max(given, key=lambda at: len(marked.squares(at)))
        head, _, single = longest.rpartition(" | ")
        first, *more = single.split("; ")
        turned = [*more, first]
        spoilt = (turned, more, [first.replace(" ", " 9", 1), *more])
        for squares in spoilt:  # in another order, one dropped, one elsewhere
            others = [f"{head} | {'; '.join(squares)}" if at == longest else at for at in given]
            assert misplaced(picture, report, others) != []


# --- what is written for a mark opens it, too


@our_style()
def written(sheet):
    """{number of a mark: list of points, in thousandths} of the middles of its labels and bands."""
    FigureCanvasAgg(sheet.figure).draw()
    size = np.array([sheet.figure.bbox.width, sheet.figure.bbox.height])
    number = {mark.row: i for i, mark in enumerate(sheet.marks)}
    found = {i: [] for i in number.values()}
    for artist, entries in sheet.shown.items():
        for mark, role in entries:
            if role in (Role.LABEL, Role.HEAD, Role.ALLOWED):
                x, y = (
                    Text.get_window_extent(artist)
                    if isinstance(artist, Text)
                    else artist.get_window_extent()
                ).get_points().mean(axis=0) / size
                found[number[mark.row]].append((1000 * x, 1000 * (1 - y)))
    return found


def unlabelled(given, points):
    """list of int: the marks for which something is written where they do not open. given: list of
    data-at.
    """
    return [
        i
        for i, at in enumerate(given)
        if not all(any(_in(p, a) for a in marked.labels(at) + marked.areas(at)) for p in points[i])
    ]


def _in(point, area):
    x, y, wide, high = area
    return x - 1 <= point[0] <= x + wide + 1 and y - 1 <= point[1] <= y + high + 1


@pytest.mark.parametrize("name", ["union-resolve", "full-house", "bare"])
def test_each_label_opens_its_mark(name):
    report = open_report(name)
    for picture in [*pictures(report), *states(report)]:
        if picture.figure is not None:
            points = written(picture.sheet)
            assert all(points.values()), picture.title  # each mark has a label
            assert unlabelled(told(picture), points) == [], picture.title


@pytest.mark.parametrize("made", [pictures, others, drawn_by_learners, states])
def test_a_label_that_opens_nothing_is_seen(report, made):
    for picture in made(report):
        given = told(picture)
        points = written(picture.sheet)
        assert unlabelled(given, points) == []
        for i, at in enumerate(given):
            if marked.labels(at):
                dropped = at.partition(" | ")[0]
                assert unlabelled([*given[:i], dropped, *given[i + 1 :]], points) == [i]


@our_style()
def off_their_lines(sheet, given):
    """list of int: the marks of lines that do not open all along. given: list of data-at."""
    FigureCanvasAgg(sheet.figure).draw()
    size = np.array([sheet.figure.bbox.width, sheet.figure.bbox.height])
    number = {mark.row: i for i, mark in enumerate(sheet.marks)}
    wrong = set()
    for ax, _, mark, role, points in sheet.entries():
        if role is Role.LINE:
            line = [(1000 * x, 1000 * (1 - y)) for x, y in ax.transData.transform(points) / size]
            told_of = marked.ways(given[number[mark.row]])
            near = [min(marked.from_way(p, way) for way in told_of) < 5 for p in line if told_of]
            if not (near and all(near)):
                wrong.add(number[mark.row])
    return sorted(wrong)


def test_a_line_opens_all_along(report):
    railways = maps.distances(report, "C05", band=(5500, 6000), paths=("straight", "rail"))
    straight = maps.distances(report, report.routes["claim"].iloc[0], band=(187, 213))
    for picture in (straight, railways):
        given = told(picture)
        lines = [i for i, at in enumerate(given) if marked.ways(at)]
        assert len(lines) >= 4 and off_their_lines(picture.sheet, given) == []
        for i in lines:
            cut = re.sub(r" ~ (\d+ \d+) .*?(?=;| \||$)", r" ~ \1 \1", given[i])
            assert cut != given[i]
            assert off_their_lines(picture.sheet, [*given[:i], cut, *given[i + 1 :]]) == [i]


# --- the audit asks the same: what tells of a mark belongs to it


def test_lettering_that_tells_of_a_mark_and_opens_nothing_is_found(report):
    forces = report.numbers[report.numbers["topic"] == "forces"]
    for said in ("14,000", "Janes: “8,000 to 14,000 troops”"):
        picture = charts.intervals(report, forces)
        assert unexplained(picture, report) == []
        ax = picture.figure.axes[0]
        picture.sheet.scenery(ax.text(0, 0, said))
        (found,) = unexplained(picture, report)
        assert "it tells of Janes" in found and "does not open to it" in found
        picture = charts.intervals(report, forces)
        picture.sheet.scenery(picture.figure.axes[0].text(0, 0, "14,000 of something else"))
        assert unexplained(picture, report) == []


def test_a_head_opens_to_just_its_cells(report):
    picture = charts.accounts(report)
    heads = [text for texts in picture.sheet.ticks.values() for text in texts]
    assert len(heads) == 5 + 6 and unexplained(picture, report) == []
    for head in heads:
        entries = picture.sheet.shown[head]
        for others in (entries[1:], entries + picture.sheet.shown[heads[0]]):
            if others != entries and others != entries * 2:
                picture.sheet.shown[head] = others
                (found,) = unexplained(picture, report)
                assert "does not open to the marks of just its cells" in found
        picture.sheet.shown[head] = entries


def test_an_empty_cell_that_is_no_mark_is_found(report):
    for make in (charts.accounts, charts.in_their_words):
        picture = make(report)
        empty = [
            mark for mark in picture.marks if mark.row.table == "cells" and mark.high != mark.high
        ]
        assert len(empty) == 14 and all(mark.evidence for mark in empty)
        picture.sheet.marks.remove(empty[0])
        assert any("no mark explains it" in found for found in unexplained(picture, report))


def test_of_an_empty_cell_it_is_told_how_many_claims_were_looked_through(report):
    claims = report.claims
    told_of = [
        (mark, e.words) for mark in charts.accounts(report).marks for e in mark.evidence if e.ours
    ]
    looked = [(mark, words) for mark, words in told_of if "looked through" in words]
    assert looked
    for mark, words in looked:
        account, topic = mark.row.id
        mine, others = (claims["account"] == account).sum(), (claims["topic"] == topic).sum()
        assert re.findall(r"\d+", words) == [str(len(claims)), str(mine), str(others)]
