import sys
import threading

import pytest

from geo.errors import ArticleError
from geo.text.readers import html, read_document
from geo.text.readers.document import Extraction
from tests.pace import within
from tests.unit.text.readers.samples import PROSE, SENTENCE, web_page

BODY = f"<nav><a href='/'>Menu</a></nav><article><h1>Ice</h1><p>{PROSE}</p></article>"
HEAD = (
    "<title>Ice | The Paper</title><meta property='og:title' content='Ice'>"
    "<meta property='og:site_name' content='The Paper'><meta name='author' content='Ann Writer'>"
    "<meta property='article:published_time' content='2024-03-02T10:00:00Z'>"
    "<link rel='canonical' href='https://paper.example/ice'>"
)


def test_an_article_gives_its_prose_and_what_the_page_says_of_it() -> None:
    document = read_document(web_page(BODY, HEAD), name="a.html")
    assert document.text == PROSE.strip()
    assert document.title == "Ice"
    assert (document.date, document.publisher) == ("2024-03-02", "The Paper")
    assert document.authors == ("Ann Writer",)
    assert document.url == "https://paper.example/ice"
    assert document.notes == ()


def test_paragraphs_are_separated_by_a_blank_line() -> None:
    second = "A second paragraph speaks of the Kara Sea, and of nothing else at all in this page."
    document = read_document(web_page(f"<p>{PROSE}</p><p>{second}</p>"), name="a.htm")
    assert document.text == f"{PROSE.strip()}\n\n{second}"


def test_sound_json_ld_gives_the_date() -> None:
    data = '<script type="application/ld+json">{"@context":"https://schema.org",'
    data += '"@type":"NewsArticle","headline":"Ice","datePublished":"2024-03-02"}</script>'
    assert read_document(web_page(BODY, data), name="a.html").date == "2024-03-02"


def test_a_date_beside_the_title_is_read() -> None:
    body = f"<h1>Ice</h1><div class='date'>February 26, 2025</div><p>{PROSE}</p>"
    assert read_document(web_page(body), name="a.html").date == "2025-02-26"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p class=byline>By Jane Doe | November 7, 2025</p>", ("Jane Doe",)),
        ("<div class=author>By Jane Doe, November 7, 2025</div>", ("Jane Doe",)),
        ("<p class=byline>Por Ana Ruiz - 7 de noviembre de 2025</p>", ("Ana Ruiz",)),
        ("<p class=byline>Av Ola Nordmann</p>", ("Ola Nordmann",)),
        ("<p class=byline>Text: Ola Nordmann</p>", ("Ola Nordmann",)),
        ("<p class=byline>Updated 7 November 2025</p>", ()),
        ("<p class=byline>By Jane Doe and Ola Nordmann</p>", ("Jane Doe", "Ola Nordmann")),
    ],
)
def test_a_byline_names_persons_and_neither_days_nor_by(
    byline: str, authors: tuple[str, ...]
) -> None:
    body = f"<article><h1>Ice</h1>{byline}<p>{PROSE}</p><p>{PROSE}</p></article>"
    assert read_document(web_page(body), name="a.html").authors == authors


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Ann Writer, Staff Reporter", ("Ann Writer",)),
        ("Newsroom Staff", ("Newsroom Staff",)),
        ("Von Hans Müller", ("Hans Müller",)),
    ],
)
def test_metadata_name_persons_or_else_a_role(stated: str, authors: tuple[str, ...]) -> None:
    page = web_page(BODY, f"<meta name='author' content='{stated}'>")
    assert read_document(page, name="a.html").authors == authors


def test_no_date_is_guessed_from_the_prose() -> None:
    body = f"<p>{PROSE} It was settled on 3 March 2019, and again on 2020-05-06.</p>"
    assert read_document(web_page(body), name="a.html").date is None


