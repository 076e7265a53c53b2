"""The account note: what it has to hold, what it gets wrong, and what has no place in it."""

from calls.state import WrapUp
from calls.turn import turn_number
from language.noting import NoteReading, Passage, masked, read_note, without
from language.reader import Reader
from language.shipped import shipped_reader
from language.wording import words_said
from scoring.accuracy.claims import claims
from scoring.accuracy.due import due
from scoring.accuracy.forbidden import PARTS, forbidden_items, passages
from scoring.accuracy.items import Fault, Item, faults_in
from scoring.agreed import accepted_offer
from scoring.case import SHOWN, Case
from scoring.grounds import decided, entry
from scoring.marks import Evidence, Mark
from scoring.of_this_call import offer_told, they_said
from simulator.ends import EndState

NAME = "notes"
TAKEN_UP = 2
"""So many words of the other side show that a note is about their call; one may be chance."""
FEWEST_WORDS = 6
"""A shorter note tells the next collector nothing."""
_COSTS = {"who": 20, "reason": 20, "method": 15, "next step": 20, "amount": 35, "day": 35}
_CORE = 25
"""What the end asks for: without it, the amount or the day nobody can go on from the note."""
_UNTRUE = 50
_FORBIDDEN = 40
_A_NAME = 15
"""Somebody else's name is more than a relation, and tells nothing else that harms."""
_WORDS_ALONE = ("secret", "third_party")
"""Without these words the rest of their clause is as good as any."""


def reader_of(case: Case) -> Reader:
    """The reader of the call, at home where the house is."""
    return case.checker.reader if case.checker else shipped_reader()


def noted(case: Case) -> NoteReading | None:
    """The note of the wrap-up, read; None where nothing is written."""
    wrap_up = case.record.wrap_up
    if wrap_up is None or not wrap_up.notes.strip():
        return None
    return read_note(wrap_up.notes, reader_of(case), case.record.day)


def note_items(case: Case, end: EndState | None, note: NoteReading) -> tuple[Item, ...]:
    """All there is to say of a note; what is forbidden counts for nothing else."""
    found = passages(case, note)
    items = (
        *due(case, _credited(case, note, found), end),
        *claims(case, note),
        *forbidden_items(case, note, found),
    )
    return tuple(one.model_copy(update={"in_note": True}) for one in items)


def _credited(case: Case, note: NoteReading, found: tuple[Passage, ...]) -> NoteReading:
    """The note without secrets and names, and without the clauses that judge or tell of illness."""
    if not found:
        return note
    words = [one for one in found if one.kind in _WORDS_ALONE]
    rest = _again(case, masked(note, words))
    return _again(case, without(rest, passages(case, rest)))


def _again(case: Case, text: str) -> NoteReading:
    return read_note(text, reader_of(case), case.record.day)


def note_mark(case: Case, end: EndState | None, wrap_up: WrapUp, note: NoteReading | None) -> Mark:
    """One mark for the note, with a reason for each thing that is the matter."""
    kept = _entered(case, wrap_up, note)
    nothing = Mark(
        name=NAME,
        value=0.0,
        reason="no note that the next collector could work from",
        evidence=(kept, *decided(case)),
        advice=_to_write(case),
    )
    if note is None:
        return nothing
    found = passages(case, note)
    clean = _again(case, without(note, found)) if found else note
    if note.reading.words < FEWEST_WORDS or (found and clean.reading.words < FEWEST_WORDS):
        return nothing
    if not _is_about_this_call(case, clean):
        return nothing.model_copy(update={"reason": "the note could stand under any call"})
    return _weighed(case, kept, note_items(case, end, note))


def _entered(case: Case, wrap_up: WrapUp, note: NoteReading | None) -> Evidence:
    """The note as it was left; one that holds a secret is not repeated."""
    secret = note is not None and any(one.kind == "secret" for one in passages(case, note))
    return entry("note", "holds a secret and is not repeated here" if secret else wrap_up.notes)


def _weighed(case: Case, kept: Evidence, items: tuple[Item, ...]) -> Mark:
    faults = faults_in(items)
    said = [one.with_words for one in faults]
    proof = dict.fromkeys(evidence for one in faults for evidence in one.proof)
    return Mark(
        name=NAME,
        value=max(0.0, 100.0 - sum(map(_cost, faults))),
        reason="; ".join(said[:SHOWN]) or "the note holds what the next collector needs",
        evidence=(kept, *(list(proof)[:SHOWN] or decided(case))),
        advice=_better(said[0], faults[0]) if said else "",
    )


def _to_write(case: Case) -> str:
    """What a note of this call begins with."""
    agreed = accepted_offer(case)
    came = f"that {offer_told(agreed)} was agreed" if agreed else "what came of it"
    return f"{they_said(case)}write who you spoke to, {came}, and what comes next."


def _better(said: str, fault: Item) -> str:
    """What is the matter; of what is missing, the words on the call that it rests on."""
    proof = fault.proof[0].quote if fault.proof and fault.fault is Fault.MISSING else ""
    turn = fault.proof[0].turn if proof else None
    where = f' It rests on turn {turn_number(turn)}, "{proof}".' if turn is not None else ""
    return f"In the note: {said}.{where}"


def _cost(item: Item) -> int:
    if item.fault is Fault.FORBIDDEN:
        return _A_NAME if item.part == PARTS["third_party"] else _FORBIDDEN
    if item.fault is Fault.MISSING:
        return _COSTS.get(item.part, _CORE)
    return _UNTRUE


def _is_about_this_call(case: Case, note: NoteReading) -> bool:
    """Whether it names the consumer, an amount or a day, or takes up what the other side said."""
    said = frozenset[str]().union(*(reading.content for reading in case.other_side))
    name = case.scenario.consumer_name.lower().split() if case.scenario else ()
    named = words_said(note.reading).holds([*name, *(f"{one}'s" for one in name)])
    read = note.reading
    taken_up = len(read.content & said) >= TAKEN_UP
    return bool(named or read.money or read.dates or read.schedules or taken_up)
