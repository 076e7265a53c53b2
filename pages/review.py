"""Review: a submitted call, its marks one by one, comments at turns, and a coaching note."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from calls.turn import Speaker, Turn
from debriefs.transcript import Annotated
from pages._answers import draw_answers
from pages._entrance import enter
from pages._floor import now, store
from pages._just_said import draw_just_said
from pages._opened import nothing_here, opened
from pages._parts import day, name_tab, plain
from pages._remarks import comments_at, draw_comment, draw_note
from pages._said_of import remark_line
from pages._texts import _, plural
from pages._transcript import accounts, draw_beside
from pages._verdict import draw_close, draw_verdict, go_to_mark
from pages._who import acting
from scoring.judged import WHOLE
from scoring.review import Review
from simulator.scenario import Scenario
from training.disputes import disputes
from training.judging import may_judge
from training.models import Attempt, Purpose
from training.people import person_of
from training.practice import scenario_of
from training.remarks import Remark, note_of, remarks
from training.reviews import review_attempt
from training.shipped import checker_for
from training.verdicts import Verdict, verdicts
from training.waiting import waiting

_MADE = "reviewed"


def draw() -> None:
    """The call on the left, what is said of it on the right."""
    attempt = opened(answer=False, own=False)
    may = may_judge(store(), acting(), attempt.id)
    if not may or attempt.purpose is Purpose.ASSESSMENT:
        nothing_here()
        return
    scenario = scenario_of(store(), acting(), attempt)
    name_tab(_("Review: {title}").format(title=scenario.title))
    st.title(plain(scenario.title), anchor=False)
    _whose(attempt)
    machine = _reviewed(attempt)
    given = verdicts(store(), acting(), attempt.id)
    said = remarks(store(), acting(), attempt.id)
    left, right = st.columns(2, gap="large")
    with left, st.container(key="to_review"):
        _draw_call(attempt, machine, scenario, said)
    with right:
        _draw_judging(attempt, machine, scenario, given, said)


def _whose(attempt: Attempt) -> None:
    who = plain(person_of(store(), acting(), attempt).name)
    when = day(attempt.started_at, weekday=True)
    st.caption(_("Review · {who} · {day}").format(who=who, day=when))
    with st.container(horizontal=True):
        st.page_link("pages/queue.py", label=_("Back to the queue"))
        st.page_link(
            "pages/scorecard.py", label=_("The scorecard"), query_params={"attempt": attempt.id}
        )


def _reviewed(attempt: Attempt) -> Review:
    """Made once for a visit; what was handed in does not change any more."""
    kept: tuple[str, Review] | None = st.session_state.get(_MADE)
    if kept is None or kept[0] != attempt.id:
        kept = (attempt.id, review_attempt(store(), acting(), attempt.id, now()))
        st.session_state[_MADE] = kept
    return kept[1]


def _draw_call(
    attempt: Attempt, machine: Review, scenario: Scenario, said: tuple[Remark, ...]
) -> None:
    st.subheader(_("The call"), anchor=False)
    turns = _turns(attempt)
    if not turns:
        st.text(_("Nothing was said in it."))
        return
    names = _names(attempt, scenario)
    rules = {rule.id: rule for rule in checker_for(scenario.house).rules}
    asides: dict[int, list[str]] = {n: [head] for n, head in accounts(attempt, scenario).items()}
    for n, here in comments_at(said).items():
        asides.setdefault(n, []).extend(remark_line(one) for one in here)
    draw_beside(
        Annotated(
            turns=turns,
            names=names,
            findings=machine.check.findings,
            met=machine.check.met,
            rules=rules,
            asides=asides,
        )
    )


def _turns(attempt: Attempt) -> tuple[Turn, ...]:
    return tuple(turn for call in attempt.state.calls for turn in call.turns)


def _names(attempt: Attempt, scenario: Scenario) -> Mapping[Speaker, str]:
    return {
        Speaker.COLLECTOR: person_of(store(), acting(), attempt).name,
        Speaker.CONSUMER: scenario.consumer_name,
        Speaker.THIRD_PARTY: _("Somebody else"),
    }


def _draw_judging(
    attempt: Attempt,
    machine: Review,
    scenario: Scenario,
    given: tuple[Verdict, ...],
    said: tuple[Remark, ...],
) -> None:
    """What waits for an answer, the marks, the note, and the end."""
    rules = {rule.id: rule for rule in checker_for(scenario.house).rules}
    if disputed := disputes(store(), acting(), attempt.id):
        st.subheader(_("Disputed"), anchor=False)
        draw_answers(attempt, disputed, partial(go_to_mark, attempt))
    st.subheader(_("The marks"), anchor=False)
    draw_verdict(attempt, machine)
    turns = _turns(attempt)
    if turns:
        st.subheader(_("A comment"), anchor=False)
        draw_comment(attempt, turns, _names(attempt, scenario))
    st.subheader(_("Coaching note"), anchor=False)
    draw_note(attempt, machine, rules, note_of(said))
    st.subheader(_("When you are done"), anchor=False)
    if any(one.stands and one.ruling.about == WHOLE for one in given):
        _draw_closed(attempt)
    else:
        draw_close(attempt)
    draw_just_said(attempt, given, said)


def _draw_closed(attempt: Attempt) -> None:
    """It left the queue; the way to the next one."""
    st.html(f'<p role="status">✓ {_("Accepted as it stands, it left the queue.")}</p>')
    ahead = [one for one in waiting(store(), acting()) if one.attempt_id != attempt.id]
    if not ahead:
        st.text(_("Nothing else waits for you."))
        return
    st.text(plural("{n} more waits.", "{n} more wait.", len(ahead)))
    st.page_link(
        "pages/review.py",
        label=_("The next one: {who}, {title}").format(
            who=plain(ahead[0].who), title=plain(ahead[0].title)
        ),
        query_params={"attempt": ahead[0].attempt_id},
    )


enter(draw)
