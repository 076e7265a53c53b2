"""`propose`: a rule as a file has it, proved and asked of stored attempts, kept and adopted."""

from os import environ
from pathlib import Path
from typing import Annotated

import typer

from calls.errors import RecordError
from command_line.shelf import PROJECT
from command_line.terminal import now, print_lines, watched
from commands.proposing import otherwise_lines
from compliance_rules.in_use import checker_in_use, own_in_use
from compliance_rules.own_rules import own_paths
from compliance_rules.proposal import proposed, unproved
from datafiles import text_of
from training.adopting import adopt, named, own_rule_files, proposals, take_back
from training.adopting import propose as keep_proposal
from training.errors import NotOffered, TrainingError
from training.models import Person, Role
from training.people import person_named
from training.rechecking import recheck_rule
from training.store import Store, data_folder

FOUND = 1
"""The exit status where the file does not keep what it claims."""

_Reason = Annotated[str, typer.Option(help="Why, in a few words; it stays with the version.")]
_By = Annotated[str, typer.Option(help="Who does it, as named in the browser.")]
_Role = Annotated[Role, typer.Option(help="In which role they do it.")]


def propose(
    file: Annotated[Path, typer.Argument(help="A rule's file, with its examples.")],
    name: _By,
    role: _Role = Role.TRAINER,
    pack: Annotated[str | None, typer.Option(help="The pack of a rule that is new.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep it as a proposal.")] = False,
    adopted: Annotated[
        bool, typer.Option("--adopt", help="Adopt what somebody else proposed so.")
    ] = False,
    reason: _Reason = "",
) -> None:
    """Prove a rule, and list what it would find otherwise in stored attempts; keep or adopt it."""
    if keep and adopted:
        wrong = "whoever keeps a proposal wrote it, and a second person adopts it"
        raise RecordError("--keep --adopt", wrong, "one of the two")
    text = text_of(file)
    found = proposed(text, file, checker_in_use(), own_in_use(), pack)
    faults = unproved(found)
    print_lines(str(fault) for fault in faults)
    store = Store(data_folder(environ, PROJECT))
    person = person_named(store, name, role)
    with watched("Attempts") as told:
        others = tuple(recheck_rule(store, person, found, told))
    print_lines(otherwise_lines(found.rule.id, others))
    place = named(found.one.pack, found.rule.id)
    if keep and not faults:
        based_on = _last(store, person, place)
        kept = keep_proposal(store, person, place, text, reason, now(), based_on)
        typer.echo(f"{place}: kept as proposal {kept.number}; a second person adopts it")
    if adopted and not faults:
        adopt(store, person, place, _number(store, person, place, text), reason, now())
        typer.echo(f"{place}: adopted by {name}; it is asked from now on")
    raise typer.Exit(FOUND if faults else 0)


def _last(store: Store, person: Person, place: str) -> int:
    return max((one.number for one in proposals(store, person, place)), default=0)


def _number(store: Store, person: Person, place: str, text: str) -> int:
    """The proposal that says what the file says, the latest one."""
    same = [one.number for one in proposals(store, person, place) if one.text == text]
    if not same:
        raise TrainingError(place, "nobody proposed it so", "first `--keep`, by a trainer")
    return same[-1]


def taken_back(
    rule: Annotated[str, typer.Argument(help="A rule of the house's own, by its id.")],
    name: _By,
    reason: _Reason,
    role: _Role = Role.TRAINER,
) -> None:
    """Take a rule of the house's own back: what ships is asked again."""
    store = Store(data_folder(environ, PROJECT))
    person = person_named(store, name, role)
    files = own_paths(own_rule_files(store).folder)
    packs = {path.stem: path.parent.name for path in files}
    if rule not in packs:
        raise NotOffered("rule of the house's own", rule, packs)
    take_back(store, person, named(packs[rule], rule), reason, now())
    typer.echo(f"{rule}: taken back by {name}")
