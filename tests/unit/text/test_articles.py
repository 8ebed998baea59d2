import datetime as dt
from pathlib import Path

import pytest

from geo.errors import ArticleError
from geo.text.articles import article_from_text, load_articles, make_article_id, read_article

SEEDS = Path(__file__).parents[3] / "seeds"
SEED = "000_4307505dd1a9bba4.txt"


def roles(text: str) -> list[tuple[str, str]]:
    article = article_from_text(text, name="a.txt")
    return [(passage.role, article.quote(passage)) for passage in article.passages]


def test_the_seed_has_its_metadata() -> None:
    article = read_article((SEEDS / SEED).read_bytes(), name=SEED)
    assert article.id == "000-4307505dd1a9bba4"
    assert article.headline == "US, Russia Mull Cooperation on Arctic Shipping and Exploration"
    assert (article.publisher, article.agency) == ("gCaptain", "Bloomberg")
    assert article.authors == ("Natalia Drozdiak", "Alberto Nardelli")
    assert article.date == dt.date(2025, 2, 26)
    assert article.caption.startswith("A Russian nuclear-powered icebreaker escorts ships")
    assert article.copyright == "©\xa02025\xa0Bloomberg L.P."
    assert article.tags[0] == "arctic shipping"
    assert len(article.tags) == 5
    assert article.url_is_derived
    assert article.url == (
        "https://gcaptain.com/us-russia-mull-cooperation-on-arctic-shipping-and-exploration/"
    )


def test_the_seed_has_ten_paragraphs_and_its_furniture_is_not_linked() -> None:
    article = read_article((SEEDS / SEED).read_bytes(), name=SEED)
    found = [passage.role for passage in article.passages]
    assert found.count("body") == 10
    assert found[:8] == [
        "furniture", "alt", "caption", "headline", "publisher", "date", "byline", "body",
    ]  # fmt: skip
    silent = {passage.role for passage in article.passages if not passage.is_linked}
    assert silent == {"furniture", "publisher", "date", "byline", "copyright", "tags"}
    assert article.passages[2].id == "000-4307505dd1a9bba4.3"


def test_a_plain_text_has_its_first_line_as_headline() -> None:
    assert roles("Ice Melts\n\nThe ice melts. It is warm.\n\nMore ice melts.") == [
        ("headline", "Ice Melts"),
        ("body", "The ice melts. It is warm."),
        ("body", "More ice melts."),
    ]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    wrapped = (
        "The author visited the settlement in August, when the last ship\n"
        "of the season was due. From there the way leads to the east and\n"
        "through the strait."
    )
    assert roles(f"Title\n\n{wrapped}") == [("headline", "Title"), ("body", wrapped)]


def test_a_list_of_headlines_keeps_a_passage_for_each_line() -> None:
    assert [role for role, _ in roles("One Thing Happens\nAnother Follows\nA Third\n")] == [
        "headline", "body", "body",
    ]  # fmt: skip


def test_markdown_headings_lose_their_signs() -> None:
    assert roles("# Title\n\n## Part\n\nText of the part.") == [
        ("headline", "Title"),
        ("heading", "Part"),
        ("body", "Text of the part."),
    ]


def test_labelled_lines_are_facts() -> None:
    article = article_from_text(
        "Title: Ice\nDate: 2024-05-06\nAuthor: Anna Smith\nSource: TradeWinds\n"
        "https://example.org/ice\n\nThe ice melts.",
        name="a.txt",
    )
    assert (article.headline, article.publisher) == ("Ice", "TradeWinds")
    assert article.date == dt.date(2024, 5, 6)
    assert article.authors == ("Anna Smith",)
    assert article.url == "https://example.org/ice"
    assert not article.url_is_derived


@pytest.mark.parametrize(
    "line",
    ["May 6, 2024", "6 May 2024", "Monday, May 6, 2024", "2024-05-06", "Updated: 6 May 2024"],
)
def test_a_date_is_read_in_its_usual_forms(line: str) -> None:
    article = article_from_text(f"Title\n{line}\n\nThe text of it.", name="a.txt")
    assert article.date == dt.date(2024, 5, 6)


