"""Each import contract fails when an import that it forbids is planted, and only then."""

import re
from pathlib import Path

import pytest

from tests.ground.import_contracts import PROJECT, Report, check, lay_out, settings

# A small house in which everybody imports what they may.
CLEAN = {
    "app.py": "import streamlit\nimport pages._parts",
    "pages/_parts.py": "import streamlit\nimport training",
    "cli.py": "import command_line.app",
    "command_line/app.py": "import typer\nimport command_line.rules",
    "command_line/rules.py": "import typer\nimport commands.checking\nimport demo.making",
    "demo/making.py": "import commands.checking",
    "commands/checking.py": "import training\nimport audit.run\nimport debriefs.paper",
    "debriefs/paper.py": "import reportlab\nimport training",
    "benchmarks/speed.py": "import training",
    "audit/run.py": "import dask, distributed, pyarrow\nimport compliance_rules, importers.files",
    "importers/files.py": "import webvtt, charset_normalizer, pyarrow\nimport calls, datafiles",
    "training/store.py": "import sqlite3, sqlite_utils\nimport scoring.scorers",
    "training/drilling.py": "import fsrs\nimport drills.deck",
    "drills/deck.py": "import scoring.scorers",
    "scoring/scorers.py": "import compliance_rules\nimport simulator",
    "compliance_rules/checker.py": "import language.reading\nimport datafiles",
    "simulator/mind.py": "import language.reading\nimport language_model",
    "language/reading.py": "import spacy.matcher\nimport calls",
    "language_model/client.py": "import openai\nimport calls",
    "calls/turn.py": "import datetime, pydantic, pydantic_core",
    "datafiles/__init__.py": "import yaml, pydantic",
}

PLANTED = [
    ("direction", "pages/_parts.py", "import app"),
    ("direction", "pages/_parts.py", "import cli"),
    ("direction", "cli.py", "from benchmarks import speed"),
    ("direction", "commands/checking.py", "import cli"),
    ("direction", "training/store.py", "import pages._parts"),
    ("direction", "scoring/scorers.py", "import training.store"),
    ("direction", "compliance_rules/checker.py", "from simulator import mind"),
    ("direction", "simulator/mind.py", "from compliance_rules.checker import Checker"),
    ("direction", "language/reading.py", "def read():\n    import simulator.mind"),
    ("direction", "language/reading.py", "import language_model"),
    ("direction", "calls/turn.py", "import language"),
    ("direction", "calls/turn.py", "import datafiles"),
    ("direction", "commands/checking.py", "import command_line.rules"),
    ("direction", "drills/deck.py", "import training.store"),
    ("direction", "scoring/scorers.py", "import drills.deck"),
    ("repetition", "drills/deck.py", "import fsrs"),
    ("doors", "pages/_parts.py", "from command_line.app import app"),
    ("doors", "benchmarks/speed.py", "import command_line.rules"),
    ("streamlit", "training/store.py", "import streamlit as st"),
    ("streamlit", "cli.py", "from streamlit.testing.v1 import AppTest"),
    ("spacy", "compliance_rules/checker.py", "from spacy.matcher import Matcher"),
    ("spacy", "app.py", "import spacy"),
    ("openai", "simulator/mind.py", "from openai import OpenAI"),
    ("databases", "pages/_parts.py", "import sqlite3"),
    ("databases", "scoring/scorers.py", "from sqlite_utils import Database"),
    ("typer", "benchmarks/speed.py", "import typer"),
    ("typer", "commands/checking.py", "import typer"),
    ("typer", "cli.py", "import typer"),
    ("yaml", "simulator/mind.py", "import yaml"),
    ("tests", "scoring/scorers.py", "from tests.conftest import Samples"),
    ("tests", "benchmarks/speed.py", "import pytest"),
    ("direction", "importers/files.py", "import language.reading"),
    ("direction", "calls/turn.py", "import importers.files"),
    ("direction", "audit/run.py", "import training.store"),
    ("files", "simulator/mind.py", "import webvtt"),
    ("parquet", "commands/checking.py", "from pyarrow import parquet"),
    ("cluster", "commands/checking.py", "from distributed import Client"),
    ("direction", "training/store.py", "import debriefs.paper"),
    ("paper", "commands/checking.py", "import reportlab"),
    ("workbooks", "pages/_parts.py", "import xlsxwriter"),
    ("workbooks_read", "pages/_parts.py", "import openpyxl"),
    ("templates", "simulator/mind.py", "from jinja2 import Environment"),
    ("openai", "pages/_parts.py", "import openai"),
    ("direction", "language_model/client.py", "from language.reading import Reading"),
    ("calls", "calls/turn.py", "import pandas as pd"),
    ("signatures", "training/store.py", "import cryptography"),
    ("passwords", "training/store.py", "import argon2"),
    ("links", "training/store.py", "import itsdangerous"),
    ("calls", "calls/turn.py", "from dateutil.relativedelta import relativedelta"),
]


Planted = tuple[str, str, str]
HOUSES: dict[Planted | None, dict[str, str]] = {
    None: CLEAN,
    **{(c, path, line): CLEAN | {path: f"{CLEAN[path]}\n{line}"} for c, path, line in PLANTED},
}
"""The clean house, and for each import that is planted a house with it."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[Planted | None, set[str]]:
    """The contracts that each house breaks; all houses are looked at by one process."""
    laid_out = []
    for house in HOUSES.values():
        folder = tmp_path_factory.mktemp("house")
        for path, text in house.items():
            (folder / "house" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "house" / path).write_text(text + "\n")
        lay_out(folder / "house", folder / "laid_out")
        laid_out.append(folder / "laid_out")
    return dict(zip(HOUSES, map(_broken, check(laid_out)), strict=True))


def _broken(report: Report) -> set[str]:
    names = {contract["name"]: contract["id"] for contract in settings()["contracts"]}
    results = dict(re.findall(r"^(.+?) (KEPT|BROKEN)", report.said, flags=re.MULTILINE))
    assert results.keys() == names.keys(), report.said
    return {names[name] for name, result in results.items() if result == "BROKEN"}


def test_a_clean_house_keeps_every_contract(broken: dict[Planted | None, set[str]]) -> None:
    assert broken[None] == set()


@pytest.mark.parametrize("planted", PLANTED, ids="-".join)
def test_a_planted_import_breaks_its_contract(
    broken: dict[Planted | None, set[str]], planted: Planted
) -> None:
    assert broken[planted] == {planted[0]}


def test_every_contract_has_a_planted_import() -> None:
    assert {contract["id"] for contract in settings()["contracts"]} == {
        contract for contract, _, _ in PLANTED
    }


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="'app', and there is no such package"):
        lay_out(tmp_path / "nothing", tmp_path / "laid_out")


def test_every_package_of_the_project_is_under_contract() -> None:
    roots = set(settings()["root_packages"])
    packages = {
        file.relative_to(PROJECT).parts[0].removesuffix(".py")
        for pattern in ("*.py", "[a-z]*/*.py", "[a-z]*/*/*.py")
        for file in PROJECT.glob(pattern)
    }

    assert packages - {"tests", "build"} <= roots
