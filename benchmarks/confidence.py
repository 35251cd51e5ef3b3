"""Fit the weights of the confidence on corpus/, and say how far they can be trusted.

    python benchmarks/confidence.py [--l2 0.3] [--check]     (make confidence)

Every pair of claims across articles that an answer key judges is one row: the features that the program weighed, and whether its
verdict is the key's. The pairs of one finding with one verdict count as one in all, so that a figure that twenty outlets repeat does
not drown the others. A logistic regression with an L2 penalty is solved by Newton's method. Writes rules/confidence.yaml and the
tables in docs/accuracy.md; `--check` only prints. Held out: each story is predicted by weights fitted on the other stories.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.corpus import compare_story
from claimcheck.corpus import Key, Ratio, Score, find_keys, read_key, score, verdicts
from claimcheck.judge.confidence import FILE, SAID, probability
from claimcheck.model import Features, Finding, Report

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "rules" / FILE
PAGE = ROOT / "docs" / "accuracy.md"
OPEN, CLOSE = "<!-- confidence -->", "<!-- /confidence -->"
L2 = 0.3
"""Penalty on each weight but the base; swept 0.1–10 on corpus: 0.3 has the best held-out log-loss."""
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
STEPS = 50
SHOWN = 0.5
"""`--min-confidence` at which the figures of a story are taken."""
ALL = "ALL"
HEAD = """\
# Weights of the confidence in a verdict: log-odds that each feature of claimcheck/judge/confidence.py adds.
# Fitted on corpus/ by `make confidence` (benchmarks/confidence.py); docs/accuracy.md says how far they can be trusted.
"""
ALIKE = frozenset({"agree", "compatible"})
RIGHT: Mapping[str, frozenset[str]] = {
    "agree": ALIKE,
    "compatible": ALIKE,
    "certainty": ALIKE,
    "spelling": ALIKE | {"contradiction"},
    "contradiction": frozenset({"contradiction"}),
    "dispute": frozenset({"contradiction"}),
    "update": frozenset({"update"}),
}
"""Verdict → those of a key that it fits; keys call a dispute a contradiction between sources."""

Weights = Mapping[str, float]


class Row(NamedTuple):
    """One judged pair."""

    story: str
    weight: float
    """Its share of the pairs of its finding that have its verdict: they count as one in all."""
    said: str
    """What the features speak for, also where too little evidence kept it back."""
    type: str
    language: str
    """That of both articles, else `mixed`."""
    features: Features
    right: bool


def rows(key: Key, report: Report) -> list[Row]:
    """Hold each pair of a story that was weighed against its key."""
    truth = verdicts(key, report)
    languages = {article.id: article.language for article in report.articles}
    article_of = {claim.id: claim.article for claim in report.claims}
    found = []
    for finding in report.findings:
        judged = []
        for pair in finding.pairs:
            said = next((name.removeprefix(SAID) for name, _ in pair.features if name.startswith(SAID)), "")
            verdict = truth.get(frozenset((pair.a, pair.b)), "optional")
            if said and verdict != "optional":
                both = {languages[article_of[claim]] for claim in (pair.a, pair.b)}
                judged.append((said, both.pop() if len(both) == 1 else "mixed", pair.features, verdict in RIGHT[said]))
        sizes = Counter(said for said, *_ in judged)
        found += [Row(key.name, 1 / sizes[said], said, finding.type, *others) for said, *others in judged]
    return found


def fit(found: Iterable[Row], *, l2: float = L2) -> Weights:
    """Solve the penalised logistic regression by Newton's method; features are given by name."""
    merged: dict[tuple[Features, bool], float] = defaultdict(float)
    for row in found:
        merged[row.features, row.right] += row.weight
    names = sorted({name for features, _ in merged for name, _ in features})
    at = {name: i for i, name in enumerate(names)}
    penalty = [0.0 if name == "base" else l2 for name in names]
    cases = [([(at[name], value) for name, value in x], right, weight) for (x, right), weight in sorted(merged.items())]
    solution = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [-p * w for p, w in zip(penalty, solution, strict=True)]
        curve = [[p + 1e-9 if i == j else 0.0 for j in range(len(names))] for i, p in enumerate(penalty)]
        for x, right, weight in cases:
            chance = 1 / (1 + math.exp(-sum(solution[i] * value for i, value in x)))
            for i, value in x:
                slope[i] += weight * (right - chance) * value
                for j, other in x:
                    curve[i][j] += weight * chance * (1 - chance) * value * other
        step = _solve(curve, slope)
        solution = [w + s for w, s in zip(solution, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return {name: round(weight, 3) for name, weight in zip(names, solution, strict=True)}


def _solve(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    """Solve a symmetric positive definite system by elimination."""
    system = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    size = len(system)
    for i in range(size):
        for lower in system[i + 1 :]:
            share = lower[i] / system[i][i]
            for j in range(i, size + 1):
                lower[j] -= share * system[i][j]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (system[i][size] - sum(system[i][j] * found[j] for j in range(i + 1, size))) / system[i][i]
    return found


def without(found: Sequence[Row], *, l2: float = L2) -> dict[str, Weights]:
    """Fit once for each story, on the others."""
    return {story: fit((row for row in found if row.story != story), l2=l2) for story in sorted({row.story for row in found})}


def mean(values: Iterable[tuple[float, Row]]) -> float:
    """Average by the weight of rows; 0 of nothing."""
    pairs = [(value, row.weight) for value, row in values]
    total = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / total if total else 0.0


def brier(found: Iterable[Row], table: Callable[[Row], Weights]) -> float:
    """Mean squared error of the confidence, `table` giving the weights for a row."""
    return mean(((probability(row.features, table(row)) - row.right) ** 2, row) for row in found)


def shown(report: Report, table: Weights, least: float = SHOWN) -> Report:
    """Give what `--min-confidence` would leave of a report that was made with other weights."""
    return replace(report, findings=tuple(finding for finding in report.findings if _confidence(finding, table) >= least))


def _confidence(finding: Finding, table: Weights) -> float:
    if not finding.weights:
        return finding.confidence
    return max(probability(pair.features, table) for pair in finding.pairs if pair.verdict == finding.verdict)


def figures(found: Score) -> dict[str, Ratio]:
    """Give the figures that depend on which findings are shown."""
    precision = Ratio(found.right, found.right + found.false_alarms)
    return {"contradictions P": precision, "R": found.contradictions, "agree R": found.agree, "updates R": found.updates}


def trust(found: Sequence[Row], held_out: Mapping[str, Weights]) -> Iterator[str]:
    """Yield the reliability table."""
    yield from ("| confidence, held out | findings | mean | right |", "|---|---|---|---|")
    chances = [(probability(row.features, held_out[row.story]), row) for row in found]
    for low, high in pairwise(BINS):
        inside = [(chance, row) for chance, row in chances if low <= chance < high]
        if inside:
            size, right = sum(row.weight for _, row in inside), mean((row.right, row) for _, row in inside)
            yield f"| {low:.1f}–{high:.1f} | {size:.0f} | {mean(inside):.2f} | {right:.2f} |"


def errors(found: Sequence[Row]) -> Iterator[str]:
    """Yield the table of error rates."""
    yield from ("| wrong | findings | all verdicts | contradictions | of them wrong |", "|---|---|---|---|---|")
    for field in ("type", "language", "said"):
        for name in sorted({getattr(row, field) for row in found}):
            own = [row for row in found if getattr(row, field) == name]
            loud = [row for row in own if row.said == "contradiction"]
            wrong = f"{mean((not row.right, row) for row in loud):.2f}" if loud else "-"
            sizes = [sum(row.weight for row in part) for part in (own, loud)]
            label = "verdict" if field == "said" else field
            yield f"| {label} {name} | {sizes[0]:.0f} | {mean((not row.right, row) for row in own):.2f} | {sizes[1]:.0f} | {wrong} |"


def left_out(reports: Sequence[tuple[Key, Report]], found: Sequence[Row], held_out: Mapping[str, Weights], table: Weights) -> Iterator[str]:
    """Yield the table of the stories, each with the weights of all and with those of the others; then of all stories."""
    totals = [Score(), Score()]
    names = figures(Score())
    yield "| story left out | Brier | " + " | ".join(names) + " |"
    yield "|---" * (len(names) + 2) + "|"
    for key, report in reports:
        own = [row for row in found if row.story == key.name]
        tables = (table, held_out.get(key.name, table))
        scores = [score(key, shown(report, one)) for one in tables]
        totals = [total + one for total, one in zip(totals, scores, strict=True)]
        yield _line(key.name, [brier(own, lambda _, one=one: one) for one in tables], scores)
    yield _line(ALL, [brier(found, lambda _: table), brier(found, lambda row: held_out[row.story])], totals)


def _line(name: str, misses: Sequence[float], scores: Sequence[Score]) -> str:
    inner, outer = map(figures, scores)
    cells = [f"{misses[0]:.3f} {misses[1]:.3f}", *(f"{inner[figure]} {outer[figure]}" for figure in inner)]
    return f"| {name} | {' | '.join(cells)} |"


def main() -> int:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--l2", type=float, default=L2, help="penalty on each weight")
    parser.add_argument("--check", action="store_true", help="print, write nothing")
    asked = parser.parse_args()
    reports = [(key, compare_story(key)) for key in map(read_key, find_keys([ROOT / "corpus"]))]
    found = [row for key, report in reports for row in rows(key, report)]
    table, held_out = fit(found, l2=asked.l2), without(found, l2=asked.l2)
    tables = (trust(found, held_out), errors(found), left_out(reports, found, held_out, table))
    text = "\n\n".join("\n".join(lines) for lines in tables)
    body = "".join(f"  {name}: {weight}\n" for name, weight in table.items())
    sys.stdout.write(f"{text}\n\n{body}")
    if not asked.check:
        WEIGHTS.write_text(f"{HEAD}l2: {asked.l2}\npairs: {len(found)}\nweights:\n{body}", encoding="utf-8")
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(OPEN)
        PAGE.write_text(f"{before}{OPEN}\n{text}\n{CLOSE}{rest.partition(CLOSE)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
