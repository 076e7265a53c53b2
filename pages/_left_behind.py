"""What was recorded in the wrap-up, beside what was said and agreed on the call."""

from collections.abc import Iterable

from calls.fold import CallState, WrapUp
from calls.money import Arrangement, Every, Offer
from pages._parts import day, rows
from scoring.end_states import either, nearest
from simulator.house import House
from simulator.scenario import Scenario

RHYTHMS = {
    Every.ONCE: "once",
    Every.WEEK: "every week",
    Every.TWO_WEEKS: "every two weeks",
    Every.HALF_MONTH: "twice a month",
    Every.MONTH: "every month",
    Every.QUARTER: "every quarter",
    Every.YEAR: "every year",
}


def draw_left_behind(
    call: CallState, wrap_up: WrapUp, scenario: Scenario, untold: frozenset[str]
) -> None:
    """A row for each thing that a wrap-up records."""
    end = nearest(scenario, wrap_up, call.began_at.date(), untold)
    house = scenario.house
    lines = [
        ("Agreed", _offer(call.accepted), _arrangement(wrap_up.arrangement)),
        (
            "How the call ended",
            either(end.dispositions),
            wrap_up.disposition.label if wrap_up.disposition else "nothing",
        ),
        (
            "Flags",
            _labels(house, [flag for flag in end.flags if flag not in untold]) or "none needed",
            _labels(house, sorted(wrap_up.flags)) or "none",
        ),
        (
            "Follow-up",
            f"within {end.follow_up_within_days} days" if end.follow_up_within_days else "none due",
            day(wrap_up.follow_up) if wrap_up.follow_up else "none",
        ),
        ("Note", "what was said and agreed, for the next person", wrap_up.notes or "none"),
    ]
    rows("Your wrap-up beside the call", ("", "On the call, or due", "You recorded"), lines)


def _offer(offer: Offer | None) -> str:
    if offer is None:
        return "nothing"
    start = f" from {day(offer.schedule.start)}" if offer.schedule.start else ""
    how = f", by {offer.method}" if offer.method else ""
    then = "".join(f", then {row.amount} on {day(row.due)}" for row in offer.then)
    return f"{offer.amount} {RHYTHMS[offer.schedule.every]}{start}{then}{how}"


def _arrangement(made: Arrangement | None) -> str:
    if made is None:
        return "nothing"
    first, count = made.instalments[0], len(made.instalments)
    how = f", by {made.method}" if made.method else ""
    if count == 1:
        return f"{first.amount} on {day(first.due)}{how}"
    last = made.instalments[-1]
    together = f"{made.total} together"
    return (
        f"{count} payments, {first.amount} on {day(first.due)} to {last.amount} on "
        f"{day(last.due)}, {together}{how}"
    )


def _labels(house: House, flags: Iterable[str]) -> str:
    return ", ".join(map(house.flag_label, flags))
