"""The organisation that calls: its name, notices, limits and routes; scenarios refer to it."""

from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from calls.disposition import Disposition
from calls.money import CURRENCIES, Country
from calls.turn import Channel, Frozen
from language.names import KINDS, known_names
from simulator.facts import IdentifierKind, Topic
from simulator.values import Amount, Id

_UNUSED = (
    r"555-01\d\d",
    r"(020 7946 0\d{3}|07700 900\d{3}|0808 157 0\d{3})",
    r"020 91\d \d{4}",
    r"(0[2378] 5550 \d{4}|0491 570 \d{3}|1800 975 7\d{2})",
)
"""Numbers that are given to nobody in North America, the United Kingdom, Ireland and Australia."""

Phone = Annotated[str, Field(pattern=f"({'|'.join(_UNUSED)})$")]


_KINDS = sorted(KINDS["payment_method"])


def _way_heard(kind: str) -> str:
    if kind not in _KINDS:
        raise ValueError(f"no turn names a {kind!r} - one of {', '.join(_KINDS)}, or none")
    return kind


def _signal(name: str) -> str:
    if name not in known_names():
        near = get_close_matches(name, sorted(known_names()), n=3) or sorted(known_names())
        raise ValueError(f"no signal {name!r} - {', '.join(near)}")
    return name


Heard = Annotated[str, AfterValidator(_signal)]
"""A signal by its name."""

MethodKind = Annotated[str, AfterValidator(_way_heard), Field(json_schema_extra={"enum": _KINDS})]
"""What a turn that names a way to pay is read as."""


class Notice(Frozen):
    """Words the house requires, and when."""

    id: Id
    when: str
    text: str
    channel: Channel | None = Field(default=None, description="The only way that it goes, if any.")


class Route(Frozen):
    """A way other than paying now: what it is called, what it does, what it needs."""

    id: Id
    title: str
    does: str
    needs: str = ""


class Helpline(Frozen):
    """Where people find help that is not ours; `checked` is when a real number was looked up."""

    name: str
    phone: str
    helps_with: str
    in_crisis: bool = Field(default=False, description="For anyone who may be in danger.")
    checked: date | None = None


class Flag(Frozen):
    """A mark on an account that the wrap-up offers, and what people say that makes it due."""

    id: Id
    label: str
    told_by: tuple[Heard, ...] = ()
    told_of: Topic | None = None


class Method(Frozen):
    """A way to pay that the wrap-up offers; one without a kind is never heard in a turn.

    `also` are kinds that the house does not tell apart from it.
    """

    label: str
    kind: MethodKind | None = None
    also: tuple[MethodKind, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Everything that a turn may be read as in which it is named."""
        return (self.kind, *self.also) if self.kind else ()

    @model_validator(mode="before")
    @classmethod
    def _label_alone(cls, given: Any) -> Any:
        return {"label": given} if isinstance(given, str) else given


class Limits(Frozen):
    """What every collector of the house may agree to, unless the account says otherwise."""

    smallest_instalment: Amount = Field(description="The least, a month.")
    longest_months: Annotated[int, Field(ge=1)]
    first_payment_within_days: Annotated[int, Field(ge=1)]
    may_announce: tuple[str, ...] = ()


class House(Frozen):
    """One collecting business, or one that calls for itself; `country` is where it calls."""

    extends: Id | None = Field(default=None, description="The house that this one varies.")
    replaces: tuple[Id, ...] = Field(default=(), description="Parts of it that do not stand here.")
    country: Country = "US"
    name: str
    call_back: Phone
    hours: str
    address: str
    notices: tuple[Notice, ...]
    identifiers: tuple[IdentifierKind, ...]
    identifiers_needed: Annotated[int, Field(ge=1)]
    limits: Limits
    routes: tuple[Route, ...]
    methods: tuple[Method, ...]
    helplines: tuple[Helpline, ...]
    flags: tuple[Flag, ...]
    dispositions: tuple[Disposition, ...]
    teams: tuple[str, ...] = Field(default=(), description="Who a call may be handed over to.")

    @model_validator(mode="after")
    def _one_method_a_kind(self) -> "House":
        kinds = [kind for method in self.methods for kind in method.kinds]
        if len(kinds) != len(set(kinds)):
            raise ValueError("two methods are of one kind, so that no turn could tell which")
        return self

    @model_validator(mode="after")
    def _in_the_money_of_the_place(self) -> "House":
        least = self.limits.smallest_instalment
        if least.currency != self.currency:
            raise ValueError(f"{least} where people pay in {self.currency}")
        return self

    @property
    def currency(self) -> str:
        """What is paid in where it calls."""
        return CURRENCIES[self.country]

    @property
    def crisis_lines(self) -> tuple[Helpline, ...]:
        """The helplines for anyone who may be in danger."""
        return tuple(line for line in self.helplines if line.in_crisis)

    @property
    def method_labels(self) -> tuple[str, ...]:
        """The ways to pay, as the wrap-up offers and keeps them."""
        return tuple(method.label for method in self.methods)

    def method_named(self, kind: str | None) -> str | None:
        """The label of the way to pay that a turn names; None where the house has none such."""
        labels = (method.label for method in self.methods if kind in method.kinds)
        return next(labels, None)

    def flag_label(self, flag: str) -> str:
        """A flag as the wrap-up offers it."""
        labels = (one.label for one in self.flags if one.id == flag)
        return next(labels, flag.replace("_", " ").capitalize())

    def can_hear(self, label: str) -> bool:
        """Whether a turn that names this way to pay is read as doing so."""
        return any(method.kind for method in self.methods if method.label == label)

    def notice(self, name: str) -> str:
        """The wording of a notice."""
        return next(notice.text for notice in self.notices if notice.id == name)
