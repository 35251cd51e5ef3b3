"""Independent witnesses, and who follows whom."""

from __future__ import annotations

from datetime import date

from claimcheck.judge.witnesses import Witnesses, copies, shingles
from claimcheck.model import Article, Credit, Document, Follow, Layers, Sentence, Span
from tests.judge.build import claims_of

PASSAGE = "le conseil a voté mardi soir la fermeture de la vieille ligne de tramway qui longe le port depuis un siècle"
OTHER = "des dizaines d'habitants ont suivi la séance debout dans les couloirs de l'hôtel de ville jusque tard dans la nuit"


def document(name: str, text: str, *, day: int = 1, outlet: str = "", thanks: tuple[str, ...] = ()) -> Document:
    article = Article(name, outlet or name.upper(), text, published=date(2025, 3, day), credits=thanks)
    return Document(article, (Sentence(0, len(text), "sentence", 0),))


def test_copied_passages_make_one_witness() -> None:
    """Two outlets with one passage are one witness, a third is another."""
    documents = [document("a", PASSAGE + "."), document("b", "Hier, " + PASSAGE + ", dit-on.", day=2), document("c", OTHER)]
    witnesses = Witnesses(documents)
    claims = claims_of([["a", "1 km"], ["b", "1 km"], ["c", "1 km"]])
    assert witnesses.count(claims) == 2
    assert set(copies(documents)) == {("a", "b")}


def test_a_quotation_that_everybody_quotes_does_not_count() -> None:
    """Words between quotation marks are nobody's copy."""
    documents = [document("a", f"Elle a dit : « {PASSAGE} »."), document("b", f"« {PASSAGE} », selon elle.")]
    assert copies(documents) == {}
    assert shingles(documents[0]) == set()


def test_layers_tell_quotations_too() -> None:
    """A shingle never runs across a quotation."""
    text = "un deux trois quatre « cinq » six sept huit neuf dix onze"
    assert shingles(document("a", text)) == set()
    assert len(shingles(document("a", text.replace("«", "").replace("»", "")))) == 4


def test_one_upstream_makes_one_witness() -> None:
    """Claims that credit one agency, and the agency itself, are one witness."""
    documents = [document("a", ""), document("b", ""), document("c", "", outlet="Agence Alpha"), document("d", "")]
    rows = [["a", "1 km", {"upstream": "agence alpha"}], ["b", "1 km", {"upstream": "Agence Alpha"}], ["c", "1 km"], ["d", "1 km"]]
    assert Witnesses(documents).count(claims_of(rows)) == 2


def test_an_article_s_credit_counts_for_its_claims() -> None:
    """Words such as "with the agency" beside the text ties every claim of it."""
    documents = [document("a", "", thanks=("AFP",)), document("b", "", thanks=("AFP",)), document("c", "")]
    assert Witnesses(documents).count(claims_of([["a", "1 km"], ["b", "1 km"], ["c", "1 km"]])) == 2


def test_two_articles_of_one_outlet_are_one_witness() -> None:
    """An outlet does not confirm itself."""
    documents = [document("a", "", outlet="Le Port"), document("b", "", outlet="Le Port")]
    assert Witnesses(documents).count(claims_of([["a", "1 km"], ["b", "1 km"]])) == 1


def test_who_follows_whom() -> None:
    """The later article follows the earlier, and whoever is credited."""
    documents = [document("late", PASSAGE, day=3), document("early", PASSAGE, day=2), document("c", "Texte.", outlet="Le Port")]
    layers = [Layers(documents[2], credits=(Credit(0, 3, "upstream", "LATE", ()), Credit(0, 3, "party", "police", ())))]
    found = Witnesses(documents, layers).follows(("c", "early", "late"))
    assert found == (Follow("c", "late", "credit"), Follow("late", "early", "copy", 14))


def test_a_story_has_its_own_followers() -> None:
    """A copy of another story's article, a party and an outlet's own name are left out; an absent outlet is named as written."""
    documents = [document("a", PASSAGE), document("b", PASSAGE, day=2), document("c", "Texte.", thanks=("Agence Alpha",))]
    layers = [Layers(documents[2], credits=(Credit(0, 3, "upstream", "C", ()), Credit(0, 3, "party", "police", ())))]
    assert Witnesses(documents, layers).follows(("b", "c")) == (Follow("c", "Agence Alpha", "credit"),)


def test_one_outlet_does_not_follow_itself() -> None:
    """Two articles of one outlet that share their words say nothing of who follows whom."""
    documents = [document("a", PASSAGE, outlet="Le Port"), document("b", PASSAGE, outlet="Le Port", day=2)]
    assert Witnesses(documents).follows(("a", "b")) == ()


def test_an_article_is_sourced_where_it_credits_the_source_anywhere_or_anybody_as_a_whole() -> None:
    """A press report is sourced by its own outlet, by a credit of any sentence, or by an agency beside the text."""
    documents = [document(name, "Texte.", outlet=outlet) for name, outlet in (("a", "La Vigie"), ("b", "Le Port"), ("c", "Le Quai"))]
    documents.append(document("d", "Texte.", thanks=("AFP",)))
    layers = [
        Layers(found, credits=(Credit(0, 3, "upstream", "La Vigie", (Span(0, 1),)),) if number == 1 else ())
        for number, found in enumerate(documents)
    ]
    witnesses = Witnesses(documents, layers)
    assert [witnesses.sourced(name, {"la vigie"}) for name in "abcd"] == [True, True, False, True]
    assert [witnesses.sourced(name, {"@nadia ferrer"}) for name in "abcd"] == [False, False, False, True]


def test_nothing_is_quadratic() -> None:
    """Many copies of one long passage are linked to the first holder only."""
    documents = [document(f"a{number:03}", f"{PASSAGE} {OTHER} " * 5) for number in range(60)]
    assert len(copies(documents)) == 59
