"""A wrong rule file is refused with its place, what was found and what was allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import UsageError
from claimcheck.ruleset import load

KIND = "type: count\nvalue: [count]\nmessage: {en: things}\n"
RULE = "before: [has]\nexamples:\n  yes: ['It has 3 things.']\n  no: ['Nothing.']\n"


def rules(folder: Path, kind: str = KIND, rule: str | None = RULE) -> Path:
    """Write a tiny rules folder."""
    (folder / "kinds").mkdir()
    (folder / "kinds" / "things.yaml").write_text(kind, encoding="utf-8")
    (folder / "en" / "lexicon").mkdir(parents=True)
    if rule is not None:
        (folder / "en" / "things.yaml").write_text(rule, encoding="utf-8")
    return folder


def test_a_good_rule_loads(tmp_path: Path) -> None:
    """Kind and rule meet by the name of their files."""
    ruleset = load(rules(tmp_path), ("en",))
    assert ruleset.kinds["things"].label("en") == "things"
    assert ruleset.rules["en"][0].before == ("has",)


@pytest.mark.parametrize(
    ("kind", "rule", "place", "says"),
    [
        pytest.param(KIND + "evolve: true\n", RULE, "things.yaml:4:1", "unknown key 'evolve' (did you mean 'evolves'?)", id="unknown key"),
        pytest.param(KIND + "slots: [tyme]\n", RULE, "things.yaml:4:9", "found 'tyme' (did you mean 'time'?)", id="unknown slot"),
        pytest.param(
            "type: counts\nvalue: [count]\nmessage: {en: x}\n", RULE, "things.yaml:1:7", "allowed: money, count", id="unknown type"
        ),
        pytest.param("type: count\nmessage: {en: x}\n", RULE, "things.yaml:1:1", "key 'value' is missing", id="missing key"),
        pytest.param(KIND, "befor: [x]\n" + RULE, "things.yaml:1:1", "unknown key 'befor' (did you mean 'before'?)", id="unknown rule key"),
        pytest.param(KIND, "examples:\n  yes: [a]\n", "things.yaml:2:3", "at least one `yes` and one `no`", id="no near miss"),
        pytest.param(KIND, "before: [x\n", "things.yaml:2:1", "not YAML", id="broken yaml"),
        pytest.param(KIND, "- a\n- b\n", "things.yaml:1:1", "found a list, a mapping is needed", id="a list"),
        pytest.param(KIND, "", "things.yaml:1:1", "the file is empty", id="empty"),
        pytest.param(KIND, "gap: many\n" + RULE, "things.yaml:1:6", "a whole number is needed", id="no number"),
    ],
)
def test_a_wrong_rule_is_refused(tmp_path: Path, kind: str, rule: str, place: str, says: str) -> None:
    """The message names file, line, column, what was found and what was allowed."""
    with pytest.raises(UsageError) as raised:
        load(rules(tmp_path, kind, rule), ("en",))
    (problem,) = raised.value.problems
    assert problem.where.endswith(place)
    assert says in problem.message
