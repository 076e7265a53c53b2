"""Long lists, a page at a time."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def numbers() -> None:
    """A list of 45, as AppTest runs it: it takes this text and nothing around it."""
    from collections.abc import Sequence  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415

    from pages._paging import draw_paged  # noqa: PLC0415

    count = int(st.query_params.get("count", "45"))

    def draw(some: Sequence[int]) -> None:
        st.text(" ".join(f"<{one}>" for one in some))

    draw_paged(range(count), draw)


@pytest.mark.parametrize(
    ("address", "first", "last", "told"),
    [
        ("1", 0, 19, "1 to 20 of 45"),
        ("2", 20, 39, "21 to 40 of 45"),
        ("3", 40, 44, "41 to 45 of 45"),
        ("9", 0, 19, "1 to 20 of 45"),
        ("many", 0, 19, "1 to 20 of 45"),
    ],
)
def test_the_address_names_the_page_of_a_list(
    address: str, first: int, last: int, told: str
) -> None:
    app = AppTest.from_function(numbers)
    app.query_params["page"] = address
    app.run()

    assert not app.exception
    assert app.text[0].value.split() == [f"<{one}>" for one in range(first, last + 1)]
    assert app.caption[0].value == told


def test_another_page_is_a_click_away() -> None:
    app = AppTest.from_function(numbers).run()
    app.pagination(key="page").set_value(3).run()

    assert app.text[0].value.startswith("<40>")


def test_a_short_list_has_no_pages() -> None:
    app = AppTest.from_function(numbers)
    app.query_params["count"] = "20"
    app.run()

    assert not app.pagination
    assert app.text[0].value.endswith("<19>")
