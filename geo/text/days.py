"""Days as people write them in the head of an article, and what a label before them says.

A day needs its year. One that can be read in two ways (03/04/2025) is none; with points the day
comes first (03.04.2025), as where points are used it always does.
"""

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = (  # beginnings in English, German, the Scandinavian languages, French, Spanish, Russian
    "jan|ene|янв",
    "feb|fév|fev|фев",
    "mar|mär|мар",
    "apr|avr|abr|апр",
    "may|mai|maj|мая|май",
    "jun|juin|июн",
    "jul|juil|июл",
    "aug|août|aoû|ago|авг",
    "sep|сен",
    "oct|okt|окт",
    "nov|ноя",
    "dec|dez|des|déc|dic|дек",
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[^\W\d_]{{0,7}}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
CLOCK = (
    r"\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?(?!\.?\d)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?(?:Z\b|[+-]\d{2}:?\d{2}|\(?(?:GMT|UTC|[A-Z]{1,2}[SD]?T|[A-Z]{2,4}T)\b(?:[+-]\d{1,2})?\)?))?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?(?:\s?[A-Z]{2,4}\b)?|\d{1,2}\s?h(?:\s?\d{2})?\b"
)
UPDATED = (
    r"(?:last\s|latest\s|sist\s|senast\s|zuletzt\s)?(?:updated?|modified|revised|edited|oppdatert"
    r"|opdateret|uppdaterad|aktualisiert|geändert|modifié|mis\sà\sjour|actualisé|actualizado"
    r"|обновлено|изменено|更新)(?:\sdate)?"
)
PUBLISHED = (
    r"(?:first\s|originally\s|article\s)?(?:published|posted|released|issued|filed|publisert"
    r"|publiceret|publicerad|publicado|publié|veröffentlicht|опубликовано|date|dated)(?:\sonline)?"
)
_LABEL = rf"(?:(?P<label>\b(?:{UPDATED}|{PUBLISHED}))\b[:,]?\s*)?(?:at\s)?(?:(?:{CLOCK}),?\s+)?"
_FORMS = tuple(
    re.compile(
        rf"{_LABEL}(?:(?:on|le|el|am|den)\s+)?{_WEEKDAY}(?<![\w/.-]){form}(?!(?!T\d)\w|/|-\w|\.\d)"
        rf"(?:\s+г\.)?(?:(?:,|\sat|\skl\.?|,?\sum|\sà|\sв|T|\s-)?\s*(?:{CLOCK})(?:\suhr\b)?)?",
        re.IGNORECASE,
    )
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})年(?P<number>\d{1,2})月(?P<day>\d{1,2})日",
        _MONTH + r"\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s(?:of|de))?[\s-]"
        + _MONTH
        + r"(?:\sde)?(?:,\s|[\s-])(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<one>\d{1,2})(?P<sign>[/-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})",
    )
)
_FURTHEST_ZONE = dt.timedelta(days=1)  # somewhere it is tomorrow already
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a line: what stands in `words[start:end]`, with its label and its clock time.

    `date` is None where the day can be read in two ways.
    """

    date: dt.date | None
    start: int
    end: int
    is_update: bool


def find_day(words: str) -> Day | None:
    """Return the first day in a short line, or None."""
    if not _YEAR.search(words):
        return None
    found = [match for form in _FORMS if (match := form.search(words))]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        told = match.groupdict()
        date = _date(told)
        if date or told.get("one"):
            label = told["label"] or ""
            is_update = re.fullmatch(UPDATED, label, re.IGNORECASE) is not None
            return Day(date, match.start(), match.end(), is_update)
    return None


def last_day(today: dt.date | None = None) -> dt.date:
    """Return the last day that can be the date of an article: today, in the furthest time zone.

    Parameters
    ----------
    today
        The day in UTC; None for the clock's.
    """
    return (today or dt.datetime.now(dt.UTC).date()) + _FURTHEST_ZONE


def _date(told: dict[str, str | None]) -> dt.date | None:
    """Return the day that a match tells, or None where there is none or more than one."""
    year = told["year"] or ""
    if told.get("one"):
        one, other = told["one"], told["other"]
        real = {as_date(year, one, other), as_date(year, other, one)} - {None}
        return real.pop() if len(real) == 1 else None
    month = told.get("number") or _month_number((told.get("month") or "").lower())
    return as_date(year, month, told["day"])


def _month_number(beginning: str) -> str:
    """Return the number of the month that begins so."""
    numbers = (number for number, forms in enumerate(_MONTHS, 1) if beginning in forms.split("|"))
    return str(next(numbers, ""))


def as_date(year: str | None, month: str | None, day: str | None) -> dt.date | None:
    """Return the date, or nothing where there is no such day."""
    try:
        return dt.date(int(year or ""), int(month or ""), int(day or ""))
    except ValueError:
        return None
