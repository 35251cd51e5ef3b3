"""Reasons in plain words, after `rules/<lang>/messages/judge.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claimcheck.judge.outcome import Outcome
from claimcheck.judge.readings import Reading, order
from claimcheck.model import Claim, Value
from claimcheck.model.fold import bare
from claimcheck.ruleset.lexicon import lexicons
from claimcheck.wording import describe, messages

LONGEST = 90
"""Characters of a quote that a reason shows."""


class Reasons:
    """Writes reasons in one language."""

    def __init__(self, language: str, root: Path | None = None) -> None:
        self._texts = messages(language, "judge", root)
        self._quote = messages(language, "values", root)["quote"]
        self._words = lexicons(language, root)
        self._parties = self._words.get("parties")
        self._claim = lru_cache(maxsize=4096)(self._write_claim)

    def describe(self, value: Value) -> str:
        """Write a value as a label."""
        return describe(value, self._words)

    def _write_claim(self, text: str, value: Value) -> str:
        quote = " ".join(text.split())
        if len(quote) > LONGEST:
            quote = quote[: LONGEST - 1].rstrip() + "…"
        reading = self.describe(value)
        quoted = str(self._quote.format(x=quote))
        return quoted if bare(quote) == bare(reading) else str(self._texts["claim"].format(quote=quoted, reading=reading))

    def pair(self, a: Claim, b: Claim, outcome: Outcome, first: Reading, second: Reading) -> str:
        """Give one plain sentence, and one for each thing that was done to compare; of an update the older claim comes first."""
        if outcome.verdict == "update" and order(first.time, second.time) > 0:
            a, b, first, second = b, a, second, first
        texts = [self._texts["reasons"][outcome.reason].format(a=self._claim(a.text, first.shown), b=self._claim(b.text, second.shown))]
        for key, parameter in outcome.notes:
            texts.append(self._texts["notes"][key].format(x=self._source(a) if key == "same-source" else parameter))
        return " ".join(texts)

    def _source(self, claim: Claim) -> str:
        """Name whom a claim credits: a party by its first word in the lexicon, an outlet as written."""
        name = claim.attribution.name or ""
        return str(self._parties.get(name, [name])[0])

    def apart(self, a: Claim, b: Claim, key: str, slot: str) -> str:
        """Say why two claims of one attribute are not about one fact; `key` may be dotted, its last part counts."""
        table = self._texts["apart"]
        template = table.get(key) or table.get(key.rpartition(".")[2].rpartition("-")[2]) or table["default"]
        return str(template.format(a=self._claim(a.text, a.value), b=self._claim(b.text, b.value), slot=slot))

    def explain(self, a: str, b: str, reason: str, others: int, *, internal: bool) -> str:
        """Give a finding's explanation: who is held against whom, the leading reason, and how many pairs are like it."""
        outlets = a if a == b else a + self._texts["and"] + b
        texts = [self._texts["internal"].format(x=reason) if internal else self._texts["said"].format(outlets=outlets, claim=reason)]
        if others:
            texts.append(self._texts["more-one"] if others == 1 else self._texts["more"].format(n=others))
        return " ".join(texts)
