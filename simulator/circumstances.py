"""What is known of a call's circumstances, for the rules: the account's side of a scenario."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from calls.circumstances import (
    AccountRecord,
    Authority,
    ContactAttempt,
    NoticeSent,
    PostalAddress,
    SpeakerRole,
)
from calls.context import CallContext
from calls.knowledge import UNKNOWN, Unknown
from calls.turn import Channel
from simulator.account import Account
from simulator.desk import limits_of
from simulator.scenario import Scenario


def context(
    scenario: Scenario,
    began_at: datetime,
    answered_by: SpeakerRole | Unknown = UNKNOWN,
    channel: Channel | None = None,
) -> CallContext:
    """Everything known of a call that began at `began_at`; what the scenario states itself wins.

    The consumer's clock is the scenario's, so that a practice at midnight is no call at midnight.
    """
    account, today = scenario.account, began_at.date()
    known: dict[str, Any] = {
        "account_record": _books(account),
        "address": _address(scenario),
        "authority": authority(scenario),
        "channel": channel or scenario.channel,
        "city": account.address.city,
        "collector_type": account.collector_type,
        "company_name": scenario.house.name,
        "consumer_address": _address(scenario),
        "consumer_local_time": scenario.time_there(began_at),
        "contact_log": contact_log(scenario, today),
        "country": scenario.house.country,
        "debt_age": account.days_past_due,
        "debt_id": account.id,
        "debt_type": account.debt_type,
        "flags": account.flags,
        "number_type": account.number_type,
        "speaker_role": answered_by,
        "state": account.address.state,
    }
    known |= _validation(scenario, began_at)
    return CallContext.model_validate({**known, **_stated(scenario.circumstances)})


def authority(scenario: Scenario) -> Authority:
    """What may be agreed on this account, as the rules know it."""
    limits = limits_of(scenario.account, scenario.house)
    return Authority(
        smallest_instalment=limits.smallest_instalment,
        longest_months=limits.longest_months,
        settlement_floor=scenario.account.limits.settlement_floor or UNKNOWN,
        may_announce=limits.may_announce,
    )


def contact_log(scenario: Scenario, today: date) -> tuple[ContactAttempt, ...]:
    """The contact log of a call on `today`, each entry at the consumer's own time."""
    account = scenario.account
    zone = ZoneInfo(account.address.time_zone)
    return tuple(
        ContactAttempt(
            at=datetime.combine(
                date.fromordinal(today.toordinal() - one.days_ago), one.at, tzinfo=zone
            ),
            channel=one.channel,
            direction=one.direction,
            result=one.result,
            debt_id=account.id,
            address=account.phone,
            number_type=account.number_type,
        )
        for one in account.contact_log
    )


def _validation(scenario: Scenario, began_at: datetime) -> dict[str, Any]:
    """The validation notice, where one went out, at the consumer's own time."""
    period = scenario.account.validation
    if period is None:
        return {}
    today = began_at.date()
    zone = ZoneInfo(scenario.account.address.time_zone)
    sent = datetime.combine(period.sent.on(today), time(9), tzinfo=zone)
    return {
        "notices_sent": (NoticeSent(kind="validation", at=sent),),
        "validation_sent_at": sent,
        "validation_end_date": scenario.day(period.ends, today),
    }


def _books(account: Account) -> AccountRecord:
    return AccountRecord(
        balance=account.balance,
        past_due=account.past_due,
        original_balance=account.original_balance or UNKNOWN,
        original_creditor=account.creditor,
        current_creditor=account.creditor,
        days_past_due=account.days_past_due,
    )


def _address(scenario: Scenario) -> PostalAddress:
    home = scenario.account.address
    return PostalAddress(
        street=home.street,
        city=home.city,
        state=home.state,
        postal_code=home.postal_code,
        country=scenario.house.country,
        time_zone=home.time_zone,
    )


def _stated(circumstances: CallContext) -> dict[str, Any]:
    """What the scenario says, also after it was kept as JSON with every field written out."""
    nothing = CallContext()
    return {name: value for name, value in circumstances if value != getattr(nothing, name)}
