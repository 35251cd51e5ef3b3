"""The readers of one language, built once from its lexicons and rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from claimcheck.extract.attribution import CreditReader
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.extract.modality import DenialReader, HedgeReader
from claimcheck.extract.names import NameReader
from claimcheck.extract.posts import PostReader
from claimcheck.extract.quotations import QuotationReader
from claimcheck.extract.values import AMERICAN, ValueReader
from claimcheck.extract.view import View
from claimcheck.model import Layers, Mention
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons, RuleSet, build

T = TypeVar("T")

LAYERS = ("sentences", "mentions", "entities", "quotations", "hedges", "denials", "credits", "posts")
"""Names of what can be asked for; `sentences` is always there."""
_NAMED = frozenset({"entities", "quotations", "denials", "credits", "posts"})
"""Layers that build on the names."""


@dataclass(frozen=True)
class Readers:
    """Reads the layers of documents in one language; a reader is built when it is first needed."""

    ruleset: RuleSet
    language: str

    def _built(self, reader: Callable[[Lexicons], T]) -> T:
        return build(reader, self.ruleset.lexicons(self.language))

    @cached_property
    def values(self) -> ValueReader:
        """Quantities and dates."""
        return self._built(ValueReader)

    def mentions(self, view: View) -> tuple[Mention, ...]:
        """Read the quantities and dates of a document, the only layer that depends on the day it came out."""
        article, spans = view.article, [sentence.span for sentence in view.sentences]
        american = article.region == AMERICAN if article.region else bare(article.outlet).strip() in self._american
        return self.values.read(view.text, published=article.published, spans=spans, american=american)

    @cached_property
    def _american(self) -> frozenset[str]:
        """Outlets that put the month first, bare."""
        return frozenset(map(bare, self.ruleset.lexicons(self.language).get("outlets").get("american", ())))

    @cached_property
    def names(self) -> NameReader:
        """People, organisations, places, outlets."""
        return self._built(NameReader)

    @cached_property
    def posts(self) -> PostReader:
        """Posts and their holders."""
        return self._built(PostReader)

    @cached_property
    def quotations(self) -> QuotationReader:
        """Who said what."""
        return self._built(QuotationReader)

    @cached_property
    def credits(self) -> CreditReader:
        """Who is credited."""
        return self._built(CreditReader)

    @cached_property
    def hedges(self) -> HedgeReader:
        """How surely it is said."""
        return self._built(HedgeReader)

    @cached_property
    def denials(self) -> DenialReader:
        """What is denied or withdrawn."""
        return self._built(DenialReader)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The rules of the language, compiled."""
        return self._built(lambda _: Vocabulary(self.ruleset, self.language))

    def layers(self, view: View, only: frozenset[str] = frozenset(LAYERS)) -> Layers:
        """Read the wanted layers of a document, and those they build on."""
        entities, names = self.names.read(view) if only & _NAMED else ((), ())
        quotations = self.quotations.read(view, names) if only & {"quotations", "credits"} else ()
        return Layers(
            document=view.document,
            mentions=self.mentions(view) if "mentions" in only else (),
            entities=entities,
            names=names,
            quotations=quotations,
            hedges=self.hedges.read(view) if "hedges" in only else (),
            denials=self.denials.read(view, names) if "denials" in only else (),
            credits=self.credits.read(view, names, quotations) if "credits" in only else (),
            posts=self.posts.read(view, entities, names) if "posts" in only else (),
        )
