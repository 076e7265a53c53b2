"""How firm the promise is: amount, day, method, soon enough, read back and confirmed; 0 to 5."""

from collections.abc import Sequence

from calls.money import Offer
from calls.moves import Act
from calls.turn import Speaker, turn_number
from language.reading import Reading
from scoring.case import Case
from scoring.levels import mark_of_parts
from scoring.marks import Mark, no_mark
from scoring.negotiation.offers import agreed_at
from scoring.of_this_call import offer_told

COMMITMENT_DAYS = 30


def mark_commitment(case: Case) -> Mark:
    """So many of the five parts of a promise that can be relied on."""
    found = agreed_at(case)
    if found is None:
        return no_mark("commitment", "nothing was agreed")
    turn, agreed = found
    parts = _parts(case, turn, agreed)
    missing = [name for name, there in parts.items() if not there]
    have = len(parts) - len(missing)
    told = f"{have} of {len(parts)}: "
    return Mark(
        name="commitment",
        value=mark_of_parts(have, len(parts)),
        reason=told + (f"missing: {', '.join(missing)}" if missing else "nothing is missing"),
        evidence=case.evidence(
            *dict.fromkeys((*(case.agreed_at or (turn,))[:1], *case.paid_how_at))
        ),
        advice=f"They agreed in turn {turn_number(turn)} to {offer_told(agreed)}: "
        f"before you close, add {missing[0]}."
        if missing
        else "",
    )


def _parts(case: Case, turn: int, agreed: Offer) -> dict[str, bool]:
    """The parts in the order in which they are missed most; a method where it can be heard."""
    parts = {
        "an amount": True,
        "a day": agreed.schedule.start is not None,
        "a first payment within 30 days": _soon(case, agreed),
        "a read-back that they confirmed": _confirmed(case, agreed),
    }
    if agreed.method is not None or _method_can_be_heard(case):
        parts["a method"] = agreed.method is not None or _method_named(case, turn)
    return parts


def _method_can_be_heard(case: Case) -> bool:
    """Houses of older attempts name their ways to pay, and no turn could tell which."""
    if case.scenario is None:
        return True
    return any(map(case.scenario.house.can_hear, case.scenario.house.method_labels))


def _method_named(case: Case, turn: int) -> bool:
    """Of a call from somewhere else: whether one way to pay was named, by whomever."""
    return not case.record.moves and any(r.method for r in case.readings[: turn + 3])


def _soon(case: Case, agreed: Offer) -> bool:
    start, began = agreed.schedule.start, case.record.day
    return start is not None and began is not None and (start - began).days <= COMMITMENT_DAYS


def _confirmed(case: Case, agreed: Offer) -> bool:
    """Read back as it was agreed, and answered with a yes that is no correction."""
    recaps = [r for r in case.collector if r.has("recap") and _names(r, agreed)]
    return any(_says_yes(case, case.readings[recap.index + 1 :]) for recap in recaps)


def _names(recap: Reading, agreed: Offer) -> bool:
    """Whether no amount is read back, or the agreed one among others."""
    named = {m.amount.cents for m in recap.money if m.amount}
    wanted = {money.cents for money in agreed.amounts}
    if agreed.total is not None:
        wanted.add(agreed.total.cents)
    return not named or bool(named & wanted)


def _says_yes(case: Case, later: Sequence[Reading]) -> bool:
    for answer in later[:2]:
        if answer.turn.speaker is Speaker.COLLECTOR:
            continue
        move = case.record.moves.get(answer.index)
        if move is not None and Act.CORRECTS_RECAP in move.acts:
            return False
        confirmed = move is not None and {Act.CONFIRMS_RECAP, Act.ACCEPTS} & set(move.acts)
        if confirmed or answer.has("accepts", "affirms"):
            return True
    return False
