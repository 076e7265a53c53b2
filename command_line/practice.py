"""`play`, `recheck`, `search`: practise a call in the terminal, and look at what was kept."""

from os import environ
from pathlib import Path
from random import SystemRandom
from typing import Annotated

import typer

from command_line.shelf import open_shelf
from command_line.terminal import now, print_lines, typed
from commands import attempts, playing
from commands.progress import counted
from commands.scenarios import find_scenario
from language_model import FaultKind, ModelFault, settings_from
from language_model.settings import VARIABLE
from simulator.cue import Voice
from simulator.voices import voice_of
from training import rechecking, searching
from training.models import Role
from training.people import person_named, sign_in_locally
from training.store import Store, data_folder, passing_store

PROJECT = Path(__file__).parent.parent


def play(
    scenario: Annotated[str, typer.Argument(help="A scenario from `scenarios list`.")],
    seed: Annotated[int | None, typer.Option(help="The same seed, the same person.")] = None,
    form: Annotated[int, typer.Option(help="Which parallel form; 0 is the file as written.")] = 0,
    name: Annotated[
        str, typer.Option(help="Keep the attempt under this name, for the Progress page.")
    ] = "",
    model: Annotated[
        bool, typer.Option("--model", help="Let the language model speak that is set up.")
    ] = False,
) -> None:
    """Practise a call: type what you say; '/note …' and the like do the desk work."""
    situation = find_scenario(open_shelf(), scenario).form(form)
    voice = _model_voice() if model else None
    if seed is None:
        seed = SystemRandom().randrange(1_000_000)
    with passing_store() as passing:
        store = Store(data_folder(environ, PROJECT)) if name else passing
        person = sign_in_locally(store, name or "Terminal", Role.TRAINEE, now())
        practice = playing.Practice(store, person, situation, seed, now, voice)
        print_lines(practice.talk(typed()))
        print_lines(("", *practice.finish()))


def _model_voice() -> Voice:
    voice = voice_of(settings_from(environ))
    if voice is None:
        raise ModelFault.of(FaultKind.SETTINGS, VARIABLE, "no language model is set up")
    return voice


_Name = Annotated[str, typer.Option(help="Who is looking, as named in the browser.")]
_Role = Annotated[Role, typer.Option(help="In which role they look.")]


def recheck(name: _Name, role: _Role = Role.TRAINEE) -> None:
    """List reviewed attempts that today's rules and scorers would judge otherwise."""
    store = Store(data_folder(environ, PROJECT))
    person = person_named(store, name, role)
    print_lines(attempts.recheck_lines(counted(rechecking.recheck(store, person), "attempts")))


def search(
    words: Annotated[list[str], typer.Argument(help="All of them must occur in a line.")],
    name: _Name,
    role: _Role = Role.TRAINEE,
) -> None:
    """Find words in your own calls."""
    store = Store(data_folder(environ, PROJECT))
    hits = searching.search(store, person_named(store, name, role), " ".join(words))
    print_lines(attempts.search_lines(hits))
    if not hits:
        typer.echo("not found in any call of yours", err=True)
        raise typer.Exit(1)
