"""report.toml: what a report is called, when it was published, and how it is to be worked on."""

import json
import re
import tomllib
from datetime import date, datetime
from difflib import get_close_matches

import pandas as pd

from ..reading.days import iso_day
from ..reading.text import Problem
from .files import Trouble, read_text

FILE = "report.toml"
LONGEST = 300  # letters of a title
_TEXTS = ("title", "note", "language", "text", "rights", "voice")
_CURLY = tuple("“”„«»‘’‚")
_KNOWN = (*_TEXTS, "published", "invented", "kinds", "compare", "conditions", "roles", "workbench")
_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


def read_about(path):
    """(dict, list of Trouble) of a report.toml; ({}, []) where there is none. published: Timestamp.
    What cannot be used is left out of the dict and complained of.
    """
    if not path.exists():
        return {}, []
    text, trouble = read_text(path)
    if trouble:
        return {}, [trouble]
    try:
        about = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        return {}, [Trouble(FILE, 0, "", *_no_toml(text, e))]
    troubles = [t for rule in _RULES for t in rule(about)]
    return about, troubles


def _no_toml(text, error):
    """(found, expected) of a report.toml that cannot be read."""
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("="))
        if value[:1] in _CURLY:
            return f"a curly quotation mark, {value[0]}, after {key}", f'straight ones: {key} = "…"'
        if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", value):
            return f"{value} after {key}", "a day such as 2022-02-10, the year first"
    return f"something that is not TOML ({error})", 'lines such as title = "…"'


def published_is_a_day(about):
    """Yields Trouble where the day of publication is none; else makes it a Timestamp."""
    if "published" not in about:
        return
    value = about.pop("published")
    try:
        about["published"] = as_day(value)
    except ValueError as e:
        yield Trouble(FILE, 0, "published", f"“{_short(value)}”", str(e))


def texts_are_texts(about):
    """Yields Trouble for each entry that should be a text and is none, or is a very long one."""
    for key in _TEXTS:
        value = about.get(key, "")
        if not isinstance(value, str):
            yield Trouble(FILE, 0, key, _short(about.pop(key)), "a text in quotation marks")
    if len(about.get("title", "")) > LONGEST:
        found = f"{len(about['title']):,} letters"
        yield Trouble(FILE, 0, "title", found, f"at most {LONGEST}")


def tables_are_tables(about):
    """Yields Trouble where the settings of the workbench are no table, or `invented` is no truth
    value.
    """
    for key, kind, wanted in (
        ("workbench", dict, "lines below [workbench]"),
        ("compare", list, 'a list such as ["ukraine | janes"]'),
        ("conditions", dict, "lines below [conditions]"),
        ("roles", dict, "lines below [roles]"),
        ("kinds", list, 'a list such as ["result", "forecast"]'),
        ("invented", bool, "true or false"),
    ):
        if key in about and not isinstance(about[key], kind):
            yield Trouble(FILE, 0, key, _short(about.pop(key)), wanted)


_RULES = (published_is_a_day, texts_are_texts, tables_are_tables)


def as_day(value):
    """Timestamp of a day: an ISO text, a date, a datetime or a Timestamp. Raises ValueError that
    says what is wanted for anything else.
    """
    if isinstance(value, datetime):  # a Timestamp is one, too; NaT is a day of no year
        value = value.date() if value == value else "NaT"
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    text = re.sub(r"(?<=\d)[T ]\d\d:\d\d\S*\Z", "", text)  # the hour does not matter
    return pd.Timestamp(iso_day(text))


def no_slip_in(names):
    """Raises Problem for a name of an entry that is nearly one that a report.toml has: titel."""
    for name in names:
        near = get_close_matches(name.casefold(), _KNOWN, 1, 0.75)
        if near and name not in _KNOWN:
            raise Problem(f"Nothing was written. There is no “{name}”. Did you mean {near[0]}?")


def changed(text, entries):
    """str: the text of a report.toml with some entries set; all other lines stay as they are.
    entries: {name: text, day or truth value}. Raises Problem where a name or a value cannot stand
    there, or where the file is written in a way that cannot be changed safely.
    """
    new = text
    for key, value in entries.items():
        new = _with_entry(new, key, _written(key, value))
    if _others(text, entries) != _others(new, entries):
        raise Problem(
            f"Nothing was written. {FILE} is written in a way that cannot be changed safely here:"
            f" open it in an editor and set {', '.join(entries)} there."
        )
    return new


def _others(text, entries):
    """dict: what a report.toml says besides some entries; None where it is no TOML."""
    try:
        about = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    return {key: value for key, value in about.items() if key not in entries}


def _with_entry(text, key, value):
    """str: the text with a line `key = value`: in the place of the old one, else before the first
    table.
    """
    lines = text.splitlines()
    tables = (n for n, line in enumerate(lines) if line.lstrip().startswith("["))
    end = next(tables, len(lines))
    line = f"{key} = {value}"
    for n in range(end):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[n]):
            lines[n] = line
            return "\n".join(lines) + "\n"
    while end and not lines[end - 1].strip():
        end -= 1
    lines.insert(end, line)
    return "\n".join(lines) + "\n"


def _written(key, value):
    """str: a value as TOML. Raises Problem for what cannot stand in a report.toml."""
    if not _KEY.fullmatch(key):
        raise Problem(f"Nothing was written. “{key[:60]}” cannot be the name of an entry.")
    if isinstance(value, bool):
        return str(value).lower()
    if key == "published":
        try:
            return as_day(value).date().isoformat()
        except ValueError as e:
            found = f"“{_short(value)}”"
            raise Problem("Nothing was written. " + Trouble(FILE, 0, key, found, str(e))) from None
    if not isinstance(value, (str, date)):
        raise Problem("Nothing was written. " + Trouble(FILE, 0, key, _short(value), "a text"))
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _short(value):
    """str: a value, cut where it is long."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
