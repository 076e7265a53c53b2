"""Applications that end before anybody can decide: nobody came, or they took another position."""

from datetime import datetime

from sqlite_utils import Database

from training.access_log import Deed, log
from training.assessments.deciding import Decided, is_agreed, missing_in
from training.assessments.hiring import check_hires
from training.assessments.models import Candidacy, Decision
from training.assessments.rows import candidacy_in
from training.errors import Closed, TrainingError
from training.judging import LONGEST_ANSWER, came_twice, said
from training.models import Person
from training.store import Store


def end_application(
    store: Store, person: Person, candidacy_id: str, reason: str, now: datetime
) -> Decided:
    """Close an application that cannot be decided on, with the reason; nothing is rated any more.

    An invitation that is still open is withdrawn with it. Once two people agreed on every call,
    somebody decides: what was rated stays in the results and in the figures of groups.
    """
    check_hires(person)
    why = said(reason, LONGEST_ANSWER, "why it is closed")
    with store.writing() as db:
        found = candidacy_in(db, candidacy_id)
        row = {
            "candidacy_id": candidacy_id,
            "decision": Decision.CLOSED.value,
            "reason": why,
            "person_id": person.id,
            "at": now.isoformat(),
        }
        before = db.table("hiring_decisions").rows_where(
            "candidacy_id = ?", [candidacy_id], order_by="id"
        )
        if there := came_twice(before, row, "decision", "reason"):
            at = datetime.fromisoformat(there["at"])
            return Decided(Decision.CLOSED, why, person.name, at)
        _check_ends(db, found)
        db.table("hiring_decisions").insert(row)
        if found.withdrawn_at is None:
            db.table("candidacies").update(candidacy_id, {"withdrawn_at": now.isoformat()})
        log(db, person, Deed.DECIDED, now, of=found.person_id, note=Decision.CLOSED.value)
    return Decided(Decision.CLOSED, why, person.name, now)


def may_end(store: Store, person: Person, candidacy_id: str) -> bool:
    """Whether this application can be closed, because nobody can decide on it."""
    check_hires(person)
    with store.reading() as db:
        try:
            _check_ends(db, candidacy_in(db, candidacy_id))
        except TrainingError:
            return False
    return True


def _check_ends(db: Database, found: Candidacy) -> None:
    where = f"candidate {found.alias!r}"
    rows = db.table("hiring_decisions").rows_where("candidacy_id = ?", [found.id], order_by="id")
    given = [Decision(row["decision"]) for row in rows]
    if Decision.CLOSED in given:
        raise Closed(where, "the application is closed already", "read why")
    if given:
        raise Closed(where, "somebody has decided on them", "a later decision, if it changed")
    if found.withdrawn_at is not None:
        return
    missing = tuple(missing_in(db, found))
    if not missing:
        raise TrainingError(where, "all is there to decide on", "decide, and say why")
    if found.finished_at is not None and is_agreed(db, found):
        wrong = f"every call is rated and agreed on ({'; '.join(missing)})"
        raise TrainingError(where, wrong, "that first, then decide, and say why")
