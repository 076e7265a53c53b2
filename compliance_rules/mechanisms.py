"""How each kind of check is carried out; the only code that decides what becomes a finding."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from calls.knowledge import Truth
from compliance_rules.call import COLLECTOR, Call
from compliance_rules.checks import (
    Check,
    ContactCount,
    Forbid,
    Limit,
    Must,
    MustNot,
    Order,
    React,
    Require,
    SignalCount,
    Step,
    When,
)
from compliance_rules.contact_log import contacts_above
from compliance_rules.evaluation import evaluate
from compliance_rules.verdict import YES, Verdict, negated
from language.reading import Signal

Place = tuple[int, int]
"""Where something is said: the turn, and the character in it."""
_BEFORE_ALL: Place = (-1, -1)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a check was not met, as far as it alone can tell."""

    turn: int | None
    signal: Signal | None = None
    verdict: Verdict = YES


@dataclass(frozen=True, slots=True)
class Kept:
    """A place where there was something to do right, and it was.

    `silently`: what must not be said was not said, which shows nothing of what must be.
    """

    turn: int
    silently: bool = False


Outcome = Hit | Kept


def run(check: Check, owner: str, call: Call) -> Iterable[Outcome]:
    """Every outcome of one check of the rule `owner` in a call."""
    match check:
        case Forbid():
            return _forbid(check, owner, call)
        case Require():
            return _require(check, owner, call)
        case Order():
            return _order(check, owner, call)
        case React():
            return _react(check, owner, call)
        case Limit():
            return _limit(check, owner, call)
        case When():
            return _when(check, call)
        case _:
            assert_never(check)


def _forbid(check: Forbid, owner: str, call: Call) -> Iterator[Outcome]:
    """Denied and quoted words are hits too: the rule's permissions say whether they excuse."""
    excusing = call.turns_with(owner, check.unless, COLLECTOR) if check.unless else ()
    telling = call.turns_with(owner, check.beside, COLLECTOR) if check.beside else ()
    for signal in call.find(owner, check.signals, COLLECTOR):
        if call.lines[signal.turn].hearer not in check.to:
            continue
        if check.beside and not _near(signal.turn, telling, check.near, call):
            continue
        if excusing and _near(signal.turn, excusing, check.near, call):
            continue
        yield Hit(signal.turn, signal)


def _near(turn: int, others: Sequence[int], near: int, call: Call) -> bool:
    """Whether one of the other turns is so few of the collector's turns away."""
    turns = call.of_collector
    place = bisect_left(turns, turn)
    first, last = turns[max(0, place - near)], turns[min(len(turns) - 1, place + near)]
    return bisect_left(others, first) < bisect_right(others, last)


def _require(check: Require, owner: str, call: Call) -> Iterator[Outcome]:
    """One outcome a call: what is due is due once, from the first occasion on."""
    occasions = [
        said[0]
        for occasion in check.once
        if (said := _said(owner, occasion, call))
        and len(call.collector_turns(said[0].turn)) >= occasion.chances
    ]
    for once in sorted(occasions, key=_place)[:1]:
        point = _point(check, once, call)
        parts = (call.said(owner, part.signals, to=check.heard_by) for part in check.parts)
        turns = [[s.turn for s in part if s.turn <= point] for part in parts]
        yield Kept(max(said[0] for said in turns)) if all(turns) else Hit(once.turn, once)


def _point(check: Require, once: Signal, call: Call) -> int:
    """The last turn in which what is required still counts."""
    if check.by == "end_of_call":
        return len(call.readings) - 1
    if check.by == "mention":
        return once.turn
    return (call.collector_turns(once.turn)[: check.by] or [once.turn])[-1]


def _order(check: Order, owner: str, call: Call) -> Iterator[Outcome]:
    first = _enough(check, _said(owner, check.first, call), call)
    then = next(iter(_said(owner, check.then, call)), None)
    if then is None or (first is None and check.if_never == "nothing"):
        return
    if first is not None and _place(first) < _place(then):
        yield Kept(then.turn)
    else:
        yield Hit(then.turn, then)


def _said(owner: str, step: Step, call: Call) -> Sequence[Signal]:
    return call.said(owner, step.signals, step.by, step.to)


