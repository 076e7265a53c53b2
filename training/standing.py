"""Where somebody stands with each scenario: what is open, the last result and the best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from training.models import Person
from training.practising import check_practises
from training.progress import Step
from training.store import Store, visible_to


@dataclass(frozen=True)
class Standing:
    """One scenario for one person.

    `open_attempt` is the latest that is not handed in, begun at `open_since`. `passed`: whether any
    attempt passed the bar; None where none met with one.
    """

    tried: int = 0
    last: Step | None = None
    best: Step | None = None
    open_attempt: str | None = None
    open_since: datetime | None = None
    passed: bool | None = None


NOT_TRIED = Standing()
_OPEN = """person_id = :reader and not exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""


def standings(store: Store, person: Person, steps: Sequence[Step]) -> Mapping[str, Standing]:
    """The person's own standing by scenario id; what was never tried is left out.

    `steps` is the person's own progress, which pages have read already. What began in the middle
    of another attempt is no try of the whole.
    """
    check_practises(person)
    found = finished(steps)
    with store.reading() as db:
        for row in visible_to(db, person, _OPEN, select="id, scenario_id, started_at"):
            before = found.get(row["scenario_id"], NOT_TRIED)
            since = datetime.fromisoformat(row["started_at"])
            found[row["scenario_id"]] = replace(before, open_attempt=row["id"], open_since=since)
    return found


def finished(steps: Sequence[Step]) -> dict[str, Standing]:
    """The standing that what was handed in comes to, without what is open."""
    found: dict[str, Standing] = {}
    for step in steps:
        if step.branch:
            continue
        before = found.get(step.scenario_id, NOT_TRIED)
        found[step.scenario_id] = replace(
            before,
            tried=before.tried + 1,
            last=step,
            best=_better(before.best, step),
            passed=before.passed or (before.passed if step.passed is None else step.passed),
        )
    return found


def _better(best: Step | None, step: Step) -> Step | None:
    if step.grade is None:
        return best
    return step if best is None or best.grade is None or step.grade >= best.grade else best
