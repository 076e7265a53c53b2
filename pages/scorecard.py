"""The scorecard: what must change, what went well, what to try; then all marks and the call."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from calls.state import CallState
from calls.turn import Channel, Speaker
from debriefs import Whole, pdf_of, whole_debrief
from debriefs.beside_html import beside_html
from debriefs.dimensions import Beside, dimensions_html
from debriefs.first_screen import conditions_html, must_change_html, strengths_html, tries_html
from debriefs.followed import checklists_html
from debriefs.left_behind import BesideTheCall
from debriefs.model_html import TOLD, model_html
from debriefs.page import annotated, change_heading, try_heading
from pages._care import draw_after
from pages._coached import draw_note_of
from pages._decisions import draw_decisions
from pages._entrance import enter
from pages._floor import now
from pages._hints import told_of
from pages._mood import draw_mood
from pages._offers import draw_offers
from pages._opened import SHORT_PURPOSES, follow, opened
from pages._parts import day, days_of, name_tab, plain
from pages._people import draw_people, on_marks
from pages._preview import on_preview
from pages._remarks import comments_at
from pages._said_of import remark_line
from pages._second_opinion import draw_second_opinion
from pages._texts import _
from pages._transcript import accounts, draw_transcript, go_to_turn
from pages._trying import acting, store
from pages._who import judges
from scoring.review import Review
from simulator.scenario import Scenario
from training.assessments.rating import as_rated
from training.judging import is_hidden
from training.models import Attempt, Purpose
from training.people import person_of
from training.practice import scenario_of
from training.remarks import remarks
from training.reviews import record, review_attempt
from training.rewinding import family
from training.rights import sees_model_call
from training.shipped import checker_for
from training.verdicts import as_it_stands

_REVIEW = "review"


def draw() -> None:
    """The first screen says it all; the rest proves it."""
    follow()
    attempt = opened(own=False)
    scenario = scenario_of(store(), acting(), attempt)
    name_tab(_("Scorecard: {title}").format(title=scenario.title))
    st.title(scenario.title, anchor=False)
    if not attempt.state.handed_in:
        _not_handed_in(attempt)
        return
    _whose(attempt)
    if is_hidden(store(), acting(), attempt.id):
        _hidden(attempt)
        return
    machine = _reviewed(attempt)
    made = as_it_stands(store(), acting(), attempt, machine)
    attempt = as_rated(store(), acting(), attempt, scenario)
    whole = _told(attempt, scenario, made)
    if scenario.with_care:
        draw_after(scenario)
    draw_note_of(attempt, whole.rules)
    _first_screen(whole)
    _marks(made, scenario, on_marks(attempt))
    draw_second_opinion(attempt, scenario, machine)
    draw_people(attempt, machine, made)
    if scenario.dial is not None:
        _heading(_("Your decisions"))
        draw_decisions(attempt, scenario, with_right=True)
    if attempt.state.call is not None:
        _call(whole, attempt, scenario)
    _to_print(whole)
    if attempt.person_id == acting().id:
        with st.container(key="next", horizontal=True):
            _onwards(attempt, scenario)


def _whose(attempt: Attempt) -> None:
    """What this is, and of somebody else's whose it is and the way back."""
    when = day(attempt.started_at, weekday=True)
    purpose = SHORT_PURPOSES[attempt.purpose]
    parts = (_("Scorecard"), when, purpose, told_of(attempt.state.hinted))
    what = " · ".join(filter(None, parts))
    if attempt.person_id == acting().id:
        st.caption(what)
        return
    name = person_of(store(), acting(), attempt).name
    st.caption(_("{what} · what {name} reads; “you” is {name}").format(what=what, name=plain(name)))
    if judges():
        st.page_link("pages/queue.py", label=_("Back to the queue"))


def _hidden(attempt: Attempt) -> None:
    """Of a work sample: what people see comes first."""
    st.write(
        _(
            "The machine's marks are hidden until two people have rated this call apart and agreed "
            "on one sheet."
        )
    )
    st.page_link("pages/rating.py", label=_("Rate it"), query_params={"attempt": attempt.id})


def _marks(made: Review, scenario: Scenario, beside: Beside) -> None:
    """How each dimension was marked; where care is needed, for those who open it."""
    if scenario.with_care:
        with st.expander(_("How it was marked, for whoever wants to know")):
            st.html(dimensions_html(made.scorecard.scores, beside))
        return
    st.subheader(_("How it was marked"), anchor=False)
    if held := made.scorecard.grade.held:
        st.caption(held)
    st.html(dimensions_html(made.scorecard.scores, beside))


def _reviewed(attempt: Attempt) -> Review:
    """Made once for a visit; what was handed in does not change any more."""
    kept: tuple[str, Review] | None = st.session_state.get(_REVIEW)
    if kept is None or kept[0] != attempt.id:
        kept = (attempt.id, review_attempt(store(), acting(), attempt.id, now()))
        st.session_state[_REVIEW] = kept
    return kept[1]


def _told(attempt: Attempt, scenario: Scenario, made: Review) -> Whole:
    """Everything that the page shows, as the command and the printed sheet show it too."""
    checker = checker_for(scenario.house)
    names = _names(attempt, scenario)
    days = days_of(scenario.house.country)
    whole = whole_debrief(made, record(attempt, scenario), checker, scenario, names, days)
    return whole if sees_model_call(acting(), attempt) else replace(whole, model=())


