"""`propose`: a changed rule, proved and asked of stored attempts before anybody adopts it."""

from os import environ
from pathlib import Path
from typing import Annotated

import typer

from command_line.shelf import PROJECT
from command_line.terminal import print_lines
from commands.proposing import otherwise_lines
from compliance_rules import shipped_checker
from compliance_rules.proposal import proposed, unproved
from datafiles import text_of
from training.models import Role
from training.people import person_named
from training.rechecking import recheck_rule
from training.store import Store, data_folder

FOUND = 1
"""The exit status where the file does not keep what it claims."""


def propose(
    file: Annotated[Path, typer.Argument(help="A rule's file, changed, with its examples.")],
    name: Annotated[str, typer.Option(help="Who asks, as named in the browser.")],
    role: Annotated[Role, typer.Option(help="In which role they ask.")] = Role.TRAINER,
) -> None:
    """Prove a changed rule, and list what it would find otherwise in stored attempts."""
    changed = proposed(text_of(file), file, shipped_checker())
    (rule,) = changed.rules
    faults = unproved(changed)
    print_lines(str(fault) for fault in faults)
    store = Store(data_folder(environ, PROJECT))
    person = person_named(store, name, role)
    others = recheck_rule(store, person, changed)
    print_lines(otherwise_lines(rule.id, others))
    raise typer.Exit(FOUND if faults else 0)
