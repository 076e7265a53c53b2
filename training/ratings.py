"""Ratings by people: each apart, before they see the machine or each other, and then together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.access_log import Deed, log
from training.assessments.blinding import check_nameless, check_not_withdrawn
from training.errors import NotYours, TrainingError
from training.judging import (
    LONGEST_ANSWER,
    LONGEST_SENTENCE,
    Seen,
    came_twice,
    has_seen,
    look,
    said,
    to_judge,
)
from training.models import Person
from training.practising import check_practises
from training.scale_words import keep_words
from training.scales import Scales
from training.sheets import Sheet, checked, far_apart, read_by
from training.store import Store, find

TOGETHER = 2
"""So many people rate apart before they agree on one sheet."""


@dataclass(frozen=True)
class Rating:
    """A sheet as it was saved; `blind` where its rater had seen neither machine nor others."""

    by: str
    person_id: str
    at: datetime
    blind: bool
    sheet: Sheet


@dataclass(frozen=True)
class Consensus:
    """What raters agreed on together; it never counts as a rating."""

    by: str
    at: datetime
    reason: str
    sheet: Sheet


def rate(store: Store, person: Person, attempt_id: str, sheet: Sheet, now: datetime) -> Rating:
    """Save one's own sheet, once: what was rated apart is not changed afterwards."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        check_nameless(db, attempt_id, person.id)
        check_not_withdrawn(db, attempt_id)
    scales = read_by(store, attempt_id, sheet)
    whole = checked(store, person, attempt_id, sheet)
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        row = {
            "attempt_id": attempt_id,
            "person_id": person.id,
            "blind": int(not has_seen(db, person, attempt_id, *Seen)),
            "body": whole.model_dump_json(),
            "at": now.isoformat(),
        }
        before = _rows(db, attempt_id, person)
        if there := came_twice(before, row, "body"):
            return _rating(there)
        if before:
            raise TrainingError(
                f"attempt {attempt_id!r}", "you rated it already", "agree with the others instead"
            )
        db.table("ratings").insert(row)
        keep_words(db, scales.values())
        log(db, person, Deed.RATED, now, attempt_id=attempt_id, of=owner)
    return _rating({**row, "by": person.name})


def own_rating(store: Store, person: Person, attempt_id: str) -> Rating | None:
    """What this person has saved of the attempt, if anything."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        return next((_rating(row) for row in _rows(db, attempt_id, person)), None)


def ratings(store: Store, person: Person, attempt_id: str) -> tuple[Rating, ...]:
    """Everybody's sheets, for who has saved theirs: before that nobody sees another's."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        if not _own(db, person, attempt_id):
            raise TrainingError(
                f"attempt {attempt_id!r}", "you have not rated it yet", "save your own sheet first"
            )
        rows = tuple(_rating(row) for row in _rows(db, attempt_id))
    if any(one.person_id != person.id for one in rows):
        look(store, person, attempt_id, Seen.OTHERS)
    return rows


def ratings_received(store: Store, person: Person, attempt_id: str) -> tuple[Sheet, ...]:
    """The sheets on an attempt of one's own, without who rated: the raters go on apart."""
    check_practises(person)
    with store.reading() as db:
        if find(db, person, attempt_id)["person_id"] != person.id:
            raise NotYours(attempt_id)
        return tuple(_rating(row).sheet for row in _rows(db, attempt_id))


def by_people(sheets: Iterable[Rating]) -> tuple[Rating, ...]:
    """Those that a person filled in: two of them are needed for one sheet together."""
    return tuple(one for one in sheets if not one.sheet.model_rated)


def agree(
    store: Store, person: Person, attempt_id: str, sheet: Sheet, reason: str, now: datetime
) -> Consensus:
    """Keep what the raters came to together, once, apart from what each had said.

    Where they were far apart, the sheet says what was discussed.
    """
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        check_not_withdrawn(db, attempt_id)
    there = by_people(ratings(store, person, attempt_id))
    if len(there) < TOGETHER:
        raise TrainingError(
            f"attempt {attempt_id!r}",
            "one person has rated it" if there else "no person has rated it",
            "two rate it apart first",
        )
    scales = read_by(store, attempt_id, sheet)
    whole = _discussed(checked(store, person, attempt_id, sheet), there, scales)
    row = {
        "attempt_id": attempt_id,
        "person_id": person.id,
        "reason": said(reason, LONGEST_ANSWER, "why you came to this"),
        "body": whole.model_dump_json(),
        "at": now.isoformat(),
    }
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        before = list(db.table("consensus").rows_where("attempt_id = ?", [attempt_id]))
        if same := came_twice(before, row, "reason", "body"):
            return _consensus({**same, "by": person.name})
        if before:
            raise TrainingError(
                f"attempt {attempt_id!r}", "there is a consensus already", "read what it says"
            )
        db.table("consensus").insert(row)
        keep_words(db, scales.values())
        log(db, person, Deed.AGREED, now, attempt_id=attempt_id, of=owner)
    return _consensus({**row, "by": person.name})


def consensus(store: Store, person: Person, attempt_id: str) -> Consensus | None:
    """What the raters came to, for who has saved a sheet of their own."""
    ratings(store, person, attempt_id)
    sql = """select consensus.*, name as "by" from consensus
        join people on people.id = person_id where attempt_id = ?"""
    with store.reading() as db:
        row = next(db.query(sql, (attempt_id,)), None)
    return None if row is None else _consensus(row)


def _consensus(row: Mapping[str, Any]) -> Consensus:
    sheet = Sheet.model_validate_json(row["body"])
    return Consensus(row["by"], datetime.fromisoformat(row["at"]), row["reason"], sheet)


def _discussed(sheet: Sheet, there: Iterable[Rating], scales: Scales) -> Sheet:
    """The sheet with what was said of each criterion on which they were far apart."""
    levels = dict(sheet.levels)
    for name in far_apart(one.sheet for one in there):
        what = f"what you discussed about {scales[name].name!r}"
        told = said(levels[name].discussed, LONGEST_SENTENCE, what)
        levels[name] = levels[name].model_copy(update={"discussed": told})
    return sheet.model_copy(update={"levels": levels})


def _own(db: Database, person: Person, attempt_id: str) -> bool:
    return bool(_rows(db, attempt_id, person))


def _rows(db: Database, attempt_id: str, person: Person | None = None) -> Sequence[dict[str, Any]]:
    sql = """select ratings.*, name as "by" from ratings join people on people.id = person_id
        where attempt_id = :attempt and (:person is null or person_id = :person)
        order by at, person_id"""
    values = {"attempt": attempt_id, "person": person.id if person else None}
    return list(db.query(sql, values))


def _rating(row: Mapping[str, Any]) -> Rating:
    return Rating(
        by=row["by"],
        person_id=row["person_id"],
        at=datetime.fromisoformat(row["at"]),
        blind=bool(row["blind"]),
        sheet=Sheet.model_validate_json(row["body"]),
    )
