"""Sixty calls of our own, scored, beside two readers: python -m benchmarks.scored_calls [--json].

The calls (tests/scored_calls/) were written by somebody who had not seen the scorers, and rated on
the anchored scales by two readers apart before a scorer was run on them. The readers are language
models: the set is model-rated, enters no page of agreement and supports no claim about people.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from benchmarks.table import Row, Table, render_json, render_text
from calls.disposition import Disposition
from calls.money import Arrangement, Every, Money
from calls.record import Record
from calls.state import WrapUp
from calls.turn import Frozen, Transcript, Turn
from datafiles import load_file
from scoring.agreement import Agreement, Estimate, Pair, agreement
from scoring.levels import LEVELS, level_of
from scoring.rating_scales import load_scales
from scoring.recorded import as_practised
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.library import load_scenarios
from training.arrangements import plan
from training.shipped import checker_for

FOLDER = Path(__file__).parent.parent / "tests" / "scored_calls"
READERS = ("a", "b")
_AT = time(18, 30, tzinfo=UTC)
_scenarios = cache(load_scenarios)


def _turn(written: object) -> object:
    """`{collector: words, channel: email}` as a turn."""
    if not isinstance(written, dict):
        return written
    side = next((name for name in written if name != "channel"), "")
    return {"speaker": side, "text": written.get(side), "channel": written.get("channel", "call")}


class Agreed(Frozen):
    """Rows that were recorded: equal payments from a day on."""

    amount: float
    every: str
    first_in_days: int
    count: int = 1
    method: str | None = None


class Left(Frozen):
    """The after-call work."""

    note: str = ""
    disposition: Disposition | None = None
    flags: tuple[str, ...] = ()
    follow_up_in_days: int | None = None
    arrangement: Agreed | None = None


class ScoredCall(Frozen):
    """One attempt as it might have been held."""

    id: str
    scenario: str
    answered_by: str
    turns: tuple[Annotated[Turn, BeforeValidator(_turn)], ...]
    wrap_up: Left
    day: date


class Rated(Frozen):
    """What a reader made of one criterion: a level, or None for want of an opportunity."""

    level: int | None
    seen: str


class Ratings(Frozen):
    """One reader's sheet for one call."""

    call: str
    accuracy: Rated
    communication: Rated
    conduct: Rated
    empathy: Rated
    negotiation: Rated


def measure_scored_calls(folder: Path = FOLDER) -> Table:
    """Machine beside each reader, and reader beside reader, for each criterion."""
    calls = [load_file(path, ScoredCall) for path in sorted(folder.glob("call_*.yaml"))]
    machine = {call.id: _levels(reviewed(call)) for call in calls}
    readers = [_read(folder / f"ratings_{name}") for name in READERS]
    rows = [row for scale in load_scales() for row in _rows(scale, machine, readers)]
    return Table(
        f"Scored calls: ours ({len(calls)}, model-rated)",
        tuple(rows),
        (
            "kappa with quadratic weights; difference: machine minus reader, in levels of five",
            "the readers are language models: no claim about people rests on it",
        ),
    )


Levels = dict[str, dict[str, int | None]]
"""Of each call, the level of each criterion."""


def _rows(scale: str, machine: Levels, readers: Sequence[Levels]) -> Iterator[Row]:
    first, second = readers
    between = _pairs(scale, first, second)
    beside = [*_pairs(scale, first, machine), *_pairs(scale, second, machine)]
    for name, pairs, same in (("machine", beside, True), ("readers", between, False)):
        made = agreement(pairs, len(LEVELS), same_raters=same)
        yield Row(f"scored.{scale}.{name}_kappa", _value(made.kappa), _told(made))
        yield Row(f"scored.{scale}.{name}_distance", _distance(pairs), "mean, in levels of five")
    made = agreement(beside, len(LEVELS), same_raters=True)
    yield Row(f"scored.{scale}.machine_difference", _value(made.difference))


def _pairs(scale: str, first: Levels, second: Levels) -> list[Pair]:
    both = ((call, first[call].get(scale), second[call].get(scale)) for call in sorted(first))
    return [Pair(call, a - 1, b - 1) for call, a, b in both if a is not None and b is not None]


def _value(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.value


def _told(made: Agreement) -> str:
    pairs = f"{made.pairs} pairs of {made.attempts} calls"
    return f"{pairs}  95 % {made.kappa.low:.2f}-{made.kappa.high:.2f}" if made.kappa else pairs


def _distance(pairs: Sequence[Pair]) -> float | None:
    return sum(abs(a - b) for _, a, b in pairs) / len(pairs) if pairs else None


def _read(folder: Path) -> Levels:
    sheets = [load_file(path, Ratings) for path in sorted(folder.glob("*.yaml"))]
    return {one.call: {name: getattr(one, name).level for name in load_scales()} for one in sheets}


def _levels(made: Review) -> dict[str, int | None]:
    """The machine's marks as levels, by the criterion that people rate the same thing on."""
    marks = {score.dimension: score.value for score in made.scorecard.scores}
    asked = {name: scale.compared_with for name, scale in load_scales().items()}
    found = {name: marks.get(of) if of else None for name, of in asked.items()}
    return {name: None if mark is None else level_of(mark) for name, mark in found.items()}


def reviewed(call: ScoredCall) -> Review:
    """The review of a call as if it had been practised in its scenario."""
    scenario = _scenarios()[call.scenario]
    began = datetime.combine(call.day, _AT)
    person = scenario.person(call.answered_by)
    checker = checker_for(scenario.house)
    known = context(scenario, began, person.role)
    turns = Transcript(id=call.id, turns=call.turns, began_at=began)
    bare = Record(turns, known, wrap_up=_wrap_up(call), began_at=began)
    state = as_practised(bare, began, scenario, person, checker)
    record = replace(bare, call=state)
    return review(record, checker, scenario)


def _wrap_up(call: ScoredCall) -> WrapUp:
    left, days = call.wrap_up, call.wrap_up.follow_up_in_days
    return WrapUp(
        notes=left.note,
        disposition=left.disposition,
        flags=frozenset(left.flags),
        follow_up=None if days is None else call.day + timedelta(days=days),
        arrangement=_recorded(call),
    )


def _recorded(call: ScoredCall) -> Arrangement | None:
    rows = call.wrap_up.arrangement
    if rows is None:
        return None
    currency = _scenarios()[call.scenario].account.balance.currency
    amount, first = Money.of(f"{rows.amount:.2f}", currency), timedelta(days=rows.first_in_days)
    return plan(amount, Every(rows.every), call.day + first, rows.count, rows.method)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    table = measure_scored_calls()
    print(render_json((table,)) if options.json else render_text((table,)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
