"""What must be the same to the byte in every process, whatever the order of its sets."""

import json
from collections.abc import Callable

from typer.testing import CliRunner

from command_line.app import app
from commands.scenarios import PLAYED_AT
from simulator.library import load_scenarios
from simulator.scenario import content_hash
from tests.ground.import_contracts import PROJECT
from tests.scoring.test_negotiation import ANA, bargained
from tests.simulator.test_mind_calls import a_careful_call
from training.rehearsal import rehearsed

EXAMPLES = PROJECT / "docs" / "examples"
CALL = str(EXAMPLES / "call.txt")


def a_call() -> str:
    """What everybody says in one call."""
    return "\n".join(line.turn.text for line in a_careful_call().lines)


def scripted_calls() -> dict[str, str]:
    """The log of both scripted calls of every scenario: each decision, mood and line in it."""
    return {
        f"{name}: {which}": "\n".join(event.model_dump_json() for event in played.events)
        for name, scenario in load_scenarios().items()
        for which, scripted in (("model", scenario.model_call), ("poor", scenario.poor_call))
        for played in (rehearsed(scenario, scripted, PLAYED_AT),)
    }


def forms() -> str:
    """Every parallel form of every scenario."""
    every = load_scenarios().values()
    return "\n".join(content_hash(one.form(n)) for one in every for n in range(len(one.form_names)))


def a_negotiation() -> str:
    """What was on the table in one call."""
    return bargained(ANA).model_dump_json()


def a_review() -> str:
    """The review of a call as the command line prints it."""
    return CliRunner().invoke(app, ["review", CALL, "--format", "json"]).stdout


def a_debrief() -> str:
    """The same beside its scenario and its wrap-up."""
    beside = ("--scenario", "laid_off_three_weeks_ago", "--notes", str(EXAMPLES / "wrap_up.yaml"))
    return CliRunner().invoke(app, ["review", CALL, *beside, "--format", "json"]).stdout


WITNESSES: tuple[Callable[[], str], ...] = (a_call, forms, a_negotiation, a_review, a_debrief)

if __name__ == "__main__":
    told = {witness.__name__: witness() for witness in WITNESSES}
    print(json.dumps(told | {"scripted_calls": scripted_calls()}))
