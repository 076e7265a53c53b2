"""A hiring manager reads bands and hard fails, and decides; nobody else does."""

from __future__ import annotations

from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN, agreed, raters, taken
from training.assessments.confirming import confirm, places
from training.assessments.deciding import decisions
from training.assessments.models import Decision
from training.models import Role
from training.reviews import review_attempt
from training.store import Store


def test_from_the_list_of_work_samples_to_a_decision(store: Store) -> None:
    candidacy, (attempt,) = taken(store)
    mara, sample = manager(store), candidacy.assessment_id
    app = sign_in(visit(), "Mara", Role.HIRING_MANAGER)
    listed = shown(go(app, "work_samples"))
    assert f"results?sample={sample}" in listed
    assert "Results: 0 rated" in listed
    page = shown(go(app, "results", sample=sample))
    assert "1 waits for raters" in page
    assert "A band for each candidate will be here" in page
    agreed(store, attempt)
    ines, _ = raters(store)
    found = places(review_attempt(store, ines, attempt.id, THEN))
    for place in found:
        confirm(store, ines, attempt.id, place, True, "She was threatened.", THEN)

    assert "arrest" not in shown(app.run())
    app.selectbox(key="results_candidate").set_value(candidacy.id)
    page = shown(app.run()).replace("\\", "")

    assert "Jamal Okoro" in page
    assert "One call is a small sample" in page
    assert "How exact a level is, is not known yet" in page
    assert "■ Hard fail. Not met: " in page
    assert all(place.told.removeprefix("at ") in page for place in found)
    assert "Confirmed by Ines: She was threatened." in page
    assert len(app.get("vega_lite_chart")) == 1
    app.radio(key=f"decision_{candidacy.id}_what").set_value(Decision.NOT_NOW)
    app.text_area(key=f"decision_{candidacy.id}_why").set_value("The threat at turn 4.")
    press(app, "Keep the decision")
    (kept,) = decisions(store, mara, candidacy.id)
    assert kept.decision is Decision.NOT_NOW
    assert "Not now" in shown(app)


def test_results_are_for_who_hires_and_of_a_work_sample_that_is_there(store: Store) -> None:
    candidacy, _ = taken(store)
    ines = sign_in(visit(), "Ines", Role.ASSESSOR)
    page = shown(go(ines, "results", sample=candidacy.assessment_id))
    assert "for hiring managers" in page
    assert "Jamal" not in page
    assert "results?" not in shown(go(ines, "work_samples"))

    mara = sign_in(visit(), "Mara", Role.HIRING_MANAGER)

    assert "There is no such work sample" in shown(go(mara, "results", sample="nothing"))
