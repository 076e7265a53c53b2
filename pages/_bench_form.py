"""A scenario as a form: what trainees read, the account, what may be agreed, facts and ends."""

import streamlit as st

from calls.disposition import Disposition
from calls.turn import Channel
from datafiles import DataFileError, read_text, told
from pages._bench import Writing, around
from pages._bench_facts import draw_facts
from pages._fields import Fields, draw_form_fault
from simulator.house import House
from simulator.scenario import Aim

_AIMS = {
    Aim.ARRANGEMENT.value: "an arrangement to pay",
    Aim.SETTLEMENT.value: "a settlement",
    Aim.ROUTE.value: "the right way on, other than paying",
    Aim.INFORMATION.value: "an answer that is right",
    Aim.CONTACT.value: "to reach them, and tell nobody else",
}
_CHANNELS = {one.value: one.value.replace("_", " ") for one in Channel}


def draw_form(one: Writing) -> None:
    """Every part folded but the first; a part that a variation leaves out stays as it is there."""
    try:
        content = read_text(one.text, "")
    except DataFileError as error:
        st.info(f"The form waits until the file can be read. {told(error)[0]}")
        return
    if not isinstance(content, dict):
        st.info("The form waits until the file has parts, such as `title: Laid off`.")
        return
    fields = Fields(one.name, content)
    house = _house(content)
    draw_form_fault()
    if "extends" in content:
        st.caption(
            f"A variation of {content['extends']}: what is empty here is as it is there. "
            "Write only what differs."
        )
    with st.expander("What it is", expanded=True):
        _what(fields)
    with st.expander("What trainees read before the call"):
        _brief(fields)
    with st.expander("The account"):
        _account(fields)
    with st.expander("What may be agreed (authority)"):
        _authority(fields, house)
    with st.expander("Good ends"):
        _ends(fields, house)
    st.caption(
        "Who picks up, means, positions, scripted calls, bands and parallel forms are written in "
        "the file. What each part holds: docs/scenarios.md."
    )


def draw_facts_of(one: Writing) -> None:
    """The facts, below both: a table needs the whole width."""
    try:
        content = read_text(one.text, "")
    except DataFileError:
        return
    if isinstance(content, dict):
        with st.expander("What they may tell, and when"):
            draw_facts(Fields(one.name, content))


def _house(content: dict[str, object]) -> House:
    houses = around().houses
    return houses.get(str(content.get("called_by", "house")), houses["house"])


def _what(fields: Fields) -> None:
    fields.words("Title", ("title",))
    left, right = st.columns(2)
    with left:
        fields.number("Level, 1 to 4", ("level",), 1, 4)
        fields.words("Topic", ("topic",))
        fields.choice("How it is held", ("channel",), _CHANNELS, hint="call")
    with right:
        fields.number("Minutes", ("minutes",), 1, 60)
        fields.words("Whose law (jurisdiction)", ("jurisdiction",))
        fields.choice("A good result is", ("aim",), _AIMS)
    fields.lines("What it teaches", ("teaches",))
    fields.words("A note before it is opened, where it may hurt", ("content_note",))


def _brief(fields: Fields) -> None:
    fields.words("Who", ("brief", "who"), long=True)
    fields.words("What has happened so far", ("brief", "situation"), long=True)
    fields.words("What to leave the call with", ("brief", "task"), long=True)
    fields.lines("What they may offer", ("brief", "may_offer"))
    fields.lines("What counts", ("brief", "counts"))


def _account(fields: Fields) -> None:
    left, right = st.columns(2)
    with left:
        fields.words("Creditor", ("account", "creditor"))
        fields.amount("Balance", ("account", "balance"))
        fields.amount("Past due", ("account", "past_due"))
    with right:
        fields.words("Reference", ("account", "reference"), hint="ending 1234")
        fields.number("Days past due", ("account", "days_past_due"))
        fields.words("Telephone", ("account", "phone"), hint="614-555-0100")
    fields.lines("Notes at the desk", ("account", "notes"))


def _authority(fields: Fields, house: House) -> None:
    least = house.limits.smallest_instalment
    st.caption(
        f"What is empty is as the house has it: from {least} a month, "
        f"{house.limits.longest_months} months at most, the first payment within "
        f"{house.limits.first_payment_within_days} days."
    )
    at = ("account", "limits")
    left, right = st.columns(2)
    with left:
        fields.amount("Smallest payment a month", (*at, "smallest_instalment"))
        fields.number("First payment within days", (*at, "first_payment_within_days"), 1)
    with right:
        fields.number("Most months", (*at, "longest_months"), 1)
        fields.amount("Settlement from", (*at, "settlement_floor"))
    fields.several("Ways other than paying", (*at, "routes"), [one.id for one in house.routes])


def _ends(fields: Fields, house: House) -> None:
    states = fields.at(("end_states",))
    if not isinstance(states, list):
        st.caption("None is written here.")
        return
    for nth, state in enumerate(states):
        name = state.get("id", "") if isinstance(state, dict) else ""
        st.markdown(f"**{str(name).replace('_', ' ').capitalize() or 'An end'}**")
        _end(fields, ("end_states", nth), house)


def _end(fields: Fields, at: tuple[str | int, ...], house: House) -> None:
    fields.words("What it means", (*at, "means"), long=True)
    known = [one.value for one in Disposition if one in house.dispositions]
    fields.several("Filed as one of", (*at, "dispositions"), known)
    left, right = st.columns(2)
    bounds = (*at, "arrangement")
    with left:
        fields.amount("In all at least", (*bounds, "total_at_least"))
        fields.amount("Each payment at least", (*bounds, "instalment_at_least"))
        fields.number("First payment within days", (*bounds, "first_within_days"))
    with right:
        fields.amount("In all at most", (*bounds, "total_at_most"))
        fields.amount("Each payment at most", (*bounds, "instalment_at_most"))
        fields.number("Over at most months", (*bounds, "months_at_most"))
    fields.several("Flags that are set", (*at, "flags"), [flag.id for flag in house.flags])
    fields.yes("Nothing may be agreed to be paid", (*at, "nothing_agreed"))
    fields.yes("Nobody else may learn of the debt", (*at, "nobody_told"))
