"""The shipped rules over calls in the notation."""

from functools import cache
from typing import Any

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import Assumptions, Checker, CheckResult, Finding, load_packs


@cache
def checker() -> Checker:
    return Checker(load_packs())


def check(text: str, assume: str = "us_federal,third_party", **context: Any) -> CheckResult:
    """The result for a call in the notation; `flags={…}` and all other keys of the context."""
    facts = CallContext.model_validate(context)
    return checker().check(parse_transcript(text), facts, Assumptions.parse(assume))


def findings(text: str, rule: str, **context: Any) -> list[Finding]:
    """What one rule finds."""
    return [finding for finding in check(text, **context).findings if finding.rule == rule]
