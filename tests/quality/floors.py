"""Floors of the quality that has been reached: read, measured, proposed.

    python -m tests.quality.floors [--lower-floors]     (make floors)

Raises each floor to what is measured now, and writes the figures into docs/accuracy.md. A floor that would fall is
kept and named, unless `--lower-floors` says that it may.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from claimcheck.cli.corpus import compare_story, split
from claimcheck.corpus import Key, Ratio, Score, find_keys, read_key, score
from claimcheck.corpus.score import NoteKind
from claimcheck.model import Report, UsageError

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "corpus"
FILE = HERE / "floors.yaml"
READ = HERE / "read.yaml"
NOT_READ = "not read yet"
PAGE = HERE.parents[1] / "docs" / "accuracy.md"
OPEN, CLOSE = "<!-- figures -->", "<!-- /figures -->"
ALL = "ALL"
ALARMS = "false_alarms"
"""The one figure that is better the smaller it is."""
HEAD = """\
# What has been reached on corpus/, as `claimcheck corpus score` measures it; docs/accuracy.md says what the figures mean.
# Written by `make floors`, which only raises; to lower: `python -m tests.quality.floors --lower-floors` and a reason in the commit
"""

Row = dict[str, float]


def corpus_digest() -> str:
    """Digest the articles and keys of the corpus, names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in CORPUS.glob("*/*") if path.suffix in {".txt", ".yaml"}):
        digest.update(f"{path.relative_to(CORPUS).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def seal(floors: dict[str, Row]) -> str:
    """Digest the floors themselves, so that one edited by hand is seen."""
    return hashlib.sha256(json.dumps(floors, sort_keys=True).encode()).hexdigest()[:16]


def read_floors() -> dict[str, Any]:
    """Read `floors.yaml`: corpus, seal, floors."""
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


def row(found: Score) -> Row:
    """Give the figures that are pinned, shares rounded down to three places."""
    shares = {
        "claims": found.claims,
        "values": found.values,
        "contradictions": found.contradictions,
        "agree": found.agree,
        "updates": found.updates,
    }
    pinned: Row = {"precision": _down(found.precision)}
    pinned |= {name: _down(ratio.got / ratio.of) for name, ratio in shares.items() if ratio.of}
    return pinned | {ALARMS: found.false_alarms}


def _down(share: float) -> float:
    return math.floor(share * 1000 + 1e-6) / 1000


@cache
def run(story: str) -> tuple[Key, Report]:
    """Compare one story of the corpus."""
    key = read_key(CORPUS / story / "truth.yaml")
    return key, compare_story(key)


@cache
def measure_parts() -> dict[str, Score]:
    """Score the whole corpus for each claim type and each language."""
    found: dict[str, Score] = {}
    for by in ("type", "language"):
        for story in stories():
            key, report = run(story)
            for name, part in split(key, by).items():
                found[name] = found.get(name, Score()) + replace(score(part, report), unjudged=0)
    return dict(sorted(found.items()))


def measured(name: str) -> Score:
    """Give the score of a story, of all, or of one claim type or language over all stories."""
    return measure_parts()[name] if name in measure_parts() else measure(name)


@cache
def measure(story: str) -> Score:
    """Run and score one story of the corpus, or all of them; `UsageError` where an article could not be read."""
    if story == ALL:
        return sum((measure(name) for name in stories()), Score())
    key, report = run(story)
    lost = [problem for problem in report.problems if problem.level == "error"]
    if lost:
        raise UsageError(*lost)
    return score(key, report)


@cache
def stories() -> tuple[str, ...]:
    """Name the stories of the corpus, sorted."""
    return tuple(path.parent.name for path in find_keys([CORPUS]))


def worse(name: str, value: float, floor: float) -> bool:
    """Whether a figure misses its floor."""
    return value > floor if name == ALARMS else value < floor


def propose(old: dict[str, Row], *, lower: bool) -> tuple[dict[str, Row], list[str]]:
    """Give the floors that the program now reaches, and what would have fallen or did."""
    new: dict[str, Row] = {}
    fallen: list[str] = []
    for story in (*stories(), ALL, *measure_parts()):
        before = old.get(story, {})
        new[story] = row(measured(story))
        for name, value in new[story].items():
            if name in before and worse(name, value, before[name]):
                fallen.append(f"{story}: {name} {before[name]} -> {value}")
                new[story][name] = value if lower else before[name]
    return new, fallen


def write(floors: dict[str, Row]) -> None:
    """Write `floors.yaml`, sealed."""
    body = yaml.safe_dump({"corpus": corpus_digest(), "seal": seal(floors)}, sort_keys=False)
    rows = [f"  {story}: {yaml.safe_dump(found, default_flow_style=True, sort_keys=False, width=200)}" for story, found in floors.items()]
    FILE.write_text(f"{HEAD}{body}floors:\n{''.join(rows)}", encoding="utf-8")


def write_page() -> None:
    """Put the measured figures into docs/accuracy.md."""
    columns = ("claims R", "values R", "contradictions P", "R", "groups R", "agree R", "updates R", "false alarms", "unjudged")
    lines = [f"| | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    rows = {story: measure(story) for story in (*stories(), ALL)} | measure_parts()
    for name, got in rows.items():
        precision = Ratio(got.right, got.right + got.false_alarms)
        shares = (got.claims, got.values, precision, got.contradictions, got.groups, got.agree, got.updates)
        lines.append(f"| {name} | {' | '.join(map(str, shares))} | {got.false_alarms} | {got.unjudged} |")
    page = _between(PAGE.read_text(encoding="utf-8"), (OPEN, CLOSE), lines)
    PAGE.write_text(_between(page, ("<!-- read by eye -->", "<!-- /read by eye -->"), read_by_eye()), encoding="utf-8")


def alarms(kind: NoteKind, story: str) -> list[str]:
    """List the places of a story that are a false alarm, or unjudged."""
    return sorted({note.text.partition(": key says")[0] for note in measure(story).notes if note.kind == kind})


def read() -> dict[NoteKind, dict[str, dict[str, str]]]:
    """Give what a reader judged of such places, by kind and story."""
    judged: dict[NoteKind, dict[str, dict[str, str]]] = yaml.safe_load(READ.read_text(encoding="utf-8"))
    return judged


def read_by_eye() -> list[str]:
    """Give the lines of a table of those places, each with that judgement."""
    judged = read()
    rows = [
        (kind, story, place, judged[kind].get(story, {}).get(place, NOT_READ))
        for kind in judged
        for story in stories()
        for place in alarms(kind, story)
    ]
    return ["| kind | story | place | judgement |", "|---|---|---|---|", *(f"| {' | '.join(cells)} |" for cells in rows)]


def _between(page: str, marks: tuple[str, str], lines: Sequence[str]) -> str:
    """Replace what stands between two marks of a page."""
    before, _, rest = page.partition(marks[0])
    after = rest.partition(marks[1])[2]
    return f"{before}{marks[0]}\n{chr(10).join(lines)}\n{marks[1]}{after}"


def main() -> int:
    """Propose new floors and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower-floors", action="store_true", help="let floors fall; say why in the commit")
    asked = parser.parse_args()
    old = read_floors()["floors"] if FILE.exists() else {}
    floors, fallen = propose(old, lower=asked.lower_floors)
    write(floors)
    write_page()
    for line in fallen:
        sys.stdout.write(f"{'lowered' if asked.lower_floors else 'kept, though it would fall'}: {line}\n")
    sys.stdout.write(f"{FILE.name} written; review `git diff tests/quality docs`\n")
    return 0 if asked.lower_floors or not fallen else 1


if __name__ == "__main__":
    sys.exit(main())
