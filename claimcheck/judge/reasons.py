"""Reasons in plain words, after `rules/<lang>/messages/judge.yaml` and `checks.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.judge.clash import Clash
from claimcheck.judge.outcome import Outcome
from claimcheck.judge.readings import Reading, order
from claimcheck.model import Claim, Fact, Value
from claimcheck.model.fold import bare
from claimcheck.ruleset.lexicon import lexicons
from claimcheck.wording import describe, messages

LONGEST = 90
"""Characters of a quote that a reason shows."""


class Said(NamedTuple):
    """A claim and the name of the outlet that makes it."""

    claim: Claim
    outlet: str


class Reasons:
    """Writes reasons in one language."""

    def __init__(self, language: str, root: Path | None = None) -> None:
        self._texts = messages(language, "judge", root)
        self._checks = messages(language, "checks", root)
        self._quote = messages(language, "values", root)["quote"]
        self._words = lexicons(language, root)
        self._parties = self._words.get("parties")
        self._claim = lru_cache(maxsize=4096)(self._write_claim)

    def describe(self, value: Value) -> str:
        """Write a value as a label."""
        return describe(value, self._words)

    def _write_claim(self, text: str, value: Value) -> str:
        reading, quoted = self.describe(value), self.quoted(text)
        alike = bare(_short(text)) == bare(reading)
        return quoted if alike else str(self._texts["claim"].format(quote=quoted, reading=reading))

    def quoted(self, text: str) -> str:
        """Put a wording in quotation marks."""
        return str(self._quote.format(x=_short(text)))

    def pair(self, a: Claim, b: Claim, outcome: Outcome, first: Reading, second: Reading) -> str:
        """Give one plain sentence, and one for each thing that was done to compare; of an update the older claim comes first."""
        if _turned(outcome, first, second):
            a, b, first, second = b, a, second, first
        how, ground = self._texts["reasons"][outcome.reason]
        text = self._texts["joined"][how].format(a=self._claim(a.text, first.shown), b=self._claim(b.text, second.shown), x=ground)
        return " ".join([text, *self._notes(a, outcome)])

    def brief(self, a: Said, b: Said, outcome: Outcome, first: Reading, second: Reading, *, others: int, internal: bool) -> str:
        """Give a finding's explanation: values and outlets of its leading pair, the ground, and how many pairs are like it."""
        if _turned(outcome, first, second):
            a, b, first, second = b, a, second, first
        text = self._held(a, b, first.shown, second.shown, self._texts["reasons"][outcome.reason], internal=internal)
        return " ".join([text, *self._notes(a.claim, outcome), *self._others(others)])

    def sourcing(self, credited: Sequence[Said], flat: Sequence[Said]) -> str:
        """Say whom some outlets credit with a value, and which outlets credit nobody."""
        lists = {name: ", ".join(sorted({said.outlet for said in told})) for name, told in (("credited", credited), ("flat", flat))}
        return str(self._texts["sourcing"].format(source=self._source(credited[0].claim), **lists))

    def brief_apart(self, a: Said, b: Said, key: str, slot: str, *, others: int) -> str:
        """The same for two claims that are not about one fact."""
        how, ground = self._ground(key)
        text = self._held(a, b, a.claim.value, b.claim.value, (how, ground.format(slot=slot)), internal=False)
        return " ".join([text, *self._others(others)])

    def slip(self, clash: Clash) -> str:
        """Say what is wrong inside one article, with its arithmetic."""
        days = self._checks["weekdays"]
        named = {
            name: days[fact] if isinstance(fact, int) else _short(fact) if isinstance(fact, str) else self.describe(fact)
            for name, fact in clash.facts
        }
        return str(self._texts["internal"].format(x=self._checks["reasons"][clash.reason].format(**named)))

    def _held(self, a: Said, b: Said, mine: Value, theirs: Value, said: Sequence[str], *, internal: bool) -> str:
        """Hold two claims against each other in short; where both read alike, their value is named once, or their words."""
        how, ground = said
        values = [_short(self.describe(value)) for value in (mine, theirs)]
        if isinstance(mine, Fact) or (values[0] == values[1] and how == "against"):
            values = [self.quoted(a.claim.text), self.quoted(b.claim.text)]
        outlets = [a.outlet, b.outlet]
        if values[0] == values[1]:
            how, values, outlets = "one", values[:1], [self._texts["and"].join(dict.fromkeys(outlets))]
        if not internal:
            pairs = zip(values, outlets, strict=True)
            values = [self._texts["placed"].format(value=value, outlets=outlet) for value, outlet in pairs]
        text = str(self._texts["joined"][how].format(a=values[0], b=values[-1], x=ground))
        return str(self._texts["internal"].format(x=text)) if internal else text

    def _notes(self, claim: Claim, outcome: Outcome) -> list[str]:
        texts = self._texts["notes"]
        return [texts[key].format(x=self._source(claim) if key == "same-source" else parameter) for key, parameter in outcome.notes]

    def _others(self, others: int) -> list[str]:
        return [] if not others else [self._texts["more-one"] if others == 1 else self._texts["more"].format(n=others)]

    def _source(self, claim: Claim) -> str:
        """Name whom a claim credits: a party by its first word in the lexicon, an outlet as written."""
        name = claim.attribution.name or ""
        return str(self._parties.get(name, [name])[0])

    def _ground(self, key: str) -> tuple[str, str]:
        table = self._texts["apart"]
        how, ground = table.get(key) or table.get(key.rpartition(".")[2].rpartition("-")[2]) or table["default"]
        return how, ground

    def apart(self, a: Claim, b: Claim, key: str, slot: str) -> str:
        """Say why two claims of one attribute are not about one fact; `key` may be dotted, its last part counts."""
        how, ground = self._ground(key)
        text = self._texts["joined"][how]
        return str(text.format(a=self._claim(a.text, a.value), b=self._claim(b.text, b.value), x=ground.format(slot=slot)))


def _turned(outcome: Outcome, first: Reading, second: Reading) -> bool:
    """Whether the second claim comes first in its reason: the older one of an update, the one that is put more surely."""
    if outcome.verdict == "certainty":
        return _caution(first) > _caution(second)
    return outcome.verdict == "update" and order(first.time, second.time) > 0


def _caution(reading: Reading) -> tuple[bool, bool]:
    return reading.modality == "hedged", bool(reading.party or reading.upstream)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
