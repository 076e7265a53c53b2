"""A scenario as a form, part by part: what trainees read, and what they never see."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from calls.disposition import Disposition
from calls.turn import Channel
from datafiles import DataFileError, read_text, told
from debriefs.words import words as in_words
from pages._bench import Writing, around
from pages._bench_account import draw_account
from pages._bench_around import draw_circumstances, draw_days
from pages._bench_facts import draw_facts
from pages._bench_hidden import draw_means, draw_positions
from pages._bench_more import draw_more, free_id
from pages._bench_parallel import draw_parallel
from pages._bench_people import draw_people
from pages._bench_scripts import draw_bands, draw_scripts
from pages._bench_table import Table, choice, draw_table, listed, several, words
from pages._fields import Fields, draw_form_fault
from pages._texts import _
from simulator.house import House
from simulator.place_checks import law_of
from simulator.scenario import Aim

_AIMS = {
    Aim.ARRANGEMENT.value: _("an arrangement to pay"),
    Aim.SETTLEMENT.value: _("a settlement"),
    Aim.ROUTE.value: _("the right way on, other than paying"),
    Aim.INFORMATION.value: _("an answer that is right"),
    Aim.CONTACT.value: _("to reach them, and tell nobody else"),
}
_MENTIONS = Table((words(_("What"), "what"), several(_("Words"), "words", sign=",", width="large")))
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
    for nth, (heading, draw) in enumerate(_parts(house).items()):
        # What is folded is not drawn: all parts together are a hundred fields and ten tables.
        part = st.expander(heading, expanded=not nth, key=part_key(heading), on_change="rerun")
        if part.open:
            with part:
                draw(fields)
    st.caption(_("What each part holds, and what is written in the file: docs/scenarios.md."))


def part_key(heading: str) -> str:
    """The key of a part of the form, which says whether it is open."""
    return f"bench_part_{heading}"


def _parts(house: House) -> dict[str, Callable[[Fields], None]]:
    """Each part by its heading, in the order in which one thinks of a scenario."""
    return {
        _("What it is"): _what,
        _("What trainees read before the call"): _brief,
        _("The account"): draw_account,
        _("What may be agreed (authority)"): partial(_authority, house=house),
        _("The people"): draw_people,
        _("Days"): draw_days,
        _("What they have (means)"): draw_means,
        _("What they stand on (positions)"): draw_positions,
        _("Good ends"): partial(_ends, house=house),
        _("Circumstances, for the rules"): draw_circumstances,
        _("The two scripted calls"): partial(draw_scripts, house=house),
        _("Bands of the bots"): draw_bands,
        _("Parallel forms"): draw_parallel,
    }


def draw_facts_of(one: Writing) -> None:
    """The facts, below both: a table needs the whole width."""
    try:
        content = read_text(one.text, "")
    except DataFileError:
        return
    if isinstance(content, dict):
        heading = _("What they may tell, and when")
        part = st.expander(heading, key=part_key(heading), on_change="rerun")
        if part.open:
            with part:
                draw_facts(Fields(one.name, content))


def _house(content: dict[str, object]) -> House:
    houses = around().houses
    return houses.get(str(content.get("called_by", "house")), houses["house"])


def _houses() -> dict[str, str]:
    """Every house by its name and where it calls; two may be called the same."""
    return {
        name: f"{one.name}, {law_of(one.country)} ({name})" for name, one in around().houses.items()
    }


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
        fields.choice(_("Which house calls"), ("called_by",), _houses(), hint=_houses()["house"])
        fields.choice(_("A good result is"), ("aim",), _AIMS)
    fields.lines(_("What it teaches"), ("teaches",))
    fields.words(_("A note before it is opened, where it may hurt"), ("content_note",))


def _brief(fields: Fields) -> None:
    fields.words(_("Who"), ("brief", "who"), long=True)
    fields.words(_("What has happened so far"), ("brief", "situation"), long=True)
    fields.words(_("What to leave the call with"), ("brief", "task"), long=True)
    fields.lines(_("What they may offer"), ("brief", "may_offer"))
    fields.lines(_("What counts"), ("brief", "counts"))


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
    fields.several(
        _("Ways other than paying"), (*at, "routes"), {one.id: one.title for one in house.routes}
    )


def _ends(fields: Fields, house: House) -> None:
    at = ("end_states",)
    for nth, state in enumerate(listed(fields.at(at))):
        name = state.get("id", "") if isinstance(state, dict) else ""
        st.markdown(f"**{str(name).replace('_', ' ').capitalize() or _('An end')}**")
        _end(fields, (*at, nth), house)
    new = {"id": free_id(fields, at, "another_end"), "means": "", "dispositions": []}
    draw_more(fields, at, _("One more good end"), new, least=1)


def _end(fields: Fields, at: tuple[str | int, ...], house: House) -> None:
    fields.words(_("Called in this file"), (*at, "id"))
    fields.words(_("What it means"), (*at, "means"), long=True)
    known = {one.value: in_words(one) for one in Disposition if one in house.dispositions}
    fields.several(_("Filed as one of"), (*at, "dispositions"), known)
    left, right = st.columns(2)
    bounds, named = (*at, "arrangement"), fields.at(("days",))
    days = {str(one): str(one) for one in named} if isinstance(named, dict) else {}
    with left:
        fields.amount(_("In all at least"), (*bounds, "total_at_least"))
        fields.amount(_("Each payment at least"), (*bounds, "instalment_at_least"))
        fields.number(_("First payment within days"), (*bounds, "first_within_days"))
        fields.choice(_("First payment not before"), (*bounds, "first_not_before"), days)
    with right:
        fields.amount(_("In all at most"), (*bounds, "total_at_most"))
        fields.amount(_("Each payment at most"), (*bounds, "instalment_at_most"))
        fields.number(_("Over at most months"), (*bounds, "months_at_most"))
    _flags(fields, at, house)
    left, right = st.columns(2)
    with left:
        fields.number(_("A follow-up within days"), (*at, "follow_up_within_days"))
    with right:
        fields.several(_("Sent by"), (*at, "sent"), _CHANNELS)
    st.caption(_("What the note must hold, each with words of which one must be there:"))
    draw_table(fields, (*at, "note"), _MENTIONS)
    st.caption(_("What must have been found out on the call, each with its fact:"))
    learned = (*at, "learned")
    draw_table(fields, learned, _learned(fields, learned))
    fields.yes(_("Nothing may be agreed to be paid"), (*at, "nothing_agreed"))
    fields.yes(_("Nobody else may learn of the debt"), (*at, "nobody_told"))


def _flags(fields: Fields, at: tuple[str | int, ...], house: House) -> None:
    flags = {one.id: one.label for one in house.flags}
    left, right = st.columns(2)
    with left:
        fields.several(_("Flags that must be set"), (*at, "flags"), flags)
    with right:
        fields.several(_("Flags that must not be set"), (*at, "flags_not"), flags)
    st.caption(_("Any other flag may be set as well, where the call brought it up."))


def _learned(fields: Fields, at: tuple[str | int, ...]) -> Table:
    """What must come out, and the fact that tells it: one of those that the scenario has."""
    answerers = listed(fields.at(("answered_by",)))
    theirs = (one.get("facts") for one in answerers if isinstance(one, dict))
    facts = [one for part in (fields.at(("facts",)), *theirs) for one in listed(part)]
    names = [str(one["id"]) for one in facts if isinstance(one, dict) and "id" in one]
    # What none of them is stands there as it is written, so that it is seen and put right.
    names += [str(one["fact"]) for one in listed(fields.at(at)) if "fact" in one]
    return Table(
        (
            words(_("What"), "what", width="large"),
            choice(_("Fact"), "fact", of={name: name for name in dict.fromkeys(names)}),
        )
    )
