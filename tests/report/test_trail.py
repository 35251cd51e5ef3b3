"""`explain`: everything behind a finding or a claim, from the JSON report alone."""

from __future__ import annotations

import json

import pytest

from claimcheck.report import formats
from claimcheck.report.formats import Options
from claimcheck.report.trail import Trail
from tests.report.sample import LABELS, sample

OPTIONS = Options(width=100, labels=LABELS)


@pytest.fixture(scope="module")
def trail() -> Trail:
    return Trail(json.loads(formats.load("json").render(sample(), options=Options())), OPTIONS)


def test_a_finding_shows_sentences_values_steps_and_reasons(trail: Trail) -> None:
    page = trail.render("f2")
    for claim in ("courrier:3", "echo:1", "gazette:3", "matin:2", "radio:2"):
        assert f" · {claim}\n" in page
    assert "[12 millions d'euros au bas mot]" in page
    assert "avec réserve, d'après Agence Sud" in page
    assert "← number ← fr/lexicon/numbers" in page
    assert "dossier/radio.txt, " in page
    assert "courrier:3 × radio:2" in page
    assert "vez-vous donné 12 M€ ou > 30 M€ pour " in page
    assert "→ Agence Sud (source citée)" in page
    assert "→ les assureurs (tient le compte)" in page
    assert "(disjoint) 12 M€ contre plus de 30 M€" in page


def test_an_update_shows_its_course_and_who_is_behind(trail: Trail) -> None:
    """States in order with their days, the correction said, the newest, and each outlet's own newest."""
    page = " ".join(trail.render("f4").split())
    assert "11 (02/06/2025, retiré depuis) → 9 (03/06/2025, corrigé)" in page
    assert "Le Courrier : 9, 03/06/2025" in page
    assert "Radio Vallée : 11, 04/06/2025, chiffre antérieur" in page


def test_a_finding_goes_by_its_key(trail: Trail) -> None:
    assert trail.render("00000002") == trail.render("f2")


def test_a_claim_shows_what_it_was_held_against(trail: Trail) -> None:
    page = trail.render("radio:2")
    assert "✗ contradiction  f2" in page
    assert "courrier:3" in page


@pytest.mark.parametrize("name", [finding.id for finding in sample().findings] + [claim.id for claim in sample().claims])
def test_everything_can_be_explained(trail: Trail, name: str) -> None:
    assert max(map(len, trail.render(name).splitlines())) <= OPTIONS.width


def test_unknown_names_are_refused(trail: Trail) -> None:
    with pytest.raises(LookupError, match="f99"):
        trail.render("f99")


def test_a_finding_says_what_its_confidence_was_weighed_from(trail: Trail) -> None:
    """Features by name with what each adds to the log-odds; a verdict by its own name, an unknown feature by its identifier."""
    page = " ".join(Trail(trail.report, OPTIONS).render("f2").split())
    assert "poids" not in page
    weighed = trail.report["findings"][1] | {"weights": {"base": 0.231, "loose": -1.5, "said-contradiction": 0.859, "moon-phase": 0}}
    page = " ".join(Trail(trail.report | {"findings": [weighed]}, OPTIONS).render("f2").split())
    assert "poids départ +0,23 · valeurs proches, non égales -1,50 · contradiction +0,86 · moon phase +0,00" in page
