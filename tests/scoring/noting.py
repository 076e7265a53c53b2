"""Notes under a call that was played once, for tests that try many of them."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from calls.record import record_of
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from datafiles import load_file
from scoring.accuracy import Fault, Item, left_behind
from scoring.accuracy.note import note_mark, noted
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.end_states import nearest
from scoring.grounds import untold
from scoring.marks import Mark
from simulator.circumstances import context
from tests.scoring.reviewing import BEGAN, TODAY, model_wrap_up, played
from tests.shipped import SCENARIOS


class Noted(BaseModel):
    """A note and the parts of it that are the matter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    note: str
    missing: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    def parts(self) -> set[tuple[str, str]]:
        """Each fault with its part."""
        return {(fault.value, part) for fault in Fault for part in getattr(self, fault.value)}


class Notes(BaseModel):
    """The file of notes, by scenario."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    notes: dict[str, tuple[Noted, ...]]


@cache
def shipped_notes() -> tuple[tuple[str, Noted], ...]:
    """Every note of the file with its scenario."""
    notes = load_file(Path(__file__).parent / "notes.yaml", Notes).notes
    return tuple((scenario, one) for scenario, many in notes.items() for one in many)


@cache
def case(scenario_id: str) -> Case:
    """The model call of a scenario with its own wrap-up."""
    scenario = SCENARIOS[scenario_id]
    state = replace(played(scenario, scenario.model_call.lines), wrap_up=model_wrap_up(scenario))
    assert state.call is not None
    known = context(scenario, BEGAN, state.call.answered_by)
    record = record_of("attempt", state, known)
    readings, check = read_and_checked(record, shipped_checker(), DEFAULT)
    return Case(record, readings, check, scenario, shipped_checker())


def with_note(scenario_id: str, note: str) -> Case:
    """The same call with another note."""
    of = case(scenario_id)
    assert of.record.wrap_up is not None
    wrap_up = replace(of.record.wrap_up, notes=note)
    return replace(of, record=replace(of.record, wrap_up=wrap_up))


def items(scenario_id: str, note: str) -> tuple[Item, ...]:
    """What there is to say of this note, without the other entries of the wrap-up."""
    return tuple(one for one in left_behind(with_note(scenario_id, note)) if one.in_note)


def mark(scenario_id: str, note: str) -> Mark:
    """The mark of this note."""
    of = with_note(scenario_id, note)
    assert of.record.wrap_up is not None
    assert of.scenario is not None
    end = nearest(of.scenario, of.record.wrap_up, TODAY, untold(of))
    return note_mark(of, end, of.record.wrap_up, noted(of))


def faults(scenario_id: str, note: str) -> set[tuple[str, str]]:
    """Each fault of the note with its part."""
    return {(one.fault.value, one.part) for one in items(scenario_id, note) if one.fault}
