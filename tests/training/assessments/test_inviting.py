"""Who is invited, with which form, by which link."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests.training.assessments.samples import invited, manager, ready
from tests.training.floor import NOW
from training.assessments.hiring import NotReady
from training.assessments.inviting import (
    LASTS,
    LONGEST,
    Guest,
    adjust,
    candidacies,
    invite,
    names,
    new_link,
    withdraw,
)
from training.assessments.links import BadLink, candidacy_of_token, new_token, token_hash
from training.assessments.models import Adjustments, Candidacy
from training.assessments.opening import open_link
from training.assessments.retakes import invite_again
from training.assessments.setting_up import assessment
from training.errors import Closed, TrainingError
from training.models import Role
from training.store import Store

LATER = NOW + timedelta(days=1)


def _row(store: Store, candidacy: Candidacy) -> dict[str, object]:
    with store.reading() as db:
        return dict(db.table("candidacies").get(candidacy.id))


def _finish(store: Store, candidacy: Candidacy) -> None:
    with store.writing() as db:
        moments = {"opened_at": NOW.isoformat(), "finished_at": LATER.isoformat()}
        db.table("candidacies").update(candidacy.id, moments)


def test_the_first_invitation_locks_the_work_sample(store: Store) -> None:
    made = ready(store)

    invited(store, made, "Cleo")

    assert assessment(store, manager(store), made.id).locked_at == NOW


def test_forms_are_given_out_evenly(store: Store) -> None:
    made = ready(store)

    found = invited(store, made, *(f"Candidate number {n}" for n in range(9)))

    given = Counter(pair for one in found for pair in one.candidacy.forms.items())
    assert len(given) == 6, "three forms of each of two scenarios"
    assert set(given.values()) == {3}


def test_two_candidates_of_one_name_are_two_people(store: Store) -> None:
    one, other = invited(store, ready(store), "Cleo Marsh", "Cleo Marsh")

    assert one.candidacy.person_id != other.candidacy.person_id
    assert one.candidacy.alias != other.candidacy.alias


def test_an_alias_tells_nothing_of_a_name(store: Store) -> None:
    made = ready(store)

    (one,) = invited(store, made, "Cleo Marsh")

    assert "Cleo" not in one.candidacy.alias
    assert names(store, manager(store), made.id) == {one.candidacy.id: "Cleo Marsh"}


def test_a_link_leads_to_its_candidacy_and_is_not_kept(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")

    kept = _row(store, one.candidacy)

    assert candidacy_of_token(store.folder, one.token) == one.candidacy.id
    assert kept["token_hash"] == token_hash(one.token)
    assert one.token not in str(kept)


@pytest.mark.parametrize("end", ["", "x", "AAAA.BBBB"])
def test_a_link_that_was_not_made_here_is_told_without_looking(tmp_path: Path, end: str) -> None:
    token = new_token(tmp_path, "a candidacy")

    with pytest.raises(BadLink):
        candidacy_of_token(tmp_path, f"{token[:-4]}{end}")


def test_a_link_of_another_installation_is_none_here(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()

    with pytest.raises(BadLink):
        candidacy_of_token(tmp_path / "other", new_token(tmp_path / "one", "a candidacy"))


def test_the_key_of_links_is_for_its_owner_alone(tmp_path: Path) -> None:
    new_token(tmp_path, "a candidacy")

    assert (tmp_path / "invitation_key").stat().st_mode & 0o077 == 0


def test_a_new_link_takes_the_place_of_the_old_one(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")

    again = new_link(store, manager(store), one.candidacy.id, LATER)

    assert _row(store, one.candidacy)["token_hash"] == token_hash(again.token)
    assert again.token != one.token
    assert again.candidacy.expires_at == LATER + LASTS


def test_who_has_finished_gets_a_new_link_to_the_feedback_sheet(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    _finish(store, one.candidacy)

    again = new_link(store, manager(store), one.candidacy.id, LATER)

    assert open_link(store, again.token, "another browser", LATER).candidacy.finished_at == LATER


def test_a_withdrawn_invitation_stays_withdrawn(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    mara = manager(store)

    withdraw(store, mara, one.candidacy.id, NOW)
    again = withdraw(store, mara, one.candidacy.id, LATER)

    assert again.withdrawn_at == NOW
    with pytest.raises(Closed, match="withdrawn"):
        new_link(store, mara, one.candidacy.id, LATER)


def test_what_is_made_easier_can_be_changed_until_they_have_finished(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    more = Adjustments(extra_time=50, no_clock=True, breaks=2)

    assert adjust(store, manager(store), one.candidacy.id, more, NOW).adjustments == more
    _finish(store, one.candidacy)
    with pytest.raises(Closed, match="have finished"):
        adjust(store, manager(store), one.candidacy.id, Adjustments(), LATER)


def test_of_several_guests_all_are_invited_or_none(store: Store) -> None:
    made = ready(store)

    with pytest.raises(TrainingError, match="name is missing"):
        invite(store, manager(store), made.id, [Guest("Cleo"), Guest("  ")], NOW)

    assert candidacies(store, manager(store), made.id) == ()


@pytest.mark.parametrize("lasts", [timedelta(0), LONGEST + timedelta(days=1)])
def test_a_link_opens_for_some_days(store: Store, lasts: timedelta) -> None:
    with pytest.raises(TrainingError, match="1 to 90 days"):
        invite(store, manager(store), ready(store).id, [Guest("Cleo")], NOW, lasts)


def test_a_retake_gets_other_forms_and_is_known_as_one(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    _finish(store, one.candidacy)

    again = invite_again(store, manager(store), one.candidacy.id, LATER).candidacy

    assert again.retake_of == one.candidacy.id
    assert again.person_id == one.candidacy.person_id
    assert all(again.forms[name] != number for name, number in one.candidacy.forms.items())


def test_there_are_as_many_retakes_as_there_are_forms(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    last = one.candidacy
    for _ in range(2):
        _finish(store, last)
        last = invite_again(store, manager(store), last.id, LATER).candidacy
    _finish(store, last)

    with pytest.raises(NotReady, match="every form"):
        invite_again(store, manager(store), last.id, LATER)


def test_nobody_has_two_open_invitations_to_one_work_sample(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")

    with pytest.raises(TrainingError, match="still open"):
        invite_again(store, manager(store), one.candidacy.id, NOW)
    again = invite_again(store, manager(store), one.candidacy.id, NOW + LASTS)

    assert again.candidacy.id != one.candidacy.id


def test_who_never_began_is_invited_anew_and_takes_nothing_again(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")
    withdraw(store, manager(store), one.candidacy.id, NOW)

    again = invite_again(store, manager(store), one.candidacy.id, LATER).candidacy

    assert again.retake_of is None
    assert again.forms == one.candidacy.forms


def test_a_candidate_has_no_account(store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo")

    with store.reading() as db:
        row = db.table("people").get(one.candidacy.person_id)
        assert row["role"] == Role.CANDIDATE
        assert not db.table("accounts").count_where("id = ?", [row["id"]])
