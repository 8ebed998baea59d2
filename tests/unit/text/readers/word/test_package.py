"""Which parts of a Word file are read, and what they may cost."""

import io
import struct
import zipfile

import pytest

from geo.errors import ArticleError
from geo.text.readers import limits, read_document
from geo.text.readers.document import Document
from tests.pace import within
from tests.unit.text.readers import samples

KARA = "<w:p><w:r><w:t>Kara Sea.</w:t></w:r></w:p>"
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
PART = "word/document.xml"
NOTE_MARK = "<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
NOTES = f"<w:footnote w:id='2'>{KARA}</w:footnote>"
TYPES = "application/vnd.openxmlformats-officedocument"
CORE = {"officeDocument": PART, "metadata/core-properties": "docProps/core.xml"}


def _read(raw: bytes) -> Document:
    with within(4):
        return read_document(raw, name="a.docx")


def _refusal(raw: bytes) -> str:
    with within(4), pytest.raises(ArticleError) as caught:
        read_document(raw, name="a.docx")
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("word/document2.xml", ""),
        ("word/document.bin", "/word/document.bin"),
        ("Content/MAIN.TXT", "content/main.txt"),
        ("main", "./main"),
        ("word/document.xml", "word/media/../document.xml"),
        ("word/document.xml", "../../word/document.xml"),
        ("word/my text.xml", "word/my%20text.xml"),
        ("word/my%20text.xml", "word/my%20text.xml"),
        ("word\\document.xml", "word/document.xml"),
    ],
)
def test_the_main_part_is_the_one_that_the_package_names(name: str, target: str) -> None:
    raw = samples.office(KARA + NOTE_MARK, name=name, target=target, related={"footnotes": NOTES})
    assert _read(raw).text == "Kara Sea.\n\n[1]\n\n[1] Kara Sea."


@pytest.mark.parametrize(
    ("ending", "word_type"),
    [
        (".dotx", f"{TYPES}.wordprocessingml.template.main+xml"),
        (".docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (".dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_templates_and_documents_with_macros_are_documents(ending: str, word_type: str) -> None:
    raw = samples.office(KARA, word_type=word_type)
    assert _read(raw).text == "Kara Sea."
    assert read_document(raw, name=f"a{ending}").text == "Kara Sea."


@pytest.mark.parametrize("name", ["word/evil.bin", "EVIL"])
@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<w:p/>" * 400_001, "more than 400,000 formatting tags"),
        (
            "<w:p " + " ".join(f"a{i}=''" for i in range(600_001)) + "/>",
            "more than 600,000 formatting attrib",
        ),
        ("<!--" + "x" * 13 * limits.MB + "-->", "more than 12 MB of text"),
        ("<a:b xmlns:a='" + "u" * 400 + "'/>", "a namespace with more than 300 characters"),
        ("<w:p><w:r>", "damaged"),
    ],
    ids=["tags", "attributes", "bytes", "namespace", "damaged"],
)
def test_limits_hold_for_the_main_part_whatever_its_name(
    name: str, inner: str, reason: str
) -> None:
    assert reason in _refusal(samples.office(KARA + inner, name=name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "part", [PART, "_rels/.rels", "[Content_Types].xml", "word/footnotes.xml", "docProps/core.xml"]
)
def test_a_document_type_is_refused_in_each_part_that_is_read(part: str, encoding: str) -> None:
    raw = samples.office(KARA + NOTE_MARK, related={"footnotes": NOTES})
    raw = samples.rezip(raw, {"_rels/.rels": samples.relations(CORE)})
    xml = DOCTYPE.replace("?>", f' encoding="{encoding}"?>', 1)
    message = _refusal(samples.rezip(raw, {part: xml.encode(encoding)}))
    assert "DOCTYPE" in message
    assert "root:" not in message


@pytest.mark.parametrize("part", ["word/footnotes.xml", "word/styles.xml", "docProps/core.xml"])
def test_limits_count_what_all_parts_that_are_read_hold(part: str) -> None:
    raw = samples.office(
        KARA + NOTE_MARK + "<w:p/>" * 250_000, related={"footnotes": NOTES, "styles": ""}
    )
    raw = samples.rezip(raw, {"_rels/.rels": samples.relations(CORE)})
    changes = {part: samples.element("styles", "<w:p/>" * 250_000)}
    assert "more than 400,000 formatting tags" in _refusal(samples.rezip(raw, changes))


@pytest.mark.parametrize(
    "content",
    [b"\0" * 60 * limits.MB, b"<a/>" * 3_000_000, DOCTYPE.encode(), b"<a"],
    ids=["large", "tags", "document type", "broken"],
)
@pytest.mark.parametrize("name", ["word/media/picture.bmp", "word/theme.xml", "word/header1.xml"])
def test_a_part_that_is_not_read_is_never_unpacked(name: str, content: bytes) -> None:
    assert _read(samples.office(KARA, more={name: content})).text == "Kara Sea."


def _lying(size: int) -> bytes:
    """A document whose main part is stated to have this size, in both places of the zip."""
    raw = samples.office(KARA + "<!--" + "x" * 3_000_000 + "-->")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        true = struct.pack("<L", archive.getinfo(PART).file_size)
    assert raw.count(true) == 2
    return raw.replace(true, struct.pack("<L", size))


@pytest.mark.parametrize("size", [0, 50])
def test_an_understated_size_is_detected(size: int) -> None:
    assert "damaged" in _refusal(_lying(size))


def test_an_overstated_size_is_not_trusted() -> None:
    assert _read(_lying(2**31)).text == "Kara Sea."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_parts_with_one_name_none_is_chosen() -> None:
    out = io.BytesIO(samples.office(KARA))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(
            "WORD/document.xml", samples.element("document", f"<w:body>{KARA}</w:body>")
        )
    assert "damaged" in _refusal(out.getvalue())


def test_a_zip_of_many_entries_is_refused_before_they_are_looked_at() -> None:
    many = {f"word/{i}": b"" for i in range(2_001)}
    assert "parts (at most 2,000)" in _refusal(samples.office(KARA, more=many))


def test_an_unsupported_compression_method_is_refused() -> None:
    raw = samples.office(KARA)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), zipfile.ZIP_LZMA)
    assert "damaged" in _refusal(out.getvalue())


