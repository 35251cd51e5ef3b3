"""Stage: topics → findings."""

from claimcheck.judge.stage import judge
from claimcheck.judge.witnesses import Follow, Witnesses, follows

__all__ = ["Follow", "Witnesses", "follows", "judge"]
