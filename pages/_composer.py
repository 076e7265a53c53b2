"""The composer: what is sent instead of said, looked over once before it goes out."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from calls.events import Hints, MessageSent
from calls.turn import Channel
from pages._as_typed import take_as_typed
from pages._drafts import Draft, draw_draft
from pages._floor import now
from pages._opened import do
from pages._parts import draw_trouble, keep_trouble
from pages._texts import _
from pages._trying import acting, store
from pages._unsent import empty, told_saved
from pages._voices import takes_time
from scoring.hints import Hint
from simulator.scenario import Scenario
from training import messages, practice
from training.drafts import check_draft
from training.errors import TrainingError
from training.hinting import hints_offered
from training.messages import By
from training.models import Attempt

PLACE = "composer"
_WAYS = {Channel.SMS: _("Text"), Channel.EMAIL: _("E-mail"), Channel.VOICEMAIL: _("Voicemail")}
_SENDS = {
    Channel.SMS: _("Send the text"),
    Channel.EMAIL: _("Send the e-mail"),
    Channel.VOICEMAIL: _("Leave the message"),
}

_READERS = {
    Channel.SMS: _("whoever holds the phone; its first words show on a locked screen"),
    Channel.EMAIL: _("whoever reads that mailbox"),
    Channel.VOICEMAIL: _("whoever is in the room when it is played"),
}


Send = Callable[[Attempt, Draft], Attempt]
"""How a message that was looked over goes out, from the attempt as it was drawn."""


def draw_composer(attempt: Attempt, scenario: Scenario, account: str) -> None:
    """What an account can be sent now; nothing where it can be sent nothing."""
    ways = messages.ways_open(attempt, scenario, account)
    if ways:
        compose(attempt, scenario, account, ways, _take_turn, with_hints=True)


def compose(
    attempt: Attempt,
    scenario: Scenario,
    account: str,
    ways: tuple[Channel, ...],
    send: Send,
    *,
    with_hints: bool = False,
) -> None:
    """Fields for one message by one of these ways; it is asked about once, and then sent."""
    with st.container(key="composer"):
        way = _way(ways, account)
        draft = draw_draft(attempt, way, scenario.for_account(account), PLACE)
        st.caption(f"{draft.counted} · {told_saved(attempt, draft.fields)}")
        if with_hints:
            _before_sending(attempt, scenario, draft)
        draw_trouble(PLACE)
        if st.button(f"{_SENDS[way]} …", type="primary", disabled=not draft.fits):
            _ask_once(attempt, scenario, draft, send)
        take_as_typed()


def _way(ways: tuple[Channel, ...], account: str) -> Channel:
    if len(ways) == 1:
        return ways[0]
    chosen = st.segmented_control(
        _("How you write"),
        ways,
        default=ways[0],
        format_func=_WAYS.__getitem__,
        key=f"way_{account}",
        required=True,
    )
    return Channel(chosen)


def _before_sending(attempt: Attempt, scenario: Scenario, draft: Draft) -> None:
    """What would be found in it, for whoever has hints on; where there are none, not a word."""
    if not hints_offered(attempt, scenario):
        return
    if attempt.state.hints is Hints.OFF:
        st.caption(_("With hints on it is looked over before you send it."))
        return
    if not draft.text.strip():
        return
    found = check_draft(store(), acting(), attempt, draft.text, draft.by, now())
    lines = [*map(_remark, found)] or [_("Nothing to add.")]
    readers = _READERS[draft.by.channel]
    lines.append(_("Who may read or hear it: {readers}.").format(readers=readers))
    inner, head = "".join(f"<li>{line}</li>" for line in lines), _("Before you send it")
    st.html(f'<div class="hint"><b>{head}</b><ul class="bullets">{inner}</ul></div>')


def _remark(given: Hint) -> str:
    better = f" <b>{_('Better')}</b> “{escape(given.better)}”" if given.better else ""
    return f"{escape(given.text)}{better}"


def _ask_once(attempt: Attempt, scenario: Scenario, draft: Draft, send: Send) -> None:
    """The question, with the words as they would go out; what cannot go out is told instead."""
    try:
        message = messages.sent(attempt, draft.text, now(), draft.by, scenario)
    except TrainingError as error:
        keep_trouble(error, PLACE)
        draw_trouble(PLACE)
    else:
        _ask(message, scenario.for_account(draft.by.account), draft, send)


@st.dialog(_("It cannot be taken back"))
def _ask(message: MessageSent, scenario: Scenario, draft: Draft, send: Send) -> None:
    st.text(_whither(message, scenario))
    st.html(f'<p class="draft">{escape(message.text)}</p>')
    st.caption(draft.counted)
    with st.container(horizontal=True):
        done = st.button(
            _SENDS[message.channel], type="primary", on_click=partial(_send, draft, send)
        )
        back = st.button(_("Go back to it"))
    if done or back:
        st.rerun()  # a button in a dialog draws the dialog again, and nothing behind it


def _whither(message: MessageSent, scenario: Scenario) -> str:
    way = _WAYS[message.channel]
    if message.channel is Channel.VOICEMAIL:
        return _("{way} for {consumer_name}, and the call is over:").format(
            way=way, consumer_name=scenario.consumer_name
        )
    return _("{way} to {consumer_name}, {address}:").format(
        way=way,
        consumer_name=scenario.consumer_name,
        address=message.to or scenario.account.phone,
    )


def _send(draft: Draft, send: Send) -> None:
    """It goes out, and its fields are empty again."""
    if do(lambda drawn: send(drawn, draft), PLACE):
        empty(st.session_state["attempt"], draft.fields, PLACE)


def _take_turn(drawn: Attempt, draft: Draft) -> Attempt:
    """It goes the way of every turn."""
    by: By = draft.by
    if takes_time(drawn):
        return practice.say(store(), acting(), drawn, draft.text, now(), by)
    return practice.take_turn(store(), acting(), drawn, draft.text, now(), by=by)
