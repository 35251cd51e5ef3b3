"""Who is credited for what a text says."""

from claimcheck.extract.attribution.reader import CreditReader

__all__ = ["CreditReader"]
