"""Where a call gives the grounds for what is recorded after it: the entry, and the turn for it."""

from collections.abc import Iterable

from calls.moves import Act
from scoring.case import Case, quoted
from scoring.marks import Evidence

_SOMEBODY_ELSE = {Act.DENIES_IDENTITY, Act.SAYS_NOT_HERE}


def entry(name: str, recorded: str) -> Evidence:
    """One line of the wrap-up, as it was left; an empty one shows that nothing is there."""
    return Evidence(turn=None, quote=f"{name}: {quoted(recorded) or 'nothing recorded'}")


def decided(case: Case) -> tuple[Evidence, ...]:
    """The turn that decided how the call ends.

    It was agreed there, or somebody else was on the line, or it is the last that was heard.
    """
    moves = case.record.moves
    elsewhere = [n for n, move in moves.items() if _SOMEBODY_ELSE & set(move.acts)]
    last = [reading.index for reading in case.other_side]
    return case.evidence(*(case.agreed_at or elsewhere or last)[-1:])


def flags_told(case: Case, flags: Iterable[str]) -> tuple[Evidence, ...]:
    """The first turn in which they said what makes each of these flags due."""
    told = (_told(case, flag) for flag in flags)
    return case.evidence(*dict.fromkeys(turn for turns in told for turn in turns[:1]))


def untold(case: Case) -> frozenset[str]:
    """The flags for which nothing was said on the call and that the account does not bear.

    A flag of which the house does not say what makes it due is never among them.
    """
    if case.scenario is None:
        return frozenset()
    on_account = {name for name, value in case.scenario.account.flags if value is True}
    said = {one.name for turn in case.other_side for one in turn.signals if one.asserted}
    moved = {fact for move in case.record.moves.values() for fact in move.facts}
    topics = {fact.topic for fact in case.scenario.facts if fact.id in moved}
    return frozenset(
        mark.id
        for mark in case.scenario.house.flags
        if (mark.told_by or mark.told_of)
        and mark.id not in on_account
        and said.isdisjoint(mark.told_by)
        and mark.told_of not in topics
    )


def _told(case: Case, flag: str) -> list[int]:
    marks = case.scenario.house.flags if case.scenario else ()
    mark = next((one for one in marks if one.id == flag), None)
    if case.scenario is None or mark is None:
        return []
    about = {fact.id for fact in case.scenario.facts if mark.told_of and fact.topic is mark.told_of}
    said = {reading.index for reading in case.other_side if reading.has(*mark.told_by)}
    moves = case.record.moves.items()
    return sorted(said | {turn for turn, move in moves if about & set(move.facts)})
