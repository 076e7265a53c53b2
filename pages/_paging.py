"""Long lists are drawn a page at a time; the address names the page, so Back and reload keep it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from pages._texts import _

AT_ONCE = 20
_PAGE = "page"
T = TypeVar("T")


def draw_paged(
    found: Sequence[T], draw: Callable[[Sequence[T]], None], at_once: int = AT_ONCE
) -> None:
    """Draw the page of a list that the address names, under the way to the others.

    The way stands above, so that another page is read from its beginning; who comes to the end
    finds a link up to it. One such list stands on a page of the application.
    """
    if len(found) <= at_once:
        draw(found)
        return
    with st.container(key="paging"):
        st.html('<span id="pages" tabindex="-1"></span>')
        number = st.pagination(
            -(-len(found) // at_once), key=_PAGE, width="stretch", bind="query-params"
        )
        first = (number - 1) * at_once
        shown = found[first : first + at_once]
        told = _("{first} to {last} of {count}").format(
            first=first + 1, last=first + len(shown), count=len(found)
        )
        st.caption(told)
    draw(shown)
    st.html(f'<a class="way" href="#pages">{told}: {_("to the other pages")}</a>')


def to_the_first() -> None:
    """For callbacks: something else is looked for, and its list begins at its beginning."""
    st.session_state[_PAGE] = 1
