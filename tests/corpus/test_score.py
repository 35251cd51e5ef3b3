"""The score is the one that the annotators' own script gives."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.cli.corpus import articles_of, compare_story, figures
from claimcheck.corpus import Key, KeyClaim, find_keys, read_key, score
from claimcheck.model import Claim, DateValue, Document, Finding, Pair, Quantity, Report, Span, Value
from claimcheck.model.finding import VERDICTS
from claimcheck.report.formats import Options
from claimcheck.report.formats.json import encode_report

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "score.py"
BOARD = SHARED / "tools" / "scoreboard.py"
pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="the annotators' scripts are not on this machine")
PATHS = list(find_keys([SHARED / "seeds", SHARED / "stories"])) if TOOL.is_file() else []


def theirs(key: Key, report: Report) -> dict[str, Any]:
    """Score the report's JSON with the annotators' script."""
    spec = importlib.util.spec_from_file_location("annotators_score", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    data = yaml.safe_load(key.path.read_text(encoding="utf-8"))
    output = json.loads(json.dumps(encode_report(report, options=Options())))
    return module.score(data, output, key.articles[0].path.parent)


def same(ours: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether two rows of figures are equal but for float noise."""
    return ours.keys() == wanted.keys() and all(ours[name] == pytest.approx(wanted[name], abs=1e-9) for name in wanted)


def value_of(claim: KeyClaim, chance: random.Random) -> Value:
    """Give the key's value, or one that is somewhat off."""
    wanted = claim.normalised
    if "date" in wanted:
        year = int(str(wanted["date"])[:4]) + chance.choice((0, 0, 1))
        return DateValue(datetime(year, 1, 1), datetime(year + 1, 1, 1), "year")  # noqa: DTZ001 - naive by design
    factor = Decimal(chance.choice(("1", "1.2", "3")))
    low, high = (None if wanted.get(end) is None else Decimal(str(wanted[end])) * factor for end in ("low", "high"))
    return Quantity(low, high)


def guesses(key: Key, seed: int) -> Report:
    """Make a report that reads most claims of the key and says anything of their pairs."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    articles = articles_of(key)
    texts = {article.id: article.text for article in articles}
    claims = []
    for number, claim in enumerate(key.claims):
        start = texts[claim.article].find(claim.value_text) + chance.choice((0, 0, 0, -3, 60))
        if start < 0 or chance.random() < 0.2:
            continue
        end = start + len(claim.value_text)
        claims.append(
            Claim(
                id=f"{claim.article}:{number}",
                article=claim.article,
                type="other",
                subject="",
                attribute="any",
                slot=(),
                text=texts[claim.article][start:end],
                start=start,
                end=end,
                sentence=Span(start, end),
                value=value_of(claim, chance),
                rule="any",
            )
        )
    pairs = tuple(
        Pair(a.id, b.id, chance.choice(VERDICTS[:-1]), "", "any")
        for index, a in enumerate(claims)
        for b in claims[index + 1 : index + 40]
        if chance.random() < 0.6
    )
    finding = Finding("f1", "", "s1", "other", "", "any", (), "agree", "none", 1, False, False, "", (), pairs)
    return Report("0", "fr", tuple(Document(article, ()) for article in articles), (), tuple(claims), (finding,), ())


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_same_figures_for_any_report(path: Path, seed: int) -> None:
    """Guessed reports hit every branch; both scores agree on each."""
    key = read_key(path)
    report = guesses(key, seed)
    assert same(figures(score(key, report)), theirs(key, report))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_same_figures_for_the_program(path: Path) -> None:
    """The program's own reports get the same figures from both."""
    key = read_key(path)
    report = compare_story(key)
    assert same(figures(score(key, report)), theirs(key, report))


def test_same_figures_as_the_scoreboard() -> None:
    """`claimcheck corpus score --json` and the scoreboard print the same numbers for the same folder."""
    command = str(Path(sys.executable).parent / "claimcheck")
    board = subprocess.run(
        [sys.executable, str(BOARD), command, "--json", "--root", str(SHARED / "seeds")], capture_output=True, text=True, check=True
    )
    score_ = subprocess.run(
        [command, "corpus", "score", "--json", "--root", str(SHARED / "seeds")], capture_output=True, text=True, check=True
    )
    ours, theirs_ = json.loads(score_.stdout), json.loads(board.stdout)
    assert ours.keys() == theirs_.keys()
    assert [name for name, row in theirs_.items() if not same(ours[name], row)] == []
