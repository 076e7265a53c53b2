"""Queue: what others handed in to be judged, the oldest first, and the disputes that wait."""

from html import escape

import streamlit as st

from pages._entrance import enter
from pages._floor import store
from pages._parts import clock, day, name_tab
from pages._who import acting, draw_for_judges_alone
from training.waiting import Waiting, waiting

_SHOWN = 30
_FOR_A_PERSON = (
    '<span class="sign depends"><i aria-hidden="true">◆</i> For a person</span> '
    "a language model and the rules see it differently"
)


def draw() -> None:
    """One entry an attempt, with the two ways on."""
    name_tab("Queue")
    st.title("Queue", anchor=False)
    if draw_for_judges_alone():
        return
    found = waiting(store(), acting())
    if not found:
        st.write(
            "Nothing waits for you. What others submit will be here, the oldest first, and marks "
            "that somebody disputes."
        )
        st.page_link("pages/agreement.py", label="How far people and the machine agree")
        return
    st.write(_in_a_sentence(found))
    if disputed := [one for one in found if one.disputed]:
        st.subheader("Marks that are disputed", anchor=False)
        st.html(f'<ol class="queue">{"".join(map(_disputed, disputed))}</ol>')
    if due := [one for one in found if not one.closed]:
        st.subheader("Handed in, the oldest first", anchor=False)
        st.caption(
            "Rate a call before you open its scorecard: only a rating by somebody who has seen "
            "neither the machine's marks nor another rating counts as blind."
        )
        st.html(f'<ol class="queue">{"".join(map(_entry, due[:_SHOWN]))}</ol>')
        if len(due) > _SHOWN:
            st.caption(f"And {len(due) - _SHOWN} more, once these are closed.")


def _in_a_sentence(found: tuple[Waiting, ...]) -> str:
    disputed = sum(len(one.disputed) for one in found)
    calls = "1 attempt waits" if len(found) == 1 else f"{len(found)} attempts wait"
    if not disputed:
        return f"{calls}. No dispute is open."
    return f"{calls}. {disputed} {'dispute is' if disputed == 1 else 'disputes are'} open."


def _disputed(one: Waiting) -> str:
    """Which marks; what is said about them stands on the scorecard, for whoever rates first."""
    names = "".join(
        f'<p><span class="sign depends"><i aria-hidden="true">◆</i> Disputed</span> '
        f"{escape(name)}</p>"
        for name in one.disputed
    )
    return f'<li>{_whose(one)}{names}<p class="ways-on">{_to_scorecard(one)}</p></li>'


def _entry(one: Waiting) -> str:
    rate = "Your rating" if one.rated else "Rate it, not blind" if one.seen else "Rate it blind"
    when = f"{day(one.handed_in_at, weekday=True)}, {clock(one.handed_in_at)}"
    count = f"{one.verdicts} {'verdict' if one.verdicts == 1 else 'verdicts'} so far"
    apart = f"<p>{_FOR_A_PERSON}</p>" if one.for_a_person else ""
    to_rating = f'<a href="rating?attempt={escape(one.attempt_id)}" target="_self">'
    return (
        f"<li>{_whose(one)}<p>Handed in {escape(when)} · {count}</p>{apart}"
        f'<p class="ways-on">{to_rating}{rate}{_unseen(one)}</a> {_to_scorecard(one)}</p></li>'
    )


def _whose(one: Waiting) -> str:
    return f"<b>{escape(one.who)}</b> · {escape(one.title)}"


def _to_scorecard(one: Waiting) -> str:
    link = f'<a href="scorecard?attempt={escape(one.attempt_id)}" target="_self">'
    return f"{link}Open the scorecard{_unseen(one)}</a>"


def _unseen(one: Waiting) -> str:
    """For those who hear links without what stands around them."""
    return f'<span class="unseen"> of {escape(one.who)}, {escape(one.title)}</span>'


enter(draw)
