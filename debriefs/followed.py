"""TEXAS and IDEA step by step: said in which turn, or how it may be said."""

from collections.abc import Iterable, Iterator
from html import escape

from calls.turn import turn_number
from debriefs.signs import Sign
from debriefs.transcript import with_turns_linked
from scoring.empathy.checklists import Checklist

HEADING = "After they told of it, step by step"
_SAID, _NOT_SAID = Sign("✓", "said", "done-right"), Sign("●", "not said", "reminder")


def steps_told(one: Checklist) -> Iterator[tuple[Sign, str]]:
    """Each step with its sign, and the turn, or words for the next time."""
    for step in one.steps:
        if step.turn is None:
            yield _NOT_SAID, f"{step.what}: “{step.say}”"
        else:
            yield _SAID, f"{step.what} (turn {turn_number(step.turn)})"


def name_told(one: Checklist) -> str:
    """The name of the list, and the turn that it follows."""
    return f"{one.name}, after turn {turn_number(one.told_at)}"


def checklists_html(lists: Iterable[Checklist]) -> str:
    """Both lists, for any page."""
    return "".join(
        f"<h4>{with_turns_linked(name_told(one))}</h4>"
        f'<ul class="said-list">{"".join(_step(*told) for told in steps_told(one))}</ul>'
        for one in lists
    )


def _step(sign: Sign, told: str) -> str:
    return (
        f'<li><span class="sign {sign.ink}"><i aria-hidden="true">{escape(sign.sign)}</i> '
        f"{sign.word.capitalize()}:</span> {with_turns_linked(told)}</li>"
    )
