"""CPU speed of the value reader on one core, beside Duckling and dateparser.search in the same run.

    python benchmarks/values.py [FILE …] [--lines 400] [--repeat 20] [--skip-dateparser]

Text: the French articles of corpus/, line by line, or those that are named. Duckling (`pip install -e '.[bench]'`) reads
numbers, amounts of money, times and durations; dateparser only searches for dates. Each row says how many megabytes of UTF-8
were read in a second of processor time, and how much faster claimcheck is. Then the text is doubled, to show that time grows
with its length and no faster, also where one word is repeated without end.
"""

from __future__ import annotations

import argparse
import gc
import platform
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claimcheck import __version__
from claimcheck.cli.program import COLLECTED
from claimcheck.extract.values import ValueReader
from claimcheck.read.stage import read
from claimcheck.ruleset import lexicons

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
DUCKLING = "pyduckling-native-phihos"
DIMENSIONS = ["number", "amount-of-money", "time", "duration"]
ZONES = "/usr/share/zoneinfo"
NOON = 1751976000
"""8 July 2025, as seconds since 1970: Duckling wants a reference time."""
HOSTILE = ("cent ", "1", "plus de ", "12 % ", "un sur ", "quatre vingt ")
ROUNDS = 5
"""Rounds that Duckling is given; the best counts, for it as for claimcheck."""
GROWTH = 2.3
"""Twice the text may take this many times the time."""


def lines_of(paths: Sequence[Path], most: int) -> list[str]:
    """Give the lines that French articles hold, without their front matter, at most so many."""
    articles, _ = read([str(path) for path in paths])
    return [line for article in articles if article.language == "fr" for line in article.text.splitlines() if line.strip()][:most]


def clock(work: Callable[[], object], rounds: int = 1) -> float:
    """Give the CPU seconds of this process that some work takes, in the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def duckling(lines: Sequence[str]) -> float | None:
    """Give Duckling's CPU seconds for the lines; none where it is not installed."""
    try:
        import duckling as peer
    except ImportError:
        return None
    peer.init()
    moment = peer.parse_ref_time(peer.load_time_zones(ZONES), "Europe/Paris", NOON)
    context = peer.Context(moment, peer.parse_locale("FR", peer.default_locale_lang(peer.parse_lang("FR"))))
    wanted = peer.parse_dimensions(DIMENSIONS)
    peer.parse(lines[0], context, wanted, False)
    seconds = clock(lambda: [peer.parse(line, context, wanted, False) for line in lines], ROUNDS)
    peer.stop()
    return seconds


def dateparser(lines: Sequence[str]) -> float | None:
    """Give the CPU seconds of dateparser's search for the lines; none where it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    search_dates(lines[0], languages=["fr"])
    return clock(lambda: [search_dates(line, languages=["fr"]) for line in lines])


def installed(package: str) -> str:
    """Give a package's version, or say that it is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def growth(reader: ValueReader, text: str) -> float:
    """Tell how many times longer twice the text takes; best of three."""
    once = clock(lambda: reader.read(text), 3)
    twice = clock(lambda: reader.read(text * 2), 3)
    return twice / max(once, 1e-4)


def main() -> int:
    """Print the rows; exit 1 where time grows faster than the text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--lines", type=int, default=400, help="lines that all readers read")
    parser.add_argument("--repeat", type=int, default=10, help="rounds that claimcheck is given; the best counts")
    parser.add_argument("--skip-dateparser", action="store_true")
    args = parser.parse_args()
    gc.set_threshold(*COLLECTED)  # as the command does
    lines = lines_of(args.files or sorted(CORPUS.rglob("*.txt")), args.lines)
    megabytes = sum(len(line.encode()) for line in lines) / 1e6
    reader = ValueReader(lexicons("fr"))
    reader.read(lines[0])
    own = clock(lambda: [reader.read(line) for line in lines], args.repeat)
    print(f"{len(lines)} lines, {megabytes:.3f} MB of UTF-8; Python {platform.python_version()}, {platform.machine()}")
    print(f"claimcheck {__version__:14} values                          {megabytes / own:7.3f} MB/s")
    peers = [(DUCKLING, ", ".join(DIMENSIONS), duckling(lines))]
    if not args.skip_dateparser:
        peers.append(("dateparser", "search_dates", dateparser(lines)))
    for package, what, seconds in peers:
        rate = f"{megabytes / seconds:7.3f} MB/s   claimcheck is {seconds / own:.1f} times as fast" if seconds else "not installed"
        print(f"{package} {installed(package)} {what}: {rate}")
    worst = 0.0
    for name, text in [("the corpus", "\n".join(lines)), *((repr(piece), piece * (60_000 // len(piece))) for piece in HOSTILE)]:
        factor = growth(reader, text)
        worst = max(worst, factor)
        print(f"twice the text, {name}: {factor:.2f} times the time")
    print(f"grows with the text: {'yes' if worst <= GROWTH else 'NO'} (at most {worst:.2f}, allowed {GROWTH})")
    return 0 if worst <= GROWTH else 1


if __name__ == "__main__":
    raise SystemExit(main())
