"""Candidates on their way: from the link to the end, by the functions that candidates have."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from calls.turn import Channel
from demo.cast import Candidate
from demo.floor import Floor
from simulator.bots.bot import Bot
from training.assessments import taking
from training.assessments.afterwards import tell_demographics
from training.assessments.arriving import check_device, consent, enter_room, leave_room, room_for
from training.assessments.context import pasted, still_here
from training.assessments.models import Assessment
from training.assessments.opening import Here, open_link
from training.assessments.places import Stage, attempt_at, place
from training.bot_practice import Way, play
from training.messages import By, as_email, ways_to_write
from training.models import Attempt, Person
from training.practice import end_call, scenario_of, take_turn
from training.store import Store

_DEVICE = "width:1280 height:800 language:en-US"
_WRITE = frozenset({"exemplary", "decent"})
"""Who plays for people that write a message after the last call."""


@dataclass
class Walk:
    """One candidate in their browser, moment by moment."""

    floor: Floor
    sample: Assessment
    who: Candidate
    here: Here
    token: str
    now: datetime

    @property
    def at(self) -> tuple[Store, Person, str]:
        """By what the functions of the way are called."""
        return self.floor.store, self.here.person, self.here.candidacy.id

    def passes(self, minutes: float) -> datetime:
        """So much later; the browser is heard of meanwhile, as it is while a page is open."""
        ends = self.now + timedelta(minutes=minutes)
        while self.now < ends:
            self.now = min(ends, self.now + timedelta(seconds=60))
            still_here(*self.at, self.token, self.now)
        return self.now


def take(
    floor: Floor, sample: Assessment, who: Candidate, link: str, now: datetime, chance: Random
) -> datetime:
    """The whole way of one candidate; says when they were through."""
    token = secrets.token_urlsafe(32)
    here = open_link(floor.store, link, token, now)
    walk = Walk(floor, sample, who, here, token, now)
    consent(*walk.at, sample.set_up.place, walk.passes(4))
    check_device(*walk.at, _DEVICE, walk.passes(1))
    _practice_room(walk, chance)
    leave_room(*walk.at, walk.passes(1))
    for part in range(1, len(sample.set_up.scenarios) + 1):
        _part(walk, part, floor.bots[who.bots[part - 1]], chance)
    if sample.set_up.asks_demographics:
        tell_demographics(*walk.at, who.sex, who.ethnicity)
    return walk.now


def _practice_room(walk: Walk, chance: Random) -> None:
    floor = walk.floor
    scenario = room_for(walk.sample.set_up, floor.scenarios.values(), "US")
    seed = chance.randrange(1000)
    attempt = enter_room(*walk.at, scenario, seed, walk.passes(1))
    for line in floor.words.room:
        if attempt.state.call is None or attempt.state.call.over:
            return
        words = line.format(name=scenario.consumer_name)
        attempt = take_turn(floor.store, walk.here.person, attempt, words, walk.passes(0.5))
    end_call(floor.store, walk.here.person, attempt, walk.passes(0.5))


def _part(walk: Walk, part: int, bot: Bot, chance: Random) -> None:
    """One call: the desk, the talk, the message after the last one, and the wrap-up."""
    taking.begin_part(*walk.at, part, walk.passes(1))
    walk.passes(chance.uniform(2, 6))
    if walk.who.pauses and part == 1:
        taking.pause(*walk.at, walk.now)
        taking.go_on(*walk.at, walk.passes(7))
    if walk.who.loses_connection and part == len(walk.sample.set_up.scenarios):
        walk.now += timedelta(minutes=6)  # nothing is heard of the browser
        still_here(*walk.at, walk.token, walk.now)
    attempt = taking.call(*walk.at, walk.now)
    play(walk.floor.store, walk.here.person, attempt, bot, _way(walk))


def _way(walk: Walk) -> Way:
    """A bot's lines by the functions of a candidate's way."""

    def say(
        store: Store, person: Person, attempt: Attempt, text: str, now: datetime, *, by: By | None
    ) -> Attempt:
        walk.now = now
        still_here(*walk.at, walk.token, now)
        if by is not None:
            return taking.write(*walk.at, text, by, now)
        return taking.say(store, person, walk.here.candidacy.id, attempt, text, now)

    def hand_in(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
        walk.now = now
        if place(*walk.at, now).stage is Stage.MESSAGE:
            _message(walk)
        if walk.who.pastes:
            pasted(*walk.at, 180, "note", walk.passes(0.5))
        taking.hand_in(*walk.at, walk.passes(1))
        return store.attempt(person, attempt.id)

    return Way(say, hand_in)


def _message(walk: Walk) -> None:
    """A few words after the last call, where somebody is one to write them."""
    if not _WRITE.intersection(walk.who.bots):
        taking.leave_message_out(*walk.at, walk.passes(0.5))
        return
    floor, there = walk.floor, place(*walk.at, walk.now)
    attempt = attempt_at(there)
    scenario = scenario_of(floor.store, walk.here.person, attempt)
    ways = ways_to_write(scenario, attempt.accounts[0])
    told = floor.words.message
    text = told.body.format(name=scenario.consumer_name).strip()
    channel = Channel.EMAIL if Channel.EMAIL in ways else ways[0]
    if channel is Channel.EMAIL:
        text = as_email(told.subject, text)
    to = scenario.for_account(attempt.accounts[0]).account.emails
    by = By(channel, attempt.accounts[0], to[0].address if to and channel is Channel.EMAIL else "")
    taking.write(*walk.at, text, by, walk.passes(3))
