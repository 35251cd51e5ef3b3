"""Many phrases as one regular expression shaped like a trie: the longest phrase that ends at a word's end matches."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter

WORD_END = r"(?!\w)"
WORD_START = r"(?<!\w)"


def trie(phrases: Iterable[str], *, space: str = r"\s", reverse: bool = False) -> str:
    """Give regex source without groups that matches any of the phrases, longest first.

    A space of a phrase matches `space`. `reverse` matches the phrases written backwards, for looking to the left.
    """
    words = sorted({phrase[::-1] if reverse else phrase for phrase in phrases})
    return _source(words, 0, space) if words else r"(?!)"


def compound(phrases: Collection[str], *, space: str = r"\s") -> str:
    """Give what `trie` gives, with the further words that several first words share written once: spelled numbers take far less."""
    further: dict[str, set[str]] = {}
    single: list[str] = []
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        if rest:
            further.setdefault(first, set()).add(rest)
        else:
            single.append(phrase)
    alike: dict[frozenset[str], list[str]] = {}
    for first, rests in further.items():
        others = {phrase for phrase in phrases if not phrase.startswith(f"{first} ")}
        if others == rests:  # "and one", "one"
            return f"(?:{trie([first])}{space})?{compound(others, space=space)}"
        alike.setdefault(frozenset(rests), []).append(first)
    parts = [f"{trie(firsts)}{space}{compound(rests, space=space)}" for rests, firsts in alike.items()]
    return f"(?:{'|'.join([*parts, trie(single)])})" if parts else trie(single)


def _source(words: list[str], depth: int, space: str) -> str:
    """Give the regex of what follows the first `depth` letters of sorted words, which they share."""
    whole = len(words[0]) == depth
    single: list[str] = []
    longer: list[str] = []
    for letter, group in groupby(words[1:] if whole else words, itemgetter(depth)):
        alike = list(group)
        first, last = alike[0], alike[-1]
        shared = depth + 1
        while shared < len(first) and shared < len(last) and first[shared] == last[shared]:
            shared += 1  # sorted words share what the first and the last do
        written = re.escape(first[depth:shared]).replace(r"\ ", space)
        rest = _source(alike, shared, space) if len(alike) > 1 else ""
        (longer if rest or shared > depth + 1 or letter == " " else single).append(written + rest)
    if len(single) > 1:
        single = [f"[{''.join(single)}]"]
    parts = longer + single
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    if not whole:
        return body
    return f"{body}?" if len(parts) == 1 and not longer else f"(?:{body})?"
