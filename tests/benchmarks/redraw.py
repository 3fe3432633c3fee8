"""How fast a slider redraws: the moving layer against a new figure, in one run. Usage: python tests/benchmarks/redraw.py

Kernel: from the state to the bytes of the picture. Page: from the key to the decoded picture, in Chromium, for ipywidgets.interact
with a new figure and for a Panel with Layers. Prints medians and ratios; asserts nothing.
"""
import statistics
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "notebooks")]
import lab  # noqa: E402
from closereading import from_where, open_report  # noqa: E402
from layered import workbench  # noqa: E402

NOTEBOOK = ["import sys; sys.path.insert(0, '../tests')\nfrom closereading import open_report\nfrom layered import workbench\nfrom closereading.panel import Panel\n"
            "from IPython.display import Image, display\nimport io, ipywidgets\nlayers, anew = workbench(open_report())",
            "def draw(men):\n    raw = io.BytesIO(); anew({'men': men}).figure.savefig(raw, format='png', dpi=100); display(Image(raw.getvalue()))\n"
            "ipywidgets.interact(draw, men=ipywidgets.IntSlider(700, 500, 1000, 10, description='Anew'))",
            "Panel('Move.', [dict(id='men', kind='slider', label='Layers', min=500, max=1000, step=10, value=700)], layers)",
            "from closereading import from_where\nwidget = from_where(open_report())\n"
            "def draw_map(low):\n    figure = widget.answer.picture({**widget.values, 'band': [low, 260]}).figure\n"
            "    raw = io.BytesIO(); figure.savefig(raw, format='png', dpi=115); display(Image(raw.getvalue()))\n"
            "ipywidgets.interact(draw_map, low=ipywidgets.IntSlider(150, 100, 250, 1, description='Map anew'))",
            "widget"]
WAIT = """(scope) => new Promise((done) => {
  const root = document.querySelector(scope), t0 = performance.now(), old = root.querySelector('img').src;
  const look = () => { const i = root.querySelector('img'); if (i && i.src !== old && i.complete && i.naturalWidth)
      i.decode().then(() => requestAnimationFrame(() => done(performance.now() - t0)));
    else setTimeout(look, 1); };
  window.armed = true; look(); })"""


def kernel(draw, runs=40):
    """Median milliseconds of draw(state) over states that differ."""
    times = []
    for i in range(runs + 3):
        start = time.perf_counter()
        draw({"men": 500 + 10 * i})
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[3:])


def page_times(page, slider, scope, runs=15):
    """Milliseconds from a key to the decoded picture."""
    times = []
    for _ in range(runs + 2):
        slider.focus()
        page.evaluate(f"window.result = ({WAIT})({scope!r}); 0")
        page.keyboard.press("ArrowRight")
        times.append(page.evaluate("window.result"))
        page.wait_for_timeout(250)
    return statistics.median(times[2:])


def main():
    import io
    report = open_report()
    for dpi in (100, 150, 200):
        layers, anew = workbench(report, dpi)
        new = kernel(lambda s, draw=anew, dpi=dpi: draw(s).figure.savefig(io.BytesIO(), format="png", dpi=dpi))
        moved = kernel(layers.frame)
        print(f"kernel, {dpi} dpi: new figure {new:.0f} ms, moving layer {moved:.0f} ms, ratio {new / moved:.1f}")
    widget = from_where(report)
    state = lambda s: {**widget.values, "band": [s["men"] / 10, 260]}
    new = kernel(lambda s: widget.answer.picture(state(s)).figure.savefig(io.BytesIO(), format="png", dpi=115), 15)
    moved = kernel(lambda s: widget.answer.frame(state(s)), 15)
    print(f"kernel, the map of lesson 02, 115 dpi: new figure {new:.0f} ms, moving layer {moved:.0f} ms, ratio {new / moved:.1f}")
    with lab.server(notebooks={"redraw.ipynb": NOTEBOOK}) as base, lab.browser(height=3000) as page:
        lab.open_notebook(page, base, "redraw.ipynb")
        lab.run_all(page)
        page.locator(".cr-panel img").first.wait_for()
        page.locator(".widget-interact img").first.wait_for()
        page.locator(".cr-panel img").nth(1).wait_for()
        page.locator(".widget-interact img").nth(1).wait_for()
        for i, what in enumerate(("two estimates, 100 dpi", "the map of lesson 02, 115 dpi")):
            for scope in (".cr-panel", ".widget-interact"):
                page.locator(scope).nth(i).evaluate("(e, mark) => e.setAttribute('data-bench', mark)", f"{scope[1:]}{i}")
            panel, interact = f"[data-bench=cr-panel{i}]", f"[data-bench=widget-interact{i}]"
            moved = page_times(page, page.locator(f"{panel} input[type=range]").first, panel)
            anew = page_times(page, page.locator(f"{interact} [role=slider]").first, interact)
            print(f"key to pixels, {what}: interact with a new figure {anew:.0f} ms, Panel with Layers {moved:.0f} ms, ratio {anew / moved:.1f}")


if __name__ == "__main__":
    main()
