"""Parallel forms as tables: the same call with other names, words, amounts and days."""

from typing import Any

import streamlit as st

from datafiles import changed, removed
from pages._bench import around
from pages._bench_table import Cells, Named, draw_named, several, words
from pages._fields import Fields, change
from pages._texts import _

_AS_WRITTEN, _OTHERS = _("As it is written"), _("In the other forms")
_AT = "forms"
_SHARES = [85, 125]


def draw_parallel(fields: Fields) -> None:
    """Which forms there are and what differs; where there are none, what makes the first."""
    st.caption(
        _(
            "For whoever has had the call already, or for the next candidate. Everything else is "
            "as it is written; amounts follow in fields and texts by themselves."
        )
    )
    if not isinstance(fields.at((_AT,)), dict):
        st.button(_("Begin a second form"), on_click=_begin, args=(fields,))
        return
    fields.lines(_("What the forms are called, one to four"), (_AT, "names"))
    st.caption(_("In the tables the words of the forms stand apart by |, in the order above."))
    st.markdown(_("**People**, with first and last name"))
    draw_named(fields, (_AT, "people"), OTHERS)
    st.markdown(_("**Other words**: the creditor, a street, a day in words"))
    draw_named(fields, (_AT, "words"), OTHERS)
    left, right = st.columns(2)
    with left:
        fields.span(_("Amounts, in percent"), (_AT, "percent"))
        fields.several(_("Days that move together"), (_AT, "days", "names"), _days(fields))
    with right:
        fields.number(_("Steps between the percents"), (_AT, "step"), 5)
        fields.span(_("By how many days"), (_AT, "days", "by"))
    st.caption(_("Another reason behind it (other words for a fact) is written in the file."))
    st.button(_("Take the forms out"), on_click=_take_out, args=(fields.name,))


def _told(value: Any) -> dict[str, Any]:
    return {_OTHERS: _PARTED.told(value)}


def _made(cells: Cells) -> Any:
    return _PARTED.made(cells.get(_OTHERS))


_PARTED = several(_OTHERS, sign="|", width="large")
OTHERS = Named((words(_AS_WRITTEN), _PARTED), _told, _made)


def _days(fields: Fields) -> dict[str, str]:
    days = fields.at(("days",))
    return {str(one): str(one) for one in days} if isinstance(days, dict) else {}


def _begin(fields: Fields) -> None:
    """With everybody who comes up, each still to be given another name."""
    named = {str(fields.at(("consumer",)))}
    answers = fields.at(("answered_by",))
    if isinstance(answers, list):
        named |= {str(one.get("persona")) for one in answers if isinstance(one, dict)}
    known = around().personas
    people = {known[one].name: [_other(known[one].name)] for one in sorted(named) if one in known}
    forms = {"names": ["second"], "people": people, "percent": _SHARES}
    change(fields.name, lambda one: changed(one.text, (_AT,), forms))


def _other(name: str) -> str:
    """As many parts as the name has, so that the file can be read at once."""
    return " ".join([_("Robin"), *[_("Example")] * (len(name.split()) - 1)])


def _take_out(file: str) -> None:
    change(file, lambda one: removed(one.text, (_AT,)))
