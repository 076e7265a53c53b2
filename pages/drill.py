"""A drill: three minutes, one question at a time, each explained; what was missed comes again."""

import re
from datetime import UTC, datetime

import streamlit as st

from drills import deck
from drills.item import Item, Marked
from pages._drilling import (
    draw_choices,
    draw_field,
    draw_question,
    draw_verdict,
    forget_words,
)
from pages._entrance import enter
from pages._floor import now, store
from pages._parts import day, name_tab, plain
from pages._preferences import draw_one, is_on
from pages._shipped import stock
from pages._texts import _, plural
from pages._who import acting
from training.drilling import (
    LASTS,
    MOST,
    Answer,
    Drill,
    answers,
    count_due,
    drill,
    keep_answer,
    known_until,
    question,
)
from training.preferences import Switch

_BEGAN = "began"
_ANSWERED = "drill_answered"
"""Who just answered which question, and the answer, until they go on; it is shown to them alone."""


def draw() -> None:
    """What it is; then question after question; then what came of it."""
    name_tab(_("Drill"))
    began = _began()
    if began is None:
        _draw_start()
        return
    going = drill(store(), acting(), stock(), began)
    item, answer = _answered(began) or (None, "")
    if item is None and not going.over(now()):
        item = question(stock(), going)
    if item is None:
        _draw_end(going)
        return
    _draw_item(item, answer, going)


def _began() -> datetime | None:
    """When this drill began, as the address says, so that a reload goes on with it."""
    told = st.query_params.get(_BEGAN, "")
    if not re.fullmatch(r"\d{1,11}(\.\d{1,6})?", told, re.ASCII):  # good for some centuries yet
        return None
    began = datetime.fromtimestamp(float(told), UTC)
    return began if began <= now() else None


def _begin() -> None:
    st.session_state.pop(_ANSWERED, None)
    forget_words()
    st.query_params[_BEGAN] = f"{now().timestamp():.6f}"


def _draw_start() -> None:
    st.title(_("Drill"), anchor=False)
    st.write(
        _(
            "Three minutes of small questions: may I dial, which rule speaks, what comes next, "
            "better words, numbers and dates. Every answer is explained. What you miss comes "
            "again soon, what you know later and later."
        )
    )
    due = count_due(store(), acting(), stock(), now())
    if due:
        st.write(
            plural("{n} question is due again today.", "{n} questions are due again today.", due)
        )
    st.caption(
        _("Nobody but you sees your answers. You can stop at any time; each answer is kept.")
    )
    st.button(_("Begin"), type="primary", on_click=_begin)


def _answered(began: datetime) -> tuple[Item, str] | None:
    kept: tuple[str, datetime, Item, str] | None = st.session_state.get(_ANSWERED)
    return kept[2:] if kept is not None and kept[:2] == (acting().id, began) else None


def _draw_item(item: Item, answer: str, going: Drill) -> None:
    marked = deck.mark(stock(), item, answer) if answer else None
    # What was left open for long and then answered is kept, and counts in no drill.
    number = max(1, len(going.given) + (0 if answer else 1))
    st.title(_("Drill"), anchor=False)
    nth = _("question {number} of {most} at most").format(number=number, most=MOST)
    st.caption(f"{_(item.kind.label)} · {nth} · {_left(going)}")
    draw_question(item)

    def give(said: str) -> None:
        if said.strip():
            _give(going.began, item, said.strip())

    if item.choices and marked is None:
        draw_choices(item, give, keys=is_on(Switch.SINGLE_KEYS))
        draw_one(Switch.SINGLE_KEYS)
    if not item.choices:
        draw_field(item, give)
        if marked is not None:
            st.caption(_("Your first answer counts. Try others as long as you like."))
    if marked is not None:
        draw_verdict(item, answer, marked)
        # Enter is left to whatever has the focus: a link to a rule, a line in the field.
        key = "G" if item.choices and is_on(Switch.SINGLE_KEYS) else None
        st.button(_("Go on"), type="primary", key="go_on", on_click=_go_on, shortcut=key)


def _left(going: Drill) -> str:
    """A clock that does not tick: what is left, as one would say it."""
    left = going.began + LASTS - now()
    if left.total_seconds() <= 0:
        return _("time is up, this is the last one")
    minutes = round(left.total_seconds() / 60)
    if not minutes:
        return _("less than half a minute left")
    return plural("about {n} minute left", "about {n} minutes left", minutes)


def _give(began: datetime, item: Item, answer: str) -> None:
    marked: Marked = deck.mark(stock(), item, answer)
    keep_answer(store(), acting(), item, answer, marked, now())
    st.session_state[_ANSWERED] = (acting().id, began, item, answer)


def _go_on() -> None:
    st.session_state.pop(_ANSWERED, None)
    forget_words()


def _draw_end(going: Drill) -> None:
    st.title(_("Drill"), anchor=False)
    given = len(going.given)
    right = given - len(going.missed)
    if not given:
        st.write(_("The three minutes are over, and nothing was answered in them."))
    else:
        told = plural(
            "You answered {n} question, {right} of them right",
            "You answered {n} questions, {right} of them right",
            given,
            right=right,
        )
        st.subheader(told, anchor=False)
        _draw_missed(going)
        _draw_next()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("Another three minutes"), type="primary", on_click=_begin)
        st.page_link("pages/today.py", label=_("Back to Today"))


def _draw_missed(going: Drill) -> None:
    if not going.missed:
        return
    st.write(_("To look at again; it comes first in your next drill:"))
    for one in going.missed:
        _draw_one(one)


def _draw_one(one: Answer) -> None:
    item = deck.item(stock(), one.card, one.nth)
    if item is None:
        return
    with st.expander(plain(f"{_(item.kind.label)}: {item.question}")):
        draw_question(item)
        draw_verdict(item, one.answer, deck.mark(stock(), item, one.answer))


def _draw_next() -> None:
    """When something comes again that is known by now."""
    until = known_until(answers(store(), acting()), now())
    if until is not None:
        soonest = day(until.astimezone(now().tzinfo), weekday=True)
        st.caption(_("What you knew comes again from {soonest} on.").format(soonest=soonest))


enter(draw)
