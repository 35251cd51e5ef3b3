"""Spec files of a folder as pytest parameters: one file a language, sentence in, annotations out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


def cases(folder: Path) -> list[Any]:
    """Give (language, case) of every spec; one with a `todo` is known to fail and says why."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            marks = [pytest.mark.xfail(strict=True, reason=case["todo"])] if "todo" in case else []
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}", marks=marks))
    return found
