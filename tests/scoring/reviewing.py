"""Calls played through and reviewed, as a trainee's would be."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from calls.context import CallContext
from calls.fold import fold
from calls.money import Arrangement, Instalment, Money
from calls.notation import parse_transcript
from calls.record import Record, record_of
from calls.state import AttemptState, WrapUp
from compliance_rules import shipped_checker
from scoring.marks import Dimension, Mark, Score
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from tests.simulator.playing import play
from training.rehearsal import left_behind

BEGAN = datetime(2026, 3, 10, 18, 32, tzinfo=UTC)
TODAY = BEGAN.date()


def practised(
    scenario: Scenario, lines: tuple[str, ...], wrap_up: WrapUp | None = None, who: str = ""
) -> Review:
    """The review of a call with these lines and this after-call work."""
    state = played(scenario, lines, who)
    return reviewed(scenario, replace(state, wrap_up=wrap_up or WrapUp()))


def played(scenario: Scenario, lines: tuple[str, ...], who: str = "") -> AttemptState:
    """Where a call with these lines comes to."""
    seed = seed_for(scenario, who or scenario.model_call.answered_by)
    spoken = script(scenario, lines, BEGAN)
    return fold(play(scenario, spoken, seed, shipped_checker().reader, BEGAN))


def reviewed(scenario: Scenario, state: AttemptState) -> Review:
    """The review of an attempt that stands like this."""
    known = context(scenario, BEGAN, state.call.answered_by) if state.call else CallContext()
    return review(record_of("attempt", state, known), shipped_checker(), scenario)


def imported(text: str, known: CallContext | None = None) -> Review:
    """The review of a call from somewhere else."""
    return review(Record(parse_transcript(text), known or CallContext()), shipped_checker())


def rows(
    amount: str, count: int, first: date, days: int = 14, method: str | None = "debit card"
) -> Arrangement:
    """Equal payments, some days apart."""
    return Arrangement(
        instalments=tuple(
            Instalment(amount=Money.of(amount), due=first + timedelta(days=days * n))
            for n in range(count)
        ),
        method=method,
    )


def model_wrap_up(scenario: Scenario) -> WrapUp:
    """What a good collector leaves behind after the scenario's model call."""
    return left_behind(scenario, scenario.model_call, played(scenario, scenario.model_call.lines))


def score_of(made: Review, dimension: Dimension) -> Score:
    """The score of one dimension."""
    return next(score for score in made.scorecard.scores if score.dimension is dimension)


def mark_of(made: Review, dimension: Dimension, name: str) -> Mark:
    """One mark of a dimension."""
    return next(mark for mark in score_of(made, dimension).marks if mark.name == name)
