"""Whether a permission excuses a hit."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import assert_never

from calls.turn import Speaker
from compliance_rules.call import Call
from compliance_rules.evaluation import evaluate
from compliance_rules.mechanisms import Hit
from compliance_rules.permissions import (
    AllExcuses,
    AnyExcuse,
    ByFacts,
    BySaying,
    ByScope,
    Excuse,
    Permission,
    Said,
    Scope,
    Where,
)
from compliance_rules.verdict import NO, YES, Verdict, all_of, any_of


def excuses(permission: Permission, hit: Hit, call: Call) -> Verdict:
    """Yes, no, or what would have to be known to say."""
    return _excuses(permission.excuse, permission.id, hit, call)


def _excuses(excuse: Excuse, owner: str, hit: Hit, call: Call) -> Verdict:
    match excuse:
        case ByScope():
            return YES if _in_scope(excuse.scope, hit) else NO
        case ByFacts():
            return evaluate(excuse.facts, call.facts(hit.turn))
        case BySaying():
            return YES if _said(excuse.said, owner, hit, call) else NO
        case AllExcuses():
            return all_of(_excuses(part, owner, hit, call) for part in excuse.all)
        case AnyExcuse():
            return any_of(_excuses(part, owner, hit, call) for part in excuse.any)
        case _:
            assert_never(excuse)


def _in_scope(scope: Scope, hit: Hit) -> bool:
    if hit.signal is None:
        return False
    match scope:
        case Scope.NEGATED:
            return hit.signal.negated
        case Scope.QUOTED:
            return hit.signal.quoted
        case Scope.HYPOTHETICAL:
            return hit.signal.hypothetical
        case _:
            assert_never(scope)


def _said(said: Said, owner: str, hit: Hit, call: Call) -> bool:
    if hit.turn is None:
        return False
    turns = call.turns_with(owner, said.signals, (said.by,))
    match said.where:
        case Where.SAME_TURN:
            return _among(hit.turn, turns)
        case Where.EARLIER:
            return bool(turns) and turns[0] < hit.turn
        case Where.TURN_BEFORE:
            return _among(_turn_before(hit.turn, said.by, call), turns)
        case _:
            assert_never(said.where)


def _among(turn: int | None, turns: Sequence[int]) -> bool:
    if turn is None:
        return False
    place = bisect_left(turns, turn)
    return place < len(turns) and turns[place] == turn


def _turn_before(turn: int, by: Speaker, call: Call) -> int | None:
    return next((i for i in range(turn - 1, -1, -1) if call.speaker(i) is by), None)
