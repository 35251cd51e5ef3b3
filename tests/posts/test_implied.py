"""A boss without a company, in an article that is clearly about one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.model import Names
from claimcheck.pipeline import extract_text

CASES = yaml.safe_load((Path(__file__).parent / "implied.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"][:60]) for case in CASES])
def test_the_company_of_a_bare_boss(case: dict[str, str | dict[str, str]]) -> None:
    claims = extract_text(str(case["text"]), language=str(case["language"]))
    held = [claim for claim in claims if claim.attribute == "holder"]
    holders = {f"{claim.slots['post']} · {claim.subject}": claim.value.names[0] for claim in held if isinstance(claim.value, Names)}
    assert holders == case["holders"]
