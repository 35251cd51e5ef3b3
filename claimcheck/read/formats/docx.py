"""Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from claimcheck.model import Problem
from claimcheck.read.archive import check
from claimcheck.read.compose import BULLET, compose
from claimcheck.read.encoding import clean
from claimcheck.read.extras import extra
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "docx"
SUFFIXES = (".docx",)
DOC = "A Word document, one article a file; needs the extra `[docx]`. Tables, notes and comments are left out."


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article; `OversizeError`, `OSError` as `Source.read`, `MissingExtraError` without python-docx."""
    docx = extra("docx", extra="docx", package="python-docx")
    data = source.read()
    try:
        check(data)
        document = docx.Document(io.BytesIO(data))
        blocks = [f"{BULLET if _listed(part) else ''}{part.text}" if part.text.strip() else "" for part in document.paragraphs]
        known = document.core_properties
        fields = {"author": known.author, "language": known.language, "modified": known.modified and known.modified.isoformat()}
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, SyntaxError, RuntimeError, AttributeError) as error:
        what = (str(error).splitlines() or [type(error).__name__])[0]
        yield Problem("broken-document", source.name, f"is no Word document that can be read ({clean(what)}); save it again as .docx")
        return
    text = clean(compose(blocks))
    yield Draft(text, source.name, fields) if text else without_text(source.name, "its paragraphs")


def _listed(part: object) -> bool:
    style = getattr(getattr(part, "style", None), "style_id", None) or ""
    return style.startswith("List") and style != "ListParagraph"
