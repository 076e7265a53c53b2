"""The scorecard: what must change, what went well, what to try; then all marks and the call."""

from html import escape
from itertools import groupby

import streamlit as st

from calls.fold import CallState
from calls.turn import Speaker, turn_number
from compliance_rules import Finding
from pages._care import draw_after
from pages._dimensions import Beside, draw_dimensions
from pages._entrance import enter
from pages._floor import now, store
from pages._hints import told_of
from pages._left_behind import draw_left_behind
from pages._mood import draw_mood, felt
from pages._offers import draw_offers
from pages._opened import PURPOSES, follow, opened
from pages._parts import day, name_tab, plain
from pages._people import draw_people, on_marks
from pages._second_opinion import draw_second_opinion
from pages._terminal import draw_where_it_is_played
from pages._transcript import (
    Annotated,
    draw_transcript,
    go_to_turn,
    to_finding,
    to_turn,
    with_turns_linked,
)
from pages._who import acting, judges
from scoring.debrief import Condition, Debrief, Try, debrief
from scoring.negotiation import bargaining_of
from scoring.review import Review
from simulator.scenario import Scenario
from training.models import Attempt
from training.people import person_of
from training.practice import scenario_of
from training.reviews import record, review_attempt
from training.shipped import checker_for
from training.verdicts import as_it_stands

_REVIEW = "review"


def draw() -> None:
    """The first screen says it all; the rest proves it."""
    follow()
    attempt = opened(own=False)
    scenario = scenario_of(store(), acting(), attempt)
    name_tab(f"Scorecard: {scenario.title}")
    st.title(scenario.title, anchor=False)
    if not attempt.state.handed_in:
        _not_handed_in(attempt)
        return
    _whose(attempt)
    machine = _reviewed(attempt)
    made = as_it_stands(store(), acting(), attempt, machine)
    told = debrief(made, record(attempt, scenario), scenario)
    if scenario.with_care:
        draw_after(scenario)
    _first_screen(made, told)
    _marks(made, scenario, on_marks(attempt))
    draw_second_opinion(attempt, scenario, machine)
    draw_people(attempt, machine, made)
    if scenario.in_terminal:
        draw_where_it_is_played(scenario)
    elif attempt.state.call is not None:
        _call(made, attempt.state.call, attempt, scenario)
    if attempt.person_id == acting().id:
        with st.container(key="next", horizontal=True):
            _onwards(scenario)


def _whose(attempt: Attempt) -> None:
    """What this is, and of somebody else's whose it is and the way back."""
    when = day(attempt.started_at, weekday=True)
    purpose = PURPOSES[attempt.purpose].partition(",")[0]
    parts = ("Scorecard", when, purpose, told_of(attempt.state.hinted))
    what = " · ".join(filter(None, parts))
    if attempt.person_id == acting().id:
        st.caption(what)
        return
    name = person_of(store(), acting(), attempt).name
    st.caption(f"{what} · what {plain(name)} reads; “you” is {plain(name)}")
    if judges():
        st.page_link("pages/queue.py", label="Back to the queue")


def _marks(made: Review, scenario: Scenario, beside: Beside) -> None:
    """How each dimension was marked; where care is needed, for those who open it."""
    if scenario.with_care:
        with st.expander("How it was marked, for whoever wants to know"):
            draw_dimensions(made.scorecard.scores, beside)
        return
    st.subheader("How it was marked", anchor=False)
    if held := made.scorecard.grade.held:
        st.caption(held)
    draw_dimensions(made.scorecard.scores, beside)


def _reviewed(attempt: Attempt) -> Review:
    """Made once for a visit; what was handed in does not change any more."""
    kept: tuple[str, Review] | None = st.session_state.get(_REVIEW)
    if kept is None or kept[0] != attempt.id:
        kept = (attempt.id, review_attempt(store(), acting(), attempt.id, now()))
        st.session_state[_REVIEW] = kept
    return kept[1]


def _first_screen(made: Review, told: Debrief) -> None:
    st.html(f'<p class="verdict">{escape(told.sentence)}</p>')
    if told.aftermath:
        st.html(f"<p>{escape(told.aftermath)}</p>")
    left, right = st.columns(2, gap="large")
    with left:
        if made.scorecard.must_change:
            _heading("What must change" if told.conditions else "What to look at again")
            st.html(_must_change(made))
        _heading("What went well")
        st.html(_strengths(told))
    with right:
        _heading("Two things to try next time" if len(told.to_try) > 1 else "To try next time")
        st.html(_tries(told))
        if told.conditions:
            _heading("The bar you saw before the call")
            st.html(f'<ul class="bar-list">{"".join(map(_condition, told.conditions))}</ul>')


