"""The attempt that a page is about: found by the URL, changed by callbacks, never another's."""

from collections.abc import Callable

import streamlit as st

from pages._came_back import stays_here
from pages._floor import now
from pages._parts import keep_trouble
from pages._preview import draw_if_preview
from pages._texts import _
from pages._trying import acting, store
from pages._voices import voice
from training.errors import NoSuchAttempt, TrainingError
from training.models import Attempt, Purpose
from training.practice import resume

_OPEN = "attempt"
_GO_TO = "go_to"
PURPOSES = {
    Purpose.PRIVATE: _("private practice, only you see it"),
    Purpose.SUBMITTED: _("an attempt you submit, for trainers to read once you hand it in"),
    Purpose.ASSESSMENT: _("an assessment"),
    Purpose.DEMO: _("a demonstration"),
}
SHORT_PURPOSES = PURPOSES | {
    Purpose.PRIVATE: _("private practice"),
    Purpose.SUBMITTED: _("an attempt you submit"),
}
"""The same without who reads it."""

Step = Callable[[Attempt], Attempt]
"""From the attempt as it was drawn to the attempt as it stands."""


def opened(*, answer: bool = True, own: bool = True) -> Attempt:
    """The attempt of the URL as it stands now; what waits for a reply gets it here.

    With `answer=False` the page draws first what was said and answers then. Another person's
    attempt is as unknown as one that never was; with `own=False` one that was handed in is known
    to those whose role may read it.
    """
    attempt_id = st.query_params.get("attempt", "")
    try:
        attempt = store().attempt(acting(), attempt_id)
        if answer and attempt.person_id == acting().id:
            attempt = resume(store(), acting(), attempt_id, voice())
    except NoSuchAttempt:
        nothing_here()
        st.stop()
    if own and attempt.person_id != acting().id:
        nothing_here()
        st.stop()
    st.session_state[_OPEN] = attempt
    return attempt


def show(attempt: Attempt) -> None:
    """For a page that finds its attempt by itself: it is this one that callbacks go on from."""
    st.session_state[_OPEN] = attempt


def do(step: Step, at: str = "page") -> bool:
    """For callbacks: one step further, from what the page had drawn; whether it worked.

    What goes wrong is said where the page draws the troubles `at` that place.
    """
    drawn: Attempt = st.session_state[_OPEN]
    try:
        st.session_state[_OPEN] = step(drawn)
    except TrainingError as error:
        keep_trouble(error, at)
        return False
    return True


def go_to(page: str, attempt: Attempt) -> None:
    """For callbacks: show another page about this attempt next."""
    stays_here(attempt)
    st.session_state[_GO_TO] = (page, attempt.id)


def on_with(attempt: Attempt) -> tuple[str, str]:
    """The page on which an attempt goes on, and what the way there is called."""
    call = attempt.state.call
    if attempt.state.handed_in:
        return "pages/scorecard.py", _("To the scorecard")
    if len(attempt.accounts) > len(attempt.state.decided) and len(attempt.accounts) > 1:
        return "pages/call.py", _("Back to the list")
    if call is not None and call.over:
        return "pages/wrap_up.py", _("To the wrap-up")
    if call is not None and call.written:
        return "pages/call.py", _("Back to the messages")
    return "pages/call.py", _("Back to the call")


def follow() -> None:
    """Go where the last callback pointed; called before a page draws anything.

    Whoever stays is told where it is a preview, which is kept nowhere.
    """
    target = st.session_state.pop(_GO_TO, None)
    if target is not None:
        page, attempt_id = target
        st.switch_page(page, query_params={"attempt": attempt_id})
    draw_if_preview()


def moment() -> str:
    """The time of day, for what was just kept."""
    return f"{now():%H:%M}"


def nothing_here() -> None:
    """What stands where there is no attempt that this person may open."""
    st.title(_("There is no such attempt here"))
    st.write(
        _(
            "Either the address is not complete, or the attempt belongs to somebody else. Your "
            "own are listed under Practise."
        )
    )
    st.page_link("pages/practise.py", label=_("To the scenarios"))
