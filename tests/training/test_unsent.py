"""What is typed and not sent is kept for whoever types it, and is no part of the record."""

from __future__ import annotations

import pytest

from tests.shipped import EVERY
from tests.training.floor import NOW
from training.beginning import begin
from training.errors import Closed, NoSuchAttempt
from training.messages import LONGEST_LINE
from training.models import Attempt, Person, Purpose
from training.own_data import delete_attempts, own_data
from training.own_tables import tables
from training.preferences import Switch, set_switch, switched_off
from training.store import Store
from training.unsent import drafts, keep_draft
from training.verifying import verify
from training.wrap_up import hand_in

FIELD = "HR-20771_text"


@pytest.fixture
def writing(store: Store, ana: Person) -> Attempt:
    attempt = begin(store, ana, EVERY["stop_texting_me"], Purpose.PRIVATE, 1, NOW)
    keep_draft(store, ana, attempt, FIELD, "Underst", NOW)
    keep_draft(store, ana, attempt, FIELD, "Understood, no mo", NOW)
    return attempt


def test_a_draft_is_the_last_that_was_typed_and_goes_when_nothing_is_left(
    store: Store, ana: Person, writing: Attempt
) -> None:
    assert drafts(store, ana, writing) == {FIELD: "Understood, no mo"}
    assert store.attempt(ana, writing.id).events == writing.events

    keep_draft(store, ana, writing, FIELD, "", NOW)
    assert drafts(store, ana, writing) == {}


def test_a_draft_that_is_too_long_to_be_sent_is_kept_whole(
    store: Store, ana: Person, writing: Attempt
) -> None:
    long = "x" * (LONGEST_LINE + 34)

    keep_draft(store, ana, writing, FIELD, long, NOW)

    assert drafts(store, ana, writing) == {FIELD: long}


def test_nobody_else_reads_or_writes_a_draft(
    store: Store, ana: Person, ben: Person, writing: Attempt
) -> None:
    with pytest.raises(NoSuchAttempt):
        drafts(store, ben, writing)
    with pytest.raises(NoSuchAttempt):
        keep_draft(store, ben, writing, FIELD, "mine", NOW)

    assert drafts(store, ana, writing) == {FIELD: "Understood, no mo"}


def test_what_is_handed_in_takes_no_draft_any_more(
    store: Store, ana: Person, writing: Attempt
) -> None:
    done = hand_in(store, ana, writing, NOW)

    for as_drawn in (done, writing):  # the other window has not heard of it yet
        with pytest.raises(Closed):
            keep_draft(store, ana, as_drawn, FIELD, "too late", NOW)


def test_a_draft_is_taken_along_and_goes_with_its_attempt(
    store: Store, ana: Person, writing: Attempt
) -> None:
    data = own_data(store, ana, NOW)
    assert tables(data)["unsent"] == [
        {"attempt": writing.id, "field": FIELD, "words": "Understood, no mo"}
    ]

    delete_attempts(store, ana, [writing.id], NOW)
    with store.reading() as db:
        assert db.table("drafts").count == 0
    assert not verify(store).faults


def test_what_somebody_switched_off_stays_off_for_them_alone(
    store: Store, ana: Person, ben: Person
) -> None:
    for switch in (Switch.CLOCKS, Switch.SINGLE_KEYS, Switch.CLOCKS):
        set_switch(store, ana, switch, on=False)
    assert switched_off(store, ana) == frozenset(Switch)
    assert switched_off(store, ben) == frozenset()
    assert own_data(store, ana, NOW)["switched_off"] == ["clocks", "single_keys"]

    set_switch(store, ana, Switch.CLOCKS, on=True)
    assert switched_off(store, ana) == {Switch.SINGLE_KEYS}
