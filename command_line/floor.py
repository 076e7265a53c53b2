"""The store of this installation, and who acts in it: the head of commands for trainers."""

from os import environ
from typing import Annotated

import typer

from command_line.practice import PROJECT
from training.models import Person, Role
from training.people import person_named
from training.store import Store, data_folder

By = Annotated[str, typer.Option(help="The trainer, as named in the browser.")]


def floor(by: str, role: Role = Role.TRAINER) -> tuple[Store, Person]:
    """The store, and the person of that name in that role."""
    store = Store(data_folder(environ, PROJECT))
    return store, person_named(store, by, role)
