import io
import zipfile

import docx
import pytest

from geo.errors import ArticleError
from geo.text.readers import read_document
from tests.pace import within
from tests.unit.text.readers import samples


def _refusal(raw: bytes, name: str = "a.docx") -> str:
    with within(2), pytest.raises(ArticleError) as caught:
        read_document(raw, name=name)
    return str(caught.value)


def test_a_document_gives_its_paragraphs_title_and_author() -> None:
    raw = samples.word(
        "Ice", "The Kara Sea.", "", "Вилькицкий 北", title="Ice", author="A. One; B. Two"
    )
    document = read_document(raw, name="a.docx")
    assert document.text == "The Kara Sea.\n\nВилькицкий 北"
    assert document.title == "Ice"
    assert document.authors == ("A. One", "B. Two")
    assert document.date is None  # when the file was made is not when the article was


def test_generated_names_are_not_author_or_title() -> None:
    document = read_document(
        samples.word("Kara Sea.", title="Word Document", author="python-docx"), name="a.docx"
    )
    assert document.title is None
    assert document.authors == ()


def test_a_document_without_core_properties_states_nothing() -> None:
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    rels += b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    rels += b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    out = io.BytesIO()
    with (
        zipfile.ZipFile(
            io.BytesIO(samples.rezip(samples.word("Kara."), {"_rels/.rels": rels}))
        ) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            if not name.startswith("docProps"):
                new.writestr(name, old.read(name))
    document = read_document(out.getvalue(), name="a.docx")
    assert (document.title, document.date, document.authors) == (None, None, ())


def test_a_table_row_is_one_line_in_its_place() -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for r in table.rows for c in r.cells), "abcd", strict=True):
        cell.text = text
    document.add_paragraph("After")
    out = io.BytesIO()
    document.save(out)
    text = read_document(out.getvalue(), name="a.docx").text
    assert text == "Before\n\na | b\n\nc | d\n\nAfter"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _text(body: str, **parts: str) -> str:
    return read_document(samples.office(body, related=parts), name="a.docx").text


def test_insertions_links_and_boxes_are_read_once_and_deletions_not() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'> new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> link</w:t><w:noBreakHyphen/></w:r></w:hyperlink>"
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert _text(body) == "a\tb new link‑\n\nbox\n\ncontrol"


def test_moved_text_appears_once_where_it_was_moved_to() -> None:
    body = (
        par("<w:moveFromRangeStart w:id='1'/><w:moveFrom>", run("Kara Sea."), "</w:moveFrom>")
        + par(run("First. "), "<w:moveTo>", run("Kara Sea."), "</w:moveTo>")
        + par("<w:ins><w:del>", run("gone"), "</w:del></w:ins>", run("Last."))
    )
    assert _text(body) == "First. Kara Sea.\n\nLast."


def test_a_paragraph_whose_end_was_deleted_is_joined_to_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = par(run("The Kara"), "<w:del>", run("x"), "</w:del>", properties=gone)
    body += par(run(" Sea.")) + par(properties="<w:rPr><w:moveFrom w:id='2'/></w:rPr>")
    table = "<w:tbl><w:tr><w:tc>" + par(run("a"), properties=gone) + "</w:tc><w:tc>"
    table += par(run("b")) + "</w:tc></w:tr></w:tbl>"
    assert _text(body + par(run("On.")) + table) == "The Kara Sea.\n\nOn.\n\na | b"


def test_deleted_and_hidden_rows_and_deleted_cells_are_gone() -> None:
    def row(state: str, cell_state: str = "") -> str:
        cell = f"<w:tc><w:tcPr>{cell_state}</w:tcPr>{par(run('b'))}</w:tc>"
        return f"<w:tr><w:trPr>{state}</w:trPr><w:tc>{par(run('a'))}</w:tc>{cell}</w:tr>"

    rows = row("") + row("<w:del/>") + row("<w:ins/>", "<w:cellDel/>") + row("<w:hidden/>")
    shown = row("<w:hidden w:val='0'/>", "<w:cellIns/>")
    assert _text(f"<w:tbl>{rows}{shown}</w:tbl>") == "a | b\n\na\n\na | b"


