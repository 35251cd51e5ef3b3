"""Compare what several outlets wrote about one story, claim by claim."""

__version__ = "0.1.0"
