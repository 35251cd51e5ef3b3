"""How surely a verdict on two claims is right: a logistic regression, fitted on corpus/; and the evidence that a contradiction takes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from claimcheck.judge.outcome import Outcome
from claimcheck.model import Features, Problem, UsageError, Verdict
from claimcheck.ruleset.lexicon import default_root, read_yaml

SURE = {"rounding": 0.9, "far-bound": 0.8, "overlap": 0.95, "status": 0.9, "count": 0.85, "names": 0.85, "rank": 0.8}
"""What a level leaves of the evidence; levels not named here leave it whole."""
NOTED = {"scaled-unknown": 0.9, "scaled": 0.95, "exchanged": 0.7}
"""The same for what had to be done to compare."""
Doubt = Literal["inside", "both-sides", "open"]
DOUBTS: Mapping[Doubt, float] = {"inside": 0.7, "both-sides": 0.85, "open": 0.85}
"""What is left where two claims may speak of two things: one writer saw both; one of the two articles also gives the other's value; they
agree, but it was left open whether they are of one fact. Inside one article the corpus has too few contradictions to fit."""
MIN_CONTRADICTION = 0.5
"""Evidence below which too little is known of what is counted to speak of a contradiction."""
SAME_THING = 0.6
"""Evidence for one subject where both outlets give it the same noun and no name: "the bridge"."""
LOOSE = frozenset({"rounding", "overlap", "far-bound"})
"""Levels at which two values meet without being the same."""
OPPOSED: frozenset[Verdict] = frozenset({"contradiction", "dispute", "update"})
"""Verdicts by which two values exclude each other."""
SAID = "said-"
"""Begins the name of the feature that a verdict is."""
FILE = "confidence.yaml"


def evidence(weakest: float, outcome: Outcome, doubt: Doubt | None) -> float:
    """Give what is left of the least sure of topic and claims, given how they were compared."""
    sure = weakest * SURE.get(outcome.level, 1.0) * (DOUBTS[doubt] if doubt else 1.0)
    for key, _ in outcome.notes:
        sure *= NOTED.get(key, 1.0)
    return sure


def features(outcome: Outcome, *, claims: float, topic: float, generic: bool, doubt: Doubt | None, same_source: bool) -> Features:
    """Collect what the confidence in a verdict is weighed from, sorted by name; what is 0 is left out.

    `claims` is the confidence of the less sure claim. `generic`: no rule names the attribute.
    """
    found = {
        "base": 1.0,
        "claims": claims,
        "generic": float(generic),
        "generic-opposed": float(generic and outcome.verdict in OPPOSED),
        "loose": float(outcome.level in LOOSE),
        f"{SAID}{outcome.verdict}": 1.0,
        "same-source": float(same_source),
        "topic": topic,
    }
    if doubt:
        found[doubt] = 1.0
    return tuple((name, value) for name, value in sorted(found.items()) if value)


@cache
def weights(root: Path | None = None) -> Mapping[str, float]:
    """Read `confidence.yaml`, which `make confidence` writes: the log-odds that each feature adds."""
    path = (root or default_root()) / FILE
    try:
        return {name: float(value) for name, value in read_yaml(path)["weights"].items()}
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        what = f"must give a number for each feature under `weights`, but: {error!r}; compare it with the file that ships with claimcheck"
        raise UsageError(Problem("broken-weights", str(path), what)) from error


def parts(found: Features, table: Mapping[str, float]) -> Features:
    """Give what each feature adds to the log-odds; a feature without a weight adds nothing."""
    return tuple((name, round(value * table.get(name, 0.0), 4)) for name, value in found)


def probability(found: Features, table: Mapping[str, float]) -> float:
    """Give the share of verdicts with such features that are right."""
    return 1 / (1 + math.exp(-sum(value for _, value in parts(found, table))))
