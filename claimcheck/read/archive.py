"""Zipped documents that cannot swell beyond what an article may have."""

from __future__ import annotations

import io
import zipfile

from claimcheck.read.source import MAX_BYTES, OversizeError

MAX_PARTS = 5000
"""Most files in a zipped document."""
CHUNK = 1 << 16


def check(data: bytes) -> None:
    """Unpack a zipped document to nowhere; `OversizeError` where it would swell, `BadZipFile` where it is broken."""
    left = MAX_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if not part.filename.startswith("word/media/")]
        if len(parts) > MAX_PARTS:
            raise OversizeError
        for part in parts:
            with archive.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise OversizeError
