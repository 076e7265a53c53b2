from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Typer

from command_line.app import app

MANUAL = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def names(group: Typer, before: str = "") -> Iterator[str]:
    """What is typed for each command of a group, and of the groups in it."""
    for one in group.registered_commands:
        assert one.callback is not None
        yield f"{before}{one.name or one.callback.__name__}"
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield from names(inner.typer_instance, f"{before}{inner.typer_instance.info.name} ")


@pytest.mark.parametrize("command", tuple(names(app)))
def test_every_command_is_in_the_manual(command: str) -> None:
    assert f"\npython cli.py {command}" in MANUAL
