"""Papers for a class: sheets without answers, hand-outs for afterwards, answer keys, rubrics, the
retelling. Each is a page to print, made from the data, the lessons and the texts in teacher/.
"""

import base64
import io
import re
import tomllib
from functools import cache
from pathlib import Path

import jinja2
from closereading import open_report
from closereading.lesson.contents import entry, lesson
from closereading.reading.pairs import CLASH
from paper_pictures import drawn
from paper_tables import filled, on_paper, said_of
from PIL import Image

HERE = Path(__file__).resolve().parent
TEACHER = HERE / "teacher"
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEACHER / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
WIDE = 124.46  # mm: a picture as wide as it was drawn, so that its lettering keeps its size
PAPER = 245  # grey of what counts as white


def plan(name):
    """dict: what one of the files in teacher/ says."""
    return tomllib.loads((TEACHER / f"{name}.toml").read_text(encoding="utf-8"))


def papers(shown=()):
    """{path: bytes} of all pages to print. shown: list of the lessons' pictures (Shown)."""
    reports = {
        "union-resolve": open_report(as_of="2022-02-10"),
        "full-house": open_report("full-house"),
    }
    pictures = {one.name.partition("_")[2].removesuffix(".png"): one for one in shown}
    made = sheets(reports, pictures) | handouts(reports["union-resolve"]) | keys(reports)
    made |= {"retelling": retelling(reports["union-resolve"])} | rubrics()
    return {TEACHER / f"{name}.html": text.encode("utf-8") for name, text in made.items()}


@cache
def lessons():
    """{name of a page: set of the lessons it belongs to}, each as “04” or “stadium 04”."""
    about = plan("sheets") | plan("handouts")
    found = {name: {one["lesson"]} for name, one in about.items() if "lesson" in one}
    for name, key in plan("keys").items():
        found[name] = {about[sheet]["lesson"] for sheet in key.get("sheets", ())}
    repairs = {one["key"][:2] for one in plan("rubrics")["repair"]}
    return found | {"rubric_sentences": repairs, "rubric_own_report": {"09"}, "retelling": {"00"}}


def _page(template, **values):
    """str: a page, with one line break at its end."""
    return TEMPLATES.get_template(template).render(values).strip() + "\n"


def sheets(reports, pictures):
    """{name: HTML} of the sheets without answers, on our report and on the stadium."""
    about = plan("sheets")
    rows = about.pop("rows")
    made = {}
    for name, sheet in about.items():
        report = reports[sheet["report"]]
        given = rows[sheet["report"]]
        steps = [_step(report, step, given, pictures) for step in sheet["steps"]]
        made[name] = _page(
            "sheet.html",
            **{"exit": False, "gloss": "", **sheet, "steps": steps},
            title=_question(sheet),
            read=[(n, _excerpt(report, n, sheet)) for n in sheet["paragraphs"]],
            wide=WIDE,
        )
    return made


def _excerpt(report, number, sheet):
    """str: a paragraph, or those of its sentences that the sheet wants."""
    text = report.read().paragraphs[number - 1]
    wanted = sheet.get("sentences", {}).get(str(number))
    if wanted is None:
        return text
    sentences = re.split(r"(?<=\.)\s+(?=[A-Z])", text)
    before = "… " if wanted[0] > 1 else ""
    after = " …" if wanted[-1] < len(sentences) else ""
    return before + " ".join(sentences[n - 1] for n in wanted) + after


def _step(report, step, given, pictures):
    """dict: a step of a sheet with all that stands in it."""
    parts = {
        "scale": 1,
        "blanks": [],
        "lines": 0,
        "room": 0,
        "table": None,
        "picture": "",
        "places": [],
    }
    parts |= step
    parts["blanks"] = [one.format(pairs=len(report.pairs)) for one in parts["blanks"]]
    if parts["table"]:
        kind = parts["table"]["rows"]
        parts["table"] = parts["table"] | {"kind": kind, "rows": on_paper(report, kind, given)}
    if parts["picture"] == "map":
        picture = drawn(report, "map")
        parts["places"] = sorted(said_of(report))  # the order of the distances is an answer
        alt = f"A map to be measured with a ruler, with a scale and {', '.join(parts['places'])}"
        parts["picture"] = inline(picture.png(), alt)
    elif parts["picture"]:
        one = pictures.get(parts["picture"])
        parts["picture"] = inline(one.png, one.alt) if one else ""
    return parts


def handouts(report):
    """{name: HTML} of a page for afterwards for each route of the guide: a lesson's picture, and
    each row of words behind its marks once.
    """
    made = {}
    for name, route in plan("handouts").items():
        picture = drawn(report, route["picture"])
        made[name] = _page(
            "handout.html",
            **route,
            title=_question(route),
            told="who says so, paragraph" if route["picture"] == "accounts" else "",
            image=inline(picture.png(), picture.alt),
            words=_behind(quoting(picture.marks, report), route["picture"] == "accounts"),
            wide=WIDE,
        )
    return made


