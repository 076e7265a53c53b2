"""Drawing that pages share: headings, facts, tables, troubles, amounts and dates."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from html import escape

import streamlit as st

from calls.money import Country, Money
from pages._texts import _
from training.errors import TrainingError, TurnTaken

_TROUBLE = "trouble"
NO_MARK = "\N{EN DASH}"
"""In tables, where there was no opportunity."""


def name_tab(title: str) -> None:
    """What the browser's tab says; it must make sense in a row of tabs."""
    st.set_page_config(page_title=f"{title} · Right Party")


def keep_trouble(error: TrainingError, at: str = "page") -> None:
    """For callbacks: what went wrong, to be said at this place of the page."""
    st.session_state[_TROUBLE] = (at, error)


def keep_trouble_of_field(error: TrainingError, at: str) -> None:
    """The same of a form with many fields: which of them it is about is said first."""
    keep_trouble(TrainingError(error.where, f"{error.where}: {error.wrong}", error.allowed), at)


def draw_trouble(at: str = "page") -> None:
    """Say, once, what a callback met with here."""
    place, error = st.session_state.get(_TROUBLE, ("", None))
    if place != at:
        return
    del st.session_state[_TROUBLE]
    if isinstance(error, TurnTaken):
        st.warning(
            _(
                "The call went on in another window before your line arrived. It is back in the "
                "field: read on, and send it again if it still fits."
            )
        )
    else:
        st.warning(plain(f"{sentence(error.wrong)} {sentence(error.allowed)}"))


def sentence(words: str) -> str:
    """The words of an error as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


def plain(text: str) -> str:
    """Text for `st.markdown` that means itself: no dollar sign opens a formula."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-.!|$~:" else sign for sign in text)


def money(amount: float, currency: str) -> Money:
    """What a field for amounts holds, to the cent."""
    return Money.of(Decimal(str(amount)).quantize(Decimal("0.01")), currency)


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


def mark(of_100: float | None) -> str:
    """A mark in a table, without decimals."""
    return NO_MARK if of_100 is None else f"{of_100:.0f}"


def day(when: date | datetime, country: Country | None = None, *, weekday: bool = False) -> str:
    """A day as a scenario's country writes it, else as the reader does, the month in letters."""
    name, month = f"{_(f'{when:%a}')} " if weekday else "", _(f"{when:%b}")
    if _american(country):
        return f"{name}{month} {when.day}, {when.year}"
    return f"{name}{when.day} {month} {when.year}"


def due_line(due: date, today: date) -> str:
    """By when an answer to a dispute is due, or that it was."""
    told = _("■ An answer was due by {day}.") if due < today else _("An answer is due by {day}.")
    return told.format(day=day(due, weekday=True))


def days_of(country: Country) -> Callable[[date], str]:
    """How the days of a scenario are told there, whoever looks."""
    return partial(day, country=country)


def clock(when: time | datetime) -> str:
    """A time of day on the reader's kind of clock."""
    if _american():
        return f"{when.hour % 12 or 12}:{when.minute:02d} {_('am') if when.hour < 12 else _('pm')}"
    return f"{when.hour}:{when.minute:02d}"


def day_format(country: Country | None = None) -> str:
    """The same order of day and month for fields in which days are typed."""
    return "MM/DD/YYYY" if _american(country) else "DD.MM.YYYY"


def _american(country: Country | None = None) -> bool:
    return country == "US" if country else (st.context.locale or "en-US") == "en-US"


def wide(table: str, name: str) -> str:
    """A table that may be wider than a phone: it scrolls by itself, with the arrow keys as well."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(name)}">{table}</div>'


def choose_step(steps: Sequence[str], key: str, first: str | None = None) -> str:
    """Which of the parts of a page is looked at: one at a time, the first of them to begin with."""
    return st.segmented_control(
        _("Step"),
        steps,
        default=first or steps[0],
        key=key,
        required=True,
        label_visibility="collapsed",
    )
