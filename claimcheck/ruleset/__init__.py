"""YAML → checked, compiled rules and lexicons, once, before any datum flows."""

from claimcheck.ruleset.lexicon import FALLBACK, Lexicons, build, default_root, languages, lexicons
from claimcheck.ruleset.load import RuleSet, load

__all__ = ["FALLBACK", "Lexicons", "RuleSet", "build", "default_root", "languages", "lexicons", "load"]
