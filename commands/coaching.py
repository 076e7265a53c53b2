"""`coach`: what waits, what can be judged, whom to coach, and what was said, as lines."""

from collections.abc import Iterable, Iterator, Mapping

from calls.turn import turn_number
from compliance_rules import Rule
from scoring.judged import Subject
from training.disputes import Dispute
from training.monday import Suggestion
from training.remarks import Remark
from training.verdicts import Verdict
from training.waiting import Waiting


def waiting_lines(found: Iterable[Waiting]) -> Iterator[str]:
    """One line each, the oldest first; under it the marks that are disputed."""
    for one in found:
        mine = " (yours to review first)" if one.for_me else ""
        yield f"{one.attempt_id} {one.handed_in_at.date()}: {one.who}: {one.title}{mine}"
        for name in one.disputed:
            yield f"  disputed, an answer is due by {one.answer_by}: {name}"


def mark_lines(there: Mapping[str, Subject], given: Iterable[Verdict]) -> Iterator[str]:
    """What can be judged, by the name that `coach verdict` takes, with what stands on it."""
    stands = {one.ruling.about: one for one in given if one.stands}
    for about, subject in there.items():
        value = "" if subject.value is None else f" {subject.value:.0f} of 100"
        yield f"{about}: {subject.name}{value}"
        if about in stands:
            yield f"  {verdict_line(stands[about])}"


def verdict_line(one: Verdict) -> str:
    """A verdict with the number by which it is taken back."""
    ruling = one.ruling
    value = "" if ruling.value is None else f" to {ruling.value:.0f}"
    why = f": {ruling.reason}" if ruling.reason else ""
    back = "" if one.stands else " (taken back)"
    return f"verdict {one.id}: {one.name}: {ruling.decision}{value} by {one.by}{why}{back}"


def remark_line(one: Remark) -> str:
    """A comment or a note with the number by which it is taken back."""
    place = "note" if one.turn is None else f"at turn {turn_number(one.turn)}"
    drill = f" (to drill: {one.drill})" if one.drill else ""
    back = "" if one.stands else " (taken back)"
    read = f" (read {one.read_at.date()})" if one.read_at else ""
    return f"remark {one.id}: {place}: {one.text}{drill} by {one.by}{read}{back}"


def dispute_lines(said: Iterable[Dispute]) -> Iterator[str]:
    """What is disputed, by the id that `coach answer` takes; under it the numbered answers."""
    for one in said:
        yield f"dispute {one.id}: {one.name}: {one.sentence} by {one.by}"
        for answer in one.answers:
            shown = " (shown)" if answer.shown else ""
            yield f"  answer {answer.id}: {answer.text} by {answer.by}{shown}"
        if one.open:
            yield f"  an answer is due by {one.due}"


def week_lines(found: Iterable[Suggestion], rules: Mapping[str, Rule]) -> Iterator[str]:
    """One line each with the reason; under it the calls."""
    for one in found:
        if one.rule is not None:
            name = rules[one.rule].title if one.rule in rules else one.rule
            why = f"{name}: not met in {one.missed} of {one.came_up}"
        else:
            label = one.dimension.label if one.dimension else ""
            why = f"{label}: {one.mean:.0f} of 100 over {one.came_up} calls"
        yield f"{one.who}: {why}"
        for call in one.calls:
            yield f"  {call.step.attempt_id} {call.handed_in_at.date()}: {call.step.title}"
