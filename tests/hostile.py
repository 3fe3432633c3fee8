"""A report whose every text is an attack: the tables of the first report, each free text with a
payload put behind it.
"""

import csv
import json
import re
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
ATTACKS = [
    "<script data-evil>window.crHit=1</script>",
    '<img data-evil src=x onerror="window.crHit=1">',
    '"><svg data-evil onload="window.crHit=1">',
    "' onmouseover='window.crHit=1' data-evil='",
    '</details></table></div><iframe data-evil srcdoc="<script>parent.crHit=1</script>"></iframe>',
    "[a](javascript:window.crHit=1) ![b](http://evil.example/p.png)",
    '<a data-evil href="javascript:window.crHit=1">x</a>',
    "]]><!-- {{ 7 * 7 }} {% raw %} -->",
    r"$\href{javascript:window.crHit=1}{x}$ and $$\frac12$$ or \(x^2\) for $5 or $6_",
    "\u2067gnp.exe\u2066 \u200b",
    "ü" * 300,
    "&lt;b data-evil&gt;&amp;amp;",
    "<style data-evil>*{display:none}</style><base data-evil href=//evil.example/>",
]
SHORT = [
    "<b data-evil>x",
    r"$\frac$",
    "&lt;i",
]  # for places: a long name is refused on a map, in a sentence
KEPT = {
    "accepted",
    "hedge",
    "path",
    "table",
    "rules_out_by",
}  # columns that hold a word of a grammar, not a text
ANCHORED = {  # what must stand elsewhere, too
    ("numbers", "words"),
    ("questions", "topic"),
    ("in_print", "topic"),
}
OTHER_IDS = ("account=", "speaker=")
NAMES = ("speakers", "accounts")  # tables whose ids are names, so they are attacked too


def attack(i):
    return ATTACKS[i % len(ATTACKS)]


def write(folder):
    """Writes the report into a folder that does not exist yet."""
    folder.mkdir(parents=True)
    quotes, names, n = [], {}, 0

    def named(key):
        return (
            key
            if key == "no stated source"
            else names.setdefault(key, f"{key} {attack(len(names))}")
        )

    for path in sorted((DATA / "union-resolve").glob("*.csv")):
        fields = json.loads(
            (DATA / "schemas" / path.name).with_suffix(".json").read_text(encoding="utf-8")
        )["fields"]
        free = [
            f["name"]
            for f in fields
            if f["type"] == "string"
            and "refersTo" not in f
            and "enum" not in f.get("constraints", {})
            and f["name"] not in KEPT | {"id"}
        ]
        of_names = [f["name"] for f in fields if set(f.get("refersTo", [])) & set(NAMES)] + [
            "id"
        ] * (path.stem in NAMES)
        with path.open(encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        for row in rows:
            for column in free:
                anchored = (path.stem, column) in ANCHORED
                if row.get(column) and not anchored:
                    n += 1
                    short = (path.stem, column) == ("places", "name")
                    row[column] = f"{row[column]} {SHORT[n % 3] if short else attack(n)}"
            if path.stem in ("questions", "in_print"):
                row["topic"] = named(row["topic"])
            for column in of_names:
                row[column] = row[column] and named(row[column])
            if "accepted" in row:  # the names there have other ids now
                parts = row["accepted"].split(";")
                row["accepted"] = ";".join(p for p in parts if not p.startswith(OTHER_IDS))
            if path.stem == "claims":
                row["quote"] = f"{row['id']} {row['quote']}"  # each stands once
                quotes.append((int(row["paragraph"]), row["quote"]))
        with (folder / path.name).open("w", encoding="utf-8", newline="") as f:
            writer = csv.DictWriter(f, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    text = [
        " ".join([f"Paragraph {p}: {attack(p)}", *(q for at, q in quotes if at == p)])
        for p in range(1, 16)
    ]
    (folder / "digest.md").write_text("\n\n".join(text), encoding="utf-8")
    toml = (DATA / "union-resolve" / "report.toml").read_text(encoding="utf-8")
    title = lambda m: m[1] + json.dumps(f"{m[2]} {attack(0)} {attack(8)}")
    toml = re.sub(r"^kinds = .*\n", "", toml, flags=re.M)  # so that a kind may be any text
    (folder / "report.toml").write_text(
        re.sub(r'^(title = )"(.*)"', title, toml, flags=re.M), encoding="utf-8"
    )
    return folder
