"""Stages: articles → what they say that their own figures do not bear out (`check`); topics → findings (`judge`)."""

from claimcheck.judge.check import check
from claimcheck.judge.stage import judge
from claimcheck.judge.witnesses import Witnesses

__all__ = ["Witnesses", "check", "judge"]