def test_a_page_without_an_article_gives_all_its_text_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(html, "_article", lambda _reduced: Extraction(""))
    document = read_document(web_page("<nav>Kara Sea<br>Menu</nav>"), name="a.html")
    assert document.text == "Kara Sea\nMenu"
    assert "all its text was read" in document.notes[0]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("koi8-r", "koi8-r"), ("cp1251", "windows-1251"), ("utf-8", "utf-7")],
)
def test_a_declared_encoding_is_followed_where_it_is_one_of_the_web(
    encoding: str, declared: str
) -> None:
    words = "Северный морской путь идёт вдоль берега России. " * 4
    page = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>"
    assert read_document(page.encode(encoding), name="a.html").text == words.strip()


@pytest.mark.parametrize(
    ("label", "encoding", "words"),
    [
        ("gb2312", "gb2312", "北极航道与北方海上通道经过东北海域。"),
        ("gb2312", "gb18030", "北极航道与北方海上通道，价格为€，㐀。"),
        ("gbk", "gb18030", "北极航道与北方海上通道，价格为€，㐀。"),
        ("x-gbk", "gbk", "北极航道与北方海上通道经过东北海域。"),
        ("shift_jis", "cp932", "北極海航路①～②はロシアの沿岸を通る。"),
        ("x-sjis", "cp932", "北極海航路①～②はロシアの沿岸を通る。"),
        ("euc-jp", "euc_jis_2004", "北極海航路①はロシアの沿岸を通る。"),
        ("iso-2022-jp", "iso2022_jp", "北極海航路はロシアの沿岸を通る。"),
        ("euc-kr", "cp949", "북극항로는 똠방각하 러시아 연안을 지난다."),
        ("ks_c_5601-1987", "cp949", "북극항로는 똠방각하 러시아 연안을 지난다."),
        ("big5", "cp950", "北極航道～經過俄羅斯沿岸€。"),
        ("iso-8859-9", "cp1254", "Kuzey Denizi Yolu “Rusya’nın” kıyısı boyunca, ğış."),
        ("us-ascii", "cp1252", "The route “along” the coast of Tromsø – and on."),
        ("windows-874", "cp874", "เส้นทางทะเลเหนือผ่านชายฝั่งรัสเซีย"),
        ("x-mac-cyrillic", "mac_cyrillic", "Северный морской путь вдоль берега."),
    ],
)
def test_a_declared_label_is_decoded_as_browsers_do(label: str, encoding: str, words: str) -> None:
    page = f"<html><head><meta charset={label}></head><body><p>{words * 4}</p></body></html>"
    document = read_document(page.encode(encoding), name="a.html")
    assert document.text == words * 4
    assert not [note for note in document.notes if "\ufffd" in note]


def test_a_single_byte_euro_sign_in_a_gbk_page_is_one() -> None:
    raw = "<meta charset=gb2312><p>北极航道与北方海上通道,价格为".encode("gbk") + b"\x80 100</p>"
    assert "价格为€ 100" in read_document(raw, name="a.html").text


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("gb2312", "gbk"), ("shift_jis", "cp932"), ("big5", "cp950"), ("euc-jp", "euc_jp")],
)
def test_one_bad_byte_in_a_declared_page_is_reported_and_harms_nothing_else(
    label: str, encoding: str
) -> None:
    words = "北方航路" * 20
    page = f"<html><head><meta charset={label}></head><body><p>{words}#{words}</p></body></html>"
    document = read_document(page.encode(encoding).replace(b"#", b"\xff"), name="a.html")
    assert document.text == f"{words}\ufffd{words}"
    assert f"1 byte is not {label} and shown as \ufffd." in document.notes


def test_a_label_that_does_not_fit_at_all_is_not_followed() -> None:
    words = "Северный морской путь идёт вдоль берега России. " * 4
    raw = f"<meta charset=gbk><p>{words}</p>".encode("cp1251")
    with pytest.raises(ArticleError, match="neither UTF-8"):
        read_document(raw, name="a.html")


