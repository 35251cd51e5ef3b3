"""CPU speed of the extraction on one core, beside Duckling's quantity-only speed in the same run.

    python benchmarks/extract.py [--megabytes 1.0] [--language fr] [--parts]

`--parts` adds a row for each layer, with whatever it builds on.

Text: the articles of corpus/ in one language, repeated. Duckling (`pip install -e '.[bench]'`) reads the same sentences for numbers,
amounts of money, times and durations; without it its row is left out.
"""

from __future__ import annotations

import argparse
import gc
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claimcheck import __version__
from claimcheck.cli.corpus import articles_of
from claimcheck.cli.program import COLLECTED
from claimcheck.corpus import find_keys, read_key
from claimcheck.extract.readers import LAYERS
from claimcheck.extract.stage import annotate, extract
from claimcheck.model import Article, Document
from claimcheck.ruleset import RuleSet, load
from claimcheck.segment import segment

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
DUCKLING = "pyduckling-native-phihos"
DIMENSIONS = ["number", "amount-of-money", "time", "duration"]
ZONES = "/usr/share/zoneinfo"
NOON = 1751976000
"""8 July 2025, as seconds since 1970: Duckling wants a reference time."""


def articles(language: str, megabytes: float) -> list[Article]:
    """Give the corpus's articles of a language, over and over, until they make up some megabytes of UTF-8."""
    own = [article for path in find_keys([CORPUS]) for article in articles_of(read_key(path)) if article.language == language]
    found: list[Article] = []
    left = megabytes * 1e6
    while left > 0:
        for article in own:
            found.append(replace(article, id=f"{article.id}-{len(found)}"))
            left -= len(article.text.encode())
    return found


def clock(work: Callable[[], object]) -> float:
    """Give the CPU seconds of this process that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def duckling(documents: Sequence[Document], language: str) -> float | None:
    """Give Duckling's CPU seconds for the same sentences; none where it is not installed."""
    try:
        import duckling as peer
    except ImportError:
        return None
    peer.init()
    reference = peer.parse_ref_time(peer.load_time_zones(ZONES), "Europe/Paris", NOON)
    context = peer.Context(reference, peer.default_locale_lang(peer.parse_lang(language.upper())))
    dimensions = peer.parse_dimensions(DIMENSIONS)
    texts = [document.article.text[sentence.start : sentence.end] for document in documents for sentence in document.sentences]
    peer.parse(texts[0], context, dimensions, False)
    return clock(lambda: [peer.parse(text, context, dimensions, False) for text in texts])


def main() -> int:
    """Measure and print one row per part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--parts", action="store_true")
    asked = parser.parse_args()
    gc.set_threshold(*COLLECTED)  # as the command does
    batch = articles(asked.language, asked.megabytes)
    size = sum(len(article.text.encode()) for article in batch) / 1e6
    ruleset: RuleSet = load(None, (asked.language,))
    documents, _ = segment(batch)
    extract(documents[:1], ruleset=ruleset)  # reads the lexicons
    once = clock(lambda: extract(documents[:1], ruleset=ruleset))
    rows = {"claimcheck segment": clock(lambda: segment(batch))}
    for layer in LAYERS if asked.parts else ("mentions",):
        only = frozenset({layer})
        rows[f"claimcheck {layer}"] = clock(lambda only=only: annotate(documents, ruleset=ruleset, only=only))
    rows["claimcheck extract, all readers and claims"] = clock(lambda: extract(documents, ruleset=ruleset))
    try:
        peer_version = version(DUCKLING)
    except PackageNotFoundError:
        peer_version = ""
    peer = duckling(documents, asked.language)
    if peer is not None:
        rows[f"Duckling, {' '.join(DIMENSIONS)}"] = peer
    print(f"claimcheck {__version__} · Python {platform.python_version()} · {platform.machine()}", end="")
    print(f" · {DUCKLING} {peer_version}" if peer is not None else "")
    print(f"{len(batch)} articles of corpus/ ({asked.language}), {size:.2f} MB, one core, CPU time\n")
    for name, seconds in rows.items():
        print(f"{name:56} {seconds:7.2f} s {size / seconds:8.3f} MB/s")
    print(f"of which claimcheck builds its readers, once a run: {once:.2f} s")
    if peer is None:
        print("Duckling is not installed, so its row is left out; pip install -e '.[bench]'")
    return 0


if __name__ == "__main__":
    sys.exit(main())
