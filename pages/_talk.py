"""The talk as a plain list with speaker names, the newest at the bottom."""

import json
from html import escape

import streamlit as st

from calls.events import Replied, Voiced
from calls.state import CallState, Line
from calls.turn import Channel, Speaker
from debriefs.channels import CHANNELS
from pages._texts import _, plural
from simulator.scenario import Scenario
from training.models import Attempt
from training.naming import named

_TYPED = "typed_out"
_WORD_MS, _ALL_MS = 60, 2500
"""So long a word of a model takes to appear, and all of them together at most."""
SHOWN = 20
"""So many lines are drawn; the earlier ones on request, because drawing them all takes time."""

_SOMEBODY = _("The person who answers")
_WRITER = _("The person who writes")
_MACHINE = _("The machine")

# A screen reader reads new lines out where the list says that it is a log.
_READ_OUT = """<script>
  {
    const talk = document.querySelector('.st-key-talk');
    talk?.setAttribute('role', 'log');
    talk?.setAttribute('aria-label', NAME);
  }
</script>""".replace("NAME", json.dumps(_("The call so far")))


def draw_talk(attempt: Attempt, call: CallState, scenario: Scenario, height: int = 420) -> None:
    """The last lines of the call, and a way to the earlier ones."""
    typed = st.session_state.pop(_TYPED, None)
    with st.container(key="talk", height=height, autoscroll=True):
        lines = _recent(attempt, call)
        for line in lines:
            way = "" if line.turn.channel is call.channel else CHANNELS[line.turn.channel]
            _draw(line, _heard(line, call, scenario), way, typed=(attempt.id, line.seq) == typed)
    st.html(_READ_OUT, unsafe_allow_javascript=True)


def type_out(attempt: Attempt) -> None:
    """The next time they are drawn, the last words of a model appear one after the other.

    They are all there at once for whoever listens, or wants nothing to move.
    """
    last = attempt.events[-1]
    if isinstance(last, Replied) and last.voice is Voiced.MODEL:
        st.session_state[_TYPED] = (attempt.id, last.seq)


def _recent(attempt: Attempt, call: CallState) -> tuple[Line, ...]:
    key = f"earlier_{attempt.id}"
    if len(call.lines) <= SHOWN:
        return call.lines
    more = len(call.lines) - SHOWN
    told = plural("Show the earlier line too", "Show the {n} earlier lines too", more)
    if st.toggle(told, key=key):
        return call.lines
    return call.lines[-SHOWN:]


def _heard(line: Line, call: CallState, scenario: Scenario) -> str:
    if call.channel is Channel.VOICEMAIL:
        return _MACHINE
    return named(line, call, scenario) or (_WRITER if call.written else _SOMEBODY)


def _draw(line: Line, heard: str, way: str, *, typed: bool) -> None:
    mine = line.turn.speaker is Speaker.COLLECTOR
    name, side = (_("You"), "mine") if mine else (heard, "theirs")
    by = _(" <small>by {way}</small>").format(way=way) if way else ""
    words = _word_by_word(line.turn.text) if typed else f"<span>{escape(line.turn.text)}</span>"
    st.html(f'<p class="line {side}"><b>{escape(name)}{by}</b> {words}</p>')


def _word_by_word(text: str) -> str:
    words = text.split(" ")
    step = min(_WORD_MS, _ALL_MS // len(words))
    shown = " ".join(
        f'<span style="--after: {n * step}ms">{escape(word)}</span>' for n, word in enumerate(words)
    )
    return f'<span class="typed">{shown}</span>'
