"""Ways within one page: what its address says after the question mark, and nothing is lost.

A link of Streamlit to the page that is open draws it once with the new address and leaves the old
one in the browser, so that the next click is back there; a link of HTML begins a new window, in
which what was not saved is gone.
"""

import streamlit as st


def draw_way(label: str, **query: str) -> None:
    """A button that goes there."""
    key = f"way_{'_'.join((*query, *query.values())) or 'all'}"
    st.button(label, key=key, on_click=go_within, args=(query,))


def go_within(query: dict[str, str]) -> None:
    """For callbacks: the same page at another address."""
    st.query_params.from_dict(query)
