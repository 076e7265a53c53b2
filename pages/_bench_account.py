"""The account as a form: what the desk shows, who may be asked what, what was tried and paid."""

import streamlit as st

from calls.circumstances import CollectorType, ContactResult, DebtType, Direction, NumberType
from calls.turn import Channel
from debriefs.words import words as in_words
from pages._bench_table import Table, amount, choice, draw_table, number, tick, words
from pages._fields import Fields
from pages._texts import _
from simulator.facts import IdentifierKind

KINDS = {
    IdentifierKind.BIRTH_DATE.value: _("birth date"),
    IdentifierKind.ADDRESS.value: _("address"),
    IdentifierKind.SSN.value: _("social security number, last four"),
    IdentifierKind.ACCOUNT_NUMBER.value: _("account number"),
}
_ON_FILE = Table(
    (
        choice(_("What"), "kind", of=KINDS),
        words(_("As the file has it"), "value"),
        words(_("What the desk shows"), "shows"),
    )
)
_CONTACTS = Table(
    (
        number(_("Days ago"), "days_ago"),
        words(_("At, their time"), "at", width="small", pattern=r"^\d\d:\d\d$"),
        choice(_("How"), "channel", of={one.value: in_words(one) for one in Channel}),
        choice(_("From whom"), "direction", of={one.value: in_words(one) for one in Direction}),
        choice(
            _("What came of it"), "result", of={one.value: in_words(one) for one in ContactResult}
        ),
        words(_("Note"), "note"),
    )
)
_PAYMENTS = Table(
    (
        number(_("Days ago"), "days_ago"),
        amount(_("Amount"), "amount"),
        words(_("Note"), "note"),
    )
)
_MAILBOXES = Table((words(_("Address"), "address"), tick(_("At work"), "work")))


def draw_account(fields: Fields) -> None:
    """What is owed, who owes it where, then what stands at the desk as tables."""
    left, right = st.columns(2)
    with left:
        fields.words(_("Creditor"), ("account", "creditor"))
        fields.choice(_("What is owed for"), ("account", "debt_type"), _of(DebtType))
        fields.amount(_("Balance"), ("account", "balance"))
        fields.number(_("Days past due"), ("account", "days_past_due"))
    with right:
        fields.words(_("Reference"), ("account", "reference"), hint=_("ending 1234"))
        fields.choice(
            _("Whose debt you collect"), ("account", "collector_type"), _of(CollectorType)
        )
        fields.amount(_("Past due"), ("account", "past_due"))
        fields.words(_("Number of the account at the desk"), ("account", "id"), hint="HR-20000")
    st.markdown(_("**Where they are**"))
    _where(fields)
    st.markdown(_("**Identifiers on file**"))
    st.caption(
        _("A birth date is filed as 1991-06-09. What the desk shows is what a trainee sees.")
    )
    draw_table(fields, ("account", "on_file"), _ON_FILE)
    st.markdown(_("**What was tried before**"))
    draw_table(fields, ("account", "contact_log"), _CONTACTS)
    st.markdown(_("**What was paid before**"))
    draw_table(fields, ("account", "payments"), _PAYMENTS)
    st.markdown(_("**E-mail addresses** (they end in .example)"))
    draw_table(fields, ("account", "emails"), _MAILBOXES)
    fields.lines(_("Notes at the desk"), ("account", "notes"))


def _where(fields: Fields) -> None:
    at = ("account", "address")
    left, right = st.columns(2)
    with left:
        fields.words(_("Telephone"), ("account", "phone"), hint="614-555-0100")
        fields.words(_("Street"), (*at, "street"))
        fields.words(_("State or nation (OH, ENG, SCO, …)"), (*at, "state"), hint="OH")
        fields.words(_("Time zone"), (*at, "time_zone"), hint=_("America/New_York"))
    with right:
        fields.choice(
            _("Kind of telephone"), ("account", "number_type"), _of(NumberType), hint="mobile"
        )
        fields.words(_("City"), (*at, "city"))
        fields.words(_("Postal code"), (*at, "postal_code"))
        fields.words(_("Their clock when the call begins"), ("local_time",), hint="12:20")


def _of(kinds: type[CollectorType | DebtType | NumberType]) -> dict[str, str]:
    return {one.value: in_words(one) for one in kinds}
