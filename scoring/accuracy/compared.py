"""The wrap-up beside the truth, item by item, for whoever looks at it."""

from collections.abc import Iterator, Sequence
from datetime import date

from calls.state import WrapUp
from scoring.accuracy.entries import FLAGS, ROWS, entry_marks
from scoring.accuracy.items import Fault, Item, faulty, held
from scoring.accuracy.note import note_items, noted
from scoring.agreed import accepted_offer
from scoring.case import Case
from scoring.end_states import Amiss, disagreements, flag_faults, nearest
from scoring.grounds import decided, untold
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
    return (*entries, *(note_items(case, end, note) if note else _no_note(case)))


def _no_note(case: Case) -> tuple[Item, ...]:
    told = "there is no note for whoever calls next"
    nothing = faulty("note", Fault.MISSING, told, proof=decided(case), unproved=_NO_TURN)
    return (nothing.model_copy(update={"in_note": True}),)


def _entries(case: Case, wrap_up: WrapUp, scenario: Scenario) -> Iterator[Item]:
    """Each entry; of one that is made of several things, each is an item of its own."""
    end = nearest(scenario, wrap_up, case.record.day or date.min, untold(case))
    marks = (mark for mark, _ in entry_marks(case, end, wrap_up, noted(case)))
    several: dict[str, Sequence[Amiss]] = {
        ROWS: disagreements(wrap_up.arrangement, accepted_offer(case))
        if wrap_up.arrangement
        else (),
        FLAGS: flag_faults(end, wrap_up, scenario.house, untold(case)),
    }
    given = (mark for mark in marks if mark.value is not None)
    return (item for mark in given for item in _items(mark, several.get(mark.name, ())))


def _items(mark: Mark, several: Sequence[Amiss]) -> Iterator[Item]:
    """An entry as an item, or one for each row or flag that is the matter."""
    written = mark.evidence[0].quote.partition(": ")[2]
    proof = tuple(one for one in mark.evidence if one.turn is not None)
    fault = None if mark.value == 100 else _fault(written, bool(proof))
    kept = "" if written == _NOTHING else written
    if fault is None:
        yield held(mark.name, mark.reason, kept, proof)
        return
    for told, missing in several or (Amiss(_told(mark)),):
        kind = Fault.MISSING if missing else fault
        yield faulty(mark.name, kind, told, kept, proof, unproved=_NO_TURN)


def _told(mark: Mark) -> str:
    """The reason; where it only repeats the entry, what should stand there."""
    repeats = mark.reason.startswith("recorded: ") and "but" not in mark.reason
    return mark.advice.rstrip(".") if repeats else mark.reason


def _fault(written: str, proved: bool) -> Fault:
    if written == _NOTHING:
        return Fault.MISSING
    return Fault.CONTRADICTED if proved else Fault.WRONG
