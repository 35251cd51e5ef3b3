"""Where a fetched page came from: `NAME.provenance.yaml` beside `NAME.html`, with `NAME.extracted.txt` for people to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

RECORD = ".provenance.yaml"
EXTRACT = ".extracted.txt"
MAX_RECORD = 20_000
"""Most bytes of a record that are read."""


def record_of(page: Path) -> Path:
    """Name the record of a page."""
    return page.with_name(page.stem + RECORD)


def extract_of(page: Path) -> Path:
    """Name the extracted text of a page."""
    return page.with_name(page.stem + EXTRACT)


def is_extract(path: Path) -> bool:
    """Whether a file is the text of a page that stands beside it, which is read itself."""
    return path.name.endswith(EXTRACT) and path.with_name(path.name.removesuffix(EXTRACT) + RECORD).is_file()


def provenance(page: Path | None) -> Mapping[str, Any]:
    """Read the record of a page: `url`, `address`, `fetched`, `charset`, `sha256`…; empty where there is none that can be read."""
    if page is None:
        return {}
    import yaml

    try:
        with record_of(page).open("rb") as stream:
            found = yaml.load(stream.read(MAX_RECORD), Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings only
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}
    return found if isinstance(found, dict) else {}
