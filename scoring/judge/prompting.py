"""What the model is told: the scales in their own words, and the call as data."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from language_model import Message
from scoring.judge.sent import Sent
from scoring.rating_scales import Scale

VERSION = "judge-1"
"""Raised with every change of the prompt; it is kept with each opinion."""
REMARKS = 4
"""So many remarks on one dimension are asked for, and shown."""

_FOLDER = Path(__file__).parents[1] / "prompts"


def asked_for(call: Sent, scales: Sequence[Scale]) -> tuple[Message, ...]:
    """The messages that ask for an opinion of this call."""
    told = _prompts().get_template("judge.md")
    fenced = f"{call.fence}\n{call.lines}\n{call.fence}"
    return (
        Message("system", told.render(scales=scales, fence=call.fence, remarks=REMARKS)),
        Message("user", f"{fenced}\nThat was the call. Judge it by the scales alone."),
    )


@cache
def _prompts() -> Environment:
    # The prompt is text for a model; the words of the scales stand in it as they were written.
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        autoescape=False,  # noqa: S701
    )
