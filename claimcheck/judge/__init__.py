"""Stage: topics → findings."""

from claimcheck.judge.stage import judge
from claimcheck.judge.witnesses import Follow, follows

__all__ = ["Follow", "follows", "judge"]
