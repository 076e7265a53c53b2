from pathlib import Path

import pytest

from cli import app, rules_app, scenarios_app

MANUAL = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = [
    *(one.name or one.callback.__name__ for one in app.registered_commands if one.callback),
    *(f"rules {one.name}" for one in rules_app.registered_commands),
    *(f"scenarios {one.name}" for one in scenarios_app.registered_commands),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_manual(command: str) -> None:
    assert f"\npython cli.py {command}" in MANUAL
