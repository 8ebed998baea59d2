"""Pages as browsers save them: unknown tags, one file with everything inside, stray bytes."""

import base64
import codecs
import gzip
import quopri

import pytest

from geo.errors import ArticleError
from geo.text.readers import html, read_document
from geo.text.readers.document import Document, Extraction
from tests.pace import within
from tests.unit.text.readers.samples import web_page

TEXTS = [
    f"Paragraph {number} says that ships of many flags passed through the Kara Sea in the summer "
    "without an escort, and that nothing of note was seen on the way to the strait."
    for number in range(6)
]
WHOLE = "\n\n".join(TEXTS)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
ARTICLE = f"<article><h1>Ice</h1>{PARAGRAPHS}</article>"
MEGABYTES = base64.b64encode(bytes(range(256)) * 6_500).decode()  # 2.2 MB


def read(body: str, head: str = "", name: str = "a.html") -> Document:
    return read_document(web_page(body, head), name=name)


@pytest.mark.parametrize(
    "body",
    [
        f"<app-root>{ARTICLE}</app-root>",
        f"<app-root><app-page><app-slot>{ARTICLE}</app-slot></app-page></app-root>",
        f"<phoenix-page class=ready><main>{ARTICLE}</main></phoenix-page>",
        f"<article><x-body>{PARAGRAPHS}</x-body></article>",
        "<x-body>" + "".join(f"<x-par>{text}</x-par>" for text in TEXTS) + "</x-body>",
        "<div>" + " ".join(f"<c:par>{text}</c:par>" for text in TEXTS) + "</div>",
        f"<article>{'<x-icon></x-icon>'.join(f'<p>{text}</p>' for text in TEXTS)}</article>",
        f"<x-a><x-b>{PARAGRAPHS}",
        f"<a-page><template shadowrootmode=open><slot></slot>{PARAGRAPHS}</template></a-page>",
        f"<center><font size=3>{PARAGRAPHS}</font></center>",
        f"<noindex><blink>{PARAGRAPHS}</blink></noindex>",
        f"<averyveryverylongunknownname>{PARAGRAPHS}</averyveryverylongunknownname>",
        f"<form id=aspnetForm><div>{PARAGRAPHS}</div></form>",
        f"<html:div>{PARAGRAPHS.replace('p>', 'html:p>')}</html:div>",
        f"<noscript>{PARAGRAPHS}</noscript>",
        f"<article>{PARAGRAPHS.replace('p>', 'x-par>', 4)}</article>",
        f"<body style='opacity:0;display:none'>{PARAGRAPHS}</body>",
    ],
)
def test_an_unknown_tag_is_rendered_as_its_parents_content(body: str) -> None:
    assert read(body).text == WHOLE


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        (
            (
                "In <st1:country-region w:st='on'><st1:place w:st='on'>Russia</st1:place>"
                "</st1:country-region>, and in <st1:City>Oslo</st1:City><o:p></o:p>"
            ),
            "In Russia, and in Oslo",
        ),
        ("the <x-link>Kara</x-link> <x-link>Sea</x-link> froze", "the Kara Sea froze"),
        ("North<x-wbr></x-wbr>ern", "Northern"),
        (
            "on <time datetime=2019-05-03>3 May 2019</time> it <label>was</label> cold",
            "on 3 May 2019 it was cold",
        ),
        ("x is <math><mi>y</mi><annotation>z</annotation></math> here", "x is y here"),
        ("<w:sdt><w:sdtContent>Kara</w:sdtContent></w:sdt> Sea", "Kara Sea"),
    ],
)
@pytest.mark.parametrize("block", ["<p>{}</p>", "<li>{}</li>", "<div>{}</div>", "<td>{}</td>"])
def test_an_unknown_tag_in_a_line_is_part_of_the_line(marked: str, plain: str, block: str) -> None:
    wrap = {"<li>{}</li>": "<ul>{}</ul>", "<td>{}</td>": "<table><tr>{}</tr></table>"}
    body = wrap.get(block, "{}").format(block.format(f"{TEXTS[0]} {marked}. {TEXTS[1]}"))
    rest = PARAGRAPHS.replace("p>", "div>") if "div" in block else PARAGRAPHS
    assert f"{TEXTS[0]} {plain}. {TEXTS[1]}" in read(f"<article>{body}{rest}</article>").text


