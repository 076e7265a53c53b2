"""The shipped rules over calls in the notation."""

from typing import Any

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import Assumptions, CheckResult, Finding, shipped_checker


def check(text: str, assume: str = "us_federal,third_party", **context: Any) -> CheckResult:
    """The result for a call in the notation; `flags={…}` and all other keys of the context."""
    facts = CallContext.model_validate(context)
    return shipped_checker().check(parse_transcript(text), facts, Assumptions.parse(assume))


def findings(text: str, rule: str, **context: Any) -> list[Finding]:
    """What one rule finds."""
    return [finding for finding in check(text, **context).findings if finding.rule == rule]
