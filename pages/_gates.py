"""Gates ahead: level by level, what was passed when it counted, and what was not yet."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._texts import _
from simulator.scenario import Scenario
from training.gates import Gate


def draw_gates(found: Iterable[Gate]) -> None:
    """A line a level, and the calls ahead for those who open it."""
    st.write(
        _(
            "Each call has a bar, told in its brief. It is passed for good in a call that "
            "counts. Nothing is locked: a level says how hard a call is, and you may try any."
        )
    )
    st.html("".join(map(_gate, found)))


def _gate(gate: Gate) -> str:
    whole = len(gate.passed) + len(gate.ahead)
    title = _("Level {level}: {passed} of {whole} passed").format(
        level=gate.level, passed=len(gate.passed), whole=whole
    )
    if not gate.ahead:
        return f"<p><b>{title}</b></p>"
    if gate.practised:
        title += ", " + _("{n} more in practice").format(n=len(gate.practised))
    lines = "".join(f"<li>{_ahead(one, gate)}</li>" for one in gate.ahead)
    return (
        f'<details class="more"><summary>{title}</summary>'
        f'<ul class="bullets">{lines}</ul></details>'
    )


def _ahead(scenario: Scenario, gate: Gate) -> str:
    link = f'<a href="brief?scenario={escape(scenario.id)}" target="_self">'
    told = [f"{link}{escape(scenario.title)}</a>"]
    if scenario.id in gate.practised:
        told.append(_("passed in practice"))
    if scenario.id in gate.seen:
        told.append(_("you know it by now, so that it counts in another form only"))
    return ", ".join(told)
