"""Invitations inside a transaction: the candidacy, its forms, its alias and its link."""

import json
import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random, SystemRandom

from sqlite_utils import Database

from training.access_log import Deed, log
from training.assessments.links import new_token, token_hash
from training.assessments.models import Adjustments, Candidacy, Form
from training.assessments.rows import candidacies_where, candidacy_in
from training.models import Person, Role

_ALIASES = range(100, 1000)
DICE: Random = SystemRandom()
"""What forms and aliases are drawn by; a demonstration has dice that fall the same way again."""


@dataclass(frozen=True)
class Invitation:
    """One candidate to one work sample, with the forms that they get, until then."""

    assessment_id: str
    candidate: Person
    forms: Mapping[str, int]
    adjustments: Adjustments
    until: datetime
    retake_of: str | None = None


@dataclass(frozen=True)
class Invited:
    """An invitation that was just made; `token` is the secret of its link, and kept nowhere."""

    name: str
    candidacy: Candidacy
    token: str


def new_candidate(db: Database, name: str, now: datetime) -> Person:
    """Somebody who comes by a link alone; two of one name are two people."""
    row = {
        "id": secrets.token_hex(8),
        "name": name,
        "name_key": name.casefold(),
        "role": Role.CANDIDATE.value,
        "made_at": now.isoformat(),
    }
    db.table("people").insert(row)
    return Person(row["id"], name, Role.CANDIDATE)


def keep(
    db: Database,
    person: Person,
    folder: Path,
    made: Invitation,
    now: datetime,
    dice: Random = DICE,
) -> Invited:
    """Keep an invitation; its link is told here, and never again."""
    candidacy_id = secrets.token_hex(8)
    token = new_token(folder, candidacy_id)
    row = {
        "id": candidacy_id,
        "assessment_id": made.assessment_id,
        "person_id": made.candidate.id,
        "alias": _alias(db, made.assessment_id, dice),
        "token_hash": token_hash(token),
        "forms": json.dumps(made.forms),
        "adjustments": made.adjustments.model_dump_json(),
        "retake_of": made.retake_of,
        "invited_by": person.id,
        "invited_at": now.isoformat(),
        "expires_at": made.until.isoformat(),
    }
    db.table("candidacies").insert(row)
    log(db, person, Deed.INVITED, now, of=made.candidate.id, note=made.assessment_id)
    return Invited(made.candidate.name, candidacy_in(db, candidacy_id), token)


def least_given(
    db: Database,
    assessment_id: str,
    forms: Iterable[Form],
    without: Collection[tuple[str, int]] = (),
    dice: Random = DICE,
) -> dict[str, int]:
    """For each scenario one of the forms that fewest were given, by chance among those.

    `without` are forms that are not to be given: a scenario and its number.
    """
    given = Counter(
        pair
        for one in candidacies_where(db, "assessment_id = ?", assessment_id)
        for pair in one.forms.items()
    )
    chosen = dict[str, list[int]]()
    for form in forms:
        numbers = chosen.setdefault(form.scenario_id, [])
        if (form.scenario_id, form.number) not in without:
            numbers.append(form.number)
    return {name: _least(name, numbers, given, dice) for name, numbers in chosen.items() if numbers}


def _least(name: str, numbers: list[int], given: Counter[tuple[str, int]], dice: Random) -> int:
    fewest = min(given[name, number] for number in numbers)
    return dice.choice([one for one in numbers if given[name, one] == fewest])


def _alias(db: Database, assessment_id: str, dice: Random) -> str:
    """A name that tells nothing, not even who was invited first."""
    taken = {one.alias for one in candidacies_where(db, "assessment_id = ?", assessment_id)}
    room = range(100, 1000) if len(taken) < len(_ALIASES) // 2 else range(1000, 100_000)
    return dice.choice([name for n in room if (name := f"Candidate {n}") not in taken])
