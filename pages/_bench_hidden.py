"""The hidden side of a scenario as a form: what they have, and what they stand on."""

import streamlit as st

from calls.money import Every
from pages._bench_more import draw_more, how_many
from pages._bench_table import listed
from pages._fields import Fields, Place
from pages._texts import _
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


def draw_means(fields: Fields) -> None:
    """What comes in and goes out, what they would like to pay and what they can keep up."""
    st.caption(_("The true figures. Trainees never see them; they come out as facts are told."))
    days = _days(fields)
    _draw_income(fields, days)
    _draw_costs(fields)
    fields.amount(_("Cash at hand"), ("means", "cash_now"))
    _draw_payments(fields, days)
    st.caption(_("What is not ticked is as the person deals with offers anywhere."))
    fields.yes(_("Promises more than they have"), ("means", "promises_beyond_means"))
    fields.yes(_("Names a number unasked"), ("means", "offers_first"))


def _draw_income(fields: Fields, days: dict[str, str]) -> None:
    for nth in range(how_many(fields, ("means", "income"))):
        at: Place = ("means", "income", nth)
        left, right = st.columns(2)
        with left:
            fields.words(_("Income from"), (*at, "source"))
            fields.choice(_("Every"), (*at, "every"), _EVERY, hint="month")
        with right:
            fields.amount(_("Amount"), (*at, "amount"))
            fields.choice(_("From the day"), (*at, "starts"), days, hint=_("any day"))
    new = {"source": _("wages"), "amount": 1000, "every": "month"}
    draw_more(fields, ("means", "income"), _("One more income"), new)


def _draw_costs(fields: Fields) -> None:
    for nth in range(how_many(fields, ("means", "costs"))):
        left, right = st.columns(2)
        with left:
            fields.words(_("Cost of"), ("means", "costs", nth, "name"))
        with right:
            fields.amount(_("A month"), ("means", "costs", nth, "monthly"))
    new = {"name": _("another cost"), "monthly": 0}
    draw_more(fields, ("means", "costs"), _("One more cost"), new)


def _draw_payments(fields: Fields, days: dict[str, str]) -> None:
    for label, part in (
        (_("They would like to pay"), "opens_with"),
        (_("The most they can keep up"), "reservation"),
        (_("Could be paid at once"), "lump_sum"),
    ):
        left, middle, right = st.columns(3)
        with left:
            fields.amount(label, ("means", part, "amount"), without=("means", part))
        if part != "lump_sum":
            with middle:
                fields.choice(_("Every"), ("means", part, "every"), _EVERY, hint="month")
        with right:
            fields.choice(_("From the day"), ("means", part, "starts"), days, hint=_("any day"))


def draw_positions(fields: Fields) -> None:
    """What they state and stand on; each is said by facts."""
    facts = [str(one.get("id")) for one in listed(fields.at(("facts",))) if isinstance(one, dict)]
    names = {one: one.replace("_", " ") for one in facts}
    kinds = {one.value: about(one) for one in PositionKind}
    for nth in range(how_many(fields, ("positions",))):
        at: Place = ("positions", nth)
        fields.choice(_("They stand on it that someone"), (*at, "kind"), kinds)
        left, right = st.columns(2)
        with left:
            fields.choice(_("They say so"), (*at, "when"), _WHEN, hint=_WHEN["hears_of_debt"])
        with right:
            fields.several(_("In the words of these facts"), (*at, "facts"), names)
        fields.several(_("Told once it was respected"), (*at, "then"), names)
    new = {"kind": PositionKind.WANTS_PROOF.value, "facts": facts[:1]}
    draw_more(fields, ("positions",), _("One more position"), new)
    if not facts:
        st.caption(_("A position is said by facts: write one first."))
    st.caption(_("A fact that says a position needs a *Counts as*, in the table of facts below."))


def _days(fields: Fields) -> dict[str, str]:
    days = fields.at(("days",))
    return {str(name): str(name) for name in days} if isinstance(days, dict) else {}
