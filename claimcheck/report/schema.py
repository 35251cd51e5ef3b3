"""JSON Schema of version 1 of the report; closed vocabularies come from the records themselves."""

from __future__ import annotations

from typing import Any, get_args

from claimcheck.model import ClaimType, Modality, Severity, Verdict
from claimcheck.model.finding import Change, ContactRole
from claimcheck.model.value import Granularity, Status
from claimcheck.report.matrix import Spoken

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$"}
SPAN: Schema = {
    "type": "array",
    "items": COUNT,
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end), characters of the article's text",
}
SLOT: Schema = {"type": "object", "additionalProperties": TEXT, "description": "what else pins the fact down: time, place, group, basis…"}


def _maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(literal: object) -> Schema:
    return {"enum": list(get_args(literal))}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _record(description: str, *, optional: tuple[str, ...] = (), **fields: Schema) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": fields,
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }


def _values() -> Schema:
    number = _maybe({"type": "number"})
    return {
        "oneOf": [
            _record(
                "an interval of exact decimals; a missing end is unbounded",
                kind={"const": "quantity"},
                low=number,
                low_open=FLAG,
                high=number,
                high_open=FLAG,
                unit=_maybe(TEXT),
                per=_maybe(TEXT),
                over={"anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]},
                approximate=FLAG,
                precision=number,
            ),
            _record(
                "a half-open interval of time",
                optional=("zone", "relative", "clock"),
                kind={"const": "date"},
                start=_maybe(DAY),
                end=_maybe(DAY),
                granularity=_one_of(Granularity),
                approximate=FLAG,
                zone=TEXT,
                relative=TEXT,
                clock=FLAG,
            ),
            _record(
                "a post at an organisation",
                kind={"const": "role"},
                post=TEXT,
                organisation=_maybe(TEXT),
                status=_one_of(Status),
                exclusive=FLAG,
                scope=_maybe(TEXT),
            ),
            _record("a set of names", kind={"const": "names"}, names=_list(TEXT), count=_maybe(COUNT), open=FLAG),
            _record("done, or not done", kind={"const": "fact"}, concept=TEXT, holds=FLAG),
            _record("which of two events came first", kind={"const": "order"}, first=TEXT, then=TEXT),
        ]
    }


def _articles() -> Schema:
    return _record(
        "one outlet's text with what is known of it",
        id=TEXT,
        path=_maybe(TEXT),
        outlet=TEXT,
        title=_maybe(TEXT),
        published=_maybe(DAY),
        language=TEXT,
        url=_maybe(TEXT),
        sha256=TEXT,
        skipped=_list(_record("a passage that is not the article", start=COUNT, end=COUNT, reason=TEXT)),
    )


def _claims() -> Schema:
    return _record(
        "subject · attribute · value, with its quote",
        id=TEXT,
        article=TEXT,
        type=_one_of(ClaimType),
        subject=TEXT,
        attribute=TEXT,
        slot=SLOT,
        text=TEXT,
        start=COUNT,
        end=COUNT,
        sentence=SPAN,
        sentence_text=TEXT,
        value={"$ref": "#/$defs/value"},
        modality=_one_of(Modality),
        attributed_to=_maybe(TEXT),
        attribution=_record("the party in the story, the outlet or agency drawn on", party=_maybe(TEXT), upstream=_maybe(TEXT)),
        asof=_maybe(DAY),
        rule=TEXT,
        confidence=SHARE,
        derivation=_list(TEXT),
    )


def _timeline() -> Schema:
    state = _record(
        "one figure of a count that evolves",
        label=TEXT,
        first=DAY,
        last=DAY,
        change=_one_of(Change),
        claims=_list(TEXT),
        withdrawn=_list(TEXT),
    )
    standing = _record("an outlet's newest figure", outlet=TEXT, label=TEXT, asof=DAY, claim=TEXT, behind=FLAG)
    return _record(
        "the states of a count in the order in which they came out", states=_list(state), latest=_maybe(TEXT), outlets=_list(standing)
    )


def _findings() -> Schema:
    return _record(
        "one topic with its positions, and a verdict for each pair of articles",
        id=TEXT,
        key=TEXT,
        story=TEXT,
        type=_one_of(ClaimType),
        subject=TEXT,
        attribute=TEXT,
        slot=SLOT,
        verdict=_one_of(Verdict),
        severity=_one_of(Severity),
        confidence=SHARE,
        same_source=FLAG,
        internal=FLAG,
        explanation=TEXT,
        positions=_list(_record("claims that hold the same value", label=TEXT, claims=_list(TEXT), witnesses=COUNT)),
        pairs=_list(_record("two claims held against each other", a=TEXT, b=TEXT, verdict=_one_of(Verdict), level=TEXT, reason=TEXT)),
        weights={
            "type": "object",
            "additionalProperties": {"type": "number"},
            "description": "log-odds by feature",
        },
        timeline=_maybe(_timeline()),
        call=_maybe(
            _record(
                "the question that settles it, and who can answer it",
                question=TEXT,
                ask=_list(_record("somebody who can be asked", who=TEXT, role=_one_of(ContactRole))),
            )
        ),
    )


def _matrix() -> Schema:
    cell = _record("what an outlet makes of a finding", outlet=TEXT, stance=_one_of(Spoken), labels=_list(TEXT), claims=_list(TEXT))
    row = _record("a finding by outlet", finding=TEXT, cells=_list(cell), silent=_list(TEXT))
    return _record("the findings of a story by outlet", story=TEXT, outlets=_list(TEXT), rows=_list(row))


def schema() -> Schema:
    """Give the JSON Schema of a report."""
    problem = _record("something that went wrong", code=TEXT, where=TEXT, message=TEXT, level={"enum": ["error", "warning"]})
    follow = _record(
        "an article that draws on another, or on an outlet that is not here",
        follower={**TEXT, "description": "article id"},
        source={**TEXT, "description": "article id, or the name of an outlet or agency that none of the story's articles is of"},
        ground={"enum": ["credit", "copy"]},
        shared={**COUNT, "description": "of a copy: runs of eight words that both have"},
    )
    story = _record(
        "articles that tell the same event",
        id=TEXT,
        title=TEXT,
        articles=_list(TEXT),
        witnesses={**_maybe(COUNT), "description": "independent outlets"},
        follows=_list(follow),
    )
    report = _record(
        "What several outlets wrote about the same facts. Later versions of schema 1 may add fields.",
        schema={"const": "claimcheck/1"},
        version=TEXT,
        language=TEXT,
        articles=_list(_articles()),
        stories=_list(story),
        claims=_list(_claims()),
        findings=_list(_findings()),
        matrix=_list(_matrix()),
        problems=_list(problem),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "claimcheck/1", **report, "$defs": {"value": _values()}}
