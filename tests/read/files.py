"""Files put on disk to be read, and what reading them gave."""

from __future__ import annotations

from pathlib import Path

from claimcheck.model import Article, Problem
from claimcheck.read.stage import read

FRENCH = "Le pont a rouvert lundi devant 300 personnes, selon la mairie. C'est une fête pour tous."
ENGLISH = "The bridge reopened on Monday before 300 people, the mayor said. It was a party for all of them."


def put(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def one(path: str) -> tuple[Article, tuple[Problem, ...]]:
    (article,), problems = read([path])
    return article, problems


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.level) for problem in problems]
