"""Every promise about time, size and memory, measured in one run on this machine; nothing here
passes or fails.

    python tests/benchmarks/run.py                  all of it (about ten minutes), and writes the
                                                    table of README.md
    python tests/benchmarks/run.py notebooks size   only these parts, and only prints
    python tests/benchmarks/run.py --quick          each once, and only prints
"""

import argparse
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import v4

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT / "notebooks")]
WORK = tempfile.TemporaryDirectory(prefix="benchmark-")
os.environ["CLOSE_READING_WORK"] = WORK.name
import lab  # noqa: E402  (after the work folder is set)
import pictures as drawn  # noqa: E402
import redraw  # noqa: E402
from closereading import answers, open_report  # noqa: E402

LESSONS = sorted(ROOT.glob("notebooks/[0-9][0-9]_*.ipynb"))
FIVE = ("jupyterlab", "ipywidgets", "matplotlib", "pandas", "nbval")
FLOOR = "import pandas\nimport matplotlib.pyplot"
BEGIN = FLOOR + '\nfrom closereading import open_report\nreport = open_report(as_of="2022-02-10")'
MEDIAN, MB = statistics.median, 1_000_000
began = time.perf_counter()


def say(text):
    print(f"[{time.perf_counter() - began:4.0f} s] {text}", flush=True)


