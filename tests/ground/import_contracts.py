"""Run import-linter over the project: python -m tests.ground.import_contracts.

import-linter reads packages only, and two of our roots are single files, app.py and cli.py. So the
modules are laid out in a temporary folder in which app.py is app/__init__.py; line numbers and
module names stay the same. The contracts are those of pyproject.toml.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).parents[2]
_LINT = """
import contextlib, io, json, os, sys
from importlinter.cli import lint_imports
before, reports = sys.path[:], []
for folder in sys.argv[1:]:
    os.chdir(folder)
    sys.path[:] = before
    with contextlib.redirect_stdout(io.StringIO()) as said:
        status = lint_imports("pyproject.toml", no_cache=True, no_logo=True)
    reports.append((status, said.getvalue()))
json.dump(reports, sys.stdout)
"""


class Report(NamedTuple):
    """What import-linter says of one folder; its status is 0 where every contract is kept."""

    status: int
    said: str


def settings() -> dict[str, Any]:
    """Return import-linter's part of pyproject.toml."""
    tools: dict[str, Any] = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]
    return dict(tools["importlinter"])


def optional_roots() -> set[str]:
    """Return the packages that the layers write in parentheses: they may be missing."""
    names = (
        name.strip()
        for contract in settings()["contracts"]
        for layer in contract.get("layers", [])
        for name in layer.split("|")
    )
    return {name.strip("()") for name in names if name.startswith("(")}


def lay_out(source: Path, target: Path) -> None:
    """Copy the Python files of all root packages in `source` to `target`, single files as packages.

    Raises:
        FileNotFoundError: A root package of pyproject.toml is not there.
    """
    for root in settings()["root_packages"]:
        package = target / root
        if (source / root).is_dir():
            for file in (source / root).rglob("*.py"):
                copy = package / file.relative_to(source / root)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, copy)
        elif (source / f"{root}.py").is_file():
            package.mkdir(parents=True)
            shutil.copy(source / f"{root}.py", package / "__init__.py")
        elif root not in optional_roots():
            msg = f"pyproject.toml: root_packages names {root!r}, and there is no such package"
            raise FileNotFoundError(msg)
        package.mkdir(exist_ok=True)
        (package / "__init__.py").touch()


def check(laid_out: Sequence[Path]) -> list[Report]:
    """Check the contracts over folders made by `lay_out`, all in one process beside this one."""
    told = subprocess.run(
        [sys.executable, "-c", _LINT, *map(_with_settings, laid_out)],
        env=os.environ | {"PYTHONPATH": str(PROJECT), "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Report(*report) for report in json.loads(told.stdout)]


def _with_settings(folder: Path) -> Path:
    shutil.copy(PROJECT / "pyproject.toml", folder)
    return folder


def main() -> int:
    """Print import-linter's report on the project and return its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            lay_out(PROJECT, Path(folder))
        except FileNotFoundError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        [report] = check([Path(folder)])
    sys.stdout.write(report.said if report.status else "")
    return report.status


if __name__ == "__main__":
    sys.exit(main())
