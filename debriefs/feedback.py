"""A candidate's feedback sheet as lines of plain words, for paper."""

from collections.abc import Iterator, Sequence

from calls.turn import Speaker, turn_number
from debriefs.lines import Kind, Line
from training.assessments.afterwards import PartShown, Shown

_ABOUT = (
    "What two people saw in your calls and agreed on, in the words of their scales. The decision "
    "itself is told to you by the people you applied to."
)
_SMALL = "A few calls are a small sample of anybody's work."


def title_of(job: str) -> str:
    """What the sheet is called."""
    return f"Feedback: {job}"


def lines_of_feedback(job: str, appeals_to: str, parts: Sequence[PartShown]) -> Iterator[Line]:
    """The whole sheet, call by call; it has no level, no mark and no decision."""
    yield Line(Kind.TITLE, title_of(job))
    yield Line(Kind.TEXT, _ABOUT)
    yield Line(Kind.QUIET, _SMALL)
    for number, part in enumerate(parts, start=1):
        yield Line(Kind.HEADING, f"Call {number}, to {part.to_whom}")
        for one in part.shown:
            yield from _shown(one)
        yield from _said(part)
    yield Line(Kind.HEADING, "If something was not right")
    told = f"Write to {appeals_to}, about the work sample or about the decision."
    yield Line(Kind.TEXT, f"{told} A person reads it and answers.")


def _shown(one: Shown) -> Iterator[Line]:
    yield Line(Kind.TOPIC, one.criterion)
    yield Line(Kind.QUIET, one.asks)
    yield Line(Kind.TEXT, one.means or "The call gave no opportunity for this.")
    if one.evidence.strip():
        yield Line(Kind.UNDER, one.evidence, "Seen:")


def _said(part: PartShown) -> Iterator[Line]:
    """The call by turns, since what was seen is told by their numbers."""
    turns = [turn for call in part.attempt.state.calls for turn in call.turns]
    if turns:
        yield Line(Kind.TOPIC, "What was said, turn by turn")
    for index, turn in enumerate(turns):
        who = "You" if turn.speaker is Speaker.COLLECTOR else "They"
        yield Line(Kind.UNDER, turn.text, f"{turn_number(index)} {who}:")
