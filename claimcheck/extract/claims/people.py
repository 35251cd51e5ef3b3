"""Names, posts and holders → claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene, is_count
from claimcheck.extract.claims.subjects import Subject
from claimcheck.model import EntityMention, Names, Post, Quantity, Role, Span

LIST_GAP = 3
"""Words between two names of one list: a comma, "et", an opening bracket."""
COUNT_GAP = 4
"""Words between "cinq responsables principaux" and the list that spells them out."""
BESIDE = range(1, 6)
"""Characters between a post and its holder: a space, a comma, an article."""
LEADERS = "leads-now"
MIN_LIST = 2
"""Names that make a list."""
LISTED = (frozenset({"organisation", "outlet"}), frozenset({"place"}))
MIN_NAME = 2
"""Words of a full name: a surname alone is not held against another spelling."""


def read_names(desk: Desk) -> Iterator[Draft]:
    """Give one claim for each full name of a person: how this article writes it."""
    seen: set[str] = set()
    for scene in desk.stage.scenes:
        for mention in scene.names:
            if mention.type != "person" or mention.form != "name" or mention.entity in seen:
                continue
            written = scene.text(mention.start, mention.end)
            if len(written.split()) < MIN_NAME and written != desk.name(mention.entity):
                continue
            if len(desk.name(mention.entity).split()) < MIN_NAME:
                continue
            seen.add(mention.entity)
            yield Draft(
                type="name",
                subject=desk.name(mention.entity),
                attribute="name",
                start=mention.start,
                end=mention.end,
                sentence=scene.sentence.span,
                value=Names((desk.name(mention.entity),)),
                rule="name",
                derivation=(f"name ← person {written!r}",),
            )


def read_posts(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each post with a holder, and for each exclusive post another: who holds it."""
    for post in scene.posts:
        holder = _entity_at(scene, post.person)
        organisation = _entity_at(scene, post.organisation)
        where = desk.name(organisation.entity) if organisation else _text(scene, post.organisation) or _implied(desk, post)
        sole = post.exclusive or (post.concept in desk.vocabulary.sole_posts and where is not None and post.scope is None)
        value = Role(post.concept, where, post.status, sole, post.scope)
        step = f"post ← {scene.text(post.start, post.end)!r} · {desk.vocabulary.language}/lexicon/posts"
        name = desk.name(holder.entity) if holder else _text(scene, post.person)
        yield Draft("role", name or "", "post", post.start, post.end, scene.sentence.span, value, "post", derivation=(step,))
        if post.exclusive and post.status == "current" and where and name and holder and holder.type == "person":
            start, end = min(post.start, holder.start), max(post.end, holder.end)
            slot = {"post": post.concept}
            yield Draft("name", where, "holder", start, end, scene.sentence.span, Names((name,)), "holder", slot, derivation=(step,))


def _implied(desk: Desk, post: Post) -> str | None:
    """Name the company that "CEO X" is of, where the article is clearly about one and names no other such boss."""
    if not _is_bare_boss(desk, post) or post.person is None:
        return None
    if post.person.start - post.end not in BESIDE and post.start - post.person.end not in BESIDE:
        return None
    bosses = {
        mention.entity
        for scene in desk.stage.scenes
        for other in scene.posts
        if other.concept == post.concept and _is_bare_boss(desk, other) and (mention := _entity_at(scene, other.person))
    }
    company = desk.subjects.sole("organisation")
    return desk.name(company) if company is not None and len(bosses) == 1 else None


def _is_bare_boss(desk: Desk, post: Post) -> bool:
    """Whether somebody is said to lead a company that the sentence does not name."""
    bare = post.organisation is None and post.scope is None and post.person is not None
    return bare and post.status == "current" and post.concept in desk.vocabulary.company_posts


