"""What is taken along says the same as the page, and that it was taken is logged."""

from __future__ import annotations

from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import NAME, THEN
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.assessments.exporting import impact_table, results_table


def test_a_table_of_results_has_bands_and_no_level_by_decimals(one: Taken) -> None:
    one.agreed()
    made = results_table(one.store, manager(one.store), one.candidacy.assessment_id, THEN)

    (line,) = (dict(zip(made.heads, cells, strict=True)) for cells in made.lines)
    assert line["candidate"] == NAME
    assert (line["band_low"], line["band_high"], line["bar"]) == (1.5, 3.5, 3.0)
    assert line["beside_bar"] == "across"
    assert (line["empathy"], line["compliance"]) == (2.0, 5.0)
    assert "level" not in made.heads
    (logged,) = accesses(one.store, MACHINE, Asked(deed=Deed.EXPORTED))
    assert (logged.by, logged.note) == ("Mara", f"results of {one.candidacy.assessment_id}")


def test_the_auditors_table_names_nobody_and_says_how_it_is_made(one: Taken) -> None:
    one.agreed()
    made = impact_table(one.store, manager(one.store), one.candidacy.assessment_id, THEN)

    told = "\n".join(" ".join(map(str, cells)) for cells in made.lines)
    assert NAME not in told
    assert one.candidacy.alias not in told
    assert "scoring sex no answer  1" in told
    assert "two-sided" in told
    assert {len(cells) for cells in made.lines} == {len(made.heads)}
