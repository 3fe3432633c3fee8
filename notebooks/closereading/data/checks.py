"""What must hold in a folder beyond a single table: a list of rules, each yields Trouble."""

import re

from ..reading.accounts import NO_SOURCE
from ..reading.days import iso_day
from ..reading.text import Problem, everywhere, find_quote
from .files import Trouble
from .schema import schema, several

ANCHOR = ("paragraph", "quote", "prefix", "suffix")
OWNERS = ("claims", "speakers", "numbers", "sources", "events")


def check(parts):
    """list of Trouble: all that the rules find in a folder. parts: Parts."""
    return [trouble for rule in RULES for trouble in rule(parts)]


def ids_lead_to_rows(parts):
    """Yields Trouble for each `refersTo` of the schemas that leads to no row. A field may refer to
    several tables ("from": a claim or a source card), and one that is marked `several` may hold
    more than one id.
    """
    for name, table in parts.sound.items():
        for field in schema(name)["fields"]:
            targets = [t for t in field.get("refersTo", []) if t in parts.sound]
            if targets:
                yield from _lost(parts, name, table, field, targets)


def _lost(parts, name, table, field, targets):
    """Yields Trouble for each id in a column that is in none of the tables `targets`."""
    known = set().union(*(parts.sound[target].index for target in targets))
    wanted = f"an id of {' or '.join(f'{target}.csv' for target in targets)}"
    for cell, line in zip(table[field["name"]], table["_line"]):
        ids = several(cell) if field.get("several") else [cell]
        for missing in (one for one in ids if one and one not in known):
            yield Trouble(f"{name}.csv", line, field["name"], f"“{missing}”", wanted)


def an_id_belongs_to_one_table(parts):
    """Yields Trouble for each id that rows of two tables have: a mark and the row behind it are
    found by it alone.
    """
    owner = {}
    for name in (n for n in OWNERS if n in parts.sound):
        for key, line in parts.sound[name]["_line"].items():
            if owner.setdefault(key, name) != name:
                found = f"“{key}”, which {owner[key]}.csv has, too"
                yield Trouble(f"{name}.csv", line, "id", found, "an id that no other table has")


def quotes_stand_in_the_text(parts):
    """Yields Trouble for each quote that its paragraph does not hold exactly once."""
    if not parts.paragraphs:
        return
    claims = parts.tables["claims"]
    for line, *anchor in zip(claims["_line"], *(claims[column] for column in ANCHOR)):
        if not all(anchor[:2]):  # a blank has been complained of
            continue
        try:
            find_quote(parts.paragraphs, *anchor)
        except Problem as e:
            wanted = "the exact words of that paragraph"
            yield Trouble("claims.csv", line, "quote", str(e), wanted)


def words_of_numbers_stand_in_their_claim(parts):
    """Yields Trouble for each number whose words its claim's quote does not hold. A number of a
    source card is in our words; a quote that is nowhere in the text has been complained of.
    """
    quotes = parts.tables["claims"]["quote"]
    quotes = quotes[~quotes.index.duplicated()]  # an id that is there twice has been complained of
    numbers = parts.tables["numbers"]
    for key, words, line in zip(numbers["from"], numbers["words"], numbers["_line"]):
        quote = quotes.get(key, "")
        if not (words and everywhere(parts.paragraphs, quote)):
            continue
        if not everywhere([quote], words):
            found = f"“{words[:60]}”"
            wanted = f"words of the quote of {key}: “{quote[:120]}”"
            yield Trouble("numbers.csv", line, "words", found, wanted)


def other_days_are_days(parts):
    """Yields Trouble for each day in a column `accepted` that is none."""
    numbers = parts.tables["numbers"]
    for cell, line in zip(numbers["accepted"], numbers["_line"]):
        listed = re.search(r"(?:\A|;)\s*counted_on=([^;]*)", cell)
        for text in listed[1].split("|") if listed else ():
            try:
                iso_day(text)
            except ValueError as e:
                yield Trouble("numbers.csv", line, "accepted", f"“{text[:60]}”", str(e))


def a_span_ends_after_it_begins(parts):
    """Yields Trouble for each event that ends before it begins."""
    events = parts.tables["events"]
    for first, last, line in zip(events["date"], events["until"], events["_line"]):
        if last < first:
            found = f"“{last:%Y-%m-%d}”, which is before the first day, {first:%Y-%m-%d}"
            yield Trouble("events.csv", line, "until", found, "the last day of a span, or a blank")


def nobody_cannot_be_asked(parts):
    """Yields Trouble where “no stated source” is coded as somebody."""
    speakers = parts.tables["speakers"]
    for key, name, sourcing, line in zip(
        speakers.index, speakers["name"], speakers["sourcing"], speakers["_line"]
    ):
        if NO_SOURCE in (key, name) and sourcing not in ("", "none"):
            found = f"“{sourcing}” beside “{NO_SOURCE}”"
            yield Trouble("speakers.csv", line, "sourcing", found, "none")


def other_codings_name_a_column(parts):
    """Yields Trouble for each entry of `accepted` that is no “column=value” of a column there."""
    speakers = set(parts.tables["speakers"].columns)
    for name in ("claims", "numbers"):
        table = parts.tables[name]
        columns = speakers.union(table.columns) - {"_line"}
        for cell, line in zip(table["accepted"], table["_line"]):
            for part in filter(str.strip, cell.split(";")):
                if "=" not in part or part.split("=")[0].strip() not in columns:
                    wanted = "column=value, with the name of a column of this table"
                    yield Trouble(f"{name}.csv", line, "accepted", f"“{part[:60]}”", wanted)


def kinds_are_those_of_the_report(parts):
    """Yields Trouble for each claim of a kind that the report does not list, where it lists its
    kinds.
    """
    claims = parts.tables["claims"]
    kinds = parts.about.get("kinds", [])
    for kind, line in zip(claims["kind"], claims["_line"]):
        if kinds and kind and kind not in kinds:
            wanted = f"one of {', '.join(map(str, kinds))}, as report.toml lists them"
            yield Trouble("claims.csv", line, "kind", f"“{kind[:60]}”", wanted)


def in_print_was_in_print_by_then(parts):
    """Yields Trouble for what in_print.csv has from a card that came after the report, or on a
    topic that the report does not know.
    """
    published = parts.about.get("published")
    rows = parts.tables["in_print"]
    known_on = parts.tables["sources"]["known_on"].to_dict()
    topics = {*parts.tables["claims"]["topic"], *parts.tables["questions"]["topic"]}
    for card, topic, line in zip(rows["card"], rows["topic"], rows["_line"]):
        if published is not None and known_on.get(card, published) > published:
            found = f"“{card}”, of {known_on[card]:%Y-%m-%d}"
            wanted = f"a card of {published:%Y-%m-%d} or before"
            yield Trouble("in_print.csv", line, "card", found, wanted)
        if topic not in topics:
            wanted = "a topic of claims.csv or questions.csv"
            yield Trouble("in_print.csv", line, "topic", f"“{topic}”", wanted)


RULES = (
    ids_lead_to_rows,
    an_id_belongs_to_one_table,
    quotes_stand_in_the_text,
    words_of_numbers_stand_in_their_claim,
    other_days_are_days,
    a_span_ends_after_it_begins,
    nobody_cannot_be_asked,
    other_codings_name_a_column,
    kinds_are_those_of_the_report,
    in_print_was_in_print_by_then,
)
