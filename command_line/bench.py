"""`scenarios copy`, `prove`, `sign-off`, `coverage`: the trainer's bench as it is typed."""

from os import environ
from pathlib import Path
from typing import Annotated

import typer

from command_line.shelf import PROJECT, open_shelf
from command_line.terminal import now, print_broken, print_lines
from commands import coverage
from commands.proof import Proof, reached, reached_lines
from compliance_rules.in_use import packs_in_use
from compliance_rules.load import choose_packs
from datafiles import text_of
from simulator.scenario import Scenario
from training.bench import OWN_FOLDER, Bench, begin_file, opened
from training.coverage import Across, CoverageMap, Rows
from training.errors import TrainingError
from training.models import Person, Role
from training.people import person_named
from training.proofs import ENOUGH, keep_proof, sign_off
from training.starting import copy_of
from training.store import Store, data_folder
from training.touching import kept_touched

FOUND = 1
"""The exit status where a band was missed."""

_By = Annotated[str, typer.Option(help="The trainer who does it, as named in the browser.")]
_Own = Annotated[str, typer.Argument(help="A scenario of the house's own, by its file's name.")]


def _bench() -> Bench:
    folder = data_folder(environ, PROJECT)
    return Bench(Store(folder), folder / OWN_FOLDER)


def _opened(bench: Bench, scenario: str) -> Scenario:
    path = bench.path(scenario)
    if not path.is_file():
        wrong = f"there is no {scenario!r} of the house's own"
        raise TrainingError("scenarios", wrong, "copy one first: `scenarios copy`")
    return opened(bench, scenario, text_of(path))


def _trainer(bench: Bench, by: str) -> Person:
    return person_named(bench.store, by, Role.TRAINER)


def copy(
    scenario: Annotated[str, typer.Argument(help="An id from `scenarios list`.")],
    name: Annotated[str, typer.Argument(help="What the copy's file is called.")],
    by: _By,
    title: Annotated[str, typer.Option(help="What trainees see; else the same and (ours).")] = "",
) -> None:
    """Copy a scenario into the house's own, as a draft with its first version."""
    bench = _bench()
    trainer = _trainer(bench, by)
    known = open_shelf().scenarios.get(scenario)
    called = title or (f"{known.title} (ours)" if known else scenario)
    text = copy_of(bench, scenario, name, called)
    begin_file(bench, trainer, name, text, f"Began from {scenario}", now())
    typer.echo(f"{bench.path(name)}: a draft; change it, then `scenarios prove {name}`")


def prove(
    scenario: _Own,
    by: _By,
    seeds: Annotated[int, typer.Option(min=1, help="Calls of each bot.")] = ENOUGH,
) -> None:
    """Let every bot call; a proof of 20 calls of each or more is kept, and releases it."""
    bench = _bench()
    trainer, one = _trainer(bench, by), _opened(bench, scenario)
    proof = Proof(one, seeds, lambda missed: keep_proof(bench, trainer, one, seeds, missed, now()))
    proof.hold_all()
    print_lines(reached_lines(reached(proof)))
    missed = proof.missed or ()
    print_lines(f"missed: {line}" for line in missed)
    if seeds < ENOUGH:
        typer.echo(f"a look: from {ENOUGH} calls of each on it is a proof")
    elif not missed:
        typer.echo(f"{scenario} is proven; a second trainer may sign it off")
    raise typer.Exit(FOUND if missed else 0)


def signed_off(scenario: _Own, by: _By) -> None:
    """Sign a proven scenario off that another trainer wrote."""
    bench = _bench()
    sign_off(bench, _trainer(bench, by), _opened(bench, scenario), now())
    typer.echo(f"{scenario} is signed off by {by}")


def show_coverage(
    rows: Annotated[Rows, typer.Option(help="What stands down the side.")] = Rows.TOPICS,
    across: Annotated[Across, typer.Option(help="What stands along the top.")] = Across.LEVELS,
    pack: Annotated[
        list[str] | None, typer.Option(help="Rules of this pack alone; several are possible.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(help="Write every rule and skill by scenario into this file.")
    ] = None,
) -> None:
    """Show which rules and skills the model and poor calls touch, and which holes there are.

    Scenarios that were not played since they or the rules changed are played first.
    """
    shelf, store = open_shelf(), Store(data_folder(environ, PROJECT))
    print_broken(shelf.broken)
    every = tuple(shelf.scenarios.values())
    known = kept_touched(store, every)
    left = [one for one in every if one.id not in known]
    for one in dict.fromkeys(coverage.PlayedThrough(store=store, scenarios=left).hold()):
        typer.echo(f"played {one}", err=True)
    known = kept_touched(store, every) if left else known
    packs = packs_in_use()
    found = CoverageMap(every, known, choose_packs(packs, pack) if pack else packs)
    if csv:
        csv.write_bytes(coverage.as_csv(found))
        typer.echo(f"{csv} holds {len(known)} scenarios")
    else:
        print_lines(coverage.map_lines(found, rows, across))
