"""What waits for somebody who judges: attempts, the oldest first, and disputes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from training.assessments.blinding import SHOWN_NAME, WITHDRAWN
from training.assessments.rating import BEFORE_THE_MACHINE, OVER, Stage, stage_in
from training.disputes import due_day
from training.judging import Seen, has_seen
from training.models import Person, Purpose
from training.rights import JUDGES
from training.store import Store, json_list, visible_to


@dataclass(frozen=True)
class Waiting:
    """An attempt that somebody handed in to be judged; of its marks nothing is told here.

    `disputed` names the marks with an open dispute, not what is said about them: whoever rates the
    attempt first must not know; the first of them is due by `answer_by`. `for_a_person`: a language
    model and the rules are far apart on it, and not in what. `rated`, `seen` and `stage` are about
    the person who looks; a `stage` is in work samples alone, whose candidates are called by their
    alias. `for_me`: they review a cohort that the trainee is in.
    """

    attempt_id: str
    title: str
    who: str
    handed_in_at: datetime
    disputed: tuple[str, ...]
    verdicts: int
    closed: bool
    rated: bool
    seen: bool
    for_a_person: bool = False
    stage: Stage | None = None
    answer_by: date | None = None
    for_me: bool = False


_TO_JUDGE = f"""person_id != :reader and purpose in (select value from json_each(:judged))
    and not {WITHDRAWN}"""  # noqa: S608  words of ours
_SELECTED = f"""attempts.*,
    (select json_extract(content, '$.title') from scenarios where hash = scenario_hash) as title,
    {SHOWN_NAME} as who,
    (select max(at) from events where attempt_id = attempts.id and kind = 'wrapped_up') as ended,
    (select count(*) from standing_verdicts where attempt_id = attempts.id) as verdicts,
    exists (select 1 from standing_verdicts
        where attempt_id = attempts.id and about = 'whole') as closed,
    exists (select 1 from second_opinions
        where attempt_id = attempts.id and for_a_person) as for_a_person,
    exists (select 1 from ratings where attempt_id = attempts.id and person_id = :reader) as rated,
    (select json_group_array(name) from disputes where attempt_id = attempts.id
        and id not in (select dispute_id from standing_answers)) as disputed,
    (select min(at) from disputes where attempt_id = attempts.id
        and id not in (select dispute_id from standing_answers)) as disputed_at,
    exists (select 1 from cohort_members join cohorts on cohorts.id = cohort_id
        where cohort_members.person_id = attempts.person_id and left_at is null
            and reviewer_id = :reader) as for_me"""  # noqa: S608  words of ours


def waiting(store: Store, person: Person, *, closed: bool = False) -> tuple[Waiting, ...]:
    """What waits for this person, the one that was handed in first on top.

    With `closed` also what somebody has accepted as it stands, and work samples in which nothing is
    left to do for this person. Nothing for who judges nobody.
    """
    judged = json_list(JUDGES[person.role])
    with store.reading() as db:
        rows = list(visible_to(db, person, _TO_JUDGE, select=_SELECTED, judged=judged))
        found = [
            _waiting(row, has_seen(db, person, row["id"], Seen.MACHINE), _stage(db, row, person))
            for row in rows
        ]
    due = [one for one in found if closed or one.disputed or not one.closed]
    return tuple(sorted(due, key=lambda one: (one.handed_in_at, one.attempt_id)))


def _stage(db: Database, row: Mapping[str, Any], person: Person) -> Stage | None:
    assessed = row["purpose"] == Purpose.ASSESSMENT
    return stage_in(db, row["id"], person.id) if assessed else None


def _waiting(row: Mapping[str, Any], seen: bool, stage: Stage | None) -> Waiting:
    hidden = stage in BEFORE_THE_MACHINE
    since = None if hidden else row["disputed_at"]
    return Waiting(
        attempt_id=row["id"],
        title=row["title"],
        who=row["who"],
        handed_in_at=datetime.fromisoformat(row["ended"]),
        disputed=() if hidden else tuple(json.loads(row["disputed"])),
        verdicts=row["verdicts"],
        closed=bool(row["closed"]) if stage is None else stage in OVER,
        rated=bool(row["rated"]),
        seen=seen,
        for_a_person=bool(row["for_a_person"]) and not hidden,
        stage=stage,
        answer_by=due_day(datetime.fromisoformat(since)) if since else None,
        for_me=bool(row["for_me"]),
    )
