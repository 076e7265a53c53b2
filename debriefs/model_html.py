"""The model call beside what was said, as HTML: a row for each phase."""

from collections.abc import Sequence
from html import escape

from calls.turn import Speaker
from debriefs.model_call import Spoken, Stretch
from debriefs.transcript import to_turn

NOTHING_SAID = "Nothing of this was said."
TOLD = (
    "The model call of this scenario, played on the same day. It is one way of several; the words "
    "are not what is marked."
)
"""What the two columns are."""


def model_html(stretches: Sequence[Stretch]) -> str:
    """Phase by phase, the call on the left and the model call on the right."""
    return "".join(map(_stretch, stretches))


def _stretch(one: Stretch) -> str:
    said = "".join(_spoken(line, linked=True) for line in one.said) or f"<p>{NOTHING_SAID}</p>"
    model = "".join(_spoken(line, linked=False) for line in one.model)
    return (
        f'<section class="stretch"><h4>{one.phase.value}</h4>'
        f"<div><h5>This call</h5>{said}</div>"
        f"<div><h5>A good call</h5>{model or '<p>Nothing here.</p>'}</div></section>"
    )


def _spoken(line: Spoken, *, linked: bool) -> str:
    side = "mine" if line.speaker is Speaker.COLLECTOR else "theirs"
    where = f" <small>{to_turn(line.turn)}</small>" if linked else ""
    return (
        f'<p class="line {side}"><b>{escape(line.who)}</b>{where} '
        f"<span>{escape(line.text)}</span></p>"
    )
