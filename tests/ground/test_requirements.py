"""The requirements are short and explained; the pinned set fits them and names no host."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.ground.import_contracts import PROJECT, settings


def requirements(file: str) -> list[Requirement]:
    return [Requirement(line) for line in _lines(file) if not line.startswith("-r ")]


def _lines(file: str) -> Iterable[str]:
    lines = (PROJECT / file).read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


NEEDED = [*requirements("requirements.txt"), *requirements("requirements-audit.txt")]
ALL = [*NEEDED, *requirements("requirements-test.txt")]
RUN = {canonicalize_name(requirement.name) for requirement in NEEDED}


def test_test_tools_are_apart() -> None:
    names = {requirement.name for requirement in requirements("requirements.txt")}

    assert not names & {"pytest", "hypothesis", "playwright", "mypy", "ruff", "import-linter"}


@pytest.mark.parametrize("requirement", ALL, ids=lambda requirement: str(requirement.name))
def test_a_requirement_has_a_lower_bound_and_a_cap(requirement: Requirement) -> None:
    assert sorted(bound.operator for bound in requirement.specifier) == ["<", ">="]


@pytest.mark.parametrize("requirement", ALL, ids=lambda requirement: str(requirement.name))
def test_a_requirement_has_its_reason(requirement: Requirement) -> None:
    text = (PROJECT / "docs" / "decisions" / "0003-dependencies.md").read_text()
    named = {
        name.strip().lower()
        for row in re.findall(r"^\| ([^|]+) \|", text, flags=re.MULTILINE)
        for name in row.split(",")
    }

    assert requirement.name.lower() in named


@pytest.mark.parametrize("requirement", ALL, ids=lambda requirement: str(requirement.name))
def test_a_requirement_is_pinned_within_its_bounds(requirement: Requirement) -> None:
    pins = [Requirement(line) for line in _lines("constraints.txt")]
    ours = [
        pin for pin in pins if canonicalize_name(pin.name) == canonicalize_name(requirement.name)
    ]

    assert ours
    for pin in ours:
        [version] = pin.specifier
        assert version.operator == "=="
        assert requirement.specifier.contains(version.version)


ELSEWHERE = {"of_medspacy.py", "of_presidio.py"}
"""What the comparison with others runs in environments of its own."""


def test_what_is_imported_is_required_by_name() -> None:
    assert imported_packages() - RUN == set()


def test_what_is_required_is_imported() -> None:
    assert RUN - imported_packages() == set()


@cache
def imported_packages() -> set[str]:
    """Return the packages outside the standard library that our own code imports."""
    roots = settings()["root_packages"]
    brings = packages_distributions()
    files = [file for root in roots for file in [*PROJECT.glob(f"{root}.py"), *_python(root)]]
    files = [file for file in files if file.name not in ELSEWHERE]
    modules = {name for file in files for name in _imports(file)}
    return {
        canonicalize_name(package)
        for module in modules - {*roots, *sys.stdlib_module_names}
        for package in brings[module]
        if package not in {"pydantic_core", "click"}  # pydantic and typer bring their own
    }


def _python(root: str) -> Iterable[Path]:
    return (PROJECT / root).rglob("*.py")


def _imports(file: Path) -> Iterable[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_pinned_set_holds_names_versions_and_markers_and_nothing_else() -> None:
    pin = re.compile(r"[a-z0-9-]+==[0-9a-z.]+( ; [a-z_]+ (==|!=|<|>=) '[\w.]+'( and [^:/@]+)?)?")

    assert [line for line in _lines("constraints.txt") if not pin.fullmatch(line)] == []
    assert "://" not in (PROJECT / "constraints.txt").read_text()
