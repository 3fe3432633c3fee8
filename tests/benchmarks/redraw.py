"""How fast a slider redraws: the moving layer against a new figure, in one run; run.py prints it.

Kernel: from the state to the bytes of the picture, or to what moves. Page: from the key to the
decoded picture, in Chromium, for ipywidgets.interact with a new figure and for a Panel with Layers.
"""

import io
import statistics
import subprocess
import sys
import time
from pathlib import Path

import lab
from closereading import from_where, open_report
from layered import workbench

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NOTEBOOK = [
    (
        "import sys; sys.path.insert(0, '../tests')\nfrom closereading import open_report\nfrom"
        " layered import workbench\nfrom closereading.show.panel import Panel, guard_page\nfrom"
        " closereading.show.controls import Slider\nfrom IPython.display import Image,"
        " display\nimport io, ipywidgets\nlayers, anew = workbench(open_report()); guard_page()"
    ),
    (
        "def draw(men):\n    raw = io.BytesIO(); anew({'men': men}).figure.savefig(raw,"
        " format='png', dpi=100); display(Image(raw.getvalue()))\nipywidgets.interact(draw,"
        " men=ipywidgets.IntSlider(700, 500, 1000, 10, description='Anew'))"
    ),
    (
        "Panel('Move.', [Slider(id='men', label='Layers', min=500, max=1000, step=10,"
        " value=700)], layers)"
    ),
    (
        "from closereading import from_where\nwidget = from_where(open_report())\ndef"
        " draw_map(low):\n    figure = widget.answer.picture({**widget.values, 'band': [low,"
        " 260]}).figure\n    raw = io.BytesIO(); figure.savefig(raw, format='png', dpi=115);"
        " display(Image(raw.getvalue()))\nipywidgets.interact(draw_map,"
        " low=ipywidgets.IntSlider(150, 100, 250, 1, description='Map anew'))"
    ),
    "widget",
]
WAIT = """(scope) => new Promise((done) => {
  const root = document.querySelector(scope);
  const t0 = performance.now();
  // a panel's picture is its ground and what lies on it, that of interact an image
  const now = () => (root.querySelector('.cr-picture g')?.innerHTML ?? '')
    + root.querySelector('img')?.src;
  const old = now();
  const told = () => requestAnimationFrame(() => done(performance.now() - t0));
  const look = () => {
    const i = root.querySelector('img');
    if (i && now() !== old && i.complete && i.naturalWidth) i.decode().then(told);
    else setTimeout(look, 1);
  };
  window.armed = true; look(); })"""


def in_the_kernel(runs):
    """(what, milliseconds of a new figure, of the moving layer), from the state to the bytes of
    the picture: medians over states that differ.
    """

    def median(draw):
        times = []
        for i in range(runs + 3):
            start = time.perf_counter()
            draw({"men": 500 + 10 * i})
            times.append(1000 * (time.perf_counter() - start))
        return statistics.median(times[3:])

    report = open_report()
    layers, anew = workbench(report)
    new = median(lambda s: anew(s).figure.savefig(io.BytesIO(), format="png", dpi=100))
    yield "interval chart", new, median(layers.frame)
    widget = from_where(report)
    state = lambda s: {**widget.values, "band": [s["men"] / 10, 260]}
    new = median(
        lambda s: widget.answer.picture(state(s)).figure.savefig(
            io.BytesIO(), format="png", dpi=115
        )
    )
    yield "map of lesson 02", new, median(lambda s: widget.answer.frame(state(s)))


MAPS = {
    "lesson 02, near": "maps.distances(report, band=(187, 213))",
    "lesson 02, far east": "maps.distances(report, 'C05', paths=('straight', 'rail'))",
    "the stadium": "maps.distances(open_report('full-house'))",
}
DRAW = """
import sys, time, statistics
from closereading import maps, open_report
report, times = open_report(as_of="2022-02-10"), []
for _ in range({runs}):
    start = time.perf_counter()
    {draw}.png()
    times.append(1000 * (time.perf_counter() - start))
print(times[0], statistics.median(times[1:]))
"""


def maps_drawn(runs):
    """dict of what -> (milliseconds of the first map of a fresh process, of the later ones)."""
    found = {}
    for what, draw in MAPS.items():
        code = DRAW.format(runs=runs + 1, draw=draw)
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=NOTEBOOKS, capture_output=True, text=True, check=True)
        first, later = map(float, done.stdout.split())
        found[what] = first, later
    return found


def on_the_page(runs):
    """(what, milliseconds of interact with a new figure, of Panel with Layers), from a key to the
    decoded picture: medians.
    """

    def median(page, slider, scope):
        times = []
        for _ in range(runs + 2):
            slider.focus()
            page.evaluate(f"window.result = ({WAIT})({scope!r}); 0")
            page.keyboard.press("ArrowRight")
            times.append(page.evaluate("window.result"))
            page.wait_for_timeout(250)
        return statistics.median(times[2:])

    with lab.server() as server, lab.browser(height=3000) as page:
        server.put("redraw.ipynb", NOTEBOOK)
        base = server.address
        lab.open_notebook(page, base, "redraw.ipynb")
        lab.run_all(page)
        for i in range(2):
            page.locator(".cr-panel img").nth(i).wait_for()
            page.locator(".widget-interact img").nth(i).wait_for()
        for i, what in enumerate(("interval chart", "map of lesson 02")):
            for scope in (".cr-panel", ".widget-interact"):
                page.locator(scope).nth(i).evaluate(
                    "(e, mark) => e.setAttribute('data-bench', mark)", f"{scope[1:]}{i}"
                )
            panel, interact = f"[data-bench=cr-panel{i}]", f"[data-bench=widget-interact{i}]"
            moved = median(page, page.locator(f"{panel} input[type=range]").first, panel)
            yield (
                what,
                median(page, page.locator(f"{interact} [role=slider]").first, interact),
                moved,
            )
