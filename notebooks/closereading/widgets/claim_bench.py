"""Claim bench (lesson 09): a passage of a learner's own report becomes a row of claims.csv, and
the number in it one of numbers.csv.
"""

import json

from ..data.files import read_text, write_whole
from ..data.own import add_row, own_folder
from ..data.reference import parse_words, printed
from ..data.report import NO_SOURCE, open_report
from ..data.schema import read_cell, schema
from ..reading.text import Problem, everywhere
from ..show.controls import Button, Choice, Text
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import box, html_table

STEPS = {
    "1 the passage": dict(
        passage="Passage, as printed", prefix="Words before it", suffix="Words after it"
    ),
    "2 who says it": dict(
        speaker="Speaker",
        sourcing="A name, a group, or none?",
        account="Account: whose side",
        cue="Reporting word, as printed",
    ),
    "3 what is said": dict(kind="Kind", topic="Topic", claim="The claim in your words"),
    "4 its number": dict(
        number="Number, as printed", low="Lower end", high="Upper end", unit="Unit"
    ),
    "5 what is counted": dict(
        population="Who or what",
        place="Where",
        status="Doing what",
        counted_on="Day, such as 2022-02-10",
    ),
    "6 save": {},
}
LABELS = {field: label for step in STEPS.values() for field, label in step.items()}
BLANK, NUMBERS = dict.fromkeys(LABELS, ""), {f["name"]: f for f in schema("numbers")["fields"]}
FIXED = {
    f["name"]: ["", *f["constraints"]["enum"]]
    for table in ("claims", "speakers")
    for f in schema(table)["fields"]
    if f["name"] in ("kind", "sourcing")
}


def check_row(report, row):
    """list of (sign, str): of each part of a row whether it is there, "✓", or may be left open,
    "○", or is needed, "✗"; and in words. row: {field of STEPS: text}.
    """
    spots = everywhere(report.paragraphs, row["passage"], row["prefix"], row["suffix"])
    places = ", ".join(f"paragraph {n}" for n, *_ in spots)
    found = (
        f"it stands {len(spots)} times ({places}); write the words before or after the one you mean"
        if spots
        else (
            "these words do not stand in the text; copy them from it"
            if row["passage"].strip()
            else "copy a passage out of the text, letter by letter"
        )
    )
    lines = [
        (len(spots) == 1, True, f"found in {places}" if len(spots) == 1 else found),
        (row["speaker"].strip(), True, f"speaker, or: {NO_SOURCE}"),
    ]
    lines += [
        (row[f], False, what)
        for f, what in dict(
            sourcing="a name, a group, or none", account="account", kind="kind", topic="topic"
        ).items()
    ]
    if row["number"]:
        number, typed = (
            f"“{row['number'].strip()}”",
            f"{row['low'] or 'open'} to {row['high'] or 'open'}, as typed",
        )
        try:
            done, told = (
                True,
                "number: "
                + (typed if row["low"] or row["high"] else f"read as {parse_words(row['number'])}"),
            )
        except Problem:
            done, told = (
                False,
                (
                    f"{number} cannot be read here: type its ends in digits; where the words leave"
                    " a side open, leave its box blank"
                ),
            )
        if not everywhere([row["passage"]], row["number"]):
            done, told = False, f"{number} does not stand in the passage"
        wrong = {f: read_cell(row[f].strip(), NUMBERS[f]) for f in ("low", "high", "counted_on")}
        lines += [
            (done, True, told),
            *(
                (False, True, f"{LABELS[f].split(',')[0].lower()}: found {t[0]}; expected {t[1]}")
                for f, (_, t) in wrong.items()
                if t
            ),
        ]
        low, high = wrong["low"][0], wrong["high"][0]
        lines += (
            [(False, True, f"lower end {low:g}, above the upper, {high:g}")]
            if low is not None and high is not None and low > high
            else []
        )
        lines += [
            (row["unit"], True, "unit"),
            *((row[f], False, LABELS[f].lower()) for f in ("population", "place", "status")),
        ]
    return [
        (
            "✓" if done else "✗" if must else "○",
            what + (f": {done}" if isinstance(done, str) and done else ""),
        )
        for done, must, what in lines
    ]


