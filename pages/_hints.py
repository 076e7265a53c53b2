"""Hints beside the line: off until the trainee wants them, and told on the scorecard."""

from html import escape

import streamlit as st

from calls.events import Hints
from calls.turn import Channel, turn_number
from pages._floor import now
from pages._opened import do
from pages._texts import _
from pages._trying import acting, store
from scoring.hints import Hint
from simulator.scenario import Scenario
from training.hinting import choose_hints, hint_for, hints_offered, is_past
from training.models import Attempt
from training.practice import waits

_KEY = "hints"
_LABELS = {Hints.OFF: _("Off"), Hints.GENTLE: _("Gentle"), Hints.FULL: _("Full")}


def draw_hints(attempt: Attempt, scenario: Scenario) -> None:
    """The choice, and the hint on the last exchange where one is wanted."""
    if is_past(attempt, scenario) or not hints_offered(attempt, scenario):
        return
    if _KEY not in st.session_state:
        st.session_state[_KEY] = attempt.state.hints
    if attempt.state.hints is not Hints.OFF and _talks(attempt):
        _draw(hint_for(store(), acting(), attempt))
    st.segmented_control(
        _("Hints"),
        list(_LABELS),
        format_func=_LABELS.__getitem__,
        key=_KEY,
        required=True,
        on_change=_choose,
        help=_(
            "Gentle asks you a question about the last exchange; full says what was heard and a "
            "better line. The scorecard says that hints were on."
        ),
    )


def _talks(attempt: Attempt) -> bool:
    """Whether there is somebody whose last words were heard: a machine is nobody."""
    call = attempt.state.call
    talks = call is not None and not call.over and call.channel is not Channel.VOICEMAIL
    return talks and not waits(attempt)


def told_of(hints: Hints) -> str:
    """For the scorecard: which hints were on; nothing where none were."""
    return "" if hints is Hints.OFF else _("{level} hints were on").format(level=_LABELS[hints])


def _choose() -> None:
    level: Hints | None = st.session_state[_KEY]
    if level is None:  # the chosen one was pressed once more, which lets go of it
        return
    do(lambda drawn: choose_hints(store(), acting(), drawn, level, now()))


def _draw(given: Hint | None) -> None:
    """What a screen reader announces by itself, since nobody looks for it."""
    if given is None:
        inner = _("Nothing to add to the last exchange.")
    else:
        at = _("(turn {number})").format(number=turn_number(given.turn))
        inner = f"{escape(given.text)} <span>{at}</span>"
        if given.better:
            inner += f" <b>{_('Better')}</b> “{escape(given.better)}”"
    st.html(f'<p class="hint" role="status"><b>{_("Hint")}</b> {inner}</p>')
