"""The steps of the claim bench: the fields of each, and what it needs."""

from ..data.schema import schema

STEPS = {
    "1 the passage": dict(
        passage="Passage, as printed",
        number="Number in it, as printed",
        prefix="Words before it",
        suffix="Words after it",
    ),
    "2 who says what": dict(
        speaker="Speaker",
        sourcing="Who that is",
        topic="Topic",
    ),
    "3 what it counts": dict(
        unit="Unit",
        population="Who or what",
        place="Where",
        status="Doing what",
    ),
    "4 time, ends": dict(
        period="Time it covers, in words",
        counted_on="Or one day, such as 2022-02-10",
        low="Lower end",
        high="Upper end",
    ),
    "5 how it is said": dict(
        kind="Kind of claim",
        cue="Reporting word, as printed",
        account="Account: whose side",
        claim="The claim in your words",
    ),
}
NEEDS = {  # what a step needs, in their order
    step: says
    for step, says in zip(
        STEPS,
        (
            "Needed: the passage; and a number, if it is about one. The words before or after it"
            " are needed only where it stands in the text more than once.",
            "Needed: the speaker; where the text gives none, write “no stated source”.",
            "Only for a number, which needs its unit. The other three say which numbers may share"
            " an axis; of money, whose it is and what for. Leave blank what the text does not say.",
            "Only for a number, and only where the program reads the words otherwise than you do."
            " The time is the one that the number speaks of (last year, the fourth quarter), not"
            " the day on which the text was published. One number has its two ends alike.",
            "Nothing is needed here. The account is whose side the speaker is on; blank, each"
            " speaker is a side of their own.",
        ),
        strict=True,
    )
}
OF_A_NUMBER = list(STEPS)[2:4]
CALLED = {  # what sentences say for a code of speakers.csv
    "": "not said yet",
    "named": "by name",
    "group": "no name given",
    "none": "no source given",
    "ambiguous": "two speakers possible",
}
IN_FULL = {  # and what the form does
    "named": "by name: a person or an office that one could ring up",
    "group": "no name given: people, or one person (a town official)",
    "ambiguous": "two speakers possible: the words can be read either way",
}
FIXED = {
    field["name"]: ["", *field["constraints"]["enum"]]
    for field in schema("speakers")["fields"]
    if field["name"] == "sourcing"
}
SHOWN = {
    field: [IN_FULL.get(code, CALLED[code]) for code in codes] for field, codes in FIXED.items()
}
LABELS = {field: label for step in STEPS.values() for field, label in step.items()}
BLANK = dict.fromkeys(LABELS, "")


def step_of(field):
    """str: the step at which a field is filled in."""
    return next(step for step, fields in STEPS.items() if field in fields)
