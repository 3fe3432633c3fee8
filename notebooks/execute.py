"""Executes the notebooks and writes them back, byte for byte the same on every run, the pictures
in them to figures/, the papers to teacher/, and the ways in to the README.
"""

import argparse
import base64
import io
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from papers import lessons, papers
from PIL import Image
from posters import posters

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
SITE = HERE.parent / "site"
FIGURES = HERE.parent / "figures"
WIDGET_VIEW = (  # needs a live kernel; the still view stands beside it
    "application/vnd.jupyter.widget-view+json"
)
ABOUT_FIGURES = (
    "# Figures\n\nMade by the lessons, taken out of them by `python notebooks/execute.py`. CC"
    " BY 4.0, the authors of Close Reading. In the lesson each mark opens to the words it was"
    " drawn from.\n"
)
# The first code cell of every notebook, folded away: in place of a traceback, one sentence where
# the notebook has left its folder, or the kernel is of another Python
OURS = "    import closereading\n"
NAMED = "    if False:  # a browser fetches what a cell names, before it runs\n        import {}\n"
NEEDS = {  # what a notebook calls: packages that only such a notebook loads in a browser
    r"\bmaps\.|from_where\(": ["cartopy"],
    r"\byour_text\(": ["bs4", "charset_normalizer", "mammoth", "pypdf"],
}
LOOK = (
    "# Looks for the toolkit of the lessons, the folder “closereading” beside this notebook.\n"
    "try:\n"
    f"{OURS}except ModuleNotFoundError as lost:\n"
    "    from IPython.core.error import UsageError\n"
    '    raise UsageError({"closereading": "This notebook has left its folder. Put it back into'
    ' “notebooks”, beside the folder “closereading”, and open it there."}.get(lost.name,'
    ' f"The Python of this kernel has no “{lost.name}”. Choose another kernel in the menu'
    ' Kernel, or run the first command of the README again."))'
)


@dataclass(frozen=True)
class Shown:
    """A picture that a notebook shows. name: of its file. says: its caption. width: on a page, in
    pixels of CSS.
    """

    name: str
    alt: str
    says: str
    width: int
    png: bytes


def begins_with_a_look(nb):
    """Puts LOOK before the first code cell of a notebook, where there is any; only once."""
    code = next((i for i, cell in enumerate(nb.cells) if cell.cell_type == "code"), None)
    if code is None:
        return
    if nb.cells[code].id == "look":
        del nb.cells[code]
    needed = _needed_by(nb)
    named = NAMED.format(", ".join(needed)) if needed else ""
    source = LOOK.replace(OURS, OURS + named)
    folded = {"jupyter": {"source_hidden": True}, "tags": ["remove-cell"]}
    look = nbformat.v4.new_code_cell(source, id="look", metadata=folded)
    nb.cells.insert(code, look)


def _needed_by(nb):
    """list of str: the names in NEEDS that the code of a notebook asks for."""
    used = "".join(cell.source for cell in nb.cells if cell.cell_type == "code")
    asked = [names for call, names in NEEDS.items() if re.search(call, used)]
    return [name for names in asked for name in names]


def executed(path):
    """str: the notebook file as it is after a run in a work folder that is empty."""
    nb = nbformat.read(path, as_version=4)
    begins_with_a_look(nb)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    with tempfile.TemporaryDirectory() as work:
        os.environ["CLOSE_READING_WORK"] = work
        _run(nb)
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
            out.get("data", {}).update(_small(out.get("data", {}).get("image/png")))
    return nbformat.writes(nb) + "\n"


def _small(png):
    """dict: the data of a picture whose dots are the same, and which took longer to pack; empty
    where there is no picture. png: str, base64; or None.
    """
    if png is None:
        return {}
    out = io.BytesIO()
    Image.open(io.BytesIO(base64.b64decode(png))).save(out, "PNG", compress_level=9, bits=8)
    return {"image/png": base64.b64encode(out.getvalue()).decode()}


def _run(nb):
    """Executes the cells of a notebook in a kernel of its own."""
    NotebookClient(
        nb,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(HERE)}},
    ).execute()


def pictures(path, text):
    """list of Shown: a lesson's named pictures; no other notebook has any. text: of its file."""
    cells = nbformat.reads(text, 4).cells if path.name[:2].isdigit() else []
    outputs = [out for cell in cells for out in cell.get("outputs", [])]
    return [
        Shown(
            name=f"{path.name[:2]}_{out.metadata['picture']['name']}.png",
            says=out.metadata["picture"]["says"],
            png=base64.b64decode(out.data["image/png"]),
            **out.metadata["image/png"],
        )
        for out in outputs
        if out.get("metadata", {}).get("picture", {}).get("name")
    ]


