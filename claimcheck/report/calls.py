"""The call sheet in words: the question of a finding, and who can answer it."""

from __future__ import annotations

from claimcheck.model import Contact, Finding
from claimcheck.report.encode import Json
from claimcheck.report.formats import Options
from claimcheck.report.quoting import topic
from claimcheck.report.words import Words, clean


def question(finding: Finding, *, say: Words, options: Options) -> str:
    """Word the question of a finding that has one, beginning with whom or what the fact is of."""
    if finding.call is None:
        return ""
    what = topic(finding.attribute, "", finding.slot, say=say, options=options)
    asked = say.question(finding.call, what if finding.attribute in options.labels else say.counted(what))
    return say.of(clean(finding.subject), asked)


def who(contact: Contact, *, say: Words) -> str:
    """Name somebody who can be asked."""
    return say.outlet(clean(contact.name)) if contact.role == "outlet" else say.contact(contact.name)


def encode_call(finding: Finding, *, say: Words, options: Options) -> Json | None:
    """Give a call as JSON data."""
    if finding.call is None:
        return None
    asked = [{"who": who(contact, say=say), "role": contact.role} for contact in finding.call.ask]
    return {"question": question(finding, say=say, options=options), "ask": asked}
