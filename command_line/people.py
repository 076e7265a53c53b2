"""`people`: the accounts of this installation, for whoever sits at its computer."""

from os import environ
from typing import Annotated

import typer

from command_line.practice import PROJECT
from command_line.terminal import now, print_lines
from commands.people import account_lines, one_time_lines
from training.access_log import MACHINE
from training.accounts import account_named, accounts, add_accounts, reset_password, set_roles
from training.models import Role
from training.store import Store, data_folder

app = typer.Typer(name="people", no_args_is_help=True, help="Look after people's accounts.")

_Name = Annotated[
    str, typer.Argument(help="Somebody with an account, as `people list` names them.")
]


def _store() -> Store:
    return Store(data_folder(environ, PROJECT))


@app.command("list")
def listed() -> None:
    """List who has an account, in which roles."""
    known = accounts(_store(), MACHINE)
    if not known:
        typer.echo("nobody has an account yet; the first visitor makes one", err=True)
    print_lines(account_lines(known))


@app.command("add")
def added(
    names: Annotated[list[str], typer.Argument(help="A name each, in quotes where it has spaces.")],
    role: Annotated[
        list[Role] | None, typer.Option("--role", help="A role; several are possible.")
    ] = None,
) -> None:
    """Add people; prints a one-time password for each, which is kept nowhere."""
    made = add_accounts(_store(), MACHINE, names, role or [Role.TRAINEE], now())
    print_lines(one_time_lines(made))


@app.command("roles")
def given(
    name: _Name,
    roles: Annotated[list[Role], typer.Argument(help="All the roles from now on.")],
) -> None:
    """Give somebody these roles instead of those they have."""
    store = _store()
    found = account_named(store, MACHINE, name)
    print_lines(account_lines([set_roles(store, MACHINE, found.id, roles, now())]))


@app.command("reset")
def reset(name: _Name) -> None:
    """Print a one-time password for somebody who lost theirs; they are signed out everywhere."""
    store = _store()
    found = account_named(store, MACHINE, name)
    print_lines(one_time_lines([reset_password(store, MACHINE, found.id, now())]))
