"""A scorecard as lines of text."""

from commands.reviewing import mark_lines
from tests.scoring.reviewing import model_wrap_up, practised
from tests.shipped import SCENARIOS


def test_a_mark_says_where_it_is_seen() -> None:
    scenario = SCENARIOS["forgetful_payer"]
    made = practised(scenario, scenario.model_call.lines, model_wrap_up(scenario))

    lines = list(mark_lines(made))

    assert "  how the call ended: 100 of 100: recorded: Promise to pay (wrap-up, turn 15)" in lines
    assert any(line.endswith("(turns 8, 10)") for line in lines)
