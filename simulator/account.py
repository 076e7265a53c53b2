"""The account as the desk shows it; its days are told from the day of the call."""

from datetime import date, time
from functools import cache
from typing import Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, model_validator

from calls.circumstances import (
    CollectorType,
    ContactResult,
    DebtType,
    Direction,
    NumberType,
)
from calls.context import AccountFlags, StateCode
from calls.turn import Channel, Frozen
from simulator.facts import IdentifierKind
from simulator.house import Phone
from simulator.values import Amount, Id, When


@cache
def _zones() -> frozenset[str]:
    """Read once: looking through the folders of the system takes longer than a scenario."""
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("an IANA name such as America/Chicago is needed")
    return name


TimeZone = Annotated[str, AfterValidator(_zone)]


class Contact(Frozen):
    """One entry of the contact log, at the consumer's own time."""

    days_ago: Annotated[int, Field(ge=0)]
    at: time
    result: ContactResult
    channel: Channel = Channel.CALL
    direction: Direction = Direction.OUTBOUND
    note: str = ""


class Payment(Frozen):
    """One row of the payment history."""

    days_ago: Annotated[int, Field(ge=0)]
    amount: Amount
    note: str = ""


class OnFile(Frozen):
    """An identifier as the file has it; `shows` is what the desk lets the collector see."""

    kind: IdentifierKind
    value: str
    shows: str

    @model_validator(mode="after")
    def _is_a_day_that_there_was(self) -> Self:
        if self.kind is IdentifierKind.BIRTH_DATE:
            try:
                date.fromisoformat(self.value)
            except ValueError:
                raise ValueError(f"{self.value!r} is no day - one such as 1991-06-09") from None
        return self


class Mailbox(Frozen):
    """An e-mail address on file; `work`: the employer provides it."""

    address: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.example$")]
    work: bool = False


class HomeAddress(Frozen):
    """Where the consumer lives, as far as the file knows."""

    street: str
    city: str
    state: StateCode
    postal_code: str
    time_zone: TimeZone


class Limits(Frozen):
    """What may be agreed on this account; what is left out is as the house has it."""

    smallest_instalment: Amount | None = Field(default=None, description="The least, a month.")
    longest_months: Annotated[int, Field(ge=1)] | None = None
    first_payment_within_days: Annotated[int, Field(ge=1)] | None = None
    settlement_floor: Amount | None = None
    routes: tuple[Id, ...] = ()
    may_announce: tuple[str, ...] | None = None


class Document(Frozen):
    """A paper in the file."""

    title: str
    sent: When | None = None
    text: str = ""


class ValidationPeriod(Frozen):
    """The validation notice that went out, and the named day until which it lets them dispute."""

    sent: When
    ends: Id


class Account(Frozen):
    """One debt at the desk."""

    id: str
    creditor: str
    collector_type: CollectorType
    debt_type: DebtType
    reference: str
    balance: Amount
    past_due: Amount
    original_balance: Amount | None = None
    days_past_due: Annotated[int, Field(ge=0)]
    opened: date | None = None
    phone: Phone
    number_type: NumberType = NumberType.MOBILE
    emails: tuple[Mailbox, ...] = ()
    address: HomeAddress
    on_file: tuple[OnFile, ...]
    payments: tuple[Payment, ...] = ()
    contact_log: tuple[Contact, ...] = ()
    flags: AccountFlags = AccountFlags()
    limits: Limits = Limits()
    validation: ValidationPeriod | None = None
    documents: tuple[Document, ...] = ()
    notes: tuple[str, ...] = ()
