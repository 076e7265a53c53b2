"""`scenarios`: the shipped situations as a list, and one of them shown as a trainee sees it."""

from collections.abc import Iterator, Mapping

from calls.errors import RecordError
from simulator.scenario import Scenario


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
