"""Annotated stories: their answer keys, and how well a report fits them."""

from claimcheck.corpus.key import Comparison, Key, KeyArticle, KeyClaim, find_keys, read_key
from claimcheck.corpus.score import Note, Ratio, Score, score, verdicts

__all__ = ["Comparison", "Key", "KeyArticle", "KeyClaim", "Note", "Ratio", "Score", "find_keys", "read_key", "score", "verdicts"]
