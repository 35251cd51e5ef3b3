"""Stage: topics → findings."""

from claimcheck.judge.stage import judge
from claimcheck.judge.witnesses import Witnesses

__all__ = ["Witnesses", "judge"]
