"""The wrap-up beside the truth, item by item, for whoever looks at it."""

from collections.abc import Iterator
from datetime import date

from calls.fold import WrapUp
from scoring.accuracy.entries import (
    disposition_mark,
    flags_mark,
    follow_up_mark,
    method_mark,
    rows_mark,
)
from scoring.accuracy.escalation import escalation_mark
from scoring.accuracy.items import Fault, Item
from scoring.accuracy.note import note_items, noted
from scoring.case import Case
from scoring.end_states import nearest
from scoring.grounds import untold
from scoring.marks import Mark
from simulator.scenario import Scenario

_NOTHING = "nothing recorded"
_NO_TURN = "there is no turn for what was not said on this call"


def left_behind(case: Case) -> tuple[Item, ...]:
    """Every entry and everything about the note; nothing where nothing could be left behind."""
    wrap_up = case.record.wrap_up
    if wrap_up is None:
        return ()
    end = None
    if case.scenario is not None:
        end = nearest(case.scenario, wrap_up, case.record.day or date.min, untold(case))
    entries = _entries(case, wrap_up, case.scenario) if case.scenario else ()
    note = noted(case)
    return (*entries, *(note_items(case, end, note) if note else ()))


def _entries(case: Case, wrap_up: WrapUp, scenario: Scenario) -> Iterator[Item]:
    on = case.record.day or date.min
    end = nearest(scenario, wrap_up, on, untold(case))
    marks = (
        disposition_mark(case, end, wrap_up),
        rows_mark(case, end, wrap_up),
        method_mark(case, wrap_up),
        flags_mark(case, end, wrap_up),
        follow_up_mark(case, end, wrap_up, on),
        escalation_mark(case, end, wrap_up, noted(case)),
    )
    return (_item(mark) for mark in marks if mark.value is not None)


def _item(mark: Mark) -> Item:
    """An entry as an item: what is recorded, and the turn that gives its grounds."""
    written = mark.evidence[0].quote.partition(": ")[2]
    proof = tuple(one for one in mark.evidence if one.turn is not None)
    fault = None if mark.value == 100 else _fault(written, bool(proof))
    return Item(
        part=mark.name,
        fault=fault,
        told=mark.reason,
        written="" if written == _NOTHING else written,
        proof=proof,
        unproved="" if fault is None or proof else _NO_TURN,
    )


def _fault(written: str, proved: bool) -> Fault:
    if written == _NOTHING:
        return Fault.MISSING
    return Fault.CONTRADICTED if proved else Fault.WRONG
