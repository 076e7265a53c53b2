"""A path as whoever goes it sees it: step by step, what is done, what is due."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from compliance_rules import Rule
from debriefs.signs import DONE_RIGHT
from pages._parts import NO_MARK, day
from pages._remarks import drill_name
from pages._texts import _, plural
from simulator.scenario import Scenario
from training.on_a_path import OnAPath, Stand
from training.paths import PathStep, StepKind

_AHEAD = "○"
_LATE = "■"


def draw_path(
    on: OnAPath, today: date, scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]
) -> None:
    """What is ahead with its day; what is done folded away below."""
    done = [one for one in on.stands if one.is_done]
    ahead = [one for one in on.stands if not one.is_done]
    st.markdown(
        _("**{name}**, {cohort}: {done} of {of} steps done").format(
            name=escape(on.given.path.name),
            cohort=escape(on.given.cohort),
            done=len(done),
            of=len(on.stands),
        )
    )
    st.html(_list(ahead, today, scenarios, rules) + _folded(done, today, scenarios, rules))


def step_name(step: PathStep, scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]) -> str:
    """What is asked in a step, in a few words."""
    match step.kind:
        case StepKind.CALL:
            known = scenarios.get(step.what)
            return _("Submit “{title}”").format(title=known.title if known else step.what)
        case StepKind.DRILL:
            return _("Drill: {name}").format(name=drill_name(step.what, rules))
        case StepKind.GATE:
            return plural(
                "{n} clean call at level {level}",
                "{n} clean calls at level {level}",
                step.calls,
                level=step.level,
            )


def stand_sign(stand: Stand, today: date) -> tuple[str, str, str]:
    """The sign of a stand, its ink, and the word for it."""
    if stand.is_done:
        return DONE_RIGHT.sign, DONE_RIGHT.ink, _("done")
    if stand.done is None:
        return NO_MARK, "reminder", _("theirs to know")
    if stand.overdue(today):
        return _LATE, "not-met", _("overdue")
    return _AHEAD, "reminder", _("ahead")


def _list(
    stands: Sequence[Stand],
    today: date,
    scenarios: Mapping[str, Scenario],
    rules: Mapping[str, Rule],
) -> str:
    if not stands:
        return f"<p>{_('Nothing is left on it.')}</p>"
    return f'<ol class="steps">{_lines(stands, today, scenarios, rules)}</ol>'


def _folded(
    done: Sequence[Stand],
    today: date,
    scenarios: Mapping[str, Scenario],
    rules: Mapping[str, Rule],
) -> str:
    if not done:
        return ""
    head = plural("{n} step done", "{n} steps done", len(done))
    inner = f'<ol class="steps">{_lines(done, today, scenarios, rules)}</ol>'
    return f'<details class="more"><summary>{head}</summary>{inner}</details>'


def _lines(
    stands: Iterable[Stand],
    today: date,
    scenarios: Mapping[str, Scenario],
    rules: Mapping[str, Rule],
) -> str:
    return "".join(_line(one, today, scenarios, rules) for one in stands)


def _line(
    stand: Stand, today: date, scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]
) -> str:
    sign, ink, word = stand_sign(stand, today)
    name = escape(step_name(stand.step, scenarios, rules))
    if address := _address(stand.step, scenarios):
        name = f'<a href="{escape(address)}" target="_self">{name}</a>'
    when = _("by {day}") if not stand.overdue(today) else _("was due {day}")
    parts = [when.format(day=day(stand.due, weekday=True))]
    if stand.of > 1 and stand.done is not None:
        parts.append(_("{done} of {of}").format(done=stand.done, of=stand.of))
    mark = f'<span class="sign {ink}"><i aria-hidden="true">{sign}</i></span>'
    told = escape(" · ".join(parts))
    return f'<li>{mark}<span class="unseen">{word}: </span>{name} <small>{told}</small></li>'


def _address(step: PathStep, scenarios: Mapping[str, Scenario]) -> str:
    match step.kind:
        case StepKind.CALL:
            return f"brief?scenario={step.what}" if step.what in scenarios else ""
        case StepKind.DRILL:
            return "drill"
        case StepKind.GATE:
            return f"practise?level={step.level}"
