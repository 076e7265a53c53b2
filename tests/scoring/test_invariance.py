"""The same acts, put otherwise: names, short forms, fillers, marks and capitals move no score."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from calls.record import Record, record_of
from calls.turn import Speaker
from compliance_rules import shipped_checker
from scoring.marks import Dimension
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.scoring.reviewing import BEGAN, played
from tests.shipped import SCENARIOS

OURS = (Dimension.COMPLIANCE, Dimension.COMMUNICATION, Dimension.CONDUCT)
CALLS = [one for one in SCENARIOS.values() if not one.more_than_a_call]
LONG_FORMS = {
    "I'm": "I am",
    "I'll": "I will",
    "I'd": "I would",
    "don't": "do not",
    "it's": "it is",
    "It's": "It is",
    "that's": "that is",
    "That's": "That is",
    "can't": "cannot",
    "you're": "you are",
    "We'll": "We will",
    "we'll": "we will",
    "won't": "will not",
    "What's": "What is",
}


def _long(text: str) -> str:
    return " ".join(LONG_FORMS.get(word, word) for word in text.split(" "))


def _short(text: str) -> str:
    for short, long in LONG_FORMS.items():
        text = text.replace(f"{long} ", f"{short} ")
    return text


def _filled(text: str) -> str:
    return text.replace(", ", ", um, ", 1) if ", " in text else f"Uh, {text}"


def _small(text: str) -> str:
    """In small letters; a bare name that is asked for is a known gap of the reading (docs)."""
    name, mark, rest = text.partition("?")
    return f"{name}{mark}{rest.lower()}" if mark and name.istitle() else text.lower()


CHANGES: dict[str, Callable[[str], str]] = {
    "long forms": _long,
    "short forms": _short,
    "a filler": _filled,
    "no commas": lambda text: text.replace(",", ""),
    "no full stop": lambda text: text.removesuffix("."),
    "lower case": _small,
    "capitals": str.upper,
    "another name": lambda text: text.replace("Dana Wells", "Oluwaseun Okonkwo-Bright"),
}


def reviewed(scenario: Scenario, poor: bool, change: Callable[[str], str]) -> Review:
    """What was decided stays; only the collector's words are put otherwise."""
    said = scenario.poor_call if poor else scenario.model_call
    state = played(scenario, said.lines, said.answered_by)
    assert state.call is not None
    record = record_of("attempt", state, context(scenario, BEGAN, state.call.answered_by))
    turns = tuple(
        turn.model_copy(update={"text": change(turn.text)})
        if turn.speaker is Speaker.COLLECTOR
        else turn
        for turn in record.transcript.turns
    )
    changed: Record = replace(
        record, transcript=record.transcript.model_copy(update={"turns": turns})
    )
    return review(changed, shipped_checker(), scenario)


def values(made: Review) -> dict[Dimension, float | None]:
    return {score.dimension: score.value for score in made.scorecard.scores}


def chosen(samples: Samples) -> list[Scenario]:
    return CALLS[:: samples(small=12, full=1)]


@pytest.mark.parametrize("name", CHANGES)
def test_the_same_acts_put_otherwise_move_no_score_by_more_than_two(
    name: str, samples: Samples
) -> None:
    moved = []
    for scenario in chosen(samples):
        for poor in (False, True):
            plain = values(reviewed(scenario, poor, str))
            changed = values(reviewed(scenario, poor, CHANGES[name]))
            moved += [
                (scenario.id, poor, dimension.value, plain[dimension], changed[dimension])
                for dimension in OURS
                if abs((plain[dimension] or 0) - (changed[dimension] or 0)) > 2
            ]

    assert moved == []
