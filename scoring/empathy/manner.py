"""Six sides of supportive talk on levels 1-5, as in the Lend-an-Ear rubric.

Three that help are counted by opportunity, so that repeating them or asking less gains nothing;
three that do not are counted by 100 words.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import SHOWN, Case, evidence_of
from scoring.empathy.cues import ASKS, PRACTICAL, UNDOES, Answered, names
from scoring.empathy.proposals import asking, giving_back, said_in, validating, words_of
from scoring.empathy.responses import occasions
from scoring.empathy.unsolicited import unsolicited
from scoring.levels import FULL, mark_of
from scoring.marks import Mark, no_mark

HALF, MOST = 0.5, 0.75
"""From these shares of the cues on it is level 4, and level 5."""
RATES = (0.0, 0.4, 0.8, 1.6)
"""So many in 100 of our words at most for levels 5, 4, 3 and 2."""
BONUS = 10.0
"""For reflections to questions of 1 or more at half of the cues: a bonus, never a gate."""
NOTHING = "nobody showed hardship or feeling in words"


class Helpful(NamedTuple):
    """One side that helps: its name, what shows it, and what to say where nothing does."""

    name: str
    done: str
    shown_in: Callable[[Reading, Reading], bool]
    advice: Callable[[Reading, Signal], str]
    weaker: tuple[str, ...]


def _validates(_: Reading, answer: Reading) -> bool:
    return answer.has("validates") or answer.has("acknowledgement", kind="specific")


def _invites(cue: Reading, answer: Reading) -> bool:
    if answer.has("demand_payment"):
        return False
    return answer.has(*ASKS) or (cue.has(*PRACTICAL) and answer.has("honour_stop"))


HELPFUL = (
    Helpful("validates", "confirmed", _validates, validating, ("acknowledgement", "apology")),
    Helpful("invites more", "asked about", _invites, asking, ("closed_question", *ASKS)),
    Helpful("shows understanding", "given back", names, giving_back, ("acknowledgement",)),
)


def manner_marks(case: Case, answered: list[Answered]) -> tuple[Mark, ...]:
    """Validates, invites, understands; no unsolicited advice, no turning to oneself or away."""
    helpful = tuple(_helpful(case, answered, side) for side in HELPFUL)
    found = (
        ("no unsolicited advice", "advice nobody asked for", unsolicited(case, answered)),
        ("stays with them", "remarks about yourself", _signals(case, "turns_to_self")),
        (
            "takes them seriously",
            "remarks that make light of it",
            _signals(case, "dismisses", "takes_back"),
        ),
    )
    return (*helpful, *(_harmful(case, answered, *one) for one in found))


def _signals(case: Case, *names: str) -> list[Signal]:
    return list(case.collector_signals(*names))


def _helpful(case: Case, answered: list[Answered], side: Helpful) -> Mark:
    if not answered:
        return no_mark(side.name, NOTHING)
    met = [one for one in answered if not one.repeats and _where(one, side) is not None]
    left = next((one for one in answered if one not in met), None)
    at = [turn for one in met if (turn := _where(one, side)) is not None]
    level = _level(len(met) / len(answered), _says(case, side.weaker))
    balanced = side.shown_in is names and _balanced(answered)
    told = f"level {level} of 5: {len(met)} of {len(answered)} cues were {side.done}"
    return Mark(
        name=side.name,
        value=min(FULL, mark_of(level) + BONUS * balanced),
        reason=f"{told}, as often as you asked" if balanced else told,
        evidence=case.evidence(*(dict.fromkeys(at) or occasions(answered)))[:SHOWN],
        advice=side.advice(left.cue, left.signal) if left and level < 5 else "",
    )


def _says(case: Case, weaker: tuple[str, ...]) -> bool:
    return any(r.has(*weaker) and not r.has(*UNDOES) for r in case.collector)


def _where(one: Answered, side: Helpful) -> int | None:
    """The turn that shows it; what undoes an answer undoes this too."""
    good = (r for r in one.answers if not r.has(*UNDOES) and side.shown_in(one.cue, r))
    return next((reading.index for reading in good), None)


def _level(share: float, weaker: bool) -> int:
    if not share:
        return 2 if weaker else 1
    return 5 if share >= MOST else 4 if share >= HALF else 3


def _balanced(answered: list[Answered]) -> bool:
    """Whether half of the cues got something back and a question.

    Counted at each cue, so that leaving questions out raises nothing.
    """
    both = [one for one in answered if all(_where(one, side) for side in HELPFUL[1:])]
    return len(both) >= HALF * len(answered)


def _harmful(
    case: Case, answered: list[Answered], name: str, what: str, found: Sequence[Signal]
) -> Mark:
    if not answered:
        return no_mark(name, NOTHING)  # what is said where nothing was shown is a matter of conduct
    words = sum(reading.words for reading in case.collector if not reading.has(*UNDOES))
    rate = 100 * len(found) / max(words, 1)
    level = 5 if not found else max(_by_rate(rate), 5 - len(found), 1)
    first = found[0] if found else None
    return Mark(
        name=name,
        value=mark_of(level),
        reason=f"level {level} of 5: {what}, {len(found)} times ({rate:.1f} in 100 words)"
        if found
        else f"level 5 of 5: no {what}",
        evidence=evidence_of(iter(found[:SHOWN])) or case.evidence(*occasions(answered)),
        advice=_instead(case, answered, first) if first else "",
    )


def _by_rate(rate: float) -> int:
    return next((5 - n for n, most in enumerate(RATES) if rate <= most), 1)


def _instead(case: Case, answered: list[Answered], said: Signal) -> str:
    """What stood there, and a question to what they had said before it."""
    told = f'Leave out "{words_of(said)}" (turn {turn_number(said.turn)})'
    before = [one for one in answered if one.cue.index < said.turn]
    if before:
        return f"{told}. {asking(before[-1].cue, before[-1].signal)}"
    last = [r for r in case.other_side if r.index < said.turn][-1:]
    return f'{told} and take up "{said_in(last[0])}".' if last else f"{told}."
