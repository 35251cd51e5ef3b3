"""The words that tell names apart, gathered once per language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claimcheck.extract.names.gazetteer import UPPER, Gazetteer, bare_all
from claimcheck.extract.recall import Recall
from claimcheck.extract.values.trie import trie
from claimcheck.model import EntityType
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons, languages, lexicons

_LEAD = re.compile(r"[\w.-]+'?")


class NameWords:
    """Lexicons of one language, and the names of all: a name belongs to no language."""

    def __init__(self, lexicon: Lexicons) -> None:
        table = lexicon.get("names")
        everywhere = [lexicon, *(lexicons(code, lexicon.root) for code in languages(lexicon.root) if code != lexicon.language)]
        everywhere = [one for one in everywhere if (one.root / one.language / "lexicon" / "first_names_m.txt").is_file()]
        self.men = _bare_set(_union(everywhere, "first_names_m"))
        self.women = _bare_set(_union(everywhere, "first_names_f"))
        self.family_first = _bare_set(_union(everywhere, "family_first"))
        self.first_names = self.men | self.women
        self.join = re.compile(rf" (?:{'|'.join(re.escape(bare(str(word))) for word in table['joins'])}) ")
        self.suffixes = _bare_set(table["suffixes"])
        self.gazetteer = Gazetteer(_known(everywhere), self.suffixes)
        self.cautious = Gazetteer(_cautious(everywhere))
        self.behind_article = Gazetteer(_behind_article(everywhere))
        self.not_names = _bare_set(word for word in lexicon.words("not_names") if not word.isupper() or len(word) == 1)
        self.not_acronyms = frozenset(word for word in lexicon.words("not_names") if word.isupper() and len(word) > 1)
        posts = (str(form) for forms in lexicon.get("posts")["concepts"].values() for form in forms)
        self.roles = _bare_set(lexicon.words("roles")) | _bare_set(form for form in posts if " " not in form)
        self.nationalities = _bare_set(_people(lexicon))
        self.role_prefixes = tuple(sorted(_bare_set(table["role_prefixes"])))
        self._is_role = Recall(self._role)
        self.title_openers = _bare_set(table["title_openers"])
        self.place_openers = _bare_set(table["place_openers"])
        self.company_suffixes = _bare_set(table["company_suffixes"])
        self.body_openers = _bare_set(table["body_openers"])
        self.genitives = tuple(table["genitives"])
        self.org_links = _bare_set(table["org_links"])
        self.elisions = _bare_set(table["elisions"])
        self.articles = _bare_set(table["articles"])
        self.particles = _bare_set(word for word in table["particles"] if not word.endswith("-"))
        self.capital_particles = _bare_set(table["capital_particles"])
        self.men_titles = _bare_set(table["titles"]["m"])
        self.women_titles = _bare_set(table["titles"]["f"])
        self.titles = self.men_titles | self.women_titles
        self.org_heads = _bare_set(table["org_heads"])
        self.org_heads_lower = _bare_set(table["org_heads_lower"])
        self.heads_without_names = _bare_set(table["heads_without_names"])
        self.org_qualifiers = _bare_set(table["org_qualifiers"])
        bodies = "|".join(sorted(_bare_set(table["org_by_nationality"])))
        self.national_body = re.compile(rf"\b({bodies}) ([\w-]+)") if bodies else None
        self.place_patterns = tuple(re.compile(rf"\b{pattern}") for pattern in table["place_patterns"])
        self.road = re.compile(table["road"])
        self.event_openings = tuple(sorted(_bare_set(word for word in table["event_heads"] if " " in word)))
        self.event_heads_alone = _bare_set(table["event_heads_alone"])
        self.event_heads = _bare_set(table["event_heads"])
        self.people_endings = tuple(_bare_set(table["people_endings"]))
        self.outlet_cues = _bare_set(table["outlet_cues"])
        self.any_org_heads = frozenset().union(*(_bare_set(one.get("names")["org_heads"]) for one in everywhere))
        self.foreign_heads = self.any_org_heads - self.org_heads
        self.org_before = _bare_set(table["org_before"])
        self.outlet_before = _bare_set(table["outlet_before"])
        self.place_heads = _bare_set(table["place_heads"])
        self.place_tails = _bare_set(table.get("place_tails", ()))
        self.place_before = _bare_set(table["place_before"])
        self.place_before_article = _bare_set(table["place_before_article"])
        self.adjective_endings = tuple(_bare_set(table["adjective_endings"]))
        self.verbs_like_adjectives = _bare_set(table["verbs_like_adjectives"])
        self.field_heads = _bare_set(table["field_heads"])
        self.portfolios = Gazetteer((name, "organisation") for name in table["portfolios"])
        self.platforms = _bare_set(table["platforms"])
        self.platform_before = _bare_set(table["platform_before"])
        self.capital_article: EntityType = table["capital_article"]
        self.adjectives_apart = _bare_set(table["adjectives_apart"])
        self.groups_before = _bare_set(table["groups_before"])
        self.connectors = _bare_set(table["connectors"])
        self.name_connectors = _bare_set(table["name_connectors"])
        self.place_links = _bare_set(table["place_links"])
        links = sorted((re.escape(bare(str(word))) for word in table["complement_links"]), key=len, reverse=True)
        self.complement = re.compile(rf" ((?:(?:{'|'.join(links)})(?:(?<=') ?| ))?)([\w-]+(?:'(?=\w{{3}}))?)")
        self.head_links = _bare_set(table["head_links"])
        self.street_heads = _bare_set(table["street_heads"])
        self.titles_of_names = self.titles - _bare_set(table["office"])
        self.things_before = _bare_set(table["things_before"])
        self.person_cues = _bare_set(table["person_cues"])
        self.org_owned = _bare_set(table["org_owned"])
        self.org_leads = frozenset(" ".join(_LEAD.findall(bare(str(lead)))) for lead in table["org_leads"])
        self.org_after = _possessing(table["org_verbs"], self.genitives, table["org_belongings"])
        self.org_deeds = phrases(table["org_deeds"])
        self.org_objects = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(re.escape(bare(word)) for word in table['org_objects']))})(?!\w)|%")
        self.org_apposition = _apposition(table["org_apposition"])
        self.body_tails = _bare_set(table["body_tails"]) | self.company_suffixes
        self.body_fronts = _bare_set(table["body_fronts"])
        self.place_owned = _bare_set(table["place_owned"])
        self.place_after = phrases(table["place_after"])
        self.place_nouns = _bare_set(table["place_nouns"])
        self.small_words = frozenset(word.removesuffix("'") for link in table["connectors"] for word in bare(str(link)).split())
        self.company_heads = _bare_set(table["company_heads"])
        self.company_tails = frozenset().union(*(_bare_set(one.get("names")["company_tails"]) for one in everywhere))
        self.by_words = _bare_set(table["by_words"])
        self.org_owned_by = _bare_set(table["org_owned_by"])
        self.says_before = frozenset(" ".join(_LEAD.findall(bare(str(says)))) for says in table["says_before"])
        self.century = re.compile(rf"[IVXLC]+(?:{'|'.join(table['ordinal_endings'])})")
        self.of_words = _bare_set(table["of_words"])
        self.buyers = _bare_set(table["buyers"])
        self.name_tails = _bare_set(table["name_tails"])
        self.participle = _participle(table["participle_endings"], links)
        self.code_names = _bare_set(table["code_names"])
        self.person_after = phrases(table["person_after"])
        self.age_after = re.compile(table["age_after"])
        prefixes = "|".join(re.escape(word) for word in table["particles"] if word.endswith("-"))
        self.token = _token(prefixes)
        between = sorted((bare(word) for word in table["particles"] if not word.endswith("-")), key=len, reverse=True)
        self.particle_gap = re.compile(rf" (?:{'|'.join(re.escape(word) for word in between)})(?: |(?<='))(?:(?:{prefixes})?)")

    def is_role(self, word: str) -> bool:
        """Whether a bare word means somebody by what they do, whatever stands before it ("ex-")."""
        return self._is_role[word]

    def _role(self, word: str) -> bool:
        return word in self.roles or any(word.startswith(prefix) and word[len(prefix) :] in self.roles for prefix in self.role_prefixes)

    def is_adjective(self, word: str) -> bool:
        """Whether a bare word is built like an adjective of relation ("nationale", "iranien")."""
        if word in self.nationalities or word in self.adjectives_apart:
            return True
        return len(word) > 4 and word.endswith(self.adjective_endings) and word not in self.verbs_like_adjectives


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Compile a match, at the start of what follows, for any of some phrases."""
    return re.compile(rf",? (?:{trie(map(bare, words), space=' ')})(?!\w)")


