"""One finding or claim of a JSON report with its whole trail: sentences, readings, derivations, comparisons, reason."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from claimcheck.report.decode import decode
from claimcheck.report.encode import Json
from claimcheck.report.findings import DIM, OUTLET, SIGNS
from claimcheck.report.formats import Options
from claimcheck.report.formats.json import CONTEXT
from claimcheck.report.lines import beside, ends, page, wrap
from claimcheck.report.quoting import STEP, quote, topic
from claimcheck.report.timeline import behind, course, standings
from claimcheck.report.words import Words, clean, words
from claimcheck.wording import label

LABEL = 14
"""Columns of the first cell."""


class Trail:
    """Lays out parts of one report; `KeyError`, `TypeError` or `ValueError` where it is not shaped as version 1."""

    def __init__(self, report: Json, options: Options) -> None:
        self.report = report
        self.options = options
        self.language = str(report.get("language", "en"))
        self.say: Words = words(self.language, options.rules)
        self.findings: dict[str, Json] = {finding["id"]: finding for finding in report.get("findings", [])}
        self.claims: dict[str, Json] = {claim["id"]: claim for claim in report["claims"]}
        self.articles: dict[str, Json] = {article["id"]: article for article in report["articles"]}

    def ids(self) -> tuple[str, ...]:
        """List what can be explained."""
        return (*self.findings, *self.claims)

    def render(self, name: str) -> str:
        """Explain a finding, named by id or key, or a claim; `LookupError` where the report has none of that name."""
        named = self.findings.get(name) or next((found for found in self.findings.values() if found.get("key") == name), None)
        if named:
            return page(list(self._finding(named)), color=self.options.color)
        if name in self.claims:
            return page(list(self._claim(self.claims[name])) + list(self._found(name)), color=self.options.color)
        raise LookupError(name)

    def _field(self, name: str, text: str | Text, *, indent: int = 2) -> Iterator[Text]:
        width = self.options.width - indent - LABEL - 2
        shown = text if isinstance(text, Text) else Text(text)
        yield from beside(([Text(name, style=DIM)], LABEL), (wrap(shown, width), width), indent=indent)

    def _topic(self, found: Json) -> str:
        return topic(found["attribute"], found["subject"] or "", tuple(found["slot"].items()), say=self.say, options=self.options)

    def _sure(self, found: Json) -> Text:
        return Text(f"{self.say.label('confidence', value=self.say.decimal(found['confidence']))} · {clean(found['id'])}", style=DIM)

    def _finding(self, finding: Json) -> Iterator[Text]:
        say = self.say
        sign, style = SIGNS[finding["verdict"]]
        head = Text.assemble((f"{sign} {say.verdict(finding['verdict'])}", style), "  ", (self._topic(finding), "bold"))
        yield from ends(head, self._sure(finding), self.options.width, indent=2)
        for i, reason in enumerate(finding["explanation"].splitlines()):
            yield from self._field("" if i else say.label("why"), clean(reason))
        if finding["same_source"]:
            yield from self._field(say.label("same_source"), say.label("same_source_bare"))
        if weighed := finding.get("weights"):
            yield from self._field(say.label("weights"), " · ".join(f"{say.feature(name)} {say.signed(x)}" for name, x in weighed.items()))
        if told := finding.get("timeline"):
            yield from self._field(say.label("course"), course(told, say=say))
            if latest := behind(told, say=say):
                yield from self._field(say.label("latest"), latest)
            for outlet, standing in standings(told, say=say):
                yield from self._field("", f"{outlet}{say.label('colon')}{standing}")
        if call := finding.get("call"):
            yield from self._field(say.label("call"), clean(call["question"]))
            for contact in call["ask"]:
                yield from self._field("", f"→ {clean(contact['who'])} ({say.role(contact['role'])})")
        for position in finding["positions"]:
            yield Text()
            yield Text.assemble((clean(position["label"]), "bold"), (f"  {say.count('witness', position['witnesses'])}", DIM))
            for name in position["claims"]:
                yield Text()
                yield from self._claim(self.claims[name], of_finding=True)
        if finding["pairs"]:
            yield Text()
            yield Text(say.label("pairs"), style="bold")
        for pair in finding["pairs"]:
            sign, style = SIGNS[pair["verdict"]]
            told = Text.assemble((f"{sign} {say.verdict(pair['verdict'])}", style), f" ({clean(pair['level'])}) ", clean(pair["reason"]))
            yield from wrap(Text(f"  {clean(pair['a'])} × {clean(pair['b'])}", style=DIM), self.options.width)
            yield from beside((wrap(told, self.options.width - 4), self.options.width - 4), indent=4)

    def _claim(self, claim: Json, *, of_finding: bool = False) -> Iterator[Text]:
        say, article = self.say, self.articles[claim["article"]]
        head = Text.assemble((clean(article["outlet"]), OUTLET), "" if of_finding else f"  {self._topic(claim)}")
        yield from ends(head, self._sure(claim), self.options.width, indent=2)
        sentence = claim["sentence_text"]
        start = min(claim["start"] - claim["sentence"][0], CONTEXT)
        end = start + claim["end"] - claim["start"]
        quoted = quote(sentence, start, end, words=say, room=len(sentence) + 1, color=self.options.color)
        yield from self._field(say.label("sentence"), quoted)
        where = f"{clean(article['path'] or article['id'])}, {claim['start']}–{claim['end']}"
        yield from self._field(say.label("source"), where)
        yield from self._field(say.label("value"), clean(label(decode(claim["value"]), self.language, self.options.rules)))
        credit = claim["attribution"]
        said = [say.modality(claim["modality"]), say.credit(credit["party"], credit["upstream"])]
        if any(said):
            yield from self._field(say.label("stance"), ", ".join(part for part in said if part))
        yield from self._field(say.label("rule"), clean(claim["rule"]))
        for i, step in enumerate(claim["derivation"]):
            yield from self._field("" if i else say.label("derivation"), STEP + clean(step))

    def _found(self, name: str) -> Iterator[Text]:
        """List the findings that a claim is part of, with what it was held against."""
        for finding in self.findings.values():
            if not any(name in position["claims"] for position in finding["positions"]):
                continue
            sign, style = SIGNS[finding["verdict"]]
            yield Text()
            yield Text.assemble(
                (f"{sign} {self.say.verdict(finding['verdict'])}", style), f"  {clean(finding['id'])}  {self._topic(finding)}"
            )
            for pair in finding["pairs"]:
                if name in (pair["a"], pair["b"]):
                    other = pair["b"] if pair["a"] == name else pair["a"]
                    yield from self._field(
                        clean(other), f"{self.say.verdict(pair['verdict'])} ({clean(pair['level'])}) {clean(pair['reason'])}"
                    )
