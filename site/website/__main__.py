"""Makes the website in this environment; site/build.py sees to the environment first."""

import shutil
import sys

from sphinx.cmd.build import main as sphinx

from . import live, pages, school, settings
from .command_line import command_line
from .places import SITE, SOURCE
from .pyodide import at_its_address, bundled


def main(args):
    """int: 0 where the site was made. args: list of str, as site/build.py takes them."""
    asked = command_line(__doc__).parse_args(args)
    target = asked.into.resolve()
    shutil.rmtree(target, ignore_errors=True)
    chosen = settings.read()
    pages.lay_out(chosen)
    command = ["-q", "-W", "--keep-going", "-b", "html", "-c", str(SITE), str(SOURCE), str(target)]
    if failed := sphinx(command):
        return failed
    pages.copy_what_is_no_page(target)
    pages.mend(target)
    shutil.rmtree(target / ".doctrees", ignore_errors=True)
    if not asked.pages_only:
        live.build(target / "live", chosen.release, _pyodide(asked, chosen))
    shutil.copy(SITE / "serve.py", target)
    if asked.zip:
        school.pack(target, asked.zip.resolve())
    return 0


def _pyodide(asked, chosen):
    """Pyodide that was asked for: from a folder, else at its own address."""
    if asked.pyodide:
        return bundled(asked.pyodide)
    return at_its_address(SITE / "pyodide-lock.json", chosen.pyodide)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
