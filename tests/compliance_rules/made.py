"""Readings made by hand, so that a mechanism is tested without any pattern."""

from collections.abc import Sequence

from calls.context import CallContext
from calls.turn import Channel, Speaker, Turn
from compliance_rules import Checker, CheckResult, Pack
from compliance_rules.finding import Standing
from compliance_rules.pack import PackFile
from compliance_rules.rule import Rule
from datafiles import load_text
from language.names import split_name
from language.reading import Reading, Signal

_PACK = """
id: made
title: A pack of a test
jurisdiction: any
version: "1"
status: experimental
effective_from: 2026-01-01
sources: []
laws: {made: {title: A law of a test}}
"""
_RULE = """
id: made.rule
law: made
title: A rule of a test
asks: It asks for something.
citation: nowhere at all
basis: derived
certainty: high
weight: major
message: It was not met there.
better: Something better to say.
examples: {flag: [], pass: []}
"""


def rule(checks: str, more: str = "") -> Rule:
    """A rule with these checks; `more` are further fields."""
    return load_text(f"{_RULE}{more}\n{checks}", Rule, "made.rule.yaml")


def pack(*rules: Rule) -> Pack:
    return Pack(about=load_text(_PACK, PackFile, "pack.yaml"), rules=rules)


def reading(
    index: int, speaker: str, *names: str, text: str = "", channel: Channel = Channel.CALL
) -> Reading:
    """A turn with these signals; a name that ends in '-' is negated, in '?' only imagined."""
    signals = tuple(
        Signal(
            *split_name(name.rstrip("-?")),
            turn=index,
            start=place,
            end=place + 1,
            text="",
            negated=name.endswith("-"),
            hypothetical=name.endswith("?"),
        )
        for place, name in enumerate(names)
    )
    said = text or "x" * (len(names) + 1)
    turn = Turn(speaker=Speaker(speaker), text=said, channel=channel)
    return Reading(turn=turn, index=index, words=1, signals=signals)


def call(*turns: str) -> tuple[Reading, ...]:
    """Turns such as `collector: demand_payment offer`."""
    readings = []
    for index, turn in enumerate(turns):
        speaker, _, names = turn.partition(":")
        readings.append(reading(index, speaker.strip(), *names.split()))
    return tuple(readings)


def check(
    checked: Rule, readings: Sequence[Reading], context: CallContext | None = None
) -> CheckResult:
    return Checker([pack(checked)]).check_readings(readings, context or CallContext())


def found(
    checked: Rule, readings: Sequence[Reading], context: CallContext | None = None
) -> list[tuple[int | None, Standing]]:
    """Where the rule has findings, and how they stand."""
    result = check(checked, readings, context)
    return [(finding.turn, finding.standing) for finding in result.findings]
