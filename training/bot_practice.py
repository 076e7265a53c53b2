"""Calls held by bots, over the one path of every turn and every entry at the desk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from calls.events import DialDecision
from calls.moves import Ending
from calls.record import Record
from calls.turn import Speaker, Transcript
from language.reader import Reader
from scoring.review import Review
from simulator.bots.bot import Bot
from simulator.bots.desk_work import LeftBehind, left_behind, left_on_the_list
from simulator.bots.dialling import decisions
from simulator.bots.talking import Course, hear, next_line, say, words_for_a_machine
from simulator.desk import desk_of
from simulator.scenario import Scenario
from simulator.scripted import PAUSE
from training import shipped, wrap_up
from training.beginning import begin
from training.care import bots_for, check_bots
from training.dialling import decide_dial
from training.messages import By
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import Change, end_call, scenario_of, take_turn
from training.reviews import record, review_attempt
from training.store import Store, passing_store


@dataclass(frozen=True)
class BotCall:
    """One call of a bot: what was recorded, and what the review makes of it."""

    scenario: Scenario
    bot: str
    seed: int
    record: Record
    review: Review

    @property
    def acceptable_end(self) -> bool:
        """Whether it reached one of the scenario's acceptable ends."""
        return bool(self.review.scorecard.end_reached)

    @property
    def grade(self) -> float | None:
        """The overall grade; None where there was nothing to grade."""
        return self.review.scorecard.grade.value

    @property
    def hung_up(self) -> bool:
        """Whether the other side hung up on the bot."""
        return self.record.call is not None and self.record.call.ending is Ending.HUNG_UP

    @property
    def agreed(self) -> bool:
        """Whether the other side agreed to pay something."""
        return self.record.call is not None and self.record.call.accepted is not None

    @property
    def walked_away(self) -> bool:
        """Whether the other side hung up, or a call about money ended with nothing agreed."""
        call = self.record.call
        reached = call is None or call.speaker is not Speaker.THIRD_PARTY
        about_money = self.scenario.aim.about_money
        return self.hung_up or (about_money and reached and not self.agreed)


def hold_calls(
    scenario: Scenario, bots: Sequence[Bot], seeds: Sequence[int], first_day: datetime
) -> Iterator[BotCall]:
    """One call for each bot and seed, each on a day of its own, in a store that is thrown away.

    A bot that never calls there is left out.
    """
    with passing_store() as store:
        for bot in bots_for(scenario, bots):
            for nth, seed in enumerate(seeds, start=1):
                yield hold_call(store, scenario, bot, seed, first_day + timedelta(days=nth))


def hold_call(store: Store, scenario: Scenario, bot: Bot, seed: int, began_at: datetime) -> BotCall:
    """One whole call: the talk, the desk work and the review."""
    check_bots(scenario, (bot,))
    person = sign_in_locally(store, f"Bot {bot.id}", Role.TRAINEE, began_at)
    attempt = begin(store, person, scenario, Purpose.DEMO, seed, began_at)
    attempt = play(store, person, attempt, bot)
    now = began_at + PAUSE * (len(attempt.events) + 1)
    made = review_attempt(store, person, attempt.id, now)
    return BotCall(scenario, bot.id, seed, record(attempt, scenario), made)


class Say(Protocol):
    """How a line is said in an attempt."""

    def __call__(
        self,
        store: Store,
        person: Person,
        attempt: Attempt,
        text: str,
        now: datetime,
        *,
        by: By | None,
    ) -> Attempt: ...


@dataclass(frozen=True)
class Way:
    """By which functions a bot says a line, and hands in; a work sample has its own."""

    say: Say
    hand_in: Change


PRACTICE = Way(take_turn, wrap_up.hand_in)


def play(store: Store, person: Person, attempt: Attempt, bot: Bot, way: Way = PRACTICE) -> Attempt:
    """The bot in somebody's place from here on: what is said, and the desk work to the end."""
    scenario = scenario_of(store, person, attempt)
    there = _Seat(store, person, scenario, way)
    course = Course(bot, desk_of(scenario, attempt.started_at.date()), attempt.seed)
    if scenario.dial is not None:
        attempt = _go_through_the_list(there, attempt, course)
        left = left_on_the_list(course, attempt.state)
    else:
        attempt, course = _talk(there, attempt, course)
        call = attempt.state.call
        left = left_behind(course, call is not None and call.ending is Ending.HUNG_UP)
    return _leave(there, attempt, left, _began(attempt) + PAUSE * (len(attempt.events) + 1))


