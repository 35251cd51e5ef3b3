"""CPU of whole processes: `--help`, `--version`, and `compare` on the five articles of the sample story.

    python benchmarks/startup.py [--runs 5]

Prints the smallest of some runs, user and system time together.
"""

from __future__ import annotations

import argparse
import platform
import resource
import subprocess
import sys
from pathlib import Path

from claimcheck import __version__

ROOT = Path(__file__).resolve().parents[1]
STORY = str(ROOT / "corpus" / "pang-apple-meta")
COMMANDS = (["--version"], ["--help"], ["compare", STORY], ["compare", STORY, "--format", "json"])


def cpu(arguments: list[str]) -> tuple[float, int]:
    """Run the program once and give the CPU seconds of its process, and its exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run([sys.executable, "-m", "claimcheck", *arguments], capture_output=True, check=False).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, code


def main() -> int:
    """Measure and print one row per command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"claimcheck {__version__} · Python {platform.python_version()} · {platform.machine()} · best of {runs}, CPU time\n")
    for arguments in COMMANDS:
        shown = " ".join(arguments).replace(f"{ROOT}/", "")
        seconds, code = min(cpu(arguments) for _ in range(runs))
        print(f"claimcheck {shown:48} {seconds:6.2f} s   exit code {code}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