def clock(work):
    """Seconds that a function takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def used(pid):
    """(RSS in MB, PSS in MB, seconds of processor) of a process, its children left out. RSS: all
    its pages. PSS: a page that several processes share is divided among them.
    """
    lines = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    )
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return *(int(lines[name].split()[0]) * 1024 / MB for name in ("Rss", "Pss")), sum(
        map(int, ticks)
    ) / os.sysconf("SC_CLK_TCK")


def execute(cells, meet=lambda pid: None):
    """(seconds from the start of the kernel to the end of the last cell, what meet(pid) gives
    while the kernel is still there).
    """
    nb = v4.new_notebook(cells=[v4.new_code_cell(source) for source in cells])
    client = NotebookClient(
        nb,
        timeout=600,
        startup_timeout=600,
        record_timing=False,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    )
    start = time.perf_counter()
    with client.setup_kernel(stderr=subprocess.DEVNULL):
        for i, cell in enumerate(nb.cells):
            client.execute_cell(cell, i)
        return time.perf_counter() - start, meet(client.km.provisioner.pid)


def sources(path):
    return [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]


def notebooks(runs):
    """Time of each notebook against the floor, all in turn in each round; processor time and
    memory of the kernel.
    """
    todo = {"floor": [FLOOR], "begin": [BEGIN]} | {path.stem: sources(path) for path in LESSONS}
    found = {name: [] for name in todo}  # of each round (seconds, RSS, PSS, seconds of processor)
    for i in range(runs):
        for name, cells in todo.items():
            seconds, rest = execute(cells, used)
            found[name].append((seconds, *rest))
        say(
            f"notebooks, round {i + 1} of {runs}: "
            + ", ".join(f"{name[:5]} {f[-1][0]:.1f} s" for name, f in found.items())
        )
    names = {
        "floor": "floor: an empty notebook that imports pandas and matplotlib.pyplot",
        "begin": "floor, `closereading` imported, the report opened",
    }
    for name, rounds in found.items():
        seconds, rss, pss, cpu = map(MEDIAN, zip(*rounds))
        ratio, cpus = (
            MEDIAN(mine[k] / floor[k] for mine, floor in zip(rounds, found["floor"]))
            for k in (0, 3)
        )
        told = "" if name == "floor" else f", **{ratio:.2f}** × the floor"
        told_cpu = "" if name == "floor" else f", {cpus:.2f} ×"
        yield (
            names.get(name, f"lesson {name[:2]}"),
            (
                f"{seconds:.1f} s{told}; processor {cpu:.1f} s{told_cpu}; kernel {rss:.0f} MB RSS,"
                f" {pss:.0f} MB PSS"
            ),
            "≤ 1.5 × the floor; ≤ 200 MB" if name[0] == "0" else "",
        )


def maps(runs):
    """Maps built and drawn to PNG: the first in a fresh process, and later ones."""
    for what, (first, later) in redraw.maps_drawn(max(3, 3 * runs)).items():
        yield (
            f"map: {what}, built and drawn to PNG",
            f"{later:.0f} ms; the first in a process {first:.0f} ms, its imports included",
            "≤ 200 ms",
        )


def sliders(runs):
    """Redraw of a slider, in the kernel and from the key to the pixels."""
    for what, new, moved in redraw.in_the_kernel(max(3, 10 * runs)):
        yield (
            f"slider, kernel: {what}",
            f"{moved:.1f} ms; a new figure {new:.0f} ms, {new / moved:.1f} ×",
            "≤ 40 ms" if "map" in what else "≤ 5 ms",
        )
    for what, new, moved in redraw.on_the_page(max(3, 5 * runs)):
        yield (
            f"slider, key to pixels: {what}",
            f"{moved:.0f} ms; `interact` {new:.0f} ms, {moved / new:.2f} of it",
            "≤ 0.5 of `interact`",
        )


def pictures(runs):
    """Each picture, from the call to all that a notebook shows, and each step of a widget."""
    for what, first, then, aim in drawn.shown(runs):
        yield f"picture: {what}", f"{then:.0f} ms; the first one {first:.0f} ms", aim
    for what, step, sent, aim in drawn.steps(runs):
        yield f"widget: {what}", f"{step:.1f} ms, {sent / 1000:.1f} kB", aim


def make_report(folder, size):
    """A report of so many claims: ten to a paragraph, coded like those of union-resolve."""
    origin = ROOT / "data" / "union-resolve"
    folder.mkdir()
    for name in ("speakers.csv", "accounts.csv"):
        (folder / name).write_bytes((origin / name).read_bytes())
    with (origin / "claims.csv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    quotes = [f"sentence {i} of this text" for i in range(size)]
    (folder / "text.txt").write_text(
        "\n\n".join(
            " ".join(f"They said that “{q}” was true." for q in quotes[i : i + 10])
            for i in range(0, size, 10)
        ),
        encoding="utf-8",
    )
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, rows[0])
        out.writeheader()
        out.writerows(
            {
                **rows[i % len(rows)],
                "id": f"C{i:05}",
                "paragraph": i // 10 + 1,
                "quote": quote,
                "cue_of": "",
            }
            for i, quote in enumerate(quotes)
        )


def reports(runs):
    """open_report, the larger the report."""
    for size in (44, 1_000, 10_000):
        make_report(Path(WORK.name, f"report-{size}"), size)
        seconds = MEDIAN(
            clock(lambda size=size: open_report(f"report-{size}")) for _ in range(2 * runs + 1)
        )
        yield (
            f"open_report, {size:,} claims",
            f"{1000 * seconds:,.0f} ms, {1e6 * seconds / size:,.0f} µs a claim",
            "≤ 1 s, linear" if size == 10_000 else "",
        )


def make_class(folder, size):
    """So many learners' files, each with 90 answers to lessons 00 to 08."""
    folder.mkdir()
    for n in range(size):
        asked = []
        for lesson in range(9):
            asked += [
                (
                    "predict",
                    "p",
                    {"least": 100 + n % 90, "most": 200 + n % 70, "place": "Minsk"},
                    "",
                )
            ]
            asked += [
                ("check", k, (n * k) % 97, ("right", "known", "other")[(n + k) % 3])
                for k in (1, 2, 3)
                for _ in range(2)
            ]
            asked += [("quiz", f"q{k}", (n + k) % 4, "") for k in (1, 2)] + [
                ("repair", "r", "One version of a sentence that says who says so, and no more.", "")
            ]
            asked[-10:] = [
                (kind, f"{lesson:02}.{key}", value, verdict)
                for kind, key, value, verdict in asked[-10:]
            ]
        lines = (
            dict(
                v=1,
                at="2026-11-23T09:00:00+00:00",
                kind=kind,
                key=key,
                value=value,
                verdict=verdict,
            )
            for kind, key, value, verdict in asked
        )
        (folder / f"learner-{n:05}.jsonl").write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
        )


def classes(runs):
    """answers.load_class, the larger the class."""
    for size in (1, 100, 10_000) if hasattr(answers, "load_class") else ():
        folder = Path(WORK.name, f"class-{size}")
        make_class(folder, size)
        seconds = MEDIAN(
            clock(lambda folder=folder: answers.load_class(folder))
            for _ in range(runs if size > 100 else 5)
        )
        yield (
            f"results of a class, {size:,} file{'s' * (size > 1)} of 90 answers",
            f"{seconds:.3g} s, {1000 * seconds / size:.1f} ms a file",
            "≤ 10 s, linear" if size == 10_000 else "",
        )


