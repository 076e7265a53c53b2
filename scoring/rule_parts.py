"""Which part of a call a rule is about, told from what sets it off and what it asks."""

from enum import StrEnum

from compliance_rules.checks import Order, React, Require
from compliance_rules.conditions import All, Condition, Is, Some
from compliance_rules.rule import Rule
from language.names import HARDSHIPS

_SETS_OFF = {
    "disputes_debt": "dispute",
    "disputes_amount": "dispute",
    "already_paid": "dispute",
    "identity_theft": "dispute",
    "asks_validation": "dispute",
    "flags.disputed_written": "dispute",
    "flags.identity_theft": "dispute",
    "cease_all": "stop",
    "stop_channel": "stop",
    "own.wrote_to_stop": "stop",
    "flags.cease_written": "stop",
    "attorney": "attorney",
    "flags.attorney_represented": "attorney",
    "flags.represented": "attorney",
    "bankruptcy": "bankruptcy",
    "own.says_discharged": "bankruptcy",
    "flags.bankruptcy_stay": "bankruptcy",
    "flags.bankruptcy_discharge": "bankruptcy",
    **dict.fromkeys(HARDSHIPS, "hardship"),
    "vulnerable": "hardship",
    "crisis_self_harm": "hardship",
    "flags.hardship": "hardship",
    "flags.breathing_space": "hardship",
    "own.is_in_distress": "hardship",
}
"""What they say, or what the account bears, and which part it sets off."""


class RulePart(StrEnum):
    """The parts of compliance, in the order of a call."""

    STEPS = "required steps in order"
    DISPUTE = "after a dispute"
    STOP = "after a wish to be left alone"
    ATTORNEY = "after a lawyer was named"
    BANKRUPTCY = "after bankruptcy was named"
    HARDSHIP = "after hardship or distress"
    UNSAID = "what must not be said"

    @property
    def nothing(self) -> str:
        """Why there is no mark."""
        match self:
            case RulePart.STEPS:
                return "nothing was done that needs a step before or beside it"
            case RulePart.UNSAID:
                return "nothing of the kind was said"
            case _:
                return f"no rule asked anything {self}"


def part_of(rule: Rule) -> RulePart:
    """The one part that a rule belongs to: what sets it off, else steps, else what is left out."""
    told = [_SETS_OFF[cue] for cue in _cues(rule) if cue in _SETS_OFF]
    if told:
        return RulePart[told[0].upper()]
    steps = any(isinstance(check, Require | Order) for check in rule.checks)
    return RulePart.STEPS if steps else RulePart.UNSAID


def _cues(rule: Rule) -> list[str]:
    """What sets the rule off: names of signals without their kinds, and facts that hold."""
    cues: list[str] = []
    for check in rule.checks:
        if isinstance(check, React):
            cues += _facts(check.since) if check.since else []
            cues += [_plain(cue) for cue in (check.trigger.signals if check.trigger else ())]
    return cues


def _plain(cue: str) -> str:
    return cue if cue.startswith("own.") else cue.partition(".")[0]


def _facts(condition: Condition) -> list[str]:
    match condition:
        case Is(fact=fact):
            return [fact]
        case All(all=parts) | Some(any=parts):
            return [fact for one in parts for fact in _facts(one)]
        case _:
            return []
