"""A page of a saved notebook as the website makes it, without Jupyter: what its cells show, and
the script that opens the marks.
"""

import json
from pathlib import Path

import nbformat
from closereading.show.panel import MARKS

ROOT = Path(__file__).parents[1]
SHOW = ROOT / "notebooks" / "closereading" / "show"


def page_of(path, only=None, more=""):
    """str: HTML of the outputs of a notebook's cells. only: id of the one cell that is shown. more:
    HTML of further scripts that the page waits for.
    """
    cells = nbformat.read(path, 4).cells
    wanted = [cell for cell in cells if only in (None, cell.id)]
    look = json.dumps((SHOW / "marks.css").read_text(encoding="utf-8"))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:16px sans-serif}'
        "@media (prefers-color-scheme: dark){body{background:#121212;color:#eee}}</style>"
        f"<script>{MARKS}\nopenMarks({look});</script>{more}"
        f"<body><main><h1>A page</h1>{''.join(map(_cell, wanted))}</main></body></html>"
    )


def _cell(cell):
    """str: HTML of what one cell shows."""
    shown = "".join(map(_output, cell.get("outputs", [])))
    return f'<div class="cell_output" id="{cell.id}">{shown}</div>'


def _output(out):
    """str: HTML of one output."""
    data = out.get("data", {})
    if "image/png" in data:
        width = out.metadata["image/png"]["width"]
        src = f"data:image/png;base64,{data['image/png']}"
        return f'<div class="output image_png"><img width="{width}" src="{src}"></div>'
    return f'<div class="output text_html">{data.get("text/html", "")}</div>'
