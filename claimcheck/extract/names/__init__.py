"""Who and what an article names: people, organisations, places, outlets, products."""

from claimcheck.extract.names.reader import NameReader

__all__ = ["NameReader"]
