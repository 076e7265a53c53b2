"""Compliance: one figure, and the parts it comes from, each rule in one of them."""

import pytest

from compliance_rules import shipped_checker
from scoring.compliance import NOTHING_DONE
from scoring.marks import Dimension
from scoring.rule_parts import RulePart, part_of
from tests.scoring.reviewing import imported, mark_of, score_of

RULES = shipped_checker().by_id
HELLO = "collector: Hello, this is Dana Wells with Harbor Recovery. Is this Ana Reyes?\nconsumer: "


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("fdcpa.false.mini_miranda_initial", RulePart.STEPS),
        ("house.identity_verified_first", RulePart.STEPS),
        ("fdcpa.validation.rights_denied", RulePart.DISPUTE),
        ("fdcpa.comm.cease_written", RulePart.STOP),
        ("fdcpa.medium.stop_request", RulePart.STOP),
        ("fdcpa.comm.attorney_represented", RulePart.ATTORNEY),
        ("bankruptcy.automatic_stay", RulePart.BANKRUPTCY),
        ("uk.conc.forbearance", RulePart.HARDSHIP),
        ("fdcpa.false.arrest_imprisonment", RulePart.UNSAID),
    ],
)
def test_a_rule_stands_in_the_part_that_sets_it_off(rule: str, part: RulePart) -> None:
    assert part_of(RULES[rule]) is part


def test_what_was_done_after_a_lawyer_was_named_is_a_part_with_its_turn() -> None:
    told = HELLO + "Yes. I have a lawyer for this.\ncollector: {answer}\nconsumer: Okay."
    asks = imported(told.format(answer="I still need the full payment of $500 today."))
    takes = imported(told.format(answer="May I have the lawyer's name? I'll write to them."))
    wrong, right = (
        mark_of(made, Dimension.COMPLIANCE, RulePart.ATTORNEY) for made in (asks, takes)
    )

    assert (wrong.value or 0) < 100
    assert [one.turn for one in wrong.evidence] == [2]
    assert (right.value, [one.turn for one in right.evidence]) == (100, [2])


def test_the_parts_are_not_counted_a_second_time() -> None:
    made = imported(HELLO + "Yes.\ncollector: You will go to jail for this.\nconsumer: What?")
    whole = mark_of(made, Dimension.COMPLIANCE, "rules met")

    assert score_of(made, Dimension.COMPLIANCE).value == whole.value
    assert "critical" in whole.reason


def test_where_nobody_disputed_there_is_no_mark_for_it() -> None:
    made = imported(HELLO + "Yes.\ncollector: This is an attempt to collect a debt.")

    mark = mark_of(made, Dimension.COMPLIANCE, RulePart.DISPUTE)

    assert (mark.value, mark.reason) == (None, "no rule asked anything after a dispute")


def test_nothing_done_is_nothing_met() -> None:
    made = imported(
        "collector: Hello, is this Ana?\nconsumer: Yes.\n"
        "collector: What a lovely voice.\nconsumer: Thanks.\ncollector: Have a nice day."
    )

    score = score_of(made, Dimension.COMPLIANCE)

    assert (score.value, score.reason) == (None, NOTHING_DONE)
    assert made.scorecard.grade.value is None
