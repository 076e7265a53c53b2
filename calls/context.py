"""The circumstances that rules depend on: every field known or unknown, none assumed."""

from collections.abc import Iterator
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Self

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from calls.circumstances import (
    AccountRecord,
    AgentRecord,
    Authority,
    CollectorProfile,
    CollectorType,
    Consent,
    ContactAttempt,
    DebtType,
    DialMode,
    Direction,
    DisputeRecord,
    DocumentRecord,
    LiableParty,
    Licence,
    MediumOptOut,
    NoticeSent,
    NumberType,
    PostalAddress,
    ScheduledPayment,
    SpeakerRole,
    SystemRecord,
    TimeWindow,
    Vulnerability,
)
from calls.errors import RecordError
from calls.knowledge import UNKNOWN, Known
from calls.turn import Channel, Frozen

StateCode = Annotated[str, Field(pattern=r"^[A-Z]{2,3}$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class AccountFlags(Frozen):
    """What is marked on the account; a flag nobody looked up is unknown, not off."""

    attorney_represented: Known[bool] = UNKNOWN
    bankruptcy_discharge: Known[bool] = UNKNOWN
    bankruptcy_stay: Known[bool] = UNKNOWN
    breathing_space: Known[bool] = UNKNOWN
    cease_written: Known[bool] = UNKNOWN
    deceased: Known[bool] = UNKNOWN
    disputed_oral: Known[bool] = UNKNOWN
    disputed_written: Known[bool] = UNKNOWN
    hardship: Known[bool] = UNKNOWN
    identity_theft: Known[bool] = UNKNOWN
    oc_request: Known[bool] = UNKNOWN
    paid: Known[bool] = UNKNOWN
    represented: Known[bool] = UNKNOWN
    servicemember: Known[bool] = UNKNOWN
    time_barred: Known[bool] = UNKNOWN


class CallContext(Frozen):
    """The circumstances of one call, by the keys that the rule catalogue names.

    `consumer_local_time` is the clock where the consumer is; `debt_age` counts days. `offer_expiry`
    and `furnished_at` may be known to be none, which is not the same as unknown.
    """

    account_record: Known[AccountRecord] = UNKNOWN
    address: Known[PostalAddress] = UNKNOWN
    agent_record: Known[AgentRecord] = UNKNOWN
    area_code: Known[str] = UNKNOWN
    authority: Known[Authority] = UNKNOWN
    authority_to_sue: Known[bool] = UNKNOWN
    caller_id: Known[str] = UNKNOWN
    channel: Known[Channel] = UNKNOWN
    charged_off: Known[bool] = UNKNOWN
    city: Known[str] = UNKNOWN
    collector_profile: Known[CollectorProfile] = UNKNOWN
    collector_type: Known[CollectorType] = UNKNOWN
    company_name: Known[str] = UNKNOWN
    consent: Known[Consent] = UNKNOWN
    consumer_address: Known[PostalAddress] = UNKNOWN
    consumer_debt: Known[bool] = UNKNOWN
    consumer_local_time: Known[time] = UNKNOWN
    contact_log: Known[tuple[ContactAttempt, ...]] = UNKNOWN
    country: Known[CountryCode] = UNKNOWN
    debt_age: Known[Annotated[int, Field(ge=0)]] = UNKNOWN
    debt_id: Known[str] = UNKNOWN
    debt_origin_date: Known[date] = UNKNOWN
    debt_secured: Known[bool] = UNKNOWN
    debt_type: Known[DebtType] = UNKNOWN
    dial_mode: Known[DialMode] = UNKNOWN
    direction: Known[Direction] = UNKNOWN
    dispute_log: Known[tuple[DisputeRecord, ...]] = UNKNOWN
    document: Known[DocumentRecord] = UNKNOWN
    email_domain: Known[str] = UNKNOWN
    employer_prohibits: Known[bool] = UNKNOWN
    esign_consent: Known[bool] = UNKNOWN
    fees_authorised: Known[bool] = UNKNOWN
    first_communication: Known[bool] = UNKNOWN
    first_contact_at: Known[AwareDatetime] = UNKNOWN
    flags: AccountFlags = AccountFlags()
    furnished_at: Known[AwareDatetime | None] = UNKNOWN
    inconvenient_places: Known[tuple[str, ...]] = UNKNOWN
    inconvenient_times: Known[tuple[TimeWindow, ...]] = UNKNOWN
    intent_to_repossess: Known[bool] = UNKNOWN
    intent_to_sue: Known[bool] = UNKNOWN
    ivr_notice: Known[bool] = UNKNOWN
    judgment_exists: Known[bool] = UNKNOWN
    language: Known[str] = UNKNOWN
    liable_party: Known[LiableParty] = UNKNOWN
    licence: Known[Licence] = UNKNOWN
    medium_optouts: Known[tuple[MediumOptOut, ...]] = UNKNOWN
    notices_sent: Known[tuple[NoticeSent, ...]] = UNKNOWN
    number_type: Known[NumberType] = UNKNOWN
    offer_expiry: Known[date | None] = UNKNOWN
    options_offered: Known[tuple[str, ...]] = UNKNOWN
    payment_schedule: Known[tuple[ScheduledPayment, ...]] = UNKNOWN
    prior_consent: Known[bool] = UNKNOWN
    recording: Known[bool] = UNKNOWN
    reports_to_cra: Known[bool] = UNKNOWN
    speaker_role: Known[SpeakerRole] = UNKNOWN
    state: Known[StateCode] = UNKNOWN
    suit_pending: Known[bool] = UNKNOWN
    system: Known[SystemRecord] = UNKNOWN
    timestamps: Known[bool] = UNKNOWN
    validation_end_date: Known[date] = UNKNOWN
    validation_sent_at: Known[AwareDatetime] = UNKNOWN
    verification_sent_at: Known[AwareDatetime] = UNKNOWN
    vulnerability: Known[tuple[Vulnerability, ...]] = UNKNOWN

    @model_validator(mode="before")
    @classmethod
    def _usual_spellings(cls, content: Any) -> Any:
        """Take `collector_kind` for `collector_type` and `flags.paid` for a flag inside `flags`."""
        if not isinstance(content, dict):
            return content
        fields: dict[str, Any] = {}
        flags: dict[str, Any] = {}
        for key, value in content.items():
            if isinstance(key, str) and key.startswith("flags."):
                flags[key.removeprefix("flags.")] = value
            else:
                fields["collector_type" if key == "collector_kind" else key] = value
        given = fields.get("flags", {})
        if flags:
            fields["flags"] = {
                **(
                    given.model_dump(exclude_defaults=True)
                    if isinstance(given, AccountFlags)
                    else given
                ),
                **flags,
            }
        return fields

    def fact(self, key: str) -> Any:
        """The value of a dotted key such as `flags.paid`; all below an unknown record is too."""
        value: Any = self
        for name in key.split("."):
            if value is UNKNOWN:
                return UNKNOWN
            if not isinstance(value, BaseModel) or name not in _field_names(type(value)):
                raise RecordError("context", f"no field {key!r}", ", ".join(context_keys()))
            value = getattr(value, name)
        return value

    def known(self) -> dict[str, Any]:
        """The JSON form: known fields alone."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def learn(self, **facts: Any) -> Self:
        """This context with further facts, checked like a file's."""
        return type(self).model_validate({**self.known(), **facts})


@cache
def _field_names(model: type[BaseModel]) -> frozenset[str]:
    """The names alone: pydantic works its fields out anew at each look, and rules look often."""
    return frozenset(model.model_fields)


def context_keys() -> tuple[str, ...]:
    """Every key a rule may name: the fields, and the flags one by one."""
    return tuple(_keys())


def _keys() -> Iterator[str]:
    for name in CallContext.model_fields:
        if name == "flags":
            yield from (f"flags.{flag}" for flag in AccountFlags.model_fields)
        else:
            yield name
