"""A picture in two layers for tests and benchmarks: the numbers of a report stand still, a band of
men per group moves.
"""

from closereading import charts
from closereading.drawing.picture import Layers, Picture


def workbench(report, dpi=100):
    """(Layers, function that draws the same state as a new figure). State: {"men": int}, soldiers
    a group.
    """
    rows = report.numbers.loc[["N07", "N11"]]

    def still(_):
        return charts.intervals(report, rows).figure

    def moving(figure, state):
        ax, product = figure.axes[0], 14 * state["men"]
        line = ax.axvline(product, color="#1c1c1c", linewidth=2, gid="furniture")
        label = ax.text(product, 0.1, f" {product:,}", gid="furniture")
        return [line, label], Picture(
            figure,
            report.marks(rows),
            "Men times groups",
            f"14 groups of {state['men']} are {product:,}.",
            "workbench",
            "Interval chart",
        )

    def anew(state):
        figure = still(state)
        return moving(figure, state)[1]

    return Layers(still, moving, dpi=dpi), anew
