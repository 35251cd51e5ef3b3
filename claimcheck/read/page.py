"""A web page → its article: trafilatura for the text, metadata beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.agencies import agencies
from claimcheck.read.charset import decode_page
from claimcheck.read.compose import BREAK, BULLET, compose, shows
from claimcheck.read.encoding import clean
from claimcheck.read.language import guess_language, known_language
from claimcheck.read.metadata import page_fields
from claimcheck.read.source import Draft, Parsed

_ASIDE = re.compile(
    r"(?:comments?|commentaires?|disqus|reactions|related|recommend(?:ed|ations?)|read-?(?:more|also|next)|lire-aussi|a-lire-aussi"
    r"|cookies?|consent|didomi|onetrust|axeptio|tarteaucitron|newsletter|sharing|share|social|paywall|outbrain|taboola)(?:[-_]\w+)*\Z",
    re.IGNORECASE,
)
"""Names of classes and ids under which pages keep what is not the article."""
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_BLOCKS = frozenset({"head", "p", "item", "quote", "row", "code", "list", "body", "table"})
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>")
MOST_ASIDE = 0.5
"""Share of a page's paragraphs above which a part is the article, whatever it is called."""
MIN_WORDS = 8
"""Words of the longest paragraph below which a page holds no article: a list of links, a player."""
SURE = 200
"""Letters of an article from which on its words tell its language better than the page's template does."""


def read_page(data: bytes, where: str, *, charset: str | None = None, url: str | None = None) -> Iterator[Parsed]:
    """Read the article of a page; `charset` and `url` are what the server, an archive or a record says. No text is a problem."""
    text, problems = decode_page(data, where, charset=charset)
    yield from problems
    if text is None:
        return
    tree = _tree(text)
    if tree is None:
        yield Problem("no-text", where, "is no page that can be read; save it again from the browser")
        return
    fields = page_fields(tree)
    own, byline, standfirst = fields.pop("text", None), fields.pop("byline", ""), fields.pop("standfirst", None)
    if standfirst and not shows(tree.text_content(), standfirst):
        standfirst = None
    body = _body(tree)
    blocks = list(_blocks(body)) if body is not None else []
    if not any(block.strip() for block in blocks) and own:
        blocks = own.splitlines()
    article = clean(compose(blocks, title=fields.get("title"), standfirst=standfirst))
    if all(len(block.split()) < MIN_WORDS for block in blocks):
        what = "no article text was found in the page (is it a list, a video, or behind a wall?)"
        yield Problem("no-text", where, f"{what}; save the article's own page, or paste its text into a file")
        return
    fields["url"] = fields.get("url") or url
    fields["credits"] = [*fields.get("credits", ()), *agencies(byline)]
    if len(article) >= SURE and known_language(fields.get("language")):
        fields["language"] = guess_language(article)
    yield Draft(article, where, fields)


def _tree(text: str) -> Any:
    """Parse a page; none where nothing of it is markup."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    data = _PROLOGUE.sub("", clean(text).replace("\0", "")).encode()
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _body(tree: Any) -> Any:
    """Give the article's markup as trafilatura finds it, readers' comments, links and banners set aside."""
    from trafilatura import bare_extraction

    whole = sum(len(tag.text_content()) for tag in tree.iter("p")) or 1
    for tag in list(tree.iter()):
        if not isinstance(tag.tag, str) or tag.tag in _KEPT or tag.getparent() is None:
            continue
        names = [*(tag.get("class") or "").split(), tag.get("id") or ""]
        if not any(map(_ASIDE.match, names)) or tag.xpath(".//h1 | .//article"):
            continue
        if sum(len(inner.text_content()) for inner in tag.iter("p")) <= MOST_ASIDE * whole:
            tag.drop_tree()
    found = bare_extraction(
        tree, include_comments=False, include_tables=False, include_links=False, include_images=False, with_metadata=False
    )
    return getattr(found, "body", None)


def _blocks(element: Any) -> Iterator[str]:
    """Yield the paragraphs below an element in order; an element that holds others gives its own words between them."""
    mark = BULLET if element.tag == "item" else ""
    words = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield mark + "".join(words) if "".join(words).strip() else ""
            yield from _blocks(child)
            words = [child.tail or ""]
        else:
            words += [BREAK if child.tag == "lb" else "".join(child.itertext()), child.tail or ""]
    yield mark + "".join(words) if "".join(words).strip() else ""
