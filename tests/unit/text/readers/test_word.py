import io
import zipfile

import docx
import pytest

from geo.errors import ArticleError
from geo.text.readers import limits, read_brought
from tests.pace import within
from tests.unit.text.readers import made

DOCUMENT = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _document(body: str, *, before: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'
    return made.rezip(made.word(), {DOCUMENT: xml.encode()})


def _refusal(raw: bytes, name: str = "a.docx") -> str:
    with within(2), pytest.raises(ArticleError) as caught:
        read_brought(raw, name=name)
    return str(caught.value)


def test_a_document_gives_its_paragraphs_title_and_author() -> None:
    raw = made.word(
        "Ice", "The Kara Sea.", "", "Вилькицкий 北", title="Ice", author="A. One; B. Two"
    )
    brought = read_brought(raw, name="a.docx")
    assert brought.text == "The Kara Sea.\n\nВилькицкий 北"
    assert brought.title == "Ice"
    assert brought.authors == ("A. One", "B. Two")
    assert brought.date is None  # python-docx writes its template's, of 2013
    assert brought.kind == "docx"


def test_names_that_a_program_wrote_are_no_author_or_title() -> None:
    brought = read_brought(
        made.word("Kara Sea.", title="Word Document", author="python-docx"), name="a.docx"
    )
    assert brought.title is None
    assert brought.authors == ()


def test_a_document_without_core_properties_states_nothing() -> None:
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    rels += b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    rels += b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made.rezip(made.word("Kara."), {"_rels/.rels": rels}))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            if not name.startswith("docProps"):
                new.writestr(name, old.read(name))
    brought = read_brought(out.getvalue(), name="a.docx")
    assert (brought.title, brought.date, brought.authors) == (None, None, ())


def test_a_table_row_is_one_line_in_its_place() -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for r in table.rows for c in r.cells), "abcd", strict=True):
        cell.text = text
    document.add_paragraph("After")
    out = io.BytesIO()
    document.save(out)
    brought = read_brought(out.getvalue(), name="a.docx")
    assert brought.text == "Before\n\na | b\n\nc | d\n\nAfter"


def test_insertions_links_and_boxes_are_read_once_and_deletions_not() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'> new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> link</w:t><w:noBreakHyphen/></w:r></w:hyperlink>"
        f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read_brought(_document(body), name="a.docx").text == "a\tb new link‑\n\nbox\n\ncontrol"


def test_a_zip_that_is_no_document_is_answered_in_plain_words() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "Kara Sea")
    message = _refusal(out.getvalue(), "folder.docx")
    assert message.startswith("folder.docx: it is a zip archive but no Word document")
    assert "unpack it" in message


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"word/media/a.bin": b"\0" * 33 * limits.MB}, "unpacks to 34 MB"),
        ({"word/media/a.bin": b"\0" * 20 * limits.MB}, "only zip bombs do"),
        (
            {"word/a.xml": b"".join(b"%d" % i for i in range(2_000_000))},
            "MB of text and formatting",
        ),
        (
            {DOCUMENT: b"".join(b"<p a='%d'/>" % (i * i) for i in range(400_001))},
            "tags of formatting",
        ),
        ({f"word/{i}": b"" for i in range(2001)}, "parts (at most 2,000)"),
        ({DOCUMENT: b"not xml"}, "damaged"),
        ({DOCUMENT: b""}, "damaged"),
        ({"[Content_Types].xml": b"<Types/>"}, "damaged"),
    ],
)
def test_a_document_past_a_limit_or_damaged_is_refused(
    changes: dict[str, bytes], reason: str
) -> None:
    message = _refusal(made.rezip(made.word("Kara Sea."), changes))
    assert message.startswith("a.docx: ")
    assert reason in message


def test_a_size_that_lies_is_found_out() -> None:
    raw = made.rezip(made.word("Kara"), {DOCUMENT: b"<a>" + b"x" * 3_000_000 + b"</a>"})
    true = (3_000_007).to_bytes(4, "little")
    assert raw.count(true) == 2
    assert "damaged" in _refusal(raw.replace(true, (50).to_bytes(4, "little")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_external_entity_is_refused_and_its_file_not_read(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x SYSTEM '
    xml += f'"file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r>'
    xml += "</w:p></w:body></w:document>"
    raw = made.rezip(made.word(), {DOCUMENT: xml.encode(encoding)})
    message = _refusal(raw)
    assert "DOCTYPE" in message
    assert "root:" not in message


def test_nesting_and_spans_cost_nothing() -> None:
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    wide += "<w:p><w:r><w:t>Kara</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    nested = (
        "<w:p>" * 200
        + "".join(f"<w:r><w:t>{i * i}</w:t></w:r>" for i in range(60_000))
        + "</w:p>" * 200
    )
    with within(2):
        text = read_brought(_document(wide + nested), name="a.docx").text
    assert text.startswith("Kara\n\n0149")


def test_an_old_or_locked_word_file_is_named_as_such() -> None:
    message = _refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "old Office file, or a new one with a password" in message
