"""Files of formats that are no text, built from a plain article with front matter."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def body(article: str) -> str:
    """Give the text below the front matter."""
    return article.split("---\n", 2)[2]


def make_docx(article: str) -> bytes:
    document = docx.Document()
    for block in body(article).split("\n\n"):
        if block.strip().startswith("• "):
            document.add_paragraph(block.strip().removeprefix("• "), style="List Bullet")
        else:
            document.add_paragraph(block.strip())
    document.add_table(1, 1).cell(0, 0).text = "12 000 morts"
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def make_pdf(article: str) -> bytes:
    """Write one page in Helvetica, one line a paragraph, empty lines between them."""
    lines = [line.translate(str.maketrans({"(": r"\(", ")": r"\)"})) for line in body(article).splitlines()]
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 6 Tf 8 TL 20 780 Td\n{shown}\nET".encode("cp1252")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))


def make_warc(pages: dict[str, bytes], *, gzip: bool, charset: str = "utf-8") -> bytes:
    """Archive pages by their addresses, with a picture and a failed request between them."""
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=gzip)
    for url, page in pages.items():
        for address, status, kind, payload in (
            (url, "200 OK", f"text/html; charset={charset}", page),
            (f"{url}.png", "200 OK", "image/png", b"\x89PNG" * 9),
            (f"{url}/gone", "404 Not Found", "text/html", b"<html><p>12 000 pages perdues, disent les archives de ce site.</p>"),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(payload), http_headers=headers))
    return data.getvalue()


BUILT: dict[str, Callable[[str], bytes]] = {"pont.docx": make_docx, "pont.pdf": make_pdf}
"""File name → what builds it from a plain article."""
