"""Dates and times of day, as half-open intervals."""

from claimcheck.extract.values.dates.reader import DateReader

__all__ = ["DateReader"]
