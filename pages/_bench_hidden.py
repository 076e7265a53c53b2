"""The hidden side of a scenario as a form: what they have, what they stand on, and who they are."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from calls.money import Every
from datafiles import changed, read_text, removed
from pages._bench import around
from pages._fields import Fields, Place, change
from pages._texts import _
from simulator.persona import Register, Temperament
from simulator.positions import Occasion, PositionKind, about

_EVERY = {one.value: one.value.replace("_", " ") for one in Every}
_WHEN = {
    Occasion.AT_ONCE.value: _("at once"),
    Occasion.ASKED_WHO_THEY_ARE.value: _("when asked who they are"),
    Occasion.HEARS_OF_DEBT.value: _("when they hear of the debt"),
    Occasion.COMES_TO_IT.value: _("when the call comes to it"),
    Occasion.ASKED_TO_PAY.value: _("when asked to pay"),
    Occasion.PRESSED.value: _("when pressed"),
    Occasion.ASKED.value: _("when asked"),
}
_TRAITS = {
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
_SPEAKS = {one.value: one.value.replace("_", " ") for one in Register}


def draw_means(fields: Fields) -> None:
    """What comes in and goes out, what they would like to pay and what they can keep up."""
    st.caption(_("The true figures. Trainees never see them; they come out as facts are told."))
    days = _days(fields)
    for nth in range(_how_many(fields, ("means", "income"))):
        at: Place = ("means", "income", nth)
        left, middle, right = st.columns(3)
        with left:
            fields.words(_("Income from"), (*at, "source"))
        with middle:
            fields.amount(_("Amount"), (*at, "amount"))
        with right:
            fields.choice(_("Every"), (*at, "every"), _EVERY, hint="month")
    income = {"source": _("wages"), "amount": 1000, "every": "month"}
    _draw_more(fields, ("means", "income"), _("One more income"), income)
    for nth in range(_how_many(fields, ("means", "costs"))):
        left, right = st.columns(2)
        with left:
            fields.words(_("Cost of"), ("means", "costs", nth, "name"))
        with right:
            fields.amount(_("A month"), ("means", "costs", nth, "monthly"))
    _draw_more(
        fields, ("means", "costs"), _("One more cost"), {"name": _("another cost"), "monthly": 0}
    )
    fields.amount(_("Cash at hand"), ("means", "cash_now"))
    for label, part in (
        (_("They would like to pay"), "opens_with"),
        (_("The most they can keep up"), "reservation"),
        (_("Could be paid at once"), "lump_sum"),
    ):
        left, middle, right = st.columns(3)
        with left:
            fields.amount(label, ("means", part, "amount"))
        if part != "lump_sum":
            with middle:
                fields.choice(_("Every"), ("means", part, "every"), _EVERY, hint="month")
        with right:
            fields.choice(_("From the day"), ("means", part, "starts"), days, hint=_("any day"))
    st.caption(_("What is not ticked is as the person deals with offers anywhere."))
    fields.yes(_("Promises more than they have"), ("means", "promises_beyond_means"))
    fields.yes(_("Names a number unasked"), ("means", "offers_first"))


def draw_positions(fields: Fields) -> None:
    """What they state and stand on; each is said by facts."""
    facts = [str(one.get("id")) for one in _listed(fields.at(("facts",))) if isinstance(one, dict)]
    kinds = {one.value: about(one) for one in PositionKind}
    for nth in range(_how_many(fields, ("positions",))):
        at: Place = ("positions", nth)
        fields.choice(_("They stand on it that someone"), (*at, "kind"), kinds)
        left, right = st.columns(2)
        with left:
            fields.choice(_("They say so"), (*at, "when"), _WHEN, hint=_WHEN["hears_of_debt"])
        with right:
            fields.several(_("In the words of these facts"), (*at, "facts"), facts)
        fields.several(_("Told once it was respected"), (*at, "then"), facts)
    new = {"kind": PositionKind.WANTS_PROOF.value, "facts": facts[:1]}
    _draw_more(fields, ("positions",), _("One more position"), new)
    if not facts:
        st.caption(_("A position is said by facts: write one first."))
    st.caption(_("A fact that says a position needs a signal, which is written in the file."))


def draw_people(fields: Fields) -> None:
    """Who owes, who may pick up, and how they differ here from how they are."""
    personas = around().personas
    names = {name: f"{one.name} ({name})" for name, one in sorted(personas.items())}
    fields.choice(_("Who owes"), ("consumer",), names)
    st.caption(
        _("People are files of their own, in scenarios/personas; what is written here wins.")
    )
    for nth in range(_how_many(fields, ("answered_by",))):
        at: Place = ("answered_by", nth)
        st.markdown(_("**May pick up: {name}**").format(name=fields.at((*at, "id"))))
        left, right = st.columns([2, 1])
        with left:
            fields.choice(_("Who"), (*at, "persona"), names)
        with right:
            fields.number(_("How often, beside the others"), (*at, "weight"), 1)
        one = personas.get(str(fields.at((*at, "persona"))))
        if one is not None:
            st.caption(one.about)
        fields.lines(_("First words, two or more"), (*at, "opening"))
        _traits(fields, (*at, "traits"), one.temperament if one else Temperament())


def _traits(fields: Fields, at: Place, usual: Temperament) -> None:
    """0 to 100 each; beside the name stands how the person is in any call."""
    columns = st.columns(3)
    for nth, (name, label) in enumerate(_TRAITS.items()):
        with columns[nth % 3]:
            told = _("{trait} (else {usual})").format(trait=label, usual=getattr(usual, name))
            fields.number(told, (*at, name), 0, 100)
    fields.choice(_("How they talk"), (*at, "speaks"), _SPEAKS, hint=_SPEAKS[usual.speaks])


def _days(fields: Fields) -> dict[str, str]:
    days = fields.at(("days",))
    return {str(name): str(name) for name in days} if isinstance(days, dict) else {}


def _how_many(fields: Fields, at: Place) -> int:
    return len(_listed(fields.at(at)))


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _draw_more(fields: Fields, at: Place, label: str, new: dict[str, Any]) -> None:
    """One more of a list, or without its last."""
    key = f"{fields.name}_{'_'.join(map(str, at))}"
    with st.container(horizontal=True):
        st.button(label, key=f"bench_more_{key}", on_click=_add, args=(fields.name, at, new))
        if _how_many(fields, at):
            st.button(
                _("Take out the last"),
                key=f"bench_less_{key}",
                on_click=_take_out,
                args=(fields.name, at),
            )


def _add(name: str, at: Place, new: dict[str, Any]) -> None:
    change(name, lambda one: changed(one.text, (*at, _length(one.text, at)), new))


def _take_out(name: str, at: Place) -> None:
    change(name, lambda one: removed(one.text, (*at, _length(one.text, at) - 1)))


def _length(text: str, at: Place) -> int:
    return len(_listed(Fields("", read_text(text, "")).at(at)))
