"""Rate a call on the anchored scales: the transcript left, the anchors right, nothing else."""

import streamlit as st

from calls.turn import Speaker
from debriefs.transcript import Annotated
from pages._entrance import enter
from pages._floor import store
from pages._opened import nothing_here, opened
from pages._parts import day, facts, name_tab, plain
from pages._rated import draw_rated
from pages._sheet import draw_sheet
from pages._texts import _
from pages._transcript import accounts, draw_beside
from pages._who import acting
from pages._words import NAMES
from simulator.house import House
from simulator.scenario import Scenario
from training.assessments.rating import as_rated, knows_the_name
from training.judging import may_judge, saw
from training.models import Attempt
from training.people import person_of
from training.practice import scenario_of
from training.ratings import own_rating


def draw() -> None:
    """Before one's own sheet is saved, nobody else's; afterwards all of them side by side."""
    attempt = opened(answer=False, own=False)
    if not may_judge(store(), acting(), attempt.id):
        nothing_here()
        return
    scenario = scenario_of(store(), acting(), attempt)
    name_tab(_("Rate: {title}").format(title=scenario.title))
    st.title(plain(scenario.title), anchor=False)
    who = plain(person_of(store(), acting(), attempt).name)
    st.caption(
        _("Rating · {who} · {day}").format(who=who, day=day(attempt.started_at, weekday=True))
    )
    st.page_link("pages/queue.py", label=_("Back to the queue"))
    own = own_rating(store(), acting(), attempt.id)
    attempt = as_rated(store(), acting(), attempt, scenario)
    if own is None:
        _how_it_counts(attempt)
    left, right = st.columns(2, gap="large")
    with left, st.container(key="to_rate"):
        _call(attempt, scenario)
    with right:
        if own is None and knows_the_name(store(), acting(), attempt.id):
            st.info(
                _("You made this work sample or invited its candidate: somebody else rates it.")
            )
        elif own is None:
            draw_sheet(attempt, scenario)
        else:
            draw_rated(attempt, scenario, own)


def _how_it_counts(attempt: Attempt) -> None:
    if saw(store(), acting(), attempt.id):
        st.info(
            _(
                "You have seen marks of this call. Your rating will be kept, and it will not enter "
                "the figures of agreement."
            )
        )
    else:
        st.text(
            _(
                "You see the call and the wrap-up, and neither the machine's marks nor anybody "
                "else's. Evidence first, then the level. It is saved once and not changed "
                "afterwards."
            )
        )


def _call(attempt: Attempt, scenario: Scenario) -> None:
    st.subheader(_("The call"), anchor=False)
    names = {**NAMES, Speaker.CONSUMER: scenario.consumer_name}
    turns = tuple(turn for call in attempt.state.calls for turn in call.turns)
    if turns:
        heads = {start: (head,) for start, head in accounts(attempt, scenario).items()}
        draw_beside(Annotated(turns=turns, names=names, asides=heads))
    if not attempt.state.calls:
        st.text(_("Nobody was called."))
    st.subheader(_("The wrap-up"), anchor=False)
    facts(_left_behind(attempt, scenario.house))


def _left_behind(attempt: Attempt, house: House) -> list[tuple[str, str]]:
    left = attempt.state.wrap_up
    agreed = left.arrangement
    rows = agreed.instalments if agreed else ()
    return [
        (_("It ended"), left.disposition.label if left.disposition else _("not said")),
        (
            _("Agreed"),
            ", ".join(
                _("{amount} on {day}").format(amount=row.amount, day=day(row.due, house.country))
                for row in rows
            )
            or _("nothing"),
        ),
        (_("Flags"), ", ".join(house.flag_label(flag) for flag in sorted(left.flags)) or _("none")),
        (_("Follow-up"), day(left.follow_up, house.country) if left.follow_up else _("none")),
        (_("Note"), left.notes or _("none")),
    ]


enter(draw)
