"""Dates in the header of an article, and their labels.

A day needs its year. An ambiguous one (03/04/2025) does not count; with dots the day comes first
(03.04.2025), as is usual where dots are used. A day whose label refers to something else (when the
page was printed or accessed, when an event is) is not an article's date.
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
_WEEKDAYS = (  # in the same languages, whole: names of persons begin so
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r?s(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?|mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?"
    r"|sa(?:mstag)?|sonnabend|so(?:nntag)?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
    r"|måndag|tisdag|lördag|söndag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes"
    r"|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница"
    r"|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
)
_WEEKDAY = rf"(?:(?:{_WEEKDAYS})\.?,?\s+)?"
CLOCK = (
    r"\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?(?!\.?\d)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?(?:Z\b|[+-]\d{2}:?\d{2}|\(?(?:GMT|UTC|[A-Z]{1,2}[SD]?T|[A-Z]{2,4}T)\b(?:[+-]\d{1,2})?\)?))?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?(?:\s?[A-Z]{2,4}\b)?|\d{1,2}\s?h(?:\s?\d{2})?\b"
)
UPDATED = (
    r"(?:last\s|latest\s|sist\s|senast\s|zuletzt\s)?(?:updated?|modified|revised|edited|oppdatert"
    r"|opdateret|uppdaterad|aktualisiert|geändert|modifié|mis\sà\sjour|actualisé|actualizado"
    r"|обновлено|изменено|更新)(?:\sdate|时间|日期|于)?"
)
PUBLISHED = (
    r"(?:first\s|originally\s|article\s)?(?:published|posted|released|issued|filed|publisert"
    r"|publiceret|offentliggjort|publicerad|publicado|publié|veröffentlicht|erschienen"
    r"|опубликовано|дата(?:\sпубликации)?|dated?(?:\sof\spublication)?|publication\sdate|dato"
    r"|datum|(?:发布|发表|發布|發表|出版)(?:时间|日期|時間|于)?|时间|日期|時間)(?:\sonline)?"
)
_NO_ARTICLES = (  # what a reader did with the page, how it was made, and what it announces
    r"(?:(?:date|last|page)\s)?(?:accessed|retrieved|viewed|visited|cited|printed|downloaded|saved"
    r"|created|captured|archived|generated|exported|scanned|taken|registered|expires|effective|due)"
    r"(?:\sfrom(?:\s[\w.]{1,20}){1,3})?|copyright|screenshot|scan"
    r"|today(?:\sis)?|(?:event|expiry|due|start|closing|print|creation|access)\sdate|deadline"
    r"|abgerufen|gedruckt|heruntergeladen|gespeichert|erstellt|heute|lastet\sned|hentet|skrevet\sut"
    r"|utskrift|opprettet|lagret|lest|i\sdag|consulté|téléchargé|imprimé|enregistré|créé"
    r"|aujourd['’]hui|consultado|impreso|hoy|дата\s(?:обращения|печати|создания)|просмотрено"
    r"|распечатано|скачано|сохранено|создано|сегодня|(?:访问|下载|打印|检索|创建)(?:时间|日期|于)?"
    r"|今天(?:是)?"
)
_BEFORE = re.compile(
    rf"(?:(?P<label>\b(?:{UPDATED}|{PUBLISHED}|{_NO_ARTICLES}))\b\s*[:：,]?\s*)?(?:at\s)?"
    rf"(?:(?:{CLOCK}),?\s+)?(?:(?:on|le|el|am|den):?\s+)?{_WEEKDAY}\Z",
    re.IGNORECASE,
)
_FORMS = tuple(
    re.compile(
        rf"(?<![\w/.-]){form}(?!(?!T\d)\w|/|-\w|\.\d)"
        rf"(?:\s+(?:г\.|года\b))?(?:\s*(?:星期|周|週)[一二三四五六日天])?(?:(?:,|\sat|\skl\.?|,?\sum|\sà|\sв|T|\s-)?\s*(?:{CLOCK})(?:\suhr\b)?)?",
        re.IGNORECASE,
    )
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})年(?P<number>\d{1,2})月(?P<day>\d{1,2})日",
        _MONTH + r"\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s(?:of|de))?[\s-]"
        + _MONTH
        + r"(?:\sde)?(?:,\s|[\s-])(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<one>\d{1,2})(?P<sign>[/-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})",
    )
)
_FURTHEST_ZONE = dt.timedelta(days=1)  # somewhere it is tomorrow already
_YEAR = re.compile(r"\d{4}")
_FIRST_YEAR = 1800
_EPOCH = dt.date(1970, 1, 1)  # what programs write for "no day"


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a line: `words[start:end]`, with its label and time of day.

    `date` is None if it is ambiguous or not an article's date.
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
        groups = match.groupdict()
        date = _date(groups)
        if date or groups.get("one"):
            before = _BEFORE.search(words, 0, match.start())
            label = (before and before["label"]) or ""
            is_update = re.fullmatch(UPDATED, label, re.IGNORECASE) is not None
            is_other = re.fullmatch(_NO_ARTICLES, label, re.IGNORECASE) is not None
            start = before.start() if before else match.start()
            return Day(None if is_other else date, start, match.end(), is_update)
    return None


def last_day(today: dt.date | None = None) -> dt.date:
    """Return the latest possible date of an article: today, in the easternmost time zone.

    Parameters
    ----------
    today
        The day in UTC; None for the clock's.
    """
    return (today or dt.datetime.now(dt.UTC).date()) + _FURTHEST_ZONE


def _date(groups: dict[str, str | None]) -> dt.date | None:
    """Return the date of a match, or None if it is invalid or ambiguous."""
    year = groups["year"] or ""
    if groups.get("one"):
        one, other = groups["one"], groups["other"]
        real = {as_date(year, one, other), as_date(year, other, one)} - {None}
        return real.pop() if len(real) == 1 else None
    month = groups.get("number") or _month_number((groups.get("month") or "").lower())
    return as_date(year, month, groups["day"])


def _month_number(beginning: str) -> str:
    """Return the number of the month with this prefix."""
    numbers = (number for number, forms in enumerate(_MONTHS, 1) if beginning in forms.split("|"))
    return str(next(numbers, ""))


def as_date(year: str | None, month: str | None, day: str | None) -> dt.date | None:
    """Return the date, or None if it does not exist or is the epoch."""
    try:
        date = dt.date(int(year or ""), int(month or ""), int(day or ""))
    except ValueError:
        return None
    return date if date.year > _FIRST_YEAR and date != _EPOCH else None
