"""Links: they open once, in one browser, and everything else is told plainly."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.training.assessments.candidates import TOKEN
from tests.training.assessments.samples import SET_UP, invited, manager, ready
from tests.training.floor import NOW
from training.assessments.browsers import STAYS, leave
from training.assessments.inviting import LASTS, new_link, withdraw
from training.assessments.links import BadLink, new_token
from training.assessments.opening import (
    LinkExpired,
    LinkForAnother,
    LinkReplaced,
    LinkUnknown,
    LinkUsed,
    Withdrawn,
    behind_link,
    candidate_here,
    open_link,
)
from training.models import Role
from training.sign_ins import sign_in_of
from training.store import Store

LATER = NOW + timedelta(hours=1)


def test_a_link_is_the_candidates_in_the_browser_that_opens_it(store: Store) -> None:
    (cleo,) = invited(store, ready(store), "Cleo Marsh")

    assert behind_link(store, cleo.token, NOW).candidacy.opened_at is None, "to look opens nothing"
    here = open_link(store, cleo.token, TOKEN, NOW)

    assert (here.person.name, here.person.role) == ("Cleo Marsh", Role.CANDIDATE)
    assert here.candidacy.opened_at == NOW
    assert candidate_here(store, TOKEN, LATER) == here
    assert candidate_here(store, "another token", LATER) is None
    assert candidate_here(store, TOKEN, NOW + STAYS + timedelta(days=1)) is None
    assert sign_in_of(store, TOKEN, LATER) is None, "a candidate has no account"


def test_a_link_leads_its_own_browser_back_and_opens_in_no_other(store: Store) -> None:
    (cleo,) = invited(store, ready(store), "Cleo")
    first = open_link(store, cleo.token, TOKEN, NOW)

    assert open_link(store, cleo.token, TOKEN, NOW + 2 * LASTS) == first
    with pytest.raises(LinkUsed):
        behind_link(store, cleo.token, LATER)
    with pytest.raises(LinkUsed):
        open_link(store, cleo.token, "another", LATER)


def test_a_new_link_opens_in_another_browser_and_ends_the_first(store: Store) -> None:
    (cleo,) = invited(store, ready(store), "Cleo")
    open_link(store, cleo.token, TOKEN, NOW)

    again = new_link(store, manager(store), cleo.candidacy.id, LATER)
    with pytest.raises(LinkReplaced):
        behind_link(store, cleo.token, LATER)
    assert candidate_here(store, TOKEN, LATER) is None, "shut out before the new one is opened"
    open_link(store, again.token, "another", LATER)

    assert candidate_here(store, "another", LATER) is not None


def test_a_link_that_opens_nothing_says_why(store: Store) -> None:
    made = ready(store)
    cleo, dan = invited(store, made, "Cleo", "Dan")
    withdraw(store, manager(store), dan.candidacy.id, NOW)

    with pytest.raises(LinkExpired, match=SET_UP.job):
        open_link(store, cleo.token, TOKEN, NOW + LASTS)
    with pytest.raises(Withdrawn):
        open_link(store, dan.token, TOKEN, NOW)
    with pytest.raises(BadLink):
        behind_link(store, cleo.token[:-3], NOW)
    with pytest.raises(LinkUnknown):
        behind_link(store, new_token(store.folder, "nobody"), NOW)


def test_in_one_browser_one_work_sample_is_taken_at_a_time(store: Store) -> None:
    (cleo,) = invited(store, ready(store), "Cleo")
    other = ready(store, SET_UP.model_copy(update={"job": "Collector, late arrears"}))
    (again,) = invited(store, other, "Cleo")
    open_link(store, cleo.token, TOKEN, NOW)

    with pytest.raises(LinkForAnother, match="late arrears"):
        open_link(store, again.token, TOKEN, NOW)

    leave(store, TOKEN)
    assert candidate_here(store, TOKEN, NOW) is None
    assert open_link(store, again.token, "a new one", NOW).assessment.id == other.id
