"""The house's own words for rating scales: read as raters see them, written, and kept."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from datafiles import DataFileError, read_text, told
from pages._bench import Looked, Writing, begin_again, shown, writing
from pages._bench_file import draw_checks, draw_save, draw_text, file_of
from pages._bench_versions import draw_versions
from pages._fields import Fields, draw_form_fault
from pages._floor import now, store
from pages._kinds import Kind
from pages._limited import draw_line
from pages._parts import draw_trouble, keep_trouble
from pages._sheet import draw_criterion
from pages._sides import draw_switch
from pages._texts import _
from pages._who import acting
from scoring.levels import LEVELS
from scoring.rating_scales import ANCHORED, FOLDER, Scale, open_own
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.own_files import Version
from training.scales import (
    back_to_shipped,
    own_scales,
    restore_scale,
    save_scale,
    scale_versions,
    text_in_use,
)

_SAVE = "scale_save"
_BACK = "scale_back"
_ENDS: Mapping[int, str] = {LEVELS[0]: _("poor"), LEVELS[-1]: _("exemplary")}


def _versions(name: str) -> tuple[Version, ...]:
    """What each says, with the number that raters read; one that was taken away is what ships."""
    shipped = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    kept = scale_versions(store(), acting(), name)
    return tuple(_numbered(one if one.text else _gone(one, shipped), name) for one in kept)


def _gone(one: Version, shipped: str) -> Version:
    reason = _("Back to the words that ship: {reason}").format(reason=one.reason)
    return replace(one, text=shipped, reason=reason)


def _numbered(one: Version, name: str) -> Version:
    try:
        scale = open_own(one.text, own_scales(store()).path(name))
    except DataFileError:
        return one
    told = _("{reason} · raters read it as wording {version}")
    return replace(one, reason=told.format(reason=one.reason, version=scale.version))


SCALES = Kind(
    id="scale",
    text=lambda name: text_in_use(store(), name),
    versions=_versions,
    save=lambda name, text, why, on: save_scale(store(), acting(), name, text, why, now(), on),
    restore=lambda name, number, on: restore_scale(store(), acting(), name, number, now(), on),
    unsaved_is_new=lambda name: own_scales(store()).path(name).is_file(),
)


def opened_as_written(name: str) -> tuple[Scale | None, Looked]:
    """The scale that the text is just now, and what keeps it from being one."""
    text = writing(name, SCALES).text
    try:
        return open_own(text, own_scales(store()).path(name)), Looked(None)
    except DataFileError as error:
        return None, Looked(None, faults=told(error))


def draw_as_rated(scale: Scale) -> None:
    """The criterion as it stands on a rater's sheet; what is tried here is kept nowhere."""
    with st.container(border=True, key="as_rated"):
        draw_criterion(scale, "preview", folded=False)
    st.caption(_("So it stands on a rater's sheet. What you fill in here is kept nowhere."))


def draw_writing(name: str) -> None:
    """The checks, form and file side by side, and what keeps both."""
    one = writing(name, SCALES)
    scale, seen = opened_as_written(name)
    checks = st.container()
    draw_switch({_("Form"): "side_form", _("File"): "side_file"}, "scale_side")
    left, right = st.columns([1, 1], gap="medium")
    with left, st.container(key="side_form"):
        _form(one)
    with right, st.container(key="side_file"):
        draw_text(one)
    with checks:
        draw_checks(one.text, seen, file_of(one))
    after = (
        _("It can be saved once it is whole.")
        if scale is None
        else _(
            "People rate by it as soon as it is saved. Sheets that are there, and work samples "
            "that are locked, keep their words. Its wording is counted for you."
        )
    )
    draw_save(one, after=after, ready=scale is not None, at=_SAVE)


def _form(one: Writing) -> None:
    try:
        content = read_text(one.text, "")
    except DataFileError as error:
        st.info(_("The form waits until the file can be read. {told}").format(told=told(error)[0]))
        return
    fields = Fields(one.name, content, SCALES)
    draw_form_fault()
    fields.words(_("Name"), ("name",))
    fields.words(_("What is asked"), ("asks",), long=True)
    fields.words(_("What to look for"), ("look_for",), long=True)
    for nth, number in enumerate(LEVELS):
        st.markdown(f"**{_level(number)}**")
        fields.words(
            _("What level {number} means").format(number=number),
            ("levels", nth, "means"),
            long=True,
        )
        if number in ANCHORED:
            fields.lines(
                _("What one might hear at {number}: two or three").format(number=number),
                ("levels", nth, "examples"),
            )
    st.caption(_("With which marks of the machine it is compared stays as it ships."))


def _level(number: int) -> str:
    end = _ENDS.get(number)
    return (
        _("Level {number}, {end}").format(number=number, end=end)
        if end
        else _("Level {number}").format(number=number)
    )


def draw_kept(name: str) -> None:
    """The versions, what differs, and the way back to what ships."""
    draw_versions(name, SCALES)
    draw_trouble(_BACK)
    if own_scales(store()).path(name).is_file():
        why = f"{_BACK}_why_{name}"
        with st.container(horizontal=True, vertical_alignment="bottom"):
            label = _("Why you go back to the words that ship")
            fits = draw_line(label, LONGEST_SENTENCE, why, width=420)
            back = partial(_back, name, why)
            st.button(_("Back to the words that ship"), on_click=back, disabled=not fits)
        st.caption(_("It becomes a new version, and yours stay in the list."))


def _back(name: str, why: str) -> None:
    reason = st.session_state.get(why, "")
    based_on = shown(name, SCALES).based_on
    try:
        back_to_shipped(store(), acting(), name, reason, now(), based_on)
    except TrainingError as error:
        keep_trouble(error, _BACK)
    else:
        begin_again(name, SCALES)
