"""Files made while the tests run: PDF by hand, .docx by python-docx and part by part."""

import io
import zipfile
import zlib

import docx

SENTENCE = "The Northern Sea Route runs along the coast of Russia and on to the Bering Strait. "
PROSE = SENTENCE * 5


def pdf(*contents: bytes, info: bytes = b"", catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF with one page for each content stream; its information is the last object."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for i, content in enumerate(contents):
        packed = zlib.compress(content, 9)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (5 + 2 * i),
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        ]
    if info:
        objects.append(info)
        trailer += b"/Info %d 0 R" % len(objects)
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, trailer, len(out))
    )


def page(*lines: str) -> bytes:
    """A page's content stream with these lines."""
    shown = b" ".join(b"(%s) Tj T*" % line.encode("cp1252") for line in lines)
    return b"BT /F1 12 Tf 72 720 Td 14 TL %s ET" % shown


def word(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A .docx with these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def element(name: str, inner: str, dialect: str = TRANSITIONAL) -> bytes:
    """The XML of a part of a Word document."""
    declared = (
        f'xmlns:w="{dialect}" xmlns:r="{_RELATIONS[dialect]}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{name} {declared}>{inner}</w:{name}>".encode()


def relations(targets: dict[str, str], dialect: str = TRANSITIONAL) -> bytes:
    """The XML of a relations part; the keys are kinds."""
    rows = "".join(
        f'<Relationship Id="r{number}" Target="{target}" Type="'
        + (_PACKAGE + "/relationships" if kind.startswith("meta") else _RELATIONS[dialect])
        + f'/{kind}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def office(
    body: str,
    *,
    related: dict[str, str] | None = None,
    dialect: str = TRANSITIONAL,
    name: str = "word/document.xml",
    target: str = "",
    word_type: str = _WORD_TYPE,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx with this body, and parts such as ``{"footnotes": "<w:footnote ..."}``."""
    folder, _, file = name.replace("\\", "/").rpartition("/")
    roots = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{name}" ContentType="{word_type}"/></Types>'
        ).encode(),
        "_rels/.rels": relations({"officeDocument": target or name}, dialect),
        name: element("document", f"<w:body>{body}</w:body>", dialect),
    }
    if related:
        kinds = {kind: f"{kind}.xml" for kind in related}
        parts[f"{folder}/_rels/{file}.rels"] = relations(kinds, dialect)
        for kind, inner in related.items():
            parts[f"{folder}/{kind}.xml"] = element(roots[kind], inner, dialect)
    return zipped(parts | (more or {}))


def rezip(raw: bytes, changes: dict[str, bytes]) -> bytes:
    """The zip with some entries replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return out.getvalue()


def web_page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()
