"""PDF documents whose text can be copied."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from claimcheck.model import Problem
from claimcheck.read.encoding import clean
from claimcheck.read.extras import extra
from claimcheck.read.source import MAX_BYTES, Draft, OversizeError, Parsed, Source, without_text

NAME = "pdf"
SUFFIXES = (".pdf",)
DOC = "A PDF with text in it, one article a file; needs the extra `[pdf]`. Scanned pages have no text and are reported."
MAX_PAGES = 200
"""Most pages of an article; a newspaper has 60."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad-]\n(?=[^\W\d_A-ZÀ-Þ])")
"""A word cut at the end of a line."""


def recognises(head: bytes) -> bool:
    """Whether it has a PDF's mark."""
    return head[:1024].lstrip().startswith(b"%PDF-")


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article; `OversizeError`, `OSError` as `Source.read`, `MissingExtraError` without pypdf."""
    pypdf = extra("pypdf", extra="pdf", package="pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of on stderr is said as a problem
    data = source.read()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Problem("broken-document", source.name, "is locked with a password; unlock it, or paste its text into a file")
            return
        pages: list[str] = []
        left = MAX_BYTES
        for page in reader.pages[:MAX_PAGES]:
            pages.append(page.extract_text() or "")
            left -= len(pages[-1])
            if left < 0:
                break
        count = len(reader.pages)
        known = reader.metadata
    except Exception as error:  # noqa: BLE001 - a library on hostile bytes: whatever it raises, this is no PDF that can be read
        what = (str(error).splitlines() or [type(error).__name__])[0]
        yield Problem("broken-document", source.name, f"is no PDF that can be read ({clean(what)}); save it again")
        return
    if left < 0:
        raise OversizeError
    if count > MAX_PAGES:
        yield Problem("too-large", source.name, f"has {count} pages; the first {MAX_PAGES} were read", "warning")
    text = clean(_HYPHEN.sub("", "\n".join(pages)).strip())
    fields = {"title": known.title, "author": known.author} if known else {}
    yield (
        Draft(text, source.name, {name: str(value) for name, value in fields.items() if value})
        if text
        else without_text(source.name, "its pages, which may be scanned")
    )