@pytest.mark.parametrize("filler", ["", "<i></i>" * 10_001])
@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>SECRET</div>",
        "<p style='color:red; display: none'>SECRET</p>",
        "<noscript>SECRET</noscript>",
        "<dialog>SECRET</dialog>",
        "<svg:svg><svg:text>SECRET</svg:text></svg:svg>",
        "<x-card><template>SECRET</template></x-card>",
        "<xml><w:View>SECRET</w:View></xml>",
        "<x-a><script>SECRET</script><style>SECRET</style></x-a>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(hidden: str, filler: str) -> None:
    document = read(f"{hidden}<article>{PARAGRAPHS}{hidden}</article>{filler}")
    assert "SECRET" not in document.text
    assert TEXTS[0] in document.text


@pytest.mark.parametrize("shape", ["<x-a>", "<x-a>b", "<a:b>c</a:b>", "<x-a>b<p>"])
def test_endless_unknown_tags_take_no_time(shape: str) -> None:
    read(ARTICLE)
    with within(4):
        assert read(f"{PARAGRAPHS}{shape * (1_900_000 // len(shape))}").text


FURNITURE = {
    "menus": "<nav>"
    + "<a href=/x>Kara Sea and the ports along the coast of it</a>" * 200
    + "</nav>",
    "links": "<ul>" + f"<li><a href=/x>{TEXTS[0]}</a></li>" * 60 + "</ul>",
    "comments": "<div class='post-comments'>" + f"<div><p>{TEXTS[0]}</p></div>" * 60 + "</div>",
    "related": "<section id=related>" + f"<div><p>{TEXTS[1][:95]}</p></div>" * 9 + "</section>",
    "footer": f"<footer>{PARAGRAPHS * 5}</footer>",
    "aside": f"<aside>{PARAGRAPHS * 5}</aside>",
    "more": "<h2>More stories</h2>" + f"<div><a href=x>A</a><p>{TEXTS[1]}</p></div>" * 40,
    "none": "",
}


@pytest.mark.parametrize("around", FURNITURE)
def test_an_ordinary_page_has_no_note(around: str) -> None:
    before = "" if around == "more" else FURNITURE[around]
    document = read(f"{before}<main>{ARTICLE}</main>{FURNITURE[around]}")
    assert document.notes == ()
    assert TEXTS[5] in document.text


def test_a_page_of_which_little_is_found_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_article", lambda _reduced: Extraction(TEXTS[0]))
    notes = read(ARTICLE).notes
    assert len(notes) == 1
    assert f"{len(TEXTS[0])} were recognised as the article" in notes[0]


def test_a_page_of_two_articles_notes_that_text_may_be_missing() -> None:
    other = "".join(f"<p>{text.replace('Paragraph', 'Another')}</p>" for text in TEXTS[:5])
    document = read(f"<main>{ARTICLE}<article>{other}</article></main>")
    said = "".join(document.notes)
    assert "Another 4" in document.text or "check whether something is missing" in said


def test_stray_nul_bytes_and_controls_change_nothing() -> None:
    raw = web_page(
        ARTICLE.replace("ships", "sh\0ips").replace("flags", "fl\x08ags&#1;"),
        "<title>I\0ce</title>",
    )
    document = read_document(raw, name="a.html")
    assert document.text == WHOLE
    assert document.title == "Ice"
    for name in ("a.txt", "a.md"):
        assert read_document(WHOLE.replace("Kara", "Ka\0ra", 1).encode(), name=name).text == WHOLE


def test_a_saved_page_is_measured_without_embedded_data() -> None:
    picture = (
        f"<img src='data:image/png;base64,{MEGABYTES}' srcset='data:image/png;base64,AAAA 2x'>"
    )
    style = f"<style>@font-face{{src:url(data:font/woff2;base64,{MEGABYTES})}}</style>"
    style += "<svg><path d='" + "M0 0" * 100_000 + "'/></svg><script>var a='<style>'</script>"
    comment = "<!--\n Page saved with SingleFile \n url: https://paper.example/ice \n-->"
    raw = (
        f"<!DOCTYPE html><html>{comment}<head><meta charset=utf-8>{style}</head>"
        f"<body>{picture}{ARTICLE}<div style='background:url({MEGABYTES[:9]})'></div></body></html>"
    ).encode()
    with within(4):
        document = read_document(raw, name="a.html")
    assert document.text == WHOLE
    assert document.url == "https://paper.example/ice"
    wide = codecs.BOM_UTF16_LE + raw.decode().encode("utf-16-le")
    assert read_document(wide, name="a.html").text == WHOLE


