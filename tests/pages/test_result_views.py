"""What a hiring manager looks at once ten candidates are rated: groups, and one beside another."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from pages import _floor
from pages._result_bands import called
from pages._result_files import who_takes
from tests.pages.visiting import go, shown, sign_in, visit
from tests.training.assessments.decided import NAMES, decided
from tests.training.assessments.samples import manager
from tests.training.floor import NOW
from training.access_log import MACHINE
from training.assessments.results import results
from training.backups import backup
from training.errors import TrainingError
from training.models import Role
from training.sign_ins import sign_out_everywhere
from training.store import DATA_VARIABLE, FILE_NAME, Store


class _Decided(NamedTuple):
    file: Path
    sample: str


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> _Decided:
    folder = tmp_path_factory.mktemp("decided")
    there = Store(folder, lasting=False)
    made = decided(there, NAMES[:10], scenarios=1)
    backup(there, MACHINE, folder / "copy.sqlite", NOW)
    return _Decided(folder / "copy.sqlite", made.id)


@pytest.fixture
def mara(ten: _Decided, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A browser in which the hiring manager looks at the results."""
    folder = tmp_path / "ten"
    folder.mkdir()
    shutil.copy(ten.file, folder / FILE_NAME)
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    _floor.store.clear()
    app = sign_in(visit(), "Mara", Role.HIRING_MANAGER)
    return go(app, "results", sample=ten.sample)


def _look_at(app: AppTest, view: str) -> AppTest:
    app.segmented_control(key="results_view").set_value(view)
    return app.run()


def test_a_group_that_is_too_small_is_told_no_one_to_look_into(mara: AppTest) -> None:
    _look_at(mara, "Groups")

    page = shown(mara)
    assert "Too few to judge: that takes two groups of 30 people" in page
    assert "Male: the ratio to the highest is " in page
    assert "Look into why" not in page


def test_candidates_stand_side_by_side_by_name_with_bands_and_no_level(mara: AppTest) -> None:
    _look_at(mara, "Side by side")
    assert "Choose at least two" in shown(mara)
    offered = dict(zip(mara.multiselect[0].options, mara.multiselect[0].options, strict=True))
    mara.multiselect[0].set_value([offered["Tom Byrne"], offered["Cleo Marsh"]])

    page = shown(mara.run())

    assert page.index(">Cleo Marsh</th>") < page.index(">Tom Byrne</th>")
    assert "■ Not met: No talk of arrest or jail (Laid off three weeks ago, turn 4)" in page
    assert "turn as evidence" in page
    assert "in the order of their names" in page


def test_the_guide_is_read_as_it_is_printed_and_keeps_the_chosen_candidate(mara: AppTest) -> None:
    chosen = mara.selectbox(key="results_candidate")
    chosen.set_value(dict(zip(chosen.options, chosen.options, strict=True))["Tom Byrne"])
    mara.run()

    page = shown(_look_at(mara, "Interview guide"))

    assert "Interview guide: Tom Byrne, Candidate " in page
    assert "You will be arrested if you do not pay by Friday." in page
    assert "What to listen for" in page
    labels = [getattr(one, "label", "") for one in mara.get("download_button")]
    assert labels == ["The guide on paper, with room for notes (PDF)"]


def _known() -> None:
    # This function is a script of its own: it brings what it needs.
    from pages._form_equivalence import draw_one  # noqa: PLC0415
    from training.assessments.equivalence import ENOUGH, of_levels  # noqa: PLC0415

    alike, harder = [2.0, 4.0] * ENOUGH, [1.0, 2.0] * ENOUGH
    draw_one(of_levels("forgetful_payer", {1: alike, 2: alike, 3: harder}))


def test_forms_are_unknown_at_first_and_then_apart_by_figures(mara: AppTest) -> None:
    page = shown(_look_at(mara, "Forms"))
    assert "unknown until each form has 30 rated candidates (form 1: " in page

    known = AppTest.from_function(_known, default_timeout=60).run()

    page = shown(known)
    assert "✓ Form 2 against form 1: +0.00 levels" in page
    assert "up to 0.36 is not excluded" in page
    assert "◆ Form 3 against form 1: -1.50 levels" in page
    assert len(known.get("vega_lite_chart")) == 1


def _bands() -> None:
    import streamlit as st  # noqa: PLC0415

    from pages._result_bands import draw_bands  # noqa: PLC0415

    draw_bands(st.session_state["found"])


def test_two_of_one_name_are_told_apart_wherever_somebody_is_chosen(ten: _Decided) -> None:
    there = Store(ten.file.parent, lasting=False)
    first, second, third = results(there, manager(there), ten.sample).lines[:3]
    lines = (first, replace(second, name=first.name), third)

    named = called(lines)

    assert named[first.candidacy.id] == f"{first.name}, {first.candidacy.alias}"
    assert named[second.candidacy.id] == f"{first.name}, {second.candidacy.alias}"
    assert named[third.candidacy.id] == third.name


def test_who_was_shut_out_since_the_page_was_drawn_gets_no_file(mara: AppTest) -> None:
    kept, held = _floor.store(), str(mara.session_state["who"])
    person = who_takes(kept, held)
    assert person.role is Role.HIRING_MANAGER
    sign_out_everywhere(kept, person)

    with pytest.raises(TrainingError, match="nobody is signed in"):
        who_takes(kept, held)


def test_many_results_are_paged_and_two_of_one_name_keep_apart(ten: _Decided) -> None:
    there = Store(ten.file.parent, lasting=False)
    found = results(there, manager(there), ten.sample)
    many = AppTest.from_function(_bands, default_timeout=60)
    many.session_state["found"] = replace(
        found,
        lines=tuple(
            replace(line, candidacy=line.candidacy.model_copy(update={"id": f"{nth}"}))
            for nth, line in enumerate(found.lines * 3)
        ),
    )
    many.query_params["page"] = "2"

    page = shown(many.run())

    assert "21 to 30 of 30" in page
    assert page.count("<tr>") == 1 + 10
    (plot,) = many.get("vega_lite_chart")
    line = found.lines[0]
    assert f"{line.name}, {line.candidacy.alias}" in plot.proto.alt
