"""How somebody's attempts came out over time, dimension by dimension."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from compliance_rules.in_use import own_in_use
from training.came_out import WITH_LATEST_REVIEW, CameOut, came_out, is_judged, played
from training.models import Person, Purpose
from training.practising import check_practises
from training.store import Store, visible_to

COUNTING = frozenset({Purpose.SUBMITTED, Purpose.ASSESSMENT})
"""What is made for others to read; of private practice nobody else knows."""


@dataclass(frozen=True)
class Step:
    """One attempt that was handed in; marks are None where there was no opportunity.

    `scores` holds the dimensions of its latest review, and nothing where there is none yet; `rules`
    says of each rule that came up in it whether it was met.
    `silent`: the review found no conversation in it, so that there was nothing to grade.
    `with_care`: its scenario is played with care, and counts nowhere. `end_reached`: it came to an
    acceptable end.
    `judged`: a verdict was given on it, and the marks are those that stand since. `branch`: it
    began in the middle of another one; `hinted`: hints were on. `must_change` is
    the first turn that must change. `form_seen`: somebody had been on a call of this form of it.
    """

    attempt_id: str
    scenario_id: str
    title: str
    purpose: Purpose
    started_at: datetime
    seen_before: bool
    scores: Mapping[str, float | None]
    grade: float | None
    passed: bool | None
    end_reached: bool | None = None
    silent: bool = False
    with_care: bool = False
    judged: bool = False
    branch: bool = False
    hinted: bool = False
    must_change: int | None = None
    form: int = 0
    form_seen: bool = False
    rules: Mapping[str, bool] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether it says what somebody can do: handed in for others to read, and without help.

        What is private, begun in the middle, played with hints, or on a form that was seen before
        is practice.
        """
        helped = self.branch or self.hinted or self.form_seen or self.with_care
        return self.purpose in COUNTING and not helped


_HANDED_IN = """person_id = :reader and exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""


def progress(store: Store, person: Person) -> tuple[Step, ...]:
    """The person's own attempts that were handed in, the oldest first."""
    check_practises(person)
    with store.reading() as db:
        rows = tuple(visible_to(db, person, _HANDED_IN, select=WITH_LATEST_REVIEW))
        seen = _seen(db, person)
    own = own_in_use()
    return tuple(step_of(row, came_out(store, person, row, own), seen) for row in rows)


_FORMS_SEEN = """select scenario_id, form, min(first) as first from (
        select scenario_id, form, rowid as first from attempts where person_id = :person
            and exists (select 1 from events where attempt_id = attempts.id
                and kind in ('call_started', 'dial_decided'))
        union all
        select scenario_id, form, 0 from deleted_attempts where person_id = :person and on_a_call)
    group by scenario_id, form"""


def forms_seen(store: Store, person: Person) -> frozenset[tuple[str, int]]:
    """The scenarios and forms on which this person was on a call, deleted ones too."""
    check_practises(person)
    with store.reading() as db:
        return frozenset(_seen(db, person))


def _seen(db: Database, person: Person) -> dict[tuple[str, int], int]:
    """The same, each with the place of the first attempt in the order in which they were kept.

    What was deleted came before whatever is left, unless the scenario was new to somebody then.
    """
    rows = db.query(_FORMS_SEEN, {"person": person.id})
    return {(row["scenario_id"], row["form"]): row["first"] for row in rows}


def step_of(row: Mapping[str, Any], came: CameOut, seen: Mapping[tuple[str, int], int]) -> Step:
    """An attempt's row with how it came out.

    `seen` tells the first attempt on each scenario and form; where it is not told, none was seen.
    """
    of = played(row)
    first = seen.get((row["scenario_id"], row["form"]), row["rowid"])
    return Step(
        attempt_id=row["id"],
        scenario_id=row["scenario_id"],
        title=of.title,
        purpose=Purpose(row["purpose"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        seen_before=bool(row["seen_before"]),
        scores=came.scores,
        grade=came.grade,
        passed=came.passed,
        end_reached=came.end_reached,
        silent=came.marked and came.grade is None,
        with_care=of.with_care,
        judged=is_judged(row),
        branch=row["parent_seq"] is not None,
        must_change=came.must_change,
        hinted=came.hinted,
        form=row["form"],
        form_seen=bool(row["seen_before"]) and first < row["rowid"],
        rules=came.rules,
    )
