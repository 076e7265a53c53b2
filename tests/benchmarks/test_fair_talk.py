"""What rules say of fair turns: only of them, and never of the kept ones to those who mend."""

from __future__ import annotations

import pytest

from benchmarks.fair_talk import KEPT, alarms, is_fair, main
from compliance_rules import shipped_checker
from language.act_classifier.labelled import LabelledTurn


def turn(text: str, *acts: str, by: str = "a") -> LabelledTurn:
    return LabelledTurn(by=by, before=None, text=text, acts=acts, main="none")


def test_an_alarm_is_a_grave_finding_in_a_turn() -> None:
    fair = turn("Thank you for telling me. What would suit you?", "thanks")
    jail = turn("Settling tonight is how you stay out of jail.", "offer")

    assert [one.turn for one in alarms(shipped_checker(), [fair, jail])] == [jail]


def test_a_turn_in_which_something_hurts_is_not_fair() -> None:
    assert is_fair(turn("Fifty would do.", "offer"))
    assert not is_fair(turn("Or we come and get it.", "offer", "threat.repossess"))


def test_the_table_is_printed_for_writers_read_and_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--samples", "40"]) == 0

    printed = capsys.readouterr().out
    for key in ("fair.read.grave", "fair.read.critical", "fair.kept.grave", "fair.kept.critical"):
        assert key in printed
    assert KEPT
