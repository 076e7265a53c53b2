"""One candidate of a work sample: how far they are, what is made easier, and a link once more."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages._easier import draw_easier, easier_given, easier_told
from pages._floor import now, store
from pages._hiring_decision import decision_told
from pages._limited import draw_area
from pages._parts import day, draw_trouble, facts, keep_trouble, plain
from pages._sample_links import hand_over
from pages._sample_list import title_of
from pages._texts import _
from pages._who import acting
from training.assessments.deciding import Decided, decisions
from training.assessments.ending import end_application, may_end
from training.assessments.forms import forms
from training.assessments.inviting import adjust, new_link, withdraw
from training.assessments.models import Assessment, Candidacy, Decision
from training.assessments.retakes import invite_again
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER

FormNames = Mapping[tuple[str, int], str]
"""What the forms of a work sample are called, by scenario and number."""


def names_of_forms(sample: Assessment) -> FormNames:
    """The names of its forms, read once for all candidates that are drawn."""
    return {
        (form.scenario_id, form.number): form.name.replace("_", " ")
        for form in forms(store(), acting(), sample.id)
    }


def draw_candidate(sample: Assessment, one: Candidacy, name: str, called: FormNames) -> None:
    """A line, and behind it what can be done."""
    retake = _(" (retake)") if one.retake_of else ""
    there = decisions(store(), acting(), one.id)
    with st.expander(
        plain(f"{name}{retake}: {_status(one, there)}"), key=f"candidacy_{one.id}", width=800
    ):
        draw_trouble(one.id)
        facts(_about(one, called))
        over = one.finished_at is not None or one.withdrawn_at is not None
        if not over:
            _draw_easier(one)
        if one.withdrawn_at is None:
            _draw_link(one)
        _draw_ending(one, there)
        if over and sample.closed_at is None:
            _button(_("Invite once more"), "retake", one, _retake)
            st.caption(_("Who had begun gets other forms, and it is shown as a retake."))


def _draw_link(one: Candidacy) -> None:
    """A link once more, also to the feedback sheet; who has finished is not withdrawn."""
    with st.container(horizontal=True):
        _button(_("New link"), "link", one, _new_link)
        if one.finished_at is None:
            with st.popover(_("Withdraw the invitation")):
                st.write(_("Their link opens no more. What they did so far is kept."))
                _button(_("Withdraw it"), "withdraw", one, _withdraw)
    st.caption(
        _(
            "A new link takes the place of the old one and goes on with what was begun: "
            "for a lost link, or another browser. The browser of before is shut out."
        )
        if one.finished_at is None
        else _(
            "A new link leads them to their feedback sheet, in another browser too. The browser "
            "of before is shut out."
        )
    )


def _draw_ending(one: Candidacy, there: Sequence[Decided]) -> None:
    """What was decided, or the way to close what cannot be decided on."""
    for each in there:
        st.text(
            _("{decision}: {reason} ({by}, {day})").format(
                decision=decision_told(each.decision),
                reason=each.reason,
                by=each.by,
                day=day(each.at),
            )
        )
    if not may_end(store(), acting(), one.id):
        return
    with st.popover(_("Close the application")), st.form(f"end_{one.id}", border=False):
        st.write(
            _(
                "For somebody who did not come, or applies no more. Their link opens no more, and "
                "nothing they did is rated."
            )
        )
        draw_area(_("Why it is closed"), LONGEST_ANSWER, f"why_{one.id}")
        st.form_submit_button(
            _("Close the application"), on_click=_do, args=(one.id, lambda: _end(one))
        )


def _status(one: Candidacy, there: Sequence[Decided]) -> str:
    if there and there[-1].decision is Decision.CLOSED:
        return _("closed on {day}").format(day=day(there[-1].at))
    if one.withdrawn_at is not None:
        return _("withdrawn on {day}").format(day=day(one.withdrawn_at))
    if one.finished_at is not None:
        return _("finished on {day}").format(day=day(one.finished_at))
    if one.opened_at is not None:
        return _("opened on {day}, not finished").format(day=day(one.opened_at))
    if one.expires_at <= now():
        return _("not opened; the link expired on {day}").format(day=day(one.expires_at))
    return _("invited, the link opens until {day}").format(day=day(one.expires_at))


def _about(one: Candidacy, called: FormNames) -> list[tuple[str, str]]:
    found = [
        (title_of(scenario_id), _("form {name}").format(name=called[scenario_id, number]))
        for scenario_id, number in one.forms.items()
    ]
    return [
        (_("To raters"), one.alias),
        *found,
        (_("Made easier"), ", ".join(easier_told(one.adjustments)) or _("nothing")),
    ]


def _draw_easier(one: Candidacy) -> None:
    with st.form(f"easier_{one.id}", border=False):
        draw_easier(one.id, one.adjustments)
        st.form_submit_button(
            _("Save what is made easier"), on_click=_do, args=(one.id, lambda: _adjust(one))
        )


def _button(label: str, what: str, one: Candidacy, done: Callable[[Candidacy], None]) -> None:
    st.button(label, key=f"{what}_{one.id}", on_click=_do, args=(one.id, lambda: done(one)))


def _do(candidacy_id: str, done: Callable[[], None]) -> None:
    try:
        done()
    except TrainingError as error:
        keep_trouble(error, candidacy_id)


def _new_link(one: Candidacy) -> None:
    hand_over([new_link(store(), acting(), one.id, now())])


def _withdraw(one: Candidacy) -> None:
    withdraw(store(), acting(), one.id, now())


def _end(one: Candidacy) -> None:
    end_application(store(), acting(), one.id, st.session_state[f"why_{one.id}"], now())


def _retake(one: Candidacy) -> None:
    hand_over([invite_again(store(), acting(), one.id, now())])


def _adjust(one: Candidacy) -> None:
    adjust(store(), acting(), one.id, easier_given(one.id), now())
