"""The organisation that calls: its name, notices, limits and routes; scenarios refer to it."""

from typing import Annotated

from pydantic import Field

from calls.disposition import Disposition
from calls.turn import Frozen
from simulator.facts import IdentifierKind
from simulator.values import Amount, Id

Phone = Annotated[str, Field(pattern=r"555-01\d\d$")]


class Notice(Frozen):
    """Words the house requires, and when."""

    id: Id
    when: str
    text: str


class Route(Frozen):
    """A way other than paying now: what it is called, what it does, what it needs."""

    id: Id
    title: str
    does: str
    needs: str = ""


class Helpline(Frozen):
    """Where people find help that is not ours."""

    name: str
    phone: str
    helps_with: str


class Flag(Frozen):
    """A mark on an account that the wrap-up offers."""

    id: Id
    label: str


class Limits(Frozen):
    """What every collector of the house may agree to, unless the account says otherwise."""

    smallest_instalment: Amount = Field(description="The least, a month.")
    longest_months: Annotated[int, Field(ge=1)]
    first_payment_within_days: Annotated[int, Field(ge=1)]
    may_announce: tuple[str, ...] = ()


class House(Frozen):
    """One collecting business."""

    name: str
    call_back: Phone
    hours: str
    address: str
    notices: tuple[Notice, ...]
    identifiers: tuple[IdentifierKind, ...]
    identifiers_needed: Annotated[int, Field(ge=1)]
    limits: Limits
    routes: tuple[Route, ...]
    methods: tuple[str, ...]
    helplines: tuple[Helpline, ...]
    flags: tuple[Flag, ...]
    dispositions: tuple[Disposition, ...]

    def notice(self, name: str) -> str:
        """The wording of a notice."""
        return next(notice.text for notice in self.notices if notice.id == name)
