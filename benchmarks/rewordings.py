"""Do model calls win in other words? python -m benchmarks.rewordings [--samples N] [--json].

Five rewordings of each, by somebody who saw no pattern: one file of rewordings/ a scenario
(our_statements.md says how they came about). Nobody tunes on them. Those in rewordings/seen were
written by somebody who had seen the code; they are counted apart.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.options import samples
from benchmarks.played_calls import BEGAN_AT
from benchmarks.table import Row, Table, render_json, render_text, share_row
from calls.context import CallContext
from calls.moves import Ending
from calls.record import record_of
from calls.turn import Frozen
from datafiles import load_file
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.library import load_scenarios
from simulator.scenario import Scenario
from training.models import Attempt, Role
from training.people import sign_in_locally
from training.rehearsal import left_behind, rehearse
from training.shipped import checker_for
from training.store import passing_store

FOLDER = Path(__file__).with_name("rewordings")
SEEN = "seen"
"""Its folder for those by somebody who had seen the code: they flatter, so they stand apart."""

EACH = samples(small=1, full=5)
"""How many rewordings of a call are played."""


class Reworded(Frozen):
    """How one collector says all that a model call says."""

    manner: str
    lines: tuple[str, ...]


class Rewordings(Frozen):
    """The model call of one scenario in the words of others."""

    scenario: str
    calls: tuple[Reworded, ...]


class Outcome(NamedTuple):
    """What came of one call: whether it won, how many turns were lost, and how the call ended."""

    scenario: str
    manner: str
    won: bool
    turns: int
    lost: int
    hung_up: bool
    lacks: tuple[str, ...]
    attempt: Attempt


def measure_rewordings(each: int, folder: Path | None = None) -> Table:
    """In how many calls the end of the model call is reached, and what was not understood."""
    folder = folder or FOLDER
    calls, seen = list(outcomes(folder, each)), list(outcomes(folder / SEEN, each))
    names = sorted({call.scenario for call in calls})
    turns = sum(call.turns for call in calls)
    return Table(
        f"Model calls in other words ({len(calls)} of {len(names)} situations)",
        (
            share_row("reworded.won", sum(call.won for call in calls), len(calls), "calls"),
            share_row("reworded.lost_turns", sum(call.lost for call in calls), turns, "turns"),
            share_row("reworded.hung_up", sum(call.hung_up for call in calls), len(calls), "calls"),
            *(_of(name, [call for call in calls if call.scenario == name]) for name in names),
            share_row("reworded.seen", sum(call.won for call in seen), len(seen), "calls, apart"),
        ),
        (
            "won: the call ends as the model call does, with the same after-call work",
            "seen: in words of somebody who had seen the code; in no other figure here",
        ),
    )


def _of(name: str, calls: list[Outcome]) -> Row:
    return share_row(f"reworded.{name}", sum(call.won for call in calls), len(calls), "calls")


def outcomes(folder: Path, each: int) -> Iterator[Outcome]:
    """So many rewordings of each file, each played on a day of its own."""
    scenarios = load_scenarios()
    with passing_store() as store:
        player = sign_in_locally(store, "Benchmark", Role.TRAINEE, BEGAN_AT)
        for path in sorted(folder.glob("*.yaml")):
            written = load_file(path, Rewordings)
            scenario = scenarios[written.scenario]
            for number, reworded in enumerate(written.calls[:each]):
                scripted = scenario.model_call.model_copy(update={"lines": reworded.lines})
                day = BEGAN_AT + timedelta(days=number)
                *_, attempt = rehearse(store, player, scenario, scripted, day)
                yield _outcome(scenario, reworded.manner, attempt)


def _outcome(scenario: Scenario, manner: str, attempt: Attempt) -> Outcome:
    card, call = _reviewed(scenario, attempt).scorecard, attempt.state.call
    moves = [line.move for line in call.lines if line.move] if call else []
    lost = sum(not move.understood for move in moves)
    hung_up = call is not None and call.ending is Ending.HUNG_UP
    won = bool(card.end_reached) and not hung_up
    return Outcome(scenario.id, manner, won, len(moves), lost, hung_up, card.missing, attempt)


def _reviewed(scenario: Scenario, attempt: Attempt) -> Review:
    call = attempt.state.call
    kept = left_behind(scenario, scenario.model_call, attempt.state)
    known = context(scenario, attempt.started_at, call.answered_by) if call else CallContext()
    made = record_of(attempt.id, replace(attempt.state, wrap_up=kept), known)
    return review(made, checker_for(scenario.house), scenario)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--samples", type=EACH, default="small", metavar="small|full|N")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    table = measure_rewordings(options.samples)
    print(render_json((table,)) if options.json else render_text((table,)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
