"""What must hold in a folder beyond a single table: a list of rules, each yields Trouble."""

from ..reading.accounts import NO_SOURCE
from ..reading.cuts import cut_word
from ..reading.text import Problem, everywhere, find_quote
from .files import Trouble
from .schema import read_cell, schema, several

ANCHOR = ("paragraph", "quote", "prefix", "suffix")
_FREE = {"speakers", "accounts", "places"}
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
            targets = field.get("refersTo", [])
            if targets and all(_may_be_looked_up(parts, target) for target in targets):
                yield from _lost(parts, name, table, field, targets)


def _may_be_looked_up(parts, target):
    """bool: whether all ids of a table are known: it could be read, or there is none, and nothing
    else stands for it, as it does for speakers, accounts and places.
    """
    return target in parts.sound or target in parts.missing - _FREE


def _lost(parts, name, table, field, targets):
    """Yields Trouble for each id in a column that is in none of the tables `targets`."""
    there = [target for target in targets if target in parts.sound]
    known = set().union(*(parts.sound[target].index for target in there))
    wanted = f"an id of {' or '.join(_file(parts, target) for target in targets)}"
    for cell, line in zip(table[field["name"]], table["_line"]):
        for missing in _ids(cell, field):
            if missing not in known:
                yield Trouble(f"{name}.csv", line, field["name"], f"“{missing}”", wanted)


def _ids(cell, field):
    """list of str: the ids in a cell of a column that refers to rows."""
    return [one for one in (several(cell) if field.get("several") else [cell]) if one]


def _file(parts, table):
    """str: the name of a table's file; it says where there is none."""
    return f"{table}.csv" + ("" if table in parts.sound else " (no such file)")


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
            spot = find_quote(parts.paragraphs, *anchor)
            _no_cut_figure(parts.paragraphs[anchor[0] - 1], spot)
        except Problem as e:
            where = f"claims.csv, line {line}, column “quote”"
            yield Trouble.saying("claims.csv", f"{where}: {e}.", line)


def _no_cut_figure(text, spot):
    """Raises Problem for a passage that begins or ends inside a figure: “90” of “190”."""
    whole = cut_word(text, *spot)
    if any(sign.isdecimal() for sign in whole):
        raise Problem(f"“{text[slice(*spot)]}” cuts “{whole}”, which stands there")


def words_of_numbers_stand_in_their_claim(parts):
    """Yields Trouble for each number whose words its claim's quote does not hold. A number of a
    source card is in our words; a quote that is nowhere in the text has been complained of.
    """
    quotes = parts.tables["claims"]["quote"]
    numbers = parts.tables["numbers"]
    for key, words, line in zip(numbers["from"], numbers["words"], numbers["_line"]):
        quote = quotes.get(key, "")
        if not (words and everywhere(parts.paragraphs, quote)):
            continue
        if not everywhere([quote], words):
            found = f"“{words[:60]}”"
            wanted = f"words of the quote of {key}: “{quote[:120]}”"
            yield Trouble("numbers.csv", line, "words", found, wanted)


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


def other_codings_can_stand(parts):
    """Yields Trouble for each other coding in a column `accepted` that no row could have."""
    for name, table in parts.tables.items():
        if "accepted" in table and name != "pairs":
            fields = _fields_of(name)
            for cell, line in zip(table["accepted"], table["_line"]):
                yield from _odd_codings(parts, fields, f"{name}.csv", cell, line)


def _fields_of(table):
    """dict: name of a column -> its field, of a table; of claims with those of the speaker."""
    tables = ["speakers", "claims"] if table == "claims" else [table]
    return {field["name"]: field for one in tables for field in schema(one)["fields"]}


def _odd_codings(parts, fields, file, cell, line):
    """Yields Trouble for what stands in one cell `accepted` and can be no coding."""
    for part in filter(None, map(str.strip, cell.split(";"))):
        column = part.partition("=")[0]
        values = part.removeprefix(column)
        if not values or column not in fields:
            wanted = "column=value|value, with a column of this table"
            yield Trouble(file, line, "accepted", f"“{part[:60]}”", wanted)
            continue
        for value in values.removeprefix("=").split("|"):
            if wanted := _cannot_be(parts, fields[column], value):
                yield Trouble(file, line, "accepted", f"“{column}={value[:60]}”", wanted)


def _cannot_be(parts, field, value):
    """str: what is expected in the place of a value that a column cannot have; or blank."""
    value, trouble = read_cell(value.strip(), field)
    if trouble:
        return trouble[1]
    targets = [target for target in field.get("refersTo", []) if target in parts.sound]
    if targets and not any(value in parts.sound[target].index for target in targets):
        return f"an id of {' or '.join(f'{target}.csv' for target in targets)}"
    return ""


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
    a_span_ends_after_it_begins,
    nobody_cannot_be_asked,
    other_codings_can_stand,
    kinds_are_those_of_the_report,
    in_print_was_in_print_by_then,
)
