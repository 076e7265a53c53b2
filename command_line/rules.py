"""`rules`: the rules that calls are checked with."""

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from command_line import proposing
from command_line.terminal import print_broken, print_lines
from commands import rules
from commands.proving import proved
from compliance_rules import shipped_packs
from compliance_rules.in_use import broken_in_use, checker_in_use, own_in_use, packs_in_use
from compliance_rules.load import choose_packs
from compliance_rules.prove import to_prove
from compliance_rules.skeleton import new_rule

app = typer.Typer(
    name="rules",
    help="The rules that calls are checked with.",
    no_args_is_help=True,
    add_completion=False,
)


app.command("take-back")(proposing.taken_back)


@app.command("list")
def list_rules() -> None:
    """List every rule with its weight."""
    print_lines(rules.list_lines(packs_in_use()))
    print_broken(broken_in_use())


@app.command("check")
def check_rules(
    ids: Annotated[list[str] | None, typer.Argument(help="Only these rules.")] = None,
) -> None:
    """Prove every rule file: examples, patterns, better words; names what is wrong and where."""
    checker = checker_in_use()
    print_broken(broken_in_use())
    chosen = [rules.find_rule(checker.packs, rule).id for rule in ids or ()]
    names = chosen or to_prove(checker)
    watched = track(
        proved(names, own_in_use()),
        "Rules",
        len(names),
        console=Console(stderr=True),
        transient=True,
    )
    faults = [fault for found in watched for fault in found]
    for fault in faults:
        typer.echo(str(fault), err=True)
    if faults or broken_in_use():
        raise typer.Exit(1)
    told = f"{len(chosen or checker.rules)} rules in {len(checker.packs)} packs"
    typer.echo(f"{told}: all can be used and are proved")


@app.command("explain")
def explain_rule(rule: Annotated[str, typer.Argument(help="An id from `rules list`.")]) -> None:
    """Explain one rule: what it asks, its law, better words, and its examples."""
    print_lines(rules.explain_lines(rules.find_rule(packs_in_use(), rule)))


@app.command("new")
def new(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="What the rule shall be called.")],
    pack: Annotated[str, typer.Option(help="The pack it belongs to.")] = "us_federal",
    reuses: Annotated[str | None, typer.Option(help="The rule whose checks it takes over.")] = None,
) -> None:
    """Write a commented file to start a new rule from."""
    packs = shipped_packs()
    if reuses:
        rules.find_rule(packs, reuses)
    (chosen,) = choose_packs(packs, [pack])
    path = new_rule(rule_id, chosen, reuses)
    typer.echo(f"{path}: fill it in, then run `python cli.py rules check {rule_id}`")
