"""Prompts: what a model is told of a person, a talk and a move, and nothing that is not out.

They are rendered from `simulator/prompts`. Of the scenario they hold names alone; of the move the
template's own line, which has all that the move released and no more.
"""

from functools import cache
from pathlib import Path
from typing import Annotated

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import Field

from calls.moves import Act, Move
from calls.turn import Frozen, Speaker, Turn
from datafiles import load_file
from language.names import MANNER, split_name
from language.reading import Reading
from language.redaction import Known, names_introduced, redacted
from language.signals import shipped_families
from language_model import Message
from simulator.cue import Cue, Scene
from simulator.forms import Band
from simulator.persona import Register
from simulator.scenario import Person, Scenario

VERSION = "model-1"
"""Raised with every change of the prompts; it goes into each reply."""

RECALLED = 8
"""So many lines of the talk are told; what is older does not change how a turn is put."""

_FOLDER = Path(__file__).parent / "prompts"
_MARKED = 60  # a trait from here on is worth telling
_FLUENT = 30
_ROOM = 10  # words more than the template needs, for whoever puts it another way


class _HowMuch(Frozen):
    up_to: int
    how: str


class Ways(Frozen):
    """What prompts say of people, moods and acts."""

    speaks: dict[Register, str]
    talks: Annotated[tuple[_HowMuch, ...], Field(min_length=1)]
    halting: str
    fluent: str
    sarcastic: str
    proud: str
    feels: dict[Band, str]
    acts: dict[Act, str]


def spoken_to(cue: Cue) -> tuple[Message, ...]:
    """The messages that ask for a move in words of the model's own."""
    scene, person = cue.scene, _person(cue.scene)
    return (
        Message("system", instructions(scene.scenario, person)),
        Message("user", _turn(cue, person)),
    )


def once_more(messages: tuple[Message, ...], said: str, reason: str) -> tuple[Message, ...]:
    """The same messages after an answer that would not do."""
    first, asked = messages
    more = _render("again.md", said=said, reason=reason)
    return (first, Message("user", f"{asked.content}\n{more}"))


def listened_to(scene: Scene) -> tuple[Message, ...]:
    """The messages that ask what the last turn does."""
    last = scene.readings[-1]
    before = scene.call.lines[-2].turn if len(scene.call.lines) > 1 else None
    user = _render("heard.md", before=before and before.text, last=_masked(scene, last))
    return (
        Message("system", _render("listen.md", signals=sorted(choices().items()))),
        Message("user", user),
    )


@cache
def choices() -> dict[str, str]:
    """What a model may make out in a collector's turn, and what each of it means."""
    return {
        name: spec.means
        for family in shipped_families()
        if family.speaker == "collector"
        for name, spec in family.signals.items()
        if split_name(name)[0] not in MANNER
    }


def instructions(scenario: Scenario, person: Person) -> str:
    """What stays the same in a call: who they are, and the rules of speaking for them."""
    return _render(
        "person.md", name=_first(person), who=_who(scenario, person), habits=_habits(person)
    )


def most_words(person: Person, plain: str) -> int:
    """How long the person's own way of putting something may get."""
    usual = 12 + person.temperament.verbosity * 3 // 10
    return max(usual, len(plain.split()) + _ROOM)


def _turn(cue: Cue, person: Person) -> str:
    plain = cue.words
    return _render(
        "turn.md",
        name=_first(person),
        talk=tuple(_talk(cue.scene, person)),
        feels=ways().feels[cue.utterance.band],
        does=", and ".join(_acts(cue.move)),
        plain=plain,
        most_words=most_words(person, plain),
    )


def _talk(scene: Scene, person: Person) -> list[dict[str, str]]:
    lines = zip(scene.call.lines, scene.readings, strict=True)
    return [
        {
            "who": "Caller" if line.turn.speaker is Speaker.COLLECTOR else _first(person),
            "words": _words(scene, line.turn, reading),
        }
        for line, reading in list(lines)[-RECALLED:]
    ]


def _words(scene: Scene, turn: Turn, reading: Reading) -> str:
    return _masked(scene, reading) if turn.speaker is Speaker.COLLECTOR else turn.text


def _masked(scene: Scene, reading: Reading) -> str:
    """What the collector typed, without what may be somebody's name or number."""
    known = _known(scene.scenario)
    introduced = {
        name
        for one in scene.readings
        if one.turn.speaker is Speaker.COLLECTOR
        for name in names_introduced(one, known)
    }
    return redacted(reading, known, (scene.collector, *introduced), scene.call.began_at.date())


def _known(scenario: Scenario) -> Known:
    """What of a scenario may leave: all of it is made up, but for what collectors say in it."""
    told = scenario.model_dump_json(exclude={"model_call", "poor_call"})
    return _known_words(told)


@cache
def _known_words(told: str) -> Known:
    return Known((told,))


def _person(scene: Scene) -> Person:
    return scene.scenario.person(scene.call.who)


def _first(person: Person) -> str:
    return person.name.split()[0]


def _who(scenario: Scenario, person: Person) -> str:
    if person.speaker is Speaker.CONSUMER:
        return "A stranger from some company is calling."
    consumer = scenario.consumer_name.split()[0]
    relation = person.answerer.relation
    told = f"You are {consumer}'s {relation}." if relation else f"You are not {consumer}."
    return f"{told} A stranger is calling who wants {consumer}."


def _habits(person: Person) -> list[str]:
    nature = person.temperament
    much = next((one for one in ways().talks if nature.verbosity <= one.up_to), ways().talks[-1])
    manner = ways().speaks[nature.speaks].format(language=person.language)
    habits = [manner, much.how, *filter(None, (person.needs,))]
    if nature.disfluency >= _MARKED:
        habits.append(ways().halting)
    if nature.disfluency <= _FLUENT:
        habits.append(ways().fluent)
    if nature.sarcasm >= _MARKED:
        habits.append(ways().sarcastic)
    if nature.pride >= _MARKED:
        habits.append(ways().proud)
    return habits


def _acts(move: Move) -> list[str]:
    return [ways().acts[act] for act in move.acts]


@cache
def ways() -> Ways:
    """The shipped words for people, moods and acts."""
    return load_file(_FOLDER / "ways.yaml", Ways)


@cache
def _prompts() -> Environment:
    # Prompts are text for a model; what people said stands in them as it was said.
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,  # noqa: S701
    )


def _render(prompt: str, **told: object) -> str:
    return _prompts().get_template(prompt).render(**told)
