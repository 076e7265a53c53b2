"""A demonstration: people as they would have been, by the ordinary functions, in a folder apart."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from calls.errors import RecordError
from compliance_rules.in_use import own_in_use, use_rules_of
from compliance_rules.own_rule import OwnRules
from demo.cast import shipped_cast, shipped_words
from demo.making import MARK, Demonstration, Size, load, make
from tests.own_rules import put
from tests.shipped import EVERY
from tests.training.accounts import hash_quickly
from training.agreeing import agreement_so_far
from training.assessments.results import results
from training.assessments.setting_up import assessments
from training.assignments import all_assignments
from training.claims import open_claims
from training.cohorts import cohorts
from training.models import Person, Purpose, Role
from training.paths import given_paths
from training.people import person_named
from training.progress import progress
from training.sign_ins import sign_in, sign_in_of
from training.store import Store
from training.verifying import verify
from training.waiting import waiting

NOW = datetime(2027, 3, 12, 18, 45, 30, tzinfo=UTC)
"""In working hours: what is done just before takes longer than the time that is left."""
SMALL = Size(people=3, candidates=2, bot_calls=1)
TINY = Size(people=1, candidates=0, weeks=2)


class Made(NamedTuple):
    folder: Path
    done: Demonstration
    store: Store
    steps: list[tuple[int, int]]

    def whoever(self, role: Role) -> Person:
        named = next(one.name for one in shipped_cast().staff if one.roles[0] is role)
        return person_named(self.store, named, role)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("demo") / "here"
    steps: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        done = make(
            folder,
            EVERY,
            NOW,
            seed=1,
            told=lambda now, of: steps.append((now, of)),
            size=SMALL,
        )
        yield Made(folder, done, Store(folder), steps)


def test_everybody_whose_password_is_told_signs_in_with_it(made: Made) -> None:
    roles = set()
    for name, held in made.done.accounts:
        token = secrets.token_urlsafe()
        sign_in(made.store, name, made.done.password, token, NOW)
        found = sign_in_of(made.store, token, NOW)
        assert found is not None
        assert not found.must_change
        assert {one.value for one in found.roles} == set(held)
        roles |= set(found.roles)
    assert roles == set(Role) - {Role.CANDIDATE}


def test_each_role_finds_something_to_do_and_something_done(made: Made) -> None:
    store, manager = made.store, made.whoever(Role.HIRING_MANAGER)
    for role in (Role.TRAINER, Role.ASSESSOR):
        assert waiting(store, made.whoever(role)), role
    trainer = made.whoever(Role.TRAINER)
    assert agreement_so_far(store, trainer).blind > 3
    assert all_assignments(store, trainer)
    assert {len(one.members) for one in cohorts(store, trainer)} == {1, 2}
    assert len(given_paths(store, trainer)) == 2
    with store.reading() as db:
        assert db.table("remarks").count
    steps = progress(store, made.whoever(Role.TRAINEE))
    assert any(one.counts for one in steps)
    assert any(one.branch for one in steps) or any(not one.counts for one in steps)
    done = [one for one in assessments(store, manager) if one.closed_at is not None]
    assert [line.decision is not None for line in results(store, manager, done[0].id).lines] == [
        True,
        True,
    ]
    keeper = person_named(store, shipped_cast().administrator, Role.ADMINISTRATOR)
    assert open_claims(store, keeper)


def test_nothing_in_it_was_written_past_the_program(made: Made) -> None:
    found = verify(made.store)
    assert not found.faults
    assert found.attempts > 10


def test_who_rates_a_work_sample_has_seen_nothing_before(made: Made) -> None:
    with made.store.reading() as db:
        sql = """select blind from ratings join attempts on attempts.id = attempt_id
            where purpose = ?"""
        blind = [row["blind"] for row in db.query(sql, [Purpose.ASSESSMENT])]
    assert len(blind) >= 8
    assert all(blind)


def test_nothing_comes_after_the_moment_at_which_it_is_made(made: Made) -> None:
    with made.store.reading() as db:
        for table, column in (("attempts", "started_at"), ("events", "at"), ("access_log", "at")):
            latest = next(db.query(f"select max({column}) as at from {table}"))["at"]
            assert datetime.fromisoformat(latest) <= NOW, table


def test_how_far_it_is_goes_up_to_the_end(made: Made) -> None:
    assert made.steps == sorted(made.steps)
    assert made.steps[-1][0] == made.steps[-1][1]


def test_until_when_the_link_opens_is_told(made: Made) -> None:
    assert bool(made.done.link) == bool(made.done.until)
    if made.done.until:
        assert datetime.fromisoformat(made.done.until) > NOW


def test_how_to_sign_in_is_told_again_later(made: Made) -> None:
    assert load(made.folder) == made.done


def _said(folder: Path) -> list[tuple[object, ...]]:
    sql = """select people.name, scenario_id, form, attempts.seed, events.at, events.kind,
            (select text from spoken where spoken.attempt_id = attempts.id
                and spoken.seq = events.seq) as text
        from events join attempts on attempts.id = attempt_id
        join people on people.id = person_id order by 1, 2, 3, 4, 5, events.seq"""
    with Store(folder).reading() as db:
        return [tuple(row.values()) for row in db.query(sql)]


def test_the_same_seed_plays_the_same_calls_and_another_one_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    for name, seed in (("one", 3), ("again", 3), ("other", 4)):
        make(tmp_path / name, EVERY, NOW, seed=seed, told=lambda *_: None, size=TINY)
    first, again, other = (_said(tmp_path / name) for name in ("one", "again", "other"))
    assert len(first) > 30
    assert first == again
    assert first != other


def test_a_folder_that_holds_something_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for anew in (False, True):
        with pytest.raises(RecordError, match="no demonstration"):
            make(tmp_path, EVERY, NOW, seed=1, told=lambda *_: None, size=TINY, anew=anew)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_demonstration_is_replaced_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / MARK).write_text("{}")
    with pytest.raises(RecordError, match="--anew"):
        make(tmp_path / "here", EVERY, NOW, seed=1, told=lambda *_: None, size=TINY)
    none = Size(people=1, candidates=0, weeks=1)
    make(tmp_path / "here", EVERY, NOW, seed=1, told=lambda *_: None, size=none, anew=True)
    assert load(tmp_path / "here").seed == 1


def test_it_is_marked_by_its_own_rules_and_not_by_those_of_who_makes_it(tmp_path: Path) -> None:
    put(tmp_path / "ours")
    use_rules_of(tmp_path / "ours")
    asked: list[OwnRules] = []

    def stop(*_: int) -> None:
        asked.append(own_in_use())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "here", EVERY, NOW, seed=1, told=stop, size=TINY)
    assert asked == [()]


def test_what_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "here", EVERY, NOW, seed=1, told=stop, size=TINY)
    assert not list(tmp_path.iterdir())


def test_the_cast_is_forty_people_of_names_of_their_own() -> None:
    cast = shipped_cast()
    names = [who.name for who in cast.everybody()]
    assert len(names) == len(set(names)) == 40
    others = {one.name for sample in cast.work_samples for one in sample.candidates}
    assert not others & {*names, *(one.name for one in cast.staff), cast.administrator}
    assert all(shipped_words().decisions.values())
