"""People who practise at once: each has an attempt on the line, thinks, says a line, reads on."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.load.window import Window
from calls.turn import Speaker
from simulator.library import load_scenarios
from training.accounts import open_account
from training.beginning import begin
from training.models import Person, Purpose, Role
from training.sign_ins import stay_signed_in
from training.store import Store

SCENARIO = "laid_off_three_weeks_ago"
LINES = (
    "Hello, this is Dana Wells with Harborlight Recovery, on a recorded line.",
    "Am I speaking with Ana Reyes?",
    "Could you tell me your date of birth, so that I know I have the right person?",
    "Thank you. This is an attempt to collect a debt, and what you tell me will be used for that.",
    "I'm sorry to hear that. How are you managing at the moment?",
    "What could you manage each month, without going short elsewhere?",
    "Let me see what we can do about that.",
    "When is the next money coming in?",
)


@dataclass(frozen=True)
class Practising:
    """Somebody with a call on the line, and the token that their browser holds."""

    person: Person
    attempt: str
    token: str


def practising(store: Store, count: int) -> list[Practising]:
    """So many people, each in a call that has just begun."""
    now = datetime.now(UTC)
    scenario = load_scenarios()[SCENARIO]
    made = []
    for number in range(count):
        person = open_account(store, f"Trainee {secrets.token_hex(4)}", [Role.TRAINEE], now)
        token = secrets.token_urlsafe(32)
        stay_signed_in(store, person.id, token, now)
        attempt = begin(store, person, scenario, Purpose.PRIVATE, number, now)
        made.append(Practising(person, attempt.id, token))
    return made


async def practise(
    url: str, people: Sequence[Practising], rounds: int, thinks: float
) -> list[float]:
    """Everybody says so many lines, thinking about so many seconds before each; the waits."""
    talks = (_talk(url, one, rounds, thinks, Random(one.attempt)) for one in people)
    return [wait for waits in await asyncio.gather(*talks) for wait in waits]


async def _talk(
    url: str, one: Practising, rounds: int, thinks: float, chance: Random
) -> list[float]:
    await asyncio.sleep(chance.uniform(0, thinks))
    waits = []
    cookie = f"right_party={one.token}"
    async with Window.on(url, "call", f"attempt={one.attempt}", cookie) as window:
        for words in LINES[:rounds]:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * thinks)
            waits.append(await window.say(words))
    return waits


def lost(folder: Path, people: Sequence[Practising], rounds: int) -> int:
    """Lines that were said and are not in the store, or were not answered."""
    store = Store(folder)
    missing = 0
    for one in people:
        call = store.attempt(one.person, one.attempt).state.call
        lines = call.lines if call is not None else ()
        said = [line.turn.speaker is Speaker.COLLECTOR for line in lines]
        answered = sum(mine and not after for mine, after in pairwise(said))
        # Who hung up hears no further lines; those that were said until then are answered.
        over = call is not None and call.over
        missing += (sum(said) if over else min(rounds, len(LINES))) - answered
    return missing
