"""The trainer's words for a trainee: a comment at a turn, and a note with one thing to drill."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import streamlit as st

from calls.turn import Speaker, Turn, turn_number
from compliance_rules import Rule, Standing
from drills import deck
from drills.item import Kind
from pages._floor import now
from pages._limited import draw_area
from pages._opened import moment
from pages._parts import draw_trouble, keep_trouble
from pages._said_of import moment_of
from pages._shipped import stock
from pages._texts import _
from pages._trying import acting, store
from pages._unsent import key_of
from scoring.review import Review
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER
from training.models import Attempt
from training.remarks import Remark, coach, comment

_COMMENT, _COMMENT_AT = "comment", "comment_turn"
_NOTE, _NOTE_DRILL = "coaching_note", "coaching_drill"
_SAVED = "remark_saved"
_SHORT = 60


def draw_comment(attempt: Attempt, turns: Sequence[Turn], names: Mapping[Speaker, str]) -> None:
    """Which turn, and what is to be said there."""
    _told(_COMMENT)
    with st.form("comment_form", border=False):
        st.selectbox(
            _("Comment at turn"),
            range(len(turns)),
            format_func=lambda n: _shortened(n, turns[n], names),
            key=key_of(attempt, _COMMENT_AT),
        )
        field = key_of(attempt, _COMMENT)
        draw_area(_("Your comment"), LONGEST_ANSWER, field)
        st.form_submit_button(_("Keep the comment"), on_click=partial(_comment, attempt))


def draw_note(
    attempt: Attempt, machine: Review, rules: Mapping[str, Rule], known: Remark | None
) -> None:
    """What to take away from the call, and what to practise in a drill."""
    _told(_NOTE)
    choices = _drills(machine)
    field = key_of(attempt, _NOTE)
    if known is not None:
        _draw_known(known, rules)
    with st.form("note_form", border=False):
        draw_area(_("What to take away from this call"), LONGEST_ANSWER, field)
        st.selectbox(
            _("One thing to drill"),
            choices,
            format_func=lambda one: drill_name(one, rules),
            key=key_of(attempt, _NOTE_DRILL),
        )
        st.form_submit_button(_("Give the note"), type="primary", on_click=partial(_coach, attempt))
    st.caption(
        _("They find it under Today and on their scorecard, and say there that they have read it.")
    )


def _draw_known(known: Remark, rules: Mapping[str, Rule]) -> None:
    """The note that stands, and whether the trainee said that they read it."""
    with st.container(border=True, key="known_note"):
        st.caption(_("From {by}, {when}").format(by=known.by, when=moment_of(known.at)))
        st.text(known.text)
        if known.drill:
            st.text(_("To drill: {name}").format(name=drill_name(known.drill, rules)))
        if known.read_at is None:
            st.text(_("Not acknowledged yet."))
        else:
            read = _("✓ The trainee read it on {when}")
            st.text(read.format(when=moment_of(known.read_at)))
    st.caption(_("Another note takes its place."))


def drill_name(drill: str, rules: Mapping[str, Rule]) -> str:
    """What is drilled, as people call it: a kind of questions, or a rule."""
    kinds = {one.value: one for one in Kind}
    if drill in kinds:
        return _(kinds[drill].label)
    return rules[drill].title if drill in rules else drill


def _drills(machine: Review) -> list[str]:
    """First the rules that were not met in this call and have questions, then every kind."""
    missed = (one.rule for one in machine.check.findings if one.standing is Standing.NOT_MET)
    of_rules = [one for one in dict.fromkeys(missed) if deck.cards_of(stock(), one)]
    return [*of_rules, *(one.value for one in Kind)]


def comments_at(said: Iterable[Remark]) -> dict[int, list[Remark]]:
    """The comments that stand, by their turn."""
    found: dict[int, list[Remark]] = {}
    for one in said:
        if one.turn is not None and one.stands:
            found.setdefault(one.turn, []).append(one)
    return found


def _shortened(n: int, turn: Turn, names: Mapping[Speaker, str]) -> str:
    text = " ".join(turn.text.split())
    some = text if len(text) <= _SHORT else f"{text[:_SHORT]} …"
    return f"{turn_number(n)} · {names[turn.speaker]}: {some}"


def _told(place: str) -> None:
    draw_trouble(place)
    kept: tuple[str, str] = st.session_state.get(_SAVED, ("", ""))
    if kept[0] == place:
        del st.session_state[_SAVED]
        st.html(f'<p role="status">✓ {kept[1]}</p>')


def _comment(attempt: Attempt) -> None:
    state, field = st.session_state, key_of(attempt, _COMMENT)
    turn = state[key_of(attempt, _COMMENT_AT)]
    try:
        comment(store(), acting(), attempt.id, turn, state[field], now())
    except TrainingError as error:
        keep_trouble(error, _COMMENT)
    else:
        state[_SAVED] = (_COMMENT, _("Saved at {moment}.").format(moment=moment()))
        state[field] = ""


def _coach(attempt: Attempt) -> None:
    state, field = st.session_state, key_of(attempt, _NOTE)
    drill = state[key_of(attempt, _NOTE_DRILL)]
    try:
        coach(store(), acting(), attempt.id, state[field], drill, now())
    except TrainingError as error:
        keep_trouble(error, _NOTE)
    else:
        state[_SAVED] = (_NOTE, _("Given at {moment}.").format(moment=moment()))
        state[field] = ""
