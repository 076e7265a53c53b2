"""The forms of a work sample: drawn from its scenarios, frozen, and looked over by a second person.

Form 0 of a scenario is what everybody practises, so that no candidate gets it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from simulator.scenario import Scenario, content_hash
from simulator.scripted import seed_for
from training.access_log import Deed, log
from training.assessments.hiring import NotReady, check_hires, check_signs_off
from training.assessments.models import LEAST_FORMS, MOST_FORMS, Assessment, Form
from training.assessments.rows import assessment_in, forms_in
from training.assessments.setting_up import unlocked
from training.errors import TrainingError
from training.models import Person
from training.store import Store

_SEEDS = 2**31


@dataclass(frozen=True)
class SignedOff:
    """By whom and when a work sample was looked over."""

    name: str
    at: datetime


def may_be_assessed(scenario: Scenario) -> bool:
    """Whether a scenario has forms enough that nobody practises, and is not played with care."""
    return len(scenario.form_names) > LEAST_FORMS and not scenario.with_care


def draw(
    store: Store,
    person: Person,
    assessment_id: str,
    scenarios: Mapping[str, Scenario],
    seed: int,
    now: datetime,
) -> tuple[Form, ...]:
    """Draw every form of its scenarios anew and freeze it; what was signed off no longer is.

    All forms of a scenario get one seed out of `seed`: the person whom the call is about answers in
    each, and reacts alike.
    """
    check_hires(person)
    with store.writing() as db:
        found = unlocked(db, assessment_id)
        rows = [
            row
            for name in found.set_up.scenarios
            for row in _drawn(assessment_id, _usable(scenarios, name), seed)
        ]
        db.table("assessment_forms").delete_where("assessment_id = ?", [assessment_id])
        db.table("assessment_forms").insert_all(rows)
        db.table("assessments").update(assessment_id, {"made_by": person.id})
        log(db, person, Deed.SET_UP, now, note=assessment_id)
        return forms_in(db, assessment_id)


def forms(store: Store, person: Person, assessment_id: str) -> tuple[Form, ...]:
    """The forms of a work sample, for who sets it up and who looks it over."""
    check_signs_off(person)
    with store.reading() as db:
        return forms_in(db, assessment_id)


def may_sign_off(store: Store, person: Person, assessment_id: str) -> bool:
    """Whether it is somebody else's, and has forms, so that this person may sign it off."""
    check_signs_off(person)
    with store.reading() as db:
        found = assessment_in(db, assessment_id)
        return found.made_by != person.id and bool(forms_in(db, assessment_id))


def who_signed_off(store: Store, person: Person, assessment_id: str) -> SignedOff | None:
    """Who looked the work sample over as it stands; None where nobody did yet."""
    check_signs_off(person)
    sql = """select people.name, min(signed_off_at) as at from assessment_forms
        join people on people.id = signed_off_by where assessment_id = ? group by people.id"""
    with store.reading() as db:
        for row in db.query(sql, [assessment_id]):
            return SignedOff(row["name"], datetime.fromisoformat(row["at"]))
    return None


def fingerprint(found: Assessment, drawn: Iterable[Form]) -> str:
    """What one looks over and signs: the set-up, and each form with its seed, in one hash."""
    told = [found.set_up.model_dump_json()]
    told += [f"{one.scenario_id} {one.number} {one.seed} {one.scenario_hash}" for one in drawn]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def sign_off(
    store: Store, person: Person, assessment_id: str, seen: str, now: datetime
) -> tuple[Form, ...]:
    """A second person takes responsibility for the set-up and all its forms, as they are.

    `seen` is the fingerprint of what they looked over: nobody signs what changed meanwhile.
    """
    check_signs_off(person)
    with store.writing() as db:
        found = unlocked(db, assessment_id)
        where = f"work sample {found.set_up.job!r}"
        if not forms_in(db, assessment_id):
            raise NotReady(where, "it has no forms yet", "draw them first")
        if found.made_by == person.id:
            raise TrainingError(
                where, "you made it as it is", "a second person looks it over and signs it off"
            )
        if fingerprint(found, forms_in(db, assessment_id)) != seen:
            raise TrainingError(
                where,
                "it was changed while you had it open, so it is not signed off",
                "read the four steps as they are now, and sign then",
            )
        sql = """update assessment_forms set signed_off_by = ?, signed_off_at = ?
            where assessment_id = ?"""
        db.execute(sql, [person.id, now.isoformat(), assessment_id])
        log(db, person, Deed.SIGNED_OFF, now, of=found.made_by, note=assessment_id)
        return forms_in(db, assessment_id)


def _usable(scenarios: Mapping[str, Scenario], name: str) -> Scenario:
    found = scenarios.get(name)
    if found is not None and may_be_assessed(found):
        return found
    good = ", ".join(one.id for one in scenarios.values() if may_be_assessed(one))
    wrong = "there is none of that id" if found is None else "nobody can be assessed on it"
    allowed = f"one with {LEAST_FORMS} parallel forms or more: {good or 'none is here yet'}"
    raise TrainingError(f"scenario {name!r}", wrong, allowed)


def _drawn(assessment_id: str, scenario: Scenario, seed: int) -> Iterator[dict[str, Any]]:
    start = Random(f"{seed}:{scenario.id}").randrange(_SEEDS)
    of_calls = seed_for(scenario, scenario.model_call.answered_by, start)
    for number in range(1, len(scenario.form_names))[:MOST_FORMS]:
        form = scenario.form(number)
        yield {
            "assessment_id": assessment_id,
            "scenario_id": scenario.id,
            "form": number,
            "name": scenario.form_names[number],
            "seed": of_calls,
            "scenario_hash": content_hash(form),
            "content": form.model_dump_json(),
        }
