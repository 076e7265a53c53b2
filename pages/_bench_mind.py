"""What goes on in the other head, beside a call that is tried: no trainee ever sees it."""

import streamlit as st

from calls.money import Offer
from calls.state import CallState
from calls.turn import Speaker
from pages._parts import bullets, facts
from pages._texts import _
from scoring.of_this_call import offer_told
from simulator.scenario import Scenario

_MOODS = {
    "trust": _("Trust"),
    "tension": _("Tension"),
    "engagement": _("Engagement"),
    "shame": _("Shame"),
    "patience": _("Patience"),
}


def draw_mind(call: CallState | None, scenario: Scenario) -> None:
    """As it is after the last line; `scenario` has the account in front."""
    st.subheader(_("In their head"), anchor=False)
    if call is None:
        st.caption(_("Nobody has been reached yet."))
        return
    mood = call.mood
    if mood is not None:
        facts(
            (
                label,
                _("{level} of 100{moved}").format(
                    level=getattr(mood, name), moved=_moved(call, name)
                ),
            )
            for name, label in _MOODS.items()
        )
    person = scenario.person(call.who)
    if not person.answerer.is_person:
        st.caption(_("A machine has picked up: nobody hears this yet."))
        return
    st.markdown(_("**What has come out**"))
    bullets([name.replace("_", " ") for name in call.revealed] or [_("nothing yet")])
    still = [one for one in person.facts if one.id not in call.revealed]
    st.markdown(_("**What has not**"))
    bullets(
        [f"{one.id.replace('_', ' ')}: {_when(one.reveal, one.trust)}" for one in still]
        or [_("nothing more to tell")]
    )
    st.markdown(_("**On the table**"))
    bullets([_told(offer) for offer in call.offers] or [_("no offer yet")])
    if call.accepted is not None:
        st.markdown(_("**✓ They agreed to the last offer.**"))


def _told(offer: Offer) -> str:
    whose = _("you") if offer.by is Speaker.COLLECTOR else _("they")
    return f"{whose}: {offer_told(offer)}"


def _moved(call: CallState, name: str) -> str:
    """How far the last turn moved it."""
    moods = [line.mood for line in call.lines if line.mood is not None][-2:]
    if len(moods) < 2:
        return ""
    by = getattr(moods[1], name) - getattr(moods[0], name)
    return f" ({by:+d})" if by else ""


def _when(reveal: str, trust: int) -> str:
    return f"{reveal.replace('_', ' ')} {trust}" if trust else reveal.replace("_", " ")
