"""A rule of the house's own is proposed by one and adopted by another, and can be taken back."""

from __future__ import annotations

import pytest

from compliance_rules.in_use import broken_in_use, own_in_use, use_rules_of
from compliance_rules.load import RuleError
from compliance_rules.own_rule import OwnRule
from compliance_rules.own_rules import own_file
from compliance_rules.prove import Fault
from tests.own_rules import ID, NAME, PACK, SAID, TEXT, put
from tests.training.judging import submitted
from tests.training.shipped_calls import at
from training.adopting import (
    adopt,
    adoptions,
    own_rule_files,
    proposals,
    propose,
    propose_again,
    proposed_names,
    read_proposal,
    rule_text,
    take_back,
    usable_rules,
)
from training.errors import StoreFault, TrainingError
from training.models import Person, Role
from training.own_files import SavedMeanwhile
from training.people import sign_in_locally
from training.rechecking import recheck, recheck_rule
from training.reviews import kept_reviews, review_attempt
from training.store import Store

FALSE = TEXT.replace("      turn: 1\n", "      turn: 0\n")


@pytest.fixture(autouse=True)
def in_use(store: Store) -> None:
    use_rules_of(store.folder)


@pytest.fixture
def tessa(store: Store) -> Person:
    return sign_in_locally(store, "Tessa", Role.TRAINER, at(0))


@pytest.fixture
def ada(store: Store) -> Person:
    return sign_in_locally(store, "Ada", Role.ADMINISTRATOR, at(0))


def _proposed(store: Store, by: Person, text: str = TEXT, based_on: int = 0) -> int:
    return propose(store, by, NAME, text, "Heard too often", at(10), based_on).number


def test_a_proposal_changes_nothing_until_a_second_person_adopts_it(
    store: Store, ana: Person, trainer: Person, tessa: Person, ada: Person
) -> None:
    attempt = submitted(store, ana, lines=("Hello, is this Ana Reyes?", SAID, "Well."))
    before = review_attempt(store, ana, attempt.id, at(1000))
    _proposed(store, trainer)
    assert own_in_use() == ()
    found = read_proposal(NAME, TEXT, usable_rules(store).rules)
    (other,) = recheck_rule(store, tessa, found)
    assert (other.attempt_id, other.new, other.gone) == (
        attempt.id,
        (f"not_met {ID} at turn 4",),
        (),
    )
    with pytest.raises(TrainingError, match="you wrote this version"):
        adopt(store, trainer, NAME, 1, "Mine", at(20))

    made = adopt(store, tessa, NAME, 1, "We all hear it", at(30))

    assert (made.by, made.number, made.reason) == ("Tessa", 1, "We all hear it")
    assert [one.id for one in own_in_use()] == [ID]
    (kept,) = kept_reviews(store, ana, attempt.id)
    assert kept.versions == before.versions, "attempts keep the findings that they had"
    (told,) = recheck(store, ana)
    assert told.new == (f"not_met {ID} at turn 4",)
    assert f"{ID}: the house's own, adopted" in told.versions
    assert told.moved == other.moved, "what was told before is what came"
    assert other.moved.changes
    after = review_attempt(store, ana, attempt.id, at(1100))
    assert after.versions[f"rule.{ID}"] == proposals(store, ada, NAME)[0].fingerprint[:12]  # type: ignore[index]

    take_back(store, ada, NAME, "It hit too often", at(40))
    assert own_in_use() == ()
    assert rule_text(store, NAME) is None
    assert [(one.number, one.by) for one in adoptions(store, tessa)] == [(1, "Tessa"), (0, "Ada")]
    assert proposed_names(store, ada) == (NAME,)


def test_a_proposal_is_compared_with_the_rules_of_its_own_installation(
    store: Store, ana: Person, trainer: Person
) -> None:
    use_rules_of(None)
    attempt = submitted(store, ana, lines=("Hello, is this Ana Reyes?", SAID, "Well."))
    review_attempt(store, ana, attempt.id, at(1000))
    put(store.folder)
    found = read_proposal(NAME, TEXT, usable_rules(store).rules)

    assert list(recheck_rule(store, trainer, found)) == []


