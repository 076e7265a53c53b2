"""Rules as data and the checker that asks them of a call."""

from compliance_rules.assumptions import DEFAULT, AssumptionError, Assumptions
from compliance_rules.checker import Checker
from compliance_rules.finding import (
    Basis,
    CheckResult,
    Finding,
    Met,
    PackOff,
    Standing,
    Weight,
)
from compliance_rules.house import HouseFacts
from compliance_rules.load import RuleError, load_pack, load_packs, load_permissions
from compliance_rules.pack import Pack
from compliance_rules.rule import Rule
from compliance_rules.shipped import shipped_checker, shipped_packs

__all__ = [
    "DEFAULT",
    "AssumptionError",
    "Assumptions",
    "Basis",
    "CheckResult",
    "Checker",
    "Finding",
    "HouseFacts",
    "Met",
    "Pack",
    "PackOff",
    "Rule",
    "RuleError",
    "Standing",
    "Weight",
    "load_pack",
    "load_packs",
    "load_permissions",
    "shipped_checker",
    "shipped_packs",
]
