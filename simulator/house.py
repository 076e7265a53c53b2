"""The organisation that calls: its name, notices, limits and routes; scenarios refer to it."""

from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from calls.disposition import Disposition
from calls.turn import Frozen
from language.names import KINDS, known_names
from simulator.facts import IdentifierKind, Topic
from simulator.values import Amount, Id

Phone = Annotated[str, Field(pattern=r"555-01\d\d$")]


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
    """A mark on an account that the wrap-up offers, and what people say that makes it due."""

    id: Id
    label: str
    told_by: tuple[Heard, ...] = ()
    told_of: Topic | None = None


class Method(Frozen):
    """A way to pay that the wrap-up offers; one without a kind is never heard in a turn."""

    label: str
    kind: MethodKind | None = None

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
    methods: tuple[Method, ...]
    helplines: tuple[Helpline, ...]
    flags: tuple[Flag, ...]
    dispositions: tuple[Disposition, ...]
    teams: tuple[str, ...] = Field(default=(), description="Who a call may be handed over to.")

    @model_validator(mode="after")
    def _one_method_a_kind(self) -> "House":
        kinds = [method.kind for method in self.methods if method.kind]
        if len(kinds) != len(set(kinds)):
            raise ValueError("two methods are of one kind, so that no turn could tell which")
        return self

    @property
    def method_labels(self) -> tuple[str, ...]:
        """The ways to pay, as the wrap-up offers and keeps them."""
        return tuple(method.label for method in self.methods)

    def method_named(self, kind: str | None) -> str | None:
        """The label of the way to pay that a turn names; None where the house has none such."""
        labels = (method.label for method in self.methods if kind and method.kind == kind)
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
