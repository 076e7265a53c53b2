"""One cohort: where each trainee stands on its paths, who reviews it, and what it goes through."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

import streamlit as st

from compliance_rules import Rule
from pages._as_a_trainee import draw_way_to_preview
from pages._floor import now, store
from pages._parts import day, day_format, draw_trouble, keep_trouble, plain, wide
from pages._path import stand_sign, step_name
from pages._result_files import draw_downloads
from pages._shipped import stock
from pages._texts import _, plural
from pages._who import acting
from simulator.scenario import Scenario
from training.coaching_tables import path_table, taken_along
from training.cohorts import Cohort, Member, leave, set_reviewer
from training.errors import TrainingError
from training.models import Person, Role
from training.on_a_path import OnAPath, Stand, stands_on
from training.paths import GivenPath, Path, give_path, withdraw_path
from training.people import person_named
from training.submitted import Submitted

_NOBODY = ""


class Going(NamedTuple):
    """A path of a cohort with where each of its trainees stands on it."""

    given: GivenPath
    stands: Sequence[tuple[Member, OnAPath]]


def where_they_stand(
    one: Cohort, given: Iterable[GivenPath], calls: Mapping[str, Sequence[Submitted]]
) -> list[Going]:
    """Where everybody of a cohort stands on its paths, from what they submitted."""
    return [
        Going(
            path,
            [
                (member, stands_on(path, calls.get(member.id, ()), None, stock()))
                for member in one.members
            ],
        )
        for path in given
        if path.cohort_id == one.id
    ]


def draw_cohort(
    one: Cohort,
    going: Sequence[Going],
    paths: Sequence[Path],
    scenarios: Mapping[str, Scenario],
    rules: Mapping[str, Rule],
) -> None:
    """Its paths with everybody on them; then what can be changed."""
    draw_trouble(one.id)
    draw_way_to_preview(one.id)
    if not one.members:
        st.write(_("Nobody is in it now."))
    for path in going:
        _draw_on(one, path, scenarios, rules)
    if not going:
        st.text(_("It goes through no path yet."))
        st.text(", ".join(member.name for member in one.members))
    _draw_giving(one, going, paths)
    _draw_changing(one)


def _draw_on(
    one: Cohort, going: Going, scenarios: Mapping[str, Scenario], rules: Mapping[str, Rule]
) -> None:
    """Everybody beside every step: a sign for the eye, with its word and figure."""
    given, today = going.given, now().date()
    st.markdown(
        _("**{path}**, since {day}").format(
            path=plain(given.path.name), day=day(given.starts, weekday=True)
        )
    )
    steps = "".join(
        f"<li>{escape(step_name(step, scenarios, rules))} "
        f"<small>{_('by {day}').format(day=day(given.due(step)))}</small></li>"
        for step in given.path.steps
    )
    table = _table(given, going.stands, today)
    st.html(f'<ol class="steps numbered">{steps}</ol>{table}')
    made = path_table(given, [(member.name, on) for member, on in going.stands])
    named = f"{one.name}-{given.path.name}".casefold()
    name = "".join(sign if sign.isalnum() else "-" for sign in named)
    draw_downloads(
        _("Where everybody stands, to take along"),
        lambda kept, person, at: taken_along(kept, person, made, name, at),
        name,
        _("Path"),
    )
    st.button(
        _("Take this path back"),
        key=f"path_back_{one.id}_{given.path.id}",
        on_click=_withdraw,
        args=(one.id, given.path.id),
    )


def _table(given: GivenPath, stands: Iterable[tuple[Member, OnAPath]], today: date) -> str:
    numbers = range(1, len(given.path.steps) + 1)
    head = "".join(f'<th scope="col">{n}</th>' for n in numbers)
    body = "".join(
        f'<tr><th scope="row">{escape(member.name)}</th>'
        + "".join(f"<td>{_cell(stand, today)}</td>" for stand in on.stands)
        + "</tr>"
        for member, on in stands
    )
    name = _("Who is where on {path}").format(path=given.path.name)
    return wide(
        f'<table class="rows figures over-time"><caption class="unseen">{escape(name)}</caption>'
        f'<thead><tr><th scope="col">{_("Step")}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>",
        name,
    )


def _cell(stand: Stand, today: date) -> str:
    sign, ink, word = stand_sign(stand, today)
    figure = f" {stand.done} / {stand.of}" if stand.done is not None and stand.of > 1 else ""
    return f'<span class="sign {ink}"><i aria-hidden="true">{sign}</i></span> {word}{figure}'


def _draw_giving(one: Cohort, going: Sequence[Going], paths: Sequence[Path]) -> None:
    known = {each.given.path.id for each in going}
    offered = {path.id: path for path in paths if path.id not in known}
    if not offered:
        return
    with (
        st.form(f"give_{one.id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.selectbox(
            _("A path for them"),
            list(offered),
            format_func=lambda name: offered[name].name,
            key=f"give_path_{one.id}",
            width=300,
        )
        st.date_input(
            _("From which day"),
            now().date(),
            format=day_format(),
            key=f"give_day_{one.id}",
            width=200,
        )
        st.form_submit_button(_("Give it to them"), on_click=_give, args=(one.id,))


def _draw_changing(one: Cohort) -> None:
    """Who reviews it first, and who leaves it."""
    with st.popover(_("Change the cohort"), key=f"change_{one.id}"):
        st.text_input(
            _("Which trainer reviews it first (empty: nobody in particular)"),
            one.reviewer or _NOBODY,
            key=f"reviewer_{one.id}",
        )
        st.button(
            _("Save the reviewer"), key=f"save_{one.id}", on_click=_set_reviewer, args=(one.id,)
        )
        if one.members:
            names = {member.id: member.name for member in one.members}
            st.selectbox(
                _("Somebody who leaves it"),
                list(names),
                format_func=names.__getitem__,
                index=None,
                key=f"leave_{one.id}",
            )
            st.button(_("Take them out"), key=f"out_{one.id}", on_click=_leave, args=(one.id,))


def cohort_line(one: Cohort, going: Iterable[Going]) -> str:
    """A cohort in a line: who is in it, who reviews it, and how many are behind."""
    told = [f"{one.name}: {plural('{n} trainee', '{n} trainees', len(one.members))}"]
    if one.reviewer:
        told.append(_("{name} reviews").format(name=one.reviewer))
    today = now().date()
    late = {
        member.id
        for path in going
        for member, on in path.stands
        if any(stand.overdue(today) for stand in on.stands)
    }
    if late:
        told.append(_("■ {n} behind").format(n=len(late)))
    return ", ".join(told)


def _set_reviewer(cohort_id: str) -> None:
    name = st.session_state[f"reviewer_{cohort_id}"].strip()
    try:
        reviewer: Person | None = person_named(store(), name, Role.TRAINER) if name else None
        set_reviewer(store(), acting(), cohort_id, reviewer, now())
    except TrainingError as error:
        keep_trouble(error, cohort_id)


def _leave(cohort_id: str) -> None:
    chosen = st.session_state[f"leave_{cohort_id}"]
    if chosen is None:
        return
    try:
        leave(store(), acting(), cohort_id, chosen, now())
    except TrainingError as error:
        keep_trouble(error, cohort_id)


def _give(cohort_id: str) -> None:
    state = st.session_state
    path, starts = state[f"give_path_{cohort_id}"], state[f"give_day_{cohort_id}"]
    try:
        give_path(store(), acting(), cohort_id, path, starts, now())
    except TrainingError as error:
        keep_trouble(error, cohort_id)


def _withdraw(cohort_id: str, path_id: str) -> None:
    try:
        withdraw_path(store(), acting(), cohort_id, path_id, now())
    except TrainingError as error:
        keep_trouble(error, cohort_id)
