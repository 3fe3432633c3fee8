"""The letters of the pictures, Source Sans, for the pages too; unchanged but for the packing."""

import importlib.util
import io
from pathlib import Path

from fontTools.ttLib import TTFont

CUTS = ("Regular", "Bold", "It")


def letters():
    """{file name: bytes} of the letters, with their licence (SIL Open Font License)."""
    package = importlib.util.find_spec("font_source_sans_pro").submodule_search_locations[0]
    folder = Path(package, "files")
    made = {"LICENSE.txt": (folder / "LICENSE.txt").read_bytes()}
    for cut in CUTS:
        font = TTFont(folder / f"SourceSansPro-{cut}.ttf", recalcTimestamp=False)
        out = io.BytesIO()
        font.flavor = "woff"
        font.save(out)
        made[f"{cut}.woff"] = out.getvalue()
    return made
