"""A notebook that has left its folder, or that runs under another Python, says so in a sentence."""

import os
import subprocess
import sys

import execute
import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted(execute.HERE.glob("*.ipynb"))
OTHER = """
import builtins, sys
from IPython.core.interactiveshell import InteractiveShell
whole = builtins.__import__

def without_pandas(name, *rest, **how):
    if name.partition(".")[0] == "pandas":
        raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
    return whole(name, *rest, **how)

builtins.__import__ = without_pandas
shell = InteractiveShell.instance()
done = shell.run_cell(sys.argv[1])
assert done.error_in_exec is not None
"""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_every_notebook_looks_first(path):
    nb = nbformat.read(path, 4)
    code = [c for c in nb.cells if c.cell_type == "code"]
    before = code[0].source
    execute.begins_with_a_look(nb)
    assert next(c for c in nb.cells if c.cell_type == "code").source == before
    assert before.startswith(execute.LOOK.partition(execute.OURS)[0]) and code[0].outputs == []
    assert all(c.id != "look" for c in code[1:])


def test_out_of_its_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    nb = nbformat.read(NOTEBOOKS[0], 4)
    execute.begins_with_a_look(nb)
    where = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(nb, timeout=120, allow_errors=True, resources=where).execute()
    first = next(c for c in nb.cells if c.cell_type == "code")
    said = "".join(out.get("text", "") for out in first.outputs)
    assert said.strip() == (
        "UsageError: This notebook has left its folder. Put it back into “notebooks”, beside the"
        " folder “closereading”, and open it there."
    )


def test_under_another_python(tmp_path):
    env = dict(os.environ, PYTHONPATH=str(execute.HERE))
    done = subprocess.run(
        [sys.executable, "-c", OTHER, execute.LOOK],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert said.startswith("UsageError: The Python of this kernel has no “pandas”.")
    assert "Traceback" not in said and said.count("\n") == 1


def test_the_look_is_put_in_once():
    nb = nbformat.read(NOTEBOOKS[0], 4)
    execute.begins_with_a_look(nb)
    before = nbformat.writes(nb)
    execute.begins_with_a_look(nb)
    assert nbformat.writes(nb) == before
