"""Work samples: set up step by step, signed off by somebody else, and candidates invited."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages._paging import AT_ONCE
from tests.pages.reads import queries
from tests.pages.visiting import buttons, go, press, shown, sign_in, visit
from tests.training.assessments.samples import invited, manager, ready
from tests.training.floor import NOW
from training.assessments.forms import forms
from training.assessments.inviting import candidacies
from training.assessments.links import candidacy_of_token
from training.assessments.models import Assessment
from training.assessments.setting_up import assessment, assessments
from training.models import Role
from training.store import Store

CANDIDATES, TOLD, COUNTS, FORMS = (
    "Candidates",
    "3 What they are told",
    "2 What counts",
    "4 Forms and sign-off",
)


@pytest.fixture
def mara() -> AppTest:
    """A hiring manager's browser."""
    return sign_in(visit(), "Mara", Role.HIRING_MANAGER)


def step(app: AppTest, sample: Assessment, name: str) -> AppTest:
    app.session_state[f"sample_step_{sample.id}"] = name
    return go(app, "work_samples", sample=sample.id)


def test_the_page_is_for_those_who_set_up_and_look_over(dana: AppTest, store: Store) -> None:
    sample = ready(store)

    assert "This page is for hiring managers" in shown(go(dana, "work_samples"))
    assert sample.set_up.job not in shown(go(dana, "work_samples", sample=sample.id))


def test_it_begins_with_what_is_usual(mara: AppTest, store: Store) -> None:
    go(mara, "work_samples")
    assert "No work sample is here yet" in shown(mara)
    press(mara, "Begin")
    assert "The job" in shown(mara), "it says what is missing"
    mara.text_input(key="new_sample_job").set_value("Collector, late arrears")
    mara.text_input(key="new_sample_appeals").set_value("Jo Ek, jo@harbor.example")
    press(mara, "Begin")

    (made,) = assessments(store, manager(store))
    assert made.set_up.job == "Collector, late arrears"
    assert len(made.set_up.scenarios) == 2
    assert sum(duty.weight for duty in made.set_up.duties) == 100
    assert "What the candidate sees" in shown(mara)


