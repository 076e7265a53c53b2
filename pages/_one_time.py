"""One-time passwords that were just made: shown once, to be handed over."""

from collections.abc import Iterable, Sequence

import streamlit as st

from pages._parts import day, rows
from pages._texts import _
from training.accounts import OneTime

_GIVEN = "one_time_passwords"


def hand_over(made: Iterable[OneTime]) -> None:
    """For callbacks: these stand on the page until somebody says that they have handed them over.

    Of two passwords of the same account the later one opens it.
    """
    new = tuple(made)
    names = {one.name for one in new}
    before: Sequence[OneTime] = st.session_state.get(_GIVEN, ())
    st.session_state[_GIVEN] = (*(one for one in before if one.name not in names), *new)


def draw_one_time() -> None:
    """All that wait to be handed over."""
    given: Sequence[OneTime] = st.session_state.get(_GIVEN, ())
    if not given:
        return
    with st.container(border=True, key="one_time", width=800):
        st.subheader(_("Hand these over now"), anchor=False)
        st.write(
            _(
                "They are kept nowhere and not shown again. Each opens its account once, until "
                "{day}, and must be changed at once."
            ).format(day=day(given[0].until))
        )
        lines = [(one.name, one.password) for one in given]
        rows(_("One-time passwords"), (_("Name"), _("One-time password")), lines)
        st.button(_("I have handed them over"), on_click=_handed_over)


def _handed_over() -> None:
    st.session_state.pop(_GIVEN, None)
