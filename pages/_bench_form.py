"""A scenario as a form, part by part: what trainees read, and what they never see."""

from functools import partial

import streamlit as st

from calls.disposition import Disposition
from calls.turn import Channel
from datafiles import DataFileError, read_text, told
from pages._bench import Writing, around
from pages._bench_facts import draw_facts
from pages._bench_hidden import draw_means, draw_people, draw_positions
from pages._bench_scripts import draw_bands, draw_scripts
from pages._fields import Fields, draw_form_fault
from pages._texts import _
from simulator.house import House
from simulator.scenario import Aim

_AIMS = {
    Aim.ARRANGEMENT.value: _("an arrangement to pay"),
    Aim.SETTLEMENT.value: _("a settlement"),
    Aim.ROUTE.value: _("the right way on, other than paying"),
    Aim.INFORMATION.value: _("an answer that is right"),
    Aim.CONTACT.value: _("to reach them, and tell nobody else"),
}
_CHANNELS = {one.value: one.value.replace("_", " ") for one in Channel}


def draw_form(one: Writing) -> None:
    """Every part folded but the first; a part that a variation leaves out stays as it is there."""
    try:
        content = read_text(one.text, "")
    except DataFileError as error:
        st.info(_("The form waits until the file can be read. {told}").format(told=told(error)[0]))
        return
    if not isinstance(content, dict):
        st.info(_("The form waits until the file has parts, such as `title: Laid off`."))
        return
    fields = Fields(one.name, content)
    house = _house(content)
    draw_form_fault()
    if "extends" in content:
        st.caption(
            _(
                "A variation of {other}: what is empty here is as it is there. Write only what "
                "differs."
            ).format(other=content["extends"])
        )
    with st.expander(_("What it is"), expanded=True):
        _what(fields)
    for heading, draw in (
        (_("What trainees read before the call"), _brief),
        (_("The account"), _account),
        (_("What may be agreed (authority)"), partial(_authority, house=house)),
        (_("Good ends"), partial(_ends, house=house)),
        (_("The people"), draw_people),
        (_("What they have (means)"), draw_means),
        (_("What they stand on (positions)"), draw_positions),
        (_("The two scripted calls"), partial(draw_scripts, house=house)),
        (_("Bands of the bots"), draw_bands),
    ):
        with st.expander(heading):
            draw(fields)
    st.caption(
        _(
            "Days, identifiers, circumstances and parallel forms are written in the file. What "
            "each part holds: docs/scenarios.md."
        )
    )


def draw_facts_of(one: Writing) -> None:
    """The facts, below both: a table needs the whole width."""
    try:
        content = read_text(one.text, "")
    except DataFileError:
        return
    if isinstance(content, dict):
        with st.expander(_("What they may tell, and when")):
            draw_facts(Fields(one.name, content))


def _house(content: dict[str, object]) -> House:
    houses = around().houses
    return houses.get(str(content.get("called_by", "house")), houses["house"])


def _what(fields: Fields) -> None:
    fields.words(_("Title"), ("title",))
    left, right = st.columns(2)
    with left:
        fields.number(_("Level, 1 to 4"), ("level",), 1, 4)
        fields.words(_("Topic"), ("topic",))
        fields.choice(_("How it is held"), ("channel",), _CHANNELS, hint="call")
    with right:
        fields.number(_("Minutes"), ("minutes",), 1, 60)
        fields.words(_("Whose law (jurisdiction)"), ("jurisdiction",))
        fields.choice(_("A good result is"), ("aim",), _AIMS)
    fields.lines(_("What it teaches"), ("teaches",))
    fields.words(_("A note before it is opened, where it may hurt"), ("content_note",))


def _brief(fields: Fields) -> None:
    fields.words(_("Who"), ("brief", "who"), long=True)
    fields.words(_("What has happened so far"), ("brief", "situation"), long=True)
    fields.words(_("What to leave the call with"), ("brief", "task"), long=True)
    fields.lines(_("What they may offer"), ("brief", "may_offer"))
    fields.lines(_("What counts"), ("brief", "counts"))


def _account(fields: Fields) -> None:
    left, right = st.columns(2)
    with left:
        fields.words(_("Creditor"), ("account", "creditor"))
        fields.amount(_("Balance"), ("account", "balance"))
        fields.amount(_("Past due"), ("account", "past_due"))
    with right:
        fields.words(_("Reference"), ("account", "reference"), hint=_("ending 1234"))
        fields.number(_("Days past due"), ("account", "days_past_due"))
        fields.words(_("Telephone"), ("account", "phone"), hint="614-555-0100")
    fields.lines(_("Notes at the desk"), ("account", "notes"))


def _authority(fields: Fields, house: House) -> None:
    least = house.limits.smallest_instalment
    st.caption(
        _(
            "What is empty is as the house has it: from {least} a month, {longest_months} months "
            "at most, the first payment within {first_payment_within_days} days."
        ).format(
            least=least,
            longest_months=house.limits.longest_months,
            first_payment_within_days=house.limits.first_payment_within_days,
        )
    )
    at = ("account", "limits")
    left, right = st.columns(2)
    with left:
        fields.amount(_("Smallest payment a month"), (*at, "smallest_instalment"))
        fields.number(_("First payment within days"), (*at, "first_payment_within_days"), 1)
    with right:
        fields.number(_("Most months"), (*at, "longest_months"), 1)
        fields.amount(_("Settlement from"), (*at, "settlement_floor"))
    fields.several(_("Ways other than paying"), (*at, "routes"), [one.id for one in house.routes])


def _ends(fields: Fields, house: House) -> None:
    states = fields.at(("end_states",))
    if not isinstance(states, list):
        st.caption(_("None is written here."))
        return
    for nth, state in enumerate(states):
        name = state.get("id", "") if isinstance(state, dict) else ""
        st.markdown(f"**{str(name).replace('_', ' ').capitalize() or _('An end')}**")
        _end(fields, ("end_states", nth), house)


def _end(fields: Fields, at: tuple[str | int, ...], house: House) -> None:
    fields.words(_("What it means"), (*at, "means"), long=True)
    known = [one.value for one in Disposition if one in house.dispositions]
    fields.several(_("Filed as one of"), (*at, "dispositions"), known)
    left, right = st.columns(2)
    bounds = (*at, "arrangement")
    with left:
        fields.amount(_("In all at least"), (*bounds, "total_at_least"))
        fields.amount(_("Each payment at least"), (*bounds, "instalment_at_least"))
        fields.number(_("First payment within days"), (*bounds, "first_within_days"))
    with right:
        fields.amount(_("In all at most"), (*bounds, "total_at_most"))
        fields.amount(_("Each payment at most"), (*bounds, "instalment_at_most"))
        fields.number(_("Over at most months"), (*bounds, "months_at_most"))
    fields.several(_("Flags that are set"), (*at, "flags"), [flag.id for flag in house.flags])
    fields.yes(_("Nothing may be agreed to be paid"), (*at, "nothing_agreed"))
    fields.yes(_("Nobody else may learn of the debt"), (*at, "nobody_told"))
