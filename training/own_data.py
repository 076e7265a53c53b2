"""One's own data: taken along as a whole, and practice deleted for good."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from calls.state import WrapUp
from calls.versions import render_event
from training.access_log import Deed, log
from training.accesses import who_looked
from training.accounts import own_account
from training.assignments import assignments
from training.claims import own_claims
from training.cohorts import own_cohorts
from training.disputes import Dispute, disputes
from training.drilling import answers
from training.models import Attempt, Person
from training.own_judging import judgements
from training.practising import check_practises
from training.preferences import switched_off
from training.ratings import ratings_received
from training.remarks import remarks
from training.reviews import kept_reviews
from training.rights import DELETES
from training.second_opinions import second_opinion
from training.store import Store, visible_to, with_branches
from training.unsent import drafts
from training.verdicts import verdicts

FORMAT = "right-party/own-data"
VERSION = 2
"""Rises when a name or a meaning in the export changes; what is only added leaves it."""


@dataclass(frozen=True)
class Practice:
    """An attempt of one's own that may be deleted; `branch`: it leaves another one."""

    attempt_id: str
    title: str
    started_at: datetime
    handed_in: bool
    branch: bool


@dataclass(frozen=True)
class Going:
    """What a deletion takes: the attempts, branches with them, and what hangs on them.

    `branches` counts those that go although nobody named them, because they leave one that goes.
    """

    attempts: tuple[str, ...]
    branches: int
    turns: int
    reviews: int
    second_opinions: int


_OWN_PRACTICE = """person_id = :reader and purpose in (select value from json_each(:deleted))"""
_NAMED = """id, started_at, parent_attempt,
    (select json_extract(content, '$.title') from scenarios where hash = scenario_hash) as title,
    exists (select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')
        as handed_in"""


def practice_of(store: Store, person: Person) -> tuple[Practice, ...]:
    """All that this person may delete, the newest first."""
    check_practises(person)
    purposes = json.dumps(sorted(DELETES))
    with store.reading() as db:
        rows = tuple(visible_to(db, person, _OWN_PRACTICE, select=_NAMED, deleted=purposes))
    return tuple(
        Practice(
            attempt_id=row["id"],
            title=row["title"],
            started_at=datetime.fromisoformat(row["started_at"]),
            handed_in=bool(row["handed_in"]),
            branch=row["parent_attempt"] is not None,
        )
        for row in reversed(rows)
    )


def preview(store: Store, person: Person, ids: Iterable[str]) -> Going:
    """What `delete_attempts` would take; nothing is changed."""
    check_practises(person)
    named = tuple(ids)
    count = "attempt_id in (select value from json_each(?))"
    with store.reading() as db:
        going = with_branches(db, person, named)
        those = [json.dumps([one.id for one in going])]
        return Going(
            attempts=tuple(one.id for one in going),
            branches=len({one.id for one in going} - set(named)),
            turns=sum(len(call.lines) for one in going for call in one.state.calls),
            reviews=db.table("reviews").count_where(count, those),
            second_opinions=db.table("second_opinions").count_where(count, those),
        )


def delete_attempts(
    store: Store, person: Person, ids: Iterable[str], now: datetime
) -> tuple[str, ...]:
    """Delete practice for good, with its branches and what hangs on it; the ids that are gone.

    What was to be submitted stays, whether or not it was handed in: `Stays` is raised, and of
    several nothing is deleted then.
    """
    check_practises(person)
    return tuple(one.id for one in store.delete(person, ids, now))


def own_data(store: Store, person: Person, now: datetime) -> dict[str, Any]:
    """Everything that is kept of somebody, as plain data: what `json.dumps` takes as it is."""
    check_practises(person)
    with store.writing() as db:
        log(db, person, Deed.EXPORTED, now, of=person.id)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.isoformat(timespec="seconds"),
        "person": {"id": person.id, "name": person.name, "role": person.role.value},
        "attempts": [_attempt(store, person, one) for one in store.attempts(person)],
        "drill_answers": [_plain(asdict(one)) for one in answers(store, person)],
        "cohorts": [_plain(asdict(one)) for one in own_cohorts(store, person)],
        "assignments": [_plain(asdict(one)) for one in assignments(store, person)],
        "deleted_attempts": _deleted(store, person),
        "account": _account(store, person),
        "claims": [_plain(asdict(one)) for one in own_claims(store, person)],
        "who_looked": [_plain(asdict(one)) for one in who_looked(store, person)],
        "judgements": judgements(store, person),
        "switched_off": sorted(switched_off(store, person)),
    }


