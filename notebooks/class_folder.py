"""Makes a folder for a class out of this one: the lessons with their outputs cleared, and all that
they need; without the answer keys, the guide, and anybody's answers. Run it again after a change.

    python class_folder.py ../../lessons-for-my-class

It writes into an empty folder, or into one that it has made. What you have changed there stays.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WANTED = (
    "requirements.txt",
    "LICENSE",
    "CITATION.cff",
    "data/**/*",
    "figures/06_in_their_words.pdf",
    "notebooks/[0-9][0-9]_*.ipynb",
    "notebooks/stadium_*.ipynb",
    "notebooks/python_for_these_lessons.ipynb",
    "notebooks/closereading/**/*",
)
NOT_WANTED = ("__pycache__", ".ipynb_checkpoints")
A_LEARNERS_COPY = "_learner_"  # of a lesson, made on a shared machine
NOTE = "class-folder.json"  # which files this script wrote, and what they held
IGNORED = ".venv/\n__pycache__/\n.ipynb_checkpoints/\nnotebooks/my-work/\nnotebooks/*_learner_*\n"
ABOUT = """# Close Reading: the lessons for a class

The outputs are cleared: a result appears when its cell is run. Texts, data and figures are under
CC BY 4.0, code is under MIT (see LICENSE).

"""
HOW_TO_BEGIN = re.compile(r"## Begin\n.*?(?=\nRun so far|\n## )", re.S)  # in the README


class Refused(Exception):
    """A folder that this script does not write into. Its text is for people."""


def main(args):
    """int: 0 where the folder was made. args: list of str, of the command line."""
    parser = argparse.ArgumentParser(prog="class_folder.py", description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path, help="an empty folder, or one that this has made")
    target = parser.parse_args(args).folder.resolve()
    try:
        said = made(target)
    except Refused as refused:
        print(refused)
        return 1
    except OSError as e:
        print(f"{target} cannot be written ({e.strerror or e}). Name another folder.")
        return 1
    for line in said:
        print(line)
    return 0


def made(target):
    """list of str: what was written into a folder, and what was left as it is. target: Path."""
    before = _before(target)
    files = contents()
    kept = [name for name, data in files.items() if _is_changed(target / name, data, before, name)]
    ours = {name: data for name, data in files.items() if name not in kept}
    written = [name for name, data in ours.items() if _written(target / name, data)]
    _note(target / NOTE, before | {name: _sum(data) for name, data in ours.items()})
    lessons = sum(name.endswith(".ipynb") for name in files)
    said = (
        f"Files written: {len(written)}. {target} has {lessons} notebooks, their outputs cleared."
    )
    return [said, *(f"Left as it is, because it was changed there: {name}" for name in kept)]


def _written(path, data):
    """Whether a file had to be written, because it held something else."""
    if _holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _note(path, written):
    """Notes down what was written. written: {path in the folder: sum}."""
    path.write_text(json.dumps(dict(sorted(written.items())), indent=0) + "\n", encoding="utf-8")


def contents():
    """{path in the folder: bytes} of all that a class needs."""
    begin = HOW_TO_BEGIN.search((ROOT / "README.md").read_text(encoding="utf-8"))
    about = ABOUT + begin[0].rstrip() + "\n"
    found = {".gitignore": IGNORED.encode(), "README.md": about.encode("utf-8")}
    paths = sorted({path for pattern in WANTED for path in ROOT.glob(pattern)})
    for path in filter(_is_for_a_class, paths):
        name = path.relative_to(ROOT).as_posix()
        found[name] = cleared(path) if path.suffix == ".ipynb" else path.read_bytes()
    return found


def _is_for_a_class(path):
    bad = A_LEARNERS_COPY in path.name or any(part in NOT_WANTED for part in path.parts)
    return path.is_file() and not path.is_symlink() and not bad


def cleared(path):
    """bytes: a notebook without its outputs."""
    nb = nbformat.read(path, as_version=4)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return (nbformat.writes(nb) + "\n").encode("utf-8")


def _before(target):
    """dict: what this script has written into a folder earlier. Raises Refused for a folder with
    other things in it, and for one that lies in this folder.
    """
    if target.is_relative_to(ROOT):
        raise Refused(
            f"{target} lies in this folder, and would be copied into itself. Choose another place."
        )
    if target.exists() and not target.is_dir():
        raise Refused(f"{target} is a file. Name a folder.")
    note = target / NOTE
    if note.is_file():
        return _noted(note)
    others = [path.name for path in target.glob("*")] if target.exists() else []
    others = sorted(name for name in others if name != ".git")
    if others:
        raise Refused(f"{target} is not empty: it has {others[0]}. Name an empty folder.")
    target.mkdir(parents=True, exist_ok=True)
    return {}


def _noted(note):
    """dict: what the note in a folder says."""
    try:
        return dict(json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise Refused(f"{note} cannot be read. Name an empty folder.") from None


def _is_changed(path, data, before, name):
    """Whether a file holds neither what is to be written, nor what was written last."""
    if not path.exists():
        return False
    return not _holds(path, data) and _sum(path.read_bytes()) != before.get(name)


def _holds(path, data):
    return path.is_file() and path.read_bytes() == data


def _sum(data):
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
