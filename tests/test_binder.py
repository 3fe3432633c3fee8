"""Binder: what repo2docker would build of .binder/, asked by its dry run. Needs no Docker and no
network.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def complaints(folder):
    """list of str: what is wrong with the image that repo2docker would build of a folder."""
    run = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(folder)],
        capture_output=True,
        text=True,
    )
    said, steps = (
        run.stderr,
        [line for line in run.stdout.splitlines() if re.match(r"COPY|RUN", line)],
    )
    if run.returncode:
        return [
            f"repo2docker ends with {run.returncode}: {(said.strip().splitlines() or [''])[-1]}"
        ]
    python = re.search(r"for python=(\S+)", said)
    found = [] if python and python[1] == "3.12" else [f"it takes Python {python and python[1]}"]
    whole = [i for i, line in enumerate(steps) if re.match(r"COPY .*src/ \$\{REPO_DIR\}/$", line)]
    pip = [
        i
        for i, line in enumerate(steps)
        if "pip install" in line and '-r ".binder/requirements.txt"' in line
    ]
    if not (whole and pip and whole[0] < pip[0]):
        found.append("it does not install .binder/requirements.txt, after the project was copied")
    listed = folder / ".binder" / "requirements.txt"
    if not listed.exists() or listed.read_text().split() != ["-r", "../requirements.txt"]:
        found.append("what it installs is not requirements.txt")
    if "RUN ./.binder/postBuild" not in steps:
        found.append("it does not run postBuild")
    return found


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(ROOT / ".binder", tmp_path / ".binder")
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    return tmp_path


def test_binder_would_build_it():
    assert complaints(ROOT) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "file, content, says",
    [
        ("runtime.txt", "python-3.1\n", "ends with 1"),
        ("runtime.txt", "3.12\n", "ends with 1"),
        ("runtime.txt", "python-3.11\n", "Python 3.11"),
        ("runtime.txt", None, "Python 3.10"),
        ("requirements.txt", "pandas\n", "not requirements.txt"),
        ("requirements.txt", None, "does not install"),
        ("postBuild", None, "postBuild"),
    ],
)
def test_what_is_broken_is_found(copied, file, content, says):
    assert complaints(copied) == []
    path = copied / ".binder" / file
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    assert any(says in c for c in complaints(copied))
