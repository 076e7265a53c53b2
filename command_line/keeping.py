"""`anchor`, `verify`, `backup`, `restore`, `purge`, `access`: for whoever keeps the data folder."""

from datetime import datetime
from os import environ
from pathlib import Path
from typing import Annotated

import typer

from command_line.practice import PROJECT
from command_line.terminal import now, print_lines, watched
from commands import keeping
from training import anchors, backups, retention, verifying
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.store import Store, data_folder

FOUND = 1
"""The exit status where something was found."""


def _folder() -> Path:
    return data_folder(environ, PROJECT)


def anchor(
    file: Annotated[
        Path | None, typer.Argument(help="A new file; named by the day if none.")
    ] = None,
) -> None:
    """Write the signed end of the chain into a file, to be kept elsewhere."""
    made_at = now()
    path = file or Path(f"right-party-anchor-{made_at:%Y-%m-%d-%H%M}.json")
    anchors.check_free(path)
    made = anchors.anchor(Store(_folder()), MACHINE, made_at)
    anchors.save_anchor(made, path)
    print_lines(keeping.anchor_lines(made, path))


def verify(
    anchored: Annotated[
        Path | None, typer.Option("--anchor", help="What `anchor` wrote, from where it is kept.")
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="The fingerprint that was written down, in quotes.")
    ] = None,
) -> None:
    """Find out whether anything was changed, taken out or cut off past the program."""
    store = Store(_folder())
    against = anchors.load_anchor(anchored) if anchored else None
    known = keeping.known_key(against, key, anchors.fingerprint_of(store.folder))
    with watched("verifying") as told:
        found = verifying.verify(store, against, told)
    since = Asked(deed=Deed.RESTORED, since=against.made_at if against else None)
    restored = accesses(store, MACHINE, since) if against and found.faults else ()
    print_lines(keeping.verify_lines(found, against, restored, known=known))
    if found.faults:
        raise typer.Exit(FOUND)


def backup(file: Annotated[Path, typer.Argument(help="A new file to copy it into.")]) -> None:
    """Copy the store into a file, while people practise."""
    with watched("copying") as told:
        size = backups.backup(Store(_folder()), MACHINE, file, now(), told)
    print_lines(keeping.backup_lines(file, size))


def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of the store, after every attempt in it was replayed."""
    asked = f"Put {file} in the place of what is in {_folder()}? That is kept beside it."
    if not yes and not typer.confirm(asked):
        raise typer.Exit(FOUND)
    with watched("restoring") as told:
        done = backups.restore(_folder(), MACHINE, file, now(), told)
    print_lines(keeping.restore_lines(done))


def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say it, and change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Say what is older than it is to be kept, and delete it."""
    store, moment = Store(_folder()), now()
    lines = retention.plan(store, retention.load_retention(store.folder), moment)
    print_lines(keeping.purge_lines(lines))
    going = sum(line.goes for line in lines)
    if dry_run or not going:
        return
    if not yes and not typer.confirm("Delete what goes? It cannot be brought back."):
        raise typer.Exit(FOUND)
    gone = retention.purge(store, MACHINE, lines, moment)
    print_lines([f"deleted: {gone}"])


_Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day, like 2026-11-27.")
]


def access(
    by: Annotated[str | None, typer.Option(help="Who did it.")] = None,
    of: Annotated[str | None, typer.Option(help="Whose it was.")] = None,
    deed: Annotated[Deed | None, typer.Option(help="What was done.")] = None,
    attempt: Annotated[str | None, typer.Option(help="An attempt by its id.")] = None,
    since: _Day = None,
    until: _Day = None,
) -> None:
    """List who saw or changed what of whom, and when."""
    asked = Asked(by, of, deed, attempt, keeping.begins(since), keeping.ends(until))
    found = accesses(Store(_folder()), MACHINE, asked)
    if not found:
        typer.echo("nothing of that is in the log", err=True)
    print_lines(keeping.access_lines(found))
