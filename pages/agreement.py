"""Agreement: how far people agree with each other and with the machine; plots first."""

from collections.abc import Sequence

import streamlit as st

from pages._agreeing import draw_plots, draw_tables
from pages._entrance import enter
from pages._floor import store
from pages._parts import name_tab
from pages._who import acting, draw_for_judges_alone
from scoring.agreement import FEWEST
from scoring.alone import DOUBLE_RATINGS
from training.agreeing import AgreementTold, Line, agreement_so_far


def draw() -> None:
    """What is known, what it allows, and what is not known."""
    name_tab("Agreement")
    st.title("Agreement", anchor=False)
    if draw_for_judges_alone():
        return
    told = agreement_so_far(store(), acting())
    if not told.blind:
        st.write(
            "Nobody has rated a call blind yet, so nothing is known here. Once people rate calls "
            "before they see marks, this page shows how far they agree with each other and with "
            "the machine. Until then the machine only assists."
        )
        st.page_link("pages/queue.py", label="Rate a call from the queue")
        _left_out(told)
        return
    st.write(_in_a_sentence(told))
    lines = [*told.criteria, *(rule for rule in told.rules if _known(rule))]
    draw_plots([line for line in lines if _known(line)])
    _alone(told.criteria)
    _unknown(told)
    _left_out(told)
    draw_tables(told)


def _known(line: Line) -> bool:
    return line.people.kappa is not None or bool(line.machine and line.machine.kappa)


def _in_a_sentence(told: AgreementTold) -> str:
    sheets = "1 blind rating" if told.blind == 1 else f"{told.blind} blind ratings"
    people = "1 person" if told.raters == 1 else f"{told.raters} people"
    alone = [line.name for line in (*told.criteria, *told.rules) if line.alone]
    where = f"The machine may mark alone, in practice: {', '.join(alone)}." if alone else ""
    return f"{sheets} by {people}. {where or 'The machine may mark nothing alone yet: it assists.'}"


def _alone(criteria: Sequence[Line]) -> None:
    st.subheader("Where the machine may mark alone", anchor=False)
    st.caption(
        "In practice only, never in an assessment, and only where all conditions are met. What is "
        "not known is not met."
    )
    for line in criteria:
        if line.machine is None:
            st.text(f"{line.name}: the machine gives no mark for it.")
            continue
        met = sum(one.met is True for one in line.conditions)
        state = "may mark alone" if line.alone else "only assists"
        with st.expander(f"{line.name}: {state} ({met} of {len(line.conditions)} conditions met)"):
            for one in line.conditions:
                word = {True: "✓ met", False: "■ not met", None: "? not known"}[one.met]
                st.text(f"{word}: {one.text} ({one.found})")


def _unknown(told: AgreementTold) -> None:
    st.subheader("What is not known", anchor=False)
    few = [line.name for line in told.criteria if line.people.kappa is None]
    if few:
        st.text(
            f"Fewer than {FEWEST} calls rated by two people apart, or ratings that are all the "
            f"same: {', '.join(few)}. No figure is shown for them."
        )
    rules = [rule for rule in told.rules if not _known(rule)]
    if rules:
        st.text(f"Too few ratings to say anything of {len(rules)} rules that were named.")
    st.text(
        f"Groups are scenarios here, each with {FEWEST} ratings or more. Nothing is kept about "
        "people's sex, age or language, so whether marks are the same across such groups is not "
        f"known. Below {DOUBLE_RATINGS} calls rated twice, intervals are wide: read them first."
    )


def _left_out(told: AgreementTold) -> None:
    """What is counted, and enters no figure."""
    parts = {
        "ratings by somebody who had seen marks": told.not_blind,
        "ratings by language models": told.model_rated,
        "levels on an older wording of a scale": told.older_scale,
        "sheets agreed on together": told.consensus,
        "verdicts": told.verdicts,
    }
    said = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
    if said:
        st.caption(f"Kept apart, in no figure: {said}.")


enter(draw)
