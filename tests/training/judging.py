"""Calls that were submitted, and people who judge them."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.judged import Decision, Ruling
from scoring.rating_scales import load_scales
from tests.training.floor import NOW
from tests.training.shipped_calls import at, on_a_call
from training.disputes import answer_dispute, dispute
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.ratings import agree, rate
from training.sheets import Rated, Sheet
from training.store import Store
from training.verdicts import give_verdict
from training.wrap_up import hand_in

ARREST = "fdcpa.false.arrest_imprisonment"
"""The rule that the threat does not meet."""
THREAT = "You will be arrested if you do not pay by Friday."
LINES = ("Hello, may I speak with Ana Reyes please?", THREAT, "I need all of it today.")
MARK = "communication/room to speak"


def submitted(
    store: Store,
    person: Person,
    seed: int = 1,
    purpose: Purpose = Purpose.SUBMITTED,
    lines: tuple[str, ...] = LINES,
) -> Attempt:
    """A short call with a hard fail in it, handed in."""
    attempt = on_a_call(store, person, seed=seed, purpose=purpose, now=at(seed))
    for line in lines:
        if attempt.state.call is None or attempt.state.call.over:
            break
        attempt = take_turn(store, person, attempt, line, at(seed + 10 * attempt.next_seq))
    attempt = end_call(store, person, attempt, at(seed + 900))
    return hand_in(store, person, attempt, at(seed + 920))


def sheet(
    level: int | None = 2, *not_met: str, model_rated: bool = False, discussed: str = ""
) -> Sheet:
    """The same level for every criterion."""
    one = Rated(evidence="turn 4: the threat", level=level, discussed=discussed)
    return Sheet(levels=dict.fromkeys(load_scales(), one), not_met=not_met, model_rated=model_rated)


def rated_together(
    store: Store, attempt: Attempt, level: int | None = 2, names: Sequence[str] = ("Ines", "Ugo")
) -> None:
    """Two assessors rated it apart and agreed, so that the machine's marks are open to them."""
    raters = [sign_in_locally(store, name, Role.ASSESSOR, NOW) for name in names]
    for rater in raters:
        rate(store, rater, attempt.id, sheet(level), at(5000))
    agree(store, raters[0], attempt.id, sheet(level), "We saw the same.", at(5100))


def adjust(about: str, value: float, reason: str = "You let her finish each time.") -> Ruling:
    return Ruling(about, Decision.ADJUST, value, reason)


def reject(about: str, reason: str = "She said it as a joke about herself.") -> Ruling:
    return Ruling(about, Decision.REJECT, reason=reason)


def accept(about: str) -> Ruling:
    return Ruling(about, Decision.ACCEPT)


def judged_in_every_way(store: Store, person: Person, trainer: Person) -> Attempt:
    """A submitted attempt that was rated, disputed, answered and given a verdict."""
    attempt = submitted(store, person)
    rate(store, trainer, attempt.id, sheet(), NOW)
    asked = dispute(store, person, attempt.id, MARK, "She paused twice.", NOW)
    answer_dispute(store, trainer, attempt.id, asked.id, "So she did.", NOW)
    give_verdict(store, trainer, attempt.id, accept("whole"), NOW)
    return attempt
