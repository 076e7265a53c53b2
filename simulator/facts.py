"""What a person on the line knows, when they say it, and what it sounds like."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from calls.turn import Frozen
from simulator.values import Amount, Id, Percent

Forms = Annotated[tuple[str, ...], Field(min_length=2)]
"""Ways to say one thing, so that nobody repeats themselves; `{payday}` stands for a named day."""


def _small(given: object) -> object:
    return given.lower() if isinstance(given, str) else given


_Typed = Annotated[str, Field(pattern=r"^[A-Za-z0-9' -]+$")]
Words = tuple[
    Annotated[
        str,
        BeforeValidator(_small, json_schema_input_type=_Typed),
        Field(pattern=r"^[a-z0-9' -]+$"),
    ],
    ...,
]
"""Words that are looked for as they are said, without capitals."""


class Topic(StrEnum):
    """What a question or a fact is about."""

    REASON = "reason"
    JOB = "job"
    INCOME = "income"
    COSTS = "costs"
    MEANS = "means"
    FAMILY = "family"
    HEALTH = "health"
    HOUSING = "housing"
    ADDRESS = "address"
    CHANNEL = "channel"
    METHOD = "method"
    TIMING = "timing"
    WHEREABOUTS = "whereabouts"
    DEBT = "debt"
    DISPUTE = "dispute"
    FEAR = "fear"
    LEGAL = "legal"


class Reveal(StrEnum):
    """What it takes until a fact is told.

    `only_if_asked_directly` needs a question that names the matter; an open one is not enough.
    """

    VOLUNTEERED = "volunteered"
    IF_ASKED = "if_asked"
    IF_ASKED_AND_TRUST = "if_asked_and_trust"
    ONLY_IF_ASKED_DIRECTLY = "only_if_asked_directly"
    NEVER = "never"


class Asked(Frozen):
    """What counts as asking: signals of the turn, a topic, or a question with one of the words."""

    signals: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    words: Words = ()


class Suspicion(Frozen):
    """How the person takes it when the collector knows what they never said."""

    words: Annotated[Words, Field(min_length=1)]
    says: Forms


class Fact(Frozen):
    """One thing the person may tell; a move names it by its id.

    `after` names facts that come out first. `signal` is what telling it amounts to
    (`hardship_job`), `amounts` the numbers that its words carry, `method` the way to pay that they
    settle, in the house's own word.
    """

    id: Id
    topic: Topic
    says: Forms
    reveal: Reveal
    trust: Percent = 0
    asked_by: Asked = Asked()
    after: tuple[Id, ...] = ()
    signal: str | None = None
    amounts: tuple[Amount, ...] = ()
    method: str | None = None
    suspicion: Suspicion | None = None

    @property
    def tells_a_day(self) -> bool:
        """Whether its words name a day of the scenario."""
        return any("{" in said for said in self.says)

    @model_validator(mode="after")
    def _trust_where_it_counts(self) -> "Fact":
        if (self.reveal is Reveal.IF_ASKED_AND_TRUST) != (self.trust > 0):
            raise ValueError("trust (1-100) belongs to reveal: if_asked_and_trust, and only there")
        return self

    @model_validator(mode="after")
    def _method_where_it_is_told(self) -> "Fact":
        if self.method is not None and self.topic is not Topic.METHOD:
            raise ValueError("a way to pay belongs to topic: method, and only there")
        return self


class IdentifierKind(StrEnum):
    """What a collector may ask for to know who is speaking; the kinds of `ask_identifier`."""

    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    SSN = "ssn"
    ACCOUNT_NUMBER = "account_number"


class Identifier(Frozen):
    """An identifier in the person's own words; a move names it, like a fact, by its kind.

    `wants_reason`: asks why before it is given. `reveals` are facts that its words let out.
    """

    kind: IdentifierKind
    says: Forms
    wants_reason: bool = False
    trust: Percent = 0
    refuses: bool = False
    reveals: tuple[Id, ...] = ()


class FearKind(StrEnum):
    """What a person does with it before a yes.

    A `worry` is asked about before something tight is agreed; a `condition` is stated, and no yes
    stands until it is met; `time` to think is asked for before something tight is agreed.
    """

    WORRY = "worry"
    CONDITION = "condition"
    TIME = "time"


class Fear(Frozen):
    """What stands between the person and a yes to a plan they could keep; named like a fact.

    It is put to the collector (`asks`), and laid by an answer that `eased_by` hears or that
    settles any of its kind.
    """

    id: Id
    kind: FearKind = FearKind.WORRY
    asks: Forms
    eased_by: Asked = Asked()