def _account(store: Store, person: Person) -> dict[str, Any] | None:
    """What is kept of how somebody comes in; of the password there is a hash, which stays here."""
    found = own_account(store, person)
    if found is None:
        return None
    told = _plain(asdict(found))
    return {**told, "roles": [role.value for role in found.roles]}


def _attempt(store: Store, person: Person, attempt: Attempt) -> dict[str, Any]:
    opinion = second_opinion(store, person, attempt.id)
    content = json.loads(store.scenario_content(person, attempt))
    return {
        "id": attempt.id,
        "scenario": attempt.scenario_id,
        "title": content["title"],
        "form": attempt.form,
        "purpose": attempt.purpose.value,
        "started_at": attempt.started_at.isoformat(),
        "seen_before": attempt.seen_before,
        "branch_of": attempt.parent_attempt,
        "branch_after_event": attempt.parent_seq,
        "versions": attempt.versions,
        "handed_in": attempt.state.handed_in,
        "wrap_up": _wrap_up(attempt.state.wrap_up),
        "unsent": dict(drafts(store, person, attempt)),
        "events": [json.loads(render_event(one)) for one in attempt.events],
        "reviews": [
            {"made_at": one.made_at.isoformat(), "versions": one.versions, **_scores(one.content)}
            for one in kept_reviews(store, person, attempt.id)
        ],
        "verdicts": [_plain(asdict(one)) for one in verdicts(store, person, attempt.id)],
        "disputes": [_disputed(one) for one in disputes(store, person, attempt.id)],
        "remarks": [_plain(asdict(one)) for one in remarks(store, person, attempt.id)],
        "ratings": _ratings(store, person, attempt),
        "second_opinion": None if opinion is None else opinion.opinion.model_dump(mode="json"),
    }


def _disputed(one: Dispute) -> dict[str, Any]:
    first = one.answers[0] if one.answers else None
    return {
        **_plain({name: value for name, value in asdict(one).items() if name != "answers"}),
        "answer": first.text if first else None,
        "answered_by": first.by if first else None,
        "answered_at": first.at.isoformat() if first else None,
        "added": [{"text": a.text, "by": a.by, "at": a.at.isoformat()} for a in one.answers[1:]],
    }


def _wrap_up(left: WrapUp) -> dict[str, Any]:
    return {
        "note": left.notes,
        "disposition": left.disposition.value if left.disposition else None,
        "arrangement": left.arrangement.model_dump(mode="json") if left.arrangement else None,
        "follow_up": left.follow_up.isoformat() if left.follow_up else None,
        "flags": sorted(left.flags),
    }


def _scores(review: Mapping[str, Any]) -> dict[str, Any]:
    return {"findings": review.get("check", {}).get("findings", []), **review.get("scorecard", {})}


def _ratings(store: Store, person: Person, attempt: Attempt) -> list[dict[str, Any]]:
    return [
        {
            "rater": number,
            "model_rated": sheet.model_rated,
            "levels": {
                name: {"level": one.level, "evidence": one.evidence}
                for name, one in sheet.levels.items()
            },
            "not_met": list(sheet.not_met),
        }
        for number, sheet in enumerate(ratings_received(store, person, attempt.id), start=1)
    ]


def _deleted(store: Store, person: Person) -> list[dict[str, Any]]:
    with store.reading() as db:
        rows = db.table("deleted_attempts").rows_where(
            "person_id = ?", [person.id], order_by="deleted_at"
        )
        return [{name: row[name] for name in row if name != "person_id"} for row in rows]


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Days and moments as ISO texts; what is within another value stays within it."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            found[name] = _plain(value)
        else:
            found[name] = value.isoformat() if hasattr(value, "isoformat") else value
    return found
