"""Posters for a wall: a picture of a lesson, set on one large sheet."""

import io

from closereading import charts, open_report
from closereading.drawing.style import our_style


@our_style()
def posters():
    """{name of a file: bytes}: “In their words” as one page of A3 (PDF), and the same as a PNG."""
    picture = charts.in_their_words(open_report(as_of="2022-02-10"), layout="poster")
    page = io.BytesIO()
    picture.figure.savefig(page, format="pdf", metadata={"CreationDate": None})
    name = f"06_{picture.name}"
    return {f"{name}.pdf": page.getvalue(), f"{name}_a3.png": picture.png()}
