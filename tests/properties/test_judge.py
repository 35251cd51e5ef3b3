"""Laws of the judge, on any values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.judge import judge
from claimcheck.judge.comparators import compare
from claimcheck.judge.outcome import Ground
from claimcheck.model import Attribution, Claim, DateValue, Fact, Names, Quantity, Role
from claimcheck.ruleset import lexicons
from claimcheck.wording import describe
from tests.judge.build import claims_of, documents_of, rules, topic_of

numbers = st.one_of(st.integers(0, 10**7), st.decimals(0, 10**4, places=1, allow_nan=False)).map(Decimal)
units = st.sampled_from([None, "person", "%", "USD", "EUR", "INR", "km", "mi", "day", "month", "year", "ha"])
periods = st.sampled_from([None, None, "year", "month", "head"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(numbers), draw(numbers)))
    ends = draw(st.sampled_from(["point", "both", "low", "high"]))
    return Quantity(
        low=None if ends == "high" else low,
        high=None if ends == "low" else low if ends == "point" else high,
        low_open=ends in {"both", "low"} and draw(st.booleans()),
        high_open=ends in {"both", "high"} and draw(st.booleans()),
        unit=draw(units),
        per=draw(periods),
        over=draw(st.sampled_from([None, None, Quantity(Decimal(4), Decimal(4), unit="year")])),
        approximate=draw(st.booleans()),
        precision=draw(st.sampled_from([None, Decimal(1), Decimal("0.1"), Decimal(1000)])),
    )


moments = st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2030-01-01"))
grains = st.sampled_from(["minute", "hour", "daypart", "day", "part-month", "month", "season", "year", "range"])


@st.composite
def dates(draw: st.DrawFn) -> DateValue:
    start, length = draw(moments), draw(st.integers(1, 600))
    ends = draw(st.sampled_from(["both", "both", "start", "end", "none"]))
    return DateValue(
        start if ends in {"both", "start"} else None,
        start + timedelta(hours=length) if ends in {"both", "end"} else None,
        draw(grains),
        draw(st.booleans()),
        draw(st.sampled_from([None, "GMT", "heure de Paris"])),
        draw(st.sampled_from([None, "le même jour"])),
        draw(st.booleans()),
    )


words = st.sampled_from(["Ana", "Anna", "Ribeiro", "Ribeira", "Luc", "Morel", "OMS", "Norvik", "É", ""])
names = st.lists(words, max_size=3).map(" ".join)
posts = st.builds(
    Role,
    st.sampled_from(["chief-executive", "head", "deputy-head"]),
    st.none() | names,
    st.sampled_from(["current", "former", "future", "acting"]),
    st.booleans(),
    st.none() | words,
)
lists = st.builds(Names, st.lists(names, max_size=4).map(tuple), st.none() | st.integers(0, 6), st.booleans())
facts = st.builds(Fact, st.sampled_from(["signed", "resigned"]), st.booleans())
values = st.one_of(quantities(), dates(), posts, lists, facts)
alike = st.one_of(*(st.tuples(kind, kind) for kind in (quantities(), dates(), posts, lists, facts)), st.tuples(values, values))
grounds = st.builds(Ground, exclusive=st.booleans(), when=st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)))


@given(alike, grounds)
@settings(max_examples=400, deadline=None)
def test_mirror(pair: tuple[object, object], ground: Ground) -> None:
    """Judging (a, b) mirrors judging (b, a)."""
    a, b = pair
    one, other = compare(a, b, ground), compare(b, a, ground)  # type: ignore[arg-type]
    assert (one.verdict, one.level, one.reason) == (other.verdict, other.level, other.reason)


@given(values, grounds)
@settings(max_examples=200, deadline=None)
def test_nothing_contradicts_itself(value: object, ground: Ground) -> None:
    """A value agrees with itself, or cannot be compared."""
    outcome = compare(value, value, ground)  # type: ignore[arg-type]
    assert outcome.verdict in {"agree", "compatible", "not_comparable"}


@given(alike, grounds, st.sampled_from([2, 5, 50]))
@settings(max_examples=400, deadline=None)
def test_a_wider_tolerance_never_makes_a_contradiction(pair: tuple[object, object], ground: Ground, wider: int) -> None:
    """What was no contradiction stays none when more tolerance is granted."""
    a, b = pair
    if compare(a, b, ground).verdict != "contradiction":  # type: ignore[arg-type]
        assert compare(a, b, replace(ground, tolerance=Decimal(wider))).verdict != "contradiction"  # type: ignore[arg-type]


@given(quantities(), quantities(), grounds, numbers)
@settings(max_examples=300, deadline=None)
def test_a_wider_interval_never_makes_a_contradiction(a: Quantity, b: Quantity, ground: Ground, more: Decimal) -> None:
    """Moving the ends of a range apart cannot exclude what it admitted."""
    a = replace(a, approximate=False)
    if a.low is None or a.high is None or a.low == a.high or a.high_open or compare(a, b, ground).verdict == "contradiction":
        return
    wider = replace(a, low=a.low - min(more, a.low / 2), high=a.high + more)
    assert compare(wider, b, ground).verdict != "contradiction"


@given(values)
@settings(max_examples=300, deadline=None)
def test_every_value_has_a_label(value: object) -> None:
    """Any value can be worded in both languages."""
    for language in ("fr", "en"):
        assert "{" not in describe(value, lexicons(language))  # type: ignore[arg-type]


@st.composite
def topics(draw: st.DrawFn) -> tuple[Claim, ...]:
    size = draw(st.integers(2, 6))
    kind = draw(st.sampled_from([quantities(), dates(), lists]))
    rows = [[draw(st.sampled_from("abcd")), "1 km"] for _ in range(size)]
    return tuple(
        replace(
            claim,
            value=draw(kind),
            modality=draw(st.sampled_from(["asserted", "asserted", "hedged", "planned", "denied", "withdrawn"])),
            attribution=Attribution(
                draw(st.sampled_from([None, "prefecture", "organisers", "sources"])), draw(st.sampled_from([None, "AFP"]))
            ),
            asof=draw(st.sampled_from([None, date(2025, 3, 9), datetime.fromisoformat("2025-03-10T15:00")])),
        )
        for claim in claims_of(rows)
    )


@given(topics(), st.booleans(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_order_changes_nothing(claims: tuple[Claim, ...], evolves: bool, random: object) -> None:
    """Claims, articles and topics in any order give the same findings."""
    documents, ruleset = documents_of(claims), rules(evolves=evolves)
    shuffled, turned = list(claims), list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(turned)  # type: ignore[attr-defined]
    first = [topic_of(claims), replace(topic_of(claims), subject="Other")]
    second = [replace(topic_of(shuffled), subject="Other"), topic_of(shuffled)]
    assert judge(first, documents=documents, ruleset=ruleset, language="fr") == judge(
        second, documents=turned, ruleset=ruleset, language="fr"
    )


@given(topics())
@settings(max_examples=100, deadline=None)
def test_every_pair_across_articles_is_judged_once(claims: tuple[Claim, ...]) -> None:
    """The finding holds every cross-article pair, and only those."""
    findings, problems = judge([topic_of(claims)], documents=documents_of(claims), ruleset=rules(), language="en")
    assert problems == ()
    wanted = {frozenset((a.id, b.id)) for a in claims for b in claims if a.article != b.article}
    pairs = [frozenset((pair.a, pair.b)) for finding in findings if not finding.internal for pair in finding.pairs]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == wanted
    held = [claim for finding in findings if not finding.internal for position in finding.positions for claim in position.claims]
    assert sorted(held) == sorted(claim.id for claim in claims) if wanted else not held
