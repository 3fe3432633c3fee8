"""What each picture of a lesson costs above the floor, from the call to all that a notebook shows;
and the step of each slider. run.py prints it.
"""

import json
import statistics
import time

import matplotlib.pyplot as plt
from closereading import charts, from_where, hedge_dial, maps, open_report, opens, workbench

OTHERS = ("controls", "layout", "tabbable", "tooltip")  # what a step leaves as it is
AIM, AIM_OF_A_MAP = "≤ 150 ms", "≤ 250 ms"


def own(report):
    """A learner's own bar chart, opened."""
    rows = report.claims[report.claims["sourcing"] == "group"]
    _, ax = plt.subplots()
    counted = rows["who"].value_counts()
    ax.barh(counted.index, counted)
    return opens(ax, report.marks(rows), "Claims by groups", "")


def drawings(report):
    """dict: what a picture is -> (function that makes it, what it may cost)."""
    forces = report.numbers[report.numbers["topic"] == "forces"]
    return {
        "claims by speaker": (lambda: charts.counts(report), AIM),
        "table of accounts": (lambda: charts.accounts(report), AIM),
        "five numbers on four axes": (lambda: charts.intervals(report, forces), AIM),
        "days": (lambda: charts.timeline(report), AIM),
        "a learner's own bars": (lambda: own(report), AIM),
        "map of distances": (lambda: maps.distances(report, band=(187, 213)), AIM_OF_A_MAP),
    }


def shown(runs):
    """(what, milliseconds of the first, median of the following, aim) of each picture: made and
    turned into what a notebook shows. Time of the processor, so that other work does not count.
    """
    report = open_report(as_of="2022-02-10")
    for what, (draw, aim) in drawings(report).items():
        times = []
        for _ in range(3 * runs + 1):
            start = time.process_time()
            draw().outputs()
            times.append(1000 * (time.process_time() - start))
        yield what, times[0], statistics.median(times[1:]), aim


def steps(runs):
    """(what, median milliseconds, median bytes, aim) of one step of each widget with a drawing:
    from the state to all that is sent to the page.
    """
    report = open_report(as_of="2022-02-10")
    sizes = [dict(men=men) for men in range(400, 1200, 20)]
    bands = [dict(band=[low, 260]) for low in range(100, 180, 2)]
    readings = [dict(reading=reading) for reading in ("usual", "wide", "logical")]
    for what, panel, states, aim in (
        ("workbench, slider", workbench(report), sizes, "≤ 5 ms, 5 kB"),
        ("from where?, slider", from_where(report), bands, "≤ 40 ms, 30 kB"),
        ("hedge dial, choice", hedge_dial(report), readings, AIM),
    ):
        times, sizes_sent = [], []
        for change in states * runs:
            before = shown_by(panel)
            start = time.process_time()
            panel.values = {**panel.values, **change}
            times.append(1000 * (time.process_time() - start))
            sizes_sent.append(sum(map(size, shown_by(panel).items() - before.items())))
        yield what, statistics.median(times[2:]), statistics.median(sizes_sent[2:]), aim


def shown_by(panel):
    """dict: what a panel has sent to the page, by the names of its traits, as it is sent."""
    names = (name for name in panel.keys if not name.startswith("_") and name != "values")
    found = {name: getattr(panel, name) for name in names if name not in OTHERS}
    return {k: v if isinstance(v, bytes) else json.dumps(v) for k, v in found.items()}


def size(item):
    """int: bytes of what is sent of one trait."""
    name, value = item
    return len(name) + len(value if isinstance(value, bytes) else value.encode())
