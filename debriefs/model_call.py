"""What a good call sounded like: the scenario's model call, beside what was said, by phase."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from calls.record import Record
from calls.turn import Frozen, Speaker
from debriefs.phases import Phase, phases_of
from language.reader import Reader
from language.reading import Reading
from simulator.scenario import Scenario
from training.rehearsal import rehearsed
from training.reviews import record
from training.shipped import scenario_from

SOME_DAY = datetime(2026, 1, 5, 17, tzinfo=UTC)
"""The moment of a call that does not tell its own: a Monday, the same in every process."""


class Spoken(Frozen):
    """One turn of one of the two calls; `turn` counts from 0 in its own call."""

    turn: int
    speaker: Speaker
    who: str
    text: str


class Stretch(Frozen):
    """One phase of the call: what was said in it, and what the model call says there."""

    phase: Phase
    said: tuple[Spoken, ...]
    model: tuple[Spoken, ...]


def aligned(
    readings: Sequence[Reading],
    scenario: Scenario,
    reader: Reader,
    names: Mapping[Speaker, str],
    began_at: datetime | None,
) -> tuple[Stretch, ...]:
    """The two calls beside each other; a phase that neither has is left out."""
    at = began_at or SOME_DAY
    model = _played(scenario.model_dump_json(), at if at.tzinfo else at.replace(tzinfo=UTC))
    others = {**names, Speaker.COLLECTOR: "Model call"}
    said = _by_phase(readings, names)
    better = _by_phase(reader.read_call(model.transcript), others)
    both = (Stretch(phase=one, said=said[one], model=better[one]) for one in Phase)
    return tuple(one for one in both if one.said or one.model)


@lru_cache(maxsize=32)
def _played(content: str, began_at: datetime) -> Record:
    """The model call, played against the mind on the day of the call itself."""
    scenario = scenario_from(content)
    return record(rehearsed(scenario, scenario.model_call, began_at), scenario)


def _by_phase(
    readings: Sequence[Reading], names: Mapping[Speaker, str]
) -> Mapping[Phase, tuple[Spoken, ...]]:
    found: dict[Phase, tuple[Spoken, ...]] = dict.fromkeys(Phase, ())
    for reading, phase in zip(readings, phases_of(readings), strict=True):
        turn = reading.turn
        said = Spoken(
            turn=reading.index, speaker=turn.speaker, who=names[turn.speaker], text=turn.text
        )
        found[phase] = (*found[phase], said)
    return found