def test_a_document_written_as_a_stream_with_zip64_is_read() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.written += data
            return len(data)

    pipe = Pipe()
    with (
        zipfile.ZipFile(io.BytesIO(samples.office(KARA))) as old,
        zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as new,  # type: ignore[call-overload]
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as entry:
                entry.write(old.read(name))
    assert _read(bytes(pipe.written)).text == "Kara Sea."


def test_an_encrypted_part_is_refused_if_it_is_read() -> None:
    def encrypted(part: str) -> bytes:
        raw = bytearray(samples.office(KARA, more={"word/media/a.bin": b"x" * 50}))
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            local = archive.getinfo(part).header_offset
        central = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02"))
        while raw[central + 46 : central + 46 + len(part)] != part.encode():
            central = raw.index(b"PK\x01\x02", central + 4)
        raw[local + 6] |= 1
        raw[central + 8] |= 1
        return bytes(raw)

    assert "encrypted" in _refusal(encrypted(PART))
    assert _read(encrypted("word/media/a.bin")).text == "Kara Sea."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({PART: b"not xml"}, "damaged"),
        ({PART: b""}, "damaged"),
        ({PART: samples.element("document", KARA).replace(b"UTF-8", b"UTF-99")}, "damaged"),
        ({PART: b"<html/>"}, "damaged, or the file is something else"),
        ({"_rels/.rels": samples.relations({"officeDocument": "word/nothing.xml"})}, "damaged"),
        ({"_rels/.rels": samples.relations({"extended": "a.xml"})}, "damaged"),
        ({"_rels/.rels": b"<"}, "damaged"),
        ({"[Content_Types].xml": b"<Types/>"}, "damaged"),
    ],
)
def test_a_document_without_a_main_part_is_damaged(changes: dict[str, bytes], reason: str) -> None:
    message = _refusal(samples.rezip(samples.office(KARA), changes))
    assert message.startswith("a.docx: ")
    assert reason in message
    assert "paste" in message


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word/footnotes.xml", "the footnotes"),
        ("word/styles.xml", "the styles, which may hide text"),
        ("docProps/core.xml", "title and author"),
        ("word/_rels/document.xml.rels", "the list of styles and notes"),
    ],
)
@pytest.mark.parametrize("content", [b"", b"<a><b", b"\xff\xff"])
def test_a_damaged_secondary_part_loses_only_its_own_text(
    part: str, what: str, content: bytes
) -> None:
    raw = samples.office(KARA + NOTE_MARK, related={"footnotes": NOTES, "styles": ""})
    raw = samples.rezip(raw, {"_rels/.rels": samples.relations(CORE), "docProps/core.xml": b"<a/>"})
    document = _read(samples.rezip(raw, {part: content}))
    assert document.text.startswith("Kara Sea.")
    assert f"Damaged, so not or not fully read: {what}." in document.notes


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (samples.zipped({"notes.txt": b"Kara Sea"}), "it is a zip archive but not a Word document"),
        (
            samples.zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "an OpenDocument text (.odt)",
        ),
        (samples.zipped({"mimetype": b"application/epub+zip"}), "an e-book (.epub)"),
        (samples.zipped({"Index/Document.iwa": b""}), "a document of Apple’s Pages"),
        (
            samples.office(KARA, word_type=f"{TYPES}.spreadsheetml.sheet.main+xml"),
            "an Excel workbook",
        ),
        (
            samples.office(KARA, word_type=f"{TYPES}.presentationml.presentation.main+xml"),
            "a PowerPoint presentation",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "an old Office file, or a new one with",
        ),
        (b"PK\x03\x04xxxx", "damaged"),
    ],
)
def test_another_kind_of_file_with_this_ending_is_named(raw: bytes, what: str) -> None:
    message = _refusal(raw)
    assert what in message
    assert any(way in message for way in ("paste", "unpack it"))
