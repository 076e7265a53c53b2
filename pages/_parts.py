"""Drawing that pages share: headings, facts, tables, troubles, amounts and dates."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from html import escape

import streamlit as st

from training.errors import TrainingError, TurnTaken

_TROUBLE = "trouble"


def trouble(error: TrainingError | None = None) -> None:
    """Keep an error that a callback met, or draw the kept one, once, where the eyes are."""
    if error is not None:
        st.session_state[_TROUBLE] = error
        return
    kept = st.session_state.pop(_TROUBLE, None)
    if isinstance(kept, TurnTaken):
        st.warning(
            "The call went on in another window before your line arrived. It is back in the field: "
            "read on, and send it again if it still fits."
        )
    elif kept is not None:
        st.warning(plain(f"That did not work: {kept.wrong}. Possible is: {kept.allowed}."))


def plain(text: str) -> str:
    """Text for `st.markdown` that means itself: no dollar sign opens a formula."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-.!|$~:" else sign for sign in text)


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Terms and what they are, as a list of both."""
    inner = "".join(f"<dt>{escape(term)}</dt><dd>{escape(what)}</dd>" for term, what in pairs)
    st.html(f'<dl class="facts">{inner}</dl>')


def bullets(lines: Iterable[str]) -> None:
    """Short lines, one under the other."""
    inner = "".join(f"<li>{escape(line)}</li>" for line in lines)
    st.html(f'<ul class="bullets">{inner}</ul>')


def rows(caption: str, heads: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """A small table that can be selected and copied."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines
    )
    st.html(
        f'<table class="rows"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def day(when: date | datetime, *, weekday: bool = False) -> str:
    """A day as the reader writes it, the month in letters so that nobody mistakes it."""
    name = f"{when:%a} " if weekday else ""
    if _american():
        return f"{name}{when:%b} {when.day}, {when.year}"
    return f"{name}{when.day} {when:%b} {when.year}"


def clock(when: time | datetime) -> str:
    """A time of day on the reader's kind of clock."""
    if _american():
        return f"{when.hour % 12 or 12}:{when.minute:02d} {'am' if when.hour < 12 else 'pm'}"
    return f"{when.hour}:{when.minute:02d}"


def day_format() -> str:
    """The same order of day and month for fields in which days are typed."""
    return "MM/DD/YYYY" if _american() else "DD.MM.YYYY"


def _american() -> bool:
    return (st.context.locale or "en-US") == "en-US"


def words(name: str) -> str:
    """A value of a closed list as people write it."""
    return name.replace("_", " ")
