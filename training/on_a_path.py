"""How far somebody has come on a path: from what they submitted, and for themselves from drills."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from drills import deck
from drills.stock import Stock
from training.drilling import Answer, answers
from training.given_drills import ENOUGH
from training.models import Person
from training.paths import GivenPath, PathStep, StepKind, own_paths
from training.store import Store
from training.submitted import Submitted, submitted


@dataclass(frozen=True)
class Stand:
    """One step on somebody's path: so much of it done, of so much; due on that day.

    `done` is None where it is for nobody but themselves to know: how somebody drills.
    """

    step: PathStep
    due: date
    done: int | None
    of: int

    @property
    def is_done(self) -> bool:
        """Whether nothing is left of it."""
        return self.done is not None and self.done >= self.of

    def overdue(self, today: date) -> bool:
        """Whether it is known not to be done, and its day is past."""
        return self.done is not None and not self.is_done and self.due < today


@dataclass(frozen=True)
class OnAPath:
    """A path with where somebody stands on each of its steps."""

    given: GivenPath
    stands: tuple[Stand, ...]

    @property
    def next(self) -> Stand | None:
        """The first step that is not done, as far as it is known."""
        return next((one for one in self.stands if not one.is_done), None)


def own_path_stands(store: Store, person: Person, stock: Stock) -> tuple[OnAPath, ...]:
    """Where one stands on the paths of one's own cohorts."""
    given = own_paths(store, person)
    if not given:
        return ()
    mine, drilled = submitted(store, person, own=True), answers(store, person)
    return tuple(stands_on(one, mine, drilled, stock) for one in given)


def stands_on(
    given: GivenPath,
    calls: Sequence[Submitted],
    drilled: Sequence[Answer] | None,
    stock: Stock,
) -> OnAPath:
    """Where somebody stands who submitted these calls; without `drilled` drills are not told."""
    since = [one for one in calls if one.step.started_at.date() >= given.starts]
    stands = (_stand(step, given, since, calls, drilled, stock) for step in given.path.steps)
    return OnAPath(given, tuple(stands))


def _stand(
    step: PathStep,
    given: GivenPath,
    since: Sequence[Submitted],
    calls: Sequence[Submitted],
    drilled: Sequence[Answer] | None,
    stock: Stock,
) -> Stand:
    done: int | None
    match step.kind:
        case StepKind.CALL:
            done, of = _submitted_one(step, since), 1
        case StepKind.GATE:
            done, of = min(step.calls, _clean(step, calls)), step.calls
        case StepKind.DRILL:
            cards = deck.cards_of(stock, step.what)
            of = min(ENOUGH, len(cards))
            done = None if drilled is None else _drilled(cards, drilled, given.starts, of)
    return Stand(step, given.due(step), done, of)


def _submitted_one(step: PathStep, calls: Iterable[Submitted]) -> int:
    return int(any(one.step.scenario_id == step.what and not one.step.branch for one in calls))


def _clean(step: PathStep, calls: Iterable[Submitted]) -> int:
    """Different scenarios of that level, in each of which a whole call was clean.

    Also from before the start: whoever can do it already need not show it again.
    """
    return len({one.step.scenario_id for one in calls if one.level == step.level and is_clean(one)})


def is_clean(one: Submitted) -> bool:
    """Whether a call was without help, came somewhere, and no rule in it was not met.

    It came somewhere if it reached an acceptable end, or its bar where that asks for no end: who
    hangs up at once meets every rule. With its end reached it need not have passed its bar: what
    somebody can be trusted with is one thing, how well it was done another.
    """
    step = one.step
    came_somewhere = bool(step.end_reached or step.passed)
    return (
        one.without_help and step.grade is not None and came_somewhere and all(step.rules.values())
    )


def _drilled(cards: Sequence[str], drilled: Iterable[Answer], since: date, of: int) -> int:
    known = frozenset(cards)
    return min(of, len({one.card for one in drilled if one.card in known and _on(one.at, since)}))


def _on(at: datetime, since: date) -> bool:
    return at.date() >= since