def _first_screen(whole: Whole) -> None:
    told = whole.debrief
    st.html(f'<p class="verdict">{escape(told.sentence)}</p>')
    if told.aftermath:
        st.html(f"<p>{escape(told.aftermath)}</p>")
    left, right = st.columns(2, gap="large")
    with left:
        if whole.review.scorecard.must_change:
            _heading(change_heading(whole))
            st.html(must_change_html(whole.review))
        _heading(_("What went well"))
        st.html(strengths_html(told))
    with right:
        _heading(try_heading(whole))
        st.html(tries_html(told))
        if told.conditions:
            _heading(_("The bar you saw before the call"))
            st.html(conditions_html(told))


def _heading(text: str) -> None:
    st.subheader(text, anchor=False)


def _again(attempt: Attempt) -> str:
    """Where a line is said anew: in one's own practice."""
    mine = attempt.person_id == acting().id
    once = attempt.purpose is Purpose.ASSESSMENT
    return f"rewind?attempt={attempt.id}&from=" if mine and not once else ""


def _call(whole: Whole, attempt: Attempt, scenario: Scenario) -> None:
    """The call with what stands beside it, and after it what was left behind."""
    call, days = attempt.state.calls[-1], days_of(scenario.house.country)
    wrote = scenario.more_than_a_call
    _heading(_("What was said and sent, turn by turn") if wrote else _("The call, turn by turn"))
    st.caption(
        _(
            "Open a finding to see its rule, its law, why, and better words. Each offer stands "
            "beside its turn; beside an answer of theirs stands what moved them, and where they "
            "are now."
        )
    )
    told = annotated(whole)
    heads = {n: (head, *told.asides.get(n, ())) for n, head in accounts(attempt, scenario).items()}
    asides = {**told.asides, **heads}
    for n, here in comments_at(remarks(store(), acting(), attempt.id)).items():
        asides[n] = (*asides.get(n, ()), *map(remark_line, here))
    draw_transcript(replace(told, again=_again(attempt), asides=asides))
    go_to_turn()
    if whole.talk:
        st.caption(whole.talk)
    _counted(whole.review, call)
    if whole.checklists:
        _heading(_("After they told of it, step by step"))
        st.html(checklists_html(whole.checklists))
    if whole.bargaining is not None:
        draw_offers(whole.bargaining, len(whole.turns), days)
    draw_mood(whole)
    if whole.left_behind is not None:
        _left_behind(whole.left_behind)
    if whole.model:
        with st.expander(_("What a good call sounded like")):
            st.caption(TOLD)
            st.html(model_html(whole.model))


def _left_behind(left: BesideTheCall) -> None:
    _heading(_("Your wrap-up beside the call"))
    if left.took:
        st.caption(
            _("It took {took} after the call. That is measured, and never marked.").format(
                took=left.took
            )
        )
    st.html(beside_html(left))


def _names(attempt: Attempt, scenario: Scenario) -> dict[Speaker, str]:
    """After the call it may be told who somebody was, also where they did not say so."""
    mine = attempt.person_id == acting().id
    ours = _("You") if mine else person_of(store(), acting(), attempt).name
    call, other = attempt.state.call, _("Somebody else")
    them = scenario.consumer_name
    heard = {one.channel for one in attempt.state.calls}
    if scenario.dial is not None and heard == {Channel.VOICEMAIL}:
        them = _("The machine")
    if call is not None and call.speaker is Speaker.THIRD_PARTY:
        who = scenario.for_account(call.account).person(call.who)
        relation = who.answerer.relation
        other = f"{who.name} ({relation})" if relation else who.name
    return {
        Speaker.COLLECTOR: ours,
        Speaker.CONSUMER: them,
        Speaker.THIRD_PARTY: other,
    }


def _counted(made: Review, call: CallState) -> None:
    answers = sum(line.move is not None for line in call.lines)
    missed = made.scorecard.not_understood
    if missed:
        st.caption(
            _(
                "{missed} of {answers} answers were given without understanding you; they are "
                "marked, and no mark was taken off for them."
            ).format(missed=missed, answers=answers)
        )


def _to_print(whole: Whole) -> None:
    """The whole debrief as sheets of paper."""
    name = f"debrief-{whole.review.transcript_id}.pdf"
    made = partial(pdf_of, whole)
    with st.container(key="to_print"):
        st.download_button(
            _("The debrief to print (PDF)"), made, name, "application/pdf", on_click="ignore"
        )


def _onwards(attempt: Attempt, scenario: Scenario) -> None:
    if sum(one.handed_in for one in family(store(), acting(), attempt)) > 1:
        label, query = _("Both ends side by side"), {"attempt": attempt.id}
        st.page_link("pages/rewind.py", label=label, query_params=query)
    again = on_preview({"scenario": scenario.id})
    st.page_link("pages/brief.py", label=_("Practise again"), query_params=again)
    st.page_link("pages/practise.py", label=_("To the scenarios"))


def _not_handed_in(attempt: Attempt) -> None:
    st.write(_("The scorecard comes when you hand in your wrap-up."))
    st.page_link(
        "pages/wrap_up.py", label=_("To the wrap-up"), query_params={"attempt": attempt.id}
    )


enter(draw)
