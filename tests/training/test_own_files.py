"""A file of the house's own and what is known of it: both are changed, or neither is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.rating_scales import FOLDER
from tests.training.shipped_calls import at
from training.adopting import adoptions
from training.errors import StoreFault
from training.models import Person, Role
from training.own_files import FileFault, entering
from training.scales import back_to_shipped, own_scales, save_scale, scale_versions
from training.store import Store

EMPATHY = "empathy"
SHIPPED = (FOLDER / f"{EMPATHY}.yaml").read_text(encoding="utf-8")
OURS = SHIPPED.replace("A formula answers it", "A stock phrase answers it")
LATER = OURS.replace("bill comes", "account comes")
NOBODY = Person("nobody", "Nobody", Role.TRAINER)
"""Whom the database does not know, so that no row of theirs can be kept."""


def _saved(store: Store, by: Person, text: str = OURS, based_on: int = 0) -> Path:
    save_scale(store, by, EMPATHY, text, "As we say it", at(10), based_on)
    return own_scales(store).path(EMPATHY)


def _entered_in_vain(store: Store, text: str | None) -> None:
    """A row that the database refuses when the transaction ends, after the file was written."""
    with entering(own_scales(store), EMPATHY, text) as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        row = {"name": EMPATHY, "number": 1, "person_id": NOBODY.id, "at": "", "reason": ""}
        db.table("adoptions").insert(row)


def test_what_cannot_be_entered_leaves_the_file_as_it_is(store: Store, trainer: Person) -> None:
    path = _saved(store, trainer)
    before = path.read_bytes()

    with pytest.raises(StoreFault):
        _saved(store, NOBODY, LATER, 1)
    with pytest.raises(StoreFault):
        back_to_shipped(store, NOBODY, EMPATHY, "It was better", at(20), 1)

    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["otherwise", None])
def test_a_file_says_what_it_said_where_the_transaction_cannot_be_ended(
    store: Store, trainer: Person, text: str | None
) -> None:
    path = _saved(store, trainer)
    before = path.read_bytes()

    with pytest.raises(StoreFault):
        _entered_in_vain(store, text)

    assert path.read_bytes() == before
    assert adoptions(store, trainer) == ()


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_kept(
    store: Store, trainer: Person
) -> None:
    path = own_scales(store).path(EMPATHY)
    path.parent.write_text("in the place of the folder")

    with pytest.raises(FileFault, match=rf"{EMPATHY}.yaml: the file could not be written \(File"):
        _saved(store, trainer)

    assert scale_versions(store, trainer, EMPATHY) == ()
