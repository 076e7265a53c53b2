"""What candidates are told before they begin, and the duties of postings."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.load.server import PROJECT
from scoring.grade import WEIGHTS
from tests.training.assessments.samples import SET_UP, manager
from tests.training.floor import NOW
from training.assessments.duties import IN_POSTINGS, usual_duties
from training.assessments.models import Paragraph
from training.assessments.notices import OWN_FOLDER, SLOTS, templates, told, with_notice
from training.assessments.setting_up import change, make
from training.errors import NotOffered, TrainingError
from training.store import Store

SAYS = ("what", "scored", "raters", "program", "decision", "easier", "keeping", "appeal")


@pytest.mark.parametrize("place", templates(Path("nowhere")))
def test_every_place_says_what_is_scored_by_whom_and_where_to_appeal(place: str) -> None:
    template = templates(Path("nowhere"))[place]
    set_up = with_notice(SET_UP.model_copy(update={"place": place}), Path("nowhere"))

    text = told(set_up)

    assert {one.id for one in text} >= set(SAYS)
    assert not any("{" in one.text for one in text)
    assert SET_UP.appeals_to in next(one.text for one in text if one.id == "appeal")
    assert all(question.endswith("?") for question in template.for_counsel)


def test_what_the_sample_has_not_is_not_told_of() -> None:
    without = {"written_message": False, "asks_demographics": False}
    less = with_notice(SET_UP.model_copy(update=without), Path("nowhere"))
    more = less.model_copy(update={"written_message": True, "asks_demographics": True})

    assert {one.id for one in told(more)} - {one.id for one in told(less)} == {
        "message",
        "demographics",
    }


def test_a_house_has_templates_of_its_own(store: Store) -> None:
    (store.folder / OWN_FOLDER).mkdir()
    own = "extends: base\nplace: Here\nparagraphs:\n  - {id: what, heading: What, text: Ours.}\n"
    (store.folder / OWN_FOLDER / "us.yaml").write_text(own)

    made = make(store, manager(store), SET_UP, NOW)

    assert told(made.set_up)[0].text == "Ours."
    assert len(told(made.set_up)) > 1


def test_a_text_is_kept_with_the_work_sample_and_may_be_another(store: Store) -> None:
    made = make(store, manager(store), SET_UP, NOW)
    ours = (Paragraph(id="what", heading="What this is", text="Work for {job}."),)

    changed = change(store, manager(store), made, {"notice": ours}, NOW)

    assert [one.text for one in told(changed.set_up)] == [f"Work for {SET_UP.job}."]


def test_what_cannot_be_filled_in_is_said_with_what_can(store: Store) -> None:
    ours = (Paragraph(id="what", heading="What this is", text="Work for {jobb}."),)

    with pytest.raises(TrainingError, match="jobb") as error:
        make(store, manager(store), SET_UP.model_copy(update={"notice": ours}), NOW)

    assert all(slot in error.value.allowed for slot in SLOTS)


def test_a_place_without_a_template_is_refused_with_those_that_have_one(store: Store) -> None:
    with pytest.raises(NotOffered, match="us_new_york_city"):
        make(store, manager(store), SET_UP.model_copy(update={"place": "mars"}), NOW)


def test_duties_are_those_of_the_table_of_the_documentation() -> None:
    told = (PROJECT / "docs" / "scoring.md").read_text()

    for dimension, duty in IN_POSTINGS.items():
        row = next(line for line in told.splitlines() if line.startswith(f"| {dimension.label}"))
        assert duty in row, dimension


def test_the_usual_weights_are_those_of_the_grade() -> None:
    assert {one.dimension: one.weight / 100 for one in usual_duties()} == WEIGHTS