def size(runs):
    """Fresh environments on the disk: what learners install against the five named packages, in
    the same versions.
    """
    found = {}
    for name, what in {
        "five": ["-c", ROOT / "requirements.txt", *FIVE],
        "all": ["-r", ROOT / "requirements.txt"],
    }.items():
        folder = Path(WORK.name, name)
        say(f"size: installing {name}")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        done = subprocess.run(
            [folder / "bin" / "pip", "install", "-q", *what], capture_output=True, text=True
        )
        if done.returncode:
            yield "installed size", "not measured: pip could not install here", ""
            return
        found[name] = (
            int(
                subprocess.run(
                    ["du", "-s", "--block-size=1", folder],
                    check=True,
                    capture_output=True,
                    text=True,
                ).stdout.split()[0]
            )
            / MB
        )
    yield "installed: " + ", ".join(FIVE), f"{found['five']:.0f} MB", ""
    yield (
        "installed: requirements.txt",
        f"{found['all']:.0f} MB, {found['all'] / found['five']:.2f} × the five",
        "≤ 1.1 ×",
    )


def kernels(runs, many=20):
    """Many kernels at once, each running lesson 00, until the last is done; then the memory of
    all.
    """
    cells, barrier, done = sources(LESSONS[0]), threading.Barrier(many), []

    def meet(pid):
        done.append(time.perf_counter() - start)
        barrier.wait()  # all of them are there now
        mine = used(pid)
        barrier.wait()
        return mine

    one, _ = execute(cells)
    start = time.perf_counter()
    with ThreadPoolExecutor(many) as pool:
        held = [pss for _, (_, pss, _) in pool.map(lambda _: execute(cells, meet), range(many))]
    yield (
        f"{many} kernels at once, lesson 00",
        (
            f"first done after {min(done):.0f} s, last after {max(done):.0f} s (one alone {one:.1f}"
            f" s); {sum(held):,.0f} MB PSS in all, {sum(held) / many:.0f} MB each"
        ),
        "",
    )


def jupyterlab(runs):
    """JupyterLab's start, and lesson 00 in Chromium until each cell has run."""
    starts, opens, all_run = [], [], []
    for _ in range(runs):
        start = time.perf_counter()
        with lab.server() as server, lab.browser() as page:
            starts.append(time.perf_counter() - start)
            opens.append(clock(partial(lab.open_notebook, page, server.address, LESSONS[0].name)))
            all_run.append(clock(partial(lab.run_all, page)))
        say(
            f"jupyterlab: start {starts[-1]:.1f} s, lesson {opens[-1]:.1f} s, all cells"
            f" {all_run[-1]:.1f} s"
        )
    yield "JupyterLab and Chromium start", f"{MEDIAN(starts):.1f} s", ""
    yield "lesson 00 in Chromium: opened, its kernel ready", f"{MEDIAN(opens):.1f} s", ""
    yield "lesson 00 in Chromium: from “Run All” to all cells run", f"{MEDIAN(all_run):.1f} s", ""


PARTS = {
    part.__name__: part
    for part in (
        notebooks,
        pictures,
        maps,
        sliders,
        reports,
        classes,
        size,
        kernels,
        jupyterlab,
    )
}


def machine():
    cpu = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    chromium = (
        subprocess.run([lab.chromium(), "--version"], capture_output=True, text=True).stdout.strip()
        if lab.chromium()
        else "no Chromium"
    )
    named = ", ".join(
        f"{name} {version(name)}"
        for name in (
            "jupyterlab",
            "ipykernel",
            "matplotlib",
            "pandas",
            "pillow",
            "anywidget",
            "ipywidgets",
        )
    )
    ram = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{cpu}, {os.cpu_count()} cores, {ram:.0f} GB; {platform.system()}, Python"
        f" {platform.python_version()}; {named}; {chromium}"
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "parts", nargs="*", choices=[*PARTS, []], metavar="part", help=", ".join(PARTS)
    )
    parser.add_argument("--quick", action="store_true")
    args = parser.parse_args()
    before, rows = os.getloadavg()[0], []
    for name in args.parts or PARTS:
        say(f"{name}: {PARTS[name].__doc__}")
        for row in PARTS[name](1 if args.quick else 3):
            say(" | ".join(row))
            rows.append(row)
    load = (
        f"Load of the machine (one minute) {before:.1f} before the run, {os.getloadavg()[0]:.1f} at"
        " its end, the run itself included."
    )
    day = date.today()
    text = (
        f"{day.day} {day:%B %Y}. {machine()}.\n{load}\n\n| what | measured | aim |\n|---|---|---|\n"
        + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    )
    print(text)
    if not args.parts and not args.quick:
        readme = HERE / "README.md"
        head, mark, rest = readme.read_text(encoding="utf-8").partition("<!-- measured -->\n")
        readme.write_text(
            f"{head}{mark}\n{text}\n<!-- end -->{rest.partition('<!-- end -->')[2]}",
            encoding="utf-8",
        )
        say(f"written: {readme.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    main()
