"""A recorded call as if it had been practised in a scenario: what the log would hold of it.

No mind was on the line. What was agreed, which facts were told and what was taken seriously is what
can be read.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from calls.moves import Ending
from calls.record import Record
from calls.state import CallState, Line
from calls.turn import Speaker
from compliance_rules.assumptions import DEFAULT
from compliance_rules.checker import Checker
from language.reading import Reading
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.negotiation.offers import agreed_at
from scoring.told_facts import told_in
from simulator.hearing import hear
from simulator.memory import Kept, kept
from simulator.scenario import Person, Scenario

_APART = timedelta(seconds=8)


def as_practised(
    bare: Record, began_at: datetime, scenario: Scenario, person: Person, checker: Checker
) -> CallState:
    """The state of a call that went like this with this person, from its words alone."""
    readings, check = read_and_checked(bare, checker, DEFAULT)
    said = agreed_at(Case(bare, readings, check, scenario, checker=checker))
    told = tuple(told_in(person.facts, checker.reader, readings))
    turns = bare.transcript.turns
    return CallState(
        account=scenario.account.id,
        who=person.id,
        speaker=person.speaker,
        answered_by=person.role,
        channel=turns[0].channel if turns else scenario.channel,
        began_at=began_at,
        lines=tuple(
            Line(seq, began_at + _APART * seq, turn) for seq, turn in enumerate(turns, start=1)
        ),
        revealed=told,
        accepted=said[1] if said else None,
        remembered=tuple(_respected(person, told, readings)),
        ended_by=Speaker.COLLECTOR,
        ending=Ending.GOODBYE,
    )


def _respected(person: Person, told: tuple[str, ...], readings: Sequence[Reading]) -> Iterator[str]:
    """What they stand on, where a turn of ours takes it seriously as somebody on the line hears it.

    Nobody is blamed for what they were never told.
    """
    heard = [hear(r) for r in readings if r.turn.speaker is Speaker.COLLECTOR and r.words]
    for position in person.positions:
        if not position.in_force(told) or any(map(position.respected_by, heard)):
            yield kept(Kept.RESPECTED, position.kind)


def who_answered(bare: Record, scenario: Scenario) -> Person:
    """Whom of the scenario a recorded call reached: by who speaks, else as in the model call."""
    sides = {turn.speaker for turn in bare.transcript.turns} - {Speaker.COLLECTOR}
    people = [scenario.person(one.id) for one in scenario.answered_by]
    meant = scenario.person(scenario.model_call.answered_by)
    if not sides or meant.speaker in sides:
        return meant
    return next((one for one in people if one.speaker in sides), meant)
