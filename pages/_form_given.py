"""Which form of a call the brief tells of, and what that means for its gate."""

import streamlit as st

from pages._texts import _
from training.forms import Given

RULE = _(
    "A call counts the first time you are on a form of it, when you submit it, from its beginning "
    "and without hints."
)
"""The one rule, in the same words wherever it is told."""


def draw_when_it_counts(given: Given) -> None:
    """Whether this can count, by which rule, and what is known afterwards."""
    st.subheader(_("When it counts"), anchor=False)
    st.text(told_of(given))


def draw_form(given: Given) -> None:
    """The same in a few words, beside the buttons."""
    st.caption(_new(given) if given.fresh else _("You know it: this is practice."))


def told_of(given: Given) -> str:
    """What form it is, and what becomes of it."""
    if not given.fresh:
        return f"{_used_up(given)} {RULE}"
    words = _("Practised or submitted, you know it afterwards, and then it is practice.")
    if given.forms == 1:
        return f"{_new(given)} {RULE} {words}"
    other = _("Another form is the same call with other names, amounts and days.")
    return f"{_new(given)} {RULE} {words} {other}"


def _new(given: Given) -> str:
    if given.forms == 1:
        return _("New to you: this can count.")
    words = _("Form {number} of {forms}, new to you: this can count.")
    return words.format(number=given.scenario.form_number + 1, forms=given.forms)


def _used_up(given: Given) -> str:
    if given.forms == 1:
        return _(
            "You were on this call before, and it has no other form: now it is practice and passes "
            "no gate. Other calls of its level can still count."
        )
    words = _(
        "You were on all {forms} forms of this call: now it is practice and passes no gate. This "
        "is form {number}, which you had longest ago. Other calls of its level can still count."
    )
    return words.format(number=given.scenario.form_number + 1, forms=given.forms)
