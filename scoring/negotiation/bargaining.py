"""The whole of a bargaining as one value that goes into JSON: for marks, tables and drawings."""

from functools import cached_property

from calls.money import Every, Money
from calls.record import Record
from calls.turn import Frozen, Speaker
from compliance_rules.checker import Checker
from compliance_rules.finding import CheckResult
from scoring.case import Case
from scoring.contacts import readings_of
from scoring.negotiation.concessions import Concession, concessions_in
from scoring.negotiation.countables import Countable, countables
from scoring.negotiation.limits import Measure, Zone, zone_of
from scoring.negotiation.offers import TabledOffer, agreed_at, table_of_offers
from scoring.negotiation.said import owed_in
from scoring.negotiation.worth import Feasible, Worth, feasible_of, worth_of
from simulator.scenario import Scenario


class Bargaining(Frozen):
    """The table of offers, the zone that was possible, what was agreed and what it is worth.

    `zone` needs a scenario that says what the person has; `worth` needs something agreed;
    `last_offer` says of the collector's last one, where nothing was, whether it could be kept.
    `yes_at` is the turn in which the yes was said; the offer itself lay there before.
    """

    offers: tuple[TabledOffer, ...] = ()
    zone: Zone | None = None
    worth: Worth | None = None
    yes_at: int | None = None
    last_offer: Feasible | None = None
    concessions: tuple[Concession, ...] = ()
    countables: tuple[Countable, ...] = ()

    @property
    def measure(self) -> Measure:
        """What its amounts are told in: by the month, unless it ended in one payment or had to."""
        if self.agreed is not None and self.agreed.every is Every.ONCE:
            return Measure.IN_ALL
        return self.zone.measure if self.zone else Measure.MONTH

    @property
    def possible(self) -> tuple[Money, Money] | None:
        """The zone in that measure, from the floor to the most; None where there is none."""
        zone = self.zone
        if zone is None or not zone.possible:
            return None
        if self.measure is zone.measure:
            return zone.floor, zone.most
        return zone.floor_in_all, zone.most_in_all

    def level(self, offer: TabledOffer) -> Money:
        """How high an offer is, in that measure."""
        in_all = self.measure is Measure.IN_ALL
        return (offer.total or offer.amount) if in_all else offer.monthly

    @cached_property
    def last_of_ours(self) -> TabledOffer | None:
        """The collector's last offer."""
        ours = (one for one in reversed(self.offers) if one.by is Speaker.COLLECTOR)
        return next(ours, None)

    @cached_property
    def agreed(self) -> TabledOffer | None:
        """Where it ended."""
        return next((one for one in reversed(self.offers) if one.accepted), None)

    @property
    def all_at_once(self) -> bool:
        """Whether all that is due was agreed in one payment: a day is to find, and no plan."""
        agreed = self.agreed
        if agreed is None or agreed.every is not Every.ONCE or agreed.then:
            return False
        share = self.worth.recovered_share if self.worth else None
        return share is not None and share >= 1


def bargaining(case: Case) -> Bargaining:
    """What was on the table in a call, from its decisions and readings alone."""
    offers = table_of_offers(case)
    scenario = case.scenario
    zone = zone_of(scenario) if scenario and scenario.aim.about_money else None
    agreed, owed = agreed_at(case), owed_in(case)
    made = Bargaining(
        offers=offers,
        zone=zone,
        worth=worth_of(case, agreed[1], zone, owed) if agreed else None,
        yes_at=agreed[0] if agreed else None,
        concessions=concessions_in(case, offers),
        countables=countables(case, offers),
    )
    last = made.last_of_ours
    if agreed or last is None:
        return made
    return made.model_copy(update={"last_offer": feasible_of(case, last.offer, zone, owed)})


def bargaining_of(
    record: Record, check: CheckResult, checker: Checker, scenario: Scenario | None = None
) -> Bargaining:
    """The same for whoever draws it and has a review: its turns are read, and nothing checked."""
    return bargaining(Case(record, readings_of(record, checker), check, scenario))
