"""The people of a scenario as a form: who owes, who may pick up, how they differ in this call."""

from collections.abc import Mapping

import streamlit as st

from calls.circumstances import SpeakerRole
from calls.turn import Channel, Speaker
from debriefs.words import words as in_words
from pages._bench import around
from pages._bench_account import KINDS
from pages._bench_more import draw_more, free_id, how_many
from pages._bench_new_person import draw_new_person_here
from pages._bench_table import Table, choice, draw_table, number, several, tick
from pages._fields import Fields, Place
from pages._texts import _
from pages._within import draw_way
from simulator.persona import Persona, Register, Temperament

TRAITS = {
    "trust": _("Trust"),
    "tension": _("Tension"),
    "engagement": _("Engagement"),
    "shame": _("Shame"),
    "patience": _("Patience"),
    "pride": _("Pride"),
    "verbosity": _("How much they say"),
    "disfluency": _("Ums and broken sentences"),
    "sarcasm": _("Sarcasm"),
    "rights": _("Knows their rights"),
}
SPEAKS = {one.value: in_words(one) for one in Register}
_PARTS = {Speaker.CONSUMER.value: _("who owes"), Speaker.THIRD_PARTY.value: _("somebody else")}
_ROLES = {one.value: in_words(one) for one in SpeakerRole}
_REACHED = {Channel.CALL.value: _("a person"), Channel.VOICEMAIL.value: _("a machine")}
_IDENTIFIERS = Table(
    (
        choice(_("What"), "kind", of=KINDS),
        several(_("Ways to say it"), "says", sign="|", width="large"),
        tick(_("Asks why first"), "wants_reason"),
        number(_("Trust, 0 to 100"), "trust", most=100),
        tick(_("Never gives it"), "refuses"),
    )
)


def draw_people(fields: Fields) -> None:
    """Who owes, and whoever may pick up, each with what is other here than they are."""
    personas = around().personas
    names = {name: f"{one.name} ({name})" for name, one in sorted(personas.items())}
    fields.choice(_("Who owes"), ("consumer",), names)
    st.caption(_("People are files of their own, shared by scenarios; what is written here wins."))
    with st.container(horizontal=True, vertical_alignment="center"):
        draw_new_person_here(fields)
        consumer = str(fields.at(("consumer",)))
        if consumer in personas:
            label = _("Open {name}").format(name=personas[consumer].name)
            draw_way(label, person=consumer, back=fields.name)
    for nth in range(how_many(fields, ("answered_by",))):
        _answerer(fields, ("answered_by", nth), personas, names)
    new = {
        "id": free_id(fields, ("answered_by",), "somebody_else"),
        "persona": str(fields.at(("consumer",))),
        "opening": [_("Hello?"), _("Yes, hello?")],
    }
    draw_more(fields, ("answered_by",), _("One more who may pick up"), new, least=1)


def _answerer(
    fields: Fields, at: Place, personas: Mapping[str, Persona], names: dict[str, str]
) -> None:
    st.markdown(_("**May pick up: {name}**").format(name=fields.at((*at, "id"))))
    left, right = st.columns([2, 1])
    with left:
        fields.choice(_("Who"), (*at, "persona"), names)
    with right:
        fields.number(_("How often, beside the others"), (*at, "weight"), 1)
    one = personas.get(str(fields.at((*at, "persona"))))
    if one is not None:
        st.caption(one.about)
    left, middle, right = st.columns(3)
    with left:
        fields.words(_("Called in this file"), (*at, "id"))
    with middle:
        fields.choice(_("That is"), (*at, "speaker"), _PARTS, hint=_PARTS["consumer"])
    with right:
        fields.choice(_("At the telephone"), (*at, "channel"), _REACHED, hint=_REACHED["call"])
    fields.lines(_("First words, two or more"), (*at, "opening"))
    if fields.at((*at, "speaker")) == Speaker.THIRD_PARTY:
        _somebody_else(fields, at)
    else:
        st.markdown(_("**What they say to show who they are**"))
        st.caption(_("Ways to say it stand apart by |."))
        draw_table(fields, (*at, "identifiers"), _IDENTIFIERS)
    draw_traits(fields, (*at, "traits"), one.temperament if one else Temperament())


def _somebody_else(fields: Fields, at: Place) -> None:
    left, right = st.columns(2)
    with left:
        fields.choice(_("What they are to who owes"), (*at, "role"), _ROLES)
        fields.words(_("What they call themselves"), (*at, "relation"), hint=_("room-mate"))
    with right:
        fields.words(_("What they call who owes"), (*at, "calls_them"), hint=_("the first name"))
        fields.number(_("How often they ask what it is about"), (*at, "asks_about"), 0, 5)
    fields.lines(_("What they guess then"), (*at, "guesses"))
    fields.yes(_("Takes a message"), (*at, "takes_message"))


def draw_traits(fields: Fields, at: Place, usual: Temperament | None = None) -> None:
    """0 to 100 each; beside the name stands how the person is in any call, where that differs."""
    st.caption(_("Each from 0 to 100."))
    columns = st.columns(3)
    for nth, (name, label) in enumerate(TRAITS.items()):
        with columns[nth % 3]:
            told = label
            if usual is not None:
                told = _("{trait} (else {usual})").format(trait=label, usual=getattr(usual, name))
            fields.number(told, (*at, name), 0, 100)
    hint = SPEAKS[usual.speaks] if usual is not None else SPEAKS[Register.PLAIN]
    fields.choice(_("How they talk"), (*at, "speaks"), SPEAKS, hint=hint)
