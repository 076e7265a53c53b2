"""Gates ahead: level by level, what was passed when it counted, and what was not yet."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from simulator.scenario import Scenario
from training.gates import Gate


def draw_gates(found: Iterable[Gate]) -> None:
    """A line a level, and the calls ahead for those who open it."""
    st.write(
        "Each call has a bar, told in its brief. It is passed for good in a call that counts. "
        "Nothing is locked: a level says how hard a call is, and you may try any."
    )
    st.html("".join(map(_gate, found)))


def _gate(gate: Gate) -> str:
    whole = len(gate.passed) + len(gate.ahead)
    title = f"Level {gate.level}: {len(gate.passed)} of {whole} passed"
    if not gate.ahead:
        return f"<p><b>{title}</b></p>"
    practised = f", {len(gate.practised)} more in practice" if gate.practised else ""
    lines = "".join(f"<li>{_ahead(one, gate)}</li>" for one in gate.ahead)
    return (
        f'<details class="more"><summary>{title}{practised}</summary>'
        f'<ul class="bullets">{lines}</ul></details>'
    )


def _ahead(scenario: Scenario, gate: Gate) -> str:
    link = f'<a href="brief?scenario={escape(scenario.id)}" target="_self">'
    told = [f"{link}{escape(scenario.title)}</a>"]
    if scenario.id in gate.practised:
        told.append("passed in practice")
    if scenario.id in gate.seen:
        told.append("you know it by now, so that it counts in another form only")
    return ", ".join(told)