def _heading(text: str) -> None:
    st.subheader(text, anchor=False)


def _must_change(made: Review) -> str:
    """One entry a rule, with a link to each place."""
    findings = made.check.findings
    fails = sorted(made.scorecard.must_change, key=lambda finding: finding.rule)
    entries = []
    for _, group in groupby(fails, key=lambda finding: finding.rule):
        same = list(group)
        places = ", ".join(_place(findings.index(finding), finding) for finding in same)
        entries.append(
            f'<li><span class="sign not-met"><i aria-hidden="true">■</i> Not met</span> '
            f"{escape(same[0].message)} ({places})"
            f'<p class="better"><b>Better</b> “{escape(same[0].better)}”</p></li>'
        )
    return f'<ul class="said-list">{"".join(entries)}</ul>'


def _place(number: int, finding: Finding) -> str:
    where = "the whole call" if finding.turn is None else f"turn {turn_number(finding.turn)}"
    return to_finding(number, where)


def _strengths(told: Debrief) -> str:
    if not told.strengths:
        return "<p>Nothing stood out this time. Start with what you can try next.</p>"
    lines = "".join(
        f'<li><span class="sign done-right"><i aria-hidden="true">✓</i></span> '
        f"{escape(one.text)}: “{escape(one.evidence.quote)}” ({to_turn(one.evidence.turn)})</li>"
        for one in told.strengths
    )
    return f'<ul class="said-list">{lines}</ul>'


def _tries(told: Debrief) -> str:
    if not told.to_try:
        return "<p>Nothing that stands out. Try the same call with another opening.</p>"
    lines = "".join(f"<li>{_try(one)}</li>" for one in told.to_try)
    return f'<ul class="said-list">{lines}</ul>'


def _try(one: Try) -> str:
    told = with_turns_linked(one.text)
    where = one.evidence if "turn " not in one.text.lower() else None
    return f"{told} ({to_turn(where.turn)})" if where else told


def _condition(condition: Condition) -> str:
    sign, ink, word = ("✓", "done-right", "met") if condition.met else ("■", "not-met", "not met")
    missing = f": {escape('; '.join(condition.missing))}" if condition.missing else ""
    return (
        f'<li><span class="sign {ink}"><i aria-hidden="true">{sign}</i> {word}</span> '
        f"{escape(condition.text)}{missing}</li>"
    )


def _call(made: Review, call: CallState, attempt: Attempt, scenario: Scenario) -> None:
    _heading("The call, turn by turn")
    st.caption(
        "Open a finding to see its rule, its law, why, and better words. What moved the other "
        "side stands beside their answer."
    )
    draw_transcript(
        Annotated(
            turns=call.turns,
            names=_names(call, attempt, scenario),
            findings=made.check.findings,
            met=made.check.met,
            rules={rule.id: rule for rule in checker_for(scenario.house).rules},
            asides=felt(call),
        )
    )
    go_to_turn()
    _counted(made, call)
    if scenario.aim.about_money:
        checker = checker_for(scenario.house)
        held = bargaining_of(record(attempt, scenario), made.check, checker, scenario)
        draw_offers(held, len(call.turns))
    draw_mood(call)
    checker = checker_for(scenario.house)
    draw_left_behind(made, record(attempt, scenario), scenario, checker)


def _names(call: CallState, attempt: Attempt, scenario: Scenario) -> dict[Speaker, str]:
    """After the call it may be told who somebody was, also where they did not say so."""
    who = scenario.person(call.who)
    mine = attempt.person_id == acting().id
    ours = "You" if mine else person_of(store(), acting(), attempt).name
    other = "Somebody else"
    if call.speaker is Speaker.THIRD_PARTY:
        relation = who.answerer.relation
        other = f"{who.name} ({relation})" if relation else who.name
    return {
        Speaker.COLLECTOR: ours,
        Speaker.CONSUMER: scenario.consumer_name,
        Speaker.THIRD_PARTY: other,
    }


def _counted(made: Review, call: CallState) -> None:
    answers = sum(line.move is not None for line in call.lines)
    missed = made.scorecard.not_understood
    if missed:
        st.caption(
            f"{missed} of {answers} answers were given without understanding you; they are "
            "marked, and no mark was taken off for them."
        )


def _onwards(scenario: Scenario) -> None:
    st.page_link("pages/brief.py", label="Practise again", query_params={"scenario": scenario.id})
    st.page_link("pages/practise.py", label="To the scenarios")


def _not_handed_in(attempt: Attempt) -> None:
    st.write("The scorecard comes when you hand in your wrap-up.")
    st.page_link("pages/wrap_up.py", label="To the wrap-up", query_params={"attempt": attempt.id})


enter(draw)
