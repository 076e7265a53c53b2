"""Scenarios: the trainer's bench - find one, write it, try it, prove it, have it signed off."""

import streamlit as st

from datafiles import text_of
from pages._bench import draw_for_trainers_alone, is_shipped, looked, own_names, title_of, writing
from pages._bench_file import draw_file
from pages._bench_from_call import draw_from_call
from pages._bench_library import draw_library
from pages._bench_new import begin_from, follow_new, may_be_varied
from pages._bench_person import draw_people_page, draw_person
from pages._bench_proof import draw_proof
from pages._bench_trial import draw_trial
from pages._bench_versions import draw_sign_off, draw_versions
from pages._entrance import enter
from pages._parts import choose_step, draw_trouble, name_tab, plain
from pages._preview import draw_begin_preview
from pages._shipped import bench, shelf
from pages._texts import _
from pages._within import draw_way
from simulator.library import FOLDER

_WRITE, _TRY, _PROVE, _VERSIONS = _STEPS = (*(_("Write"), _("Try"), _("Prove"), _("Versions")),)


def draw() -> None:
    """One scenario where the address names it, else all of them."""
    follow_new()
    name_tab(_("Scenarios"))
    name = st.query_params.get("scenario", "")
    person = st.query_params.get("person", "")
    if name in own_names():
        _own(name)
    elif name and is_shipped(name):
        _shipped(name)
    elif name:
        st.title(_("There is no such scenario"), anchor=False)
        draw_way(_("To all scenarios"))
    elif person:
        if not draw_for_trainers_alone():
            draw_person(person)
    else:
        begun = st.query_params.get("begin", "")
        title, draw_rest = _REST.get(begun, (_("Scenarios"), draw_library))
        st.title(plain(title), anchor=False)
        if not draw_for_trainers_alone():
            draw_rest()


_REST = {
    "call": (_("Begin from a real call"), draw_from_call),
    "people": (_("People to call"), draw_people_page),
}
"""What else there is on this page, by what its address says after `begin`."""


def _own(name: str) -> None:
    seen = looked(name, writing(name).text) if not _closed(name) else None
    if seen is None:
        return
    one = writing(name)
    title = title_of(name, one.text)
    name_tab(title)
    st.title(plain(title), anchor=False)
    st.caption(_("{name} · your house's own").format(name=bench().path(name).name))
    draw_sign_off(name, looked(name, one.saved).scenario if one.changed else seen.scenario)
    step = choose_step(_STEPS, "bench_step")
    if step == _WRITE:
        draw_file(name)
    elif step == _TRY:
        draw_trial(seen.scenario)
    elif step == _PROVE:
        draw_proof(seen.scenario, saved=not writing(name).changed)
    else:
        draw_versions(name)
    draw_way(_("To all scenarios"))


def _closed(name: str) -> bool:
    """Say whom the page is for, where it is not for whoever acts."""
    if not draw_for_trainers_alone():
        return False
    st.caption(name)
    return True


def _shipped(name: str) -> None:
    """What comes with Right Party is read here, and copied."""
    if _closed(name):
        return
    one = shelf().scenarios[name]
    name_tab(one.title)
    st.title(one.title, anchor=False)
    st.caption(
        _(
            "{name}.yaml · comes with Right Party and stays as it is · level {level} · {minutes} "
            "minutes · {topic} · {jurisdiction}"
        ).format(
            name=name,
            level=one.level,
            minutes=one.minutes,
            topic=one.topic,
            jurisdiction=one.jurisdiction,
        )
    )
    draw_trouble("bench_new")
    with st.container(horizontal=True):
        st.button(_("Copy it"), type="primary", on_click=lambda: begin_from(name, variation=False))
        if may_be_varied(name):
            st.button(_("Write a variation"), on_click=lambda: begin_from(name, variation=True))
        draw_begin_preview(name)
    st.code(text_of(FOLDER / f"{name}.yaml"), language="yaml", line_numbers=True, wrap_lines=True)
    draw_way(_("To all scenarios"))


enter(draw)
