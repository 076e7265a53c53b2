"""Trainers write the house's own words for rating scales; a rating keeps those it was made by."""

from __future__ import annotations

import pytest

from datafiles import text_of
from scoring.rating_scales import FOLDER, load_scales
from tests.training.assessments.samples import invited, manager, ready
from tests.training.judging import sheet, submitted
from tests.training.shipped_calls import at
from training.agreeing import agreement_so_far
from training.assessments.setting_up import lock
from training.errors import TrainingError
from training.models import Person, Role
from training.own_files import SavedMeanwhile
from training.people import sign_in_locally
from training.ratings import agree, rate
from training.scale_words import words_in
from training.scales import (
    back_to_shipped,
    locked_scales,
    opened_scales,
    own_scales,
    restore_scale,
    save_scale,
    scale_versions,
    scales_in_use,
    text_in_use,
)
from training.sheets import Sheet
from training.store import Store

EMPATHY = "empathy"
SHIPPED = (FOLDER / f"{EMPATHY}.yaml").read_text(encoding="utf-8")
MEANS = "A formula answers it, and the call goes on as before."
_CALLS = 2
OURS = SHIPPED.replace(MEANS, "A stock phrase answers it, and the call goes on.")


def test_a_file_that_is_gone_once_the_folder_was_listed_is_passed_over(store: Store) -> None:
    file = own_scales(store).path(EMPATHY)
    file.parent.mkdir()
    file.symlink_to(store.folder / "gone.yaml")

    assert scales_in_use(store).keys() == load_scales().keys()


@pytest.fixture
def tessa(store: Store) -> Person:
    return sign_in_locally(store, "Tessa", Role.TRAINER, at(0))


def _save(store: Store, by: Person, text: str = OURS, based_on: int = 0) -> int:
    return save_scale(store, by, EMPATHY, text, "As we say it", at(10), based_on).number


def _again(one: Sheet, fingerprint: str) -> Sheet:
    """The same sheet, on which empathy was read by other words."""
    read = one.levels[EMPATHY].model_copy(update={"scale": fingerprint})
    return one.model_copy(update={"levels": {**one.levels, EMPATHY: read}})


def test_the_houses_words_are_in_use_once_saved_and_their_number_is_counted(
    store: Store, trainer: Person
) -> None:
    _save(store, trainer)

    one = scales_in_use(store)[EMPATHY]
    assert (one.version, one.levels[1].means) == (
        2,
        "A stock phrase answers it, and the call goes on.",
    )
    assert scales_in_use(store)["conduct"] == load_scales()["conduct"]
    (kept,) = scale_versions(store, trainer, EMPATHY)
    assert (kept.by, kept.reason, kept.fingerprint) == ("Tom", "As we say it", one.fingerprint)
    assert load_scales()[EMPATHY].version == 1, "what ships is never written to"


def test_the_same_words_have_the_same_number_again(store: Store, trainer: Person) -> None:
    _save(store, trainer)
    first = scales_in_use(store)[EMPATHY]
    _save(store, trainer, OURS.replace("bill comes", "account comes"), 1)
    assert scales_in_use(store)[EMPATHY].version == 3

    restore_scale(store, trainer, EMPATHY, 1, at(30), 2)
    assert scales_in_use(store)[EMPATHY] == first
    back_to_shipped(store, trainer, EMPATHY, "It was better", at(40), 3)
    assert scales_in_use(store)[EMPATHY] == load_scales()[EMPATHY]
    assert text_in_use(store, EMPATHY) == SHIPPED
    assert [one.number for one in scale_versions(store, trainer, EMPATHY)] == [1, 2, 3, 4]


def test_what_somebody_saved_meanwhile_is_not_overwritten(
    store: Store, trainer: Person, tessa: Person
) -> None:
    _save(store, tessa)

    with pytest.raises(SavedMeanwhile, match="Tessa saved version 1 while you wrote"):
        _save(store, trainer, OURS.replace("bill comes", "account comes"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OURS.replace("  - means: A stock", "  - meens: A stock"), "first in line 14"),
        (OURS.replace("compared_with: empathy", "compared_with: accuracy"), "stand beside it"),
        (OURS.replace('      - "That sounds hard, three weeks without pay."\n', ""), "line 16"),
        ("", "first in line 1"),
    ],
)
def test_words_that_are_not_whole_are_not_kept(
    store: Store, trainer: Person, text: str, told: str
) -> None:
    with pytest.raises(TrainingError, match=told):
        _save(store, trainer, text)

    assert not own_scales(store).path(EMPATHY).exists()


