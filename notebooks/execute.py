"""Executes the notebooks and writes them back, byte for byte the same on every run, the pictures
in them to figures/, and the hand-outs
to teacher/.

    python notebooks/execute.py                       all of them
    python notebooks/execute.py 01_who_says_so.ipynb  only this one
    python notebooks/execute.py --check               writes nothing; says what differs and exits
    with 1
    python notebooks/execute.py --html DIR            writes the notebooks, as they stand, as a
    static site into DIR
"""

import base64
import html
import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path
from string import Template

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
FIGURES = HERE.parent / "figures"
TEACHER = HERE / "teacher"
WIDGET_VIEW = (  # needs a live kernel; the still view stands beside it
    "application/vnd.jupyter.widget-view+json"
)
PICTURE = re.compile(
    r'<div data-name="([^"]+)"><img alt="([^"]*)" width="\d+"'
    r' src="data:image/png;base64,([^"]+)"><p class="cr-still-only">(.*?)</p>',
    re.S,
)


def executed(path):
    """str: the notebook file as it is after a run in a work folder that is empty."""
    nb = nbformat.read(path, as_version=4)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    with tempfile.TemporaryDirectory() as work:
        os.environ["CLOSE_READING_WORK"] = work
        NotebookClient(
            nb,
            timeout=120,
            record_timing=False,
            coalesce_streams=True,
            resources={"metadata": {"path": str(HERE)}},
        ).execute()
    nb.metadata = {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    for cell in nb.cells:
        cell.metadata.pop("execution", None)
        for out in cell.get("outputs", []):
            out.get("data", {}).pop(WIDGET_VIEW, None)
    return nbformat.writes(nb) + "\n"


def pictures(path, text):
    """list of (name, alt, caption, PNG bytes) of the named pictures among a notebook's outputs."""
    outputs = (
        o.get("data", {}).get("text/html", "")
        for c in nbformat.reads(text, 4).cells
        for o in c.get("outputs", [])
    )
    found = (
        m
        for out in outputs
        for m in PICTURE.finditer(out if isinstance(out, str) else "".join(out))
    )
    return [
        (
            f"{path.name[:2]}_{m[1]}.png",
            html.unescape(m[2]),
            html.unescape(m[4]),
            base64.b64decode(m[3]),
        )
        for m in found
    ]


BEHIND = re.compile(
    r'<tr><th scope="row"[^>]*>(.*?)</th><td[^>]*>(.*?) \(([^,()]+), (.*?)\)</td>', re.S
)  # a row of "The words behind these marks"


def handouts(texts):
    """{path: bytes} of a page to print for each route of the guide: a lesson's picture, and each
    row of words behind its marks once.
    texts: {notebook name: its text}.
    """
    plan, made = tomllib.loads((TEACHER / "handouts.toml").read_text(encoding="utf-8")), {}
    page = Template(plan.pop("page")["html"].lstrip())
    for name, route in plan.items():
        outputs = (
            "".join(o.get("data", {}).get("text/html", ""))
            for c in nbformat.reads(texts[route["notebook"]], 4).cells
            for o in c.get("outputs", [])
        )
        shown = next(out for out in outputs if f'data-name="{route["picture"]}"' in out)
        rows, found = {}, BEHIND.findall(shown)
        for label, words, key, where in found:
            shared = (
                len({other for other, _, again, _ in found if again == key}) > 1
            )  # words behind several marks stand by themselves
            rows.setdefault("" if shared else label, {}).setdefault(key, f"{words} ({where})")
        behind = "".join(
            f"<li><b>{label}</b> {'; '.join(mine.values())}</li>\n" for label, mine in rows.items()
        )
        steps = "".join(
            f"<li><h2>{n}. {head}</h2><p>{text}</p>{'<hr>' * lines}</li>\n"
            for n, (head, text, lines) in enumerate(route["steps"], 1)
        )
        says = re.search(r'<p class="cr-still-only">(.*?)</p>', shown, re.S)[1]
        filled = page.substitute(
            route, image=re.search("<img [^>]+>", shown)[0], words=behind, steps=steps, says=says
        )
        made[TEACHER / f"{name}.html"] = filled.encode("utf-8")
    return made


def gallery(shown):
    """str: figures/README.md, with the text alternative and caption of every picture. shown:
    {notebook name: pictures}.
    """
    parts = [
        "# Figures\n\nMade by the lessons, taken out of them by `python notebooks/execute.py`. CC"
        " BY 4.0, the authors of Close Reading. In the lesson each mark opens to the words it was"
        " drawn from.\n"
    ]
    for notebook, found in shown.items():
        for name, alt, caption, _ in found:
            parts.append(
                "\n##"
                f" {name}\n\n![{alt.replace('[', '(').replace(']', ')')}]({name})\n\n{caption}\n\nFrom"
                f" [{notebook}](../notebooks/{notebook}).\n"
            )
    return "".join(parts)


def site(folder):
    """Writes the static site; says so, or why not."""
    import pages

    try:
        names = pages.write(folder)
    except (ValueError, OSError) as e:
        print(e)
        return 2
    print(f"{len(names)} files written. Open {Path(folder) / 'index.html'} in a browser.")
    return 0


def main(args):
    if args[:1] == ["--html"] and len(args) == 2:
        return site(args[1])
    unknown = [a for a in args if a.startswith("--") and a != "--check"] + [
        a for a in args if not a.startswith("--") and not (HERE / a).is_file()
    ]
    if unknown:
        print(
            f"Not understood: {' '.join(unknown)}. Give --check, --html and a folder, or names of"
            f" notebooks in {HERE.name}/."
        )
        return 2
    named = [HERE / a for a in args if a != "--check"]
    wanted, shown, texts = {}, {}, {}
    for path in sorted(HERE.glob("*.ipynb")):
        text = path.read_text(encoding="utf-8")
        if not named or path in named:
            text = executed(path)
            wanted[path] = text.encode("utf-8")
        texts[path.name], shown[path.name] = text, pictures(path, text)
        wanted |= {FIGURES / name: png for name, _, _, png in shown[path.name]}
    wanted |= handouts(texts)
    wanted[FIGURES / "README.md"] = gallery(shown).encode("utf-8")
    stale = [p for p, data in wanted.items() if not p.exists() or p.read_bytes() != data]
    orphans = [p for p in sorted(FIGURES.glob("*.png")) if p not in wanted]
    if "--check" not in args:
        for path in stale:
            path.write_bytes(wanted[path])
        for path in orphans:
            path.unlink()
    verb = "differs" if "--check" in args else "written"
    for path in [*stale, *orphans]:
        print(f"{verb}: {path.relative_to(HERE.parent).as_posix()}")
    if not stale and not orphans:
        print("all notebooks, figures and hand-outs are as they would be made now")
    return int("--check" in args and bool(stale or orphans))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
