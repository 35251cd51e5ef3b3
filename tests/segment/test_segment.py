"""What a text is cut into, and what is set aside."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Article, Document
from claimcheck.segment import segment
from claimcheck.segment.sentences import MAX_SENTENCE, splitter

SPECS = Path(__file__).parent / "specs"
SHARED = Path(__file__).resolve().parents[3] / "shared"
SENTENCES = [
    pytest.param(path.suffixes[0][1:], case["cut"], id=f"{path.suffixes[0][1:]}: {case['why']}")
    for path in sorted(SPECS.glob("sentences.*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
PAGES = [pytest.param(case, id=case["why"]) for case in yaml.safe_load((SPECS / "lines.yaml").read_text(encoding="utf-8"))]


def cut(text: str, language: str = "fr") -> Document:
    (document,), problems = segment([Article(id="a", outlet="o", text=text, language=language)])
    assert not [problem for problem in problems if problem.code != "no-prose"]
    return document


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences(language: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    document = cut(marked.replace("|", ""), language)
    assert [document.article.text[s.start : s.end] for s in document.sentences] == expected


@pytest.mark.parametrize("case", PAGES)
def test_lines(case: dict) -> None:
    """Every line is what the spec says: a kind of sentence, or the reason for which it is set aside."""
    rows = [next(iter(row.items())) for row in case["lines"]]
    text = "\n".join(line for _, line in rows)
    document = cut(text, case["language"])
    got: list[tuple[str, str]] = []
    at = 0
    for expected, line in rows:
        start, end = at, at + len(line)
        at = end + 1
        kinds = {s.kind for s in document.sentences if s.start < end and start < s.end}
        reasons = {s.reason for s in document.skipped if s.start < end and start < s.end}
        found = kinds | reasons
        if expected in ("more", "gap"):
            assert not reasons
            continue
        got.append(("/".join(sorted(found)), line))
    assert got == [row for row in rows if row[0] not in ("more", "gap")]


def test_title_is_the_first_heading() -> None:
    document = cut("Aller au contenu\n\nLe pont rouvre\n\nLe pont a rouvert lundi devant 300 personnes, selon la mairie de la ville.")
    assert document.article.title == "Le pont rouvre"
    assert cut("Le pont a rouvert lundi.\n\nIl pleuvait.").article.title is None


def test_markdown_heading_starts_behind_its_marks() -> None:
    document = cut("# Le pont rouvre\n\nLe pont a rouvert lundi.\n\n## La suite ?\n\nRien.")
    first = document.sentences[0]
    assert (first.kind, document.article.text[first.start : first.end]) == ("heading", "Le pont rouvre")


def test_a_page_without_prose_is_a_warning() -> None:
    (document,), (problem,) = segment([Article(id="a", outlet="o", text="Passer au contenu\nMenu\nNewsletter")])
    assert not document.sentences
    assert (problem.code, problem.level) == ("no-prose", "warning")


@pytest.mark.parametrize("path", sorted(SHARED.glob("stories/*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_of_clean_prose_is_set_aside(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not cut(text, "fr" if " le " in text else "en").skipped


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seeds are not here")
def test_seeds_lose_their_page_and_nothing_else() -> None:
    """The five pages carry menus, comments, promotion and bylines; what is left is their article."""
    reasons: dict[str, set[str]] = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        document = cut(path.read_text(encoding="utf-8"))
        reasons[path.name[:3]] = {passage.reason for passage in document.skipped}
        aside = sum(passage.end - passage.start for passage in document.skipped)
        assert aside < (1700 if path.name.startswith("003") else 120)
        assert all(s.end - s.start > 3 for s in document.sentences)
    assert reasons["001"] == {"menu", "promotion"}
    assert reasons["003"] == {"comment", "related", "promotion"}
    assert reasons["004"] == {"byline", "menu"}


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("aLe. \n\r\t!?…»«“”\"'()[]#•–-0123456789:;,é\u2028\u00a0🔴"), max_size=300) | st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Sentences and passages are sorted, apart from each other, and hold all letters of the text."""
    document = cut(text)
    spans = sorted([(s.start, s.end) for s in document.sentences] + [(p.start, p.end) for p in document.skipped])
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [s.start for s in document.sentences] == sorted(s.start for s in document.sentences)
    left = list(text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    lost = "".join(left).split()
    assert all(len(word.strip(".)")) <= 2 or not any(c.isalpha() for c in word) for word in lost)


HOSTILE = {
    "one long word": "a" * 1_000_000,
    "stops": ". " * 300_000,
    "one run of stops": "." * 300_000,
    "open quotations": "« a. B " * 100_000,
    "brackets": "(a. B) " * 100_000,
    "nested": "(" * 300_000,
    "short lines": "a\n" * 100_000,
    "comment headers": "12 commentaires\n" * 30_000,
    "related": "Lire aussi\n" * 30_000,
    "digits": "1" * 200_000,
    "capitals": "A. B. C. " * 100_000,
    "dashes": "– – – " * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    cut(text)
    assert time.process_time() - start < 6


@pytest.mark.parametrize("piece", ["cent ", "10-", "(", "mardi 3 mars "])
def test_a_sentence_without_end_comes_in_pieces(piece: str) -> None:
    """Every letter is kept, and no piece is long, so that what looks at a whole sentence stays linear."""
    text = piece * 2000
    pieces = list(splitter("fr").split(text, 0, len(text)))
    assert "".join(text[low:high] for low, high in pieces) == text
    assert max(high - low for low, high in pieces) <= MAX_SENTENCE
