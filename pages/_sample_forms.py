"""Step 4 of a work sample: its forms, what bots reached on them, the dry run, the second person."""

import secrets
from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._form_equivalence import draw_equivalence
from pages._parts import day, keep_trouble, plain, rows
from pages._sample_bots import draw_bots
from pages._sample_links import draw_dry_run
from pages._sample_list import title_of
from pages._samples import AT, fixed
from pages._shipped import scenarios
from pages._texts import _
from pages._who import acting, hires
from simulator.mind import open_call
from training.assessments.forms import (
    draw,
    fingerprint,
    forms,
    may_sign_off,
    sign_off,
    who_signed_off,
)
from training.assessments.models import Assessment, Form
from training.errors import TrainingError

_SEEDS = 2**31


def draw_forms(sample: Assessment) -> None:
    """Draw them, let bots play them, try one, and have them looked over."""
    found = forms(store(), acting(), sample.id)
    st.subheader(_("Forms"), anchor=False)
    st.write(
        _(
            "A form is the same call with other names, days and amounts, so that nobody can be "
            "told beforehand what comes. Each candidate gets one form of each call, in turn; "
            "nobody can practise it."
        )
    )
    if not fixed(sample) and hires():
        draw_anew = st.button if found else partial(st.button, type="primary")
        label = _("Draw them anew") if found else _("Draw the forms")
        draw_anew(label, on_click=_draw, args=(sample,))
    if not found:
        st.caption(_("They are drawn from the calls of step 1, and frozen."))
        return
    for scenario_id in sample.set_up.scenarios:
        _table(scenario_id, [one for one in found if one.scenario_id == scenario_id])
    draw_bots(sample, found)
    if fixed(sample) and hires():
        draw_equivalence(sample)
    if hires():
        draw_dry_run(sample)
    _second_person(sample, found)


def _table(scenario_id: str, found: Sequence[Form]) -> None:
    """What differs between the forms."""
    if not found:
        return
    lines = [
        (
            f"{form.number} {form.name.replace('_', ' ')}",
            form.scenario.consumer_name,
            str(form.scenario.account.balance),
        )
        for form in found
    ]
    heads = (_("Form"), _("Who is called"), _("Balance"))
    rows(title_of(scenario_id), heads, lines)
    answers = [_who_answers(form) for form in found]
    if answers == [form.scenario.consumer_name for form in found]:
        st.caption(_("Whoever is called answers, in each form."))
    else:
        st.caption(_("On the line: {names}.").format(names=plain(", ".join(answers))))


def _who_answers(form: Form) -> str:
    scenario = form.scenario
    return scenario.person(open_call(scenario, form.seed).who).name


def _second_person(sample: Assessment, found: Sequence[Form]) -> None:
    st.subheader(_("Looked over by a second person"), anchor=False)
    signed = who_signed_off(store(), acting(), sample.id)
    if signed is not None:
        st.markdown(
            _("**✓ Signed off by {name} on {day}**").format(
                name=plain(signed.name), day=day(signed.at)
            )
        )
        return
    st.write(
        _(
            "Whoever signs off has read the calls, the duties with their weights and the bar, the "
            "notice and the forms, and answers for them together with their maker."
        )
    )
    if fixed(sample):
        return
    if may_sign_off(store(), acting(), sample.id):
        st.button(
            _("I have looked it over: sign it off"),
            type="primary",
            on_click=_sign_off,
            args=(sample, fingerprint(sample, found)),
        )
    else:
        st.caption(
            _(
                "You made it as it is now, so somebody else signs it off: another hiring manager, "
                "or an assessor. They find it under Work samples. A change asks for it anew."
            )
        )


def _draw(sample: Assessment) -> None:
    try:
        draw(store(), acting(), sample.id, scenarios(), secrets.randbelow(_SEEDS), now())
    except TrainingError as error:
        keep_trouble(error, AT)


def _sign_off(sample: Assessment, seen: str) -> None:
    try:
        sign_off(store(), acting(), sample.id, seen, now())
    except TrainingError as error:
        keep_trouble(error, AT)
