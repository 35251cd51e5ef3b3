"""Answer keys: `corpus/<story>/truth.yaml`, in the shape that corpus/README.md explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.model import Problem, UsageError
from claimcheck.ruleset.lexicon import read_yaml

KEY_STEMS = frozenset({"truth", "gold"})
"""Keys of these names are called after their folder, others after themselves."""


@dataclass(frozen=True, slots=True)
class KeyArticle:
    """One article of a story."""

    id: str
    outlet: str
    path: Path
    date: str | None
    language: str | None
    """Absent: to be told from the text."""
    url: str | None


@dataclass(frozen=True, slots=True)
class KeyClaim:
    """One claim that a careful reader would write down."""

    id: str
    article: str
    type: str
    slot: str | None
    """Claims with the same slot are about the same fact."""
    value_text: str
    """An exact substring of the article."""
    normalised: Mapping[str, Any]
    """`low` and `high`, or `date`, or whatever else the reader noted."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One pair of claims with its verdict."""

    a: tuple[str, str]
    b: tuple[str, str]
    """(article id, value_text)."""
    a_id: str | None
    verdict: str
    why: str
    scored: bool
    """False where a reasonable reader could choose otherwise."""
    same_article: bool
    by_source: bool
    """Two parties disagree, not the outlets."""
    by_spelling: bool
    group: str | None
    """Repeats of one disagreement share it."""

    @property
    def label(self) -> str:
        """The pair in words."""
        return f"{self.a[0]} {self.a[1]!r} / {self.b[0]} {self.b[1]!r}"


@dataclass(frozen=True, slots=True)
class Key:
    """The answer key of one story."""

    name: str
    path: Path
    articles: tuple[KeyArticle, ...]
    claims: tuple[KeyClaim, ...]
    comparisons: tuple[Comparison, ...]
    exhaustive: bool
    """Whether a pair of annotated claims that is not listed is not comparable."""

    def only(self, claims: Iterable[KeyClaim]) -> Key:
        """Give the key of some of its claims: comparisons that reach beyond them are known, but not scored."""
        kept = tuple(claims)
        known = {(claim.article, claim.value_text) for claim in kept}
        listed = tuple(replace(one, scored=one.scored and {one.a, one.b} <= known) for one in self.comparisons)
        return replace(self, claims=kept, comparisons=listed)


def find_keys(roots: Iterable[Path]) -> Iterator[Path]:
    """Yield the answer keys in some folders and in the folders right below them, sorted by root, then path."""
    for root in roots:
        for path in sorted((*root.glob("*.yaml"), *root.glob("*/*.yaml"))):
            if "comparisons:" in path.read_text(encoding="utf-8", errors="replace"):
                yield path


def read_key(path: Path) -> Key:
    """Read one answer key; a `UsageError` names what is missing."""
    data = read_yaml(path)
    texts = path.with_suffix("") if path.with_suffix("").is_dir() else path.parent
    try:
        return Key(
            name=path.parent.name if path.stem in KEY_STEMS else path.stem,
            path=path,
            articles=tuple(_article(row, texts, data.get("language")) for row in data["articles"]),
            claims=tuple(_claim(row) for row in data["claims"]),
            comparisons=tuple(_comparison(row) for row in data["comparisons"]),
            exhaustive=data.get("unlisted", "not_comparable") == "not_comparable",
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        problem = Problem("broken-key", str(path), f"is no answer key ({type(error).__name__}: {error}); corpus/README.md shows the shape")
        raise UsageError(problem) from error


def _article(row: Mapping[str, Any], texts: Path, language: str | None) -> KeyArticle:
    return KeyArticle(
        id=row["id"],
        outlet=row.get("outlet", row["id"]),
        path=texts / (row.get("file") or f"{row['id']}.txt"),
        date=str(row["date"]) if row.get("date") else None,
        language=row.get("lang") or language,
        url=row.get("url"),
    )


def _claim(row: Mapping[str, Any]) -> KeyClaim:
    return KeyClaim(
        id=row["id"],
        article=row["article"],
        type=row["type"],
        slot=row.get("slot"),
        value_text=row["value_text"],
        normalised=row.get("normalised") or {},
    )


def _comparison(row: Mapping[str, Any]) -> Comparison:
    first, second = row["a"], row["b"]
    return Comparison(
        a=(first[0], first[1]),
        b=(second[0], second[1]),
        a_id=row.get("a_id") or row.get("a_claim"),
        verdict=row["verdict"],
        why=row.get("why") or "",
        scored=not row.get("optional") and row.get("confidence") != "low",
        same_article=bool(row.get("same_article")),
        by_source=row.get("level") == "source",
        by_spelling=row.get("kind") == "spelling" or row.get("type") == "name",
        group=str(row["group"]) if row.get("group") else None,
    )
