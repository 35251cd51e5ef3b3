"""Plain text, one article a file."""

from claimcheck.read.front import parse_text as parse

NAME = "text"
SUFFIXES = (".txt", ".text")
DOC = "Plain text, one article a file; lines of YAML between two `---` lines may come first (outlet, title, date, language, url)."

__all__ = ["DOC", "NAME", "SUFFIXES", "parse"]
