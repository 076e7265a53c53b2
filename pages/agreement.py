"""Agreement: how far people agree with each other and with the machine; plots first."""

from collections.abc import Sequence

import streamlit as st

from pages._agreeing import draw_plots, draw_tables
from pages._entrance import enter
from pages._floor import store
from pages._parts import bullets, name_tab, plain
from pages._texts import _, plural
from pages._who import acting, draw_for_judges_alone
from scoring.agreement import FEWEST
from scoring.alone import DOUBLE_RATINGS
from training.agreeing import AgreementTold, Line, agreement_so_far


def draw() -> None:
    """What is known, what it allows, and what is not known."""
    name_tab(_("Agreement"))
    st.title(_("Agreement"), anchor=False)
    if draw_for_judges_alone():
        return
    with st.spinner(_("Going through all ratings …"), show_time=True):
        told = agreement_so_far(store(), acting())
    if not told.blind:
        st.write(
            _(
                "Nobody has rated a call blind yet, so nothing is known here. Once people rate "
                "calls before they see marks, this page shows how far they agree with each other "
                "and with the machine. Until then the machine only assists."
            )
        )
        st.page_link("pages/queue.py", label=_("Rate a call from the queue"))
        _left_out(told)
        return
    st.write(_in_a_sentence(told))
    if alone := _marks_alone(told):
        with st.expander(_("What the machine may mark alone"), width=800, key="marks_alone"):
            bullets(alone)
    lines = [*told.criteria, *(rule for rule in told.rules if _known(rule))]
    draw_plots([line for line in lines if _known(line)])
    _alone(told.criteria)
    _rules_alone([rule for rule in told.rules if _known(rule)])
    _unknown(told)
    _left_out(told)
    draw_tables(told)
    st.page_link("pages/rating_scales.py", label=_("The scales that people rate by"))


def _known(line: Line) -> bool:
    return line.people.kappa is not None or bool(line.machine and line.machine.kappa)


def _in_a_sentence(told: AgreementTold) -> str:
    sheets = plural("{n} blind rating", "{n} blind ratings", told.blind)
    people = plural("{n} person", "{n} people", told.raters)
    by = _("{sheets} by {people}.").format(sheets=sheets, people=people)
    if not (alone := _marks_alone(told)):
        return f"{by} {_('The machine may mark nothing alone yet: it assists.')}"
    where = plural(
        "The machine may mark {n} criterion or rule alone, in practice.",
        "The machine may mark {n} criteria and rules alone, in practice.",
        len(alone),
    )
    return f"{by} {where}"


def _marks_alone(told: AgreementTold) -> list[str]:
    return [line.name for line in (*told.criteria, *told.rules) if line.alone]


def _alone(criteria: Sequence[Line]) -> None:
    st.subheader(_("Where the machine may mark alone"), anchor=False)
    st.caption(
        _(
            "In practice only, never in an assessment, and only where all conditions are met. "
            "What is not known is not met."
        )
    )
    for line in criteria:
        if line.machine is None:
            st.text(_("{name}: the machine gives no mark for it.").format(name=line.name))
            continue
        with st.expander(_state(line)):
            _conditions(line)


def _rules_alone(rules: Sequence[Line]) -> None:
    """The same for each rule of which anything is known, folded: there are many of them."""
    if not rules:
        return
    with st.expander(
        plural(
            "{n} rule that somebody or the machine saw not met",
            "{n} rules that somebody or the machine saw not met",
            len(rules),
        )
    ):
        for rule in rules:
            st.markdown(f"**{plain(_state(rule))}**")
            _conditions(rule)


def _state(line: Line) -> str:
    met = sum(one.met is True for one in line.conditions)
    state = _("may mark alone") if line.alone else _("only assists")
    return _("{name}: {state} ({met} of {conditions} conditions met)").format(
        name=line.name, state=state, met=met, conditions=len(line.conditions)
    )


def _conditions(line: Line) -> None:
    for one in line.conditions:
        word = {True: _("✓ met"), False: _("■ not met"), None: _("? not known")}[one.met]
        st.text(f"{word}: {one.text} ({one.found})")


def _unknown(told: AgreementTold) -> None:
    st.subheader(_("What is not known"), anchor=False)
    few = [line.name for line in told.criteria if line.people.kappa is None]
    if few:
        st.text(
            _(
                "Fewer than {fewest} calls rated by two people apart, or ratings that are all the "
                "same: {listed}. No figure is shown for them."
            ).format(fewest=FEWEST, listed=", ".join(few))
        )
    rules = [rule for rule in told.rules if not _known(rule)]
    if rules:
        st.text(
            plural(
                "Too few ratings to say anything of {n} rule that was named.",
                "Too few ratings to say anything of {n} rules that were named.",
                len(rules),
            )
        )
    st.text(
        _(
            "Groups are scenarios here, each with {fewest} ratings or more. Nothing is kept "
            "about people's sex, age or language, so whether marks are the same across such "
            "groups is not known. Below {double_ratings} calls rated twice, intervals are wide: "
            "read them first."
        ).format(fewest=FEWEST, double_ratings=DOUBLE_RATINGS)
    )


def _left_out(told: AgreementTold) -> None:
    """What is counted, and enters no figure."""
    parts = {
        _("ratings by somebody who had seen marks"): told.not_blind,
        _("ratings by language models"): told.model_rated,
        _("sheets agreed on together"): told.consensus,
        _("verdicts"): told.verdicts,
    }
    said = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
    if said:
        st.caption(_("Kept apart, in no figure: {said}.").format(said=said))
    if told.older_scale:
        st.caption(
            plural(
                "{n} level was given by other words of its scale than those in use. Each wording "
                "has a line of its own under *By criterion*.",
                "{n} levels were given by other words of their scale than those in use. Each "
                "wording has a line of its own under *By criterion*.",
                told.older_scale,
            )
        )


enter(draw)
