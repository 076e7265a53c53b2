"""Scripted calls, played through the one path of every turn: for scenario checks and benchmarks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from calls.state import AttemptState, WrapUp
from calls.turn import Channel
from simulator.scenario import Scenario
from simulator.scripted import PAUSE, script, seed_for
from simulator.scripted_call import ScriptedCall, ScriptedDecision
from training.arrangements import until_paid
from training.beginning import begin
from training.dialling import decide_dial, from_eight
from training.messages import By
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.practising import check_practises
from training.store import Store, passing_store

_WAY = "channel: "
"""What a line begins with that says how the lines after it go."""


def rehearse(
    store: Store, person: Person, scenario: Scenario, scripted: ScriptedCall, began_at: datetime
) -> Iterator[Attempt]:
    """The attempt after the hello and after each decision and line, until one side hangs up."""
    check_practises(person)
    seed = seed_for(scenario, scripted.answered_by)
    attempt, now = begin(store, person, scenario, Purpose.DEMO, seed, began_at), began_at
    yield attempt
    for made in scripted.decisions:
        now += PAUSE
        attempt = _decide(store, person, attempt, scenario, made, now)
        yield attempt
    by = None
    for line in script(scenario, scripted.lines, began_at):
        if line.startswith(_WAY):
            channel, _, to = line.removeprefix(_WAY).strip().partition(" ")
            by = By(Channel(channel), to=to)
            if _is_heard(attempt) and not _is_written(attempt):
                attempt = end_call(store, person, attempt, now)
            continue
        if by is None and not _is_heard(attempt):
            return
        now += PAUSE
        attempt = take_turn(store, person, attempt, line, now, by=by)
        yield attempt


def rehearsed(scenario: Scenario, scripted: ScriptedCall, began_at: datetime) -> Attempt:
    """The attempt as the scripted call leaves it, in a store that is thrown away."""
    with passing_store() as store:
        person = sign_in_locally(store, "Rehearsal", Role.TRAINEE, began_at)
        *_, attempt = rehearse(store, person, scenario, scripted, began_at)
    return attempt


def left_behind(scenario: Scenario, scripted: ScriptedCall, state: AttemptState) -> WrapUp:
    """The after-call work that a scripted call brings along, with the rows as they were agreed."""
    written, call = scripted.wrap_up, state.call
    if written is None or call is None:
        return WrapUp()
    today, days = call.began_at.date(), written.follow_up_in_days
    (note,) = script(scenario, (written.note,), call.began_at)
    return WrapUp(
        notes=note,
        disposition=written.disposition,
        arrangement=until_paid(call.accepted, scenario.account.past_due),
        follow_up=None if days is None else today + timedelta(days=days),
        flags=frozenset(written.flags),
    )


def _decide(
    store: Store,
    person: Person,
    attempt: Attempt,
    scenario: Scenario,
    made: ScriptedDecision,
    now: datetime,
) -> Attempt:
    days = made.next_in_days
    day = None if days is None else now.date() + timedelta(days=days)
    at = None if day is None else from_eight(scenario, made.account, day)
    return decide_dial(store, person, attempt, made.account, made.decision, made.reason, now, at)


def _is_written(attempt: Attempt) -> bool:
    call = attempt.state.call
    return call is not None and call.written


def _is_heard(attempt: Attempt) -> bool:
    """Whether there is a conversation that goes on."""
    call = attempt.state.call
    return call is not None and (call.written or not call.over)
