"""Every test works in an empty work folder; the three reports that everything must run on."""

import gc
import os
import shutil
import tempfile
from copy import deepcopy
from functools import cache
from pathlib import Path

import hypothesis
import lab
import pytest
from xdist.scheduler import LoadFileScheduling

os.environ["CLOSE_READING_WORK"] = tempfile.mkdtemp(prefix="close-reading-")

from closereading.data import folders  # noqa: E402  (after the work folder is set)
from closereading.data import report as reports  # noqa: E402  (after the work folder is set)
from closereading.lesson import session  # noqa: E402

# a busy machine is no wrong interval
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
NAMES = ("union-resolve", "full-house", "bare")
# the files that open lessons in JupyterLab; one core runs them all, with one server and one browser
LABS = (
    "test_browser.py",
    "test_controls.py",
    "test_marks_browser.py",
    "test_own_report_browser.py",
    "test_weeks_browser.py",
    "test_far_server.py",
)
# the files that take longest; they begin first, so that no core waits for them at the end
LONGEST = (
    *LABS,
    "test_notebooks.py",
    "test_own_report.py",
    "test_pictures.py",
    "test_two_accounts.py",
    "test_marks_pages.py",
    "test_marks_open.py",
    "test_widgets.py",
    "test_lesson.py",
    "test_typed.py",
    "test_quantity.py",
    "test_papers.py",
    "test_from_where.py",
    "test_bench.py",
)


class ByFile(LoadFileScheduling):
    """Which tests one core runs together: those of a file; those of all LABS."""

    def _split_scope(self, nodeid):
        path = super()._split_scope(nodeid)
        return "JupyterLab" if Path(path).name in LABS else path


def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


def pytest_collection_modifyitems(items):
    rank = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.name, len(LONGEST)))


def pytest_collection_finish():
    """Python looks for what can be thrown away less often: it takes a tenth of the time else."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty work folder, holding the bare report only."""
    folder = tmp_path / "work"
    shutil.copytree(ROOT / "tests" / "reports", folder)
    monkeypatch.setenv("CLOSE_READING_WORK", str(folder))
    monkeypatch.setattr(session, "_begun", [session.Session()])
    monkeypatch.setattr(folders, "_learner", [""])
    return folder


# a report of the project, read and checked once in a process, for the tests that change no file
as_it_stands = cache(reports.open_report)


@pytest.fixture(params=NAMES)
def any_report(request, work):
    """A report that the test has for itself."""
    if request.param == "bare":  # lies in the work folder of each test
        return reports.open_report(request.param)
    return deepcopy(as_it_stands(request.param))


@pytest.fixture
def report(work):
    """The first report as it was on its day; the test has it for itself."""
    return deepcopy(as_it_stands("union-resolve", as_of="2022-02-10"))


@pytest.fixture(scope="session")
def jupyter():
    """The one JupyterLab of this run."""
    with lab.server() as server:
        yield server


@pytest.fixture
def base(jupyter):
    """Address of a JupyterLab whose work folder is empty."""
    jupyter.empty_work()
    yield jupyter.address
    jupyter.stop_kernels()


@pytest.fixture
def page():
    """The kept page, with no notebook open; at the end it must have no error and no request that
    left the machine.
    """
    page = lab.kept_page()
    yield page
    errors, outside = page.errors, page.outside
    if not page.is_closed():
        lab.clear(page)
    assert errors == [] and outside == []


@pytest.fixture(scope="session", autouse=True)
def one_browser():
    yield
    lab.close_browser()


def pytest_exception_interact(node):
    """After a failure nobody knows what the kept page shows."""
    lab.drop_kept_page()
