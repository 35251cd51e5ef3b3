"""How surely two claims are what a verdict says of them."""

from __future__ import annotations

from claimcheck.judge.outcome import Outcome

SURE = {"rounding": 0.9, "far-bound": 0.8, "overlap": 0.95, "status": 0.9, "count": 0.85, "names": 0.85, "rank": 0.8}
"""What a level leaves of the claims' confidence; levels not named here leave it whole."""
NOTED = {"scaled-unknown": 0.9, "scaled": 0.95, "exchanged": 0.7}
"""The same for what had to be done to compare."""
INSIDE = 0.7
"""What is left of a contradiction inside one article: its writer saw both, and may speak of two things."""
BOTH_SIDES = 0.85
"""What is left where one of the two articles also gives the other's value: it may speak of two things."""
ONE_FACT = 0.85
"""What is left where claims agree of which it is open whether they are of one fact."""
MIN_CONTRADICTION = 0.5
"""Below it too little is known of what is counted to speak of a contradiction."""


def confidence(weakest: float, outcome: Outcome, factor: float) -> float:
    """Give what is left of the least sure of topic and claims, given how they were compared."""
    sure = weakest * SURE.get(outcome.level, 1.0) * factor
    for key, _ in outcome.notes:
        sure *= NOTED.get(key, 1.0)
    return sure
