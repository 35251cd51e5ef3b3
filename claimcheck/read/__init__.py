"""Stage: paths → articles, one module per input format, found by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.model import Article, Problem
from claimcheck.read.drafts import finish
from claimcheck.read.formats import Format, by_suffix, formats, sniff
from claimcheck.read.paths import STDIN, find_sources
from claimcheck.read.source import Draft, OversizeError, Source, oversize

__all__ = ["STDIN", "Draft", "Format", "Source", "formats", "read"]


def read(
    paths: Sequence[str], *, stdin: bytes | None = None, rules_root: Path | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read files, folders and standard input (`-`, its bytes in `stdin`) into articles sorted by path, then place.

    The order of `paths` changes nothing; a path that is named twice is read once. Whatever cannot be read is a problem.
    """
    sources, found = find_sources(paths, stdin=stdin)
    problems = list(found)
    drafts: list[tuple[Source, Draft]] = []
    for source in sources:
        try:
            _parse(source, drafts, problems)
        except OversizeError:
            problems.append(oversize(source.name))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            problems.append(Problem("unreadable-file", source.name, f"cannot be read ({reason}); check its permissions"))
        except Exception as error:  # noqa: BLE001 - one bad file must not end the run
            problems.append(Problem("unreadable-file", source.name, f"cannot be read ({type(error).__name__}: {error}); please report it"))
    articles, trouble = finish(drafts, root=rules_root)
    return articles, (*problems, *trouble)


def _parse(source: Source, drafts: list[tuple[Source, Draft]], problems: list[Problem]) -> None:
    with source.open() as stream:
        head = stream.read(64)
    if not head:
        problems.append(Problem("empty-file", source.name, "is empty; give the article's text or leave it out"))
        return
    suffix = source.path.suffix.lower() if source.path else ""
    format_ = by_suffix().get(suffix) or (None if suffix else sniff(head))
    if format_ is None:
        allowed = ", ".join(sorted(by_suffix()))
        problems.append(Problem("unknown-format", source.name, f"files named *{suffix} are not read; these are: {allowed}"))
        return
    before = len(drafts), len(problems)
    for item in format_.parse(source):
        if isinstance(item, Draft):
            drafts.append((source, item))
        else:
            problems.append(item)
    if (len(drafts), len(problems)) == before:
        problems.append(Problem("no-article", source.name, "holds no article"))
