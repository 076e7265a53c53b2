"""The trainer's part of a call: a verdict on any mark, by keys as well."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_area
from pages._mark_looked_at import draw_mark
from pages._opened import moment
from pages._parts import draw_trouble, keep_trouble, plain
from pages._preferences import draw_one, is_on
from pages._texts import _
from pages._unsent import key_of
from pages._who import acting
from scoring.judged import WHOLE, Decision, Ruling, Subject, subjects
from scoring.review import Review
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER
from training.models import Attempt
from training.preferences import Switch
from training.verdicts import Verdict, give_verdict, verdicts

_PLACE = "verdict"
_ABOUT = "verdict_about"
_ASKED = "verdict_asked"
"""What is being said of which mark while its field is open."""
_VALUE = "verdict_value"
_WHY = "verdict_why"
"""Each of these is of one attempt: what was begun for one person is not left for the next."""
_SAVED = "verdict_saved"


def draw_verdict(attempt: Attempt, machine: Review) -> None:
    """One mark at a time, or the rest as it stands."""
    there = subjects(machine)
    given = {one.ruling.about: one for one in verdicts(store(), acting(), attempt.id) if one.stands}
    draw_trouble(_PLACE)
    if saved := st.session_state.pop(_SAVED, ""):
        st.html(f'<p role="status">✓ {saved}</p>')
    with st.container(key="verdict"):
        if there:
            _draw_one(attempt, machine, there, given)
        else:
            st.text(_("The machine gave no mark that could be judged one by one."))
    st.caption(
        _(
            "A verdict outranks the machine's mark, the grade follows, and both stay on record "
            "with your name. A later one on the same mark takes the place of an earlier one."
        )
    )


def go_to_mark(attempt: Attempt, about: str) -> None:
    """For callbacks: this mark is the one that is looked at."""
    st.session_state[key_of(attempt, _ABOUT)] = about
    _ask_nothing(attempt)


def draw_close(attempt: Attempt) -> None:
    """The last thing: whatever was not judged stands as the machine said it."""
    st.button(_("Accept the rest as it stands"), on_click=partial(_accept_the_rest, attempt.id))
    st.caption(_("Accepting the rest closes the attempt: it leaves the queue."))


def _draw_one(
    attempt: Attempt, machine: Review, there: Mapping[str, Subject], given: Mapping[str, Verdict]
) -> None:
    """Which mark, what the machine says of it, and what becomes of it."""
    names, key = list(there), key_of(attempt, _ABOUT)
    if st.session_state.get(key) not in there:
        st.session_state[key] = next((one for one in names if one not in given), names[0])
    about = st.session_state[key]
    st.selectbox(
        _("Mark {nth} of {n}, {judged} judged").format(
            nth=names.index(about) + 1, n=len(names), judged=len(given.keys() & there.keys())
        ),
        names,
        format_func=lambda one: _label(there[one], given.get(one)),
        key=key,
        on_change=partial(_ask_nothing, attempt),
    )
    draw_mark(machine, about, given.get(about))
    asked = st.session_state.get(key_of(attempt, _ASKED))
    if asked is None:
        _draw_ways(attempt, there[about], names, given)
    else:
        _draw_why(attempt, there[about], names, asked)


def _draw_ways(
    attempt: Attempt, subject: Subject, names: Sequence[str], given: Mapping[str, Verdict]
) -> None:
    """The five ways on, each with its key."""
    keys = is_on(Switch.SINGLE_KEYS)
    accept = partial(_accept, attempt, subject.about, names, frozenset(given))
    ways = [
        (_("Accept it"), "A", accept),
        (_("Adjust it"), "J", partial(_ask, attempt, Decision.ADJUST)),
        (_("Set it aside"), "S", partial(_ask, attempt, Decision.REJECT)),
        (_("Next"), "N", partial(_go, attempt, names, 1)),
        (_("Back"), "B", partial(_go, attempt, names, -1)),
    ]
    with st.container(horizontal=True, key="verdict_ways"):
        for label, key, act in ways:
            if subject.is_mark or key != "J":
                st.button(label, on_click=act, shortcut=key if keys else None)
    draw_one(Switch.SINGLE_KEYS)


def _draw_why(attempt: Attempt, subject: Subject, names: Sequence[str], decision: Decision) -> None:
    with st.form("verdict_form", border=False):
        if decision is Decision.ADJUST:
            start = 50 if subject.value is None else round(subject.value)
            value = key_of(attempt, f"{_VALUE}_{subject.about}")
            st.number_input(_("The mark, from 0 to 100"), 0, 100, start, key=value)
        why = key_of(attempt, _WHY)
        draw_area(_("Why"), LONGEST_ANSWER, why)
        with st.container(horizontal=True):
            save = partial(_save, attempt, subject.about, names, decision)
            st.form_submit_button(_("Save the verdict"), type="primary", on_click=save)
            st.form_submit_button(_("Leave it"), on_click=partial(_ask_nothing, attempt))


def _label(subject: Subject, given: Verdict | None) -> str:
    sign = "" if given is None else "✓ "
    if not subject.is_mark:
        return f"{sign}{subject.name}"
    figure = _("no mark") if subject.value is None else f"{subject.value:.0f}"
    return f"{sign}{subject.name}, {figure}"


def _ask(attempt: Attempt, decision: Decision) -> None:
    st.session_state[key_of(attempt, _ASKED)] = decision


def _ask_nothing(attempt: Attempt) -> None:
    st.session_state.pop(key_of(attempt, _ASKED), None)


def _go(attempt: Attempt, names: Sequence[str], by: int) -> None:
    """To the mark after or before; from the last one on to the first."""
    key = key_of(attempt, _ABOUT)
    place = names.index(st.session_state[key])
    st.session_state[key] = names[(place + by) % len(names)]
    _ask_nothing(attempt)


def _on(attempt: Attempt, about: str, names: Sequence[str], judged: frozenset[str]) -> None:
    """To the next mark on which nothing stands yet; where there is none one stays."""
    place = names.index(about)
    ahead = (*names[place + 1 :], *names[:place])
    to = next((one for one in ahead if one not in judged), about)
    st.session_state[key_of(attempt, _ABOUT)] = to
    _ask_nothing(attempt)


def _accept(attempt: Attempt, about: str, names: Sequence[str], judged: frozenset[str]) -> None:
    if _give(attempt.id, Ruling(about, Decision.ACCEPT)):
        _on(attempt, about, names, judged)


def _save(attempt: Attempt, about: str, names: Sequence[str], decision: Decision) -> None:
    state, why = st.session_state, key_of(attempt, _WHY)
    put = key_of(attempt, f"{_VALUE}_{about}")
    value = state.get(put) if decision is Decision.ADJUST else None
    if _give(attempt.id, Ruling(about, decision, value, state.get(why, ""))):
        state.pop(why, None)
        given = verdicts(store(), acting(), attempt.id)
        _on(attempt, about, names, frozenset(one.ruling.about for one in given if one.stands))


def _accept_the_rest(attempt_id: str) -> None:
    _give(attempt_id, Ruling(WHOLE, Decision.ACCEPT))


def _give(attempt_id: str, ruling: Ruling) -> bool:
    try:
        given = give_verdict(store(), acting(), attempt_id, ruling, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
        return False
    st.session_state[_SAVED] = _("Saved at {moment}: {name}.").format(
        moment=moment(), name=plain(given.name)
    )
    return True