def test_a_row_is_a_line_unless_its_cells_hold_more_than_one_paragraph() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{par(run('x'))}</w:tc><w:tc>{par(run('y'))}</w:tc></w:tr></w:tbl>"
    cells = [par(run("One.")) + par(run("Two.")), par(run("Three.")) + inner + par()]
    layout = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    assert _text(f"<w:tbl><w:tr>{layout}</w:tr></w:tbl>" + par(run("End."))) == (
        "One.\n\nTwo.\n\nThree.\n\nx | y\n\nEnd."
    )


STYLES = (
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'/>"
    "<w:style w:type='character' w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Heir'><w:basedOn w:val='Secret'/></w:style>"
    "<w:style w:type='character' w:styleId='Open'><w:basedOn w:val='Heir'/>"
    "<w:rPr><w:vanish w:val='off'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Note'><w:rPr><w:vanish w:val='true'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Ring'><w:basedOn w:val='Ring'/></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "style", "shown"),
    [
        ("", "", True),
        ("<w:vanish/>", "", False),
        ("<w:vanish w:val='1'/>", "", False),
        ("<w:vanish w:val='0'/>", "", True),
        ("<w:vanish w:val='false'/>", "", True),
        ("<w:webHidden/>", "", False),
        ("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "", True),
        ("<w:rStyle w:val='Secret'/>", "", False),
        ("<w:rStyle w:val='Heir'/>", "", False),
        ("<w:rStyle w:val='Heir'/><w:vanish w:val='0'/>", "", True),
        ("<w:rStyle w:val='Open'/>", "", True),
        ("<w:rStyle w:val='Unknown'/>", "", True),
        ("", "Note", False),
        ("<w:vanish w:val='0'/>", "Note", True),
        ("<w:rStyle w:val='Secret'/>", "Note", True),  # a toggle in both styles is off
        ("", "Ring", True),
    ],
)
def test_hidden_text_is_not_read(properties: str, style: str, *, shown: bool) -> None:
    hidden = par(run("Kara Sea", properties), properties=f"<w:pStyle w:val='{style}'/>")
    text = _text(hidden + par(run("End.")), styles=STYLES)
    assert ("Kara Sea" in text) is shown
    assert text.endswith("End.")


def test_what_the_defaults_hide_is_hidden_unless_a_run_says_otherwise() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    assert _text(par(run("a"), run("b", "<w:vanish w:val='0'/>")), styles=styles) == "b"


def test_a_hidden_run_hides_all_in_it_and_a_hidden_paragraph_end_joins() -> None:
    box = f"<w:txbxContent>{par(run('box'))}</w:txbxContent>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:pict>" + box + "</w:pict><w:tab/>"
    hidden += "<w:footnoteReference w:id='2'/></w:r>"
    body = par(hidden, run("Heading."), properties="<w:rPr><w:vanish/></w:rPr>")
    note = f"<w:footnote w:id='2'>{par(run('Note'))}</w:footnote>"
    assert _text(body + par(run(" Text.")), footnotes=note) == "Heading. Text."


def test_a_box_that_is_hidden_is_not_read_from_its_fallback() -> None:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    box = f"<w:txbxContent>{par(run('box'))}</w:txbxContent>"
    drawing = f"<wp:anchor xmlns:wp='{wp}'><wp:docPr id='1' hidden='1'/>{box}</wp:anchor>"
    shape = f"<v:shape style='position:absolute;visibility: hidden'>{box}</v:shape>"
    body = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawing}</mc:Choice>"
    body += f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>{shape}</w:r>"
    assert _text(par(body, run("Text."))) == "Text."


def test_what_only_old_programs_are_given_is_read_where_new_ones_get_no_text() -> None:
    either = "<mc:AlternateContent><mc:Choice Requires='w16se'/>"
    body = f"<w:r>{either}<mc:Fallback><w:t>Kara</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert _text(par(body)) == "Kara"


def _field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    return f"{mark('begin')}{code}{mark('separate')}{result}{mark('end')}"


