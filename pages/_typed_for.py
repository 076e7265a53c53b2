"""What is typed and not kept yet belongs to one attempt."""

import streamlit as st

from pages import _calculator, _plan

_OF = "typed_for"


def keep_to(attempt_id: str) -> None:
    """Before the fields are drawn: what was typed for another attempt is forgotten.

    The address of a page holds it so that a reload finds it, and outlives the call.
    """
    if st.session_state.get(_OF, attempt_id) != attempt_id:
        st.session_state.update({**_plan.EMPTY, **_calculator.EMPTY})
    st.session_state[_OF] = attempt_id
