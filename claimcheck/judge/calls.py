"""The call sheet: what to ask, and whom, so that a finding is settled; never who is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.judge.bench import Bench
from claimcheck.judge.pairs import Judged
from claimcheck.judge.parties import one_source, side
from claimcheck.judge.weigh import SCALED
from claimcheck.model import Call, Claim, Contact, DateValue, Fact, Kind, Names, Order, Role, Topic, Verdict
from claimcheck.model.fold import bare

ASKED: frozenset[Verdict] = frozenset({"contradiction", "dispute", "spelling", "certainty"})
"""The verdicts that a call can settle; an update is settled by its time."""
FORMS: dict[type, str] = {DateValue: "date", Role: "role", Names: "name", Fact: "either", Order: "either"}
"""Question by the values that contradict each other; any other is a figure."""
OWN_WORDS = frozenset({"person", "organisation"})
"""Subjects that can be asked about themselves."""
MOST = 4
"""Parties worth a call."""


def call(topic: Topic, kind: Kind | None, deciding: Sequence[Judged], lead: Judged, bench: Bench, *, internal: bool) -> Call | None:
    """Choose the question that the leading pair asks for, and who can answer it; none where no call settles it."""
    if lead.verdict not in ASKED:
        return None
    return Call(
        _form(kind, lead, internal=internal),
        _detail(kind, lead),
        _values(lead, bench),
        _ask(topic, kind, deciding, bench, internal=internal),
    )


def _form(kind: Kind | None, lead: Judged, *, internal: bool) -> str:
    """Name the question, a key under `call: forms` of the report's messages."""
    verdict, value = lead.verdict, lead.held.shown[0]
    if verdict == "certainty":
        return "settled" if isinstance(value, Fact) else "confirmed"
    if verdict in {"spelling", "dispute"}:
        return "denied" if lead.held.outcome.level == "denied" else verdict
    if internal or lead.held.same_source:
        return "internal" if internal else "same-source"
    return "place" if kind and kind.type == "place" else FORMS.get(type(value), "figure")


def _detail(kind: Kind | None, lead: Judged) -> str:
    """Name what else the answer must say, a key under `call: details`; empty where nothing is left open."""
    if lead.verdict != "contradiction":
        return ""
    if SCALED & {key for key, _ in lead.held.outcome.notes}:
        return "period"
    return "asof" if kind and kind.evolves else ""


def _values(lead: Judged, bench: Bench) -> tuple[str, ...]:
    """Write what stands against each other, in the outlets' words where labels would not tell it; of one value, the flat side."""
    labels = [bench.reasons.describe(value) for value in lead.held.shown]
    if isinstance(lead.held.shown[0], Fact) or (labels[0] == labels[1] and lead.verdict != "certainty"):
        labels = [bench.reasons.quoted(claim.text) for claim in (lead.a, lead.b)]
    if lead.verdict == "certainty":
        return tuple(label for label, claim in zip(labels, (lead.a, lead.b), strict=True) if claim.modality != "hedged")
    return tuple(labels)


def _ask(topic: Topic, kind: Kind | None, deciding: Sequence[Judged], bench: Bench, *, internal: bool) -> tuple[Contact, ...]:
    """List who can answer: who is credited, of whom it is said, who keeps count of such facts; else the outlets themselves."""
    claims = list({claim.id: claim for item in deciding for claim in (item.a, item.b)}.values())
    outlets = [Contact(bench.said(claim).outlet, "outlet") for claim in claims]
    found = outlets if internal else []
    if deciding[0].verdict != "spelling":
        found = [*found, *_credited(claims, bench)]
    if kind is not None and kind.subject in OWN_WORDS and topic.subject:
        found = [*found, Contact(topic.subject, "subject")]
    found = [*found, *(Contact(value.organisation, "subject") for c in claims if isinstance(value := c.value, Role) and value.organisation)]
    found = [*found, *(Contact(name, "authority") for name in (kind.ask if kind else ()))]
    return tuple(_distinct(found or outlets, bench))[:MOST]


def _credited(claims: Iterable[Claim], bench: Bench) -> Iterator[Contact]:
    """Give the sources that claims credit; nobody in particular, or a mere phrase, cannot be called."""
    nobody = side("nobody", bench.ruleset.root)
    for claim in claims:
        for name in (claim.attribution.party, claim.attribution.upstream):
            if name and name not in nobody and (name in bench.parties or name != name.lower()):
                yield Contact(name, "credited")


def _distinct(contacts: Iterable[Contact], bench: Bench) -> Iterator[Contact]:
    """Leave out who was named before, be it in other words."""
    seen: list[str] = []
    for contact in contacts:
        name = bare(contact.name).strip()
        if not any(name == other or one_source(name, other, bench.ruleset.root) for other in seen):
            seen.append(name)
            yield contact
