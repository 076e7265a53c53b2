"""What a trainer says of a call: comments at its turns, and a note that gives one drill."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calls.turn import turn_number
from training.access_log import Deed, log
from training.errors import NotYours, TrainingError
from training.judging import (
    LONGEST_ANSWER,
    Followed,
    Seen,
    came_twice,
    check_undo,
    look,
    said,
    to_judge,
)
from training.models import Attempt, Person, Purpose, Role
from training.practising import check_practises
from training.store import Store, find, visible_to


@dataclass(frozen=True)
class Remark:
    """A comment at a turn, counted from 0, or without one the coaching note of the call.

    `drill` is what the note gives to be drilled, as `drills.deck.given` knows it; `read_at` is when
    the trainee said that they had read it.
    """

    id: int
    attempt_id: str
    turn: int | None
    text: str
    drill: str | None
    by: str
    role: Role
    at: datetime
    taken_back_at: datetime | None = None
    read_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.taken_back_at is None


def comment(
    store: Store, person: Person, attempt_id: str, turn: int, text: str, now: datetime
) -> Remark:
    """Say something at a turn of somebody's submitted call; they read it there."""
    kept = said(text, LONGEST_ANSWER, "your comment")
    attempt = _submitted(store, person, attempt_id)
    turns = sum(len(call.turns) for call in attempt.state.calls)
    if not 0 <= turn < turns:
        raise TrainingError(
            "turn", f"this call has no turn {turn_number(turn)}", f"turns 1 to {turns}"
        )
    return _keep(store, person, attempt_id, now, turn=turn, text=kept)


def coach(
    store: Store, person: Person, attempt_id: str, text: str, drill: str, now: datetime
) -> Remark:
    """Write the coaching note of a submitted call, with one thing to drill; the latest counts."""
    kept = said(text, LONGEST_ANSWER, "your note")
    if not drill:
        raise TrainingError("drill", "none is chosen", "one thing to practise in a drill")
    _submitted(store, person, attempt_id)
    return _keep(store, person, attempt_id, now, text=kept, drill=drill)


def take_back_remark(
    store: Store, person: Person, attempt_id: str, remark_id: int, now: datetime
) -> Remark:
    """Take one's own comment or note back, soon after; that it was said stays on record."""
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        found = _one(db.table("remarks").rows_where(_HERE, [remark_id, attempt_id]), remark_id)
        check_undo("this remark", found["person_id"], found["at"], person, now)
        row = _followed(remark_id, Followed.TAKEN_BACK, person, now)
        db.table("remarks_followed").insert(row, ignore=True)
        note = _what(found["turn"])
        log(db, person, Deed.TOOK_BACK, now, attempt_id=attempt_id, of=owner, note=note)
    return next(one for one in remarks(store, person, attempt_id) if one.id == remark_id)


def acknowledge(
    store: Store, person: Person, attempt_id: str, remark_id: int, now: datetime
) -> Remark:
    """Say that one has read a note on one's own call that stands; once is enough."""
    check_practises(person)
    with store.writing() as db:
        if find(db, person, attempt_id)["person_id"] != person.id:
            raise NotYours(attempt_id)
        note = f"{_HERE} and turn is null and {_STANDS}"
        if not db.table("remarks").count_where(note, [remark_id, attempt_id]):
            raise TrainingError(
                f"remark {remark_id}", "no note of that id stands here", "a note that stands"
            )
        row = _followed(remark_id, Followed.READ, person, now)
        new = "remark_id = :remark_id and what = :what"
        if not db.table("remarks_followed").count_where(new, row):
            db.table("remarks_followed").insert(row)
            log(db, person, Deed.ACKNOWLEDGED, now, attempt_id=attempt_id, of=person.id)
    return next(one for one in remarks(store, person, attempt_id) if one.id == remark_id)


def remarks(store: Store, person: Person, attempt_id: str) -> tuple[Remark, ...]:
    """All that was said of a call, the oldest first; what was taken back only to who said it."""
    check_practises(person)
    with store.reading() as db:
        find(db, person, attempt_id)
        rows = list(db.query(f"{_REMARKS} where attempt_id = ? {_ORDER}", [attempt_id]))
    found = [row for row in rows if _is_shown(row, person)]
    if any(row["person_id"] != person.id for row in found):
        look(store, person, attempt_id, Seen.OTHERS)
    return tuple(map(_remark, found))


