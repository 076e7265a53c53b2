"""A real call as it was given: held while its page is open, and by nobody after that."""

import streamlit as st

GIVEN, KEPT, PASTED = "from_call_given", "from_call_kept", "from_call_pasted"


def forget_call() -> None:
    """Keep nothing of a call that was given."""
    for key in (GIVEN, KEPT, PASTED):
        st.session_state.pop(key, None)


def forget_call_if_left(page: str, *, acting: bool) -> None:
    """Keep nothing of it once another page is open, by whatever link, or nobody is signed in."""
    if not acting or page != "scenarios" or st.query_params.get("begin") != "call":
        forget_call()
