"""Whether anything of the record is not so, or must not be in it: then it is hardly a record."""

from collections.abc import Iterator

from calls.disposition import AGREED, Disposition
from calls.state import WrapUp
from language.noting import NoteReading
from scoring.accuracy.claims import claims
from scoring.accuracy.entries import hung_up_on
from scoring.accuracy.forbidden import PARTS, forbidden_items, passages
from scoring.accuracy.items import Fault, Item, faulty
from scoring.agreed import accepted_offer
from scoring.case import SHOWN, Case
from scoring.grounds import decided, entry
from scoring.marks import Mark, no_mark
from scoring.of_this_call import they_said
from simulator.ends import EndState

NAME = "true and fit to keep"
TAKES = 0.9
"""What nobody can rely on, or may keep, is worth next to nothing, however whole it is."""
_GRAVE = {"outcome", "who", PARTS["secret"], PARTS["health_detail"]}
_COSTS = {Fault.CONTRADICTED: 50.0, Fault.WRONG: 30.0}
_FORBIDDEN = {PARTS["opinion"]: 50.0, PARTS["third_party"]: 0.0}
"""A name costs the note; nobody goes wrong by it."""


def fit_mark(case: Case, end: EndState | None, wrap_up: WrapUp, note: NoteReading | None) -> Mark:
    """What is recorded and was not so, and what is written and must not be."""
    if note is None and wrap_up.arrangement is None and wrap_up.disposition is None:
        return no_mark(NAME, "nothing is recorded that could be wrong")
    faults = tuple(one for one in _faults(case, end, wrap_up, note) if _cost(one))
    told = [one.with_words for one in faults]
    proof = dict.fromkeys(seen for one in faults for seen in one.proof)
    return Mark(
        name=NAME,
        value=max(0.0, 100.0 - sum(map(_cost, faults))),
        reason="; ".join(told[:SHOWN]) or "nothing in it is untrue or out of place",
        evidence=(entry("recorded", _in_short(wrap_up, faults)), *list(proof)[:SHOWN]),
        advice=f"{they_said(case)}leave out what was not so, or is no fact: {told[0]}."
        if told
        else "",
        takes=TAKES,
    )


def _faults(
    case: Case, end: EndState | None, wrap_up: WrapUp, note: NoteReading | None
) -> Iterator[Item]:
    if _made_up(case, wrap_up):
        told = "an agreement is recorded, but nothing was agreed"
        yield faulty("outcome", Fault.CONTRADICTED, told, proof=decided(case))
    elif _another_end(case, wrap_up, end):
        told = "how the call ended is recorded as what did not come of it"
        yield faulty("code", Fault.CONTRADICTED, told, proof=decided(case))
    if note is not None:
        yield from claims(case, note)
        yield from forbidden_items(case, note, passages(case, note))


def _another_end(case: Case, wrap_up: WrapUp, end: EndState | None) -> bool:
    """A code of no acceptable end, and not how the call came to an end either.

    One that says that something was agreed is judged as such.
    """
    code, open_ended = wrap_up.disposition, (Disposition.UNRESOLVED, None)
    if end is None or hung_up_on(case, code):
        return False
    return code not in (*end.dispositions, *AGREED, *open_ended)


def _made_up(case: Case, wrap_up: WrapUp) -> bool:
    says_so = wrap_up.disposition in AGREED or wrap_up.arrangement is not None
    return says_so and case.record.call is not None and accepted_offer(case) is None


def _cost(item: Item) -> float:
    if item.part in _GRAVE:
        return 100.0
    if item.fault is Fault.FORBIDDEN:
        return _FORBIDDEN[item.part]
    return _COSTS.get(item.fault or Fault.WRONG, 0.0)


def _in_short(wrap_up: WrapUp, faults: tuple[Item, ...]) -> str:
    """The code, and the note where it holds no secret."""
    if any(one.part == PARTS["secret"] for one in faults):
        return "holds a secret and is not repeated here"
    kept = wrap_up.disposition.label if wrap_up.disposition else "no code"
    return f"{kept}, {wrap_up.notes}" if wrap_up.notes else kept
