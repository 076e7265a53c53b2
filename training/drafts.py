"""A message before it goes out: what the rules and marks would say, where hints are wanted."""

from datetime import datetime

from calls.events import Hints
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import Checked, read_and_checked
from scoring.drafts import before_sending
from scoring.hints import Hint
from simulator.scenario import Scenario
from training import messages, shipped
from training.errors import TrainingError
from training.hinting import hints_offered
from training.messages import By
from training.models import Attempt, Person
from training.practice import scenario_of
from training.practising import check_practises
from training.reviews import record
from training.store import Store


def check_draft(
    store: Store, person: Person, attempt: Attempt, text: str, by: By, now: datetime
) -> tuple[Hint, ...]:
    """What a message would bring if it went out now; nothing is kept, and nothing is sent.

    It is a hint and follows the hints that are on: none in an assessment, and none unasked.
    """
    check_practises(person)
    scenario = scenario_of(store, person, attempt)
    if attempt.state.hints is Hints.OFF or not hints_offered(attempt, scenario):
        return ()
    try:
        message = messages.sent(attempt, text, now, by, scenario)
        drafted = attempt.after(messages.going_out(attempt, message, scenario))
    except TrainingError:
        return ()
    _, before = _checked(attempt, scenario)
    readings, check = _checked(drafted, scenario)
    checker = shipped.checker_for(scenario.house)
    case = Case(record(drafted, scenario), readings, check, scenario, checker)
    return before_sending(before, case, attempt.state.hints)


def _checked(attempt: Attempt, scenario: Scenario) -> Checked:
    return read_and_checked(record(attempt, scenario), shipped.checker_for(scenario.house), DEFAULT)