def _enough(check: Order, said: Sequence[Signal], call: Call) -> Signal | None:
    """The signal with which the first step is done."""
    needed = call.book.house.identifiers_needed if check.enough == "house" else 1
    kinds: set[str] = set()
    for signal in said:
        kinds.add(signal.kind)
        if len(kinds) >= needed:
            return signal
    return None


def _react(check: React, owner: str, call: Call) -> Iterator[Outcome]:
    if check.since is not None and check.must_not is not None:
        since = evaluate(check.since, call.facts())
        # Knowing is part of these rules: what nobody has told us sets nothing off.
        if since.truth is Truth.YES:
            yield from _refrain(check, check.must_not, owner, call, (_BEFORE_ALL,))
            return
    if check.trigger is None:
        return
    triggers = call.said(owner, check.trigger.signals, check.trigger.by)
    if triggers and check.must is not None:
        yield from _answer(check.must, owner, call, triggers[0].turn)
    if check.must_not is not None:
        yield from _refrain(check, check.must_not, owner, call, map(_place, triggers))


def _answer(must: Must, owner: str, call: Call, trigger: int) -> Iterator[Outcome]:
    turns = call.collector_turns(trigger)[: must.within]
    done = [s.turn for s in call.said(owner, must.signals) if s.turn in turns]
    if done:
        yield Kept(done[0])
    elif turns:
        yield Hit(turns[0])


def _refrain(
    check: React, must_not: MustNot, owner: str, call: Call, triggers: Iterable[Place]
) -> Iterator[Outcome]:
    """After many triggers the same words may be too soon for several; they are told once."""
    said = [s for s in call.find(owner, must_not.signals, COLLECTOR) if s.asserted]
    kept: set[int] = set()
    told = 0
    release = check.released_by
    freed = call.said(owner, release.signals, release.by) if release else ()
    for trigger in triggers:
        window = _window(must_not, freed, call, trigger)
        if window is None:
            continue
        begin = bisect_left(said, window[0], key=_turn_of)
        end = bisect_right(said, window[1], key=_turn_of)
        yield from (
            Hit(signal.turn, signal)
            for signal in said[max(begin, told) : end]
            if not must_not.same_channel or _is_same_way(call, trigger, signal)
        )
        told = max(told, end)
        if begin == end and trigger != _BEFORE_ALL and window[0] not in kept:
            kept.add(window[0])
            yield Kept(window[0], silently=True)


def _is_same_way(call: Call, trigger: Place, signal: Signal) -> bool:
    """Whether something goes the way on which the wish about it came."""
    of = call.readings
    return trigger == _BEFORE_ALL or of[trigger[0]].turn.channel is of[signal.turn].turn.channel


def _window(
    must_not: MustNot, freed: Sequence[Signal], call: Call, trigger: Place
) -> tuple[int, int] | None:
    """The first and the last turn of the collector that count after a trigger."""
    turns = call.of_collector
    first = bisect_right(turns, trigger[0]) + must_not.spare
    last = len(turns) if must_not.within == "rest_of_call" else first + must_not.within
    after = bisect_right(freed, trigger, key=_place)
    if after < len(freed):
        last = min(last, bisect_left(turns, freed[after].turn))
    last = min(last, len(turns))
    return (turns[first], turns[last - 1]) if first < last else None


def _turn_of(signal: Signal) -> int:
    return signal.turn


def _place(signal: Signal) -> Place:
    return signal.turn, signal.start


def _limit(check: Limit, owner: str, call: Call) -> Iterator[Outcome]:
    match check.of:
        case SignalCount():
            said = call.said(owner, check.of.signals)
            yield from (Hit(signal.turn, signal) for signal in said[check.at_most :])
        case ContactCount():
            verdict = contacts_above(check.of, check.at_most, call)
            if verdict.truth is not Truth.NO:
                yield Hit(None, verdict=verdict)
        case _:
            assert_never(check.of)


def _when(check: When, call: Call) -> Iterator[Outcome]:
    verdict = negated(evaluate(check.holds, call.facts()))
    if verdict.truth is not Truth.NO:
        yield Hit(None, verdict=verdict)
