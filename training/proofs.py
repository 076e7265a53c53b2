"""What stands of a scenario of the house's own: a draft, proven by bots, signed off by a second."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import ValidationError
from sqlite_utils import Database

from simulator.scenario import Scenario, content_hash
from training import shipped
from training.bench import Bench, check_writes
from training.errors import TrainingError
from training.models import Person
from training.store import Store

ENOUGH = 20
"""Calls of each bot from which on a proof counts; fewer are a look."""


class Status(StrEnum):
    """How far a scenario is; only what is no draft is offered to be practised."""

    SHIPPED = "shipped"
    BROKEN = "broken"
    DRAFT = "draft"
    PROVEN = "proven"
    SIGNED_OFF = "signed off"


@dataclass(frozen=True)
class Standing:
    """What is known of one content: the last proof that counts, and who signed it off."""

    proven: bool = False
    proved_at: datetime | None = None
    missed: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """In one word; a sign-off counts as long as the proof does."""
        if not self.proven:
            return Status.DRAFT
        return Status.SIGNED_OFF if self.signed_by else Status.PROVEN


NOTHING_KNOWN = Standing()
_NOTHING = json.dumps([])
"""What a proof keeps that missed nothing."""


def keep_proof(
    bench: Bench,
    person: Person,
    scenario: Scenario,
    seeds: int,
    missed: Sequence[str],
    now: datetime,
) -> None:
    """Keep what bots found, and the scenario as they found it; a look is not kept."""
    check_writes(person)
    if seeds < ENOUGH:
        return
    fingerprint = content_hash(scenario)
    row = {
        "scenario_id": scenario.id,
        "fingerprint": fingerprint,
        "seeds": seeds,
        "missed": json.dumps(list(missed)),
        "person_id": person.id,
        "at": now.isoformat(),
    }
    content = {"hash": fingerprint, "id": scenario.id, "content": scenario.model_dump_json()}
    with bench.store.writing() as db:
        db.table("scenarios").insert(content, ignore=True)
        db.table("proofs").insert(row)


def standings(store: Store) -> Mapping[str, Standing]:
    """What stands of each content that was ever proved, by its fingerprint."""
    with store.reading() as db:
        return _standings(db)


def sign_off(bench: Bench, person: Person, scenario: Scenario, now: datetime) -> None:
    """A second trainer takes responsibility for a proven scenario; nobody does for their own."""
    check_writes(person)
    fingerprint = content_hash(scenario)
    if not standings(bench.store).get(fingerprint, NOTHING_KNOWN).proven:
        raise TrainingError(
            f"scenario {scenario.id!r}", "it is not proven as it stands", "prove it first"
        )
    if person.id in _authors(bench, scenario.id, fingerprint):
        raise TrainingError(
            f"scenario {scenario.id!r}",
            "you wrote this version of it",
            "a second trainer reads it and signs it off",
        )
    row = {"fingerprint": fingerprint, "person_id": person.id, "at": now.isoformat()}
    with bench.store.writing() as db:
        db.table("sign_offs").insert(row, ignore=True)


def may_sign_off(bench: Bench, person: Person, scenario: Scenario) -> bool:
    """Whether it is somebody else's, so that this person may sign it off."""
    check_writes(person)
    return person.id not in _authors(bench, scenario.id, content_hash(scenario))


def released(bench: Bench) -> dict[str, Scenario]:
    """The house's own scenarios as they were last proven, by id: those that may be practised.

    What is written since is a draft until it is proven in its turn; a file that was taken away is
    practised no more.
    """
    with bench.store.reading() as db:
        proofs = list(db.query("select scenario_id, fingerprint, missed from proofs order by id"))
        latest = {row["fingerprint"]: row["missed"] == _NOTHING for row in proofs}
        last = {
            row["scenario_id"]: row["fingerprint"]
            for row in proofs
            if latest[row["fingerprint"]] and bench.path(row["scenario_id"]).is_file()
        }
        contents = _contents(db, last.values()) if last else {}
    found = {}
    for name, fingerprint in last.items():
        # What a later version does not take is a draft again, and takes no other down.
        with suppress(ValidationError):
            found[name] = shipped.scenario_from(contents[fingerprint])
    return found


def _contents(db: Database, fingerprints: Iterable[str]) -> dict[str, str]:
    """The scenarios of these fingerprints as they were proven."""
    sql = "select hash, content from scenarios where hash in (select value from json_each(?))"
    return {row["hash"]: row["content"] for row in db.query(sql, (json.dumps([*fingerprints]),))}


def _standings(db: Database) -> dict[str, Standing]:
    signed: dict[str, list[str]] = {}
    names = """select fingerprint, people.name from sign_offs
        join people on people.id = person_id order by at"""
    for row in db.query(names):
        signed.setdefault(row["fingerprint"], []).append(row["name"])
    found: dict[str, Standing] = {}
    for row in db.query("select fingerprint, missed, at from proofs order by id"):
        missed = tuple(json.loads(row["missed"]))
        found[row["fingerprint"]] = Standing(
            proven=not missed,
            proved_at=datetime.fromisoformat(row["at"]),
            missed=missed,
            signed_by=tuple(signed.get(row["fingerprint"], ())),
        )
    return found


def _authors(bench: Bench, name: str, fingerprint: str) -> set[str]:
    """Who wrote the present version, or an earlier one that says the same."""
    sql = "select person_id, fingerprint from file_versions where name = ? order by number"
    with bench.store.reading() as db:
        rows = list(db.query(sql, (name,)))
    return {row["person_id"] for row in rows if row["fingerprint"] == fingerprint} | {
        row["person_id"] for row in rows[-1:]
    }
