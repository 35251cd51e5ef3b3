"""How surely something is said: hedges, and denials."""

from claimcheck.extract.modality.denials import DenialReader
from claimcheck.extract.modality.hedges import HedgeReader

__all__ = ["DenialReader", "HedgeReader"]
