"""Where fetched pages are kept: the page as it came, and a record of where and when it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from claimcheck.fetch.client import Answer, FetchError
from claimcheck.model.fold import fold
from claimcheck.read.provenance import RECORD, provenance, record_of

SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
"""Media type → suffix of the file that is kept."""
MAX_SLUG = 60


def stored(folder: Path) -> dict[str, Path]:
    """Map the addresses that were fetched into a folder to their pages."""
    found: dict[str, Path] = {}
    for record in sorted(folder.glob(f"*{RECORD}")):
        known = provenance(record.with_name(record.name.removesuffix(RECORD) + ".html"))
        page = record.with_name(Path(str(known.get("page", ""))).name)
        if isinstance(known.get("url"), str) and page.is_file():
            found[known["url"]] = page
    return found


def keep(url: str, answer: Answer, folder: Path, *, now: datetime) -> Path:
    """Write a page and its record and give the page's path; `FetchError` for what is no article, `OSError` as writing does."""
    suffix = SUFFIXES.get(answer.kind)
    if suffix is None:
        raise FetchError(f"is {answer.kind}; these are fetched: {', '.join(SUFFIXES)}")
    page = folder / f"{_name(url)}{suffix}"
    record = {
        "url": url,
        "address": answer.address,
        "fetched": now.isoformat(timespec="seconds"),
        "page": page.name,
        "media_type": answer.kind,
        "charset": answer.charset,
        "bytes": len(answer.data),
        "sha256": hashlib.sha256(answer.data).hexdigest(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    written = yaml.safe_dump({name: value for name, value in record.items() if value is not None}, sort_keys=False, allow_unicode=True)
    for path, data in ((page, answer.data), (record_of(page), written.encode())):
        draft = path.with_name(f".{path.name}.part")
        draft.write_bytes(data)
        draft.replace(path)
    return page


def _name(url: str) -> str:
    """Name a page after its address, so that people know it and no two are one."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    words = re.sub(r"[^a-z0-9]+", "-", fold(unquote(parts.path).rstrip("/").rpartition("/")[2].rpartition(".")[0] or unquote(parts.path)))
    slug = f"{re.sub(r'[^a-z0-9.-]', '-', host)}-{words.strip('-')}"[:MAX_SLUG].strip("-.")
    return f"{slug}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
