"""Praise beside a fault: a turn that is not met is praised for what it says, and nothing else."""

from __future__ import annotations

from commands.reviewing import debrief_lines
from compliance_rules import Finding, Met, Standing
from debriefs import page_of
from debriefs.done_right import done_right
from debriefs.lines import lines_of
from tests.debriefs.made import LAID_OFF, from_elsewhere
from training.shipped import checker_for

RULES = checker_for(LAID_OFF.house).by_id
ASKED_WHO = "fdcpa.comm.disclosure_before_verification"
HOUSE = "house.identity_verified_first"
LEFT_OUT = "fdcpa.harassment.refuses_to_end_call"
SAID_WHO = "fdcpa.harassment.no_meaningful_identity"
EARLY = """
collector: Hello, may I speak with Ana Reyes, please?
consumer: This is she.
collector: You are $1,140 behind on your car. Can you pay that today?
consumer: I can't.
"""


def _found(rule: str, standing: Standing) -> Finding:
    one = from_elsewhere().review.check.findings[0]
    return one.model_copy(update={"rule": rule, "standing": standing, "turn": 2, "also": ()})


def test_half_of_what_was_not_met_and_what_was_left_out_are_no_praise() -> None:
    met = [Met(rule=one, turn=2) for one in (ASKED_WHO, LEFT_OUT, SAID_WHO)]

    told = done_right(met, [_found(HOUSE, Standing.NOT_MET)], RULES)

    assert not RULES[LEFT_OUT].asks_for_words
    assert [one.rule for one in told] == [SAID_WHO]


def test_in_another_turn_and_where_it_only_depends_all_of_it_is_told() -> None:
    met = (Met(rule=ASKED_WHO, turn=2), Met(rule=LEFT_OUT, turn=4))

    assert done_right(met, [_found(HOUSE, Standing.DEPENDS)], RULES) == met
    assert done_right(met[1:], [_found(HOUSE, Standing.NOT_MET)], RULES) == met[1:]


def test_no_door_praises_a_name_where_what_the_house_asks_for_is_missing() -> None:
    whole = from_elsewhere(EARLY)
    title = RULES[ASKED_WHO].title
    assert any(one.rule == ASKED_WHO for one in whole.review.check.met)
    assert any(one.rule == HOUSE for one in whole.review.check.findings)

    page, sheets = page_of(whole), "\n".join(one.text for one in lines_of(whole))
    for text in (page, sheets, "\n".join(debrief_lines(whole))):
        assert title not in text
    assert "Not met:</span>" in page


def test_to_take_what_they_propose_is_no_offer_of_ones_own() -> None:
    whole = from_elsewhere(
        "collector: Hello, is this Ana?\nconsumer: Yes. I can pay $50 on Friday.\n"
        "collector: That works. So that is $50 on Friday. Is that right?\nconsumer: Yes."
    )

    told = "\n".join(debrief_lines(whole))
    assert "You made no offer of your own, they made one offer." in told
    assert "as they proposed, agreed in turn" in told
