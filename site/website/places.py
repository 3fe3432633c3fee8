"""Where the things of the project are, and where the website is made."""

from pathlib import Path

SITE = Path(__file__).resolve().parents[1]
ROOT = SITE.parent
NOTEBOOKS = ROOT / "notebooks"
TOOLKIT = NOTEBOOKS / "closereading"
DATA = ROOT / "data"
BUILD = SITE / "_build"
SOURCE = BUILD / "source"  # what Sphinx reads
LITE = BUILD / "lite"  # what JupyterLite reads


def lessons():
    """list of Path: the notebooks of the lessons, in their order."""
    return sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def for_learners():
    """list of Path: the lessons, then the other notebooks that are not for teachers."""
    numbered = lessons()
    rest = [path for path in sorted(NOTEBOOKS.glob("*.ipynb")) if path not in numbered]
    return [*numbered, *(path for path in rest if not path.name.startswith("teacher_"))]