def gallery(shown):
    """str: figures/README.md, with the text alternative and caption of every picture. shown:
    {notebook name: list of Shown}.
    """
    parts = [ABOUT_FIGURES]
    for notebook, found in shown.items():
        for one in found:
            plain = one.alt.replace("[", "(").replace("]", ")")
            source = f"From [{notebook}](../notebooks/{notebook})."
            picture = f"![{plain}]({one.name})"
            parts.append(f"\n## {one.name}\n\n{picture}\n\n{one.says}\n\n{source}\n")
    return "".join(parts)


def readme():
    """{path: bytes} of the README, with the ways in that go with the site's one setting; empty in
    a copy that has no site.
    """
    if not SITE.is_dir():
        return {}
    sys.path.insert(0, str(SITE))
    from website import doors, settings

    text = doors.in_readme(README.read_text(encoding="utf-8"), settings.read())
    return {README: text.encode("utf-8")}


def main(args):
    """int: what the command line asks for, done; 0 where all is well. args: list of str."""
    asked = command_line().parse_args(args)
    return rewrite(asked.notebook, asked.check)


def command_line():
    """argparse.ArgumentParser of this script. For what it does not understand it says so, and ends
    with 2.
    """
    parser = argparse.ArgumentParser(prog="execute.py", description=__doc__)
    parser.add_argument("notebook", nargs="*", type=_notebook, help="only these (default: all)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say what differs, and end with 1"
    )
    return parser


def _notebook(name):
    """Path of a notebook beside this script."""
    path = HERE / name
    if not path.is_file():
        names = ", ".join(sorted(p.name for p in HERE.glob("*.ipynb")))
        raise argparse.ArgumentTypeError(f"there is no notebook “{name}”; there are {names}")
    return path


def rewrite(named, check):
    """int: 1 where something differs from what is checked, else 0. named: paths of the notebooks
    to be executed (empty: all). check: whether to say only what differs, and write nothing.
    """
    wanted = made_from(named)
    stale = [path for path, data in wanted.items() if not _holds(path, data)]
    orphans = [path for path in _of(named, sorted(FIGURES.glob("*.png"))) if path not in wanted]
    if not check:
        for path in stale:
            path.write_bytes(wanted[path])
        for path in orphans:
            path.unlink()
    return _told([*stale, *orphans], check)


def _holds(path, data):
    return path.exists() and path.read_bytes() == data


def _told(paths, check):
    """int: 1 where checked files differ. Says which."""
    for path in paths:
        print(f"{'differs' if check else 'written'}: {path.relative_to(HERE.parent).as_posix()}")
    if not paths:
        print("all notebooks, figures and papers are as they would be made now")
    return int(check and bool(paths))


def made_from(named):
    """{path: bytes} of all that the notebooks make: themselves, figures, papers. named: paths of
    those to be executed (empty: all); the others are taken as they stand, and what belongs to them
    alone is left out. The list of all figures belongs to each.
    """
    wanted = {}
    shown = {}
    for path in sorted(HERE.glob("*.ipynb")):
        text = path.read_text(encoding="utf-8")
        if not named or path in named:
            text = executed(path)
            wanted[path] = text.encode("utf-8")
        shown[path.name] = pictures(path, text)
        wanted |= {FIGURES / one.name: one.png for one in shown[path.name]}
    wanted |= papers([one for every in shown.values() for one in every])
    wanted |= {FIGURES / name: data for name, data in posters().items()} | readme()
    return {path: wanted[path] for path in _of(named, wanted)} | {
        FIGURES / "README.md": gallery(shown).encode("utf-8")
    }


def _of(named, paths):
    """list of Path: those that belong to one of the notebooks named; all of them where none is."""
    return [path for path in paths if not named or _belongs(path, named)]


def _belongs(path, named):
    """bool: whether a file is made of one of the notebooks named: it, its figures, its papers."""
    of = {_lesson(path.name)} if path.parent == FIGURES else lessons().get(path.stem, set())
    return path in named or not of.isdisjoint(_lesson(one.name) for one in named)


def _lesson(name):
    """str: the lesson of a file, “04” or “stadium 04”, by its name; the name where it has none."""
    found = re.match(r"(stadium_)?(\d\d)_", name)
    return found[0].replace("_", " ").strip() if found else name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
