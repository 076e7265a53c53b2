"""A command opens what it needs, and not what another one needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line.app import COMMANDS, app

PROJECT = Path(__file__).parents[2]
CLUSTER = {"dask", "distributed"}
OF_AN_AUDIT = {"pandas", "altair", "pyarrow", *CLUSTER}
RUN = """
import json, sys
from command_line.app import app
app(sys.argv[1:], standalone_mode=False)
json.dump(sorted(sys.modules), sys.stderr)
"""


def opened_by(*words: str) -> set[str]:
    """The modules that a command has opened when it is through, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(told.stderr.splitlines()[-1]))


def test_a_list_of_rules_opens_nothing_of_an_audit() -> None:
    opened = opened_by("rules", "list")

    assert "command_line.rules" in opened
    assert not opened & OF_AN_AUDIT


def test_an_audit_opens_what_it_needs_and_no_cluster() -> None:
    opened = opened_by("audit", "--help")

    assert {"pandas", "pyarrow"} <= opened
    assert not opened & {"altair", *CLUSTER}


def test_every_command_is_where_the_table_says() -> None:
    told = CliRunner().invoke(app, ["--help"])

    assert told.exit_code == 0
    for name in COMMANDS:
        assert f" {name} " in told.output


@pytest.mark.parametrize(("typed", "meant"), [("audti", "audit"), ("scenario", "scenarios")])
def test_a_mistyped_command_is_answered_with_those_there_are(typed: str, meant: str) -> None:
    told = CliRunner().invoke(app, [typed])

    assert told.exit_code == 2
    assert f"Did you mean '{meant}'" in told.output
