"""What is read where no rule has its words: sentence and attribute in, quotes with their slots out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.extract.examples import claims_of
from claimcheck.ruleset import languages, load

RULESET = load(None, languages())
CASES = [
    pytest.param(path.suffixes[0][1:], *case, id=f"{case[1]}: {case[0][:60]}")
    for path in sorted(Path(__file__).parent.glob("claims.*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "text", "attribute", "wanted"), CASES)
def test_claims(language: str, text: str, attribute: str, wanted: dict[str, str | None]) -> None:
    """A sentence holds these claims of the attribute and no others; what pins one down is one of its slots, its subject or its names."""
    found = [claim for claim in claims_of(text, language, RULESET) if claim.attribute == attribute]
    assert [claim.text for claim in found] == list(wanted)
    for claim, pinned in zip(found, wanted.values(), strict=True):
        said = {*claim.slots.values(), claim.subject, *getattr(claim.value, "names", ()), str(getattr(claim.value, "low", ""))}
        assert pinned is None or pinned in said, said
