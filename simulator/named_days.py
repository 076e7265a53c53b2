"""Days of a scenario by their names in braces: `{payday}`, `{payday.in}`; where they may stand."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from simulator import spoken
from simulator.fault import Fault, one_of
from simulator.scenario import Scenario, Situation

_Place = tuple[str | int, ...]
_NAME = re.compile(r"\{([a-z0-9_]+)(?:\.([a-z]+))?\}")
_BRACE = re.compile(r"[{}]\S*")
_FILLED = re.compile(
    r"(?:(?:.+\.)?facts(?:\.\w+)?\.\d+\.(?:says|suspicion\.says)\.\d+"
    r"|(?:queue\.\d+\.)?answered_by\.\d+\.(?:identifiers\.\d+\.says|opening|guesses)\.\d+"
    r"|means\.fears\.\d+\.asks\.\d+|positions\.\d+\.wonders\.asks\.\d+"
    r"|(?:model_call|poor_call)\.(?:lines\.\d+|wrap_up\.note)"
    r"|(?:queue\.\d+\.)?account\.(?:notes\.\d+|documents\.\d+\.text"
    r"|(?:payments|contact_log)\.\d+\.note))"
)
"""What people say, what scripted calls say and write, and what stands at the desk."""


def filled(text: str, word: Callable[[str, str | None], str]) -> str:
    """The text with each name in braces put into words: `word(name, way)`."""
    return _NAME.sub(lambda match: word(match[1], match[2]), text)


def said(text: str, scenario: Scenario, today: date, known: Mapping[str, str]) -> str:
    """The text as somebody says it: what is `known` by its name, else a named day."""

    def word(name: str, way: str | None) -> str:
        if name in known:
            return known[name]
        when = scenario.day(name, today)
        if way == "in":
            return spoken.days_until(when, today)
        return spoken.day(when, today, scenario.house.country)

    return filled(text, word)


def written(text: str, scenario: Scenario, today: date) -> str:
    """The text as it stands on paper: its days with their month, as one writes them there."""

    def word(name: str, way: str | None) -> str:
        when = scenario.day(name, today)
        if way == "in":
            return spoken.days_until(when, today)
        return spoken.written_day(when, scenario.house.country)

    return filled(text, word)


def brace_faults(scenario: Situation) -> Iterator[Fault]:
    """Names in braces that no day has, and braces where nobody would fill them."""
    for at, text in _texts(scenario.model_dump()):
        if _FILLED.fullmatch(".".join(map(str, at))):
            yield from _unknown(scenario, at, text)
        elif raw := _BRACE.search(text):
            wrong = f"{raw[0]} would be seen as it stands, nobody fills it here"
            yield Fault(at, wrong, "plain words, such as two weeks ago")


def _unknown(scenario: Situation, at: _Place, text: str) -> Iterator[Fault]:
    ways = {f"{{{name}}}" for name in scenario.days}
    for match in _NAME.finditer(text):
        if match[1] not in scenario.days:
            yield Fault(at, f"no day {match[1]!r}", _allowed(scenario))
        elif match[2] not in (None, "in"):
            yield Fault(at, f"{match[0]} is no way to tell a day", f"{{{match[1]}.in}}, how long")
    left = _BRACE.search(_NAME.sub("", text))
    if left:
        wrong = f"{left[0]} is no name of a day"
        yield Fault(at, wrong, one_of(ways) if ways else _allowed(scenario))


def _allowed(scenario: Situation) -> str:
    return one_of(scenario.days) if scenario.days else "a day under days:"


def _texts(value: Any, *at: str | int) -> Iterator[tuple[_Place, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list | tuple):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            yield from _texts(part, *at, name)
