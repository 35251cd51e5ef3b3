"""Markdown, one article a file."""

from claimcheck.read.front import parse_text as parse

NAME = "markdown"
SUFFIXES = (".md", ".markdown")
DOC = "Markdown, one article a file, with front matter or without; the text is kept as written."

__all__ = ["DOC", "NAME", "SUFFIXES", "parse"]
