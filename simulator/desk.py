"""What lies in front of whoever holds the call: the brief, the account and the house, no more."""

from dataclasses import dataclass
from datetime import date

from calls.money import Money
from simulator.account import Account
from simulator.house import House, Limits
from simulator.scenario import Brief, Scenario


@dataclass(frozen=True)
class Desk:
    """The desk before and during one call."""

    brief: Brief
    account: Account
    house: House
    name: str
    today: date

    @property
    def limits(self) -> Limits:
        """What may be agreed on this account."""
        return limits_of(self.account, self.house)

    @property
    def due(self) -> Money:
        """What is past due."""
        return self.account.past_due

    @property
    def to_pay(self) -> Money:
        """What a plan is about: what is past due, or the balance where nothing is late."""
        return self.due if self.due.cents else self.account.balance

    @property
    def floor(self) -> Money | None:
        """The least for which the account may be settled, where it may be."""
        return self.account.limits.settlement_floor

    @property
    def program(self) -> str | None:
        """The way other than paying now that is open on this account, by its title."""
        titles = (one.title for one in self.house.routes if one.id in self.account.limits.routes)
        return next(titles, None)


def limits_of(account: Account, house: House) -> Limits:
    """What may be agreed on an account: its own limits, and the house's where it has none."""
    own, general = account.limits, house.limits
    return Limits(
        smallest_instalment=own.smallest_instalment or general.smallest_instalment,
        longest_months=own.longest_months or general.longest_months,
        first_payment_within_days=own.first_payment_within_days
        or general.first_payment_within_days,
        may_announce=general.may_announce if own.may_announce is None else own.may_announce,
    )


def desk_of(scenario: Scenario, today: date) -> Desk:
    """The part of a scenario that is shown to the trainee."""
    return Desk(scenario.brief, scenario.account, scenario.house, scenario.consumer_name, today)
