"""Stands in for `pipeline.annotate` until that exists: runs whichever readers are there."""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.model import Article, Document, Layers, Problem, Sentence, UsageError
from claimcheck.ruleset import lexicons


def _load(module: str, name: str) -> Any:
    if "claimcheck.extract" not in sys.modules:
        package = types.ModuleType("claimcheck.extract")
        package.__path__ = [str(Path(__file__).parent.parent / "extract")]
        sys.modules["claimcheck.extract"] = package
    try:
        return getattr(importlib.import_module(f"claimcheck.extract.{module}"), name)
    except (ImportError, AttributeError):
        return None


def _segment(article: Article) -> Document:
    try:
        from claimcheck.segment import segment

        return segment([article])[0][0]
    except (ImportError, AttributeError, IndexError):
        return Document(article, (Sentence(0, len(article.text), "sentence", 0),))


def annotate(articles: Iterable[Article], only: Iterable[str]) -> Iterator[Layers | Problem]:
    """Read the layers of articles, one after the other."""
    readers: dict[tuple[str, str, str], Any] = {}

    def get(module: str, name: str, language: str) -> Any:
        key = module, name, language
        if key not in readers:
            kind = _load(module, name)
            try:
                readers[key] = None if kind is None else kind(lexicons(language))
            except UsageError as error:
                print(f"warning: {name} is not ready: {error}", file=sys.stderr)  # noqa: T201
                readers[key] = None
        return readers[key]

    wanted = frozenset(only)
    view_type = _load("view", "View")
    for article in articles:
        document = _segment(article)
        view, language = view_type(document), article.language
        found: dict[str, Any] = {}
        spans = [sentence.span for sentence in document.sentences]
        if (not wanted or "mentions" in wanted) and (reader := get("values", "ValueReader", language)):
            found["mentions"] = reader.read(article.text, published=article.published, spans=spans)
        names: Any = ()
        if (not wanted or wanted - {"mentions", "sentences", "hedges"}) and (reader := get("names", "NameReader", language)):
            found["entities"], names = reader.read(view)
            found["names"] = names
        if (not wanted or wanted & {"quotations", "credits"}) and (reader := get("quotations", "QuotationReader", language)):
            found["quotations"] = reader.read(view, names)
        if (not wanted or "hedges" in wanted) and (reader := get("modality", "HedgeReader", language)):
            found["hedges"] = reader.read(view)
        if (not wanted or "denials" in wanted) and (reader := get("modality", "DenialReader", language)):
            found["denials"] = reader.read(view, names)
        if (not wanted or "credits" in wanted) and (reader := get("attribution", "CreditReader", language)):
            found["credits"] = reader.read(view, names, found.get("quotations", ()))
        if (not wanted or "posts" in wanted) and (reader := get("posts", "PostReader", language)):
            found["posts"] = reader.read(view, found.get("entities", ()), names)
        yield Layers(document=document, **found)
