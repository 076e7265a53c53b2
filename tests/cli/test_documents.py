from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer import Context
from typer.core import TyperGroup
from typer.main import get_command

from command_line.app import app

MANUAL = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def names(group: Any, before: str = "") -> Iterator[str]:
    """What is typed for each command of a group, and of the groups in it."""
    context = Context(group)
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        if isinstance(inner, TyperGroup):
            yield from names(inner, f"{before}{name} ")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("command", tuple(names(get_command(app))))
def test_every_command_is_in_the_manual(command: str) -> None:
    # As a line to copy; or within a sentence, where it needs what only the reader has.
    assert f"\npython cli.py {command}" in MANUAL or f"`{command} " in MANUAL
