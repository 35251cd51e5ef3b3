"""Stage: paths → articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.model import Article, Given, Problem
from claimcheck.model.watch import Watch, unwatched
from claimcheck.read.drafts import finish
from claimcheck.read.extras import MissingExtraError, missing
from claimcheck.read.formats import HEAD, choose, formats, load, suffixes
from claimcheck.read.own import is_report
from claimcheck.read.paths import find_sources
from claimcheck.read.source import Draft, OversizeError, Source, oversize


def read(
    paths: Sequence[str],
    *,
    stdin: bytes | None = None,
    rules_root: Path | None = None,
    input_format: str | None = None,
    given: Sequence[Given] = (),
    watch: Watch = unwatched,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read files, folders and standard input (`-`, its bytes in `stdin`) into articles sorted by path, then place.

    The order of `paths` changes nothing; a path that is named twice is read once. Whatever cannot be read is a problem.
    `input_format` is one format for all, whatever name and content say; `given` is what a configuration knows of some files.
    """
    sources, found = find_sources(paths, stdin=stdin)
    problems = list(found)
    drafts: list[tuple[Source, Draft]] = []
    for source in watch("files", sources):
        try:
            _parse(source, input_format, drafts, problems)
        except OversizeError:
            problems.append(oversize(source.name))
        except MissingExtraError as error:
            problems.append(missing(source.name, error))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            problems.append(Problem("unreadable-file", source.name, f"cannot be read ({reason}); check its permissions"))
        except Exception as error:  # noqa: BLE001 - one bad file must not end the run
            problems.append(Problem("unreadable-file", source.name, f"cannot be read ({type(error).__name__}: {error}); please report it"))
    articles, trouble = finish([(source, _with(draft, source, given)) for source, draft in drafts], root=rules_root)
    return articles, (*problems, *trouble)


def _with(draft: Draft, source: Source, given: Sequence[Given]) -> Draft:
    """Put what the configuration says of a file over what the file says itself."""
    known = {name: value for entry in given if entry.names(source.path) for name, value in entry.fields.items()}
    return replace(draft, fields={**draft.fields, **known}) if known else draft


def _parse(source: Source, input_format: str | None, drafts: list[tuple[Source, Draft]], problems: list[Problem]) -> None:
    with source.open() as stream:
        head = stream.read(HEAD)
    if not head:
        problems.append(Problem("empty-file", source.name, "is empty; give the article's text or leave it out"))
        return
    if is_report(head):
        problems.append(Problem("own-report", source.name, "is a report that claimcheck wrote, no article; it is left aside", "warning"))
        return
    name = source.path.name if source.path else ""
    format_ = load(input_format) if input_format else choose(name, head)
    if format_ is None:
        problems.append(Problem("unknown-format", source.name, _unknown(Path(name).suffix.lower())))
        return
    before = len(drafts), len(problems)
    for item in format_.parse(source):
        if isinstance(item, Draft):
            drafts.append((source, replace(item, format=format_.NAME)))
        else:
            problems.append(item)
    if (len(drafts), len(problems)) == before:
        problems.append(Problem("no-article", source.name, "holds no article"))


def _unknown(suffix: str) -> str:
    if suffix in suffixes():
        kinds = ", ".join(format_.NAME for format_ in formats() if suffix in format_.SUFFIXES)
        return f"is a {suffix} file of another kind than those that are read ({kinds}); name its kind with --input-format"
    return f"files named *{suffix} are not read; these are: {', '.join(suffixes())}; or name the format with --input-format"
