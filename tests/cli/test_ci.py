"""The examples of docs/ci.md, run as they stand there."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.test_compare import COURRIER, ECHO

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(yaml|sh)\n(.*?)```", PAGE, flags=re.DOTALL)
WORKFLOW, HOOK, NIGHTLY = (text for _, text in EXAMPLES)


def shell(folder: Path, script: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script with the program on the path, as CI does, so that a failing command ends it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["sh", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=os.environ | {"PATH": path} | env, capture_output=True, text=True, check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with drafts of two outlets that contradict each other."""
    for name in ("drafts", "inbox"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "courrier.txt").write_text(COURRIER, encoding="utf-8")
        (tmp_path / name / "echo.txt").write_text(ECHO, encoding="utf-8")
    return tmp_path


def steps() -> dict[str, Any]:
    found: list[dict[str, Any]] = yaml.safe_load(WORKFLOW)["jobs"]["compare"]["steps"]
    return {step["name"]: step for step in found if "name" in step}


def test_workflow(desk: Path) -> None:
    """Annotations in the log, a summary, and the files that the last steps upload; red, since the drafts contradict each other."""
    named = steps()
    ran = shell(desk, named["Compare"]["run"])
    assert ran.returncode == 1
    assert re.match("::error file=drafts/(courrier|echo).txt,line=", ran.stdout)
    summary = desk / "step-summary"
    assert shell(desk, named["Show the summary"]["run"], GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
    assert "contradiction" in summary.read_text(encoding="utf-8")
    (result, *_) = json.loads((desk / named["Show alerts"]["with"]["sarif_file"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("drafts/")
    assert json.loads((desk / named["Keep the report"]["with"]["path"]).read_text(encoding="utf-8"))["findings"]


def test_hook(desk: Path) -> None:
    (hook,) = yaml.safe_load(HOOK)["repos"][0]["hooks"]
    ran = shell(desk, shlex.join(shlex.split(hook["entry"])))
    assert ran.returncode == 1
    assert "contradiction" in ran.stdout
    assert re.search(hook["files"], "drafts/courrier.txt")


def test_nightly(desk: Path) -> None:
    """A night with a contradiction is told; a quiet one is not."""
    script = desk / "nightly.sh"
    script.write_text(NIGHTLY, encoding="utf-8")
    script.chmod(0o755)
    ran = shell(desk, "./nightly.sh")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert re.fullmatch(r"claimcheck: see reports/\d{4}-\d\d-\d\d\.md\n", ran.stdout)
    assert sorted(path.suffix for path in (desk / "reports").iterdir()) == [".csv", ".json", ".md"]
    (desk / "inbox" / "echo.txt").write_text(ECHO.replace("480", "230"), encoding="utf-8")
    assert shell(desk, "./nightly.sh").stdout == ""
