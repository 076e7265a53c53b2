"""What people say of the machine's marks: verdicts, disputes and their answers."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages._answers import draw_answers
from pages._dispute import draw_dispute
from pages._parts import plain
from pages._said_of import dispute_lines, figure, verdict_line
from pages._texts import _, plural
from pages._trying import acting, store
from scoring.judged import unconfirmed
from scoring.review import Review
from training.assessments.confirming import confirmations
from training.disputes import DISPUTABLE, disputes
from training.judging import may_judge
from training.models import Attempt, Purpose
from training.verdicts import Verdict, verdicts


def on_marks(attempt: Attempt) -> Mapping[str, Sequence[str]]:
    """What was said of each mark, for the rows in which it stands."""
    beside: dict[str, list[str]] = {}
    for verdict in verdicts(store(), acting(), attempt.id):
        beside.setdefault(verdict.ruling.about, []).append(verdict_line(verdict))
    for one in disputes(store(), acting(), attempt.id):
        beside.setdefault(one.about, []).extend(dispute_lines(one))
    return beside


def draw_people(attempt: Attempt, machine: Review, stands: Review) -> None:
    """What was said, the grade before and after, and what the one who looks can do."""
    judge = may_judge(store(), acting(), attempt.id)
    mine = attempt.person_id == acting().id
    given, said = verdicts(store(), acting(), attempt.id), disputes(store(), acting(), attempt.id)
    if not (judge or given or said or (mine and attempt.purpose in DISPUTABLE)):
        return
    st.subheader(_("What people say"), anchor=False)
    _standing(attempt, machine, stands, given)
    for verdict in given:
        st.markdown(f"- {plain(verdict_line(verdict, named=True))}")
    for one in () if judge else said:
        for line in dispute_lines(one, named=True):
            st.markdown(f"- {plain(line)}")
    if judge:
        draw_answers(attempt, said)
        if attempt.purpose is not Purpose.ASSESSMENT:
            st.page_link(
                "pages/review.py", label=_("Review it"), query_params={"attempt": attempt.id}
            )
    elif mine and attempt.purpose in DISPUTABLE:
        draw_dispute(attempt, machine)


def _standing(attempt: Attempt, machine: Review, stands: Review, given: Sequence[Verdict]) -> None:
    """Which grade counts, and what the machine alone had come to."""
    assessed = attempt.purpose is Purpose.ASSESSMENT
    if assessed:
        st.text(_("In a work sample the sheet of those who rated it counts, and not these marks."))
    elif not any(one.stands for one in given):
        st.text(_("So far every mark is the machine's. A trainer's verdict would outrank it."))
    before, now = machine.scorecard.grade.value, stands.scorecard.grade.value
    if before != now and assessed:
        told = _("The machine's grade: {before}. By what was confirmed so far: {now}.")
        st.text(told.format(before=figure(before), now=figure(now)))
    elif before != now:
        st.text(
            _("The machine's grade: {before}. After the verdicts: {after}.").format(
                before=figure(before), after=figure(now)
            )
        )
    looked_at = confirmations(store(), acting(), attempt.id) if assessed else ()
    rulings = {one.ruling.about: one.ruling for one in given if one.stands}
    rulings |= {one.ruling.about: one.ruling for one in looked_at}
    if assessed and (left := unconfirmed(machine, rulings)):
        st.text(
            plural(
                "A hard fail waits for an assessor, and counts once somebody confirmed it at its "
                "turn.",
                "{n} hard fails wait for an assessor, and count once somebody confirmed them at "
                "their turns.",
                len(left),
            )
        )