def save_claim(name, **row):
    """str: what was written into claims.csv, speakers.csv and numbers.csv of a report in the work
    folder. row: some of the fields of STEPS.
    The claim that has this passage and speaker already is changed, and keeps what is blank here.
    Raises Problem where something is missing or wrong.
    """
    row, report = BLANK | row, open_report(name)
    lacking = [what for sign, what in check_row(report, row) if sign == "✗"]
    if lacking:
        raise Problem(f"Not saved. What is needed: {'; '.join(lacking)}.")
    paragraph, start, end = everywhere(
        report.paragraphs, row["passage"], row["prefix"], row["suffix"]
    )[0]
    quote, who, people = (
        report.paragraphs[paragraph - 1][start:end],
        row["speaker"].strip(),
        report.speakers,
    )
    speaker = next(iter(people.index[people["name"] == who]), who)
    for key, known in people.iterrows() if not (report.folder / "speakers.csv").exists() else ():
        add_row(name, "speakers", id=key, **known)
    new = dict(account="reporter", sourcing="none") if who == NO_SOURCE else dict(account=who)
    mine = {**(people.loc[speaker] if speaker in people.index else new), "id": speaker, "name": who}
    add_row(name, "speakers", **mine | {f: row[f] for f in ("account", "sourcing") if row[f]})
    anchor = dict(
        paragraph=paragraph,
        quote=quote,
        prefix=row["prefix"].strip(),
        suffix=row["suffix"].strip(),
        speaker=speaker,
    )
    same = report.claims.index[(report.claims[list(anchor)] == list(anchor.values())).all(axis=1)]
    key = add_row(
        name,
        "claims",
        **dict(id=same[0]) if len(same) else {},
        **anchor,
        **{f: row[f] for f in ("cue", "kind", "topic", "claim") if row[f]},
    )
    if row["number"]:
        hedge, low, high = (
            ("", row["low"], row["high"]) if row["low"] or row["high"] else printed(row["number"])
        )
        same = report.numbers.index[
            (report.numbers["from"] == key) & (report.numbers["words"] == row["number"].strip())
        ]
        scope = {
            f: row[f] for f in ("unit", "population", "place", "status", "counted_on") if row[f]
        }
        add_row(
            name,
            "numbers",
            **dict(id=same[0]) if len(same) else {},
            **{"from": key},
            words=row["number"],
            hedge=hedge,
            low=low,
            high=high,
            **scope,
        )
    return key


class Bench:
    """The row in hand, kept in draft.json of the report's folder from the first letter on; and the
    step that is shown.
    """

    def __init__(self, name):
        self.name, self.report, self.draft = (
            name,
            open_report(name),
            own_folder(name) / "draft.json",
        )
        self.row, self.step, self.pressed, self.said = dict(BLANK), next(iter(STEPS)), 0, ""
        try:
            self.row |= {
                field: str(text)
                for field, text in json.loads(read_text(self.draft)[0]).items()
                if field in BLANK and str(text) in FIXED.get(field, [str(text)])
            }
            self.said = "Here is the row that you had begun. " * any(self.row.values())
        except (ValueError, AttributeError):
            pass  # none had been begun

    def controls(self):
        """list of Control: those of the step that is shown, with the words that the report
        knows already.
        """
        claims = self.report.claims
        known = {
            **self.report.numbers,
            **claims,
            "speaker": [NO_SOURCE, *claims["who"]],
            "passage": (),
            "claim": (),
            "counted_on": (),
        }
        fields = [
            Choice(id=f, label=label, value=self.row[f], options=FIXED[f])
            if f in FIXED
            else Text(
                id=f,
                label=label,
                value=self.row[f],
                live=True,
                options=[str(v) for v in known.get(f, ()) if v == v and v],
            )
            for f, label in STEPS[self.step].items()
        ]
        return [
            Choice(id="step", label="Step", options=STEPS, value=self.step),
            *(fields or [Button(id="save", label="Save the row", value=self.pressed)]),
        ]

    def answer(self, values):
        """View after a change. values: {id of a control: value}."""
        given = {field: text for field, text in values.items() if field in BLANK}
        self.said, self.step = (
            self.said if given.items() <= self.row.items() else "",
            values.get("step", self.step),
        )
        self.row |= given
        if values.get("save", 0) > self.pressed:
            self.pressed = values["save"]
            try:
                self.said = (
                    f"Saved as {save_claim(self.name, **self.row)} in the folder {self.name} of"
                    " your work folder. "
                )
                self.report, self.row, self.step = (
                    open_report(self.name),
                    dict(BLANK),
                    next(iter(STEPS)),
                )
            except Problem as e:
                self.said = f"{e} "
        write_whole(
            self.draft, json.dumps(self.row)
        )  # all in ASCII: no sign in it can be refused when read
        return self.view()

    def follow(self, panel):
        """Brings a Panel's form up to date with the row: other controls for another step, blank
        ones after a save.
        """
        wanted = self.controls()
        if [c.id for c in wanted] != [c.id for c in panel.controls]:
            panel.controls = wanted
        panel.values = {c.id: c.value for c in wanted}  # nothing happens where they are so already

    def view(self):
        """View: what the row has, where its passage stands and between which words, and the rows
        that are saved.
        """
        lines, text = check_row(self.report, self.row), self.report.paragraphs
        spots = [
            (
                n,
                text[n - 1][max(start - 70, 0) : start],
                text[n - 1][start:end],
                text[n - 1][end : end + 70],
            )
            for n, start, end in everywhere(text, self.row["passage"])
        ]
        rows = self.report.claims.reset_index()[
            ["id", "quote", "paragraph", "who", "kind", "topic"]
        ]
        caption = f"claims.csv of {self.name}"
        saved = box(f"Saved so far: {len(rows)}", html_table(rows, caption)) if len(rows) else ""
        needed = (
            ""
            if self.said.startswith("Not saved")
            else next(
                (f"Next: {what}." for sign, what in lines if sign == "✗"),
                "Nothing needed is missing; save it at step 6.",
            )
        )
        content = render("claim_bench.html", lines=lines, spots=spots, saved=saved)
        return View(content, self.said + needed)


def claim_bench(name):
    """Panel that makes claims of a report in the work folder, step by step. Raises Problem where
    the folder cannot be opened.
    """
    bench = Bench(name)
    panel = Panel(
        "Make one passage a claim: where it stands, who says it, what it counts.",
        bench.controls(),
        bench.answer,
    )
    panel.observe(lambda _: bench.follow(panel), "values")
    return panel
