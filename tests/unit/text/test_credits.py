"""Bylines, days and datelines of pasted texts: what is one, and what only looks like one."""

import datetime as dt
from dataclasses import replace

import pytest

from geo.text.articles import Article, article_from_text
from geo.text.credits import parse_authors, read_credit
from geo.text.dates import find_day
from geo.text.readers import read_pasted
from geo.text.user_articles import user_article

PROSE = (
    "The Northern Sea Route runs along the coast of Russia, and ships of many flags passed "
    "through it in the summer without an escort, the operator of the icebreakers said."
)
DAY = dt.date(2025, 11, 3)
TODAY = dt.date(2025, 12, 1)
JANE, BOTH = ("Jane Doe",), ("Jane Doe", "Ole Hansen")
MULLER = ("Hans Müller", "Jane Doe")


def pasted(*lines: str) -> Article:
    return user_article(read_pasted("\n".join(lines)), today=TODAY)


@pytest.mark.parametrize(
    ("lines", "authors", "outlet", "date"),
    [
        (["By Jane Doe", "Nov 3, 2025"], JANE, "", DAY),
        (["By Jane Doe, Reuters | 3 November 2025"], JANE, "Reuters", DAY),
        (["By Jane Doe and Ole Hansen (Bloomberg) —"], BOTH, "Bloomberg", None),
        (["Jane Doe and Ole Hansen · Published 12:04 GMT"], BOTH, "", None),
        (["Jane Doe", "3 November 2025 at 12:04 GMT"], JANE, "", DAY),
        (["Jane Doe, Reuters"], JANE, "Reuters", None),
        (["", "By Jane Doe", "", "Published: 3 Nov 2025", "Updated: 5 Nov 2025"], JANE, "", DAY),
        (["Updated 5 Nov 2025", "Published 3 Nov 2025, 9:00 a.m. ET"], (), "", DAY),
        (["Ships wait longer than a year ago.", "By Jane Doe", "2025-11-03"], JANE, "", DAY),
        (
            ["BY JANE DOE, ARCTIC CORRESPONDENT", "Monday, November 3rd, 2025"],
            ("JANE DOE",),
            "",
            DAY,
        ),
        (["By Jane Doe, High North News", "03.11.2025 12:04"], JANE, "High North News", DAY),
        (
            ["By Jane Doe / The Arctic Courier Post", "3. november 2025"],
            JANE,
            "The Arctic Courier Post",
            DAY,
        ),
        (["By Reuters", "2025-11-03T10:00:00Z"], (), "Reuters", DAY),
        (["By Staff Writer", "November 3, 2025 - 5 min read"], (), "", DAY),
        (
            ["By Ursula von der Leyen & Jean-Luc d’Arc"],
            ("Ursula von der Leyen", "Jean-Luc d’Arc"),
            "",
            None,
        ),
        (["", f"OSLO, Norway, 3 Nov 2025 (Reuters) - {PROSE}"], (), "Reuters", DAY),
        (["", f"MOSCOW, November 3, 2025. /TASS/. {PROSE}"], (), "TASS", DAY),
        (["By Jane Doe", f"Oslo, 3 Nov (Reuters) - {PROSE}"], JANE, "Reuters", None),
        (["By Jane Doe", "03/04/2025"], JANE, "", None),
        (["By Jane Doe", "13/04/2025"], JANE, "", dt.date(2025, 4, 13)),
        (["By Jane Doe and Ole Hansen Associated Press"], BOTH, "Associated Press", None),
        (["By JANE DOE AP Business Writer"], ("JANE DOE",), "AP", None),
        (["By JANE DOE Arctic Courier Post"], ("JANE DOE",), "Arctic Courier Post", None),
        (["By Jane Doe High North News", "3 November 2025"], JANE, "High North News", DAY),
        (["By Emily Post"], ("Emily Post",), "", None),
        (["BY  JANE DOE"], ("JANE DOE",), "", None),
        (["Av Ole Hansen", "Publisert 3. nov. 2025 kl. 12:04"], ("Ole Hansen",), "", DAY),
        (["Von Hans Müller und Jane Doe", "03.11.2025, 12.04 Uhr"], MULLER, "", DAY),
        (["Af Ole Hansen", "3. november 2025"], ("Ole Hansen",), "", DAY),
        (["Por Ana Ruiz"], ("Ana Ruiz",), "", None),
        (["By Ana do Rosário e Silva"], ("Ana do Rosário e Silva",), "", None),
        (["Text: Ole Hansen"], ("Ole Hansen",), "", None),
        (
            [
                "Par Jean Dupont",
                "Publié le 03 novembre 2025 à 12h04, modifié le 04 novembre 2025 à 9h",
            ],
            ("Jean Dupont",),
            "",
            DAY,
        ),
        (["12:04 03.11.2025 (обновлено: 13:00 04.11.2025)"], (), "", DAY),
        (["Jane Doe in Moscow", "Mon 3 Nov 2025 12.04 GMT"], JANE, "", DAY),
        (["Jane Doe and Ole Hansen in Berlin", "Published NOV 3 2025"], BOTH, "", DAY),
        (["By", "Jane Doe", "Follow", "Nov. 3, 2025 5:30 am ET"], JANE, "", DAY),
        (["3 November 2025", "Jane Doe", "Russia editor, Moscow"], JANE, "", DAY),
        (["Novaya Zemlya, 3 November 2025"], (), "", DAY),
        (["Author: Jane Doe", "Published on: 2025/11/03"], JANE, "", DAY),
        (["mandag 3. november 2025"], (), "", DAY),
        (["Skrevet av Ole Hansen", "Dato: 3. november 2025"], ("Ole Hansen",), "", DAY),
        (["Ein Gastbeitrag von Hans Müller", "3. November 2025"], ("Hans Müller",), "", DAY),
        (["Dienstag, 3. November 2020, 10.15 Uhr"], (), "", dt.date(2020, 11, 3)),
        (["lundi 3 novembre 2025"], (), "", DAY),
        (["Publié le 1er août 2025"], (), "", dt.date(2025, 8, 1)),
        (["Par Jean Dupont, envoyé spécial à Oslo"], ("Jean Dupont",), "", None),
        (["Понедельник, 3 ноября 2025 года", "Текст: Иван Петров"], ("Иван Петров",), "", DAY),
        (["Дата публикации: 03.11.2025"], (), "", DAY),
        (["2025年11月3日 星期一", "作者：张伟、李娜"], ("张伟", "李娜"), "", DAY),
        (["来源：新华网 2025年11月03日 10:04:05"], (), "", DAY),
        (["发布时间：2025-11-03"], (), "", DAY),
        (["Monday 3 November 2025 12:04 GMT", "Jane Doe in Oslo"], JANE, "", DAY),
        (["3 November 2025", "Climate Change"], (), "", DAY),
        (["High North News", "3 November 2025"], (), "High North News", DAY),
        (["By Dr. Jane Doe, Senior Fellow", "3 November 2025"], ("Dr. Jane Doe",), "", DAY),
        (["November 3, 2035"], (), "", None),
        (["Published 3 Nov 2025", "Updated 3 Nov 2035"], (), "", DAY),
    ],
)
def test_the_lines_under_the_headline_give_author_date_and_publisher(
    lines: list[str], authors: tuple[str, ...], outlet: str, date: dt.date | None
) -> None:
    article = pasted("Ice Closes the Bay", *lines, PROSE)
    assert article.headline == "Ice Closes the Bay"
    assert article.authors == authors
    assert (article.publisher or article.agency) == outlet
    assert article.date == date
    assert article.quote(article.passages[-1]) == PROSE
    silent = [passage for passage in article.passages if not passage.is_linked]
    assert PROSE not in [article.quote(passage) for passage in silent]


