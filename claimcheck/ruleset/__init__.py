"""YAML → checked, compiled rules and lexicons, once, before any datum flows."""

from claimcheck.ruleset.lexicon import Lexicons, default_root, languages, lexicons

__all__ = ["Lexicons", "default_root", "languages", "lexicons"]