def test_a_page_whose_own_text_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(ArticleError, match=r"a\.html: the page has 2\.\d MB without its pictures"):
        read(f"<p>{TEXTS[0]}</p>" * 14_000)


@pytest.mark.parametrize(
    "shape", ["<style>", "<svg", "<!--", "data:", "data:a/b,", "<script a", "--"]
)
def test_pages_of_ten_megabytes_are_stripped_in_time(shape: str) -> None:
    raw = (PARAGRAPHS + shape * (9_900_000 // len(shape))).encode()
    with within(4):
        try:
            read_document(raw, name="a.html")
        except ArticleError as error:
            assert "at most" in str(error)  # noqa: PT017  (either is right)


def mhtml(encoding: str, *, charset: str = "utf-8") -> bytes:
    page = f"<html><head><title>Ice</title></head><app-root>{ARTICLE} Tromsø</app-root></html>"
    raw = page.encode(charset)
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    body = coded.get(encoding, bytes)(raw).decode("latin-1")
    lines = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://paper.example/ice",
        "Subject: =?utf-8?Q?Ice_in_Troms=C3=B8?=",
        "Date: Sat, 3 Mar 2018 10:00:00 +0000",
        "MIME-Version: 1.0",
        "Content-Type: multipart/related;",
        '\ttype="text/html";',
        '\tboundary="----MultipartBoundary--x----"',
        "",
        "",
        "------MultipartBoundary--x----",
        "Content-Type: text/html",
        "Content-ID: <frame-ad@mhtml.blink>",
        "Content-Location: https://ads.example/",
        "",
        "<p>SECRET</p>",
        "------MultipartBoundary--x----",
        f"Content-Type: text/html; charset={charset}",
        "Content-ID: <frame-1@mhtml.blink>",
        f"Content-Transfer-Encoding: {encoding}",
        "Content-Location: https://paper.example/ice",
        "",
        body,
        "------MultipartBoundary--x----",
        "Content-Type: text/css",
        "",
        "p { color: red }",
        "------MultipartBoundary--x------",
        "",
    ]
    return "\r\n".join(lines).encode("latin-1")


@pytest.mark.parametrize("name", ["a.mhtml", "a.MHT", "a.html"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_saved_by_chrome_is_read(name: str, encoding: str, charset: str) -> None:
    document = read_document(mhtml(encoding, charset=charset), name=name)
    assert document.text.startswith(WHOLE)
    assert "SECRET" not in document.text
    assert (document.title, document.url, document.date) == (
        "Ice",
        "https://paper.example/ice",
        None,
    )


def test_an_html_page_named_mhtml_is_read_as_the_page_that_it_is() -> None:
    assert read(ARTICLE, name="a.mhtml").text == WHOLE


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (mhtml("8bit"), "a.txt", "give it the ending .mhtml"),
        (gzip.compress(web_page(ARTICLE)), "a.html", "unpack it"),
        (gzip.compress(web_page(ARTICLE)), "a.html.gz", "unpack it"),
        (b"bplist00\xd1\x01", "a.webarchive", "save the page in Safari as page source"),
        (b"bplist00\xd1\x01", "a.html", "save the page in Safari as page source"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\na",
            "a.mht",
            "no HTML page",
        ),
        (web_page(ARTICLE).decode().encode("utf-16-le"), "a.html", "NUL bytes"),
    ],
)
def test_an_unreadable_file_is_refused_with_a_remedy(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        read_document(raw, name=name)


def test_the_address_that_a_browser_noted_is_the_address_of_the_page() -> None:
    comment = "<!-- saved from url=(0025)https://paper.example/ice -->"
    page = f"<!DOCTYPE html>\n{comment}\n<html><body>{ARTICLE}"
    assert read_document(page.encode(), name="a.htm").url == "https://paper.example/ice"
    head = "<link rel=canonical href='https://paper.example/own'>"
    assert read_document(page.replace("<body>", f"{head}<body>").encode(), name="a.htm").url == (
        "https://paper.example/own"
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + web_page("<p>Север</p>"),
        codecs.BOM_UTF16_BE + "<html><meta charset=utf-8><p>Север</p>".encode("utf-16-be"),
        '<?xml version="1.0" encoding="windows-1251"?><html><p>Север</p></html>'.encode("cp1251"),
        "<html><head><meta charset=windows-1251></head><p>Север</p></html>".encode(),
        (
            "<html><head>"
            + "<meta name=a content=b>" * 300
            + "<meta charset=koi8-r></head><p>Север</p>"
        ).encode("koi8-r"),
    ],
)
def test_the_encoding_follows_from_the_bytes(raw: bytes) -> None:
    assert read_document(raw, name="a.xhtml").text == "Север"


@pytest.mark.parametrize(
    "between",
    [
        *("<source src=a>", "<track src=a>", "<embed src=a>", "<wbr hidden>", "<br hidden>"),
        *("<picture><source srcset=a><img src=b>", "<map name=a><area href=b>", "<img src=a>"),
    ],
)
def test_elements_without_text_do_not_swallow_what_follows(between: str) -> None:
    assert read(f"<article>{between.join(PARAGRAPHS.partition('</p>'))}</article>").text == WHOLE


INNER = f"<table><tr><td>{TEXTS[0]}</td></tr><tr><td>{TEXTS[1]}</td></tr></table>"
REST = "".join(f"<p>{text}</p>" for text in TEXTS[2:])


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{INNER}</td></tr><tr><td>{REST}</td></tr></table>",
        f"<table><tbody><tr><th>{INNER}<td>{REST}</table>",
        f"<table><tr><td><table><tr><td>{INNER}</td></tr></table></td></tr></table>{REST}",
        f"<table><tr><td>{INNER}{REST}",
    ],
)
def test_tables_in_tables_are_read_in_order(body: str) -> None:
    assert read(body).text.replace("|", " ").split() == WHOLE.split()


