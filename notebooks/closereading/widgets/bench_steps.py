"""The steps of the claim bench: the fields of each, and what it needs."""

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
        kind="Kind",
    ),
    "3 what it counts": dict(
        unit="Unit",
        population="Who or what",
        place="Where",
        status="Doing what, and when",
    ),
    "4 ends, day": dict(
        low="Lower end",
        high="Upper end",
        counted_on="Day, such as 2022-02-10",
    ),
    "5 how it is said": dict(
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
            " an axis: write a year and five months as two things. Leave blank what the text does"
            " not say.",
            "Only for a number. Type an end only where the program does not read the words as you"
            " do, and a day only where the text tells it.",
            "Nothing is needed here. The account is whose side the speaker is on; blank, each"
            " speaker is a side of their own.",
        ),
        strict=True,
    )
}
LABELS = {field: label for step in STEPS.values() for field, label in step.items()}
BLANK = dict.fromkeys(LABELS, "")


def step_of(field):
    """str: the step at which a field is filled in."""
    return next(step for step, fields in STEPS.items() if field in fields)