def coaching(store: Store, person: Person) -> tuple[Remark, ...]:
    """The coaching notes on one's own calls that stand, the newest first."""
    check_practises(person)
    own = """where turn is null and attempt_id in (
        select id from attempts where attempts.person_id = ?)"""
    with store.reading() as db:
        rows = list(db.query(f"{_REMARKS} {own} {_ORDER}", [person.id]))
    latest = {row["attempt_id"]: _remark(row) for row in rows if not row["taken_back_at"]}
    return tuple(sorted(latest.values(), key=lambda one: one.id, reverse=True))


def noted(store: Store, person: Person) -> frozenset[str]:
    """The submitted attempts of others with a coaching note that stands, for who reads them."""
    check_practises(person)
    others = "person_id != :reader and purpose = 'submitted'"
    with store.reading() as db:
        known = {row["id"] for row in visible_to(db, person, others, select="id")}
        notes = db.table("remarks").rows_where(f"turn is null and {_STANDS}")
        return frozenset(row["attempt_id"] for row in notes) & known


def note_of(said: Iterable[Remark]) -> Remark | None:
    """The coaching note that counts among remarks: the latest one that stands."""
    notes = [one for one in said if one.turn is None and one.stands]
    return notes[-1] if notes else None


_HERE = "id = ? and attempt_id = ?"
_STANDS = """not exists (select 1 from remarks_followed
    where remark_id = remarks.id and what = 'taken-back')"""
_ORDER = "order by remarks.id"
_REMARKS = """select remarks.*, people.name as "by", back.at as taken_back_at, read.at as read_at
    from remarks join people on people.id = remarks.person_id
    left join remarks_followed as back on back.remark_id = remarks.id and back.what = 'taken-back'
    left join remarks_followed as read on read.remark_id = remarks.id and read.what = 'read'"""


def _submitted(store: Store, person: Person, attempt_id: str) -> Attempt:
    """The attempt, where remarks are for: what a work sample gets is a sheet by two raters."""
    with store.reading() as db:
        if to_judge(db, person, attempt_id)["purpose"] != Purpose.SUBMITTED:
            raise TrainingError(
                f"attempt {attempt_id!r}",
                "it is a work sample, which two people rate apart",
                "remarks are for what trainees submit",
            )
    return store.attempt(person, attempt_id)


def _keep(
    store: Store,
    person: Person,
    attempt_id: str,
    now: datetime,
    *,
    text: str,
    turn: int | None = None,
    drill: str | None = None,
) -> Remark:
    row = {
        "attempt_id": attempt_id,
        "turn": turn,
        "text": text,
        "drill": drill,
        "person_id": person.id,
        "role": person.role.value,
        "at": now.isoformat(),
    }
    deed = Deed.COACHED if turn is None else Deed.COMMENTED
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        here = f"attempt_id = ? and turn is ? and {_STANDS}"
        before = db.table("remarks").rows_where(here, [attempt_id, turn], order_by="id")
        if there := came_twice(before, row, "text", "drill"):
            kept = there["id"]
        else:
            kept = db.table("remarks").insert(row).last_pk
            log(db, person, deed, now, attempt_id=attempt_id, of=owner, note=_what(turn))
    return next(one for one in remarks(store, person, attempt_id) if one.id == kept)


def _what(turn: int | None) -> str:
    return "the coaching note" if turn is None else f"at turn {turn_number(turn)}"


def _one(rows: Iterable[Mapping[str, Any]], remark_id: int) -> Mapping[str, Any]:
    for row in rows:
        return row
    raise TrainingError(
        f"remark {remark_id}", "this attempt has none of that id", "one from its list"
    )


def _followed(remark_id: int, what: Followed, person: Person, now: datetime) -> dict[str, Any]:
    return {
        "remark_id": remark_id,
        "what": what.value,
        "person_id": person.id,
        "at": now.isoformat(),
    }


def _is_shown(row: Mapping[str, Any], person: Person) -> bool:
    return not row["taken_back_at"] or row["person_id"] == person.id


def _remark(row: Mapping[str, Any]) -> Remark:
    gone, read = row["taken_back_at"], row["read_at"]
    return Remark(
        id=row["id"],
        attempt_id=row["attempt_id"],
        turn=row["turn"],
        text=row["text"],
        drill=row["drill"],
        by=row["by"],
        role=Role(row["role"]),
        at=datetime.fromisoformat(row["at"]),
        taken_back_at=datetime.fromisoformat(gone) if gone else None,
        read_at=datetime.fromisoformat(read) if read else None,
    )
