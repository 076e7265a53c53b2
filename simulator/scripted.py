"""What a scripted call needs to be played: who picks up, and its lines with their days."""

from collections.abc import Iterable
from datetime import datetime

from simulator import spoken
from simulator.mind import open_call
from simulator.scenario import Scenario


def seed_for(scenario: Scenario, who: str, start: int = 1) -> int:
    """The first seed from `start` on with which `who` picks up."""
    seeds = range(start, start + 1000)
    return next(seed for seed in seeds if open_call(scenario, seed).who == who)


def script(scenario: Scenario, lines: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Lines of a scripted call with the days that they name: `{payday}`."""
    today = now.date()
    days = {name: spoken.day(scenario.day(name, today), today) for name in scenario.days}
    return tuple(line.format(**days) for line in lines)
