"""Rewind: go back to a turn and say something else; then both ends beside each other."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from calls.state import Line
from calls.turn import Turn, turn_number
from pages._both_moods import FIRST, THEN, draw_moods, is_the_same
from pages._entrance import enter
from pages._floor import now
from pages._opened import do, follow, go_to, on_with, opened
from pages._parts import day, days_of, draw_trouble, name_tab, plain
from pages._side_by_side import (
    draw_differences,
    draw_partings,
    draw_told,
    talk_html,
)
from pages._sides import draw_switch
from pages._texts import _, plural
from pages._trying import acting, store
from scoring.comparing import Comparison
from simulator.scenario import Scenario
from training import messages, practice, rewinding
from training.models import Attempt
from training.rewinding import Branch

_LINE = "rewound_line"
_SAID = "rewound_from"
_SIDE = "rewound_side"
_BEFORE = 6
"""So many turns are shown before the one that is said anew."""


def draw() -> None:
    """Where a turn is asked for, it is said anew; else two tries stand beside each other."""
    follow()
    attempt = opened()
    scenario = practice.scenario_of(store(), acting(), attempt)
    name_tab(_("Rewind: {title}").format(title=scenario.title))
    st.title(plain(scenario.title), anchor=False)
    draw_trouble()
    if not attempt.state.handed_in:
        page, label = on_with(attempt)
        st.write(_("You can go back to a turn once you have handed this one in."))
        st.page_link(page, label=label, query_params={"attempt": attempt.id})
        return
    if "from" in st.query_params:
        _say_it_anew(attempt, scenario.consumer_name)
    else:
        _side_by_side(attempt, scenario)
    _tries(attempt)


def _say_it_anew(attempt: Attempt, them: str) -> None:
    """The turns before it, what was said then, and a field for what is said now."""
    turns = _turns(attempt)
    said = _event_of(attempt, st.query_params["from"])
    if said is None:
        st.warning(_("There is no line of yours at that turn. Choose one below the scorecard."))
        return
    index = _index_of(attempt, said)
    st.subheader(_("Back at turn {number}").format(number=turn_number(index)), anchor=False)
    st.caption(_("This try is private practice. The call as it was stays as it is."))
    st.html(talk_html(turns[:index], max(0, index - _BEFORE), them))
    then = _("Then you said: “{words}”").format(words=turns[index].text)
    st.html(f'<p class="aside">{escape(then)}</p>')
    st.session_state[_SAID] = said
    draw_trouble(_LINE)
    st.chat_input(
        _("What do you say this time?"), key=_LINE, submit_mode="disable", on_submit=_try_again
    )


def _event_of(attempt: Attempt, number: str) -> int | None:
    """The event in which the turn of that number was said, if it is one of ours."""
    offered = rewinding.lines_to_try_again(attempt)
    lines = _lines(attempt)
    index = int(number) - 1 if number.isdecimal() else -1
    if not 0 <= index < len(lines) or lines[index].seq not in offered:
        return None
    return lines[index].seq


def _index_of(attempt: Attempt, said: int) -> int:
    return next(n for n, line in enumerate(_lines(attempt)) if line.seq == said)


def _lines(attempt: Attempt) -> tuple[Line, ...]:
    return tuple(line for call in attempt.state.calls for line in call.lines)


def _turns(attempt: Attempt) -> tuple[Turn, ...]:
    return tuple(line.turn for line in _lines(attempt))


def _try_again() -> None:
    words, said = st.session_state[_LINE], st.session_state[_SAID]

    def say(drawn: Attempt) -> Attempt:
        messages.spoken(words)  # what cannot be said begins no branch
        begun = rewinding.branch(store(), acting(), drawn, said, now())
        way = messages.went(drawn.events[said - 1])
        return practice.say(store(), acting(), begun, words, now(), way)

    if do(say, _LINE):
        go_to("pages/call.py", st.session_state["attempt"])


def _side_by_side(attempt: Attempt, scenario: Scenario) -> None:
    """This try and the one that it left, or the one that the address names."""
    other = _other(attempt)
    if other is None:
        st.write(
            _(
                "There is no other try of this call yet. On its scorecard every line of yours has "
                "a “Try again from here”."
            )
        )
        return
    made = rewinding.compared(store(), acting(), other, attempt.id, now())
    first = _turns(store().attempt(acting(), other))
    shared, them = made.shared, scenario.consumer_name
    _what_parted_them(made)
    draw_differences(made, days_of(scenario.house.country))
    draw_moods(made)
    st.subheader(_("What only one of them brought out"), anchor=False)
    draw_told(made)
    st.subheader(_("Both ends"), anchor=False)
    with st.expander(_("The {shared} turns before").format(shared=shared)):
        st.html(talk_html(first[:shared], 0, them))
    draw_switch({FIRST: "side_first", THEN: "side_then"}, _SIDE)
    ends: Mapping[str, Sequence[Turn]] = {"first": first, "then": _turns(attempt)}
    for column, name, (key, turns) in zip(st.columns(2), (FIRST, THEN), ends.items(), strict=True):
        with column, st.container(key=f"side_{key}"):
            st.html(f"<h3>{name}</h3>{talk_html(turns, shared, them)}")


def _what_parted_them(made: Comparison) -> None:
    """How far both tries are one call, and the words at which they part."""
    if is_the_same(made):
        st.write(
            _("Both tries are the same, word for word, in all {shared} turns.").format(
                shared=made.shared
            )
        )
    else:
        st.write(
            plural(
                "Both tries share {n} turn. From turn {number} on they differ.",
                "Both tries share {n} turns. From turn {number} on they differ.",
                made.shared,
                number=turn_number(made.shared),
            )
        )
        st.subheader(_("What made the difference"), anchor=False)
        draw_partings(made)


def _other(attempt: Attempt) -> str | None:
    """The try to lay beside this one: as asked for, else its parent, else its newest branch."""
    tries = [one for one in _family(attempt) if one.handed_in and one.attempt_id != attempt.id]
    asked = st.query_params.get("beside", attempt.parent_attempt)
    if asked in {one.attempt_id for one in tries}:
        return asked
    newest = max(tries, key=lambda one: one.started_at, default=None)
    return newest.attempt_id if newest else None


def _family(attempt: Attempt) -> tuple[Branch, ...]:
    return rewinding.family(store(), acting(), attempt)


def _tries(attempt: Attempt) -> None:
    """All tries of this call, each under the one that it leaves."""
    tries = _family(attempt)
    if len(tries) < 2:
        return
    st.subheader(_("All tries of this call"), anchor=False)
    children: dict[str | None, list[Branch]] = {}
    known = {one.attempt_id for one in tries}
    for one in tries:
        children.setdefault(one.parent if one.parent in known else None, []).append(one)
    st.html(f'<ul class="tries">{_listed(children, None, attempt.id)}</ul>')


def _listed(children: Mapping[str | None, list[Branch]], parent: str | None, shown: str) -> str:
    items = ""
    for one in children.get(parent, ()):
        below = _listed(children, one.attempt_id, shown)
        items += f"<li>{_named(one, shown)}{f'<ul>{below}</ul>' if below else ''}</li>"
    return items


def _named(one: Branch, shown: str) -> str:
    when = f"{day(one.started_at)}, {one.started_at:%H:%M}"
    what = _("The first try") if one.parent is None else _("Tried again")
    name = f"{what} · {when}"
    if one.attempt_id == shown:
        return f"<b>{escape(name)}</b> {_('(shown here)')}"
    page = "rewind" if one.handed_in else "call"
    goes_on = "" if one.handed_in else f" {_('(goes on)')}"
    address = f"{page}?attempt={escape(one.attempt_id)}"
    return f'<a href="{address}" target="_self">{escape(name)}</a>{goes_on}'


enter(draw)
