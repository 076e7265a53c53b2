"""Where a call gives the grounds for what is recorded after it: the entry, and the turn for it."""

from collections.abc import Iterable

from calls.moves import Act
from scoring.case import Case, quoted
from scoring.marks import Evidence
from simulator.scenario import Scenario

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
    known = {name for name, value in case.scenario.account.flags if value is True}
    known |= _taken_on_trust(case, case.scenario)
    return frozenset(
        mark.id
        for mark in case.scenario.house.flags
        if (mark.told_by or mark.told_of) and mark.id not in known and not _told(case, mark.id)
    )


def _taken_on_trust(case: Case, scenario: Scenario) -> set[str]:
    """Recorded flags that an end of the situation asks for, or that are told of something.

    Where no mind was on the line, that a reading misses what was said is likelier than that such a
    flag was made up.
    """
    wrap_up = case.record.wrap_up
    if case.record.moves or wrap_up is None:
        return set()
    asked = {flag for end in scenario.end_states for flag in end.flags}
    asked |= {mark.id for mark in scenario.house.flags if mark.told_of}
    return asked & wrap_up.flags


def _told(case: Case, flag: str) -> list[int]:
    marks = case.scenario.house.flags if case.scenario else ()
    mark = next((one for one in marks if one.id == flag), None)
    if case.scenario is None or mark is None:
        return []
    about = {fact.id for fact in case.scenario.facts if mark.told_of and fact.topic is mark.told_of}
    said = {reading.index for reading in case.other_side if reading.has(*mark.told_by)}
    moves = case.record.moves.items()
    return sorted(said | {turn for turn, move in moves if about & set(move.facts)})
