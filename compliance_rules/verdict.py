"""Yes, no, or what would have to be known to say."""

from collections.abc import Iterable
from dataclasses import dataclass

from calls.knowledge import Truth


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer, and the facts that would turn an unknown one into a yes or a no."""

    truth: Truth
    needs: frozenset[str] = frozenset()


YES = Verdict(Truth.YES)
NO = Verdict(Truth.NO)


def unknown(*needs: str) -> Verdict:
    """An open question and what would close it."""
    return Verdict(Truth.UNKNOWN, frozenset(needs))


def negated(verdict: Verdict) -> Verdict:
    """The opposite; what is unknown stays unknown for the same want of facts."""
    return Verdict(~verdict.truth, verdict.needs)


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Conjunction: one no decides; facts are needed only while nothing has decided."""
    return _joined(verdicts, NO, YES)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Disjunction: one yes decides."""
    return _joined(verdicts, YES, NO)


def _joined(verdicts: Iterable[Verdict], decider: Verdict, otherwise: Verdict) -> Verdict:
    needs: frozenset[str] = frozenset()
    is_open = False
    for verdict in verdicts:
        if verdict.truth is decider.truth:
            return decider
        if verdict.truth is Truth.UNKNOWN:
            is_open = True
            needs |= verdict.needs
    return Verdict(Truth.UNKNOWN, needs) if is_open else otherwise
