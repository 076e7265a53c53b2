"""Recorded calls with their after-call work, reviewed as if they had been practised."""

from dataclasses import replace

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.record import Record
from calls.state import WrapUp
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.recorded import as_practised, who_answered
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.scenario import Scenario
from tests.scoring.reviewing import BEGAN


def record_of_words(scenario: Scenario, talk: str, wrap_up: WrapUp) -> Record:
    """The call as it would stand in a log in which nobody on the line decided anything."""
    turns = parse_transcript(talk)
    person = who_answered(Record(turns, CallContext(), began_at=BEGAN), scenario)
    bare = Record(turns, context(scenario, BEGAN, person.role), began_at=BEGAN)
    state = as_practised(bare, BEGAN, scenario, person, shipped_checker())
    return replace(bare, call=state, wrap_up=wrap_up)


def reviewed_words(scenario: Scenario, talk: str, wrap_up: WrapUp) -> Review:
    """The review of a call of which only the words are known."""
    return review(record_of_words(scenario, talk, wrap_up), shipped_checker(), scenario)


def case_of_words(scenario: Scenario, talk: str, wrap_up: WrapUp) -> Case:
    """The same as the scorers see it."""
    record = record_of_words(scenario, talk, wrap_up)
    readings, check = read_and_checked(record, shipped_checker(), DEFAULT)
    return Case(record, readings, check, scenario, shipped_checker())