def test_fields_give_their_results_and_not_their_codes() -> None:
    code = '<w:r><w:instrText>HYPERLINK "https://kara"</w:instrText></w:r>'
    nested = _field(_field(code, run("condition")) + code, run("Laptev Sea"))
    unended = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    body = par(_field(code, run("Kara Sea")), run(", "), nested)
    body += par(unended, code, run("East Siberian Sea")) + par(_field(code, run("Chukchi Sea")))
    assert _text(body) == "Kara Sea, Laptev Sea\n\nEast Siberian Sea\n\nChukchi Sea"


def test_content_controls_and_smart_tags_give_what_is_seen() -> None:
    placeholder = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    controls = [
        f"<w:sdt>{placeholder}<w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{run('Kara ')}</w:sdtContent></w:sdt>",
        f"<w:smartTag><w:customXml>{run('Sea')}</w:customXml></w:smartTag>",
        "<w:ruby><w:rt>"
        + run("bei")
        + "</w:rt><w:rubyBase>"
        + run("北")
        + "</w:rubyBase></w:ruby>",
        "<w:r><w:t>70</w:t><w:sym w:font='Symbol' w:char='F0B0'/><w:t>N</w:t><w:softHyphen/>",
        "<w:sym w:font='Wingdings' w:char='F04A'/><w:sym w:font='Arial' w:char='2192'/></w:r>",
        "<m:oMath><m:r><w:rPr/><m:t>x=1</m:t></m:r></m:oMath>",
    ]
    tabs = "<w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs>"
    assert _text(par(*controls, properties=tabs)) == "Kara Sea北70°N\u00ad→x=1"


def _note(kind: str, number: int, *paragraphs: str) -> str:
    return f"<w:{kind} w:id='{number}'>{''.join(paragraphs)}</w:{kind}>"


def _mark(kind: str, number: int) -> str:
    return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"


SEPARATOR = (
    "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>"
)


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    body = par(run("Murmansk"), _mark("endnote", 1), run(" and Nuuk."), _mark("footnote", 7))
    body += par("<w:del>", _mark("footnote", 3), "</w:del>", run("End."), _mark("footnote", 2))
    ref = "<w:r><w:footnoteRef/></w:r>"
    footnotes = (
        SEPARATOR
        + _note("footnote", 2, par(ref, run(" Kara Sea.")))
        + _note("footnote", 3, par(run("Deleted.")))
    )
    footnotes += _note("footnote", 7, par(run("See the ")), par(run("Laptev Sea.")))
    endnotes = _note("endnote", 1, par(run("Port."), "<w:del>", run("x"), "</w:del>"))
    assert _text(body, footnotes=footnotes, endnotes=endnotes) == (
        "Murmansk[1] and Nuuk.[2]\n\nEnd.[3]\n\n"
        "[1] Port.\n\n[2] See the\n\nLaptev Sea.\n\n[3] Kara Sea."
    )


def test_an_embedded_document_is_reported_as_not_read() -> None:
    document = read_document(
        samples.office(par(run("Kara")) + "<w:altChunk r:id='r1'/>"), name="a.docx"
    )
    assert document.notes == ("Not read: other documents embedded in this one (1).",)


def test_strict_open_xml_is_read_as_the_other_kind() -> None:
    body = par(run("Kara", "<w:vanish/>"), run("Laptev Sea."), _mark("footnote", 2))
    parts = {"footnotes": _note("footnote", 2, par(run("Note."))), "styles": STYLES}
    raw = samples.office(body, related=parts, dialect=samples.STRICT)
    assert read_document(raw, name="a.docx").text == "Laptev Sea.[1]\n\n[1] Note."


def test_nesting_and_spans_are_cheap() -> None:
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    wide += "<w:p><w:r><w:t>Kara</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    nested = (
        "<w:p>" * 200
        + "".join(f"<w:r><w:t>{i * i}</w:t></w:r>" for i in range(60_000))
        + "</w:p>" * 200
    )
    with within(2):
        text = read_document(samples.office(wide + nested), name="a.docx").text
    assert text.startswith("Kara\n\n0149")
