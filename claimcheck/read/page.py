"""A web page → its article: trafilatura for the text, metadata beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.agencies import agencies
from claimcheck.read.charset import decode_page
from claimcheck.read.compose import compose, shows
from claimcheck.read.encoding import clean
from claimcheck.read.language import guess_language, known_language
from claimcheck.read.markup import paragraphs
from claimcheck.read.metadata import page_fields
from claimcheck.read.source import Draft, Parsed

_ASIDE = re.compile(
    r"(?:comments?|commentaires?|disqus|reactions|related|recommend(?:ed|ations?)|read-?(?:more|also|next)|lire-aussi|a-lire-aussi"
    r"|cookies?|consent|didomi|onetrust|axeptio|tarteaucitron|newsletter|sharing|share|social|paywall|outbrain|taboola)(?:[-_]\w+)*\Z",
    re.IGNORECASE,
)
"""Names of classes and ids under which pages keep what is not the article."""
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>")
_PICTURE = re.compile(r"data:[\w/+;=.-]{1,80},[\w+/=%.-]{1000,}")
_SCRIPT = re.compile(r"<(?P<end>/?)script\b(?P<kind>[^>]{0,200})", re.IGNORECASE)
HEAVY = 1_000_000
"""Characters from which on a page is made lighter before it is parsed."""
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
    blocks = list(paragraphs(body)) if body is not None else []
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
    data = _light(_PROLOGUE.sub("", clean(text).replace("\0", ""))).encode()
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _light(text: str) -> str:
    """Take pictures and scripts written into a large page out of it: the parser gives up on pieces of 10 MB."""
    if len(text) < HEAVY:
        return text
    text = _PICTURE.sub("data:,", text)
    kept: list[str] = []
    at, opened = 0, None
    for tag in _SCRIPT.finditer(text):
        if opened is None and not tag["end"] and "ld+json" not in tag["kind"]:
            opened = tag.start()
        elif opened is not None and tag["end"]:
            kept.append(text[at:opened])
            at, opened = tag.start(), None
    return "".join((*kept, text[at:]))


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