@pytest.mark.parametrize(
    "line",
    [
        "Accessed 3 November 2025",
        "Retrieved on 3 November 2025",
        "Printed: 3 November 2025",
        "Saved 3 November 2025 10:04",
        "Created: 1 June 2013",
        "Downloaded on 03.11.2025",
        "Today is Monday, 3 November 2025",
        "Event date: 3 March 2025",
        "Archived from the original on 3 March 2025",
        "Screenshot 3 March 2025",
        "Abgerufen am 03.11.2025",
        "Hentet 3. november 2025",
        "Consulté le 3 novembre 2025",
        "Дата обращения: 03.11.2025",
        "访问时间：2025-11-03",
        "Last modified 1 January 1970",
    ],
)
def test_a_day_that_is_labelled_as_no_article_s_is_not_its_date(line: str) -> None:
    assert pasted("Ice Closes the Bay", "By Jane Doe", line, PROSE).date is None
    article = pasted("Ice Closes the Bay", "By Jane Doe", "2 November 2025", line, PROSE)
    assert article.date == dt.date(2025, 11, 2)


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 the route may be open all year",
        "By sea, the trip takes 20 days.",
        "By Rail And Sea",
        "By December Russia Will Open It",
        "By the Kara Sea",
        "By far the largest ship",
        "The route opened on 3 May 2019",
        "Ships From Murmansk, 3 May 2019",
        "1990-2020 review of ice",
        "By Novaya Zemlya and Severnaya Zemlya",
        "By Cape Chelyuskin, 3 November 2025",
        "By Jan Mayen",
        "By Hudson Bay and Lancaster Sound",
        "Von Murmansk nach Rotterdam",
        "Par Temps Froid, la route",
        "Jane Doe",
        "Northern Fleet",
        "Route 2025-11-03-a",
    ],
)
def test_an_ordinary_second_line_is_text(line: str) -> None:
    article = pasted("Ice Closes the Bay", line, PROSE)
    assert article.passages[1].is_linked
    assert article.quote(article.passages[1]) == line
    assert (article.authors, article.date) == ((), None)