def test_a_proposal_is_read_among_the_rules_that_were_looked_at(store: Store) -> None:
    other = TEXT.replace(ID, "house.no_other").replace("weight: minor", "weight: tiny")
    looked_at = (OwnRule(PACK, "house.no_other", other, own_file(PACK, "house.no_other")),)

    assert read_proposal(NAME, TEXT, usable_rules(store).rules).rule.id == ID
    with pytest.raises(RuleError, match="weight"):
        read_proposal(NAME, TEXT, looked_at)


def test_what_does_not_keep_its_claims_is_not_adopted(
    store: Store, trainer: Person, tessa: Person
) -> None:
    _proposed(store, trainer, FALSE)

    with pytest.raises(TrainingError, match=r"it does not keep what it claims: .*examples.flag 3"):
        adopt(store, tessa, NAME, 1, "Good", at(20))

    assert not own_rule_files(store).path(NAME).exists()


def test_a_rule_is_not_adopted_among_others_than_it_was_proved_among(
    store: Store, trainer: Person, tessa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    _proposed(store, trainer)
    other, file = TEXT.replace(ID, "house.no_other"), own_rule_files(store).path(NAME)

    def proved_slowly(*_: object) -> list[Fault]:
        """All is well among those that there were; another one's comes into use meanwhile."""
        put(store.folder, other, "house/house.no_other")
        return []

    monkeypatch.setattr("training.adopting.unproved_among_all", proved_slowly)
    with pytest.raises(TrainingError, match="came into use or was taken back while"):
        adopt(store, tessa, NAME, 1, "Good", at(20))

    assert (file.exists(), adoptions(store, tessa)) == (False, ())


def test_what_cannot_be_read_is_not_proposed_and_nobody_is_overwritten(
    store: Store, trainer: Person, tessa: Person
) -> None:
    with pytest.raises(TrainingError, match="it has faults, the first in line 8"):
        _proposed(store, trainer, TEXT.replace("weight: minor", "weight: tiny"))
    with pytest.raises(TrainingError, match="as the file is named"):
        _proposed(store, trainer, TEXT.replace(ID, "house.another"))
    _proposed(store, trainer)
    with pytest.raises(SavedMeanwhile, match="Tom saved version 1"):
        _proposed(store, tessa, FALSE)
    again = propose_again(store, tessa, NAME, 1, at(20), 1)

    assert (again.number, again.text, again.reason) == (2, TEXT, "Version 1 once more")
    with pytest.raises(TrainingError, match="you wrote this version"):
        adopt(store, trainer, NAME, 2, "The same words are mine", at(30))


@pytest.mark.parametrize("name", ["../../elsewhere", "house/../../x", "house", "house/house"])
def test_a_name_leads_nowhere_but_into_the_folder(store: Store, trainer: Person, name: str) -> None:
    for deed in (
        lambda: propose(store, trainer, name, TEXT, "x", at(0), 0),
        lambda: adopt(store, trainer, name, 1, "x", at(0)),
        lambda: take_back(store, trainer, name, "x", at(0)),
    ):
        with pytest.raises(TrainingError, match="is no rule"):
            deed()


def test_a_file_that_broke_since_is_named_and_can_be_taken_back(
    store: Store, trainer: Person
) -> None:
    put(store.folder, "id: [")
    assert len(broken_in_use()) == 1

    take_back(store, trainer, NAME, "It is broken", at(10))

    assert broken_in_use() == ()
    with pytest.raises(TrainingError, match="no such rule of the house's own is in use"):
        take_back(store, trainer, NAME, "Once more", at(20))


def test_a_rule_stays_in_use_where_nobody_is_known_to_have_taken_it_back(store: Store) -> None:
    path = put(store.folder)
    nobody = Person("nobody", "Nobody", Role.TRAINER)

    with pytest.raises(StoreFault):
        take_back(store, nobody, NAME, "It hit too often", at(20))

    assert path.read_text(encoding="utf-8") == TEXT
