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
ORDER = [
    "text",
    "tables",
    "intervals",
    "scope",
    "report",
    "distance",
    "accounts",
    "evidence",
    "answers",
    "picture",
    "charts",
    "maps",
    "panel",
    "widgets",
    "exercises",
    "lesson",
    "__init__",
]
MODULES = sorted(HOUSE.rglob("*.py"))
TOP = {
    "README.md",
    "requirements.txt",
    "notebooks",
    "data",
    "figures",
    "tests",
    "LICENSE",
    "CITATION.cff",
    "pyproject.toml",
}


def room(path):
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path):
    """Modules of the house that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield from [node.module.split(".")[0]] if node.module else [a.name for a in node.names]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(HOUSE).as_posix())
def test_a_module_imports_only_from_above(path):
    below = [name for name in imported(path) if ORDER.index(name) >= ORDER.index(room(path))]
    assert not below


def code_lines(path):
    """How many lines hold code: neither blank nor of a docstring."""
    text, said = path.read_text(encoding="utf-8"), set()
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if (
                isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module))
                and ast.get_docstring(node) is not None
            ):
                said |= {*range(node.body[0].lineno, node.body[0].end_lineno + 1)}
    return sum(
        bool(line.strip()) and number not in said
        for number, line in enumerate(text.splitlines(), 1)
    )


def test_the_toolkit_stays_small():
    assert (
        sum(
            map(
                code_lines,
                [
                    *MODULES,
                    *HOUSE.glob("*.js"),
                    *HOUSE.glob("*.css"),
                    ROOT / "notebooks" / "classroom.py",
                ],
            )
        )
        <= 3000
    )


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
        r"(?<![\w.])/(?:home|root|Users|work|opt|tmp)/\w|[A-Z]:\\\\Users|pypi\.org/simple|index-url|find-links"
    )
    own = Path(__file__)
    found = {
        p.name
        for p in tracked()
        if p != own and p.suffix not in {".png"} and hidden.search(p.read_text(encoding="utf-8"))
    }
    assert found <= {"lock"}  # .ci/lock switches such lines off


def test_ruff_has_no_complaint():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", str(ROOT)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