@pytest.mark.parametrize(("ahead", "is_date"), [(-1, True), (0, True), (1, True), (2, False)])
def test_a_day_that_no_time_zone_has_reached_is_not_a_date(ahead: int, *, is_date: bool) -> None:
    day = TODAY + dt.timedelta(days=ahead)
    stated = replace(read_pasted(PROSE), date=day.isoformat())
    expected = day if is_date else None
    assert pasted("Ice Closes the Bay", f"Published {day.isoformat()}", PROSE).date == expected
    assert pasted("Ice", f"OSLO, {day:%B %d, %Y} (Reuters) - {PROSE}").date == expected
    assert user_article(stated, today=TODAY).date == expected


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Foreign Affairs",
        "张伟",
        "Jordan",
        "The Barents Observer",
        "Ann Writer",
        "O. Li",
    ],
)
def test_an_author_that_is_not_understood_stays_whole(name: str) -> None:
    assert parse_authors([name]) == (name,)
    assert parse_authors([f"By {name}, November 7, 2025", "12:04 GMT"]) == (name,)


def test_a_headline_as_wide_as_the_lines_below_is_separate_from_its_byline() -> None:
    article = pasted(
        "Russia to Open the Northern Sea Route to Ships of Many Flags",
        "By Jane Doe and Ole Hansen, special correspondents in Oslo",
        "The route runs along the coast, and ships passed through it",
        "in the summer without an escort, its operator said to us.",
    )
    assert article.headline == "Russia to Open the Northern Sea Route to Ships of Many Flags"
    assert article.authors == BOTH
    assert [passage.role for passage in article.passages] == ["headline", "byline", "body"]


def test_a_headline_that_ends_in_a_point_is_one_above_a_byline() -> None:
    article = pasted("Russia opens the route to the U.S.", "By Jane Doe", PROSE)
    assert article.headline == "Russia opens the route to the U.S."
    assert article.passages[0].role == "headline"


def test_a_day_inside_the_text_is_not_the_date_of_the_article() -> None:
    article = pasted(
        "Ice Closes the Bay", PROSE, "By Jane Doe", f"On 3 May 2019 it opened. {PROSE}"
    )
    assert article.date is None
    assert pasted("Ice, 3 May 2019", PROSE).headline == "Ice, 3 May 2019"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("November 3, 2025", DAY),
        ("Nov. 3rd 2025", DAY),
        ("3rd of November, 2025", DAY),
        ("3-Nov-2025", DAY),
        ("2025/11/03", DAY),
        ("2025年11月3日", DAY),
        ("3 ноября 2025 г.", DAY),
        ("3 de noviembre de 2025", DAY),
        ("04/04/2025", dt.date(2025, 4, 4)),
        ("31/02/2025", None),
        ("February 31, 2024", None),
        ("3 November", None),
        ("2025", None),
    ],
)
def test_a_day_is_read_as_people_write_it(words: str, day: dt.date | None) -> None:
    found = find_day(words)
    assert (found.date if found else None) == day


def test_a_line_of_a_megabyte_is_not_a_credit() -> None:
    assert read_credit("By Jane Doe, " * 100_000) is None
    text = "Title\n" + "By Jane Doe 2025\n" * 50_000
    assert article_from_text(text, name="a").headline == "Title"
