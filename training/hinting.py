"""Hints while practising: chosen by the trainee, kept in the log, and told on the scorecard."""

from datetime import datetime

from calls.events import Event, Hints, HintsChosen
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.hints import Hint, hint
from simulator.scenario import Scenario
from training import shipped
from training.errors import Closed, TrainingError
from training.models import Attempt, Person, Purpose
from training.practice import check_open, scenario_of, waits
from training.practising import check_practises
from training.reviews import record
from training.store import Store


def hints_offered(attempt: Attempt, scenario: Scenario) -> bool:
    """Whether somebody may have hints here: in practice, and where no care is needed."""
    return attempt.purpose is not Purpose.ASSESSMENT and not scenario.with_care


def is_past(attempt: Attempt, scenario: Scenario) -> bool:
    """Whether nothing is said or written any more: the one call is over, or all is handed in."""
    call = attempt.state.call
    over = call is not None and call.over and not scenario.more_than_a_call
    return over or attempt.state.handed_in


def choose_hints(
    store: Store, person: Person, attempt: Attempt, level: Hints, now: datetime
) -> Attempt:
    """From now on there are such hints, or none; the log says so, whatever comes of it."""
    check_practises(person)
    scenario = scenario_of(store, person, attempt)
    if not hints_offered(attempt, scenario):
        raise TrainingError(
            f"attempt {attempt.id!r}",
            "there are no hints here",
            "in practice there are, but neither in an assessment nor in a call played with care",
        )

    def decide(present: Attempt) -> tuple[Event, ...]:
        check_open(present)
        if present.state.hints is level:
            return ()
        if is_past(present, scenario):
            raise Closed(f"attempt {attempt.id!r}", "the call is over", "go on to the wrap-up")
        return (HintsChosen(seq=present.next_seq, at=now, level=level),)

    return store.append(person, attempt, decide)


def hint_for(store: Store, person: Person, attempt: Attempt) -> Hint | None:
    """The hint on the last exchange of a call that goes on, once it is answered and if wanted."""
    call = attempt.state.call
    if attempt.state.hints is Hints.OFF or call is None or call.over or waits(attempt):
        return None
    scenario = scenario_of(store, person, attempt)
    made, checker = record(attempt, scenario), shipped.checker_for(scenario.house)
    readings, check = read_and_checked(made, checker, DEFAULT)
    return hint(Case(made, readings, check, scenario, checker), attempt.state.hints)