def read_leaders(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give the claims on who leads what: one name, or a list with its count."""
    hits = [hit for hit in scene.found.triggers if hit.key.name == LEADERS]
    if not hits:
        return
    ruler = desk.ruler(scene)
    gap = desk.vocabulary.rules[LEADERS].gap
    for names, span, count, is_open in name_lists(scene):
        place = scene.tokens_of(span.start, span.end)
        near = [
            (ruler.apart((hit.first, hit.last), place), hit)
            for hit in hits
            if (hit.first < place[0] if hit.key.side == "before" else hit.last > place[0])
        ]
        if not near or (best := min(near, key=lambda pair: pair[0]))[0] > gap:
            continue
        hit = best[1]
        start = min(span.start, scene.starts[hit.first])
        end = max(span.end, scene.ends[hit.last - 1])
        subject = _led(desk, scene, ruler, (min(place[0], hit.first), max(place[1], hit.last)))
        members = tuple(desk.name(name.entity) for name in names)
        words = scene.text(scene.starts[hit.first], scene.ends[hit.last - 1])
        yield Draft(
            type="role",
            subject=subject.name,
            attribute=LEADERS,
            start=start,
            end=end,
            sentence=scene.sentence.span,
            value=Names(members, count, is_open),
            rule=LEADERS,
            confidence=subject.confidence,
            derivation=(f"{LEADERS} ← {words!r}",),
        )
        return  # "supervised by A, under B": whoever comes next stands above A


def _led(desk: Desk, scene: Scene, ruler: Ruler, place: tuple[int, int]) -> Subject:
    return desk.subjects.find(scene, ruler, place, "organisation")


def name_lists(scene: Scene) -> Iterator[tuple[list[EntityMention], Span, int | None, bool]]:
    """Give the lists of people of a sentence: members, span with the count before it, count, whether it is open."""
    people = [name for name in scene.names if name.type == "person" and name.form == "name"]
    i = 0
    while i < len(people):
        members = [people[i]]
        while i + 1 < len(people) and _gap(scene, people[i], people[i + 1]) <= LIST_GAP:
            i += 1
            members.append(people[i])
        i += 1
        first = scene.tokens_of(members[0].start, members[0].end)[0]
        count, start = None, members[0].start
        at = bisect_left(scene.mentions, start, key=lambda mention: mention.start)
        for mention in scene.mentions[max(0, at - COUNT_GAP - 1) : at]:
            last = scene.tokens_of(mention.start, mention.end)[1]
            if (
                is_count(mention)
                and isinstance(mention.value, Quantity)
                and 0 <= first - last <= COUNT_GAP
                and mention.value.low is not None
            ):
                count, start = int(mention.value.low), mention.start
        is_open = any(0 <= first - hit.last <= 1 for role in ("example", "part") for hit in scene.clause(role))
        yield members, Span(start, members[-1].end), count, is_open


def _gap(scene: Scene, left: EntityMention, right: EntityMention) -> int:
    return scene.tokens_of(right.start, right.end)[0] - scene.tokens_of(left.start, left.end)[1]


def _in_row(scene: Scene, left: EntityMention, right: EntityMention) -> bool:
    """Whether two names are members of one list; what stands in brackets explains the name before it: "Orly (Val-de-Marne)"."""
    between = scene.words[scene.tokens_of(left.start, left.end)[1] : scene.tokens_of(right.start, right.end)[0]]
    return len(between) < LIST_GAP and "(" not in between


def _entity_at(scene: Scene, span: Span | None) -> EntityMention | None:
    if span is None:
        return None
    return next((name for name in scene.names if name.span.overlaps(span)), None)


def _text(scene: Scene, span: Span | None) -> str | None:
    return scene.text(*span) if span else None


def read_lists(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each list of organisations or places: who else is in it is left open."""
    for kinds in LISTED:
        names = [name for name in scene.names if name.type in kinds and name.form == "name"]
        i = 0
        while i < len(names):
            members = [names[i]]
            while i + 1 < len(names) and _in_row(scene, names[i], names[i + 1]):
                i += 1
                members.append(names[i])
            i += 1
            named = tuple(dict.fromkeys(desk.name(member.entity) for member in members))
            if len(named) < MIN_LIST:
                continue  # a name and its letters in brackets are one
            place = scene.tokens_of(members[0].start, members[-1].end)
            event = desk.nearest_event(scene, place)
            yield Draft(
                type="name",
                subject="",
                attribute="listed",
                start=members[0].start,
                end=members[-1].end,
                sentence=scene.sentence.span,
                value=Names(named, open=True),
                rule="listed",
                slot={"event": event} if event else {},
                confidence=0.6,
                derivation=(f"listed ← {len(named)} names in a row",),
            )
