"""Markup → paragraphs, and XML that can do no harm: entities stay unread, nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.compose import BREAK, BULLET

_BLOCKS = frozenset(
    {"ab", "article", "block", "blockquote", "body", "body.content", "bq", "cell", "code", "dd", "div", "dl", "dt", "head", "header", "hl1"}
    | {"hl2", "item", "li", "list", "main", "ol", "p", "pre", "quote", "row", "section", "td", "th", "tr", "ul"}
    | {f"h{level}" for level in range(1, 7)}
)
"""Elements that are or hold paragraphs, in HTML, TEI and NITF."""
_ITEMS = frozenset({"item", "li"})
_BREAKS = frozenset({"br", "lb"})
_LEFT_OUT = frozenset(
    {"aside", "audio", "figure", "graphic", "iframe", "media", "nitf-table", "note", "object", "script", "style", "svg", "table", "video"}
)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DOCTYPE = 20_000
"""Bytes from the start of a document within which it declares entities."""


def local(element: Any) -> str:
    """Give an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def paragraphs(element: Any) -> Iterator[str]:
    """Yield the paragraphs below an element in order; what an element says between its blocks is a paragraph of its own.

    Tables, pictures and notes are left out.
    """
    stack: list[tuple[Any, Iterator[Any]]] = [(element, iter(element))]
    words = [element.text or ""]
    mark = ""
    while stack:
        above, children = stack[-1]
        child = next(children, None)
        if child is None:
            yield _marked(mark, words)
            stack.pop()
            words, mark = [above.tail or ""], ""
            continue
        name = local(child)
        if name in _LEFT_OUT:
            words.append(child.tail or "")
        elif name in _BLOCKS or (name and any(local(inner) in _BLOCKS for inner in child.iter())):
            yield _marked(mark, words)
            stack.append((child, iter(child)))
            words, mark = [child.text or ""], BULLET if name in _ITEMS else ""
        else:
            words += [BREAK if name in _BREAKS else inline(child), child.tail or ""]


def _marked(mark: str, words: list[str]) -> str:
    text = "".join(words)
    return mark + text if text.strip() else ""


def inline(element: Any) -> str:
    """Give the words of an element; of entities, those that HTML names."""
    if not isinstance(element.tag, str):
        return html.unescape(element.text or "") if element.tag.__name__ == "Entity" else ""
    words = [element.text or ""]
    for child in element.iterdescendants():
        name = local(child)
        words.append(BREAK if name in _BREAKS else (child.text or "") if name else inline(child))
        words.append(child.tail or "")
    return "".join(words)


def text_of(element: Any) -> str | None:
    """Give the words of an element on one line; none where there are none, or no element."""
    return None if element is None else " ".join(inline(element).replace(BREAK, " ").split()) or None


def parse_html(fragment: str) -> Any:
    """Parse a piece of HTML, as feeds and JSON carry it; none where it holds nothing."""
    from lxml import etree
    from lxml import html as parser

    try:
        return parser.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def declares_entities(data: bytes) -> bool:
    """Whether a document declares entities of its own, which articles never need and attacks do."""
    return bool(_ENTITY.search(data[:_DOCTYPE].replace(b"\0", b"")))


def entities(where: str) -> Problem:
    """Say that a document declares entities."""
    return Problem("unsafe-xml", where, "declares entities of its own, which are not read for safety; export it without <!ENTITY")


def parse_xml(data: bytes, where: str) -> tuple[Any, Problem | None]:
    """Parse a document and give its root, or none and why."""
    from lxml import etree

    if declares_entities(data):
        return None, entities(where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True, strip_cdata=True
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = (error.msg or "empty").partition(", line ")[0]
        return None, Problem("broken-xml", f"{where}:{line}:{column}", f"not XML ({what}); mend it or export it again")
    except (etree.LxmlError, ValueError, LookupError) as error:
        return None, Problem("broken-xml", where, f"not XML ({error}); mend it or export it again")
    return root, None


def find(root: Any, path: str) -> Any:
    """Find the first element at a path of local names (`head/docdata`), at any depth, whatever the namespace; none where there is none."""
    steps = "//".join(f"*[local-name()='{step}']" for step in path.split("/"))
    found = root.xpath(f".//{steps}")
    return found[0] if found else None


def attribute(root: Any, path: str, name: str) -> str | None:
    """Give an attribute of the first element at a path; none where there is none."""
    found = find(root, path)
    return None if found is None else found.get(name)


LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute `xml:lang`."""
