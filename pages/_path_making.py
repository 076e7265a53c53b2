"""Paths: made step by step, and looked at as a trainee would see them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from compliance_rules import Rule
from drills import deck
from drills.item import Kind
from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, plain
from pages._path import draw_path, step_name
from pages._remarks import drill_name
from pages._shipped import stock
from pages._texts import _, plural
from pages._who import acting
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.on_a_path import stands_on
from training.paths import GivenPath, Path, PathStep, StepKind, make_path

_PLACE = "path_making"
_STEPS, _NAME, _KIND = "path_steps", "path_name", "path_kind"
_CALL, _DRILL = "path_call", "path_drill"
_CALLS, _LEVEL, _DAYS = "path_calls", "path_level", "path_days"
_DONE = "path_made"
_WORDS = {
    StepKind.CALL: _("A call to submit"),
    StepKind.DRILL: _("Something to drill"),
    StepKind.GATE: _("A gate: clean calls"),
}


def draw_paths(
    known: Sequence[Path], scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]
) -> None:
    """Those there are, and the making of another."""
    st.subheader(_("Paths"), anchor=False)
    draw_trouble(_PLACE)
    if done := st.session_state.pop(_DONE, ""):
        st.html(f'<p role="status">✓ {done}</p>')
    if not known:
        st.write(
            _(
                "A path is what a cohort goes through: calls to submit, things to drill, and gates "
                "such as three clean calls at level 2, each with a day."
            )
        )
    for one in known:
        steps = plural("{n} step", "{n} steps", len(one.steps))
        with st.expander(f"{plain(one.name)}, {steps}", key=f"path_{one.id}", width=800):
            _as_a_trainee(one, scenarios, rules)
    with st.expander(_("Make a path"), key="make_path", width=800, expanded=bool(_steps())):
        _draw_making(scenarios, rules)


def _as_a_trainee(path: Path, scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]) -> None:
    """What stands under Today for whoever would begin it today."""
    st.caption(_("As a trainee sees it who begins today:"))
    today = now().date()
    given = GivenPath("", _("your cohort"), path, today)
    draw_path(stands_on(given, (), (), stock()), today, scenarios, rules)


def _draw_making(scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]) -> None:
    steps = _steps()
    for nth, step in enumerate(steps):
        told = _("{n}. {name}, due {days} days after the start").format(
            n=nth + 1, name=step_name(step, scenarios, rules), days=step.days
        )
        with st.container(horizontal=True, vertical_alignment="center", key=f"path_step_{nth}"):
            st.text(told)
            st.button(_("Take it out"), key=f"path_out_{nth}", on_click=_take_out, args=(nth,))
    _draw_step(scenarios, rules)
    if not steps:
        return
    st.caption(_("As a trainee sees it who begins today:"))
    today = now().date()
    given = GivenPath("", _("your cohort"), Path("", _("the new path"), tuple(steps)), today)
    draw_path(stands_on(given, (), (), stock()), today, scenarios, rules)
    with st.form("keep_path", border=False):
        st.text_input(_("The name of the path"), key=_NAME, width=400)
        st.form_submit_button(_("Keep the path"), type="primary", on_click=_keep)


def _draw_step(scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]) -> None:
    """One more step: what kind, what of it, by when."""
    st.radio(
        _("The next step"),
        list(StepKind),
        format_func=_WORDS.__getitem__,
        horizontal=True,
        key=_KIND,
    )
    match StepKind(st.session_state[_KIND]):
        case StepKind.CALL:
            offered = {one.id: one for one in scenarios.values() if not one.with_care}
            st.selectbox(
                _("Which call"),
                list(offered),
                format_func=lambda name: _("{title}, level {level}").format(
                    title=offered[name].title, level=offered[name].level
                ),
                key=_CALL,
            )
        case StepKind.DRILL:
            st.selectbox(
                _("What to drill"),
                _drills(rules),
                format_func=lambda name: drill_name(name, rules),
                key=_DRILL,
            )
        case StepKind.GATE:
            with st.container(horizontal=True):
                st.number_input(_("How many clean calls"), 1, 20, 3, key=_CALLS, width=200)
                st.number_input(_("At which level"), 1, 5, 1, key=_LEVEL, width=200)
            st.caption(
                _(
                    "Clean: submitted without help, came to an acceptable end or passed its bar, "
                    "and no rule in it was not met. Calls of different scenarios count."
                )
            )
    st.number_input(_("Due so many days after the start"), 0, 365, 7, key=_DAYS, width=300)
    st.button(_("Add the step"), on_click=_add)


def _drills(rules: Mapping[str, Rule]) -> list[str]:
    """Every kind of question, and every rule that has questions."""
    of_rules = [name for name in rules if deck.cards_of(stock(), name)]
    return [*(one.value for one in Kind), *sorted(of_rules, key=lambda name: rules[name].title)]


def _steps() -> list[PathStep]:
    kept: list[PathStep] = st.session_state.setdefault(_STEPS, [])
    return kept


def _add() -> None:
    state = st.session_state
    kind = StepKind(state[_KIND])
    what = {StepKind.CALL: _CALL, StepKind.DRILL: _DRILL}.get(kind)
    step = PathStep(
        kind=kind,
        what=state[what] if what else "",
        calls=state.get(_CALLS, 3),
        level=state.get(_LEVEL, 1),
        days=state[_DAYS],
    )
    state[_STEPS] = [*_steps(), step]


def _take_out(nth: int) -> None:
    steps = _steps()
    st.session_state[_STEPS] = [one for place, one in enumerate(steps) if place != nth]


def _keep() -> None:
    state = st.session_state
    try:
        made = make_path(store(), acting(), state[_NAME], _steps(), now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        state[_STEPS] = []
        state[_DONE] = _("“{name}” is kept.").format(name=plain(made.name))
