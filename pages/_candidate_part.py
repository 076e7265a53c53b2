"""A part of the sample around its call: before it, the desk, the message, the wrap-up."""

from functools import partial

import streamlit as st

from pages._candidate_head import Candidate, came_back, carry_out
from pages._composer import compose
from pages._desk import draw_desk
from pages._drafts import Draft
from pages._floor import now
from pages._line import how_it_ended
from pages._parts import bullets
from pages._situation import draw_situation
from pages._talk import draw_talk
from pages._texts import _
from pages._wrapping_up import draw_form, draw_hand_in
from training.assessments.taking import begin_part, call, hand_in, leave_message_out, write
from training.messages import ways_to_write
from training.models import Attempt


def draw_next_part(candidate: Candidate) -> None:
    """What comes, in its order; the clock waits for the button."""
    part, parts = candidate.there.part, len(candidate.set_up.scenarios)
    if part > 1:
        st.write(_("The call before is handed in. Take a break if you like: no clock runs now."))
    else:
        st.write(_("From here on it counts. No clock runs before you open the desk."))
    minutes = candidate.set_up.minutes
    mine = candidate.here.candidacy.adjustments.minutes
    steps = [
        _("The desk, up to {n} minutes: who is called, why, and what you may offer").format(
            n=mine(minutes.desk)
        ),
        _("The call, up to {n} minutes, in writing").format(n=mine(minutes.call)),
    ]
    if candidate.set_up.written_message and part == parts:
        steps.append(_("One written message, up to {n} minutes").format(n=mine(minutes.message)))
    steps.append(
        _("The wrap-up, up to {n} minutes: what happened, and what was agreed").format(
            n=mine(minutes.wrap_up)
        )
    )
    bullets(steps)
    with st.container(key="next"):
        st.button(
            _("Open the desk"),
            type="primary",
            on_click=carry_out,
            args=(candidate, begin_part, part),
        )
        st.caption(_("You can pause when nobody is on the line. What you do is kept as you go."))


def draw_desk_stage(candidate: Candidate) -> None:
    """Left the situation, right the account; then they are called."""
    scenario, attempt = candidate.scenario, candidate.attempt
    clock = candidate.there.clock
    if clock is not None and clock.over:
        st.info(_("The minutes at the desk are over. In the call you have it beside you still."))
    else:
        left, right = st.columns([3, 2], gap="large")
        with left:
            draw_situation(scenario)
        with right:
            draw_desk(attempt, scenario, None)
    with st.container(key="next"):
        st.button(
            _("Call {name}").format(name=scenario.consumer_name),
            type="primary",
            on_click=carry_out,
            args=(candidate, call),
        )


def draw_message(candidate: Candidate) -> None:
    """The one written message, to the person who was called last."""
    scenario, attempt = candidate.scenario, candidate.attempt
    of = attempt.state.call
    if of is None:
        return
    account = scenario.for_account(of.account)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.write(how_it_ended(of))
        st.write(
            _(
                "Now write {name} one message after this call: what was agreed, or what happens "
                "next. Think of who else may read it."
            ).format(name=account.consumer_name)
        )
        clock = candidate.there.clock
        if clock is not None and clock.over:
            st.info(_("The minutes for the message are over. Go on to the wrap-up."))
        else:
            ways = ways_to_write(scenario, of.account)
            compose(attempt, scenario, of.account, ways, partial(_send, candidate))
        st.button(
            _("Go on without a message"), on_click=carry_out, args=(candidate, leave_message_out)
        )
    with right:
        st.subheader(_("The call"), anchor=False)
        draw_talk(attempt, of, account)


def _send(candidate: Candidate, _drawn: Attempt, draft: Draft) -> Attempt:
    came_back(candidate)
    return write(*candidate.way, draft.text, draft.by, now())


def draw_wrap_up(candidate: Candidate) -> None:
    """The form of every wrap-up, with the call beside it."""
    scenario, attempt = candidate.scenario, candidate.attempt
    of, clock = attempt.state.call, candidate.there.clock
    over = clock is not None and clock.over
    left, right = st.columns([3, 2], gap="large")
    with left:
        if of is not None:
            st.write(how_it_ended(of))
        if over:
            st.info(
                _(
                    "The minutes for the wrap-up are over. It is kept as you left it: hand it in "
                    "and go on."
                )
            )
        else:
            draw_form(attempt, scenario)
    with right:
        if of is not None:
            st.subheader(_("The call"), anchor=False)
            draw_talk(attempt, of, scenario.for_account(of.account))
    with st.container(key="next"):
        if over:
            st.button(_("Hand in"), type="primary", on_click=carry_out, args=(candidate, hand_in))
        else:
            draw_hand_in(attempt, scenario.house.currency, lambda: carry_out(candidate, hand_in))
        st.caption(_("After this nothing of this call changes any more."))
