"""What the terminal says around a call that is played with care, and how it tells its debrief."""

from collections.abc import Iterator

from calls.record import Record
from calls.turn import turn_number
from scoring.debrief import debrief
from scoring.review import Review
from simulator.scenario import Scenario
from training.care import AFTER, BEFORE


def lines_before(scenario: Scenario) -> Iterator[str]:
    """What somebody reads before they take it: what comes up, that it may be left, whom to ring."""
    yield scenario.content_note or ""
    yield BEFORE
    yield from crisis_lines(scenario)


def lines_after(review: Review, record: Record, scenario: Scenario) -> Iterator[str]:
    """The debrief in words: whom to ring, what helped, what to try; no figure and no verdict."""
    told = debrief(review, record, scenario)
    yield AFTER
    yield from crisis_lines(scenario)
    yield ""
    yield told.sentence
    for finding in review.scorecard.must_change:
        yield f"to look at again: {finding.message}"
        yield f"  say instead: {finding.better}"
    for strength in told.strengths:
        seen = strength.evidence
        where = "" if seen.turn is None else f"turn {turn_number(seen.turn)}: "
        yield f"went well: {strength.text} ({where}{seen.quote})"
    yield from (f"to try: {one.text}" for one in told.to_try)


def crisis_lines(scenario: Scenario) -> Iterator[str]:
    """Whom anybody may ring, and on which day the numbers were looked up."""
    for line in scenario.house.crisis_lines:
        checked = f" (looked up on {line.checked.isoformat()})" if line.checked else ""
        yield f"  {line.name} {line.phone}: {line.helps_with}{checked}"
