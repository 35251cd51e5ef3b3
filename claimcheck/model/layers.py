"""The layers under the claims: what was read in one document, each record quoting its span."""

from __future__ import annotations

from typing import Literal

from claimcheck.model.record import record
from claimcheck.model.text import Document, Span
from claimcheck.model.value import DateValue, Quantity, Status

EntityType = Literal["person", "organisation", "place", "outlet", "agency", "product", "event", "group"]


@record
class Mention:
    """A quantity or a date as written, bounds, unit and counted noun included."""

    start: int
    end: int
    text: str
    value: Quantity | DateValue
    derivation: tuple[str, ...] = ()
    """How the value was read, one step a line, the outermost first: "plus de → (N, ∞) · fr/lexicon/bounds"."""
    noun: str | None = None
    """The counted noun as written ("ingénieurs"), for counts."""
    part: Mention | None = None
    """The count that a share was read from: "511" of "511 des 634 magasins"; none for a mere rate ("un sur trois")."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@record
class Entity:
    """Somebody or something that one article speaks of, under all its names."""

    id: str
    """`e1`, `e2`… in the order of first appearance."""
    type: EntityType
    name: str
    """The fullest form in the article."""
    aliases: tuple[str, ...] = ()
    """Other forms that were read as this entity: surname, acronym, short name."""
    gender: Literal["m", "f"] | None = None


@record
class EntityMention:
    """One place where an entity is named or referred to."""

    start: int
    end: int
    entity: str
    """Id of the entity."""
    type: EntityType
    form: Literal["name", "reference"] = "name"
    """`name` for a written name; `reference` for a pronoun or a noun phrase ("l'entreprise", "son équipe")."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@record
class Quotation:
    """Words that somebody is reported to have said."""

    start: int
    end: int
    speaker: Span | None
    cue: Span | None
    """The reporting verb or preposition ("a déclaré", "selon")."""
    direct: bool = True


@record
class Hedge:
    """Words that weaken an assertion."""

    start: int
    end: int
    kind: Literal["conditional", "hedge", "plan", "forecast"]
    """`conditional`/`hedge`: reported without being vouched for; `plan`, `forecast`: not yet so."""
    scope: Span
    """The clause or sentence that is weakened."""


@record
class Denial:
    """Words by which a party denies, or a figure is withdrawn."""

    start: int
    end: int
    party: Span | None
    scope: Span
    kind: Literal["denial", "withdrawal"] = "denial"


@record
class Credit:
    """Who is credited for what a stretch of text says."""

    start: int
    end: int
    role: Literal["upstream", "party", "venue"]
    """`upstream`: an outlet or agency the article draws on; `party`: a source in the story; `venue`: an outlet on
    which somebody else speaks."""
    name: str
    """Normalised name of who is credited ("Bloomberg", "prefecture")."""
    scope: tuple[Span, ...]
    """The stretches that are theirs."""


@record
class Post:
    """A post as written, with its holder."""

    start: int
    end: int
    person: Span | None
    organisation: Span | None
    status: Status
    concept: str
    """Id in `lexicon/posts`, or the folded head words."""
    exclusive: bool = False
    scope: str | None = None
    """What the post covers, folded."""


@record
class Layers:
    """One document with everything that was read in it, each layer sorted by start."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    names: tuple[EntityMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    denials: tuple[Denial, ...] = ()
    credits: tuple[Credit, ...] = ()
    posts: tuple[Post, ...] = ()
