"""`review`: a scorecard as lines of text."""

from collections.abc import Iterator

from calls.events import Hints
from calls.turn import turn_number
from scoring.marks import Mark, Score
from scoring.review import Review


def text_lines(review: Review) -> Iterator[str]:
    """The grade, what must change, then every dimension with its marks and their turns."""
    card = review.scorecard
    yield f"grade: {_figure(card.grade.value)} ({card.grade.reason})"
    if card.grade.held:
        yield f"  {card.grade.held}"
    if card.hints is not Hints.OFF:
        yield f"hints during the call: {card.hints}"
    if card.passed is not None:
        yield f"passed: {'yes' if card.passed else 'no'}"
    for finding in card.must_change:
        where = "" if finding.turn is None else f"turn {turn_number(finding.turn)}: "
        yield f"must change: {where}{finding.rule}: {finding.message}"
        yield f"  say instead: {finding.better}"
    for score in card.scores:
        yield from _score_lines(score)
    if card.not_understood:
        yield f"turns that the person on the line did not understand: {card.not_understood}"


def _score_lines(score: Score) -> Iterator[str]:
    yield f"{score.dimension}: {_figure(score.value)}"
    if score.value is None:
        yield f"  {score.reason}"
    for mark in score.marks:
        yield f"  {mark.name}: {_figure(mark.value)}: {mark.reason}{_turns(mark)}"
        if mark.advice:
            yield f"    try: {mark.advice}"


def _turns(mark: Mark) -> str:
    turns = sorted({turn_number(seen.turn) for seen in mark.evidence if seen.turn is not None})
    places = ["wrap-up" for seen in mark.evidence if seen.turn is None]
    if turns:
        places.append(f"{'turn' if len(turns) == 1 else 'turns'} {', '.join(map(str, turns))}")
    return f" ({', '.join(places)})" if places else ""


def _figure(value: float | None) -> str:
    return "no opportunity" if value is None else f"{value:.0f} of 100"