def test_what_counts_and_what_is_told_is_kept(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    step(mara, sample, COUNTS)
    assert "Rated by the scales as they are on the day it is locked; today: " in shown(mara)
    next(one for one in mara.number_input if one.label == "Weight").set_value(0)
    press(mara, "Save")
    assert "Saved" in shown(mara)
    kept = assessment(store, manager(store), sample.id)
    assert len(kept.set_up.duties) == len(sample.set_up.duties) - 1

    step(mara, sample, TOLD)
    mara.selectbox[0].set_value("us_new_york_city").run()
    assert "nothing changes" in shown(mara), "it asks before what was written goes"
    assert assessment(store, manager(store), sample.id) == kept
    press(mara, "Take the text of this place")
    assert "An automated tool" in shown(mara)
    next(one for one in mara.text_area if one.label == "Who decides").set_value("Mara, for {job}.")
    press(mara, "Save")

    kept = assessment(store, manager(store), sample.id)
    assert "Mara, for Collector" in shown(mara)
    assert kept.set_up.place == "us_new_york_city"


def test_forms_are_drawn_and_somebody_else_signs_them_off(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    step(mara, sample, FORMS)
    assert "Signed off by Ines" in shown(mara)
    press(mara, "Draw them anew")
    assert "somebody else signs it off" in shown(mara)
    assert "I have looked it over: sign it off" not in buttons(mara)
    assert "Nobody can be invited yet" in shown(step(mara, sample, CANDIDATES))

    ines = sign_in(visit(), "Ines", Role.ASSESSOR)
    assert sample.set_up.job in shown(go(ines, "work_samples"))
    step(ines, sample, FORMS)
    assert "Draw them anew" not in buttons(ines)
    press(ines, "I have looked it over: sign it off")

    assert "Signed off by Ines" in shown(ines)
    assert all(form.signed_off_by for form in forms(store, manager(store), sample.id))


def test_one_is_invited_with_what_is_made_easier(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    step(mara, sample, CANDIDATES)
    mara.text_input(key="guest_name").set_value("Cleo Marsh")
    mara.number_input(key="extra_guest").set_value(50)
    press(mara, "Invite")

    (one,) = candidacies(store, manager(store), sample.id)
    token = mara.code[0].value.partition("candidate?link=")[2]
    assert candidacy_of_token(store.folder, token) == one.id
    assert one.adjustments.extra_time == 50
    assert "Pass these links on now" in shown(mara)
    press(mara, "I have passed them on")
    assert token not in shown(mara)
    assert not mara.code


def test_many_are_looked_over_before_they_are_invited(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    step(mara, sample, CANDIDATES)
    mara.file_uploader[0].upload("people.csv", b"name,pauses\nCleo,many\n", "text/csv").run()
    assert "is no number" in shown(mara)
    assert not any(label.startswith("Invite 2") for label in buttons(mara))
    mara.file_uploader[0].upload("people.csv", b"name,pauses\nCleo,2\nJo,\n", "text/csv").run()
    assert "2 pauses more" in shown(mara)
    press(mara, "Invite 2 people")

    assert len(candidacies(store, manager(store), sample.id)) == 2
    assert shown(mara).count("candidate?link=") == 2


def test_many_candidates_are_paged_and_their_forms_read_once(
    mara: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = ready(store)
    invited(store, sample, *[f"Candidate {n}" for n in range(AT_ONCE + 3)])
    with queries(monkeypatch) as since:
        step(mara, sample, CANDIDATES)
        read = [one for one in since() if "assessment_forms" in one]

    names = [one.label for one in mara.expander]
    assert sum(name.startswith("Candidate ") for name in names) == AT_ONCE
    assert "1 to 20 of 23" in shown(mara)
    assert len(read) == 1


def test_who_did_not_come_is_closed_with_a_reason(mara: AppTest, store: Store) -> None:
    (one,) = invited(store, ready(store), "Cleo Marsh")
    (sample,) = assessments(store, manager(store))
    step(mara, sample, CANDIDATES)
    press(mara, "Close the application")
    assert "It is missing" in shown(mara)
    mara.text_area(key=f"why_{one.candidacy.id}").set_value("Nobody answered the phone.")
    press(mara, "Close the application")

    assert "closed" in mara.expander[0].label
    assert "Closed without a decision: Nobody answered the phone. (Mara" in shown(mara)
    assert "Close the application" not in buttons(mara)


def test_an_invitation_is_withdrawn_and_made_anew(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    (one,) = invited(store, sample, "Cleo Marsh", now=NOW)
    step(mara, sample, CANDIDATES)
    assert "Cleo Marsh" in mara.expander[0].label
    press(mara, "Withdraw it")
    assert "withdrawn" in mara.expander[0].label
    press(mara, "Invite once more")

    again = candidacies(store, manager(store), sample.id)[-1]
    assert again.id != one.candidacy.id
    assert "invited, the link opens until" in mara.expander[1].label


def test_a_dry_run_is_a_link_that_invites_nobody(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    step(mara, sample, FORMS)
    press(mara, "Begin a dry run")

    assert "Your dry run opens until" in shown(mara)
    assert candidacies(store, manager(store), sample.id) == ()


def test_what_is_locked_is_shown_and_begun_anew_as_a_copy(mara: AppTest, store: Store) -> None:
    sample = ready(store)
    invited(store, sample, "Cleo Marsh")
    step(mara, sample, "1 The calls")
    assert "Save" not in buttons(mara)
    step(mara, sample, COUNTS)
    assert "Rated by the scales that it was locked with: What is left behind" in shown(mara)
    step(mara, sample, "1 The calls")
    press(mara, "Begin a copy")

    newest, _ = assessments(store, manager(store))
    assert newest.id != sample.id
    assert newest.set_up == sample.set_up
