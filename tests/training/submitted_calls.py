"""Submitted calls as the figures over many see them, without anybody holding them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count

from scoring.marks import Dimension
from tests.training.floor import NOW
from training.models import Purpose
from training.progress import Step
from training.submitted import Submitted

_numbers = count(1)


def call(
    who: str,
    grade: float | None = 70.0,
    *,
    scenario: str = "one",
    rules: Mapping[str, bool] | None = None,
    empathy: float | None = None,
    days_ago: float = 1,
    passed: bool | None = None,
    content: str = "first",
    form: int = 0,
    hinted: bool = False,
    marked: bool = True,
) -> Submitted:
    """One call, handed in so many days before now."""
    number = next(_numbers)
    at: datetime = NOW - timedelta(days=days_ago) + timedelta(seconds=number)
    step = Step(
        attempt_id=f"{who}-{number}",
        scenario_id=scenario,
        title=f"Scenario {scenario}",
        purpose=Purpose.SUBMITTED,
        started_at=at,
        seen_before=False,
        scores={Dimension.EMPATHY: empathy},
        grade=grade,
        passed=passed,
        form=form,
        hinted=hinted,
        rules=rules or {},
    )
    return Submitted(
        person_id=who.lower(),
        who=who,
        step=step,
        scenario_hash=f"{scenario}-{form}-{content}",
        level=1,
        handed_in_at=at,
        marked=marked,
    )
