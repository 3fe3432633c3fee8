"""The list of packages that Pyodide loads: its own, and our wheels beside them. So the whole of a
lesson is fetched at once, and nothing is looked up anywhere while it starts.
"""

import copy
import hashlib

# the names that JupyterLite's kernel asks for one by one, unless they are loaded with Pyodide; of
# its own package it has two spellings
KERNEL = "micropip piplite ssl sqlite3 ipykernel comm jedi ipython".split()
KERNEL += ["pyodide_kernel", "pyodide-kernel"]
LESSONS = "numpy pandas matplotlib pillow jinja2 markupsafe lark ipywidgets anywidget".split()
OURS = "font-source-sans-pro closereading".split()
MAPS = "pyproj shapely cartopy".split()  # where this Pyodide has them
EMPTY = ("ssl", "jedi")  # the kernel asks for them; no lesson needs them
# what Pyodide loads along and no map of ours needs: fourteen megabytes
NEEDLESS = {("cartopy", "scipy")}
PACKED = "comm anywidget ipywidgets jinja2 lark markupsafe psygnal typing_extensions".split()
TEXTS = "beautifulsoup4 charset-normalizer mammoth pypdf".split()  # where a cell of 09 names them
PACKED += ["soupsieve", "cobble", *TEXTS]
IMPORTED_AS = {"beautifulsoup4": "bs4"}  # where it is not the name of the package
DEPENDS = {
    "beautifulsoup4": ["soupsieve", "typing-extensions"],
    "anywidget": ["ipywidgets", "psygnal", "typing-extensions"],
    "closereading": ["numpy", "pandas", "matplotlib", "pillow", "jinja2", "lark", "anywidget"],
    "ipywidgets": ["comm", "ipython", "traitlets"],
    "jinja2": ["markupsafe"],
    "mammoth": ["cobble"],
    "pyodide-kernel": ["comm", "ipython"],
}


def canonical(name):
    """str: a package's name as lists of packages write it."""
    return name.lower().replace("_", "-").replace(".", "-")


def with_wheels(lock, wheels, prefix):
    """dict: Pyodide's lock file with our wheels in it. lock: as read. wheels: {file name: bytes}.
    prefix: address before the names of Pyodide's own files; "" where they stand beside the lock.
    """
    made = copy.deepcopy(lock)
    for name, package in made["packages"].items():
        package["file_name"] = prefix + package["file_name"]
        package["depends"] = [n for n in package["depends"] if (name, n) not in NEEDLESS]
    for file, data in wheels.items():
        package = _package(file, data)
        made["packages"][package["name"]] = package
    return made


def _package(file, data):
    """dict: what the lock file says about one wheel."""
    stem, version = file.split("-")[:2]
    name = canonical(stem)
    return {
        "name": name,
        "version": version,
        "file_name": file,
        "install_dir": "site",
        "sha256": hashlib.sha256(data).hexdigest(),
        "package_type": "package",
        "imports": [IMPORTED_AS.get(name, stem)],
        "depends": DEPENDS.get(name, []),
        "unvendored_tests": False,
    }


def hash_again(lock, folder):
    """Writes into a lock file what its files in a folder have become. folder: Path."""
    for package in lock["packages"].values():
        path = folder / package["file_name"]
        if path.is_file():
            package["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()


def preloaded(lock):
    """list of str: what is loaded with Pyodide, in the spelling that the kernel looks for."""
    known = lock["packages"]
    return [name for name in [*KERNEL, *LESSONS, *OURS] if canonical(name) in known]


def missing(lock):
    """list of str: what the lessons need and a lock file has not."""
    wanted = [*KERNEL, *LESSONS, *OURS, *MAPS, *TEXTS]
    return [name for name in wanted if canonical(name) not in lock["packages"]]
