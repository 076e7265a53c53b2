"""Each opportunity with the best that our next two turns made of it, and what that is worth."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from language.acts import said
from language.giving_back import spoken
from language.reading import Reading, Signal
from scoring.case import Case
from scoring.empathy.answers import (
    ASKS,
    CONFIRMED,
    EXPLORED,
    FORMULA,
    HELPS,
    IMPLICIT,
    NAMED,
    NAMES,
    asks_on,
    level,
    shared,
    undone,
)
from scoring.empathy.opportunities import CUES, opportunities
from scoring.heard import exchanges
from scoring.levels import CUE_LEVELS

GRAVEST, UNNAMED = 3.0, 0.5
"""What a life counts beside one other cue, and what names no feeling or hardship."""
LATE = 0.8
"""What an answer is worth that comes a turn late."""


@dataclass(frozen=True)
class Answered:
    """One cue, our next turns, and the best answer: its level, where, and after how many turns.

    `repeats`: it says nothing that another answer has not said. `share` is what is left of its
    worth when the same was said before.
    """

    cue: Reading
    signal: Signal
    answers: tuple[Reading, ...]
    level: int = 0
    answer: Reading | None = None
    latency: int = 0
    repeats: bool = False
    share: float = 1.0

    @property
    def weighs(self) -> float:
        """What it counts beside the others: a life most, what names no feeling half."""
        if self.signal.name == "crisis_self_harm":
            return GRAVEST
        return 1.0 if self.is_cue else UNNAMED

    @property
    def is_cue(self) -> bool:
        """Whether a feeling or a hardship was heard in their words."""
        return self.signal.name in CUES

    @property
    def value(self) -> float:
        """The mark of this answer."""
        return CUE_LEVELS[self.level] * self.share * (LATE if self.latency > 1 else 1.0)


def cues_answered(case: Case) -> list[Answered]:
    """Every cue with the best answer to it; what is merely said again counts as a formula."""
    told = {one.theirs.index for one in exchanges(case) if one.answered == 1}
    cues = list(opportunities(case))
    found = [_answers(case, cue, signal, cue.index in told) for cue, signal in cues]
    begun = [_together(each, {cue.index for cue, _ in cues}) for each in found if each]
    return _saturated(_fresh(begun))


def _answers(case: Case, cue: Reading, signal: Signal, told: bool) -> tuple[Answered, ...]:
    """What each of our next turns is as an answer, the best first; nothing where none came."""
    answers = case.answers_to(cue)
    bare = Answered(cue, signal, answers)
    each = [
        replace(bare, level=reached, answer=answer, latency=n)
        for n, answer in enumerate(answers, start=1)
        if (reached := _reached(bare, answer, told and n == 1))
    ]
    best = tuple(sorted(each, key=lambda one: -one.value))
    return best or ((bare,) if answers else ())


def _reached(one: Answered, answer: Reading, told: bool) -> int:
    """The level; after a word that undid it nothing is more than a formula, but for an apology."""
    late = answer is not one.answers[0] and not answer.has("apology")
    most = FORMULA if late and undone(one.cue, one.answers[0]) else CONFIRMED
    return min(most, level(one.cue, answer, one.signal, told and one.is_cue))


def _together(each: tuple[Answered, ...], cues: Set[int]) -> tuple[Answered, ...]:
    """The same, where two turns answer: naming in one and asking in the other is both.

    Nothing is late of what the first turn has begun to answer. What comes after the next cue
    answers that one.
    """
    best = each[0]
    if len(each) == 1 or any(best.cue.index < n < best.answers[1].index for n in cues):
        return each
    named = any(one.level >= NAMED for one in each)
    asked = any(asks_on(one.cue, one.answer, one.signal) for one in each if one.answer)
    level = EXPLORED if named and asked and best.level in (IMPLICIT, NAMED) else best.level
    return (replace(best, level=level, latency=1), *each[1:])


def _said(one: Answered) -> frozenset[str]:
    """What an answer consists of: its phrases, and the words of the cue that it takes up."""
    if one.answer is None:
        return frozenset()
    wanted = {"acknowledgement", "reflection", *NAMES, *ASKS, *HELPS}
    phrases = {spoken(s) for s in one.answer.signals if s.name in wanted and s.asserted}
    return frozenset(phrases | shared(one.cue, one.answer)) or said(one.answer).sentences


def _fresh(found: Iterable[tuple[Answered, ...]]) -> list[Answered]:
    """Of each cue the best answer that another cue has not had; said once more, it is a formula."""
    known: set[str] = set()
    turns: set[int] = set()
    fresh: list[Answered] = []
    for each in sorted(found, key=lambda each: -each[0].value):
        best = max((_once(one, known, turns) for one in each), key=lambda one: one.value)
        fresh.append(best)
        if best.repeats:
            continue
        known |= _said(best)
        turns.add(best.answer.index if best.answer else -1)
    return fresh


def _once(one: Answered, known: set[str], turns: set[int]) -> Answered:
    """The answer; a formula, where it says only what another answer has said."""
    turn = one.answer.index if one.answer else -1
    once_more = turn not in turns or one.latency > 1  # two cues in a row have one answer
    if one.level >= IMPLICIT and _said(one) <= known and once_more:
        return replace(one, level=FORMULA, repeats=True)
    return one


def _saturated(found: Iterable[Answered]) -> list[Answered]:
    """Each further formula is worth half of the one before; in the order of the call."""
    done: list[Answered] = []
    formulas = 0
    for one in sorted(found, key=lambda one: -one.value):
        is_formula = one.level == FORMULA
        done.append(replace(one, share=0.5**formulas) if is_formula else one)
        formulas += is_formula
    return sorted(done, key=lambda one: one.cue.index)
