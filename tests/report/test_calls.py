"""The call sheet in words: every question, everybody who can be asked, in every language."""

from __future__ import annotations

from typing import get_args

import pytest

from claimcheck.judge.calls import FORMS
from claimcheck.model import Call
from claimcheck.model.finding import ContactRole
from claimcheck.report.words import words
from claimcheck.ruleset import default_root
from claimcheck.ruleset.lexicon import read_yaml

AUTHORITIES: list[str] = read_yaml(default_root() / "parties.yaml")["authorities"]
OTHERS = ("figure", "place", "settled", "confirmed", "spelling", "dispute", "denied", "same-source", "internal")
QUESTIONS = [
    ("figure", "asof", "Quel chiffre donnez-vous pour le nombre de morts\u00a0: 15, 17 ou un autre, et à quel moment\u00a0?"),
    ("figure", "period", "Quel chiffre donnez-vous pour le nombre de morts\u00a0: 15, 17 ou un autre, par an ou en tout\u00a0?"),
    ("same-source", "", "Avez-vous donné 15 ou 17 pour le nombre de morts\u00a0?"),
    ("dispute", "", "Sur quoi repose ce que vous donnez pour le nombre de morts\u00a0: 15 ou 17\u00a0?"),
]


@pytest.mark.parametrize(("form", "detail", "said"), QUESTIONS)
def test_question(form: str, detail: str, said: str) -> None:
    """A question is one sentence, and does not say who is right."""
    say = words("fr")
    assert say.of("", say.question(Call(form, detail, ("15", "17"), ()), "le nombre de morts")) == said


def test_a_question_begins_with_its_subject() -> None:
    assert words("fr").of("Norvik", "quel chiffre ?") == "Norvik\u00a0: quel chiffre ?"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", sorted({*FORMS.values(), *OTHERS}))
def test_every_question_has_words(language: str, form: str) -> None:
    said = words(language).question(Call(form, "", ("15", "17"), ()), "x")
    assert said.endswith("?")
    assert "{" not in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everybody_has_a_name(language: str) -> None:
    """Whoever keeps count, and every source with a key of its own that can be called."""
    say = words(language)
    parties = read_yaml(default_root() / language / "lexicon" / "parties.yaml")
    nobody = read_yaml(default_root() / "parties.yaml")["nobody"]
    unnamed = [name for name in {*AUTHORITIES, *parties} - {*nobody} if say.contact(name) == name]
    assert not unnamed, f"no words under `call: who` of {language}/messages/report.yaml: {unnamed}"
    assert all(say.role(role) for role in get_args(ContactRole))
