"""What stands around a call that is played with care: before it, beside it and after it."""

import streamlit as st

from pages._parts import day, facts
from simulator.scenario import Scenario


def draw_before(scenario: Scenario) -> None:
    """In the brief, where others have the bar for passing."""
    st.text(
        "Nothing of this call counts anywhere: it has no bar to pass, and no test is made of it. "
        "The person on the line speaks in written lines alone. You can pause it and stop it at any "
        "time, and you need not take it at all."
    )
    draw_lines(scenario)


def draw_beside(scenario: Scenario) -> None:
    """Under the head of the call, for as long as it lasts."""
    lines = " · ".join(f"{line.name} {line.phone}" for line in scenario.house.crisis_lines)
    st.caption(
        "Hold pauses, End call stops; both are always all right, and nothing of it counts. "
        f"For yourself, too: {lines}."
    )


def draw_after(scenario: Scenario) -> None:
    """Before anything else that is said of the call."""
    st.text(
        "That was a hard one to take. Nobody was on the line; what it stirs up is real all the "
        "same. Take a few minutes before you read on, or read it another day: it stays here. Tell "
        "somebody you trust, a colleague or your team leader, how it was."
    )
    draw_lines(scenario)


def draw_lines(scenario: Scenario) -> None:
    """Whom anybody may ring, and when the numbers were looked up."""
    lines = scenario.house.crisis_lines
    facts([(line.name, f"{line.phone}: {line.helps_with}") for line in lines])
    checked = [line.checked for line in lines if line.checked]
    if checked:
        st.caption(f"Numbers looked up on {day(min(checked))}.")
