"""TEXAS and IDEA: what is said, in this order, to somebody who has told of a vulnerability.

Both are the Money Advice Trust's: thank, explain use, explicit consent, ask, signpost; impact,
duration, experiences, assistance.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from calls.turn import Frozen
from language.reading import Reading
from scoring.case import Case
from scoring.empathy.proposals import said_in
from scoring.marks import Mark, no_mark

DISCLOSED = "vulnerable"
FIRST_THINGS = ("crisis_self_harm", "unsafe_to_talk")
"""Where one of these is said, staying and a safe way go before any list."""
OUT_OF_ORDER = 0.5


class Step(NamedTuple):
    """One step: what it is, the signals or kinds of question that show it, and how it is said."""

    what: str
    signals: tuple[str, ...]
    say: str
    kinds: tuple[str, ...] = ()


class Shown(Frozen):
    """One step as it went: the turn in which it was said, else None, and how it may be said."""

    what: str
    turn: int | None
    say: str


class Checklist(Frozen):
    """A list beside a call in which a vulnerability was told, in the turn `told_at`."""

    name: str
    told_at: int
    steps: tuple[Shown, ...]


_ASKING = ("impact", "contact", "support")
TEXAS = (
    Step("thanks", ("thanks_for_telling",), "Thank you for telling me that."),
    Step(
        "explains the use",
        ("explains_use",),
        "We use that only to look after you better, so that you needn't tell it twice.",
    ),
    Step("asks for consent", ("asks_consent",), "Are you happy for me to note that down?"),
    Step(
        "asks three questions",
        ("asks_effect",),
        "Does it make it harder to deal with money? How should we contact you best? "
        "Does anyone help you?",
        _ASKING,
    ),
    Step(
        "signposts",
        ("points_to_help", "promise_hardship_help", "transfer"),
        "There is free debt advice, and a team here that helps. Shall I give you the number?",
    ),
)
IDEA = (
    Step("impact", ("asks_effect",), "How does it affect you day to day?", ("impact",)),
    Step("duration", ("asks_effect",), "How long has it been like that?", ("duration",)),
    Step("experiences", ("asks_effect",), "Has that happened before?", ("episodes",)),
    Step("assistance", ("asks_effect",), "Does anyone help you with it?", ("support",)),
)


_LISTS = (("TEXAS", TEXAS), ("IDEA", IDEA))


def checklists_in(case: Case) -> tuple[Checklist, ...]:
    """Both lists step by step; none where there was nothing to follow them for."""
    told, after, why_not = _occasion(case)
    if told is None or why_not:
        return ()
    return tuple(
        Checklist(
            name=name,
            told_at=told.index,
            steps=tuple(
                Shown(what=step.what, turn=_first(step, after), say=step.say) for step in steps
            ),
        )
        for name, steps in _LISTS
    )


def checklist_marks(case: Case) -> tuple[Mark, ...]:
    """Both lists where a vulnerability was told, else the reason why there is nothing to mark."""
    return tuple(_mark(case, name, steps) for name, steps in _LISTS)


def _mark(case: Case, name: str, steps: Sequence[Step]) -> Mark:
    told, after, why_not = _occasion(case)
    if told is None or why_not:
        return no_mark(name, why_not)
    return _followed(case, name, steps, told, after)


def _occasion(case: Case) -> tuple[Reading | None, Sequence[Reading], str]:
    """Where they told of it, our turns after that, and why there is nothing to follow, if so."""
    told = next((r for r in case.other_side if r.has(DISCLOSED)), None)
    if any(r.has(*FIRST_THINGS) for r in case.other_side):
        return told, (), "they may be in danger: looking after that goes before any list"
    if told is None:
        return None, (), "nobody told of a vulnerability"
    after = [r for r in case.collector if r.index > told.index]
    return told, after, "" if after else "the call ended where they told of it"


def _followed(
    case: Case, name: str, steps: Sequence[Step], told: Reading, after: Sequence[Reading]
) -> Mark:
    shown = [[r.index for r in after if _shows(step, r)] for step in steps]
    done = [next(iter(turns), None) for turns in shown]
    in_order = _in_order(shown)
    worth = [
        _share(step, after) * (1 if n in in_order else OUT_OF_ORDER)
        for n, step in enumerate(steps)
        if done[n] is not None
    ]
    there = [step.what for step, turn in zip(steps, done, strict=True) if turn is not None]
    missing = next((step for step, turn in zip(steps, done, strict=True) if turn is None), None)
    turns = sorted({turn for turn in done if turn is not None})
    swapped = len(there) > len(in_order)
    return Mark(
        name=name,
        value=round(100 * sum(worth) / len(steps), 1),
        reason=f"{len(there)} of {len(steps)} steps: {', '.join(there) or 'none'}"
        + (", not in this order" if swapped else ""),
        evidence=case.evidence(told.index, *turns),
        advice=f'After "{said_in(told)}": "{missing.say}" ({missing.what})' if missing else "",
    )


def _first(step: Step, after: Sequence[Reading]) -> int | None:
    return next((r.index for r in after if _shows(step, r)), None)


def _shows(step: Step, reading: Reading) -> bool:
    if not step.kinds:
        return reading.has(*step.signals)
    return any(reading.has(*step.signals, kind=kind) for kind in step.kinds)


def _share(step: Step, after: Sequence[Reading]) -> float:
    """How much of a step is done: of three questions, each is a third."""
    if not step.kinds:
        return 1.0
    asked = [k for k in step.kinds if any(r.has(*step.signals, kind=k) for r in after)]
    return len(asked) / len(step.kinds)


def _in_order(shown: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The largest set of steps that can be followed down the list; any use of a step will do.

    So a step that is shown once more, and earlier, puts nothing out of order.
    """
    there = [n for n, turns in enumerate(shown) if turns]
    for size in range(len(there), 0, -1):
        for some in combinations(there, size):
            if _follow(shown[n] for n in some):
                return some
    return ()


def _follow(turns_of_steps: Iterable[Sequence[int]]) -> bool:
    """Whether a turn can be had for each that is not before the one of the step before it."""
    last = -1
    for turns in turns_of_steps:
        at = next((turn for turn in turns if turn >= last), None)
        if at is None:
            return False
        last = at
    return True
