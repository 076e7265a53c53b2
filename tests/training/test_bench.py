"""What trainers write: versions, proofs, sign-offs, and what may be practised of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from commands.proof import Proof, of_the_whole, reached, telling
from datafiles import changed
from simulator.library import FOLDER
from simulator.scenario import Scenario
from simulator.skeleton import skeleton
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import at
from training.bench import (
    HOUSE,
    Bench,
    begin_file,
    opened,
    restore,
    save,
    unfit,
    versions,
)
from training.errors import TrainingError
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.proofs import (
    ENOUGH,
    Status,
    keep_proof,
    may_sign_off,
    released,
    sign_off,
    standings,
)
from training.reviews import review_attempt
from training.rights import READS
from training.trials import begin_trial
from training.usage import usage

SHEET = skeleton("mine")


@pytest.fixture
def tom(bench: Bench) -> Person:
    return sign_in_locally(bench.store, "Tom", Role.TRAINER, NOW)


@pytest.fixture
def tessa(bench: Bench) -> Person:
    return sign_in_locally(bench.store, "Tessa", Role.TRAINER, NOW)


@pytest.fixture
def mine(bench: Bench, tom: Person) -> Scenario:
    begin_file(bench, tom, "mine", SHEET, "Began", NOW)
    return opened(bench, "mine", SHEET)


def status(bench: Bench, scenario: Scenario) -> Status:
    text = bench.path(scenario.id).read_text()
    version = versions(bench, sign_in_locally(bench.store, "Tom", Role.TRAINER, NOW), scenario.id)
    known = standings(bench.store).get(version[-1].fingerprint or "")
    assert version[-1].text == text
    return known.status if known else Status.DRAFT


def test_a_version_has_author_time_and_reason(bench: Bench, tom: Person, mine: Scenario) -> None:
    text = changed(SHEET, ("title",), "Ours")
    save(bench, tom, mine.id, text, "  A better\ntitle ", at(60), 1)

    first, second = versions(bench, tom, mine.id)
    assert (first.number, first.reason, first.by) == (1, "Began", "Tom")
    assert (second.number, second.reason, second.at) == (2, "A better title", at(60))
    assert bench.path(mine.id).read_text() == text


def test_what_somebody_saved_meanwhile_is_not_overwritten(
    bench: Bench, tom: Person, tessa: Person, mine: Scenario
) -> None:
    save(bench, tessa, mine.id, f"{SHEET}# hers\n", "Mine first", at(60), 1)

    with pytest.raises(TrainingError, match="Tessa saved version 2 while you wrote"):
        save(bench, tom, mine.id, f"{SHEET}# his\n", "Too late", at(61), 1)
    assert bench.path(mine.id).read_text().endswith("# hers\n")


@pytest.mark.parametrize("name", ["../../elsewhere", "personas/mine", "house_of_others"])
def test_a_name_leads_nowhere_but_into_the_folder(bench: Bench, tom: Person, name: str) -> None:
    with pytest.raises(TrainingError, match="name"):
        save(bench, tom, name, SHEET, "Began", at(0), 0)


def test_an_earlier_version_comes_back_as_a_new_one(
    bench: Bench, tom: Person, mine: Scenario
) -> None:
    save(bench, tom, mine.id, "title: [", "Broke it", at(60), 1)
    assert versions(bench, tom, mine.id)[-1].fingerprint is None
    restore(bench, tom, mine.id, 1, at(61), 2)

    assert [one.reason for one in versions(bench, tom, mine.id)][-1] == "Version 1 once more"
    assert bench.path(mine.id).read_text() == SHEET


@pytest.mark.parametrize("name", ["forgetful_payer", "mine", "house_ours", "Not A Name", ""])
def test_a_new_file_needs_a_name_of_its_own(
    bench: Bench, tom: Person, mine: Scenario, name: str
) -> None:
    with pytest.raises(TrainingError):
        begin_file(bench, tom, name, SHEET, "Began", NOW)
    assert mine.id == "mine"


def test_a_reason_is_asked_for(bench: Bench, tom: Person) -> None:
    with pytest.raises(TrainingError, match="reason: it is missing"):
        begin_file(bench, tom, "mine", SHEET, " ", NOW)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.TRAINER])
def test_only_trainers_write(bench: Bench, mine: Scenario, role: Role) -> None:
    other = sign_in_locally(bench.store, "Ana", role, NOW)

    for deed in (
        lambda: save(bench, other, mine.id, SHEET, "x", NOW, 1),
        lambda: versions(bench, other, mine.id),
        lambda: keep_proof(bench, other, mine, ENOUGH, (), NOW),
        lambda: sign_off(bench, other, mine, NOW),
        lambda: begin_trial(bench.store, other, mine, 1, NOW),
    ):
        with pytest.raises(TrainingError, match="writes no scenarios"):
            deed()


def test_a_draft_is_offered_once_it_is_proven(bench: Bench, tom: Person, mine: Scenario) -> None:
    assert released(bench) == {}
    keep_proof(bench, tom, mine, ENOUGH - 1, (), NOW)
    keep_proof(bench, tom, mine, ENOUGH, ("bands.novice: too good",), NOW)
    assert (released(bench), status(bench, mine)) == ({}, Status.DRAFT)

    keep_proof(bench, tom, mine, ENOUGH, (), at(60))

    assert released(bench) == {"mine": mine}
    assert status(bench, mine) is Status.PROVEN


def test_what_is_written_since_leaves_practice_as_it_was_proven(
    bench: Bench, tom: Person, mine: Scenario
) -> None:
    keep_proof(bench, tom, mine, ENOUGH, (), NOW)
    save(bench, tom, mine.id, changed(SHEET, ("title",), "Ours"), "Title", at(60), 1)

    assert status(bench, mine) is Status.DRAFT
    assert released(bench)["mine"].title == mine.title


def test_a_comment_leaves_a_proof_as_it_is(bench: Bench, tom: Person, mine: Scenario) -> None:
    keep_proof(bench, tom, mine, ENOUGH, (), NOW)
    save(bench, tom, mine.id, f"{SHEET}# a note\n", "A note", at(60), 1)

    assert status(bench, mine) is Status.PROVEN


def test_nobody_signs_off_their_own(
    bench: Bench, tom: Person, tessa: Person, mine: Scenario
) -> None:
    with pytest.raises(TrainingError, match="it is not proven as it stands"):
        sign_off(bench, tessa, mine, NOW)
    keep_proof(bench, tom, mine, ENOUGH, (), NOW)
    with pytest.raises(TrainingError, match="you wrote this version"):
        sign_off(bench, tom, mine, NOW)
    sign_off(bench, tessa, mine, NOW)

    assert status(bench, mine) is Status.SIGNED_OFF
    assert not may_sign_off(bench, tom, mine)


def test_a_note_in_the_file_makes_nobody_else_its_author(
    bench: Bench, tom: Person, tessa: Person, mine: Scenario
) -> None:
    save(bench, tessa, mine.id, f"{SHEET}# read\n", "A note", at(60), 1)

    assert not may_sign_off(bench, tom, mine)
    assert not may_sign_off(bench, tessa, mine)


def test_the_words_of_the_house_have_to_be_whole(bench: Bench, tom: Person) -> None:
    text = (FOLDER / "house.yaml").read_text()
    with pytest.raises(TrainingError, match="it has faults, the first in line"):
        save(bench, tom, HOUSE, text.replace("hours: ", "ours: "), "Oops", NOW, 0)
    save(bench, tom, HOUSE, text.replace("Harbor Recovery", "Quay Recovery"), "Name", NOW, 0)

    assert bench.around().houses[HOUSE].name == "Quay Recovery"


def test_what_would_no_longer_fit_another_house_is_named(bench: Bench) -> None:
    text = (FOLDER / "house.yaml").read_text()

    assert unfit(bench, text) == ()
    lost = unfit(bench, text.replace("  - id: estate\n", "  - id: estates\n"))
    assert any("the_widow.yaml" in one.file for one in lost)


def test_use_is_told_of_what_was_submitted_alone(bench: Bench, tom: Person) -> None:
    ana = sign_in_locally(bench.store, "Ana", Role.TRAINEE, NOW)
    submitted(bench.store, ana, 1, Purpose.PRIVATE)
    made = submitted(bench.store, ana, 2)
    review_attempt(bench.store, ana, made.id, at(2000))

    (told,) = usage(bench.store, tom).values()
    assert (told.attempts, told.people) == (1, 1)
    assert told.grade is not None
    for role in Role:
        seen = usage(bench.store, sign_in_locally(bench.store, "Cora", role, NOW))
        assert bool(seen) is (Purpose.SUBMITTED in READS[role]), role


def test_a_proof_tells_each_bot_and_its_most_telling_call(mine: Scenario) -> None:
    kept: list[Sequence[str]] = []
    narrow = mine.bands["decent"].model_copy(update={"ends": (0, 0)})
    proof = Proof(
        mine.model_copy(update={"bands": {**mine.bands, "decent": narrow}}), 1, kept.append
    )
    proof.run()

    assert not proof.runs
    assert kept == [proof.missed]
    assert len(proof.calls) == proof.total
    decent = next(one for one in reached(proof) if one.bot == "decent")
    assert decent.missed
    assert all("decent" not in line for line in of_the_whole(proof))
    assert telling(proof, "decent")[0].bot == "decent"


def test_a_proof_that_is_stopped_keeps_nothing(mine: Scenario) -> None:
    kept: list[Sequence[str]] = []
    proof = Proof(mine, 5, kept.append)
    proof.stop()
    proof.run()

    assert len(proof.calls) == 1
    assert kept == []
    assert not proof.runs