def test_a_date_that_does_not_exist_is_left_as_text() -> None:
    assert article_from_text("Title\nFebruary 31, 2024\n\nText.", name="a").date is None


def test_a_long_block_is_not_a_headline_but_supplies_one() -> None:
    block = "Ice is melting in the far north and nobody knows what to do about it now. " * 5
    article = article_from_text(block, name="a.txt")
    assert [passage.role for passage in article.passages] == ["body"]
    assert article.headline.endswith(" …")
    assert len(article.headline) < 110


def test_offsets_of_passages_hold_after_windows_line_ends() -> None:
    article = article_from_text("Title\r\n\r\nThe ice melts.\r\n", name="a.txt")
    assert article.text == "Title\n\nThe ice melts.\n"
    assert [article.quote(passage) for passage in article.passages] == ["Title", "The ice melts."]


def test_a_missing_passage_is_named_in_the_error() -> None:
    article = article_from_text("Title\n\nText.", name="a.txt")
    assert article.passage("a.2").role == "body"
    with pytest.raises(ArticleError, match=r"a\.9"):
        article.passage("a.9")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_4307505dd1a9bba4.txt", "000-4307505dd1a9bba4"),
        ("../../etc/passwd", "passwd"),
        ("Two  Words.v2.md", "two-words-v2"),
        ("x" * 200 + ".txt", "x" * 64),
    ],
)
def test_an_article_takes_its_id_from_the_file_name(name: str, expected: str) -> None:
    assert make_article_id(name) == expected


def test_a_name_without_letters_still_gives_an_id() -> None:
    assert make_article_id("日本.txt").startswith("article-")
    assert make_article_id("日本.txt") != make_article_id("中国.txt")


def test_broken_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Title\n\nThe ice melts.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "Good.md").write_text("Title\n\nAnother.", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"\x00")
    (tmp_path / "folder").mkdir()
    articles, problems = load_articles(tmp_path)
    assert [article.id for article in articles] == ["good"]
    assert sorted(problem.name for problem in problems) == ["empty.txt", "good.txt", "photo.txt"]
    assert all(problem.message.startswith(problem.name) for problem in problems)


def test_a_damaged_article_is_refused_and_not_shown_with_other_letters() -> None:
    raw = "Tromsø og Bodø\n\nIsen smelter.".encode()
    assert read_article(raw, name="a.txt").headline == "Tromsø og Bodø"
    with pytest.raises(ArticleError, match=r"^a\.txt: UTF-8 with 1 damaged place;"):
        read_article(raw + b"\xff", name="a.txt")


def test_an_article_in_windows_1252_is_read() -> None:
    article = read_article("Tromsø\n\nIsen smelter.".encode("cp1252"), name="a.txt")
    assert article.headline == "Tromsø"


def test_a_missing_folder_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    articles, problems = load_articles(tmp_path / "none")
    assert articles == []
    assert "none" in problems[0].message


def test_one_million_characters_in_one_line_are_read() -> None:
    article = article_from_text("word " * 200_000, name="a.txt")
    assert len(article.passages) == 1


def test_a_saved_page_may_have_its_date_before_its_first_words() -> None:
    article = article_from_text(" date 2026-01-23 Ice is thick. It is cold.\n", name="a.txt")
    assert article.date == dt.date(2026, 1, 23)
    assert [article.quote(passage) for passage in article.passages] == ["Ice is thick. It is cold."]


def test_a_page_that_begins_with_its_photo_has_its_headline_after_the_credit() -> None:
    text = (
        "ship in fog\n\nStock Image: Someone\n\nShips Wait for Ice to Clear in the Bay\n\nThe ice."
    )
    article = article_from_text(text, name="a.txt")
    assert article.headline == "Ships Wait for Ice to Clear in the Bay"
    assert [passage.role for passage in article.passages] == ["alt", "caption", "headline", "body"]
