"""The sample report with texts that attack what they are written into."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model import Attribution, Report, Span
from claimcheck.report.formats import Options
from tests.report.sample import LABELS, sample

PAYLOADS = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; </b><!-- x",
    "script end": "</script><script>alert(1)//\u2028\u2029",
    "link": "[clic](https://evil.example) ![x](//evil.example) <https://evil.example> www.evil.example WWW.evil.example [x]: y [^1]",
    "mention": "@admin me@evil.example #12 GH-7 gh-8 org/repo#3 :tada: ping @org/team",
    "emphasis": "**gras** __b__ *i* _i_ ~~s~~ `code` $x^2$ a*b*c",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "block": "\n\n# titre\n\n- liste\n\n> cité\n\n```\ncode\n```\n\n---\n    code",
    "start of a block": "- 1. # > + ===",
    "command": "%0A::error file=x::y\r\n::stop-commands::z\n##[error]x %25 a,b:c",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1-1",
    "at": "@SUM(A1)",
    "tab": "\t=1+1",
    "full width": "\uff1d1+1",
    "separators": 'a,"b";c\n"d"',
    "xml": "]]> <?xml?> <!ENTITY x> &x; \x00\x0b\x1b[31m\ufffe\uffff\udc80",
    "bidi": "\u202eabc\u2066def",
    "placeholder": "{0} {{1}} {x} [lien](1) \\[x\\] \\",
    "excel": "_x0041_ http://evil.example mailto:x@evil.example {=1}",
    "long": "très long " * 5000,
}


def file(payload: str) -> str:
    """Name a file after a text."""
    return f"dossier/{payload.replace('/', '_')}"


def hostile(payload: str) -> Report:
    """Put a text wherever an input has one: file, title, outlet, name, passage, label, reason, problem."""
    report = sample()
    documents = []
    for document in report.documents:
        article = replace(document.article, text=payload + document.article.text, outlet=payload, title=payload, path=file(payload))
        documents.append(replace(document, article=replace(article, line=1)))
    claims = [
        replace(
            claim,
            text=payload,
            start=0,
            end=len(payload),
            sentence=Span(0, len(payload) + 40),
            subject=payload,
            slot=(("group", payload),),
            attribution=Attribution(payload, None),
        )
        for claim in report.claims
    ]
    findings = [
        replace(
            finding,
            subject=payload,
            slot=(("place", payload),),
            explanation=payload,
            positions=tuple(replace(position, label=payload) for position in finding.positions),
        )
        for finding in report.findings
    ]
    return replace(
        report,
        documents=tuple(documents),
        stories=tuple(replace(story, title=payload) for story in report.stories),
        claims=tuple(claims),
        findings=tuple(findings),
        problems=tuple(replace(problem, where=payload, message=payload) for problem in report.problems),
    )


OPTIONS = Options(labels=LABELS)
