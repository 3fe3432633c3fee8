"""What may be asked of site/build.py, which hands it on to the environment that makes the site."""

import argparse
from pathlib import Path

from .places import BUILD


def command_line(says):
    """argparse.ArgumentParser of site/build.py. says: what the script that reads it does."""
    parser = argparse.ArgumentParser(prog="site/build.py", description=says)
    add = parser.add_argument
    add("--into", type=Path, default=BUILD / "html", metavar="FOLDER", help="where the site goes")
    add("--pyodide", type=Path, metavar="FOLDER", help="bundle this Pyodide, for use offline")
    add("--pages-only", action="store_true", help="leave the live lessons out")
    add("--zip", type=Path, metavar="FILE", help="pack the site, for a school without internet")
    add("--serve", action="store_true", help="show the site that was made, on this machine")
    return parser