def test_a_broken_file_is_named_and_the_others_are_in_use(store: Store, trainer: Person) -> None:
    _save(store, trainer)
    own = own_scales(store)
    own.path("conduct").write_text("id: conduct\nversion: many\n")
    own.path("luck").write_text(SHIPPED)

    found = opened_scales(store.folder)

    assert found.scales[EMPATHY].version == 2
    assert found.scales["conduct"] == load_scales()["conduct"]
    assert {fault.file.rpartition("/")[2] for fault in found.broken} == {
        "conduct.yaml",
        "luck.yaml",
    }
    own.path("conduct").write_bytes("id: é".encode("latin-1"))
    assert text_in_use(store, "conduct") == text_of(FOLDER / "conduct.yaml")


def test_a_rating_keeps_the_words_that_were_read_whatever_was_saved_meanwhile(
    store: Store, ana: Person, trainer: Person, tessa: Person
) -> None:
    attempt = submitted(store, ana)
    read = scales_in_use(store)[EMPATHY]
    _save(store, tessa)

    told = rate(store, trainer, attempt.id, _again(sheet(2), read.fingerprint), at(2000))
    other = rate(store, tessa, attempt.id, sheet(2), at(2001))

    assert [one.sheet.levels[EMPATHY].version for one in (told, other)] == [1, 2]
    with store.reading() as db:
        words = words_in(db, EMPATHY, told.sheet.levels[EMPATHY].scale)
    assert words == read
    both = agree(store, trainer, attempt.id, sheet(2), "We talked it over.", at(2002))
    assert both.sheet.levels[EMPATHY].version == 2


def test_words_that_nobody_knows_are_not_rated_by(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = submitted(store, ana)

    with pytest.raises(TrainingError, match="nobody knows yours any more"):
        rate(store, trainer, attempt.id, _again(sheet(2), "0123456789ab"), at(2000))


def test_levels_on_other_words_are_never_beside_each_other(
    store: Store, ana: Person, trainer: Person, tessa: Person
) -> None:
    for seed in range(1, _CALLS + 1):
        attempt = submitted(store, ana, seed)
        for number, rater in enumerate((trainer, tessa)):
            rate(store, rater, attempt.id, sheet(1 + (seed + number) % 5), at(2000 + number))
    _save(store, trainer)
    rate(store, trainer, submitted(store, ana, _CALLS + 1).id, sheet(3), at(3000))

    told = agreement_so_far(store, trainer)

    today = next(line for line in told.criteria if line.id == EMPATHY)
    (before,) = told.older
    assert (today.version, today.levels, today.people.pairs) == (2, 1, 0)
    assert (before.name, before.version) == ("Contact with empathy, wording 1", 1)
    assert (before.levels, before.people.pairs) == (2 * _CALLS, _CALLS)
    assert told.older_scale == 2 * _CALLS
    conduct = next(line for line in told.criteria if line.id == "conduct")
    assert conduct.levels == 2 * _CALLS + 1


def test_a_work_sample_keeps_the_scales_it_was_locked_with(store: Store, trainer: Person) -> None:
    open_, locked = ready(store), ready(store)
    lock(store, manager(store), locked.id, at(5))
    _save(store, trainer)
    invited(store, open_, "Cleo")

    with store.reading() as db:
        versions = {
            made.id: {one.id: one.version for one in locked_scales(db, made.id)}[EMPATHY]
            for made in (open_, locked)
        }
    assert versions == {open_.id: 2, locked.id: 1}


def test_only_trainers_write_scales(store: Store, trainer: Person) -> None:
    _save(store, trainer)
    other = sign_in_locally(store, "Ines", Role.ASSESSOR, at(0))

    with pytest.raises(TrainingError, match="an assessor writes no rating scales"):
        _save(store, other, SHIPPED, 1)
