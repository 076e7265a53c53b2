"""The house's own words: its name, notices, identifiers and routes, over those that ship."""

import streamlit as st

from datafiles import DataFileError, read_text, told
from pages._bench import Looked, draw_for_trainers_alone, writing
from pages._bench_account import KINDS
from pages._bench_file import draw_checks, draw_save, draw_text, file_of
from pages._bench_versions import draw_versions
from pages._entrance import enter
from pages._fields import Fields, draw_form_fault
from pages._parts import bullets, name_tab
from pages._shipped import bench
from pages._sides import draw_switch
from pages._texts import _
from training.bench import HOUSE, opened_house, unfit

_SAVE = "house_save"


def draw() -> None:
    """Form and file of the house, what they mean for the scenarios, and the versions."""
    name_tab(_("The house"))
    st.title(_("The house's own words"), anchor=False)
    if draw_for_trainers_alone():
        return
    st.write(
        _(
            "Your house's name, notices, identifiers and ways other than paying. The desk shows "
            "them, the rules ask for them, and every scenario without a house of its own uses "
            "them. Calls that have begun keep the words they began with."
        )
    )
    one = writing(HOUSE)
    seen = _looked(one.text)
    checks = st.container()
    lost = _unfit(one.text) if one.changed and not seen.faults else ()
    sure = True
    if lost:
        st.warning(
            _("{lost} scenarios would no longer fit, and not be offered:").format(lost=len(lost))
        )
        bullets(lost[:12])
        sure = st.checkbox(_("Save it all the same"), key="house_sure")
    draw_switch({_("Form"): "side_form", _("File"): "side_file"}, "house_side")
    left, right = st.columns([1, 1], gap="medium")
    with left, st.container(key="side_form"):
        _form(one.text)
    with right, st.container(key="side_file"):
        draw_text(one)
    with checks:
        draw_checks(one.text, seen, file_of(one))
    ready = sure and not seen.faults
    after = (
        _("It is in use as soon as it is saved.")
        if ready
        else _("It can be saved once it is whole.")
    )
    draw_save(one, after=after, ready=ready, at=_SAVE)
    with st.expander(_("Versions")):
        draw_versions(HOUSE)
    st.page_link("pages/scenarios.py", label=_("To all scenarios"))


def _looked(text: str) -> Looked:
    try:
        opened_house(bench(), text)
    except DataFileError as error:
        return Looked(None, faults=told(error))
    return Looked(None)


@st.cache_data(show_spinner=_("Looking which scenarios still fit …"), max_entries=4)
def _unfit(text: str) -> tuple[str, ...]:
    return tuple(str(error).partition("scenarios/")[2] for error in unfit(bench(), text))


def _form(text: str) -> None:
    try:
        content = read_text(text, "")
    except DataFileError as error:
        st.info(_("The form waits until the file can be read. {told}").format(told=told(error)[0]))
        return
    fields = Fields(HOUSE, content)
    draw_form_fault()
    with st.expander(_("Name and hours"), expanded=True):
        fields.words(_("Name"), ("name",))
        fields.words(_("Number to call back"), ("call_back",), hint="800-555-0142")
        fields.words(_("Hours"), ("hours",))
        fields.words(_("Address"), ("address",))
    with st.expander(_("Notices: the words to say")):
        for nth, notice in _each(fields, "notices"):
            st.markdown(f"**{str(notice.get('id', '')).replace('_', ' ').capitalize()}**")
            fields.words(_("When"), ("notices", nth, "when"))
            fields.words(_("Words"), ("notices", nth, "text"), long=True)
    with st.expander(_("Identifiers")):
        fields.several(_("What you ask for"), ("identifiers",), KINDS)
        fields.number(_("How many are needed"), ("identifiers_needed",), 1)
    with st.expander(_("What every collector may agree to")):
        fields.amount(_("Smallest payment a month"), ("limits", "smallest_instalment"))
        fields.number(_("Most months"), ("limits", "longest_months"), 1)
        fields.number(_("First payment within days"), ("limits", "first_payment_within_days"), 1)
    with st.expander(_("Ways other than paying")):
        for nth, route in _each(fields, "routes"):
            st.markdown(f"**{str(route.get('id', '')).replace('_', ' ').capitalize()}**")
            fields.words(_("Title"), ("routes", nth, "title"))
            fields.words(_("What it does"), ("routes", nth, "does"), long=True)
            fields.words(_("What it needs"), ("routes", nth, "needs"), long=True)
    st.caption(_("Ways to pay, helplines, flags and teams are written in the file."))


def _each(fields: Fields, part: str) -> list[tuple[int, dict[str, object]]]:
    items = fields.at((part,))
    if not isinstance(items, list):
        return []
    return [(nth, one) for nth, one in enumerate(items) if isinstance(one, dict)]


enter(draw)
