"""What others submitted, as the figures of those who read it see it; private practice is in none.

Whether somebody practised a call before they submitted it is theirs to know: here every submitted
call without help counts, and nothing that was private is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from compliance_rules.in_use import own_in_use
from training.came_out import WITH_LATEST_REVIEW, CameOut, came_out, played
from training.models import Person
from training.practising import check_practises
from training.progress import Step, step_of
from training.store import Store, visible_to


@dataclass(frozen=True)
class Submitted:
    """One submitted attempt: whose, on which content of its scenario, and how it stands.

    `scenario_hash` is of what was played, so that each parallel form has its own.
    `step.grade` is None where nothing was said in it, and where nobody has opened it yet: then it
    has no review, and `marked` is false.
    """

    person_id: str
    who: str
    step: Step
    scenario_hash: str
    level: int
    handed_in_at: datetime
    marked: bool

    @property
    def without_help(self) -> bool:
        """Whether it says what somebody can do: from its beginning, without hints, to be graded."""
        helped = self.step.branch or self.step.hinted or self.step.with_care
        return self.marked and not helped


_OTHERS = """purpose = 'submitted' and person_id != :reader"""
_OWN = """purpose = 'submitted' and person_id = :reader and exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""
_SELECTED = f"""{WITH_LATEST_REVIEW},
    (select name from people where id = person_id) as who,
    (select max(at) from events where attempt_id = attempts.id and kind = 'wrapped_up') as ended
"""  # noqa: S608  words of ours


def submitted(store: Store, person: Person, *, own: bool = False) -> tuple[Submitted, ...]:
    """What others submitted and this person's role reads, or one's own; the oldest first."""
    check_practises(person)
    with store.reading() as db:
        rows = list(visible_to(db, person, _OWN if own else _OTHERS, select=_SELECTED))
    rules = own_in_use()
    found = (_submitted(row, came_out(store, person, row, rules)) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.handed_in_at, one.step.attempt_id)))


def _submitted(row: Mapping[str, Any], came: CameOut) -> Submitted:
    return Submitted(
        person_id=row["person_id"],
        who=row["who"],
        step=step_of(row, came, {}),
        scenario_hash=row["scenario_hash"],
        level=played(row).level,
        handed_in_at=datetime.fromisoformat(row["ended"]),
        marked=came.marked,
    )