@dataclass(frozen=True)
class _Seat:
    """Where a bot sits: whose attempt it plays, in which scenario, by which functions."""

    store: Store
    person: Person
    scenario: Scenario
    way: Way

    def say(self, attempt: Attempt, text: str, now: datetime, by: By | None = None) -> Attempt:
        return self.way.say(self.store, self.person, attempt, text, now, by=by)

    @property
    def reader(self) -> Reader:
        return shipped.checker_for(self.scenario.house).reader


def _began(attempt: Attempt) -> datetime:
    """When the talk began: a branch takes its first lines over from another day."""
    call = attempt.state.call
    return max(attempt.started_at, call.began_at) if call else attempt.started_at


def _go_through_the_list(there: _Seat, attempt: Attempt, course: Course) -> Attempt:
    """Each account decided on, and a message where a machine answers."""
    dialling, now, scenario = course.bot.dialling, attempt.started_at, there.scenario
    if dialling is None or scenario.clock is None:
        return attempt
    accounts = tuple(scenario.for_account(one).account for one in scenario.accounts)
    seed = f"{course.seed}:{course.bot.id}"
    for made in decisions(dialling, accounts, scenario.clock.on(now.date()), seed):
        now += PAUSE
        attempt = decide_dial(
            there.store,
            there.person,
            attempt,
            made.account,
            made.decision,
            made.reason,
            now,
            made.next_at,
        )
        call = attempt.state.call
        if made.decision is DialDecision.DIAL and call is not None and not call.over:
            of = replace(course, desk=desk_of(scenario.for_account(made.account), now.date()))
            attempt = there.say(attempt, words_for_a_machine(of, dialling), now)
    return attempt


def _talk(there: _Seat, attempt: Attempt, course: Course) -> tuple[Attempt, Course]:
    """Turn after turn until one side ends the call."""
    now, reader = _began(attempt), there.reader
    while _goes_on(attempt):
        course = _listen(attempt, course, reader)
        line = next_line(course)
        if line is not None:
            now += PAUSE
            by = By(line.by, to=line.to) if line.by else None
            attempt = there.say(attempt, line.words, now, by)
            course = say(course, line)
        if line is None or (line.ends and _goes_on(attempt)):
            attempt = end_call(there.store, there.person, attempt, now)
    return _write_after(there, attempt, _listen(attempt, course, reader), now)


def _write_after(
    there: _Seat, attempt: Attempt, course: Course, now: datetime
) -> tuple[Attempt, Course]:
    """What is written once the call is over."""
    course = replace(course, over=True)
    line = next_line(course)
    if line is None or line.by is None:
        return attempt, course
    by = By(line.by, to=line.to)
    return there.say(attempt, line.words, now + PAUSE, by), say(course, line)


def _goes_on(attempt: Attempt) -> bool:
    return attempt.state.call is not None and not attempt.state.call.over


def _listen(attempt: Attempt, course: Course, reader: Reader) -> Course:
    """The course with what was said up to now: a bot hears words, and nothing of the mind."""
    call = attempt.state.call
    if call is None:
        return course
    said = Transcript(id=call.account, turns=call.turns, began_at=call.began_at)
    return hear(course, reader.read_call(said))


def _leave(there: _Seat, attempt: Attempt, left: LeftBehind, now: datetime) -> Attempt:
    """The desk work, entry by entry, and the attempt handed in."""
    at = (there.store, there.person)
    if left.note:
        attempt = wrap_up.note(*at, attempt, left.note, now)
    for flag in left.flags:
        attempt = wrap_up.set_flag(*at, attempt, flag, True, now)
    if left.arrangement:
        attempt = wrap_up.record_arrangement(*at, attempt, left.arrangement, now)
    if left.disposition:
        attempt = wrap_up.record_disposition(*at, attempt, left.disposition, now)
    if left.follow_up:
        attempt = wrap_up.set_follow_up(*at, attempt, left.follow_up, now)
    return there.way.hand_in(*at, attempt, now)
