"""What the rule files say, checked: kinds are language-free, rules hold the words of one language."""

from __future__ import annotations

from typing import Literal

from claimcheck.model.claim import ClaimType
from claimcheck.model.record import record

ValueKind = Literal["count", "money", "share", "duration", "measure", "number", "date", "clock", "role", "names", "fact", "order"]
RuleSeverity = Literal["error", "warning", "note"]
SubjectKind = Literal["event", "person", "organisation", "place", "any"]


@record
class Kind:
    """One attribute: `rules/kinds/<id>.yaml`."""

    id: str
    type: ClaimType
    value: tuple[ValueKind, ...]
    """Which values can fill it."""
    units: tuple[str, ...]
    """Units, noun concepts or noun classes that are allowed; empty for any."""
    nouns: tuple[str, ...]
    """Counted-noun concepts that carry the attribute by themselves: `death` for "27 morts"."""
    often: tuple[str, ...]
    """Counted-noun concepts that suggest the attribute where no words name another."""
    message: tuple[tuple[str, str], ...]
    """(language, what the outlets differ on)."""
    severity: RuleSeverity
    subject: SubjectKind
    slots: tuple[str, ...]
    """Slots that pin the fact down; a slot that is not named here is ignored."""
    ladder: tuple[str, ...]
    """Names of comparison levels, tried in order."""
    evolves: bool = False
    exclusive: bool = False
    total: bool = False
    """Whether a figure without a period is the whole sum, never a year's."""
    act: bool = False
    """Whether it is of one act, the same while it is planned and under way: a sale, cuts, a fine."""
    ask: tuple[str, ...] = ()
    """Who keeps count of such facts: keys under `authorities` of `parties.yaml`, best first."""
    kin: tuple[str, ...] = ()
    """Kinds under which others tell the same figure: one figure may agree with theirs, and never contradicts it."""

    @property
    def pinned(self) -> bool:
        """Whether a figure without a period is of no period: that of an event is of now, a sum as a whole is of all years."""
        return self.total or self.subject == "event"

    def label(self, language: str) -> str:
        """What the outlets differ on, in a language; the id where no message is given."""
        return dict(self.message).get(language, self.id)


@record
class Example:
    """A sentence and what the rule must read in it."""

    text: str
    value: str | None = None
    """The claim's quote, or a part of it; absent: any claim of the rule."""
    subject: str | None = None
    slot: tuple[tuple[str, str], ...] = ()
    line: int = 0


@record
class Rule:
    """The words of one language for a kind: `rules/<lang>/<id>.yaml`.

    A trigger is a phrase of folded words; a trailing `*` stands for any ending.
    """

    id: str
    language: str
    before: tuple[str, ...]
    """Phrases that stand before the value in its clause ("un package de …")."""
    after: tuple[str, ...]
    """Phrases that stand after it ("… ont été tués")."""
    unless: tuple[str, ...]
    """Phrases that forbid the rule when they stand in the clause."""
    gap: int
    """Most words between trigger and value."""
    path: str
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()
    needs: tuple[str, ...] = ()
    """Phrases of which one must stand near the value, else no trigger counts; empty for none."""