def _participle(endings: Iterable[str], links: Iterable[str]) -> re.Pattern[str] | None:
    """Compile a match, in folded text, for a participle that leads on to a name: "Réseau ferré du …"."""
    alternatives = "|".join(endings)
    return re.compile(rf" \w+(?:{alternatives})(?= (?:{'|'.join(links)})(?:(?<=')| )\w)") if alternatives else None


def _possessing(verbs: Iterable[str], genitives: Iterable[str], belongings: Iterable[str]) -> re.Pattern[str]:
    """Compile a match for what a body does, or has: " employs", "'s headquarters", " shares"."""
    does, marks, has = ([bare(str(word)) for word in some] for some in (verbs, genitives, belongings))
    possessed = rf"|(?:{trie(marks, space=' ')})? (?:{trie(has, space=' ')})(?!\w)" if has else ""
    return re.compile(rf",? (?:{trie(does, space=' ')})(?!\w){possessed}")


def _apposition(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile a match for the noun of a body behind a comma: ", filiale de …", ", the French lender"."""
    before, nouns = (trie((bare(str(word)) for word in table[part]), space=" ") for part in ("before", "nouns"))
    return re.compile(rf" ?[,(] ?(?:(?:{before}) ?)?(?:[\w-]+ )?(?:{nouns})(?![\w'])")


def _token(prefixes: str) -> re.Pattern[str]:
    initial = rf"[{UPPER}]\.(?:[ \u00a0]?-?[{UPPER}]\.)*(?!\w)"
    inner = r"(?:[-\u2010\u2011&](?=\w)|\.(?=[a-z]{2,3}\b)|['\u2019](?!s\b)(?=\w))\w+"
    return re.compile(rf"(?<!\w)(?:{initial}|(?:(?:{prefixes})(?=[{UPPER}]))?(?:[a-z]{{1,2}}(?=[{UPPER}]))?[{UPPER}]\w*(?:{inner})*)")


def _union(everywhere: Iterable[Lexicons], name: str) -> Iterator[str]:
    for one in everywhere:
        yield from one.words(name)


def _bare_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(bare_all(words)) - {""}


def _known(everywhere: Iterable[Lexicons]) -> Iterator[tuple[str, EntityType]]:
    for one in everywhere:
        outlets = one.get("outlets")
        for name in outlets["agencies"]:
            yield str(name), "agency"
        for name in outlets["outlets"]:
            yield str(name), "outlet"
        for name in sorted(one.words("organisations")):
            yield name, "organisation"
        for name in sorted(one.words("products")):
            yield name, "product"
        for country in one.get("countries").values():
            for name in country["names"]:
                yield name, "place"
        for name in sorted(one.words("places")):
            yield name, "place"
        for word in _people(one):
            if " " in word:
                yield word.capitalize(), "group"


def _cautious(everywhere: Iterable[Lexicons]) -> Iterator[tuple[str, EntityType]]:
    """Give outlets whose names are words of every day."""
    for one in everywhere:
        for name in one.get("outlets")["cautious"]:
            yield str(name), "outlet"


def _behind_article(everywhere: Iterable[Lexicons]) -> Iterator[tuple[str, EntityType]]:
    """Give what is left of an outlet's name once its article has melted into the sentence ("du Monde", "the Guardian")."""
    for one in everywhere:
        articles = tuple(f"{bare(word)} " for word in one.get("names")["articles"] if word.isalpha())
        for name in one.get("outlets")["outlets"]:
            plain = bare(str(name))
            article = next((word for word in articles if plain.startswith(word)), "")
            if article:
                yield str(name)[len(article) :], "outlet"


def _people(one: Lexicons) -> Iterator[str]:
    """Give inhabitants and adjectives of nationality."""
    for country in one.get("countries").values():
        yield from (str(word) for word in country.get("people", ()))
    yield from sorted(one.words("peoples"))


@cache
def name_words(lexicon: Lexicons) -> NameWords:
    """Give the name words of a language, built once and shared by the readers."""
    return NameWords(lexicon)
