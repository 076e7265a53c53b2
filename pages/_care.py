"""What stands around a call that is played with care: before it, beside it and after it."""

import streamlit as st

from pages._parts import day, facts
from pages._texts import _
from simulator.scenario import Scenario
from training.care import AFTER, BEFORE


def draw_before(scenario: Scenario) -> None:
    """In the brief, where others have the bar for passing."""
    st.text(_(BEFORE))
    draw_lines(scenario)


def draw_beside(scenario: Scenario) -> None:
    """Under the head of the call, for as long as it lasts."""
    lines = " · ".join(f"{line.name} {line.phone}" for line in scenario.house.crisis_lines)
    st.caption(
        _(
            "Hold pauses, End call stops; both are always all right, and nothing of it counts. "
            "For yourself, too: {lines}."
        ).format(lines=lines)
    )


def draw_after(scenario: Scenario) -> None:
    """Before anything else that is said of the call."""
    st.text(_(AFTER))
    draw_lines(scenario)


def draw_lines(scenario: Scenario) -> None:
    """Whom anybody may ring, and when the numbers were looked up."""
    lines = scenario.house.crisis_lines
    facts([(line.name, f"{line.phone}: {line.helps_with}") for line in lines])
    checked = [line.checked for line in lines if line.checked]
    if checked:
        st.caption(_("Numbers looked up on {day}.").format(day=day(min(checked))))
