"""Small files of every kind that intake reads, made from words; the odd and the hostile ones too."""

import struct
import zipfile
from base64 import encodebytes
from io import BytesIO

from tocsin.intake.pdf import grey_png, page_picture

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(*pages: list[str], size: int = 11, pages_said: int | None = None) -> bytes:
    """Each page a list of lines in Helvetica; an empty line leaves a gap; '<drawing>' alone draws a box."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    parent = len(pages) * 2 + 2
    for lines in pages:
        stream = _stream(lines, size)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % (parent, len(objects))
        )
    kids = b" ".join(b"%d 0 R" % (3 + 2 * index) for index in range(len(pages)))
    objects.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages_said or len(pages), kids))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return _pdf_file(objects)


DRAWING = b"0 0 0 rg 100 100 200 200 re f"


def _stream(lines: list[str], size: int) -> bytes:
    if lines == ["<drawing>"]:
        return DRAWING
    shown = b"BT /F1 %d Tf %d TL 60 780 Td " % (size, size + 3)
    for line in lines:
        words = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        shown += b"(%s) Tj T* " % words if words else b"T* "
    return shown + b"ET"


def _pdf_file(objects: list[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, count = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, count - 1, start)
    return bytes(out)


def many_objects(count: int) -> bytes:
    """A PDF of one page and a great many objects that nothing calls for."""
    return _pdf_file([b"<< /A %d >>" % number for number in range(count)] + [b"<< /Type /Catalog >>"])


def png_of(lines: list[str], size: int = 16) -> bytes:
    """A picture of those lines, as a scanner makes it."""
    return page_picture(pdf(lines, size=size), 0)


def png(width: int, height: int, packed: bytes = b"") -> bytes:
    return grey_png(width, height, packed)


def scanned_pdf(lines: list[str], size: int = 16) -> bytes:
    """A PDF whose one page is a picture of those lines: the rows of a PNG are at home in a PDF too."""
    picture = png_of(lines, size)
    width, height = struct.unpack(">II", picture[16:24])
    packed = picture[41:-16]
    image = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns %d >> /Length %d >>\nstream\n%s\nendstream"
        % (width, height, width, len(packed), packed)
    )
    stream = b"q 595 0 0 842 0 0 cm /I1 Do Q"
    return _pdf_file([
        image,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 2 0 R"
        b" /Resources << /XObject << /I1 1 0 R >> >> >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Catalog /Pages 4 0 R >>",
    ])  # fmt: skip


def jpeg_head(width: int, height: int) -> bytes:
    """The start of a JPEG: enough to know its size by."""
    frame = struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(10) + b"\xff\xc0" + frame + bytes(20)


def zipped(members: dict[str, str | bytes], first_stored: bool = False) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, body) in enumerate(members.items()):
            how = zipfile.ZIP_STORED if first_stored and index == 0 else zipfile.ZIP_DEFLATED
            archive.writestr(name, body, compress_type=how)
    return file.getvalue()


def docx(body: str, mailto: str = "", **more: str) -> bytes:
    """`body` is WordprocessingML; `more` are further members of word/, such as header1='<w:p>...'."""
    link = f'<Relationship Id="m" Type="{OFFICE}/hyperlink" Target="mailto:{mailto}" TargetMode="External"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{link if mailto else ""}</Relationships>',
    }
    members |= {f"word/{name}.xml": f"<w:part {W}>{part}</w:part>" for name, part in more.items()}
    return zipped(members)


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def odt(body: str) -> bytes:
    """`body` is OpenDocument text content."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content}, first_stored=True)


def mail(body: bytes, *parts: tuple[str, bytes], head: str = "") -> bytes:
    """A mail with attachments (name, bytes); `body` is UTF-8 text."""
    lines = (
        head or "From: Nora <nora@list.example>\nDate: Tue, 9 Nov 2010 21:14:03 +0530\nSubject: Two missing\n"
    )
    out = f"Received: from mail.example by b.example\n{lines}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n".encode()
    out += (
        b"--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + body + b"\n"
    )
    for name, data in parts:
        out += (
            b"--b1\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
            b'Content-Disposition: attachment; filename="%s"\n\n%s\n' % (name.encode(), encodebytes(data))
        )
    return out + b"--b1--\n"
