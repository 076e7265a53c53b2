"""`scenarios`: the shipped situations as a list, and one of them shown as a trainee sees it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from calls.errors import RecordError
from calls.fold import CallState, fold
from calls.moves import Ending
from calls.turn import Transcript, turn_number
from compliance_rules import Checker, Finding, Standing
from simulator.circumstances import context
from simulator.rehearsal import play, script, seed_for
from simulator.scenario import Scenario, ScriptedCall

PLAYED_AT = datetime(2026, 3, 10, 18, 0, tzinfo=UTC)
"""The moment at which scripted calls are played, so that the same file always proves the same."""


def list_lines(scenarios: Mapping[str, Scenario]) -> Iterator[str]:
    """Every scenario, easiest first."""
    width = max(map(len, scenarios), default=0)
    for one in scenarios.values():
        yield f"{one.id:<{width}}  level {one.level}  {one.minutes:>2} min  {one.title}"


def find_scenario(scenarios: Mapping[str, Scenario], scenario_id: str) -> Scenario:
    """The scenario of that id; raises `RecordError` naming those that there are."""
    if scenario_id not in scenarios:
        allowed = f"one of {', '.join(scenarios)}"
        raise RecordError("scenarios", f"no scenario {scenario_id!r}", allowed)
    return scenarios[scenario_id]


def unproved(scenario: Scenario, checker: Checker) -> Iterator[str]:
    """What the two scripted calls do not show: the model call wins, the poor call loses."""
    won = _played(scenario, scenario.model_call, checker)
    if won.ending is not Ending.GOODBYE:
        yield f"{scenario.id}: model_call: does not end with a goodbye - a call that is won"
    for finding in _not_met(scenario, won, checker):
        where = "" if finding.turn is None else f"turn {turn_number(finding.turn)}: "
        yield f"{scenario.id}: model_call: {where}{finding.rule}: {finding.message}"
    lost = _played(scenario, scenario.poor_call, checker)
    if not _not_met(scenario, lost, checker):
        yield f"{scenario.id}: poor_call: meets every rule - a call that shows what to avoid"


def _played(scenario: Scenario, scripted: ScriptedCall, checker: Checker) -> CallState:
    lines = script(scenario, scripted.lines, PLAYED_AT)
    seed = seed_for(scenario, scripted.answered_by)
    call = fold(play(scenario, lines, seed, checker.reader, PLAYED_AT)).call
    if call is None:
        raise RecordError(scenario.id, "nobody picks up", "somebody in `answered_by`")
    return call


def _not_met(scenario: Scenario, call: CallState, checker: Checker) -> tuple[Finding, ...]:
    transcript = Transcript(id=scenario.id, turns=call.turns, began_at=call.began_at)
    found = checker.check(transcript, context(scenario, call.began_at, call.answered_by))
    return tuple(one for one in found.findings if one.standing is Standing.NOT_MET)


def show_lines(scenario: Scenario) -> Iterator[str]:
    """The brief and the account: what is known before the call, and nothing more."""
    account, brief = scenario.account, scenario.brief
    yield f"{scenario.title} (level {scenario.level}, about {scenario.minutes} minutes)"
    yield f"  teaches   {', '.join(scenario.teaches)}"
    if scenario.content_note:
        yield f"  note      {scenario.content_note}"
    yield f"  you       {_line(brief.who)}"
    yield f"  now       {_line(brief.situation)}"
    yield f"  task      {_line(brief.task)}"
    yield from (f"  may offer {_line(offer)}" for offer in brief.may_offer)
    yield from (f"  counts    {_line(what)}" for what in brief.counts)
    yield f"  passing   a grade of {scenario.passing.grade}"
    yield f"  account   {account.creditor}, {account.debt_type}, {account.reference}"
    yield f"  owes      {account.balance}, past due {account.past_due}"
    yield f"  behind    {account.days_past_due} days"
    yield f"  there     {scenario.local_time:%H:%M} ({account.address.time_zone})"


def _line(text: str) -> str:
    return " ".join(text.split())
