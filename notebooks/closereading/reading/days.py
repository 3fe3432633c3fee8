"""Days: written as readers write them, and read only where it is sure which day is meant."""

import re
from datetime import date, timedelta

# pandas counts no days far outside
_FIRST_YEAR = 1700
_LAST_YEAR = 2200
_BEFORE_DAY_1 = date(1899, 12, 30)  # a spreadsheet counts days from here
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ]?(\d\d?)[-./ ]?(\d\d?)", re.ASCII)
_YEAR_LAST = re.compile(r"(?P<a>\d\d?)[-./ ](?P<b>\d\d?)[-./ ](?P<year>\d{4}|\d\d)", re.ASCII)
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th|\.)?"
_DAY_MONTH = re.compile(rf"{_DAY} (?:of )?{MONTH},? (?P<year>\d{{4}})", re.ASCII)
_MONTH_DAY = re.compile(rf"{MONTH} {_DAY},? (?P<year>\d{{4}})", re.ASCII)


def day(when, year=True):
    """str: a day as readers write it: 10 February 2022, or 10 Feb. when: a date or Timestamp."""
    return f"{when.day} {when:%B %Y}" if year else f"{when.day} {when:%b}"


def span(first, last, published=None):
    """str: two days as readers write a span, "6–10 Feb"; one day where they are the same. With the
    year where it is another than that of the day on which the report was published.
    """
    another_year = published is not None and last.year != published.year
    end = day(last, year=False) + (f" {last.year}" if another_year else "")
    if first == last:
        return end
    same_month = (first.month, first.year) == (last.month, last.year)
    return f"{first.day if same_month else day(first, year=False)}–{end}"


def iso_day(text):
    """date of a text such as 2022-02-10. Raises ValueError for any other writing, for a day that no
    calendar has, and outside the years 1700 to 2200.
    """
    found = _ISO.fullmatch(text)
    made = found and _made(*found.groups())
    if not made:
        raise ValueError(wanted_day(text))
    return made


def meant_day(text):
    """str: the ISO day that a writing can only mean, such as November 25, 2026 or 25.11.2026; any
    other text as it is.
    """
    plain = " ".join(text.casefold().split())
    found = _may_mean(plain) if re.search(r"[a-z]|\b\d{4}\b", plain) else []
    return found[0].isoformat() if len(found) == 1 else text


def plain_day(text):
    """str: a text of a day without its hour, and with plain hyphens; Word and web pages put others
    in their place.
    """
    text = re.sub("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]", "-", text)
    return re.sub(r"(?<=\d)[T ]\d\d?:\d\d\S*\Z", "", text.strip())


def in_full(text):
    """str: an ISO day as readers write it; blank for any other text."""
    try:
        return day(iso_day(text))
    except ValueError:
        return ""


def wanted_day(text):
    """str: what is wanted in the place of a text that is no ISO day, and which days may be meant by
    it, as the end of a sentence.
    """
    meant = _may_mean(" ".join(plain_day(text).casefold().split()))
    may_be = f"; {' or '.join(d.isoformat() for d in meant)} may be meant" if meant else ""
    return f"a day such as 2022-02-10, the year first{may_be}"


def _may_mean(text):
    """list of date: the days that a writing may stand for, each once."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _valid(found.groups())
    if found := _YEAR_LAST.fullmatch(text):
        year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
        return _valid((year, found["b"], found["a"]), (year, found["a"], found["b"]))
    if found := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        return _valid((found["year"], MONTHS.index(found["month"]) + 1, found["day"]))
    if re.fullmatch(r"[345]\d{4}(?:\.\d+)?", text, re.ASCII):
        return [_BEFORE_DAY_1 + timedelta(days=int(float(text)))]
    return []


def _valid(*parts):
    """list of date: those of some (year, month, day) that a calendar has, each once."""
    made = (_made(*part) for part in parts)
    return list(dict.fromkeys(d for d in made if d))


def _made(year, month, day_):
    """date, or None where there is no such day, or none that is counted here."""
    try:
        made = date(int(year), int(month), int(day_))
    except ValueError:
        return None
    return made if _FIRST_YEAR <= made.year <= _LAST_YEAR else None
