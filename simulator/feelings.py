"""What a turn does to the mood: the causes that are there, with steps taken from a table."""

from collections.abc import Iterable

from calls.moves import Mood, Shift
from simulator.causes import CAUSES
from simulator.constants import Cause, Steps
from simulator.felt import Felt
from simulator.memory import Kept, kept
from simulator.persona import Temperament

MOODS = ("trust", "tension", "engagement", "shame", "patience")


def feel(mood: Mood, felt: Felt) -> tuple[Mood, tuple[str, ...], tuple[Shift, ...]]:
    """The mood after the turn, the causes that moved it, and each step with its reason."""
    causes = tuple(name for name, happens in CAUSES if happens(felt))
    shifts: list[Shift] = []
    limits = felt.constants.thresholds
    bounds = mood.trust + limits.most_trust_won, mood.tension - limits.most_calm_won
    for name in causes:
        cause = felt.constants.causes[name]
        steps = _steps(cause, felt.person.temperament, felt.felt(name))
        moved = _moved(mood, steps, bounds)
        change = {key: getattr(moved, key) - getattr(mood, key) for key in MOODS}
        if any(change.values()):
            shifts.append(Shift(because=cause.because, **change))
        mood = moved
    return mood, causes, tuple(shifts)


def _steps(cause: Cause, temperament: Temperament, before: int) -> Steps:
    factor = min(2.0, cause.again**before) * _scale(cause, temperament)
    return Steps(**{key: round(getattr(cause.steps, key) * factor) for key in MOODS})


def _scale(cause: Cause, temperament: Temperament) -> float:
    match cause.scaled_by:
        case "pride":
            return 0.5 + temperament.pride / 100
        case "impatience":
            return 1.5 - temperament.patience / 100
        case "rights":
            return 0.5 + temperament.rights / 100
        case None:
            return 1.0


def _moved(mood: Mood, steps: Steps, bounds: tuple[int, int]) -> Mood:
    """One step further; however much is done right in a turn, nobody is won over in one."""
    most_trust, least_tension = bounds
    levels = {key: getattr(mood, key) + getattr(steps, key) for key in MOODS}
    if steps.trust > 0:
        levels["trust"] = max(mood.trust, min(levels["trust"], most_trust))
    if steps.tension < 0:
        levels["tension"] = min(mood.tension, max(levels["tension"], least_tension))
    return Mood(**{key: max(0, min(100, level)) for key, level in levels.items()})


def words_for(causes: Iterable[str]) -> tuple[str, ...]:
    """What is remembered of the causes, so that the next time can count them."""
    return tuple(kept(Kept.CAUSE, cause) for cause in causes)
