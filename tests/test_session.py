"""What a user's own settings change in a picture, and what the toolkit changes outside: nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
HOSTILE = """
text.usetex: True
axes.grid: True
axes.facecolor: yellow
lines.linewidth: 9
hatch.linewidth: 7
font.family: serif
font.size: 23
axes.unicode_minus: False
axes.formatter.use_locale: True
axes.xmargin: 0.4
figure.autolayout: True
figure.dpi: 41
savefig.bbox: tight
text.hinting: none
path.sketch: 1, 100, 2
timezone: Pacific/Auckland
patch.linewidth: 8
"""
DRAW = """
import hashlib, json
import matplotlib
import closereading as cr
report = cr.open_report(as_of="2022-02-10")
pictures = [
    cr.charts.counts(report), cr.charts.intervals(report), cr.charts.accounts(report),
    cr.charts.timeline(report), cr.maps.distances(report),
]
dial = cr.hedge_dial(report)
bench = cr.workbench(report)
def own():
    ax = report.claims["account_name"].value_counts().sort_index().plot.barh(figsize=(4, 3))
    return hashlib.sha256(cr.opens(ax, report.marks(), "Own", "Own.").png()).hexdigest()
with matplotlib.rc_context({"text.usetex": False}):  # there may be no LaTeX here
    unlike = own()
cr.begin("04")
shown = [(p.alt, p.html()) for p in pictures] + [(dial.alt, dial.view), (bench.alt, bench.view)]
parts = [[alt, hashlib.sha256(str(html).encode()).hexdigest()] for alt, html in shown]
moved = [hashlib.sha256(bench.ground).hexdigest(), bench.moving]
print(json.dumps([unlike, {"pictures": parts, "frame": moved, "own": own()}]))
"""
IMPORT = """
import json, sys, warnings
import IPython, ipykernel, matplotlib, matplotlib.font_manager, pandas
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()

def state():
    options = pandas.describe_option(_print_desc=False)
    shown = shell.display_formatter.formatters["text/html"].type_printers
    return {
        "matplotlib": {k: repr(v) for k, v in matplotlib.rcParams.items()},
        "fonts": len(matplotlib.font_manager.fontManager.ttflist),
        "warnings": [str(f) for f in warnings.filters],
        "pandas": options,
        "tables": sorted(map(str, shown)),
        "hooks": [sys.excepthook is sys.__excepthook__, sorted(map(str, shell.custom_exceptions))],
    }

before = state()
shell.run_cell("import closereading")
after = state()
assert "closereading" in sys.modules
print(json.dumps([k for k in before if before[k] != after[k]]))
"""


def run(code, folder, **environment):
    env = dict(os.environ, PYTHONPATH=str(NOTEBOOKS), CLOSE_READING_WORK=str(folder), **environment)
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_a_matplotlibrc_of_the_users_changes_no_word_and_no_picture(tmp_path):
    settings = {"none": "", "hostile": HOSTILE}
    for name, text in settings.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before, plain = run(DRAW, tmp_path, MATPLOTLIBRC=str(tmp_path / "none"))
    unlike, same = run(DRAW, tmp_path, MATPLOTLIBRC=str(tmp_path / "hostile"))
    assert same == plain and len(plain["pictures"]) == 7
    assert unlike != before  # the settings were read, and before `begin` they are the user's own


def test_importing_changes_nothing_outside(tmp_path):
    assert run(IMPORT, tmp_path) == []
