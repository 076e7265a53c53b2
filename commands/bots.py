"""`bots`: calls held by bots, one line each, and a table of what each bot reached."""

import json
from collections.abc import Iterable, Iterator, Sequence
from statistics import mean
from typing import Any

from calls.errors import RecordError
from commands.scenarios import PLAYED_AT
from compliance_rules import Standing
from simulator.bots.bot import Bot, shipped_bots
from simulator.scenario import Scenario
from training.bands import missed
from training.bot_practice import BotCall, hold_calls

MOST_SEEDS = 1000


def chosen_bots(names: Sequence[str]) -> tuple[Bot, ...]:
    """The bots of these names, all for none; raises `RecordError` naming those that there are."""
    bots = shipped_bots()
    for name in names:
        if name not in bots:
            raise RecordError("bots", f"no bot {name!r}", f"one of {', '.join(bots)}")
    return tuple(bots[name] for name in names or bots)


def held(scenarios: Iterable[Scenario], bots: Sequence[Bot], seeds: int) -> Iterator[BotCall]:
    """Every call, scenario after scenario."""
    for scenario in scenarios:
        yield from hold_calls(scenario, bots, range(1, seeds + 1), PLAYED_AT)


def row(call: BotCall) -> dict[str, Any]:
    """One call as it is printed."""
    card = call.review.scorecard
    marks = {"grade": card.grade.value} | {s.dimension.value: s.value for s in card.scores}
    return {
        "scenario": call.scenario.id,
        "form": call.scenario.form_number,
        "bot": call.bot,
        "seed": call.seed,
        "outcome": outcome(call),
        "acceptable_end": call.acceptable_end,
        "marks": marks,
        "findings": list(_not_met(call)),
        "turns": len(call.record.transcript.turns),
    }


def outcome(call: BotCall) -> str:
    """What the call came to: agreed, hung up, or as the bot filed it."""
    if call.agreed:
        return "agreed"
    if call.hung_up:
        return "hung_up"
    filed = call.record.wrap_up.disposition if call.record.wrap_up else None
    return f"filed as {filed}" if filed else "nothing"


def json_line(call: BotCall) -> str:
    """One call as a line of JSON."""
    return json.dumps(row(call))


def text_line(call: BotCall) -> str:
    """One call as a line of text."""
    end = "acceptable end" if call.acceptable_end else "-"
    found = ", ".join(_not_met(call)) or "no finding"
    return (
        f"{label(call.scenario):<26} {call.bot:<10} {call.seed:>4}  {_figure(call.grade):>3}  "
        f"{len(call.record.transcript.turns):>2} turns  {outcome(call):<24} {end:<15} {found}"
    )


def table(calls: Sequence[BotCall]) -> Iterator[str]:
    """What each bot reached in each scenario."""
    yield f"{'scenario':<26} {'bot':<10} calls  mean grade  acceptable ends  walked away  findings"
    for scenario, bot in dict.fromkeys((label(call.scenario), call.bot) for call in calls):
        of = [c for c in calls if (label(c.scenario), c.bot) == (scenario, bot)]
        grades = [call.grade for call in of if call.grade is not None]
        ends = sum(call.acceptable_end for call in of) / len(of)
        gone = sum(call.walked_away for call in of) / len(of)
        found = mean(len(tuple(_not_met(call))) for call in of)
        grade = _figure(mean(grades) if grades else None)
        yield (
            f"{scenario:<26} {bot:<10} {len(of):>5}  {grade:>10}  {ends:>15.0%}  {gone:>11.0%}"
            f"  {found:>8.1f}"
        )


def label(scenario: Scenario) -> str:
    """The scenario as lines name it; a parallel form with its number."""
    return f"{scenario.id}/{scenario.form_number}" if scenario.form_number else scenario.id


def unproved_bands(scenario: Scenario, seeds: int) -> Iterator[str]:
    """Every band of a scenario that calls of the bots miss."""
    calls = tuple(held([scenario], chosen_bots(()), seeds))
    yield from (f"{scenario.id}: {text}" for text in missed(scenario, calls))


def _not_met(call: BotCall) -> Iterator[str]:
    found = call.review.check.findings
    return (rule for rule in dict.fromkeys(f.rule for f in found if f.standing is Standing.NOT_MET))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"
