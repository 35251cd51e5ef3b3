"""What something is called → claims: "baptisé …", a team's name in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.model import Names, Span

CALLED = "called"
_QUOTED = re.compile(r"[«“\"]\s?([^«»“”\"]{2,60}?)\s?[»”\"]")
CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ][\w.&'’-]*(?:\s(?:[^\W\d_a-zà-ÿ][\w.&'’-]*|\d+))*")
REACH = 3
"""Characters between the word that names and the name: a space, an opening quotation mark."""


def read_called(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each name that a word of naming introduces."""
    for hit in scene.found.named("before", CALLED):
        at = scene.ends[hit.last - 1]
        quoted = _QUOTED.search(scene.view.text, at, scene.sentence.end)
        name = CAPITALS.search(scene.view.text, at, scene.sentence.end)
        # "l'équipe « Horizon »" needs its quotation marks; "baptisé Horizon" does not.
        tried = (quoted, name) if hit.last - hit.first == 1 else (quoted,)
        found = next((m for m in tried if m is not None and m.start() - at <= REACH), None)
        if found is None:
            continue
        written = found.group(1) if found is quoted else found.group().rstrip(".")
        subject = desk.subjects.find(scene, desk.ruler(scene), (hit.first, hit.last), "organisation", skip=Span(found.start(), found.end()))
        words = scene.text(scene.starts[hit.first], at)
        yield Draft(
            type="name",
            subject=subject.name,
            attribute=CALLED,
            start=scene.starts[hit.first],
            end=found.end() if found is quoted else found.start() + len(written),
            sentence=scene.sentence.span,
            value=Names((written,)),
            rule=CALLED,
            confidence=min(0.8, subject.confidence),
            derivation=(f"{CALLED} ← {words!r} · {desk.vocabulary.language}/{CALLED}",),
        )
