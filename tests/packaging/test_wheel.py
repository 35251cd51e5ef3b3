"""The wheel, installed elsewhere, finds its rules and works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "corpus" / "pang-apple-meta"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the build back end of this environment, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def test_wheel_ships_rules_and_licence(wheel: Path) -> None:
    """Every rule file of the checkout is in the wheel, below the package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"claimcheck/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*") if path.suffix in {".yaml", ".txt"}}
    assert rules
    assert rules <= names
    assert any(name.endswith("LICENSE") for name in names)
    assert {"claimcheck/py.typed", *(f"claimcheck/report/page/page.{part}" for part in ("css", "html.j2", "js"))} <= names


def test_wheel_works_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, from another folder, it compares the sample story with the rules that it brought along."""
    home = tmp_path / "venv"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-compile", str(wheel)]
    subprocess.run(install, check=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (library / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    where = subprocess.run(
        [python, "-c", "import claimcheck; print(claimcheck.__file__)"], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert Path(where.stdout.strip()).is_relative_to(home)
    command = [home / "bin" / "claimcheck", "compare", STORY, "--format", "json"]
    run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    report = json.loads(run.stdout)
    assert len(report["articles"]) == 5
    assert any(finding["verdict"] == "contradiction" for finding in report["findings"])
