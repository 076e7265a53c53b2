"""What questions are made of: the shipped scenarios, and the rules of their house."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.own_rule import OwnRules
from compliance_rules.pack import Pack
from compliance_rules.rule import Rule
from compliance_rules.shipped import checker_with
from simulator.house import House
from simulator.scenario import Scenario

DIALS = "dial_or_not"
"""The scenario whose house, accounts and circumstances the questions before a call take over."""
PACKS = ("us_federal", "house")
"""The packs whose rules are asked about: those of that house."""


@dataclass(frozen=True, eq=False)
class Stock:
    """Scenarios by id, `dial_or_not` among them, and the rules opened once for all questions.

    `own` are the house's own rules over those that ship.
    """

    scenarios: Mapping[str, Scenario]
    own: OwnRules = ()

    @cached_property
    def house(self) -> House:
        """The house in which all questions play."""
        return self.scenarios[DIALS].house

    @cached_property
    def checker(self) -> Checker:
        """The rules that are asked about."""
        return checker_with(self.own, HouseFacts.of(self.house), PACKS)

    @cached_property
    def rules(self) -> Mapping[str, tuple[Rule, Pack]]:
        """Those rules by id, each with its pack."""
        return {rule.id: (rule, pack) for pack in self.checker.packs for rule in pack.rules}

    def rule(self, name: str) -> Rule:
        """One of them."""
        return self.rules[name][0]


def dice(card: str, nth: int) -> Random:
    """Chance that falls the same way whenever the same question is made."""
    return Random(f"{card} {nth}")


def mixed(chance: Random, right: str, others: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The choices in an order that tells nothing, and the place of the right one."""
    choices = [right, *others]
    chance.shuffle(choices)
    return tuple(choices), choices.index(right)
