"""Many phrases as one regular expression shaped like a trie: the longest phrase that ends at a word's end matches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

WORD_END = r"(?!\w)"
WORD_START = r"(?<!\w)"


def trie(phrases: Iterable[str], *, space: str = r"\s", reverse: bool = False) -> str:
    """Give regex source without groups that matches any of the phrases, longest first.

    A space of a phrase matches `space`. `reverse` matches the phrases written backwards, for looking to the left.
    """
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for letter in reversed(phrase) if reverse else phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _source(root, space) or r"(?!)"


def _source(node: dict[str, Any], space: str) -> str:
    whole = "" in node
    single: list[str] = []
    longer: list[str] = []
    for letter in sorted(key for key in node if key):
        source = space if letter == " " else re.escape(letter)
        rest = _source(node[letter], space)
        (longer if rest or letter == " " else single).append(source + rest)
    if len(single) > 1:
        single = [f"[{''.join(single)}]"]
    parts = longer + single
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    if not whole:
        return body
    return f"{body}?" if len(parts) == 1 and not longer else f"(?:{body})?"
