"""Ratings by people: each apart, before they see the machine or each other, and then together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from calls.turn import Frozen
from scoring.levels import LEVELS
from training import shipped
from training.access_log import Deed, log
from training.assessments.blinding import check_nameless, check_not_withdrawn
from training.errors import NotOffered, NotYours, TrainingError
from training.judging import LONGEST_ANSWER, LONGEST_SENTENCE, Seen, has_seen, look, said, to_judge
from training.models import Attempt, Person, Purpose
from training.practice import scenario_of
from training.practising import check_practises
from training.scale_words import keep_words
from training.scales import Scales, scales_read
from training.store import Store, find

TOGETHER = 2
"""So many people rate apart before they agree on one sheet."""
FAR_APART = 2
"""Levels that are so far apart are talked over before there is one sheet."""
_TURNS = re.compile(r"\bturns?\s+(\d+(?:\s*(?:,|and|to|[-\u2013])\s*\d+)*)", re.IGNORECASE)
_WRAP_UP = re.compile(r"\b(?:wrap[- ]?up|note)\b", re.IGNORECASE)


class Rated(Frozen):
    """One criterion: evidence first, then the level; None where there was no opportunity.

    `turns` are those that the evidence names, counted from 0. `scale` and `version` say by which
    words it was rated. `discussed` stands on a sheet that was agreed on, where levels were far
    apart: why it came to this one.
    """

    evidence: str
    level: int | None
    turns: tuple[int, ...] = ()
    scale: str = ""
    version: int = 0
    discussed: str = ""


class Sheet(Frozen):
    """All that one rater says of one attempt; `not_met` are the rules they saw not met.

    `model_rated`: a language model filled it in, so that it is no rating by a person.
    """

    levels: Mapping[str, Rated]
    not_met: tuple[str, ...] = ()
    model_rated: bool = False


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
    scales = _read_by(store, attempt_id, sheet)
    whole = checked(store, person, attempt_id, sheet)
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        if _own(db, person, attempt_id):
            raise TrainingError(
                f"attempt {attempt_id!r}", "you rated it already", "agree with the others instead"
            )
        blind = not has_seen(db, person, attempt_id, *Seen)
        row = {
            "attempt_id": attempt_id,
            "person_id": person.id,
            "blind": int(blind),
            "body": whole.model_dump_json(),
            "at": now.isoformat(),
        }
        db.table("ratings").insert(row)
        keep_words(db, scales.values())
        log(db, person, Deed.RATED, now, attempt_id=attempt_id, of=owner)
    return Rating(person.name, person.id, now, blind, whole)


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


def far_apart(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The criteria that are talked over: levels far apart, or an opportunity that not all saw."""
    levels = [sheet.levels for sheet in sheets]
    names = dict.fromkeys(name for one in levels for name in one)
    return tuple(name for name in names if _far([one[name].level for one in levels if name in one]))


def _far(levels: Sequence[int | None]) -> bool:
    given = [level for level in levels if level is not None]
    return bool(given) and (len(given) < len(levels) or max(given) - min(given) >= FAR_APART)


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
    scales = _read_by(store, attempt_id, sheet)
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
        if db.table("consensus").count_where("attempt_id = ?", [attempt_id]):
            raise TrainingError(
                f"attempt {attempt_id!r}", "there is a consensus already", "read what it says"
            )
        db.table("consensus").insert(row)
        keep_words(db, scales.values())
        log(db, person, Deed.AGREED, now, attempt_id=attempt_id, of=owner)
    return Consensus(person.name, now, str(row["reason"]), whole)


def consensus(store: Store, person: Person, attempt_id: str) -> Consensus | None:
    """What the raters came to, for who has saved a sheet of their own."""
    ratings(store, person, attempt_id)
    sql = """select consensus.*, name as "by" from consensus
        join people on people.id = person_id where attempt_id = ?"""
    with store.reading() as db:
        row = next(db.query(sql, (attempt_id,)), None)
    if row is None:
        return None
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


def _read_by(store: Store, attempt_id: str, sheet: Sheet) -> Scales:
    read = {name: one.scale for name, one in sheet.levels.items() if one.scale}
    return scales_read(store, attempt_id, read)


def checked(store: Store, person: Person, attempt_id: str, sheet: Sheet) -> Sheet:
    """The sheet with the scales it was rated on; every criterion, known rules, evidence first."""
    scales = _read_by(store, attempt_id, sheet)
    attempt = store.attempt(person, attempt_id)
    rules = {
        rule.id for rule in shipped.checker_for(scenario_of(store, person, attempt).house).rules
    }
    unknown = next((name for name in sheet.levels if name not in scales), None)
    if unknown is not None:
        raise NotOffered("criterion", unknown, scales)
    strange = next((rule for rule in sheet.not_met if rule not in rules), None)
    if strange is not None:
        raise TrainingError("rule", f"there is no {strange!r} for this call", "one of its rules")
    missing = next((scales[name].name for name in scales if name not in sheet.levels), None)
    if missing is not None:
        raise TrainingError(f"criterion {missing!r}", "it is missing", "rate every criterion")
    levels = {}
    for name, one in sheet.levels.items():
        scale = scales[name]
        if one.level is not None and one.level not in LEVELS:
            raise TrainingError(
                f"criterion {scale.name!r}", f"there is no level {one.level}", "a level from 1 to 5"
            )
        evidence = said(one.evidence, LONGEST_SENTENCE, f"evidence for {scale.name!r}")
        levels[name] = Rated(
            evidence=evidence,
            level=one.level,
            turns=_turns(attempt, one.level, evidence, scale.name),
            discussed=one.discussed,
            scale=scale.fingerprint,
            version=scale.version,
        )
    not_met = tuple(sorted(set(sheet.not_met)))
    return Sheet(levels=levels, not_met=not_met, model_rated=sheet.model_rated)


def _turns(attempt: Attempt, level: int | None, evidence: str, name: str) -> tuple[int, ...]:
    """The turns that evidence names; in a work sample a level without a place does not stand."""
    found = [int(one) for told in _TURNS.findall(evidence) for one in re.findall(r"\d+", told)]
    count = sum(len(call.turns) for call in attempt.state.calls)
    there = tuple(sorted({one - 1 for one in found if 1 <= one <= count}))
    if attempt.purpose is Purpose.ASSESSMENT and level is not None and not there:
        where = f"evidence for {name!r}"
        if found:
            raise TrainingError(where, f"there is no turn {found[0]}", f"a turn from 1 to {count}")
        if not _WRAP_UP.search(evidence):
            allowed = 'say where: "turn 4: …", or "wrap-up: …"'
            raise TrainingError(where, "it names no turn", allowed)
    return there


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
