"""Slips → findings: one article against itself, with the arithmetic as the reason."""

from __future__ import annotations

import hashlib

from claimcheck.judge.clash import Slip
from claimcheck.judge.reasons import Reasons
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import Finding, Kind, Pair, Position
from claimcheck.model.fold import bare


def finding(slip: Slip, kind: Kind, reasons: Reasons, witnesses: Witnesses) -> Finding:
    """Make the finding of a slip; its two positions stand in the order of the text."""
    clash = slip.clash
    reason = reasons.slip(clash)
    sides = sorted(((clash.a, slip.a), (clash.b, slip.b)), key=lambda side: side[1][0].start)
    return Finding(
        id="",
        key=_key(slip),
        story=slip.story,
        type=kind.type,
        subject="",  # it is the figures that are at odds, whomever they are of
        attribute=clash.kind,
        slot=(),
        verdict="contradiction",
        severity=kind.severity,
        confidence=clash.confidence,
        same_source=False,
        internal=True,
        explanation=reason,
        positions=tuple(
            Position(reasons.describe(side.value), tuple(claim.id for claim in claims), witnesses.count(claims)) for side, claims in sides
        ),
        pairs=tuple(Pair(a.id, b.id, "contradiction", reason, "arithmetic") for a in sides[0][1] for b in sides[1][1]),
    )


def _key(slip: Slip) -> str:
    parts = [slip.clash.kind, slip.article, *(bare(claim.text) for claim in (*slip.a, *slip.b))]
    return hashlib.sha1("|".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]
