"""Compliance reads who has shown which rule, by whom it was judged, and what proves it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.judged import WHOLE, about_place
from tests.training.judging import ARREST, THREAT, accept, reject, submitted
from tests.training.shipped_calls import LINES, at
from training.access_log import Deed
from training.accesses import Asked, accesses
from training.chain import head
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.rules_shown import Shown, figures, report_table, rules_shown
from training.store import Store
from training.verdicts import give_verdict, take_back_verdict


@pytest.fixture
def cora(store: Store) -> Person:
    return sign_in_locally(store, "Cora", Role.COMPLIANCE, at(0))


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    found = submitted(store, ana)
    review_attempt(store, ana, found.id, at(2000))
    return found


def _of(lines: tuple[Shown, ...], rule: str) -> Shown:
    return next(one for one in lines if one.rule == rule)


def test_a_line_says_who_when_by_which_versions_and_at_which_hash(
    store: Store, ana: Person, cora: Person, attempt: Attempt
) -> None:
    with store.reading() as db:
        sql = "select lower(hex(hash)) from chain where part_of = ? order by position desc"
        last = db.execute(sql, [attempt.id]).fetchone()[0]
    submitted(store, ana, 2, Purpose.PRIVATE)
    unmarked = submitted(store, ana, 3)

    lines = rules_shown(store, cora, at(4000))
    line = _of(lines, ARREST)

    assert (line.who, line.met, line.stands, line.said) == ("Ana", False, False, ())
    assert (line.at, line.scenario_hash) == (at(921), attempt.scenario_hash)
    assert line.hash == last
    assert len(bytes.fromhex(line.hash)) == len(head_of(store))
    assert line.versions
    assert {one.attempt_id for one in lines} == {attempt.id}, unmarked.id


def head_of(store: Store) -> bytes:
    with store.reading() as db:
        return head(db).hash


def test_a_persons_verdict_stands_beside_the_machines_mark(
    store: Store, trainer: Person, cora: Person, attempt: Attempt
) -> None:
    turns = [turn.text for call in attempt.state.calls for turn in call.turns]
    about = about_place(ARREST, turns.index(THREAT))
    given = give_verdict(store, trainer, attempt.id, reject(about, "She quoted a film."), at(3000))

    line = _of(rules_shown(store, cora, at(4000)), ARREST)
    assert (line.met, line.stands) == (False, None)
    assert line.said[0].endswith("set aside by Tom on 2026-03-02: She quoted a film.")

    give_verdict(store, trainer, attempt.id, accept(WHOLE), at(3050))
    lines = rules_shown(store, cora, at(4000))
    assert len(_of(lines, ARREST).said) == 2
    assert all("accepted by Tom on 2026-03-02" in one.said[-1] for one in lines), "rules met, too"
    assert _of(lines, ARREST).stands is None

    take_back_verdict(store, trainer, attempt.id, given.id, at(3100))
    line = _of(rules_shown(store, cora, at(4000)), ARREST)
    assert (line.stands, len(line.said)) == (False, 1)


@pytest.mark.usefixtures("attempt")
def test_the_table_has_a_line_for_each_and_is_written_down(store: Store, cora: Person) -> None:
    lines = rules_shown(store, cora, at(4000))
    rules_shown(store, cora, at(4100))
    told = report_table(store, cora, lines, at(4200))

    assert len(told.lines) == len(lines) > 1
    by_name = dict(zip(told.heads, told.lines[-1], strict=True))
    assert by_name["person"] == "Ana"
    assert by_name["machine"] in {"met", "not met"}
    deeds = [one.deed for one in accesses(store, cora, Asked(by="Cora"))]
    assert deeds == [Deed.REPORTED, Deed.EXPORTED]


def test_of_each_person_the_latest_whole_call_counts(
    store: Store, ana: Person, ben: Person, cora: Person, attempt: Attempt
) -> None:
    assert attempt.person_id == ana.id
    for person, seed, lines in ((ana, 50, LINES), (ben, 60, LINES)):
        review_attempt(store, person, submitted(store, person, seed, lines=lines).id, at(3000))
    shown = rules_shown(store, cora, at(4000))
    disclosure = "fdcpa.false.mini_miranda_initial"

    found = {one.rule: one for one in figures(shown)}

    assert [one.met for one in shown if one.rule == disclosure] == [True, True, False]
    told = {one: (found[one].people, found[one].met, found[one].share) for one in found}
    assert (told[disclosure], told[ARREST]) == ((2, None, None), (1, None, None)), "too few to say"


@pytest.mark.usefixtures("attempt")
def test_two_of_one_name_are_two_and_care_counts_nowhere(store: Store, cora: Person) -> None:
    line = _of(rules_shown(store, cora, at(4000)), ARREST)
    six = [replace(line, person_id=f"p{n}", stands=n > 0) for n in range(6)]
    helped = [replace(one, person_id=f"{one.person_id} II", without_help=False) for one in six]

    (found,) = figures([*six, *helped])

    assert {one.who for one in six} == {"Ana"}
    assert (found.people, found.met) == (6, 5)
    assert found.share is not None
    assert found.share.value == pytest.approx(5 / 6)

    with store.writing() as db:
        db.execute("update scenarios set content = json_set(content, '$.with_care', json('true'))")
    assert not any(one.without_help for one in rules_shown(store, cora, at(4000)))
