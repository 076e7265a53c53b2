from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from datafiles import DataFileError
from tests.training.assessments.candidates import TOKEN, on_the_line, opened
from tests.training.assessments.samples import SET_UP, ready
from tests.training.floor import NOW, adding, kept, looked_up
from training.access_log import MACHINE, Deed, log
from training.assessments.afterwards import tell_demographics, told_demographics
from training.assessments.browsers import candidate_of
from training.models import Person, Purpose
from training.retention import FILE, Line, Retention, load_retention, plan, purge
from training.sign_ins import stay_signed_in
from training.store import Store
from training.verifying import verify

LATER = NOW + timedelta(days=1000)
ALL_KEPT = {
    *("private", "submitted", "assessment", "demo", "drill_answers", "sign_ins", "access_log"),
    *("candidate_browsers", "demographics", "work_samples"),
}


def _planned(store: Store, now: datetime, retention: Retention | None = None) -> dict[str, Line]:
    found = plan(store, retention or load_retention(store.folder), now)
    return {line.kind: line for line in found}


def test_every_kind_is_planned_and_nothing_goes_before_its_time(store: Store, ana: Person) -> None:
    kept(store, ana)
    planned = _planned(store, NOW)

    assert planned.keys() == ALL_KEPT
    assert {line.goes for line in planned.values()} == {0}
    assert planned["private"].oldest == NOW.date()


def test_what_is_old_goes_and_what_something_happened_in_lately_stays(
    store: Store, ana: Person
) -> None:
    kept(store, ana, "old")
    going_on = kept(store, ana, "going on")
    store.append(ana, going_on, adding(looked_up("balance", minutes=60 * 24 * 999)))
    kept(store, ana, "sent", Purpose.SUBMITTED)
    planned = plan(store, load_retention(store.folder), LATER)

    went = purge(store, MACHINE, planned, LATER)

    assert went == 1
    assert {one.id for one in store.attempts(ana)} == {"going on", "sent"}
    assert verify(store).faults == ()
    assert {line.goes for line in plan(store, load_retention(store.folder), LATER)} == {0}


def test_a_purge_does_what_its_plan_said_however_long_the_answer_took(
    store: Store, ana: Person
) -> None:
    kept(store, ana)
    planned = plan(store, load_retention(store.folder), NOW)

    assert purge(store, MACHINE, planned, LATER) == 0
    assert len(store.attempts(ana)) == 1


def test_answers_to_a_card_go_together(store: Store, ana: Person) -> None:
    rows = [
        {"person_id": ana.id, "card": card, "nth": nth, "answer": "", "right": 1, "at": at}
        for card, nth, at in (
            ("known", 0, NOW.isoformat()),
            ("known", 1, LATER.isoformat()),
            ("old", 0, NOW.isoformat()),
        )
    ]
    with store.writing() as db:
        db.table("drill_answers").insert_all(rows)

    purge(store, MACHINE, plan(store, load_retention(store.folder), LATER), LATER)

    with store.reading() as db:
        assert [row["card"] for row in db.table("drill_answers").rows] == ["known", "known"]


def test_sign_ins_and_lines_of_the_access_log_go_and_the_chain_fits(
    store: Store, ana: Person
) -> None:
    stay_signed_in(store, ana.id, "token", NOW)
    for moment in (NOW, LATER):
        with store.writing() as db:
            log(db, MACHINE, Deed.ANCHORED, moment)
    now = NOW + timedelta(days=1200)
    planned = _planned(store, now)
    assert (planned["sign_ins"].goes, planned["access_log"].goes) == (1, 1)
    assert planned["access_log"].oldest == LATER.date()

    purge(store, MACHINE, tuple(planned.values()), now)

    with store.reading() as db:
        assert [row["deed"] for row in db.table("access_log").rows] == ["anchored", "purged"]
        assert db.table("sign_ins").count == 0
    assert verify(store).faults == ()


def test_a_house_lays_its_own_periods_over(tmp_path: Path) -> None:
    shipped = load_retention(tmp_path)
    (tmp_path / FILE).write_text("private: keep\ndemo: 18 months\n")

    house = load_retention(tmp_path)

    assert (house.private, house.demo, house.submitted) == ("keep", "18 months", shipped.submitted)


def test_a_month_is_a_month_and_what_is_kept_has_no_end(store: Store, ana: Person) -> None:
    kept(store, ana)
    retention = load_retention(store.folder).model_copy(
        update={"private": "keep", "demo": "18 months"}
    )

    planned = _planned(store, LATER, retention)

    assert (planned["private"].goes, planned["private"].before) == (0, None)
    assert planned["demo"].before is not None
    assert planned["demo"].before.date() == date(2027, 5, 26)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("private: 2 weeks", "'90 days'"),
        ("private: 0 days", "'90 days'"),
        ("privat: 90 days", "privat"),
    ],
)
def test_a_line_that_is_wrong_is_told_with_what_is_allowed(
    tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / FILE).write_text(f"{line}\n")

    with pytest.raises(DataFileError, match=f"{FILE}:1.*{told}"):
        load_retention(tmp_path)


def test_a_candidates_browser_and_what_they_said_of_themselves_go_in_their_time(
    store: Store,
) -> None:
    asking = SET_UP.model_copy(update={"asks_demographics": True, "keep_days": 3650})
    way = opened(store, made=ready(store, asking))
    tell_demographics(*way, "no answer", "no answer")
    between = NOW + timedelta(days=200)

    purge(store, MACHINE, plan(store, load_retention(store.folder), between), between)
    assert candidate_of(store, TOKEN, NOW) is None
    assert told_demographics(*way)
    purge(store, MACHINE, plan(store, load_retention(store.folder), LATER), LATER)

    assert not told_demographics(*way)


def test_what_a_candidate_did_goes_after_the_days_that_they_were_told(store: Store) -> None:
    short, long = (ready(store, SET_UP.model_copy(update={"keep_days": days})) for days in (30, 60))
    ways = [
        opened(store, name, token=name, made=made) for name, made in (("A", short), ("B", long))
    ]
    for way in ways:
        on_the_line(way)
    started = _planned(store, NOW + timedelta(days=29))["work_samples"]
    later = NOW + timedelta(days=31)
    planned = plan(store, load_retention(store.folder), later)

    assert (started.goes, started.stays, started.oldest) == (0, 2, NOW.date())
    assert purge(store, MACHINE, planned, later) == 1
    assert [len(store.attempts(way.person)) for way in ways] == [0, 1]
    assert verify(store).faults == ()
