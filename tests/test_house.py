"""The house: which module may import which, how much there is, and what must not be in it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "notebooks" / "closereading"
# a room imports from the rooms above it in this list, and from itself
LAYERS = [
    "reading",
    "data",
    "geo",
    "marks",
    "drawing",
    "audit",
    "show",
    "lesson",
    "widgets",
    "__init__",
]
MODULES = sorted(HOUSE.rglob("*.py"))
TOP = {
    "README.md",
    "requirements.txt",
    "notebooks",
    "site",
    "data",
    "figures",
    "tests",
    "LICENSE",
    "CONTRIBUTING.md",
    "CITATION.cff",
    "CHANGELOG.md",
    "pyproject.toml",
}


def room(path):
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path):
    """Rooms of the house that a module imports from."""
    package = path.relative_to(HOUSE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        above = package[: len(package) - node.level + 1]
        names = [node.module] if node.module else [alias.name for alias in node.names]
        yield from (".".join([*above, name]).split(".")[0] for name in names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(HOUSE).as_posix())
def test_a_module_imports_only_from_above(path):
    home = room(path)
    below = {
        name for name in imported(path) if name != home and LAYERS.index(name) > LAYERS.index(home)
    }
    assert below == set()


def test_every_public_name_is_used():
    texts = {
        p: p.read_text(encoding="utf-8") for p in [*MODULES, ROOT / "notebooks" / "execute.py"]
    }
    cells = "\n".join(
        c.source for n in ROOT.glob("notebooks/*.ipynb") for c in nbformat.read(n, 4).cells
    )
    for path in MODULES:
        for node in ast.parse(texts[path]).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                elsewhere = "\n".join(t for p, t in texts.items() if p != path) + cells
                within = len(re.findall(rf"\b{node.name}\b", texts[path])) > 1
                assert within or re.search(rf"\b{node.name}\b", elsewhere), (
                    f"{path.name}: nobody uses {node.name}"
                )
                assert ast.get_docstring(node), (
                    f"{path.name}: {node.name} says nothing about itself"
                )


def tracked():
    out = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if out.returncode:
        pytest.skip("not a git checkout: which files belong to the project cannot be told")
    return [ROOT / n for n in out.stdout.splitlines() if (ROOT / n).is_file()]


def test_the_top_level_holds_nothing_else():
    assert {p.relative_to(ROOT).parts[0] for p in tracked()} - TOP == {
        n for n in {p.relative_to(ROOT).parts[0] for p in tracked()} if n.startswith(".")
    }


def test_no_path_of_a_machine_and_no_registry():
    hidden = re.compile(
        r"(?<![\w.])/(?:home|root|Users|work|opt|tmp)/\w|[A-Z]:\\\\Users"
        r"|pypi\.org/simple|index-url|find-links"
    )
    own = Path(__file__)
    found = {
        p.name
        for p in tracked()
        if p != own
        and p.suffix not in {".png", ".pdf"}
        and hidden.search(p.read_text(encoding="utf-8"))
    }
    assert found <= {"lock"}  # .ci/lock switches such lines off


def test_ruff_has_no_complaint():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", str(ROOT)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
