"""A picture in two layers for tests and benchmarks: the numbers of a report stand still, a band of
men per group moves.
"""

from closereading.drawing import ranges
from closereading.show.layers import Layers


def workbench(report):
    """(Layers, function that draws the same state as a new figure). State: {"men": int}, soldiers
    a group.
    """
    rows = report.numbers.loc[["N07", "N11"]]

    def still(_):
        sheet = ranges.intervals(report, rows)
        sheet.title, sheet.name = "Men times groups", "workbench"
        return sheet

    def moving(sheet, state):
        ax, product = sheet.figure.axes[0], 14 * state["men"]
        line = ax.axvline(product, color="#1c1c1c", linewidth=2)
        sheet.scenery(line, ax.text(product, 0.1, f" {product:,}"))
        sheet.says = f"14 groups of {state['men']} are {product:,}."

    layers = Layers(still, moving)
    return layers, layers.picture