def inline(png, alt):
    """dict: a picture that needs no other file, without the white above and below it."""
    image = Image.open(io.BytesIO(png))
    out = io.BytesIO()
    inked = image.convert("L").point([255] * PAPER + [0] * (256 - PAPER)).getbbox()
    image = image.crop((0, inked[1], image.width, inked[3]))
    image.save(out, "PNG")
    return {
        "alt": re.sub(r"[;.\s]*$", "", alt) + ".",
        "src": f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}",
        "size": image.size,
    }


def quoting(marks, report):
    """list of Mark: without the empty cells of a table of accounts. In a lesson these open to what
    was in print elsewhere; on one page there is no room for it.
    """
    filled = set(zip(report.claims["account"], report.claims["topic"]))
    return [mark for mark in marks if mark.row.table != "cells" or tuple(mark.row.id) in filled]


def _behind(marks, short):
    """list of (label, list of words): what stands behind each mark, each row of the report once,
    as fully as any mark tells it. What stands behind several marks stands by itself. short: whether
    only the number is given of a paragraph, and nothing where no source is stated.
    """
    labels = {}
    rows = {}
    for mark in marks:
        for e in mark.evidence:
            labels.setdefault(e.row, set()).add(mark.label)
    for mark in marks:
        for e in mark.evidence:
            of = "" if len(labels[e.row]) > 1 else mark.label
            mine = rows.setdefault(of, {})
            said = told(e, short)
            mine[e.row] = max(mine.get(e.row, ""), said, key=len)
    return [(label, list(words.values())) for label, words in rows.items()]


def told(evidence, short):
    """str: words behind a mark, and where they stand."""
    printed, _ = evidence.printed
    place = evidence.place().replace("source card", printed or "source card")
    if short:
        place = place.replace("no stated source, ", "").replace("paragraph ", "")
    return f"{evidence.quoted()} ({place})"


def keys(reports):
    """{name: HTML} of the answer keys: the tables filled in, and three answers to each open
    question.
    """
    about = plan("keys")
    every = plan("sheets")
    cells = {key: found["cells"] for key, found in about.pop("filled").items()}
    rows = every.pop("rows")
    made = {}
    for name, key in about.items():
        of = [every[sheet] for sheet in key["sheets"]]
        report = reports[of[0]["report"]]
        given = rows[of[0]["report"]]
        made[name] = _page(
            "key.html",
            title=key.get("title") or _question(of[0]),
            route=", ".join(sheet["route"] for sheet in of),
            tables=[table for sheet in of for table in _tables(report, sheet, given, cells)],
            closed=key["closed"].format(**_found(report)),
            first=key.get("first", "").format(**said_of(report)),
            open=key["open"],
        )
    return made


def _question(about):
    """str: the heading of a page: its own, or the question of its lesson."""
    return about.get("question") or lesson(about["lesson"])["question"]


def _tables(report, sheet, given, cells):
    """list of dict: the tables of a sheet, filled in."""
    found = []
    for number, step in enumerate(sheet["steps"], 1):
        if "table" not in step:
            continue
        kind = step["table"]["rows"]
        heads = step["table"]["heads"]
        rows = filled(report, kind, given, sheet["paragraphs"], cells)
        says = f"Sheet {sheet['route']}, step {number}"
        found.append({"says": says, "kind": kind, "heads": heads, "rows": rows})
    return found


def _found(report):
    """dict: what a key says of its data."""
    clash = report.pairs[report.pairs["relation"] == CLASH]
    return {
        "finding": drawn(report, "forces", title="").title,
        "distances": ", ".join(f"{name} {miles}" for name, miles in said_of(report).items()),
        "conflicts": len(clash),
        "pairs": len(report.pairs),
        "reading": "; ".join(clash["reading"]),
    }


def retelling(report):
    """str: HTML of the report retold, each paragraph with its number."""
    return _page("retelling.html", paragraphs=report.read().paragraphs)


def rubrics():
    """{name: HTML} of the rubrics: that of lesson 09, and those of the sentences."""
    about = plan("rubrics")
    weight = about["weight"]
    repairs = []
    for one in about["repair"]:
        wanted = entry(one["key"], "repair")
        number = one["key"][:2]
        repairs.append({"number": number, "says": wanted["says"], "answers": one["answers"]})
    return {
        "rubric_own_report": _page("rubric_own.html", rows=_rubric(about["own_report"])),
        "rubric_sentences": _page("rubric_sentences.html", weight=weight, repairs=repairs),
    }


def _rubric(samples):
    """list of (name, list of (what earns the mark, a sample)): the rubric as lesson 09 has it."""
    text = (HERE / "09_your_own_report.ipynb").read_text(encoding="utf-8")
    rows = re.findall(r'"\| (\w+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|(?:\\n)?"', text)
    return [(name, list(zip(marks, samples[name]))) for name, *marks in rows if name in samples]
