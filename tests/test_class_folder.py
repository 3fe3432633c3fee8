"""One command makes a class's folder: outputs cleared, keys kept out, nobody's work overwritten."""

import json
import re

import class_folder
import nbformat
import pytest
from nbclient import NotebookClient


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class") / "lessons"
    said = class_folder.made(folder)
    return folder, said


def names(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_no_output_is_left(made):
    folder, said = made
    notebooks = list((folder / "notebooks").glob("*.ipynb"))
    assert f"has {len(notebooks)} notebooks" in said[0] and len(notebooks) > 18
    for path in notebooks:
        for cell in nbformat.read(path, 4).cells:
            assert not cell.get("outputs") and cell.get("execution_count") is None, path.name


def test_no_key_no_guide_and_nobodys_work_is_in_it(made):
    bad = r"teacher|(^|/)key|handout|rubric|class_|papers|my-work|_learner_|__pycache__"
    assert [name for name in names(made[0]) if re.search(bad, name)] == []


def test_what_a_learner_has_made_here_is_left_out(tmp_path, monkeypatch):
    root = tmp_path / "ours"
    for name in ("04_how_many.ipynb", "04_learner_7_how_many.ipynb", "my-work/a.ipynb"):
        path = root / "notebooks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(), path)
    (root / "notebooks" / "closereading").mkdir()
    (root / "notebooks" / "closereading" / "a.py").symlink_to("/etc/hostname")
    (root / "README.md").write_text("# Ours\n\n## Begin\n\nRun this.\n\n## Then\n")
    monkeypatch.setattr(class_folder, "ROOT", root)
    assert set(class_folder.contents()) == {
        ".gitignore",
        "README.md",
        "notebooks/04_how_many.ipynb",
    }


def test_it_says_how_to_begin_as_our_own_readme_does(made):
    about = (made[0] / "README.md").read_text(encoding="utf-8")
    assert "pip install -r requirements.txt" in about and "py -m venv" in about
    command = re.search(r"^python3 -m venv.*$", about, re.M)[0]
    assert command in (class_folder.ROOT / "README.md").read_text(encoding="utf-8")
    assert (made[0] / command.split()[-1]).is_file()


def test_every_link_of_a_lesson_leads_somewhere(made):
    notebooks = made[0] / "notebooks"
    for path in notebooks.glob("*.ipynb"):
        texts = "\n".join(c.source for c in nbformat.read(path, 4).cells)
        for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)", texts):
            assert (notebooks / link).exists(), (path.name, link)


def test_a_lesson_runs_there(made, monkeypatch, tmp_path):
    monkeypatch.setenv("CLOSE_READING_WORK", str(tmp_path))
    where = made[0] / "notebooks"
    nb = nbformat.read(where / "04_how_many.ipynb", 4)
    NotebookClient(nb, timeout=300, resources={"metadata": {"path": str(where)}}).execute()
    assert any("Zapad" in str(cell.get("outputs")) for cell in nb.cells)


def test_a_second_run_brings_changes_and_leaves_what_was_changed_there(tmp_path, monkeypatch):
    files = {"notebooks/a.ipynb": b"one", "notebooks/b.ipynb": b"two"}
    monkeypatch.setattr(class_folder, "contents", lambda: dict(files))
    folder = tmp_path / "lessons"
    class_folder.made(folder)
    (folder / ".git").mkdir()
    (folder / "notebooks" / "b.ipynb").write_bytes(b"the teacher's")
    files |= {"notebooks/a.ipynb": b"corrected", "notebooks/b.ipynb": b"corrected, too"}
    said = class_folder.made(folder)
    assert (folder / "notebooks" / "a.ipynb").read_bytes() == b"corrected"
    assert (folder / "notebooks" / "b.ipynb").read_bytes() == b"the teacher's"
    assert said[0].startswith("Files written: 1.")
    assert said[1] == "Left as it is, because it was changed there: notebooks/b.ipynb"
    assert class_folder.made(folder)[1:] == said[1:]


@pytest.mark.parametrize(
    "has, says",
    [
        ({"photo.jpg": b"x"}, "is not empty: it has photo.jpg"),
        ({class_folder.NOTE: b"{"}, "cannot be read"),
        ({class_folder.NOTE: b"[1]"}, "cannot be read"),
    ],
)
def test_another_folder_is_refused_in_a_sentence(tmp_path, capsys, has, says):
    there = tmp_path / "there"
    there.mkdir()
    for name, data in has.items():
        (there / name).write_bytes(data)
    assert class_folder.main([str(there)]) == 1
    assert says in capsys.readouterr().out and names(there) == set(has)


def test_a_file_and_this_folder_itself_are_refused(tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    assert class_folder.main([str(tmp_path / "file")]) == 1
    assert class_folder.main([str(class_folder.ROOT / "for-a-class")]) == 1
    assert "would be copied into itself" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_said(tmp_path, capsys):
    (tmp_path / "a file").write_text("x")
    assert class_folder.main([str(tmp_path / "a file" / "x")]) == 1
    assert "cannot be written" in capsys.readouterr().out


def test_an_empty_repository_is_taken(tmp_path):
    there = tmp_path / "there"
    (there / ".git").mkdir(parents=True)
    assert class_folder.main([str(there)]) == 0
    assert "notebooks/my-work/" in (there / ".gitignore").read_text()
    assert json.loads((there / class_folder.NOTE).read_text())
