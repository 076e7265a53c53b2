"""Calls held by bots, over the one path of every turn and every entry at the desk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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
from training.practice import end_call, take_turn
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
    course = Course(bot, desk_of(scenario, began_at.date()), seed)
    if scenario.dial is not None:
        attempt = _go_through_the_list(store, person, attempt, course, scenario)
        left = left_on_the_list(course, attempt.state)
    else:
        attempt, course = _talk(store, person, attempt, course, _reader(scenario))
        call = attempt.state.call
        left = left_behind(course, call is not None and call.ending is Ending.HUNG_UP)
    now = began_at + PAUSE * (len(attempt.events) + 1)
    attempt = _leave(store, person, attempt, left, now)
    made = review_attempt(store, person, attempt.id, now)
    return BotCall(scenario, bot.id, seed, record(attempt, scenario), made)


def _go_through_the_list(
    store: Store, person: Person, attempt: Attempt, course: Course, scenario: Scenario
) -> Attempt:
    """Each account decided on, and a message where a machine answers."""
    dialling, now = course.bot.dialling, attempt.started_at
    if dialling is None or scenario.clock is None:
        return attempt
    accounts = tuple(scenario.for_account(one).account for one in scenario.accounts)
    seed = f"{course.seed}:{course.bot.id}"
    for made in decisions(dialling, accounts, scenario.clock.on(now.date()), seed):
        now += PAUSE
        account, why, at = made.account, made.reason, made.next_at
        attempt = decide_dial(store, person, attempt, account, made.decision, why, now, at)
        call = attempt.state.call
        if made.decision is DialDecision.DIAL and call is not None and not call.over:
            of = replace(course, desk=desk_of(scenario.for_account(account), now.date()))
            attempt = take_turn(store, person, attempt, words_for_a_machine(of, dialling), now)
    return attempt


def _talk(
    store: Store, person: Person, attempt: Attempt, course: Course, reader: Reader
) -> tuple[Attempt, Course]:
    """Turn after turn until one side ends the call."""
    now = attempt.started_at
    while _goes_on(attempt):
        course = _listen(attempt, course, reader)
        line = next_line(course)
        if line is not None:
            now += PAUSE
            by = By(line.by, to=line.to) if line.by else None
            attempt = take_turn(store, person, attempt, line.words, now, by=by)
            course = say(course, line)
        if line is None or (line.ends and _goes_on(attempt)):
            attempt = end_call(store, person, attempt, now)
    return _write_after(store, person, attempt, _listen(attempt, course, reader), now)


def _write_after(
    store: Store, person: Person, attempt: Attempt, course: Course, now: datetime
) -> tuple[Attempt, Course]:
    """What is written once the call is over."""
    course = replace(course, over=True)
    line = next_line(course)
    if line is None or line.by is None:
        return attempt, course
    by = By(line.by, to=line.to)
    return take_turn(store, person, attempt, line.words, now + PAUSE, by=by), say(course, line)


def _goes_on(attempt: Attempt) -> bool:
    return attempt.state.call is not None and not attempt.state.call.over


def _listen(attempt: Attempt, course: Course, reader: Reader) -> Course:
    """The course with what was said up to now: a bot hears words, and nothing of the mind."""
    call = attempt.state.call
    if call is None:
        return course
    said = Transcript(id=call.account, turns=call.turns, began_at=call.began_at)
    return hear(course, reader.read_call(said))


def _leave(
    store: Store, person: Person, attempt: Attempt, left: LeftBehind, now: datetime
) -> Attempt:
    """The desk work, entry by entry, and the attempt handed in."""
    if left.note:
        attempt = wrap_up.note(store, person, attempt, left.note, now)
    for flag in left.flags:
        attempt = wrap_up.set_flag(store, person, attempt, flag, True, now)
    if left.arrangement:
        attempt = wrap_up.record_arrangement(store, person, attempt, left.arrangement, now)
    if left.disposition:
        attempt = wrap_up.record_disposition(store, person, attempt, left.disposition, now)
    if left.follow_up:
        attempt = wrap_up.set_follow_up(store, person, attempt, left.follow_up, now)
    return wrap_up.hand_in(store, person, attempt, now)


def _reader(scenario: Scenario) -> Reader:
    return shipped.checker_for(scenario.house).reader
