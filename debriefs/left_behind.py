"""The wrap-up beside the truth: each entry with what was due, what was recorded, what is wrong."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from calls.money import Arrangement
from calls.state import WrapUp
from calls.turn import Frozen
from debriefs.offers import agreed_told
from debriefs.words import Day
from scoring.accuracy import (
    ENDED,
    FLAGS,
    FOLLOW_UP,
    HANDING_OVER,
    METHOD,
    ROWS,
    Item,
    accepted_offer,
    in_words,
    left_behind,
)
from scoring.case import Case
from scoring.end_states import either, nearest
from simulator.house import House

ENTRIES = {
    "Agreed": (ROWS, METHOD),
    "How the call ended": (ENDED,),
    "Flags": (FLAGS,),
    "Follow-up": (FOLLOW_UP,),
    "Handing over": (HANDING_OVER,),
}
"""The entries, and the items that each of them stands for."""


class Entry(Frozen):
    """One thing that a wrap-up records: what is due, what was left, and what there is to say."""

    name: str
    due: str
    recorded: str
    items: tuple[Item, ...] = ()


class BesideTheCall(Frozen):
    """The whole wrap-up beside the call; `note` is not repeated where it holds a secret."""

    entries: tuple[Entry, ...]
    note: str
    note_items: tuple[Item, ...]
    took: str = ""


def beside_the_call(case: Case, untold: frozenset[str], day: Day) -> BesideTheCall | None:
    """The wrap-up as it was left, beside the call; None where nobody could leave one."""
    wrap_up = case.record.wrap_up
    if wrap_up is None:
        return None
    items = left_behind(case)
    about = [one for one in items if not one.in_note]
    note = tuple(one for one in items if one.in_note)
    secret = any(one.part == "secret" for one in note)
    shown = "It holds a secret and is not repeated here." if secret else wrap_up.notes or "none"
    took = case.record.wrap_up_took
    return BesideTheCall(
        entries=tuple(_entries(case, wrap_up, untold, about, day)) if case.scenario else (),
        note=shown,
        note_items=note,
        took=in_words(took) if took is not None else "",
    )


def _entries(
    case: Case, wrap_up: WrapUp, untold: frozenset[str], items: Sequence[Item], day: Day
) -> Iterator[Entry]:
    for name, due, recorded in _lines(case, wrap_up, untold, day):
        yield Entry(name=name, due=due, recorded=recorded, items=_of(name, items))
    if handed := _of("Handing over", items):
        due = "to somebody who can decide it" if handed[0].proof else "nobody was told"
        written = handed[0].written or "nothing"
        yield Entry(name="Handing over", due=due, recorded=written, items=handed)


def _of(name: str, items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(one for one in items if one.part in ENTRIES[name])


def _lines(
    case: Case, wrap_up: WrapUp, untold: frozenset[str], day: Day
) -> Iterator[tuple[str, str, str]]:
    """What each entry is, what is due, what was left."""
    scenario = case.scenario
    if scenario is None:
        return
    end = nearest(scenario, wrap_up, case.record.day or date.min, untold)
    accepted, house = accepted_offer(case), scenario.house
    yield "Agreed", agreed_told(accepted, day), _arrangement(wrap_up.arrangement, day)
    ended = wrap_up.disposition.label if wrap_up.disposition else "nothing"
    yield "How the call ended", either(end.dispositions), ended
    due = _labels(house, [flag for flag in end.flags if flag not in untold])
    yield "Flags", due or "none needed", _labels(house, sorted(wrap_up.flags)) or "none"
    within = end.follow_up_within_days
    yield (
        "Follow-up",
        f"within {within} days" if within else "none due",
        day(wrap_up.follow_up) if wrap_up.follow_up else "none",
    )


def _arrangement(made: Arrangement | None, day: Day) -> str:
    if made is None:
        return "nothing"
    first, count = made.instalments[0], len(made.instalments)
    how = f", by {made.method}" if made.method else ""
    if count == 1:
        return f"{first.amount} on {day(first.due)}{how}"
    last = made.instalments[-1]
    return (
        f"{count} payments, {first.amount} on {day(first.due)} to {last.amount} on "
        f"{day(last.due)}, {made.total} together{how}"
    )


def _labels(house: House, flags: Iterable[str]) -> str:
    return ", ".join(map(house.flag_label, flags))
