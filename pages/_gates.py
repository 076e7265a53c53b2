"""Gates ahead: level by level, what was passed when it counted, and what was not yet."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._form_given import RULE
from pages._texts import _
from simulator.scenario import Scenario
from training.gates import Gate


def draw_gates(found: Iterable[Gate]) -> None:
    """A line a level, and the calls ahead for those who open it."""
    st.write(
        _(
            "Each call has a bar, told in its brief. It is passed for good in a call that "
            "counts. {rule} Nothing is locked: a level says how hard a call is, and you may try "
            "any."
        ).format(rule=RULE)
    )
    st.html("".join(map(_gate, found)))


def _gate(gate: Gate) -> str:
    whole = len(gate.passed) + len(gate.ahead)
    title = _("Level {level}: {passed} of {whole} passed").format(
        level=gate.level, passed=len(gate.passed), whole=whole
    )
    if not gate.ahead:
        return f"<p><b>{title}</b></p>"
    practised = _(", {n} more in practice").format(n=len(gate.practised)) if gate.practised else ""
    used_up = (
        _(", {n} known to you in every form").format(n=len(gate.used_up)) if gate.used_up else ""
    )
    lines = "".join(f"<li>{_ahead(one, gate)}</li>" for one in gate.ahead)
    return (
        f'<details class="more"><summary>{title}{practised}{used_up}</summary>'
        f'<ul class="bullets">{lines}</ul></details>'
    )


def _ahead(scenario: Scenario, gate: Gate) -> str:
    link = f'<a href="brief?scenario={escape(scenario.id)}" target="_self">'
    told = [f"{link}{escape(scenario.title)}</a>"]
    if scenario.id in gate.practised:
        told.append(_("passed in practice"))
    known, forms = gate.known[scenario.id], gate.forms[scenario.id]
    if scenario in gate.used_up:
        told.append(
            _("you know it, so that it counts no more")
            if forms == 1
            else _("you know all {forms} forms, so that it counts no more").format(forms=forms)
        )
    elif known:
        told.append(
            _("you know {known} of {forms} forms, the next one can count").format(
                known=known, forms=forms
            )
        )
    return ", ".join(told)
