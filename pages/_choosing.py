"""The row of filters over the list of calls; the address keeps them, so that Back works."""

from collections.abc import Iterable, Sequence

import streamlit as st

from calls.turn import Channel
from debriefs.channels import CHANNELS
from pages._paging import to_the_first
from pages._texts import _
from simulator.scenario import Scenario
from training.choosing import Wanted, channels_of, chosen, places_of

ENOUGH_TO_FILTER = 6
_WORDS = "words"
_TOPIC, _LEVEL, _PLACE, _CHANNEL, _MINUTES = _KEYS = (
    *("about", "level", "place", "channel", "minutes"),
)
_LONGEST = (5, 8, 10, 15, 20, 30, 60)


def filtered(offered: Iterable[Scenario]) -> list[Scenario]:
    """The scenarios that the row of filters leaves; few scenarios need no filters."""
    found = list(offered)
    if len(found) < ENOUGH_TO_FILTER:
        return found
    left = chosen(found, _wanted(found))
    with st.container(horizontal=True, vertical_alignment="center", key="counted"):
        told = _("{left} of {found} calls").format(left=len(left), found=len(found))
        st.html(f'<p role="status"><b>{told}</b></p>', width="content")
        if len(left) < len(found):
            st.button(_("Show all calls"), on_click=_reset)
    if not left:
        st.info(
            _(
                "No call is like that. Take a filter away, search for one word, such as hardship, "
                "or show all calls."
            )
        )
    return left


def _wanted(found: Sequence[Scenario]) -> Wanted:
    words = st.text_input(
        _("Search"),
        key=_WORDS,
        placeholder=_("hardship, scam, California"),
        width=480,
        type="search",
        live=True,
        bind="query-params",
        on_change=to_the_first,
    )
    media = {channel for one in found for channel in channels_of(one)}
    channels = {_(CHANNELS[one]).capitalize(): one for one in Channel if one in media}
    with st.container(horizontal=True, key="filters"):
        topic = _choose(_("Topic"), _TOPIC, sorted({one.topic for one in found}), 240)
        level = _choose(_("Level"), _LEVEL, [str(n) for n in sorted({one.level for one in found})])
        place = _choose(
            _("Law of"), _PLACE, sorted({p for one in found for p in places_of(one)}), 210
        )
        channel = _choose(_("Channel"), _CHANNEL, list(channels), 160)
        minutes = _choose(_("At most minutes"), _MINUTES, _lengths(found), 150)
    return Wanted(
        words=words or "",
        topic=topic,
        level=int(level) if level else None,
        place=place,
        channel=channels[channel] if channel else None,
        minutes=int(minutes) if minutes else None,
    )


def _lengths(found: Sequence[Scenario]) -> list[str]:
    """Limits that leave something and take something away."""
    shortest, longest = (end(one.minutes for one in found) for end in (min, max))
    return [str(limit) for limit in _LONGEST if shortest <= limit < longest]


def _choose(label: str, key: str, choices: Sequence[str], width: int = 110) -> str | None:
    return st.selectbox(
        label,
        choices,
        None,
        placeholder=_("Any"),
        key=key,
        width=width,
        bind="query-params",
        on_change=to_the_first,
    )


def _reset() -> None:
    to_the_first()
    st.session_state[_WORDS] = ""
    for key in _KEYS:
        st.session_state[key] = None
