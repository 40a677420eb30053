"""DOCX and ODT: words, tables, lists, links, letterheads; and the zipped files that are refused."""

import pytest
from tests.intake.making import docx, odt, paragraph, zipped

from tocsin.intake.errors import Damaged, Empty, NotYet, Overblown, Unreadable
from tocsin.intake.receive import receive


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_letter_with_letterhead_table_and_link() -> None:
    link = '<w:p><w:hyperlink r:id="m"><w:r><w:t>Write to the office</w:t></w:r></w:hyperlink></w:p>'
    body = paragraph("Ana Ninguna was arrested.") + link + table(("Oslo", "Gate 1", "22"), ("Fax", "23"))
    received = receive(
        docx(body, "office@embassy.example", header1=paragraph("Harbour Union"), header2=paragraph("Harbour Union"),
             footer1=paragraph("Account 123")),
        "a.docx",
    )  # fmt: skip
    assert received.media_type.endswith("wordprocessingml.document")
    assert received.text.split("\n\n") == [
        "Harbour Union",
        "Ana Ninguna was arrested.",
        "Write to the office (office@embassy.example)",
        "Oslo; Gate 1; 22\nFax: 23",
        "Account 123",
    ]


def test_an_odt_letter() -> None:
    received = receive(
        odt(
            "<text:h>URGENT</text:h><text:p>Ana<text:s/>was <text:span>arrested</text:span>.<text:line-break/>Next:"
            ' <text:a xlink:href="mailto:a@b.example?subject=x">write</text:a></text:p>'
            "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Oslo</text:p></table:table-cell><table:table-cell>"
            "<text:p>Gate 1</text:p></table:table-cell><table:table-cell><text:p>22</text:p></table:table-cell>"
            "</table:table-row></table:table><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        ),
        "a.odt",
    )
    assert (
        received.text == "URGENT\n\nAna was arrested.\nNext: write (a@b.example)\n\n- one\n\nOslo; Gate 1; 22"
    )


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(10))
    + "]><l>&k;</l>"
)


REFUSED = [
    (docx("<w:p>" + "A" * 60_000_000 + "</w:p>"), Overblown, "unpacks to 57 MB"),
    (docx("<w:p>" + "A" * 9_000_000 + "</w:p>"), Overblown, "unpacks to 9 MB"),
    (docx("", **{f"part{i}": "x" for i in range(1000)}), Overblown, "more than 1,000 files"),
    (zipped({"[Content_Types].xml": LAUGHS, "word/document.xml": "<a/>"}), Damaged, "DTD"),
    (zipped({"word/document.xml": LAUGHS.encode("utf-16")}), Damaged, "DTD"),
    (docx("<w:tbl><w:tr><w:tc>" * 3000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3000), Overblown, "unpacks"),
    (odt("<text:section>" * 3000 + "</text:section>" * 3000), Damaged, "damaged"),
    (odt("<text:section>" * 230 + "</text:section>" * 230), Overblown, "nested deeper"),
    (odt("<!DOCTYPE a>"), Damaged, "DTD"),
    (odt(""), Empty, "without words"),
    (docx(""), Empty, "without words"),
    (docx("<w:p>") [:-40], Damaged, "damaged or cut short"),
    (docx("<w:p><oops></w:p>"), Damaged, "damaged"),
    (zipped({"word/documents.xml": "<a/>"}), Damaged, "word/document.xml is missing"),
    (zipped({"xl/workbook.xml": "<a/>"}), NotYet, "neither DOCX nor ODT"),
    (zipped({"a.txt": "words"}), NotYet, "neither DOCX nor ODT"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "error", "words"), REFUSED, ids=[words for _, _, words in REFUSED])
def test_is_refused(data: bytes, error: type[Unreadable], words: str) -> None:
    with pytest.raises(error, match=words):
        receive(data, "a.docx")


def test_a_member_that_claims_to_be_smaller_than_it_is_unpacks_to_no_more() -> None:
    """The sizes in a zip are only claims; what is beyond them is never unpacked."""
    data = docx(paragraph("A" * 100_000))
    size = data.index(b"PK\x01\x02", data.index(b"word/document.xml"))
    lied = bytearray(data)
    at = data.rindex(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02", size
    lied[at + 24 : at + 28] = (50).to_bytes(4, "little")
    with pytest.raises(Damaged):
        receive(bytes(lied), "a.docx")