def test_paragraphs_deep_in_a_page_stay_apart() -> None:
    text = read("<div>" * 300 + PARAGRAPHS + "</div>" * 300).text
    assert text.split() == WHOLE.split()


def test_a_page_rendered_by_scripts_notes_that_its_text_may_be_missing() -> None:
    state = '<script id=state type="application/json">{"body": "The route opened."}</script>'
    for body in ("<div id=root>Loading</div>", "<main><p>Read the whole story here.</p></main>"):
        assert "its scripts may show more" in "".join(read(body + state).notes)
        assert "scripts" not in "".join(read(body).notes)
    assert read(ARTICLE + state).notes == ()


@pytest.mark.parametrize(
    "bulk",
    [
        "<!--{}-->",
        "<iframe srcdoc='&lt;p&gt;{}'></iframe>",
        '<iframe class=a srcdoc="<p>{}</p>"></iframe>',
        '<div data-state="{}"></div>',
    ],
)
def test_comments_frames_and_long_values_count_for_nothing_in_a_large_page(bulk: str) -> None:
    body = f"<p>{TEXTS[0]}</p>{bulk.format('SECRET ' * 350_000)}<!-- b -->"
    rest = "".join(f"<p>{text}</p>" for text in TEXTS[1:])
    assert read(f"<article>{body}{rest}</article>").text == WHOLE


def test_an_encoding_that_is_declared_behind_styles_is_followed() -> None:
    text = "Суда многих стран прошли по Северному морскому пути этим летом. " * 9
    head = f"<style>{'p { color: red } ' * 2_000}</style><meta charset=windows-1251>"
    raw = web_page(f"<p>{text}</p>", head).decode().encode("cp1251")
    assert read_document(raw, name="a.html").text == text.strip()


PARTS = (
    'MIME-Version: 1.0\nContent-Type: multipart/{}; boundary="=_A"\n\n--=_A\n'
    'Content-Type: multipart/alternative; boundary="=_A1"\n\n--=_A1\nContent-Type: text/plain\n\n'
    "SECRET\n--=_A1\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n{}\n--=_A1--\n--=_A\nContent-Type: image/png\n"
    "\nA\n--=_A--\n"
)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("kind", ["related", "mixed"])
def test_a_saved_page_may_be_in_nested_parts(kind: str, mark: str) -> None:
    page = quopri.encodestring(web_page(f"<p>--=_A is no part</p>{ARTICLE}")).decode()
    document = read_document((mark + PARTS.format(kind, page)).encode(), name="a.mht")
    assert document.text.endswith(WHOLE)
    assert "SECRET" not in document.text