HOSTILE = {
    "deep": "<div>" * 20_000 + SENTENCE + "</div>" * 20_000 + f"<p>{PROSE}</p>",
    "bang": f"<p>{PROSE}</p>" + "<!" * 200_000,
    "unclosed attributes": f"<p>{PROSE}</p>" + "<a b='" * 60_000,
    "many attributes": f"<p {' '.join(f'a{i}=1' for i in range(100_000))}>{PROSE}</p>",
    "long attributes": f"<div class='{'comment ' * 100_000}'><p>{PROSE}</p></div>",
    "broken json": '<script type="application/ld+json">'
    + '"author": "' * 5800
    + f"</script><p>{PROSE}</p>",
    "deep json": '<script type="application/ld+json">' + "[" * 60_000 + f"</script><p>{PROSE}</p>",
    "many tags": f"<p>{PROSE}</p>" + "<p>a" * 500_000,
    "many tables": f"<p>{PROSE}</p>" + "<table><tr><td>a b c</td></tr></table>" * 2400,
    "wide table": f"<table><tr><td colspan=999999999>x</td></tr></table><p>{PROSE}</p>",
    "spaces": f"<p>{' ' * 1_000_000}</p><p>{PROSE}</p>",
    "dates": f"<p>{PROSE}</p>" + "<div class=date>January 2, 2024</div>" * 4000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_page_gives_its_text_in_time(case: str) -> None:
    read_document(web_page(BODY), name="first.html")  # the parsers load once
    with within(3):
        document = read_document(web_page(HOSTILE[case]), name="a.html")
    assert SENTENCE.strip() in document.text


def test_entities_are_not_multiplied() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    doctype += '<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    raw = f"{doctype}<html><body><p>{PROSE} &x; {'&b;' * 1000}</p></body></html>".encode()
    assert len(read_document(raw, name="a.html").text) < len(raw)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>SECRET</script>",
        "<style>SECRET</style>",
        "<svg><text>SECRET</text><script>SECRET</script></svg>",
        "<iframe srcdoc='SECRET'>SECRET</iframe>",
        "<object data='SECRET'>SECRET</object>",
        "<template>SECRET</template>",
        "<!-- SECRET -->",
        "<p title='SECRET'>x</p>",
        "<base href='http://SECRET.example/'>",
        "<textarea>SECRET</textarea>",
    ],
)
@pytest.mark.parametrize("filler", ["", "<i></i>" * 10_001])
def test_what_is_not_text_of_the_page_never_comes_out(hidden: str, filler: str) -> None:
    raw = web_page(f"{hidden}<p>{PROSE}</p>{hidden}{filler}", head=hidden)
    document = read_document(raw, name="a.html")
    assert "SECRET" not in document.text
    assert SENTENCE.strip() in document.text


def test_a_javascript_address_is_dropped() -> None:
    head = "<link rel='canonical' href='javascript:alert(1)'>"
    assert read_document(web_page(BODY, head), name="a.html").url is None


_OPENED: list[str] = []
_WATCHED = threading.get_ident()


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _WATCHED == -1 and event in {"open", "socket.connect", "subprocess.Popen"}:
        _OPENED.append(f"{event} {arguments[:1]}")


sys.addaudithook(_watch)


def test_reading_a_page_opens_no_file_and_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = "<base href='file:///etc/'><img src='hostname'><link rel=stylesheet href=passwd>"
    outside += (
        "<script src='http://127.0.0.1:9/x'></script><iframe src='file:///etc/passwd'></iframe>"
    )
    read_document(web_page(BODY, HEAD), name="first.html")  # the parsers load their own files once
    monkeypatch.setattr(sys.modules[__name__], "_WATCHED", -1)
    read_document(web_page(outside + BODY, HEAD), name="a.html")
    monkeypatch.undo()
    assert _OPENED == []


@pytest.mark.parametrize("raw", [b"<!-- -->", b"<html></html>", b"<script>x</script>", b"<", b"<!"])
def test_a_page_without_words_is_refused(raw: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^a\.html: "):
        read_document(raw, name="a.html")
