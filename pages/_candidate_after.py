"""After the sample: thanks, a voluntary form, whom to write to, and the feedback sheet."""

import streamlit as st

from calls.state import CallState, Line
from calls.turn import Speaker
from debriefs.feedback import lines_of_feedback, title_of
from debriefs.paper import sheets_of
from pages._candidate_head import Candidate
from pages._floor import now, store
from pages._parts import keep_trouble, plain, rows
from pages._texts import _
from simulator.scenario import Scenario
from training.assessments.afterwards import (
    ETHNICITIES,
    SEXES,
    PartShown,
    feedback,
    tell_demographics,
    told_demographics,
)
from training.assessments.taking import hand_in
from training.errors import TrainingError
from training.models import Attempt
from training.naming import named
from training.practice import scenario_of

_SEX = "sample_sex"
_ETHNICITY = "sample_ethnicity"


def draw_after(candidate: Candidate) -> None:
    """What happens now, and what was shown once somebody has decided."""
    if candidate.here.candidacy.finished_at is None:
        hand_in(*candidate.way, now())  # the last wrap-up went in, and the page was lost then
    sheet = feedback(*candidate.way)
    if sheet is None:
        _draw_waiting()
    else:
        _draw_sheet(candidate, sheet)
    _draw_appeals(candidate)
    if candidate.set_up.asks_demographics:
        _draw_demographics(candidate)


def _draw_waiting() -> None:
    st.subheader(_("Thank you, that was all of it"), anchor=False)
    st.write(
        _(
            "Everything is handed in. Two people read your calls, apart from each other and "
            "without your name, and talk about where they differ. Then a person decides and tells "
            "you."
        )
    )
    st.write(
        _(
            "Your feedback sheet comes to this page once that is decided: open it again in this "
            "browser. It says in words what was seen in your calls, with no marks."
        )
    )


def _draw_sheet(candidate: Candidate, parts: tuple[PartShown, ...]) -> None:
    st.subheader(_("Your feedback sheet"), anchor=False)
    st.write(
        _(
            "What two people saw in your calls and agreed on, in the words of their scales. The "
            "decision itself is told to you by the people you applied to."
        )
    )
    job, appeals_to = candidate.set_up.job, candidate.set_up.appeals_to
    st.download_button(
        _("The sheet to keep (PDF)"),
        lambda: sheets_of(title_of(job), lines_of_feedback(job, appeals_to, parts)),
        "feedback.pdf",
        "application/pdf",
        on_click="ignore",
    )
    if len(parts) == 1:
        st.caption(_("One call is a small sample of anybody's work."))
    else:
        st.caption(_("A few calls are a small sample of anybody's work."))
    for number, part in enumerate(parts, start=1):
        told = _("Call {n}, to {name}").format(n=number, name=part.to_whom)
        st.subheader(plain(told), anchor=False)
        for one in part.shown:
            st.markdown(f"**{plain(one.criterion)}**")
            st.caption(plain(one.asks))
            nothing = _("The call gave no opportunity for this.")
            st.write(plain(one.means) if one.means else nothing)
            if one.evidence.strip():
                st.write(_("Seen: {evidence}").format(evidence=plain(one.evidence)))
        _draw_said(candidate, part.attempt)


def _draw_said(candidate: Candidate, attempt: Attempt) -> None:
    """The call by turns, since what was seen is told by their numbers."""
    scenario = scenario_of(store(), candidate.here.person, attempt)
    lines = [
        (str(number), _who(line, call, scenario), line.turn.text)
        for call in attempt.state.calls
        for number, line in enumerate(call.lines, start=1)
    ]
    with st.expander(_("What was said, turn by turn")):
        rows(_("The call"), (_("Turn"), _("Who"), _("Words")), lines)


def _who(line: Line, call: CallState, scenario: Scenario) -> str:
    if line.turn.speaker is Speaker.COLLECTOR:
        return _("You")
    return named(line, call, scenario) or _("The person who answers")


def _draw_appeals(candidate: Candidate) -> None:
    st.subheader(_("If something was not right"), anchor=False)
    st.write(
        plain(
            _(
                "Write to {address}, about the work sample or about the decision. A person reads "
                "it and answers."
            ).format(address=candidate.set_up.appeals_to)
        )
    )


def _draw_demographics(candidate: Candidate) -> None:
    st.subheader(_("A voluntary form"), anchor=False)
    if told_demographics(*candidate.way):
        st.write(_("You answered the voluntary form. Thank you; it is kept apart."))
        return
    st.write(
        _(
            "You need not answer, and it changes nothing for you: it is kept apart from your "
            "application, and serves to see whether the work sample treats groups alike."
        )
    )
    with st.form("demographics", width=480):
        st.selectbox(_("Sex"), SEXES, index=len(SEXES) - 1, key=_SEX)
        st.selectbox(_("Ethnicity"), ETHNICITIES, index=len(ETHNICITIES) - 1, key=_ETHNICITY)
        st.form_submit_button(_("Send the form"), on_click=_tell, args=(candidate,))


def _tell(candidate: Candidate) -> None:
    given = st.session_state
    try:
        tell_demographics(*candidate.way, given[_SEX], given[_ETHNICITY])
    except TrainingError as error:
        keep_trouble(error)
