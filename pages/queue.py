"""Queue: what others handed in to be judged, the oldest first, and the disputes that wait."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._paging import draw_paged, to_the_first
from pages._parts import clock, day, due_line, name_tab
from pages._samples_due import draw_samples_due
from pages._texts import _, plural
from pages._who import acting, draw_for_judges_alone
from training.waiting import Waiting, waiting

_DEPENDS = '<span class="sign depends"><i aria-hidden="true">◆</i> {word}</span>'
_MINE = _("Only what is yours to review first: {n}")


def draw() -> None:
    """One entry an attempt, with the two ways on."""
    name_tab(_("Queue"))
    st.title(_("Queue"), anchor=False)
    if draw_for_judges_alone():
        return
    found = waiting(store(), acting())
    if not found:
        st.write(
            _(
                "Nothing waits for you. What others submit will be here, the oldest first, and "
                "marks that somebody disputes."
            )
        )
        st.page_link("pages/agreement.py", label=_("How far people and the machine agree"))
        return
    st.write(_in_a_sentence(found))
    draw_samples_due([one for one in found if one.stage is not None])
    if disputed := sorted((one for one in found if one.disputed), key=_first_due):
        st.subheader(_("Marks that are disputed"), anchor=False)
        st.html(f'<ol class="queue">{"".join(map(_disputed, disputed))}</ol>')
    if due := [one for one in found if one.stage is None and not one.closed]:
        st.subheader(_("Handed in, the oldest first"), anchor=False)
        st.caption(
            _(
                "Rate a call before you open its scorecard: only a rating by somebody who has seen "
                "neither the machine's marks nor another rating counts as blind."
            )
        )
        mine = [one for one in due if one.for_me]
        if mine and st.toggle(_MINE.format(n=len(mine)), key="queue_mine", on_change=to_the_first):
            due = mine
        draw_paged(due, _entries)


def _in_a_sentence(found: tuple[Waiting, ...]) -> str:
    disputed = sum(len(one.disputed) for one in found)
    calls = plural("{n} attempt waits.", "{n} attempts wait.", len(found))
    if not disputed:
        return f"{calls} {_('No dispute is open.')}"
    return f"{calls} {plural('{n} dispute is open.', '{n} disputes are open.', disputed)}"


def _disputed(one: Waiting) -> str:
    """Which marks; what is said about them stands on the scorecard, for whoever rates first."""
    sign = _DEPENDS.format(word=_("Disputed"))
    due = f"<p>{escape(due_line(one.answer_by, now().date()))}</p>" if one.answer_by else ""
    names = "".join(f"<p>{sign} {escape(name)}</p>" for name in one.disputed)
    to = _to_scorecard(one) if one.stage is not None else _to_review(one)
    return f'<li>{_whose(one)}{names}{due}<p class="ways-on">{to}</p></li>'


def _first_due(one: Waiting) -> date:
    return one.answer_by or date.max


def _entries(some: Sequence[Waiting]) -> None:
    st.html(f'<ol class="queue">{"".join(map(_entry, some))}</ol>')


def _entry(one: Waiting) -> str:
    rate = (
        _("Your rating")
        if one.rated
        else _("Rate it, not blind")
        if one.seen
        else _("Rate it blind")
    )
    when = f"{day(one.handed_in_at, weekday=True)}, {clock(one.handed_in_at)}"
    count = plural("{n} verdict so far", "{n} verdicts so far", one.verdicts)
    handed_in = _("Handed in {when}").format(when=when)
    sign = _DEPENDS.format(word=_("For a person"))
    differ = _("a language model and the rules see it differently")
    apart = f"<p>{sign} {differ}</p>" if one.for_a_person else ""
    to_rating = f'<a href="rating?attempt={escape(one.attempt_id)}" target="_self">'
    return (
        f"<li>{_whose(one)}<p>{escape(handed_in)} · {count}</p>{apart}"
        f'<p class="ways-on">{to_rating}{rate}{_unseen(one)}</a> {_to_review(one)}</p></li>'
    )


def _whose(one: Waiting) -> str:
    return f"<b>{escape(one.who)}</b> · {escape(one.title)}"


def _to_review(one: Waiting) -> str:
    link = f'<a href="review?attempt={escape(one.attempt_id)}" target="_self">'
    return f"{link}{_('Review it')}{_unseen(one)}</a> {_to_scorecard(one)}"


def _to_scorecard(one: Waiting) -> str:
    link = f'<a href="scorecard?attempt={escape(one.attempt_id)}" target="_self">'
    return f"{link}{_('Open the scorecard')}{_unseen(one)}</a>"


def _unseen(one: Waiting) -> str:
    """For those who hear links without what stands around them."""
    whose = _("of {who}, {title}").format(who=one.who, title=one.title)
    return f'<span class="unseen"> {escape(whose)}</span>'


enter(draw)
