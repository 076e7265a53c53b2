"""What was recorded in the wrap-up, beside what was said and agreed on the call."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from calls.fold import CallState, WrapUp
from calls.money import Arrangement, Every, Offer
from calls.record import Record
from compliance_rules.checker import Checker
from pages._parts import day
from pages._signs import Sign
from pages._transcript import to_turn
from scoring.accuracy import (
    ENDED,
    FLAGS,
    FOLLOW_UP,
    HANDING_OVER,
    METHOD,
    ROWS,
    Fault,
    Item,
    beside_the_call,
    faults_in,
    in_words,
)
from scoring.end_states import either, nearest
from scoring.review import Review
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


_SIGNS = {
    Fault.FORBIDDEN: Sign("■", "has no place here", "not-met"),
    Fault.CONTRADICTED: Sign("■", "not as on the call", "not-met"),
    Fault.WRONG: Sign("◆", "not borne out", "depends"),
    Fault.MISSING: Sign("●", "missing", "reminder"),
}
_AGREES = Sign("✓", "as it was", "done-right")
_MOST = 2
"""So many faults of one kind stand under an entry: one mistake may be made in twelve rows."""
_THERE = Sign("✓", "in the note:", "done-right")
_ENTRIES = {
    "Agreed": (ROWS, METHOD),
    "How the call ended": (ENDED,),
    "Flags": (FLAGS,),
    "Follow-up": (FOLLOW_UP,),
    "Handing over": (HANDING_OVER,),
}
"""The rows of the table, and the items that each of them stands for."""


def draw_left_behind(made: Review, record: Record, scenario: Scenario, checker: Checker) -> None:
    """Each entry beside the call, what the note holds, and how long it took."""
    call, wrap_up = record.call, record.wrap_up
    if call is None or wrap_up is None:
        return
    items = beside_the_call(record, made.check, scenario, checker)
    st.subheader("Your wrap-up beside the call", anchor=False)
    if record.wrap_up_took is not None:
        took = in_words(record.wrap_up_took)
        st.caption(f"It took {took} after the call. That is measured, and never marked.")
    entries = [one for one in items if not one.in_note]
    st.html(_table(_lines(call, wrap_up, scenario, made.scorecard.untold), entries))
    st.html(_note([one for one in items if one.in_note], wrap_up.notes))


def _lines(
    call: CallState, wrap_up: WrapUp, scenario: Scenario, untold: frozenset[str]
) -> list[tuple[str, str, str]]:
    """A row for each thing that a wrap-up records: what it is, what is due, what was left."""
    end = nearest(scenario, wrap_up, call.began_at.date(), untold)
    house = scenario.house
    return [
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
    ]


def _table(lines: list[tuple[str, str, str]], items: Sequence[Item]) -> str:
    """The entries; under each what is the matter with it, and the turn."""
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Entry", "On the call, or due", "You recorded")
    )
    body = "".join(_row(*line, items) for line in lines)
    handed = [one for one in items if one.part == HANDING_OVER]
    if handed:
        due = "to somebody who can decide it" if handed[0].proof else "nobody was told"
        body += _row("Handing over", due, handed[0].written or "nothing", items)
    return f'<table class="rows beside"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(name: str, due: str, recorded: str, items: Sequence[Item]) -> str:
    """An entry, and under it a line on whether it is as on the call."""
    found = [one for one in items if one.part in _ENTRIES[name]]
    wrong = faults_in(found)
    shown = [one for part in _ENTRIES[name] for one in _first(wrong, part)]
    more = len(wrong) - len(shown)
    rest = f"<br>and {more} more like these" if more else ""
    said = "<br>".join(map(_line, shown)) + rest or (_signed(_AGREES) if found else "")
    under = f'<tr class="said"><td colspan="3">{said}</td></tr>' if said else ""
    bare = f"<td>{escape(due)}</td><td>{escape(recorded)}</td>"
    return f'<tr><th scope="row">{escape(name)}</th>{bare}</tr>{under}'


def _first(wrong: Sequence[Item], part: str) -> Sequence[Item]:
    return [one for one in wrong if one.part == part][:_MOST]


def _note(items: Sequence[Item], written: str) -> str:
    """The note, what is the matter with it, the gravest first, and what it holds."""
    secret = any(one.part == "secret" for one in items)
    shown = "It holds a secret and is not repeated here." if secret else written or "none"
    wrong = "".join(f"<li>{_line(one)}</li>" for one in faults_in(items))
    right = ", ".join(escape(one.part) for one in items if one.fault is None)
    there = f"<li>{_signed(_THERE)} {right}</li>" if right else ""
    return (
        f'<h4>Your note</h4><blockquote class="noted">{escape(shown)}</blockquote>'
        f'<ul class="said-list">{wrong}{there}</ul>'
    )


def _line(item: Item) -> str:
    sign = _SIGNS[item.fault] if item.fault else _AGREES
    told = item.told.removesuffix(" is missing")
    quote = item.in_note and item.written and item.written not in told
    words = f"“{escape(item.written)}”: " if quote else ""
    proof = ", ".join(dict.fromkeys(to_turn(one.turn) for one in item.proof))
    where = proof or escape(item.unproved)
    return f"{_signed(sign)} {words}{escape(told)}" + (f" ({where})" if where else "")


def _signed(sign: Sign) -> str:
    return f'<span class="sign {sign.ink}"><i aria-hidden="true">{sign.sign}</i> {sign.word}</span>'


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
